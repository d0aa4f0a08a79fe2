"""The component `kgraph_dates`: dates said in the text, as ISO strings as precise as the text allows.

Dates that lean on something (5月, 15日, 同年12月, 先月17日, 前日) lean on the article's own date
(`doc._.published`) or on the date said last, and stay unsaid where there is neither.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from spacy.language import Language
from spacy.tokens import Doc

from kgraph.extraction.document import Date, register
from kgraph.lexicon import table

_TABLE = table("dates")
ERAS: dict[str, int] = _TABLE["eras"]
YEARS: dict[str, int] = _TABLE["years"]
MONTHS: dict[str, int] = _TABLE["months"]
DAYS: dict[str, int] = _TABLE["days"]
AFTER_LAST_YEAR: dict[str, int] = _TABLE["years_after_last"]
AFTER_LAST_MONTH: dict[str, int] = _TABLE["months_after_last"]
AFTER_LAST_DAY: dict[str, int] = _TABLE["days_after_last"]


def _any(*words: Iterable[str]) -> str:
    return "|".join(word for table in words for word in table)


_WORDS: dict[str, list[str]] = _TABLE["words"]
_YEAR = (
    r"(?:(?P<year>(?:19|20)\d\d)(?:年|(?=[~〜-](?:19|20)?\d\d年))"
    rf"|(?P<era>{_any(ERAS)})(?P<of_era>\d{{1,2}}|元)年"
    rf"|(?P<two_digits>(?<!\d)\d\d)年(?=\d{{1,2}}月)|(?P<year_word>{_any(YEARS, AFTER_LAST_YEAR)}))"
)
_MONTH = (
    rf"(?:(?P<month>(?<!\d)\d{{1,2}})月(?!{_any(_WORDS['no_month'])})"
    rf"|(?P<month_word>{_any(MONTHS, AFTER_LAST_MONTH)}))"
)
_DAY = (
    rf"(?:(?P<day>(?<![\d.,第約])(?:0?[1-9]|[12]\d|3[01]))日(?!{_any(_WORDS['no_day'])})"
    rf"|(?P<day_word>{_any(DAYS, AFTER_LAST_DAY)}))"
)
# Every part may be missing: an empty match is no date.
_SPOKEN = re.compile(rf"(?:{_YEAR}の?)?(?:{_MONTH}の?)?{_DAY}?")
_WRITTEN = re.compile(r"(?<!\d)(?P<year>(?:19|20)\d\d)[-/.](?P<month>\d{1,2})[-/.](?P<day>\d{1,2})(?!\d)")
_AHEAD = re.compile(rf"[^。\n]{{0,80}}?(?:{_any(_WORDS['ahead'])})")


@dataclass(frozen=True, slots=True)
class _Parts:
    """A date as far as it is known."""

    year: int | None
    month: int | None = None
    day: int | None = None

    def iso(self) -> str | None:
        if self.year is None:
            return None
        if self.month is None:
            return f"{self.year:04}"
        try:
            date(self.year, self.month, self.day or 1)
        except ValueError:
            return None
        return f"{self.year:04}-{self.month:02}" + (f"-{self.day:02}" if self.day else "")


class DateFinder:
    """Finds the dates of an article and leaves them on `doc._.dates`, in the order of the text."""

    def __call__(self, doc: Doc) -> Doc:
        """Annotates the Doc."""
        published = _anchor(doc._.published)
        doc._.dates = list(self.find(doc.text, published))
        return doc

    def find(self, text: str, published: date | None) -> Iterator[Date]:
        """The dates of `text`, leaning on `published` where they need to."""
        last = _Parts(published.year, published.month, published.day) if published else _Parts(None)
        position = 0
        while match := _next(text, position):
            position = max(match.end(), position + 1)
            ahead = _AHEAD.match(text, match.end()) is not None
            parts = _resolve(match.groupdict(), last, published, ahead)
            if parts and (iso := parts.iso()):
                last = parts
                yield Date(match.start(), match.end(), iso)


def _next(text: str, position: int) -> re.Match[str] | None:
    written = _WRITTEN.search(text, position)
    spoken = next((m for m in _SPOKEN.finditer(text, position) if m.end() > m.start()), None)
    if written and (spoken is None or written.start() <= spoken.start()):
        return written
    return spoken


def _resolve(groups: dict[str, str | None], last: _Parts, published: date | None, ahead: bool) -> _Parts | None:
    if word := groups.get("day_word"):
        return _day_of_word(word, last, published)
    year = _year(groups, last, published)
    month = int(m) if (m := groups.get("month")) else None
    day = int(d) if (d := groups.get("day")) else None
    if word := groups.get("month_word"):
        base = _month_after(last, AFTER_LAST_MONTH[word]) if word in AFTER_LAST_MONTH else None
        if base is None and published and word in MONTHS:
            base = _month_after(_Parts(published.year, published.month), MONTHS[word])
        return _Parts(base.year, base.month, day) if base else None
    if year is not None:
        return _Parts(year, month, day)
    return _nearest(month, day, published, last, ahead)


def _year(groups: dict[str, str | None], last: _Parts, published: date | None) -> int | None:
    if text := groups.get("year"):
        return int(text)
    if era := groups.get("era"):
        of_era = groups["of_era"] or "元"
        return ERAS[era] + (1 if of_era == "元" else int(of_era))
    if text := groups.get("two_digits"):
        return (1900 if int(text) > 60 else 2000) + int(text)
    word = groups.get("year_word")
    if word in AFTER_LAST_YEAR and last.year:
        return last.year + AFTER_LAST_YEAR[word]
    return published.year + YEARS[word] if published and word in YEARS else None


def _nearest(month: int | None, day: int | None, published: date | None, last: _Parts, ahead: bool) -> _Parts | None:
    """A month or day without a year: the latest one not after the article, or, if it lies ahead, the next."""
    if published is None:
        return _Parts(last.year, month or last.month, day) if last.year else None
    if month is not None:
        past = (month, day or 1) <= (published.month, published.day)
        return _Parts(published.year if past else published.year + (0 if ahead else -1), month, day)
    if day is None:
        return None
    back = day > published.day and not ahead
    base = _month_after(_Parts(published.year, published.month), -1 if back else 0)
    return _Parts(base.year, base.month, day) if base else None


def _month_after(parts: _Parts, months: int) -> _Parts | None:
    if parts.year is None or parts.month is None:
        return None
    index = parts.year * 12 + parts.month - 1 + months
    return _Parts(index // 12, index % 12 + 1)


def _day_of_word(word: str, last: _Parts, published: date | None) -> _Parts | None:
    if word in AFTER_LAST_DAY:
        base, days = _anchor(last.iso() if last.day else None), AFTER_LAST_DAY[word]
    else:
        base, days = published, DAYS[word]
    if base is None:
        return None
    found = base + timedelta(days=days)
    return _Parts(found.year, found.month, found.day)


def _anchor(iso: str | None) -> date | None:
    """A whole date, or None for one that is less precise."""
    return date.fromisoformat(iso) if iso and len(iso) == 10 else None


@Language.factory("kgraph_dates")
def create(nlp: Language, name: str) -> DateFinder:  # noqa: ARG001
    """The component; it needs nothing before it."""
    register()
    return DateFinder()
