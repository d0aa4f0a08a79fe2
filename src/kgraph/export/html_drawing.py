"""The drawing on the HTML page: nodes, edges and options as pyvis hands them to vis-network.

Colours and words are the page's own, as they change with theme and language; shape, size, place and
curve are decided here, so that the browser has nothing to compute.
"""

import json
import math
import unicodedata
from collections import defaultdict
from collections.abc import Mapping, Sequence
from typing import Any

import networkx as nx
from pyvis.network import Network

from kgraph.export.html_layout import Point, Size, beside, positions, shelf
from kgraph.models import Entity, Event, Relation
from kgraph.ontology import EntityType, Status

Json = dict[str, Any]

# More nodes than this cannot be taken in at once; the page brings in the others when asked.
SHOWN = 1500
SHAPES = {
    EntityType.COUNTRY: "hexagon",
    EntityType.PERSON: "dot",
    EntityType.ORGANIZATION: "square",
    EntityType.PLACE: "triangle",
}
OPTIONS: Json = {
    "physics": {"enabled": False},
    "layout": {"improvedLayout": False},
    "interaction": {"hover": True, "selectConnectedEdges": False},
    "nodes": {
        "borderWidthSelected": 4,
        "scaling": {"label": {"drawThreshold": 10}},
    },
    "edges": {
        "arrows": {"to": {"scaleFactor": 0.5}},
        "arrowStrikethrough": False,
        "selectionWidth": 2,
        "hoverWidth": 1,
    },
}


def draw(
    entities: Sequence[Entity], relations: Sequence[Relation], events: Sequence[Event], number: Mapping[str, int]
) -> Json:
    """Nodes, edges and options for vis-network, those of events apart; nodes marked `core` are to be shown at first."""
    graph = _weighted(relations, number, len(entities))
    rank = _by_weight(graph)
    core = [node for node in rank if graph.degree(node)][:SHOWN]
    weight = dict(graph.degree(weight="weight"))
    sizes = {node: 9 + 3.2 * math.sqrt(min(weight[node], 120)) for node in graph}
    boxes = {node: _box(entities[node].name, sizes[node]) for node in core}
    places, regions = positions(graph.subgraph(core), boxes)
    places = _all_places(graph, rank, places)
    network = Network(directed=True)
    network.options = OPTIONS
    _add_entities(network, entities, sizes, places, regions)
    _add_relations(network, relations, number)
    _add_events(network, events, number, places)
    nodes, edges, *_, options = network.get_network_data()
    return {
        "nodes": nodes[: len(entities)],
        "edges": edges[: len(relations)],
        "event_nodes": nodes[len(entities) :],
        "event_edges": edges[len(relations) :],
        "options": json.loads(options),
    }


def _weighted(relations: Sequence[Relation], number: Mapping[str, int], nodes: int) -> "nx.Graph[int]":
    """The undirected graph whose edges weigh what the relations between two entities have in assertions."""
    graph: nx.Graph[int] = nx.Graph()
    graph.add_nodes_from(range(nodes))
    for relation in relations:
        one, other = sorted((number[relation.source], number[relation.target]))
        if one != other:
            before = graph.get_edge_data(one, other, {"weight": 0})["weight"]
            graph.add_edge(one, other, weight=before + relation.assertions)
    return graph


def _by_weight(graph: "nx.Graph[int]") -> list[int]:
    weight = dict(graph.degree(weight="weight"))
    return sorted(graph, key=lambda node: (-weight[node], node))


def _all_places(graph: "nx.Graph[int]", rank: Sequence[int], core: Mapping[int, Point]) -> dict[int, Point]:
    """Places for all nodes: those outside the core lie beside what they are linked to."""
    places = dict(core)
    apart = []
    for turn, node in enumerate(node for node in rank if node not in core):
        if any(neighbour in places for neighbour in graph[node]):
            places[node] = beside(sorted(graph[node]), places, turn)
        else:
            apart.append(node)
    return places | shelf(apart, places)


def _font(size: float) -> int:
    """The size of a node's label: seen from afar, only what matters most has one that can be read."""
    return round(1 + 1.1 * size)


def _box(label: str, size: float) -> Size:
    """The room a node takes with the label under it."""
    letters = sum(1 if unicodedata.east_asian_width(c) in "WFA" else 0.6 for c in label[:18])
    return max(2 * size + 36, letters * _font(size)) + 12, 2 * size + 2 * _font(size) + 14


def _add_entities(
    network: Network,
    entities: Sequence[Entity],
    sizes: Mapping[int, float],
    places: Mapping[int, Point],
    regions: Mapping[int, int],
) -> None:
    for node, entity in enumerate(entities):
        network.add_node(
            node,
            label=entity.name,
            group=entity.type,
            shape=SHAPES[entity.type],
            size=round(sizes[node], 1),
            font={"size": _font(sizes[node])},
            core=node in regions,
            region=regions.get(node),
            **_xy(places[node]),
        )


def _xy(place: Point) -> dict[str, int]:
    return {"x": round(place[0]), "y": round(place[1])}


def _add_relations(network: Network, relations: Sequence[Relation], number: Mapping[str, int]) -> None:
    between: dict[tuple[str, str], list[int]] = defaultdict(list)
    for edge, relation in enumerate(relations):
        between[min(relation.source, relation.target), max(relation.source, relation.target)].append(edge)
    for edge, relation in enumerate(relations):
        ends = relation.source, relation.target
        siblings = between[min(ends), max(ends)]
        network.add_edge(
            number[relation.source],
            number[relation.target],
            id=edge,
            arrows="to" if relation.type.spec.directed else "",
            width=round(1.4 + 1.1 * math.log2(relation.assertions), 1),
            dashes=not relation.statuses.get(Status.ASSERTED),
            bend=_bend(siblings.index(edge), len(siblings), ends),
        )


def _bend(place: int, siblings: int, ends: tuple[str, str]) -> float:
    """A bend of its own for each relation between the same two, to the right of its way where it is positive.

    Edges that run the other way turn it round, as right and left are seen from the source. A relation of an
    entity with itself is a loop, the larger the later.
    """
    if ends[0] == ends[1]:
        return place
    step = min(0.16, 0.8 / max(1, siblings - 1))
    bend = round(step * (place - (siblings - 1) / 2), 2)
    return bend if ends[0] < ends[1] else -bend


def _add_events(
    network: Network, events: Sequence[Event], number: Mapping[str, int], places: Mapping[int, Point]
) -> None:
    for turn, event in enumerate(events):
        node = len(number) + turn
        links = sorted({number[part.entity] for part in event.participants})
        point = beside(links, places, turn)
        network.add_node(
            node, label=event.label, group="event", shape="diamond", size=11, font={"size": 12}, **_xy(point)
        )
        for link in links:
            network.add_edge(node, link, id=f"{node}-{link}", arrows="", width=1, dashes=[2, 4])
