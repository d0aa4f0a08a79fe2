"""Whether what a predicate says happened, is planned, is only possible, or did not happen."""

from spacy.tokens import Token

from kgraph.extraction.predicates import Found
from kgraph.extraction.syntax import Syntax
from kgraph.lexicon.relations import Cue, Grammar
from kgraph.ontology import Status
from kgraph.spelling import CLOSING

# How far behind a predicate the words of its clause still speak of it.
CLAUSE = 20

_EFFECTS = {
    "none": Status.ASSERTED,
    "planned": Status.PLANNED,
    "hypothetical": Status.HYPOTHETICAL,
    "negated": Status.NEGATED,
}


class Factuality:
    """Reads the status of predicates off the words around them."""

    def __init__(self, grammar: Grammar) -> None:
        self._cues = grammar.cues
        self._predicates = grammar.predicates

    def status(self, syntax: Syntax, found: Found) -> Status:
        """The status of one predicate; what carries it (a light verb, a verb it is content of) counts too."""
        if found.predicate.status:
            return found.predicate.status
        if found.light and _EFFECTS.get(found.light.effect, Status.ASSERTED) is not Status.ASSERTED:
            return _EFFECTS[found.light.effect]
        word = found.carrier if found.light and found.light.voice != "other" else found.token
        own = self._by_cues(syntax, word)
        if own is not None and own is not Status.ASSERTED:
            return own
        if any(_is_condition(syntax, child) for child in word.lefts):
            return Status.HYPOTHETICAL
        return self._as_content(syntax, found) or Status.ASSERTED

    def _by_cues(self, syntax: Syntax, word: Token) -> Status | None:
        text, sentence = word.doc.text, word.sent
        last = _last_of_clause(syntax, word)
        after = text[word.idx + len(word) : last.idx + len(last)]
        clause = _until_break(after)[:CLAUSE]
        before = text[sentence.start_char : word.idx].rpartition("、")[2]
        return next((cue.status for cue in self._cues if _matches(cue, after, clause, before)), None)

    def _as_content(self, syntax: Syntax, found: Found) -> Status | None:
        """The status that a verb gives to its complement: 「撤退するよう|求めた」, 「解放を|要求」."""
        word = found.carrier
        for _ in range(3):
            head = word.head
            if head.i <= word.i:
                return None
            for predicate in self._predicates.get(head.lemma_, ()):
                if predicate.content and _is_complement(syntax, word):
                    return predicate.content
            if word.dep_ == "acl" and head.text not in syntax.words.complement_nouns:
                return None
            word = head
        return None


def _last_of_clause(syntax: Syntax, word: Token) -> Token:
    """The last token that may speak of the word: another verb's begin behind 「拘束した|マドゥロ氏」「会談で|」."""
    if syntax.is_relative(word):
        return word.head
    if word.pos_ == "NOUN" and word.dep_ == "obl" and syntax.particle(word) == "で":
        return word.doc[word.i + 1]
    return word.doc[word.sent.end - 1]


def _is_condition(syntax: Syntax, clause: Token) -> bool:
    """「米国が介入すれば、|中国は…」: what depends on a condition is no more real than it."""
    return clause.dep_ == "advcl" and any(child.text in syntax.words.conditions for child in clause.rights)


def _is_complement(syntax: Syntax, word: Token) -> bool:
    if word.pos_ in ("NOUN", "PROPN") and syntax.particle(word) in ("を", "に", "も"):
        return True
    return word.text in syntax.words.complement_nouns or any(
        child.text in ("と", "よう") and child.i > word.i for child in word.rights
    )


def _until_break(text: str) -> str:
    for position, character in enumerate(text):
        quoted_on = text[position + 1 : position + 2] in ("と", "を", "な")
        if character in "、。" or (character in CLOSING and position > 0 and not quoted_on):
            return text[: position + 1]
    return text


def _matches(cue: Cue, after: str, clause: str, before: str) -> bool:
    if cue.scope == "suffix":
        return cue.pattern.match(after) is not None
    return cue.pattern.search(clause if cue.scope == "clause" else before) is not None
