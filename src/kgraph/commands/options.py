"""Arguments and options that several commands take."""

from pathlib import Path
from typing import Annotated

import typer

from kgraph.printing import Format, Language

HERE = Path("data/graph")

# A path is judged by what reads it, not by Typer, which would end all for one that may not be read.
Graph = Annotated[Path, typer.Option("--graph", metavar="DIR", readable=False, help="The directory of the graph.")]
Form = Annotated[Format, typer.Option("--format", help="How to print what is found.")]
Name = Annotated[str, typer.Argument(help="An entity, in any spelling.")]
MaybeName = Annotated[str | None, typer.Argument(help="An entity, in any spelling.")]
Since = Annotated[str | None, typer.Option(metavar="DATE", help="From then on: 2025, 2025-05 or 2025-05-12.")]
Until = Annotated[str | None, typer.Option(metavar="DATE", help="Until then, included.")]
Lang = Annotated[Language, typer.Option("--lang", envvar="KGRAPH_LANG", help="Tables in Japanese or English.")]
