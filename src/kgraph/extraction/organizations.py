"""Organizations that are named by rule: a country and a word (ロシア外務省, 米軍), a leader and 政権, 「X(ABC)」."""

import re
from collections.abc import Iterator, Sequence
from functools import cache

from spacy.tokens import Token

from kgraph.extraction.document import Grid, Name
from kgraph.extraction.known import name_of
from kgraph.extraction.matching import Words
from kgraph.lexicon import Lexicon
from kgraph.ontology import EntityType, Reason

_ABBREVIATION = re.compile(r"[(（]([A-Z][A-Za-z&-]{1,9})[)）]")
_PARTY = re.compile(r"[一-龠々ァ-ヶー・]{1,12}(?<![与野政同両他諸各小一二三大])党(?![員首派内])")
_NOUN = re.compile(r"名詞|接尾辞|接頭辞|記号-文字")


class NationalBodies:
    """Finds a country's organizations: its name or short form, then one or more designations."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._words = Words(lexicon.titles.designations)
        self._key = cache(lexicon.actors.national_body)

    def find(self, grid: Grid, names: Sequence[Name]) -> Iterator[Name]:
        """One organization for each country among `names` that a designation follows."""
        for name in names:
            if name.type is EntityType.COUNTRY and (end := self._end(grid, name.end)):
                key = self._key(name.key, grid.text[name.end : end])
                yield name_of(grid, name.start, end, key, EntityType.ORGANIZATION, Reason.RULE)

    def _end(self, grid: Grid, start: int) -> int | None:
        end = None
        while word := self._words.at(grid, start):
            end = start = start + len(word)
        return end


class Parties:
    """Finds parties that are called after their country: セルビア進歩党."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._key = cache(lexicon.actors.national_body)

    def find(self, grid: Grid, names: Sequence[Name]) -> Iterator[Name]:
        """One organization for each country among `names`, said in full, whose name goes on in that of a party."""
        starts = {name.start for name in names}
        for name in names:
            match = _PARTY.match(grid.text, name.end) if name.end - name.start > 1 else None
            if not match or match.end() not in grid.edges or starts.intersection(range(*match.span())):
                continue
            if name.type is EntityType.COUNTRY:
                key = self._key(name.key, match[0])
                yield name_of(grid, name.start, match.end(), key, EntityType.ORGANIZATION, Reason.RULE)


class Administrations:
    """Finds a leader's administration: トランプ政権, 習近平政権."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._heads = Words(lexicon.titles.heads)

    def find(self, grid: Grid, names: Sequence[Name]) -> Iterator[Name]:
        """One organization for each person among `names` that 政権 follows."""
        for name in names:
            if name.type is EntityType.PERSON and (head := self._heads.at(grid, name.end)):
                key = f"organization:{name.key.removeprefix('person:')}{head}"
                yield name_of(grid, name.start, name.end + len(head), key, EntityType.ORGANIZATION, Reason.RULE)


class Abbreviations:
    """Finds organizations that the text introduces with an abbreviation: 「保守政治行動会議(CPAC)」."""

    def __init__(self, suffixes: Sequence[str]) -> None:
        self._suffixes = tuple(suffixes)

    def find(self, grid: Grid, names: Sequence[Name]) -> Iterator[Name]:
        """Both forms, under one key, where the long one reads like an organization's name."""
        covered = {offset for name in names for offset in range(name.start, name.end)}
        for match in _ABBREVIATION.finditer(grid.text):
            start = self._start(grid, match.start(), covered)
            long_form = grid.text[start : match.start()]
            if len(long_form) < 4 or not long_form.endswith(self._suffixes):
                continue
            key = f"organization:{long_form}"
            yield name_of(grid, start, match.start(), key, EntityType.ORGANIZATION, Reason.INTRODUCED)
            if match.start(1) not in covered:
                yield name_of(grid, match.start(1), match.end(1), key, EntityType.ORGANIZATION, Reason.INTRODUCED)

    def _start(self, grid: Grid, end: int, covered: set[int]) -> int:
        """Where the run of nouns begins that ends at `end`; 「X」 is taken whole."""
        start = end
        while start > 0 and start - 1 not in covered:
            token = grid.token(start - 1)
            if not _is_noun(token):
                break
            start = token.idx
        return start


def _is_noun(token: Token) -> bool:
    return bool(_NOUN.match(token.tag_)) and not token.is_punct
