"""Which date a statement gets: that of its own noun or clause, else one that its sentence or the text goes on with."""

from collections import defaultdict
from dataclasses import replace

from spacy.tokens import Doc, Span, Token

from kgraph.extraction.calendar import Outlook, days_after, lies_ahead, of_iso
from kgraph.extraction.moments import DAY, is_news, moments, quotations
from kgraph.extraction.predicates import Found
from kgraph.extraction.syntax import Syntax
from kgraph.extraction.tenses import Link, has_happened, is_past, link, tense
from kgraph.extraction.times import Time, times
from kgraph.lexicon.relations import Grammar
from kgraph.ontology import Quad, RelationType, Status

_ATTITUDES = (Quad.VERBAL_COOPERATION, Quad.VERBAL_CONFLICT)
_DEALINGS = (RelationType.NEGOTIATION, RelationType.AGREEMENT)
_ARGUMENTS = ("を", "に", "への", "に対し", "の", "と")
_TOPICS = ("をめぐり", "として")


def attitudes(grammar: Grammar) -> frozenset[str]:
    """The words by which somebody takes a stand on what another does: 非難, 支持, 要求."""
    return frozenset(
        word
        for word, predicates in grammar.predicates.items()
        if any(p.type.spec.quad in _ATTITUDES and p.type not in _DEALINGS for p in predicates)
    )


class Dating:
    """The dates of the statements of one text; `attitudes` are the words that take a stand (see `attitudes`)."""

    def __init__(self, syntax: Syntax, attitudes: frozenset[str]) -> None:
        self._syntax = syntax
        self._published: str | None = syntax.doc._.published
        self._attitudes = attitudes
        self._quotations = list(quotations(syntax.doc))
        self._times: defaultdict[int, list[Time]] = defaultdict(list)
        for time in times(syntax.doc):
            self._times[syntax.doc[time.first].sent.start].append(time)
        self._moments = moments(syntax.doc, self._times, self._quotation)
        self._lead = _lead(syntax.doc)

    def of(self, found: Found, status: Status) -> tuple[str | None, Status]:
        """The date of what a predicate states, and its status, which a date that lies ahead makes planned."""
        date = self._said(found)
        if date is None and not self._is_timed(found) and _is_told(found, status):
            date = self._carried(found)
        date = date or self._of_lead(found)
        if date is None:
            return None, status
        if lies_ahead(date, self._published):
            if is_past(found.carrier):
                return (date if _is_next_day(date, self._published) else None), status
            return date, Status.PLANNED if status is Status.ASSERTED else status
        return date, status

    def _said(self, found: Found) -> str | None:
        sentence = found.token.sent
        near = self._times[sentence.start]
        named = _named_by(found)
        beside = [time for time in near if time.of in named]
        if beside:
            return beside[-1].iso
        reaching = [time for time in near if self._reaches(time, found)]
        if reaching:
            return reaching[-1].iso
        before = [time for time in near if time.of is None and self._precedes(time, found)]
        return before[-1].iso if before else None

    def _precedes(self, time: Time, found: Found) -> bool:
        word = found.carrier
        describes = word.left_edge.i > time.last and link(word) is Link.RELATIVE
        return time.last < word.i and not describes

    def _is_timed(self, found: Found) -> bool:
        """Whether the clause has a time of its own, with a date or without: その後."""
        return any(time.last < found.carrier.i <= time.until for time in self._times[found.token.sent.start])

    def _reaches(self, time: Time, found: Found) -> bool:
        word, quoted = found.carrier, self._quotation(time.first)
        if not time.last < word.i <= time.until or not self._goes_along(found, time.last + 1):
            return False
        # Who says 「…を非難する」 does so when he says it.
        does_by_saying = quoted is None and found.predicate.word in self._attitudes
        return does_by_saying or quoted == self._quotation(word.i)

    def _goes_along(self, found: Found, start: int) -> bool:
        """Whether a predicate happens when the clause does that begins before the token `start` and takes it in."""
        word = found.carrier
        if not found.light and self._is_spoken_of(word, start):
            return False
        if found.predicate.type.spec.quad is Quad.STANDING and found.is_nominal and not found.light:
            return word.head.i <= word.i
        while word.head.i > word.i and word.left_edge.i >= start:
            if link(word) is Link.RELATIVE:
                return False
            word = word.head
        return True

    def _is_spoken_of(self, noun: Token, start: int) -> bool:
        """「15日、2月の|侵攻|を非難した」: what somebody takes a stand on happened when it did."""
        if noun.pos_ == "VERB" or noun.left_edge.i < start:
            return False
        particle = self._syntax.particle(noun)
        while particle == "の" and noun.head.i > noun.i:
            noun = noun.head
            particle = self._syntax.particle(noun)
        verb = noun.head
        takes_a_stand = verb.i > noun.i and bool({verb.lemma_, verb.text} & self._attitudes)
        return particle in _TOPICS or (particle in _ARGUMENTS and takes_a_stand)

    def _carried(self, found: Found) -> str | None:
        """The date that the text goes on about; what describes somebody happened before, what is to come does later."""
        word, sentence = found.carrier, found.token.sent
        if found.predicate.type.spec.quad is Quad.STANDING or self._quotation(word.i) is not None:
            return None
        earlier = link(word) is Link.RELATIVE and is_past(word)
        later = sentence.text.endswith("。") and tense(sentence.root) is Outlook.AHEAD and link(word) is Link.OPEN
        return None if earlier or later else self._moments.get(sentence.start)

    def _of_lead(self, found: Found) -> str | None:
        """The day that the first sentence of the text gives to what the headline tells: in the same word, or at all."""
        if self._lead is None or found.token.i >= self._lead.start or found.predicate.type.spec.quad is Quad.STANDING:
            return None
        again = next((token for token in self._lead if token.lemma_ == found.token.lemma_), None)
        date = self._said(replace(found, token=again, carrier=again, light=None)) if again is not None else None
        if date and len(date) == DAY:
            return date
        main = [time for time in self._times[self._lead.start] if time.iso and time.until == self._lead.end - 1]
        return next((time.iso for time in main if is_news(time.iso or "", self._syntax.doc)), None)

    def _quotation(self, token: int) -> int | None:
        """The quotation a token stands in, by the place of its opening bracket."""
        return max((start for start, end in self._quotations if start < token < end), default=None)


def _is_told(found: Found, status: Status) -> bool:
    """Whether a sentence tells it of the day that the text is at: what is done, or what was planned or denied."""
    told = status in (Status.PLANNED, Status.NEGATED) and has_happened(found.token.sent.root)
    return status is Status.ASSERTED or told


def _lead(doc: Doc) -> Span | None:
    """The first sentence of the text below a headline."""
    lead = next((sentence for sentence in doc.sents if sentence.text.strip().endswith("。")), None)
    return lead if lead is not None and "\n" in doc.text[: lead.start_char].lstrip() else None


def _is_next_day(day: str, published: str | None) -> bool:
    """Whether a day is but one after the article, as it is further east."""
    return days_after(of_iso(published), 1).iso() == day


def _named_by(found: Found) -> set[int]:
    """The tokens that name what a predicate states: its own, the end of its compound, the verb that carries it."""
    names = {found.token.i, found.carrier.i}
    word = found.token
    while word.dep_ == "compound" and word.head.i > word.i:
        word = word.head
        names.add(word.i)
    return names
