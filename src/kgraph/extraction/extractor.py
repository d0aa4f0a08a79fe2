"""The components as one pipeline, and its results as records."""

import hashlib
import re
from collections.abc import Iterable, Iterator
from pathlib import Path

from spacy.language import Language
from spacy.tokens import Doc

from kgraph.extraction import assertions, dates, events, names, references
from kgraph.extraction.document import Name, Statement, Telling
from kgraph.models import Article, Assertion, EventMention, Extraction, Mention, Referent
from kgraph.parsing import Parser

_MARK = re.compile("[。！？!?]")
COMPONENTS = ("kgraph_names", "kgraph_references", "kgraph_dates", "kgraph_assertions", "kgraph_events")
_LEXICAL = ("kgraph_names", "kgraph_references", "kgraph_assertions", "kgraph_events")
_FACTORIES = (names, references, dates, assertions, events)  # importing them tells spaCy of the components


def load(lexicon: Path | str | None = None, *, fast: bool = True) -> Language:
    """A spaCy pipeline that reads Japanese: GiNZA's annotations, and what kgraph finds, on `doc._`.

    `lexicon` is a directory of TOML files over the bundled lexicon; `fast` turns the faster code around
    GiNZA's model off and on, which changes no answer. A Doc whose `doc._.published` is
    set before the components run has its relative dates resolved.
    """
    parser = Parser(fast)
    nlp = Language(parser.vocab)
    nlp.tokenizer = parser
    for component in COMPONENTS:
        nlp.add_pipe(component, config={"lexicon_dir": str(lexicon)} if lexicon and component in _LEXICAL else {})
    return nlp


class Extractor:
    """Turns articles into what they say."""

    def __init__(self, lexicon: Path | None = None) -> None:
        self._nlp = load(lexicon)

    def __call__(self, articles: Iterable[Article]) -> Iterator[Extraction]:
        """One extraction for each article, in their order."""
        for article in articles:
            doc = self._nlp.make_doc(article.text)
            doc._.published = article.published
            yield extraction(article, self._nlp(doc))


def extraction(article: Article, doc: Doc) -> Extraction:
    """What the components left on the Doc of an article, as records."""
    told = [_assertion(article, doc, statement) for statement in doc._.statements]
    return Extraction(
        article=article.id,
        referents=tuple(
            Referent(
                key=actor.key,
                type=actor.type,
                name=actor.name,
                name_en=actor.name_en,
                names=tuple(actor.names),
                known=actor.known,
                country=actor.country,
                titles=tuple(actor.titles),
            )
            for _, actor in sorted(doc._.actors.items())
        ),
        mentions=tuple(_mention(article, name) for name in doc._.names),
        assertions=tuple(told),
        events=tuple(_event(article, number, event, told) for number, event in enumerate(doc._.events, start=1)),
    )


def _mention(article: Article, name: Name) -> Mention:
    return Mention(
        article=article.id,
        start=name.start,
        end=name.end,
        text=article.text[name.start : name.end],
        kind=name.kind,
        type=name.type,
        entity=name.key,
        reason=name.reason,
    )


def _assertion(article: Article, doc: Doc, statement: Statement) -> Assertion:
    start, end = _sentence(doc, statement)
    content = (article.id, statement.rule, statement.start, statement.end, statement.source, statement.target)
    return Assertion(
        id=hashlib.sha256(repr(content).encode()).hexdigest()[:16],
        article=article.id,
        source=statement.source,
        type=statement.type,
        target=statement.target,
        status=statement.status,
        date=statement.date,
        attributed_to=statement.speaker,
        confidence=statement.confidence,
        rule=statement.rule,
        sentence=article.text[start:end],
        start=start,
        end=end,
    )


def _sentence(doc: Doc, statement: Statement) -> tuple[int, int]:
    span = doc.char_span(statement.start, statement.end, alignment_mode="expand")
    assert span is not None
    start, end = span.sent.start_char, span.sent.end_char
    line = doc.text.rfind("\n", 0, start) + 1, doc.text.find("\n", end)
    whole = line[0], line[1] if line[1] >= 0 else len(doc.text)
    # Headlines are cut at their spaces, and one piece alone may not say who did it.
    return (start, end) if _MARK.search(doc.text, *whole) else whole


def _event(article: Article, number: int, telling: Telling, told: list[Assertion]) -> EventMention:
    return EventMention(
        id=f"{article.id}#{number}",
        article=article.id,
        type=telling.type,
        kind=telling.kind,
        label=telling.label,
        date=telling.date,
        place=telling.place,
        status=telling.status,
        participants=telling.participants,
        assertions=tuple(told[index].id for index in telling.statements),
        start=telling.start,
        end=telling.end,
    )
