import pytest
from spacy.language import Language

from tests.japanese import mentions, read


@pytest.mark.parametrize(
    ("sentence", "names"),
    [
        ("ロシア軍が前進した。", ["ロシア=ロシア", "ロシア軍=ロシア軍"]),
        ("フランス国防省が発表した。", ["フランス=フランス", "フランス国防省=フランス国防省"]),
        ("ドイツ連邦議会が可決した。", ["ドイツ=ドイツ", "ドイツ連邦議会=ドイツ連邦議会"]),
        ("インド海軍が出動した。", ["インド=インド", "インド海軍=インド海軍"]),
        ("イラン最高裁が判断した。", ["イラン=イラン", "イラン最高裁=イラン最高裁"]),
        ("トルコ中央銀行が利下げした。", ["トルコ=トルコ", "トルコ中央銀行=トルコ中央銀行"]),
        ("ウクライナ大使館が抗議した。", ["ウクライナ=ウクライナ", "ウクライナ大使館=ウクライナ大使館"]),
        ("日本政府は遺憾の意を示した。", ["日本=日本", "日本政府=日本政府"]),
        ("露外務省は反発した。", ["露=ロシア", "露外務省=露外務省"]),
        ("米国務省は否定した。", ["米=アメリカ合衆国", "米国務省=アメリカ国務省"]),
        ("英外務省は沈黙した。", ["英=イギリス", "英外務省=英外務省"]),
    ],
)
def test_a_country_and_a_word_make_an_organization(nlp: Language, sentence: str, names: list[str]) -> None:
    assert mentions(read(nlp, sentence)) == names


@pytest.mark.parametrize(
    ("sentence", "names"),
    [
        ("エストニア農民党が敗れた。", ["エストニア=エストニア", "エストニア農民党=エストニア農民党"]),
        ("エストニア与党が敗れた。", ["エストニア=エストニア"]),
        ("エストニア二大政党が敗れた。", ["エストニア=エストニア"]),
    ],
)
def test_a_party_may_be_called_after_its_country(nlp: Language, sentence: str, names: list[str]) -> None:
    assert mentions(read(nlp, sentence)) == names


def test_every_name_of_the_country_makes_the_same_organization(nlp: Language) -> None:
    doc = read(nlp, "ロシア外務省は反発した。露外務省は会見した。")
    assert len({name.key for name in doc._.names if name.type == "organization"}) == 1


@pytest.mark.parametrize(
    ("sentence", "names"),
    [
        ("トランプ政権は発表した。", ["トランプ=ドナルド・トランプ", "トランプ政権=トランプ政権"]),
        ("習近平政権は揺らがない。", ["習近平=習近平", "習近平政権=習近平政権"]),
    ],
)
def test_a_leader_has_an_administration(nlp: Language, sentence: str, names: list[str]) -> None:
    assert mentions(read(nlp, sentence)) == names


@pytest.mark.parametrize(
    ("text", "long_form", "short"),
    [
        ("国際安全保障会議(ISC)が開幕した。ISCは声明を出した。", "国際安全保障会議", "ISC"),
        ("国際関係研究所（NIIR）が報告した。その後、NIIRは訂正した。", "国際関係研究所", "NIIR"),
    ],
)
def test_an_abbreviation_introduced_in_brackets_names_the_same(
    nlp: Language, text: str, long_form: str, short: str
) -> None:
    assert mentions(read(nlp, text)) == [f"{long_form}={long_form}", f"{short}={long_form}", f"{short}={long_form}"]


@pytest.mark.parametrize(
    ("sentence", "name"),
    [
        ("クレムリンは否定した。", "クレムリン"),
        ("ホワイトハウスは否定した。", "ホワイトハウス"),
        ("国連安全保障理事会が開かれた。", "国際連合安全保障理事会"),
        ("在韓米軍が訓練した。", "在韓米軍"),
        ("ワグネルが去った。", "ワグネル"),
    ],
)
def test_organizations_that_no_rule_can_name_are_known(nlp: Language, sentence: str, name: str) -> None:
    doc = read(nlp, sentence)
    assert [doc._.actors[one.key].name for one in doc._.names if one.type == "organization"] == [name]
