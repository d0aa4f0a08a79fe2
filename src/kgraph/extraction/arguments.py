"""Who is source and who is target of a predicate, by its frame, its voice and what stands around it."""

from collections.abc import Mapping
from dataclasses import replace

from kgraph.extraction.completion import Completion
from kgraph.extraction.document import Name
from kgraph.extraction.mediation import mediation
from kgraph.extraction.nominal import of_noun
from kgraph.extraction.predicates import Found
from kgraph.extraction.roles import Arguments
from kgraph.extraction.syntax import Filler, Syntax
from kgraph.extraction.verbal import of_verb
from kgraph.extraction.wordorder import Clauses
from kgraph.ontology import EntityType, Quad, RelationType


class ArgumentFinder:
    """Finds the arguments of the predicates of one Doc."""

    def __init__(self, syntax: Syntax) -> None:
        self._syntax = syntax
        self._clauses = Clauses(syntax)
        self._completion = Completion(syntax, self._clauses)

    def __call__(self, found: Found) -> Arguments:
        """The arguments of one predicate, as far as the text gives them."""
        if found.predicate.frame == "mediation":
            return mediation(self._syntax, self._clauses, found)
        told = of_noun(self._syntax, found) if found.is_nominal else of_verb(self._syntax, found)
        return self._completion(found, told)


def only_actors(found: Found, args: Arguments, countries: Mapping[str, str]) -> Arguments:
    """The arguments with actors alone; a place as target stands for its country, if that is known.

    `countries` gives the countries of places; a polity is its own. Where force is used, a place itself can be the
    target, and where people protest, they act for it.
    """
    kind = found.predicate.type
    by_force = kind.spec.quad is Quad.MATERIAL_CONFLICT and kind is not RelationType.SANCTION
    return replace(
        args,
        source=_actors(args.source, countries, for_country=kind is RelationType.PROTEST),
        target=args.target if by_force else _actors(args.target, countries, for_country=True),
        parties=_actors(args.parties, countries, for_country=False),
    )


def _actors(filler: Filler, countries: Mapping[str, str], *, for_country: bool) -> Filler:
    actors = (_actor(name, countries, for_country) for name in filler.names)
    return replace(filler, names=tuple(name for name in actors if name is not None))


def _actor(name: Name, countries: Mapping[str, str], for_country: bool) -> Name | None:
    meant = countries.get(name.key)
    if name.type is not EntityType.PLACE or meant == name.key:
        return name
    return replace(name, key=meant, type=EntityType.COUNTRY) if meant and for_country else None
