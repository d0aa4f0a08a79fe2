"""Finding and reading the TOML files of the lexicon: the bundled ones, and a user's over them."""

import hashlib
import re
import tomllib
from collections.abc import Callable, Iterator
from functools import cache, lru_cache
from pathlib import Path
from typing import Any, TypeVar

from kgraph.errors import LexiconError

T = TypeVar("T")

BUNDLED = Path(__file__).parent
_LISTS = frozenset(("aliases", "forms", "latin", "names", "object", "office", "rare", "short"))
_LABELS = ("name", "title", "lemma", "word", "code", "pattern")


@cache
def table(name: str) -> dict[str, Any]:
    """The bundled file `NAME.toml` as a dict."""
    return parse(BUNDLED / f"{name}.toml")


def parse(path: Path) -> dict[str, Any]:
    """One TOML file as a dict, not to be changed; raises `LexiconError` with the file's name where it is broken."""
    try:
        return _parsed(path.read_text(encoding="utf-8"))
    except OSError as error:
        raise LexiconError(f"{path}: {error.strerror}") from error
    except (UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise LexiconError(f"{path}: {error}") from error


# Several tables read the same few files: words here, entries there.
_parsed = lru_cache(maxsize=8)(tomllib.loads)


def rows(name: str, key: str, overlay: Path | None = None) -> Iterator[dict[str, Any]]:
    """The `[[key]]` entries of `name.toml` or of all files under `name/`: the user's first.

    A user's entry thus wins over a bundled one wherever the first of two that clash is kept. An
    entry also carries what its file says above its entries (such as `type` in `relations/`).
    """
    for path in _paths(name, overlay):
        yield from _entries(path, key)


def records(name: str, key: str, make: Callable[[dict[str, Any]], T], overlay: Path | None = None) -> Iterator[T]:
    """What `make` makes of each entry of `rows`.

    Raises `LexiconError` with the file and the entry where an entry lacks something or has it wrong.
    """
    for path in _paths(name, overlay):
        for number, row in enumerate(_entries(path, key), 1):
            try:
                _check(row)
                yield make(row)
            except (AttributeError, KeyError, TypeError, ValueError, re.error) as error:
                label = next((row[field] for field in _LABELS if field in row), f"number {number}")
                why = f"{error} is missing" if isinstance(error, KeyError) else error
                raise LexiconError(f"{path}: {key} {label}: {why}") from error


def _entries(path: Path, key: str) -> Iterator[dict[str, Any]]:
    content = parse(path)
    entries = content.get(key, [])
    if not isinstance(entries, list) or not all(isinstance(entry, dict) for entry in entries):
        raise LexiconError(f"{path}: '{key}' must be a list of tables, [[{key}]]")
    shared = {k: v for k, v in content.items() if k != key and not isinstance(v, list | dict)}
    for entry in entries:
        yield {**shared, **entry}


def _check(row: dict[str, Any]) -> None:
    for field, value in row.items():
        if value == "":
            raise ValueError(f"'{field}' is empty")
        if field in _LABELS and not isinstance(value, str):
            raise ValueError(f"'{field}' must be a text")
        if field in _LISTS and not isinstance(value, list):
            raise ValueError(f"'{field}' must be a list")


def words(name: str, overlay: Path | None = None) -> dict[str, Any]:
    """The lists and tables of `name.toml` that are no entries, a user's lists joined to the bundled ones."""
    merged: dict[str, Any] = {}
    for path in _paths(name, overlay):
        for key, value in parse(path).items():
            if isinstance(value, list):
                merged[key] = [*merged.get(key, []), *value]
            elif isinstance(value, dict):
                merged[key] = {**value, **merged.get(key, {})}
            else:
                merged.setdefault(key, value)
    return merged


def fingerprint(overlay: Path | None = None) -> str:
    """A hash of every file of the lexicon: what the program knows, as one word."""
    digest = hashlib.sha256()
    for root in _roots(overlay):
        for path in sorted(root.rglob("*.toml")):
            digest.update(path.relative_to(root).as_posix().encode())
            digest.update(path.read_bytes())
    return digest.hexdigest()[:16]


def _roots(overlay: Path | None) -> list[Path]:
    if overlay is None:
        return [BUNDLED]
    if not overlay.is_dir():
        raise LexiconError(f"{overlay}: no such lexicon directory")
    known = {_table(path, BUNDLED) for path in BUNDLED.rglob("*.toml")}
    for path in sorted(overlay.rglob("*.toml")):
        if _table(path, overlay) not in known:
            raise LexiconError(f"{path}: the lexicon has no such table; there are: {', '.join(sorted(known))}")
    return [overlay, BUNDLED]


def _table(path: Path, root: Path) -> str:
    return path.relative_to(root).parts[0].removesuffix(".toml")


def _paths(name: str, overlay: Path | None) -> list[Path]:
    found: list[Path] = []
    for root in _roots(overlay):
        single = root / f"{name}.toml"
        found += [single] if single.is_file() else []
        found += sorted((root / name).glob("*.toml"))
    return found
