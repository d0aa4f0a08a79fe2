"""The tables of the database, and how a file is known to be one.

`extracted` is what a build works on: it changes article by article, and a build that is stopped goes on
from there. `judgements` are what people decided, by command (no origin) or in a file, and `runs` the times the
graph was made. All other tables are the graph as it was last published: they change together, in one
transaction, so a reader never sees an article's new text beside its old mentions.
"""

import sqlite3
from collections.abc import Mapping
from pathlib import Path

from kgraph.errors import StoreError

DATABASE = "kgraph.db"
APPLICATION_ID = 0x6B677270
VERSION = 3

_ARTICLE = """
    id TEXT PRIMARY KEY, title TEXT NOT NULL, text TEXT NOT NULL, published TEXT, source TEXT, url TEXT,
    path TEXT NOT NULL, sha256 TEXT NOT NULL
"""
_ENTITY = "TEXT NOT NULL REFERENCES entities"
_TELLING = "id TEXT NOT NULL REFERENCES events, article TEXT NOT NULL REFERENCES articles"

_TABLES = {
    "extracted": f"{_ARTICLE}, fingerprint TEXT NOT NULL, extraction TEXT NOT NULL",
    "judgements": """
        id TEXT NOT NULL, kind TEXT NOT NULL, about TEXT NOT NULL, type TEXT, date TEXT, who TEXT NOT NULL,
        "when" TEXT NOT NULL, note TEXT, origin TEXT NOT NULL, PRIMARY KEY (id, origin)""",
    "runs": """
        number INTEGER PRIMARY KEY, version TEXT NOT NULL, lexicon TEXT, fingerprint TEXT NOT NULL, state TEXT NOT NULL,
        read INTEGER NOT NULL, unchanged INTEGER NOT NULL, removed INTEGER NOT NULL, failed INTEGER NOT NULL""",
    "articles": _ARTICLE,
    "entities": """
        id TEXT PRIMARY KEY, type TEXT NOT NULL, name TEXT NOT NULL, name_en TEXT, aliases TEXT NOT NULL,
        country TEXT, first_seen TEXT, last_seen TEXT""",
    "mentions": f"""
        article TEXT NOT NULL REFERENCES articles, start INTEGER NOT NULL, "end" INTEGER NOT NULL,
        text TEXT NOT NULL, kind TEXT NOT NULL, type TEXT NOT NULL, entity {_ENTITY},
        reason TEXT NOT NULL DEFAULT 'listed'""",
    "assertions": f"""
        id TEXT PRIMARY KEY, article TEXT NOT NULL REFERENCES articles, source {_ENTITY}, type TEXT NOT NULL,
        target {_ENTITY}, status TEXT NOT NULL, date TEXT, attributed_to TEXT REFERENCES entities,
        confidence REAL NOT NULL, rule TEXT NOT NULL, sentence TEXT NOT NULL, start INTEGER NOT NULL,
        "end" INTEGER NOT NULL""",
    "relations": f"""
        source {_ENTITY}, type TEXT NOT NULL, target {_ENTITY}, assertions INTEGER NOT NULL,
        articles INTEGER NOT NULL, first TEXT, last TEXT, statuses TEXT NOT NULL, confidence REAL NOT NULL,
        PRIMARY KEY (source, type, target)""",
    "events": """
        id TEXT PRIMARY KEY, type TEXT NOT NULL, label TEXT NOT NULL, date TEXT, place TEXT,
        status TEXT NOT NULL DEFAULT 'asserted', support INTEGER NOT NULL DEFAULT 1, assertions TEXT NOT NULL,
        articles TEXT NOT NULL""",
    "event_participants": f"""
        owner TEXT NOT NULL REFERENCES events, position INTEGER NOT NULL, entity {_ENTITY}, role TEXT NOT NULL,
        PRIMARY KEY (owner, position)""",
    "tellings": f"""
        key INTEGER PRIMARY KEY, {_TELLING}, type TEXT NOT NULL, kind TEXT NOT NULL DEFAULT '', label TEXT NOT NULL,
        date TEXT, place TEXT, status TEXT NOT NULL, assertions TEXT NOT NULL, start INTEGER NOT NULL,
        "end" INTEGER NOT NULL""",
    "telling_participants": f"""
        owner INTEGER NOT NULL REFERENCES tellings, position INTEGER NOT NULL, entity {_ENTITY}, role TEXT NOT NULL,
        PRIMARY KEY (owner, position)""",
}
_KEPT = ("extracted", "judgements", "runs")
PUBLISHED = tuple(name for name in _TABLES if name not in _KEPT)
# What each version's file lacks to be one of the next.
_UPGRADES: Mapping[int, tuple[str, ...]] = {1: ("judgements", "runs")}
_COLUMNS: Mapping[int, tuple[tuple[str, str], ...]] = {
    1: (("mentions", "reason TEXT NOT NULL DEFAULT 'listed'"),),
    2: (
        ("events", "status TEXT NOT NULL DEFAULT 'asserted'"),
        ("events", "support INTEGER NOT NULL DEFAULT 1"),
        ("tellings", "kind TEXT NOT NULL DEFAULT ''"),
    ),
}

# A foreign key without an index makes each delete of a parent a scan of the child.
_INDEXES = {
    "mentions": ("article", "entity"),
    "assertions": ("article", "source", "target", "attributed_to"),
    "relations": ("target", "type"),
    "event_participants": ("entity",),
    "tellings": ("id", "article"),
    "telling_participants": ("entity",),
}


def check(db: sqlite3.Connection, path: Path) -> None:
    """Refuse with StoreError a file that is not a kgraph database, or one of a later version."""
    version = _pragma(db, "user_version")
    if not is_known(db):
        raise StoreError(f"{path}: not a kgraph database")
    if version > VERSION:
        raise StoreError(f"{path}: written by a newer kgraph (format {version}, this one knows {VERSION})")


def is_blank(db: sqlite3.Connection) -> bool:
    """Whether the file has no content yet: new, or left so by a build stopped at once."""
    (objects,) = db.execute("SELECT count(*) FROM sqlite_master").fetchone()
    return objects == 0 and _pragma(db, "application_id") == 0


def create(db: sqlite3.Connection) -> None:
    """Make the tables; the caller holds the transaction."""
    for name in _TABLES:
        _create_table(db, name)
    db.execute(f"PRAGMA application_id = {APPLICATION_ID}")
    db.execute(f"PRAGMA user_version = {VERSION}")


def is_known(db: sqlite3.Connection) -> bool:
    """Whether the file is a kgraph database, of whatever version."""
    return _pragma(db, "application_id") == APPLICATION_ID


def is_old(db: sqlite3.Connection) -> bool:
    """Whether the file was written by an older kgraph and has to be upgraded."""
    return _pragma(db, "user_version") < VERSION


def upgrade(db: sqlite3.Connection) -> None:
    """Bring an older file up to date, in one transaction."""
    if not is_old(db):
        return
    db.execute("BEGIN IMMEDIATE")
    try:
        for version in range(_pragma(db, "user_version"), VERSION):
            for name in _UPGRADES.get(version, ()):
                _create_table(db, name)
            for table, column in _COLUMNS.get(version, ()):
                db.execute(f"ALTER TABLE {table} ADD COLUMN {column}")
        db.execute(f"PRAGMA user_version = {VERSION}")
        db.execute("COMMIT")
    finally:
        if db.in_transaction:
            db.execute("ROLLBACK")


def _create_table(db: sqlite3.Connection, name: str) -> None:
    strict = " STRICT" if sqlite3.sqlite_version_info >= (3, 37) else ""
    db.execute(f"CREATE TABLE {name} ({_TABLES[name]}){strict}")
    for column in _INDEXES.get(name, ()):
        db.execute(f"CREATE INDEX {name}_{column} ON {name} ({column})")


def _pragma(db: sqlite3.Connection, name: str) -> int:
    (value,) = db.execute(f"PRAGMA {name}").fetchone()
    return int(value)
