"""Mediators and those between whom they mediate: 「トルコの仲介で、AとBが署名した」「AはBとCの橋渡しを担った」."""

from collections.abc import Sequence
from itertools import takewhile

from spacy.tokens import Token

from kgraph.extraction.document import Name
from kgraph.extraction.predicates import Found
from kgraph.extraction.roles import NOBODY, Arguments, join, without
from kgraph.extraction.syntax import Filler, Syntax
from kgraph.extraction.wordorder import Clauses
from kgraph.ontology import EntityType

_INSIDE = ("の", "", "と", "や", "との", "への")
_ACTING = ("は", "が", "と")
_WITHIN = 0.8
_CUTS = frozenset(":：…→】")


def mediation(syntax: Syntax, clauses: Clauses, found: Found) -> Arguments:
    """The mediator as source; as targets the parties, in the noun phrase, the object or the clause that it serves."""
    inside = _parties(clauses, found)
    if found.predicate.through:
        mediator = Filler(inside)
        own = [phrase.names for phrase in clauses.before(found.token) if phrase.particle in ("は", "が")]
        parties = join(*map(Filler, own), _of_main_clause(clauses, found.token, mediator, bool(own)))
        return Arguments(mediator, without(parties, mediator) if mediator else NOBODY)
    agents = syntax.filler(found.token, "による")
    served = _served(syntax, found)
    if agents or (served and len(inside) == 1):
        mediator = agents or Filler(inside)
        between = Filler(inside, _WITHIN) if agents and inside else served
        return Arguments(mediator, without(between, mediator))
    if found.light and (found.light.voice, found.light.effect) == ("other", "none"):
        # 「Aは|Bの仲介を歓迎した」: A only speaks of it.
        return Arguments(Filler(inside) if len(inside) == 1 else NOBODY, NOBODY)
    mediator = NOBODY if served else _mediator(syntax, clauses, found.carrier)
    parties = Filler(inside, _WITHIN) if inside else _of_main_clause(clauses, found.carrier, mediator)
    return Arguments(mediator, without(parties, mediator))


def _mediator(syntax: Syntax, clauses: Clauses, verb: Token) -> Filler:
    """The subject of the verb; where GiNZA joins it to another, the one that stands before it."""
    subjects = [phrase.names for phrase in clauses.before(verb) if phrase.particle in ("は", "が") and phrase.names]
    return syntax.subject(verb) or (Filler(subjects[0], _WITHIN) if subjects else NOBODY)


def _parties(clauses: Clauses, found: Found) -> tuple[Name, ...]:
    """The actors in the phrase of the noun, or in the verb's object: 「AとBの和平交渉を|仲介」."""
    if found.is_nominal:
        names = _inside(clauses, found.token)
    else:
        objects = [phrase for phrase in clauses.before(found.token) if phrase.particle in ("を", "に")]
        names = [name for phrase in objects[-1:] for name in (*phrase.names, *_inside(clauses, phrase.head))]
    return _of_one_kind(names)


def _inside(clauses: Clauses, noun: Token) -> list[Name]:
    """The actors in a noun's phrase, as far as nothing cuts it: 「・A氏:|Bの仲介を評価」."""
    near = takewhile(lambda one: _CUTS.isdisjoint(noun.doc.text[one[1].end : noun.idx]), clauses.inside(noun))
    return [name for particle, name in near if particle in _INSIDE]


def _of_one_kind(names: Sequence[Name]) -> tuple[Name, ...]:
    """The actors, each once; beside people and organizations a country is only said of them."""
    actors = {name.key: name for name in names if name.type is not EntityType.PLACE}
    kinds = {name.type for name in actors.values()} - {EntityType.COUNTRY}
    if len([name for name in actors.values() if name.type in kinds]) > 1:
        return tuple(name for name in actors.values() if name.type in kinds)
    return tuple(actors.values())


def _of_main_clause(clauses: Clauses, verb: Token, mediator: Filler, shares_subject: bool = False) -> Filler:
    """Who acts in the clause that 「Aが仲介役となり、」「Aを介して、」 leads on to, if it has a subject of its own."""
    if not mediator or verb.head.i <= verb.i:
        return NOBODY
    wanted = (*_ACTING, "に") if shares_subject else _ACTING
    phrases = [phrase for phrase in clauses.before(verb.head) if phrase.particle in wanted and phrase.names]
    if not shares_subject and all(phrase.particle == "と" for phrase in phrases):
        return NOBODY
    return Filler(_of_one_kind([name for phrase in phrases for name in phrase.names]), _WITHIN)


def _served(syntax: Syntax, found: Found) -> Filler:
    """Who acts in the clause that 「Aの仲介で」「Aを介して」 is said of."""
    verb = found.token.head
    if not found.is_nominal or syntax.particle(found.token) not in ("で", "による") or verb.i < found.token.i:
        return NOBODY
    return join(syntax.own_subject(verb), syntax.filler(verb, "と", "との"))
