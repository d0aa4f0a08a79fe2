"""What is known of an article besides its text, and the names such fields go by."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cache
from typing import Any

import yaml

from kgraph.errors import ReadError
from kgraph.lexicon import table
from kgraph.reading.characters import normalize
from kgraph.reading.dates import LONGEST_HEAD_LINE, iso

_FENCE = re.compile(r"(?:---|\.\.\.)\s*")
_KEY = re.compile(r"""["']?[^\s:#"'\[\]{}]{1,40}["']?\s*:(?:\s|$)""")


@dataclass(frozen=True)
class Fields:
    """Metadata of one article; what is not known is None."""

    title: str | None = None
    published: str | None = None
    source: str | None = None
    url: str | None = None

    def or_else(self, other: Fields) -> Fields:
        """These fields, with the other's where one is unknown."""
        return replace(self, **{name: value for name, value in vars(other).items() if not getattr(self, name)})


def from_mapping(data: Mapping[Any, Any]) -> Fields:
    """The fields that a mapping holds under any of their names."""
    published = (iso(value) for value in values(data, "published"))
    return Fields(
        title=next(values(data, "title"), None),
        published=next((day for day in published if day), None),
        source=next(values(data, "source"), None),
        url=next(values(data, "url"), None),
    )


def values(data: Mapping[Any, Any], field: str) -> Iterator[str]:
    """The one-line values that stand under a field's names, the preferred name first."""
    named = {str(name).casefold(): value for name, value in data.items()}
    lines = (scalar(named.get(name.casefold())) for name in table("reading")["fields"][field])
    return (line for line in lines if line)


def scalar(value: object) -> str:
    """A metadata value as one line; of a list the first item, of an object its name or address."""
    for _ in range(3):
        if isinstance(value, list):
            value = value[0] if value else None
        elif isinstance(value, dict):
            value = value.get("name") or value.get("@id") or value.get("url")
    if isinstance(value, bool) or not isinstance(value, str | int | float):
        return ""
    return re.sub(r"[ \t\n]+", " ", normalize(str(value))).strip()


def labelled(line: str) -> Fields:
    """What a head line such as 「出典：外務省」 says, dates apart; empty fields for any other line."""
    label, colon, value = re.sub("：", ":", line, count=1).partition(":")
    if not colon or len(line) > LONGEST_HEAD_LINE or label.strip().casefold() not in _labels():
        return Fields()
    return from_mapping({label.strip(): value})


@cache
def _labels() -> frozenset[str]:
    fields = table("reading")["fields"]
    return frozenset(name.casefold() for field in ("title", "source", "url") for name in fields[field])


def front_matter(text: str) -> tuple[Fields, str]:
    """The fields of a text's YAML front matter, and the text below it; no fields where it has none.

    A text has front matter if it opens with `---` and names a field before the fence is closed or
    a blank line comes. Raises `ReadError` where the front matter is not closed or no YAML mapping.
    """
    lines = text.lstrip("\n").split("\n")
    if lines[0].rstrip() != "---":
        return Fields(), text
    end = next((i for i, line in enumerate(lines[1:], 1) if _FENCE.fullmatch(line)), None)
    blank = next((i for i, line in enumerate(lines) if not line.strip()), len(lines))
    if not any(_KEY.match(line) for line in lines[1 : end or blank]):
        return Fields(), text
    if end is None:
        raise ReadError("broken front matter: no closing '---'")
    return from_mapping(_mapping("\n".join(lines[1:end]))), "\n".join(lines[end + 1 :])


def _mapping(block: str) -> Mapping[Any, Any]:
    try:
        data = yaml.load(block, Loader=yaml.BaseLoader)  # BaseLoader: dates stay as written
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark
        where = f"line {mark.line + 2}: " if mark else ""
        raise ReadError(f"broken front matter: {where}{error.problem or 'not YAML'}") from error
    except (yaml.YAMLError, RecursionError) as error:
        raise ReadError("broken front matter: not YAML") from error
    if not isinstance(data, Mapping):
        raise ReadError("broken front matter: no 'key: value' lines")
    return data
