from kgraph.lexicon import endings, relations
from kgraph.lexicon.files import rows
from kgraph.ontology import Quad, RelationType


def test_what_ends_lasts_and_each_rule_is_an_entry_of_the_lexicon() -> None:
    entries = {f"{row['type']}/{row['lemma']}" for row in rows("relations", "predicate")}
    assert relations.load is not None
    for ending in endings.load():
        assert ending.rules <= entries
        assert ending.rules.isdisjoint({f"{kind}/" for kind in ending.ends})


def test_all_that_stands_and_what_is_imposed_signed_or_deployed_can_end() -> None:
    lasting = {kind for kind in RelationType if kind.spec.quad is Quad.STANDING}
    can_end = frozenset[RelationType]().union(*(ending.ends for ending in endings.load()))
    assert can_end == lasting | {RelationType.SANCTION, RelationType.AGREEMENT, RelationType.MOBILIZATION}
