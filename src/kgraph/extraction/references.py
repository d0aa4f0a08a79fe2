"""The component `kgraph_references`: whom 同氏, 両国, 前者 and a bare 大統領 mean."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from pathlib import Path
from typing import Any

from spacy.language import Language
from spacy.tokens import Doc

from kgraph import lexicon
from kgraph.extraction.document import Actor, Grid, Name
from kgraph.extraction.joints import Joints
from kgraph.extraction.matching import Words
from kgraph.extraction.offices import Offices
from kgraph.lexicon import Lexicon, files
from kgraph.ontology import EntityType, MentionKind, Reason
from kgraph.spelling import CLOSING, OPENING

# A reference means something said lately: no further back than this many characters.
REACH = 400
MOST_COUNTED = 7
# Behind a word that is no subject, but what the subject of its clause deals with.
_DEALT_WITH = ("を", "に", "へ", "と", "から")
_ACTING = re.compile("[^はがもをにへでと、。]{0,8}(?:は|が|も)")
_JOINS_SUBJECT = ("", "の", "と", "や", "、", "・", "および", "及び")


@dataclass(frozen=True, slots=True)
class Reference:
    """A word that refers back to the `number` actors of a type that were named last.

    `pick` takes one of them (前者 the first, 後者 the last); without a type they need only be of the same one.
    `finer` asks for a class of organization, and that the word stands alone (同盟, not 同盟国). `acting` takes those
    who act in its own clause (互い).
    """

    type: EntityType | None
    number: int
    kind: MentionKind
    pick: int | None = None
    finer: str | None = None
    acting: bool = False


class ReferenceResolver:
    """Adds to `doc._.names` the mentions that are no names, under the keys of those they mean."""

    def __init__(self, words: Lexicon, references: Mapping[str, Reference], tables: Mapping[str, Any]) -> None:
        self._references = references
        self._words = Words(references)
        self._actors = words.actors
        counters: dict[str, str] = tables["counters"]
        self._counters = {word: EntityType(kind) for word, kind in counters.items()}
        self._counted_words = re.compile(rf"([2-9])({'|'.join(counters)})(?=[はがもをにとの])")
        self._home = f"country:{tables['home']['country']}"
        self._home_words = Words(tables["home"]["words"])
        self._offices = Offices(words)
        self._joints = Joints(words)

    def __call__(self, doc: Doc) -> Doc:
        """Annotates the Doc."""
        grid = Grid(doc, self._joints.of)
        names = sorted([*doc._.names, *self._offices.find(grid, doc._.names, doc._.published)])
        referents = list(self._referents(names))
        found = [
            *self._back_references(grid, referents),
            *self._counted(grid, names),
            *self._home_country(grid, referents),
            *self._offices.bare(grid, names, REACH),
        ]
        doc._.names = sorted([*names, *found])
        self._introduce(doc)
        return doc

    def _referents(self, names: Iterable[Name]) -> Iterator[Name]:
        """The names, and after each person's the country that he stands for: 両国 may follow two presidents."""
        for name in names:
            yield name
            known = self._actors.by_id.get(name.key)
            if known and known.country and known.offices:
                yield replace(name, key=known.country, type=EntityType.COUNTRY)

    def _back_references(self, grid: Grid, names: Sequence[Name]) -> list[Name]:
        found: list[Name] = []
        for start, end in self._words.all(grid):
            reference = self._references[grid.text[start:end]]
            if reference.number > 1 and _sums_up(grid, start, names):
                continue
            if reference.finer is None or _stands_alone(grid, start, end):
                if reference.acting:
                    meant = _distinct(_acting(grid, [*names, *found], start))
                else:
                    meant = self._meant(reference, _open_to(grid, start, end, reference, names), start)
                found += _mentions(grid, start, end, meant, reference.kind)
        return found

    def _meant(self, reference: Reference, names: Sequence[Name], before: int) -> list[Name]:
        if reference.finer is not None:
            names = [n for n in names if (k := self._actors.by_id.get(n.key)) and k.kind == reference.finer]
        kind = reference.type or next((name.type for name in reversed(names) if name.end <= before), None)
        pair = _latest_pair(names, before) if reference.pick is not None else []
        meant = pair or (_latest(names, before, kind, reference.number) if kind else [])
        if len(meant) != reference.number:
            return []
        return meant if reference.pick is None else [meant[reference.pick]]

    def _counted(self, grid: Grid, names: Sequence[Name]) -> Iterator[Name]:
        """3カ国は, 両国の3氏: as many of the latest as are counted, where no list of names stands before it."""
        ends = {name.end for name in names}
        for match in self._counted_words.finditer(grid.text):
            kind, number = self._counters[match[2]], int(match[1])
            listed = match.start() in ends or grid.text[match.start() - 1 : match.start()] in ("の", ")", "）", "・")
            meant = [] if listed or number > MOST_COUNTED else _latest(names, match.start(), kind, number)
            if meant and len(meant) == number:
                yield from _mentions(grid, match.start(), match.end(), meant, MentionKind.NOMINAL)

    def _home_country(self, grid: Grid, names: Sequence[Name]) -> Iterator[Name]:
        """わが国: the paper's own, but inside a quotation the one of whoever is named in the sentence around it."""
        countries = [name for name in names if name.type is EntityType.COUNTRY]
        for start, end in self._home_words.all(grid):
            quotation = _quotation(grid, start)
            if quotation is None:
                meant = [Name(start, end, self._home, EntityType.COUNTRY, "", 0, 0)]
            else:
                around = {name.key: name for name in _around(grid, *quotation, countries)}
                meant = list(around.values()) if len(around) == 1 else []
            yield from _mentions(grid, start, end, meant, MentionKind.NOMINAL)

    def _introduce(self, doc: Doc) -> None:
        """Actors whom the article means without ever naming them get an entry of their own."""
        for name in doc._.names:
            if name.key not in doc._.actors:
                known = self._actors.by_id[name.key]
                doc._.actors[name.key] = Actor(name.key, known.type, known.name, known.name_en, [], True, known.country)


def _open_to(grid: Grid, start: int, end: int, reference: Reference, names: Sequence[Name]) -> list[Name]:
    """The names that a word can mean: 「Aは|同国を…」 is not A; 同裁判所 is a 裁判所, where one is named."""
    dealt_with = (*_DEALT_WITH, "の") if grid.text.startswith("この", start) else _DEALT_WITH
    if reference.number == 1 and grid.text.startswith(dealt_with, end):
        acting = {name.key for name in _acting(grid, names, start)}
        names = [name for name in names if name.key not in acting]
    if reference.type is EntityType.ORGANIZATION:
        named_so = [n for n in names if n.text.endswith(grid.text[start + 1 : end]) and n.end <= start <= n.end + REACH]
        names = named_so or names
    return list(names)


def _acting(grid: Grid, names: Iterable[Name], before: int) -> list[Name]:
    """The names in the nearest subject before a place in its sentence, those joined to it included."""
    sentence = grid.token(before).sent
    found: list[Name] = []
    for name in sorted((n for n in names if sentence.start_char <= n.start < n.end <= before), reverse=True):
        last = grid.doc[name.last]
        end = max(name.end, last.idx + len(last))
        if found and end <= found[-1].start and grid.text[end : found[-1].start] not in _JOINS_SUBJECT:
            break
        if found or _ACTING.match(grid.text, end):
            found.append(name)
    return found


def _distinct(names: Iterable[Name]) -> list[Name]:
    """Two actors or more of one type, each once; none where they are fewer."""
    found = {name.key: name for name in names}
    first = next(iter(found.values()), None)
    return [name for name in found.values() if first and name.type is first.type] if len(found) > 1 else []


def _latest(names: Sequence[Name], before: int, kind: EntityType, number: int) -> list[Name]:
    """The last `number` distinct actors of a type named within reach, in the order of the text."""
    found: dict[str, Name] = {}
    for name in reversed(names):
        if name.type is kind and name.end <= before <= name.end + REACH and not _is_inside(name, names):
            found.setdefault(name.key, name)
        if len(found) == number:
            break
    return sorted(found.values())


def _latest_pair(names: Sequence[Name], before: int) -> list[Name]:
    """The last two actors of one type that were named side by side within reach: 「AとBは…」."""
    near = [name for name in names if name.end <= before <= name.end + REACH]
    pairs = [[a, b] for a, b in pairwise(near) if a.type is b.type and a.key != b.key and b.start - a.end == 1]
    return pairs[-1] if pairs else []


def _sums_up(grid: Grid, start: int, names: Sequence[Name]) -> bool:
    """「A、B両国」「AとBの双方」: whether the word only ends a list of the actors it means."""
    ends = {name.end for name in names}
    return start in ends or (start - 1 in ends and grid.text[start - 1] == "の")


def _is_inside(name: Name, names: Sequence[Name]) -> bool:
    """Whether a name is part of another one or of its title, as 米 is in トランプ米大統領."""
    return any(
        o.first <= name.first
        and name.last <= o.last
        and o.last > o.first
        and o.key != name.key
        and o.start != name.start
        for o in names
    )


def _stands_alone(grid: Grid, start: int, end: int) -> bool:
    """Whether the word is no part of a compound."""
    first, last = grid.tokens(start, end)
    neighbours = [grid.doc[i] for i in (first - 1, last + 1) if 0 <= i < len(grid.doc)]
    return not any(token.tag_.startswith(("名詞", "接")) for token in neighbours)


def _quotation(grid: Grid, place: int) -> tuple[int, int] | None:
    """Start and end of the innermost brackets around a place, if there are any in its sentence."""
    sentence = grid.token(place).sent
    depth = 0
    for start in range(place - 1, sentence.start_char - 1, -1):
        depth += (grid.text[start] in CLOSING) - (grid.text[start] in OPENING)
        if depth < 0:
            end = next((i for i in range(place, sentence.end_char) if grid.text[i] in CLOSING), sentence.end_char)
            return start, end
    return None


def _around(grid: Grid, first: int, last: int, names: Sequence[Name]) -> list[Name]:
    """The names in the sentence around a quotation, or, where the quotation is all of it, in the sentence behind."""
    outside = [name for name in names if name.end <= first or last <= name.start]
    around = [name for name in outside if grid.token(name.start).sent == grid.token(first).sent]
    behind = grid.text[last + 1 : last + 2]
    if around or behind not in ("。", "\n", ""):
        return around
    following = grid.token(min(last + 2, len(grid.text) - 1)).sent
    return [name for name in outside if grid.token(name.start).sent == following]


def _mentions(grid: Grid, start: int, end: int, meant: Iterable[Name], kind: MentionKind) -> Iterator[Name]:
    first, last = grid.tokens(start, end)
    for name in meant:
        yield Name(start, end, name.key, name.type, grid.text[start:end], first, last, kind, Reason.REFERENCE)


@Language.factory("kgraph_references", default_config={"lexicon_dir": None})
def create(nlp: Language, name: str, lexicon_dir: str | None) -> ReferenceResolver:  # noqa: ARG001
    """The component; it needs `kgraph_names` before it."""
    overlay = Path(lexicon_dir) if lexicon_dir else None
    references = {word: _reference(row) for row in files.rows("naming", "reference", overlay) for word in row["words"]}
    return ReferenceResolver(lexicon.load(overlay), references, files.words("naming", overlay))


def _reference(row: Mapping[str, Any]) -> Reference:
    kind = EntityType(row["type"]) if "type" in row else None
    rest = (row.get("pick"), row.get("finer"), row.get("acting", False))
    return Reference(kind, row["number"], MentionKind(row["kind"]), *rest)
