"""Who must be meant where a clause does not say it: the most salient of the other sides that the text speaks of.

Salience is summed as in R. Mitkov, "Robust pronoun resolution with limited knowledge" (1998): indicators of
how near, how foremost and how involved an actor is give points, and the best wins if it is ahead of the next.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence, Set

from spacy.tokens import Span

from kgraph.extraction.document import Actor, Name, Statement
from kgraph.extraction.predicates import Found
from kgraph.extraction.roles import IN_WORDS, Arguments
from kgraph.extraction.syntax import Filler, Syntax
from kgraph.ontology import EntityType, Quad, RelationType

CERTAINTY = 0.5
# How many sentences back count as near.
NEAR = 3
SAME_SENTENCE, NEAR_BY, ALONE, IN_HEADLINE, FOREMOST, SAME_TYPE = 3, 1, 2, 2, 1, 1
# Facts told of the two sides count one point each, up to so many.
MOST_FACTS = 3
ENOUGH, AHEAD = 5, 1
# What these do needs an object of its own: who is helped or seized is never left to the context.
_OWN_OBJECT = (RelationType.COERCION, RelationType.AID)
_BY_NAME = (RelationType.LEADERSHIP, RelationType.AFFILIATION, RelationType.MEMBERSHIP)


class Context:
    """The sides that a Doc speaks of: a country with its people and organizations is one side.

    `media` report what others do. Nobody is meant of whom nothing else is told with the one who acts.
    """

    def __init__(self, syntax: Syntax, told: Iterable[Statement], media: Set[str]) -> None:
        doc = syntax.doc
        self._syntax = syntax
        self._actors: Mapping[str, Actor] = doc._.actors
        self._sentences = list(doc.sents)
        self._number = {sentence.start: number for number, sentence in enumerate(self._sentences)}
        self._named: dict[str, list[Name]] = {}
        for name in doc._.names:
            if name.type is not EntityType.PLACE and name.key not in media and self._is_political(name.key):
                self._named.setdefault(name.key, []).append(name)
        self._often = Counter({key: len(names) for key, names in self._named.items()})
        events = [fact for fact in told if fact.type not in _BY_NAME]
        self._headline_end = max(doc.text.find("\n"), 0)
        self._facts = Counter(frozenset((self._side(fact.source), self._side(fact.target))) for fact in events)

    def __call__(self, found: Found, args: Arguments) -> Arguments:
        """The arguments with the target that is meant, if the clause says who does it and the text tells to whom."""
        source = args.source or args.parties
        if not source or args.target or not self._may_be_left_open(found):
            return args
        if any(name.key not in self._named for name in source.names):
            return args
        target = self._most_salient(found, source.names)
        return Arguments(source, Filler((target,), CERTAINTY)) if target else args

    def _may_be_left_open(self, found: Found) -> bool:
        kind = found.predicate.type
        if kind.spec.quad is Quad.STANDING or kind in _OWN_OBJECT or found.is_undergone:
            return False
        if found.is_nominal and found.light is None and found.predicate.frame == "mutual":
            return False
        ended = found.light is not None and found.light.effect == "negated"
        return not ended and not self._syntax.is_relative(found.carrier)

    def _most_salient(self, found: Found, known: Sequence[Name]) -> Name | None:
        own = {self._side(name.key) for name in (*known, *self._governing(found))}
        reacts = found.predicate.type.spec.quad in IN_WORDS
        alone = self._alone(found, known[0], own) if reacts else None
        points = {
            key: self._points(names, found, known[0]) + ALONE * (self._side(key) == alone)
            for key, names in self._named.items()
            if self._side(key) not in own and self._facts_of(key, known[0].key)
        }
        ranked = sorted(points, key=lambda key: (-points[key], key))
        if not ranked or points[ranked[0]] < ENOUGH:
            return None
        rivals = [points[key] for key in ranked[1:] if self._side(key) != self._side(ranked[0])]
        if rivals and points[ranked[0]] - rivals[0] < AHEAD:
            return None
        names = self._named[ranked[0]]
        before = [name for name in names if name.end <= found.token.idx]
        return before[-1] if before else names[0]

    def _governing(self, found: Found) -> Iterator[Name]:
        """Who speaks of it where a noun says it: in 「Cは|Aの攻撃を非難した」 C is none of those attacked."""
        if found.is_nominal and (found.light is None or found.light.voice == "other"):
            verb = found.carrier if found.light else found.token.head
            yield from self._syntax.subject(verb).names
            yield from self._syntax.filler(verb, "と").names

    def _points(self, names: Sequence[Name], found: Found, known: Name) -> int:
        here = self._number[found.token.sent.start]
        far = [
            here - self._number[self._sentence(name).start] for name in names if not self._describes(name, known, found)
        ]
        near = SAME_SENTENCE if 0 in far else NEAR_BY if any(0 < distance <= NEAR for distance in far) else 0
        headline = IN_HEADLINE if any(name.start < self._headline_end for name in names) else 0
        facts = min(MOST_FACTS, self._facts_of(names[0].key, known.key))
        foremost = FOREMOST if self._is_foremost(names[0].key, known.key) else 0
        return near + headline + facts + foremost + SAME_TYPE * (names[0].type is known.type)

    def _alone(self, found: Found, known: Name, own: Set[str]) -> str | None:
        """The one other side that the nearest sentence with any speaks of, within two."""
        here = self._number[found.token.sent.start]
        for sentence in self._sentences[max(0, here - 1) : here + 1][::-1]:
            names = {name for token in sentence for name in self._syntax.named(token)}
            sides = {self._side(name.key) for name in names if not self._describes(name, known, found)} - own
            if sides:
                return sides.pop() if len(sides) == 1 else None
        return None

    def _describes(self, name: Name, known: Name, found: Found) -> bool:
        """Whether a name stands in a clause that describes the known actor: 「Bに武器を送る|Aは国境を閉じた」.

        Words answer what the clause tells, deeds do not: 「Bが攻撃した|Aは報復を誓った」.
        """
        if found.predicate.type.spec.quad in IN_WORDS:
            return False
        token = self._syntax.doc[name.first]
        while token.dep_ != "ROOT" and token.dep_ != "acl":
            token = token.head
        described = token.head
        return token.dep_ == "acl" and (known.first <= described.i <= known.last or described.head.i == found.carrier.i)

    def _is_foremost(self, key: str, known: str) -> bool:
        """Whether none but the known actor is named more often."""
        return all(count <= self._often[key] for other, count in self._often.items() if other != known)

    def _sentence(self, name: Name) -> Span:
        return self._syntax.doc[name.first].sent

    def _facts_of(self, key: str, other: str) -> int:
        return self._facts[frozenset((self._side(key), self._side(other)))]

    def _is_political(self, key: str) -> bool:
        """Whether an actor is known, or of a country: of others a text tells too little to go by."""
        actor = self._actors.get(key)
        return actor is not None and (actor.known or actor.country is not None)

    def _side(self, key: str) -> str:
        actor = self._actors.get(key)
        return (actor.country if actor else None) or key
