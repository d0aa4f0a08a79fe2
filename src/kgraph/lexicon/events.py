"""What the lexicon knows of events: which statements tell of one, and what it is called."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from kgraph.errors import LexiconError
from kgraph.lexicon.files import records, words
from kgraph.ontology import RelationType


@dataclass(frozen=True, slots=True)
class NamedEvent:
    """An event that goes by a name of its own; `parts` are its participants' ids with their roles."""

    name: str
    type: RelationType
    date: str | None
    parts: tuple[tuple[str, str], ...]


@dataclass(frozen=True)
class EventWords:
    """The tables of `events.toml`.

    `offices` has for the level of a meeting the offices of those who hold it; `named` the noun for a verb, `taken` that
    for a verb of taking office; `roles` what the first actor of a verb is.
    """

    happenings: frozenset[RelationType]
    dated: frozenset[RelationType]
    frames: frozenset[str]
    single: frozenset[str]
    habits: frozenset[str]
    qualifiers: frozenset[str]
    order: str
    meetings: frozenset[str]
    apart: frozenset[str]
    general: frozenset[str]
    roles: Mapping[str, str]
    gatherings: tuple[str, ...]
    occasions: Mapping[str, RelationType]
    taken: Mapping[str, str]
    known: tuple[NamedEvent, ...]
    offices: Mapping[str, frozenset[str]]
    named: Mapping[str, str]
    kinds: Mapping[RelationType, str]
    things: tuple[str, ...]
    made: frozenset[str]
    visits: tuple[str, ...]
    joined: frozenset[str]
    joints: Mapping[str, tuple[str, ...]]
    mutual: frozenset[str]
    paired: frozenset[RelationType]


@cache
def load(overlay: Path | None = None) -> EventWords:
    """The bundled words for events, with a user's over them; raises `LexiconError` for a type that there is not."""
    table = words("events", overlay)
    try:
        return EventWords(
            happenings=frozenset(map(RelationType, table["happenings"])),
            dated=frozenset(map(RelationType, table["dated"])),
            frames=frozenset(table["frames"]),
            single=frozenset(table["single"]),
            habits=frozenset(table["habits"]),
            qualifiers=frozenset(table["qualifiers"]),
            order=table["order"],
            apart=frozenset(table["apart"]),
            general=frozenset(table["general"]),
            roles=table["roles"],
            gatherings=tuple(table["gatherings"]),
            occasions={word: RelationType(kind) for word, kind in table["occasions"].items()},
            taken=table["taken"],
            known=tuple(records("events", "event", _named, overlay)),
            meetings=frozenset(table["meetings"]),
            offices={name: frozenset(titles) for name, titles in table["offices"].items()},
            named=table["named"],
            kinds={RelationType(kind): noun for kind, noun in table["kinds"].items()},
            things=tuple(table["things"]),
            made=frozenset(table["made"]),
            visits=tuple(table["visits"]),
            joined=frozenset(table["joined"]),
            joints={joint: tuple(nouns) for joint, nouns in table["joints"].items()},
            mutual=frozenset(table["mutual"]),
            paired=frozenset(map(RelationType, table["paired"])),
        )
    except ValueError as error:
        raise LexiconError(f"events: {error}") from error


def _named(row: Mapping[str, Any]) -> NamedEvent:
    parts = tuple((key, role) for role in ("source", "target", "party") for key in row.get(role, ()))
    return NamedEvent(row["name"], RelationType(row["type"]), row.get("date"), parts)
