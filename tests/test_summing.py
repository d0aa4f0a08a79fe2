from kgraph import summing
from kgraph.ontology import RelationType, Status
from tests import factories as made


def test_assertions_that_say_the_same_of_the_same_two_are_one_relation() -> None:
    (relation,) = summing.relations([made.MEETING, made.PAST_MEETING])
    assert (relation.assertions, relation.articles) == (2, 2)
    assert (relation.first, relation.last) == ("2023", "2025-05-12")
    assert relation.statuses == {Status.ASSERTED: 2}


def test_the_ends_of_a_relation_without_direction_are_sorted() -> None:
    (relation,) = summing.relations([made.MEETING])
    assert (relation.source, relation.target) == tuple(sorted([made.TAKAGI, made.DUPONT]))


def test_the_ends_of_a_directed_relation_stay() -> None:
    sentence = "高木首相はドイツ外務省を訪れる予定はない。"
    there = made.assertion(made.SUMMIT, made.TAKAGI, RelationType.DEMAND, made.DUPONT, sentence)
    back = made.assertion(made.SUMMIT, made.DUPONT, RelationType.DEMAND, made.TAKAGI, sentence)
    assert [one.source for one in summing.relations([there, back])] == sorted([made.TAKAGI, made.DUPONT])


def test_confidence_grows_with_articles_and_not_with_sentences_of_one() -> None:
    again = made.MEETING.model_copy(update={"id": "again", "confidence": 0.5})
    (once,) = summing.relations([made.MEETING])
    (twice,) = summing.relations([made.MEETING, again])
    (elsewhere,) = summing.relations([made.MEETING, made.PAST_MEETING])
    assert (once.confidence, twice.confidence, elsewhere.confidence) == (0.8, 0.8, 0.96)


def test_the_order_of_assertions_does_not_matter() -> None:
    assert summing.relations(made.ASSERTIONS) == summing.relations(reversed(made.ASSERTIONS))
