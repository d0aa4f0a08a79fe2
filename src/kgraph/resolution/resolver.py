"""From extractions to the content of the graph."""

from collections.abc import Iterable

from kgraph import summing
from kgraph.lexicon import Lexicon
from kgraph.models import Article, Extraction, Resolved
from kgraph.resolution.entities import entities
from kgraph.resolution.events import events, identified
from kgraph.resolution.identity import unified
from kgraph.resolution.linking import Linker


def resolve(told: Iterable[tuple[Article, Extraction]], lexicon: Lexicon) -> Resolved:
    """The graph that the articles make together: a pure function of them, whatever their order."""
    told = unified(sorted(told, key=lambda pair: pair[0].id), Linker(lexicon))
    extractions = [extraction for _, extraction in told]
    assertions = [assertion for extraction in extractions for assertion in extraction.assertions]
    tellings = identified(telling for extraction in extractions for telling in extraction.events)
    return Resolved(
        entities=tuple(entities(told, lexicon)),
        mentions=tuple(mention for extraction in extractions for mention in extraction.mentions),
        assertions=tuple(assertions),
        relations=tuple(summing.relations(assertions)),
        events=tuple(events(tellings)),
        tellings=tuple(tellings),
    )
