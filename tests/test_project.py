"""What holds for the repository as a whole: its locks, its size, what must not stand in it."""

import ast
import os
import re
import statistics
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest

from kgraph.lexicon.relations import FRAMES

ROOT = Path(__file__).parent.parent
LOCKS = (ROOT / "requirements.lock", ROOT / "requirements-dev.lock")
SOURCES = sorted((ROOT / "src").rglob("*.py"))

# Written with a tilde inside each, so that this file does not contain what it looks for.
HOSTS = r"py~pi\.org python~hosted registry\.npm~js deb\.deb~ian"
MACHINES = "/ro~ot/ /ho~me/ /wo~rk/ /tm~p/"
HOSTS_AND_PATHS = re.compile(f"{HOSTS} {MACHINES}".replace("~", "").replace(" ", "|").encode())
LEFT_OUT = {"__pycache__", "build", "dist", "test-output", "graph"}


def _files() -> Iterator[Path]:
    """All files but what is made by tools, which lies in hidden or ignored folders."""
    for folder, folders, names in os.walk(ROOT):
        folders[:] = [name for name in folders if name == ".ci" or (name not in LEFT_OUT and name[0] != ".")]
        yield from (Path(folder, name) for name in names)


def _functions() -> Iterator[ast.FunctionDef | ast.AsyncFunctionDef]:
    for source in SOURCES:
        for node in ast.walk(ast.parse(source.read_text(encoding="utf-8"))):
            if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
                yield node


def _lengths() -> list[int]:
    return [node.end_lineno - node.lineno + 1 for node in _functions() if node.end_lineno]


def test_no_file_names_a_registry_or_a_path_of_somebodys_machine() -> None:
    files = list(_files())
    assert {ROOT / "Makefile", ROOT / ".ci" / "run", Path(__file__)} <= set(files)
    assert [str(path.relative_to(ROOT)) for path in files if HOSTS_AND_PATHS.search(path.read_bytes())] == []


@pytest.mark.parametrize("lock", LOCKS, ids=lambda lock: lock.name)
def test_a_lock_gives_each_package_one_version_with_hashes_and_no_address(lock: Path) -> None:
    text = lock.read_text(encoding="utf-8")
    entries = re.split(r"\n(?=\S)", re.sub(r"^#.*\n", "", text, flags=re.MULTILINE).strip())
    for entry in entries:
        assert re.match(r"[a-z0-9-]+==[\w.]+( ; [^\n]+)? \\\n(    --hash=sha256:[0-9a-f]{64}( \\\n|$))+$", entry), entry
    names = [entry.split("==")[0] for entry in entries]
    assert names == sorted(set(names))
    assert "://" not in text
    assert "\nsudachidict-core==20260723 " in text


def test_the_lock_for_tests_adds_to_the_other_and_changes_nothing() -> None:
    run_time, tests = (set(lock.read_text(encoding="utf-8").splitlines()[2:]) for lock in LOCKS)
    assert run_time < tests


def test_the_locks_hold_all_that_the_package_and_its_tests_ask_for() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    groups = project["dependency-groups"]
    run_time = [
        *project["project"]["dependencies"],
        *project["project"]["optional-dependencies"]["pandas"],
        *groups["build"],
    ]
    tests = [asked for asked in groups["dev"] if isinstance(asked, str)]
    for lock, asked in zip(LOCKS, (run_time, [*run_time, *tests]), strict=True):
        locked = set(re.findall(r"^[a-z0-9-]+(?===)", lock.read_text(encoding="utf-8"), re.MULTILINE))
        assert {re.split(r"[=<>!]", name)[0].lower() for name in asked} <= locked


@pytest.mark.parametrize("source", SOURCES, ids=lambda path: str(path.relative_to(ROOT / "src")))
def test_a_module_stays_under_300_lines(source: Path) -> None:
    assert len(source.read_text(encoding="utf-8").splitlines()) < 300


def test_half_the_functions_are_under_10_lines_and_nine_in_ten_under_35() -> None:
    lengths = _lengths()
    assert statistics.median(lengths) < 10
    assert statistics.quantiles(lengths, n=10)[-1] < 35


def test_the_map_of_the_package_is_complete() -> None:
    text = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
    package = ROOT / "src" / "kgraph"
    parts = [
        *(path.name for path in package.glob("*.py")),
        *(f"{path.parent.name}/" for path in package.glob("*/*.py")),
    ]
    assert [part for part in parts if f"`{part}`" not in text] == []


def test_every_frame_of_a_predicate_is_explained() -> None:
    text = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
    assert [frame for frame in sorted(FRAMES) if f"| `{frame}` |" not in text] == []


@pytest.mark.parametrize("document", sorted(ROOT.glob("*.md")), ids=lambda path: path.name)
def test_links_within_the_project_lead_somewhere(document: Path) -> None:
    links = re.findall(r"\]\((?!https?:)([^)#]+)", document.read_text(encoding="utf-8"))
    assert [link for link in links if not (ROOT / link).is_file()] == []
