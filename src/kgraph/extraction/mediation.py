"""Mediators and those between whom they mediate: 「トルコの仲介で、AとBが署名した」「AはBとCの橋渡しを担った」."""

from collections.abc import Sequence

from kgraph.extraction.document import Name
from kgraph.extraction.predicates import Found
from kgraph.extraction.roles import NOBODY, Arguments, join, without
from kgraph.extraction.syntax import Filler, Syntax
from kgraph.extraction.wordorder import Clauses
from kgraph.ontology import EntityType

_INSIDE = ("の", "", "と", "や", "との", "への")
_WITHIN = 0.8


def mediation(syntax: Syntax, clauses: Clauses, found: Found) -> Arguments:
    """The mediator as source; as targets the parties, in the noun phrase, the object or the clause that it serves."""
    inside = _parties(clauses, found)
    agents = syntax.filler(found.token, "による")
    served = _served(syntax, found)
    if agents or (served and len(inside) == 1):
        mediator = agents or Filler(inside)
        between = Filler(inside, _WITHIN) if agents and inside else served
        return Arguments(mediator, without(between, mediator))
    mediator = NOBODY if served else syntax.subject(found.carrier)
    return Arguments(mediator, without(Filler(inside, _WITHIN), mediator))


def _parties(clauses: Clauses, found: Found) -> tuple[Name, ...]:
    """The actors in the phrase of the noun, or in the verb's object: 「AとBの和平交渉を|仲介」."""
    if found.is_nominal:
        names = [name for particle, name in clauses.inside(found.token) if particle in _INSIDE]
    else:
        objects = [phrase for phrase in clauses.before(found.token) if phrase.particle in ("を", "に")]
        names = [
            name
            for phrase in objects[-1:]
            for name in (*phrase.names, *(n for p, n in clauses.inside(phrase.head) if p in _INSIDE))
        ]
    return _of_one_kind(names)


def _of_one_kind(names: Sequence[Name]) -> tuple[Name, ...]:
    """The actors, each once; beside people and organizations a country is only said of them."""
    actors = {name.key: name for name in names if name.type is not EntityType.PLACE}
    kinds = {name.type for name in actors.values()} - {EntityType.COUNTRY}
    if len([name for name in actors.values() if name.type in kinds]) > 1:
        return tuple(name for name in actors.values() if name.type in kinds)
    return tuple(actors.values())


def _served(syntax: Syntax, found: Found) -> Filler:
    """Who acts in the clause that 「Aの仲介で」「Aを介して」 is said of."""
    verb = found.token.head
    if not found.is_nominal or syntax.particle(found.token) not in ("で", "による") or verb.i < found.token.i:
        return NOBODY
    return join(syntax.own_subject(verb), syntax.filler(verb, "と", "との"))
