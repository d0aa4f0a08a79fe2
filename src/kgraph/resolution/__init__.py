"""The extractions of all articles become one graph: entities, relations and events across articles."""

from kgraph.resolution.linking import link
from kgraph.resolution.resolver import resolve

__all__ = ["link", "resolve"]
