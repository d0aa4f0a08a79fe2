"""From extractions to the content of the graph."""

from collections.abc import Iterable

from kgraph import summing
from kgraph.lexicon import Lexicon
from kgraph.lexicon.events import load
from kgraph.models import Article, Entity, EventMention, Extraction, Judgement, Resolved
from kgraph.resolution.copies import origins
from kgraph.resolution.entities import Told, entities
from kgraph.resolution.events import events, identified
from kgraph.resolution.identity import unified
from kgraph.resolution.judgements import judged, without
from kgraph.resolution.linking import Linker
from kgraph.resolution.sameness import Sides


def resolve(
    told: Iterable[tuple[Article, Extraction]], lexicon: Lexicon, judgements: Iterable[Judgement] = ()
) -> Resolved:
    """The graph that the articles make together, as people corrected it: a pure function, whatever the order."""
    known = unified(sorted(told, key=lambda pair: pair[0].id), Linker(lexicon))
    told, notes, apart = judged(known, judgements)
    extractions = [extraction for _, extraction in told]
    assertions = [assertion for extraction in extractions for assertion in extraction.assertions]
    found = without(entities(told, lexicon), apart)
    tellings = _identified(told, found)
    return Resolved(
        notes=notes,
        entities=tuple(found),
        mentions=tuple(mention for extraction in extractions for mention in extraction.mentions),
        assertions=tuple(assertions),
        relations=tuple(summing.relations(assertions)),
        events=tuple(events(tellings, origins(article for article, _ in told), {one.id: one.name for one in found})),
        tellings=tuple(tellings),
    )


def _identified(told: Told, known: Iterable[Entity]) -> list[EventMention]:
    """The tellings of all articles under the ids of their events."""
    published = {article.id: article.published for article, _ in told}
    words = load()
    names = frozenset(event.name for event in words.known)
    sides = Sides({entity.id: entity.country or entity.id for entity in known}, words.apart, words.general, names)
    return identified((telling for _, extraction in told for telling in extraction.events), published, sides)
