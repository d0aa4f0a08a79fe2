import pytest
from spacy.language import Language

from tests.japanese import read, told_by_name

OFFICES = [
    ("プーチン露大統領が演説した。", "ウラジーミル・プーチン leadership ロシア"),
    ("オルバン・ハンガリー首相は語った。", "ビクトル・オルバン leadership ハンガリー"),
    ("王毅外相が到着した。", "王毅 leadership 中国"),
    ("高市早苗首相は就任した。", "高市早苗 leadership 日本"),
    ("マルコ・ルビオ国務長官は出発した。", "マルコ・ルビオ leadership アメリカ合衆国"),
    ("国連のグテレス事務総長は訴えた。", "アントニオ・グテレス leadership 国際連合"),
    ("NATOのルッテ事務総長が発言した。", "マルク・ルッテ leadership 北大西洋条約機構"),
    ("バイデン前米大統領が訪れた。", "ジョー・バイデン affiliation アメリカ合衆国"),
    ("アンゲラ・メルケル前独首相は笑った。", "アンゲラ・メルケル affiliation ドイツ"),
    ("安倍元首相は語った。", "安倍晋三 affiliation 日本"),
]
UNKNOWN_PEOPLE = [
    ("韓国の金民秀外相は語った。", {"金民秀 leadership 韓国"}),
    ("国連のダニエル・ホフマン特使は語った。", {"ダニエル・ホフマン leadership 国際連合"}),
    (
        "ロシア外務省のイワン・ペトレンコ報道官は語った。",
        {"イワン・ペトレンコ leadership ロシア", "ロシア外務省 affiliation ロシア"},
    ),
    ("金民秀外相は語った。", set()),
    ("ドイツのカール・ベルク氏は語った。", set()),
]


@pytest.mark.parametrize(("sentence", "statement"), OFFICES)
def test_an_office_said_with_a_name_is_held_and_a_past_one_was(nlp: Language, sentence: str, statement: str) -> None:
    assert told_by_name(read(nlp, sentence)) == {statement}


@pytest.mark.parametrize(("sentence", "statements"), UNKNOWN_PEOPLE)
def test_of_people_nobody_knows_only_the_text_says_what_they_head(
    nlp: Language, sentence: str, statements: set[str]
) -> None:
    assert told_by_name(read(nlp, sentence)) == statements


def test_an_organization_belongs_to_the_country_in_its_name(nlp: Language) -> None:
    doc = read(nlp, "ロシア軍が前進し、米国務省は否定した。トランプ政権も沈黙した。")
    assert told_by_name(doc) == {"ロシア軍 affiliation ロシア", "アメリカ国務省 affiliation アメリカ合衆国"}
