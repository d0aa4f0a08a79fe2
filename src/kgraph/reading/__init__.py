"""Files to articles: text, Markdown with front matter, web pages and JSON Lines, in any encoding Japanese comes in."""

import json
import os
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from hashlib import sha256
from pathlib import Path
from types import MappingProxyType

from kgraph.errors import ReadError
from kgraph.models import Article, Failure
from kgraph.reading import jsonl, markdown, page
from kgraph.reading.characters import lines, normalize
from kgraph.reading.dates import in_name
from kgraph.reading.encoding import decode
from kgraph.reading.fields import Fields, front_matter
from kgraph.reading.files import find, kind, order, reason, shown
from kgraph.reading.furniture import clean
from kgraph.reading.head import read_head, without_own
from kgraph.reading.ids import Ids
from kgraph.reading.split import split

__all__ = ["read"]

# An article of more characters takes minutes to parse, and is no article but a file of another kind.
LONGEST = 200_000
_LONGEST_TITLE = 100


def read(paths: Sequence[Path], kept: Mapping[str, str] = MappingProxyType({})) -> Iterator[Article | Failure]:
    """The articles of files and folders, in the order of their paths, as they are read.

    Folders are searched for .txt, .text, .md, .markdown, .html, .htm, .jsonl and .ndjson; hidden
    files are passed over, a file that can be reached in two ways is read once. A path, file or JSON
    line that gives no article gives a `Failure` instead, and never an exception. The result depends
    on names and content alone, not on the order of `paths`.

    Ids are file stems; see `kgraph.reading.ids`. `kept` has the paths of articles read at other times, by
    id: while its file is there, no other file's article takes that id. Files of any size are read, whole;
    an article in them of more than `LONGEST` characters gives a `Failure`.
    """
    files, failures = find(paths)
    ids = Ids(files, _of_others(files, kept))
    todo: list[Path | Failure] = sorted([*files, *failures], key=_order)
    for item in todo:
        if isinstance(item, Failure):
            yield item
        else:
            yield from _file(item, ids)


def _of_others(files: Sequence[Path], kept: Mapping[str, str]) -> set[str]:
    """The ids that belong to files which are there, but not among these."""
    own = {os.path.realpath(path) for path in files}
    return {name for name, path in kept.items() if os.path.realpath(path) not in own and os.access(path, os.F_OK)}


def _order(item: Path | Failure) -> tuple[str, bytes]:
    return (item.path, b"") if isinstance(item, Failure) else order(item)


def _file(path: Path, ids: Ids) -> Iterator[Article | Failure]:
    try:
        text = decode(path.read_bytes())
        if not text.strip():
            raise ReadError("no text (white space only)")
        form = kind(path)
        if form == "jsonl":
            yield from _rows(path, text, ids)
        else:
            yield from _articles(path, _pieces(text, form), ids)
    except ReadError as error:
        yield Failure(path=shown(path), reason=str(error))
    except OSError as error:
        yield Failure(path=shown(path), reason=reason(error))


def _rows(path: Path, text: str, ids: Ids) -> Iterator[Article | Failure]:
    for row in jsonl.rows(text):
        if isinstance(row, ReadError):
            yield Failure(path=shown(path), reason=str(row))
            continue
        try:
            yield _article(path, ids.part(path, row.name), row.fields, lines(row.text))
        except ReadError as error:
            yield Failure(path=shown(path), reason=f"line {row.number}: {error}")


def _pieces(text: str, form: str | None) -> list[tuple[Fields, list[str]]]:
    """The articles of a text or page, each with what is known of it beyond its lines."""
    if form == "html":
        fields, text = page.parse(normalize(text))
        return [(fields, lines(text))]
    fields, text = front_matter(normalize(text))
    if form == "markdown":
        heading, text = markdown.plain(text)
        fields = fields.or_else(Fields(title=heading))
    pieces = split(lines(text))
    known = fields if len(pieces) == 1 else without_own(fields)
    return [(known, piece) for piece in pieces]


def _articles(path: Path, pieces: list[tuple[Fields, list[str]]], ids: Ids) -> Iterator[Article | Failure]:
    if len(pieces) == 1:
        yield _article(path, ids.whole(path), *pieces[0])
        return
    for number, (fields, piece) in enumerate(pieces, 1):
        try:
            yield _article(path, ids.part(path, str(number)), fields, piece)
        except ReadError as error:
            yield Failure(path=shown(path), reason=f"article {number}: {error}")


def _article(path: Path, name: str, known: Fields, written: list[str]) -> Article:
    fields, body = read_head(written, known)
    body = clean(body, fields.title or "")
    if not body and (known.title or not fields.title):
        raise ReadError("no article text (only menus, links or references)")
    text = "\n".join([*([fields.title] if fields.title else []), *body])
    if len(text) > LONGEST:
        raise ReadError(f"too long for one article: {len(text):,} characters (at most {LONGEST:,})")
    title = fields.title or _first_sentence(body[0])
    fields = replace(fields, title=title, published=fields.published or in_name(path.stem))
    return Article(
        id=name,
        title=title,
        text=text,
        published=fields.published,
        source=fields.source,
        url=fields.url,
        path=shown(path),
        sha256=_hash(text, fields),
    )


def _first_sentence(line: str) -> str:
    return line[: line.find("。", 0, _LONGEST_TITLE) + 1] or line[:_LONGEST_TITLE]


def _hash(text: str, fields: Fields) -> str:
    content = [fields.title, text, fields.published, fields.source, fields.url]
    return sha256(json.dumps(content, ensure_ascii=False).encode()).hexdigest()
