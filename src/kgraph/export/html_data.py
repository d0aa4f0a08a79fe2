"""What the HTML page shows, as plain data: the drawing, and the knowledge behind it.

Everything is named by its place in a list: node `i` of the drawing is `entities[i]`, edge `j` is
`relations[j]`, and the events follow: event `k` is node `len(entities) + k`.
"""

from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from kgraph.export.html_drawing import draw
from kgraph.export.selection import Source
from kgraph.models import Article, Assertion, Entity, Event, Mention, Relation
from kgraph.ontology import SPECS, EntityType, Quad, RelationType, Status

Json = dict[str, Any]
Tie = tuple[str, RelationType, str]


def page_data(source: Source) -> Json:
    """The page's data, ready for JSON: the same for the same content, in whatever order it comes."""
    entities = sorted(source.entities(), key=lambda entity: entity.id)
    relations = sorted(source.relations(), key=lambda relation: (relation.source, relation.type, relation.target))
    events = sorted(source.events(), key=lambda event: (event.date or "", event.id))
    mentions = sorted(
        source.mentions(), key=lambda mention: (mention.article, mention.start, mention.end, mention.entity)
    )
    articles = {article.id: article for article in source.articles()}
    assertions = _latest_first(source.assertions(), articles)
    number = {entity.id: index for index, entity in enumerate(entities)}
    names = {entity.id: entity.name for entity in entities}
    telling = sorted({assertion.article for assertion in assertions})
    return {
        "drawing": draw(entities, relations, events, number),
        "entities": _entities(entities, mentions, number),
        "relations": _relations(relations, assertions, number),
        "events": _events(events, assertions, number, names),
        "assertions": _assertions(assertions, mentions, telling, number),
        "articles": [_article(articles[name]) for name in telling],
        "article_count": len(articles),
        "vocabulary": _vocabulary(),
    }


def _latest_first(assertions: Iterable[Assertion], articles: Mapping[str, Article]) -> list[Assertion]:
    ordered = sorted(assertions, key=lambda one: (one.article, one.start, one.id))
    return sorted(ordered, key=lambda one: one.date or articles[one.article].published or "", reverse=True)


def _tie(source: str, kind: RelationType, target: str) -> Tie:
    """What the assertions of one relation have in common: where the type has no direction, nor has the tie."""
    if kind.spec.directed or source <= target:
        return source, kind, target
    return target, kind, source


def _entities(entities: Sequence[Entity], mentions: Sequence[Mention], number: Mapping[str, int]) -> list[Json]:
    counts = Counter(mention.entity for mention in mentions)
    articles = Counter(entity for entity, _ in {(mention.entity, mention.article) for mention in mentions})
    return [
        {
            "id": entity.id,
            "type": entity.type,
            "name": entity.name,
            "name_en": entity.name_en,
            "aliases": entity.aliases,
            "country": number.get(entity.country or ""),
            "first": entity.first_seen,
            "last": entity.last_seen,
            "mentions": counts[entity.id],
            "articles": articles[entity.id],
        }
        for entity in entities
    ]


def _relations(relations: Sequence[Relation], assertions: Sequence[Assertion], number: Mapping[str, int]) -> list[Json]:
    evidence: dict[Tie, list[int]] = defaultdict(list)
    for index, assertion in enumerate(assertions):
        evidence[_tie(assertion.source, assertion.type, assertion.target)].append(index)
    return [
        {
            "source": number[relation.source],
            "type": relation.type,
            "target": number[relation.target],
            "articles": relation.articles,
            "first": relation.first,
            "last": relation.last,
            "statuses": relation.statuses,
            "confidence": round(relation.confidence, 2),
            "assertions": evidence[_tie(relation.source, relation.type, relation.target)],
        }
        for relation in relations
    ]


def _events(
    events: Sequence[Event], assertions: Sequence[Assertion], number: Mapping[str, int], names: Mapping[str, str]
) -> list[Json]:
    place = {assertion.id: index for index, assertion in enumerate(assertions)}
    return [
        {
            "id": event.id,
            "type": event.type,
            "label": event.label,
            "date": event.date,
            "place": names.get(event.place, event.place) if event.place else None,
            "participants": [{"entity": number[part.entity], "role": part.role} for part in event.participants],
            "assertions": sorted(place[assertion] for assertion in event.assertions),
            "articles": len(event.articles),
        }
        for event in events
    ]


def _assertions(
    assertions: Sequence[Assertion], mentions: Sequence[Mention], telling: Sequence[str], number: Mapping[str, int]
) -> list[Json]:
    article = {name: index for index, name in enumerate(telling)}
    mentioned: dict[str, list[Mention]] = defaultdict(list)
    for mention in mentions:
        mentioned[mention.article].append(mention)
    return [
        {
            "article": article[assertion.article],
            "source": number[assertion.source],
            "target": number[assertion.target],
            "status": assertion.status,
            "date": assertion.date,
            "speaker": number.get(assertion.attributed_to or ""),
            "sentence": assertion.sentence,
            "marks": _marks(assertion, mentioned[assertion.article]),
        }
        for assertion in assertions
    ]


def _marks(assertion: Assertion, mentions: Sequence[Mention]) -> list[tuple[int, int]]:
    """Where the sentence mentions the two sides, in characters of the sentence; no two overlap."""
    marks: list[tuple[int, int]] = []
    first = bisect_left(mentions, assertion.start, key=lambda mention: mention.start)
    last = bisect_left(mentions, assertion.end, key=lambda mention: mention.start)
    for mention in mentions[first:last]:
        start, end = mention.start - assertion.start, mention.end - assertion.start
        inside = (marks[-1][1] if marks else 0) <= start < end <= len(assertion.sentence)
        if inside and mention.entity in (assertion.source, assertion.target):
            marks.append((start, end))
    return marks


def _article(article: Article) -> Json:
    return {
        "title": article.title,
        "published": article.published,
        "source": article.source,
        "url": _web_address(article.url),
    }


def _web_address(url: str | None) -> str | None:
    """The address if it is one of the web; any other scheme could run a script when clicked."""
    return url if url and url.lower().startswith(("http://", "https://")) else None


def _vocabulary() -> Json:
    return {
        "kinds": list(EntityType),
        "statuses": list(Status),
        "quads": list(Quad),
        "relations": {
            kind: {"quad": spec.quad, "directed": spec.directed, "ja": spec.ja, "en": spec.en}
            for kind, spec in SPECS.items()
        },
    }
