"""The HTML page as a file: what data it carries, how it is escaped, that it is always the same."""

import json
import math
import os
import random
import re
import subprocess
import sys
from collections import Counter
from itertools import combinations
from pathlib import Path
from typing import Any

import pytest
from demo import World, demo

from kgraph.errors import KgraphError
from kgraph.export import html
from kgraph.export.html_data import page_data
from kgraph.export.html_drawing import SHOWN


@pytest.fixture(scope="module")
def data() -> dict[str, Any]:
    return page_data(demo())


def embedded(page: str) -> dict[str, Any]:
    (found,) = re.findall(r'<script id="data" type="application/json">(.*?)</script>', page, re.DOTALL)
    return json.loads(found)


def number(data: dict[str, Any], name: str) -> int:
    return next(i for i, entity in enumerate(data["entities"]) if entity["name"] == name)


def between(data: dict[str, Any], one: str, other: str) -> list[int]:
    ends = {number(data, one), number(data, other)}
    return [i for i, relation in enumerate(data["relations"]) if {relation["source"], relation["target"]} == ends]


def pair(first: str = "甲国", second: str = "乙国") -> World:
    world = World()
    world.entity("country", first)
    world.entity("country", second)
    world.article("見出し", "2031-04-01", "試験紙", "https://news.example/")
    return world


# The file


def test_the_page_is_written_with_the_directories_it_needs(tmp_path: Path) -> None:
    path = tmp_path / "new" / "graph.html"
    html.write(pair(), path)
    assert path.read_text(encoding="utf-8").startswith("<!doctype html>")
    assert list(path.parent.iterdir()) == [path]


def test_a_stored_graph_and_the_same_graph_in_memory_make_the_same_page(tmp_path: Path) -> None:
    assert html.render(demo().stored(tmp_path)) == html.render(demo())


def test_the_order_of_the_records_does_not_show() -> None:
    world = demo()
    expected = html.render(world)
    shuffle = random.Random(3).shuffle
    entities, relations = world.entities(), world.relations()
    for records in (entities, relations, world.articles(), world.mentions(), world.assertions(), world.events()):
        shuffle(records)
    world.entities = lambda: entities  # type: ignore[method-assign]
    world.relations = lambda: relations  # type: ignore[method-assign]
    assert html.render(world) == expected


def test_how_a_process_hashes_strings_does_not_show() -> None:
    script = "import demo, zlib; from kgraph.export import html; print(zlib.crc32(html.render(demo.demo()).encode()))"
    sums = {
        subprocess.run(
            [sys.executable, "-c", script],
            env=os.environ | {"PYTHONHASHSEED": seed, "PYTHONPATH": os.pathsep.join(sys.path)},
            capture_output=True,
            text=True,
            check=True,
        ).stdout
        for seed in ("1", "2")
    }
    assert len(sums) == 1


def test_a_page_that_cannot_be_written_is_told_in_one_line_and_leaves_nothing_behind(tmp_path: Path) -> None:
    taken = tmp_path / "graph.html"
    taken.mkdir()
    with pytest.raises(KgraphError, match=r"graph\.html: the page cannot be written: Is a directory$"):
        html.write(pair(), taken)
    assert list(tmp_path.iterdir()) == [taken]


def test_a_failure_leaves_the_older_page(tmp_path: Path) -> None:
    page = tmp_path / "graph.html"
    page.write_text("older")
    broken = pair()
    broken.says("甲国", "aid", "乙国", "【甲国】は【乙国】を助けた。")
    broken.articles().clear()
    with pytest.raises(KeyError):
        html.write(broken, page)
    assert page.read_text() == "older"


def test_an_empty_graph_has_a_page() -> None:
    assert embedded(html.render(World()))["entities"] == {}


def test_beside_vis_network_the_page_of_a_small_graph_is_small() -> None:
    page = html.render(demo())
    assert len(page.encode()) - len(html._vis_network().encode()) < 160_000


# Escaping


@pytest.mark.parametrize(
    "text", ["</script><script>x()</script>", "<!--<script>", "a & b", "\u2028\u2029", "\x00\x07", "\"'\\"]
)
def test_text_comes_back_from_the_data_block_as_it_went_in(text: str) -> None:
    page = html.render(pair(first=f"国{text}"))
    assert f"国{text}" in embedded(page)["entities"]["name"]
    block = page.partition('type="application/json">')[2].partition("</script>")[0]
    assert not set("<>&\u2028\u2029") & set(block)


def test_half_a_character_does_not_stop_the_page(tmp_path: Path) -> None:
    html.write(pair(first="国\ud83d"), tmp_path / "graph.html")
    assert "国?" in (tmp_path / "graph.html").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("url", "kept"),
    [
        ("https://news.example/a?b=1&c=2", True),
        ("HTTP://NEWS.EXAMPLE/", True),
        ("javascript:alert(1)", False),
        ("JaVaScRiPt:alert(1)", False),
        (" javascript:alert(1)", False),
        ("java\tscript:alert(1)", False),
        ("data:text/html,<script>alert(1)</script>", False),
        ("file:///etc/passwd", False),
        ("//news.example/", False),
    ],
)
def test_only_addresses_of_the_web_become_links(url: str, kept: bool) -> None:
    world = World()
    world.entity("country", "甲国")
    world.article("見出し", "2031-04-01", None, url)
    world.says("甲国", "protest", "甲国", "【甲国】で抗議があった。")
    assert page_data(world)["articles"][0]["url"] == (url if kept else None)


# What it says


def test_an_undirected_relation_has_the_sentences_of_both_orders() -> None:
    world = pair()
    world.says("甲国", "negotiation", "乙国", "【甲国】は【乙国】と話した。")
    world.says("乙国", "negotiation", "甲国", "【乙国】は【甲国】と話した。")
    data = page_data(world)
    assert len(data["relations"]) == 1
    assert [one["relation"] for one in data["assertions"]] == [0, 0]


def test_a_directed_relation_has_only_its_own_sentences() -> None:
    world = pair()
    world.says("甲国", "aid", "乙国", "【甲国】は【乙国】を助けた。")
    world.says("乙国", "aid", "甲国", "【乙国】は【甲国】を助けた。")
    data = page_data(world)
    for assertion in data["assertions"]:
        subject = data["sentences"][assertion["sentence"]][:2]
        assert data["entities"][data["relations"][assertion["relation"]]["source"]]["name"] == subject


def test_the_sentence_marks_both_sides_and_no_others() -> None:
    world = pair()
    world.entity("country", "丙国")
    world.says("甲国", "aid", "乙国", "𠮷日、【甲国】は【丙国】でなく【乙国】を助けた。")
    data = page_data(world)
    (assertion,) = data["assertions"]
    sentence = data["sentences"][assertion["sentence"]]
    found = [(sentence[start:end], part) for start, end, part in assertion["marks"]]
    assert found == [("甲国", "source"), ("乙国", "target")]


def test_evidence_starts_with_the_latest(data: dict[str, Any]) -> None:
    dates = [assertion["date"] for assertion in data["assertions"]]
    assert dates == sorted(dates, reverse=True)


def test_the_speaker_is_an_entity_of_the_page(data: dict[str, Any]) -> None:
    spoken = [one for one in data["assertions"] if one["speaker"] is not None]
    assert {data["entities"][one["speaker"]]["name"] for one in spoken} >= {"国連", "トルコ"}


# The drawing


def test_every_relation_is_an_edge_and_every_entity_a_node(data: dict[str, Any]) -> None:
    nodes, edges = data["drawing"]["nodes"], data["drawing"]["edges"]
    assert [node["id"] for node in nodes] == list(range(len(data["entities"])))
    assert [(edge["from"], edge["to"]) for edge in edges] == [
        (relation["source"], relation["target"]) for relation in data["relations"]
    ]


def test_relations_between_the_same_two_bend_apart(data: dict[str, Any]) -> None:
    siblings = between(data, "米国", "中国")
    assert len(siblings) > 3
    curves = set()
    for index in siblings:
        edge = data["drawing"]["edges"][index]
        curves.add(edge["bend"] if edge["from"] < edge["to"] else -edge["bend"])
    assert len(curves) == len(siblings)


def test_dashes_say_that_nobody_asserts_it_and_arrows_that_it_has_a_direction(data: dict[str, Any]) -> None:
    for relation, edge in zip(data["relations"], data["drawing"]["edges"], strict=True):
        said = {one["status"] for one in data["assertions"] if one["relation"] == edge["id"]}
        assert edge["dashes"] == ("asserted" not in said)
        assert edge["arrows"] == ("to" if data["vocabulary"]["relations"][relation["type"]]["directed"] else "")


def test_what_is_said_more_often_is_larger_and_thicker(data: dict[str, Any]) -> None:
    nodes, edges = data["drawing"]["nodes"], data["drawing"]["edges"]
    assert nodes[number(data, "米国")]["size"] > nodes[number(data, "カナダ")]["size"]
    support = Counter(assertion["relation"] for assertion in data["assertions"])
    widths = [(support[edge["id"]], edge["width"]) for edge in edges]
    assert [width for _, width in sorted(widths)] == sorted(width for _, width in widths)


def test_no_label_lies_on_another(data: dict[str, Any]) -> None:
    shown = [node for node in data["drawing"]["nodes"] if node.get("core")]
    for one, other in combinations(shown, 2):
        apart = (abs(one["x"] - other["x"]), abs(one["y"] - other["y"]))
        width = sum(len(node["label"]) * node["font"]["size"] * 0.5 for node in (one, other)) / 2
        assert apart[0] >= width or apart[1] >= one["font"]["size"] + 10, (one["label"], other["label"])


def test_those_that_have_to_do_with_one_another_lie_together(data: dict[str, Any]) -> None:
    place = {node["id"]: (node["x"], node["y"]) for node in data["drawing"]["nodes"] if node.get("core")}
    tied = {frozenset((one["source"], one["target"])) for one in data["relations"]}
    near = [math.dist(*(place[node] for node in ends)) for ends in tied]
    every = [math.dist(one, other) for one, other in combinations(place.values(), 2)]
    assert sum(near) / len(near) < 0.6 * sum(every) / len(every)


def test_no_community_lies_in_another(data: dict[str, Any]) -> None:
    regions: dict[int, list[tuple[int, int]]] = {}
    for node in data["drawing"]["nodes"]:
        if node["core"]:
            regions.setdefault(node["region"], []).append((node["x"], node["y"]))
    assert len(regions) > 3
    for one, other in combinations(regions.values(), 2):
        gaps = [
            max(min(at[axis] for at in a) - max(at[axis] for at in b) for a, b in ((one, other), (other, one)))
            for axis in (0, 1)
        ]
        assert max(gaps) > 0


def test_of_many_nodes_the_most_connected_are_shown_first_and_all_have_a_place() -> None:
    world = World()
    for index in range(SHOWN + 100):
        world.entity("person", f"人物{index:04}")
    world.entity("country", "中心国")
    world.entity("place", "孤島")
    world.article("名簿", "2031-04-01", None, None)
    for index in range(SHOWN + 100):
        for _ in range(2 if index < SHOWN - 1 else 1):
            world.says(f"人物{index:04}", "leadership", "中心国", f"【人物{index:04}】氏は【中心国】の役人だ。")
    data = page_data(world)
    core = {data["entities"][node["id"]]["name"] for node in data["drawing"]["nodes"] if node["core"]}
    assert core == {"中心国"} | {f"人物{index:04}" for index in range(SHOWN - 1)}
    assert all(isinstance(node["x"], int) and isinstance(node["y"], int) for node in data["drawing"]["nodes"])
