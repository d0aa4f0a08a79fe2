"""Commands by which a person corrects the graph: each is a judgement that is kept, and can be taken back."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from kgraph import printing
from kgraph.commands.options import HERE, Form, Graph, Lang, Name
from kgraph.ontology import JudgementKind
from kgraph.printing import Format, Language, say

if TYPE_CHECKING:
    from kgraph.models import Judgement

Note = Annotated[str | None, typer.Option(metavar="TEXT", help="Why.")]
Who = Annotated[str | None, typer.Option(metavar="NAME", help="Who decides; by default the system's user.")]
When = Annotated[str | None, typer.Option(metavar="MOMENT", help="When, in ISO form; by default now.")]
TomlFile = Annotated[Path | None, typer.Option(metavar="FILE", readable=False, help="Write all to a TOML file.")]
Import = Annotated[
    Path | None, typer.Option("--import", metavar="FILE", readable=False, help="Take over those of a TOML file.")
]

app = typer.Typer()


@app.command()
def merge(
    first: Name, second: Name, note: Note = None, who: Who = None, when: When = None, graph: Graph = HERE
) -> None:
    """Decide that two names are one entity; it keeps the id of FIRST."""
    _judge(graph, JudgementKind.MERGE, (first, second), note, who, when)


@app.command()
def separate(
    first: Name,
    second: Annotated[str, typer.Argument(help="A spelling of it that means another.")],
    note: Note = None,
    who: Who = None,
    when: When = None,
    graph: Graph = HERE,
) -> None:
    """Decide that the spelling SECOND is not the entity FIRST."""
    _judge(graph, JudgementKind.SEPARATE, (first, second), note, who, when)


@app.command()
def reject(
    assertion: Annotated[str, typer.Argument(metavar="ASSERTION", help="The id of an assertion, or its beginning.")],
    note: Note = None,
    who: Who = None,
    when: When = None,
    graph: Graph = HERE,
) -> None:
    """Decide that an assertion is wrong; it leaves the graph."""
    _judge(graph, JudgementKind.REJECT, (assertion,), note, who, when)


@app.command("assert")
def assert_(
    source: Name,
    type: Annotated[str, typer.Argument(metavar="TYPE", help="sanction, 制裁 or SANCTION.")],
    target: Name,
    date: Annotated[str | None, typer.Option(metavar="DATE", help="When it was: 2025, 2025-05 or 2025-05-12.")] = None,
    note: Annotated[str | None, typer.Option(metavar="TEXT", help="How you know: the text of the assertion.")] = None,
    who: Who = None,
    when: When = None,
    graph: Graph = HERE,
) -> None:
    """Say yourself what SOURCE does to TARGET."""
    _judge(graph, JudgementKind.ASSERT, (source, target), note, who, when, type=type, date=date)


@app.command()
def judgements(
    undo: Annotated[str | None, typer.Option(metavar="ID", help="Take this one back.")] = None,
    export: TomlFile = None,
    import_: Import = None,
    graph: Graph = HERE,
    form: Form = Format.TABLE,
    lang: Lang = Language.JA,
) -> None:
    """List what people decided, in the order they did; or take one back, write all, read more."""
    from kgraph import judging
    from kgraph.graph import KnowledgeGraph

    if undo is not None:
        say(f"taken back: {_told(judging.undo(graph, undo))}")
    if import_ is not None:
        judging.add(graph, more := judging.load(import_))
        say(f"{import_}: {len(more)} judgements are taken over")
    with KnowledgeGraph(graph, lang) as kg:
        known = kg.judgements()
        if export is not None:
            judging.save(known, export)
            say(f"{export} is written")
        if undo is None and import_ is None and export is None:
            printing.show(form, known)


def _judge(
    graph: Path, kind: JudgementKind, about: tuple[str, ...], note: str | None, who: str | None, when: str | None,
    *, type: str | None = None, date: str | None = None,
) -> None:  # fmt: skip
    from kgraph import judging

    say(_told(judging.judge(graph, kind, about, type=type, date=date, note=note, who=who, when=when)))


def _told(one: "Judgement") -> str:
    return f"judgement {one.id}: {one.kind} {' '.join([*one.about, *filter(None, (one.type, one.date))])}"
