"""The graph as one HTML page: it opens from disk, needs no network and runs nothing but its own scripts."""

import base64
import hashlib
import json
import os
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from kgraph.errors import KgraphError
from kgraph.export.html_data import page_data
from kgraph.export.html_pack import Json, block, table
from kgraph.export.selection import Source

# In the order in which they use one another while the page starts.
SCRIPTS = (
    "data.js",
    "state.js",
    "filters.js",
    "paths.js",
    "visible.js",
    "words.js",
    "element.js",
    "spelling.js",
    "rings.js",
    "graph.js",
    "camera.js",
    "overlay.js",
    "panel.js",
    "parts.js",
    "cards.js",
    "evidence.js",
    "search.js",
    "legend.js",
    "timeline.js",
    "rows.js",
    "table.js",
    "save.js",
    "address.js",
    "page.js",
)
# The records of these are many and alike.
TABLES = ("entities", "relations", "events", "assertions", "articles")
DRAWN = ("nodes", "edges", "event_nodes", "event_edges")


def write(source: Source, path: Path) -> None:
    """Write the page of all that `source` holds to `path`, the same bytes each time.

    The page is written aside and then takes its place, so a failure leaves an older page as it was.
    Raises KgraphError when the file cannot be written.
    """
    page = render(source)
    aside = path.with_name(f".{path.name}.{os.getpid()}.tmp")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        try:
            aside.write_bytes(page.encode())
            aside.replace(path)
        finally:
            aside.unlink(missing_ok=True)
    except OSError as error:
        raise KgraphError(f"{path}: the page cannot be written: {error.strerror}") from error


def render(source: Source) -> str:
    """The page of all that `source` holds, as text."""
    assets = files("kgraph.export") / "assets"
    style = _text(assets / "page.css")
    library = _vis_network()
    script = "\n".join(_text(assets / name) for name in SCRIPTS)
    kind, data = block(_columns(page_data(source)) | {"words": json.loads(_text(assets / "words.json"))})
    environment = Environment(
        loader=PackageLoader("kgraph.export", "assets"), autoescape=True, undefined=StrictUndefined
    )
    page = environment.get_template("template.html.jinja").render(
        policy=_policy([library, script], [style]),
        style=Markup(style),
        library=Markup(library),
        script=Markup(script),
        data_type=kind,
        data=Markup(data),
    )
    # Half a character, which a broken article may hold, cannot be written.
    return page.encode("utf-8", "replace").decode()


def _text(file: Traversable) -> str:
    return file.read_text(encoding="utf-8")


def _columns(data: Json) -> Json:
    drawing = data["drawing"] | {name: table(data["drawing"][name]) for name in DRAWN}
    return data | {name: table(data[name]) for name in TABLES} | {"drawing": drawing}


def _vis_network() -> str:
    """The newest vis-network that ships inside pyvis, without the last line, which names a file that does not."""
    found = sorted(Path(str(files("pyvis"))).glob("lib/vis-*/vis-network.min.js"))
    if not found:
        raise KgraphError("the installed pyvis has no vis-network in it; install pyvis 0.3.2 or newer")
    return found[-1].read_text(encoding="utf-8").partition("//# sourceMappingURL")[0]


def _policy(scripts: list[str], styles: list[str]) -> str:
    """A Content-Security-Policy under which nothing runs, loads or leaves but what is in the page."""
    return "; ".join(
        [
            "default-src 'none'",
            f"script-src {' '.join(map(_hash, scripts))}",
            f"style-src {' '.join(map(_hash, styles))}",
            "img-src data:",
            "base-uri 'none'",
            "form-action 'none'",
        ]
    )


def _hash(text: str) -> str:
    return f"'sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}'"
