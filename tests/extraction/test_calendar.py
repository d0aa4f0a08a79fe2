from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kgraph.extraction import calendar
from kgraph.extraction.calendar import UNKNOWN, Outlook, Parts

FRIDAY = Parts(2025, 10, 31)


@pytest.mark.parametrize("iso", ["2025", "2025-05", "2025-05-12"])
def test_parts_and_iso_strings_are_one_another(iso: str) -> None:
    assert calendar.of_iso(iso).iso() == iso


def test_a_day_that_does_not_exist_has_no_iso_string() -> None:
    assert Parts(2025, 2, 30).iso() is None
    assert UNKNOWN.iso() is None


@given(st.dates(date(1900, 1, 1), date(2100, 1, 1)), st.integers(-400, 400))
def test_months_are_counted_across_years(day: date, months: int) -> None:
    there = calendar.months_after(calendar.of_day(day), months)
    assert calendar.months_after(there, -months) == Parts(day.year, day.month)


def test_a_week_is_a_month_where_all_its_days_share_one() -> None:
    assert calendar.week_after(FRIDAY, -1) == Parts(2025, 10)
    assert calendar.week_after(FRIDAY, 0) == UNKNOWN
    assert calendar.week_after(FRIDAY, 0, weekday=0) == Parts(2025, 10, 27)


def test_what_counts_from_an_unknown_day_is_unknown() -> None:
    assert calendar.days_after(Parts(2025, 10), 3) == UNKNOWN
    assert calendar.week_after(Parts(2025), 1) == UNKNOWN
    assert calendar.months_after(Parts(2025), 1) == UNKNOWN
    assert calendar.years_after(UNKNOWN, 1) == UNKNOWN
    assert calendar.nearest_weekday(UNKNOWN, 1, Outlook.PAST) == UNKNOWN


@pytest.mark.parametrize(
    ("month", "outlook", "year"),
    [
        (12, Outlook.PAST, 2024),
        (12, Outlook.AHEAD, 2025),
        (12, Outlook.OPEN, 2025),
        (10, Outlook.PAST, 2025),
        (3, Outlook.PAST, 2025),
        (2, Outlook.AHEAD, 2026),
        (5, Outlook.AHEAD, 2025),
    ],
)
def test_a_month_is_meant_in_the_articles_year_unless_the_text_says_otherwise(
    month: int, outlook: Outlook, year: int
) -> None:
    assert calendar.nearest_month(FRIDAY, month, None, outlook) == Parts(year, month)


@pytest.mark.parametrize(
    ("day", "outlook", "meant"),
    [
        (9, Outlook.PAST, Parts(2025, 10, 9)),
        (11, Outlook.PAST, Parts(2025, 10, 11)),
        (12, Outlook.PAST, Parts(2025, 9, 12)),
        (12, Outlook.OPEN, Parts(2025, 10, 12)),
        (28, Outlook.OPEN, Parts(2025, 9, 28)),
        (28, Outlook.AHEAD, Parts(2025, 10, 28)),
    ],
)
def test_a_day_is_meant_in_the_articles_month_unless_the_text_says_otherwise(
    day: int, outlook: Outlook, meant: Parts
) -> None:
    assert calendar.nearest_day(Parts(2025, 10, 10), day, outlook) == meant


@given(st.dates(date(1900, 1, 1), date(2100, 1, 1)), st.integers(0, 6), st.sampled_from(Outlook))
def test_a_weekday_is_never_a_week_away(day: date, weekday: int, outlook: Outlook) -> None:
    meant = calendar.nearest_weekday(calendar.of_day(day), weekday, outlook).whole()
    assert meant is not None
    assert meant.weekday() == weekday
    assert abs((meant - day).days) < 7
    assert (meant >= day) if outlook is Outlook.AHEAD else (meant <= day)


@pytest.mark.parametrize(
    ("day", "published", "ahead"),
    [
        ("2025-11", "2025-10-31", True),
        ("2025-10", "2025-10-31", False),
        ("2025", "2025-10-31", False),
        ("2025-11", "2025", False),
        ("2025-11", None, False),
    ],
)
def test_a_date_lies_ahead_of_an_article_as_far_as_both_are_precise(
    day: str, published: str | None, ahead: bool
) -> None:
    assert calendar.lies_ahead(day, published) is ahead
