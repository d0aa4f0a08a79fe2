"""What a date said in a text means: what it leaves unsaid comes from the article's date or the date said last."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from kgraph.extraction.calendar import (
    UNKNOWN,
    Outlook,
    Parts,
    days_after,
    months_after,
    nearest_day,
    nearest_month,
    nearest_weekday,
    week_after,
    years_after,
)
from kgraph.lexicon import table

_TABLE = table("dates")
ERAS: dict[str, int] = _TABLE["eras"]
YEARS: dict[str, int] = _TABLE["years"]
MONTHS: dict[str, int] = _TABLE["months"]
WEEKS: dict[str, int] = _TABLE["weeks"]
DAYS: dict[str, int] = _TABLE["days"]
AFTER_LAST_YEAR: dict[str, int] = _TABLE["years_after_last"]
AFTER_LAST_MONTH: dict[str, int] = _TABLE["months_after_last"]
AFTER_LAST_WEEK: dict[str, int] = _TABLE["weeks_after_last"]
AFTER_LAST_DAY: dict[str, int] = _TABLE["days_after_last"]
NAMED: dict[str, str] = _TABLE["named"]
_ROUGHLY = tuple(_TABLE["words"]["roughly"])
_FROM_ARTICLE = tuple(_TABLE["words"]["from_article"])
_LENGTHS = tuple(_TABLE["words"]["lengths"])
_FROM_LAST = tuple(_TABLE["words"]["from_last"])
WEEKDAYS = "月火水木金土日"
# Two digits stand for a year of this century up to so many years after the one said last.
_SHORT_YEARS = 30

# 「選挙の翌日」「発足前日」 count from what is named.
_ENDS_IN_NOUN = re.compile(r"[一-龠々ァ-ヶー]の?$")

Groups = Mapping[str, str | None]
_After = Callable[[Parts, int], Parts]


def _weeks_after(parts: Parts, weeks: int) -> Parts:
    return days_after(parts, 7 * weeks)


_UNITS: dict[str, _After] = {"年": years_after, "週": _weeks_after, "日": days_after}
_MONTH_UNITS = "カか箇ヵケヶ"
_UNITS |= dict.fromkeys(_MONTH_UNITS, months_after)


@dataclass(frozen=True, slots=True)
class Around:
    """What stands around a date: the text since the date said last, the words at both its sides, and when it lies."""

    since_last: str
    before: str
    behind: str
    outlook: Callable[[], Outlook]
    in_dateline: bool = False

    @property
    def in_sentence(self) -> bool:
        """Whether the date said last stands in the same sentence."""
        return not any(mark in self.since_last for mark in "。\n」")

    @property
    def begins_line(self) -> bool:
        """Whether nothing but a mark stands before the date in its line."""
        return not self.before.rpartition("\n")[2].strip(_MARKS)

    @property
    def begins_item(self) -> bool:
        """Whether the date begins an item of a list: 「・15日 …」."""
        return self.begins_line and self.before.rpartition("\n")[2].strip() != ""

    @property
    def in_list(self) -> bool:
        """Whether the date begins a line, or all lines begun since the date said last are items of a list."""
        return self.begins_line or all(line.strip()[:1] in _MARKS for line in self.since_last.split("\n")[1:])

    @property
    def ends_line(self) -> bool:
        """Whether nothing stands behind the date in its line."""
        return not self.behind.partition("\n")[0].strip(_MARKS)

    @property
    def nearby(self) -> bool:
        """Whether the date said last stands in the same sentence or the one before."""
        return not any(mark in self.since_last for mark in "\n」") and self.since_last.count("。") <= 1


# What may set off a date that stands in a line of its own.
_MARKS = " 　■□◆◇●○▽▼・-*#【】[]<>〈〉()（）:→⇒⇨"


class Reckoner:
    """Reckons the dates of one text, one after the other."""

    def __init__(self, published: Parts) -> None:
        self._published = published
        # きょう is the day of writing, which a dateline gives where the article comes out a day later.
        self._today = published
        self._last = published
        self._year_said = False
        self._chronicle = False

    def __call__(self, groups: Groups, around: Around) -> Parts:
        """The date that the parts of an expression give; `UNKNOWN` where there is nothing to lean on."""
        parts = self._resolve(groups, around)
        if parts.iso() is None:
            return UNKNOWN
        if around.in_dateline and parts in (days_after(self._published, -1), days_after(self._published, -2)):
            self._today = parts
        told = bool(groups["year"] or groups["era"] or groups["two_digits"] or groups["year_word"])
        # 「2015年の核合意」 names a thing; what is told goes on in its own year.
        self._year_said = (told and not around.behind.startswith("の")) or (self._year_said and around.in_sentence)
        self._last = parts
        # 「■2016年」「・23年7月26日 …」: the lines below go on in that year, as long as they are those of a list.
        heads = told and around.begins_line and (around.ends_line or around.begins_item)
        self._chronicle = heads or (self._chronicle and around.in_list)
        return parts

    def _resolve(self, groups: Groups, around: Around) -> Parts:
        if around.before.endswith(_ROUGHLY):
            return UNKNOWN
        if groups["span"]:
            return self._up_to_now(groups)
        if groups["count"] and not (groups["month"] or groups["day"]):
            return self._counted(groups, around)
        if word := groups["day_word"]:
            return self._word(word, DAYS, AFTER_LAST_DAY, days_after, around)
        if (groups["week_word"] or groups["weekday"]) and not groups["day"]:
            return self._of_week(groups, around)
        month, day = self._month_and_day(groups)
        if word := groups["month_word"]:
            return _with_day(self._word(word, MONTHS, AFTER_LAST_MONTH, months_after, around), day)
        if groups["same"] == "翌":
            return self._next(month, day)
        if groups["same"] == "同":
            return Parts(self._last.year, month or self._last.month, day) if month or day else UNKNOWN
        if _says_year(groups):
            year = self._year(groups, around)
            return Parts(year, month, day) if year is not None else UNKNOWN
        return self._without_year(month, day, around)

    def _month_and_day(self, groups: Groups) -> tuple[int | None, int | None]:
        if groups["named"]:
            month, _, day = NAMED[groups["named"]].partition("-")
            return int(month), _number(day)
        return 12 if groups["year_end"] else _number(groups["month"]), _number(groups["day"])

    def _counted(self, groups: Groups, around: Around) -> Parts:
        """3日前, 2カ月前, 1年後: 前 counts from the article, 後 and その…前 from the date said last."""
        ago = groups["side"] == "前"
        if not ago or around.before.endswith(_FROM_LAST):
            base = self._last
        else:
            base = self._published if not around.before or around.before.endswith(_FROM_ARTICLE) else UNKNOWN
        count = int(groups["count"] or 0) * (-1 if ago else 1)
        return _UNITS[(groups["unit"] or "")[0]](base, count)

    def _up_to_now(self, groups: Groups) -> Parts:
        """過去48時間, ここ1週間: what their first and last day share."""
        count, unit = int(groups["span"] or 0), groups["span_unit"] or ""
        days = -(-count // 24) if unit == "時間" else count
        start = _UNITS["日" if unit == "時間" else unit[0]](self._published, -days)
        if start.year is None or start.year != self._published.year:
            return UNKNOWN
        return Parts(start.year, start.month if start.month == self._published.month else None)

    def _next(self, month: int | None, day: int | None) -> Parts:
        """翌8月, 翌22日: the next such month or day after the date said last."""
        last = self._last
        if month is not None and last.month is not None and last.year is not None:
            return Parts(last.year + (month <= last.month), month, day)
        if day is None or last.day is None:
            return UNKNOWN
        of = months_after(last, 0 if day > last.day else 1)
        return Parts(of.year, of.month, day)

    def _word(
        self, word: str, from_article: dict[str, int], from_last: dict[str, int], after: _After, around: Around
    ) -> Parts:
        if word in from_last:
            named = from_last[word] and _ENDS_IN_NOUN.search(around.before)
            return UNKNOWN if named else after(self._last, from_last[word])
        return after(self._today, from_article[word])

    def _of_week(self, groups: Groups, around: Around) -> Parts:
        weekday = WEEKDAYS.index(day) if (day := groups["weekday"]) else None
        word = groups["week_word"]
        if word:
            base, weeks = (self._last, AFTER_LAST_WEEK) if word in AFTER_LAST_WEEK else (self._published, WEEKS)
            return week_after(base, weeks[word], weekday)
        return nearest_weekday(self._published, weekday or 0, around.outlook())

    def _year(self, groups: Groups, around: Around) -> int | None:
        if text := groups["year"]:
            return int(text)
        if era := groups["era"]:
            of_era = groups["of_era"] or "元"
            return ERAS[era] + (1 if of_era == "元" else int(of_era))
        if text := groups["two_digits"]:
            return self._of_two_digits(int(text), groups, around)
        if groups["count"]:
            return self._counted(groups, around).year
        return self._word(groups["year_word"] or "", YEARS, AFTER_LAST_YEAR, years_after, around).year

    def _of_two_digits(self, digits: int, groups: Groups, around: Around) -> int | None:
        year = (1900 if digits > 60 else 2000) + digits
        if groups["month"] or groups["year_end"] or around.behind.startswith(("春", "夏", "秋", "冬")):
            return year
        last = self._last.year or year
        continues = self._year_said and around.nearby and last < year <= last + _SHORT_YEARS
        past = year <= (self._published.year or 0) and around.behind.startswith("に")
        return year if continues or (past and not around.behind.startswith(_LENGTHS)) else None

    def _without_year(self, month: int | None, day: int | None, around: Around) -> Parts:
        """A month or a day goes on from the date said last in the sentence, or is the one nearest to the article."""
        last, goes_on = self._last, self._goes_on(around)
        if month is not None:
            if goes_on and (month >= (last.month or 1) or (self._chronicle and around.begins_line)):
                return Parts(last.year, month, day)
            return nearest_month(self._published, month, day, around.outlook())
        if day is None:
            return UNKNOWN
        told = around.in_sentence or (around.nearby and last.whole() is not None and self._has_come(last))
        if last.month and (goes_on or (last.day and told)) and day >= (last.day or 1):
            return Parts(last.year, last.month, day)
        return nearest_day(self._published, day, around.outlook())

    def _has_come(self, day: Parts) -> bool:
        """Whether a day is not ahead of the article."""
        return (day.iso() or "") <= (self._published.iso() or "")

    def _goes_on(self, around: Around) -> bool:
        if self._published.year is None or (self._chronicle and around.in_list):
            return True
        told = self._last.month is not None and (self._last.year or 0) <= self._published.year
        return self._year_said and (around.in_sentence or (around.nearby and told))


def _says_year(groups: Groups) -> bool:
    return any(groups[name] for name in ("year", "era", "two_digits", "year_word", "count"))


def _with_day(month: Parts, day: int | None) -> Parts:
    return Parts(month.year, month.month, day) if month.month else UNKNOWN


def _number(digits: str | None) -> int | None:
    return int(digits) if digits else None
