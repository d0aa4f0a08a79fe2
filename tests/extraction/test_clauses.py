import pytest
from spacy.language import Language

from kgraph.extraction.clauses import function_words, is_cut_off, links
from tests.japanese import read


@pytest.mark.parametrize(
    ("sentence", "word", "behind"),
    [
        ("米国はイランを攻撃しなかった。", "攻撃", "しなかった。"),
        ("米国は「イランを攻撃した」と述べた。", "攻撃", "したと"),
        ("米国はイランへの攻撃を見送った。", "攻撃", "を"),
    ],
)
def test_particles_and_auxiliaries_stand_behind_a_word(nlp: Language, sentence: str, word: str, behind: str) -> None:
    assert [function_words(token) for token in read(nlp, sentence) if token.text == word] == [behind]


def test_the_heads_above_a_word_pass_over_what_else_depends_on_them(nlp: Language) -> None:
    attack = next(token for token in read(nlp, "米国はイランを攻撃する計画を13日に撤回した。") if token.text == "攻撃")
    assert [link.text for link in links(attack)] == ["する計画を", "を撤回した。"]


def test_a_bare_noun_before_a_head_belongs_to_it(nlp: Language) -> None:
    hopes = next(token for token in read(nlp, "英国は米国が撤退することに期待を寄せた。") if token.text == "こと")
    assert [link.text for link in links(hopes)] == ["に期待を寄せた。"]


def test_words_are_cut_off_where_the_line_breaks_off(nlp: Language) -> None:
    headline = next(token for token in read(nlp, "米国、イランを攻撃へ") if token.text == "攻撃")
    sentence = next(token for token in read(nlp, "米国はイラン攻撃へ動いた。") if token.text == "攻撃")
    assert is_cut_off(headline)
    assert not is_cut_off(sentence)
