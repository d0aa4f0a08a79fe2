import pytest
from spacy.language import Language

from kgraph.extraction.quotations import quotations
from tests.japanese import read


def test_a_word_stands_in_its_quotations_the_innermost_first(nlp: Language) -> None:
    doc = read(nlp, "首相は「教授は『雪が降る』と話した」と述べた。")
    snow = next(token for token in doc if token.text == "雪")
    assert [doc[one.opening.i + 1 : one.closing.i].text for one in quotations(snow)] == [
        "雪が降る",
        "教授は『雪が降る』と話した",
    ]


def test_what_stands_between_two_quotations_is_in_neither(nlp: Language) -> None:
    doc = read(nlp, "首相は「晴れた」と述べ、教授は「曇った」と語った。")
    assert list(quotations(next(token for token in doc if token.text == "教授"))) == []


@pytest.mark.parametrize(
    ("sentence", "spoken", "whole"),
    [
        ("首相は「雪が降る」と述べた。", True, False),
        ("首相は「雪が降る」などと述べた。", True, False),
        ("首相「雪が降る」", False, True),
        ("「雪が降る」。首相はこう述べた。", False, True),
        ("首相は「雪の国」を訪れた。", False, False),
    ],
)
def test_what_follows_tells_speech_from_a_title(nlp: Language, sentence: str, spoken: bool, whole: bool) -> None:
    snow = next(token for token in read(nlp, sentence) if token.text == "雪")
    quotation = next(quotations(snow))
    assert (quotation.is_spoken, quotation.is_whole) == (spoken, whole)
