"""Writing the database: extractions one by one, the graph all at once."""

import hashlib
import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from types import TracebackType
from typing import NamedTuple, Self

from kgraph.models import (
    Article,
    Assertion,
    Entity,
    Event,
    EventMention,
    Extraction,
    Judgement,
    Mention,
    Relation,
    Resolved,
    Run,
)
from kgraph.store import lookup, rows, schema
from kgraph.store.faults import told

_SAVE = (
    f"INSERT OR REPLACE INTO extracted ({rows.columns(Article)}, fingerprint, extraction, parse) "
    f"VALUES ({', '.join('?' for _ in Article.model_fields)}, ?, ?, ?)"
)
_SAVE_PARSE = "INSERT OR REPLACE INTO parses (text_hash, model, doc) VALUES (?, ?, ?)"


_RENEW = f"(id) DO UPDATE SET {', '.join(f'{name} = excluded.{name}' for name in Article.model_fields)}"
# The origin of judgements that were made by command, and stand in no file.
BY_COMMAND = ""


class Parse(NamedTuple):
    """What a model of the parser, known by a word for its version, made of a text."""

    model: str
    doc: bytes


class Kept(NamedTuple):
    """What is kept of an article to tell whether it has to be read again."""

    path: str
    sha256: str
    fingerprint: str


class Writer:
    """The one process that writes a database; a context manager that makes the file where there is none.

    What goes wrong (a full disk, no right to write, another build at work, a file that is not a kgraph
    database) is raised as a `StoreError` of one line, and leaves the graph as it was.
    """

    def __init__(self, path: Path) -> None:
        self._path = path
        with told(path), ExitStack() as opened:
            path.parent.mkdir(parents=True, exist_ok=True)
            self._lock = opened.enter_context(_Lock(path))
            self._db = sqlite3.connect(path, isolation_level=None)
            opened.callback(self._db.close)
            self._db.row_factory = sqlite3.Row
            self._prepare()
            self._opened = opened.pop_all()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self.close()

    def close(self) -> None:
        """Let go of the file; what was written is already there."""
        self._opened.close()

    def known(self) -> dict[str, Kept]:
        """Under what each article is kept, by article id."""
        with told(self._path):
            found = self._db.execute("SELECT id, path, sha256, fingerprint FROM extracted ORDER BY id")
            return {article: Kept(*rest) for article, *rest in found}

    def put(self, article: Article, extraction: Extraction, fingerprint: str, parse: Parse | None = None) -> None:
        """Keep what one article says, in place of what it said before; it is on the disk on return.

        `parse` is what the parser made of its text, where that is new.
        """
        key = text_hash(article.text)
        with self._transaction():
            if parse:
                self._db.execute(_SAVE_PARSE, (key, *parse))
            self._db.execute(_SAVE, [*rows.values(article), fingerprint, extraction.model_dump_json(), key])

    def parse(self, text: str, model: str) -> bytes | None:
        """What that model of the parser made of a text, if it is kept."""
        with told(self._path):
            sql = "SELECT doc FROM parses WHERE text_hash = ? AND model = ?"
            row = self._db.execute(sql, (text_hash(text), model)).fetchone()
        return row and bytes(row[0])

    def move(self, article: str, path: str) -> None:
        """Tell where the file of an article lies now that is kept otherwise as it was."""
        with self._transaction():
            self._db.execute("UPDATE extracted SET path = ? WHERE id = ?", (path, article))

    def drop(self, ids: Iterable[str]) -> None:
        """Forget articles, and parses that are of none; those that are not there do not matter."""
        with self._transaction():
            self._db.executemany("DELETE FROM extracted WHERE id = ?", ((article,) for article in ids))
            self._db.execute(
                "DELETE FROM parses WHERE NOT EXISTS (SELECT * FROM extracted WHERE parse = parses.text_hash)"
            )

    def extractions(self) -> Iterator[tuple[Article, Extraction]]:
        """All that is kept, by article id."""
        with told(self._path):
            found = self._db.execute(f"SELECT {rows.columns(Article)}, extraction FROM extracted ORDER BY id")
            for *article, extraction in found:
                yield (
                    Article.model_validate(dict(zip(Article.model_fields, article, strict=True))),
                    Extraction.model_validate_json(extraction),
                )

    def judgements(self) -> dict[str, list[Judgement]]:
        """What people decided, by origin: a file's path, or `BY_COMMAND`."""
        found: dict[str, list[Judgement]] = {}
        with told(self._path):
            for row in self._db.execute("SELECT * FROM judgements ORDER BY origin, id"):
                found.setdefault(row["origin"], []).append(rows.record(Judgement, row))
        return found

    def judge(self, judgements: Iterable[Judgement], origin: str = BY_COMMAND) -> None:
        """Keep what people decided, beside what is kept."""
        with self._transaction():
            self._judge(judgements, origin)

    def judge_anew(self, origin: str, judgements: Iterable[Judgement]) -> None:
        """Keep what a file of judgements says, in place of what it said before."""
        with self._transaction():
            self._db.execute("DELETE FROM judgements WHERE origin = ?", (origin,))
            self._judge(judgements, origin)

    def undo(self, judgement: str) -> None:
        """Forget what was decided by command under that id."""
        with self._transaction():
            self._db.execute("DELETE FROM judgements WHERE id = ? AND origin = ?", (judgement, BY_COMMAND))

    def log(self, run: Run) -> None:
        """Note that the graph was made."""
        with self._transaction():
            rows.insert(self._db, "runs", Run, [run])

    def last_run(self) -> Run | None:
        """How the graph was made last."""
        with told(self._path):
            row = self._db.execute("SELECT * FROM runs ORDER BY number DESC LIMIT 1").fetchone()
        return rows.record(Run, row) if row else None

    def _judge(self, judgements: Iterable[Judgement], origin: str) -> None:
        marks = ", ".join("?" for _ in Judgement.model_fields)
        sql = f"INSERT OR REPLACE INTO judgements ({rows.columns(Judgement)}, origin) VALUES ({marks}, ?)"
        self._db.executemany(sql, ([*rows.values(one), origin] for one in judgements))

    def replace(self, resolved: Resolved) -> None:
        """Publish the articles that are kept, and `resolved`, as the graph, in place of the former one."""
        with self._transaction():
            for table in reversed(schema.REPLACED):
                self._db.execute(f"DELETE FROM {table}")
            self._publish_articles(resolved.notes)
            rows.insert(self._db, "entities", Entity, resolved.entities)
            rows.insert(self._db, "mentions", Mention, resolved.mentions)
            rows.insert(self._db, "assertions", Assertion, resolved.assertions)
            rows.insert(self._db, "relations", Relation, resolved.relations)
            rows.insert(self._db, "events", Event, resolved.events)
            for event in resolved.events:
                rows.insert_participants(self._db, "event_participants", event.id, event)
            rows.insert(self._db, "tellings", EventMention, resolved.tellings)
            # The tellings' table was empty, so their keys count from one.
            for key, telling in enumerate(resolved.tellings, start=1):
                rows.insert_participants(self._db, "telling_participants", key, telling)
            lookup.index_names(self._db)
            lookup.index_ties(self._db)

    def _publish_articles(self, notes: Iterable[Article]) -> None:
        """Bring the articles that readers see to what is kept; the sentences of those that stay are left alone."""
        columns = rows.columns(Article)
        self._db.execute("CREATE TEMP TABLE fresh AS SELECT * FROM articles WHERE false")
        self._db.execute(f"INSERT INTO fresh ({columns}) SELECT {columns} FROM extracted ORDER BY id")
        rows.insert(self._db, "fresh", Article, notes)
        gone, new = (
            self._db.execute(f"SELECT id, text FROM {one} EXCEPT SELECT id, text FROM {other}").fetchall()
            for one, other in (("articles", "fresh"), ("fresh", "articles"))
        )
        lookup.forget_sentences(self._db, gone)
        self._db.executemany("DELETE FROM articles WHERE id = ?", ((article,) for article, _ in gone))
        self._db.execute(
            f"INSERT INTO articles ({columns}) SELECT {columns} FROM fresh WHERE true ON CONFLICT {_RENEW}"
        )
        lookup.index_sentences(self._db, new)
        self._db.execute("DROP TABLE fresh")

    def _prepare(self) -> None:
        if schema.is_blank(self._db):
            self._db.execute("PRAGMA journal_mode = WAL")
            with self._transaction():
                schema.create(self._db)
        schema.check(self._db, self._path)
        schema.upgrade(self._db)
        self._db.execute("PRAGMA synchronous = FULL")
        self._db.execute("PRAGMA foreign_keys = ON")

    @contextmanager
    def _transaction(self) -> Iterator[None]:
        with told(self._path):
            self._db.execute("BEGIN IMMEDIATE")
            try:
                yield
                self._db.execute("COMMIT")
            finally:
                # SQLite has rolled back by itself after some faults, not after others.
                if self._db.in_transaction:
                    self._db.execute("ROLLBACK")


def text_hash(text: str) -> str:
    """What a parse is kept under."""
    return hashlib.sha256(text.encode()).hexdigest()


class _Lock:
    """Held by the one build that may write a database; the system lets go of it if the build is killed.

    SQLite's own write lock lasts for one transaction, a build for many; so this is SQLite's lock on an empty
    database beside the real one.
    """

    def __init__(self, path: Path) -> None:
        self._db = sqlite3.connect(path.with_name(f"{path.name}-lock"), timeout=0, isolation_level=None)

    def __enter__(self) -> Self:
        try:
            self._db.execute("BEGIN EXCLUSIVE")
        except BaseException:
            self._db.close()
            raise
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self._db.close()
