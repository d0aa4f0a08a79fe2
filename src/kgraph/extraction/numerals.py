"""Kanji numbers in dates as figures: 二〇二四年三月二十五日, 令和七年, 三日前."""

import re

_DIGITS = "〇一二三四五六七八九"
_TENS = f"[{_DIGITS[2:]}]?十[{_DIGITS[1:]}]?"
_COUNTER = "(?:年|月|日|[カか箇ヵケヶ]月|週間|時間)"
# Years are spelled digit by digit: 「十年」 is a length of time, unless something counts from it. 「一日」 is one day,
# unless a month is said. 四日市 and 十日町 are towns.
_NUMBER = re.compile(
    rf"(?<![百千万億兆数何幾{_DIGITS}十])(?:{_TENS}(?=年[前後])|(?<=[和成正])(?:{_TENS}|[{_DIGITS}]+)(?=年)"
    rf"|[{_DIGITS}]+(?={_COUNTER})(?!日)|{_TENS}(?={_COUNTER})(?!年)(?!日[市町])"
    rf"|[{_DIGITS[2:]}](?=日)(?!日[市町])|(?<=月)[一二三]?[{_DIGITS}](?=日))"
)


def in_figures(text: str) -> tuple[str, list[int]]:
    """The text with such numbers as figures, and the place in `text` of each of its characters and of its end."""
    pieces: list[str] = []
    places: list[int] = []
    position = 0
    for number in _NUMBER.finditer(text):
        figures = _figures(number.group())
        pieces += (text[position : number.start()], figures)
        places += (*range(position, number.start()), *[number.start()] * len(figures))
        position = number.end()
    return "".join([*pieces, text[position:]]), [*places, *range(position, len(text) + 1)]


def _figures(number: str) -> str:
    tens, ten, ones = number.partition("十")
    if not ten:
        return "".join(str(_DIGITS.index(digit)) for digit in number)
    return str(10 * (_DIGITS.index(tens) if tens else 1) + (_DIGITS.index(ones) if ones else 0))
