import signal
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest
from tests import factories as made

from kgraph.errors import StoreError
from kgraph.judgements import judgement
from kgraph.models import Resolved, Run
from kgraph.store import BY_COMMAND, DATABASE, Kept, Reader, Writer


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return made.write_graph(tmp_path / "graph") / DATABASE


def _content(path: Path) -> Resolved:
    with Reader(path) as reader:
        return Resolved(
            entities=reader.entities(),
            mentions=reader.mentions(),
            assertions=reader.assertions(),
            relations=reader.relations(),
            events=reader.events(),
            tellings=reader.tellings(),
        )


def test_a_new_database_is_made_with_its_directories(tmp_path: Path) -> None:
    with Writer(tmp_path / "deep" / "er" / DATABASE) as writer:
        assert writer.known() == {}


def test_what_is_put_comes_back(path: Path) -> None:
    with Writer(path) as writer:
        assert writer.known() == {one.id: Kept(one.path, one.sha256, "v1") for one in made.ARTICLES}
        assert list(writer.extractions()) == [(one, made.extraction(one)) for one in made.ARTICLES]


def test_putting_an_article_again_replaces_it(path: Path) -> None:
    changed = made.SUMMIT.model_copy(update={"text": "訂正\n会談は中止になった。", "sha256": "0"})
    with Writer(path) as writer:
        writer.put(changed, made.Extraction(article="summit"), "v2")
        assert writer.known()["summit"] == Kept("summit.txt", "0", "v2")
        assert dict(writer.extractions())[changed] == made.Extraction(article="summit")


def test_an_article_whose_file_has_moved_keeps_what_it_says(path: Path) -> None:
    with Writer(path) as writer:
        writer.move("summit", "archive/summit.txt")
        moved = made.SUMMIT.model_copy(update={"path": "archive/summit.txt"})
        assert dict(writer.extractions())[moved] == made.extraction(made.SUMMIT)


def test_dropped_articles_are_gone_and_unknown_ones_do_not_matter(path: Path) -> None:
    with Writer(path) as writer:
        writer.drop(["summit", "nowhere"])
        assert set(writer.known()) == {"sanctions"}


def test_the_graph_is_replaced_as_a_whole(path: Path) -> None:
    with Writer(path) as writer:
        writer.drop(["summit"])
        writer.replace(Resolved(entities=made.RESOLVED.entities[:1]))
    assert _content(path) == Resolved(entities=made.RESOLVED.entities[:1])
    with Reader(path) as reader:
        assert reader.articles() == [made.SANCTIONS]


def test_judgements_outlive_the_graph_and_those_of_a_file_are_replaced_together(path: Path) -> None:
    one, two = (judgement("reject", [number], who="編集者", when="2026-01-05") for number in "12")
    with Writer(path) as writer:
        writer.judge([one])
        writer.judge_anew("raw/judgements.toml", [one, two])
        writer.replace(Resolved())
        assert writer.judgements() == {BY_COMMAND: [one], "raw/judgements.toml": sorted([one, two], key=lambda j: j.id)}
        writer.undo(one.id)
        writer.judge_anew("raw/judgements.toml", [two])
        assert writer.judgements() == {"raw/judgements.toml": [two]}
    with Reader(path) as reader:
        assert reader.judgements() == [two]


def test_the_last_run_is_the_one_logged_last(path: Path) -> None:
    first = Run(version="1", lexicon=None, fingerprint="a", state="b", read=1, unchanged=2, removed=3, failed=4)
    second = first.model_copy(update={"lexicon": "words"})
    with Writer(path) as writer:
        assert writer.last_run() is None
        writer.log(first)
        writer.log(second)
        assert writer.last_run() == second


def test_readers_see_the_former_graph_until_the_new_one_is_published(path: Path) -> None:
    with Writer(path) as writer, Reader(path) as before:
        writer.put(made.article("late", "続報\n協議が続く。"), made.Extraction(article="late"), "v1")
        with Reader(path) as during:
            assert during.articles() == list(made.ARTICLES)
        writer.replace(Resolved())
        assert before.entities() == list(made.RESOLVED.entities)
        with Reader(path) as after:
            assert [one.id for one in after.articles()] == ["late", "sanctions", "summit"]
            assert after.entities() == []


def test_a_graph_that_does_not_hold_together_is_refused(path: Path) -> None:
    with Writer(path) as writer, pytest.raises(StoreError, match="FOREIGN KEY"):
        writer.replace(made.RESOLVED.model_copy(update={"entities": ()}))
    assert _content(path) == made.RESOLVED


def test_text_that_cannot_be_stored_is_refused(path: Path) -> None:
    bad = made.SUMMIT.model_copy(update={"path": "caf\udce9.txt"})
    with Writer(path) as writer, pytest.raises(StoreError, match=r"'\\udce9' is not text that can be stored"):
        writer.put(bad, made.extraction(bad), "v1")


def test_a_second_build_is_refused_while_the_first_is_at_work(path: Path) -> None:
    with Writer(path), pytest.raises(StoreError, match=r"kgraph\.db: the database is locked by another build"):
        Writer(path)
    Writer(path).close()


def test_a_file_of_another_kind_is_refused_and_left_as_it_is(tmp_path: Path) -> None:
    path = tmp_path / DATABASE
    path.write_text("これは記事であって、データベースではない。" * 100, encoding="utf-8")
    before = path.read_bytes()
    with pytest.raises(StoreError, match="not a kgraph database"):
        Writer(path)
    assert path.read_bytes() == before


def test_a_database_of_another_program_is_refused_and_left_as_it_is(tmp_path: Path) -> None:
    path = tmp_path / DATABASE
    other = sqlite3.connect(path)
    other.execute("CREATE TABLE recipe (name TEXT)")
    other.close()
    before = path.read_bytes()
    with pytest.raises(StoreError, match="not a kgraph database"):
        Writer(path)
    assert path.read_bytes() == before


def test_a_newer_format_is_refused(path: Path) -> None:
    newer = sqlite3.connect(path)
    newer.execute("PRAGMA user_version = 99")
    newer.close()
    with pytest.raises(StoreError, match=r"written by a newer kgraph \(format 99, this one knows 3\)"):
        Writer(path)


def test_a_directory_that_cannot_be_made_is_told_in_one_line(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(StoreError, match="file") as raised:
        Writer(tmp_path / "file" / "graph" / DATABASE)
    assert "\n" not in str(raised.value)


def test_a_directory_without_right_to_write_is_told_in_one_line(unprivileged: Path) -> None:
    unprivileged.chmod(0o555)
    with pytest.raises(StoreError, match="cannot be opened or created there"):
        Writer(unprivileged / DATABASE)


def test_a_database_without_right_to_write_is_told_in_one_line(unprivileged: Path) -> None:
    path = made.write_graph(unprivileged) / DATABASE
    path.chmod(0o444)
    with Writer(path) as writer, pytest.raises(StoreError, match="no right to write there"):
        writer.drop(["summit"])


def _run(script: str, path: Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-c", script, str(path)],
        cwd=Path(__file__).parents[2], capture_output=True, text=True, check=False,
    )  # fmt: skip


# From here on no file of the process can grow beyond some 400 KB.
LIMIT = """
import resource
resource.setrlimit(resource.RLIMIT_FSIZE, (400_000, resource.RLIM_INFINITY))
"""
REPLACE = """
import sys
from pathlib import Path
from kgraph.errors import StoreError
from kgraph.store import Writer
from tests import factories as made

with Writer(Path(sys.argv[1])) as writer:
    try:
        writer.replace(made.many(5000))
    except StoreError as error:
        print(error)
        writer.drop(["summit"])
"""


def test_when_no_more_can_be_written_the_former_graph_stays_and_small_writes_go_on(path: Path) -> None:
    done = _run(LIMIT + REPLACE, path)
    assert done.stdout == f"{path}: the disk cannot be read or written (it may be full)\n"
    assert done.stderr == ""
    assert _content(path) == made.RESOLVED
    with Writer(path) as writer:
        assert set(writer.known()) == {"sanctions"}


def test_a_build_killed_in_the_middle_of_writing_leaves_the_former_graph(path: Path) -> None:
    # With its signal at the default, the first write over the limit ends the process there and then.
    kill = "import signal; signal.signal(signal.SIGXFSZ, signal.SIG_DFL)"
    done = _run(kill + LIMIT + REPLACE, path)
    assert done.returncode == -signal.SIGXFSZ
    assert path.with_name(f"{DATABASE}-wal").stat().st_size > 0
    assert _content(path) == made.RESOLVED
    with Writer(path) as writer:
        writer.replace(Resolved())
    assert _content(path) == Resolved()


def test_a_full_database_is_told_as_a_full_disk(path: Path) -> None:
    with Writer(path) as writer:
        (pages,) = writer._db.execute("PRAGMA page_count").fetchone()
        writer._db.execute(f"PRAGMA max_page_count = {pages}")
        with pytest.raises(StoreError, match=r"kgraph\.db: the disk is full"):
            writer.replace(made.many(2000))
    assert _content(path) == made.RESOLVED


def test_a_first_build_that_was_stopped_is_not_taken_for_an_empty_graph(tmp_path: Path) -> None:
    path = tmp_path / DATABASE
    with Writer(path) as writer:
        writer.put(made.SUMMIT, made.extraction(made.SUMMIT), "v1")
    with pytest.raises(StoreError, match="first build was stopped half-way: run 'kgraph build' again"):
        Reader(path)
    with Writer(path) as writer:
        assert writer.known() == {"summit": Kept("summit.txt", made.SUMMIT.sha256, "v1")}


def test_a_database_that_no_article_was_ever_put_into_is_no_graph(tmp_path: Path) -> None:
    Writer(tmp_path / DATABASE).close()
    with pytest.raises(StoreError, match=r"^no graph at .*: run 'kgraph build' first$"):
        Reader(tmp_path)


def test_the_same_graph_written_anew_is_the_same_file(tmp_path: Path) -> None:
    one, two = (made.write_graph(tmp_path / name) / DATABASE for name in ("one", "two"))
    assert one.read_bytes() == two.read_bytes()
