"""Dates as articles write them, and the lines that give an article its date."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import Any

from kgraph.lexicon import table

# Lines longer than this are text: no pattern is tried on them.
LONGEST_HEAD_LINE = 200
_LONGEST_MASTHEAD = 20


@dataclass(frozen=True)
class Dateline:
    """A line that dates an article: the day, and what else the line holds.

    `mark` is the sign that opens the line, else the dash before the date, if any; `timed` tells
    whether a time of day follows; `update` whether it is the day of a revision.
    """

    published: str
    headline: str = ""
    source: str | None = None
    mark: str = ""
    timed: bool = False
    update: bool = False


def iso(value: str) -> str | None:
    """The date a metadata field gives, as precise as it is: `2025-08-26`, `2025-08` or `2025`."""
    value = value.strip()[:LONGEST_HEAD_LINE]
    for pattern in _patterns():
        for match in pattern.finditer(value):
            if day := _day(match):
                return day
    partial = re.fullmatch(_rules()["partial"], value)
    if not partial or not 1 <= int(partial["month"] or 1) <= 12 or not int(partial["year"]):
        return None
    return f"{int(partial['year']):04}" + (f"-{int(partial['month']):02}" if partial["month"] else "")


def in_name(stem: str) -> str | None:
    """The date in a file's name: `2025-08-26-foo`, `20250826_foo`."""
    return next((day for match in re.finditer(_rules()["file_name"], stem) if (day := _day(match))), None)


def dateline(line: str) -> Dateline | None:
    """What a head line says of the article's date; None for lines that are no dateline.

    A dateline holds a full date that exists and, besides label, weekday and time, nothing or a
    headline before the date, set off from it by a dash, a bracket or space.
    """
    if not 6 <= len(line) <= LONGEST_HEAD_LINE or not re.search(r"\d", line):
        return None
    found = list(_expressions(line))
    if not found:
        return None
    best = next((one for one in found if not one.update), found[0])
    before, rest = line[: found[0].start], _rest(line, found)
    if not _decoration().fullmatch(rest):
        return None
    if _decoration().fullmatch(before):
        return Dateline(best.day, timed=best.timed, update=best.update)
    return _headed(before, best)


@dataclass(frozen=True)
class _Expression:
    """A date in a line with its label, weekday, time and suffix."""

    start: int
    end: int
    day: str
    timed: bool
    update: bool
    issue: bool


def _headed(before: str, found: _Expression) -> Dateline | None:
    rules = table("reading")["dateline"]
    source = re.search(rules["source"] + "$", before)
    separator = re.search(f"(?:{rules['separator']})+$", before)
    if not separator:
        return None
    headline = before[: source.start()] if source else before[: separator.start()]
    mark, headline = unmarked(headline.strip())
    # An unmarked headline may end in the day of what it tells; only a marked one ends in its own.
    if not mark and separator[0].strip() in ("(", "（"):
        return None
    name = source["source"].strip() if source else None
    paper = headline.lstrip("(（[［")
    if found.issue or masthead(paper):
        headline, name = "", name or paper
    return Dateline(found.day, headline, name, mark or (separator["dash"] or "")[:1], found.timed, found.update)


def unmarked(headline: str) -> tuple[str, str]:
    """The sign a headline opens with, if any, and the headline without it; 【解説】 is no sign but a part of it."""
    mark = headline[:1]
    if not mark or mark not in table("reading")["head"]["marks"] or (mark == "【" and "】" in headline):
        return "", headline
    return mark, headline.lstrip(mark).strip()


def masthead(line: str) -> bool:
    """Whether a line is the name of a paper, a site or an agency."""
    head = table("reading")["head"]
    named = len(line) <= _LONGEST_MASTHEAD and "、" not in line and line.endswith(tuple(head["mastheads"]))
    return named or line in head["agencies"]


def _expressions(line: str) -> Iterator[_Expression]:
    """The dates of a line, each with what belongs to it."""
    at = 0
    while found := _first(line, at):
        match, day = found
        before, after = _label().search(line[at : match.start()]), _after().match(line, match.end())
        start = at + before.start() if before else match.start()
        end = after.end() if after else match.end()
        parts = after.groupdict() if after else {}
        update = bool(parts.get("updated") or (before and before["update"]))
        yield _Expression(start, end, day, bool(parts.get("time")), update, bool(parts.get("issue")))
        at = end


def _first(line: str, at: int) -> tuple[re.Match[str], str] | None:
    matches = (match for pattern in _patterns() for match in pattern.finditer(line, at))
    return next(((match, day) for match in sorted(matches, key=lambda m: m.start()) if (day := _day(match))), None)


def _rest(line: str, found: list[_Expression]) -> str:
    """What stands after the first date, without the other dates."""
    ends = [one.end for one in found]
    starts = [one.start for one in found[1:]] + [len(line)]
    return "".join(line[end:start] for end, start in zip(ends, starts, strict=True))


def _day(match: re.Match[str]) -> str | None:
    """The ISO form of a date that exists."""
    parts = match.groupdict()
    rules = _rules()
    month = parts["month"]
    number = int(month) if month.isdecimal() else rules["months"].index(month) + 1
    if parts.get("era"):
        year = rules["eras"][parts["era"]] + (1 if parts["regnal"] == "元" else int(parts["regnal"]))
    else:
        year = int(parts["year"])
    try:
        return date(year, number, int(parts["day"])).isoformat()
    except ValueError:
        return None


def _rules() -> dict[str, Any]:
    rules: dict[str, Any] = table("reading")["dates"]
    return rules


@cache
def _patterns() -> tuple[re.Pattern[str], ...]:
    return tuple(re.compile(pattern) for pattern in _rules()["patterns"])


@cache
def _label() -> re.Pattern[str]:
    rules = table("reading")["dateline"]
    return re.compile(f"(?:(?P<update>{rules['update']})|{rules['label']})$")


@cache
def _after() -> re.Pattern[str]:
    rules = table("reading")["dateline"]
    tail = f"(?:(?P<updated>{rules['updated']})|(?P<issue>{rules['issue']})|{rules['suffix']})?"
    return re.compile(f"(?:{rules['weekday']})?(?P<time>{rules['time']})?{tail}")


@cache
def _decoration() -> re.Pattern[str]:
    return re.compile(table("reading")["dateline"]["decoration"])
