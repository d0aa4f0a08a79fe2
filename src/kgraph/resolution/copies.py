"""Which articles are copies of one text: they are one witness, however many papers print them."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from zlib import crc32

from kgraph.models import Article

_GRAM = 8
_SKETCH = 64
_SHARED = 0.55


def origins(articles: Iterable[Article]) -> dict[str, str]:
    """For each article the first, by id, of those whose texts are its own but for a few words."""
    sketches = {article.id: _sketch(article.text) for article in sorted(articles, key=lambda one: one.id)}
    having: defaultdict[int, list[str]] = defaultdict(list)
    first: dict[str, str] = {}
    for article, sketch in sketches.items():
        first[article] = first.get(_like(sketch, having, sketches), article)
        for gram in sketch:
            having[gram].append(article)
    return first


def _like(sketch: frozenset[int], having: Mapping[int, list[str]], sketches: Mapping[str, frozenset[int]]) -> str:
    """The article most like a sketch, "" where none is a copy."""
    shared = Counter(article for gram in sketch if gram in having for article in having[gram])
    alike = {article: n for article, n in shared.items() if n >= _SHARED * max(len(sketch), len(sketches[article]))}
    return min(alike, key=lambda article: (-alike[article], article), default="")


def _sketch(text: str) -> frozenset[int]:
    """The smallest hashes of the text's n-grams: as many are shared by two texts as n-grams are."""
    plain = "".join(text.split())
    grams = {plain[n : n + _GRAM] for n in range(max(1, len(plain) - _GRAM + 1))}
    return frozenset(sorted(crc32(gram.encode()) for gram in grams)[:_SKETCH])
