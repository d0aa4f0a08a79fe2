"""The knowledge graph: every question a user asks."""

from functools import cached_property
from itertools import pairwise
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Self

from kgraph import summing
from kgraph.errors import KgraphError
from kgraph.export.html_frame import Showable
from kgraph.export.selection import Selection, Source
from kgraph.judgements import in_order
from kgraph.models import Article, Assertion, Entity, Event, Judgement, Relation
from kgraph.naming import Names, iso_date, relation_type
from kgraph.ontology import EntityType, Status
from kgraph.query.profile import Profile, shapes, spellings
from kgraph.spelling import fold, name_key
from kgraph.store import Filters, Reader, Stats
from kgraph.store.filters import within

if TYPE_CHECKING:
    import networkx as nx
    import pandas as pd


class KnowledgeGraph(Showable):
    """The graph in a directory (or a database file), as it was when opened.

    Entities are named in any spelling: id, name, English name, alias, part of a person's name; an unknown
    name raises UnknownNameError. Dates are ISO, as precise as `2025`, `2025-05` or `2025-05-12`; a date that
    is known less precisely counts as within if it may be. Raises StoreError where there is no graph.
    """

    def __init__(self, path: str | Path) -> None:
        self._path = Path(path)
        self._reader = Reader(self._path)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self.close()

    def __repr__(self) -> str:
        return f"KnowledgeGraph({str(self._path)!r})"

    def close(self) -> None:
        """Let go of the database; otherwise that happens with the object's end."""
        self._reader.close()

    def entity(self, name: str) -> Entity:
        """The entity called `name`; of several, the one that is mentioned most."""
        return self._names.find(name)

    def entities(self, *, type: EntityType | str | None = None, text: str | None = None) -> list[Entity]:
        """The entities by id: those of one type, those with `text` in one of their names."""
        kind = None if type is None else _entity_type(type)
        found = [entity for entity in self._reader.entities() if kind in (None, entity.type)]
        return found if text is None else [entity for entity in found if _is_called(entity, text)]

    def profile(self, name: str) -> Profile:
        """What there is about one entity; its relations best supported first."""
        entity = self.entity(name)
        mentions = self._reader.mentions(entity=entity.id)
        ties = [*self.relations(entity.id), *self.relations(target=entity.id)]
        return Profile(
            entity=entity,
            mentions=len(mentions),
            articles=len({mention.article for mention in mentions}),
            spellings=spellings(mentions),
            judgements=tuple(one for one in self.judgements() if shapes(one, entity)),
            relations=tuple(sorted({summing.key(tie): tie for tie in ties}.values(), key=_support)),
        )

    def relations(
        self,
        source: str | None = None,
        target: str | None = None,
        *,
        type: str | None = None,
        status: Status | str | None = None,
        since: str | None = None,
        until: str | None = None,
        article: str | None = None,
        limit: int | None = None,
    ) -> list[Relation]:
        """The relations from `source` to `target`, best supported first.

        `type` is a type's name, PLOVER code or Japanese label; a type without direction matches both ways round.
        Status, dates and article are asked of the assertions beneath, and each relation counts those alone;
        an assertion without a date has no part where a date is asked.
        """
        asked = self._filters(source, target, type, status, since, until, article)
        if status or since or until or article:
            found = summing.relations(self._reader.assertions(asked))
        else:
            found = self._reader.relations(asked)
        return sorted(found, key=_support)[:limit]

    def assertions(
        self,
        source: str | None = None,
        target: str | None = None,
        *,
        type: str | None = None,
        status: Status | str | None = None,
        since: str | None = None,
        until: str | None = None,
        article: str | None = None,
    ) -> list[Assertion]:
        """The assertions from `source` to `target`, in the order of the text; asked for like `relations`."""
        return self._reader.assertions(self._filters(source, target, type, status, since, until, article))

    def assertion(self, start: str) -> Assertion:
        """The one assertion whose id begins so; raises KgraphError where there is none, or more than one."""
        found = self._reader.assertions_called(start)
        if len(found) != 1:
            raise KgraphError(
                f"{'several assertions have ids' if found else 'no assertion has an id'} from '{start}' on"
            )
        return found[0]

    def judgements(self) -> list[Judgement]:
        """What people decided about the graph, in the order they did."""
        return in_order(self._reader.judgements())

    def evidence(self, relation: Relation) -> list[Assertion]:
        """All assertions that speak of the relation, in the order of the text."""
        return self._reader.assertions(Filters(relation.source, relation.target, relation.type))

    def events(
        self,
        name: str | None = None,
        *,
        type: str | None = None,
        since: str | None = None,
        until: str | None = None,
    ) -> list[Event]:
        """The events by date, those without one last: those in which an entity takes part or which happen there."""
        entity = None if name is None else self.entity(name).id
        kind = None if type is None else relation_type(type)
        first, last = _span(since, until)
        found = (event for event in self._reader.events() if within(event.date, first, last))
        chosen = [event for event in found if kind in (None, event.type) and _involves(event, entity)]
        return sorted(chosen, key=lambda event: (event.date is None, event.date, event.id))

    def timeline(self, name: str | None = None, *, since: str | None = None, until: str | None = None) -> list[Event]:
        """The dated events, earliest first: all, or those of one entity."""
        return [event for event in self.events(name, since=since, until=until) if event.date]

    def path(self, source: str, target: str) -> list[Relation]:
        """The shortest chain of relations, in whatever direction, from one entity to another.

        Of several relations between two entities it is the best supported one. Raises KgraphError where no
        chain leads from one to the other.
        """
        import networkx as nx

        start, end = self.entity(source), self.entity(target)
        ties: nx.Graph[str] = nx.Graph()
        ties.add_nodes_from((start.id, end.id))
        for relation in self.relations():
            if not ties.has_edge(relation.source, relation.target):
                ties.add_edge(relation.source, relation.target, relation=relation)
        try:
            steps = pairwise(nx.shortest_path(ties, start.id, end.id))
        except nx.NetworkXNoPath:
            raise KgraphError(f"no path leads from {start.name} to {end.name}") from None
        return [ties.edges[step]["relation"] for step in steps]

    def articles(self) -> list[Article]:
        """All articles, by id."""
        return self._reader.articles()

    def article(self, article: str) -> Article:
        """The article with that id; raises KgraphError where there is none."""
        if (found := self._reader.article(article)) is None:
            raise KgraphError(f"no article has the id '{article}'")
        return found

    def search(self, text: str) -> list[Assertion]:
        """The assertions whose sentence contains `text`, whatever its width or case, in the order of the text."""
        asked = fold(text).casefold()
        return [found for found in self._reader.assertions() if asked in fold(found.sentence).casefold()]

    def stats(self) -> Stats:
        """How much the graph holds of everything."""
        return self._reader.counts()

    def to_networkx(self) -> "nx.MultiDiGraph[str]":
        """Entities as nodes by id, relations as edges with their type as key; the fields are attributes.

        A relation whose type has no direction is one edge, its ends in the order of their ids.
        """
        import networkx as nx

        net: nx.MultiDiGraph[str] = nx.MultiDiGraph()
        for entity in self._reader.entities():
            net.add_node(entity.id, **entity.model_dump(mode="json", exclude={"id"}))
        for relation in self._reader.relations():
            fields = relation.model_dump(mode="json", exclude={"source", "target", "type"})
            source, kind, target = summing.key(relation)
            net.add_edge(source, target, key=str(kind), **fields)
        return net

    def to_pandas(self) -> "pd.DataFrame":
        """The relations as a table: the fields of Relation, each status a column of counts.

        Raises KgraphError where pandas is not installed.
        """
        try:
            import pandas as pd
        except ImportError:
            raise KgraphError("pandas is not installed: pip install 'kgraph[pandas]'") from None
        columns = [*(name for name in Relation.model_fields if name != "statuses"), *map(str, Status)]
        return pd.DataFrame([_flat(relation) for relation in self.relations()], columns=columns)

    def selection(
        self, entity: str | None = None, *, type: str | None = None, since: str | None = None, until: str | None = None
    ) -> Source:
        """What an exporter writes: the whole graph, or what has `entity` at one end, of that type, in that time."""
        if entity is None and type is None and since is None and until is None:
            return self._reader
        asked = self._filters(None, None, type, None, since, until, None)
        return Selection(self._reader, asked, None if entity is None else self.entity(entity).id)

    @cached_property
    def _names(self) -> Names:
        return Names(self._reader.entities(), self._reader.mention_counts())

    def _filters(
        self,
        source: str | None,
        target: str | None,
        type: str | None,
        status: Status | str | None,
        since: str | None,
        until: str | None,
        article: str | None,
    ) -> Filters:
        first, last = _span(since, until)
        return Filters(
            source=None if source is None else self.entity(source).id,
            target=None if target is None else self.entity(target).id,
            type=None if type is None else relation_type(type),
            status=None if status is None else _status(status),
            since=first,
            until=last,
            article=None if article is None else self.article(article).id,
        )


def _support(relation: Relation) -> tuple[int, str, str, str]:
    return -relation.assertions, relation.source, relation.type, relation.target


def _span(since: str | None, until: str | None) -> tuple[str | None, str | None]:
    return (None if since is None else iso_date(since)), (None if until is None else iso_date(until))


def _status(name: str) -> Status:
    try:
        return Status(name)
    except ValueError:
        raise KgraphError(f"no status is called '{name}'; there are: {', '.join(Status)}") from None


def _entity_type(name: str) -> EntityType:
    try:
        return EntityType(name)
    except ValueError:
        raise KgraphError(f"no entity type is called '{name}'; there are: {', '.join(EntityType)}") from None


def _is_called(entity: Entity, text: str) -> bool:
    return any(name_key(text) in name_key(name) for name in (entity.name, entity.name_en or "", *entity.aliases))


def _involves(event: Event, entity: str | None) -> bool:
    return entity is None or entity == event.place or any(part.entity == entity for part in event.participants)


def _flat(relation: Relation) -> dict[str, object]:
    fields = relation.model_dump(mode="json", exclude={"statuses"})
    return fields | {str(status): relation.statuses.get(status, 0) for status in Status}
