"""The small words of Japanese syntax that roles are read off."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True)
class Words:
    """The tables of `syntax.toml`."""

    particles: Mapping[str, str]
    standins: frozenset[str]
    sets: frozenset[str]
    each_other: frozenset[str]
    means: frozenset[str]
    motion: frozenset[str]
    complement_nouns: frozenset[str]
    tails: frozenset[str]
    between: frozenset[str]
    conjunctions: frozenset[str]
    passed_over: frozenset[str]
    object_prefixes: frozenset[str]
    conditions: frozenset[str]
    bullets: frozenset[str]

    @classmethod
    def of(cls, table: Mapping[str, Any]) -> "Words":
        """The words of a parsed `syntax.toml`; particles are tried the longest first."""
        particles = dict(sorted(table["particles"].items(), key=lambda item: (-len(item[0]), item[0])))
        return cls(particles, **{name: frozenset(words) for name, words in table["words"].items()})
