"""The examples in the documentation of every question are run."""

import doctest
import inspect
from pathlib import Path

import pytest

from kgraph.graph import KnowledgeGraph

QUESTIONS = {
    name: method
    for name, method in inspect.getmembers(KnowledgeGraph, inspect.isfunction)
    if not name.startswith("_") and method.__module__.startswith("kgraph.query") and name != "close"
}


def test_there_are_the_questions_that_are_promised() -> None:
    assert {
        "entity", "entities", "profile", "relations", "assertions", "between", "neighbors", "timeline", "events",
        "path", "paths", "search", "central", "communities", "article", "evidence", "compare",
        "to_networkx", "to_pandas",
    } <= set(QUESTIONS)  # fmt: skip


@pytest.mark.parametrize("name", sorted(QUESTIONS))
def test_every_question_has_an_example_that_holds(graph: Path, name: str) -> None:
    method = QUESTIONS[name]
    (test,) = doctest.DocTestFinder(recurse=False).find(method, name, globs={"kg": KnowledgeGraph(graph)})
    assert test.examples, f"{name} has no example"
    told: list[str] = []
    doctest.DocTestRunner().run(test, out=told.append)
    assert told == []
