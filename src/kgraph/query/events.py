"""Questions about events: what happened, when, with whom."""

from kgraph.models import Event
from kgraph.naming import relation_type
from kgraph.query.base import Base, dates
from kgraph.query.found import Found
from kgraph.store.filters import within


class Events(Base):
    """Questions about events."""

    def events(
        self,
        name: str | None = None,
        *,
        type: str | None = None,
        since: str | None = None,
        until: str | None = None,
    ) -> Found[Event]:
        """The events by date, those without one last: those in which an entity takes part or which happen there.

        >>> [one.label for one in kg.events("パリ", since="2025")]
        ['パリでの首脳会談']
        """
        entity = self._id(name)
        kind = None if type is None else relation_type(type)
        first, last = dates(since, until)
        found = (event for event in self._reader.events() if within(event.date, first, last))
        chosen = (event for event in found if kind in (None, event.type) and _involves(event, entity))
        return self._found(Event, sorted(chosen, key=lambda event: (event.date is None, event.date, event.id)))

    def timeline(self, name: str | None = None, *, since: str | None = None, until: str | None = None) -> Found[Event]:
        """The dated events, earliest first: all, or those of one entity.

        >>> [one.date for one in kg.timeline("高木首相")]
        ['2023', '2025-05-12']
        """
        return self._found(Event, (event for event in self.events(name, since=since, until=until) if event.date))


def _involves(event: Event, entity: str | None) -> bool:
    return entity is None or entity == event.place or any(part.entity == entity for part in event.participants)
