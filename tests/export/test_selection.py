import json
import subprocess
import sys
from pathlib import Path

import pytest

from kgraph.errors import KgraphError, UnknownNameError
from kgraph.export import exporter
from kgraph.graph import KnowledgeGraph
from kgraph.store import Reader


def test_all_of_the_graph_is_the_graph(graph: Path) -> None:
    with KnowledgeGraph(graph) as kg, Reader(graph) as reader:
        assert list(kg.selection().entities()) == reader.entities()
        assert list(kg.selection().mentions()) == reader.mentions()


def test_a_selection_holds_what_the_entity_is_an_end_of_and_what_belongs_to_it(graph: Path) -> None:
    with KnowledgeGraph(graph) as kg:
        whole = list(kg.selection().assertions())
        key = whole[0].source
        chosen = kg.selection(key)
        told = list(chosen.assertions())
        assert 0 < len(told) < len(whole)
        assert {one.id for one in told} == {one.id for one in whole if key in (one.source, one.target)}
        assert {article.id for article in chosen.articles()} == {one.article for one in told}
        named = {entity.id for entity in chosen.entities()}
        assert {end for one in told for end in (one.source, one.target)} <= named
        assert {mention.entity for mention in chosen.mentions()} <= named
        assert sum(relation.assertions for relation in chosen.relations()) == len(told)
        for event in chosen.events():
            assert set(event.assertions) <= {one.id for one in told}
            assert {part.entity for part in event.participants} <= named


def test_a_selection_by_type_and_time_holds_no_other_assertion(graph: Path) -> None:
    with KnowledgeGraph(graph) as kg:
        dated = next(one for one in kg.assertions() if one.date)
        found = list(kg.selection(type=dated.type, since=dated.date, until=dated.date).assertions())
        assert dated in found
        assert {one.type for one in found} == {dated.type}
        assert all(one.date for one in found)


def test_what_nobody_is_called_or_no_type_is_cannot_be_selected(graph: Path) -> None:
    with KnowledgeGraph(graph) as kg:
        with pytest.raises(UnknownNameError):
            kg.selection("誰でもない誰か")
        with pytest.raises(KgraphError):
            kg.selection(type="walk")


@pytest.mark.parametrize("form", ["jsonl", "html"])
def test_every_form_writes_a_selection(graph: Path, tmp_path: Path, form: str) -> None:
    with KnowledgeGraph(graph) as kg:
        key = next(iter(kg.selection().assertions())).target
        exporter(form)(kg.selection(key), tmp_path / "out")
    assert (tmp_path / "out").exists()


def test_the_command_line_writes_what_is_chosen(graph: Path, tmp_path: Path) -> None:
    with KnowledgeGraph(graph) as kg:
        key = next(iter(kg.selection().assertions())).source
    options = ["export", "jsonl", "--graph", graph, "--output", tmp_path / "out", "--entity", key]
    subprocess.run([sys.executable, "-m", "kgraph", *map(str, options)], check=True, capture_output=True)
    lines = (tmp_path / "out" / "assertions.jsonl").read_text(encoding="utf-8").splitlines()
    assert lines
    assert all(key in (row["source"], row["target"]) for row in map(json.loads, lines))
