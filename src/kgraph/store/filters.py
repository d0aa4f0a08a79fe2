"""What is asked of the assertions and relations, as SQL."""

from dataclasses import dataclass

from kgraph.ontology import SPECS, RelationType, Status

_UNDIRECTED = ", ".join(f"'{kind}'" for kind, spec in SPECS.items() if not spec.directed)


@dataclass(frozen=True, slots=True)
class Filters:
    """All that is given must hold. `source` and `target` are entity ids; undirected types match both ways round.
    `ends` are entities that stand at either end, two at one each; `types` are relation types of which it is one.

    `since` and `until` are ISO dates as precise as `2025`, `2025-05` or `2025-05-12`, both included: an
    assertion passes if its date, as precise as it is known, may lie within; one without a date never does.
    """

    source: str | None = None
    target: str | None = None
    type: RelationType | None = None
    types: tuple[RelationType, ...] | None = None
    ends: tuple[str, ...] = ()
    status: Status | None = None
    since: str | None = None
    until: str | None = None
    article: str | None = None

    def where(self) -> tuple[str, list[str]]:
        """The WHERE clause (empty where nothing is asked) and the values for its marks."""
        clauses = [*self._from_to(), *self._at_ends(), *self._of_types(), *self._fields()]
        given = [value for _, values in clauses for value in values]
        sql = " AND ".join(f"({clause})" for clause, _ in clauses)
        return (f"WHERE {sql}" if sql else ""), given

    def _from_to(self) -> list[tuple[str, list[str]]]:
        straight = {"source": self.source, "target": self.target}
        ends = {column: end for column, end in straight.items() if end is not None}
        if not ends:
            return []
        turned = {"source": "target", "target": "source"}
        forth = " AND ".join(f"{column} = ?" for column in ends)
        back = " AND ".join(f"{turned[column]} = ?" for column in ends)
        return [(f"({forth}) OR ({back} AND type IN ({_UNDIRECTED}))", [*ends.values(), *ends.values()])]

    def _at_ends(self) -> list[tuple[str, list[str]]]:
        if not self.ends:
            return []
        if len(self.ends) == 1:
            return [("source = ? OR target = ?", [*self.ends, *self.ends])]
        one, other = self.ends
        return [("(source = ? AND target = ?) OR (target = ? AND source = ?)", [one, other, one, other])]

    def _of_types(self) -> list[tuple[str, list[str]]]:
        if self.types is None:
            return []
        return [(f"type IN ({', '.join('?' for _ in self.types)})", [*self.types])]

    def _fields(self) -> list[tuple[str, list[str]]]:
        # '~' sorts after '-' and all digits: `2025~` is the last moment of 2025.
        tests = [
            ("type = ?", self.type),
            ("status = ?", self.status),
            ("date || '~' >= ?", self.since),
            ("date <= ? || '~'", self.until),
            ("article = ?", self.article),
        ]
        return [(test, [value]) for test, value in tests if value is not None]


def within(date: str | None, since: str | None, until: str | None) -> bool:
    """Whether a date passes `since` and `until` in the way that `Filters` says."""
    if date is None:
        return since is None and until is None
    return (since is None or f"{date}~" >= since) and (until is None or date <= f"{until}~")
