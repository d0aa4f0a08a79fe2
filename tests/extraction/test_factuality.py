import pytest
from spacy.language import Language

from kgraph.ontology import Status
from tests.japanese import expected, read, told

NEGATED = [
    "米国はイランを攻撃しなかった。",
    "米国はイランを攻撃していない。",
    "米国はイランを攻撃したことはない。",
    "米国はイランを攻撃せず、協議を待った。",
    "米国がイランを攻撃する可能性は低い。",
    "米国はイランを攻撃するつもりはない。",
    "米国はイランを攻撃することを拒んだ。",
    "米国はイランを攻撃しない方針だ。",
    "米国はイランを攻撃しないと強調した。",
    "米国、イラン攻撃を否定",
    "米国はイランを攻撃しておらず、協議を続けている。",
    "米国はイランを攻撃することなく引き揚げた。",
    "米国はイランを攻撃するまい。",
    "米国はイランを攻撃しようとしない。",
    "米国はイランを攻撃しそうにない。",
    "米国はイランを攻撃したわけではない。",
    "米国はイランを攻撃するには至っていない。",
    "米国はイランを攻撃したとはいえない。",
    "米国はイランを攻撃する計画を撤回した。",
    "米国はイランを攻撃する可能性を否定した。",
    "米国はイランを攻撃したとの報道を否定した。",
    "米国はイランを攻撃しないと約束した。",
]
PLANNED = [
    "米国はイランを攻撃する方針だ。",
    "米国はイランを攻撃する予定だ。",
    "米国はイランを攻撃する計画だ。",
    "米国はイランを攻撃する意向を示した。",
    "米国はイランを攻撃すると表明した。",
    "米国はイランを攻撃する見通しだ。",
    "米国、イランを攻撃へ",
    "米国はイランを攻撃することになっている。",
    "米国はイランを攻撃することにした。",
    "米国はイランを攻撃すると述べた。",
    "米国はイランを攻撃しようとしている。",
    "米国はイランを攻撃する決定を下した。",
    "米国はイランを攻撃するために準備した。",
    "米国は近くイランを攻撃する。",
    "米国はイランを攻撃し、占領する予定だ。",
]
HYPOTHETICAL = [
    "米国がイランを攻撃する可能性がある。",
    "米国がイランを攻撃する恐れがある。",
    "米国がイランを攻撃したとみられる。",
    "米国はイランを攻撃するかもしれない。",
    "米国はイランを攻撃すべきだ。",
    "米国はイランを攻撃するのか。",
    "議会が認めれば、米国はイランを攻撃する。",
    "議会が認めたら、米国はイランを攻撃する。",
    "議会が認めなければ、米国はイランを攻撃する。",
    "米国のイラン攻撃が懸念される。",
    "米国はイランを攻撃することもありうる。",
    "米国はイランを攻撃するのではないか。",
    "米国がイランを攻撃しないか、中国は不安を抱く。",
    "米国によるイラン攻撃の観測が広がっている。",
    "米国がイランを攻撃する可能性は否定できない。",
    "米国はイランを攻撃しないとは限らない。",
    "米国はイランを攻撃する用意があると警告した。",
    "米国はイランを攻撃しなければならない。",
    "中国は、米国がイランを攻撃することに期待を寄せた。",
    "国連は、米国がイランを攻撃しないよう求めた。",
    "米国はイランを攻撃したと言い張った。",
]
ASSERTED = [
    "米国はイランを攻撃した。",
    "米国はイランを攻撃したと発表した。",
    "米国はイランを攻撃していると発表した。",
    "米国はイランを攻撃したことで、原油高の懸念を広げた。",
    "米国はイランを攻撃した後、撤退する方針だ。",
    "米国がイランを攻撃したため、日本は退避を計画している。",
    "米国はイランを攻撃し、中国は反撃する方針だ。",
    "米国はイランを攻撃せざるを得なかった。",
    "米国はイランを攻撃したことを否定できない。",
    "米国がイランを攻撃したことは間違いない。",
    "米国はイランを攻撃しただけでなく、港も封鎖した。",
    "米国が攻撃したイランは無罪を主張した。",
    "米国によるイランへの攻撃で、多くの人が避難を求めた。",
]
CONTENT = [
    (
        "米国はロシアにウクライナから撤退するよう求めた。",
        "アメリカ合衆国 demand ロシア; ロシア withdrawal ウクライナ hypothetical",
    ),
    (
        "国連はイスラエルに対してハマスと停戦するよう促した。",
        "国際連合 demand イスラエル; イスラエル withdrawal ハマス hypothetical",
    ),
    ("日本は北朝鮮に拉致被害者の解放を要求した。", "日本 demand 北朝鮮"),
    ("中国は米国に制裁の解除を要求した。", "中国 demand アメリカ合衆国"),
    (
        "米国はイランに核開発を放棄するよう迫った。",
        "アメリカ合衆国 demand イラン; イラン withdrawal アメリカ合衆国 hypothetical",
    ),
    ("米国はイランを攻撃すると警告した。", "アメリカ合衆国 threat イラン; アメリカ合衆国 assault イラン hypothetical"),
]
OTHERS = [
    ("ドイツはウクライナへの支援を拒否した。", "ドイツ aid ウクライナ negated; ドイツ rejection ウクライナ"),
    ("ノルウェーはウクライナに支援を約束した。", "ノルウェー aid ウクライナ planned"),
    ("英国とEUは漁業で合意していない。", "イギリス agreement 欧州連合 negated"),
    ("イランはロシアの友好国ではない。", "イラン alliance ロシア negated"),
    ("日本は中国と会談するつもりはない。", "日本 negotiation 中国 negated"),
    ("マクロン大統領が訪中する予定だ。", "エマニュエル・マクロン negotiation 中国 planned"),
    ("日本は中国と協力すべきだ。", "日本 cooperation 中国 hypothetical"),
    ("フランスの対マリ支援は打ち切られた。", ""),
    ("日本はインドを支持すると表明した。", "日本 support インド"),
    ("日本はインドを承認すると表明した。", "日本 support インド planned"),
    ("日本はインドに反対する姿勢を示した。", "日本 rejection インド"),
    ("日本はインドの外相と会談する。", "インド negotiation 日本 planned"),
    ("日本はインドと協力を広げる。", "インド cooperation 日本 planned"),
    ("日本はインドと対立する。", "インド rivalry 日本"),
    ("日本はインドから米を輸入する。", "インド cooperation 日本"),
    ("日本はインドの要求に応じなかった。", "インド demand 日本; 日本 rejection インド"),
    ("日本はインドに要求しなかった。", "日本 demand インド negated"),
]


@pytest.mark.parametrize(
    ("status", "sentence"),
    [
        *((Status.NEGATED, sentence) for sentence in NEGATED),
        *((Status.PLANNED, sentence) for sentence in PLANNED),
        *((Status.HYPOTHETICAL, sentence) for sentence in HYPOTHETICAL),
        *((Status.ASSERTED, sentence) for sentence in ASSERTED),
    ],
)
def test_the_clause_tells_whether_it_is_so(nlp: Language, status: Status, sentence: str) -> None:
    attacks = [one for one in read(nlp, sentence)._.statements if one.type == "assault"]
    assert {(one.source, one.target, one.status) for one in attacks} == {("country:US", "country:IR", status)}


@pytest.mark.parametrize(("sentence", "statements"), CONTENT)
def test_what_is_demanded_or_threatened_is_not_asserted(nlp: Language, sentence: str, statements: str) -> None:
    assert told(read(nlp, sentence)) == expected(statements)


@pytest.mark.parametrize(("sentence", "statements"), OTHERS)
def test_nouns_and_light_verbs_have_a_status_too(nlp: Language, sentence: str, statements: str) -> None:
    assert told(read(nlp, sentence)) == expected(statements)


def test_what_is_dated_after_the_article_is_planned(nlp: Language) -> None:
    sentence = "日本は2026年4月にフランスと協議する。"
    assert told(read(nlp, sentence, "2025-10-31")) == expected("日本 negotiation フランス planned 2026-04")
    assert told(read(nlp, sentence, "2026-04-20")) == expected("日本 negotiation フランス 2026-04")
    assert told(read(nlp, sentence, None)) == expected("日本 negotiation フランス 2026-04")
