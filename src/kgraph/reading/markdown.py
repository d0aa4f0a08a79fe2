"""Markdown to plain text: the words stay, the markup goes."""

import re
from collections.abc import Iterator

_FENCE = re.compile(r"\s{0,3}(```+|~~~+)")
_HEADING = re.compile(r"\s{0,3}#{1,6}(?:\s|$)")
_PREFIX = re.compile(r"^\s*(?:>\s?)*(?:[-*+]\s+(?:\[[ xX]\]\s+)?)?")
_RULE = re.compile(r"\s*(?:[-*_=]\s*){3,}")
_DEFINITION = re.compile(r"\s{0,3}\[[^\[\]]+\]:\s")
_TABLE_ROW = re.compile(r"\s*\|.*\|\s*")
_TARGET = r"\((?:[^()\n]|\([^()\n]*\))*\)"
# Bounded character classes keep every pattern linear, whatever the line.
_INLINE = (
    (re.compile(rf"!\[[^\[\]\n]*\](?:{_TARGET}|\[[^\[\]\n]*\])"), ""),
    (re.compile(r"\[\^[^\[\]\n]{1,40}\]"), ""),
    (re.compile(rf"\[([^\[\]\n]*)\](?:{_TARGET}|\[[^\[\]\n]*\])"), r"\1"),
    (re.compile(r"(`+)([^`\n]+)\1"), r"\2"),
    (re.compile(r"(?<!\\)(\*{1,3}|~~)([^*~\n]+)\1"), r"\2"),
    (re.compile(r"(?<![\w\\])(_{1,3})([^_\n]+)\1(?!\w)"), r"\2"),
    (re.compile(r"</?[A-Za-z][^<>\n]{0,300}>"), ""),
    (re.compile(r"\\([!-/:-@\[-`{-~])"), r"\1"),
)


def plain(text: str) -> tuple[str | None, str]:
    """The first top heading of a Markdown text, None where there is none, and its text without markup."""
    title: str | None = None
    lines: list[str] = []
    for line in _without_code(_without_comments(text).split("\n")):
        if _DEFINITION.match(line) or _TABLE_ROW.fullmatch(line):
            continue
        words = line if _RULE.fullmatch(line) else _words(line)
        if title is None and line.lstrip().startswith("# "):
            title = words or None
        lines.append(words)
    return title, "\n".join(lines)


def _words(line: str) -> str:
    line = line.strip().strip("#").strip() if _HEADING.match(line) else _PREFIX.sub("", line, count=1)
    for pattern, words in _INLINE:
        line = pattern.sub(words, line)
    return line.strip()


def _without_comments(text: str) -> str:
    """Text without `<!-- -->`; one that is not closed stays."""
    parts = []
    at = 0
    while (start := text.find("<!--", at)) >= 0 and (end := text.find("-->", start)) >= 0:
        parts.append(text[at:start])
        at = end + 3
    return "".join([*parts, text[at:]])


def _without_code(lines: list[str]) -> Iterator[str]:
    """Lines outside of fenced code; a fence that is not closed holds nothing."""
    fences = [i for i, line in enumerate(lines) if _FENCE.match(line)]
    code = set[int]()
    for start, end in zip(fences[::2], fences[1::2], strict=False):
        code.update(range(start, end + 1))
    yield from (line for i, line in enumerate(lines) if i not in code and i not in fences[len(fences) // 2 * 2 :])
