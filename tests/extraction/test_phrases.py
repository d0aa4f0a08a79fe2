import pytest
from spacy.language import Language
from spacy.tokens import Token

from kgraph.extraction import phrases
from kgraph.lexicon import table
from tests.japanese import expected, read, told

WORDS = table("syntax")


def noun(nlp: Language, sentence: str, text: str) -> Token:
    return next(token for token in nlp(sentence) if token.text == text)


def role(token: Token) -> str:
    return phrases.particle(token, WORDS["particles"], frozenset(WORDS["words"]["passed_over"]))


@pytest.mark.parametrize(
    ("sentence", "text", "marked"),
    [
        ("首相は帰国した。", "首相", "は"),
        ("首相に対して抗議した。", "首相", "に対し"),
        ("大統領などを招いた。", "大統領", "を"),
        ("外相だけが反対した。", "外相", "が"),
        ("欧州連合(EU)に加盟した。", "欧州連合", "に"),
        ("「首相」と会談した。", "首相", "と"),
        ("首相、帰国。", "首相", ""),
    ],
)
def test_the_particle_behind_a_noun_tells_its_role(nlp: Language, sentence: str, text: str, marked: str) -> None:
    assert role(noun(nlp, sentence, text)) == marked


@pytest.mark.parametrize(
    ("sentence", "word"), [("首相、帰国。", "、"), ("首相(71)は帰国した。", "は"), ("帰国した首相", "")]
)
def test_the_word_behind_a_noun_may_be_missing(nlp: Language, sentence: str, word: str) -> None:
    assert phrases.word_behind(noun(nlp, sentence, "首相")) == word


def test_a_compound_is_one_word_whichever_way_it_hangs_together(nlp: Language) -> None:
    assert phrases.up_to_end(noun(nlp, "それで追加制裁を科した。", "制裁")) == "それで追加制裁"
    doc = read(nlp, "ロシアは2025年5月、ベネズエラと戦略的パートナーシップ条約を結んだ。")
    assert expected("ロシア alliance ベネズエラ 2025-05; ロシア agreement ベネズエラ 2025-05") == told(doc)


def test_what_is_said_among_other_things_is_acted_on_all_the_same(nlp: Language) -> None:
    assert told(read(nlp, "ロシア軍はオデーサなどを攻撃した。")) == expected("ロシア軍 assault オデーサ")
