"""Records to rows and back: one column a field; tuples and dicts are JSON text, participants a table of their own."""

import json
import sqlite3
from collections.abc import Iterable, Iterator
from functools import cache
from typing import Any, TypeVar, get_origin

from kgraph.models import Event, EventMention, Record

R = TypeVar("R", bound=Record)
_CHILD = "participants"


def columns(model: type[Record]) -> str:
    """The model's columns, quoted for SQL (`end` is a keyword there)."""
    return ", ".join(f'"{name}"' for name in model.model_fields if name != _CHILD)


def values(record: Record) -> list[Any]:
    """The record's values in the order of `columns`."""
    fields = record.model_dump(mode="json", exclude={_CHILD}).values()
    return [json.dumps(v, ensure_ascii=False) if isinstance(v, list | dict) else v for v in fields]


def record(model: type[R], row: sqlite3.Row) -> R:
    """The record that a row was made from; columns that are none of its fields do not matter."""
    nested = _nested(model)
    given = ((name, row[name]) for name in row.keys() if name in model.model_fields)  # noqa: SIM118
    return model.model_validate({name: json.loads(value) if name in nested else value for name, value in given})


def plain(model: type[Record], found: Iterable[tuple[Any, ...]]) -> Iterator[dict[str, Any]]:
    """The values of the model's fields by name, for each row of its columns."""
    names, nested = tuple(model.model_fields), _nested(model)
    for row in found:
        values = dict(zip(names, row, strict=True))
        for name in nested:
            values[name] = json.loads(values[name])
        yield values


def insert(db: sqlite3.Connection, table: str, model: type[R], records: Iterable[R]) -> None:
    """Put records into the table of their model."""
    marks = ", ".join("?" for name in model.model_fields if name != _CHILD)
    db.executemany(f"INSERT INTO {table} ({columns(model)}) VALUES ({marks})", map(values, records))


def insert_participants(db: sqlite3.Connection, table: str, owner: str | int, of: Event | EventMention) -> None:
    """Put the participants of one event, or of one telling of it, into their table, in order."""
    parts = ((owner, position, part.entity, part.role) for position, part in enumerate(of.participants))
    db.executemany(f"INSERT INTO {table} (owner, position, entity, role) VALUES (?, ?, ?, ?)", parts)


def participants(table: str, owner: str) -> str:
    """SQL for the column `participants` as JSON, where `owner` is the key in the outer query."""
    return (
        "(SELECT json_group_array(json_object('entity', entity, 'role', role)) FROM "
        f"(SELECT entity, role FROM {table} WHERE owner = {owner} ORDER BY position)) AS participants"
    )


@cache
def _nested(model: type[Record]) -> frozenset[str]:
    return frozenset(
        name for name, field in model.model_fields.items() if get_origin(field.annotation) in (tuple, dict)
    )
