"""Sentences by any piece of their text."""

from collections.abc import Callable, Iterator
from itertools import islice
from typing import Any

from kgraph.spelling import fold
from kgraph.store.lookup import phrase

Hit = tuple[str, int, int, str]
_SENTENCE = """
    SELECT sentences.article, start, "end", substr(text, start + 1, "end" - start)
    FROM sentences JOIN articles ON id = article WHERE number = ?
"""


def hits(rows: Callable[..., Iterator[Any]], text: str, limit: int | None) -> list[Hit]:
    """The sentences that contain the text, whatever its width and case, in the order of articles and text.

    `rows` runs a statement. Of more than `limit` it is always the same ones that are given: those that the index
    has first, so that not all have to be looked at.
    """
    asked = fold(text).casefold()
    if not asked:
        return []
    found = (tuple(row) for (number,) in _numbers(rows, text) for row in rows(_SENTENCE, number))
    # The index knows letters and digits alone, so what it finds is looked at again.
    return sorted(islice((hit for hit in found if asked in fold(hit[3]).casefold()), limit))


def _numbers(rows: Callable[..., Iterator[Any]], text: str) -> Iterator[Any]:
    query = phrase(text)
    if query is None:
        return rows("SELECT number FROM sentences ORDER BY number")
    return rows("SELECT rowid FROM grams WHERE grams MATCH ? ORDER BY rowid", query)
