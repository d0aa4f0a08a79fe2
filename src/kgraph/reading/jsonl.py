"""JSON Lines: one article an object, one object a line."""

import json
from collections.abc import Iterator
from typing import NamedTuple

from kgraph.errors import ReadError
from kgraph.lexicon import table
from kgraph.reading.characters import normalize
from kgraph.reading.fields import Fields, from_mapping, values


class Row(NamedTuple):
    """One article of the file: its line, its name in the file (its own id, else the line's number), fields, text."""

    number: int
    name: str
    fields: Fields
    text: str


def rows(text: str) -> Iterator[Row | ReadError]:
    """The articles of a JSON Lines text; for a line that holds none, the error that names the line."""
    # Not splitlines(): JSON strings may hold the line separators of Unicode.
    for number, line in enumerate(text.split("\n"), 1):
        if line.strip():
            try:
                yield _row(number, line)
            except ReadError as error:
                yield error


def _row(number: int, line: str) -> Row:
    try:
        data = json.loads(line)
    except json.JSONDecodeError as error:
        raise ReadError(f"line {number}: not valid JSON ({error.msg} at column {error.colno})") from error
    except (ValueError, RecursionError) as error:
        raise ReadError(f"line {number}: not valid JSON") from error
    if not isinstance(data, dict):
        raise ReadError(f"line {number}: not a JSON object")
    named = {str(name).casefold(): value for name, value in data.items()}
    texts = (named.get(name.casefold()) for name in table("reading")["fields"]["text"])
    text = next((value for value in texts if isinstance(value, str) and value.strip()), None)
    if text is None:
        raise ReadError(f"line {number}: no text")
    return Row(number, next(values(data, "id"), str(number)), from_mapping(data), normalize(text))
