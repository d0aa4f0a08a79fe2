"""Who fills which role of a verb or noun: particles, coordination, relative clauses, dropped subjects."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property

from spacy.tokens import Token

from kgraph.extraction import headlines, phrases
from kgraph.extraction.document import Name
from kgraph.extraction.named import SUBJECT, Named, distinct

# A topic holds until the next one, but for no more than this many further sentences of its paragraph.
CARRIED = 3


@dataclass(frozen=True, slots=True)
class Filler:
    """What fills a role: the actors, and how sure it is that they do (1 where they stand there)."""

    names: tuple[Name, ...] = ()
    certainty: float = 1.0

    def __bool__(self) -> bool:
        return bool(self.names)


class Syntax(Named):
    """The roles in one Doc, seen through its names."""

    def filler(self, head: Token, *particles: str) -> Filler:
        """The actors that the first of these particles which marks any marks."""
        for particle in particles:
            names = [name for found, noun in self.arguments(head) if found == particle for name in self.who(noun)]
            if names:
                return Filler(distinct(names))
        return Filler()

    def filler_of(self, names: Iterable[Name], certainty: float) -> Filler:
        """These actors as a filler, each once."""
        return Filler(distinct(names), certainty)

    def phrase_end(self, noun: Token) -> str:
        """The text of the sentence up to the end of the compound that this noun is in."""
        return phrases.up_to_end(noun)

    def subject(self, verb: Token) -> Filler:
        """Who does it: the verb's own subject, that of a clause it is joined to, or the topic."""
        if addressee := self._addressee(verb):
            return addressee
        own = self.own_subject(verb)
        if own:
            return Filler(distinct([*own.names, *self.filler(verb, "とともに").names]))
        if self.is_relative(verb):
            return self.antecedent(verb)
        return self.subject_above(verb)

    def subject_above(self, verb: Token) -> Filler:
        """Who does it where the verb's clause does not say so."""
        return self._joined_subject(verb) or self._headline_subject(verb) or self._topic_before(verb)

    def own_subject(self, verb: Token) -> Filler:
        """The actors marked as subject in the verb's own clause."""
        nouns = [(p, n) for p, n in self.arguments(verb) if n.i < verb.i and (p in SUBJECT or n.dep_ == "nsubj")]
        # 「Aが動けば、|Bは…」: GiNZA may join the が of an earlier clause to the verb, too.
        topic = max((n.i for p, n in nouns if p == "は" and self.who(n)), default=-1)
        nouns = [(p, n) for p, n in nouns if p != "が" or n.i > topic]
        for particles in (("が",), ("は",), ("も", "")):
            names = [name for particle, noun in nouns if particle in particles for name in self.who(noun)]
            if names:
                return Filler(distinct(names))
        return Filler()

    def _addressee(self, verb: Token) -> Filler:
        """「AはBに撤退するよう求めた」: B, who is asked, is to do it; GiNZA joins B to either verb."""
        if not any(child.text == "よう" for child in verb.rights):
            return Filler()
        return self.filler(verb.head, "に", "に対し") or self.filler(verb, "に対し", "に")

    def is_relative(self, verb: Token) -> bool:
        """Whether a verb's clause describes a noun: 支援する北朝鮮, but not 支援する方針 or 支援するという国."""
        if any(child.text == "と" for child in verb.rights):
            return False
        if verb.dep_ == "csubj":
            # 「承認したのは|Aだ」
            return any(child.text == "の" for child in verb.rights)
        if verb.dep_ == "acl":
            return verb.head.text not in self.words.complement_nouns
        # 「Aをかくまう|ロシアに、Bが要請した」: GiNZA joins the clause to the verb behind.
        return verb.dep_ == "advcl" and bool(self._described(verb))

    def antecedent(self, verb: Token) -> Filler:
        """The actors that a relative clause describes: its head, or the noun right behind that leads to it."""
        if names := self.who(verb.head):
            return Filler(names, 0.9)
        if verb.dep_ == "advcl":
            return Filler(self._described(verb), 0.8)
        nouns = (t for t in self.doc[verb.i + 1 : verb.head.i] if t.pos_ in ("NOUN", "PROPN"))
        nearest = next(nouns, None)
        return Filler(self.who(nearest), 0.8) if nearest is not None else Filler()

    def _described(self, verb: Token) -> tuple[Name, ...]:
        """The actors named right behind a verb, with nothing in between."""
        last = max((child.i for child in verb.rights if child.dep_ in ("aux", "fixed", "mark")), default=verb.i)
        form = "".join(verb.doc[last].morph.get("Inflection", []))
        if last + 1 >= verb.sent.end or "連体形" not in form:
            return ()
        return self.who(verb.doc[last + 1])

    def has_subject(self, verb: Token) -> bool:
        """Whether the clause says its subject, be it an actor or not."""
        return any(
            particle in ("が", "は") and noun.dep_ == "nsubj" and "副詞可能" not in noun.tag_
            for particle, noun in self.arguments(verb)
            if noun.i < verb.i
        )

    def _joined_subject(self, verb: Token) -> Filler:
        """The nearest subject before the verb among the clauses it is coordinated with or embedded in."""
        if self.has_subject(verb):
            return Filler()
        for other in sorted(self.joined(verb), key=lambda token: abs(token.i - verb.i)):
            nouns = [n for p, n in self.arguments(other) if p in SUBJECT and n.i < verb.i]
            names = [name for noun in nouns[-1:] for name in self.who(noun)]
            if names:
                return Filler(distinct(names), 0.85)
        return Filler()

    def joined(self, verb: Token) -> Iterable[Token]:
        """The verbs of the clauses that a verb's clause is coordinated with, or embedded in."""
        found: dict[int, Token] = {}
        todo = [verb]
        while todo:
            token = todo.pop()
            near = [c for c in token.children if c.dep_ in ("advcl", "conj", "ccomp", "parataxis")]
            if token.dep_ in ("advcl", "conj", "ccomp", "parataxis", "dep"):
                near.append(token.head)
            if token.dep_ == "acl" and token.head.text in self.words.complement_nouns:
                near.append(token.head.head)
            for other in near:
                if other.i not in found and other.i != verb.i:
                    found[other.i] = other
                    todo.append(other)
        return found.values()

    def _headline_subject(self, verb: Token) -> Filler:
        return Filler() if self.has_subject(verb) else headlines.subject(self, verb) or Filler()

    def _topic_before(self, verb: Token) -> Filler:
        """The topic of the sentence, if the verb comes after it; else that of the sentence before."""
        if self.has_subject(verb):
            return Filler()
        topics = [t for t in self.topics if t[0] < verb.i]
        if not topics:
            return Filler()
        index, names = topics[-1]
        if index >= verb.sent.start:
            return Filler(names, 0.75)
        between = self.doc.text[self.doc[index].idx : verb.idx]
        near = between.count("\n") == 0 and between.count("。") <= CARRIED
        return Filler(names, 0.5) if near else Filler()

    def complements(self, verb: Token) -> Iterator[Token]:
        """The verbs of the clauses that a verb of saying takes, with と or よう, quoted or not."""
        for child in verb.lefts:
            if child.dep_ in ("advcl", "ccomp", "acl", "dep") and any(c.text in ("と", "よう") for c in child.rights):
                yield child
            elif child.text in self.words.complement_nouns:
                yield from (clause for clause in child.lefts if clause.dep_ == "acl")

    def stray(self, verb: Token, particle: str) -> Filler:
        """An actor before the verb with this particle that GiNZA joins to a noun that is no such actor.

        「AはBと港の建設で合意した」: B stands with と beside 港, and is A's partner all the same.
        """
        for noun in reversed(self.doc[verb.sent.start : verb.i]):
            if noun.pos_ not in ("NOUN", "PROPN") or noun.dep_ != "nmod" or self.particle(noun) != particle:
                continue
            names = self.named(noun)
            if names and not {n.type for n in names} & {n.type for n in self.named(noun.head)}:
                return Filler(distinct(names), 0.75)
        return Filler()

    @cached_property
    def topics(self) -> list[tuple[int, tuple[Name, ...]]]:
        """Token index and actors of every noun that は marks outside quotations."""
        nouns = (t for t in self.doc if t.pos_ in ("NOUN", "PROPN", "PRON") and self.particle(t) == "は")
        return [(noun.i, names) for noun in nouns if (names := self.who(noun))]
