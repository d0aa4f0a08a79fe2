"""What SQLite and the operating system complain about, told in one line."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from kgraph.errors import StoreError

_REASONS = {
    sqlite3.SQLITE_BUSY: "the database is locked by another build",
    sqlite3.SQLITE_CANTOPEN: "the database cannot be opened or created there",
    sqlite3.SQLITE_CORRUPT: "the database is damaged",
    sqlite3.SQLITE_FULL: "the disk is full",
    sqlite3.SQLITE_IOERR: "the disk cannot be read or written (it may be full)",
    sqlite3.SQLITE_NOTADB: "not a kgraph database",
    sqlite3.SQLITE_PERM: "no right to write there",
    sqlite3.SQLITE_READONLY: "no right to write there",
}


@contextmanager
def told(path: Path) -> Iterator[None]:
    """Raise what goes wrong inside with the database at `path` as a `StoreError` of one line."""
    try:
        yield
    except (sqlite3.Error, OSError, UnicodeEncodeError) as fault:
        raise StoreError(f"{path}: {_reason(fault)}") from fault


def primary_code(fault: sqlite3.Error) -> int | None:
    """SQLite's result code without the extension, None where the fault is not SQLite's own."""
    code: int | None = getattr(fault, "sqlite_errorcode", None)
    return None if code is None else code & 0xFF


def _reason(fault: Exception) -> str:
    if isinstance(fault, sqlite3.Error):
        return _REASONS.get(primary_code(fault) or 0, str(fault))
    if isinstance(fault, UnicodeEncodeError):
        return f"{fault.object[fault.start : fault.end]!r} is not text that can be stored"
    if isinstance(fault, FileExistsError | NotADirectoryError):
        return "there is a file where its folder should be"
    return (fault.strerror if isinstance(fault, OSError) else None) or str(fault)
