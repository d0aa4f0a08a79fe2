"""People by their titles: an office or honorific tells that a name stands before it."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from spacy.tokens import Token

from kgraph.extraction.document import Grid, Name
from kgraph.extraction.known import name_of
from kgraph.extraction.matching import Words
from kgraph.lexicon import Lexicon
from kgraph.ontology import EntityType, Reason
from kgraph.parsing import is_unknown

_KATAKANA = re.compile(r"[ァ-ヶー]+|[・=]|[A-Z][a-z]*\.?")
_KANJI = re.compile(r"[\u4e00-\u9fff々]+")
_JOINTS = "・="
# Characters that a title may have before the word that tells it is one: 国家安全保障担当|顧問.
LONGEST_TITLE = 10


@dataclass(frozen=True, slots=True)
class _Title:
    """A title as it stands in the text, with what stands between it and the name."""

    start: int
    end: int
    word: str
    office: bool
    former: bool = False
    country: str | None = None


class TitledPeople:
    """Finds people with titles: gives known people their title, and finds unknown ones by it."""

    def __init__(self, lexicon: Lexicon) -> None:
        titles = lexicon.titles
        self._offices = titles.offices
        self._titles = Words((*titles.offices, *titles.honorifics))
        self._prefixes = Words(titles.prefixes)
        self._designations = Words(titles.designations)
        self._generic = titles.generic
        self._past = titles.past_prefixes
        self._kin = titles.kin

    def find(self, grid: Grid, names: Iterable[Name]) -> Iterator[Name]:
        """A person for each title that a name stands before."""
        by_end = {name.end: name for name in names}
        end = 0
        for start in grid.places:
            word = self._titles.at(grid, start) if start >= end else None
            if word:
                end = start + len(word)
                yield from self._person(grid, self._reach(grid, start, word, by_end), by_end)

    def _reach(self, grid: Grid, start: int, word: str, by_end: dict[int, Name]) -> _Title:
        """Walks left over what may stand between name and title: 前, 米, インドネシア, 外務省, 国連."""
        former, country, position = False, None, start
        while position > 0:
            name = by_end.get(position)
            if name is not None and name.type is not EntityType.PERSON and position - len(name.text) in grid.edges:
                country = name.key if name.type in (EntityType.COUNTRY, EntityType.ORGANIZATION) else country
                position = name.start
            elif found := self._prefixes.before(grid, position) or self._designations.before(grid, position):
                former = former or found in self._past
                position -= len(found)
            elif country and grid.text[position - 1] in _JOINTS:
                position -= 1
            else:
                position = _over_nouns(grid, position, by_end)
                break
        return _Title(position, start + len(word), word, word in self._offices, former, country)

    def _person(self, grid: Grid, title: _Title, by_end: dict[int, Name]) -> Iterator[Name]:
        known = by_end.get(title.start)
        if known is not None and known.type is EntityType.PERSON:
            found: Name | None = known
        else:
            start = self._name_start(grid, title, by_end)
            end = title.end if title.word in self._kin and start < title.start else title.start
            text = grid.text[start:end]
            found = name_of(grid, start, end, f"person:{text}", EntityType.PERSON, Reason.TITLE) if text else None
            title = replace(title, country=title.country or self._possessor(grid, start, by_end))
        if found is not None:
            last = grid.tokens(title.start, title.end)[1]
            yield replace(found, last=last, title=title.word, former=title.former, country=title.country)

    def _possessor(self, grid: Grid, start: int, by_end: dict[int, Name]) -> str | None:
        """Whose officer it is whose name begins here: 韓国の|X外相, ロシア外務省の|X報道官."""
        end = start - 1 if grid.text[start - 1 : start] == "の" else -1
        while word := self._designations.before(grid, end):
            end -= len(word)
        name = by_end.get(end)
        return name.key if name and name.type in (EntityType.COUNTRY, EntityType.ORGANIZATION) else None

    def _name_start(self, grid: Grid, title: _Title, by_end: dict[int, Name]) -> int:
        run = _run_before(grid, title.start, by_end)
        text = "".join(token.text for token in run)
        if not run or text in self._generic:
            return title.start
        named = any(map(_looks_like_a_name, run)) or self._possessor(grid, run[0].idx, by_end) is not None
        foreign = _is_foreign(run) and (not title.office or named)
        return run[0].idx if foreign or _is_han_name(run) else title.start


def _over_nouns(grid: Grid, end: int, by_end: dict[int, Name]) -> int:
    """Walks left over the rest of a title (ガルシア|外務担当|国務相) to a name in katakana, if there is one."""
    position = end
    while end - position <= LONGEST_TITLE and position > 0 and position not in by_end:
        token = grid.token(position - 1)
        if _KATAKANA.fullmatch(token.text):
            return position
        if not _KANJI.fullmatch(token.text) or "固有名詞" in token.tag_ or not token.tag_.startswith(("名詞", "接")):
            return end
        position = token.idx
    known = by_end.get(position)
    return position if known is not None and known.type is EntityType.PERSON else end


def _run_before(grid: Grid, end: int, by_end: dict[int, Name]) -> list[Token]:
    """The tokens of one script that end at `end`, without joints at the edge, up to any other name."""
    run: list[Token] = []
    script: re.Pattern[str] | None = None
    while end > 0 and end not in by_end:
        token = grid.token(end - 1)
        if token.idx + len(token) != end:
            break
        script = script or next((s for s in (_KATAKANA, _KANJI) if s.fullmatch(token.text)), None)
        if script is None or not script.fullmatch(token.text):
            break
        run.insert(0, token)
        end = token.idx
    while run and run[0].text in _JOINTS:
        run.pop(0)
    return [] if run and run[-1].text in _JOINTS else run


def _is_foreign(run: list[Token]) -> bool:
    return bool(_KATAKANA.fullmatch(run[-1].text))


def _looks_like_a_name(token: Token) -> bool:
    return "固有名詞" in token.tag_ or token.ent_type_ == "Person" or is_unknown(token.text)


def _is_han_name(run: list[Token]) -> bool:
    """Han names are tagged as names, or, unknown to the dictionary, fall apart into single characters."""
    length = sum(map(len, run))
    if all("人名" in token.tag_ for token in run):
        return length >= 2
    return 2 <= length <= 4 and all(len(token) == 1 or "固有名詞" in token.tag_ for token in run) and len(run) > 1
