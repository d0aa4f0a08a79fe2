"""Questions about how two entities hang together."""

from collections.abc import Iterable, Sequence
from itertools import islice, pairwise

from kgraph.errors import KgraphError
from kgraph.models import Entity, Relation
from kgraph.ontology import RelationType
from kgraph.query.base import Base, types
from kgraph.query.found import Found
from kgraph.query.records import Hop
from kgraph.query.relations import support
from kgraph.query.walking import mask, near, shortest
from kgraph.store import Filters


class Paths(Base):
    """Questions about paths."""

    def path(self, source: str, target: str, *, through: str | Iterable[str] | None = None) -> Found[Hop]:
        """The shortest chain of relations, in whatever direction, from one entity to another, with its evidence.

        `through` names the relation types it may use. Of several relations between two entities the best supported
        one is taken. Raises KgraphError where no chain leads from one to the other.

        >>> [str(hop.type) for hop in kg.path("日本", "フランス")]
        ['leadership', 'negotiation', 'leadership']
        """
        start, end = self.entity(source), self.entity(target)
        chosen = tuple(types(through))
        numbers = self._reader.number(start.id), self._reader.number(end.id)
        way = shortest(self._reader, *numbers, mask(chosen))
        if way is None:
            raise _no_path(start, end)
        return self._hops(way, chosen)

    def paths(
        self, source: str, target: str, *, k: int = 3, through: str | Iterable[str] | None = None
    ) -> list[Found[Hop]]:
        """The `k` shortest chains that pass no entity twice, shortest first; asked for like `path`.

        >>> len(kg.paths("日本", "フランス"))
        1
        """
        import networkx as nx

        start, end = self.entity(source), self.entity(target)
        chosen = tuple(types(through))
        numbers = self._reader.number(start.id), self._reader.number(end.id)
        ties: nx.Graph[int] = nx.Graph()
        ties.add_nodes_from(numbers)
        everybody = range(len(self._reader.tied))
        for number, others in zip(everybody, near(self._reader, everybody, mask(chosen)), strict=True):
            ties.add_edges_from((number, other) for other in others)
        try:
            ways = list(islice(nx.shortest_simple_paths(ties, *numbers), k))
        except nx.NetworkXNoPath:
            raise _no_path(start, end) from None
        return [self._hops(way, chosen) for way in ways]

    def _hops(self, way: Sequence[int], chosen: Sequence[RelationType]) -> Found[Hop]:
        steps = pairwise(self._reader.tied[number] for number in way)
        return self._found(Hop, (self._hop(Filters(ends=step, types=tuple(chosen) or None)) for step in steps))

    def _hop(self, asked: Filters) -> Hop:
        best: Relation = min(self._reader.relations(asked), key=support)
        evidence = self._reader.assertions(Filters(best.source, best.target, best.type))
        return Hop(**dict(best), evidence=tuple(evidence))


def _no_path(start: Entity, end: Entity) -> KgraphError:
    return KgraphError(f"no path leads from {start.name} to {end.name}")
