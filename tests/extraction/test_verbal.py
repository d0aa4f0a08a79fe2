"""Arguments beyond the plain clause: reciprocals, clefts, means, lists, refusals, sites."""

import pytest
from spacy.language import Language

from tests.japanese import expected, read, told

RECIPROCAL = [
    ("ノルウェーとロシアは互いを批判した。", "ノルウェー accusation ロシア; ロシア accusation ノルウェー"),
]

MEANS = [
    ("ケニアの漁港がタンザニアに攻撃された。", "タンザニア assault ケニア"),
    ("ウガンダ軍の陣地はルワンダの砲撃で破壊された。", "ルワンダ assault ウガンダ軍"),
    ("モンゴルの使節団はカナダの無人機で攻撃された。", "カナダ assault モンゴル"),
]

CLEFTS = [
    ("合意を破ったカナダを最初に非難したのはペルーだった。", "ペルー accusation カナダ"),
    ("ラオスを訪れたのが、タイの国王である。", "タイ negotiation ラオス"),
]

RELATIVE_LIGHT_VERBS = [
    ("チリはペルーに課した関税を見直していない。", "チリ sanction ペルー"),
    ("インドネシアがマレーシアに科した制裁は重い。", "インドネシア sanction マレーシア"),
]

LISTS = [
    ("ケニアはウガンダとは国境の警備で合意した。", "ケニア agreement ウガンダ"),
    (
        "フィンランド、ノルウェー両国はエストニアを支持した。",
        "フィンランド support エストニア; ノルウェー support エストニア",
    ),
    ("ペルー、チリ、ボリビアの各国にカナダは融資した。", "カナダ aid ペルー; カナダ aid チリ; カナダ aid ボリビア"),
]

REFUSALS = [
    ("ヨルダンはイラクの提案を受け入れなかった。", "ヨルダン rejection イラク"),
    ("ガーナはトーゴの要求に応じていない。", "ガーナ rejection トーゴ; トーゴ demand ガーナ"),
    ("ガーナはトーゴの要求に応じざるを得なかった。", "ガーナ concession トーゴ; トーゴ demand ガーナ"),
]

SITES = [
    ("チリ軍はペルーの国境に旅団を常駐させた。", "チリ軍 mobilization ペルー"),
    ("ザンビアの首都ルサカで反英デモが起きた。", "ザンビア protest イギリス"),
]

STATES = [
    ("カナダとキューバの関係の悪化が続いた。", "カナダ rivalry キューバ"),
    ("ケニアとウガンダの争いは収まらなかった。", "ケニア rivalry ウガンダ"),
]


@pytest.mark.parametrize(("sentence", "statements"), RECIPROCAL)
def test_what_two_do_to_each_other_goes_both_ways(nlp: Language, sentence: str, statements: str) -> None:
    assert told(read(nlp, sentence)) == expected(statements)


@pytest.mark.parametrize(("sentence", "statements"), MEANS)
def test_whose_means_it_was_done_by_did_it_and_whose_things_suffer_is_the_target(
    nlp: Language, sentence: str, statements: str
) -> None:
    assert told(read(nlp, sentence)) == expected(statements)


@pytest.mark.parametrize(("sentence", "statements"), CLEFTS)
def test_a_cleft_names_who_did_it_last(nlp: Language, sentence: str, statements: str) -> None:
    assert told(read(nlp, sentence)) == expected(statements)


@pytest.mark.parametrize(("sentence", "statements"), RELATIVE_LIGHT_VERBS)
def test_a_clause_before_a_noun_of_action_has_its_arguments(nlp: Language, sentence: str, statements: str) -> None:
    assert told(read(nlp, sentence)) == expected(statements)


@pytest.mark.parametrize(("sentence", "statements"), LISTS)
def test_a_word_for_all_of_a_list_stands_for_each(nlp: Language, sentence: str, statements: str) -> None:
    assert told(read(nlp, sentence)) == expected(statements)


@pytest.mark.parametrize(("sentence", "statements"), REFUSALS)
def test_what_is_not_granted_or_followed_is_refused(nlp: Language, sentence: str, statements: str) -> None:
    assert told(read(nlp, sentence)) == expected(statements)


@pytest.mark.parametrize(("sentence", "statements"), SITES)
def test_where_something_is_done_tells_whom_it_is_about(nlp: Language, sentence: str, statements: str) -> None:
    assert told(read(nlp, sentence)) == expected(statements)


@pytest.mark.parametrize(("sentence", "statements"), STATES)
def test_relations_get_worse_and_do_not_end(nlp: Language, sentence: str, statements: str) -> None:
    assert told(read(nlp, sentence)) == expected(statements)
