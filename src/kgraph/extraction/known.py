"""Names the lexicon knows, and countries by their short forms."""

import re
from collections.abc import Iterable, Iterator

from kgraph.extraction.document import Grid, Name
from kgraph.extraction.matching import Words
from kgraph.lexicon import Lexicon
from kgraph.lexicon.actors import Actor
from kgraph.ontology import EntityType, Reason
from kgraph.spelling import fold

_KATAKANA = re.compile(r"[ァ-ヶー]")
_FAMILY_NAME = re.compile(r"・([ァ-ヶー]+)")
_ACRONYM = re.compile("[A-Z]")
_HEADLINE_BREAK = "、 \n"


class KnownNames:
    """Finds names of known actors: 「ロシア」, 「プーチン」, 「北大西洋条約機構」."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._actors = lexicon.actors
        self._honorifics = Words(lexicon.titles.honorifics)
        self._kin = Words(lexicon.titles.kin)
        self._titled = Words((*lexicon.titles.offices, *lexicon.titles.honorifics))
        self._words = Words(self._actors.by_name)
        self._countries = Words(n for n, a in self._actors.by_name.items() if a.type is EntityType.COUNTRY)

    def find(self, grid: Grid) -> Iterator[Name]:
        """Every known name, longest first, without overlap."""
        for start, end in self._words.all(grid):
            actor = self._actors.by_name[grid.text[start:end]]
            if self._is_part_of_another(grid, start, end, actor) or self._is_too_short(grid, start, end):
                continue
            yield name_of(grid, start, end, actor.id, actor.type)

    def inside(self, grid: Grid, names: Iterable[Name]) -> Iterator[Name]:
        """The countries whose names begin the names of organizations: イスラエル in イスラエル軍, 米 in 米国務省."""
        for name in names:
            if name.type is EntityType.ORGANIZATION and (found := self._country_at(grid, name)):
                length, key = found
                yield name_of(grid, name.start, name.start + length, key, EntityType.COUNTRY)

    def _country_at(self, grid: Grid, name: Name) -> tuple[int, str] | None:
        """How long the country's name is that a name begins with, and whose it is; a short form must agree."""
        country = self._countries.at(grid, name.start)
        if country and name.start + len(country) < name.end:
            return len(country), self._actors.by_name[country].id
        known = self._actors.by_id.get(name.key)
        short = self._actors.shorts.get(name.text[0])
        # ロスネフチ does not begin with ロ for ロシア.
        is_word = len(name.text) > 2 and not _KATAKANA.match(name.text[1])
        return (1, short) if known and short and known.country == short and is_word else None

    def _is_part_of_another(self, grid: Grid, start: int, end: int, actor: Actor) -> bool:
        """メラニア・トランプ and トランプ夫人 are not トランプ, and ジョージア州 is not the country."""
        if actor.type is EntityType.PERSON:
            if self._kin.at(grid, end) and actor.name.endswith(f"・{grid.text[start:end]}"):
                return True
            return grid.text[start - 1 : start] in ("・", "=") and not self._ends_known(grid, start - 1)
        return actor.type is EntityType.COUNTRY and (grid.text[end : end + 1] == "州" or self._is_given_name(grid, end))

    def _is_given_name(self, grid: Grid, end: int) -> bool:
        """シリア in シリア・フロレス氏: an honorific, and no known person or office, follows the other part."""
        rest = _FAMILY_NAME.match(grid.text, end)
        return rest is not None and rest[1] not in self._words and self._honorifics.at(grid, rest.end()) is not None

    def _ends_known(self, grid: Grid, end: int) -> bool:
        """Whether what stands before a ・ is itself a name or no name at all: ロシア・プーチン大統領."""
        return self._words.before(grid, end) is not None or not _KATAKANA.match(grid.text, end - 1)

    def _is_too_short(self, grid: Grid, start: int, end: int) -> bool:
        """A name of one character (習) counts only with a title after it."""
        return end - start == 1 and self._titled.at(grid, end) is None


class ShortForms:
    """Finds countries said with one character: 米露, 対中, 訪米, 露外務省, プーチン露大統領, 「米、…」."""

    def __init__(self, lexicon: Lexicon) -> None:
        titles = lexicon.titles
        self._usual = lexicon.actors.shorts
        self._countries = {**lexicon.actors.rare_shorts, **lexicon.actors.shorts}
        self._whole = titles.not_compounds
        self._prefixes = titles.compound_prefixes
        self._standalone = titles.standalone_shorts
        self._with_suffix = titles.suffix_shorts
        self._after = Words((*titles.offices, *titles.designations, *titles.compound_suffixes, *titles.prefixes))
        self._names = Words(lexicon.actors.by_name)

    def find(self, grid: Grid) -> Iterator[Name]:
        """Every short form that stands in one of the ways that short forms are used."""
        run: list[int] = []
        for position in range(len(grid.text) + 1):
            if self._is_short(grid, position):
                run.append(position)
                continue
            if run and self._is_used(grid, run):
                yield from (self._name(grid, place) for place in run)
            run = []

    def _name(self, grid: Grid, place: int) -> Name:
        return name_of(grid, place, place + 1, self._countries[grid.text[place]], EntityType.COUNTRY, Reason.SHORT_FORM)

    def _is_short(self, grid: Grid, position: int) -> bool:
        return (
            position < len(grid.text)
            and grid.text[position] in self._countries
            and {position, position + 1} <= grid.edges
        )

    def _is_used(self, grid: Grid, run: list[int]) -> bool:
        start, end = run[0], run[-1] + 1
        if grid.text[start:end] in self._whole:
            return False
        if not any(c in self._usual for c in grid.text[start:end]):
            # 「ウ有志連合」: one that is rarely a country is one only before what countries have.
            return len(run) == 1 and not _KATAKANA.match(grid.text[start - 1 : start]) and self._goes_on(grid, start)
        return (
            len(run) > 1
            or self._has_prefix(grid, start)
            or self._goes_on(grid, start)
            or self._stands_alone(grid, start)
        )

    def _has_prefix(self, grid: Grid, start: int) -> bool:
        return start > 0 and start - 1 in grid.edges and grid.text[start - 1] in self._prefixes

    def _goes_on(self, grid: Grid, start: int) -> bool:
        """Whether a word follows that short forms stand before: 米|軍, 仏|大統領, 米|エヌビディア."""
        if grid.text[start] not in self._with_suffix:
            # 日EU, but not 15日EU.
            return (
                not grid.text[start - 1 : start].isdigit()
                and _ACRONYM.match(self._names.at(grid, start + 1) or "") is not None
            )
        return self._after.at(grid, start + 1) is not None or self._names.at(grid, start + 1) is not None

    def _stands_alone(self, grid: Grid, start: int) -> bool:
        """Headlines name a country by one character before a comma or a space: 「米、ベネズエラを攻撃」."""
        before, after = grid.text[start - 1 : start] or "\n", grid.text[start + 1 : start + 2]
        if grid.text[start] not in self._standalone:
            return before == "\n" and after == "、" and grid.text[start] in self._with_suffix
        in_headline = before in _HEADLINE_BREAK and (
            after in _HEADLINE_BREAK or (after == "の" and _is_headline(grid, start))
        )
        return in_headline or (after != "" and after in "がはをにと" and not before.isalnum())


def _is_headline(grid: Grid, position: int) -> bool:
    """Whether the line at a position has no full stop: 米の in one is the country's, elsewhere it may be rice."""
    start, end = grid.text.rfind("\n", 0, position) + 1, grid.text.find("\n", position)
    return "。" not in grid.text[start : end if end >= 0 else None]


def name_of(grid: Grid, start: int, end: int, key: str, kind: EntityType, reason: Reason = Reason.LISTED) -> Name:
    """The mention of `key` at these characters."""
    first, last = grid.tokens(start, end)
    return Name(start, end, key, kind, fold(grid.text[start:end]), first, last, reason=reason)
