"""Whether what a predicate says happened, is planned, is only possible, or did not happen."""

import re
from collections.abc import Iterable, Iterator

from spacy.tokens import Token

from kgraph.extraction.calendar import Outlook
from kgraph.extraction.clauses import Link, function_words, is_cut_off, links
from kgraph.extraction.predicates import Found, has_auxiliary, is_verbal
from kgraph.extraction.tenses import tense
from kgraph.lexicon.relations import Cue, Grammar, Predicate
from kgraph.ontology import RelationType, Status

# Stands in a clause's tail for words that say no more of its status, so that `$` is the end of what is said.
_MORE = "…"
_EFFECTS = {
    "none": Status.ASSERTED,
    "planned": Status.PLANNED,
    "hypothetical": Status.HYPOTHETICAL,
    "negated": Status.NEGATED,
}
_MEETINGS = (RelationType.NEGOTIATION, RelationType.AGREEMENT)
_ANSWERS = (RelationType.CONCESSION, RelationType.REJECTION)
_DEALINGS = (
    RelationType.COOPERATION,
    RelationType.AID,
    RelationType.SANCTION,
    RelationType.MOBILIZATION,
    RelationType.WITHDRAWAL,
)
_MODES = {"doubt": Status.HYPOTHETICAL, "deny": Status.NEGATED}
_PAST = frozenset(("た",))
# Behind a word that is not quoted, its head speaks of it only through a particle.
_LOOSE = frozenset(("obl", "advcl", "conj", "dep", "parataxis"))
_COMPLEMENT = re.compile("(?:と|とも|とは|よう|ように|ようと|か|かと|かを)$")
_OBJECT = re.compile("(?:を|に|も|と|よう|ように)$")
_AGREED = re.compile("(?:を|に|も|で|と|よう|ように)$")
_JOINED = re.compile("(?:し|され|させ)?[てで]?")
_SAID = re.compile("(?:する)?(?:と|姿勢|立場)")
_ASKED = re.compile(".{0,6}よう")


class Factuality:
    """Reads the status of predicates off the words behind them, each of which speaks of all that it follows."""

    def __init__(self, grammar: Grammar) -> None:
        self._suffixes = [cue for cue in grammar.cues if cue.scope == "suffix"]
        self._cues = [cue for cue in grammar.cues if cue.scope == "clause"]
        self._prefixes = [cue for cue in grammar.cues if cue.scope == "prefix"]
        self._predicates = grammar.predicates
        self._reporting = grammar.reporting

    def status(self, found: Found) -> Status:
        """The status of one predicate; what carries it (a light verb, a verb it is content of) counts too."""
        if found.predicate.status:
            return found.predicate.status
        if found.light and found.predicate.type is RelationType.DEMAND and self._answers(found.carrier):
            # 「要求に応じなかった」「要求を拒んだ」: it has been made, whatever becomes of it.
            return Status.ASSERTED
        light = _EFFECTS.get(found.light.effect, Status.ASSERTED) if found.light else Status.ASSERTED
        word = found.carrier if found.light and found.light.voice != "other" else found.token
        status = self._of_clause(word, light, found.predicate)
        return Status.PLANNED if status is Status.ASSERTED and _is_to_come(found, word) else status

    def _answers(self, verb: Token) -> bool:
        """Whether a verb says how somebody takes what is asked of him: 応じる, 拒む."""
        return any(reading.type in _ANSWERS for reading in self._predicates.get(verb.lemma_, ()))

    def _of_clause(self, word: Token, status: Status, stated: Predicate) -> Status:
        above = self._speaking_of(word, stated)
        tail = _tail(word, above)
        for said in self._by_cues(tail):
            # Who says that he condemns, condemns.
            if not (said is Status.PLANNED and stated.avowed and _SAID.match(tail)):
                status = _over(status, said)
        if status is Status.ASSERTED:
            status = next(self._by_heads(above, stated), None) or self._by_prefix(word)
        if status is Status.ASSERTED and not above and _JOINED.fullmatch(function_words(word)):
            status = self._shared(word, stated)
        return status

    def _by_cues(self, text: str) -> Iterator[Status]:
        position = 0
        for cue in self._suffixes:
            if match := cue.pattern.match(text):
                position = match.end()
                yield cue.status
                break
        while found := self._first(text, position):
            cue, position = found
            yield cue.status

    def _first(self, text: str, position: int) -> tuple[Cue, int] | None:
        """The cue that begins first in a text, of several the one listed first, and where it ends."""
        matches = ((cue, match) for cue in self._cues if (match := cue.pattern.search(text, position)))
        cue, match = min(matches, key=lambda pair: pair[1].start(), default=(None, None))
        return (cue, match.end()) if cue and match else None

    def _by_heads(self, above: Iterable[Link], stated: Predicate) -> Iterator[Status]:
        """What verbs make of their complements: 「撤退するよう|求めた」「…したと|否認した」."""
        for link in above:
            if content := self._content(link, stated):
                yield content
            mode = self._reporting.get(link.head.lemma_)
            if mode in _MODES and _COMPLEMENT.search(link.marker):
                yield _MODES[mode]

    def _content(self, link: Link, stated: Predicate) -> Status | None:
        """「解放を|要求」「撤退で|合意」; but 「協定で|合意」 is the agreement itself."""
        for reading in self._predicates.get(link.head.lemma_, ()):
            joined = (_AGREED if reading.frame == "mutual" else _OBJECT).search(link.marker)
            if joined and reading.content and reading.type is not stated.type:
                return reading.content
        return None

    def _speaking_of(self, word: Token, stated: Predicate) -> list[Link]:
        """The heads above a word that tell its status or quote it, up to the first that does neither."""
        chain = list(links(word))
        text, joint = function_words(word), len(function_words(word))
        spans = self._spans(text + "".join(link.text[link.joint :] for link in chain))
        for number, link in enumerate(chain):
            latest = joint - 1 if link.word.dep_ in _LOOSE else joint
            told = any(start <= latest and end > joint for start, end in spans)
            if not (told or _COMPLEMENT.search(link.marker) or self._content(link, stated)):
                return chain[:number]
            joint += len(link.text) - link.joint
        return chain

    def _spans(self, text: str) -> list[tuple[int, int]]:
        endings = [match.span() for cue in self._suffixes if (match := cue.pattern.match(text))]
        return endings + [match.span() for cue in self._cues for match in cue.pattern.finditer(text)]

    def _by_prefix(self, word: Token) -> Status:
        """The status by adverbs and conditions before the predicate; what is past is no plan any more."""
        before = [child.text + function_words(child) for child in word.lefts]
        cues = (cue for cue in self._prefixes if any(cue.pattern.search(text) for text in before))
        cue = next(cues, None)
        if cue is None or (cue.status is Status.PLANNED and has_auxiliary(word, _PAST)):
            return Status.ASSERTED
        return cue.status

    def _shared(self, word: Token, stated: Predicate) -> Status:
        """「AはBを訪れ、|Cと会談する予定だ」: joined clauses share what their last one is planned or asked to be."""
        head = word.head
        between = word.doc[word.i : head.i]
        if head.i < word.i or word.dep_ not in ("advcl", "conj") or any(token.dep_ == "nsubj" for token in between):
            return Status.ASSERTED
        if has_auxiliary(word.sent.root, _PAST) and not _ASKED.match(function_words(head)):
            return Status.ASSERTED
        status = self._of_clause(head, Status.ASSERTED, stated)
        return Status.ASSERTED if status is Status.NEGATED else status


def _is_to_come(found: Found, word: Token) -> bool:
    """「会談する。」「協力を広げる。」: whether a sentence ends in a deed in the present tense and gives it no date."""
    carried = found.light is not None and found.light.voice == "active" and found.predicate.type in _DEALINGS
    if word.dep_ != "ROOT" or not (carried or found.predicate.type in _MEETINGS) or not is_verbal(word):
        return False
    doc, sentence = word.doc, word.sent
    if any(sentence.start_char <= date.start < sentence.end_char for date in doc._.dates or ()):
        return False
    ends = doc.text[word.idx + len(word) :].startswith(("。", "する。", "される。", "れる。", "られる。"))
    return ends and tense(word) is Outlook.AHEAD


def _tail(word: Token, above: list[Link]) -> str:
    """The words behind a predicate that speak of it."""
    text = function_words(word) + "".join(link.text[link.joint :] for link in above)
    return text if is_cut_off(above[-1].head if above else word) else text + _MORE


def _over(status: Status, said: Status) -> Status:
    """The status of what had one, once this is said of it: a plan not to do it is no plan to do it."""
    if said is Status.ASSERTED:
        return status
    if said is Status.PLANNED:
        return said if status is Status.ASSERTED else status
    return Status.HYPOTHETICAL if status is said is Status.NEGATED else said
