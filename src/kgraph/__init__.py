"""kgraph reads Japanese news articles and builds a knowledge graph of world politics.

import kgraph

kg = kgraph.build("data/raw", out="data/graph")  # or kgraph.open("data/graph")
kg.relations("ロシア", "ベネズエラ", type="alliance", since="2025")
"""

import os
import warnings
from collections.abc import Iterable
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from kgraph.analysis import Progress
    from kgraph.extraction import load
    from kgraph.graph import KnowledgeGraph
    from kgraph.models import Article, Assertion, Entity, Event, Judgement, Mention, Relation

    __version__: str

__all__ = [
    "Article",
    "Assertion",
    "Entity",
    "Event",
    "Judgement",
    "KnowledgeGraph",
    "Mention",
    "Relation",
    "__version__",
    "build",
    "judge",
    "load",
    "open",
    "resolve",
    "undo",
]

_HOMES = {
    **dict.fromkeys(("Article", "Assertion", "Entity", "Event", "Judgement", "Mention", "Relation"), "kgraph.models"),
    "KnowledgeGraph": "kgraph.graph",
    "load": "kgraph.extraction",
}


def build(
    paths: str | Path | Iterable[str | Path],
    out: str | Path = "data/graph",
    *,
    workers: int = 1,
    lexicon: str | Path | None = None,
    force: bool = False,
    progress: "Progress | None" = None,
) -> "KnowledgeGraph":
    """Build the graph of the articles in `paths` (files or directories) into `out`, and open it.

    Articles that have not changed since the last build are not read again, unless `force` is given; `lexicon`
    is a directory of lexicon files over the bundled ones. An article that cannot be read is left out with a
    warning. Raises KgraphError where no graph can be built.
    """
    from kgraph import pipeline

    several = [paths] if isinstance(paths, str | os.PathLike) else paths
    report = pipeline.build(
        [Path(path) for path in several],
        Path(out),
        workers=workers,
        lexicon=None if lexicon is None else Path(lexicon),
        force=force,
        progress=progress,
    )
    for failure in report.failures:
        warnings.warn(f"{failure.path}: {failure.reason}", stacklevel=2)
    return open(out)


def open(path: str | Path = "data/graph", lang: str = "ja") -> "KnowledgeGraph":
    """Open the graph in a directory, shown in Japanese or English (`en`); raises StoreError where there is none."""
    from kgraph.graph import KnowledgeGraph

    return KnowledgeGraph(path, lang)


def resolve(names: Iterable[str], *, on: str | None = None, lexicon: str | Path | None = None) -> "list[Entity | None]":
    """The entity that each name means, in order; None where the lexicon knows nobody by it for sure.

    It needs no graph. Names may be in any script and carry titles and countries: プーチン大統領, Putin, 米国務省.
    `on` is an ISO date (year, month or day) that tells who held an office without a name: 米大統領. Raises
    KgraphError where it is none.
    """
    from kgraph.resolution import link

    return link(names, on, None if lexicon is None else Path(lexicon))


def judge(
    kind: str,
    *about: str,
    graph: str | Path = "data/graph",
    type: str | None = None,
    date: str | None = None,
    note: str | None = None,
    who: str | None = None,
    when: str | None = None,
) -> "Judgement":
    """Decide something about a graph: it is kept over all builds, and the graph in the directory is made anew.

    `kind` is `merge` or `separate` with two names, `reject` with the id of an assertion, or `assert` with the
    names of source and target and a `type`. Raises KgraphError for what the graph does not have.
    """
    from kgraph import judging

    return judging.judge(Path(graph), kind, about, type=type, date=date, note=note, who=who, when=when)


def undo(judgement: str, graph: str | Path = "data/graph") -> None:
    """Take a judgement back, named by its id, and make the graph anew; raises KgraphError where there is none."""
    from kgraph import judging

    judging.undo(Path(graph), judgement)


def __getattr__(name: str) -> Any:  # noqa: ANN401
    """Import what is asked for on first use: `import kgraph` alone costs next to nothing."""
    if name == "__version__":
        return import_module("importlib.metadata").version("kgraph")
    if name not in _HOMES:
        raise AttributeError(f"module 'kgraph' has no attribute '{name}'")
    return getattr(import_module(_HOMES[name]), name)


def __dir__() -> list[str]:
    return sorted(__all__)
