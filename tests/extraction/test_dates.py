from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from spacy.language import Language

from kgraph.extraction.calendar import UNKNOWN, Outlook, Parts, of_day
from kgraph.extraction.dates import DateFinder
from kgraph.extraction.reckoning import (
    AFTER_LAST_DAY,
    AFTER_LAST_MONTH,
    AFTER_LAST_WEEK,
    AFTER_LAST_YEAR,
    DAYS,
    ERAS,
    MONTHS,
    NAMED,
    WEEKS,
    YEARS,
)
from tests.japanese import read

FRIDAY = Parts(2025, 10, 31)


def found(text: str, published: Parts = FRIDAY) -> list[str]:
    return [one.iso for one in DateFinder().find(text, published, lambda *_: Outlook.OPEN)]


def dated(nlp: Language, text: str, published: str | None = "2025-10-31") -> list[str]:
    return [one.iso for one in read(nlp, text, published)._.dates]


@pytest.mark.parametrize(
    ("text", "iso"),
    [
        ("2025年5月12日に署名した。", "2025-05-12"),
        ("2025年5月に署名した。", "2025-05"),
        ("2025年に署名した。", "2025"),
        ("2025年6月の7日", "2025-06-07"),
        ("2025年5月12日(月)に署名した。", "2025-05-12"),
        ("2025年5月12日月曜日に署名した。", "2025-05-12"),
        ("2025年度に始まる。", "2025"),
        ("2024年末に署名した。", "2024-12"),
        ("2024年の元日に署名した。", "2024-01-01"),
        ("1871年に統一された。", "1871"),
        ("2025-05-12", "2025-05-12"),
        ("2025/5/12", "2025-05-12"),
        ("2025.05.12", "2025-05-12"),
        ("23年2月に始まった。", "2023-02"),
        ("23年春に始まった。", "2023"),
        ("99年5月に始まった。", "1999-05"),
        ("令和7年5月に開いた。", "2025-05"),
        ("令和元年に開いた。", "2019"),
        ("平成3年に崩壊した。", "1991"),
        ("昭和20年8月15日に終わった。", "1945-08-15"),
        ("2024年2月29日", "2024-02-29"),
        ("二〇二五年五月十二日に署名した。", "2025-05-12"),
        ("二五年十一月に署名した。", "2025-11"),
        ("二〇二五年一〇月一日に署名した。", "2025-10-01"),
        ("二〇二五年一〇月二四日に署名した。", "2025-10-24"),
        ("令和七年十月三十一日に開いた。", "2025-10-31"),
    ],
)
def test_whole_dates_need_no_article_to_lean_on(text: str, iso: str) -> None:
    assert found(text) == found(text, UNKNOWN) == [iso]


@pytest.mark.parametrize(
    ("text", "iso"),
    [
        ("一昨年に", "2023"),
        ("おととし3月に", "2023-03"),
        ("昨年10月に", "2024-10"),
        ("昨年末に", "2024-12"),
        ("去年は", "2024"),
        ("前年は", "2024"),
        ("今年2月に", "2025-02"),
        ("今年の元日に", "2025-01-01"),
        ("ことしは", "2025"),
        ("来年1月に", "2026-01"),
        ("昨夏に", "2024"),
        ("先々月に", "2025-08"),
        ("先月17日に", "2025-09-17"),
        ("今月5日に", "2025-10-05"),
        ("来月は", "2025-11"),
        ("おとといは", "2025-10-29"),
        ("昨日は", "2025-10-30"),
        ("昨夜は", "2025-10-30"),
        ("きょうは", "2025-10-31"),
        ("あすは", "2025-11-01"),
        ("3日前に", "2025-10-28"),
        ("2週間前に", "2025-10-17"),
        ("2カ月前に", "2025-08"),
        ("半年前に", "2025-04"),
        ("10年前に", "2015"),
        ("2年前の5月に", "2023-05"),
        ("先週金曜日に", "2025-10-24"),
        ("来週の火曜に", "2025-11-04"),
        ("先週27日に", "2025-10-27"),
        ("先週に", "2025-10"),
        ("5月に会談した。", "2025-05"),
        ("8月上旬に会談した。", "2025-08"),
        ("15日に会談した。", "2025-10-15"),
        ("31日に会談した。", "2025-10-31"),
        ("大みそかに", "2025-12-31"),
        ("本31日に", "2025-10-31"),
        ("二十日に", "2025-10-20"),
        ("三日前に", "2025-10-28"),
        ("十年前に", "2015"),
        ("14年に併合した。", "2014"),
        ("過去48時間に", "2025-10"),
        ("ここ一週間で", "2025-10"),
        ("この3カ月で", "2025"),
    ],
)
def test_relative_dates_lean_on_the_articles_date(text: str, iso: str) -> None:
    assert found(text) == [iso]
    assert found(text, UNKNOWN) == []


@pytest.mark.parametrize(
    ("text", "iso"),
    [
        ("日本は12月にインドと会談した。", "2024-12"),
        ("日本は12月にインドと会談する。", "2025-12"),
        ("日本は12月にインドを訪れ、首相と会談する。", "2025-12"),
        ("日本は12月の首脳会談に向けて準備した。", "2025-12"),
        ("日本は12月に予定される会談について協議した。", "2025-12"),
        ("日本は12月からインドと協議している。", "2024-12"),
        ("日本は2月にインドと会談する予定だった。", "2026-02"),
        ("日本は8月にインドと会談する。", "2025-08"),
        ("日本は2日にインドと会談する。", "2025-11-02"),
        ("日本は2日にインドと会談した。", "2025-10-02"),
        ("日本は月曜日にインドと会談した。", "2025-10-27"),
        ("日本は月曜日にインドと会談する。", "2025-11-03"),
        ("日本は11月1日にインドと会談した。", "2025-11-01"),
        ("日本とインド、12月に首脳会談へ", "2025-12"),
    ],
)
def test_what_is_left_unsaid_follows_from_the_tense(nlp: Language, text: str, iso: str) -> None:
    assert dated(nlp, text) == [iso]


@pytest.mark.parametrize(
    ("text", "dates"),
    [
        ("2024年8月6日に侵攻し、同年12月に撤退した。", ["2024-08-06", "2024-12"]),
        ("2024年8月6日に侵攻し、同じ年の12月に撤退した。", ["2024-08-06", "2024-12"]),
        ("2024年8月6日に侵攻し、同12月に撤退した。", ["2024-08-06", "2024-12"]),
        ("2024年8月6日に侵攻し、同17日に撤退した。", ["2024-08-06", "2024-08-17"]),
        ("2024年8月6日に侵攻し、17日に撤退した。", ["2024-08-06", "2024-08-17"]),
        ("2024年8月に侵攻し、12月に撤退した。", ["2024-08", "2024-12"]),
        ("2024年8月に侵攻した。12月には撤退した。", ["2024-08", "2024-12"]),
        ("2014年に侵攻し、22年にも侵攻した。", ["2014", "2022"]),
        ("2024年8月6日に侵攻し、翌年1月に撤退した。", ["2024-08-06", "2025-01"]),
        ("2024年12月に侵攻し、翌月に撤退した。", ["2024-12", "2025-01"]),
        ("2024年12月に侵攻し、3カ月後に撤退した。", ["2024-12", "2025-03"]),
        ("2024年12月6日に侵攻し、同月20日に撤退した。", ["2024-12-06", "2024-12-20"]),
        ("2024年12月31日に侵攻し、翌日に撤退した。", ["2024-12-31", "2025-01-01"]),
        ("2024年12月31日に侵攻し、その3日前に警告した。", ["2024-12-31", "2024-12-28"]),
        ("2024年12月4日に侵攻し、2週間後に撤退した。", ["2024-12-04", "2024-12-18"]),
        ("2024年12月4日に侵攻し、翌週に撤退した。", ["2024-12-04", "2024-12"]),
        ("2024年3月1日に合意し、前日に会った。", ["2024-03-01", "2024-02-29"]),
        ("2024年3月1日に合意し、同日に会った。", ["2024-03-01", "2024-03-01"]),
        ("2026年1月に離れ、前年には争った。", ["2026-01", "2025"]),
        ("2024年12月30日に侵攻し、翌31日に撤退した。", ["2024-12-30", "2024-12-31"]),
        ("2024年12月31日に侵攻し、翌1日に撤退した。", ["2024-12-31", "2025-01-01"]),
        ("2024年11月に侵攻し、翌12月に撤退した。", ["2024-11", "2024-12"]),
        ("2024年12月に侵攻し、翌1月に撤退した。", ["2024-12", "2025-01"]),
        ("・2023年7月26日 侵攻\n → 8月に警告\n → 同年末に撤退", ["2023-07-26", "2023-08", "2023-12"]),
        ("■2018年\n4月8日 追放。27日にも追放", ["2018", "2018-04-08", "2018-04-27"]),
    ],
)
def test_dates_lean_on_the_date_said_last(text: str, dates: list[str]) -> None:
    assert found(text) == found(text, UNKNOWN) == dates


@pytest.mark.parametrize(
    ("text", "dates"),
    [
        ("2015年の核合意をめぐり、9月に会った。", ["2015", "2025-09"]),
        ("1983年に独立した。8月28日に会った。", ["1983", "2025-08-28"]),
        ("「昨年5月に破った」と3日に述べた。", ["2024-05", "2025-10-03"]),
        ("2026年1月に始まる。6月に会った。", ["2026-01", "2025-06"]),
        ("・2023年7月 侵攻\n戦闘は続く。8月に会った。", ["2023-07", "2025-08"]),
        ("11月5日に訪れる。20日に会った。", ["2025-11-05", "2025-10-20"]),
    ],
)
def test_the_year_of_something_else_is_not_taken_over(text: str, dates: list[str]) -> None:
    assert found(text) == dates


@pytest.mark.parametrize(
    ("text", "said", "iso"),
    [
        ("2019〜2023年に続いた。", "2019〜2023年", "2019"),
        ("2025年3月10~12日に訪れた。", "2025年3月10~12日", "2025-03-10"),
        ("2025年3月10、11日に訪れた。", "2025年3月10、11日", "2025-03-10"),
        ("2025年3月10日から4月2日まで訪れた。", "2025年3月10日から4月2日", "2025-03-10"),
        ("2025年3月と5月に訪れた。", "2025年3月と5月", "2025-03"),
    ],
)
def test_a_range_is_one_date_and_begins_with_its_start(text: str, said: str, iso: str) -> None:
    (one,) = DateFinder().find(text, FRIDAY, lambda *_: Outlook.OPEN)
    assert (text[one.start : one.end], one.iso) == (said, iso)


@pytest.mark.parametrize(
    "text",
    [
        "3日間続いた。",
        "3日目に",
        "3日ぶりに",
        "10日以内に",
        "約10日",
        "約3年前に",
        "計3日",
        "数日前に",
        "第3日曜日",
        "1.5日",
        "5カ月間",
        "45日",
        "0日",
        "1990年代に",
        "90年代に",
        "選挙の3日前に",
        "発足前日までに",
        "冷戦後に",
        "40年に渡り",
        "前年同月より",
        "毎週月曜日に",
        "2025年2月30日",
        "2024年13月",
        "14年にわたる内戦",
        "二十年に及ぶ内戦",
        "一日も早く",
        "十日間続いた。",
        "数十日続いた。",
        "百二十日続いた。",
        "四日市で開いた。",
        "過去10年で",
    ],
)
def test_lengths_of_time_and_what_has_no_date_are_none(text: str) -> None:
    assert found(text) == []


def test_every_word_of_the_table_is_read() -> None:
    for word in (*YEARS, *MONTHS, *DAYS, *NAMED):
        assert len(found(f"{word}、会談した。")) == 1, word
    for word in WEEKS:
        assert len(found(f"{word}火曜日、会談した。")) == 1, word
    for word in (*AFTER_LAST_YEAR, *AFTER_LAST_MONTH, *AFTER_LAST_WEEK, *AFTER_LAST_DAY):
        assert len(found(f"2024年5月16日に会い、{word}、別れた。", UNKNOWN)) == 2, word
    for era in ERAS:
        assert len(found(f"{era}2年に会談した。", UNKNOWN)) == 1, era


def test_the_documents_dates_have_the_offsets_of_the_text(nlp: Language) -> None:
    text = "先月17日、日本は協議した。"
    (one,) = read(nlp, text, "2025-10-31")._.dates
    assert (text[one.start : one.end], one.iso) == ("先月17日", "2025-09-17")


def test_a_date_does_not_take_in_the_particle_behind_it(nlp: Language) -> None:
    text = "日本は昨年10月の会談で合意した。"
    (one,) = read(nlp, text, "2025-10-31")._.dates
    assert text[one.start : one.end] == "昨年10月"


@pytest.mark.parametrize(
    ("published", "dates"),
    [("2025", ["2025-05"]), ("2025-10", ["2025-05", "2025-10-15"]), (None, [])],
)
def test_an_article_dated_in_part_is_leant_on_as_far_as_that_goes(
    nlp: Language, published: str | None, dates: list[str]
) -> None:
    assert dated(nlp, "5月に雨が降った。15日にも降った。", published) == dates


@pytest.mark.parametrize(
    "text",
    [
        "【ハノイ2025年3月5日】日本は昨日、協議した。",
        "[ハノイ 2025年3月5日 通信社] - 日本は昨日、協議した。",
        "日本は昨日、協議した。\n(2025年3月5日)",
    ],
)
def test_a_dateline_anchors_an_article_that_has_no_other_date(nlp: Language, text: str) -> None:
    assert "2025-03-04" in dated(nlp, text, None)
    assert "2025-10-30" in dated(nlp, text, "2025-10-31")


def test_today_is_the_day_of_the_dateline_where_the_article_comes_out_later(nlp: Language) -> None:
    text = "[リマ 30日 通信社] - ペルーはきょう、チリと協議した。"
    assert dated(nlp, text) == ["2025-10-30", "2025-10-30"]
    assert dated(nlp, text.replace("30日", "3日")) == ["2025-10-03", "2025-10-31"]


words = st.sampled_from(
    [
        "令和",
        "元年",
        "年",
        "月",
        "日",
        "末",
        "前",
        "後",
        "週間",
        "カ月",
        "同",
        "翌",
        "昨",
        "先",
        "来",
        "月曜",
        "~",
        "〜",
        "から",
        "の",
        "。",
        "「",
        "」",
        "予定",
        "過去",
        "時間",
        "十",
        "二〇二五",
        "-",
        "/",
        ".",
        *YEARS,
        *MONTHS,
        *WEEKS,
        *DAYS,
        *NAMED,
        *AFTER_LAST_DAY,
        *AFTER_LAST_WEEK,
        *AFTER_LAST_MONTH,
    ]
)
numbers = st.integers(0, 2100).map(str)


@given(
    st.lists(words | numbers | st.text(max_size=3), max_size=12).map("".join),
    st.none() | st.dates(date(1900, 1, 1), date(2100, 12, 31)),
    st.sampled_from(Outlook),
)
def test_whatever_the_text_dates_are_real_and_in_order(text: str, published: date | None, outlook: Outlook) -> None:
    anchor = of_day(published) if published else UNKNOWN
    end = 0
    for one in DateFinder().find(text, anchor, lambda *_: outlook):
        date.fromisoformat((one.iso + "-01-01")[:10])
        assert end <= one.start < one.end <= len(text)
        end = one.end
