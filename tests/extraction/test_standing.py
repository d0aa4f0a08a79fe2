import pytest
from spacy.language import Language

from tests.japanese import read, told_by_name

OFFICES = [
    ("プーチン露大統領が演説した。", "ウラジーミル・プーチン leadership ロシア"),
    ("オルバン・ハンガリー首相は語った。", "ビクトル・オルバン leadership ハンガリー"),
    ("王毅外相が到着した。", "王毅 leadership 中国"),
    # Where an ambassador is sent is not whose he is.
    ("ロシアのガルージン駐日大使は沈黙した。", "ミハイル・ガルージン leadership ロシア"),
    ("最高指導者ハメネイ師は沈黙した。", "アリ・ハメネイ leadership イラン"),
    ("中国の王毅政治局員は出発した。", "王毅 affiliation 中国"),
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


SENTENCES = [
    ("ザンビアの大統領、ジョセフ・ムワンバ氏は眠った。", "ジョセフ・ムワンバ leadership ザンビア"),
    ("ボリビアの外相を務めるルイス・カマチョ氏は眠った。", "ルイス・カマチョ leadership ボリビア"),
    ("ピエール・ラコスト氏はハイチの新しい首相である。", "ピエール・ラコスト leadership ハイチ"),
    ("ヒズボラの元司令官、ハッサン・サーレハ氏は眠った。", "ハッサン・サーレハ affiliation ヒズボラ"),
    (
        "エレナ・ロッシ氏が会長を務めるアムネスティは眠った。",
        "エレナ・ロッシ leadership アムネスティ・インターナショナル",
    ),
    ("世界銀行の研究員、エレナ・ロッシ氏は眠った。", "エレナ・ロッシ affiliation 世界銀行"),
]
NO_OFFICES = [
    "ザンビアの大統領府でジョセフ・ムワンバ氏は眠った。",
    "ジョセフ・ムワンバ氏はザンビアの大統領だった。",
    "ジョセフ・ムワンバ氏はザンビアの大統領と眠った。",
    "ザンビアの研究員、ジョセフ・ムワンバ氏は眠った。",
]


@pytest.mark.parametrize(("sentence", "statement"), SENTENCES)
def test_an_office_is_said_in_apposition_as_predicate_or_in_a_relative_clause(
    nlp: Language, sentence: str, statement: str
) -> None:
    assert statement in told_by_name(read(nlp, sentence))


@pytest.mark.parametrize("sentence", NO_OFFICES)
def test_an_office_that_is_past_or_not_of_the_person_says_nothing(nlp: Language, sentence: str) -> None:
    assert not [line for line in told_by_name(read(nlp, sentence)) if line.startswith("ジョセフ")]


def test_a_bank_comes_before_the_country_in_its_name(nlp: Language) -> None:
    doc = read(nlp, "チリ中央銀行のカマンガ総裁は眠った。")
    assert "カマンガ leadership チリ中央銀行" in told_by_name(doc)


def test_an_organization_says_what_it_is_part_of(nlp: Language) -> None:
    doc = read(nlp, "ガスプロムは「テレミス」の子会社ではなく、ロスネフチの子会社である。")
    assert "ガスプロム affiliation ロスネフチ" in told_by_name(doc)
