"""Words that stand with names: offices, honorifics, and the words that make organizations of countries."""

from collections.abc import Mapping
from dataclasses import dataclass
from operator import itemgetter
from pathlib import Path
from typing import Any

from kgraph.lexicon.files import records, words


@dataclass(frozen=True, slots=True)
class OfficeTerm:
    """A word for an office. `rank` is head (leads the body) or member (belongs to it).

    `scope` is what the office is of: country, organization or any. `several` offices have more than one
    holder at a time; who holds a `royal` one goes by the given name.
    """

    title: str
    rank: str
    scope: str
    several: bool = False
    royal: bool = False


@dataclass(frozen=True, slots=True)
class Post:
    """An office said in one word with what it is of: 欧州委員長 is 委員長 of 欧州委員会."""

    word: str
    title: str
    of: str


@dataclass(frozen=True, slots=True)
class Designation:
    """A word that after a country's name makes one of its organizations: 外務省, 軍, 政府."""

    word: str
    kind: str
    en: str | None = None


@dataclass(frozen=True)
class Titles:
    """Offices by every form, honorifics, and the lists of `designations.toml`."""

    offices: Mapping[str, OfficeTerm]
    posts: Mapping[str, Post]
    honorifics: frozenset[str]
    kin: frozenset[str]
    prefixes: tuple[str, ...]
    designations: Mapping[str, Designation]
    heads: tuple[str, ...]
    generic: frozenset[str]
    not_compounds: frozenset[str]
    compound_prefixes: frozenset[str]
    compound_suffixes: frozenset[str]
    past_prefixes: frozenset[str]
    suffix_shorts: frozenset[str]
    standalone_shorts: frozenset[str]


def load(overlay: Path | None = None) -> Titles:
    """The bundled words, with a user's over them."""
    office_words, words_, naming = (words(name, overlay) for name in ("offices", "designations", "naming"))
    offices: dict[str, OfficeTerm] = {}
    for term, forms in records("offices", "office", _office, overlay):
        for form in (term.title, *forms):
            offices.setdefault(form, term)
    return Titles(
        offices=offices,
        posts={post.word: post for post in records("offices", "post", _post, overlay)},
        honorifics=frozenset((*office_words["honorifics"], *office_words["kin"])),
        kin=frozenset(office_words["kin"]),
        prefixes=tuple(sorted(office_words["prefixes"], key=lambda p: (-len(p), p))),
        designations={one.word: one for one in records("designations", "designation", _designation, overlay)},
        heads=tuple(records("designations", "head", itemgetter("word"), overlay)),
        generic=frozenset(words_["generic"]),
        not_compounds=frozenset(word for group in words_["not_compounds"].values() for word in group),
        compound_prefixes=frozenset(words_["prefixes"]),
        compound_suffixes=frozenset(words_["suffixes"]),
        past_prefixes=frozenset(naming["past_prefixes"]),
        suffix_shorts=frozenset(words_["suffix_shorts"]),
        standalone_shorts=frozenset(naming["standalone_shorts"]),
    )


def _office(row: Mapping[str, Any]) -> tuple[OfficeTerm, list[str]]:
    """The office, and the other words for it."""
    term = OfficeTerm(
        row["title"],
        row.get("rank", "head"),
        row.get("scope", "any"),
        row.get("several", False),
        row.get("royal", False),
    )
    return term, row.get("forms", [])


def _post(row: Mapping[str, Any]) -> Post:
    return Post(row["word"], row["title"], row["of"])


def _designation(row: Mapping[str, Any]) -> Designation:
    return Designation(row["word"], row.get("kind", "other"), row.get("en"))
