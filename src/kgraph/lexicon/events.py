"""What the lexicon knows of events: which statements tell of one, and what it is called."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from kgraph.errors import LexiconError
from kgraph.lexicon.files import words
from kgraph.ontology import RelationType


@dataclass(frozen=True)
class EventWords:
    """The tables of `events.toml`.

    `offices` has for the level of a meeting the offices of those who hold it; `named` the noun for a verb, `roles` what
    its first actor is.
    """

    happenings: frozenset[RelationType]
    gestures: frozenset[RelationType]
    alone: frozenset[RelationType]
    habits: frozenset[str]
    qualifiers: frozenset[str]
    order: str
    meetings: frozenset[str]
    apart: frozenset[str]
    roles: Mapping[str, str]
    offices: Mapping[str, frozenset[str]]
    named: Mapping[str, str]


@cache
def load(overlay: Path | None = None) -> EventWords:
    """The bundled words for events, with a user's over them; raises `LexiconError` for a type that there is not."""
    table = words("events", overlay)
    try:
        return EventWords(
            happenings=frozenset(map(RelationType, table["happenings"])),
            gestures=frozenset(map(RelationType, table["gestures"])),
            alone=frozenset(map(RelationType, table["alone"])),
            habits=frozenset(table["habits"]),
            qualifiers=frozenset(table["qualifiers"]),
            order=table["order"],
            apart=frozenset(table["apart"]),
            roles=table["roles"],
            meetings=frozenset(table["meetings"]),
            offices={name: frozenset(titles) for name, titles in table["offices"].items()},
            named=table["named"],
        )
    except ValueError as error:
        raise LexiconError(f"events: {error}") from error
