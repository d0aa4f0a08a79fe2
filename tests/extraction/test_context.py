"""Whom a clause means that does not say it: the most salient of the other sides, if one is ahead of the rest."""

import pytest
from spacy.language import Language

from tests.japanese import expected, read, told

MEANT = [
    ("カナダはメキシコを非難した。メキシコは反発した。", "カナダ accusation メキシコ; メキシコ accusation カナダ"),
    (
        "日本、ケニアと港湾協定へ\n日本はケニアの港を視察した。ケニア政府は歓迎している。",
        "ケニア政府 support 日本",
    ),
    (
        "ペルーとチリが国境で対立\nペルーはチリと対立している。漁船が戻らない。ペルーは追加関税を発動した。",
        "ペルー rivalry チリ; ペルー sanction チリ",
    ),
]
LEFT_OPEN = [
    # The other side only describes who does it.
    ("エジプトに小麦を売るルーマニアは国境を閉じた。", "ルーマニア sanction"),
    # Whoever speaks of a deed is not the one it was done to.
    ("ノルウェー首相、スーダンの空爆を非難", "スーダン assault ノルウェー"),
    # Who is helped is not left to the context.
    ("モロッコはスペインと会談した。モロッコは避難民を支援した。", "モロッコ aid"),
    # Too far away.
    ("タイはラオスを訪れた。雨が続いた。川があふれた。田が沈んだ。橋も落ちた。タイは抗議した。", "タイ accusation"),
]


def test_of_two_sides_that_are_as_near_neither_is_meant(nlp: Language) -> None:
    text = "カナダとメキシコはペルーを非難した。チリは反発した。"
    assert told(read(nlp, text)) == expected("カナダ accusation ペルー; メキシコ accusation ペルー")


@pytest.mark.parametrize(("text", "statements"), MEANT)
def test_a_deed_is_done_to_the_side_that_stands_out(nlp: Language, text: str, statements: str) -> None:
    assert expected(statements) <= told(read(nlp, text))


@pytest.mark.parametrize(("text", "wrong"), LEFT_OPEN)
def test_where_no_side_stands_out_nothing_is_stated(nlp: Language, text: str, wrong: str) -> None:
    assert not [statement for statement in told(read(nlp, text)) if statement.startswith(wrong)]


def test_what_the_context_tells_is_less_sure(nlp: Language) -> None:
    text = "カナダはメキシコを非難した。メキシコは反発した。"
    said, meant = (one.confidence for one in read(nlp, text)._.statements)
    assert meant < said
