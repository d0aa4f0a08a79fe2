"""Who must be meant where a clause does not say it: the one other side that the text around it speaks of."""

from collections.abc import Iterator, Mapping, Sequence

from spacy.tokens import Span, Token

from kgraph.extraction.document import Actor, Name
from kgraph.extraction.syntax import Filler, Syntax
from kgraph.ontology import EntityType

CERTAINTY = 0.5
# How many sentences the other side may be sought in.
REACH = 2


class Context:
    """The sides that a Doc speaks of: a country with its people and organizations is one side."""

    def __init__(self, syntax: Syntax) -> None:
        self._syntax = syntax
        self._actors: Mapping[str, Actor] = syntax.doc._.actors

    def other_side(self, verb: Token, known: Filler) -> Filler:
        """The actor named last of the only side besides that of `known`: in this sentence, else in those before it."""
        own = {self._side(name) for name in known.names}
        for sentence in self._sentences(verb):
            near = [name for name in self._named_in(sentence) if self._side(name) not in own]
            if near:
                return self._last_of_one_side(near, verb)
        return Filler()

    def _last_of_one_side(self, near: Sequence[Name], verb: Token) -> Filler:
        actors = [name for name in near if name.type is not EntityType.PLACE]
        if len({self._side(name) for name in near}) != 1 or not actors:
            return Filler()
        before = [name for name in actors if name.last < verb.i]
        return Filler((before[-1] if before else actors[0],), CERTAINTY)

    def _sentences(self, verb: Token) -> Iterator[Span]:
        """The sentence of the verb and those before it in its paragraph, within reach, the nearest first."""
        sentence = verb.sent
        for _ in range(REACH):
            yield sentence
            if sentence.start == 0 or "\n" in verb.doc[sentence.start - 1].text:
                return
            sentence = verb.doc[sentence.start - 1].sent

    def _named_in(self, sentence: Span) -> list[Name]:
        return sorted({name for token in sentence for name in self._syntax.named(token)})

    def _side(self, name: Name) -> str:
        actor = self._actors.get(name.key)
        return (actor.country if actor else None) or name.key
