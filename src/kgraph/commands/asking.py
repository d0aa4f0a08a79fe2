"""Commands that ask the graph, and change nothing."""

from typing import Annotated

import typer

from kgraph import printing
from kgraph.commands.options import HERE, Form, Graph, Lang, MaybeName, Name, Since, Until
from kgraph.ontology import Quad, Status
from kgraph.printing import Format, Language

app = typer.Typer()


@app.command()
def entity(name: Name, graph: Graph = HERE, form: Form = Format.TABLE, lang: Lang = Language.JA) -> None:
    """Show one entity: its names, how often it is mentioned, its relations."""
    from kgraph.graph import KnowledgeGraph
    from kgraph.query import cards

    with KnowledgeGraph(graph, lang) as kg:
        profile = kg.profile(name)
        printing.show_one(form, profile, lambda: cards.profile(profile, kg.labels))


@app.command()
def relations(
    source: MaybeName = None,
    target: MaybeName = None,
    type: Annotated[str | None, typer.Option(metavar="TYPE", help="sanction, 制裁 or SANCTION.")] = None,
    quad: Annotated[Quad | None, typer.Option(help="Only types of this PLOVER quad class.")] = None,
    status: Annotated[Status | None, typer.Option(help="Count only assertions of this status.")] = None,
    since: Since = None,
    until: Until = None,
    on: Annotated[str | None, typer.Option(metavar="DATE", help="Only what held on that day.")] = None,
    article: Annotated[str | None, typer.Option(metavar="ID", help="Count only what this article says.")] = None,
    min_articles: Annotated[int, typer.Option(min=1, help="How many articles have to say so.")] = 1,
    limit: Annotated[int | None, typer.Option(min=1, help="Show no more than this many.")] = None,
    graph: Graph = HERE,
    form: Form = Format.TABLE,
    lang: Lang = Language.JA,
) -> None:
    """List the relations from SOURCE to TARGET, best supported first."""
    from kgraph.graph import KnowledgeGraph

    with KnowledgeGraph(graph, lang) as kg:
        found = kg.relations(
            source, target, type=type, quad=quad, status=status, since=since, until=until, on=on, article=article,
            min_articles=min_articles, limit=limit,
        )  # fmt: skip
        printing.show(form, found)


@app.command()
def timeline(
    name: MaybeName = None,
    other: MaybeName = None,
    since: Since = None,
    until: Until = None,
    graph: Graph = HERE,
    form: Form = Format.TABLE,
    lang: Lang = Language.JA,
) -> None:
    """List the dated events, earliest first: all, those of one entity, or those of two, with what is said of them."""
    from kgraph.graph import KnowledgeGraph

    with KnowledgeGraph(graph, lang) as kg:
        printing.show(form, kg.timeline(name, other, since=since, until=until))


@app.command()
def path(
    source: Name,
    target: Name,
    through: Annotated[list[str] | None, typer.Option(metavar="TYPE", help="Only over relations of this type.")] = None,
    graph: Graph = HERE,
    form: Form = Format.TABLE,
    lang: Lang = Language.JA,
) -> None:
    """Show the shortest chain of relations from SOURCE to TARGET, with a sentence for each."""
    from kgraph.graph import KnowledgeGraph

    with KnowledgeGraph(graph, lang) as kg:
        printing.show(form, kg.path(source, target, through=through))


@app.command()
def search(
    text: str,
    limit: Annotated[int, typer.Option(min=1, help="Show no more than this many.")] = 100,
    graph: Graph = HERE,
    form: Form = Format.TABLE,
    lang: Lang = Language.JA,
) -> None:
    """List the sentences that contain TEXT, and what they are taken to say."""
    from kgraph.graph import KnowledgeGraph

    with KnowledgeGraph(graph, lang) as kg:
        printing.show(form, kg.search(text, limit=limit))


@app.command()
def show(
    article: Annotated[str, typer.Argument(metavar="ARTICLE", help="The id of an article.")],
    graph: Graph = HERE,
    form: Form = Format.TABLE,
    lang: Lang = Language.JA,
) -> None:
    """Show an article with its names marked, and after each sentence what it is taken to say."""
    from kgraph.graph import KnowledgeGraph
    from kgraph.query import cards

    with KnowledgeGraph(graph, lang) as kg:
        marked = kg.marked(article)
        printing.show_one(form, marked, lambda: cards.marked(marked, kg.labels))


@app.command()
def resolve(
    names: Annotated[list[str], typer.Argument(metavar="NAME", help="Names, in any spelling, with or without titles.")],
    on: Annotated[str | None, typer.Option(metavar="DATE", help="When: who held 米大統領 on 2025, 2025-05?")] = None,
    form: Form = Format.TABLE,
    lang: Lang = Language.JA,
) -> None:
    """Tell whom each NAME means; it takes no graph."""
    from kgraph import resolve as known
    from kgraph.models import Meant, Resolution
    from kgraph.query.found import Found
    from kgraph.query.tables import Labels

    entities = known(names, on=on)
    found = (
        Resolution(name=name, entity=one and Meant(id=one.id, type=one.type, name=one.name))
        for name, one in zip(names, entities, strict=True)
    )
    printing.show(form, Found(Resolution, found, Labels(None, lang)))


@app.command()
def stats(graph: Graph = HERE, form: Form = Format.TABLE, lang: Lang = Language.JA) -> None:
    """Count what the graph holds."""
    from kgraph.graph import KnowledgeGraph
    from kgraph.query import cards

    with KnowledgeGraph(graph, lang) as kg:
        counts = kg.stats()
        printing.show_one(form, counts, lambda: cards.stats(counts, kg.labels))
