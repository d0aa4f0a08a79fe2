"""The graph of the project's own articles: what must be in it, and that all of it can be traced to its words."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

import kgraph
from kgraph import KnowledgeGraph
from kgraph.export import jsonl
from kgraph.store import Reader

Lines = dict[str, list[dict[str, Any]]]


@pytest.fixture(scope="module")
def kg(built: Path) -> Iterator[KnowledgeGraph]:
    with kgraph.open(built) as opened:
        yield opened


@pytest.fixture(scope="module")
def lines(built: Path, tmp_path_factory: pytest.TempPathFactory) -> Lines:
    """The export, by file."""
    directory = tmp_path_factory.mktemp("jsonl")
    with Reader(built) as reader:
        jsonl.write(reader, directory)
    return {
        name: [json.loads(line) for line in (directory / f"{name}.jsonl").read_text(encoding="utf-8").splitlines()]
        for name in jsonl.FIELDS
    }


def test_all_articles_are_in_the_graph_each_with_its_date(kg: KnowledgeGraph) -> None:
    articles = kg.articles()
    assert len(articles) == 22
    assert [article.id for article in articles if not article.published] == []


def test_the_page_is_there(built: Path) -> None:
    assert "マドゥロ" in (built / "graph.html").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("source", "type", "target", "date"),
    [
        ("米軍", "coercion", "マドゥロ", "2026-01-03"),
        ("Trump", "negotiation", "Putin", "2025-08-15"),
    ],
)
def test_what_happened_is_known_with_its_day(
    kg: KnowledgeGraph, source: str, type: str, target: str, date: str
) -> None:
    (relation,) = kg.relations(source, target, type=type)
    assert (relation.first, relation.last) == (date, date)
    assert relation.statuses["asserted"] >= 1


@pytest.mark.parametrize("name", ["Putin", "プーチン", "プーチン大統領", "プーチン露大統領", "プーチン氏"])
def test_a_person_is_found_by_any_name_and_title(kg: KnowledgeGraph, name: str) -> None:
    assert kg.entity(name) == kg.entity("ウラジーミル・プーチン")


def test_every_relation_has_as_much_evidence_as_it_counts(kg: KnowledgeGraph) -> None:
    relations = kg.relations()
    assert len(relations) > 100
    for relation in relations:
        evidence = kg.evidence(relation)
        assert len(evidence) == relation.assertions > 0
        assert len({assertion.article for assertion in evidence}) == relation.articles


def test_every_mention_and_sentence_stands_where_it_says(lines: Lines) -> None:
    texts = {article["id"]: article["text"] for article in lines["articles"]}
    assert len(lines["mentions"]) > 500
    for mention in lines["mentions"]:
        assert mention["text"] == texts[mention["article"]][mention["start"] : mention["end"]]
    for assertion in lines["assertions"]:
        assert assertion["sentence"] == texts[assertion["article"]][assertion["start"] : assertion["end"]]


def test_all_that_is_named_is_there(lines: Lines) -> None:
    entities = {entity["id"] for entity in lines["entities"]}
    named = [
        *(mention["entity"] for mention in lines["mentions"]),
        *(end for relation in lines["relations"] for end in (relation["source"], relation["target"])),
        *(part["entity"] for event in lines["events"] for part in event["participants"]),
    ]
    assert set(named) <= entities
