import pytest
from spacy.language import Language

from tests.japanese import expected, read, told

PASSIVE = [
    ("ウクライナはロシアに攻撃された。", "ロシア assault ウクライナ"),
    ("イランは米国から批判された。", "アメリカ合衆国 accusation イラン"),
    ("フィリピンは中国によって威嚇された。", "中国 threat フィリピン"),
    ("マドゥロ大統領は米軍に拘束された。", "米軍 coercion ニコラス・マドゥロ"),
    ("シリアの空軍基地がイスラエルに空爆された。", "イスラエル assault シリア"),
    ("パレスチナはスペインに国家として承認された。", "スペイン support パレスチナ"),
    ("ハンガリーは欧州連合から批判を受けた。", "欧州連合 accusation ハンガリー"),
    ("タリバンはパキスタンから支援を受けている。", "パキスタン aid タリバン"),
    ("台湾は中国から圧力を受けている。", "中国 coercion 台湾"),
    ("トルコは米国に制裁を科された。", "アメリカ合衆国 sanction トルコ"),
    ("ロシアが欧州連合から制裁を科された。", "欧州連合 sanction ロシア"),
    ("米国によりイランに制裁が科された。", "アメリカ合衆国 sanction イラン"),
]
RELATIVE_CLAUSES = [
    ("ロシアを支援する北朝鮮は孤立している。", "北朝鮮 aid ロシア"),
    ("ロシアを非難するポーランドは国境を閉じた。", "ポーランド accusation ロシア"),
    ("ウクライナに武器を供与するポーランドは国境を閉鎖した。", "ポーランド aid ウクライナ"),
    ("イランと対立するサウジアラビアは沈黙した。", "イラン rivalry サウジアラビア"),
    ("韓国と会談した日本は共同声明を出した。", "日本 negotiation 韓国"),
    ("米国が拘束したマドゥロ氏は無罪を主張した。", "アメリカ合衆国 coercion ニコラス・マドゥロ"),
    ("イスラエルが攻撃したイランは報復を誓った。", "イスラエル assault イラン; イラン threat イスラエル"),
    ("中国が非難した米国は黙っていた。", "中国 accusation アメリカ合衆国"),
    ("台湾を支援する米国に中国は反発した。", "アメリカ合衆国 aid 台湾; 中国 accusation アメリカ合衆国"),
    ("ルーマニア領に侵入したロシアの無人機が消えた。", "ロシア assault ルーマニア"),
]
NOUNS_OF_ACTION = [
    ("ロシアによるウクライナ侵攻が続いている。", "ロシア assault ウクライナ"),
    ("イスラエルによるガザへの攻撃が続く。", "イスラエル assault ガザ地区"),
    ("日本による北朝鮮に対する制裁は続く。", "日本 sanction 北朝鮮"),
    ("イランに対する米国の圧力が強まった。", "アメリカ合衆国 coercion イラン"),
    ("ウクライナへのドイツの軍事支援が増えた。", "ドイツ aid ウクライナ"),
    ("ウクライナによるロシアの製油所攻撃が続いている。", "ウクライナ assault ロシア"),
    ("ロシアへの制裁を欧州連合が強化した。", "欧州連合 sanction ロシア"),
    ("フランスとドイツの首脳会談が行われた。", "フランス negotiation ドイツ"),
    ("トルコとシリアの協議が再開した。", "トルコ negotiation シリア"),
    ("セルビアとコソボの対立が深まった。", "セルビア rivalry コソボ"),
    ("韓国はロシアによる北朝鮮への支援を批判した。", "ロシア aid 北朝鮮; 韓国 accusation ロシア"),
    (
        "ルビオ国務長官は、ラブロフ外相との会談で停戦を求めた。",
        "マルコ・ルビオ negotiation セルゲイ・ラブロフ; マルコ・ルビオ demand セルゲイ・ラブロフ",
    ),
]
COMPOUNDS = [
    ("米国の対中制裁は効果を上げていない。", "アメリカ合衆国 sanction 中国"),
    ("欧州連合の対露制裁が強化された。", "欧州連合 sanction ロシア"),
    ("英国の対ロシア制裁が発表された。", "イギリス sanction ロシア"),
    ("米国による対イラン攻撃が始まった。", "アメリカ合衆国 assault イラン"),
    ("北朝鮮の対露支援が明らかになった。", "北朝鮮 aid ロシア"),
    ("米露首脳会談がアラスカで開かれた。", "アメリカ合衆国 negotiation ロシア"),
    ("独仏首脳の電話会談が行われた。", "ドイツ negotiation フランス"),
    ("米韓合同軍事演習が始まった。", "アメリカ合衆国 cooperation 韓国"),
    ("中露軍事協力が進む。", "中国 cooperation ロシア"),
    ("日米同盟は地域の安定の礎だ。", "日本 alliance アメリカ合衆国"),
    ("米中対立が深まる。", "アメリカ合衆国 rivalry 中国"),
    ("石破首相は訪米した。", "石破茂 negotiation アメリカ合衆国"),
    ("訪米したマクロン大統領は帰国した。", "エマニュエル・マクロン negotiation アメリカ合衆国"),
]
LIGHT_VERBS = [
    ("フランスはイランに対して非難を表明した。", "フランス accusation イラン"),
    ("米国はキューバに制裁を科した。", "アメリカ合衆国 sanction キューバ"),
    ("オランダは中国に輸出規制を課した。", "オランダ sanction 中国"),
    ("ドイツはウクライナへの支援を行った。", "ドイツ aid ウクライナ"),
    ("中国はオーストラリアに圧力をかけた。", "中国 coercion オーストラリア"),
    ("インドはパキスタンへの攻撃を開始した。", "インド assault パキスタン"),
    ("イランはイスラエルに対する報復に踏み切った。", "イラン assault イスラエル"),
    ("韓国は北朝鮮に警告を発した。", "韓国 threat 北朝鮮"),
    ("ベラルーシはリトアニアに脅しをかけた。", "ベラルーシ threat リトアニア"),
    ("ブラジルはアルゼンチンとの会談に臨んだ。", "ブラジル negotiation アルゼンチン"),
    ("アルメニアはアゼルバイジャンと和平交渉を続けている。", "アルメニア negotiation アゼルバイジャン"),
    ("エジプトとイスラエルは停戦で合意に達した。", "エジプト agreement イスラエル"),
]
COORDINATION = [
    ("英国とフランスはロシアを非難した。", "イギリス accusation ロシア; フランス accusation ロシア"),
    ("米国は中国とイランに制裁を科した。", "アメリカ合衆国 sanction 中国; アメリカ合衆国 sanction イラン"),
    ("日本、インドはチリを支持した。", "日本 support チリ; インド support チリ"),
    ("日本は米国および韓国と協議した。", "日本 negotiation アメリカ合衆国; 日本 negotiation 韓国"),
    (
        "ポーランド、リトアニア、ラトビアの3カ国はベラルーシを非難した。",
        "ポーランド accusation ベラルーシ; リトアニア accusation ベラルーシ; ラトビア accusation ベラルーシ",
    ),
    (
        "仏独英の外相がイランのアラグチ外相と会談した。",
        "フランス negotiation アッバス・アラグチ; ドイツ negotiation アッバス・アラグチ; "
        "イギリス negotiation アッバス・アラグチ",
    ),
    ("英仏独はイランを非難した。", "イギリス accusation イラン; フランス accusation イラン; ドイツ accusation イラン"),
    ("日本とインドは協力を強化した。", "日本 cooperation インド"),
    ("米国とイランがオマーンで協議した。", "アメリカ合衆国 negotiation イラン"),
    ("トランプ大統領とプーチン大統領が会談した。", "ドナルド・トランプ negotiation ウラジーミル・プーチン"),
    ("トルコがロシアとウクライナを仲介した。", "トルコ negotiation ロシア; トルコ negotiation ウクライナ"),
    (
        "日中韓の首脳会談が東京で行われた。",
        "日本 negotiation 中国; 日本 negotiation 韓国; 中国 negotiation 韓国",
    ),
    (
        "米国はウクライナを支援し、ロシアに制裁を科した。",
        "アメリカ合衆国 aid ウクライナ; アメリカ合衆国 sanction ロシア",
    ),
    ("中国はフィリピンを威嚇し、ベトナムにも圧力をかけた。", "中国 threat フィリピン; 中国 coercion ベトナム"),
    (
        "ケニアのルト大統領はウガンダを訪れ、ムセベニ大統領と会談した。",
        "ウィリアム・ルト negotiation ウガンダ; ウィリアム・ルト negotiation ヨウェリ・ムセベニ",
    ),
]
HEADLINES_AND_BULLETS = [
    ("米、ベネズエラを攻撃", "アメリカ合衆国 assault ベネズエラ"),
    ("露外務省 米を非難", "露外務省 accusation アメリカ合衆国"),
    ("中国、台湾を威嚇", "中国 threat 台湾"),
    ("中露、北京で協議", "中国 negotiation ロシア"),
    ("トランプ氏とプーチン氏、アラスカで会談", "ドナルド・トランプ negotiation ウラジーミル・プーチン"),
    ("英首相、イスラエルの攻撃を非難", "イギリス accusation イスラエル"),
    ("日本政府、ロシアに抗議", "日本政府 accusation ロシア"),
    ("トランプ氏、プーチン氏と会談へ", "ドナルド・トランプ negotiation ウラジーミル・プーチン planned"),
    ("仏、マリから部隊撤収へ", "フランス withdrawal マリ planned"),
    ("・トランプ氏:イランを攻撃しないと約束", "ドナルド・トランプ assault イラン negated"),
    ("・北朝鮮:韓国を非難", "北朝鮮 accusation 韓国"),
    ("⇨ロシア:米国の要求を拒否", "ロシア rejection アメリカ合衆国"),
]
WHAT_STANDS_FOR_AN_ACTOR = [
    ("ロシア側は米国側の提案を拒否した。", "ロシア rejection アメリカ合衆国"),
    ("日本の外相は韓国の外相と会談した。", "日本 negotiation 韓国"),
    ("ロシアはウクライナの港を空爆した。", "ロシア assault ウクライナ"),
    ("カナダはインドの外交官を追放した。", "カナダ sanction インド"),
    ("ヨルダンはイスラエルとの合意を破棄した。", "ヨルダン rejection イスラエル"),
]


def check(nlp: Language, sentence: str, statements: str) -> None:
    assert told(read(nlp, sentence)) == expected(statements)


@pytest.mark.parametrize(("sentence", "statements"), PASSIVE)
def test_in_the_passive_the_subject_is_the_target(nlp: Language, sentence: str, statements: str) -> None:
    check(nlp, sentence, statements)


@pytest.mark.parametrize(("sentence", "statements"), RELATIVE_CLAUSES)
def test_a_clause_before_a_noun_is_about_that_noun(nlp: Language, sentence: str, statements: str) -> None:
    check(nlp, sentence, statements)


@pytest.mark.parametrize(("sentence", "statements"), NOUNS_OF_ACTION)
def test_nouns_name_events_with_their_parties(nlp: Language, sentence: str, statements: str) -> None:
    check(nlp, sentence, statements)


@pytest.mark.parametrize(("sentence", "statements"), COMPOUNDS)
def test_a_compound_holds_the_parties_of_its_event(nlp: Language, sentence: str, statements: str) -> None:
    check(nlp, sentence, statements)


@pytest.mark.parametrize(("sentence", "statements"), LIGHT_VERBS)
def test_a_light_verb_gives_its_arguments_to_the_noun_it_carries(nlp: Language, sentence: str, statements: str) -> None:
    check(nlp, sentence, statements)


@pytest.mark.parametrize(("sentence", "statements"), COORDINATION)
def test_all_that_are_joined_take_part_and_each_pair_once(nlp: Language, sentence: str, statements: str) -> None:
    check(nlp, sentence, statements)


@pytest.mark.parametrize(("sentence", "statements"), HEADLINES_AND_BULLETS)
def test_headlines_and_bullets_name_the_subject_first_without_a_particle(
    nlp: Language, sentence: str, statements: str
) -> None:
    check(nlp, sentence, statements)


@pytest.mark.parametrize(("sentence", "statements"), WHAT_STANDS_FOR_AN_ACTOR)
def test_what_is_an_actors_stands_for_the_actor(nlp: Language, sentence: str, statements: str) -> None:
    check(nlp, sentence, statements)


@pytest.mark.parametrize(
    ("text", "statements"),
    [
        ("ロシアは国際社会で孤立している。昨日はウクライナを攻撃した。", "ロシア assault ウクライナ 2025-10-30"),
        ("高市首相は東京都内で会見した。その中で中国を批判した。", "高市早苗 accusation 中国"),
    ],
)
def test_a_topic_is_carried_into_the_next_sentence(nlp: Language, text: str, statements: str) -> None:
    check(nlp, text, statements)


@pytest.mark.parametrize(
    "text",
    [
        "ロシアは孤立している。銀行はウクライナを批判した。",
        "ロシアは孤立している。\n翌日にウクライナを攻撃した。",
    ],
)
def test_a_topic_is_not_carried_over_another_subject_or_into_another_paragraph(nlp: Language, text: str) -> None:
    check(nlp, text, "")


@pytest.mark.parametrize(
    ("sentence", "statements"),
    [
        ("ブラジルはチリに兵士を派遣させた。", "チリ mobilization ブラジル"),
        ("ブラジルはチリにドイツを非難させた。", "チリ accusation ドイツ"),
        ("ブラジルはチリに助けてもらった。", "チリ aid ブラジル"),
        ("ブラジルならびにチリはペルーを支援した。", "チリ aid ペルー; ブラジル aid ペルー"),
        ("ブラジル、チリ、ペルーはドイツを支援した。", "チリ aid ドイツ; ブラジル aid ドイツ; ペルー aid ドイツ"),
    ],
)
def test_who_is_made_or_asked_to_do_it_does_it(nlp: Language, sentence: str, statements: str) -> None:
    check(nlp, sentence, statements)
