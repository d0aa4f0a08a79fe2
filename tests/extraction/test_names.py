import pytest
from spacy.language import Language

from kgraph.ontology import MentionKind
from tests.japanese import mentions, read


@pytest.mark.parametrize(
    ("sentence", "names"),
    [
        ("ニジェールとナイジェリア", ["ニジェール=ニジェール", "ナイジェリア=ナイジェリア"]),
        ("オーストリアとオーストラリア", ["オーストリア=オーストリア", "オーストラリア=オーストラリア"]),
        ("ギニアと赤道ギニア", ["ギニア=ギニア", "赤道ギニア=赤道ギニア"]),
        ("コンゴ民主共和国とコンゴ共和国", ["コンゴ民主共和国=コンゴ民主共和国", "コンゴ共和国=コンゴ共和国"]),
        ("金正恩と金与正", ["金正恩=金正恩", "金与正=金与正"]),
        ("台湾海峡は静かだ。", ["台湾海峡=台湾海峡"]),
        ("ジョージア州で選挙があった。", ["ジョージア州=ジョージア州"]),
        ("イスラム国が攻撃した。", ["イスラム国=イスラム国"]),
        ("Ｇ７とＮＡＴＯ", ["G7=主要7カ国", "NATO=北大西洋条約機構"]),
    ],
)
def test_the_longest_known_name_counts(nlp: Language, sentence: str, names: list[str]) -> None:
    assert mentions(read(nlp, sentence)) == names


def test_offsets_are_those_of_the_text_even_inside_a_token(nlp: Language) -> None:
    text = "駐日米大使は対中制裁で日米韓の協力を求めた。"
    doc = read(nlp, text)
    assert [text[name.start : name.end] for name in doc._.names] == list("日米中日米韓")


def test_names_are_also_spans_of_the_document(nlp: Language) -> None:
    doc = read(nlp, "王毅外相はインドを訪れた。")
    assert [(span.text, span.label_, span.kb_id_) for span in doc.spans["names"]] == [
        ("王毅外相", "person", "person:王毅"),
        ("インド", "country", "country:IN"),
    ]


def test_people_found_by_title_are_found_again_without_it(nlp: Language) -> None:
    doc = read(nlp, "ソニア・ベルティ首相が演説した。\n記者らはベルティを囲んだ。")
    assert mentions(doc) == ["ソニア・ベルティ=ソニア・ベルティ", "ベルティ=ソニア・ベルティ"]


def test_every_name_is_a_name_by_kind(nlp: Language) -> None:
    assert {name.kind for name in read(nlp, "ロシア軍が米国を批判した。")._.names} == {MentionKind.NAME}


def test_a_text_without_names_has_none(nlp: Language) -> None:
    doc = read(nlp, "雨が降った。")
    assert (doc._.names, doc._.actors, doc._.statements, doc._.events) == ([], {}, [], [])
