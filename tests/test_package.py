import subprocess
import sys
from pathlib import Path

import pytest

import kgraph
from kgraph.errors import StoreError
from tests import factories as made


def test_the_public_names() -> None:
    assert kgraph.__all__ == [
        "Article",
        "Assertion",
        "Entity",
        "Event",
        "Judgement",
        "KnowledgeGraph",
        "Mention",
        "Relation",
        "__version__",
        "build",
        "judge",
        "load",
        "open",
        "resolve",
        "undo",
    ]
    assert dir(kgraph) == sorted(kgraph.__all__)


@pytest.mark.parametrize("name", [name for name in kgraph.__all__ if name != "load"])
def test_every_public_name_is_there(name: str) -> None:
    assert getattr(kgraph, name) is not None


def test_other_names_are_not() -> None:
    with pytest.raises(AttributeError, match="module 'kgraph' has no attribute 'close'"):
        _ = kgraph.close


def test_importing_the_package_imports_nothing_heavy() -> None:
    script = "import sys, kgraph; kgraph.build; kgraph.open; print(*sys.modules)"
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert not {"spacy", "networkx", "pandas", "pydantic", "sqlite3", "rich"} & set(done.stdout.split())


def test_a_graph_is_opened_in_its_directory(graph: Path) -> None:
    with kgraph.open(graph) as kg:
        assert kg.articles() == list(made.ARTICLES)
    with kgraph.open(str(graph)) as kg:
        assert isinstance(kg, kgraph.KnowledgeGraph)


def test_a_missing_graph_says_what_to_do() -> None:
    with pytest.raises(StoreError, match=r"^no graph at nowhere: run 'kgraph build' first$"):
        kgraph.open("nowhere")


def test_the_module_runs_as_the_command() -> None:
    done = subprocess.run([sys.executable, "-m", "kgraph", "--version"], capture_output=True, text=True, check=True)
    assert done.stdout == f"kgraph {kgraph.__version__}\n"
