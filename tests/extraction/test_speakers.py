import pytest
from spacy.language import Language

from tests.japanese import read


@pytest.mark.parametrize(
    ("sentence", "source", "speaker"),
    [
        ("プーチン大統領は「ウクライナがロシアを攻撃した」と述べた。", "ウクライナ", "ウラジーミル・プーチン"),
        ("マクロン大統領は、イスラエルがレバノンを攻撃したと主張した。", "イスラエル", "エマニュエル・マクロン"),
        ("ウクライナ国防省によると、ロシア軍がキーウを攻撃した。", "ロシア軍", "ウクライナ国防省"),
        ("イラン外務省によれば、イスラエルがシリアを空爆した。", "イスラエル", "イラン外務省"),
        ("ロイター通信の報道によると、イスラエルがシリアを空爆した。", "イスラエル", "ロイター通信"),
        ("ウクライナ軍の発表では、ロシアがオデーサを攻撃した。", "ロシア", "ウクライナ軍"),
        ("米国防総省は、イランがイラクを攻撃したとの見方を示した。", "イラン", "アメリカ国防総省"),
        ("朝鮮中央通信は、北朝鮮がロシアを支援したと報じた。", "北朝鮮", "朝鮮中央通信"),
        ("米国務省は、イランがロシアに無人機を供与したと発表した。", "イラン", "アメリカ国務省"),
        ("英国防省は「ロシア軍がウクライナを攻撃している」と発表した。", "ロシア軍", "英国防省"),
    ],
)
def test_what_is_quoted_is_attributed_to_who_says_it(nlp: Language, sentence: str, source: str, speaker: str) -> None:
    doc = read(nlp, sentence)
    said = {(doc._.actors[one.source].name, doc._.actors[one.speaker].name) for one in doc._.statements if one.speaker}
    assert said == {(source, speaker)}


@pytest.mark.parametrize(
    "sentence",
    [
        "ロシアはウクライナを攻撃した。",
        "フランスはイランを批判した。",
        "ドイツはウクライナを支援すると表明した。",
        "「ノルウェーの森」を読んだロシアはウクライナを攻撃した。",
    ],
)
def test_the_articles_own_word_and_what_actors_say_of_themselves_have_no_speaker(nlp: Language, sentence: str) -> None:
    statements = read(nlp, sentence)._.statements
    assert [one.speaker for one in statements] == [None]


def test_the_act_of_saying_is_the_speakers_own(nlp: Language) -> None:
    doc = read(nlp, "王毅外相は「日本は中国を挑発している」と批判した。")
    accused = next(one for one in doc._.statements if one.type == "accusation")
    assert (accused.source, accused.target, accused.speaker) == ("person:王毅", "country:JP", None)
