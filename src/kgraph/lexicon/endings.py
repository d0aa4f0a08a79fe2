"""What the lexicon knows of how relations end: which statements end what lasts, and who makes them."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from kgraph.lexicon.files import records
from kgraph.ontology import RelationType

SIDES = ("source", "target", "either")


@dataclass(frozen=True, slots=True)
class Ending:
    """A way in which relations of the types `ends` end; `rules` are as assertions name them, without objects."""

    ends: frozenset[RelationType]
    by: str
    rules: frozenset[str]

    def is_by(self, rule: str, type: RelationType) -> bool:
        """Whether what a rule states ends them; what names no entry of the lexicon does so by its type."""
        entry = rule.split("/")[:2]
        return "/".join(entry) in self.rules or (
            len(entry) == 1 and any(known.startswith(f"{type}/") for known in self.rules)
        )


@cache
def load() -> tuple[Ending, ...]:
    """The bundled endings."""
    return tuple(records("endings", "ending", _ending))


def _ending(row: Mapping[str, Any]) -> Ending:
    if row["by"] not in SIDES:
        raise ValueError(f"'by' is '{row['by']}'; there are: {', '.join(SIDES)}")
    return Ending(frozenset(map(RelationType, row["ends"])), row["by"], frozenset(row["rules"]))
