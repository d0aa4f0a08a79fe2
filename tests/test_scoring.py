"""What the scorer counts, on an article and annotations that are made up."""

from typing import Any

import pytest

from kgraph.models import Assertion, EventMention, Mention, Participant, Resolved
from kgraph.ontology import MentionKind, RelationType, Status
from tests import factories
from tests.annotation import Gold
from tests.factories import DUPONT, FRANCE, JAPAN, MINISTRY, PARIS, SUMMIT, TAKAGI
from tests.scoring import Agreement, Score, Tally, bare, score

SENTENCE = "日本の高木首相は12日、パリでフランスのデュポン大統領と会談した。"
ENTITIES = (
    {"id": "japan", "type": "country", "name": "日本", "aliases": ["日本", "日"]},
    {"id": "france", "type": "country", "name": "フランス", "aliases": ["フランス", "仏"]},
    {"id": "takagi", "type": "person", "name": "高木一郎", "aliases": ["高木首相"]},
    {"id": "dupont", "type": "person", "name": "マリー・デュポン", "aliases": ["デュポン大統領", "デュポン氏"]},
    {"id": "ministry", "type": "organization", "name": "ドイツ外務省", "aliases": ["ドイツ外務省"]},
)
MENTIONS = (
    factories.mention(SUMMIT, "日本", JAPAN),
    factories.mention(SUMMIT, "フランス", FRANCE),
    factories.mention(SUMMIT, "高木首相", TAKAGI),
    factories.mention(SUMMIT, "デュポン大統領", DUPONT),
    factories.mention(SUMMIT, "ドイツ外務省", MINISTRY),
)

Row = dict[str, Any]


def row(source: str, type: str, target: str, **more: str) -> Row:
    """A relation of the gold; `|` stands between alternatives."""
    ends = {"source": source.split("|"), "type": type.split("|"), "target": target.split("|")}
    return {"status": "asserted", "date": None, "tier": "core", "quote": SENTENCE, **ends, **more}


def happening(type: str, *participants: str, date: str | None = None) -> Row:
    return {"type": [type], "participants": participants, "date": date, "place": None, "quote": SENTENCE}


def said(source: str, type: str, target: str, date: str | None = None, status: str = "asserted") -> Assertion:
    return factories.assertion(SUMMIT, source, RelationType(type), target, SENTENCE, date=date, status=Status(status))


def told(type: str, *participants: str, date: str | None = None) -> EventMention:
    parts = [Participant(entity=entity, role="party") for entity in participants]
    return factories.telling(SUMMIT, "event:1", said(JAPAN, type, FRANCE, date), "会談", None, *parts)


def scored(graph: Resolved, relations: tuple[Row, ...] = (), events: tuple[Row, ...] = ()) -> Score:
    gold = {"article": SUMMIT.id, "published": None, "entities": ENTITIES, "relations": relations, "events": events}
    return score([Gold.model_validate(gold)], graph)


def mentioning(*mentions: Mention) -> Score:
    """The score of a graph with these mentions alone."""
    return scored(Resolved(entities=factories.ENTITIES, mentions=mentions))


def saying(*assertions: Assertion, gold: tuple[Row, ...]) -> Score:
    """The score of a graph that knows all entities, and says this of them."""
    return scored(Resolved(entities=factories.ENTITIES, mentions=MENTIONS, assertions=assertions), relations=gold)


def telling(*events: EventMention, gold: tuple[Row, ...]) -> Tally | Agreement:
    """How such a graph does that tells of these events."""
    graph = Resolved(entities=factories.ENTITIES, mentions=MENTIONS, tellings=events)
    return scored(graph, events=gold).parts["event"]


MEETING = said(TAKAGI, "negotiation", DUPONT)
OFFICE = said(TAKAGI, "leadership", JAPAN)


@pytest.mark.parametrize(
    ("assertions", "gold", "tally"),
    [
        pytest.param([OFFICE], [row("takagi", "leadership", "japan")], Tally(1, 1, 1, 1), id="right"),
        pytest.param([OFFICE], [row("japan", "leadership", "takagi")], Tally(0, 1, 0, 1), id="wrong direction"),
        pytest.param([OFFICE], [row("takagi", "affiliation", "japan")], Tally(0, 1, 0, 1), id="wrong type"),
        pytest.param([OFFICE], [row("takagi", "leadership", "france")], Tally(0, 1, 0, 1), id="wrong target"),
        pytest.param([MEETING], [row("dupont", "negotiation", "takagi")], Tally(1, 1, 1, 1), id="symmetric"),
        pytest.param(
            [said(JAPAN, "support", FRANCE)],
            [row("takagi|japan", "aid|support", "dupont|france")],
            Tally(1, 1, 1, 1),
            id="alternatives",
        ),
        pytest.param([OFFICE, OFFICE], [row("takagi", "leadership", "japan")], Tally(1, 1, 1, 1), id="said twice"),
        pytest.param(
            [MEETING, said(DUPONT, "negotiation", TAKAGI)],
            [row("takagi", "negotiation", "dupont")],
            Tally(1, 1, 1, 1),
            id="said both ways round",
        ),
        pytest.param(
            [MEETING],
            [row("takagi", "negotiation", "dupont", date=day) for day in ("2024", "2025")],
            Tally(1, 1, 2, 2),
            id="one for two days",
        ),
        pytest.param(
            [OFFICE, said(DUPONT, "leadership", FRANCE)],
            [row("takagi|dupont", "leadership", "japan|france")],
            Tally(2, 2, 1, 1),
            id="two for one row",
        ),
        pytest.param([], [row("takagi", "leadership", "japan")], Tally(0, 0, 0, 1), id="core row missing"),
        pytest.param(
            [], [row("takagi", "leadership", "japan", tier="extra")], Tally(0, 0, 0, 0), id="extra row missing"
        ),
        pytest.param(
            [OFFICE], [row("takagi", "leadership", "japan", tier="extra")], Tally(1, 1, 0, 0), id="extra row found"
        ),
        pytest.param(
            [said(TAKAGI, "demand", PARIS)],
            [row("takagi", "demand", PARIS)],
            Tally(0, 1, 0, 1),
            id="of one never mentioned, whatever the id",
        ),
    ],
)
def test_a_relation_counts_where_source_type_and_target_are_right(
    assertions: list[Assertion], gold: list[Row], tally: Tally
) -> None:
    assert saying(*assertions, gold=tuple(gold)).parts["relation"] == tally


def test_relations_are_counted_by_the_type_they_are_said_by_and_rows_by_their_best_type() -> None:
    types = saying(said(JAPAN, "support", FRANCE), OFFICE, gold=(row("japan", "aid|support", "france"),)).types
    assert types == {
        RelationType.SUPPORT: Tally(right=1, said=1),
        RelationType.AID: Tally(found=1, there=1),
        RelationType.LEADERSHIP: Tally(said=1),
    }


def test_a_pair_counts_whatever_its_type_and_direction() -> None:
    gold = (row("japan", "aid", "france"), row("takagi", "demand", "ministry|dupont"), row("dupont", "aid", "japan"))
    assertions = (said(FRANCE, "threat", JAPAN), said(FRANCE, "aid", JAPAN), MEETING, said(TAKAGI, "aid", FRANCE))
    assert saying(*assertions, gold=gold).parts["pair"] == Tally(right=2, said=3, found=2, there=3)


def test_a_pair_of_an_extra_row_may_be_found_and_need_not() -> None:
    gold = (row("japan", "aid", "france", tier="extra"), row("takagi", "aid", "france", tier="extra"))
    assert saying(said(FRANCE, "aid", JAPAN), gold=gold).parts["pair"] == Tally(right=1, said=1)


def test_the_status_is_compared_for_relations_that_are_right() -> None:
    gold = (row("takagi", "negotiation", "dupont", status="planned"), row("takagi", "leadership", "japan"))
    wrong = said(FRANCE, "threat", JAPAN)
    assert saying(MEETING, OFFICE, wrong, gold=gold).parts["status"] == Agreement(agreed=1, of=2)


def test_one_statement_of_several_with_the_right_status_will_do() -> None:
    gold = (row("takagi", "negotiation", "dupont", status="planned"),)
    planned = said(DUPONT, "negotiation", TAKAGI, status="planned")
    assert saying(MEETING, planned, gold=gold).parts["status"] == Agreement(agreed=1, of=1)


@pytest.mark.parametrize(
    ("date", "agreement"),
    [
        ("2025-05-12", Agreement(1, 1)),
        ("2025", Agreement(1, 1)),
        ("2025-06", Agreement(0, 1)),
        (None, Agreement(0, 1)),
    ],
)
def test_the_date_may_be_less_precise_but_not_another_and_not_missing(date: str | None, agreement: Agreement) -> None:
    gold = (row("takagi", "negotiation", "dupont", date="2025-05-12"),)
    assert saying(said(TAKAGI, "negotiation", DUPONT, date), gold=gold).parts["date"] == agreement


def test_no_date_is_asked_for_where_a_row_has_none() -> None:
    gold = (row("takagi", "leadership", "japan"), row("takagi", "leadership", "japan", date="2025"))
    assert saying(OFFICE, gold=gold).parts["date"] == Agreement(0, 0)


@pytest.mark.parametrize(
    ("events", "tally"),
    [
        pytest.param([told("negotiation", TAKAGI, DUPONT, date="2025-05")], Tally(1, 1, 1, 2), id="right"),
        pytest.param([told("negotiation", TAKAGI)], Tally(1, 1, 1, 2), id="half of them, no date"),
        pytest.param([told("negotiation", JAPAN, date="2025-05-12")], Tally(0, 1, 0, 2), id="others"),
        pytest.param([told("agreement", TAKAGI, DUPONT, date="2025-05-12")], Tally(0, 1, 0, 2), id="another type"),
        pytest.param([told("negotiation", TAKAGI, DUPONT, date="2023")], Tally(0, 1, 0, 2), id="another date"),
        pytest.param([told("negotiation", TAKAGI, DUPONT)] * 2, Tally(2, 2, 2, 2), id="one for each"),
        pytest.param([told("negotiation", TAKAGI, DUPONT)] * 3, Tally(3, 3, 2, 2), id="one told twice"),
    ],
)
def test_an_event_counts_with_its_type_half_of_its_participants_and_no_other_date(
    events: list[EventMention], tally: Tally
) -> None:
    gold = (
        happening("negotiation", "takagi", "dupont", date="2025-05-12"),
        happening("negotiation", "takagi", "dupont", date="2026"),
    )
    assert telling(*events, gold=gold) == tally


def test_of_several_events_it_is_the_one_of_that_very_date() -> None:
    gold = (happening("negotiation", "takagi"), happening("negotiation", "takagi", date="2025-05"))
    events = (told("negotiation", TAKAGI, date="2025-05"), told("negotiation", TAKAGI, date="2024"))
    assert telling(*events, gold=gold) == Tally(2, 2, 2, 2)


def test_of_several_events_it_is_the_one_with_most_of_its_participants() -> None:
    gold = (happening("negotiation", "takagi", "japan"), happening("negotiation", "takagi", "dupont"))
    events = (told("negotiation", TAKAGI, DUPONT), told("negotiation", JAPAN))
    assert telling(*events, gold=gold) == Tally(2, 2, 2, 2)


def test_an_entity_is_found_by_any_of_its_names_and_counts_once() -> None:
    paris = factories.mention(SUMMIT, "パリ", PARIS)
    again = MENTIONS[3].model_copy(update={"text": "デュポン氏"})
    assert mentioning(MENTIONS[0], MENTIONS[3], again, paris).parts["entity"] == Tally(2, 3, 2, 5)
    assert mentioning(MENTIONS[2].model_copy(update={"text": "高木一郎"})).parts["entity"] == Tally(1, 1, 1, 5)


def test_an_entity_that_is_split_is_right_twice_and_found_once() -> None:
    other = MENTIONS[0].model_copy(update={"text": "日", "entity": FRANCE})
    assert mentioning(MENTIONS[0], other).parts["entity"] == Tally(2, 2, 1, 5)
    assert mentioning(MENTIONS[2], MENTIONS[2].model_copy(update={"entity": DUPONT})).parts["entity"] == Tally(
        2, 2, 1, 5
    )


def test_a_type_counts_only_for_the_typed_figure() -> None:
    parts = mentioning(MENTIONS[0].model_copy(update={"entity": MINISTRY}), MENTIONS[1]).parts
    assert parts["entity"] == Tally(2, 2, 2, 5)
    assert parts["entity typed"] == Tally(1, 2, 1, 5)


def test_what_is_no_name_is_no_entity() -> None:
    assert mentioning(MENTIONS[0].model_copy(update={"kind": MentionKind.NOMINAL})).parts["entity"] == Tally(there=5)


def test_clusters_are_compared_name_by_name() -> None:
    """Three names that the gold holds for two entities: the graph takes all for one."""
    one = [MENTIONS[0].model_copy(update={"text": text}) for text in ("日本", "日", "仏", "パリ")]
    found = mentioning(*one).parts["cluster"].figures()
    assert found["precision"] == pytest.approx((2 / 3 + 2 / 3 + 1 / 3) / 3)
    assert found["recall"] == 1


@pytest.mark.parametrize(
    "name", ["高木", "高木首相", "高木氏", "高木元副大統領", "高木前外相", "高木国務長官", "高 木", "高木事務総長さん"]
)
def test_a_name_is_the_same_with_a_title_and_without(name: str) -> None:
    assert bare(name) == "高木"


def test_a_title_alone_stays_a_name_and_width_and_separators_do_not_count() -> None:
    assert bare("大統領") == "大統領"
    assert bare("ＡＢ・Ｃ") == bare("ab-c")


def test_what_is_said_of_an_article_that_is_not_annotated_does_not_count() -> None:
    parts = {"mentions": MENTIONS, "assertions": (OFFICE,), "tellings": (told("negotiation", TAKAGI),)}
    elsewhere = {name: tuple(one.model_copy(update={"article": "another"}) for one in of) for name, of in parts.items()}
    nothing = scored(Resolved(entities=factories.ENTITIES))
    assert scored(Resolved(entities=factories.ENTITIES).model_copy(update=elsewhere)) == nothing


def test_articles_count_together() -> None:
    assert Tally(1, 2, 1, 4) + Tally(1, 1, 1, 1) == Tally(2, 3, 2, 5)
    assert Agreement(1, 2) + Agreement(0, 1) == Agreement(1, 3)


def test_figures_are_shares_and_their_harmonic_mean() -> None:
    assert Tally(right=1, said=2, found=1, there=1).figures() == {"precision": 0.5, "recall": 1, "f1": 2 / 3}
    assert Agreement(1, 4).figures() == {"accuracy": 0.25}


def test_where_there_is_nothing_figures_are_zero() -> None:
    assert Tally().figures() == {"precision": 0, "recall": 0, "f1": 0}
    assert Agreement().figures() == {"accuracy": 0}
