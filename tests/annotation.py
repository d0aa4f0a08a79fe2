"""The annotated articles of `tests/gold`: what a careful reader takes from each, and from it alone."""

from pathlib import Path
from typing import Annotated, Literal

from pydantic import Field, StringConstraints

from kgraph.models import Record
from kgraph.ontology import EntityType, RelationType, Status

GOLD = Path(__file__).parent / "gold"

Date = Annotated[str, StringConstraints(pattern=r"^\d{4}(-\d\d(-\d\d)?)?$")]
Words = Annotated[str, StringConstraints(min_length=1)]
Ids = Annotated[tuple[str, ...], Field(min_length=1)]
Types = Annotated[tuple[RelationType, ...], Field(min_length=1)]


class GoldEntity(Record):
    """An entity that the article names, by each of `aliases`; `name` is its fullest name."""

    id: str
    type: EntityType
    name: str
    aliases: Annotated[tuple[Words, ...], Field(min_length=1)]


class GoldRelation(Record):
    """A relation; any of `source`, `type` and `target` will do, the first is best. An `extra` one need not be found."""

    source: Ids
    type: Types
    target: Ids
    status: Status
    date: Date | None
    tier: Literal["core", "extra"]
    quote: Words


class GoldEvent(Record):
    """Something that a timeline would show; any of `type` will do."""

    type: Types
    participants: Ids
    date: Date | None
    place: str | None
    quote: Words


class Gold(Record):
    """All that a careful reader takes from one article; `article` is its id."""

    article: str
    published: Date | None
    entities: tuple[GoldEntity, ...]
    relations: tuple[GoldRelation, ...]
    events: tuple[GoldEvent, ...]

    @property
    def core(self) -> list[GoldRelation]:
        """The relations that any careful reader would find."""
        return [row for row in self.relations if row.tier == "core"]


def load(path: Path) -> Gold:
    """The annotation in a file; raises pydantic's ValidationError where the file is no such thing."""
    return Gold.model_validate_json(path.read_bytes())


def load_all() -> list[Gold]:
    """All annotations, by file name."""
    return [load(path) for path in sorted(GOLD.glob("*.gold.json"))]
