"""The light normalization of characters that every text goes through; all else stays as written."""

import re
import unicodedata
from functools import cache

from kgraph.lexicon import table

_KATAKANA = "ァ-ヺー"
_NEWLINES = dict.fromkeys((0x0B, 0x0C, 0x0D, 0x85, 0x2028, 0x2029), "\n")
_DROPPED = dict.fromkeys(
    (
        *(code for code in (*range(0x20), *range(0x7F, 0xA0)) if code not in (0x09, 0x0A, 0x0B, 0x0C, 0x0D, 0x85)),
        *range(0xD800, 0xE000),  # lone surrogates, from JSON escapes
        *(0x00AD, 0x061C, 0x180E, 0xFEFF, 0xFFFE, 0xFFFF),
        *range(0x200B, 0x2010),
        *range(0x202A, 0x202F),
        *range(0x2060, 0x2070),
    )
)
_TABLE = _NEWLINES | _DROPPED
_HALF_WIDTH = re.compile("[ァ-ヶ]?[｡-ﾟ]+")


def normalize(text: str) -> str:
    r"""Text with `\n` line ends, no invisible characters, full-width katakana and ー where a dash stood for it."""
    text = text.replace("\r\n", "\n").translate(_TABLE)
    text = _HALF_WIDTH.sub(lambda run: unicodedata.normalize("NFKC", run[0]), text)
    return _dashes().sub(_mended, text)


@cache
def _dashes() -> re.Pattern[str]:
    dashes = re.escape(table("reading")["characters"]["dashes"])
    return re.compile(f"(?<=[{_KATAKANA}])[{dashes}](?=[{_KATAKANA}])")


def _mended(dash: re.Match[str]) -> str:
    """ー where a side is too short to be a name of its own: プ―チン, but not ロシア―ウクライナ."""
    rules = table("reading")["characters"]
    start, end = dash.span()
    reach = rules["kana"] + 2
    left = re.search(f"[{_KATAKANA}]+$", dash.string[max(0, start - reach) : start])
    right = re.match(f"[{_KATAKANA}]+", dash.string[end : end + reach])
    sides = [side[0] for side in (left, right) if side]
    fragment = any(len(side) <= rules["kana"] for side in sides) and not any(side in rules["words"] for side in sides)
    return "ー" if fragment else dash[0]


def lines(text: str) -> list[str]:
    """The lines of a text, each without the space at its edges."""
    return [line.strip() for line in text.split("\n")]


def key(line: str) -> str:
    """What two lines have in common that differ in spaces only."""
    return "".join(line.split())
