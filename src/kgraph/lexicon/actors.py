"""The actors and places that the lexicon knows: countries, people, organizations, places."""

import re
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property, partial
from pathlib import Path
from typing import Any

from babel import Locale

from kgraph.lexicon.files import records
from kgraph.ontology import EntityType
from kgraph.spelling import fold, name_key


@dataclass(frozen=True, slots=True)
class Office:
    """An office a person holds or held: `of` is the name or country code of what it belongs to."""

    title: str
    of: str
    since: str | None = None
    until: str | None = None


@dataclass(frozen=True, slots=True)
class Actor:
    """A known actor or place. `names` holds every spelling, `name` first, without titles.

    `country` is the id of the country it belongs to; `kind` is the finer class of its file.
    """

    id: str
    type: EntityType
    name: str
    name_en: str | None
    names: tuple[str, ...]
    country: str | None = None
    kind: str | None = None
    offices: tuple[Office, ...] = ()


@dataclass(frozen=True)
class Actors:
    """All known actors by id, and the names that lead to them."""

    by_id: Mapping[str, Actor]
    shorts: Mapping[str, str] = field(default_factory=dict)
    rare_shorts: Mapping[str, str] = field(default_factory=dict)

    @cached_property
    def by_name(self) -> Mapping[str, Actor]:
        """Actors by exact name with width folded; the first of two that share a name keeps it."""
        names: dict[str, Actor] = {}
        for actor in self.by_id.values():
            for name in actor.names:
                names.setdefault(fold(name), actor)
        return names

    @cached_property
    def by_key(self) -> Mapping[str, Actor]:
        """Actors by `name_key`, for names that a person typed or that differ in separators."""
        keys: dict[str, Actor] = {}
        for name, actor in self.by_name.items():
            keys.setdefault(name_key(name), actor)
        return keys

    def find(self, name: str) -> Actor | None:
        """The actor that goes by this name, whatever its width, case and separators."""
        return self.by_key.get(name_key(name))

    def country(self, name: str) -> str | None:
        """The id of the country that goes by this name or one-character form."""
        found = self.find(name)
        return found.id if found and found.type is EntityType.COUNTRY else self.shorts.get(name)

    def national_body(self, country: str, word: str) -> str:
        """The id of the organization so called after any name of the country: a known one's, or one by rule."""
        names = [*self.by_id[country].names, *(short for short, of in self.shorts.items() if of == country)]
        known = (self.find(name + word) for name in names)
        found = next((actor for actor in known if actor and actor.type is EntityType.ORGANIZATION), None)
        return found.id if found else f"organization:{country.removeprefix('country:')}:{word}"

    def body(self, of: str) -> Actor | None:
        """What an office belongs to: a country by its code, or an organization by its name."""
        return self.by_id.get(f"country:{of}") or self.find(of)


def load(overlay: Path | None = None) -> Actors:
    """The bundled actors, with a user's over them."""
    shorts: dict[str, str] = {}
    rare: dict[str, str] = {}
    actors: dict[str, Actor] = {}
    for country, short, seldom in records("countries", "country", _country, overlay):
        actors.setdefault(country.id, country)
        shorts.update(dict.fromkeys(short, country.id))
        rare.update(dict.fromkeys(seldom, country.id))
    for actor in _others(frozenset(actors), overlay):
        actors.setdefault(actor.id, actor)
    return Actors(actors, shorts, rare)


def _others(countries: Collection[str], overlay: Path | None) -> Iterator[Actor]:
    tables = (
        ("people", "person", EntityType.PERSON),
        ("organizations", "organization", EntityType.ORGANIZATION),
        ("places", "place", EntityType.PLACE),
    )
    for name, key, kind in tables:
        yield from records(name, key, partial(_actor, kind, countries), overlay)


def _actor(kind: EntityType, countries: Collection[str], row: Mapping[str, Any]) -> Actor:
    name: str = row["name"]
    english = row.get("name_en")
    country = f"country:{_code(row['country'])}" if "country" in row else None
    return Actor(
        id=f"{kind}:{name}",
        type=kind,
        name=name,
        name_en=english,
        names=_unique([name, *row.get("aliases", []), *([english] if english else [])]),
        # There are codes also for what the lexicon holds to be no country, such as Hong Kong.
        country=country if country in countries else None,
        kind=row.get("kind"),
        offices=tuple(Office(o["title"], o["of"], o.get("since"), o.get("until")) for o in row.get("office", [])),
    )


def _country(row: Mapping[str, Any]) -> tuple[Actor, list[str], list[str]]:
    """The country with its one-character names, the usual ones and the rare ones."""
    code = _code(row["code"])
    japanese, english = Locale("ja").territories.get(code), Locale("en").territories.get(code)
    name = row.get("name") or japanese
    if not name:
        raise ValueError("CLDR does not know it and the entry gives no name")
    known = [name, japanese, *row.get("names", []), english, *row.get("latin", [])]
    names = _unique(n for n in known if n and "(" not in fold(n))
    actor = Actor(f"country:{code}", EntityType.COUNTRY, name, row.get("name_en") or english, names)
    return actor, row.get("short", []), row.get("rare", [])


def _code(value: str) -> str:
    if not re.fullmatch("[A-Z]{2}", value):
        raise ValueError(f"'{value}' is not the code of a country")
    return value


def _unique(names: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(names))
