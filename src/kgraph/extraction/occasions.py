"""Events that a noun tells of by itself: those with a name of their own, and what happens in one country."""

import re
from collections.abc import Iterable, Iterator

from spacy.tokens import Doc, Token

from kgraph.extraction.document import Telling
from kgraph.lexicon.events import EventWords
from kgraph.models import Participant
from kgraph.ontology import EntityType, Status

# How many characters may stand between a country and what happens there.
_NEAR = 6


class Occasions:
    """Finds named events, and dated elections, coups and the like."""

    def __init__(self, words: EventWords) -> None:
        self._known = words.known
        self._kinds = words.occasions
        self._nouns = re.compile("|".join(sorted(map(re.escape, words.occasions), key=lambda word: (-len(word), word))))

    def named(self, doc: Doc) -> Iterator[Telling]:
        """The events that the article calls by a name of their own: 「ウクライナ侵攻」."""
        for event in self._known:
            parts = tuple(Participant(entity=key, role=role) for key, role in event.parts if key in doc._.actors)
            start = doc.text.find(event.name)
            if start >= 0 and parts:
                end = start + len(event.name)
                yield Telling(event.type, event.date, None, Status.ASSERTED, parts, (), start, end, event.name)

    def dated(self, doc: Doc) -> Iterator[Telling]:
        """What happens in a country on a date: 「昨年のロシア大統領選」."""
        for match in self._nouns.finditer(doc.text):
            span = doc.char_span(match.start(), match.end(), alignment_mode="expand")
            assert span is not None
            date, country = _date_before(doc, span[0]), _country_before(doc, span[0])
            if date and country:
                part = Participant(entity=country, role="source")
                kind, status = self._kinds[match.group()], _status(doc, date)
                yield Telling(kind, date, None, status, (part,), (), *match.span(), match.group())


def is_inside(one: Telling, named: Iterable[Telling]) -> bool:
    """Whether a telling stands in the name of an event: 侵攻 of ウクライナ侵攻."""
    return any(other.type is one.type and other.start <= one.start < other.end for other in named)


def _date_before(doc: Doc, token: Token) -> str | None:
    """The last date that the sentence says before a word."""
    dates = [one.iso for one in doc._.dates or () if token.sent.start_char <= one.start < token.idx]
    return dates[-1] if dates else None


def _country_before(doc: Doc, token: Token) -> str | None:
    """The country named right before a word, or right before what belongs to it: ロシア|大統領選, 米国の大統領選."""
    first = max(token.idx - _NEAR, token.sent.start_char)
    near = [name for name in doc._.names if first <= name.end <= token.idx]
    return next((name.key for name in reversed(near) if name.type is EntityType.COUNTRY), None)


def _status(doc: Doc, date: str) -> Status:
    ahead = doc._.published is not None and date[: len(doc._.published)] > doc._.published[: len(date)]
    return Status.PLANNED if ahead else Status.ASSERTED
