"""The knowledge graph: every question a user asks."""

from kgraph.export.html_frame import Showable
from kgraph.export.selection import Selection, Source
from kgraph.query.articles import Articles
from kgraph.query.entities import Entities
from kgraph.query.events import Events
from kgraph.query.paths import Paths
from kgraph.query.relations import Relations
from kgraph.query.whole import Whole


class KnowledgeGraph(Entities, Relations, Events, Paths, Articles, Whole, Showable):
    """The graph in a directory (or a database file), as it was when opened.

    Entities are named in any spelling: id, name, English name, alias, part of a person's name; an unknown
    name raises UnknownNameError. Dates are ISO, as precise as `2025`, `2025-05` or `2025-05-12`; a date that
    is known less precisely counts as within if it may be. What is found shows itself as a table, in Japanese or,
    with `lang="en"`, in English. Raises StoreError where there is no graph.
    """

    def __repr__(self) -> str:
        return f"KnowledgeGraph({str(self._path)!r})"

    def selection(
        self, entity: str | None = None, *, type: str | None = None, since: str | None = None, until: str | None = None
    ) -> Source:
        """What an exporter writes: the whole graph, or what has `entity` at one end, of that type, in that time."""
        if entity is None and type is None and since is None and until is None:
            return self._reader
        asked = self._filters(type=type, since=since, until=until)
        return Selection(self._reader, asked, self._id(entity))
