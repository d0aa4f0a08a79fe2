"""Where the nodes of the drawing lie: communities together, no label over another, the same place each time.

Nodes are integers, so no order depends on how strings hash.
"""

import itertools
import math
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

import networkx as nx
import numpy as np
import numpy.typing as npt
from scipy.spatial import KDTree

Floats = npt.NDArray[np.float64]
Point = tuple[float, float]
Size = tuple[float, float]

SEED = 7
GAP = 26.0
# Groups are tried at places this far from one another.
STEP = 14.0
GOLDEN_ANGLE = math.pi * (3 - math.sqrt(5))
# Screens are wider than high, and so is the drawing.
STRETCH = 1.1
SPACING = 70
RESOLUTION = 1.0
# Communities start so near to one another that they touch, and are then pushed apart just as far as needed.
TIGHT = 0.45
ROUNDS = 120


def positions(graph: "nx.Graph[int]", sizes: Mapping[int, Size]) -> tuple[dict[int, Point], dict[int, int]]:
    """A place for the centre of every node, and the number of its community.

    `sizes` gives the width and height that each node takes with its label. Each community is laid out by itself;
    then they are laid out as if they were nodes, so that none lies in another.
    """
    ordered = _sorted(graph)
    communities = _communities(ordered)
    home = {node: index for index, members in enumerate(communities) for node in members}
    local = [
        _spread(_spring(ordered.subgraph(members), SPACING * math.sqrt(len(members))), sizes) for members in communities
    ]
    frames = {index: _frame(points, sizes) for index, points in enumerate(local)}
    boxes = {index: (2 * reach[0] + GAP, 2 * reach[1] + GAP) for index, (_, reach) in frames.items()}
    around = _constellation(_between(ordered, home, len(communities)), boxes)
    return {
        node: (around[index][0] + x - frames[index][0][0], around[index][1] + y - frames[index][0][1])
        for index, points in enumerate(local)
        for node, (x, y) in points.items()
    }, home


def beside(links: Iterable[int], placed: Mapping[int, Point], turn: int) -> Point:
    """A place near the middle of the placed nodes among `links`; `turn` tells apart nodes with the same links."""
    x, y = _middle([placed[link] for link in links if link in placed])
    dx, dy = _sunflower(40 + turn % 40, 9)
    return x + dx, y + dy


def shelf(nodes: Sequence[int], placed: Mapping[int, Point]) -> dict[int, Point]:
    """Rows below everything placed, for nodes that are linked to nothing."""
    columns = max(1, math.ceil(1.5 * math.sqrt(len(nodes))))
    middle = _middle(list(placed.values()))[0]
    top = max((y for _, y in placed.values()), default=0.0) + 160
    return {
        node: (middle + (index % columns - (columns - 1) / 2) * 190, top + index // columns * 90)
        for index, node in enumerate(nodes)
    }


def _sorted(graph: "nx.Graph[int]") -> "nx.Graph[int]":
    """The same graph, its nodes and edges in an order that depends on nothing else; weights damped."""
    ordered: nx.Graph[int] = nx.Graph()
    ordered.add_nodes_from(sorted(graph))
    weighted: Iterable[tuple[int, int, float]] = graph.edges.data("weight")
    edges = sorted((min(one, other), max(one, other), weight) for one, other, weight in weighted)
    ordered.add_weighted_edges_from((one, other, 1 + math.log2(weight)) for one, other, weight in edges)
    return ordered


def _communities(graph: "nx.Graph[int]") -> list[list[int]]:
    """The groups that have more to do with one another than with the others, the largest first."""
    found = nx.community.louvain_communities(graph, resolution=RESOLUTION, seed=SEED) if len(graph) else []
    return sorted((sorted(members) for members in found), key=lambda members: (-len(members), members))


def _between(graph: "nx.Graph[int]", home: Mapping[int, int], count: int) -> "nx.Graph[int]":
    """The graph of the communities, the weights of what ties them added up."""
    tied: defaultdict[tuple[int, int], float] = defaultdict(float)
    weighted: Iterable[tuple[int, int, float]] = graph.edges.data("weight")
    for one, other, weight in weighted:
        tied[min(home[one], home[other]), max(home[one], home[other])] += weight
    between: nx.Graph[int] = nx.Graph()
    between.add_nodes_from(range(count))
    between.add_weighted_edges_from(
        (one, other, weight) for (one, other), weight in sorted(tied.items()) if one != other
    )
    return between


def _constellation(graph: "nx.Graph[int]", sizes: Mapping[int, Size]) -> dict[int, Point]:
    """Places for communities: what is tied lies together, what is tied to nothing finds a free place around."""
    parts = sorted((sorted(part) for part in nx.connected_components(graph)), key=lambda part: (-len(part), part))
    placed: dict[int, Point] = {}
    for part in parts:
        room = sum(sizes[node][0] * sizes[node][1] for node in part)
        points = _spread(_spring(_sorted(graph.subgraph(part)), TIGHT * math.sqrt(room)), sizes)
        dx, dy = _free_place(points, placed, sizes)
        placed |= {node: (x + dx, y + dy) for node, (x, y) in points.items()}
    return placed


def _spring(graph: "nx.Graph[int]", reach: float) -> dict[int, Point]:
    """A connected graph around the origin, as wide as twice its reach."""
    start = {node: _sunflower(turn, 1 / math.sqrt(len(graph))) for turn, node in enumerate(graph)}
    spring = nx.spring_layout(
        graph,
        pos=start,
        iterations=150 if len(graph) < 500 else 50,
        seed=SEED,
        scale=reach,
    )
    return {node: (float(x) * STRETCH, float(y)) for node, (x, y) in spring.items()}


def _sunflower(index: int, step: float) -> Point:
    """The points of a sunflower's head: close to one another, none upon another."""
    distance = step * math.sqrt(index)
    return distance * math.cos(index * GOLDEN_ANGLE), distance * math.sin(index * GOLDEN_ANGLE)


def _spread(points: Mapping[int, Point], sizes: Mapping[int, Size]) -> dict[int, Point]:
    """Push apart what overlaps, each pair along the way that is shorter; the middle comes to the origin."""
    places = np.array(list(points.values()))
    boxes = np.array([sizes[node] for node in points])
    for _ in range(ROUNDS):
        moves = _pushes(places, boxes)
        if not moves.any():
            break
        places += moves
    places -= places.mean(axis=0)
    return {node: (float(x), float(y)) for node, (x, y) in zip(points, places, strict=True)}


def _pushes(places: Floats, boxes: Floats) -> Floats:
    """How far each node has to go to be clear of the others, halved, as the others go as well."""
    near = KDTree(places / boxes.max(axis=0)).query_pairs(1, p=np.inf, output_type="ndarray")
    one, other = near[np.lexsort(near.T)].T
    away = places[other] - places[one]
    depth = (boxes[one] + boxes[other]) / 2 - np.abs(away)
    depth[depth.min(axis=1) < 0.5] = 0
    depth[np.arange(len(depth)), depth.argmax(axis=1)] = 0
    push = np.where(away < 0, -depth, depth) / 2
    moves = np.zeros_like(places)
    np.add.at(moves, one, -push)
    np.add.at(moves, other, push)
    return moves


def _free_place(group: Mapping[int, Point], placed: Mapping[int, Point], sizes: Mapping[int, Size]) -> Point:
    """The point nearest to the origin, on a sunflower around it, where a group touches nothing that is placed."""
    if not placed:
        return 0.0, 0.0
    centre, reach = _frame(group, sizes)
    places = np.array(list(placed.values()))
    halves = np.array([sizes[node] for node in placed]) / 2 + reach + GAP
    for step in itertools.count():
        x, y = _sunflower(step, STEP)
        if (np.abs(places - (x * STRETCH, y)) >= halves).any(axis=1).all():
            break
    return x * STRETCH - centre[0], y - centre[1]


def _frame(group: Mapping[int, Point], sizes: Mapping[int, Size]) -> tuple[Floats, Floats]:
    """The centre of the box around a group's nodes, and half its width and height."""
    places = np.array(list(group.values()))
    halves = np.array([sizes[node] for node in group]) / 2
    low, high = (places - halves).min(axis=0), (places + halves).max(axis=0)
    return (low + high) / 2, (high - low) / 2


def _middle(points: Sequence[Point]) -> Point:
    """The mean of the points; the origin when there are none."""
    count = max(1, len(points))
    return sum(x for x, _ in points) / count, sum(y for _, y in points) / count
