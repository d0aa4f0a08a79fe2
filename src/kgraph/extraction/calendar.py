"""Reckoning with dates that are known in part: a year, a month, or a day."""

from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta
from enum import Enum


class Outlook(Enum):
    """Where a text places what it dates, seen from the day of the article."""

    PAST = "past"
    AHEAD = "ahead"
    OPEN = "open"


# Months and days further ahead than this are not meant where the year or the month is left unsaid.
_MONTHS_AHEAD = 4
_DAYS_AHEAD = 10
# What has happened may be dated a day later than the article, where the sun rises earlier.
_FURTHER_EAST = 1


@dataclass(frozen=True, slots=True)
class Parts:
    """A date as far as it is known."""

    year: int | None = None
    month: int | None = None
    day: int | None = None

    def iso(self) -> str | None:
        """The date as an ISO string, or None where not even the year is known or there is no such day."""
        if self.year is None:
            return None
        if self.month is None:
            return f"{self.year:04}"
        try:
            date(self.year, self.month, self.day or 1)
        except ValueError:
            return None
        return f"{self.year:04}-{self.month:02}" + (f"-{self.day:02}" if self.day else "")

    def whole(self) -> date | None:
        """The day, or None for a date that is less precise."""
        return date.fromisoformat(iso) if self.day and (iso := self.iso()) else None


UNKNOWN = Parts()


def of_iso(iso: str | None) -> Parts:
    """The parts of an ISO string as precise as it is; `UNKNOWN` for None."""
    numbers = [int(part) for part in iso.split("-")] if iso else []
    return Parts(*numbers[:3])


def of_day(day: date) -> Parts:
    """The parts of a day."""
    return Parts(day.year, day.month, day.day)


def years_after(parts: Parts, years: int) -> Parts:
    """The year that lies this many years after that of a date."""
    return Parts(parts.year + years) if parts.year is not None else UNKNOWN


def months_after(parts: Parts, months: int) -> Parts:
    """The month that lies this many months after that of a date."""
    if parts.year is None or parts.month is None:
        return UNKNOWN
    index = parts.year * 12 + parts.month - 1 + months
    return Parts(index // 12, index % 12 + 1)


def days_after(parts: Parts, days: int) -> Parts:
    """The day that lies this many days after another."""
    day = parts.whole()
    return of_day(day + timedelta(days=days)) if day else UNKNOWN


def week_after(parts: Parts, weeks: int, weekday: int | None = None) -> Parts:
    """A weekday (0 for Monday) of the week that lies this many weeks after that of a day.

    Without a weekday it is what all days of the week share: their month, or only their year.
    """
    day = parts.whole()
    if day is None:
        return UNKNOWN
    monday = day + timedelta(days=7 * weeks - day.weekday())
    if weekday is not None:
        return of_day(monday + timedelta(days=weekday))
    sunday = monday + timedelta(days=6)
    return Parts(monday.year, monday.month) if monday.month == sunday.month else UNKNOWN


def nearest_weekday(published: Parts, weekday: int, outlook: Outlook) -> Parts:
    """The next such day where it lies ahead, else the last one; the day of the article itself counts as either."""
    day = published.whole()
    if day is None:
        return UNKNOWN
    ahead = (weekday - day.weekday()) % 7
    back = (day.weekday() - weekday) % 7
    return of_day(day + timedelta(days=ahead if outlook is Outlook.AHEAD else -back))


def nearest_month(published: Parts, month: int, day: int | None, outlook: Outlook) -> Parts:
    """A month, perhaps with a day, whose year is left unsaid: as a rule it is that of the article."""
    if published.year is None:
        return UNKNOWN
    passed = _has_come(published, month, day)
    ahead = (month - (published.month or 12)) % 12
    year = published.year
    if passed and outlook is Outlook.AHEAD and 0 < ahead <= _MONTHS_AHEAD:
        year += 1
    elif not passed and _is_back(outlook, ahead > _MONTHS_AHEAD):
        year -= 1
    return Parts(year, month, day)


def nearest_day(published: Parts, day: int, outlook: Outlook) -> Parts:
    """A day whose month is left unsaid: as a rule it is that of the article."""
    today = published.whole()
    if today is None:
        return Parts(published.year, published.month, day) if published.month else UNKNOWN
    to_come = (day - today.day) % monthrange(today.year, today.month)[1]
    months = 0
    if day < today.day and outlook is Outlook.AHEAD and to_come <= _DAYS_AHEAD:
        months = 1
    elif day > today.day + _FURTHER_EAST and _is_back(outlook, to_come > _DAYS_AHEAD):
        months = -1
    month = months_after(published, months)
    return Parts(month.year, month.month, day)


def _has_come(published: Parts, month: int, day: int | None) -> bool:
    """Whether a month or day of the article's year has come."""
    today = published.whole()
    if day is None or today is None:
        return month <= (published.month or 12)
    latest = today + timedelta(days=_FURTHER_EAST)
    return (today.year, month, day) <= (latest.year, latest.month, latest.day)


def _is_back(outlook: Outlook, far: bool) -> bool:
    """Whether what is not yet due is meant as past: where the text says so, or says nothing and it were far ahead."""
    return outlook is Outlook.PAST or (outlook is Outlook.OPEN and far)


def lies_ahead(date: str, published: str | None) -> bool:
    """「米国は来月、インドと会談する」: whether a date is later than the article, as far as both are precise."""
    precise = min(len(date), len(published or ""))
    return bool(published) and date[:precise] > (published or "")[:precise]
