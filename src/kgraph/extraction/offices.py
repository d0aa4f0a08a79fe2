"""Offices without a name: 米大統領 is who holds the office on the day, a bare 大統領 whom the article so called."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from kgraph.extraction.document import Grid, Name
from kgraph.extraction.matching import Words
from kgraph.lexicon import Lexicon
from kgraph.ontology import EntityType, MentionKind, Reason

_YEAR = re.compile(r"(?:19|20)\d\d(?=年)")
_SAME = "同"


class Offices:
    """Finds the people whom a text means by their office alone."""

    def __init__(self, words: Lexicon) -> None:
        self._titles = Words(words.titles.offices)
        # 前米大統領, 次期米大統領
        self._prefixes = words.titles.prefixes
        self._holders = words.holders

    def find(self, grid: Grid, names: Sequence[Name], published: str | None) -> Iterator[Name]:
        """米大統領, 国連の事務総長: whoever held the office when the article appeared, if the lexicon knows.

        Where the sentence speaks of another year, or nobody knows when the article appeared, it is nobody.
        """
        bodies = {name.end: name for name in names if name.type in (EntityType.COUNTRY, EntityType.ORGANIZATION)}
        for start, end in self._alone(grid, names):
            body = bodies.get(start) or (bodies.get(start - 1) if grid.text[start - 1] == "の" else None)
            if body is None or body.start in bodies or not _is_of_the_day(grid, start, published):
                continue
            if grid.text[: body.start].endswith(self._prefixes):
                continue
            holder = self._holders.holder(grid.text[start:end], body.key, published)
            if holder is not None:
                found = _nominal(grid, start, end, holder.id, Reason.OFFICE)
                yield replace(found, title=grid.text[start:end], country=body.key)

    def bare(self, grid: Grid, names: Sequence[Name], reach: int) -> Iterator[Name]:
        """大統領は, 同外相は: the person of the article who was last given that title within reach."""
        for start, end in self._alone(grid, names):
            title = grid.text[start:end]
            begin = start - len(_SAME) if grid.text[:start].endswith(_SAME) else start
            if _follows_a_noun(grid, begin):
                continue
            holders = [n for n in names if n.end <= begin and n.title == title and not n.former]
            if holders and begin - holders[-1].end <= reach:
                yield _nominal(grid, begin, end, holders[-1].key, Reason.REFERENCE)

    def _alone(self, grid: Grid, names: Sequence[Name]) -> Iterator[tuple[int, int]]:
        """The titles that belong to no name and begin no longer word (大統領選)."""
        taken = {offset for name in names for offset in _touched(grid, name)}
        for start, end in self._titles.all(grid):
            after = grid.token(end) if end < len(grid.text) else None
            goes_on = after is not None and after.idx == end and after.tag_.startswith(("名詞", "接尾辞"))
            if start not in taken and not goes_on:
                yield start, end


def _nominal(grid: Grid, start: int, end: int, key: str, reason: Reason) -> Name:
    first, last = grid.tokens(start, end)
    text = grid.text[start:end]
    return Name(start, end, key, EntityType.PERSON, text, first, last, MentionKind.NOMINAL, reason)


def _is_of_the_day(grid: Grid, start: int, published: str | None) -> bool:
    years = {match[0] for match in _YEAR.finditer(grid.token(start).sent.text)}
    return published is not None and years <= {published[:4]}


def _touched(grid: Grid, name: Name) -> range:
    """The characters of a name and of its title."""
    last = grid.doc[name.last]
    return range(name.start, last.idx + len(last) if name.title else name.end)


def _follows_a_noun(grid: Grid, start: int) -> bool:
    if start == 0:
        return False
    token = grid.doc[grid.token(start).i - 1]
    return token.tag_.startswith(("名詞", "接頭辞", "接尾辞")) or token.text == "の"
