"""Finding article files: folders are searched, links followed, nothing is named twice."""

import os
import re
import stat
from collections.abc import Iterable, Mapping
from pathlib import Path

from kgraph.lexicon import table
from kgraph.models import Failure

_CONTROL = re.compile("[\x00-\x1f\x7f-\x9f\u2028\u2029]")


def kind(path: Path) -> str | None:
    """`text`, `markdown`, `html` or `jsonl` by the file's suffix; None for any other."""
    suffixes: dict[str, list[str]] = table("reading")["files"]["suffixes"]
    return next((name for name, known in suffixes.items() if path.suffix.lower() in known), None)


def shown(path: Path) -> str:
    r"""A path as it is told: relative to the current folder where it lies in it, with `/`, always one line of text.

    Bytes that are no UTF-8 are written as `\xff`, line ends and other control characters in the same way.
    """
    if path.is_absolute() and path.is_relative_to(Path.cwd()):
        path = path.relative_to(Path.cwd())
    text = os.fsencode(path.as_posix()).decode("utf-8", "backslashreplace")
    return _CONTROL.sub(lambda found: found[0].encode("unicode_escape").decode(), text)


def order(path: Path) -> tuple[str, bytes]:
    """The key that files are sorted by; names that are shown alike still differ in their bytes."""
    return shown(path), os.fsencode(path)


def find(paths: Iterable[Path]) -> tuple[list[Path], list[Failure]]:
    """The article files under some paths, each once, sorted; and a failure for each path that gives none."""
    search = _Search()
    for path in sorted(set(paths), key=lambda path: (_is_link(path), order(path))):
        search.argument(path)
    return sorted(search.files.values(), key=order), search.failures


def _is_link(path: Path) -> bool:
    try:
        return path.is_symlink()
    except (OSError, ValueError):
        return False


class _Search:
    """What has been found so far, by real path."""

    def __init__(self) -> None:
        self.files: dict[str, Path] = {}
        self.failures: list[Failure] = []
        self._folders: set[str] = set()

    def argument(self, path: Path) -> None:
        """Take a path that was named: it must be there, and hold something."""
        mode = self._mode(path)
        if mode is None:
            return
        if stat.S_ISDIR(mode):
            self._argument_folder(path)
        elif stat.S_ISREG(mode):
            self._add(path)
        else:
            self._fail(path, "not a regular file")

    def _argument_folder(self, path: Path) -> None:
        if os.path.realpath(path) in self._folders:
            return
        found, failed = len(self.files), len(self.failures)
        known = set(self.files)
        self._folder(path)
        if (found, failed) == (len(self.files), len(self.failures)) and not self._covers(path, known):
            self._fail(path, "no articles in this folder")

    def _covers(self, path: Path, known: Iterable[str]) -> bool:
        """Whether files that other arguments brought in lie in this folder."""
        root = os.path.realpath(path)
        return any(os.path.commonpath([root, file]) == root for file in known)

    def _folder(self, root: Path) -> None:
        """Search a folder: real folders first, so that links never take a file's own name from it."""
        folders, links = [root], list[Path]()
        while folders or links:
            folder = folders.pop() if folders else links.pop(0)
            real = os.path.realpath(folder)
            if real in self._folders:
                continue
            self._folders.add(real)
            for path in self._entries(folder):
                mode = self._mode(path, quiet=kind(path) is None)
                if mode is not None and stat.S_ISDIR(mode):
                    (links if path.is_symlink() else folders).append(path)
                elif mode is not None and kind(path):
                    self._add(path) if stat.S_ISREG(mode) else self._fail(path, "not a regular file")

    def _entries(self, folder: Path) -> list[Path]:
        try:
            return sorted((path for path in folder.iterdir() if not path.name.startswith(".")), key=order)
        except OSError as error:
            self._fail(folder, reason(error))
            return []

    def _mode(self, path: Path, quiet: bool = False) -> int | None:
        try:
            return path.stat().st_mode
        except (OSError, ValueError) as error:
            if not quiet:
                broken = isinstance(error, FileNotFoundError) and path.is_symlink()
                self._fail(path, "broken symbolic link" if broken else reason(error))
            return None

    def _add(self, path: Path) -> None:
        """Of several names of one file, keep its own, else the first in order."""
        real = os.path.realpath(path)
        rival = self.files.setdefault(real, path)
        self.files[real] = min(rival, path, key=lambda name: (name.is_symlink(), order(name)))

    def _fail(self, path: Path, why: str) -> None:
        self.failures.append(Failure(path=shown(path), reason=why))


_REASONS: Mapping[type[OSError], str] = {
    FileNotFoundError: "no such file or folder",
    PermissionError: "no permission to read it",
}


def reason(error: OSError | ValueError) -> str:
    """Why the system would not open a file, as one lower-case line."""
    if not isinstance(error, OSError):
        return "not a valid path"
    known = next((text for kind, text in _REASONS.items() if isinstance(error, kind)), None)
    return known or (error.strerror or "cannot be read").lower()
