from itertools import permutations

import pytest

from kgraph import lexicon
from kgraph.extraction import Extractor
from kgraph.judgements import judgement
from kgraph.models import Article, Assertion, Entity, Extraction, Judgement, Resolved
from kgraph.resolution import resolve
from tests.factories import article

WORDS = lexicon.load()
ARTICLES = (
    article("both", "ホルム大統領はフランスを非難した。\nアンネ・リンドクヴィスト大統領はドイツを非難した。"),
    article("one", "リンドクヴィスト大統領は2025年4月12日、イランと協議した。", published="2025-04-13"),
    article("two", "プーチン大統領はイランを批判した。\nウラジーミル・プーチン氏はドイツを支持した。"),
)


@pytest.fixture(scope="module")
def told() -> list[tuple[Article, Extraction]]:
    return list(zip(ARTICLES, Extractor()(ARTICLES), strict=True))


def decided(kind: str, *about: str, at: int = 0, **more: str) -> Judgement:
    return judgement(kind, about, who="編集者", when=f"2026-01-05T10:00:{at:02}", **more)


def entity(graph: Resolved, key: str) -> Entity:
    return next(one for one in graph.entities if one.id == key)


def keys(graph: Resolved) -> set[str]:
    return {one.id for one in graph.entities}


def said(graph: Resolved) -> set[tuple[str, str, str]]:
    return {(one.source, one.type.value, one.target) for one in graph.assertions}


Told = list[tuple[Article, Extraction]]
HOLM, SOLBERG = "person:ホルム", "person:アンネ・リンドクヴィスト"
PUTIN, IRAN, GERMANY, FRANCE = "person:ウラジーミル・プーチン", "country:IR", "country:DE", "country:FR"


def test_without_judgements_all_is_as_the_articles_say(told: Told) -> None:
    graph = resolve(told, WORDS)
    assert {HOLM, SOLBERG, PUTIN} < keys(graph)
    assert (PUTIN, "accusation", IRAN) in said(graph)


def test_merged_names_are_one_entity_in_mentions_assertions_and_events(told: Told) -> None:
    graph = resolve(
        told, WORDS, [decided("merge", HOLM, "アンネ・リンドクヴィスト"), decided("merge", HOLM, "リンドクヴィスト")]
    )
    assert not {one for one in keys(graph) if "リンドクヴィスト" in one}
    assert {(HOLM, "accusation", FRANCE), (HOLM, "accusation", GERMANY)} <= said(graph)
    assert entity(graph, HOLM).name == "ホルム"
    assert set(entity(graph, HOLM).aliases) == {"アンネ・リンドクヴィスト", "リンドクヴィスト"}
    assert {one.text for one in graph.mentions if one.entity == HOLM} == {
        "ホルム",
        "アンネ・リンドクヴィスト",
        "リンドクヴィスト",
    }
    assert HOLM in {part.entity for event in graph.events for part in event.participants}


def test_what_one_did_to_the_other_is_gone_where_they_are_one(told: Told) -> None:
    graph = resolve(told, WORDS, [decided("merge", HOLM, "フランス")])
    assert (HOLM, "accusation", HOLM) not in said(graph)
    assert FRANCE not in keys(graph)


def test_two_spellings_that_the_lexicon_lists_together_are_parted_sentence_by_sentence(told: Told) -> None:
    graph = resolve(told, WORDS, [decided("separate", PUTIN, "プーチン")])
    assert {("person:プーチン", "accusation", IRAN), (PUTIN, "support", GERMANY)} <= said(graph)
    assert {one.text for one in graph.mentions if one.entity == "person:プーチン"} == {"プーチン"}
    assert "プーチン" not in entity(graph, PUTIN).aliases
    assert entity(graph, "person:プーチン").name == "プーチン"


@pytest.mark.parametrize(("first", "second"), [("merge", "separate"), ("separate", "merge")])
def test_of_contradictory_judgements_the_later_decides(told: Told, first: str, second: str) -> None:
    judgements = [decided(first, HOLM, SOLBERG, at=1), decided(second, HOLM, SOLBERG, at=2)]
    assert (SOLBERG in keys(resolve(told, WORDS, judgements))) == (second == "separate")


def test_merged_and_separated_again_the_graph_is_as_before(told: Told) -> None:
    judgements = [decided("merge", HOLM, SOLBERG, at=1), decided("separate", HOLM, "アンネ・リンドクヴィスト", at=2)]
    assert resolve(told, WORDS, judgements) == resolve(told, WORDS)


def test_merges_go_on_from_one_another(told: Told) -> None:
    chain = [decided("merge", SOLBERG, HOLM, at=1), decided("merge", PUTIN, SOLBERG, at=2)]
    graph = resolve(told, WORDS, chain)
    assert not {HOLM, SOLBERG} & keys(graph)
    assert (PUTIN, "accusation", FRANCE) in said(graph)


def test_a_rejected_assertion_is_gone_from_relations_and_events_and_the_rest_stays(told: Told) -> None:
    before = resolve(told, WORDS)
    (talks,) = (one for one in before.assertions if one.type == "negotiation")
    graph = resolve(told, WORDS, [decided("reject", talks.id)])
    assert set(before.assertions) - set(graph.assertions) == {talks}
    assert not any(one.type == "negotiation" for one in (*graph.relations, *graph.events, *graph.tellings))
    assert graph.mentions == before.mentions


def test_what_a_person_asserts_has_an_article_of_its_own_whose_text_is_the_note(told: Told) -> None:
    note = "記者会見で本人から聞いた。"
    one = decided("assert", "プーチン", IRAN, type="sanction", date="2025-06-01", note=note)
    graph = resolve(told, WORDS, [one])
    (notes,) = graph.notes
    assert (notes.text, notes.source, notes.published) == (note, "編集者", "2026-01-05")
    (assertion,) = (found for found in graph.assertions if found.article == notes.id)
    assert (assertion.source, assertion.target, assertion.rule, assertion.date) == (
        PUTIN,
        IRAN,
        "judgement",
        "2025-06-01",
    )
    assert (assertion.sentence, assertion.confidence) == (note, 1.0)
    (event,) = (event for event in graph.events if event.type == "sanction")
    assert event.articles == (notes.id,)


def test_without_a_note_the_assertion_itself_is_the_text(told: Told) -> None:
    graph = resolve(told, WORDS, [decided("assert", PUTIN, "country:JP", type="rivalry")])
    assert graph.notes[0].text == "ウラジーミル・プーチン 対立 JP"
    assert entity(graph, "country:JP").name == "日本"


def test_an_assertion_follows_the_merges_of_its_ends(told: Told) -> None:
    both = [decided("assert", SOLBERG, "country:JP", type="support", at=1), decided("merge", HOLM, SOLBERG, at=2)]
    assert (HOLM, "support", "country:JP") in said(resolve(told, WORDS, both))


def test_judgements_of_what_no_article_names_change_nothing(told: Told) -> None:
    nothing = [
        decided("merge", "person:火星人", HOLM),
        decided("separate", HOLM, "火星人"),
        decided("separate", HOLM, HOLM),
        decided("separate", HOLM, "ホルム"),
        decided("reject", "0123"),
        decided("assert", "火星人", HOLM, type="support"),
        decided("assert", HOLM, HOLM, type="support"),
    ]
    assert resolve(told, WORDS, nothing) == resolve(told, WORDS)


def test_any_order_of_judgements_and_articles_gives_the_same_graph(told: Told) -> None:
    judgements = [
        decided("merge", HOLM, SOLBERG, at=1),
        decided("separate", PUTIN, "プーチン", at=2),
        decided("merge", "プーチン", HOLM, at=3),
        decided("assert", "プーチン", IRAN, type="aid", at=4),
    ]
    graph = resolve(told, WORDS, judgements)
    assert "person:プーチン" in keys(graph)
    assert all(resolve(told, WORDS, order) == graph for order in permutations(judgements))
    assert all(resolve(order, WORDS, judgements) == graph for order in permutations(told))


def test_all_that_is_spoken_of_is_an_entity_whatever_was_decided(told: Told) -> None:
    judgements = [decided("separate", PUTIN, "プーチン", at=1), decided("merge", GERMANY, FRANCE, at=2)]
    graph = resolve(told, WORDS, judgements)
    spoken = {end for one in graph.assertions for end in _ends(one)} | {one.entity for one in graph.mentions}
    assert spoken <= keys(graph)
    assert all(one.entity.startswith(one.type) for one in graph.mentions)


def _ends(one: Assertion) -> tuple[str, str]:
    return one.source, one.target
