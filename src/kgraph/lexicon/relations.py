"""How Japanese states relations: predicates and their frames, light verbs, verbs of saying, cues of status."""

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeVar

from kgraph.errors import LexiconError
from kgraph.lexicon.files import rows
from kgraph.ontology import RelationType, Status

FRAMES = frozenset(
    ("transitive", "dative", "either", "mutual", "comitative", "ablative", "passive_source", "topic_about")
)
_Entry = TypeVar("_Entry", "Predicate", "LightVerb")
VOICES = frozenset(("active", "passive", "subject", "other"))
EFFECTS = frozenset(("none", "planned", "hypothetical", "negated", "ended"))


@dataclass(frozen=True, slots=True)
class Predicate:
    """One reading of a word that states a relation.

    `frame` says which particles mark source and target. With `objects` the word has this reading
    only where one of them ends its argument marked by `object_case`. `content` is the status of
    what its complement says (要求する: only demanded). `genitive` says what Xの before the noun is.
    """

    word: str
    rule: str
    type: RelationType
    frame: str
    nominal: bool = False
    objects: tuple[str, ...] = ()
    object_case: str = "を"
    content: Status | None = None
    status: Status | None = None
    genitive: str = "source"
    place_target: bool = False


@dataclass(frozen=True, slots=True)
class LightVerb:
    """A verb that carries a noun of action: 〜を行う, 〜を受ける, 〜が続く, and what it does to its status."""

    word: str
    voice: str
    effect: str
    case: str


@dataclass(frozen=True, slots=True)
class Cue:
    """Words around a predicate that tell its status; `scope` is suffix, clause or prefix."""

    pattern: re.Pattern[str]
    scope: str
    status: Status


@dataclass(frozen=True)
class Grammar:
    """What the lexicon knows of predicates, each indexed by its word."""

    predicates: Mapping[str, tuple[Predicate, ...]]
    light_verbs: Mapping[str, tuple[LightVerb, ...]]
    reporting: Mapping[str, str]
    cues: tuple[Cue, ...]


def load(overlay: Path | None = None) -> Grammar:
    """The bundled grammar, with a user's entries before it."""
    return Grammar(
        predicates=_by_word(p for row in rows("relations", "predicate", overlay) for p in _predicates(row)),
        light_verbs=_by_word(v for row in rows("light_verbs", "light_verb", overlay) for v in _light_verbs(row)),
        reporting={
            word: row.get("mode", "assert") for row in rows("reporting", "verb", overlay) for word in _words(row)
        },
        cues=tuple(
            Cue(re.compile(row["pattern"]), row["scope"], _status(row["status"]))
            for row in rows("status", "cue", overlay)
        ),
    )


def _by_word(entries: Iterable[_Entry]) -> dict[str, tuple[_Entry, ...]]:
    index: defaultdict[str, list[_Entry]] = defaultdict(list)
    for entry in entries:
        index[entry.word].append(entry)
    return {word: tuple(found) for word, found in index.items()}


def _words(row: Mapping[str, Any]) -> tuple[str, ...]:
    return (row["lemma"], *row.get("forms", ()))


def _predicates(row: Mapping[str, Any]) -> Iterable[Predicate]:
    try:
        kind, frame = RelationType(row["type"]), row.get("frame", "transitive")
        objects = tuple(row.get("object", ()))
        content, status = row.get("content"), row.get("status")
        rule = f"{kind}/{row['lemma']}" + (f"/{objects[0]}" if objects else "")
        for word in _words(row):
            yield Predicate(
                word=word,
                rule=rule,
                type=kind,
                frame=_one_of(frame, FRAMES),
                nominal=row.get("nominal", False),
                objects=objects,
                object_case=row.get("object_case", "を"),
                content=Status(content) if content else None,
                status=Status(status) if status else None,
                genitive=row.get("genitive", "source"),
                place_target=row.get("place_target", False),
            )
    except (KeyError, ValueError) as error:
        raise LexiconError(f"predicate {row.get('lemma', row)}: {error}") from error


def _light_verbs(row: Mapping[str, Any]) -> Iterable[LightVerb]:
    try:
        for word in _words(row):
            yield LightVerb(
                word, _one_of(row["voice"], VOICES), _one_of(row.get("effect", "none"), EFFECTS), row.get("case", "を")
            )
    except (KeyError, ValueError) as error:
        raise LexiconError(f"light verb {row.get('lemma', row)}: {error}") from error


def _status(word: str) -> Status:
    """A question leaves open whether something happened."""
    return Status.HYPOTHETICAL if word == "question" else Status(word)


def _one_of(value: str, known: frozenset[str]) -> str:
    if value not in known:
        raise ValueError(f"{value!r} is none of {', '.join(sorted(known))}")
    return value
