"""The head of an article: masthead, headline, dateline and byline, told from the text below them."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import cache
from itertools import groupby
from typing import NamedTuple

from kgraph.lexicon import table
from kgraph.reading.characters import key
from kgraph.reading.dates import LONGEST_HEAD_LINE, Dateline, dateline, masthead, unmarked
from kgraph.reading.fields import Fields, labelled
from kgraph.reading.furniture import is_furniture

_HEAD_LINES = 12
_LONGEST_HEADLINE = 100
# A line up to this long that stands alone above the headline is a kicker or the name of the site.
_KICKER = 15
_WIRE_LINES = 3


class Reading(NamedTuple):
    """An article's fields, and its lines without headline, dateline and byline; none of them blank."""

    fields: Fields
    body: list[str]


def read_head(lines: Sequence[str], known: Fields) -> Reading:
    """Take the head off an article's lines. What was known of it beforehand wins over what it says.

    The headline is on the dateline or above it, else below it, else it is the first line. The title
    stays None where running text begins at once.
    """
    end = head_end(lines)
    said, head = _labels(lines[:end])
    head = [line for line in head if not line or not is_furniture(line)]
    dates = {i: found for i, line in enumerate(head) if (found := dateline(line))}
    at = _headline(head, dates)
    said = known.or_else(said).or_else(_said(head, dates, at))
    inside = known.title is None and said.title is not None
    body = [line for i, line in enumerate(head) if line and not _is_head(i, line, dates, said, at if inside else -1)]
    body += [line for line in lines[end:] if line]
    return Reading(said.or_else(Fields(source=_wire(body))), body)


def head_end(lines: Sequence[str]) -> int:
    """Where running text begins; not later than a head can be long."""
    filled = 0
    for i, line in enumerate(lines):
        filled += bool(line) and not is_furniture(line)
        if filled > _HEAD_LINES or _is_text(line):
            return i
    return len(lines)


def has_head(lines: Sequence[str]) -> bool:
    """Whether lines open like an article: a headline and a dateline above the running text."""
    head = [line for line in lines[: head_end(lines)] if not is_furniture(line)]
    found = [dateline(line) for line in head]
    return any(found) and (any(one.headline for one in found if one) or not all(found))


def _is_text(line: str) -> bool:
    """A question or an exclamation may be a headline; a statement that is closed by 。 is text."""
    closing = table("reading")["page"]["closing_marks"]
    return len(line) > _LONGEST_HEADLINE or line.rstrip(closing).endswith(("。", "．"))


def _labels(head: Sequence[str]) -> tuple[Fields, list[str]]:
    """What lines such as 「出典：外務省」 say, and the lines without them."""
    fields = Fields()
    rest = []
    for line in head:
        said = labelled(line)
        fields = fields.or_else(said)
        if said == Fields():
            rest.append(line)
    return fields, rest


def _said(head: list[str], dates: Mapping[int, Dateline], at: int | None) -> Fields:
    """What the head says of itself, given its datelines and the index of its headline."""
    best = min(dates.items(), key=lambda item: (item[1].update, item[0]), default=(0, None))[1]
    title = None if at is None else (dates[at].headline if at in dates else unmarked(head[at])[1])
    mastheads = (line for i, line in enumerate(head) if i != at and i not in dates and masthead(line))
    sources = (found.source for found in dates.values() if found.source)
    return Fields(
        title=title,
        published=best.published if best else None,
        source=next(sources, None) or next(mastheads, None),
    )


def _headline(head: list[str], dates: Mapping[int, Dateline]) -> int | None:
    """The index of the headline."""
    with_date = next((i for i, found in dates.items() if found.headline), None)
    if with_date is not None:
        return with_date
    lines = [i for i, line in enumerate(head) if line and i not in dates]
    candidates = [i for i in lines if not masthead(head[i])] or lines
    above = [i for i in candidates if i < min(dates, default=0)]
    if not above:
        return next(iter(candidates), None)
    # Lines that no blank line parts are one block; kickers stand in blocks of their own.
    blocks = [list(block) for _, block in groupby(above, key=lambda i: head[:i].count(""))]
    return next((block[0] for block in blocks if any(len(head[i]) > _KICKER for i in block)), blocks[-1][0])


def _is_head(i: int, line: str, dates: Mapping[int, Dateline], said: Fields, headline: int | None) -> bool:
    """Whether a line of the head is no part of the body; `headline` is the headline's index, -1 if it is known."""
    if i == headline or key(line) == key(said.title or ""):
        return True
    if i in dates:
        return dates[i].headline in ("", said.title)
    if headline is not None and i > headline:
        return masthead(line) or _is_byline(line)
    return masthead(line) or len(line) <= _KICKER


def _is_byline(line: str) -> bool:
    return len(line) <= LONGEST_HEAD_LINE and bool(_bylines().fullmatch(line))


def _wire(body: list[str]) -> str | None:
    """The agency that signs the first paragraphs: 「[パリ 6日 ロイター]」."""
    agencies: dict[str, str] = table("reading")["head"]["agencies"]
    for line in body[:_WIRE_LINES]:
        for pattern in _wires():
            found = pattern.match(line)
            if found and masthead(found["agency"]):
                return agencies.get(found["agency"], found["agency"])
    return None


@cache
def _bylines() -> re.Pattern[str]:
    return re.compile("|".join(table("reading")["head"]["byline"]))


@cache
def _wires() -> tuple[re.Pattern[str], ...]:
    head = table("reading")["head"]
    agencies = "|".join(map(re.escape, sorted(head["agencies"], key=len, reverse=True)))
    return re.compile(head["wire_signed"]), re.compile(head["wire"].replace("AGENCY", agencies))


def without_own(fields: Fields) -> Fields:
    """What holds for every article of a file: its source and address, not its title and date."""
    return replace(fields, title=None, published=None)
