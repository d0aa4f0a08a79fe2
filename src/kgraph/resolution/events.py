"""Which tellings are of one event, and what they make it.

Tellings with a day come first and make events; those that know a month or a year find theirs among them, then
those without any date. What decides is what is told and in which article, never the order of articles.
"""

import hashlib
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import combinations

from kgraph.labelling import titled
from kgraph.models import Event, EventMention, Participant
from kgraph.ontology import Status
from kgraph.resolution.sameness import Sides, days_between

# How many days after an event an article may still tell of it without its date.
_FRESH = 31
# How many days before it an article may speak of what is planned without its date.
_AHEAD = 366
_TWO = 2
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


def events(
    tellings: Iterable[EventMention], origins: Mapping[str, str] | None = None, names: Mapping[str, str] | None = None
) -> list[Event]:
    """The events that identified tellings tell of, by id.

    `origins` has the articles of which others are copies, `names` what places are called.
    """
    groups: defaultdict[str, list[EventMention]] = defaultdict(list)
    for telling in tellings:
        groups[telling.id].append(telling)
    return [_event(groups[event], origins or {}, names or {}) for event in sorted(groups)]


class _Clusters:
    """The tellings of each event, the best first, and where to look for those that a telling may join."""

    def __init__(self, published: Published, sides: Sides) -> None:
        self.all: list[list[EventMention]] = []
        self._published = published
        self._sides = sides
        self._at: defaultdict[object, list[list[EventMention]]] = defaultdict(list)

    def fitting(self, telling: EventMention) -> list[list[EventMention]]:
        """The events that a telling may be of, the oldest in here first."""
        keys = [telling.date] if telling.date else self._company(telling)
        near = {id(cluster): cluster for key in keys for cluster in self._at[telling.type, key]}
        return [cluster for cluster in near.values() if self._fits(telling, cluster)]

    def add(self, telling: EventMention) -> None:
        """A new event, to be found by its day, month and year, and by its company."""
        cluster = [telling]
        self.all.append(cluster)
        date = telling.date or ""
        dates = [date[:length] for length in (4, 7, 10) if len(date) >= length]
        for key in (*dates, *self._company(telling)):
            self._at[telling.type, key].append(cluster)

    def _fits(self, telling: EventMention, cluster: Sequence[EventMention]) -> bool:
        sides, best = self._sides, cluster[0]
        return sides.named(best, telling) or (
            sides.agree(best, telling)
            and _is_in_time(telling, best.date, self._published)
            and _is_in_time(best, telling.date, self._published)
            and not any(sides.clash(other, telling) or _is_apart(other, telling) for other in cluster)
            and (telling.date is not None or any(sides.alike(other, telling) for other in cluster))
        )

    def _company(self, telling: EventMention) -> list[tuple[str, ...]]:
        """Any two of those who take part, or the name of an event that has one."""
        if self._sides.named(telling, telling):
            return [(telling.kind,)]
        sides = sorted(self._sides.all(telling))
        return list(combinations(sides, 2)) or [tuple(sides)]


def _clusters(tellings: Iterable[EventMention], published: Published, sides: Sides) -> list[list[EventMention]]:
    """The tellings of each event."""
    clusters = _Clusters(published, sides)
    for telling in sorted(tellings, key=_rank):
        fitting = clusters.fitting(telling)
        own = _dated(fitting) if telling.date else _undated(telling, fitting, published, sides)
        if own is None:
            clusters.add(telling)
        else:
            own.append(telling)
    return clusters.all


def _is_apart(one: EventMention, other: EventMention) -> bool:
    """Whether one article tells of both as of two: what it plans is not what it says has happened."""
    return one.article == other.article and one.status is not other.status


def _is_in_time(telling: EventMention, date: str | None, published: Published) -> bool:
    """Whether what a telling plans lies ahead of its article, and what it tells without a date lies behind."""
    today = published.get(telling.article)
    if not today or not date:
        return True
    precise = min(len(date), len(today))
    if telling.status is Status.PLANNED:
        return date[:precise] >= today[:precise]
    return telling.date is not None or date[:precise] <= today[:precise]


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
    telling: EventMention, fitting: Sequence[list[EventMention]], published: Published, sides: Sides
) -> list[EventMention] | None:
    """The one told of beside it in its article, else that of its name, else the one nearest to the article's date."""
    fitting = [cluster for cluster in fitting if cluster[0].status is telling.status]
    today = published.get(telling.article)
    if (beside := min(_beside(telling, fitting, published), default=None)) is not None:
        return fitting[beside[-1]]
    if (named := next((cluster for cluster in fitting if sides.named(cluster[0], telling)), None)) is not None:
        return named
    if today is None:
        return None
    near = [(_days_from(today, cluster[0], published), n) for n, cluster in enumerate(fitting)]
    found = [(days, n) for days, n in near if days is not None]
    return fitting[min(found)[1]] if found else None


def _days_from(today: str, event: EventMention, published: Published) -> int | None:
    """The days between an article and an event that it may tell of without a date; None where they are too many."""
    day = event.date or published.get(event.article)
    days = days_between(day, today) if day is not None else None
    most = _AHEAD if event.date and event.status is Status.PLANNED else _FRESH
    return days if days is not None and days <= most else None


def _beside(
    telling: EventMention, fitting: Iterable[Sequence[EventMention]], published: Published
) -> Iterator[tuple[bool, int, int]]:
    """How far from a telling its article tells of each event, and the event's place in the list.

    Those told of before come first; what is told of after it, as below a headline, has to be news.
    """
    today = published.get(telling.article)
    for place, cluster in enumerate(fitting):
        for one in cluster:
            follows = one.start > telling.start
            is_news = not today or _days_from(today, cluster[0], published) is not None
            if one.article == telling.article and (is_news or not follows):
                yield follows, abs(one.start - telling.start), place


def _identity(best: EventMention, sides: Sides, *, whole: bool = False) -> str:
    """An id that depends on the event, not on who else tells of it: what has no day is known by its first article."""
    exact = len(best.date or "") == _DAY and not whole
    told = () if exact else (best.article, best.start)
    content = (best.type.value, best.date, *sorted(sides.all(best)), *told)
    digest = hashlib.sha256(repr(content).encode()).hexdigest()[:12]
    return f"event:{best.type}:{best.date or 'undated'}:{digest}"


def _event(told: Sequence[EventMention], origins: Mapping[str, str], names: Mapping[str, str]) -> Event:
    ordered = sorted(told, key=_rank)
    best = ordered[0]
    articles = sorted({telling.article for telling in told})
    place = next((telling.place for telling in ordered if telling.place), None)
    return Event(
        id=best.id,
        type=best.type,
        label=titled(_called(ordered), best.date, names.get(place or "")),
        date=best.date,
        place=place,
        status=Status.ASSERTED if any(one.status is Status.ASSERTED for one in told) else Status.PLANNED,
        support=len({origins.get(article, article) for article in articles}),
        participants=_participants(ordered),
        assertions=tuple(dict.fromkeys(assertion for telling in told for assertion in telling.assertions)),
        articles=tuple(articles),
    )


def _called(ordered: Sequence[EventMention]) -> str:
    """What most articles call an event; of several names that of the best telling which names two who take part."""
    fullest = sorted(ordered, key=lambda one: len(one.participants) < _TWO)
    names = [titled(telling.label, None, None) for telling in fullest]
    articles = Counter(name for name, _ in {(titled(one.label, None, None), one.article) for one in ordered})
    return max(names, key=lambda name: (articles[name], -names.index(name)))


def _participants(told: Iterable[EventMention]) -> tuple[Participant, ...]:
    roles: dict[str, Participant] = {}
    for telling in told:
        for participant in telling.participants:
            roles.setdefault(participant.entity, participant)
    return tuple(roles[entity] for entity in sorted(roles))
