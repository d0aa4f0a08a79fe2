"""The component `kgraph_events`: what happened, or is to happen, at some time or place."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from spacy.language import Language
from spacy.tokens import Doc

from kgraph.extraction.document import Actor, Statement
from kgraph.models import Participant
from kgraph.ontology import Quad, RelationType, Status

# What a timeline shows: what happened or is scheduled, not what may be or is denied.
TELLABLE = (Status.ASSERTED, Status.PLANNED)


@dataclass(frozen=True, slots=True)
class Telling:
    """One event as an article tells it; `statements` are the places of its statements in `doc._.statements`."""

    type: RelationType
    label: str
    date: str | None
    place: str | None
    status: Status
    participants: tuple[Participant, ...]
    statements: tuple[int, ...]
    start: int
    end: int


class EventFinder:
    """Makes events of an article's statements and leaves them on `doc._.events`, in the order of the text."""

    def __call__(self, doc: Doc) -> Doc:
        """Annotates the Doc."""
        told = _by_predicate(doc._.statements)
        tellings = [_telling(doc._.statements, group, doc._.actors) for group in told]
        doc._.events = sorted(_once(tellings), key=lambda t: (t.start, t.end, t.type))
        return doc


def _by_predicate(statements: Sequence[Statement]) -> Iterable[list[int]]:
    """The statements that make events, those of one predicate together."""
    groups: dict[tuple[int, int, RelationType], list[int]] = {}
    for index, statement in enumerate(statements):
        happens = statement.type.spec.quad is not Quad.STANDING and statement.status in TELLABLE
        if happens and (statement.date or statement.place):
            groups.setdefault((statement.start, statement.end, statement.type), []).append(index)
    return groups.values()


def _telling(statements: Sequence[Statement], group: Sequence[int], actors: dict[str, Actor]) -> Telling:
    first = statements[group[0]]
    participants = tuple(_participants(statements[index] for index in group))
    names = "・".join(actors[p.entity].name for p in participants)
    return Telling(
        type=first.type,
        label=f"{names}: {first.type.spec.ja}",
        date=first.date,
        place=first.place,
        status=first.status,
        participants=participants,
        statements=tuple(group),
        start=first.start,
        end=first.end,
    )


def _participants(statements: Iterable[Statement]) -> Iterator[Participant]:
    seen: set[str] = set()
    for statement in statements:
        directed = statement.type.spec.directed
        for entity, role in ((statement.source, "source"), (statement.target, "target")):
            if entity not in seen:
                seen.add(entity)
                yield Participant(entity=entity, role=role if directed else "party")


def _once(tellings: Iterable[Telling]) -> list[Telling]:
    """One telling for each event: same type, same actors, dates of which one is part of the other."""
    kept: list[Telling] = []
    for telling in tellings:
        same = next((n for n, other in enumerate(kept) if _is_same(telling, other)), None)
        if same is None:
            kept.append(telling)
        else:
            kept[same] = _joined(kept[same], telling)
    return kept


def _is_same(one: Telling, other: Telling) -> bool:
    actors, others = ({p.entity for p in telling.participants} for telling in (one, other))
    a, b = one.date or "", other.date or ""
    return one.type is other.type and actors == others and bool(a) == bool(b) and (a.startswith(b) or b.startswith(a))


def _joined(one: Telling, other: Telling) -> Telling:
    """The first telling, with the more precise date, the place that either names, and both evidence."""
    date = max(one.date or "", other.date or "", key=len) or None
    return Telling(
        one.type, one.label, date, one.place or other.place, one.status, one.participants,
        tuple(sorted({*one.statements, *other.statements})), one.start, one.end,
    )  # fmt: skip


@Language.factory("kgraph_events")
def create(nlp: Language, name: str) -> EventFinder:  # noqa: ARG001
    """The component; it needs `kgraph_assertions` before it."""
    return EventFinder()
