import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from spacy.language import Language

from kgraph.extraction import COMPONENTS, Extractor
from kgraph.models import Extraction
from tests.factories import ARTICLES, article

NEWS = article(
    "news",
    "露、ウクライナを攻撃\n"
    "ロシア軍は２０２５年１０月３０日、ウクライナの港を空爆した。\n\n"
    "ゼレンスキー大統領は「ロシアがオデーサを攻撃した」と述べた。同氏は米国に支援を求めた。\n"
    "米露両国は11月、ジュネーブで会談する予定だ。",
    published="2025-10-31",
)


@pytest.fixture(scope="module")
def extractor() -> Extractor:
    return Extractor()


@pytest.fixture(scope="module")
def news(extractor: Extractor) -> Extraction:
    (found,) = extractor([NEWS])
    return found


def check(text: str, found: Extraction) -> None:
    """What holds for every extraction of a text."""
    keys = {referent.key for referent in found.referents}
    for mention in found.mentions:
        assert text[mention.start : mention.end] == mention.text != ""
        assert mention.entity in keys
    for assertion in found.assertions:
        assert text[assertion.start : assertion.end] == assertion.sentence != ""
        assert {assertion.source, assertion.target} <= keys
        assert assertion.source != assertion.target
        assert 0 < assertion.confidence <= 1
    assert len({assertion.id for assertion in found.assertions}) == len(found.assertions)
    told = {assertion.id for assertion in found.assertions}
    for event in found.events:
        assert set(event.assertions) <= told
        assert {participant.entity for participant in event.participants} <= keys
        assert 0 <= event.start < event.end <= len(text)


def test_the_pipeline_has_a_component_for_each_question(nlp: Language) -> None:
    assert tuple(nlp.pipe_names) == COMPONENTS


def test_an_extraction_is_consistent_with_its_text(news: Extraction) -> None:
    check(NEWS.text, news)
    assert [(one.source, one.type, one.target, one.date, one.attributed_to) for one in news.assertions] == [
        ("country:RU", "assault", "country:UA", "2025-10-30", None),
        ("organization:ロシア軍", "affiliation", "country:RU", None, None),
        ("organization:ロシア軍", "assault", "country:UA", "2025-10-30", None),
        ("person:ウォロディミル・ゼレンスキー", "leadership", "country:UA", None, None),
        ("country:RU", "assault", "place:オデーサ", None, "person:ウォロディミル・ゼレンスキー"),
        ("person:ウォロディミル・ゼレンスキー", "demand", "country:US", "2025-10-30", None),
        ("country:US", "negotiation", "country:RU", "2025-11", None),
    ]


def test_the_sentence_of_an_assertion_is_the_evidence(news: Extraction) -> None:
    assert {one.sentence for one in news.assertions if one.type == "demand"} == {"同氏は米国に支援を求めた。"}


def test_mentions_are_spelled_as_in_the_text() -> None:
    (found,) = Extractor()([article("wide", "ＮＡＴＯは声明を出した。")])
    assert [(one.text, one.entity) for one in found.mentions] == [("ＮＡＴＯ", "organization:北大西洋条約機構")]


def test_an_article_says_the_same_alone_and_in_any_company(extractor: Extractor, news: Extraction) -> None:
    assert list(extractor([NEWS])) == [news]
    others = [one for one in extractor([*ARTICLES, NEWS, *reversed(ARTICLES)]) if one.article == NEWS.id]
    assert others == [news]
    assert list(Extractor()([NEWS])) == [news]


pieces = st.sampled_from(
    [
        "米国",
        "ロシア",
        "プーチン大統領",
        "同氏",
        "両国",
        "は",
        "を",
        "に",
        "と",
        "の",
        "攻撃",
        "した",
        "会談",
        "。",
        "「",
        "」",
        "(",
        "\n",
        " ",
        "対",
        "米",
        "、",
        "15日",
        "氏",
        "軍",
    ]
)


@settings(max_examples=40, deadline=None)
@given(st.lists(pieces | st.text(max_size=4), max_size=12).map("".join))
def test_whatever_the_text_an_extraction_is_consistent_with_it(extractor: Extractor, text: str) -> None:
    (found,) = extractor([article("any", text, published="2025-10-31")])
    check(text, found)
