from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from spacy.language import Language

from kgraph.extraction.dates import (
    AFTER_LAST_DAY,
    AFTER_LAST_MONTH,
    AFTER_LAST_YEAR,
    DAYS,
    ERAS,
    MONTHS,
    YEARS,
    DateFinder,
)
from tests.japanese import read

FRIDAY = date(2025, 10, 31)


def found(text: str, published: date | None = FRIDAY) -> list[str]:
    return [one.iso for one in DateFinder().find(text, published)]


@pytest.mark.parametrize(
    ("text", "iso"),
    [
        ("2025年5月12日に署名した。", "2025-05-12"),
        ("2025年5月に署名した。", "2025-05"),
        ("2025年に署名した。", "2025"),
        ("2025年6月の7日", "2025-06-07"),
        ("2025-05-12", "2025-05-12"),
        ("2025/5/12", "2025-05-12"),
        ("2025.05.12", "2025-05-12"),
        ("23年2月に始まった。", "2023-02"),
        ("99年5月に始まった。", "1999-05"),
        ("令和7年5月に開いた。", "2025-05"),
        ("令和元年に開いた。", "2019"),
        ("平成3年に崩壊した。", "1991"),
        ("昭和20年8月15日に終わった。", "1945-08-15"),
        ("2024年2月29日", "2024-02-29"),
    ],
)
def test_whole_dates_need_no_article_to_lean_on(text: str, iso: str) -> None:
    assert found(text) == found(text, None) == [iso]


@pytest.mark.parametrize(
    ("text", "iso"),
    [
        ("一昨年に", "2023"),
        ("おととし3月に", "2023-03"),
        ("昨年10月に", "2024-10"),
        ("去年は", "2024"),
        ("前年は", "2024"),
        ("今年2月に", "2025-02"),
        ("本年は", "2025"),
        ("ことしは", "2025"),
        ("来年1月に", "2026-01"),
        ("先々月に", "2025-08"),
        ("先月17日に", "2025-09-17"),
        ("今月5日に", "2025-10-05"),
        ("来月は", "2025-11"),
        ("一昨日に", "2025-10-29"),
        ("おとといは", "2025-10-29"),
        ("昨日は", "2025-10-30"),
        ("きのうは", "2025-10-30"),
        ("今日は", "2025-10-31"),
        ("きょうは", "2025-10-31"),
        ("本日は", "2025-10-31"),
        ("明日は", "2025-11-01"),
        ("あすは", "2025-11-01"),
        ("5月に会談した。", "2025-05"),
        ("12月に会談した。", "2024-12"),
        ("12月に会談する予定だ。", "2025-12"),
        ("8月上旬に会談した。", "2025-08"),
        ("15日に会談した。", "2025-10-15"),
        ("31日に会談した。", "2025-10-31"),
        ("11月3日に開かれる予定だ。", "2025-11-03"),
    ],
)
def test_relative_dates_lean_on_the_articles_date(text: str, iso: str) -> None:
    assert found(text) == [iso]
    assert found(text, None) == []


@pytest.mark.parametrize(
    ("text", "dates"),
    [
        ("2024年8月6日に侵攻し、同年12月に撤退した。", ["2024-08-06", "2024-12"]),
        ("2024年8月6日に侵攻し、翌年1月に撤退した。", ["2024-08-06", "2025-01"]),
        ("2024年12月に侵攻し、翌月に撤退した。", ["2024-12", "2025-01"]),
        ("2024年12月6日に侵攻し、同月20日に撤退した。", ["2024-12-06", "2024-12-20"]),
        ("2024年12月31日に侵攻し、翌日に撤退した。", ["2024-12-31", "2025-01-01"]),
        ("2024年3月1日に合意し、前日に会った。", ["2024-03-01", "2024-02-29"]),
        ("2024年3月1日に合意し、同日に会った。", ["2024-03-01", "2024-03-01"]),
    ],
)
def test_dates_lean_on_the_date_said_last(text: str, dates: list[str]) -> None:
    assert found(text) == found(text, None) == dates


def test_a_range_gives_both_ends() -> None:
    assert found("2019〜2023年に続いた。") == ["2019", "2023"]


@pytest.mark.parametrize(
    "text",
    [
        "3日間続いた。",
        "3日目に",
        "3日ぶりに",
        "10日以内に",
        "約10日",
        "第3日曜日",
        "1.5日",
        "5カ月間",
        "45日",
        "0日",
        "2025年2月30日",
        "2024年13月",
    ],
)
def test_lengths_of_time_and_impossible_dates_are_none(text: str) -> None:
    assert found(text) == []


def test_every_word_of_the_table_is_read() -> None:
    for word in (*YEARS, *MONTHS, *DAYS):
        assert len(found(f"{word}、会談した。")) == 1, word
    for word in (*AFTER_LAST_YEAR, *AFTER_LAST_MONTH, *AFTER_LAST_DAY):
        assert len(found(f"2024年5月6日に会い、{word}、別れた。", None)) == 2, word
    for era in ERAS:
        assert len(found(f"{era}2年に会談した。", None)) == 1, era


def test_the_documents_dates_have_the_offsets_of_the_text(nlp: Language) -> None:
    text = "先月17日、日本は協議した。"
    (one,) = read(nlp, text, "2025-10-31")._.dates
    assert (text[one.start : one.end], one.iso) == ("先月17日", "2025-09-17")


@pytest.mark.parametrize("published", ["2025", "2025-10", None])
def test_an_article_without_a_whole_date_is_nothing_to_lean_on(nlp: Language, published: str | None) -> None:
    assert read(nlp, "15日に雨が降った。", published)._.dates == []


words = st.sampled_from(
    [
        "令和",
        "元年",
        "年",
        "月",
        "日",
        "同",
        "翌",
        "前",
        "昨",
        "先",
        "来",
        "~",
        "〜",
        "の",
        "。",
        "予定",
        "-",
        "/",
        ".",
        *YEARS,
        *MONTHS,
        *DAYS,
        *AFTER_LAST_DAY,
        *AFTER_LAST_MONTH,
    ]
)
numbers = st.integers(0, 2100).map(str)


@given(
    st.lists(words | numbers | st.text(max_size=3), max_size=12).map("".join),
    st.none() | st.dates(date(1900, 1, 1), date(2100, 12, 31)),
)
def test_whatever_the_text_dates_are_real_and_in_order(text: str, published: date | None) -> None:
    end = 0
    for one in DateFinder().find(text, published):
        date.fromisoformat((one.iso + "-01-01")[:10])
        assert end <= one.start < one.end <= len(text)
        end = one.end
