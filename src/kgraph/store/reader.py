"""Reading the database: the graph as it was when the reader was opened."""

import sqlite3
import weakref
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from types import TracebackType
from typing import Self, TypeVar

from kgraph.errors import StoreError
from kgraph.models import Article, Assertion, Entity, Event, EventMention, Judgement, Mention, Record, Relation
from kgraph.ontology import EntityType, RelationType, Status
from kgraph.store import rows, schema
from kgraph.store.faults import primary_code, told
from kgraph.store.filters import Filters

R = TypeVar("R", bound=Record)
_NOTHING = "no graph at {}: run 'kgraph build' first"
_UNWRITABLE = (sqlite3.SQLITE_CANTOPEN, sqlite3.SQLITE_READONLY, sqlite3.SQLITE_IOERR, sqlite3.SQLITE_FULL)
_EVENT = f"{rows.columns(Event)}, {rows.participants('event_participants', 'events.id')}"
_TELLING = f"{rows.columns(EventMention)}, {rows.participants('telling_participants', 'tellings.key')}"


class Stats(Record):
    """How much a graph holds; the dicts count by type or status, in the order of the ontology, zeros included."""

    articles: int
    entities: dict[EntityType, int]
    mentions: int
    assertions: dict[RelationType, int]
    statuses: dict[Status, int]
    relations: int
    events: int


class Reader:
    """A read-only view of a database: one snapshot for its lifetime, whatever a build does meanwhile.

    `path` is the database or the directory it lies in. Raises StoreError, with one line that says why, where
    there is no graph or it cannot be read. Closing is optional: the file is let go of with the reader.
    """

    def __init__(self, path: Path) -> None:
        self._path = path if path.is_file() else path / schema.DATABASE
        if not self._path.exists():
            raise StoreError(_NOTHING.format(path))
        with told(self._path):
            self._db = _connect(self._path)
            if schema.is_known(self._db) and schema.is_old(self._db):
                self._db.close()
                _upgrade(self._path)
                self._db = _connect(self._path)
            self.close = weakref.finalize(self, self._db.close)
            self._db.row_factory = sqlite3.Row
            schema.check(self._db, self._path)
            self._refuse_unfinished(path)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self.close()

    def articles(self) -> list[Article]:
        """All articles, by id."""
        return self._all(Article, f"SELECT {rows.columns(Article)} FROM articles ORDER BY id")

    def article(self, article: str) -> Article | None:
        """The article with that id."""
        found = self._all(Article, f"SELECT {rows.columns(Article)} FROM articles WHERE id = ?", article)
        return found[0] if found else None

    def entities(self) -> list[Entity]:
        """All entities, by id."""
        return self._all(Entity, f"SELECT {rows.columns(Entity)} FROM entities ORDER BY id")

    def mentions(self, article: str | None = None, entity: str | None = None) -> list[Mention]:
        """The mentions in all articles or one, of all entities or one, in the order of the text."""
        asked = {"article": article, "entity": entity}
        given = {column: value for column, value in asked.items() if value is not None}
        where = f"WHERE {' AND '.join(f'{column} = ?' for column in given)}" if given else ""
        order = 'article, start, "end", entity'
        return self._all(
            Mention, f"SELECT {rows.columns(Mention)} FROM mentions {where} ORDER BY {order}", *given.values()
        )

    def mention_counts(self) -> dict[str, int]:
        """How often each entity is mentioned, by entity id; those never mentioned are left out."""
        return self._tally("mentions", "entity")

    def assertions(self, filters: Filters = Filters()) -> list[Assertion]:  # noqa: B008
        """The assertions that pass the filters, in the order of the text."""
        where, given = filters.where()
        order = "article, start, id"
        return self._all(
            Assertion, f"SELECT {rows.columns(Assertion)} FROM assertions {where} ORDER BY {order}", *given
        )

    def assertions_called(self, start: str) -> list[Assertion]:
        """The assertions whose id begins so, by id."""
        sql = f"SELECT {rows.columns(Assertion)} FROM assertions WHERE substr(id, 1, ?) = ? ORDER BY id"
        return self._all(Assertion, sql, len(start), start)

    def relations(self, filters: Filters = Filters()) -> list[Relation]:  # noqa: B008
        """The relations that pass the filters on source, target and type, by these three."""
        where, given = filters.where()
        order = "source, type, target"
        return self._all(Relation, f"SELECT {rows.columns(Relation)} FROM relations {where} ORDER BY {order}", *given)

    def events(self) -> list[Event]:
        """All events, by id."""
        return self._all(Event, f"SELECT {_EVENT} FROM events ORDER BY id")

    def tellings(self) -> list[EventMention]:
        """All tellings of events, in the order of the text."""
        return self._all(EventMention, f"SELECT {_TELLING} FROM tellings ORDER BY article, start, id")

    def judgements(self) -> list[Judgement]:
        """What people decided, in the order of their ids."""
        return self._all(Judgement, f"SELECT DISTINCT {rows.columns(Judgement)} FROM judgements ORDER BY id")

    def counts(self) -> Stats:
        """How much there is of everything."""
        entities = self._tally("entities", "type")
        assertions = self._tally("assertions", "type")
        statuses = self._tally("assertions", "status")
        return Stats(
            articles=self._count("articles"),
            entities={kind: entities.get(kind, 0) for kind in EntityType},
            mentions=self._count("mentions"),
            assertions={kind: assertions.get(kind, 0) for kind in RelationType},
            statuses={status: statuses.get(status, 0) for status in Status},
            relations=self._count("relations"),
            events=self._count("events"),
        )

    def _count(self, table: str) -> int:
        ((number,),) = self._rows(f"SELECT count(*) FROM {table}")
        return int(number)

    def _tally(self, table: str, column: str) -> dict[str, int]:
        found = self._rows(f"SELECT {column}, count(*) FROM {table} GROUP BY {column} ORDER BY {column}")
        return {value: number for value, number in found}  # noqa: C416

    def _all(self, model: type[R], sql: str, *given: str | int) -> list[R]:
        return [rows.record(model, row) for row in self._rows(sql, *given)]

    def _rows(self, sql: str, *given: str | int) -> Iterator[sqlite3.Row]:
        with told(self._path):
            yield from self._db.execute(sql, given)

    def _refuse_unfinished(self, asked: Path) -> None:
        pending, published = self._db.execute(
            "SELECT EXISTS (SELECT * FROM extracted), EXISTS (SELECT * FROM articles)"
        ).fetchone()
        if not pending and not published:
            raise StoreError(_NOTHING.format(asked))
        if not published:
            raise StoreError(f"{self._path}: its first build was stopped half-way: run 'kgraph build' again")


def _connect(path: Path) -> sqlite3.Connection:
    """A connection within a read transaction, which is what holds the snapshot."""
    uri = f"{path.absolute().as_uri()}?mode=ro"
    try:
        return _begin(uri)
    except sqlite3.OperationalError as fault:
        # Where nothing can be written (no right to, a full disk), SQLite cannot make the index of the write-ahead
        # log that even reading needs. With no log left over, the file alone is the whole database.
        log = path.with_name(f"{path.name}-wal")
        if primary_code(fault) not in _UNWRITABLE or (log.exists() and log.stat().st_size):
            raise
        return _begin(f"{uri}&immutable=1")


def _upgrade(path: Path) -> None:
    with closing(sqlite3.connect(path, isolation_level=None)) as db:
        schema.upgrade(db)


def _begin(uri: str) -> sqlite3.Connection:
    # The finalizer that closes the connection may run on any thread.
    db = sqlite3.connect(uri, uri=True, isolation_level=None, check_same_thread=False)
    try:
        db.execute("BEGIN")
        db.execute("SELECT count(*) FROM sqlite_master").fetchone()
    except BaseException:
        db.close()
        raise
    return db
