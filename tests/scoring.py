"""How right a graph is about annotated articles."""

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import product

from kgraph.models import Assertion, EventMention, Resolved
from kgraph.ontology import MentionKind, RelationType
from tests.annotation import Gold, GoldRelation

# A name is the same with the titles of its bearer and without, whatever kgraph itself knows of titles.
_OFFICES = (
    "副?大統領|副?首相|総理|(総理|外務)?大臣|(外務?|国防|財務)相|(国防|国務|財務|商務)?長官|(国家)?主席|総書記|書記長"
    "|議長|委員長|事務[総局]長|所長|党首|代表|最高指導者|皇太子|国王|女王|報道官|司令官|将軍|特使|大使|議員|候補|師"
)
_TITLES = re.compile(f"(氏|さん|様|前?元?({_OFFICES}))+$")
_SEPARATORS = re.compile(r"[\s・=-]")

Triple = tuple[str, RelationType, str]
Figures = dict[str, dict[str, float]]


@dataclass(frozen=True)
class Tally:
    """How much of what kgraph `said` is `right`, and how much of what is `there` was `found`."""

    right: float = 0
    said: int = 0
    found: float = 0
    there: int = 0

    def __add__(self, other: "Tally") -> "Tally":
        return Tally(
            self.right + other.right, self.said + other.said, self.found + other.found, self.there + other.there
        )

    def figures(self) -> dict[str, float]:
        """Precision, recall, and their harmonic mean."""
        precision, recall = _share(self.right, self.said), _share(self.found, self.there)
        f1 = _share(2 * precision * recall, precision + recall)
        return {"precision": precision, "recall": recall, "f1": f1}


@dataclass(frozen=True)
class Agreement:
    """How many `of` the relations that are right agree with the gold in one more thing."""

    agreed: int = 0
    of: int = 0

    def __add__(self, other: "Agreement") -> "Agreement":
        return Agreement(self.agreed + other.agreed, self.of + other.of)

    def figures(self) -> dict[str, float]:
        """The share of those that agree."""
        return {"accuracy": _share(self.agreed, self.of)}


class Comparison:
    """One article: what the graph says of it beside the gold.

    An entity of the graph is the gold entity with which it shares most names; `match` gives that one's id. Assertions
    that say the same of the same two entities are one triple, in `said`.
    """

    def __init__(self, gold: Gold, graph: Resolved) -> None:
        self.gold = gold
        self.types = {entity.id: entity.type for entity in graph.entities}
        self.names = self._names(graph)
        self.match = dict(self._matches())
        self.said: dict[Triple, list[Assertion]] = defaultdict(list)
        for one in graph.assertions:
            if one.article == gold.article:
                self.said[self._triple(one)].append(one)
        self.events = [one for one in graph.tellings if one.article == gold.article]

    def entity(self) -> Tally:
        """Entities that the article names, of whatever type."""
        return self._entities(self.match)

    def typed_entity(self) -> Tally:
        """Entities with the right type."""
        types = {one.id: one.type for one in self.gold.entities}
        return self._entities({own: id for own, id in self.match.items() if self.types.get(own) == types[id]})

    def cluster(self) -> Tally:
        """B-cubed, over the names that both sides know: is what is one entity here one there?"""
        here = {name: entity for entity, names in self.names.items() for name in names}
        there = {bare(alias): entity.id for entity in self.gold.entities for alias in entity.aliases}
        # Sums of fractions depend on the order in their last digits: sorted.
        return sum((_b_cubed(name, here, there) for name in sorted(here.keys() & there.keys())), Tally())

    def relations(self) -> dict[RelationType, Tally]:
        """Relations by type: what is said by its own, what is there by the best one of its row."""
        tallies: dict[RelationType, Tally] = defaultdict(Tally)
        for triple in self.said:
            tallies[triple[1]] += Tally(right=bool(self._rows(triple)), said=1)
        for row in self.gold.core:
            found = any(_means(triple, row) for triple in self.said)
            tallies[row.type[0]] += Tally(found=found, there=1)
        return tallies

    def pair(self) -> Tally:
        """Who has to do with whom, whatever the relation and its direction."""
        said = {frozenset((source, target)) for source, _, target in self.said}
        known = {pair for row in self.gold.relations for pair in _pairs(row)}
        core = self.gold.core
        return Tally(len(said & known), len(said), sum(not said.isdisjoint(_pairs(row)) for row in core), len(core))

    def event(self) -> Tally:
        """Events with the right type, half of the participants, and no other date."""
        told: set[int] = set()
        right = 0
        for event in self.events:
            row = self._fitting(event, told)
            if row is not None:
                right += 1
                told.add(row)
        return Tally(right, len(self.events), len(told), len(self.gold.events))

    def status(self) -> Agreement:
        """The status of the relations that are right."""
        agreed = [
            not {one.status for one in said}.isdisjoint(row.status for row in rows) for said, rows in self._right()
        ]
        return Agreement(sum(agreed), len(agreed))

    def date(self) -> Agreement:
        """The date of the relations that are right, where all their rows have one."""
        agreed = [
            any(one.date and row.date and _agree(one.date, row.date) for one, row in product(said, rows))
            for said, rows in self._right()
            if all(row.date for row in rows)
        ]
        return Agreement(sum(agreed), len(agreed))

    def _names(self, graph: Resolved) -> dict[str, set[str]]:
        names: dict[str, set[str]] = defaultdict(set)
        for mention in graph.mentions:
            if mention.article == self.gold.article and mention.kind is MentionKind.NAME:
                names[mention.entity].add(bare(mention.text))
        return names

    def _matches(self) -> Iterator[tuple[str, str]]:
        known = {entity.id: {bare(name) for name in (entity.name, *entity.aliases)} for entity in self.gold.entities}
        for own, names in self.names.items():
            shared = {id: len(names & others) for id, others in known.items()}
            best = max(shared, key=lambda id: shared[id], default=None)
            if best and shared[best]:
                yield own, best

    def _entities(self, match: Mapping[str, str]) -> Tally:
        return Tally(len(match), len(self.names), len(set(match.values())), len(self.gold.entities))

    def _whom(self, entity: str) -> str:
        """The id in the gold; a stranger's is one that no gold entity has."""
        return self.match.get(entity, f"?{entity}")

    def _triple(self, said: Assertion) -> Triple:
        source, target = self._whom(said.source), self._whom(said.target)
        if not said.type.spec.directed:
            source, target = sorted((source, target))
        return source, said.type, target

    def _rows(self, triple: Triple) -> list[GoldRelation]:
        return [row for row in self.gold.relations if _means(triple, row)]

    def _right(self) -> Iterator[tuple[list[Assertion], list[GoldRelation]]]:
        """What was said and the rows that it means, triple by triple, where there are rows."""
        found = ((said, self._rows(triple)) for triple, said in self.said.items())
        return ((said, rows) for said, rows in found if rows)

    def _fitting(self, event: EventMention, told: set[int]) -> int | None:
        """Which row the event tells of: one not told yet before others, then one of its very date, then most shared."""
        parts = {self._whom(part.entity) for part in event.participants}
        shared = [len(parts.intersection(row.participants)) for row in self.gold.events]
        fitting = [
            (number in told, event.date != row.date, -shared[number], number)
            for number, row in enumerate(self.gold.events)
            if event.type in row.type
            and 2 * shared[number] >= len(set(row.participants))
            and _agree(event.date, row.date)
        ]
        return min(fitting)[-1] if fitting else None


@dataclass(frozen=True)
class Score:
    """The tallies over all articles, and those of relations by type."""

    parts: Mapping[str, Tally | Agreement]
    types: Mapping[RelationType, Tally]

    def figures(self) -> Figures:
        """What is kept: each part's figures, to four digits."""
        return {part: {name: round(one, 4) for name, one in of.figures().items()} for part, of in self.parts.items()}


def bare(name: str) -> str:
    """A name as names are compared: without titles, separators, and differences of width and case."""
    plain = _SEPARATORS.sub("", unicodedata.normalize("NFKC", name)).lower()
    return _TITLES.sub("", plain) or plain


def score(golds: Iterable[Gold], graph: Resolved) -> Score:
    """How right the graph is about these articles, all together; what it says of others does not count."""
    compared = [Comparison(gold, graph) for gold in golds]
    types: dict[RelationType, Tally] = defaultdict(Tally)
    for one in compared:
        for type, of_type in one.relations().items():
            types[type] += of_type
    parts: dict[str, Tally | Agreement] = {
        "entity": sum(map(Comparison.entity, compared), Tally()),
        "entity typed": sum(map(Comparison.typed_entity, compared), Tally()),
        "cluster": sum(map(Comparison.cluster, compared), Tally()),
        "relation": sum(types.values(), Tally()),
        "pair": sum(map(Comparison.pair, compared), Tally()),
        "event": sum(map(Comparison.event, compared), Tally()),
        "status": sum(map(Comparison.status, compared), Agreement()),
        "date": sum(map(Comparison.date, compared), Agreement()),
    }
    return Score(parts, types)


def _share(part: float, whole: float) -> float:
    return part / whole if whole else 0.0


def _b_cubed(name: str, here: Mapping[str, str], there: Mapping[str, str]) -> Tally:
    """One name's part: of those that are one with it on one side, how many are so on the other."""
    names = here.keys() & there.keys()
    ours = {other for other in names if here[other] == here[name]}
    theirs = {other for other in names if there[other] == there[name]}
    both = len(ours & theirs)
    return Tally(both / len(ours), 1, both / len(theirs), 1)


def _means(triple: Triple, row: GoldRelation) -> bool:
    source, type, target = triple
    ways = [(source, target)] if type.spec.directed else [(source, target), (target, source)]
    return type in row.type and any(one in row.source and other in row.target for one, other in ways)


def _pairs(row: GoldRelation) -> set[frozenset[str]]:
    return {frozenset(ends) for ends in product(row.source, row.target)}


def _agree(date: str | None, other: str | None) -> bool:
    """Two dates agree where one is the other more precisely; one that is unknown agrees with all."""
    return not date or not other or date.startswith(other) or other.startswith(date)
