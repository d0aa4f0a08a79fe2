import pytest
from hypothesis import given
from hypothesis import strategies as st

from kgraph.sentences import LONGEST, sentences


def cut(text: str) -> list[str]:
    return [text[start:end] for start, end in sentences(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("雨が降った。風も吹いた。", ["雨が降った。", "風も吹いた。"]),
        ("本当か？本当だ！", ["本当か？", "本当だ！"]),
        ("見出し\n本文だ。", ["見出し", "本文だ。"]),
        ("一行目\r\n二行目", ["一行目", "二行目"]),
        ("「雨だ。風もある。」と彼は言った。", ["「雨だ。風もある。」と彼は言った。"]),
        ("彼は帰った（雨だった。）。晴れた。", ["彼は帰った（雨だった。）。", "晴れた。"]),
        ("彼は「雨だ。」と言った。『風だ。』とも言った。", ["彼は「雨だ。」と言った。", "『風だ。』とも言った。"]),
        ("なぜか？！」と叫んだ。", ["なぜか？！」", "と叫んだ。"]),
        ("閉じない「括弧。次の文。", ["閉じない「括弧。", "次の文。"]),
        ("閉じない「括弧。\n次の文。", ["閉じない「括弧。", "次の文。"]),
        ("https://example.jp/a?b=1を見た。", ["https://example.jp/a?b=1を見た。"]),
        ("  前後の空白。　", ["前後の空白。"]),
        ("", []),
        (" \n\n　", []),
    ],
)
def test_a_sentence_ends_at_its_mark_outside_brackets_or_at_a_line_break(text: str, expected: list[str]) -> None:
    assert cut(text) == expected


def test_a_sentence_that_is_too_long_is_cut_at_a_comma() -> None:
    text = "あ" * (LONGEST - 10) + "、" + "い" * 50 + "。"
    assert cut(text) == ["あ" * (LONGEST - 10) + "、", "い" * 50 + "。"]


def test_one_without_a_comma_is_cut_all_the_same() -> None:
    assert [len(piece) for piece in cut("あ" * (2 * LONGEST + 5))] == [LONGEST, LONGEST, 5]


marks = st.sampled_from([*"。！？!?「」『』（）()、\n\r　 ", "。」", "あ" * 700, "\x0b", "\u2028", "\x85"])


@given(st.lists(marks | st.text(max_size=5), max_size=15).map("".join))
def test_sentences_are_ordered_and_cover_all_but_white_space(text: str) -> None:
    covered = 0
    for start, end in sentences(text):
        assert text[covered:start].strip() == ""
        assert covered <= start < end <= len(text)
        assert end - start <= LONGEST
        covered = end
    assert text[covered:].strip() == ""
