"""Names for articles: readable, unique, and as stable as the files' own names."""

import os
import re
import unicodedata
from collections import Counter
from collections.abc import Callable, Collection, Sequence
from pathlib import Path

from kgraph.reading.files import shown


class Ids:
    """Gives each article of some files its id.

    A file's id is its stem; where stems repeat, its folder stands before it, then its whole path.
    Only files whose stems repeat depend on one another, so an id is stable while its stem is rare.
    Articles of one file add a number or a name of their own. Nothing takes an id of `others`.
    """

    def __init__(self, files: Sequence[Path], others: Collection[str] = ()) -> None:
        self._of = _base_ids(files, others)
        self._taken = {*self._of.values(), *others}

    def whole(self, path: Path) -> str:
        """The id of a file's only article."""
        return self._of[path]

    def part(self, path: Path, name: str) -> str:
        """The id of one of a file's articles, kept apart from all others given before."""
        stem, tail = self._of[path], re.sub(r"[^\w.]+", "-", name).strip("-") or "x"
        first = candidate = tail if tail.startswith(f"{stem}-") else f"{stem}-{tail}"
        repeat = 1
        while candidate in self._taken:
            repeat += 1
            candidate = f"{first}.{repeat}"
        self._taken.add(candidate)
        return candidate


def _base_ids(files: Sequence[Path], others: Collection[str]) -> dict[Path, str]:
    ids: dict[Path, str] = {}
    left = list(files)
    for form in _FORMS:
        count = Counter(map(form, left))
        taken = {*ids.values(), *others}
        ids |= {path: form(path) for path in left if count[form(path)] == 1 and form(path) not in taken}
        left = [path for path in left if path not in ids]
    # Names whose bytes are no text can look alike in full.
    return ids | {path: f"{_clean(shown(path))}~{number}" for number, path in enumerate(left, 1)}


def _clean(name: str) -> str:
    text = os.fsencode(name).decode("utf-8", "replace")
    return "".join(char if char.isprintable() else "_" for char in unicodedata.normalize("NFC", text))


def _path(path: Path) -> str:
    return "-".join(part for part in Path(shown(path)).parts if part not in ("/", "\\", "..", "."))


_FORMS: tuple[Callable[[Path], str], ...] = (
    lambda path: _clean(path.stem),
    lambda path: _clean(f"{path.parent.name}-{path.stem}"),
    lambda path: _clean(_path(path.with_suffix(""))),
    lambda path: _clean(_path(path)),
)
