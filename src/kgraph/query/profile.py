"""All there is to say of one entity."""

from collections import Counter, defaultdict
from collections.abc import Iterable

from kgraph.models import Entity, Judgement, Mention, Record, Relation
from kgraph.ontology import JudgementKind, MentionKind, Reason
from kgraph.spelling import name_key


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


def spellings(mentions: Iterable[Mention]) -> tuple[Spelling, ...]:
    """The names among the mentions, and offices that stand for a name, the most frequent first."""
    found: defaultdict[str, Counter[Reason]] = defaultdict(Counter)
    for mention in mentions:
        if mention.kind is MentionKind.NAME or mention.reason is Reason.OFFICE:
            found[mention.text][mention.reason] += 1
    ordered = sorted(found.items(), key=lambda item: (-item[1].total(), item[0]))
    return tuple(
        Spelling(text=text, mentions=why.total(), reasons=tuple(reason for reason in Reason if why[reason]))
        for text, why in ordered
    )


def shapes(judgement: Judgement, entity: Entity) -> bool:
    """Whether a judgement decided which names are this entity's."""
    names = {entity.id, *map(name_key, (entity.name, *entity.aliases))}
    shaping = judgement.kind in (JudgementKind.MERGE, JudgementKind.SEPARATE)
    return shaping and (judgement.about[0] in names or name_key(judgement.about[0]) in names)
