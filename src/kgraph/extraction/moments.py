"""The day that a text goes on about from sentence to sentence."""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from spacy.tokens import Doc, Span

from kgraph.extraction import phrases
from kgraph.extraction.calendar import days_after, lies_ahead, of_iso
from kgraph.extraction.tenses import has_happened
from kgraph.extraction.times import Time
from kgraph.lexicon import table

_WORDS: dict[str, list[str]] = table("dates")["words"]
_GOES_ON = tuple(_WORDS["goes_on"])
_THAT_DAY = tuple(_WORDS["that_day"])
# 「▽同22時 …」「▽昼 …」: another hour of the day.
_HOUR = re.compile(rf"(?:同?\d{{1,2}}時|{'|'.join(_WORDS['hours'])})[^\s、。]{{0,4}}(?:\s|$)")
_MARKS = "・▽▼■□◆◇●○-*→⇒⇨ 　"
# An article tells of days no further back than this, unless it says which.
_FEW_DAYS = 4
_OPENING, _CLOSING = ("「", "『", "“"), ("」", "』", "”")
# A day holds for so many sentences that say no time, a month or a year for one.
_CARRIED = 4
# The length of an ISO date that gives a day.
DAY = len("2025-01-01")


@dataclass(frozen=True, slots=True)
class _Moment:
    """A date, and for how many sentences it has not been said; `heading` tells that it stands above them in a line."""

    iso: str
    age: int = 0
    heading: bool = False


def moments(doc: Doc, times: Mapping[int, Sequence[Time]], quotation: Callable[[int], int | None]) -> dict[int, str]:
    """The date that the text goes on about as a sentence begins, by the sentence's first token.

    `times` are those of each sentence, by the same token; `quotation` tells which quotation a token stands in.
    """
    found: dict[int, str] = {}
    moment: _Moment | None = None
    news: _Moment | None = None
    end = 0
    for sentence in doc.sents:
        if sentence[0].is_space:
            continue
        said = [time for time in times.get(sentence.start, ()) if quotation(time.first) is None]
        between, end = doc.text[end : sentence.start_char], sentence.end_char
        if moment and not _is_close(moment, between, sentence):
            moment = None
        if moment is None and "\n" in between and not said and _takes_up_news(sentence):
            moment = news
        if day := _that_day(doc, said) or (moment.iso if moment else None):
            found[sentence.start] = day
        moment = _after(moment, sentence, said)
        news = news or (moment if moment and is_news(moment.iso, doc) else None)
    return found


def is_news(day: str, doc: Doc) -> bool:
    """Whether a day is but a few before the article: it is what the article is about, from paragraph to paragraph."""
    published = of_iso(doc._.published)
    return day in (days_after(published, -ago).iso() for ago in range(_FEW_DAYS))


def quotations(doc: Doc) -> Iterator[tuple[int, int]]:
    """The brackets that quote what somebody says, as pairs of tokens; others only set off a word."""
    for start, end in phrases.brackets(doc, _OPENING, _CLOSING):
        behind = doc[end + 1].text if end + 1 < len(doc) else ""
        if behind.startswith(("と", "など")) or any(token.text == "。" for token in doc[start:end]):
            yield start, end


def _after(moment: _Moment | None, sentence: Span, said: Sequence[Time]) -> _Moment | None:
    """The day that the text goes on about behind a sentence."""
    published = sentence.doc._.published
    if heading := _heading(sentence, said):
        return _Moment(heading, heading=True) if heading != published else moment
    main = [time for time in said if time.until == sentence.end - 1 or _is_predicate(time, sentence)]
    if main and not lies_ahead(main[-1].iso or "", published):
        return _Moment(main[-1].iso) if main[-1].iso else None
    if moment and (moment.heading or is_news(moment.iso, sentence.doc)):
        return moment
    if moment is None or len(moment.iso) < DAY or moment.age + 1 >= _CARRIED:
        return None
    return replace(moment, age=moment.age + 1)


def _is_predicate(time: Time, sentence: Span) -> bool:
    """Whether a sentence says of something that it was then: 「…土曜日のことだ」「始まったのは2022年2月だった」."""
    root = sentence.root
    return time.iso is not None and ((root.i == time.of and root.text == "こと") or time.first <= root.i <= time.last)


def _heading(line: Span, said: Sequence[Time]) -> str | None:
    """The date that a line consists of: 「■8月3日」."""
    words = [token.i for token in line if not (token.is_punct or token.is_space or token.pos_ == "SYM")]
    return next((time.iso for time in said if words and (time.first, time.last) == (words[0], words[-1])), None)


def _is_close(moment: _Moment, between: str, sentence: Span) -> bool:
    """Whether a sentence goes on where the one before stopped: in its paragraph, or with a word that says so."""
    if "\n" not in between or (moment.heading and "\n\n" not in between):
        return True
    if len(moment.iso) < DAY:
        return False
    begins = _begins(sentence)
    return begins.startswith(_GOES_ON) or _HOUR.match(begins) is not None or is_news(moment.iso, sentence.doc)


def _takes_up_news(sentence: Span) -> bool:
    """Whether a paragraph that begins so tells again of the day that the article is about: 「両首脳は…」「…した。」"""
    return _begins(sentence).startswith(_GOES_ON) or has_happened(sentence.root)


def _that_day(doc: Doc, said: Sequence[Time]) -> str | None:
    """The day that a sentence speaks of as the one that the text is at: 「同日」, in whichever of its clauses."""
    return next((time.iso for time in said if time.iso and doc[time.first].text.startswith(_THAT_DAY)), None)


def _begins(sentence: Span) -> str:
    return sentence.text.lstrip(_MARKS)
