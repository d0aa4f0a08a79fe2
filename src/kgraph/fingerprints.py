"""What a stored result depends on besides its article, as one word: where that changes, the result is stale."""

import hashlib
from collections.abc import Iterable
from importlib.metadata import version
from pathlib import Path

# Code below the package's directory.
_PARSING = ("sentences.py", "spelling.py", "parsing")
_EXTRACTION = ("models.py", "ontology.py", "extraction", "lexicon")
_MODEL = ("spacy", "ginza", "ja-ginza", "SudachiPy", "SudachiDict-core")
_ROOT = Path(__file__).parent


def parsing() -> str:
    """What a parse depends on: its code, and the versions of the model."""
    return _digest([*_sources(_PARSING), *(version(package).encode() for package in _MODEL)])


def extraction(lexicon: str) -> str:
    """What an extraction depends on: the lexicon, its code, and the parse."""
    return _digest([lexicon.encode(), *_sources(_EXTRACTION), parsing().encode()])


def state(made_of: Iterable[object]) -> str:
    """What a graph and its page depend on: `made_of`, and all code there is."""
    return _digest([*_sources([""], "*.*"), *(repr(part).encode("utf-8", "backslashreplace") for part in made_of)])


def _sources(names: Iterable[str], pattern: str = "*.py") -> Iterable[bytes]:
    for name in names:
        found = sorted(path for path in (_ROOT / name).rglob(pattern) if path.is_file() and path.suffix != ".pyc")
        yield from (source.read_bytes() for source in found or [_ROOT / name])


def _digest(parts: Iterable[bytes]) -> str:
    digest = hashlib.sha256()
    for part in parts:
        digest.update(len(part).to_bytes(8, "big"))
        digest.update(part)
    return digest.hexdigest()[:16]
