"""What the HTML page shows, as plain data: the drawing, and the knowledge behind it.

Everything is named by its place in a list: node `i` of the drawing is `entities[i]`, edge `j` is
`relations[j]`, and the events follow: event `k` is node `len(entities) + k`.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from kgraph import summing
from kgraph.export.html_drawing import draw
from kgraph.export.html_marks import marks, predicate
from kgraph.export.selection import Source
from kgraph.models import Article, Assertion, Entity, Event, Mention, Relation
from kgraph.ontology import SPECS, EntityType, Quad, Status

Json = dict[str, Any]
Numbers = Mapping[str, int]


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
    number = _numbers(entity.id for entity in entities)
    telling = sorted({assertion.article for assertion in assertions})
    sentences = sorted({assertion.sentence for assertion in assertions})
    return {
        "drawing": draw(entities, relations, events, number),
        "entities": _entities(entities, mentions, number),
        "relations": _relations(relations, number),
        "events": _events(events, _numbers(assertion.id for assertion in assertions), number),
        "assertions": _assertions(assertions, mentions, relations, _numbers(telling), _numbers(sentences), number),
        "sentences": sentences,
        "articles": [_article(articles[name]) for name in telling],
        "article_count": len(articles),
        "vocabulary": _vocabulary(),
    }


def _numbers(names: Iterable[str]) -> dict[str, int]:
    return {name: index for index, name in enumerate(names)}


def _latest_first(assertions: Iterable[Assertion], articles: Mapping[str, Article]) -> list[Assertion]:
    ordered = sorted(assertions, key=lambda one: (one.article, one.start, one.id))
    return sorted(ordered, key=lambda one: one.date or articles[one.article].published or "", reverse=True)


def _entities(entities: Sequence[Entity], mentions: Sequence[Mention], number: Numbers) -> list[Json]:
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


def _relations(relations: Sequence[Relation], number: Numbers) -> list[Json]:
    return [
        {
            "source": number[relation.source],
            "type": relation.type,
            "target": number[relation.target],
            "articles": relation.articles,
            "first": relation.first,
            "last": relation.last,
            "confidence": round(relation.confidence, 2),
        }
        for relation in relations
    ]


def _events(events: Sequence[Event], place: Numbers, number: Numbers) -> list[Json]:
    return [
        {
            "id": event.id,
            "type": event.type,
            "label": event.label,
            "date": event.date,
            "place": number.get(event.place or ""),
            "participants": [number[part.entity] for part in event.participants],
            "roles": [part.role for part in event.participants],
            "assertions": sorted(place[assertion] for assertion in event.assertions),
            "articles": len(event.articles),
        }
        for event in events
    ]


def _assertions(
    assertions: Sequence[Assertion],
    mentions: Sequence[Mention],
    relations: Sequence[Relation],
    article: Numbers,
    sentence: Numbers,
    number: Numbers,
) -> list[Json]:
    mentioned: dict[str, list[Mention]] = defaultdict(list)
    for mention in mentions:
        mentioned[mention.article].append(mention)
    relation = {summing.key(one): index for index, one in enumerate(relations)}
    return [
        {
            "article": article[assertion.article],
            "relation": relation[summing.key(assertion)],
            "status": assertion.status,
            "date": assertion.date,
            "speaker": number.get(assertion.attributed_to or ""),
            "predicate": predicate(assertion),
            "sentence": sentence[assertion.sentence],
            "marks": marks(assertion, mentioned[assertion.article]),
        }
        for assertion in assertions
    ]


def _article(article: Article) -> Json:
    return {
        "id": article.id,
        "title": article.title or article.id,
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
