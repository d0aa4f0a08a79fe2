"""Writing the graph in other forms: one module a form, each with `write(source, path)`."""

from collections.abc import Callable, Mapping
from importlib import import_module
from pathlib import Path
from types import MappingProxyType

from kgraph.errors import KgraphError
from kgraph.export.selection import Selection, Source

__all__ = ["FORMATS", "Selection", "Source", "exporter"]

Exporter = Callable[[Source, Path], None]

# What each form is called, and the file or directory that it is written to unless another is named.
FORMATS: Mapping[str, str] = MappingProxyType({"html": "graph.html", "jsonl": "jsonl"})


def exporter(name: str) -> Exporter:
    """The function that writes the form called `name`; raises KgraphError, with all forms, where there is none."""
    if name not in FORMATS:
        raise KgraphError(f"no export format is called '{name}'; there are: {', '.join(FORMATS)}")
    write: Exporter = import_module(f"kgraph.export.{name}").write
    return write
