import pytest
from spacy.language import Language

from tests.japanese import read


@pytest.mark.parametrize(
    ("sentence", "person", "title"),
    [
        ("プーチン露大統領が演説した。", "ウラジーミル・プーチン", "大統領"),
        ("ウクライナのゼレンスキー大統領は感謝した。", "ウォロディミル・ゼレンスキー", "大統領"),
        ("王毅外相が到着した。", "王毅", "外相"),
        ("王毅中国外相が到着した。", "王毅", "外相"),
        ("高市早苗首相は就任した。", "高市早苗", "首相"),
        ("マルコ・ルビオ国務長官は出発した。", "マルコ・ルビオ", "国務長官"),
        ("中国の習近平国家主席が到着した。", "習近平", "国家主席"),
        ("李在明氏は笑った。", "李在明", "氏"),
        ("習氏は沈黙した。", "習近平", "氏"),
        ("ミン・アウン・フライン総司令官が来た。", "ミンアウンフライン", "総司令官"),
        ("ラデク・シコルスキ外相は語った。", "ラドスワフ・シコルスキ", "外相"),
    ],
)
def test_a_known_person_gets_the_title(nlp: Language, sentence: str, person: str, title: str) -> None:
    doc = read(nlp, sentence)
    assert [(doc._.actors[n.key].name, n.title) for n in doc._.names if n.type == "person"] == [(person, title)]


@pytest.mark.parametrize(
    ("sentence", "person", "title"),
    [
        ("リチャード・ドー国防次官補が証言した。", "リチャード・ドー", "国防次官補"),
        ("所長のハンナ・ベルク氏は語った。", "ハンナ・ベルク", "氏"),
        ("カーン市長は語った。", "カーン", "市長"),
        ("金民秀外相は語った。", "金民秀", "外相"),
        ("伊藤さんは語った。", "伊藤", "さん"),
        ("マリア・ロペス議員が辞任した。", "マリア・ロペス", "議員"),
        ("メラニア・トランプ夫人が訪れた。", "メラニア・トランプ", "夫人"),
    ],
)
def test_a_title_tells_that_a_persons_name_stands_before_it(
    nlp: Language, sentence: str, person: str, title: str
) -> None:
    doc = read(nlp, sentence)
    assert [(n.key, n.title) for n in doc._.names if n.type == "person"] == [(f"person:{person}", title)]


@pytest.mark.parametrize(
    ("sentence", "former", "country"),
    [
        ("バイデン前米大統領が訪れた。", True, "country:US"),
        ("ブッシュ元米大統領が訪れた。", True, "country:US"),
        ("岸田前首相は語った。", True, None),
        ("ハミド・カルザイ元大統領は語った。", True, None),
        ("メルケル独首相は語った。", False, "country:DE"),
    ],
)
def test_what_stands_between_name_and_title_belongs_to_the_title(
    nlp: Language, sentence: str, former: bool, country: str | None
) -> None:
    (person,) = (name for name in read(nlp, sentence)._.names if name.type == "person")
    assert (person.former, person.country) == (former, country)


@pytest.mark.parametrize(
    "sentence", ["大統領は沈黙した。", "専門家は語った。", "同盟国首脳は一致した。", "次期首相が決まる。"]
)
def test_a_title_alone_names_nobody(nlp: Language, sentence: str) -> None:
    assert read(nlp, sentence)._.names == []
