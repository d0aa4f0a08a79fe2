"""The records that the stages hand to one another and to the user.

All are immutable. Dates are ISO strings as precise as is known: `2025`, `2025-05` or `2025-05-12`.
Offsets count characters of `Article.text`.
"""

from pydantic import BaseModel, ConfigDict

from kgraph.ontology import EntityType, JudgementKind, MentionKind, Reason, RelationType, Status


class Record(BaseModel):
    """Base of all records: frozen, and closed to fields it does not know."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class Article(Record):
    """One news article. `text` is what is analysed: the headline on its first line, then the body.

    `id` is the file's stem, made unique where a file holds several articles or stems repeat.
    `sha256` is of title, text, date, source and URL: what a rebuild compares.
    """

    id: str
    title: str
    text: str
    published: str | None = None
    source: str | None = None
    url: str | None = None
    path: str
    sha256: str


class Mention(Record):
    """A stretch of an article that refers to an entity: `text == article.text[start:end]`."""

    article: str
    start: int
    end: int
    text: str
    kind: MentionKind
    type: EntityType
    entity: str
    reason: Reason = Reason.LISTED


class Entity(Record):
    """A node of the graph. `first_seen` and `last_seen` are dates of the articles that name it."""

    id: str
    type: EntityType
    name: str
    name_en: str | None = None
    aliases: tuple[str, ...] = ()
    country: str | None = None
    first_seen: str | None = None
    last_seen: str | None = None


class Assertion(Record):
    """One statement of one sentence. `rule` names the lexicon entry that fired.

    `sentence == article.text[start:end]`; `attributed_to` is the entity that says so, where the
    article only reports it; `confidence` lies in 0..1.
    """

    id: str
    article: str
    source: str
    type: RelationType
    target: str
    status: Status
    date: str | None = None
    attributed_to: str | None = None
    confidence: float
    rule: str
    sentence: str
    start: int
    end: int


class Participant(Record):
    """An entity's part in an event: `source`, `target`, `party`, `mediator`, `host` or `victim`."""

    entity: str
    role: str


class EventMention(Record):
    """One article's telling of an event; tellings that share `id` are one event.

    `kind` is the noun for what happened (首脳会談); `place` is an entity's id.
    """

    id: str
    article: str
    type: RelationType
    kind: str = ""
    label: str
    date: str | None = None
    place: str | None = None
    status: Status
    participants: tuple[Participant, ...]
    assertions: tuple[str, ...]
    start: int
    end: int


class Event(Record):
    """What its tellings add up to: the most precise date and place, all participants.

    `support` counts the articles that tell of it on their own: copies of one text are one.
    """

    id: str
    type: RelationType
    label: str
    date: str | None = None
    place: str | None = None
    status: Status = Status.ASSERTED
    support: int = 1
    participants: tuple[Participant, ...]
    assertions: tuple[str, ...]
    articles: tuple[str, ...]


class Relation(Record):
    """What the assertions of all articles add up to between two entities.

    `assertions` and `articles` are counts; `statuses` counts assertions by status; `first` and
    `last` are the earliest and latest date known.
    """

    source: str
    type: RelationType
    target: str
    assertions: int
    articles: int
    first: str | None = None
    last: str | None = None
    statuses: dict[Status, int]
    confidence: float


class Referent(Record):
    """What one article speaks of, by all the names it uses for it, titles stripped.

    `key` is the id the entity has if no other article says more. `known` tells whether the lexicon
    knows it; `country` is a country's id where text or lexicon give one; `titles` are the offices said with the name.
    """

    key: str
    type: EntityType
    name: str
    name_en: str | None = None
    names: tuple[str, ...]
    known: bool = False
    country: str | None = None
    titles: tuple[str, ...] = ()


class Extraction(Record):
    """All that one article says; entities are named by the keys of its referents."""

    article: str
    referents: tuple[Referent, ...] = ()
    mentions: tuple[Mention, ...] = ()
    assertions: tuple[Assertion, ...] = ()
    events: tuple[EventMention, ...] = ()


class Judgement(Record):
    """What a person decided, and who, when (UTC) and why; `kgraph.judgements.judgement` makes them.

    `about` holds two names or ids of entities, or to reject the id of one assertion; `type` and `date` are
    those of an assertion. `id` is a hash of all the rest.
    """

    id: str
    kind: JudgementKind
    about: tuple[str, ...]
    type: RelationType | None = None
    date: str | None = None
    who: str
    when: str
    note: str | None = None


class Resolved(Record):
    """The content of the graph: the extractions of all articles after resolution, each part sorted.

    `notes` stand for articles where people say something themselves: one for each judgement that asserts.
    """

    notes: tuple[Article, ...] = ()

    entities: tuple[Entity, ...] = ()
    mentions: tuple[Mention, ...] = ()
    assertions: tuple[Assertion, ...] = ()
    relations: tuple[Relation, ...] = ()
    events: tuple[Event, ...] = ()
    tellings: tuple[EventMention, ...] = ()


class Meant(Record):
    """The entity that a name was found to mean: what tells it from others."""

    id: str
    type: EntityType
    name: str


class Resolution(Record):
    """A name, and whom it means, if anybody is known by it."""

    name: str
    entity: Meant | None


class Failure(Record):
    """A path that could not be read, and why, in one line."""

    path: str
    reason: str


class Run(Record):
    """One time that the graph was made: with which lexicon and code, and how many articles were new to it.

    `lexicon` is the directory of a user's lexicon files; `state` is a hash of all that the graph was made from,
    `page` one of the page that was written of it.
    """

    version: str
    lexicon: str | None
    fingerprint: str
    state: str
    read: int
    unchanged: int
    removed: int
    failed: int
    page: str | None = None
