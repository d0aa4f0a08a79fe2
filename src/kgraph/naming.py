"""Finding what a user names: an entity in any of its spellings, a relation type, a date."""

import difflib
import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import cache

from kgraph.errors import KgraphError, UnknownNameError
from kgraph.models import Entity
from kgraph.ontology import SPECS, EntityType, RelationType
from kgraph.spelling import fold, name_key, sound_key

_DATE = re.compile(r"\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?")
_PARTS = re.compile(r"[\s・=＝]+")


class Names:
    """The entities of a graph by all that they are called."""

    def __init__(self, entities: Iterable[Entity], mentions: Mapping[str, int]) -> None:
        known = sorted(entities, key=lambda entity: (-mentions.get(entity.id, 0), entity.id))
        # The stricter way of comparing comes first; within one, the entity named most often wins.
        self._ways: list[tuple[Callable[[str], str], dict[str, list[Entity]]]] = [
            (name_key, _index(known, name_key, _names)),
            (sound_key, _index(known, sound_key, _names)),
            (sound_key, _index(known, sound_key, _parts)),
        ]

    def find(self, name: str) -> Entity:
        """The entity called `name`, by id, name, alias or part of a person's name, in any spelling.

        A person's name may have a title after it: プーチン大統領, トランプ米大統領, 安倍元首相. Raises
        UnknownNameError, with the nearest names, where there is none.
        """
        for found in self._called(name):
            return found
        for bare in _untitled(name):
            for found in self._called(bare):
                if found.type is EntityType.PERSON:
                    return found
        raise UnknownNameError(f"no entity is called '{name}'{self._nearest(name)}")

    def _called(self, name: str) -> Iterator[Entity]:
        for key, index in self._ways:
            yield from index.get(key(name), ())

    def _nearest(self, name: str) -> str:
        _, index = self._ways[1]
        keys = difflib.get_close_matches(sound_key(name), sorted(index), n=9)
        names = list(dict.fromkeys(index[key][0].name for key in keys))
        return f"; nearest: {', '.join(names[:3])}" if names else ""


def keys(entity: Entity) -> Iterator[tuple[int, str]]:
    """What an entity can be found by: how strictly names are compared, from 0 on, and a name's key in that way."""
    ways = ((name_key, _names), (sound_key, _names), (sound_key, _parts))
    for way, (key, names) in enumerate(ways):
        yield from ((way, found) for name in names(entity) if (found := key(name)))


def relation_type(name: str) -> RelationType:
    """The type called `name`: its own name, PLOVER code, label, or a part of the Japanese label that is its alone.

    Raises KgraphError, with all types, where there is none.
    """
    asked = name_key(name)
    for kind, spec in SPECS.items():
        if asked in {name_key(text) for text in (kind, spec.plover or kind, spec.ja, spec.en)}:
            return kind
    parts = [kind for kind, spec in SPECS.items() if asked and asked in name_key(spec.ja)]
    if len(parts) != 1:
        raise KgraphError(f"no relation type is called '{name}'; there are: {', '.join(RelationType)}")
    return parts[0]


def iso_date(text: str) -> str:
    """The text, if it is a date as precise as a year, a month or a day; raises KgraphError if not."""
    if not _DATE.fullmatch(text):
        raise KgraphError(f"'{text}' is not a date: give a year, month or day as 2025, 2025-05 or 2025-05-12")
    return text


def _untitled(name: str) -> Iterator[str]:
    """The name without the title it ends in, then also without what stood before that (元, 米)."""
    name = fold(name).strip()
    titles, marks = _title_words()
    words = titles
    while word := max((word for word in words if name.endswith(word)), key=len, default=""):
        name = name.removesuffix(word)
        yield name
        words = titles | marks


@cache
def _title_words() -> tuple[frozenset[str], frozenset[str]]:
    """Offices and honorifics, and what may stand between them and a name."""
    # Loaded only for a name that nobody has as it stands.
    from kgraph.lexicon import titles

    known = titles.load()
    return known.honorifics.union(known.offices), known.standalone_shorts.union(known.prefixes)


def _index(
    entities: Iterable[Entity], key: Callable[[str], str], names: Callable[[Entity], Iterable[str]]
) -> dict[str, list[Entity]]:
    index: defaultdict[str, list[Entity]] = defaultdict(list)
    for entity in entities:
        for name in names(entity):
            index[key(name)].append(entity)
    index.pop("", None)
    return dict(index)


def _names(entity: Entity) -> list[str]:
    return [entity.id, entity.name, entity.name_en or "", *entity.aliases]


def _parts(entity: Entity) -> list[str]:
    whole = [entity.name, entity.name_en or ""] if entity.type is EntityType.PERSON else []
    return [part for name in whole for part in _PARTS.split(name)]
