"""Small graphs made by hand: articles with made-up news, and what a build would get out of them."""

import hashlib
from pathlib import Path

from kgraph import summing
from kgraph.models import (
    Article,
    Assertion,
    Entity,
    Event,
    EventMention,
    Extraction,
    Mention,
    Participant,
    Referent,
    Resolved,
)
from kgraph.ontology import EntityType, MentionKind, RelationType, Status
from kgraph.store import DATABASE, Writer

JAPAN, FRANCE, GERMANY, BELARUS = "country:JP", "country:FR", "country:DE", "country:BY"
TAKAGI, DUPONT = "person:高木一郎", "person:マリー・デュポン"
MINISTRY, PARIS, ISLAND = "organization:ドイツ外務省", "place:パリ", "place:南島"


def article(id: str, text: str, published: str | None = None, source: str | None = None) -> Article:
    title, _, _ = text.partition("\n")
    digest = hashlib.sha256(text.encode()).hexdigest()
    return Article(id=id, title=title, text=text, path=f"{id}.txt", sha256=digest, published=published, source=source)


def entity(id: str, name: str, name_en: str | None = None, *aliases: str, country: str | None = None) -> Entity:
    kind, _, _ = id.partition(":")
    return Entity(id=id, type=EntityType(kind), name=name, name_en=name_en, aliases=aliases, country=country)


def mention(of: Article, text: str, entity: str, kind: MentionKind = MentionKind.NAME) -> Mention:
    start = of.text.index(text)
    type = EntityType(entity.partition(":")[0])
    return Mention(
        article=of.id,
        start=start,
        end=start + len(text),
        text=text,
        kind=kind,
        type=type,
        entity=entity,
    )


def assertion(
    of: Article, source: str, type: RelationType, target: str, sentence: str, *, status: Status = Status.ASSERTED,
    date: str | None = None, confidence: float = 0.8, attributed_to: str | None = None,
) -> Assertion:  # fmt: skip
    start = of.text.index(sentence)
    return Assertion(
        id=f"{of.id}:{start}:{source}:{type}:{target}", article=of.id, source=source, type=type, target=target,
        status=status, date=date, attributed_to=attributed_to, confidence=confidence, rule=f"{type}.verb",
        sentence=sentence, start=start, end=start + len(sentence),
    )  # fmt: skip


def telling(of: Article, id: str, from_: Assertion, label: str, place: str | None, *parts: Participant) -> EventMention:
    return EventMention(
        id=id, article=of.id, type=from_.type, label=label, date=from_.date, place=place, status=from_.status,
        participants=parts, assertions=(from_.id,), start=from_.start, end=from_.end,
    )  # fmt: skip


def referent(entity: Entity) -> Referent:
    return Referent(key=entity.id, type=entity.type, name=entity.name, names=(entity.name, *entity.aliases))


SUMMIT = article(
    "summit",
    "日仏首脳がパリで会談\n"
    "日本の高木首相は12日、パリでフランスのデュポン大統領と会談した。"
    "高木首相はドイツ外務省を訪れる予定はない。",
    published="2025-05-13",
    source="架空通信",
)
SANCTIONS = article(
    "sanctions",
    "独、ベラルーシに制裁\n"
    "ドイツは3月、ベラルーシに新たな制裁を科した。"
    "フランスも夏までにベラルーシへ制裁を科す方針だ。"
    "日本の高木首相は昨年、パリでデュポン氏と会談していた。",
    published="2024-04-01",
)
ARTICLES = (SANCTIONS, SUMMIT)

ENTITIES = (
    entity(BELARUS, "ベラルーシ", "Belarus"),
    entity(GERMANY, "ドイツ", "Germany", "独"),
    entity(FRANCE, "フランス", "France", "仏"),
    entity(JAPAN, "日本", "Japan", "日"),
    entity(MINISTRY, "ドイツ外務省", None, country=GERMANY),
    entity(DUPONT, "マリー・デュポン", "Marie Dupont", "デュポン", "デュポン大統領", "デュポン氏", country=FRANCE),
    entity(TAKAGI, "高木一郎", "Ichiro Takagi", "高木首相", country=JAPAN),
    entity(PARIS, "パリ", "Paris"),
    entity(ISLAND, "南島", None),
)

MENTIONS = (
    mention(SANCTIONS, "独", GERMANY),
    mention(SANCTIONS, "ベラルーシ", BELARUS),
    mention(SANCTIONS, "高木首相", TAKAGI),
    mention(SUMMIT, "日本", JAPAN),
    mention(SUMMIT, "高木首相", TAKAGI),
    mention(SUMMIT, "デュポン大統領", DUPONT),
)

_SANCTION = "ドイツは3月、ベラルーシに新たな制裁を科した。"
_PLAN = "フランスも夏までにベラルーシへ制裁を科す方針だ。"
_BEFORE = "日本の高木首相は昨年、パリでデュポン氏と会談していた。"
_MEETING = "日本の高木首相は12日、パリでフランスのデュポン大統領と会談した。"
_NO_VISIT = "高木首相はドイツ外務省を訪れる予定はない。"

PAST_MEETING = assertion(SANCTIONS, DUPONT, RelationType.NEGOTIATION, TAKAGI, _BEFORE, date="2023")
MEETING = assertion(SUMMIT, TAKAGI, RelationType.NEGOTIATION, DUPONT, _MEETING, date="2025-05-12")
SANCTION = assertion(SANCTIONS, GERMANY, RelationType.SANCTION, BELARUS, _SANCTION, date="2024-03")
ASSERTIONS = (
    SANCTION,
    assertion(SANCTIONS, FRANCE, RelationType.SANCTION, BELARUS, _PLAN, status=Status.PLANNED, date="2024"),
    PAST_MEETING,
    assertion(SUMMIT, DUPONT, RelationType.LEADERSHIP, FRANCE, _MEETING),
    assertion(SUMMIT, TAKAGI, RelationType.LEADERSHIP, JAPAN, _MEETING),
    MEETING,
    assertion(
        SUMMIT, TAKAGI, RelationType.NEGOTIATION, MINISTRY, _NO_VISIT, status=Status.NEGATED, attributed_to=TAKAGI
    ),
)

_LEADERS = (Participant(entity=DUPONT, role="party"), Participant(entity=TAKAGI, role="party"))
_BOTH = (Participant(entity=GERMANY, role="source"), Participant(entity=BELARUS, role="target"))
TELLINGS = (
    telling(SANCTIONS, "event:sanction", SANCTION, "ドイツがベラルーシに制裁", None, *_BOTH),
    telling(SANCTIONS, "event:meeting-2023", PAST_MEETING, "高木首相とデュポン氏の会談", PARIS, *_LEADERS),
    telling(SUMMIT, "event:meeting-2025", MEETING, "パリでの首脳会談", PARIS, *_LEADERS),
    telling(SUMMIT, "event:undated", ASSERTIONS[-1], "訪問の見送り", None, _LEADERS[1]),
)
EVENTS = tuple(
    Event(
        id=one.id, type=one.type, label=one.label, date=one.date, place=one.place,
        participants=one.participants, assertions=one.assertions, articles=(one.article,),
    )
    for one in sorted(TELLINGS, key=lambda telling: telling.id)
)  # fmt: skip

RESOLVED = Resolved(
    entities=tuple(sorted(ENTITIES, key=lambda one: one.id)),
    mentions=MENTIONS,
    assertions=ASSERTIONS,
    relations=tuple(summing.relations(ASSERTIONS)),
    events=EVENTS,
    tellings=TELLINGS,
)


def extraction(of: Article) -> Extraction:
    """What the article says, before resolution."""
    return Extraction(
        article=of.id,
        referents=tuple(map(referent, ENTITIES)),
        mentions=tuple(one for one in MENTIONS if one.article == of.id),
        assertions=tuple(one for one in ASSERTIONS if one.article == of.id),
        events=tuple(one for one in TELLINGS if one.article == of.id),
    )


def many(number: int) -> Resolved:
    """A graph over `ARTICLES` that takes much room: as many entities, each with an alliance."""
    entities = (entity(f"organization:団体{n:06}", f"団体{n:06}") for n in range(number))
    allied = (
        assertion(SUMMIT, f"organization:団体{n:06}", RelationType.ALLIANCE, JAPAN, _MEETING) for n in range(number)
    )
    return Resolved(entities=(*RESOLVED.entities, *entities), assertions=tuple(allied))


def write_graph(directory: Path) -> Path:
    """Make the graph in the directory, as a build would; gives the directory."""
    with Writer(directory / DATABASE) as writer:
        for one in ARTICLES:
            writer.put(one, extraction(one), "v1")
        writer.replace(RESOLVED)
    return directory
