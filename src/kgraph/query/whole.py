"""Questions about the graph as a whole, and the graph as other programs take it."""

from collections.abc import Iterable
from typing import TYPE_CHECKING

from kgraph import summing
from kgraph.errors import KgraphError
from kgraph.models import Assertion, Entity, Relation
from kgraph.ontology import Status
from kgraph.query.base import Base
from kgraph.query.found import Found
from kgraph.query.records import Central, Community
from kgraph.query.relations import support
from kgraph.query.walking import near
from kgraph.store import Stats

if TYPE_CHECKING:
    import networkx as nx
    import pandas as pd

WAYS = ("degree", "pagerank", "betweenness")
LEVELS = ("relation", "assertion")
# Betweenness asks for the ways from every entity; of larger graphs so many are drawn, always the same ones.
_DRAWN = 200


class Whole(Base):
    """Questions about the graph as a whole."""

    def stats(self) -> Stats:
        """How much the graph holds of everything.

        >>> kg.stats().articles
        2
        """
        return self._reader.counts()

    def central(self, by: str = "degree", *, limit: int | None = 20) -> Found[Central]:
        """The most central entities: by the share of others they are tied to, by PageRank, or by betweenness.

        Ties count once, whatever their types and directions. The betweenness of a graph of more than 200 entities is
        estimated from 200 of them.

        >>> kg.central()[0].entity
        'person:高木一郎'
        """
        import networkx as nx

        if by not in WAYS:
            raise KgraphError(f"no centrality is called '{by}'; there are: {', '.join(WAYS)}")
        ties = self._ties()
        if by == "degree":
            scores = nx.degree_centrality(ties)
        elif by == "pagerank":
            scores = nx.pagerank(ties)
        else:
            drawn = _DRAWN if len(ties) > _DRAWN else None
            scores = nx.betweenness_centrality(ties, k=drawn, seed=0)
        found = (Central(entity=entity, score=round(score, 6)) for entity, score in scores.items())
        return self._found(Central, sorted(found, key=lambda one: (-one.score, one.entity))[:limit])

    def communities(self) -> Found[Community]:
        """Groups of entities that have more to do with one another than with the rest, the largest first.

        Found by the Louvain method; entities without relations are in none.

        >>> "country:DE" in kg.communities()[1].entities
        True
        """
        import networkx as nx

        ties = self._ties()
        ties.remove_nodes_from(list(nx.isolates(ties)))
        groups = nx.community.louvain_communities(ties, seed=0) if ties else []
        ordered = (tuple(sorted(group, key=lambda one: (-ties.degree[one], one))) for group in groups)
        largest = sorted(ordered, key=lambda group: (-len(group), group))
        return self._found(Community, (Community(entities=group) for group in largest))

    def to_networkx(self, level: str = "relation") -> "nx.MultiDiGraph[str]":
        """Entities as nodes by id; the fields are attributes.

        At the level of relations each is an edge with its type as key; one whose type has no direction is one
        edge, its ends in the order of their ids. At the level of assertions each is an edge with its id as key.

        >>> kg.to_networkx().edges["country:DE", "country:BY", "sanction"]["first"]
        '2024-03'
        """
        import networkx as nx

        if level not in LEVELS:
            raise KgraphError(f"no level is called '{level}'; there are: {', '.join(LEVELS)}")
        net: nx.MultiDiGraph[str] = nx.MultiDiGraph()
        for entity in self._reader.plain(Entity):
            net.add_node(entity.pop("id"), **entity)
        if level == "assertion":
            for one in self._reader.plain(Assertion):
                net.add_edge(one.pop("source"), one.pop("target"), key=one.pop("id"), **one)
            return net
        for relation in self._reader.relations():
            fields = relation.model_dump(mode="json", exclude={"source", "target", "type"})
            source, kind, target = summing.key(relation)
            net.add_edge(source, target, key=str(kind), **fields)
        return net

    def to_pandas(self) -> "pd.DataFrame":
        """The relations as a table: the fields of Relation, each status a column of counts.

        Raises KgraphError where pandas is not installed.

        >>> kg.to_pandas().loc[0, "assertions"].item()
        2
        """
        try:
            import pandas as pd
        except ImportError:
            raise KgraphError("pandas is not installed: pip install 'kgraph[pandas]'") from None
        columns = [*(name for name in Relation.model_fields if name != "statuses"), *map(str, Status)]
        relations: Iterable[Relation] = sorted(self._reader.relations(), key=support)
        return pd.DataFrame([_flat(relation) for relation in relations], columns=columns)

    def _ties(self) -> "nx.Graph[str]":
        """Who has to do with whom."""
        import networkx as nx

        ids = self._reader.tied
        ties: nx.Graph[str] = nx.Graph()
        ties.add_nodes_from(ids)
        for entity, others in zip(ids, near(self._reader, range(len(ids)), 0), strict=True):
            ties.add_edges_from((entity, ids[other]) for other in others)
        return ties


def _flat(relation: Relation) -> dict[str, object]:
    fields = relation.model_dump(mode="json", exclude={"statuses"})
    return fields | {str(status): relation.statuses.get(status, 0) for status in Status}
