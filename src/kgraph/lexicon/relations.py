"""How Japanese states relations: predicates and their frames, light verbs, verbs of saying, cues of status."""

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import chain
from pathlib import Path
from typing import Any, TypeVar

from kgraph.lexicon.files import records
from kgraph.ontology import EntityType, Quad, RelationType, Status

FRAMES = frozenset(
    (
        "transitive",
        "dative",
        "either",
        "mutual",
        "comitative",
        "ablative",
        "passive_source",
        "topic_about",
        "mediation",
        "reply",
    )
)
_Entry = TypeVar("_Entry", "Predicate", "LightVerb")
VOICES = frozenset(("active", "passive", "subject", "other"))
EFFECTS = frozenset(("none", "planned", "hypothetical", "negated", "ended"))
SPEAKERS = frozenset(("before", "subject"))
ALL_TYPES = frozenset(EntityType)
MODES = frozenset(("assert", "doubt", "deny"))
SCOPES = frozenset(("suffix", "clause", "prefix"))


@dataclass(frozen=True, slots=True)
class Predicate:
    """One reading of a word that states a relation.

    `frame` says which particles mark source and target. With `objects` the word has this reading
    only where one of them ends its argument marked by `object_case`. `content` is the status of
    what its complement says (要求する: only demanded). `genitive` says what Xの before the noun is.
    A `negated` word has this reading only where it is denied: 認めない is a refusal. `avowed`: who says
    that he does it, does it (支持する, 歓迎する). `through`: what を marks is whoever does it (Xを介して).
    `source_types` and `target_types` are what the actors may be.
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
    negated: bool = False
    source_types: frozenset[EntityType] = ALL_TYPES
    target_types: frozenset[EntityType] = ALL_TYPES
    avowed: bool = False
    through: bool = False


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


@dataclass(frozen=True, slots=True)
class Attribution:
    """A phrase that attributes what a sentence says: to the noun before the phrase, or to the sentence's subject."""

    pattern: re.Pattern[str]
    speaker: str


@dataclass(frozen=True)
class Grammar:
    """What the lexicon knows of predicates, each indexed by its word."""

    predicates: Mapping[str, tuple[Predicate, ...]]
    light_verbs: Mapping[str, tuple[LightVerb, ...]]
    reporting: Mapping[str, str]
    cues: tuple[Cue, ...]
    attributions: tuple[Attribution, ...]


def load(overlay: Path | None = None) -> Grammar:
    """The bundled grammar, with a user's entries before it."""
    return Grammar(
        predicates=_by_word(records("relations", "predicate", _predicates, overlay)),
        light_verbs=_by_word(records("light_verbs", "light_verb", _light_verbs, overlay)),
        reporting={word: mode for verb in records("reporting", "verb", _modes, overlay) for word, mode in verb.items()},
        cues=tuple(records("status", "cue", _cue, overlay)),
        attributions=tuple(records("reporting", "phrase", _attribution, overlay)),
    )


def _by_word(entries: Iterable[Iterable[_Entry]]) -> dict[str, tuple[_Entry, ...]]:
    index: defaultdict[str, list[_Entry]] = defaultdict(list)
    for entry in chain.from_iterable(entries):
        index[entry.word].append(entry)
    return {word: tuple(found) for word, found in index.items()}


def _words(row: Mapping[str, Any]) -> tuple[str, ...]:
    return (row["lemma"], *row.get("forms", ()))


def _predicates(row: Mapping[str, Any]) -> list[Predicate]:
    kind, frame = RelationType(row["type"]), row.get("frame", "transitive")
    objects = tuple(row.get("object", ()))
    content, status = row.get("content"), row.get("status")
    rule = f"{kind}/{row['lemma']}" + (f"/{objects[0]}" if objects else "")
    return [
        Predicate(
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
            negated=row.get("negated", False),
            source_types=_types(row.get("source_type")),
            target_types=_types(row.get("target_type")),
            avowed=row.get("avowed", kind.spec.quad is Quad.VERBAL_CONFLICT),
            through=row.get("through", False),
        )
        for word in _words(row)
    ]


def _types(names: Iterable[str] | None) -> frozenset[EntityType]:
    return ALL_TYPES if names is None else frozenset(EntityType(name) for name in names)


def _light_verbs(row: Mapping[str, Any]) -> list[LightVerb]:
    voice, effect = _one_of(row["voice"], VOICES), _one_of(row.get("effect", "none"), EFFECTS)
    return [LightVerb(word, voice, effect, row.get("case", "を")) for word in _words(row)]


def _modes(row: Mapping[str, Any]) -> dict[str, str]:
    return dict.fromkeys(_words(row), _one_of(row.get("mode", "assert"), MODES))


def _cue(row: Mapping[str, Any]) -> Cue:
    return Cue(re.compile(row["pattern"]), _one_of(row["scope"], SCOPES), _status(row["status"]))


def _attribution(row: Mapping[str, Any]) -> Attribution:
    return Attribution(re.compile(row["pattern"]), _one_of(row["speaker"], SPEAKERS))


def _status(word: str) -> Status:
    """A question leaves open whether something happened."""
    return Status.HYPOTHETICAL if word == "question" else Status(word)


def _one_of(value: str, known: frozenset[str]) -> str:
    if value not in known:
        raise ValueError(f"{value!r} is none of {', '.join(sorted(known))}")
    return value
