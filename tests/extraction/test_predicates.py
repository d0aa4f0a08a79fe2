import pytest
from spacy.language import Language

from tests.japanese import expected, read, told

# One sentence for each type of relation, and for readings that hang on the verb's object.
READINGS = [
    (
        "マクロン大統領はゼレンスキー大統領と電話で会談した。",
        "エマニュエル・マクロン negotiation ウォロディミル・ゼレンスキー",
    ),
    ("エジプトの外相がトルコを訪問した。", "エジプト negotiation トルコ"),
    ("英国とEUは漁業で合意した。", "イギリス agreement 欧州連合"),
    ("エチオピアはエリトリアと和平協定を結んだ。", "エチオピア agreement エリトリア"),
    ("トルコはスウェーデンの加盟を支持した。", "トルコ support スウェーデン"),
    ("ポーランドとリトアニアは共同訓練を実施した。", "ポーランド cooperation リトアニア"),
    ("日本はウクライナに1億ドルを供与した。", "日本 aid ウクライナ"),
    ("日本は米国の条件を受け入れた。", "日本 concession アメリカ合衆国"),
    ("ロシアはシリアから部隊を撤収した。", "ロシア withdrawal シリア"),
    ("英国はEUから離脱した。", "イギリス withdrawal 欧州連合"),
    ("ウクライナは米国に武器の供与を要請した。", "ウクライナ demand アメリカ合衆国"),
    ("アルゼンチンはイランを提訴した。", "アルゼンチン accusation イラン"),
    ("ロシアは日本の提案を拒否した。", "ロシア rejection 日本"),
    ("米国はロシアとの協議を打ち切った。", "アメリカ合衆国 rejection ロシア"),
    ("ロシアは核兵器に触れ、欧州を脅した。", "ロシア threat 欧州"),
    ("ペルーはメキシコとの国交を断絶した。", "ペルー sanction メキシコ"),
    ("カナダは米国への報復関税を発動した。", "カナダ sanction アメリカ合衆国"),
    ("フーシ派はイスラエルにミサイルを発射した。", "フーシ派 mobilization イスラエル"),
    ("イランはドイツ人を拘束した。", "イラン coercion ドイツ"),
    ("トルコ軍がシリアの都市を砲撃した。", "トルコ軍 assault シリア"),
    ("イスラエルは米国の同盟国だ。", "イスラエル alliance アメリカ合衆国"),
    ("米国の同盟国であるカナダは沈黙した。", "カナダ alliance アメリカ合衆国"),
    ("シリアはロシアの盟友だった。", "シリア alliance ロシア"),
    ("キューバとベネズエラは友好国だ。", "キューバ alliance ベネズエラ"),
    ("インドとパキスタンは宿敵だ。", "インド rivalry パキスタン"),
    ("イランとサウジアラビアは対立している。", "イラン rivalry サウジアラビア"),
    ("米国と中国の関係が悪化した。", "アメリカ合衆国 rivalry 中国"),
    ("スウェーデンはNATOに加盟した。", "スウェーデン membership 北大西洋条約機構"),
    ("ハンガリーはEUの加盟国である。", "ハンガリー membership 欧州連合"),
    ("ブラジルはBRICSに参加している。", "ブラジル membership BRICS"),
]
NOTHING = [
    "ブラジルはアルゼンチンに2対1で勝利した。",
    "ドイツ代表の攻撃陣が不調だ。",
    "アルゼンチンの代表が決勝でフランスと対戦した。",
    "日本の野球チームが米国に遠征した。",
    "彼は交渉力のある人物だ。",
    "交渉術の本が英国で売れている。",
    "同社は当局に制裁金10億円を支払った。",
    "映画「スターリンの同盟」が公開された。",
    "ギリシャ神話の同盟の物語を読む。",
    "攻撃的な新薬を韓国の企業が開発した。",
    "フランス料理とイタリア料理の店が開店した。",
    "ドイツ語とフランス語を学ぶ。",
    "中国の人口は減少している。",
    "ロシアの首都はモスクワだ。",
    "エジプトのピラミッドを観光客が訪れた。",
    "スペインのサッカークラブがイタリアのクラブから選手を獲得した。",
    "イラン映画祭が東京で開かれた。",
    "米国産牛肉の価格が上がった。",
    "カナダの森林火災で煙が広がった。",
    "イタリアの俳優がフランスの監督と結婚した。",
    "韓国ドラマが日本で人気だ。",
    "中国のパンダが日本に到着した。",
    "モンゴルはロシアと中国の間にある。",
    "首相がインドを訪れた。",
    "パキスタンは攻撃を受けた。",
]


@pytest.mark.parametrize(("sentence", "statements"), READINGS)
def test_a_predicate_says_what_relation_it_states(nlp: Language, sentence: str, statements: str) -> None:
    assert told(read(nlp, sentence)) == expected(statements)


@pytest.mark.parametrize("sentence", NOTHING)
def test_words_that_only_look_like_relations_state_none(nlp: Language, sentence: str) -> None:
    assert told(read(nlp, sentence)) == set()


def test_a_statement_names_the_entry_that_fired_and_where(nlp: Language) -> None:
    doc = read(nlp, "米国はキューバに追加関税を課した。")
    (statement,) = doc._.statements
    assert statement.rule.startswith("sanction/")
    assert doc.text[statement.start : statement.end] in ("追加関税", "関税", "課し")
