"""A graph as something to look at: a page on disk, or inside another page, such as a notebook."""

from abc import ABC, abstractmethod
from dataclasses import dataclass
from html import escape
from pathlib import Path

from kgraph.export.selection import Source

# The page runs its scripts, saves files and opens articles; what surrounds it is out of its reach.
ALLOWED = "allow-scripts allow-downloads allow-popups allow-popups-to-escape-sandbox"


@dataclass(frozen=True)
class Frame:
    """The page of all that `source` holds, for a notebook to show, `height` pixels high."""

    source: Source
    height: int

    def _repr_html_(self) -> str:
        from kgraph.export import html

        style = f"width:100%;height:{self.height}px;border:0"
        page = escape(html.render(self.source))
        return f'<iframe title="kgraph" sandbox="{ALLOWED}" style="{style}" srcdoc="{page}"></iframe>'


class Showable(ABC):
    """What has a `selection` can be looked at."""

    @abstractmethod
    def selection(
        self, entity: str | None = None, *, type: str | None = None, since: str | None = None, until: str | None = None
    ) -> Source:
        """What is to be shown: all, or what has `entity` at one end, of that type, in that time."""

    def to_html(
        self,
        path: str | Path,
        entity: str | None = None,
        since: str | None = None,
        until: str | None = None,
        type: str | None = None,
    ) -> None:
        """Write the graph, or what is chosen of it as by `selection`, as one page that needs no network."""
        from kgraph.export import html

        html.write(self.selection(entity, type=type, since=since, until=until), Path(path))

    def show(
        self,
        entity: str | None = None,
        since: str | None = None,
        until: str | None = None,
        type: str | None = None,
        height: int = 720,
    ) -> Frame:
        """The page of the graph, or of what is chosen of it, as the last line of a notebook's cell shows it."""
        return Frame(self.selection(entity, type=type, since=since, until=until), height)

    def _repr_html_(self) -> str:
        return self.show()._repr_html_()
