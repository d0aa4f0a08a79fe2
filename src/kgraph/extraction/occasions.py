"""Events that a word tells of by itself: those with a name of their own, elections and the like, offices taken."""

import re
from collections.abc import Iterable, Iterator

from spacy.tokens import Doc, Token

from kgraph.extraction.clauses import function_words
from kgraph.extraction.document import Name, Telling
from kgraph.extraction.phrases import chunk
from kgraph.lexicon.events import EventWords
from kgraph.models import Participant
from kgraph.ontology import EntityType, RelationType, Status

# How many characters may stand between a country and what happens there.
_NEAR = 6


class Occasions:
    """Finds named events, dated elections, coups and the like, and who takes office when."""

    def __init__(self, words: EventWords) -> None:
        self._known = words.known
        self._kinds = words.occasions
        self._taken = words.taken
        self._nouns = re.compile("|".join(sorted(map(re.escape, words.occasions), key=lambda word: (-len(word), word))))

    def named(self, doc: Doc) -> Iterator[Telling]:
        """The events that the article calls by a name of their own: 「ウクライナ侵攻」."""
        for event in self._known:
            parts = tuple(Participant(entity=key, role=role) for key, role in event.parts if key in doc._.actors)
            start = doc.text.find(event.name)
            if start >= 0 and parts:
                end = start + len(event.name)
                yield Telling(event.type, event.date, None, Status.ASSERTED, parts, (), start, end, event.name)

    def dated(self, doc: Doc) -> Iterator[Telling]:
        """What happens in a country on a date: 「昨年のロシア大統領選」."""
        for match in self._nouns.finditer(doc.text):
            span = doc.char_span(match.start(), match.end(), alignment_mode="expand")
            assert span is not None
            date, country = _date_before(doc, span[0]), _country_of(doc, match.start(), span[0])
            if date and country:
                part = Participant(entity=country, role="source")
                kind, status = self._kinds[match.group()], _status(doc, date)
                yield Telling(kind, date, None, status, (part,), (), *match.span(), match.group())

    def offices(self, doc: Doc) -> Iterator[Telling]:
        """Who takes an office on a date: 「1月20日、大統領に就任した」."""
        for word in doc:
            date = _date_before(doc, word) if word.lemma_ in self._taken else None
            person = date and "ない" not in function_words(word) and _who(doc, word)
            if date and person:
                country = doc._.actors[person].country
                parts = [Participant(entity=person, role="source")]
                if country in doc._.actors:
                    parts.append(Participant(entity=country, role="target"))
                kind, end = _office(word) + self._taken[word.lemma_], word.idx + len(word)
                status = _status(doc, date)
                yield Telling(RelationType.LEADERSHIP, date, None, status, tuple(parts), (), word.idx, end, kind)


def is_inside(one: Telling, named: Iterable[Telling]) -> bool:
    """Whether a telling stands in the name of an event: 侵攻 of ウクライナ侵攻."""
    return any(other.type is one.type and other.start <= one.start < other.end for other in named)


def _date_before(doc: Doc, token: Token) -> str | None:
    """The last date that the sentence says before a word."""
    dates = [one.iso for one in doc._.dates or () if token.sent.start_char <= one.start < token.idx]
    return dates[-1] if dates else None


def _country_of(doc: Doc, start: int, token: Token) -> str | None:
    """The country right before a word or what belongs to it (ロシア|大統領選), else the only one in its sentence."""
    names = [name for name in doc._.names if name.type is EntityType.COUNTRY]
    first = max(start - _NEAR, token.sent.start_char)
    near = [name.key for name in names if first <= name.end <= start]
    said = {name.key for name in names if token.sent.start_char <= name.start < token.sent.end_char}
    return near[-1] if near else next(iter(said), None) if len(said) == 1 else None


def _who(doc: Doc, verb: Token) -> str | None:
    """The person who is the verb's subject, or whom it is said of: 「大統領に就任する|トランプ氏」."""
    people = (name for name in doc._.names if name.type is EntityType.PERSON)
    return next((name.key for name in people if _is_of(doc, name, verb)), None)


def _is_of(doc: Doc, name: Name, verb: Token) -> bool:
    inside = doc[name.first : name.last + 1]
    is_subject = any(token.head.i == verb.i and token.dep_ == "nsubj" for token in inside)
    return is_subject or (verb.dep_ == "acl" and name.first <= verb.head.i <= name.last)


def _office(verb: Token) -> str:
    """The office that somebody takes: 大統領 of 大統領に就任."""
    marked = (child for child in verb.lefts if any(case.text == "に" for case in child.rights))
    return next((chunk(child) for child in marked if "助数詞" not in child.tag_), "")


def _status(doc: Doc, date: str) -> Status:
    ahead = doc._.published is not None and date[: len(doc._.published)] > doc._.published[: len(date)]
    return Status.PLANNED if ahead else Status.ASSERTED
