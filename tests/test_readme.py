"""The READMEs name what there is, and everything they show works."""

import re
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from typer.core import TyperGroup
from typer.exceptions import TyperException
from typer.main import get_command

import kgraph
from kgraph import lexicon
from kgraph.cli import app
from kgraph.ontology import RelationType, Status
from tests import readme

CLI = get_command(app)
assert isinstance(CLI, TyperGroup)


@pytest.fixture(params=readme.PAGES, ids=lambda page: page.name)
def page(request: pytest.FixtureRequest) -> str:
    path: Path = request.param
    return path.read_text(encoding="utf-8")


@pytest.fixture(scope="module")
def place(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("readme")


@pytest.fixture(scope="module")
def run(place: Path) -> Callable[[str], str]:
    return readme.run_in(place)


def _parse(arguments: list[str]) -> None:
    name, *rest = arguments
    CLI.commands[name].make_context(name, rest)


def _without_counts(text: str) -> str:
    """The page less what a build counts, which any word of the lexicon may change."""
    return re.sub(r"^(articles|graph): .*$", r"\1:", text, flags=re.MULTILINE)


def test_every_command_is_named(page: str) -> None:
    assert [name for name in CLI.commands if f"kgraph {name}" not in page] == []


def test_every_relation_type_and_status_is_named(page: str) -> None:
    assert [word for word in (*RelationType, *Status) if f"`{word}`" not in page] == []


def test_every_public_name_is_named() -> None:
    text = readme.PAGES[0].read_text(encoding="utf-8")
    assert [name for name in kgraph.__all__ if f"`{name}" not in text and f"kgraph.{name}" not in text] == []


def test_every_command_shown_is_one_that_kgraph_takes(page: str) -> None:
    shown = list(readme.commands(page))
    assert len(shown) > 5
    for arguments in shown:
        _parse(arguments)


def test_a_command_that_kgraph_does_not_take_would_be_noticed() -> None:
    for wrong in (["relations", "--kind", "sanction"], ["path", "プーチン"], ["stats", "everything"]):
        with pytest.raises(TyperException):
            _parse(wrong)
    with pytest.raises(KeyError):
        _parse(["relation"])


def test_the_sessions_show_what_the_commands_print(page: str, run: Callable[[str], str]) -> None:
    now = readme.refreshed(page, run)
    assert _without_counts(now) == _without_counts(page), "`make readme` brings the READMEs up to date"


def test_the_python_shown_runs(page: str, run: Callable[[str], str], place: Path) -> None:
    run("build data/raw")
    script = "\n".join(readme.blocks(page, "python"))
    done = subprocess.run([sys.executable, "-W", "error", "-c", script], cwd=place, capture_output=True, text=True)
    assert (done.returncode, done.stderr) == (0, "")


def test_the_lexicon_files_shown_are_ones_that_kgraph_takes(page: str, tmp_path: Path) -> None:
    for content in readme.blocks(page, "toml"):
        path = tmp_path / content.splitlines()[0].removeprefix("# ")
        path.parent.mkdir(parents=True)
        path.write_text(content, encoding="utf-8")
    words = lexicon.load(tmp_path / "my-lexicon")
    assert words.actors.by_id["person:山田花子"].offices[0].title == "外相"
    assert words.grammar.predicates["閉め出す"][0].type is RelationType.SANCTION


def test_the_two_pages_lead_to_each_other() -> None:
    english, japanese = (path.read_text(encoding="utf-8") for path in readme.PAGES)
    assert "(README.ja.md)" in english
    assert "(README.md)" in japanese
