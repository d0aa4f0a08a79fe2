"""What a predicate states once its arguments are known: of whom, with what status, when, where, and by whom said."""

from collections.abc import Iterable, Mapping, Set

from kgraph.extraction.arguments import only_actors
from kgraph.extraction.dating import Dating
from kgraph.extraction.document import Actor, Name, Partial, Statement
from kgraph.extraction.factuality import Factuality
from kgraph.extraction.predicates import Found
from kgraph.extraction.roles import Arguments
from kgraph.extraction.speakers import Speakers
from kgraph.extraction.syntax import Syntax
from kgraph.ontology import EntityType, Quad, RelationType, Status

# What a relation's statuses are worth as evidence that it is so.
_WEIGHT = {Status.ASSERTED: 1.0, Status.PLANNED: 0.9, Status.HYPOTHETICAL: 0.8, Status.NEGATED: 0.9}
# From here on the grammar tells who an argument is, not what stands around it.
_CERTAIN = 0.8


class Statements:
    """Makes the statements of one Doc.

    `countries` gives the countries of places; `rebels` are the groups that deal with their own country as others do.
    """

    def __init__(
        self,
        syntax: Syntax,
        factuality: Factuality,
        dating: Dating,
        speakers: Speakers,
        countries: Mapping[str, str],
        rebels: Set[str],
    ) -> None:
        self._syntax = syntax
        self._actors: Mapping[str, Actor] = syntax.doc._.actors
        self._factuality = factuality
        self._dating = dating
        self._speakers = speakers
        self._countries = countries
        self._rebels = rebels

    def __call__(self, found: Found, args: Arguments) -> list[Statement]:
        """One statement for every two actors that the predicate is said of."""
        args = only_actors(found, args, self._countries)
        certain = args.certainty >= _CERTAIN
        pairs = _once(found, ((s, t) for s, t in args.pairs() if self._fits(found, s, t, certain)))
        if not pairs:
            return []
        status, date = self._when(found)
        place, speaker = _place_of(self._syntax, found), self._speakers.of(self._syntax, found.token)
        return [
            Statement(
                source=source.key,
                type=found.predicate.type,
                target=target.key,
                status=status,
                rule=found.predicate.rule,
                start=found.token.idx,
                end=found.token.idx + len(found.token),
                confidence=_confidence(args, source, target, status),
                date=date,
                place=place,
                speaker=speaker,
                carrier=_carrier_of(found),
            )
            for source, target in pairs
        ]

    def partly(self, found: Found, args: Arguments) -> None:
        """Notes on `doc._.partials` what is said of one side only, or of nobody."""
        args = only_actors(found, args, self._countries)
        status, date = self._when(found)
        self._syntax.doc._.partials.append(
            Partial(
                sources=tuple(dict.fromkeys(name.key for name in (*args.source.names, *args.parties.names))),
                type=found.predicate.type,
                targets=tuple(dict.fromkeys(n.key for n in args.target.names if n.type is not EntityType.PLACE)),
                status=status,
                rule=found.predicate.rule,
                start=found.token.idx,
                end=found.token.idx + len(found.token),
                date=date,
                place=_place_of(self._syntax, found),
                carrier=_carrier_of(found),
            )
        )

    def _when(self, found: Found) -> tuple[Status, str | None]:
        # 「争いは収まらなかった」: what has not ended goes on.
        status = Status.ASSERTED if has_ended(found) else self._factuality.status(found)
        if found.predicate.negated and status is Status.NEGATED:
            status = Status.ASSERTED
        date, status = self._dating.of(found, status)
        return status, date

    def _fits(self, found: Found, source: Name, target: Name, certain: bool) -> bool:
        """Members join organizations; nobody but rebels deals with the country that he or it belongs to."""
        predicate = found.predicate
        if source.type not in predicate.source_types or target.type not in predicate.target_types:
            return False
        if predicate.type is RelationType.MEMBERSHIP and target.type is not EntityType.ORGANIZATION:
            return False
        # States arrest and kill their own.
        by_force = predicate.type.spec.quad is Quad.MATERIAL_CONFLICT and target.type is not EntityType.COUNTRY
        if by_force or (certain and {source.key, target.key} & self._rebels):
            return source.key != target.key
        countries = [actor.country if (actor := self._actors.get(name.key)) else None for name in (source, target)]
        return source.key != countries[1] and target.key != countries[0]


def has_ended(found: Found) -> bool:
    """Whether the verb of a noun says that it is over: 「対立が収まる」."""
    return found.light is not None and found.light.effect == "ended"


def _carrier_of(found: Found) -> int | None:
    """Where the light verb begins that says that what a noun names is done, and does not only speak of it."""
    return found.carrier.idx if found.light and found.light.voice != "other" else None


def _confidence(args: Arguments, source: Name, target: Name, status: Status) -> float:
    weak = 0.8 if source.weak or target.weak else 1.0
    return round(0.95 * args.certainty * weak * _WEIGHT[status], 3)


def _once(found: Found, pairs: Iterable[tuple[Name, Name]]) -> list[tuple[Name, Name]]:
    """The pairs, each once; where the relation has no direction, whichever way round comes first."""
    kept: dict[tuple[str, str], tuple[Name, Name]] = {}
    for source, target in pairs:
        backward = not found.predicate.type.spec.directed and target.key < source.key
        kept.setdefault((target.key, source.key) if backward else (source.key, target.key), (source, target))
    return list(kept.values())


def _place_of(syntax: Syntax, found: Found) -> str | None:
    """The place where it happens: marked で, or before の in the noun phrase."""
    names = (*syntax.filler(found.carrier, "で", "での").names, *syntax.filler(found.token, "での", "の").names)
    return next((name.key for name in names if name.type is EntityType.PLACE), None)
