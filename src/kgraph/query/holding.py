"""What held on a day, as far as dated assertions tell.

A relation holds on a day if an assertion of it that is asserted, not planned or denied, is dated on that day or
before; one without a date counts from the day its article was published. Relations that last (the standing ones,
sanctions, agreements, mobilizations) end when, later than all that was asserted of them by that day, one of the
two ends them: lifts the sanction, breaks the agreement, pulls out the forces, abandons the ally, leaves the office
(see `lexicon/endings.toml`). Where only a year or a month is known, its first day counts.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping

from kgraph import summing
from kgraph.lexicon import endings
from kgraph.models import Assertion, Relation
from kgraph.ontology import RelationType, Status

_Ends = tuple[RelationType, str, str]


class Held:
    """What held when; `published` has the dates of articles."""

    def __init__(self, assertions: Iterable[Assertion], published: Mapping[str, str]) -> None:
        self._groups: defaultdict[summing.Key, list[tuple[str, Assertion]]] = defaultdict(list)
        self._ends: defaultdict[_Ends, list[str]] = defaultdict(list)
        for one in assertions:
            when = one.date or published.get(one.article)
            if when is not None and one.status is Status.ASSERTED:
                self._groups[summing.key(one)].append((when, one))
                for ended in _ended(one):
                    self._ends[ended].append(when)

    def on(self, day: str) -> Iterator[Assertion]:
        """The assertions, up to a day, of the relations that held on it."""
        for key in sorted(self._groups):
            begun = [(when, one) for when, one in self._groups[key] if _by(when, day)]
            if begun and self._end(key, begun, day) is None:
                yield from (one for _, one in begun)

    def begun(self, since: str, until: str) -> Iterator[tuple[Relation, str]]:
        """The relations whose first assertion lies in a span of time, and when; later ones do not count."""
        for key in sorted(self._groups):
            first = min(when for when, _ in self._groups[key])
            if first >= since and _by(first, until):
                told = (one for when, one in self._groups[key] if _by(when, until))
                yield from ((relation, first) for relation in summing.relations(told))

    def ended(self, since: str, until: str) -> Iterator[tuple[Relation, str]]:
        """The relations that held on the first day and not on the last, and when they ended."""
        for key in sorted(self._groups):
            before = [(when, one) for when, one in self._groups[key] if _by(when, since)]
            if not before or self._end(key, before, since) is not None:
                continue
            begun = [(when, one) for when, one in self._groups[key] if _by(when, until)]
            if (end := self._end(key, begun, until)) is not None:
                yield from ((relation, end) for relation in summing.relations(one for _, one in begun))

    def _end(self, key: summing.Key, begun: list[tuple[str, Assertion]], day: str) -> str | None:
        """When, by a day, a relation ended that began so; None if it had not."""
        source, kind, target = key
        last = max(when for when, _ in begun)
        return min((when for when in self._ends[kind, source, target] if when > last and _by(when, day)), default=None)


def _ended(one: Assertion) -> Iterator[_Ends]:
    """The relations that an assertion ends, by type, source and target."""
    for ending in endings.load():
        if ending.is_by(one.rule, one.type):
            for kind in sorted(ending.ends):
                if ending.by != "target":
                    yield kind, one.source, one.target
                if ending.by != "source":
                    yield kind, one.target, one.source


def _by(when: str, day: str) -> bool:
    # '~' sorts after '-' and all digits: `2025~` is the last moment of 2025.
    return when <= f"{day}~"
