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
from kgraph.export.selection import Source

SCRIPTS = (
    "data.js",
    "visible.js",
    "words.js",
    "graph.js",
    "panel.js",
    "evidence.js",
    "search.js",
    "legend.js",
    "page.js",
)
# What would end a script element, or a line of JavaScript, inside the data.
ESCAPES = str.maketrans({c: f"\\u{ord(c):04x}" for c in "<>&\u2028\u2029"})


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
            aside.write_bytes(page.encode("utf-8", "replace"))
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
    data = page_data(source) | {"words": json.loads(_text(assets / "words.json"))}
    environment = Environment(
        loader=PackageLoader("kgraph.export", "assets"), autoescape=True, undefined=StrictUndefined
    )
    return environment.get_template("template.html.jinja").render(
        policy=_policy([library, script], [style]),
        style=Markup(style),
        library=Markup(library),
        script=Markup(script),
        data=Markup(_json(data)),
    )


def _text(file: Traversable) -> str:
    return file.read_text(encoding="utf-8")


def _json(data: object) -> str:
    return json.dumps(data, ensure_ascii=False, separators=(",", ":"), allow_nan=False).translate(ESCAPES)


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
