"""The graph as JSON Lines: a directory of six files, one object a line, sorted, in UTF-8."""

import json
import os
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from kgraph.errors import KgraphError
from kgraph.export.selection import Source
from kgraph.models import Record

FIELDS: Mapping[str, tuple[str, ...]] = {
    "articles": ("id", "title", "published", "source", "url", "path", "text"),
    "entities": ("id", "type", "name", "name_en", "aliases", "country"),
    "mentions": ("article", "entity", "text", "kind", "start", "end"),
    "assertions": (
        "id", "article", "source", "type", "target", "status", "date", "attributed_to",
        "confidence", "rule", "sentence", "start", "end",
    ),
    "relations": ("source", "type", "target", "assertions", "articles", "first", "last", "statuses", "confidence"),
    "events": ("id", "article", "type", "label", "date", "place", "status", "participants", "start", "end"),
}  # fmt: skip


def write(source: Source, directory: Path) -> None:
    """Write `articles`, `entities`, `mentions`, `assertions`, `relations` and `events` (one line a telling).

    All files are written aside before the first takes its place. Raises KgraphError where one cannot be written.
    """
    records: dict[str, Iterable[Record]] = {
        "articles": source.articles(),
        "entities": source.entities(),
        "mentions": source.mentions(),
        "assertions": source.assertions(),
        "relations": source.relations(),
        "events": source.tellings(),
    }
    files = {directory / f"{name}.jsonl": _lines(found, FIELDS[name]) for name, found in records.items()}
    try:
        directory.mkdir(parents=True, exist_ok=True)
        _write_all(files)
    except OSError as error:
        raise KgraphError(f"{directory}: the export cannot be written: {error.strerror}") from error


def _lines(records: Iterable[Record], fields: tuple[str, ...]) -> Iterable[str]:
    for record in records:
        whole: dict[str, Any] = record.model_dump(mode="json")
        yield json.dumps({field: whole[field] for field in fields}, ensure_ascii=False) + "\n"


def _write_all(files: Mapping[Path, Iterable[str]]) -> None:
    aside = {path: path.with_name(f".{path.name}.{os.getpid()}.tmp") for path in files}
    try:
        for path, lines in files.items():
            with aside[path].open("w", encoding="utf-8", newline="\n") as file:
                file.writelines(lines)
        for path, written in aside.items():
            written.replace(path)
    finally:
        for written in aside.values():
            written.unlink(missing_ok=True)
