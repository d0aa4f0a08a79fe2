"""Clauses as the text runs: the phrases before a verb, each with its particle, whatever GiNZA joins them to.

GiNZA's tree is right about particles that stand beside their verb. Where phrases are long or many it joins them to
other words; the order of the words still tells which clause they are in.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from spacy.tokens import Doc, Token

from kgraph.extraction import phrases
from kgraph.extraction.document import Name
from kgraph.extraction.predicates import is_verbal
from kgraph.extraction.syntax import Syntax
from kgraph.spelling import CLOSING, OPENING

# Particles that end a phrase of the clause; others (の, への, との) lead on inside one.
_ENDING = frozenset(
    (
        "が",
        "は",
        "も",
        "を",
        "に",
        "へ",
        "と",
        "から",
        "で",
        "に対し",
        "による",
        "をめぐり",
        "とともに",
        "として",
        "によると",
    )
)
_NOUNS = frozenset(("NOUN", "PROPN", "PRON", "NUM"))
# A quotation of more characters is a text of its own; in a shorter one stands a name.
_LONGEST_NAME = 16


@dataclass(frozen=True, slots=True)
class Phrase:
    """A noun phrase of a clause: its particle, its last word, and the actors named nearest to that."""

    particle: str
    head: Token
    names: tuple[Name, ...]


class Clauses:
    """The clauses of one Doc, seen through its names."""

    def __init__(self, syntax: Syntax) -> None:
        self._syntax = syntax
        self._quotation = _quotations(syntax.doc, _LONGEST_NAME)
        self._in_brackets = _quotations(syntax.doc, 0)

    def before(self, verb: Token) -> list[Phrase]:
        """The phrases of the clause that a verb ends, in their order; those of relative clauses are left out."""
        found: list[Phrase] = []
        phrase: list[Token] = []
        for token in self._clause(verb):
            if is_verbal(token) and _is_adnominal(token):
                # What stands before 「〜した|人」 is said of that, unless a comma sets it off.
                found = [one for one in found if self._is_set_off(one.head)]
                phrase = []
                continue
            phrase.append(token)
            if particle := self._ending(token):
                found.append(Phrase(particle, token, self._syntax.nearest(phrase)))
                phrase = []
        return found

    def inside(self, noun: Token) -> Iterator[tuple[str, Name]]:
        """The names in the noun phrase that ends with a noun, each with the particle behind it, the nearest first."""
        for token in reversed(noun.doc[noun.sent.start : noun.i]):
            if self._quotation[token.i] != self._quotation[noun.i] or token.text == "、" or is_verbal(token):
                return
            particle = self._syntax.particle(token) if token.pos_ in _NOUNS else ""
            if particle in _ENDING - {"と", "による", "に対し"}:
                return
            for name in self._syntax.named(token):
                if name.last == token.i:
                    yield particle, name

    def _clause(self, verb: Token) -> Iterator[Token]:
        """The tokens of the clause, from behind the verb that ends the one before."""
        own = self._quotation[verb.i]
        start = verb.sent.start
        for token in reversed(verb.doc[start : verb.i]):
            quotation = self._quotation[token.i]
            # 「…を『受け入れられない』と拒んだ」: what is quoted ends no clause.
            quoted = self._in_brackets[token.i] > self._in_brackets[verb.i]
            ends = quotation == own and not quoted and is_verbal(token) and not _is_adnominal(token)
            if ends or quotation < own:
                start = token.i + 1
                break
        return (token for token in verb.doc[start : verb.i] if self._quotation[token.i] == own)

    def _is_set_off(self, noun: Token) -> bool:
        """Whether a phrase belongs to more than the next word: a comma stands behind it, or は."""
        words = self._syntax.words.particles
        return phrases.is_set_off(noun, words) or phrases.is_topic(noun, words)

    def _ending(self, token: Token) -> str:
        """The particle behind a noun, if it ends a phrase of the clause."""
        particle = self._syntax.particle(token) if token.pos_ in _NOUNS or token.pos_ == "X" else ""
        return particle if particle in _ENDING else ""


def _is_adnominal(verb: Token) -> bool:
    """Whether the clause of a verb goes on in a noun: 支援する|北朝鮮, but not 支援し、."""
    last = max((child.i for child in verb.rights if child.dep_ in ("aux", "fixed")), default=verb.i)
    following = verb.doc[last + 1] if last + 1 < len(verb.doc) else None
    return following is not None and following.pos_ in _NOUNS


def _quotations(doc: Doc, shortest: int) -> list[int]:
    """For each token how many quotations of more than so many characters it stands in."""
    depths = [0] * len(doc)
    for start, end in phrases.brackets(doc, OPENING, CLOSING):
        if doc[end].idx - doc[start].idx > shortest:
            depths[start + 1 : end] = [depth + 1 for depth in depths[start + 1 : end]]
    return depths
