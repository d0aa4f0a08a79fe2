"""What questions are answered with, beyond the records of the graph itself."""

from typing import NamedTuple

from kgraph.models import Assertion, Entity, Event, Judgement, Mention, Record, Relation
from kgraph.ontology import Reason


class Spelling(Record):
    """One way that articles write an entity's name: how often, and why it is held to be the entity's."""

    text: str
    mentions: int
    reasons: tuple[Reason, ...]


class Profile(Record):
    """What the graph holds about one entity: how often it is mentioned, in how many articles, all its relations.

    `spellings` are the names that articles mention it by, the most frequent first; `judgements` are those by
    which people made it what it is.
    """

    entity: Entity
    mentions: int
    articles: int
    spellings: tuple[Spelling, ...]
    judgements: tuple[Judgement, ...]
    relations: tuple[Relation, ...]


class Neighbor(NamedTuple):
    """An entity by its id, and over how many relations it is reached."""

    entity: str
    distance: int


class Hop(Relation):
    """One step of a path: a relation, with the assertions that it adds up from."""

    evidence: tuple[Assertion, ...]


class Hit(Record):
    """A sentence in which a text was found: where it stands, where the text is in it, and what it is taken to say.

    `start` and `end` count characters of the article; `highlights` are such pairs within the sentence.
    """

    article: str
    start: int
    end: int
    sentence: str
    highlights: tuple[tuple[int, int], ...]
    assertions: tuple[Assertion, ...]


class Central(Record):
    """How central an entity is, by its id; scores compare only within one answer."""

    entity: str
    score: float


class Community(Record):
    """Entities that have more to do with one another than with the rest, by id, the best connected first."""

    entities: tuple[str, ...]


class Change(Record):
    """A relation that began (`new`) or ended in a span of time, and when, as far as is known."""

    change: str
    date: str | None
    relation: Relation


class Evidence(Record):
    """A sentence that says so: `start` and `end` count characters of the article."""

    article: str
    start: int
    end: int
    sentence: str


class Moment(Event):
    """A step of a timeline: a dated event, or what is said of two entities on a day, with the sentences that say so."""

    evidence: tuple[Evidence, ...]


class MarkedArticle(Record):
    """An article's text with its mentions and what its sentences are taken to say, in the order of the text."""

    article: str
    text: str
    mentions: tuple[Mention, ...]
    assertions: tuple[Assertion, ...]
