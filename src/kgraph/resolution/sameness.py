"""Whether two tellings can be of one event: of one kind, and nobody, no day and no place speaks against it."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from kgraph.models import EventMention

# Of parties to one event two tellings may name different ones, as long as they share this part.
_SHARED = 0.5
_DAY = len("2025-08-15")


@dataclass(frozen=True)
class Sides:
    """The countries that participants stand for: プーチン大統領 and ロシア軍 for ロシア; `apart` are words of kinds."""

    of: Mapping[str, str]
    apart: frozenset[str]

    def all(self, telling: EventMention) -> frozenset[str]:
        """The sides that take part."""
        return frozenset(self.of.get(part.entity, part.entity) for part in telling.participants)

    def agree(self, one: EventMention, other: EventMention) -> bool:
        """Whether kind, participants and place of two tellings of one type fit together."""
        return self._kinds(one, other) and self._parts(one, other) and self._places(one, other)

    def _kinds(self, one: EventMention, other: EventMention) -> bool:
        first, second = ({word for word in self.apart if word in telling.kind} for telling in (one, other))
        return not first or not second or not first.isdisjoint(second)

    def _parts(self, one: EventMention, other: EventMention) -> bool:
        first, second = self.all(one), self.all(other)
        shared = first & second
        if min(len(one.date or ""), len(other.date or "")) < _DAY:
            # With no day to go by, two sides have to agree.
            agreed = first == second or (len(shared) > 1 and shared in (first, second))
            return agreed and self._roles(one, other)
        near = shared and (shared in (first, second) or len(shared) >= _SHARED * len(first | second))
        return bool(near) and self._roles(one, other)

    def _roles(self, one: EventMention, other: EventMention) -> bool:
        return all(self._same_role(one, other, roles) for roles in (("source",), ("target", "victim")))

    def _same_role(self, one: EventMention, other: EventMention, roles: tuple[str, ...]) -> bool:
        """Whoever attacks is not attacked: sources meet sources, targets meet targets, where both are told."""
        first, second = (
            {self.of.get(part.entity, part.entity) for part in telling.participants if part.role in roles}
            for telling in (one, other)
        )
        return not first or not second or not first.isdisjoint(second)

    def _places(self, one: EventMention, other: EventMention) -> bool:
        if not one.place or not other.place or one.place in other.place or other.place in one.place:
            return True
        return self.of.get(one.place, one.place) == self.of.get(other.place, other.place)


def days_between(one: str, other: str) -> int:
    """How many days lie between two dates; none between a month or year and what lies in it."""
    if one.startswith(other) or other.startswith(one):
        return 0
    return abs((_first_day(one) - _first_day(other)).days)


def _first_day(iso: str) -> date:
    year, month, day = (*map(int, iso.split("-")), 1, 1)[:3]
    return date(year, month, day)
