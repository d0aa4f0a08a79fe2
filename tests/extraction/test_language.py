"""The exam in `tests/language`: sentences by phenomenon, each with the statements that a careful reader takes from it.

It was written without looking at the program. What the program cannot do yet is listed in `tests/language/open.toml`,
by file and number: such a case must fail, so that the list is kept true.
"""

import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from spacy.language import Language
from spacy.tokens import Doc

from kgraph import lexicon
from kgraph.extraction.document import Statement
from kgraph.ontology import RelationType, Status
from tests.japanese import BY_NAME, PUBLISHED, read

FOLDER = Path(__file__).parent.parent / "language"
OPEN = "open"
ACTORS = lexicon.load().actors
STATUSES = frozenset(Status)


@dataclass(frozen=True)
class Expected:
    """One line of a case: 「source type target [status] [date] [< speaker]」, with | between what is equally right."""

    source: frozenset[str]
    types: tuple[str, ...]
    target: frozenset[str]
    status: str
    date: str | None
    speaker: frozenset[str] | None

    def accepts(self, one: Statement, exactly: bool = True) -> bool:
        """Whether a statement says this; unless `exactly`, whatever its status and date."""
        ends = (one.source in self.source and one.target in self.target) or (
            not one.type.spec.directed and one.source in self.target and one.target in self.source
        )
        same = one.status == self.status and self.date in (None, one.date)
        return one.type in self.types and ends and (same or not exactly)


def cases() -> Iterator[Any]:
    still_open = tomllib.loads((FOLDER / f"{OPEN}.toml").read_text(encoding="utf-8"))
    for path in sorted(FOLDER.glob("*.toml")):
        if path.stem == OPEN:
            continue
        for number, case in enumerate(tomllib.loads(path.read_text(encoding="utf-8"))["case"], start=1):
            fails = number in still_open.get(path.stem, ())
            marks = pytest.mark.xfail(reason="not read yet", strict=True, raises=AssertionError) if fails else ()
            yield pytest.param(path.stem, case, id=f"{path.stem}-{number}", marks=marks)


def keys(names: str, doc: Doc) -> frozenset[str]:
    """The keys that these names may have in the Doc."""
    found: set[str] = set()
    for name in names.split("|"):
        known = ACTORS.find(name)
        found |= {known.id} if known else set()
        found |= {ACTORS.shorts[name]} if name in ACTORS.shorts else set()
        found |= {one.key for one in doc._.names if one.text == name and one.kind == "name"}
        found |= {key for key, actor in doc._.actors.items() if name in (actor.name, *actor.names)}
    return frozenset(found)


def expected(line: str, doc: Doc) -> Expected:
    said, _, speaker = line.partition("<")
    source, types, target, *rest = said.split()
    status = next((word for word in rest if word in STATUSES), Status.ASSERTED.value)
    date = next((word for word in rest if word not in STATUSES), None)
    who = keys(speaker.strip(), doc) if speaker else None
    return Expected(keys(source, doc), tuple(types.split("|")), keys(target, doc), status, date, who)


@pytest.mark.parametrize(("phenomenon", "case"), list(cases()))
def test_a_sentence_says_what_a_reader_takes_from_it(nlp: Language, phenomenon: str, case: dict[str, Any]) -> None:
    doc = read(nlp, case["text"], case.get("published", PUBLISHED))
    by_name = phenomenon == "standing"
    told = [one for one in doc._.statements if by_name or one.type not in BY_NAME]
    wanted = {line: expected(line, doc) for line in case["expect"]}
    allowed = [expected(line, doc) for line in case.get("allow", [])]
    assert [line for line, want in wanted.items() if not any(want.accepts(one) for one in told)] == []
    surplus = [one for one in told if one.type not in BY_NAME and not any(w.accepts(one) for w in wanted.values())]
    assert [one for one in surplus if not any(may.accepts(one, exactly=False) for may in allowed)] == []
    for line in case.get("speaker", []):
        want = expected(line, doc)
        assert any(want.accepts(one) and one.speaker in (want.speaker or ()) for one in told), line


def test_most_of_the_exam_is_passed() -> None:
    still_open = tomllib.loads((FOLDER / f"{OPEN}.toml").read_text(encoding="utf-8"))
    everything = list(cases())
    assert len(everything) >= 400
    assert sum(map(len, still_open.values())) / len(everything) < 0.25


def test_every_type_of_an_expectation_is_known() -> None:
    lines = [line for param in cases() for line in (*param.values[1]["expect"], *param.values[1].get("allow", []))]
    assert {kind for line in lines for kind in line.split()[1].split("|")} <= {*RelationType}
