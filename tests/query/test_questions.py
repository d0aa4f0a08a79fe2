"""What the examples in the documentation do not show of the questions."""

from pathlib import Path

import networkx as nx
import pytest

import kgraph
from kgraph import summing
from kgraph.errors import KgraphError, UnknownNameError
from kgraph.graph import KnowledgeGraph
from kgraph.models import Assertion, Entity, Relation, Resolved
from kgraph.naming import Names
from kgraph.ontology import RelationType
from kgraph.query.found import Found
from kgraph.store import DATABASE, Reader, Writer
from tests import factories as made

R = RelationType


@pytest.fixture
def kg(graph: Path) -> KnowledgeGraph:
    return KnowledgeGraph(graph)


@pytest.fixture(scope="module")
def ring(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A graph of six organizations: 0 to 5 in a ring of alliances, and 0 at odds with 3."""
    directory = tmp_path_factory.mktemp("ring")
    entities = [made.entity(f"organization:団体{n}", f"団体{n}") for n in range(6)]
    sentence = made.SUMMIT.text.splitlines()[1]
    ends = [(n, R.ALLIANCE, (n + 1) % 6) for n in range(6)] + [(0, R.RIVALRY, 3)]
    told: list[Assertion] = [
        made.assertion(made.SUMMIT, entities[one].id, kind, entities[other].id, sentence) for one, kind, other in ends
    ]
    with Writer(directory / DATABASE) as writer:
        writer.put(made.SUMMIT, made.Extraction(article="summit"), "v1")
        relations = tuple(summing.relations(told))
        writer.replace(Resolved(entities=tuple(entities), assertions=tuple(told), relations=relations))
    return directory


def test_names_are_found_by_the_index_as_by_looking_through_all(kg: KnowledgeGraph) -> None:
    with Reader(kg._path) as reader:
        names = Names(reader.entities(), reader.mention_counts())
    asked = {name for one in made.ENTITIES for name in (one.id, one.name, one.name_en, *one.aliases) if name}
    for name in sorted(asked | {"dupont", "ﾏﾘｰ", "デュポン大統領", "高木一郎氏"}):
        assert kg.entity(name) == names.find(name)


def test_an_unknown_name_is_told_with_the_nearest(kg: KnowledgeGraph) -> None:
    with pytest.raises(UnknownNameError, match="nearest: ベラルーシ"):
        kg.neighbors("ベラルシア")


def test_entities_of_a_country_are_asked_for_in_any_spelling(kg: KnowledgeGraph) -> None:
    assert [one.id for one in kg.entities(country="germany")] == [made.MINISTRY]
    assert kg.entities(type="人物") == kg.entities(type="person") != []


def test_relations_of_a_quad_class_and_with_so_many_articles(kg: KnowledgeGraph) -> None:
    assert {one.type for one in kg.relations(quad="material conflict")} == {R.SANCTION}
    assert [one.articles for one in kg.relations(min_articles=2)] == [2]
    with pytest.raises(KgraphError, match="no quad class is called 'war'; there are: verbal cooperation, "):
        kg.relations(quad="war")


def test_relations_that_held_on_a_day_take_the_other_filters_too(kg: KnowledgeGraph) -> None:
    assert {one.type for one in kg.relations(on="2025-05-13")} == {R.NEGOTIATION, R.LEADERSHIP, R.SANCTION}
    assert kg.relations("独", type="sanction", on="2024-02") == []
    assert kg.relations("独", type="sanction", on="2024-04") == kg.relations("独", type="sanction")


def test_neighbors_are_those_within_so_many_steps_of_the_types_that_count(ring: Path) -> None:
    kg = KnowledgeGraph(ring)
    assert [(one.entity[-1], one.distance) for one in kg.neighbors("団体0")] == [("1", 1), ("3", 1), ("5", 1)]
    assert [one.entity[-1] for one in kg.neighbors("団体0", type="同盟")] == ["1", "5"]
    assert {one.entity[-1]: one.distance for one in kg.neighbors("団体0", type="同盟", depth=3)}["3"] == 3
    with pytest.raises(KgraphError, match="a depth of at least 1"):
        kg.neighbors("団体0", depth=0)


def test_paths_are_as_short_as_networkx_finds_them(ring: Path) -> None:
    kg = KnowledgeGraph(ring)
    net = nx.Graph(kg.to_networkx())
    for one in net:
        for other in net:
            assert len(kg.path(one, other)) == nx.shortest_path_length(net, one, other)


def test_a_path_goes_through_the_types_it_may_and_carries_its_evidence(ring: Path) -> None:
    kg = KnowledgeGraph(ring)
    (hop,) = kg.path("団体0", "団体3")
    assert hop.type is R.RIVALRY
    assert [one.type for one in hop.evidence] == [R.RIVALRY]
    assert [hop.type for hop in kg.path("団体0", "団体3", through="alliance")] == [R.ALLIANCE] * 3


def test_several_paths_come_shortest_first_and_none_twice(ring: Path) -> None:
    kg = KnowledgeGraph(ring)
    assert [len(path) for path in kg.paths("団体0", "団体3", k=5)] == [1, 3, 3]
    assert [len(path) for path in kg.paths("団体0", "団体3", k=2, through=["alliance"])] == [3, 3]
    with pytest.raises(KgraphError, match="no path leads from 団体0 to 団体3"):
        kg.paths("団体0", "団体3", through=["aid"])


@pytest.mark.parametrize("by", ["degree", "pagerank", "betweenness"])
def test_the_ends_of_the_chord_are_the_most_central_of_the_ring(ring: Path, by: str) -> None:
    assert {one.entity[-1] for one in KnowledgeGraph(ring).central(by, limit=2)} == {"0", "3"}


def test_another_centrality_or_level_is_told_with_those_there_are(kg: KnowledgeGraph) -> None:
    with pytest.raises(KgraphError, match="'fame'; there are: degree, pagerank, betweenness"):
        kg.central("fame")
    with pytest.raises(KgraphError, match="'word'; there are: relation, assertion"):
        kg.to_networkx("word")
    with pytest.raises(KgraphError, match="'fr'; there are: ja, en"):
        kgraph.open(kg._path, "fr")


def test_communities_part_all_who_have_relations(kg: KnowledgeGraph) -> None:
    members = [one for group in kg.communities() for one in group.entities]
    assert sorted(members) == sorted({end for one in kg.relations() for end in (one.source, one.target)})


def test_each_assertion_is_an_edge_of_the_networkx_graph_where_that_is_asked_for(kg: KnowledgeGraph) -> None:
    net = kg.to_networkx(level="assertion")
    assert net.number_of_edges() == len(made.ASSERTIONS)
    edge = net.edges[made.GERMANY, made.BELARUS, made.SANCTION.id]
    assert (edge["type"], edge["sentence"]) == ("sanction", made.SANCTION.sentence)


def test_what_is_found_is_a_list_that_shows_itself_in_either_language(graph: Path) -> None:
    japanese, english = (kgraph.open(graph, lang).relations("独") for lang in ("ja", "en"))
    assert japanese == english == [one for one in made.RESOLVED.relations if one.source == made.GERMANY]
    assert repr(japanese).split()[:3] == ["主体", "関係", "対象"]
    assert "Germany   sanction   Belarus" in repr(english)
    assert "<td>Germany</td><td>sanction</td><td>Belarus</td>" in english._repr_html_()


def test_every_kind_of_answer_shows_itself(kg: KnowledgeGraph) -> None:
    answers: list[Found[object]] = [
        kg.entities(), kg.relations(), kg.assertions(), kg.events(), kg.path("日本", "独"), kg.neighbors("日本"),
        kg.search("会談"), kg.central(), kg.communities(), kg.compare("2024", "2026"), kg.articles(), kg.judgements(),
    ]  # type: ignore[list-item]  # fmt: skip
    for answer in answers:
        assert len(repr(answer).splitlines()) >= 2 + len(answer)
        assert answer._repr_html_().count("<tr>") == 1 + len(answer)


def test_markup_in_what_is_found_is_no_markup_of_the_table(kg: KnowledgeGraph) -> None:
    evil = Entity(id="person:<b>", type="person", name="[red]<script>")
    found = Found(Entity, [evil], kg.labels)
    assert "<b>" not in found._repr_html_()
    assert "person:<b>" in repr(found)


def test_of_very_many_only_the_first_are_shown(kg: KnowledgeGraph) -> None:
    found = Found(Relation, [*made.RESOLVED.relations] * 20, kg.labels)
    assert found._repr_html_().count("<tr>") == 51
    assert repr(found).endswith(f"… {len(found)}")
