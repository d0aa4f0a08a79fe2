"""What the commands print: what was found as a table for people, as JSON, JSON Lines or CSV for programs."""

from __future__ import annotations

import csv
import io
import json
import sys
from collections.abc import Callable, Sequence
from enum import StrEnum
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from kgraph.models import Record
    from kgraph.query.found import Found
    from kgraph.query.tables import Table

# Without a terminal a table may be as wide as it likes: nothing is cut off in a pipe or a file.
_UNLIMITED = 100_000


class Format(StrEnum):
    """How a command prints what it found."""

    TABLE = "table"
    JSON = "json"
    JSONL = "jsonl"
    CSV = "csv"


class Language(StrEnum):
    """In what language tables are headed and entities named."""

    JA = "ja"
    EN = "en"


def show(form: Format, found: Found[Any]) -> None:
    """Print a list to stdout."""
    if form is Format.TABLE:
        _print_table(found.table())
    else:
        _print_plain(form, _fields(found.kind), [_plain(one) for one in found])


def show_one(form: Format, record: Record, table: Callable[[], Table]) -> None:
    """Print one record to stdout: in JSON an object, not a list of one."""
    if form is Format.TABLE:
        _print_table(table())
    elif form is Format.JSON:
        _print(_json(_plain(record), indent=2))
    else:
        _print_plain(form, _fields(type(record)), [_plain(record)])


def say(text: str) -> None:
    """Print talk, which is no data, to stderr."""
    print(text, file=sys.stderr)


def _print_plain(form: Format, fields: Sequence[str], rows: Sequence[dict[str, Any]]) -> None:
    if form is Format.JSON:
        _print(_json(rows, indent=2))
    elif form is Format.JSONL:
        _print("\n".join(map(_json, rows)))
    else:
        _print(_csv(fields, rows))


def _print_table(table: Table) -> None:
    from rich.console import Console

    from kgraph.query.found import drawn

    width = None if sys.stdout.isatty() else _UNLIMITED
    Console(width=width, markup=False, highlight=False, emoji=False).print(drawn(table))
    sys.stdout.flush()


def _print(text: str) -> None:
    if text:
        print(text, flush=True)


def _fields(kind: Any) -> Sequence[str]:  # noqa: ANN401
    return [*kind.model_fields] if hasattr(kind, "model_fields") else [*kind._fields]


def _plain(one: Any) -> dict[str, Any]:  # noqa: ANN401
    plain: dict[str, Any] = one.model_dump(mode="json") if hasattr(one, "model_dump") else one._asdict()
    return plain


def _json(value: object, indent: int | None = None) -> str:
    return json.dumps(value, ensure_ascii=False, indent=indent)


def _csv(fields: Sequence[str], rows: Sequence[dict[str, Any]]) -> str:
    """A head of the fields and a line a record; lists and objects are JSON within their cell."""
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(fields)
    for row in rows:
        writer.writerow(_json(value) if isinstance(value, list | dict) else value for value in row.values())
    return text.getvalue().removesuffix("\n")
