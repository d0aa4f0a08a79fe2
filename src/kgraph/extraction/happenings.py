"""Which of what an article says happened, or is to happen, at some time: the rest is habit, state and mere talk."""

from spacy.tokens import Doc, Token

from kgraph.extraction.clauses import function_words
from kgraph.extraction.document import Partial, Statement
from kgraph.extraction.predicates import has_auxiliary, is_verbal
from kgraph.lexicon.events import EventWords
from kgraph.ontology import RelationType, Status

# What a timeline shows: what happened or is scheduled, not what may be or is denied.
TELLABLE = (Status.ASSERTED, Status.PLANNED)
_PAST = frozenset(("た", "だ"))
# What goes on: 拘束し|ていた, 支え|ている.
_GOING_ON = "てい"
# Of these one that is planned for a day that is past is most likely misread.
_DEALINGS = (RelationType.NEGOTIATION, RelationType.AGREEMENT)


class Happenings:
    """Tells events from what only holds or is only spoken of, by type, date and place in the sentence."""

    def __init__(self, words: EventWords) -> None:
        self._words = words

    def tells(self, doc: Doc, said: Statement | Partial) -> bool:
        """Whether a statement tells of one event."""
        if said.status not in TELLABLE or _is_resolve(doc, said) or self._is_background(doc, said):
            return False
        if _has_own_date(doc, said) and said.type in self._words.dated | self._words.happenings:
            return isinstance(said, Statement) or (said.type not in self._words.paired and not _is_mention(doc, said))
        if said.type not in self._words.happenings or self._is_aside(doc, said):
            return False
        if said.date is not None:
            return not _is_mention(doc, said)
        return isinstance(said, Statement) and not self._is_habit(token_of(doc, said))

    def _is_aside(self, doc: Doc, said: Statement | Partial) -> bool:
        """「制裁を科した|米国」: what only describes somebody is news from another day."""
        word = verb_of(doc, said)
        return said.status is Status.ASSERTED and word.dep_ == "acl" and word.head.text not in self._words.frames

    def _is_background(self, doc: Doc, said: Statement | Partial) -> bool:
        """「拘束していた|人質」: what was going on already is not what happens on the day, whoever it describes."""
        return self._is_aside(doc, said) and _GOING_ON in function_words(verb_of(doc, said))

    def _is_habit(self, word: Token) -> bool:
        """「毎年、演習を行う」「協議している」: what goes on or comes again is an event only where a date is said."""
        return _goes_on(word) or bool(
            {token.text for token in word.sent[: word.i - word.sent.start]} & self._words.habits
        )


def token_of(doc: Doc, said: Statement | Partial) -> Token:
    """The token that states it."""
    span = doc.char_span(said.start, said.end, alignment_mode="expand")
    assert span is not None
    return span[-1]


def verb_of(doc: Doc, said: Statement | Partial) -> Token:
    """The verb that says that it is done, else the token that states it."""
    if said.carrier is None:
        return token_of(doc, said)
    span = doc.char_span(said.carrier, said.carrier + 1, alignment_mode="expand")
    assert span is not None
    return span[0]


def when(doc: Doc, said: Statement | Partial) -> tuple[str | None, Status]:
    """The date and status of what a statement tells: a date ahead is not that of something done.

    「NATOは2035年までに国防費を増やすことで合意した」
    """
    ahead = said.date is not None and doc._.published is not None and said.date > doc._.published
    done = said.status is Status.PLANNED and ahead and has_auxiliary(token_of(doc, said), _PAST)
    return (None, Status.ASSERTED) if done else (said.date, said.status)


def _is_resolve(doc: Doc, said: Statement | Partial) -> bool:
    """「3日、釈放を約束した」: what somebody promised on a day did not happen on it."""
    published = doc._.published
    is_past = said.date is not None and published is not None and said.date < published[: len(said.date)]
    return is_past and said.status is Status.PLANNED and said.type not in _DEALINGS


def _has_own_date(doc: Doc, said: Statement | Partial) -> bool:
    """Whether its own sentence says its date, not one before."""
    sentence = token_of(doc, said).sent
    inside = (date for date in doc._.dates or () if sentence.start_char <= date.start < sentence.end_char)
    return said.date is not None and any(date.iso == said.date for date in inside)


def _is_mention(doc: Doc, said: Statement | Partial) -> bool:
    """「会談|後」「合意を歓迎した」: a noun that the sentence does not say is done, and gives no date of its own."""
    word = token_of(doc, said)
    if said.carrier is not None or is_verbal(word) or word.dep_ == "ROOT":
        return False
    return not any(doc[word.left_edge.i].idx <= date.start < word.idx for date in doc._.dates or ())


def _goes_on(word: Token) -> bool:
    verb = word.head if word.dep_ in ("obj", "nsubj") else word
    return is_verbal(verb) and "ている" in function_words(verb) and not has_auxiliary(verb, _PAST)
