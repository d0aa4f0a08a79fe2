"""The component `kgraph_references`: whom 同氏, 両国 and a bare 大統領 mean."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from spacy.language import Language
from spacy.tokens import Doc

from kgraph import lexicon
from kgraph.extraction.document import Grid, Name
from kgraph.extraction.matching import Words
from kgraph.lexicon import Lexicon, files
from kgraph.ontology import EntityType, MentionKind

# A reference means something said lately: no further back than this many characters.
REACH = 400
MOST_COUNTED = 7


@dataclass(frozen=True, slots=True)
class Reference:
    """A word that refers back to the `number` actors of a type that were named last."""

    type: EntityType
    number: int
    kind: MentionKind


class ReferenceResolver:
    """Adds to `doc._.names` the mentions that are no names, under the keys of those they mean."""

    def __init__(self, words: Lexicon, references: dict[str, Reference], counters: dict[str, str]) -> None:
        self._references = references
        self._words = Words(references)
        self._counters = {word: EntityType(kind) for word, kind in counters.items()}
        self._counted_words = re.compile(rf"([2-9])({'|'.join(counters)})(?=[はがもをにとの])")
        self._titles = Words(words.titles.offices)

    def __call__(self, doc: Doc) -> Doc:
        """Annotates the Doc."""
        grid = Grid(doc)
        names: list[Name] = doc._.names
        finders = (self._back_references, self._counted, self._bare_titles)
        doc._.names = sorted([*names, *(found for find in finders for found in find(grid, names))])
        return doc

    def _back_references(self, grid: Grid, names: Sequence[Name]) -> Iterator[Name]:
        for start, end in self._words.all(grid):
            reference = self._references[grid.text[start:end]]
            meant = _latest(names, start, reference.type, reference.number)
            if len(meant) == reference.number:
                yield from _mentions(grid, start, end, meant, reference.kind)

    def _counted(self, grid: Grid, names: Sequence[Name]) -> Iterator[Name]:
        """3カ国は, 両国の3氏: as many of the latest as are counted, where no list of names stands before it."""
        ends = {name.end for name in names}
        for match in self._counted_words.finditer(grid.text):
            kind, number = self._counters[match[2]], int(match[1])
            listed = match.start() in ends or grid.text[match.start() - 1 : match.start()] in ("の", ")", "）", "・")
            meant = [] if listed or number > MOST_COUNTED else _latest(names, match.start(), kind, number)
            if meant and len(meant) == number:
                yield from _mentions(grid, match.start(), match.end(), meant, MentionKind.NOMINAL)

    def _bare_titles(self, grid: Grid, names: Sequence[Name]) -> Iterator[Name]:
        """大統領は: the person of the article who was last given that title, if somebody was."""
        taken = {offset for name in names for offset in _touched(grid, name)}
        for start, end in self._titles.all(grid):
            preceded = start > 0 and not grid.doc[grid.token(start).i - 1].is_punct and _is_noun_before(grid, start)
            if start in taken or preceded:
                continue
            title = grid.text[start:end]
            holders = [n for n in names if n.end <= start and n.title == title and not n.former]
            if holders and start - holders[-1].end <= REACH:
                yield from _mentions(grid, start, end, [holders[-1]], MentionKind.NOMINAL)


def _latest(names: Sequence[Name], before: int, kind: EntityType, number: int) -> list[Name]:
    """The last `number` distinct actors of a type named within reach, in the order of the text."""
    found: dict[str, Name] = {}
    for name in reversed(names):
        if name.type is kind and name.end <= before <= name.end + REACH and not _is_inside(name, names):
            found.setdefault(name.key, name)
        if len(found) == number:
            break
    return sorted(found.values())


def _is_inside(name: Name, names: Sequence[Name]) -> bool:
    """Whether a name is part of another one or of its title, as 米 is in トランプ米大統領."""
    return any(o.first <= name.first and name.last <= o.last and o.last > o.first and o.key != name.key for o in names)


def _mentions(grid: Grid, start: int, end: int, meant: Iterable[Name], kind: MentionKind) -> Iterator[Name]:
    first, last = grid.tokens(start, end)
    for name in meant:
        yield Name(start, end, name.key, name.type, grid.text[start:end], first, last, kind)


def _touched(grid: Grid, name: Name) -> range:
    return range(name.start, grid.doc[name.last].idx + len(grid.doc[name.last]))


def _is_noun_before(grid: Grid, start: int) -> bool:
    token = grid.doc[grid.token(start).i - 1]
    return token.tag_.startswith(("名詞", "接頭辞", "接尾辞")) or token.text == "の"


@Language.factory("kgraph_references", default_config={"lexicon_dir": None})
def create(nlp: Language, name: str, lexicon_dir: str | None) -> ReferenceResolver:  # noqa: ARG001
    """The component; it needs `kgraph_names` before it."""
    overlay = Path(lexicon_dir) if lexicon_dir else None
    references = {
        word: Reference(EntityType(row["type"]), row["number"], MentionKind(row["kind"]))
        for row in files.rows("naming", "reference", overlay)
        for word in row["words"]
    }
    return ReferenceResolver(lexicon.load(overlay), references, files.words("naming", overlay)["counters"])
