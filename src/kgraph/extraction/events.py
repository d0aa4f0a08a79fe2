"""The component `kgraph_events`: what happened, or is to happen, at some time or place."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from spacy.language import Language
from spacy.tokens import Doc

from kgraph import lexicon
from kgraph.extraction.document import Partial, Statement, Telling
from kgraph.extraction.happenings import Happenings, token_of, when
from kgraph.extraction.labels import Labels
from kgraph.extraction.occasions import Occasions, is_inside
from kgraph.lexicon import Lexicon, events
from kgraph.lexicon.events import EventWords
from kgraph.models import Participant
from kgraph.ontology import EntityType, RelationType

_FEW = 3
_VIOLENT = (RelationType.ASSAULT, RelationType.COERCION)
_DAY = len("2025-08-15")


class EventFinder:
    """Makes events of an article's statements and leaves them on `doc._.events`, in the order of the text."""

    def __init__(self, words: Lexicon, event_words: EventWords) -> None:
        self._words = event_words
        self._happenings = Happenings(event_words)
        self._occasions = Occasions(event_words)
        self._labels = Labels(words.actors, event_words)

    def __call__(self, doc: Doc) -> Doc:
        """Annotates the Doc."""
        named = list(self._occasions.named(doc))
        occasions = (*self._occasions.dated(doc), *self._occasions.offices(doc))
        others = [*self._whole(doc), *self._partial(doc), *occasions]
        told = sorted(
            [*named, *(one for one in others if not is_inside(one, named))], key=lambda t: (t.start, t.end, t.type)
        )
        doc._.events = [self._labelled(doc, telling) for telling in _once(told)]
        return doc

    def _whole(self, doc: Doc) -> Iterator[Telling]:
        """The events of which statements tell, those of one predicate together."""
        statements: Sequence[Statement] = doc._.statements
        groups: dict[tuple[int, int, RelationType], list[int]] = {}
        for index, one in enumerate(statements):
            if self._happenings.tells(doc, one):
                groups.setdefault((one.start, one.end, one.type), []).append(index)
        for group in groups.values():
            parts = _participants((statements[n].source, statements[n].target) for n in group)
            yield self._telling(doc, statements[group[0]], parts, tuple(group))

    def _partial(self, doc: Doc) -> Iterator[Telling]:
        """The events of which only some of the actors are known, or those that the sentence names beside."""
        for one in doc._.partials:
            if self._happenings.tells(doc, one):
                said = {**dict.fromkeys(one.targets, 1), **dict.fromkeys(one.sources, 0)}
                parts = {key: role for key, role in (said or _beside(doc, one)).items() if key in doc._.actors}
                telling = self._telling(doc, one, parts, ())
                if parts and self._is_in_company(doc, telling):
                    yield telling

    def _telling(
        self, doc: Doc, said: Statement | Partial, parts: dict[str, int], statements: tuple[int, ...]
    ) -> Telling:
        date, status = when(doc, said)
        kind = self._labels.kind(doc, said)
        return Telling(
            type=said.type,
            date=date,
            place=said.place,
            status=status,
            participants=self._parts(doc, said, kind, parts),
            statements=statements,
            start=said.start,
            end=said.end,
            kind=kind,
        )

    def _parts(self, doc: Doc, said: Statement | Partial, kind: str, parts: dict[str, int]) -> tuple[Participant, ...]:
        """Those who take part; where somebody goes, the countries but his own are hosts, else who is named second."""
        roles = ("party", "party") if kind in self._words.mutual else self._roles(said)
        found = tuple(_part(key, roles[n]) for key, n in parts.items())
        if not kind.endswith(self._words.visits):
            return found
        homes = {doc._.actors[key].country for key in parts}
        abroad = [key for key in parts if key.startswith("country:") and key not in homes]
        hosts = abroad if 0 < len(abroad) < len(parts) else list(parts)[1:]
        return tuple(Participant(entity=part.entity, role="host") if part.entity in hosts else part for part in found)

    def _is_in_company(self, doc: Doc, telling: Telling) -> bool:
        """Whether what takes two has two, or needs but one: a body of many states, a gathering with a name, a visit."""
        if telling.type.spec.directed or len(telling.participants) > 1 or self._labels.is_name(doc, telling.kind):
            return True
        (alone,) = (doc._.actors[part.entity] for part in telling.participants)
        is_body = alone.type is EntityType.ORGANIZATION and alone.country is None
        return is_body or telling.kind.endswith(tuple(self._words.single))

    def _roles(self, said: Statement | Partial) -> tuple[str, str]:
        """What the first and the second actor of a statement are to its event."""
        if not said.type.spec.directed:
            return self._words.roles.get(said.rule.split("/")[1], "party"), "party"
        return "source", "victim" if said.type in _VIOLENT else "target"

    def _labelled(self, doc: Doc, telling: Telling) -> Telling:
        return replace(telling, label=self._labels.label(doc, telling))


def _part(key: str, role: str) -> Participant:
    """Only people are victims: what is done to a country, it is the target of."""
    suits = role != "victim" or key.startswith("person:")
    return Participant(entity=key, role=role if suits else "target")


def _beside(doc: Doc, one: Partial) -> dict[str, int]:
    """The actors of a sentence that names no more than a few: they are in it somehow."""
    sentence = token_of(doc, one).sent
    names = (name for name in doc._.names if sentence.start_char <= name.start < sentence.end_char)
    keys = dict.fromkeys((name.key for name in names if name.type is not EntityType.PLACE), 0)
    return keys if len(keys) <= _FEW else {}


def _participants(pairs: Iterable[tuple[str, str]]) -> dict[str, int]:
    """The place of each actor in its first statement: 0 for the source, 1 for the target."""
    parts: dict[str, int] = {}
    for pair in pairs:
        for place, key in enumerate(pair):
            parts.setdefault(key, place)
    return parts


def _once(tellings: Iterable[Telling]) -> list[Telling]:
    """One telling for each event: same type and actors, dates of which one is part of the other."""
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
    same_day = a == b and len(a) == _DAY and (actors <= others or others <= actors)
    return one.type is other.type and (same_day or (actors == others and (a.startswith(b) or b.startswith(a))))


def _joined(one: Telling, other: Telling) -> Telling:
    """The first telling, with the more precise date, the place and the actors that either names, and both evidence."""
    fuller = max(one, other, key=lambda telling: (bool(telling.statements), len(telling.participants)))
    return replace(
        one,
        date=max(one.date or "", other.date or "", key=len) or None,
        place=one.place or other.place,
        participants=fuller.participants,
        statements=tuple(sorted({*one.statements, *other.statements})),
        kind=next(
            (kind for kind in (one.kind, other.kind) if kind.endswith(fuller.kind) and kind != fuller.kind), fuller.kind
        ),
    )


@Language.factory("kgraph_events", default_config={"lexicon_dir": None})
def create(nlp: Language, name: str, lexicon_dir: str | None) -> EventFinder:  # noqa: ARG001
    """The component; it needs `kgraph_assertions` before it."""
    overlay = Path(lexicon_dir) if lexicon_dir else None
    return EventFinder(lexicon.load(overlay), events.load(overlay))
