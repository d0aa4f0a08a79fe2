"""Which tellings are of one event, and what they make it.

Tellings with a day come first and make events; those that know a month or a year find theirs among them, then
those without any date. What decides is what is told and in which article, never the order of articles.
"""

import hashlib
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from itertools import combinations

from kgraph.models import Event, EventMention, Participant
from kgraph.ontology import Status
from kgraph.resolution.sameness import Sides, days_between

# How many days after an event an article may still tell of it without its date.
_FRESH = 31
_DAY = len("2025-08-15")

Published = Mapping[str, str | None]


def identified(tellings: Iterable[EventMention], published: Published, sides: Sides) -> list[EventMention]:
    """The tellings, in their order, each under the id of its event; `published` are the dates of their articles."""
    told = list(tellings)
    ids: dict[tuple[str, str], str] = {}
    taken: set[str] = set()
    for cluster in _clusters(told, published, sides):
        plain, full = _identity(cluster[0], sides), _identity(cluster[0], sides, whole=True)
        event = full if plain in taken else plain
        taken.add(event)
        ids.update({(one.article, one.id): event for one in cluster})
    return [one.model_copy(update={"id": ids[one.article, one.id]}) for one in told]


def events(tellings: Iterable[EventMention], origins: Mapping[str, str] | None = None) -> list[Event]:
    """The events that identified tellings tell of, by id; `origins` has the articles of which others are copies."""
    groups: defaultdict[str, list[EventMention]] = defaultdict(list)
    for telling in tellings:
        groups[telling.id].append(telling)
    return [_event(groups[event], origins or {}) for event in sorted(groups)]


class _Clusters:
    """The tellings of each event, the best first, and where to look for those that a telling may join."""

    def __init__(self, sides: Sides) -> None:
        self.all: list[list[EventMention]] = []
        self._sides = sides
        self._at: defaultdict[object, list[list[EventMention]]] = defaultdict(list)

    def fitting(self, telling: EventMention) -> list[list[EventMention]]:
        """The events that a telling may be of, the oldest in here first."""
        keys = [telling.date] if telling.date else self._company(telling)
        near = {id(cluster): cluster for key in keys for cluster in self._at[telling.type, key]}
        return [cluster for cluster in near.values() if self._sides.agree(cluster[0], telling)]

    def add(self, telling: EventMention) -> None:
        """A new event, to be found by its day, month and year, and by any two of those who take part."""
        cluster = [telling]
        self.all.append(cluster)
        date = telling.date or ""
        dates = [date[:length] for length in (4, 7, 10) if len(date) >= length]
        for key in (*dates, *self._company(telling)):
            self._at[telling.type, key].append(cluster)

    def _company(self, telling: EventMention) -> list[tuple[str, ...]]:
        sides = sorted(self._sides.all(telling))
        return list(combinations(sides, 2)) or [tuple(sides)]


def _clusters(tellings: Iterable[EventMention], published: Published, sides: Sides) -> list[list[EventMention]]:
    """The tellings of each event."""
    clusters = _Clusters(sides)
    for telling in sorted(tellings, key=_rank):
        fitting = clusters.fitting(telling)
        own = _dated(fitting) if telling.date else _undated(telling, fitting, published)
        if own is None:
            clusters.add(telling)
        else:
            own.append(telling)
    return clusters.all


def _rank(telling: EventMention) -> tuple[object, ...]:
    """The order of tellings: those that say most come first, and what an article says twice stays in its order."""
    return (
        -len(telling.date or ""), telling.date or "", -len(telling.participants), telling.place is None,
        telling.article, telling.start, telling.id,
    )  # fmt: skip


def _dated(fitting: Sequence[list[EventMention]]) -> list[EventMention] | None:
    """Of several events in one month or year the one told of by most articles, if there is one."""
    told = [len({one.article for one in cluster}) for cluster in fitting]
    most = max(told, default=0)
    return fitting[told.index(most)] if told.count(most) == 1 else None


def _undated(
    telling: EventMention, fitting: Sequence[list[EventMention]], published: Published
) -> list[EventMention] | None:
    """The one that the article itself tells of, else that nearest to its date; without that date, the only one."""
    fitting = [cluster for cluster in fitting if cluster[0].status is telling.status]
    own = [cluster for cluster in fitting if any(one.article == telling.article for one in cluster)]
    if len(own) == 1:
        return own[0]
    today = published.get(telling.article)
    if today is None:
        return fitting[0] if len(fitting) == 1 else None
    near = [(_distance(telling, today, cluster[0], published), n) for n, cluster in enumerate(fitting)]
    found = [(days, n) for days, n in near if days is not None and days <= _FRESH]
    return fitting[min(found)[1]] if found else None


def _distance(telling: EventMention, today: str, event: EventMention, published: Published) -> int | None:
    """The days between an article and an event that it may tell of; None where it lies the other way in time."""
    day = event.date or published.get(event.article)
    if day is None:
        return None
    precise = min(len(day), len(today))
    if event.date and telling.status is Status.ASSERTED and day[:precise] > today[:precise]:
        return None
    return days_between(day, today)


def _identity(best: EventMention, sides: Sides, *, whole: bool = False) -> str:
    """An id that depends on the event, not on who else tells of it: what has no day is known by its first article."""
    exact = len(best.date or "") == _DAY and not whole
    told = () if exact else (best.article, best.start)
    content = (best.type.value, best.date, *sorted(sides.all(best)), *told)
    digest = hashlib.sha256(repr(content).encode()).hexdigest()[:12]
    return f"event:{best.type}:{best.date or 'undated'}:{digest}"


def _event(told: Sequence[EventMention], origins: Mapping[str, str]) -> Event:
    ordered = sorted(told, key=_rank)
    best = ordered[0]
    articles = sorted({telling.article for telling in told})
    return Event(
        id=best.id,
        type=best.type,
        label=best.label,
        date=best.date,
        place=next((telling.place for telling in ordered if telling.place), None),
        status=Status.ASSERTED if any(one.status is Status.ASSERTED for one in told) else Status.PLANNED,
        support=len({origins.get(article, article) for article in articles}),
        participants=_participants(ordered),
        assertions=tuple(dict.fromkeys(assertion for telling in told for assertion in telling.assertions)),
        articles=tuple(articles),
    )


def _participants(told: Iterable[EventMention]) -> tuple[Participant, ...]:
    roles: dict[str, Participant] = {}
    for telling in told:
        for participant in telling.participants:
            roles.setdefault(participant.entity, participant)
    return tuple(roles[entity] for entity in sorted(roles))
