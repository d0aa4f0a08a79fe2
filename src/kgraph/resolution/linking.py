"""Linking a name by itself: whom the lexicon knows under forms that it need not list."""

import unicodedata
from collections.abc import Iterable
from functools import cache
from pathlib import Path

from babel import Locale

from kgraph import lexicon
from kgraph.lexicon import Lexicon, table
from kgraph.lexicon.actors import Actor
from kgraph.models import Entity
from kgraph.naming import iso_date
from kgraph.ontology import EntityType
from kgraph.resolution.forms import Form, Forms
from kgraph.resolution.people import SHORTEST, People, index, only
from kgraph.spelling import CLOSING, OPENING, name_key, sound_key

# Any honorific shows where a name ends.
_LEADER = "氏"


class Linker:
    """Finds the entity that a name means, or nobody: two spellings are one on evidence only."""

    def __init__(self, words: Lexicon) -> None:
        self._actors = words.actors
        self._holders = words.holders
        self._heads = words.titles.heads
        self._forms = Forms(words)
        self._people = People(words)
        self._by_sound = index(words.actors.by_id.values(), lambda actor: map(sound_key, actor.names))

    def link(self, form: str, on: str | None = None) -> Entity | None:
        """The entity that `form` names, as the world was `on` a date (ISO: year, month or day)."""
        text = _tidy(form)
        if (found := self._whole(text)) is not None:
            return found
        readings = [reading for reading in self._forms.readings(text) if reading.name or reading.title]
        for read in (self._listed, self._composed):
            for reading in readings:
                if (found := read(reading, on)) is not None:
                    return found
        likely = (self._people.like(reading) for reading in readings if reading.name)
        alike = next((actor for actor in likely if actor is not None), None)
        return _entity(alike) if alike else self._territory(text)

    def person(self, name: str, title: str | None = None, body: str | None = None) -> Actor | None:
        """The known person of this name, given an office and the id of a country or organization as evidence."""
        form = Form(name, title, body=body)
        return self._people.listed(form) or self._people.composed(form) or self._people.like(form)

    def _listed(self, reading: Form, on: str | None) -> Entity | None:
        """Whom one way to take a name apart leads to: who held an office, who or what is listed under the name."""
        person = self._people.listed(reading, on) if reading.name else self._in_office(reading, on)
        if person is not None or not reading.name:
            return _entity(person) if person else None
        other = self._whole(reading.name) if reading.title is None else None
        return other if other and (reading.body is None or other.country in (None, reading.body)) else None

    def _composed(self, reading: Form, on: str | None) -> Entity | None:  # noqa: ARG002
        person = self._people.composed(reading)
        return _entity(person) if person else None

    def _whole(self, text: str) -> Entity | None:
        """What is called so as it stands: listed, alike in sound, a short form, a country's body, 「X政権」."""
        listed = self._actors.find(text)
        if listed is None and len(sound_key(text)) >= SHORTEST:
            listed = only(self._by_sound.get(sound_key(text), ()))
        if listed is not None:
            return _entity(listed)
        country = self._actors.shorts.get(text) or self._forms.country(text)
        if country is not None:
            return _entity(self._actors.by_id[country])
        return self._organization(self._forms.national_body(text), text) or self._administration(text)

    def _territory(self, text: str) -> Entity | None:
        """The country that CLDR knows by this name in another language."""
        code = _territories().get(name_key(text))
        country = self._actors.by_id.get(f"country:{code}")
        return _entity(country) if country else None

    def _organization(self, key: str | None, text: str) -> Entity | None:
        if key is None:
            return None
        if key in self._actors.by_id:
            return _entity(self._actors.by_id[key])
        _, code, word = key.split(":")
        country = self._actors.by_id[f"country:{code}"]
        return Entity(
            id=key,
            type=EntityType.ORGANIZATION,
            name=country.name + word,
            aliases=(text,) if text != country.name + word else (),
            country=country.id,
        )

    def _administration(self, text: str) -> Entity | None:
        """トランプ政権, トランプ米政権: an organization of its leader's name."""
        head = next((head for head in self._heads if text.endswith(head)), None)
        if head is None:
            return None
        readings = self._forms.readings(text.removesuffix(head) + _LEADER)
        leaders = (self._people.listed(reading) for reading in readings if reading.name)
        leader = next((leader for leader in leaders if leader is not None), None)
        if leader is None:
            return None
        name = f"{leader.name}{head}"
        return Entity(id=f"organization:{name}", type=EntityType.ORGANIZATION, name=name, country=leader.country)

    def _in_office(self, form: Form, on: str | None) -> Actor | None:
        if form.title is None or form.body is None or form.former:
            return None
        body = self._actors.by_id.get(form.body)
        governed = body.country if body and body.kind == "government" else None
        holder = self._holders.holder(form.title, form.body, on)
        return holder or (self._holders.holder(form.title, governed, on) if governed else None)


def _tidy(form: str) -> str:
    """The form without brackets around it, in the widths and Han characters that Japanese news uses."""
    text = unicodedata.normalize("NFKC", form).strip().strip(OPENING + CLOSING.replace(")", ""))
    ideographs: dict[str, str] = table("scripts")["ideographs"]
    return "".join(ideographs.get(character, character) for character in text)


@cache
def _territories() -> dict[str, str]:
    """The codes of countries by their names in the languages of `scripts.toml`."""
    names: dict[str, str] = {}
    for language in table("scripts")["languages"]:
        for code, name in sorted(Locale.parse(language).territories.items()):
            names.setdefault(name_key(name), code)
    return names


def link(names: Iterable[str], on: str | None = None, lexicon_dir: Path | None = None) -> list[Entity | None]:
    """The entity each name means, in order, None where nobody is known by it for sure.

    Names may carry titles and countries, in any script: プーチン大統領, Путин, 米国務省.
    `on` says when, for offices without a name (米大統領): an ISO year, month or day; without it, only an office that
    had a single holder is resolved. Raises KgraphError where `on` is no date.
    """
    day = None if on is None else iso_date(on)
    linker = _linker(lexicon.load(lexicon_dir))
    return [linker.link(name, day) for name in names]


_linker = cache(Linker)


def _entity(actor: Actor) -> Entity:
    aliases = tuple(name for name in actor.names if name not in (actor.name, actor.name_en))
    return Entity(
        id=actor.id, type=actor.type, name=actor.name, name_en=actor.name_en, aliases=aliases, country=actor.country
    )
