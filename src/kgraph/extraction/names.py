"""The component `kgraph_names`: who is named where.

Voices are heard in this order, and what an earlier one has named a later one leaves alone:
1. names the lexicon knows, the longest first; countries by their short forms;
2. titles: an office or honorific tells that a person's name stands before it;
3. organizations named by rule (ロシア外務省, トランプ政権), which contain names of 1 and 2;
4. organizations introduced with an abbreviation;
5. further mentions, anywhere in the article, of the people and organizations found by 2 to 4;
6. GiNZA's entities where Sudachi agrees.
"""

from collections.abc import Iterable, Iterator
from pathlib import Path

from spacy.language import Language
from spacy.tokens import Doc, Span

from kgraph import lexicon
from kgraph.extraction import grouping
from kgraph.extraction.document import Grid, Name, register
from kgraph.extraction.joints import Joints
from kgraph.extraction.known import KnownNames, ShortForms, name_of
from kgraph.extraction.matching import Words
from kgraph.extraction.organizations import Abbreviations, Administrations, NationalBodies, Parties
from kgraph.extraction.titled import TitledPeople
from kgraph.extraction.voices import Voices
from kgraph.lexicon import Lexicon, files
from kgraph.ontology import EntityType, Reason


class NameFinder:
    """Finds the names of an article; leaves them on `doc._.names`, their actors on `doc._.actors`."""

    def __init__(self, words: Lexicon, naming: dict[str, list[str]], labels: dict[str, str]) -> None:
        self._lexicon = words
        self._spellings = {key: actor.names for key, actor in words.actors.by_id.items()}
        self._joints = Joints(words)
        self._known = KnownNames(words)
        self._shorts = ShortForms(words)
        self._titled = TitledPeople(words)
        self._bodies = NationalBodies(words)
        self._parties = Parties(words)
        self._administrations = Administrations(words)
        self._abbreviations = Abbreviations(naming["organization_suffixes"])
        self._voices = Voices(labels, naming["organization_suffixes"], naming["place_suffixes"], words.titles.generic)

    def __call__(self, doc: Doc) -> Doc:
        """Annotates the Doc."""
        names = self.find(Grid(doc, self._joints.of))
        doc._.names = sorted(grouping.unify(names, self._spellings))
        doc._.actors = grouping.actors(doc._.names, self._lexicon)
        doc.spans["names"] = [Span(doc, n.first, n.last + 1, label=n.type, kb_id=n.key) for n in doc._.names]
        return doc

    def find(self, grid: Grid) -> list[Name]:
        """All names; those of a country or a person inside an organization's name stand beside it."""
        names = _add([], self._known.find(grid))
        names = _add(names, self._shorts.find(grid))
        titled = {(n.start, n.end): n for n in self._titled.find(grid, names)}
        names = _add([titled.pop((n.start, n.end), n) for n in names], titled.values())
        bodies = [*self._bodies.find(grid, names), *self._administrations.find(grid, names)]
        names = _add(names, [*bodies, *self._parties.find(grid, names)], nested=True)
        names += [inner for inner in self._known.inside(grid, names) if inner not in names]
        names = _add(names, self._abbreviations.find(grid, names))
        names = _add(names, self._again(grid, names))
        return _add(names, self._voices.find(grid, names))

    def _again(self, grid: Grid, names: Iterable[Name]) -> Iterator[Name]:
        """Mentions without a title of people and organizations that are found elsewhere by title or rule."""
        keys = {
            form: name
            for name in names
            if not name.weak and name.type in (EntityType.PERSON, EntityType.ORGANIZATION)
            for form in _forms(name)
        }
        for start, end in Words(keys).all(grid):
            name = keys[grid.text[start:end]]
            yield name_of(grid, start, end, name.key, name.type, Reason.REPEATED)


def _forms(name: Name) -> Iterator[str]:
    """What an actor may be called later on: the whole name, or the last part of a katakana name."""
    last = name.text.replace("=", "・").rpartition("・")[2]
    yield from (form for form in (name.text, last) if len(form) > 2 or (len(form) == 2 and name.text == form))


def _add(names: Iterable[Name], more: Iterable[Name], nested: bool = False) -> list[Name]:
    """`names` and those of `more` that overlap none of them; `nested` ones may contain one from its start."""
    kept = list(names)
    taken = {offset for name in kept for offset in range(name.start, name.end)}
    inner = {(name.start, name.end) for name in kept}
    for name in more:
        span = set(range(name.start, name.end))
        contained = {o for a, b in inner if name.start <= a and b <= name.end for o in range(a, b)} if nested else set()
        if not (span & taken) - contained and (name.start, name.end) not in inner:
            kept.append(name)
            taken |= span
    return kept


@Language.factory("kgraph_names", default_config={"lexicon_dir": None})
def create(nlp: Language, name: str, lexicon_dir: str | None) -> NameFinder:  # noqa: ARG001
    """The component; `lexicon_dir` is a directory of a user's TOML files over the bundled ones."""
    register()
    overlay = Path(lexicon_dir) if lexicon_dir else None
    naming = files.words("naming", overlay)
    return NameFinder(lexicon.load(overlay), naming, naming["labels"])
