import pytest
from spacy.language import Language
from spacy.tokens import Doc, Token

from kgraph.extraction import tenses
from kgraph.extraction.calendar import Outlook
from kgraph.extraction.tenses import Link


def word(doc: Doc, text: str) -> Token:
    return next(token for token in doc if token.text == text)


@pytest.mark.parametrize(
    ("text", "verb", "outlook"),
    [
        ("日本はインドと協議した。", "協議", Outlook.PAST),
        ("日本はインドと協議している。", "協議", Outlook.PAST),
        ("日本はインドと協議する。", "協議", Outlook.AHEAD),
        ("日本はインドと協議する予定だ。", "協議", Outlook.AHEAD),
        ("日本、インドと協議へ", "協議", Outlook.AHEAD),
        ("日本、インドと協議", "協議", Outlook.OPEN),
        ("首相はインドを訪れ、大統領と会う。", "訪れ", Outlook.AHEAD),
        ("首相はインドを訪れ、大統領と会った。", "訪れ", Outlook.PAST),
        ("首相はインドを批判する一方、日本を訪れた。", "批判", Outlook.PAST),
    ],
)
def test_a_clause_has_the_tense_of_its_verb_or_of_the_one_it_goes_on_in(
    nlp: Language, text: str, verb: str, outlook: Outlook
) -> None:
    assert tenses.tense(word(nlp.make_doc(text), verb)) is outlook


@pytest.mark.parametrize(
    ("text", "happened"),
    [
        ("日本はインドと協議した。", True),
        ("日本はインドと協議", True),
        ("日本はインドと協議していた。", False),
        ("日本はインドと協議している。", False),
        ("日本、インドと協議へ", False),
    ],
)
def test_what_was_going_on_has_not_happened_then(nlp: Language, text: str, happened: bool) -> None:
    assert tenses.has_happened(word(nlp.make_doc(text), "協議")) is happened


@pytest.mark.parametrize(
    ("text", "verb", "link"),
    [
        ("首相はインドを訪れ、大統領と会談した。", "訪れ", Link.OPEN),
        ("首相はインドを訪れた際、大統領と会談した。", "訪れ", Link.OPEN),
        ("首相はインドを訪れたと発表した。", "訪れ", Link.CONTENT),
        ("首相はインドを訪れる方針を示した。", "訪れる", Link.CONTENT),
        ("首相がインドを訪れれば、大統領は喜ぶ。", "訪れれ", Link.CONTENT),
        ("インドを訪れた首相は、日本に戻った。", "訪れ", Link.RELATIVE),
    ],
)
def test_a_clause_hangs_on_what_follows_it(nlp: Language, text: str, verb: str, link: Link) -> None:
    assert tenses.link(word(nlp.make_doc(text), verb)) is link
