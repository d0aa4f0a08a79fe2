"""What assertions add up to."""

from collections import Counter, defaultdict
from collections.abc import Iterable
from math import prod

from kgraph.models import Assertion, Relation
from kgraph.ontology import RelationType, Status

Key = tuple[str, RelationType, str]


def relations(assertions: Iterable[Assertion]) -> list[Relation]:
    """One relation for each source, type and target, by these three; where a type has no direction, ends are sorted."""
    groups: defaultdict[Key, list[Assertion]] = defaultdict(list)
    for assertion in assertions:
        groups[key(assertion)].append(assertion)
    return [_relation(ends, group) for ends, group in sorted(groups.items())]


def key(of: Assertion | Relation) -> Key:
    """The source, type and target under which an assertion counts."""
    source, target = (of.source, of.target) if of.type.spec.directed else sorted((of.source, of.target))
    return source, of.type, target


def _relation(ends: Key, group: list[Assertion]) -> Relation:
    source, kind, target = ends
    dates = [assertion.date for assertion in group if assertion.date]
    statuses = Counter(assertion.status for assertion in group)
    return Relation(
        source=source,
        type=kind,
        target=target,
        assertions=len(group),
        articles=len({assertion.article for assertion in group}),
        first=min(dates, default=None),
        last=max(dates, default=None),
        statuses={status: statuses[status] for status in Status if statuses[status]},
        confidence=_confidence(group),
    )


def _confidence(group: list[Assertion]) -> float:
    """That not all are wrong: articles count as independent of one another, sentences of one article do not."""
    best: defaultdict[str, float] = defaultdict(float)
    for assertion in group:
        best[assertion.article] = max(best[assertion.article], assertion.confidence)
    return round(1 - prod(1 - confidence for _, confidence in sorted(best.items())), 4)
