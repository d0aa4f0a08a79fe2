"""Judgements: what people decide about the graph, made, sorted, and kept in TOML files."""

import hashlib
import json
import re
import tomllib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import UTC, date, datetime
from typing import Any

from kgraph.errors import KgraphError
from kgraph.models import Judgement
from kgraph.ontology import JudgementKind, RelationType

FILE = "judgements.toml"
NAMES: Mapping[JudgementKind, int] = {kind: 1 if kind is JudgementKind.REJECT else 2 for kind in JudgementKind}
_FIELDS = ("kind", "about", "type", "date", "who", "when", "note")
_DATE = re.compile(r"\d{4}(-\d{2}){0,2}")
_HEAD = "# What people decided about the graph; `kgraph build` reads it beside the articles.\n"


def judgement(
    kind: JudgementKind | str,
    about: Sequence[str],
    *,
    who: str,
    when: str | datetime,
    type: RelationType | str | None = None,
    date: str | None = None,
    note: str | None = None,
) -> Judgement:
    """A judgement with its id. `when` is a moment in ISO form, in UTC unless it says otherwise.

    Raises KgraphError, in one line, for what makes no sense.
    """
    try:
        kind = JudgementKind(kind)
        asserted = RelationType(type) if type else None
        moment = _moment(when)
    except ValueError as error:
        raise KgraphError(f"not a judgement: {error}") from None
    if len(about) != NAMES[kind] or not all(about) or (kind is JudgementKind.ASSERT) != (asserted is not None):
        raise KgraphError(f"not a judgement: '{kind}' takes {_takes(kind)}")
    if date is not None and not _DATE.fullmatch(date):
        raise KgraphError(f"not a judgement: '{date}' is not a date such as 2025, 2025-05 or 2025-05-12")
    content = (kind.value, tuple(about), asserted and asserted.value, date, who, moment, note or None)
    digest = hashlib.sha256(repr(content).encode("utf-8", "backslashreplace")).hexdigest()[:10]
    fields = dict(zip(_FIELDS, content, strict=True))
    return Judgement.model_validate({"id": digest, **fields})


def in_order(judgements: Iterable[Judgement]) -> list[Judgement]:
    """Each judgement once, in the order they were made: what is decided later counts."""
    unique = {one.id: one for one in judgements}
    return sorted(unique.values(), key=lambda one: (datetime.fromisoformat(one.when), one.id))


def loads(text: str) -> list[Judgement]:
    """The judgements of a TOML file; raises KgraphError with one line for the first thing wrong in it."""
    try:
        rows = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise KgraphError(f"not TOML: {error}") from None
    tables = rows.pop("judgement", [])
    if rows or not isinstance(tables, list):
        raise KgraphError("a file of judgements holds tables [[judgement]] and nothing else")
    return [_row(number, table) for number, table in enumerate(tables, start=1)]


def dumps(judgements: Iterable[Judgement]) -> str:
    """The judgements as a TOML file, in the order they were made."""
    return "\n".join([_HEAD, *("\n".join(_lines(one)) for one in in_order(judgements))])


def _row(number: int, row: Any) -> Judgement:  # noqa: ANN401
    try:
        if not isinstance(row, dict) or (unknown := sorted(row.keys() - {*_FIELDS})):
            raise KgraphError(f"unknown field '{unknown[0]}'" if isinstance(row, dict) else "not a table")
        if missing := [name for name in ("kind", "about", "who", "when") if not row.get(name)]:
            raise KgraphError(f"'{missing[0]}' is missing")
        about = row["about"]
        texts = [about] if isinstance(about, str) else about
        if not isinstance(texts, list) or not all(isinstance(one, str) for one in (*texts, row["who"])):
            raise KgraphError("names are texts")
        fields = {name: _text(row[name]) for name in _FIELDS if name in row and name != "about"}
        return judgement(about=texts, **fields)
    except KgraphError as error:
        raise KgraphError(f"judgement {number}: {error}") from None


def _text(value: object) -> str:
    """TOML has dates and moments of its own."""
    return value.isoformat() if isinstance(value, date) else str(value)


def _moment(when: str | datetime) -> str:
    moment = datetime.fromisoformat(when) if isinstance(when, str) else when
    moment = moment.replace(tzinfo=UTC) if moment.tzinfo is None else moment.astimezone(UTC)
    return moment.isoformat().replace("+00:00", "Z")


def _takes(kind: JudgementKind) -> str:
    if kind is JudgementKind.REJECT:
        return "the id of one assertion"
    return "two names and a relation type" if kind is JudgementKind.ASSERT else "two names"


def _lines(one: Judgement) -> Iterator[str]:
    yield "[[judgement]]"
    fields = one.model_dump(mode="json", include={*_FIELDS})
    yield from (f"{name} = {_toml(fields[name])}" for name in _FIELDS if fields[name] is not None)
    yield ""


def _toml(value: object) -> str:
    """A text or list of texts: TOML writes them as JSON does, but for one control character."""
    return json.dumps(value, ensure_ascii=False).replace("\x7f", "\\u007f")
