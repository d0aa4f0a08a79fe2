"""Finding the words of a table in a text, longest first, only where words may begin and end."""

from collections import defaultdict
from collections.abc import Iterable, Iterator

from kgraph.extraction.document import Grid


class Words:
    """A set of words that can be looked for at a place in a text."""

    def __init__(self, words: Iterable[str]) -> None:
        self._words = frozenset(word for word in words if word)
        lengths: defaultdict[str, set[int]] = defaultdict(set)
        for word in self._words:
            lengths[word[0]].add(len(word))
        self._lengths = {first: tuple(sorted(found, reverse=True)) for first, found in lengths.items()}
        self._longest = max((len(word) for word in self._words), default=0)

    def __contains__(self, word: str) -> bool:
        return word in self._words

    def at(self, grid: Grid, start: int) -> str | None:
        """The longest word of the table that begins at `start`."""
        if start >= len(grid.text):
            return None
        for length in self._lengths.get(grid.text[start], ()):
            if start + length in grid.edges and (word := grid.text[start : start + length]) in self._words:
                return word
        return None

    def before(self, grid: Grid, end: int) -> str | None:
        """The longest word of the table that ends at `end`."""
        for length in range(min(self._longest, end), 0, -1):
            if end - length in grid.edges and grid.text[end - length : end] in self._words:
                return grid.text[end - length : end]
        return None

    def all(self, grid: Grid) -> Iterator[tuple[int, int]]:
        """Start and end of every word of the table in the text, longest first, without overlap."""
        end = 0
        for start in grid.places:
            word = self.at(grid, start) if start >= end else None
            if word:
                end = start + len(word)
                yield start, end
