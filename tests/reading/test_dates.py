import pytest

from kgraph.reading.dates import dateline, in_name, iso
from tests.reading.conftest import ReadOne

BODY = "フランスとドイツの首脳は6日、ベルリンで会談した。両国は防衛協力で一致した。"


@pytest.mark.parametrize(
    "line",
    [
        "2025/08/26",
        "2025-08-26",
        "2025.8.26",
        "2025年8月26日",
        "２０２５年８月２６日（火）１０時３０分",
        "2025年8月26日午前 8:58 GMT+9",
        "2025年8月26日(火曜日) 午後3時5分配信",
        "2025/08/26 07:30",
        "2025-08-26T10:00:00+09:00",
        "令和7年8月26日",
        "公開日:2025.08.26",
        "掲載日時：2025年8月26日 7:00",
        "更新日:2025.09.01 公開日:2025.08.26",
        "（2025年8月26日）",
        "Aug. 26, 2025",
    ],
)
def test_a_head_line_that_is_a_dateline_gives_the_date_and_goes(read_one: ReadOne, line: str) -> None:
    article = read_one("a.txt", f"独仏首脳が防衛協力で一致\n{line}\n\n{BODY}")
    assert article.published == "2025-08-26"
    assert article.text == f"独仏首脳が防衛協力で一致\n{BODY}"


@pytest.mark.parametrize(
    "line",
    [
        "独仏首脳が防衛協力で一致 ― 2025年08月26日 20:04",
        "■独仏首脳が防衛協力で一致<東西通信>2025年8月26日午前 3:21 GMT+9",
    ],
)
def test_a_headline_may_end_in_its_date(read_one: ReadOne, line: str) -> None:
    article = read_one("a.txt", f"{line}\n{BODY}")
    assert (article.title, article.published) == ("独仏首脳が防衛協力で一致", "2025-08-26")
    assert article.source == ("東西通信" if "東西通信" in line else None)


@pytest.mark.parametrize(
    "line",
    [
        "2025-13-40",
        "2025年2月30日",
        "2025年8月26日、ロシア軍が攻撃した",
        "2025年8月26日 米国が参戦",
        "降伏から80年の2025年8月15日",
        "共同宣言（1956年10月19日）",
        "192.168.10.1",
    ],
)
def test_other_lines_are_no_datelines(line: str) -> None:
    assert dateline(line) is None


def test_the_text_of_an_article_never_dates_it(read_one: ReadOne) -> None:
    text = f"{BODY}\n2025年8月26日\n2024年5月1日、別の会談があった。"
    article = read_one("a.txt", f"独仏首脳が防衛協力で一致\n{text}")
    assert article.published is None
    assert article.text.endswith(text)


def test_the_day_of_publication_is_preferred_to_that_of_a_revision(read_one: ReadOne) -> None:
    article = read_one("a.txt", f"独仏首脳が一致\n更新日:2025年9月1日\n公開日:2025年8月26日\n\n{BODY}")
    assert article.published == "2025-08-26"
    assert read_one("b.txt", f"独仏首脳が一致\n更新:2025年9月1日(月) 6時00分\n\n{BODY}").published == "2025-09-01"


@pytest.mark.parametrize("stem", ["2025-08-26-summit", "20250826_summit", "独仏_20250826"])
def test_the_name_of_the_file_dates_it_as_a_last_resort(read_one: ReadOne, stem: str) -> None:
    assert read_one(f"{stem}.txt", f"独仏首脳が一致\n{BODY}").published == "2025-08-26"
    assert read_one(f"{stem}.txt", f"独仏首脳が一致\n2024年1月2日\n{BODY}").published == "2024-01-02"


@pytest.mark.parametrize("stem", ["article-2025", "20251340", "1234567890123", "2025"])
def test_other_numbers_in_names_are_no_dates(stem: str) -> None:
    assert in_name(stem) is None


@pytest.mark.parametrize(
    ("value", "date"),
    [
        ("2025", "2025"),
        ("2025-08", "2025-08"),
        ("2025年8月", "2025-08"),
        ("20250826T100000Z", "2025-08-26"),
        ("Tue, 26 Aug 2025 07:30:00 GMT", "2025-08-26"),
        ("令和元年5月1日", "2019-05-01"),
        ("2025-13", None),
        ("2025-13-40", None),
        ("1756166400", None),
        ("近日", None),
    ],
)
def test_a_field_is_as_precise_as_it_says(value: str, date: str | None) -> None:
    assert iso(value) == date
