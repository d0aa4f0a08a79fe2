from itertools import permutations

import pytest

from kgraph import lexicon
from kgraph.extraction import Extractor
from kgraph.models import Article, Extraction, Resolved
from kgraph.resolution import resolve
from tests.factories import article

ARTICLES = (
    article("first", "米国とイランは2025年4月12日、オマーンで協議した。", published="2025-04-13"),
    article("second", "アメリカとイランが12日に協議した。\n米国はイランを批判した。", published="2025-04-14"),
    article("third", "プーチン大統領は、アメリカが2024年にイランを批判したと述べた。"),
)
WORDS = lexicon.load()


@pytest.fixture(scope="module")
def told() -> list[tuple[Article, Extraction]]:
    return list(zip(ARTICLES, Extractor()(ARTICLES), strict=True))


@pytest.fixture(scope="module")
def resolved(told: list[tuple[Article, Extraction]]) -> Resolved:
    return resolve(told, WORDS)


def test_all_articles_spell_one_entity(resolved: Resolved) -> None:
    us = next(entity for entity in resolved.entities if entity.id == "country:US")
    assert us.name == "アメリカ合衆国"
    assert set(us.aliases) >= {"米国", "アメリカ"}
    assert (us.first_seen, us.last_seen) == ("2025-04-13", "2025-04-14")


def test_what_several_articles_tell_adds_up(resolved: Resolved) -> None:
    talks = next(one for one in resolved.relations if one.type == "negotiation")
    assert (talks.source, talks.target, talks.assertions, talks.articles) == ("country:IR", "country:US", 2, 2)
    accused = next(one for one in resolved.relations if one.type == "accusation")
    assert (accused.source, accused.target, accused.articles, accused.first) == ("country:US", "country:IR", 2, "2024")


def test_the_same_meeting_in_two_articles_is_one_event(resolved: Resolved) -> None:
    (meeting,) = (event for event in resolved.events if event.type == "negotiation")
    assert meeting.articles == ("first", "second")
    assert {one.id for one in resolved.tellings if one.type == "negotiation"} == {meeting.id}


def test_everything_spoken_of_is_an_entity(resolved: Resolved) -> None:
    known = {entity.id for entity in resolved.entities}
    assert {mention.entity for mention in resolved.mentions} <= known
    assert {end for one in resolved.assertions for end in (one.source, one.target)} <= known
    assert {one.entity for event in resolved.events for one in event.participants} <= known


def test_the_order_of_the_articles_does_not_matter(told: list[tuple[Article, Extraction]], resolved: Resolved) -> None:
    assert all(resolve(order, WORDS) == resolved for order in permutations(told))


def test_no_articles_make_an_empty_graph() -> None:
    assert resolve([], WORDS) == Resolved()
