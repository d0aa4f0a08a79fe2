import pytest

from tests.reading.conftest import ReadOne


def body(read_one: ReadOne, text: str) -> str:
    return read_one("a.txt", f"見出しの行\n{text}").text.removeprefix("見出しの行\n")


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r", "\u2028", "\u2029", "\u0085", "\n\n\u3000\n"])
def test_all_line_ends_are_one(read_one: ReadOne, end: str) -> None:
    assert body(read_one, f"一つ目である。{end}二つ目である。") == "一つ目である。\n二つ目である。"


@pytest.mark.parametrize("char", ["\ufeff", "\u200b", "\u200d", "\u2060", "\u00ad", "\u202e", "\x07", "\x9f"])
def test_invisible_characters_go(read_one: ReadOne, char: str) -> None:
    assert body(read_one, f"停{char}戦した。") == "停戦した。"


def test_ideographic_space_goes_at_the_edges_and_stays_inside(read_one: ReadOne) -> None:
    assert body(read_one, "　停戦　合意した。　") == "停戦　合意した。"


def test_half_width_katakana_are_made_whole(read_one: ReadOne) -> None:
    assert body(read_one, "ﾄﾗﾝﾌﾟ氏とカﾞザのﾊﾏｽ｡") == "トランプ氏とガザのハマス。"


@pytest.mark.parametrize("dash", "―－—–‐−─-")
def test_a_dash_that_stands_for_a_long_vowel_is_mended(read_one: ReadOne, dash: str) -> None:
    text = f"プ{dash}チン氏がマレ{dash}シアで会う。"
    assert body(read_one, text) == "プーチン氏がマレーシアで会う。"


@pytest.mark.parametrize(
    "text",
    [
        "ロシア―ウクライナ戦争。",
        "タイ-カンボジア国境。",
        "ドネツク――そこで会う。",
        "2019～2023年のＮＡＴＯ。",
        "㈱と①と㌔。",
    ],
)
def test_all_else_stays_as_written(read_one: ReadOne, text: str) -> None:
    assert body(read_one, text) == text
