"""Walks from entity to entity, by number: neighborhoods and shortest paths."""

from collections.abc import Iterable, Iterator, Sequence

from kgraph.ontology import RelationType
from kgraph.store import Reader
from kgraph.store.lookup import BITS, PACKED, unpacked


def mask(types: Iterable[RelationType]) -> int:
    """The bits of some types; 0 stands for all."""
    return sum({BITS[kind] for kind in types})


def near(reader: Reader, numbers: Iterable[int], mask: int) -> Iterator[Sequence[int]]:
    """Who is tied to each entity by one of the types in `mask`, by number, in order."""
    for pairs in map(unpacked, reader.neighbors(numbers)):
        others = pairs[::2]
        yield [other for other, types in zip(others, pairs[1::2], strict=True) if types & mask] if mask else others


def within(reader: Reader, start: int, depth: int, mask: int) -> list[list[int]]:
    """The entities by how many ties away they are, from none (the first itself) to `depth`, each in order."""
    # The neighbors of a hub have a million ties and more: too many to look at one by one.
    import numpy as np

    seen = np.zeros(len(reader.tied), dtype=bool)
    seen[start] = True
    rings = [[start]]
    for _ in range(depth):
        pairs = np.frombuffer(b"".join(reader.neighbors(rings[-1])), dtype=PACKED).reshape(-1, 2)
        reached = np.zeros_like(seen)
        reached[pairs[:, 0] if not mask else pairs[(pairs[:, 1] & mask) != 0, 0]] = True
        reached &= ~seen
        seen |= reached
        rings.append(np.flatnonzero(reached).tolist())
    return rings


def shortest(reader: Reader, start: int, end: int, mask: int) -> list[int] | None:
    """The entities on a shortest way from one to another, both included; of several, the first in their order."""
    came = {start: start}
    edge = [start]
    while edge and end not in came:
        reached: list[int] = []
        for number, others in zip(edge, near(reader, edge, mask), strict=True):
            for other in others:
                if other not in came:
                    came[other] = number
                    reached.append(other)
        edge = reached
    if end not in came:
        return None
    way = [end]
    while way[-1] != start:
        way.append(came[way[-1]])
    return way[::-1]
