"""The two roles of a predicate, source and target, and what fills them on either side."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from spacy.tokens import Token

from kgraph.extraction.document import Name
from kgraph.extraction.syntax import Filler, Syntax
from kgraph.ontology import Quad

# Particles that mark to whom, and by whom, the surest first.
DATIVE = ("に対し", "への", "へ", "に")
AGENT = ("による", "に", "から", "からの")


# Said, not done: praise and demands, blame and threats.
IN_WORDS = (Quad.VERBAL_CONFLICT, Quad.VERBAL_COOPERATION)
NOBODY = Filler()


@dataclass(frozen=True, slots=True)
class Arguments:
    """The actors in the two roles of a predicate; `parties` are those of a mutual one."""

    source: Filler = NOBODY
    target: Filler = NOBODY
    parties: Filler = NOBODY

    def pairs(self) -> Iterator[tuple[Name, Name]]:
        """Every source with every target, and every two parties; never an actor with itself."""
        for source in self.source.names:
            for target in self.target.names:
                if source.key != target.key:
                    yield source, target
        for n, first in enumerate(self.parties.names):
            for second in self.parties.names[n + 1 :]:
                if first.key != second.key:
                    yield first, second

    @property
    def certainty(self) -> float:
        """How sure it is that the actors fill their roles, 0..1."""
        return min(self.source.certainty, self.target.certainty, self.parties.certainty)


def join(*fillers: Filler) -> Filler:
    """All that fill a role together, each actor once; as sure as the least sure of them."""
    names = {name.key: name for filler in fillers for name in filler.names}
    certain = min((filler.certainty for filler in fillers if filler), default=1.0)
    return Filler(tuple(names.values()), certain)


def without(filler: Filler, other: Filler) -> Filler:
    """The filler less the actors that fill another role."""
    taken = {name.key for name in other.names}
    return replace(filler, names=tuple(name for name in filler.names if name.key not in taken))


def between(syntax: Syntax, verb: Token) -> Filler:
    """「AとBの間で」, 「Bとの間で」."""
    for particle, noun in syntax.arguments(verb):
        if particle in ("で", "に", "の") and noun.text in syntax.words.between:
            return syntax.filler(noun, "の", "との", "")
    return NOBODY
