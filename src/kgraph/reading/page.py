"""Web pages: what a page says of itself in its metadata, and the text of its article."""

import json
import logging
import re
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any, NamedTuple, Protocol

from kgraph.errors import ReadError
from kgraph.lexicon import table
from kgraph.reading.characters import normalize
from kgraph.reading.dates import dateline, iso
from kgraph.reading.fields import Fields, from_mapping, scalar
from kgraph.reading.furniture import is_sentence


class _Node(Protocol):
    """What is used of an lxml element."""

    def xpath(self, path: str, /) -> list[Any]: ...

    def itertext(self) -> Iterator[str]: ...


class Page(NamedTuple):
    """A page's metadata, and its article, a paragraph a line."""

    fields: Fields
    text: str


def parse(html: str) -> Page:
    """The article of a page; raises `ReadError` where there is none."""
    import trafilatura

    with _silence():
        tree = trafilatura.load_html(html)
        if tree is None:
            raise ReadError("no article text found in the page")
        fields = _fields(tree)
        text = normalize(_article(html))
    if not any(map(is_sentence, text.split("\n"))):
        raise ReadError("no article text found in the page")
    return Page(fields, text)


def _article(html: str) -> str:
    """The text as trafilatura finds it; a page laid out in tables is read as one."""
    import trafilatura

    found = trafilatura.extract(html, include_comments=False, include_tables=False, favor_recall=True)
    return found or trafilatura.extract(html, include_comments=False, favor_recall=True) or ""


@contextmanager
def _silence() -> Iterator[None]:
    """trafilatura logs whatever it stumbles over; the caller hears of it as an error, once."""
    loggers = [logging.getLogger(name) for name in ("trafilatura", "htmldate", "courlan")]
    before = [logger.level for logger in loggers]
    for logger in loggers:
        logger.setLevel(logging.CRITICAL + 1)
    try:
        yield
    finally:
        for logger, level in zip(loggers, before, strict=True):
            logger.setLevel(level)


def _fields(tree: _Node) -> Fields:
    """Title, date, source and address: from JSON-LD, else meta elements, else what the page shows."""
    data = from_mapping(next(_json_ld(tree), {}))
    dates = (iso(value) for value in _found(tree, "published"))
    shown = (line for value in _found(tree, "visible") if (line := dateline(value)) and not line.headline)
    found = data.or_else(
        Fields(
            title=next(_found(tree, "title"), None),
            published=next((day for day in dates if day), None) or next((line.published for line in shown), None),
            source=next(_found(tree, "source"), None),
            url=next(_found(tree, "url"), None),
        )
    ).or_else(_titled(tree))
    return Fields(_without_site(found.title, found.source), found.published, found.source, found.url)


def _found(tree: _Node, field: str) -> Iterator[str]:
    """The values at a field's places in the page, the preferred place first."""
    for path in table("reading")["html"][field]:
        for node in tree.xpath(path):
            if value := scalar(node if isinstance(node, str) else "".join(node.itertext())):
                yield value


def _titled(tree: _Node) -> Fields:
    """What the page's title says: the heading it begins with, if there is one, and after it the name of the site."""
    title = scalar(next(iter(tree.xpath("//head/title/text()")), ""))
    headings = [scalar("".join(node.itertext())) for node in tree.xpath("//h1 | //h2")]
    heading = next((heading for heading in headings if heading and title.startswith(heading)), title)
    site = re.fullmatch(f"{table('reading')['html']['site_separator']}(.{{1,30}})", title[len(heading) :])
    return Fields(title=heading or None, source=site[1] if site else None)


def _without_site(title: str | None, site: str | None) -> str | None:
    if not title or not site or title == site:
        return title
    separator = table("reading")["html"]["site_separator"]
    name = re.escape(site)
    return re.sub(rf"{separator}{name}$|^{name}{separator}", "", title) or title


def _json_ld(tree: _Node) -> Iterator[dict[str, Any]]:
    """The articles a page describes as linked data, those of the preferred type first."""
    scripts = tree.xpath("//script[@type='application/ld+json']/text()")
    described = [item for script in scripts for item in _items(script)]
    for kind in table("reading")["html"]["article_types"]:
        yield from (item for item in described if kind in _types(item))


def _types(item: dict[str, Any]) -> list[Any]:
    kinds = item.get("@type")
    return kinds if isinstance(kinds, list) else [kinds]


def _items(script: str) -> list[dict[str, Any]]:
    try:
        data = json.loads(script)
    except (ValueError, RecursionError):
        return []
    items = data if isinstance(data, list) else [data]
    graphs = [item["@graph"] for item in items if isinstance(item, dict) and isinstance(item.get("@graph"), list)]
    return [item for group in [items, *graphs] for item in group if isinstance(item, dict)]
