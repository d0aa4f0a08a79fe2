"""Which known person a name means, by itself or with an office or country as evidence."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator

from kgraph.lexicon import Lexicon, files
from kgraph.lexicon.actors import Actor
from kgraph.ontology import EntityType
from kgraph.resolution.forms import Form
from kgraph.resolution.scripts import alike, initial, is_latin, parts
from kgraph.spelling import sound_key

# How alike a family name must be to be taken for a known one, and how much more so than any other, where country
# or office already agree.
ALIKE = 0.8
MARGIN = 0.1
# A sound key of fewer characters is shared too easily.
SHORTEST = 3


class People:
    """Finds people under forms of their names that the lexicon need not list."""

    def __init__(self, words: Lexicon) -> None:
        self._actors = words.actors
        self._holders = words.holders
        self._generations = tuple(files.table("scripts")["generations"])
        self._royals = frozenset(title for title, term in words.titles.offices.items() if term.royal)
        self._people = [actor for actor in words.actors.by_id.values() if actor.type is EntityType.PERSON]
        self._by_sound = index(self._people, lambda actor: map(sound_key, actor.names))
        self._by_name = index(self._people, lambda actor: (_unordered(parts(name)) for name in actor.names))
        self._by_family = index(self._people, _family_keys)

    def listed(self, form: Form, on: str | None = None) -> Actor | None:
        """The one person whom the lexicon lists under the name, unless the office tells that it is another."""
        said = parts(form.name)
        held = self._holders.all(form.title) if form.title else ()
        return self._first(
            form,
            self._in_office(form, said, on),
            (actor for actor in self._listed(form.name) if actor in held),
            self._once_in_office(form, said, on),
            self._listed(form.name),
        )

    def composed(self, form: Form) -> Actor | None:
        """The one person whose names the form is made of in another way than the lexicon lists."""
        said = parts(form.name)
        return self._first(form, self._in_any_order(said), self._by_given_and_family(form.name, said))

    def _first(self, form: Form, *ways: Iterable[Actor]) -> Actor | None:
        for way in ways:
            found = only(actor for actor in way if self._may_be_of(actor, form.body))
            if found is not None:
                return found
        return None

    def like(self, form: Form) -> Actor | None:
        """The person whose name is most like this, where office or country agree: ゼレンスキイ大統領.

        None where the name is like nobody's, or like the names of several.
        """
        said = parts(form.name)
        if not said or len(said[-1]) < SHORTEST or (form.title is None and (form.body is None or len(said) < 2)):
            return None
        near = self._holders.all(form.title) if form.title else self._people
        ranked = sorted((-_likeness(said, actor), actor.id) for actor in near if self._may_be_of(actor, form.body))
        if ranked and -ranked[0][0] >= ALIKE and (len(ranked) == 1 or ranked[1][0] - ranked[0][0] >= MARGIN):
            return self._actors.by_id[ranked[0][1]]
        return None

    def _in_office(self, form: Form, said: tuple[str, ...], on: str | None) -> Iterator[Actor]:
        """李首相 on a date: of those who held the office then, those with that part of a name, if there is but one."""
        if form.title is not None and on is not None and not form.former and len(said) == 1:
            found = [actor for actor in self._holders.all(form.title, on) if self._is_part(form, said[0], actor)]
            yield from found if len(found) == 1 else ()

    def _once_in_office(self, form: Form, said: tuple[str, ...], on: str | None) -> Iterator[Actor]:
        """李首相, サッチャー元首相: of those who had come into the office by then, those with that part of a name."""
        if form.title is not None and len(said) == 1:
            known = self._holders.all(form.title, by=on)
            yield from (actor for actor in known if self._is_part(form, said[0], actor))

    def _listed(self, name: str) -> Iterator[Actor]:
        known = self._actors.find(name)
        if known is not None and known.type is EntityType.PERSON:
            yield known
        elif known is None and len(sound_key(name)) >= SHORTEST:
            yield from self._by_sound.get(sound_key(name), ())

    def _in_any_order(self, said: tuple[str, ...]) -> Iterator[Actor]:
        """Jinping Xi, Владимир Путин: the same parts."""
        yield from self._by_name.get(_unordered(said), ())

    def _by_given_and_family(self, name: str, said: tuple[str, ...]) -> Iterator[Actor]:
        """ドナルド・J・トランプ, V. Putin, ニコラス・マドゥロ・モロス: given and family name agree."""
        if len(said) < 2 or name.endswith(self._generations):
            return
        for family in dict.fromkeys(said[1:]):
            yield from (actor for actor in self._by_family.get(family, ()) if _given_agrees(said[0], family, actor))

    def _is_part(self, form: Form, key: str, actor: Actor) -> bool:
        """Whether a name of one part is a person's family name, or, where the country is said, a given name."""
        name = actor.name
        han = name != form.name and name.startswith(form.name) and all("\u4e00" <= c <= "\u9fff" for c in name)
        by_given_name = form.body is not None or form.title in self._royals
        return han or any(key in (full if by_given_name else full[-1:]) for full in _full_names(actor))

    def _may_be_of(self, actor: Actor, body: str | None) -> bool:
        """Whether a person may be of a country or organization: is, by country or by an office, or none is said."""
        if body is None:
            return True
        known = self._actors.by_id.get(body)
        country = body if body.startswith("country:") else known.country if known else _country_of(body)
        offices = (self._actors.body(office.of) for office in actor.offices)
        return actor.country == country or any(office and office.id in (body, country) for office in offices)


def _country_of(body: str) -> str | None:
    """The country in the id of an organization that is named by rule."""
    _, _, rest = body.partition(":")
    code, separator, _ = rest.partition(":")
    return f"country:{code}" if separator else None


def _unordered(said: tuple[str, ...]) -> str:
    return " ".join(sorted(said))


def _full_names(actor: Actor) -> list[tuple[str, ...]]:
    return [said for name in actor.names if len(said := parts(name)) > 1]


def _family_keys(actor: Actor) -> list[str]:
    return list(dict.fromkeys(full[-1] for full in _full_names(actor)))


def _given_agrees(said: str, family: str, actor: Actor) -> bool:
    full_names = _full_names(actor)
    if initial(said) is not None:
        # ドナルド begins with D in Latin letters only.
        return any(full[0].startswith(said) for full in full_names)
    return any(full[0] == said and full[-1] == family for full in full_names)


def _likeness(said: tuple[str, ...], actor: Actor) -> float:
    """How alike the family names are, at most as the given names are where both are said."""
    if len(said) == 1:
        families = (full[-1] for full in _full_names(actor))
        return max(
            (alike(said[0], family) for family in families if is_latin(family) == is_latin(said[0])), default=0.0
        )
    return max((min(alike(said[-1], full[-1]), alike(said[0], full[0])) for full in _full_names(actor)), default=0.0)


def only(found: Iterable[Actor]) -> Actor | None:
    """The actor found, if it is but one."""
    unique = {actor.id: actor for actor in found}
    return next(iter(unique.values())) if len(unique) == 1 else None


def index(actors: Iterable[Actor], keys: Callable[[Actor], Iterable[str]]) -> dict[str, list[Actor]]:
    """The actors by each of their keys."""
    index: defaultdict[str, list[Actor]] = defaultdict(list)
    for actor in actors:
        for key in dict.fromkeys(keys(actor)):
            index[key].append(actor)
    return dict(index)
