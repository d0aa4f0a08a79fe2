import csv
import json
import os
import signal
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import IO

import pytest

import kgraph
from kgraph import summing
from kgraph.models import Relation
from kgraph.store import DATABASE, Writer
from tests import factories as made

Run = Callable[..., subprocess.CompletedProcess[str]]
COMMANDS = (
    "build", "entity", "relations", "timeline", "path", "search", "show", "stats", "export",
    "merge", "separate", "reject", "assert", "judgements",
)  # fmt: skip
HIT = ("article", "start", "end", "sentence", "highlights", "assertions")


def _command(*arguments: str | Path) -> list[str]:
    return [sys.executable, "-m", "kgraph", *map(str, arguments)]


@pytest.fixture
def run(graph: Path, tmp_path: Path) -> Run:
    def run(*arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
        (tmp_path / "data").mkdir(exist_ok=True)
        if not (tmp_path / "data" / "graph").exists():
            (tmp_path / "data" / "graph").symlink_to(graph)
        return subprocess.run(
            _command(*arguments), cwd=tmp_path, env=os.environ | environment,
            capture_output=True, encoding="utf-8", check=False,
        )  # fmt: skip

    return run


@pytest.fixture(scope="module")
def wide(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A graph whose list of relations is longer than a pipe takes at once."""
    directory = tmp_path_factory.mktemp("wide")
    made.write_graph(directory)
    with Writer(directory / DATABASE) as writer:
        resolved = made.many(2000)
        writer.replace(resolved.model_copy(update={"relations": tuple(summing.relations(resolved.assertions))}))
    return directory


def test_help_names_every_command(run: Run) -> None:
    done = run("--help")
    assert done.returncode == 0
    assert all(f" {command} " in done.stdout for command in COMMANDS)


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_has_help(run: Run, command: str) -> None:
    done = run(command, "--help")
    assert (done.returncode, done.stderr) == (0, "")
    assert f"kgraph {command}" in done.stdout


def test_help_does_not_wait_for_what_only_commands_need() -> None:
    script = "import sys, kgraph.cli; print(*sys.modules)"
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert not {"pydantic", "sqlite3", "spacy", "networkx", "pandas", "pyvis"} & set(done.stdout.split())


def test_version(run: Run) -> None:
    assert run("--version").stdout == f"kgraph {kgraph.__version__}\n"


def test_an_entity_is_shown_with_its_names_and_relations(run: Run) -> None:
    done = run("entity", "デュポン")
    assert (done.returncode, done.stderr) == (0, "")
    for text in (made.DUPONT, "Marie Dupont", "デュポン大統領", "フランス", "1 / 1", "マリー・デュポン → 高木一郎"):
        assert text in done.stdout


def test_relations_are_shown_with_names_labels_and_support(run: Run) -> None:
    (line,) = [line for line in run("relations", "独").stdout.splitlines() if "制裁" in line]
    assert line.split() == ["ドイツ", "制裁", "ベラルーシ", "1", "/", "1", "2024-03", "事実", "1"]


def test_tables_are_in_english_where_that_is_asked_for(run: Run) -> None:
    (line,) = [line for line in run("relations", "独", "--lang", "en").stdout.splitlines() if "sanction" in line]
    assert line.split() == ["Germany", "sanction", "Belarus", "1", "/", "1", "2024-03", "asserted", "1"]
    assert run("relations", "独", KGRAPH_LANG="en").stdout == run("relations", "独", "--lang", "en").stdout
    assert run("stats", "--lang", "en").stdout.split()[:3] == ["what", "how", "many"]


def test_relations_take_all_filters(run: Run) -> None:
    options = "--type 制裁 --status planned --since 2024 --until 2024 --article sanctions --limit 3 --format json"
    options += " --min-articles 1"
    (relation,) = json.loads(run("relations", "仏", "Belarus", *options.split()).stdout)
    assert (relation["source"], relation["statuses"]) == (made.FRANCE, {"planned": 1})


def test_relations_take_a_day_and_a_quad_class(run: Run) -> None:
    held = json.loads(run("relations", "--on", "2024-06", "--quad", "material conflict", "--format", "json").stdout)
    assert [(one["source"], one["target"]) for one in held] == [(made.GERMANY, made.BELARUS)]


def test_json_is_a_list_and_json_lines_a_record_a_line(run: Run) -> None:
    records = json.loads(run("relations", "--format", "json").stdout)
    lines = run("relations", "--format", "jsonl").stdout.splitlines()
    assert [json.loads(line) for line in lines] == records
    assert Relation.model_validate(records[0]).assertions == 2


def test_csv_has_a_head_and_a_line_a_record(run: Run) -> None:
    head, *rows = csv.reader(run("search", "制裁を", "--format", "csv").stdout.splitlines())
    assert tuple(head) == HIT
    assert [json.loads(row[-1])[0]["target"] for row in rows] == [made.BELARUS, made.BELARUS]


@pytest.mark.parametrize(("form", "nothing"), [("json", "[]\n"), ("jsonl", ""), ("csv", ",".join(HIT) + "\n")])
def test_where_nothing_is_found_nothing_is_listed(run: Run, form: str, nothing: str) -> None:
    done = run("search", "宇宙", "--format", form)
    assert (done.returncode, done.stdout, done.stderr) == (0, nothing, "")


def test_a_timeline_is_shown_by_date(run: Run) -> None:
    lines = run("timeline", "高木首相").stdout.splitlines()
    assert [line.split()[0] for line in lines[2:]] == ["2023", "2025-05-12"]
    assert "高木首相とデュポン氏の会談" in lines[2]
    assert "日本の高木首相は昨年、パリでデュポン氏と会談していた。" in lines[2].split()


def test_a_timeline_of_two_has_what_is_said_of_them_besides_the_events(run: Run) -> None:
    (step,) = json.loads(run("timeline", "仏", "ベラルーシ", "--format", "json").stdout)
    assert (step["type"], step["date"], step["status"]) == ("sanction", "2024", "planned")
    assert step["evidence"][0]["sentence"] == "フランスも夏までにベラルーシへ制裁を科す方針だ。"


def test_a_path_is_shown_step_by_step(run: Run) -> None:
    steps = json.loads(run("path", "日本", "独", "--format", "json").stdout)
    assert [step["type"] for step in steps] == ["leadership", "negotiation", "leadership", "sanction", "sanction"]


def test_a_path_takes_only_the_types_it_is_given(run: Run) -> None:
    done = run("path", "日本", "独", "--through", "leadership", "--through", "交渉")
    assert (done.returncode, done.stderr) == (1, "kgraph: no path leads from 日本 to ドイツ\n")
    done = run("path", "日本", "仏", "--through", "leadership", "--through", "交渉")
    assert "高木首相はドイツ外務省を訪れる予定はない。" not in done.stdout
    assert "日本の高木首相は12日、パリでフランスのデュポン大統領と会談した。" in done.stdout


def test_a_search_shows_whole_sentences_with_what_was_found_marked(run: Run) -> None:
    assert "日本の高木首相は【12日】、パリでフランスのデュポン大統領と会談した。" in run("search", "12日").stdout


def test_an_article_is_shown_with_its_names_and_what_it_says_marked(run: Run) -> None:
    done = run("show", "sanctions")
    assert (done.returncode, done.stderr) == (0, "")
    lines = [line.strip() for line in done.stdout.splitlines()]
    assert "【独】、【ベラルーシ】に制裁" in lines
    said = lines.index("ドイツは3月、ベラルーシに新たな制裁を科した。") + 1
    assert lines[said].startswith("ドイツ → ベラルーシ  制裁  事実  2024-03  sanctions:11:")
    assert json.loads(run("show", "sanctions", "--format", "json").stdout)["article"] == "sanctions"


def test_stats_count_what_there_is(run: Run) -> None:
    lines = [line.split() for line in run("stats").stdout.splitlines()]
    assert ["記事", "2"] in lines
    assert ["制裁", "2"] in lines
    assert json.loads(run("stats", "--format", "json").stdout)["entities"]["country"] == 4


def test_a_shell_is_told_how_a_command_goes_on() -> None:
    asked = {"_KGRAPH_COMPLETE": "complete_bash", "COMP_WORDS": "kgraph rel", "COMP_CWORD": "1"}
    script = "from kgraph.cli import app; app(prog_name='kgraph')"
    done = subprocess.run([sys.executable, "-c", script], env=os.environ | asked, capture_output=True, text=True)
    assert done.stdout.split() == ["relations"]


@pytest.mark.parametrize(("form", "made_"), [("jsonl", "jsonl/events.jsonl"), ("html", "graph.html")])
def test_an_export_goes_into_the_graphs_directory_or_where_it_is_told(
    graph: Path, tmp_path: Path, form: str, made_: str
) -> None:
    written = tmp_path / "elsewhere" / Path(made_).parts[0]
    options = ["export", form, "--graph", str(graph), "--output", str(written)]
    done = subprocess.run(_command(*options), capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout, done.stderr) == (0, "", f"{written} is written\n")
    made.write_graph(tmp_path / "graph")
    subprocess.run(_command("export", form, "--graph", tmp_path / "graph"), capture_output=True, check=True)
    assert (tmp_path / "graph" / made_).read_bytes() == (tmp_path / "elsewhere" / made_).read_bytes()


@pytest.mark.parametrize(
    ("arguments", "reason"),
    [
        (["stats", "--graph", "nowhere"], "no graph at nowhere: run 'kgraph build' first"),
        (["entity", "フランツ"], "no entity is called 'フランツ'; nearest: フランス"),
        (["path", "日本", "南島"], "no path leads from 日本 to 南島"),
        (
            ["timeline", "--since", "昨日"],
            "'昨日' is not a date: give a year, month or day as 2025, 2025-05 or 2025-05-12",
        ),
        (["export", "pdf"], "no export format is called 'pdf'; there are: html, jsonl"),
    ],
)
def test_what_cannot_be_done_is_one_line_on_stderr(run: Run, arguments: list[str], reason: str) -> None:
    done = run(*arguments)
    assert (done.returncode, done.stdout, done.stderr) == (1, "", f"kgraph: {reason}\n")


@pytest.mark.parametrize(
    "arguments", [["fly"], ["entity"], ["relations", "--limit", "0"], ["stats", "--format", "pdf"]]
)
def test_wrong_usage_is_told_on_stderr(run: Run, arguments: list[str]) -> None:
    done = run(*arguments)
    assert (done.returncode, done.stdout) == (2, "")
    assert "Usage: " in done.stderr


def test_japanese_is_printed_whatever_the_locale(run: Run) -> None:
    done = run("relations", "--format", "jsonl", LC_ALL="C", PYTHONIOENCODING="ascii", PYTHONUTF8="0")
    assert made.TAKAGI in done.stdout


def test_control_characters_do_not_reach_the_terminal(tmp_path: Path) -> None:
    nasty = made.article("nasty", "題\n首相は\x1b[2J会談した。")
    entities = made.RESOLVED.entities
    said = made.assertion(nasty, made.TAKAGI, made.MEETING.type, made.DUPONT, "首相は\x1b[2J会談した。")
    with Writer(tmp_path / DATABASE) as writer:
        writer.put(nasty, made.Extraction(article="nasty"), "v1")
        writer.replace(made.Resolved(entities=entities, assertions=(said,)))
    done = subprocess.run(
        _command("search", "会談", "--graph", tmp_path), capture_output=True, encoding="utf-8", check=True
    )
    assert "首相は [2J【会談】した。" in done.stdout


def _start(graph: Path, form: str, stdout: int | IO[str]) -> "subprocess.Popen[bytes]":
    command = _command("relations", "--graph", graph, "--format", form)
    return subprocess.Popen(command, stderr=subprocess.PIPE, stdout=stdout)


@pytest.mark.parametrize("form", ["table", "jsonl"])
def test_a_reader_that_goes_away_ends_the_command_without_complaint(wide: Path, form: str) -> None:
    with _start(wide, form, subprocess.PIPE) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdout.read(10)
        process.stdout.close()
        assert process.stderr.read() == b""


def test_an_interrupt_ends_the_command_with_its_own_status(wide: Path) -> None:
    with _start(wide, "jsonl", subprocess.PIPE) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdout.read(10)
        process.send_signal(signal.SIGINT)
        assert process.wait() == 130
        assert process.stderr.read() == b""


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="a device that is always full is a matter of Linux")
def test_output_that_cannot_be_written_is_told_in_one_line(wide: Path) -> None:
    with Path("/dev/full").open("w") as full, _start(wide, "jsonl", full) as process:
        assert process.stderr is not None
        assert process.stderr.read() == b"kgraph: No space left on device\n"
        assert process.wait() == 1
