"""Where a text states a relation: verbs, nouns of action, and nouns carried by a light verb."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from spacy.tokens import Token

from kgraph.lexicon.relations import Grammar, LightVerb, Predicate

if TYPE_CHECKING:
    from kgraph.extraction.syntax import Syntax

PASSIVE = frozenset(("れる", "られる"))
_NEGATION = frozenset(("ない", "ぬ", "ず", "まい"))
_BENEFACTIVE = frozenset(("もらう", "貰う", "いただく", "頂く"))
_CAUSATIVE = frozenset(("せる", "させる"))
_NOUN = re.compile("名詞|接尾辞")
_LONGEST_COMPOUND = 4


@dataclass(frozen=True, slots=True)
class Found:
    """A predicate in a text: the token that states it and the verb that carries it (itself, or a light verb)."""

    predicate: Predicate
    token: Token
    carrier: Token
    light: LightVerb | None = None
    # The light verb of a clause that describes the noun: 「Aに|課した|制裁」.
    relative: Token | None = None

    @property
    def is_nominal(self) -> bool:
        """Whether a noun states it, with or without a light verb."""
        return self.token.i != self.carrier.i or (self.light is None and not is_verbal(self.token))

    @property
    def is_passive(self) -> bool:
        """Whether the carrier stands in the passive."""
        # 受け入れられない is more often that one cannot than that one is not taken in.
        return not self.predicate.negated and has_auxiliary(self.carrier, PASSIVE)

    @property
    def is_undergone(self) -> bool:
        """Whether it is done to the subject: 〜される, 〜を受ける."""
        return self.is_passive or (self.light is not None and self.light.voice == "passive")

    @property
    def is_benefactive(self) -> bool:
        """Whether the subject has it done for itself: 〜してもらう."""
        return has_auxiliary(self.carrier, _BENEFACTIVE)

    @property
    def is_causative(self) -> bool:
        """Whether the carrier stands in the causative."""
        return has_auxiliary(self.carrier, _CAUSATIVE)


class PredicateFinder:
    """Finds the predicates of a Doc by the lexicon."""

    def __init__(self, grammar: Grammar) -> None:
        self._grammar = grammar

    def find(self, syntax: "Syntax") -> Iterator[Found]:
        """Every predicate, in the order of the text."""
        for token in syntax.doc:
            if token.is_punct or token.is_space or syntax.is_inside_name(token):
                continue
            if is_verbal(token):
                yield from self._verb(syntax, token)
            elif _NOUN.match(token.tag_):
                yield from self._noun(syntax, token)

    def _verb(self, syntax: "Syntax", token: Token) -> Iterator[Found]:
        readings = [p for word in _words(token) for p in self._grammar.predicates.get(word, ())]
        denied = is_denied(token, syntax)
        readings = [p for p in readings if denied or not p.negated]
        marked = [p for p in readings if p.objects and _has_object(syntax, token, p)]
        plain = [p for p in readings if not p.objects]
        for predicate in ([p for p in (*marked, *plain) if p.negated] or marked or plain)[:1]:
            yield Found(predicate, token, token)

    def _noun(self, syntax: "Syntax", token: Token) -> Iterator[Found]:
        readings = [p for word in _words(token) for p in self._grammar.predicates.get(word, ()) if not p.negated]
        plain = [p for p in readings if p.nominal and not p.objects]
        nominal = [
            p for p in readings if p.objects and "サ変" in token.tag_ and _has_genitive(syntax, token, p)
        ] or plain
        head = self._chunk_head(syntax, token)
        if head is None:
            return
        carrier, light = self._carrier(syntax, head)
        if nominal:
            yield Found(nominal[0], token, carrier or head, light, None if light else self._relative(head))

    def _chunk_head(self, syntax: "Syntax", token: Token) -> Token | None:
        """The last noun of the compound a noun of action is in, if what follows it leaves it an action."""
        head = token
        while head.dep_ == "compound" and head.head.i > head.i:
            head = head.head
            if head.text not in syntax.words.tails:
                return None
        return head

    def _relative(self, head: Token) -> Token | None:
        """The verb that says of a noun behind it that somebody does it: 「Aに科した|制裁」「Aが行った|攻撃」."""
        for verb in head.lefts:
            lights = (light for word in _words(verb) for light in self._grammar.light_verbs.get(word, ()))
            if verb.dep_ == "acl" and any((x.case, x.effect, x.voice) == ("を", "none", "active") for x in lights):
                return verb
        return None

    def _carrier(self, syntax: "Syntax", head: Token) -> tuple[Token | None, LightVerb | None]:
        while syntax.particle(head) == "の" and head.head.i > head.i and head.head.text in syntax.words.tails:
            head = head.head
        if head.dep_ == "compound":
            # The compound hangs on its first word: 戦略的|パートナーシップ|条約|を結ぶ.
            head = head.head
        verb, case = head.head, syntax.particle(head)
        if verb.i <= head.i:
            return None, None
        case = "が" if case in ("は", "も") and head.dep_ == "nsubj" else "を" if case == "も" else case
        case = "を" if case == "が" and has_auxiliary(verb, PASSIVE) else case
        for word in _words(verb):
            for light in self._grammar.light_verbs.get(word, ()):
                if light.case == case:
                    return verb, light
        return None, None


def is_verbal(token: Token) -> bool:
    """Whether a token is used as a verb: by its form, by する behind it, or, in headlines, by its arguments."""
    if token.tag_.startswith(("動詞-一般", "動詞-非自立", "形容詞-一般")):
        return token.dep_ not in ("aux", "fixed")
    following = token.doc[token.i + 1] if token.i + 1 < len(token.doc) else None
    if following is not None and following.head.i == token.i and following.lemma_ in ("する", "す", "できる", "致す"):
        return token.pos_ not in ("AUX", "ADP")
    if "サ変" not in token.tag_ and not token.tag_.startswith("形状詞"):
        return False
    ends_clause = following is None or following.is_punct or following.is_space or following.text in ("へ", "か")
    return ends_clause and any(_is_of_a_verb(child) for child in token.lefts)


def _is_of_a_verb(noun: Token) -> bool:
    """Whether a noun is an argument as only verbs have them: 「東京で|会談」「マリから|撤収」."""
    marked = any(child.dep_ == "case" and child.text in ("で", "から", "を") for child in noun.rights)
    return noun.dep_ in ("obj", "nsubj", "obl") or (noun.dep_ == "nmod" and marked)


def is_topical_object(syntax: "Syntax", particle: str, noun: Token, predicate: Predicate) -> bool:
    """Whether は or も marks an object: 「大使も追い払った」, but in 「米軍は撤退した」 who is named does it."""
    marked = predicate.object_case in ("を", "が") and particle in ("も", "は") and not syntax.named(noun)
    return marked and syntax.phrase_end(noun).endswith(predicate.objects)


def _has_genitive(syntax: "Syntax", noun: Token, predicate: Predicate) -> bool:
    """「関係の|悪化」「部隊|派遣」: whether the noun of action has one of its objects before it."""
    if predicate.object_case not in ("を", "が"):
        return False
    if noun.doc[noun.sent.start : noun.i].text.endswith(predicate.objects):
        return True
    before = (child for child in noun.lefts if syntax.particle(child) == "の")
    return any(syntax.phrase_end(child).endswith(predicate.objects) for child in before)


def is_denied(verb: Token, syntax: "Syntax") -> bool:
    """Whether a verb is said not to be done; 応じなければ leaves it open, and 応じざるを得ない makes a must of it."""
    undenied = {*syntax.words.conditions, "限り", "ざる"}
    return has_auxiliary(verb, _NEGATION) and not any(word.text in undenied for word in verb.rights)


def has_auxiliary(verb: Token, lemmas: frozenset[str]) -> bool:
    """Whether one of the auxiliaries that follow a verb, てもらう and the like included, has one of these lemmas."""
    following = [child for child in verb.rights if child.dep_ in ("aux", "mark")]
    fixed = (word for child in following for word in child.rights if word.dep_ == "fixed")
    return any(word.lemma_ in lemmas for word in (*following, *fixed))


def _words(token: Token) -> Iterator[str]:
    """The forms under which a lexicon may hold a token, compounds that end with it first."""
    doc, stem = token.doc, token.lemma_ if not _NOUN.match(token.tag_) else token.text
    for length in range(_LONGEST_COMPOUND, 0, -1):
        first = token.i - length
        if first >= token.sent.start and all(
            t.dep_ == "compound" and t.head.i <= token.i for t in doc[first : token.i]
        ):
            yield doc[first : token.i].text + stem
    yield stem
    if token.norm_ != stem:
        yield token.norm_
    if len(stem) == 2 and _NOUN.match(token.tag_):
        yield f"{stem[0]}〇"  # 訪米, 訪英


def _has_object(syntax: "Syntax", verb: Token, predicate: Predicate) -> bool:
    for particle, noun in syntax.arguments(verb):
        same = particle == predicate.object_case or is_topical_object(syntax, particle, noun, predicate)
        # An object may be more than a compound: 抗議の声, 疑いの目.
        if same and noun.i < verb.i and syntax.phrase_end(noun).endswith(predicate.objects):
            return True
    return False
