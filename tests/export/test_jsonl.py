import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from tests import factories as made

from kgraph.errors import KgraphError
from kgraph.export import FORMATS, exporter
from kgraph.export.jsonl import write
from kgraph.store import Reader

FIELDS = {
    "articles": "id title published source url path text",
    "entities": "id type name name_en aliases country",
    "mentions": "article entity text kind start end",
    "assertions": "id article source type target status date attributed_to confidence rule sentence start end",
    "relations": "source type target assertions articles first last statuses confidence",
    "events": "id article type label date place status participants start end",
}


@pytest.fixture
def exported(graph: Path, tmp_path: Path) -> Path:
    with Reader(graph) as reader:
        write(reader, tmp_path / "out")
    return tmp_path / "out"


def _rows(path: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in path.read_text(encoding="utf-8").split("\n")[:-1]]


def test_there_are_six_files_and_nothing_else(exported: Path) -> None:
    assert {file.name for file in exported.iterdir()} == {f"{name}.jsonl" for name in FIELDS}


@pytest.mark.parametrize("name", FIELDS)
def test_every_line_has_the_fields_of_its_file_in_their_order(exported: Path, name: str) -> None:
    rows = _rows(exported / f"{name}.jsonl")
    assert rows
    assert {" ".join(row) for row in rows} == {FIELDS[name]}


def test_lines_are_sorted(exported: Path) -> None:
    assert [row["id"] for row in _rows(exported / "entities.jsonl")] == [one.id for one in made.RESOLVED.entities]
    places = [(row["article"], row["start"]) for row in _rows(exported / "assertions.jsonl")]
    assert places == sorted(places)


def test_japanese_is_written_as_it_is(exported: Path) -> None:
    assert '"name": "高木一郎"'.encode() in (exported / "entities.jsonl").read_bytes()


def test_offsets_are_those_of_the_text(exported: Path) -> None:
    texts = {row["id"]: row["text"] for row in _rows(exported / "articles.jsonl")}
    for row in _rows(exported / "mentions.jsonl"):
        assert texts[row["article"]][row["start"] : row["end"]] == row["text"]
    for row in _rows(exported / "assertions.jsonl"):
        assert texts[row["article"]][row["start"] : row["end"]] == row["sentence"]


def test_an_event_is_a_line_an_article_that_tells_of_it(exported: Path) -> None:
    rows = _rows(exported / "events.jsonl")
    assert [(row["article"], row["id"]) for row in rows] == [(one.article, one.id) for one in made.TELLINGS]
    assert rows[0]["participants"] == [
        {"entity": made.GERMANY, "role": "source"},
        {"entity": made.BELARUS, "role": "target"},
    ]


def test_the_same_graph_gives_the_same_bytes(graph: Path, exported: Path, tmp_path: Path) -> None:
    with Reader(graph) as reader:
        write(reader, tmp_path / "again")
    for file in exported.iterdir():
        assert file.read_bytes() == (tmp_path / "again" / file.name).read_bytes()


def test_a_place_that_cannot_be_written_to_is_told_in_one_line(graph: Path, tmp_path: Path) -> None:
    (tmp_path / "out").touch()
    with Reader(graph) as reader, pytest.raises(KgraphError, match="out: the export cannot be written: File exists"):
        write(reader, tmp_path / "out")


def test_an_export_that_fails_leaves_the_former_one_whole(graph: Path, exported: Path) -> None:
    before = {file.name: file.read_bytes() for file in exported.iterdir()}
    script = """
import resource
import sys
from pathlib import Path
from kgraph.errors import KgraphError
from kgraph.export.jsonl import write
from kgraph.store import Reader
resource.setrlimit(resource.RLIMIT_FSIZE, (1000, resource.RLIM_INFINITY))
try:
    write(Reader(Path(sys.argv[1])), Path(sys.argv[2]))
except KgraphError as error:
    print(error)
"""
    done = subprocess.run(
        [sys.executable, "-c", script, str(graph), str(exported)],
        capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert (done.stdout, done.stderr) == (f"{exported}: the export cannot be written: File too large\n", "")
    assert {file.name: file.read_bytes() for file in exported.iterdir()} == before


@pytest.mark.parametrize("name", FORMATS)
def test_every_format_has_an_exporter(graph: Path, tmp_path: Path, name: str) -> None:
    with Reader(graph) as reader:
        exporter(name)(reader, tmp_path / FORMATS[name])
    assert (tmp_path / FORMATS[name]).exists()


def test_an_unknown_format_is_told_with_all_formats() -> None:
    with pytest.raises(KgraphError, match="no export format is called 'pdf'; there are: html, jsonl"):
        exporter("pdf")
