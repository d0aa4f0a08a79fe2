from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kgraph.spelling import fold, name_key, sound_key


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("ＮＡＴＯ", "NATO"),
        ("２０２５年", "2025年"),
        ("（Ａ）", "(A)"),
        ("ジャン＝ポール", "ジャン=ポール"),
        ("ﾄ･ﾘ", "ﾄ・ﾘ"),
    ],
)
def test_full_width_latin_and_look_alike_signs_are_unified(text: str, folded: str) -> None:
    assert fold(text) == folded


def test_line_breaks_and_japanese_stay_as_they_are() -> None:
    assert fold("見出し\n「本文」。") == "見出し\n「本文」。"


@given(st.text())
def test_folding_keeps_the_length_and_is_done_once(text: str) -> None:
    assert len(fold(text)) == len(text)
    assert fold(fold(text)) == fold(text)


@given(st.text(), st.text())
def test_characters_are_folded_one_by_one(one: str, other: str) -> None:
    assert fold(one + other) == fold(one) + fold(other)


@pytest.mark.parametrize(
    "spellings",
    [
        ("Marie Dupont", "ＭＡＲＩＥ　ＤＵＰＯＮＴ", "marie-dupont", "Marie  Dupont"),
        ("マリー・デュポン", "マリー＝デュポン", "マリーデュポン", "ﾏﾘｰ･ﾃﾞｭﾎﾟﾝ"),
    ],
)
def test_width_case_spaces_and_separators_make_no_other_name(spellings: tuple[str, ...]) -> None:
    assert len({name_key(spelling) for spelling in spellings}) == 1


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("マドゥロ", "マドゥーロ"),
        ("ヴァンス", "バンス"),
        ("コソヴォ", "コソボ"),
        ("ヴェトナム", "ベトナム"),
        ("フィッツォ", "フィツォ"),
    ],
)
def test_katakana_variants_of_one_name_sound_alike(one: str, other: str) -> None:
    assert sound_key(one) == sound_key(other)
    assert name_key(one) != name_key(other)


@pytest.mark.parametrize(
    "names",
    [
        ("オーストリア", "オーストラリア"),
        ("ニジェール", "ナイジェリア"),
        ("ギニア", "ギニアビサウ", "赤道ギニア"),
        ("コンゴ共和国", "コンゴ民主共和国"),
        ("ドミニカ国", "ドミニカ共和国"),
        ("金正恩", "金正日", "金与正"),
        ("イラン", "イラク"),
    ],
)
def test_names_of_different_things_sound_different(names: tuple[str, ...]) -> None:
    assert all(sound_key(one) != sound_key(other) for one, other in combinations(names, 2))
