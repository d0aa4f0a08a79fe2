"""The tables of the database, and how a file is known to be one.

`extracted` is what a build works on: it changes article by article, and a build that is stopped goes on
from there; `parses` are what GiNZA said of their texts. `judgements` are what people decided, by command (no
origin) or in a file, and `runs` the times the graph was made. All other tables are the graph as it was last
published: they change together, in one transaction, so a reader never sees an article's new text beside its
old mentions. Of these `names`, `ties`, `sentences` and `grams` are made from the others, to find things fast.
"""

import sqlite3
from contextlib import closing
from pathlib import Path

from kgraph.errors import StoreError
from kgraph.store import lookup

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
    "extracted": f"{_ARTICLE}, fingerprint TEXT NOT NULL, extraction TEXT NOT NULL, parse TEXT",
    "parses": "text_hash TEXT PRIMARY KEY, model TEXT NOT NULL, doc BLOB NOT NULL",
    "judgements": """
        id TEXT NOT NULL, kind TEXT NOT NULL, about TEXT NOT NULL, type TEXT, date TEXT, who TEXT NOT NULL,
        "when" TEXT NOT NULL, note TEXT, origin TEXT NOT NULL, PRIMARY KEY (id, origin)""",
    "runs": """
        number INTEGER PRIMARY KEY, version TEXT NOT NULL, lexicon TEXT, fingerprint TEXT NOT NULL, state TEXT NOT NULL,
        read INTEGER NOT NULL, unchanged INTEGER NOT NULL, removed INTEGER NOT NULL, failed INTEGER NOT NULL,
        page TEXT""",
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
    "names": f"""
        way INTEGER NOT NULL, key TEXT NOT NULL, entity {_ENTITY}, mentions INTEGER NOT NULL,
        PRIMARY KEY (way, key, entity)""",
    "ties": f"""
        number INTEGER PRIMARY KEY, entity {_ENTITY}, neighbors BLOB NOT NULL""",
    "sentences": """
        number INTEGER PRIMARY KEY, article TEXT NOT NULL REFERENCES articles, start INTEGER NOT NULL,
        "end" INTEGER NOT NULL""",
}
_KEPT = ("extracted", "parses", "judgements", "runs")
# What a publication empties and fills again. Articles and their sentences change one by one.
REPLACED = tuple(name for name in _TABLES if name not in (*_KEPT, "articles", "sentences"))
_GRAMS = """
    CREATE VIRTUAL TABLE IF NOT EXISTS grams USING fts5 (pairs, content = '', columnsize = 0, tokenize = 'ascii')"""

# A foreign key without an index makes each delete of a parent a scan of the child.
_INDEXES = {
    "extracted": ("parse",),
    "mentions": ("article, start", "entity"),
    "assertions": ("article, start", "source, target", "target, source", "attributed_to"),
    "relations": ("source, target", "target, source", "type"),
    "event_participants": ("entity",),
    "tellings": ("id", "article"),
    "telling_participants": ("entity",),
    "names": ("entity",),
    "ties": ("entity, number", "number, entity"),
    "sentences": ("article, start",),
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


def is_known(db: sqlite3.Connection) -> bool:
    """Whether the file is a kgraph database, of whatever version."""
    return _pragma(db, "application_id") == APPLICATION_ID


def is_old(db: sqlite3.Connection) -> bool:
    """Whether the file was written by an older kgraph and has to be upgraded."""
    return _pragma(db, "user_version") < VERSION


def create(db: sqlite3.Connection) -> None:
    """Make the tables; the caller holds the transaction."""
    strict = " STRICT" if sqlite3.sqlite_version_info >= (3, 37) else ""
    for name, columns in _TABLES.items():
        db.execute(f"CREATE TABLE IF NOT EXISTS {name} ({columns}){strict}")
    for table, indexes in _INDEXES.items():
        for number, columns in enumerate(indexes, start=1):
            db.execute(f"CREATE INDEX {table}_{number} ON {table} ({columns})")
    db.execute(_GRAMS)
    db.execute(f"PRAGMA application_id = {APPLICATION_ID}")
    db.execute(f"PRAGMA user_version = {VERSION}")


def upgrade(db: sqlite3.Connection) -> None:
    """Bring an older file up to date, in one transaction: what it lacks is added, what finds things is made anew."""
    if not is_old(db):
        return
    db.execute("BEGIN IMMEDIATE")
    try:
        _add_columns(db)
        for (name,) in db.execute("SELECT name FROM sqlite_master WHERE type = 'index' AND sql NOT NULL").fetchall():
            db.execute(f"DROP INDEX {name}")
        create(db)
        lookup.index_all(db)
        db.execute("COMMIT")
    finally:
        if db.in_transaction:
            db.execute("ROLLBACK")


def _add_columns(db: sqlite3.Connection) -> None:
    """Add what tables of an older file lack: so columns that are new to a table may be empty, or have a default."""
    with closing(sqlite3.connect(":memory:")) as new:
        create(new)
        for table in _TABLES:
            there = {name for _, name, *_ in db.execute(f"PRAGMA table_info({table})")}
            for _, name, kind, _, default, _ in new.execute(f"PRAGMA table_info({table})"):
                if there and name not in there:
                    filled = "" if default is None else f" NOT NULL DEFAULT {default}"
                    db.execute(f"ALTER TABLE {table} ADD COLUMN {name} {kind}{filled}")


def _pragma(db: sqlite3.Connection, name: str) -> int:
    (value,) = db.execute(f"PRAGMA {name}").fetchone()
    return int(value)
