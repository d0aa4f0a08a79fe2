"""The command line: each command asks the library and prints what it says.

Data goes to stdout, talk to stderr. Exit status: 0 done, 1 cannot be done (one line says why), 2 wrong usage.
Modules that take time to import are imported by the commands that need them, so that help comes at once.
"""

import io
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from kgraph.commands import asking, correcting
from kgraph.commands.options import HERE, Graph, Since, Until
from kgraph.errors import KgraphError
from kgraph.printing import say

if TYPE_CHECKING:
    from collections.abc import Iterable

    from kgraph.models import Failure
    from kgraph.pipeline import BuildReport

app = typer.Typer(
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)


def main() -> None:
    """Run the command that the arguments name, and end the process with its exit status."""
    _speak_utf8()
    try:
        app()
    except KgraphError as error:
        _fail(str(error))
    except OSError as error:
        _fail(": ".join(str(part) for part in (error.filename, error.strerror or error) if part is not None))


@app.command()
def build(
    paths: Annotated[
        list[Path] | None, typer.Argument(metavar="PATH", readable=False, help="Files and directories of articles.")
    ] = None,
    out: Annotated[Path, typer.Option(metavar="DIR", readable=False, help="The directory of the graph.")] = HERE,
    workers: Annotated[int, typer.Option(min=1, help="How many processes read articles.")] = 1,
    lexicon: Annotated[
        Path | None,
        typer.Option(metavar="DIR", readable=False, help="Lexicon files of your own, over the bundled ones."),
    ] = None,
    force: Annotated[bool, typer.Option("--force", help="Read unchanged articles again, too.")] = False,
    strict: Annotated[bool, typer.Option("--strict", help="Fail if any article cannot be read.")] = False,
) -> None:
    """Build the graph of the articles in PATH (data/raw by default)."""
    from kgraph import pipeline
    from kgraph.progress import Bar

    try:
        with Bar() as bar:
            report = pipeline.build(
                paths or [Path("data/raw")], out, workers=workers, lexicon=lexicon, force=force, progress=bar
            )
    except pipeline.NothingReadError as nothing:
        _name(nothing.failures)
        raise KgraphError("nothing is built: no article could be read") from nothing
    _summarize(report)
    if strict and report.failures:
        raise typer.Exit(1)


@app.command()
def export(
    form: Annotated[str, typer.Argument(metavar="FORMAT", help="html or jsonl.")],
    output: Annotated[
        Path | None, typer.Option(metavar="PATH", readable=False, help="Where to; by default into the graph's.")
    ] = None,
    entity: Annotated[str | None, typer.Option(metavar="NAME", help="Only what has this entity at one end.")] = None,
    since: Since = None,
    until: Until = None,
    type: Annotated[str | None, typer.Option(metavar="TYPE", help="sanction, 制裁 or SANCTION.")] = None,
    graph: Graph = HERE,
) -> None:
    """Write the graph, or the part of it that is chosen, as an HTML page or as JSON Lines."""
    from kgraph.export import FORMATS, exporter
    from kgraph.graph import KnowledgeGraph

    write = exporter(form)
    with KnowledgeGraph(graph) as kg:
        path = output or graph / FORMATS[form]
        write(kg.selection(entity, type=type, since=since, until=until), path)
    say(f"{path} is written")


@app.command()
def view(graph: Graph = HERE) -> None:
    """Open the page of the graph in the browser; it is written anew."""
    import webbrowser

    from kgraph.export import FORMATS
    from kgraph.graph import KnowledgeGraph

    page = graph / FORMATS["html"]
    with KnowledgeGraph(graph) as kg:
        kg.to_html(page)
    if not webbrowser.open(page.resolve().as_uri()):
        raise KgraphError(f"no browser could be started: open {page} in one")
    say(f"{page} is open in the browser")


app.registered_commands[1:1] = asking.app.registered_commands + correcting.app.registered_commands


def _version(asked: bool) -> None:
    if asked:
        from kgraph import __version__

        print(f"kgraph {__version__}")
        raise typer.Exit


@app.callback()
def _options(
    version: Annotated[
        bool, typer.Option("--version", help="Show the version and exit.", is_eager=True, callback=_version)
    ] = False,
) -> None:
    """Japanese news about world politics, as a knowledge graph."""


def _name(failures: "Iterable[Failure]") -> None:
    for failure in failures:
        say(f"kgraph: {failure.path}: {failure.reason}")


def _summarize(report: "BuildReport") -> None:
    _name(report.failures)
    say(
        f"articles: {report.read} read, {report.unchanged} unchanged, {report.removed} removed, "
        f"{len(report.failures)} failed, in {report.seconds:.1f} s"
    )
    say(
        f"graph: {report.entities} entities, {report.assertions} assertions, {report.relations} relations, "
        f"{report.events} events"
    )
    say(f"page: {report.page}")


def _fail(reason: str) -> None:
    say(f"kgraph: {reason}")
    sys.exit(1)


def _speak_utf8() -> None:
    """Print Japanese whatever the locale says; what cannot be encoded at all is escaped."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
