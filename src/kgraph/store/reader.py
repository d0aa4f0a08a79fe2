"""Reading the database: the graph as it was when the reader was opened."""

import sqlite3
import weakref
from collections.abc import Iterable, Iterator, Sequence
from contextlib import closing
from functools import cached_property
from pathlib import Path
from types import TracebackType
from typing import Any, Self, TypeVar

from kgraph.errors import StoreError
from kgraph.models import Article, Assertion, Entity, Event, EventMention, Judgement, Mention, Record, Relation
from kgraph.ontology import EntityType, MentionKind, Reason, RelationType, Status
from kgraph.store import rows, schema, search
from kgraph.store.faults import primary_code, told
from kgraph.store.filters import Filters

R = TypeVar("R", bound=Record)
# How many marks one statement may have in every SQLite.
_MARKS = 900
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

    def named(self, way: int, key: str) -> list[Entity]:
        """The entities that have a name with that key, those mentioned most first."""
        columns = ", ".join(f"entities.{name}" for name in Entity.model_fields)
        sql = f"SELECT {columns} FROM names JOIN entities ON id = entity WHERE way = ? AND key = ?"
        return self._all(Entity, f"{sql} ORDER BY mentions DESC, id", way, key)

    def entity(self, id: str) -> Entity | None:
        """The entity with that id."""
        found = self._all(Entity, f"SELECT {rows.columns(Entity)} FROM entities WHERE id = ?", id)
        return found[0] if found else None

    def labels(self, ids: Sequence[str]) -> dict[str, tuple[str, str | None]]:
        """The name and English name of entities, by id."""
        found: dict[str, tuple[str, str | None]] = {}
        for chunk in batched(ids):
            marks = ", ".join("?" for _ in chunk)
            sql = f"SELECT id, name, name_en FROM entities WHERE id IN ({marks})"
            found |= {id: (name, english) for id, name, english in self._rows(sql, *chunk)}
        return found

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

    def spellings(self, entity: str) -> list[tuple[str, Reason, int]]:
        """By which names and offices an entity is mentioned, why they mean it, and how often for that reason."""
        sql = "SELECT text, reason, count(*) FROM mentions WHERE entity = ? AND (kind = ? OR reason = ?)"
        found = self._rows(f"{sql} GROUP BY text, reason ORDER BY text", entity, MentionKind.NAME, Reason.OFFICE)
        return [(text, Reason(reason), number) for text, reason, number in found]

    def mentioned(self, entity: str) -> tuple[int, int]:
        """How often an entity is mentioned, and in how many articles."""
        sql = "SELECT count(*), count(DISTINCT article) FROM mentions WHERE entity = ?"
        ((mentions, articles),) = self._rows(sql, entity)
        return mentions, articles

    def assertions(self, filters: Filters = Filters()) -> list[Assertion]:  # noqa: B008
        """The assertions that pass the filters, in the order of the text."""
        where, given = filters.where()
        order = "article, start, id"
        return self._all(
            Assertion, f"SELECT {rows.columns(Assertion)} FROM assertions {where} ORDER BY {order}", *given
        )

    def assertions_in(self, article: str, start: int, end: int) -> list[Assertion]:
        """The assertions of an article whose sentences begin between two characters, in the order of the text."""
        where = "WHERE article = ? AND start >= ? AND start < ? ORDER BY start, id"
        return self._all(Assertion, f"SELECT {rows.columns(Assertion)} FROM assertions {where}", article, start, end)

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

    def published(self) -> dict[str, str]:
        """When each article was published, where that is known."""
        return dict(map(tuple, self._rows("SELECT id, published FROM articles WHERE published NOT NULL ORDER BY id")))

    def plain(self, model: type[Entity] | type[Assertion]) -> Iterator[dict[str, Any]]:
        """All entities or assertions by id, as plain values: what a million of is too much to be checked again."""
        table = {Entity: "entities", Assertion: "assertions"}[model]
        with told(self._path):
            found = _plain(self._db).execute(f"SELECT {rows.columns(model)} FROM {table} ORDER BY id")
            yield from rows.plain(model, found)

    @cached_property
    def tied(self) -> list[str]:
        """The entities by their number among the ties."""
        with told(self._path):
            found = _plain(self._db).execute("SELECT entity FROM ties ORDER BY number")
            return [entity for (entity,) in found]

    def number(self, entity: str) -> int:
        """The number that an entity has among the ties."""
        ((number,),) = self._rows("SELECT number FROM ties WHERE entity = ?", entity)
        return int(number)

    def neighbors(self, numbers: Iterable[int]) -> Iterator[bytes]:
        """Who is tied to each entity, and by which types: packed, as `kgraph.store.lookup` tells."""
        with told(self._path):
            cursor = _plain(self._db)
            for number in numbers:
                (found,) = cursor.execute("SELECT neighbors FROM ties WHERE number = ?", (number,)).fetchone()
                yield found

    def hits(self, text: str, limit: int | None) -> list[tuple[str, int, int, str]]:
        """The sentences that contain a text, whatever its width and case: article, start, end and sentence."""
        return search.hits(self._rows, text, limit)

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


def _plain(db: sqlite3.Connection) -> sqlite3.Cursor:
    """A cursor whose rows are plain tuples, which many of are read faster."""
    cursor = db.cursor()
    cursor.row_factory = None
    return cursor


def batched(ids: Sequence[str]) -> Iterator[Sequence[str]]:
    """The ids, as many at a time as one statement takes."""
    yield from (ids[start : start + _MARKS] for start in range(0, len(ids), _MARKS))


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
