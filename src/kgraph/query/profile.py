"""All there is to say of one entity."""

from collections import Counter
from collections.abc import Iterable

from kgraph.models import Entity, Judgement, Mention, Record, Relation
from kgraph.ontology import JudgementKind, MentionKind
from kgraph.spelling import name_key


class Spelling(Record):
    """One way that articles write an entity's name, and how often."""

    text: str
    mentions: int


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


def spellings(mentions: Iterable[Mention]) -> tuple[Spelling, ...]:
    """The names among the mentions, the most frequent first."""
    counted = Counter(mention.text for mention in mentions if mention.kind is MentionKind.NAME)
    return tuple(
        Spelling(text=text, mentions=counted[text]) for text in sorted(counted, key=lambda text: (-counted[text], text))
    )


def shapes(judgement: Judgement, entity: Entity) -> bool:
    """Whether a judgement decided which names are this entity's."""
    names = {entity.id, *map(name_key, (entity.name, *entity.aliases))}
    shaping = judgement.kind in (JudgementKind.MERGE, JudgementKind.SEPARATE)
    return shaping and (judgement.about[0] in names or name_key(judgement.about[0]) in names)
