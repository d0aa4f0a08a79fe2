"""Ways to spell the same thing: folding of characters, for matching and for comparing names."""

import re
import unicodedata

OPENING = "「『（(【〈《［["
CLOSING = "」』）)】〉》］]"

_WIDE = {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)}
_SIGNS = {"＝": "=", "゠": "=", "･": "・", "　": " ", "‐": "-", "‑": "-", "–": "-", "—": "-", "−": "-"}
_FOLD: dict[int, int | str] = {**_WIDE, **{ord(k): v for k, v in _SIGNS.items()}}
_SEPARATORS = re.compile(r"[\s・=\-.,']")

# Small kana are pronounced as vowels of their own in one spelling and merge in another.
_LARGE = str.maketrans("ァィゥェォャュョヮ", "アイウエオヤユヨワ")
_SOUNDS = (
    ("ヴァ", "バ"), ("ヴィ", "ビ"), ("ヴェ", "ベ"), ("ヴォ", "ボ"), ("ヴュ", "ビュ"), ("ヴ", "ブ"),
    ("スィ", "シ"), ("ズィ", "ジ"), ("ティ", "チ"), ("ディ", "ジ"), ("ドゥ", "ド"), ("トゥ", "ト"),
    ("ヂ", "ジ"), ("ヅ", "ズ"),
)  # fmt: skip
# Between vowels a glide is heard whether it is written or not: ネタニヤフ and ネタニアフ.
_GLIDE = re.compile("(?<=[イキシチニヒミリギジビピ])ヤ|(?<=[オコソトノホモヨロゴゾドボポ])ワ")


def fold(text: str) -> str:
    """The text with full-width Latin and look-alike signs unified; never longer or shorter."""
    return text.translate(_FOLD)


def name_key(name: str) -> str:
    """A key under which spellings that differ in width, case, spacing and separators are equal."""
    return _SEPARATORS.sub("", unicodedata.normalize("NFKC", name)).casefold()


def sound_key(name: str) -> str:
    """A key under which the usual katakana variants of one foreign name are equal.

    マドゥロ and マドゥーロ, ヴァンス and バンス, コソヴォ and コソボ. Equality only: similar keys mean nothing
    (オーストリア and オーストラリア).
    """
    key = name_key(name).replace("ー", "").replace("ッ", "").replace("っ", "")
    for variant, plain in _SOUNDS:
        key = key.replace(variant, plain)
    return _GLIDE.sub("ア", key.translate(_LARGE))
