"""What the program knows of the world and of the language, as TOML data behind one loader."""

from dataclasses import dataclass
from functools import cache
from pathlib import Path

from kgraph.lexicon import actors, relations, titles
from kgraph.lexicon.actors import Actors
from kgraph.lexicon.files import fingerprint, table
from kgraph.lexicon.holders import Holders
from kgraph.lexicon.relations import Grammar
from kgraph.lexicon.titles import Titles

__all__ = ["Lexicon", "load", "table"]


@dataclass(frozen=True, eq=False)
class Lexicon:
    """All that the program knows; `fingerprint` changes with any word of it."""

    actors: Actors
    titles: Titles
    holders: Holders
    grammar: Grammar
    fingerprint: str


def load(overlay: Path | None = None) -> Lexicon:
    """The bundled lexicon, with the files of a user's directory over it; read anew only where a file has changed.

    Raises `LexiconError` where a file is broken or the directory is missing.
    """
    return _load(overlay, fingerprint(overlay))


@cache
def _load(overlay: Path | None, fingerprint: str) -> Lexicon:
    known, words = actors.load(overlay), titles.load(overlay)
    return Lexicon(known, words, Holders(known, words.offices), relations.load(overlay), fingerprint)
