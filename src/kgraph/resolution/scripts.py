"""Names across scripts: keys under which Latin and Cyrillic spellings of one name are equal, and how alike two are."""

import re
import unicodedata
from difflib import SequenceMatcher
from functools import cache

from kgraph.lexicon import table
from kgraph.spelling import name_key, sound_key

_PARTS = re.compile(r"[\s・=＝゠･,]+")
_LATIN = re.compile(r"[a-z]+")
_HAN = re.compile(r"[\u4e00-\u9fff々]")
_DOUBLED = re.compile(r"(.)\1+")


def parts(name: str) -> tuple[str, ...]:
    """The parts of a name as keys: 「ウラジーミル・プーチン」, 「Vladimir Putin」, 「Владимир Путин」 have two each."""
    return tuple(key for part in _PARTS.split(unicodedata.normalize("NFKC", name)) if (key := part_key(part)))


@cache
def part_key(part: str) -> str:
    """A key under which the usual spellings of one part of a name are equal, within Latin and Cyrillic or in kana.

    Zelensky, Zelenskyy, Zelenskiy and Зеленский; マドゥロ and マドゥーロ.
    """
    letters = table("scripts")
    text = "".join(letters["cyrillic"].get(character, character) for character in part.casefold())
    plain = "".join(c for c in unicodedata.normalize("NFKD", text) if not unicodedata.combining(c))
    for variant, usual in letters["latin"].items():
        plain = plain.replace(variant, usual)
    key = name_key(plain)
    # NFKD takes the sound marks off kana, so only what is Latin now is taken from there.
    return _DOUBLED.sub(r"\1", key) if is_latin(key) else sound_key(part)


def initial(part: str) -> str | None:
    """The letter that a part of a name is shortened to (J.), if it is."""
    key = name_key(part)
    return key if len(key) == 1 and is_latin(key) else None


def is_latin(key: str) -> bool:
    """Whether the key of a part of a name is in Latin letters, as those of Cyrillic parts are, too."""
    return bool(_LATIN.fullmatch(key))


def alike(one: str, other: str) -> float:
    """How alike two parts of names are, 0..1: by their keys in one script, by their consonants across scripts.

    Han characters are alike only if they are equal.
    """
    keys = part_key(one), part_key(other)
    if keys[0] != keys[1] and _HAN.search("".join(keys)):
        return 0.0
    if is_latin(keys[0]) != is_latin(keys[1]):
        keys = skeleton(one), skeleton(other)
    return SequenceMatcher(None, *keys, autojunk=False).ratio()


@cache
def skeleton(part: str) -> str:
    """The consonants of a part of a name, those that katakana does not tell apart under one letter."""
    sounds = table("scripts")
    key = part_key(part)
    if not is_latin(key):
        key = "".join(sounds["katakana"].get(character, "") for character in key)
    for variant, usual in sounds["consonants"].items():
        key = key.replace(variant, usual)
    return _DOUBLED.sub(r"\1", re.sub("[aeiouy]", "", key))
