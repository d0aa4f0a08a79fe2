"""Corrections: what a person decides about a graph is kept, and takes effect at once."""

import getpass
from collections.abc import Iterable, Mapping, Sequence
from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path

from kgraph.errors import KgraphError
from kgraph.graph import KnowledgeGraph
from kgraph.judgements import NAMES, dumps, judgement, loads
from kgraph.models import Judgement
from kgraph.naming import iso_date, relation_type
from kgraph.ontology import JudgementKind
from kgraph.publishing import last_lexicon, publish, show
from kgraph.spelling import name_key
from kgraph.store import BY_COMMAND, DATABASE, Writer


def judge(
    graph: Path,
    kind: JudgementKind | str,
    about: Sequence[str],
    *,
    type: str | None = None,
    date: str | None = None,
    note: str | None = None,
    who: str | None = None,
    when: str | None = None,
) -> Judgement:
    """Keep a judgement, and make the graph and its page anew with it.

    `who` is the user's name and `when` this moment where they are not given. Raises UnknownNameError, or
    KgraphError, for what the graph does not have, and StoreError where it cannot be written.
    """
    with KnowledgeGraph(graph) as kg:
        found = _found(kg, JudgementKind(kind), about)
    made = judgement(
        kind,
        found,
        type=None if type is None else relation_type(type),
        date=None if date is None else iso_date(date),
        note=note,
        who=who or _user(),
        when=when or datetime.now(UTC),
    )
    add(graph, [made])
    return made


def add(graph: Path, judgements: Iterable[Judgement]) -> None:
    """Keep judgements that are made already, and make the graph and its page anew."""
    with Writer(_database(graph)) as writer:
        writer.judge(judgements)
        publish(writer, last_lexicon(writer))
    show(_database(graph).parent)


def undo(graph: Path, judgement: str) -> Judgement:
    """Take a judgement back, named by its id or the beginning of it, and make the graph and its page anew.

    Raises KgraphError where there is none, or where it stands in a file, which is where to take it out.
    """
    with Writer(_database(graph)) as writer:
        known = writer.judgements()
        one = _only(judgement, {found.id: found for origin in sorted(known) for found in known[origin]})
        if one not in known.get(BY_COMMAND, []):
            origin = next(origin for origin in known if one in known[origin])
            raise KgraphError(f"judgement {one.id} stands in {origin}: take it out there, and build again")
        writer.undo(one.id)
        publish(writer, last_lexicon(writer))
    show(_database(graph).parent)
    return one


def load(path: Path) -> list[Judgement]:
    """The judgements in a TOML file; raises KgraphError with one line where it is broken."""
    try:
        return loads(path.read_text(encoding="utf-8-sig"))
    except (KgraphError, UnicodeDecodeError) as error:
        why = error if isinstance(error, KgraphError) else "not UTF-8"
        raise KgraphError(f"{path}: {why}") from None


def save(judgements: Iterable[Judgement], path: Path) -> None:
    """Write judgements to a TOML file, in the order they were made."""
    path.write_text(dumps(judgements), encoding="utf-8", newline="\n")


def _found(kg: KnowledgeGraph, kind: JudgementKind, about: Sequence[str]) -> list[str]:
    """What a judgement is about, by id, as far as the graph has ids for it."""
    if len(about) != NAMES[kind]:
        raise KgraphError(f"'{kind}' takes {NAMES[kind]} names, not {len(about)}")
    if kind is JudgementKind.REJECT:
        return [kg.assertion(about[0]).id]
    if kind is JudgementKind.SEPARATE:
        return _parted(kg, *about)
    first, second = (kg.entity(name) for name in about)
    if first.id == second.id:
        raise KgraphError(f"'{about[0]}' and '{about[1]}' are one entity: {first.id}")
    return [first.id, second.id]


def _parted(kg: KnowledgeGraph, first: str, second: str) -> list[str]:
    """The id of the first name, and the second as a spelling of the same entity that is not its main name."""
    entity = kg.entity(first)
    merged = {one.about[1] for one in kg.judgements() if one.kind is JudgementKind.MERGE}
    spellings = {name_key(name) for name in (*entity.aliases, entity.name_en or "")}
    if name_key(second) == name_key(entity.name):
        raise KgraphError(f"'{second}' is the name of {entity.id}: name the spelling that is not its first")
    if second not in merged and name_key(second) not in spellings:
        raise KgraphError(f"{entity.name} is not called '{second}'; it is called {'、'.join(entity.aliases)}")
    return [entity.id, second]


def _only(start: str, known: Mapping[str, Judgement]) -> Judgement:
    found = [one for id, one in known.items() if start and id.startswith(start)]
    if len(found) != 1:
        raise KgraphError(f"{'several judgements begin' if found else 'no judgement begins'} with '{start}'")
    return found[0]


def _user() -> str:
    # Where the system has no name for its user, that is all that can be said.
    with suppress(KeyError, OSError):
        return getpass.getuser()
    return "unknown"


def _database(graph: Path) -> Path:
    return graph if graph.is_file() else graph / DATABASE
