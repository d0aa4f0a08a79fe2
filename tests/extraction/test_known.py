import pytest
from spacy.language import Language

from tests.japanese import mentions, read

JAPAN, US, CHINA, RUSSIA, KOREA = "日=日本", "米=アメリカ合衆国", "中=中国", "露=ロシア", "韓=韓国"
UK, FRANCE, GERMANY = "英=イギリス", "仏=フランス", "独=ドイツ"


@pytest.mark.parametrize(
    ("sentence", "names"),
    [
        ("日米韓は一致した。", [JAPAN, US, KOREA]),
        ("英仏独は一致した。", [UK, FRANCE, GERMANY]),
        ("印パの緊張が続く。", ["印=インド", "パ=パキスタン"]),
        ("日印豪", [JAPAN, "印=インド", "豪=オーストラリア"]),
        ("日ソ共同宣言", [JAPAN, "ソ=ソビエト連邦"]),
        ("対中輸出規制が始まった。", [CHINA]),
        ("対露制裁", [RUSSIA]),
        ("首相が訪米した。", [US]),
        ("訪朝した。", ["朝=北朝鮮"]),
        ("駐日米大使が語った。", [JAPAN, US]),
        ("反米デモが起きた。", [US]),
        ("嫌韓感情", [KOREA]),
        ("親露派が勝った。", [RUSSIA]),
        ("中朝国境が閉じた。", [CHINA, "朝=北朝鮮"]),
        ("米仏首脳が会った。", [US, FRANCE]),
        ("米ベネズエラ関係は悪い。", [US, "ベネズエラ=ベネズエラ"]),
        ("メルケル独首相", ["メルケル=アンゲラ・メルケル", GERMANY]),
        ("露、撤退", [RUSSIA]),
        ("【韓】雨が降る", [KOREA]),
        ("米が反発した。", [US]),
    ],
)
def test_countries_are_named_by_one_character(nlp: Language, sentence: str, names: list[str]) -> None:
    assert mentions(read(nlp, sentence)) == names


@pytest.mark.parametrize(
    "sentence",
    [
        "米価が上がった。",
        "日曜に選挙がある。",
        "中間選挙が近い。",
        "英語で話した。",
        "独自の路線を歩む。",
        "印象が悪い。",
        "加盟を望む。",
        "豪雨が続いた。",
        "和平が遠い。",
        "韓流ブームが続く。",
        "露出が増えた。",
        "【韓流】雨が降る",
        "台風が来た。",
        "米粉のパンを焼いた。",
        "英雄が帰った。",
        "独立を宣言した。",
        "仏像を盗んだ。",
        "中止が決まった。",
        "日程を調整した。",
        "同盟国は一致した。",
    ],
)
def test_the_same_characters_in_other_words_name_nobody(nlp: Language, sentence: str) -> None:
    assert read(nlp, sentence)._.names == []


def test_part_of_another_persons_name_is_not_the_known_person(nlp: Language) -> None:
    assert "person:ドナルド・トランプ" not in read(nlp, "メラニア・トランプ夫人が訪れた。")._.actors


def test_a_rare_short_form_counts_only_before_what_countries_have(nlp: Language) -> None:
    assert "ウ=ウクライナ" in mentions(read(nlp, "ウ有志連合が集まった。"))
    assert "ウ=ウクライナ" in mentions(read(nlp, "朝になり、ウ有志連合が集まった。"))
    assert "ウ=ウクライナ" not in mentions(read(nlp, "ウ氏が集まった。"))
