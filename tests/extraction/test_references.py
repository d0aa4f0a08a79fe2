import pytest
from spacy.language import Language

from kgraph.ontology import MentionKind
from tests.japanese import read


def referred(nlp: Language, text: str) -> list[tuple[str, str]]:
    """The mentions that are no names, each with the name of whom it means."""
    doc = read(nlp, text)
    return [(one.text, doc._.actors[one.key].name) for one in doc._.names if one.kind is not MentionKind.NAME]


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("ゼレンスキー大統領が到着した。同氏は支援を求めた。", [("同氏", "ウォロディミル・ゼレンスキー")]),
        ("ウクライナは雪だ。同国は支援を求めた。", [("同国", "ウクライナ")]),
        ("ロシア外務省は会見した。同省は沈黙した。", [("同省", "ロシア外務省")]),
        ("NATOが声明を出した。同機構は沈黙した。", [("同機構", "北大西洋条約機構")]),
        ("日本とインドは協議した。両国は合意した。", [("両国", "インド"), ("両国", "日本")]),
        (
            "王毅外相とラブロフ外相が会談した。両外相は笑った。",
            [("両外相", "セルゲイ・ラブロフ"), ("両外相", "王毅")],
        ),
        (
            "プーチン大統領とトランプ大統領が会った。両首脳は握手した。",
            [("両首脳", "ウラジーミル・プーチン"), ("両首脳", "ドナルド・トランプ")],
        ),
        (
            "日本、オーストラリア、インドが集まった。3カ国は歓迎した。",
            [("3カ国", "オーストラリア"), ("3カ国", "インド"), ("3カ国", "日本")],
        ),
        ("トランプ大統領は演説した。大統領は移民にも触れた。", [("大統領", "ドナルド・トランプ")]),
        ("クレバ外相が到着した。同外相は急いだ。", [("同外相", "ドミトロ・クレバ")]),
        (
            "プーチン大統領と習近平国家主席が座った。両国は隣り合う。",
            [("両国", "中国"), ("両国", "ロシア")],
        ),
        ("NATOは演習した。同盟は備えを誇る。", [("同盟", "北大西洋条約機構")]),
        ("カナダとメキシコは違う。前者は寒い。", [("前者", "カナダ")]),
        ("カナダとメキシコは違う。後者は暑い。", [("後者", "メキシコ")]),
        ("チリは晴れだ。ペルーは同国を眺めた。", [("同国", "チリ")]),
        ("チリとペルーは晴れだ。ボリビアの外相は同国に着いた。", [("同国", "ペルー")]),
        ("トンガは静かだ。フィジーはこの国の海を眺めた。", [("この国", "トンガ")]),
        ("ハマスは沈黙した。ファタハはこの組織を避けた。", [("この組織", "ハマス")]),
        (
            "欧州司法裁判所が開いた。NATOも集まった。カナダは同裁判所を眺めた。",
            [("同裁判所", "欧州司法裁判所")],
        ),
        ("チリとペルーは互いを眺めた。", [("互い", "チリ"), ("互い", "ペルー")]),
        ("わが国は豊かだ。", [("わが国", "日本")]),
        ("「わが国は豊かだ」。フランスの代表はそう語った。", [("わが国", "フランス")]),
        ("フランスの代表は「わが国は豊かだ」と語った。", [("わが国", "フランス")]),
    ],
)
def test_a_reference_means_who_was_named_last(nlp: Language, text: str, meant: list[tuple[str, str]]) -> None:
    assert referred(nlp, text) == meant


@pytest.mark.parametrize(
    "text",
    [
        "両国は合意した。",
        "同氏は沈黙した。",
        "大統領は沈黙した。",
        "日本は晴れだ。両国は合意した。",
        "日本とインドは晴れだ。3カ国は合意した。",
        "NATOは演習した。同盟国は喜んだ。",
        "国連は沈黙した。同盟は喜んだ。",
        "日本とインドの代表は「わが国は豊かだ」と語った。",
        "カナダは同国を眺めた。",
        "カナダは互いを眺めた。",
        "カナダは寒い。前者は広い。",
        "岸田前首相が語った。首相は急いだ。",
        f"日本とインドは協議した。{'雨が降り続いた。' * 60}両国は合意した。",
    ],
)
def test_a_reference_to_nobody_within_reach_means_nobody(nlp: Language, text: str) -> None:
    assert referred(nlp, text) == []


def test_references_say_their_kind(nlp: Language) -> None:
    doc = read(nlp, "モディ首相がインドを出た。同氏は同国に戻った。")
    assert {one.text: one.kind for one in doc._.names} == {
        "モディ": MentionKind.NAME,
        "インド": MentionKind.NAME,
        "同氏": MentionKind.PRONOUN,
        "同国": MentionKind.NOMINAL,
    }


def test_who_is_referred_to_takes_part_in_relations(nlp: Language) -> None:
    doc = read(nlp, "日本とインドが集まった。両国はロシアを非難した。")
    assert {(one.source, one.type, one.target) for one in doc._.statements} == {
        ("country:JP", "accusation", "country:RU"),
        ("country:IN", "accusation", "country:RU"),
    }
