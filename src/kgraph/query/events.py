"""Questions about events: what happened, when, with whom."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from functools import cache
from itertools import chain

from kgraph import summing
from kgraph.labelling import titled
from kgraph.models import Assertion, Event, EventMention, Participant
from kgraph.naming import relation_type
from kgraph.ontology import EntityType, Status
from kgraph.query.base import Base, dates, status_called
from kgraph.query.found import Found
from kgraph.query.records import Evidence, Moment
from kgraph.sentences import sentences
from kgraph.store import Filters
from kgraph.store.filters import within


class Events(Base):
    """Questions about events."""

    def events(
        self,
        name: str | None = None,
        *,
        type: str | None = None,
        place: str | None = None,
        status: Status | str | None = None,
        since: str | None = None,
        until: str | None = None,
    ) -> Found[Event]:
        """The events by date, those without one last: those in which an entity takes part or which happen there.

        >>> [one.label for one in kg.events("パリ", since="2025")]
        ['パリでの首脳会談']
        """
        entity, where = self._id(name), self._id(place)
        kind = None if type is None else relation_type(type)
        stands = None if status is None else status_called(status)
        first, last = dates(since, until)
        found = (event for event in self._reader.events() if within(event.date, first, last))
        chosen = (
            event
            for event in found
            if kind in (None, event.type)
            and stands in (None, event.status)
            and where in (None, event.place)
            and (entity is None or entity in _involved(event))
        )
        return self._found(Event, sorted(chosen, key=lambda event: (event.date is None, event.date, event.id)))

    def timeline(
        self,
        name: str | None = None,
        other: str | None = None,
        *,
        since: str | None = None,
        until: str | None = None,
    ) -> Found[Moment]:
        """The dated events, earliest first, with their evidence: all, those of one entity, or those of two.

        Of two, what else is said of them on a date stands between the events. A country takes part
        in what its leaders, ministries and forces take part in.

        >>> [one.date for one in kg.timeline("高木首相")]
        ['2023', '2025-05-12']
        >>> [(one.label, str(one.status)) for one in kg.timeline("仏", "ベラルーシ")]
        [('フランス → ベラルーシ 制裁(2024年)', 'planned')]
        """
        first, last = dates(since, until)
        sides = [self._side(one) for one in (name, other) if one is not None]
        found = [
            event
            for event in self._reader.events()
            if event.date and within(event.date, first, last) and _is_between(_involved(event), sides)
        ]
        moments = [*self._told(found), *(self._said(found, sides, first, last) if len(sides) > 1 else ())]
        return self._found(Moment, sorted(moments, key=lambda one: (one.date, one.id)))

    def _side(self, name: str) -> frozenset[str]:
        """An entity, and those that stand for it where it is a country."""
        entity = self.entity(name)
        if entity.type is not EntityType.COUNTRY:
            return frozenset((entity.id,))
        return frozenset((entity.id, *(one.id for one in self._reader.entities() if one.country == entity.id)))

    def _told(self, found: Iterable[Event]) -> Iterator[Moment]:
        """The events with the sentences that tell of them."""
        tellings: defaultdict[str, list[EventMention]] = defaultdict(list)
        for telling in self._reader.tellings():
            tellings[telling.id].append(telling)
        sentences_of = cache(self._sentences)
        for event in found:
            told = [(sentences_of(one.article), one.start) for one in tellings[event.id]]
            evidence = dict.fromkeys(next(one for one in inside if start < one.end) for inside, start in told)
            yield Moment(**dict(event), evidence=tuple(evidence))

    def _sentences(self, article: str) -> list[Evidence]:
        found = self._reader.article(article)
        assert found is not None
        text = found.text
        return [Evidence(article=article, start=s, end=e, sentence=text[s:e]) for s, e in sentences(text)]

    def _said(
        self, events: Iterable[Event], sides: list[frozenset[str]], since: str | None, until: str | None
    ) -> Iterator[Moment]:
        """What is said of two sides on a date and belongs to none of the events, together where it is the same."""
        told = set(chain.from_iterable(event.assertions for event in events))
        groups: defaultdict[tuple[str, Status, summing.Key], list[Assertion]] = defaultdict(list)
        for one in self._reader.assertions(Filters(since=since, until=until)):
            if one.date and one.id not in told and _is_between({one.source, one.target}, sides):
                groups[one.date, one.status, summing.key(one)].append(one)
        ends = {end for _, _, (source, _, target) in groups for end in (source, target)}
        self.labels.prepare(ends)
        for (date, status, key), group in groups.items():
            yield self._moment(date, status, key, group)

    def _moment(self, date: str, status: Status, key: summing.Key, group: list[Assertion]) -> Moment:
        source, kind, target = key
        roles = ("source", "target") if kind.spec.directed else ("party", "party")
        said = f"{self.labels.name(source)} → {self.labels.name(target)} {self.labels.relation(kind)}"
        return Moment(
            id=f"relation:{source}:{kind}:{target}:{date}:{status}",
            type=kind,
            label=titled(said, date, None),
            date=date,
            status=status,
            support=len({one.article for one in group}),
            participants=(Participant(entity=source, role=roles[0]), Participant(entity=target, role=roles[1])),
            assertions=tuple(one.id for one in group),
            articles=tuple(sorted({one.article for one in group})),
            evidence=tuple(
                Evidence(article=one.article, start=one.start, end=one.end, sentence=one.sentence) for one in group
            ),
        )


def _involved(event: Event) -> set[str | None]:
    """Those that take part in an event, and its place."""
    return {event.place, *(part.entity for part in event.participants)}


def _is_between(involved: set[str | None] | set[str], sides: Iterable[frozenset[str]]) -> bool:
    return all(not side.isdisjoint(involved) for side in sides)
