"""Cutting a text into sentences, each with its place in the text."""

import re
from collections.abc import Iterator

from kgraph.spelling import CLOSING, OPENING

# Well below the 49,149 bytes that SudachiPy takes; GiNZA's time and memory grow steeply with the length of a sentence.
LONGEST = 400

# Between Latin words a space is part of the name.
_SPACE = re.compile(r"(?<=[^\x00-\x7f\s])[ \u3000]+(?=[^\x00-\x7f\s])")
_ENDS = re.compile(r"[。！？!?]+[」』）)】〉》”’\"]*")


def sentences(text: str) -> Iterator[tuple[int, int]]:
    """Start and end of each sentence of `text`, without the white space around it.

    A sentence ends at a line break, or at 。！？ outside brackets; in headlines, which have no such mark, at a
    space between Japanese words. One of more than `LONGEST` characters is cut, at a comma where there is one.
    """
    start = 0
    for line in text.splitlines(keepends=True):
        for begin, end in _inside_line(line) if _ENDS.search(line) else _inside_headline(line):
            yield from _trimmed(text, start + begin, start + end)
        start += len(line)


def _inside_line(line: str) -> Iterator[tuple[int, int]]:
    start = position = depth = 0
    while position < len(line):
        depth = _depth_after(line[position], depth)
        end = _ENDS.match(line, position) if depth == 0 else None
        if end is None or _inside_number(line, position):
            position += 1
            continue
        yield start, end.end()
        start = position = end.end()
    # A bracket that never closes must not swallow the rest of the line.
    if depth and start < len(line):
        yield from _ignoring_brackets(line, start)
    elif start < len(line):
        yield start, len(line)


def _inside_headline(line: str) -> Iterator[tuple[int, int]]:
    start = depth = 0
    for position, character in enumerate(line):
        depth = _depth_after(character, depth)
        if depth == 0 and _SPACE.match(line, position):
            yield start, position
            start = position
    if start < len(line):
        yield start, len(line)


def _ignoring_brackets(line: str, start: int) -> Iterator[tuple[int, int]]:
    for end in _ENDS.finditer(line, start):
        if not _inside_number(line, end.start()):
            yield start, end.end()
            start = end.end()
    if start < len(line):
        yield start, len(line)


def _depth_after(character: str, depth: int) -> int:
    if character in OPENING:
        return depth + 1
    return max(0, depth - 1) if character in CLOSING else depth


def _inside_number(line: str, position: int) -> bool:
    """Whether an ASCII ! or ? is glued to Latin text on both sides, as in a URL's query."""
    around = line[position - 1 : position] + line[position + 1 : position + 2]
    return line[position] in "!?" and len(around) == 2 and around.isascii() and around.isalnum()


def _trimmed(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    while start < end and text[start].isspace():
        start += 1
    while start < end and text[end - 1].isspace():
        end -= 1
    while end - start > LONGEST:
        comma = text.rfind("、", start, start + LONGEST)
        cut = comma + 1 if comma > start else start + LONGEST
        yield start, cut
        start = cut
    if start < end:
        yield start, end
