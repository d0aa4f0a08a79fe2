"""What all questions share: the reader, and finding what a user names."""

from collections.abc import Iterable, Iterator
from functools import cached_property
from pathlib import Path
from types import TracebackType
from typing import Self, TypeVar

from kgraph.errors import KgraphError
from kgraph.models import Entity
from kgraph.naming import Names, iso_date, relation_type
from kgraph.ontology import SPECS, EntityType, Quad, RelationType, Status
from kgraph.query.found import Found
from kgraph.query.tables import LANGUAGES, Labels
from kgraph.spelling import name_key, sound_key
from kgraph.store import Filters, Reader

T = TypeVar("T")
_JAPANESE = {"国": "country", "人物": "person", "組織": "organization", "場所": "place"}


class Base:
    """A graph that is open for reading; `labels` tells what things are called in its language."""

    def __init__(self, path: str | Path, lang: str = "ja") -> None:
        if lang not in LANGUAGES:
            raise KgraphError(f"no language is called '{lang}'; there are: {', '.join(LANGUAGES)}")
        self._path = Path(path)
        self._reader = Reader(self._path)
        self.labels = Labels(self._reader, lang)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self.close()

    def close(self) -> None:
        """Let go of the database; otherwise that happens with the object's end."""
        self._reader.close()

    def entity(self, name: str) -> Entity:
        """The entity called `name`, in any spelling; of several, the one that is mentioned most.

        Raises UnknownNameError, with the nearest names, where there is none.

        >>> kg.entity("Dupont").name
        'マリー・デュポン'
        """
        if found := self._reader.entity(name):
            return found
        for way, key in enumerate((name_key(name), sound_key(name), sound_key(name))):
            for entity in self._reader.named(way, key):
                return entity
        return self._names.find(name)

    @cached_property
    def _names(self) -> Names:
        """All names, for what no index finds: a name with a title, or one that is nobody's."""
        return Names(self._reader.entities(), self._reader.mention_counts())

    def _id(self, name: str | None) -> str | None:
        return None if name is None else self.entity(name).id

    def _found(self, kind: type[T], found: Iterable[T]) -> Found[T]:
        return Found(kind, found, self.labels)

    def _filters(
        self,
        source: str | None = None,
        target: str | None = None,
        type: str | None = None,
        status: Status | str | None = None,
        since: str | None = None,
        until: str | None = None,
        article: str | None = None,
        quad: Quad | str | None = None,
    ) -> Filters:
        first, last = dates(since, until)
        return Filters(
            source=self._id(source),
            target=self._id(target),
            type=None if type is None else relation_type(type),
            types=None if quad is None else of_quad(quad),
            status=None if status is None else status_called(status),
            since=first,
            until=last,
            article=article,
        )


def dates(since: str | None, until: str | None) -> tuple[str | None, str | None]:
    """Both dates, checked; raises KgraphError for what is no date."""
    return (None if since is None else iso_date(since)), (None if until is None else iso_date(until))


def of_quad(name: str) -> tuple[RelationType, ...]:
    """The relation types of a quad class; raises KgraphError where there is none of that name."""
    try:
        quad = Quad(name)
    except ValueError:
        raise KgraphError(f"no quad class is called '{name}'; there are: {', '.join(Quad)}") from None
    return tuple(kind for kind in SPECS if kind.spec.quad is quad)


def status_called(name: str) -> Status:
    """The status of that name; raises KgraphError where there is none."""
    try:
        return Status(name)
    except ValueError:
        raise KgraphError(f"no status is called '{name}'; there are: {', '.join(Status)}") from None


def entity_type(name: str) -> EntityType:
    """The entity type of that name, English or Japanese; raises KgraphError where there is none."""
    try:
        return EntityType(_JAPANESE.get(name, name))
    except ValueError:
        raise KgraphError(f"no entity type is called '{name}'; there are: {', '.join(EntityType)}") from None


def types(names: str | Iterable[str] | None) -> Iterator[RelationType]:
    """The relation types of one name or several; raises KgraphError where there is none of a name."""
    for name in [names] if isinstance(names, str) else names or ():
        yield relation_type(name)
