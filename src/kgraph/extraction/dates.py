"""The component `kgraph_dates`: dates said in the text, as ISO strings as precise as the text allows.

Dates that lean on something (5月, 15日, 同年12月, 先月17日, 前日, 3日前) lean on the article's own date
(`doc._.published`) or on the date said last, and stay unsaid where there is neither. A range is dated by its start.
"""

import re
from collections.abc import Callable, Iterable, Iterator
from functools import partial

from spacy.language import Language
from spacy.tokens import Doc

from kgraph.extraction import reckoning as words
from kgraph.extraction.calendar import UNKNOWN, Outlook, Parts, of_iso
from kgraph.extraction.document import Date, register
from kgraph.extraction.numerals import in_figures
from kgraph.extraction.reckoning import Around, Reckoner
from kgraph.extraction.tenses import outlook
from kgraph.lexicon import table


def _any(*tables: Iterable[str]) -> str:
    """A pattern for any of the words, the longest first where one begins another."""
    return "|".join(sorted((re.escape(word) for each in tables for word in each), key=lambda word: (-len(word), word)))


_WORDS: dict[str, list[str]] = table("dates")["words"]
_DASH = "[~〜～–—-]"
_JOINT = rf"(?:{_DASH}|・|、|と|から|および|及び)"
_NO_YEAR, _NO_DAY = _any(_WORDS["no_year"]), _any(_WORDS["no_day"])
_COUNT = r"(?<!\d)(?P<count>\d{1,3})(?P<unit>年|[カか箇ヵケヶ]月|週間|日)(?P<side>前(?!後)|後(?!半))"
_SPAN = rf"(?:{_any(_WORDS['up_to_now'])})(?P<span>\d{{1,3}})(?P<span_unit>時間|日|週|[カか箇ヵケヶ]月|年)間?"
_YEAR = (
    rf"(?:(?P<year>(?<!\d)(?:1[6-9]|20)\d\d)(?:年(?!{_NO_YEAR})|(?={_DASH}(?:1[6-9]|20)?\d\d年))"
    rf"|(?P<era>{_any(words.ERAS)})(?P<of_era>\d{{1,2}}|元)年"
    rf"|(?P<two_digits>(?<!\d)\d\d)年(?!{_NO_YEAR}|前|後)"
    rf"|(?P<year_word>{_any(words.YEARS, words.AFTER_LAST_YEAR)})(?!同[期月]|[比度並]))"
)
_MONTH = (
    rf"(?:(?P<month>(?<![\d.,])\d{{1,2}})(?:月(?!{_any(_WORDS['no_month'])})|(?={_DASH}\d{{1,2}}月))"
    rf"|(?P<month_word>{_any(words.MONTHS, words.AFTER_LAST_MONTH)}))"
)
_NUMBER = r"(?:3[01]|[12]\d|0?[1-9])"
_WEEKDAY = f"[{words.WEEKDAYS}]"
_DAY = (
    rf"(?P<day>(?<![\d.,]){_NUMBER})(?:日(?!{_NO_DAY})|(?={_JOINT}{_NUMBER}日(?!{_NO_DAY})))"
    rf"(?:{_WEEKDAY}曜日?|[((]{_WEEKDAY}(?:曜日?)?[))])?"
    rf"|(?P<day_word>{_any(words.DAYS, words.AFTER_LAST_DAY)})"
    rf"|(?P<named>{_any(words.NAMED)})|(?P<weekday>{_WEEKDAY})曜日?(?!会)"
)
# Every part may be missing: an empty match is no date.
_SPOKEN = re.compile(
    rf"(?:{_SPAN})|(?:(?:{_COUNT}|{_YEAR})(?:(?P<year_end>末)|の(?=\d|{_any(words.NAMED)}))?)?"
    rf"(?:(?P<same>[同翌本])(?=\d{{1,2}}[月日]))?(?:{_MONTH}(?:の(?=\d))?)?"
    rf"(?:(?P<week_word>{_any(words.WEEKS, words.AFTER_LAST_WEEK)})(?:の(?={_WEEKDAY}曜|\d))?)?(?:{_DAY})?"
)
_WRITTEN = re.compile(r"(?<!\d)(?P<year>(?:19|20)\d\d)[-/.](?P<month>\d{1,2})[-/.](?P<day>\d{1,2})(?!\d)")
_TO = re.compile(rf"(?:{_JOINT})(?=\d)|から")
# A date in brackets at the head of a paragraph, or in a last line of its own, is that of the article.
_DATELINE = re.compile(r"^[\[【((<][^\]】))>\n]{0,30}[\]】))>]|\n[^\n]{0,24}\s*\Z", re.MULTILINE)
_GROUPS = dict.fromkeys(_SPOKEN.groupindex)
# How much of the text around a date its reading may depend on.
_AROUND = 4


class DateFinder:
    """Finds the dates of an article and leaves them on `doc._.dates`, in the order of the text."""

    def __call__(self, doc: Doc) -> Doc:
        """Annotates the Doc."""
        published = of_iso(doc._.published or _dateline(doc.text))
        doc._.dates = list(self.find(doc.text, published, partial(outlook, doc)))
        return doc

    def find(self, text: str, published: Parts, outlook: Callable[[int, int], Outlook]) -> Iterator[Date]:
        """The dates of `text`, leaning on `published` where they need to.

        `outlook` is asked for the start and end of dates that say too little: whether they lie ahead.
        """
        text, places = in_figures(text)
        datelines = [line.span() for line in _DATELINE.finditer(text)]
        reckoner = Reckoner(published)
        position = last = 0
        while match := _next(text, position):
            start, end = match.span()
            around = Around(
                since_last=text[last:start],
                before=text[max(0, start - _AROUND) : start],
                behind=text[end : end + _AROUND],
                outlook=partial(outlook, places[start], places[end]),
                in_dateline=any(first <= start < behind for first, behind in datelines),
            )
            iso = reckoner({**_GROUPS, **match.groupdict()}, around).iso()
            position = end
            if iso:
                position = last = _end_of_range(text, end)
                yield Date(places[start], places[position], iso)


def _next(text: str, position: int) -> re.Match[str] | None:
    written = _WRITTEN.search(text, position)
    spoken = next((m for m in _SPOKEN.finditer(text, position) if m.end() > m.start()), None)
    if written and (spoken is None or written.start() <= spoken.start()):
        return written
    return spoken


def _end_of_range(text: str, end: int) -> int:
    """Where a date ends that begins a range: 「2019~2023年」「15、16日」「3月から5月」."""
    to = _TO.match(text, end)
    if to is None or (text[end - 1] in "年月日" and to.group() == "、"):
        return end
    until = _SPOKEN.match(text, to.end())
    return until.end() if until and until.end() > until.start() else end


def _dateline(text: str) -> str | None:
    """The first whole date of a dateline, for articles that have no other date."""
    for line in _DATELINE.finditer(text):
        dates = DateFinder().find(line.group(), UNKNOWN, lambda *_: Outlook.OPEN)
        if day := next((one.iso for one in dates if len(one.iso) == 10), None):
            return day
    return None


@Language.factory("kgraph_dates")
def create(nlp: Language, name: str) -> DateFinder:  # noqa: ARG001
    """The component; it needs nothing before it."""
    register()
    return DateFinder()
