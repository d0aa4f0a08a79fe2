"""What finds things fast: entities by all that they are called, those tied to one, sentences by a piece of text.

The full-text index holds each sentence's characters in overlapping pairs, and a search asks for the pairs of
its text as a phrase: so words of two characters are found, which an index of words or of threes would miss.
The index keeps no text of its own; what is deleted from it has to be told what it was.
"""

import hashlib
import json
import sqlite3
import sys
from array import array
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from itertools import pairwise

from kgraph import naming
from kgraph.models import Entity
from kgraph.ontology import RelationType
from kgraph.sentences import sentences
from kgraph.spelling import fold
from kgraph.store import rows

BITS: Mapping[str, int] = {str(kind): 1 << place for place, kind in enumerate(RelationType)}
# How each number of a tie is packed: in four bytes, the lowest first; as numpy calls it, and as Python's arrays do.
PACKED = "<u4"
_FOUR_BYTES = "I"


def index_all(db: sqlite3.Connection) -> None:
    """Fill what is empty yet from entities, relations and articles."""
    index_names(db)
    index_ties(db)
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


def index_ties(db: sqlite3.Connection) -> None:
    """Fill the ties from the relations: for each entity, who is tied to it, and by which types, as numbers in pairs.

    Entities are numbered by id; a type is the bit of its place in the ontology.
    """
    entities = [entity for (entity,) in db.execute("SELECT id FROM entities ORDER BY id")]
    numbers = {entity: number for number, entity in enumerate(entities)}
    ties: defaultdict[int, dict[int, int]] = defaultdict(dict)
    for source, kind, target in db.execute("SELECT source, type, target FROM relations ORDER BY source, type, target"):
        one, other = numbers[source], numbers[target]
        ties[one][other] = ties[one].get(other, 0) | BITS[kind]
        ties[other][one] = ties[other].get(one, 0) | BITS[kind]
    packed = ((number, entity, _packed(ties.get(number, {}))) for number, entity in enumerate(entities))
    db.executemany("INSERT INTO ties (number, entity, neighbors) VALUES (?, ?, ?)", packed)


def index_sentences(db: sqlite3.Connection, articles: Iterable[tuple[str, str]]) -> None:
    """Take the sentences of new articles (id and text) into the index."""
    # The index grows fast only where numbers rise.
    for first, article, text in sorted((_first_number(article), article, text) for article, text in articles):
        for number, (start, end) in enumerate(sentences(text), start=first):
            place = (number, article, start, end)
            db.execute('INSERT INTO sentences (number, article, start, "end") VALUES (?, ?, ?, ?)', place)
            db.execute("INSERT INTO grams (rowid, pairs) VALUES (?, ?)", (number, grams(text[start:end])))


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


def unpacked(neighbors: bytes) -> "array[int]":
    """The pairs of neighbor and types that were packed, one after the other."""
    pairs = array(_FOUR_BYTES, neighbors)
    if sys.byteorder == "big":
        pairs.byteswap()
    return pairs


def _packed(neighbors: Mapping[int, int]) -> bytes:
    pairs = array(_FOUR_BYTES, (number for pair in sorted(neighbors.items()) for number in pair))
    if sys.byteorder == "big":
        pairs.byteswap()
    return pairs.tobytes()


def _first_number(article: str) -> int:
    """The number of an article's first sentence: it depends on the article alone, not on what came before it."""
    return int.from_bytes(hashlib.sha256(article.encode()).digest()[:6], "big") << 15


def _letters(text: str) -> str:
    return "".join(filter(str.isalnum, fold(text).casefold()))


def _pairs(letters: str) -> Iterator[str]:
    return ("".join(pair) for pair in pairwise(letters))


def _entity(row: Iterable[object]) -> Entity:
    fields = dict(zip(Entity.model_fields, row, strict=True))
    return Entity.model_validate(fields | {"aliases": json.loads(str(fields["aliases"]))})
