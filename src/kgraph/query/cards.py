"""One thing and all about it, as a table or a text: an entity, the graph, an article."""

from collections.abc import Iterable, Iterator

from kgraph.models import Mention
from kgraph.ontology import MentionKind
from kgraph.query.records import MarkedArticle, Profile
from kgraph.query.tables import Labels, Table, said, span
from kgraph.sentences import sentences
from kgraph.store import Stats


def profile(one: Profile, labels: Labels, top: int = 10) -> Table:
    """An entity: its names, how often it is mentioned, who decided on it, its best supported relations."""
    entity = one.entity
    ties = one.relations[:top]
    labels.prepare(end for tie in ties for end in (tie.source, tie.target))
    rows = [
        ("id", entity.id),
        ("type", labels.kind(entity.type)),
        ("name", entity.name),
        ("English name", entity.name_en or ""),
        ("aliases", "、".join(entity.aliases)),
        *_headed("spelled", (f"{it.text}  {it.mentions}  ({', '.join(it.reasons)})" for it in one.spellings)),
        *_headed("decided by", _decisions(one)),
        ("country", labels.name(entity.country) if entity.country else ""),
        ("mentions / articles", f"{one.mentions} / {one.articles}"),
        ("seen", span(entity.first_seen, entity.last_seen)),
        ("relations", str(len(one.relations))),
        *(("", f"{said(tie, labels)}  {tie.assertions} / {tie.articles}") for tie in ties),
    ]
    name = labels.name(entity.id)
    return Table((labels.word("entity"), name), [(labels.word(head), text) for head, text in rows])


def stats(one: Stats, labels: Labels) -> Table:
    """How much there is of everything; what there is none of is left out."""
    rows = [
        (labels.word("articles"), one.articles),
        (labels.word("entities"), sum(one.entities.values())),
        *((f"  {labels.kind(kind)}", number) for kind, number in one.entities.items() if number),
        (labels.word("mentions"), one.mentions),
        (labels.word("events"), one.events),
        (labels.word("relations"), one.relations),
        (labels.word("assertions"), sum(one.assertions.values())),
        *((f"  {labels.word(status)}", number) for status, number in one.statuses.items() if number),
        *((f"  {labels.relation(kind)}", number) for kind, number in one.assertions.items() if number),
    ]
    heads = (labels.word("what"), labels.word("how many"))
    return Table(heads, [(what, str(number)) for what, number in rows])


def marked(one: MarkedArticle, labels: Labels) -> Table:
    """The sentences of an article with its names in 【】, and after each what it is taken to say."""
    labels.prepare(end for told in one.assertions for end in (told.source, told.target))
    return Table((one.article,), [(line,) for line in _lines(one, labels)])


def _lines(one: MarkedArticle, labels: Labels) -> Iterator[str]:
    for start, end in sentences(one.text):
        inside = [mention for mention in one.mentions if start <= mention.start and mention.end <= end]
        yield _marked(one.text, start, end, inside)
        for told in (told for told in one.assertions if start <= told.start < end):
            date = f"  {told.date}" if told.date else ""
            yield f"    {said(told, labels)}  {labels.word(told.status)}{date}  {told.id}"


def _marked(text: str, start: int, end: int, mentions: Iterable[Mention]) -> str:
    pieces: list[str] = []
    for mention in sorted(mentions, key=lambda one: (one.start, -one.end)):
        if mention.kind is MentionKind.NAME and mention.start >= start:
            pieces += (text[start : mention.start], f"【{mention.text}】")
            start = mention.end
    return "".join((*pieces, text[start:end]))


def _decisions(one: Profile) -> Iterator[str]:
    for made in one.judgements:
        note = f": {made.note}" if made.note else ""
        yield f"{made.who}, {made.when}: {made.kind} {' '.join(made.about)}{note}"


def _headed(head: str, lines: Iterable[str]) -> Iterator[tuple[str, str]]:
    for number, line in enumerate(lines):
        yield ("" if number else head), line
