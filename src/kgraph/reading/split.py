"""Several articles in one file: where one ends and the next begins."""

import re
from collections.abc import Sequence
from functools import cache

from kgraph.lexicon import table
from kgraph.reading.characters import key
from kgraph.reading.dates import dateline, unmarked
from kgraph.reading.furniture import is_sentence
from kgraph.reading.head import has_head, head_end

_LONGEST_DATE = 60


def split(lines: Sequence[str]) -> list[list[str]]:
    """The articles of a file, as lines.

    A file holds several if it opens with a head line that carries a date (「▽見出し<社名>日付」,
    「見出し ― 日付」) and more lines of just that form follow; or if rules (`---`, `===`) part it and
    headline and dateline follow each. Dates anywhere else split nothing.
    """
    starts = _starts(lines)
    if len(starts) > 1:
        return [list(lines[start:end]) for start, end in zip([0, *starts[1:]], [*starts[1:], len(lines)], strict=True)]
    return _ruled(lines)


def _starts(lines: Sequence[str]) -> list[int]:
    first = next((i for i in range(head_end(lines)) if _form(lines, i)), None)
    if first is None:
        return []
    form = _form(lines, first)
    # A head line that comes again tells the same article again.
    heads = {key(lines[i]): i for i in reversed(range(first, len(lines))) if _form(lines, i) == form}
    return sorted(heads.values())


def _form(lines: Sequence[str], i: int) -> str | None:
    """The kind of head line that opens an article here: its sign, or `dash` with or without a time."""
    line, marks = lines[i], table("reading")["head"]["marks"]
    if not line or (line[0] not in marks and not _dash().search(line[-_LONGEST_DATE:])):
        return None
    found = dateline(line)
    if found and found.headline and found.mark:
        return found.mark if found.mark in marks else f"dash {found.timed}"
    following = next((other for other in lines[i + 1 : i + 3] if other), "")
    mark = "" if found else unmarked(line)[0]
    below = dateline(following) if mark else None
    return mark if below and not below.headline else None


def _ruled(lines: Sequence[str]) -> list[list[str]]:
    """Part at rules; what has no head of its own goes on with the article before."""
    pieces: list[list[str]] = [[]]
    rules = [i for i, line in enumerate(lines) if line and _rule().fullmatch(line)]
    for start, end in zip([0, *(i + 1 for i in rules)], [*rules, len(lines)], strict=True):
        piece = list(lines[start:end])
        if pieces[-1] and has_head(piece) and any(map(is_sentence, piece)):
            pieces.append(piece)
        else:
            pieces[-1] += piece
    return pieces


@cache
def _rule() -> re.Pattern[str]:
    return re.compile(table("reading")["head"]["rule"])


@cache
def _dash() -> re.Pattern[str]:
    return re.compile(table("reading")["dateline"]["separator"].split("|")[0])
