"""The page inside another one, such as a notebook."""

import html as entities
from dataclasses import dataclass

from kgraph.export import html
from kgraph.export.selection import Source

# The page runs its scripts, saves files and opens articles; what surrounds it is out of its reach.
ALLOWED = "allow-scripts allow-downloads allow-popups allow-popups-to-escape-sandbox"


@dataclass(frozen=True)
class Frame:
    """The page of all that `source` holds, for a notebook to show, `height` pixels high."""

    source: Source
    height: int = 720

    def _repr_html_(self) -> str:
        page = entities.escape(html.render(self.source), quote=True)
        style = f"width:100%;height:{self.height}px;border:0"
        return f'<iframe title="kgraph" sandbox="{ALLOWED}" style="{style}" srcdoc="{page}"></iframe>'
