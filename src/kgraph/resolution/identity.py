"""Which unknown actors of which articles are one: by the lexicon, by sound, script and office, by abbreviation.

Two spellings become one on evidence only. That names are alike is none by itself: country or office must agree.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import combinations

from kgraph.models import Article, Extraction
from kgraph.ontology import EntityType, Reason
from kgraph.resolution.linking import Linker
from kgraph.resolution.people import ALIKE
from kgraph.resolution.rewriting import rewritten
from kgraph.resolution.scripts import alike, parts, skeleton
from kgraph.spelling import name_key

Told = Sequence[tuple[Article, Extraction]]


@dataclass
class _Person:
    """An unknown person as all articles speak of him under one key."""

    key: str
    names: set[str] = field(default_factory=set)
    countries: set[str] = field(default_factory=set)
    titles: set[str] = field(default_factory=set)


def unified(told: Told, linker: Linker) -> list[tuple[Article, Extraction]]:
    """The extractions with one key for each actor, however the articles spell it."""
    apart = [(article, _by_country(extraction, _ambiguous(told))) for article, extraction in told]
    keys = _people(apart, linker) | _abbreviated(apart)
    return [(article, renamed(extraction, keys)) for article, extraction in apart]


def renamed(extraction: Extraction, keys: Mapping[str, str]) -> Extraction:
    """The extraction with keys exchanged; what then would relate an actor to itself is gone."""
    moved: defaultdict[str, dict[str, str]] = defaultdict(dict)
    labels: dict[str, str] = {}
    for referent in extraction.referents:
        if (key := keys.get(referent.key)) is not None:
            moved[referent.key] = dict.fromkeys(["", *map(name_key, (referent.name, *referent.names))], key)
            labels[key] = referent.name
    for mention in extraction.mentions:
        if mention.entity in moved:
            moved[mention.entity][name_key(mention.text)] = keys[mention.entity]
    return rewritten(extraction, moved, labels, reason=Reason.ALIKE)


def _people(told: Told, linker: Linker) -> dict[str, str]:
    """The key that each unknown person goes by instead: a known person's, or that of the fullest name."""
    people = _unknown_people(told)
    keys: dict[str, str] = {}
    for person in people:
        if (known := _known(person, linker)) is not None:
            keys[person.key] = known
    unknown = [person for person in people if person.key not in keys]
    for one, other in _comparable(unknown):
        if _are_one(one, other):
            short, full = sorted(
                (one, other), key=lambda person: (len(parts(_name(person))), len(_name(person)), person.key)
            )
            keys.setdefault(short.key, full.key)
    return {key: _end(key, keys) for key in keys}


def _comparable(people: Iterable[_Person]) -> Iterator[tuple[_Person, _Person]]:
    """The pairs that share a country or an office, and the first consonant of the family name."""
    groups: defaultdict[tuple[str, ...], list[_Person]] = defaultdict(list)
    for person in people:
        family = parts(_name(person))[-1:]
        for evidence in sorted(person.countries | person.titles):
            groups[evidence, *(skeleton(part)[:1] for part in family)].append(person)
    for group in groups.values():
        yield from combinations(group, 2)


def _known(person: _Person, linker: Linker) -> str | None:
    """The one known person that every office and country said with the name allows."""
    if len(person.countries) > 1 or not (person.countries or person.titles):
        return None
    country = next(iter(person.countries), None)
    titles: list[str | None] = [*sorted(person.titles)] or [None]
    people = [linker.person(_name(person), title, country) for title in titles]
    found = {known.id for known in people if known is not None}
    return next(iter(found)) if len(found) == 1 else None


def _are_one(one: _Person, other: _Person) -> bool:
    """Whether two unknown people share country or office, and their names are alike in all the parts that both have."""
    if one.countries and other.countries and one.countries.isdisjoint(other.countries):
        return False
    shared = bool(one.countries & other.countries), bool(one.titles & other.titles)
    short, full = sorted((parts(_name(one)), parts(_name(other))), key=len)
    if not short or not any(shared):
        return False
    if len(short) == 1:
        return len(full) > 1 and all(shared) and short[0] == full[-1]
    return min(alike(short[-1], full[-1]), alike(short[0], full[0])) >= ALIKE


def _unknown_people(told: Told) -> list[_Person]:
    people: dict[str, _Person] = {}
    for _, extraction in told:
        for referent in extraction.referents:
            if referent.type is EntityType.PERSON and not referent.known:
                person = people.setdefault(referent.key, _Person(referent.key))
                person.names.add(referent.name)
                person.titles.update(referent.titles)
                person.countries.update([referent.country] if referent.country else [])
    return [people[key] for key in sorted(people)]


def _ambiguous(told: Told) -> frozenset[str]:
    """The keys of unknown people of whom no given name is said, and whom articles place in several countries."""
    return frozenset(
        person.key for person in _unknown_people(told) if len(person.countries) > 1 and len(parts(_name(person))) == 1
    )


def _by_country(extraction: Extraction, ambiguous: frozenset[str]) -> Extraction:
    """The extraction with the country in the keys of people who would be mistaken for others without it."""
    keys = {
        one.key: f"{one.key}({one.country.removeprefix('country:')})"
        for one in extraction.referents
        if one.key in ambiguous and one.country
    }
    return renamed(extraction, keys)


def _abbreviated(told: Told) -> dict[str, str]:
    """For the key of an abbreviation that some article leaves unexplained, the organization that others say it is."""
    meant: defaultdict[str, set[str]] = defaultdict(set)
    for _, extraction in told:
        for mention in extraction.mentions:
            if mention.reason is Reason.INTRODUCED:
                meant[f"{mention.type}:{mention.text}"].add(mention.entity)
    return {key: next(iter(whole)) for key, whole in sorted(meant.items()) if len(whole) == 1 and key not in whole}


def _name(person: _Person) -> str:
    return max(person.names, key=lambda name: (len(name), name))


def _end(key: str, keys: Mapping[str, str]) -> str:
    while key in keys:
        key = keys[key]
    return key
