"""The component `kgraph_assertions`: what the article says that actors do to one another."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path

from spacy.language import Language
from spacy.tokens import Doc

from kgraph import lexicon
from kgraph.extraction import grouping
from kgraph.extraction.arguments import ArgumentFinder, only_actors
from kgraph.extraction.dating import Dating, attitudes
from kgraph.extraction.document import Actor, Name, Partial, Statement
from kgraph.extraction.factuality import Factuality
from kgraph.extraction.particles import Words
from kgraph.extraction.predicates import Found, PredicateFinder, has_auxiliary
from kgraph.extraction.roles import Arguments
from kgraph.extraction.speakers import Speakers
from kgraph.extraction.standing import StandingRelations
from kgraph.extraction.syntax import Syntax
from kgraph.lexicon import Lexicon, files
from kgraph.ontology import EntityType, Quad, Reason, RelationType, Status

# What a relation's statuses are worth as evidence that it is so.
_WEIGHT = {Status.ASSERTED: 1.0, Status.PLANNED: 0.9, Status.HYPOTHETICAL: 0.8, Status.NEGATED: 0.9}
_SPOKEN_OF = "other"
# From here on the grammar tells who an argument is, not what stands around it.
_CERTAIN = 0.8
_NOT = frozenset(("ない", "ぬ", "ず"))


class AssertionFinder:
    """Finds the statements of an article and leaves them on `doc._.statements`, in the order of the text."""

    def __init__(self, words: Lexicon, syntax_words: Words) -> None:
        self._lexicon = words
        actors = words.actors.by_id.values()
        self._rebels = {actor.id for actor in actors if actor.kind == "armed_group"}
        self._countries_of_places = {a.id: a.country for a in actors if a.type is EntityType.PLACE and a.country}
        self._words = syntax_words
        self._attitudes = attitudes(words.grammar)
        self._predicates = PredicateFinder(words.grammar)
        self._factuality = Factuality(words.grammar)
        self._speakers = Speakers(words.grammar)
        self._standing = StandingRelations(words)

    def __call__(self, doc: Doc) -> Doc:
        """Annotates the Doc."""
        doc._.partials = []
        syntax = Syntax(doc, _speaking(doc._.names), self._words)
        finder = ArgumentFinder(syntax)
        found = [*self._standing.find(doc.text, doc._.names, doc._.actors), *self._events(syntax, finder)]
        doc._.statements = sorted(found, key=lambda s: (s.start, s.end, s.type, s.source, s.target))
        unnamed = {s.target for s in doc._.statements} - doc._.actors.keys()
        doc._.actors.update({key: grouping.unnamed(key, self._lexicon) for key in sorted(unnamed)})
        return doc

    def _fits(self, found: Found, source: Name, target: Name, certain: bool, actors: Mapping[str, Actor]) -> bool:
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
        countries = [actors[name.key].country if name.key in actors else None for name in (source, target)]
        return source.key != countries[1] and target.key != countries[0]

    def _events(self, syntax: Syntax, finder: ArgumentFinder) -> Iterator[Statement]:
        told: set[tuple[int, RelationType, str]] = set()
        dating = Dating(syntax, self._attitudes)
        for found in sorted(self._predicates.find(syntax), key=_telling):
            if _has_ended(found) and not has_auxiliary(found.carrier, _NOT):
                continue
            said = (_verb_of(found), found.predicate.type, found.predicate.frame)
            statements = [] if said in told else list(self._statements(syntax, finder, dating, found))
            if statements:
                told.add(said)
            yield from statements

    def _statements(self, syntax: Syntax, finder: ArgumentFinder, dating: Dating, found: Found) -> Iterator[Statement]:
        args = only_actors(found, finder(found), self._countries_of_places)
        actors = syntax.doc._.actors
        certain = args.certainty >= _CERTAIN
        pairs = _once(found, ((s, t) for s, t in args.pairs() if self._fits(found, s, t, certain, actors)))
        # 「争いは収まらなかった」: what has not ended goes on.
        status = Status.ASSERTED if _has_ended(found) else self._factuality.status(found)
        date, status = dating.of(found, status)
        place = _place_of(syntax, found)
        if not pairs:
            syntax.doc._.partials.append(_partial(found, args, status, date, place))
            return
        speaker = self._speakers.of(syntax, found.token)
        for source, target in pairs:
            weak = 0.8 if source.weak or target.weak else 1.0
            yield Statement(
                source=source.key,
                type=found.predicate.type,
                target=target.key,
                status=status,
                rule=found.predicate.rule,
                start=found.token.idx,
                end=found.token.idx + len(found.token),
                confidence=round(0.95 * args.certainty * weak * _WEIGHT[status], 3),
                date=date,
                place=place,
                speaker=speaker,
                carrier=_carrier_of(found),
            )


def _partial(found: Found, args: Arguments, status: Status, date: str | None, place: str | None) -> Partial:
    return Partial(
        sources=tuple(dict.fromkeys(name.key for name in (*args.source.names, *args.parties.names))),
        type=found.predicate.type,
        targets=tuple(dict.fromkeys(name.key for name in args.target.names if name.type is not EntityType.PLACE)),
        status=status,
        rule=found.predicate.rule,
        start=found.token.idx,
        end=found.token.idx + len(found.token),
        date=date,
        place=place,
        carrier=_carrier_of(found),
    )


def _carrier_of(found: Found) -> int | None:
    """Where the light verb begins that says that what a noun names is done, and does not only speak of it."""
    return found.carrier.idx if found.light and found.light.voice != _SPOKEN_OF else None


def _speaking(names: Sequence[Name]) -> list[Name]:
    """The names but those of people whom the article only knows by office: what 米大統領 does, the United States do."""
    named = {name.key for name in names if name.reason is not Reason.OFFICE}
    return [name for name in names if name.key in named]


def _once(found: Found, pairs: Iterable[tuple[Name, Name]]) -> list[tuple[Name, Name]]:
    """The pairs, each once; where the relation has no direction, whichever way round comes first."""
    kept: dict[tuple[str, str], tuple[Name, Name]] = {}
    for source, target in pairs:
        kept.setdefault(_parties(found, source.key, target.key), (source, target))
    return list(kept.values())


def _parties(found: Found, source: str, target: str) -> tuple[str, str]:
    """The keys of two actors, in one order where the relation has no direction."""
    backward = not found.predicate.type.spec.directed and target < source
    return (target, source) if backward else (source, target)


def _has_ended(found: Found) -> bool:
    return found.light is not None and found.light.effect == "ended"


def _telling(found: Found) -> tuple[int, int]:
    """Which of a verb and its noun says it, if both do: 「協定に署名した」 the verb, 「会談を開いた」 the noun."""
    return 1 if found.is_nominal else 2 if found.predicate.objects else 0, found.token.i


def _verb_of(found: Found) -> int:
    """The verb that states it, carries its noun, or governs that."""
    if not found.is_nominal:
        return found.token.i
    return found.carrier.i if found.light else found.token.head.i


def _place_of(syntax: Syntax, found: Found) -> str | None:
    """The place where it happens: marked で, or before の in the noun phrase."""
    names = (*syntax.filler(found.carrier, "で", "での").names, *syntax.filler(found.token, "での", "の").names)
    return next((name.key for name in names if name.type is EntityType.PLACE), None)


@Language.factory("kgraph_assertions", default_config={"lexicon_dir": None})
def create(nlp: Language, name: str, lexicon_dir: str | None) -> AssertionFinder:  # noqa: ARG001
    """The component; it needs `kgraph_names`, and uses what `kgraph_references` and `kgraph_dates` leave."""
    overlay = Path(lexicon_dir) if lexicon_dir else None
    return AssertionFinder(lexicon.load(overlay), Words.of(files.words("syntax", overlay)))
