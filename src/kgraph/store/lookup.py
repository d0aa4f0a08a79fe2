"""What finds things fast: entities by all that they are called, sentences by any piece of their text.

The full-text index holds each sentence's characters in overlapping pairs, and a search asks for the pairs of
its text as a phrase: so words of two characters are found, which an index of words or of threes would miss.
The index keeps no text of its own; what is deleted from it has to be told what it was.
"""

import json
import sqlite3
from collections.abc import Iterable, Iterator
from itertools import pairwise

from kgraph import naming
from kgraph.models import Entity
from kgraph.sentences import sentences
from kgraph.spelling import fold
from kgraph.store import rows


def index_all(db: sqlite3.Connection) -> None:
    """Fill the names and the index of sentences, which are empty, from entities and articles."""
    index_names(db)
    articles = db.execute("SELECT id, text FROM articles ORDER BY id").fetchall()
    index_sentences(db, articles)


def index_names(db: sqlite3.Connection) -> None:
    """Fill the names from the entities; `way` is how strictly they are compared, the strictest first."""
    counts = dict(db.execute("SELECT entity, count(*) FROM mentions GROUP BY entity").fetchall())
    columns = rows.columns(Entity)
    keys = (
        (way, key, row[0], counts.get(row[0], 0))
        for row in db.execute(f"SELECT {columns} FROM entities ORDER BY id").fetchall()
        for way, key in sorted(set(naming.keys(_entity(row))))
    )
    db.executemany("INSERT INTO names (way, key, entity, mentions) VALUES (?, ?, ?, ?)", keys)


def index_sentences(db: sqlite3.Connection, articles: Iterable[tuple[str, str]]) -> None:
    """Take the sentences of new articles (id and text) into the index."""
    (last,) = db.execute("SELECT coalesce(max(number), 0) FROM sentences").fetchone()
    found = ((article, start, end, text[start:end]) for article, text in articles for start, end in sentences(text))
    for number, (article, start, end, sentence) in enumerate(found, start=last + 1):
        place = (number, article, start, end)
        db.execute('INSERT INTO sentences (number, article, start, "end") VALUES (?, ?, ?, ?)', place)
        db.execute("INSERT INTO grams (rowid, pairs) VALUES (?, ?)", (number, grams(sentence)))


def forget_sentences(db: sqlite3.Connection, articles: Iterable[tuple[str, str]]) -> None:
    """Take the sentences of articles (id and text) out of the index."""
    for article, text in articles:
        found = db.execute('SELECT number, start, "end" FROM sentences WHERE article = ?', (article,)).fetchall()
        for number, start, end in found:
            gone = (number, grams(text[start:end]))
            db.execute("INSERT INTO grams (grams, rowid, pairs) VALUES ('delete', ?, ?)", gone)
        db.execute("DELETE FROM sentences WHERE article = ?", (article,))


def grams(text: str) -> str:
    """The letters and digits of a text in overlapping pairs, and the last one alone."""
    letters = _letters(text)
    return " ".join((*_pairs(letters), letters[-1:]))


def phrase(text: str) -> str | None:
    """The full-text query for all that may contain the text; None where it has no letters to go by."""
    letters = _letters(text)
    if len(letters) < 2:
        return f'"{letters}"*' if letters else None
    return f'"{" ".join(_pairs(letters))}"'


def _letters(text: str) -> str:
    return "".join(filter(str.isalnum, fold(text).casefold()))


def _pairs(letters: str) -> Iterator[str]:
    return ("".join(pair) for pair in pairwise(letters))


def _entity(row: Iterable[object]) -> Entity:
    fields = dict(zip(Entity.model_fields, row, strict=True))
    return Entity.model_validate(fields | {"aliases": json.loads(str(fields["aliases"]))})
