"""What an export is made from: the whole graph, or a part of it chosen by entity, type and time."""

from collections.abc import Iterable, Iterator
from functools import cached_property
from typing import Protocol

from kgraph import summing
from kgraph.models import Article, Assertion, Entity, Event, EventMention, Mention, Relation
from kgraph.store import Filters, Reader


class Source(Protocol):
    """All that an exporter asks; the store's reader and a selection of it are two."""

    def articles(self) -> Iterable[Article]: ...  # noqa: D102
    def entities(self) -> Iterable[Entity]: ...  # noqa: D102
    def mentions(self) -> Iterable[Mention]: ...  # noqa: D102
    def assertions(self) -> Iterable[Assertion]: ...  # noqa: D102
    def relations(self) -> Iterable[Relation]: ...  # noqa: D102
    def events(self) -> Iterable[Event]: ...  # noqa: D102
    def tellings(self) -> Iterable[EventMention]: ...  # noqa: D102


class Selection:
    """The assertions that pass the filters and have `entity` at one end, and all that belongs to them.

    Relations and events are what these assertions add up to; entities, mentions and articles are those
    that they name.
    """

    def __init__(self, reader: Reader, filters: Filters, entity: str | None = None) -> None:
        self._reader = reader
        self._filters = filters
        self._entity = entity

    def articles(self) -> list[Article]:
        """The articles of the chosen assertions."""
        return [article for article in self._reader.articles() if article.id in self._articles]

    def entities(self) -> list[Entity]:
        """Who stands at their ends, says them, or has a part or a place in their events."""
        return [entity for entity in self._reader.entities() if entity.id in self._entities]

    def mentions(self) -> list[Mention]:
        """Where the chosen articles mention the chosen entities."""
        found = self._reader.mentions()
        return [one for one in found if one.article in self._articles and one.entity in self._entities]

    def assertions(self) -> list[Assertion]:
        """The chosen assertions."""
        return list(self._chosen.values())

    def relations(self) -> list[Relation]:
        """What they add up to."""
        return summing.relations(self.assertions())

    def events(self) -> list[Event]:
        """The events that they tell of, with the chosen among their assertions and articles alone."""
        return [
            self._cut(event) for event in self._reader.events() if not self._chosen.keys().isdisjoint(event.assertions)
        ]

    def tellings(self) -> list[EventMention]:
        """The tellings of these events that rest on a chosen assertion."""
        found = self._reader.tellings()
        return [telling for telling in found if not self._chosen.keys().isdisjoint(telling.assertions)]

    @cached_property
    def _chosen(self) -> dict[str, Assertion]:
        found = self._reader.assertions(self._filters)
        return {one.id: one for one in found if self._entity in (None, one.source, one.target)}

    @cached_property
    def _articles(self) -> frozenset[str]:
        return frozenset(assertion.article for assertion in self._chosen.values())

    @cached_property
    def _entities(self) -> frozenset[str]:
        return frozenset(self._named())

    def _named(self) -> Iterator[str]:
        for assertion in self._chosen.values():
            yield from (assertion.source, assertion.target)
            yield from filter(None, (assertion.attributed_to,))
        for telling in self.tellings():
            yield from (part.entity for part in telling.participants)
            yield from filter(None, (telling.place,))
        for event in self.events():
            yield from (part.entity for part in event.participants)
            yield from filter(None, (event.place,))

    def _cut(self, event: Event) -> Event:
        kept = tuple(assertion for assertion in event.assertions if assertion in self._chosen)
        articles = tuple(article for article in event.articles if article in self._articles)
        return event.model_copy(update={"assertions": kept, "articles": articles})
