"""The words of a sentence that an assertion rests on."""

import pytest
from demo import World

from kgraph.export.html_marks import marks


def marked(text: str, word: str, kind: str = "aid") -> list[tuple[str, str]]:
    world = World()
    for name in ("甲国", "乙国", "丙国"):
        world.entity("country", name)
    world.article("見出し", "2031-04-01", None, None)
    world.says("甲国", kind, "乙国", text, word=word)
    (assertion,) = world.assertions()
    return [(assertion.sentence[start:end], part) for start, end, part in marks(assertion, world.mentions())]


@pytest.mark.parametrize(
    ("text", "kind", "word", "found"),
    [
        ("【甲国】は【乙国】を非難した。", "accusation", "批判", "非難"),
        ("【甲国】は【乙国】を訪れ、握手した。", "negotiation", "訪れる", "訪れ"),
        ("会談のあと、【甲国】は【乙国】に会わなかった。", "negotiation", "会う", "会"),
        ("【甲国】の人が訪中し、【乙国】にも寄った。", "negotiation", "訪〇", "訪"),
        ("【甲国】の首相が【乙国】へ向かった。", "leadership", "首相", "首相"),
    ],
)
def test_the_predicate_is_marked_in_whatever_form_or_synonym_it_stands(
    text: str, kind: str, word: str, found: str
) -> None:
    assert [words for words, part in marked(text, word, kind) if part == "predicate"] == [found]


def test_of_several_places_it_is_the_first_after_both_are_named() -> None:
    said = "支援を求めた【丙国】でなく、【甲国】が【乙国】への支援を決め、支援した。"
    found = marked(said, "支援")
    assert found == [("甲国", "source"), ("乙国", "target"), ("支援", "predicate")]


def test_verb_and_object_of_an_entry_are_both_marked() -> None:
    found = marked("【甲国】は【乙国】との国交を断った。", "断つ/国交", "sanction")
    assert [words for words, part in found if part == "predicate"] == ["国交", "断"]


@pytest.mark.parametrize("word", ["name", "する", "", "見当たらない語"])
def test_a_rule_without_words_of_the_sentence_marks_none(word: str) -> None:
    assert marked("【甲国】は【乙国】を助けた。", word) == [("甲国", "source"), ("乙国", "target")]


def test_offsets_count_characters_outside_the_basic_plane_as_one() -> None:
    assert marked("𠮷日、【甲国】は【乙国】を助けた。", "x")[0] == ("甲国", "source")
