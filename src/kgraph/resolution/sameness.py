"""Whether two tellings can be of one event: of one kind, and nobody, no day and no place speaks against it."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from kgraph.models import EventMention

# Of parties to one event two tellings may name different ones, as long as they share this part.
_SHARED = 0.5
_DAY = len("2025-08-15")
_STEM = 2


@dataclass(frozen=True)
class Sides:
    """The countries that participants stand for: プーチン大統領 and ロシア軍 for ロシア.

    `apart` are words of kinds that tell meetings apart; `general` are nouns that may stand for any other of their type;
    `names` are those of events that have one.
    """

    of: Mapping[str, str]
    apart: frozenset[str] = frozenset()
    general: frozenset[str] = frozenset()
    names: frozenset[str] = frozenset()

    def all(self, telling: EventMention) -> frozenset[str]:
        """The sides that take part."""
        return frozenset(self._side(part.entity) for part in telling.participants)

    def agree(self, one: EventMention, other: EventMention) -> bool:
        """Whether those who take part in what two tellings of one type tell are the same, as far as both name them."""
        first, second = self.all(one), self.all(other)
        shared = first & second
        if _are_exact(one, other):
            return bool(shared) and (shared in (first, second) or len(shared) >= _SHARED * len(first | second))
        # With no day to go by, two sides have to agree.
        return first == second or (len(shared) > 1 and shared in (first, second))

    def named(self, one: EventMention, other: EventMention) -> bool:
        """Whether both call the event by the same name of its own."""
        return one.kind == other.kind and one.kind in self.names

    def clash(self, one: EventMention, other: EventMention) -> bool:
        """Whether kind, roles, people or places speak against one event."""
        return (
            self._other_kind(one, other)
            or self._other_roles(one, other)
            or self._other_people(one, other)
            or self._other_place(one, other)
        )

    def alike(self, one: EventMention, other: EventMention) -> bool:
        """Whether the noun of one telling may stand for that of the other: 会談 for 首脳会談, not 殺害 for 空爆."""
        nouns = one.kind[-_STEM:], other.kind[-_STEM:]
        return nouns[0] == nouns[1] or not self.general.isdisjoint(nouns)

    def _side(self, entity: str) -> str:
        return self.of.get(entity, entity)

    def _other_kind(self, one: EventMention, other: EventMention) -> bool:
        first, second = ({word for word in self.apart if word in telling.kind} for telling in (one, other))
        return bool(first) and bool(second) and first.isdisjoint(second)

    def _other_people(self, one: EventMention, other: EventMention) -> bool:
        """Whether a side is named by one person here and by another there: プーチン meets, ショイグ meets."""
        if one.type.spec.directed and _are_exact(one, other):
            return False
        first, second = self._people(one), self._people(other)
        return any(first[side].isdisjoint(second[side]) for side in first.keys() & second.keys())

    def _people(self, telling: EventMention) -> Mapping[str, set[str]]:
        people: defaultdict[str, set[str]] = defaultdict(set)
        for part in telling.participants:
            if part.entity.startswith("person:"):
                people[self._side(part.entity)].add(part.entity)
        return people

    def _other_roles(self, one: EventMention, other: EventMention) -> bool:
        """Whoever attacks is not attacked: sources meet sources, targets meet targets, where both are told."""
        (sources, targets, hosts), (others, aims, theirs) = self._roles(one), self._roles(other)
        both = ((sources, others), (targets, aims), (hosts, theirs))
        crossed = (sources & aims) - targets or (others & targets) - aims
        return bool(crossed) or any(a and b and a.isdisjoint(b) for a, b in both)

    def _roles(self, telling: EventMention) -> tuple[frozenset[str], ...]:
        """The sources, targets and hosts of a telling."""
        return tuple(
            frozenset(self._side(part.entity) for part in telling.participants if part.role in roles)
            for roles in (("source",), ("target", "victim"), ("host",))
        )

    def _other_place(self, one: EventMention, other: EventMention) -> bool:
        if not one.place or not other.place or one.place in other.place or other.place in one.place:
            return False
        return not _are_exact(one, other) or self._side(one.place) != self._side(other.place)


def _are_exact(one: EventMention, other: EventMention) -> bool:
    """Whether both tellings know the day."""
    return min(len(one.date or ""), len(other.date or "")) == _DAY


def days_between(one: str, other: str) -> int:
    """How many days lie between two dates; none between a month or year and what lies in it."""
    if one.startswith(other) or other.startswith(one):
        return 0
    return abs((_first_day(one) - _first_day(other)).days)


def _first_day(iso: str) -> date:
    year, month, day = (*map(int, iso.split("-")), 1, 1)[:3]
    return date(year, month, day)
