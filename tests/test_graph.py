import re
import sys
from pathlib import Path

import networkx as nx
import pytest

from kgraph.errors import KgraphError, StoreError, UnknownNameError
from kgraph.graph import KnowledgeGraph
from kgraph.models import Relation
from kgraph.ontology import RelationType, Status
from kgraph.store import DATABASE, Reader
from tests import factories as made


@pytest.fixture
def kg(graph: Path) -> KnowledgeGraph:
    return KnowledgeGraph(graph)


def _ends(relations: list[Relation]) -> list[tuple[str, str]]:
    return [(relation.source, relation.target) for relation in relations]


def test_a_missing_graph_says_what_to_do(tmp_path: Path) -> None:
    with pytest.raises(StoreError, match=r"no graph at .*nowhere: run 'kgraph build' first"):
        KnowledgeGraph(tmp_path / "nowhere")


def test_a_graph_shows_where_it_lies(graph: Path) -> None:
    with KnowledgeGraph(str(graph)) as kg:
        assert repr(kg) == f"KnowledgeGraph('{graph}')"


def test_an_entity_is_found_in_any_spelling(kg: KnowledgeGraph) -> None:
    assert kg.entity("デュポン大統領") == kg.entity("marie dupont") == kg.entity(made.DUPONT)


def test_entities_are_listed_by_type_and_by_text_in_their_names(kg: KnowledgeGraph) -> None:
    assert kg.entities() == list(made.RESOLVED.entities)
    assert [one.id for one in kg.entities(type="person")] == [made.DUPONT, made.TAKAGI]
    assert [one.id for one in kg.entities(text="ドイツ")] == [made.GERMANY, made.MINISTRY]
    assert [one.id for one in kg.entities(type="country", text="ｂｅｌａ")] == [made.BELARUS]


def test_an_unknown_entity_type_is_told_with_all_types(kg: KnowledgeGraph) -> None:
    with pytest.raises(KgraphError, match="'city'; there are: country, person, organization, place"):
        kg.entities(type="city")


def test_a_profile_counts_mentions_and_has_all_relations_of_both_directions(kg: KnowledgeGraph) -> None:
    profile = kg.profile("デュポン")
    assert (profile.entity.id, profile.mentions, profile.articles) == (made.DUPONT, 1, 1)
    assert [one.type for one in profile.relations] == [RelationType.NEGOTIATION, RelationType.LEADERSHIP]
    assert kg.profile("ベラルーシ").relations == tuple(kg.relations(type="sanction"))


def test_relations_come_best_supported_first(kg: KnowledgeGraph) -> None:
    relations = kg.relations()
    assert relations[0].assertions == 2
    assert _ends(relations[1:]) == sorted(_ends(relations[1:]))
    assert kg.relations(limit=2) == relations[:2]


def test_relations_from_and_to_names_in_any_spelling(kg: KnowledgeGraph) -> None:
    assert _ends(kg.relations("独", "Belarus")) == [(made.GERMANY, made.BELARUS)]
    assert kg.relations("Belarus", "独") == []
    assert _ends(kg.relations(target="ベラルーシ")) == [(made.GERMANY, made.BELARUS), (made.FRANCE, made.BELARUS)]


def test_relations_without_direction_match_both_ways_round(kg: KnowledgeGraph) -> None:
    assert kg.relations("高木首相", "デュポン") == kg.relations("デュポン", "高木首相") != []


@pytest.mark.parametrize("type", ["sanction", "制裁", "SANCTION"])
def test_relations_of_one_type(kg: KnowledgeGraph, type: str) -> None:
    assert {one.type for one in kg.relations(type=type)} == {RelationType.SANCTION}


def test_a_relation_asked_by_date_counts_only_what_was_then(kg: KnowledgeGraph) -> None:
    (relation,) = kg.relations("高木首相", "デュポン", since="2025")
    assert (relation.assertions, relation.articles, relation.first) == (1, 1, "2025-05-12")


def test_a_relation_without_a_date_is_left_out_where_one_is_asked(kg: KnowledgeGraph) -> None:
    assert kg.relations(type="leadership") != []
    assert kg.relations(type="leadership", since="1900") == kg.relations(type="leadership", until="2999") == []


def test_relations_by_status_and_by_article(kg: KnowledgeGraph) -> None:
    (planned,) = kg.relations(status="planned")
    assert (planned.source, planned.statuses) == (made.FRANCE, {Status.PLANNED: 1})
    assert {one.type for one in kg.relations(article="summit")} == {RelationType.NEGOTIATION, RelationType.LEADERSHIP}


def test_without_a_filter_on_assertions_the_sums_are_the_same(kg: KnowledgeGraph) -> None:
    assert kg.relations(since="0001", type="sanction") == kg.relations(type="sanction")


def test_what_is_asked_for_wrongly_is_told_in_one_line(kg: KnowledgeGraph) -> None:
    with pytest.raises(KgraphError, match="'done'; there are: asserted, planned, hypothetical, negated"):
        kg.relations(status="done")
    with pytest.raises(KgraphError, match="'last year' is not a date"):
        kg.relations(since="last year")
    with pytest.raises(KgraphError, match="no article has the id 'nowhere'"):
        kg.relations(article="nowhere")
    with pytest.raises(UnknownNameError, match="'火星'"):
        kg.relations(target="火星")


def test_the_evidence_of_a_relation_is_all_that_speaks_of_it(kg: KnowledgeGraph) -> None:
    (relation,) = kg.relations("高木首相", "デュポン")
    assert kg.evidence(relation) == [made.PAST_MEETING, made.MEETING]


def test_assertions_are_asked_for_like_relations(kg: KnowledgeGraph) -> None:
    assert kg.assertions("高木首相", "デュポン", until="2024") == [made.PAST_MEETING]
    assert kg.assertions() == list(made.ASSERTIONS)


def test_events_come_by_date_and_those_without_one_last(kg: KnowledgeGraph) -> None:
    assert [one.date for one in kg.events()] == ["2023", "2024-03", "2025-05-12", None]


def test_events_of_an_entity_are_those_it_takes_part_in_and_those_that_happen_there(kg: KnowledgeGraph) -> None:
    assert [one.id for one in kg.events("独")] == ["event:sanction"]
    assert [one.id for one in kg.events("パリ", type="交渉")] == ["event:meeting-2023", "event:meeting-2025"]


def test_a_timeline_has_the_dated_events_alone(kg: KnowledgeGraph) -> None:
    assert [one.date for one in kg.timeline()] == ["2023", "2024-03", "2025-05-12"]
    assert [one.date for one in kg.timeline("高木首相", since="2024")] == ["2025-05-12"]
    assert [one.date for one in kg.timeline(until="2023-06")] == ["2023"]


def test_a_timeline_of_a_country_has_what_its_leaders_do(kg: KnowledgeGraph) -> None:
    assert [one.date for one in kg.timeline("仏")] == ["2023", "2025-05-12"]
    assert [one.date for one in kg.timeline("仏", "高木首相")] == ["2023", "2025-05-12"]
    assert kg.timeline("独", "高木首相") == []


def test_events_are_asked_for_by_place_and_status(kg: KnowledgeGraph) -> None:
    assert [one.id for one in kg.events(place="パリ")] == ["event:meeting-2023", "event:meeting-2025"]
    assert (len(kg.events(status="asserted")), kg.events(status="planned")) == (4, [])


def test_a_path_is_the_shortest_chain_of_relations(kg: KnowledgeGraph) -> None:
    assert _ends(kg.path("日本", "独")) == [
        (made.TAKAGI, made.JAPAN),
        (made.DUPONT, made.TAKAGI),
        (made.DUPONT, made.FRANCE),
        (made.FRANCE, made.BELARUS),
        (made.GERMANY, made.BELARUS),
    ]
    assert kg.path("日本", "Japan") == []


def test_where_no_path_leads_that_is_told(kg: KnowledgeGraph) -> None:
    with pytest.raises(KgraphError, match=r"^no path leads from 日本 to 南島$"):
        kg.path("日本", "南島")


def test_articles_are_listed_and_found_by_id(kg: KnowledgeGraph) -> None:
    assert kg.articles() == list(made.ARTICLES)
    assert kg.article("summit") == made.SUMMIT


def test_a_search_finds_the_sentences_that_contain_the_text_and_what_they_say(kg: KnowledgeGraph) -> None:
    hits = kg.search("制裁を科")
    assert [hit.sentence[slice(*hit.highlights[0])] for hit in hits] == ["制裁を科", "制裁を科"]
    assert [one for hit in hits for one in hit.assertions] == list(made.ASSERTIONS[:2])
    assert kg.article(hits[0].article).text[hits[0].start : hits[0].end] == hits[0].sentence
    assert kg.search("１２日") == kg.search("12日") != []
    assert kg.search("宇宙") == kg.search("") == []


@pytest.mark.parametrize("text", ["制", "裁", "科し", "。", "、ベラ", "ﾍﾞﾗﾙｰｼ", "日 仏", "した。"])
def test_a_search_finds_any_piece_of_a_sentence_as_looking_through_all_of_them_would(
    kg: KnowledgeGraph, text: str
) -> None:
    everywhere = [line for one in made.ARTICLES for line in re.findall(r"[^。\n]+。?", one.text)]
    assert [hit.sentence for hit in kg.search(text)] == [line for line in everywhere if text in line]


def test_a_search_gives_no_more_than_asked_for(kg: KnowledgeGraph) -> None:
    (one,) = kg.search("高木", limit=1)
    assert one in kg.search("高木")
    assert kg.search("高木", limit=1) == [one]


def test_stats_count_what_the_graph_holds(kg: KnowledgeGraph, graph: Path) -> None:
    with Reader(graph / DATABASE) as reader:
        assert kg.stats() == reader.counts()


def test_the_networkx_graph_has_entities_as_nodes_and_relations_as_keyed_edges(kg: KnowledgeGraph) -> None:
    net = kg.to_networkx()
    assert isinstance(net, nx.MultiDiGraph)
    assert sorted(net) == [one.id for one in made.RESOLVED.entities]
    assert net.nodes[made.JAPAN]["name"] == "日本"
    assert net.edges[made.GERMANY, made.BELARUS, "sanction"]["first"] == "2024-03"
    assert net.edges[made.DUPONT, made.TAKAGI, "negotiation"]["assertions"] == 2
    assert net.number_of_edges() == len(made.RESOLVED.relations)


def test_the_pandas_table_has_a_row_a_relation_and_a_column_a_status(kg: KnowledgeGraph) -> None:
    table = kg.to_pandas()
    assert list(table.columns) == [
        "source", "type", "target", "assertions", "articles", "first", "last", "confidence",
        "asserted", "planned", "hypothetical", "negated",
    ]  # fmt: skip
    assert len(table) == len(made.RESOLVED.relations)
    assert table.loc[table["type"] == "sanction", "planned"].tolist() == [0, 1]


def test_without_pandas_that_is_told(kg: KnowledgeGraph, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pandas", None)
    with pytest.raises(KgraphError, match="pandas is not installed"):
        kg.to_pandas()


def test_the_page_is_written(kg: KnowledgeGraph, tmp_path: Path) -> None:
    kg.to_html(str(tmp_path / "graph.html"))
    assert "高木一郎" in (tmp_path / "graph.html").read_text(encoding="utf-8")
