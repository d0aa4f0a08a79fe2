"""What the commands print: records as a table for people, as JSON, JSON Lines or CSV for programs."""

from __future__ import annotations

import csv
import io
import json
import sys
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from enum import StrEnum
from itertools import chain, repeat
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from rich.table import Table

    from kgraph.models import Assertion, Entity, Event, Judgement, Record, Relation, Resolution
    from kgraph.ontology import RelationType
    from kgraph.query.profile import Profile
    from kgraph.store import Stats

Names = Mapping[str, str]

# Without a terminal a table may be as wide as it likes: nothing is cut off in a pipe or a file.
_UNLIMITED = 100_000


class Format(StrEnum):
    """How a command prints what it found."""

    TABLE = "table"
    JSON = "json"
    JSONL = "jsonl"
    CSV = "csv"


def show(form: Format, model: type[Record], records: Sequence[Record], table: Callable[[], Table]) -> None:
    """Print a list of records to stdout."""
    if form is Format.TABLE:
        _print_table(table())
    elif form is Format.JSON:
        _print(_json([record.model_dump(mode="json") for record in records], indent=2))
    elif form is Format.JSONL:
        _print("\n".join(_json(record.model_dump(mode="json")) for record in records))
    else:
        _print(_csv(model, records))


def show_one(form: Format, record: Record, table: Callable[[], Table]) -> None:
    """Print one record to stdout: in JSON an object, not a list of one."""
    if form is Format.JSON:
        _print(_json(record.model_dump(mode="json"), indent=2))
    else:
        show(form, type(record), [record], table)


def say(text: str) -> None:
    """Print talk, which is no data, to stderr."""
    print(text, file=sys.stderr)


def relation_table(relations: Iterable[Relation], names: Names) -> Table:
    """Who does what to whom, how well supported, when, with what status."""
    rows = (
        (
            names[relation.source],
            _label(relation.type),
            names[relation.target],
            f"{relation.assertions} / {relation.articles}",
            _span(relation.first, relation.last),
            ", ".join(f"{status} {number}" for status, number in relation.statuses.items()),
        )
        for relation in relations
    )
    return _table(("source", "relation", "target", "sentences / articles", "dates", "status"), rows)


def event_table(events: Iterable[Event], names: Names) -> Table:
    """What happened, when and where, and who took part."""
    rows = (
        (
            event.date or "",
            event.label,
            _label(event.type),
            "、".join(dict.fromkeys(names[part.entity] for part in event.participants)),
            names.get(event.place or "", event.place or ""),
            ", ".join(event.articles),
        )
        for event in events
    )
    return _table(("date", "event", "type", "participants", "place", "articles"), rows)


def assertion_table(assertions: Iterable[Assertion], names: Names) -> Table:
    """The sentences, and what each is taken to say."""
    rows = (
        (
            assertion.article,
            names[assertion.source],
            _label(assertion.type),
            names[assertion.target],
            assertion.status,
            assertion.date or "",
            assertion.sentence,
        )
        for assertion in assertions
    )
    return _table(("article", "source", "relation", "target", "status", "date", "sentence"), rows)


def profile_table(profile: Profile, names: Names, top: int = 10) -> Table:
    """An entity: its names, how often it is mentioned, its best supported relations."""
    entity = profile.entity
    ties = profile.relations[:top]
    rows = [
        ("id", entity.id),
        ("type", entity.type),
        ("name", entity.name),
        ("English name", entity.name_en or ""),
        ("also called", "、".join(entity.aliases)),
        *_spellings(profile),
        ("country", names.get(entity.country or "", entity.country or "")),
        ("mentions / articles", f"{profile.mentions} / {profile.articles}"),
        ("seen", _span(entity.first_seen, entity.last_seen)),
        ("relations", str(len(profile.relations))),
        *(("", _tie(tie, names)) for tie in ties),
    ]
    return _table(("entity", entity.name), rows)


def resolution_table(found: Iterable[Resolution]) -> Table:
    """Whom each name means."""
    rows = (
        (one.name, *((one.entity.name, one.entity.type, one.entity.id) if one.entity else ("", "", "")))
        for one in found
    )
    return _table(("name", "entity", "type", "id"), rows)


def judgement_table(judgements: Iterable[Judgement]) -> Table:
    """What was decided, by whom and when."""
    rows = (
        (
            one.id,
            one.kind,
            " ".join([*one.about, *filter(None, (one.type, one.date))]),
            one.who,
            one.when,
            one.note or "",
        )
        for one in judgements
    )
    return _table(("id", "decision", "about", "who", "when", "note"), rows)


def stats_table(stats: Stats) -> Table:
    """How much there is of everything; what there is none of is left out."""
    rows = [
        ("articles", stats.articles),
        ("entities", sum(stats.entities.values())),
        *((f"  {kind}", number) for kind, number in stats.entities.items() if number),
        ("mentions", stats.mentions),
        ("events", stats.events),
        ("relations", stats.relations),
        ("assertions", sum(stats.assertions.values())),
        *((f"  {status}", number) for status, number in stats.statuses.items() if number),
        *((f"  {_label(kind)}", number) for kind, number in stats.assertions.items() if number),
    ]
    return _table(("what", "how many"), ((what, str(number)) for what, number in rows))


def _spellings(profile: Profile) -> Iterator[tuple[str, str]]:
    heads = chain(["spelled"], repeat(""))
    lines = (f"{one.text}  {one.mentions}  ({', '.join(one.reasons)})" for one in profile.spellings)
    yield from zip(heads, lines, strict=False)
    for one in profile.judgements:
        yield (
            f"decided by {one.who}",
            f"{one.kind} {' '.join(one.about)}, {one.when}{f': {one.note}' if one.note else ''}",
        )


def names_of(entities: Iterable[Entity]) -> Names:
    """What to call each entity, by id."""
    return {entity.id: entity.name for entity in entities}


def _label(kind: RelationType) -> str:
    return f"{kind.spec.ja} {kind}"


def _tie(relation: Relation, names: Names) -> str:
    ends = f"{names[relation.source]} → {names[relation.target]}"
    return f"{ends}  {_label(relation.type)}  {relation.assertions} / {relation.articles}"


def _span(first: str | None, last: str | None) -> str:
    return " – ".join(dict.fromkeys(date for date in (first, last) if date))


def _table(heads: Sequence[str], rows: Iterable[Sequence[str]]) -> Table:
    from rich import box
    from rich.table import Table

    table = Table(box=box.SIMPLE_HEAD, show_edge=False, pad_edge=False)
    for head in heads:
        table.add_column(head, overflow="fold")
    for row in rows:
        table.add_row(*map(_harmless, row))
    return table


def _harmless(text: str) -> str:
    """The text without characters that would drive the terminal; leading spaces are kept."""
    return "".join(character if character.isprintable() else " " for character in text)


def _print_table(table: Table) -> None:
    from rich.console import Console

    width = None if sys.stdout.isatty() else _UNLIMITED
    Console(width=width, markup=False, highlight=False, emoji=False).print(table)
    sys.stdout.flush()


def _print(text: str) -> None:
    if text:
        print(text, flush=True)


def _json(value: object, indent: int | None = None) -> str:
    return json.dumps(value, ensure_ascii=False, indent=indent)


def _csv(model: type[Record], records: Iterable[Record]) -> str:
    """A head of the model's fields and a line a record; lists and objects are JSON within their cell."""
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(model.model_fields)
    for record in records:
        fields = record.model_dump(mode="json").values()
        writer.writerow(_json(value) if isinstance(value, list | dict) else value for value in fields)
    return text.getvalue().removesuffix("\n")
