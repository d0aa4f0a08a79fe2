"""Which of what an article says happened, or is to happen, at some time: the rest is habit, state and mere talk."""

from spacy.tokens import Doc, Token

from kgraph.extraction.clauses import function_words
from kgraph.extraction.document import Partial, Statement
from kgraph.extraction.predicates import has_auxiliary, is_verbal
from kgraph.lexicon.events import EventWords
from kgraph.ontology import Status

# What a timeline shows: what happened or is scheduled, not what may be or is denied.
TELLABLE = (Status.ASSERTED, Status.PLANNED)
_PAST = frozenset(("た", "だ"))


class Happenings:
    """Tells events from what only holds, by type, date and tense."""

    def __init__(self, words: EventWords) -> None:
        self._words = words

    def tells(self, doc: Doc, said: Statement | Partial) -> bool:
        """Whether a statement tells of one event."""
        if said.status not in TELLABLE:
            return False
        if isinstance(said, Partial):
            return said.type in self._words.alone and said.date is not None
        if said.type in self._words.gestures:
            return said.date is not None
        if said.type not in self._words.happenings:
            return False
        return said.date is not None or not self._is_habit(token_of(doc, said))

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


def when(doc: Doc, said: Statement | Partial) -> tuple[str | None, Status]:
    """The date and status of what a statement tells: a date ahead is not that of something done.

    「NATOは2035年までに国防費を増やすことで合意した」
    """
    ahead = said.date is not None and doc._.published is not None and said.date > doc._.published
    done = said.status is Status.PLANNED and ahead and has_auxiliary(token_of(doc, said), _PAST)
    return (None, Status.ASSERTED) if done else (said.date, said.status)


def _goes_on(word: Token) -> bool:
    verb = word.head if word.dep_ in ("obj", "nsubj") else word
    return is_verbal(verb) and "ている" in function_words(verb) and not has_auxiliary(verb, _PAST)
