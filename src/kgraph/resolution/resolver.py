"""From extractions to the content of the graph."""

from collections.abc import Iterable

from kgraph import summing
from kgraph.lexicon import Lexicon
from kgraph.models import Article, Extraction, Judgement, Resolved
from kgraph.resolution.entities import entities
from kgraph.resolution.events import events, identified
from kgraph.resolution.identity import unified
from kgraph.resolution.judgements import judged, without
from kgraph.resolution.linking import Linker


def resolve(
    told: Iterable[tuple[Article, Extraction]], lexicon: Lexicon, judgements: Iterable[Judgement] = ()
) -> Resolved:
    """The graph that the articles make together, as people corrected it: a pure function, whatever the order."""
    known = unified(sorted(told, key=lambda pair: pair[0].id), Linker(lexicon))
    told, notes, apart = judged(known, judgements)
    extractions = [extraction for _, extraction in told]
    assertions = [assertion for extraction in extractions for assertion in extraction.assertions]
    tellings = identified(telling for extraction in extractions for telling in extraction.events)
    return Resolved(
        notes=notes,
        entities=tuple(without(entities(told, lexicon), apart)),
        mentions=tuple(mention for extraction in extractions for mention in extraction.mentions),
        assertions=tuple(assertions),
        relations=tuple(summing.relations(assertions)),
        events=tuple(events(tellings)),
        tellings=tuple(tellings),
    )
