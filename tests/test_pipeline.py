"""`build()` from end to end, over small articles and with the real GiNZA."""

import multiprocessing
import os
import shutil
import signal
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

import kgraph
from kgraph import parsing, pipeline
from kgraph.analysis import Analyst, Task
from kgraph.errors import KgraphError, StoreError
from kgraph.export import jsonl
from kgraph.models import Article, Failure
from kgraph.pipeline import BuildReport, NothingReadError
from kgraph.store import DATABASE, Reader, Writer

OUT = Path("graph")
MEETING = "日米が首脳会談\n日本の高市早苗首相は2025年10月28日、東京で米国のトランプ大統領と会談した。\n"
SANCTION = "独が制裁\nドイツは3月、ベラルーシに制裁を科した。\n"
ATTACK = "ガザを攻撃\nイスラエルはハマスを攻撃した。\n"


class Told:
    """Progress that keeps what it is told, and may do something at the first article."""

    def __init__(self, at_first: Callable[[], None] = lambda: None) -> None:
        self.calls: list[tuple[object, ...]] = []
        self._at_first = at_first

    def start(self, total_articles: int, total_characters: int) -> None:
        self.calls.append(("start", total_articles, total_characters))

    def advance(self, article: str, characters: int) -> None:
        self.calls.append(("advance", article, characters))
        if len(self.calls) == 2:
            self._at_first()

    def finish(self) -> None:
        self.calls.append(("finish",))


@pytest.fixture(autouse=True)
def place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A current folder with three articles in `raw`."""
    monkeypatch.chdir(tmp_path)
    write(**{"raw/meeting.txt": MEETING, "raw/sanction.txt": SANCTION, "raw/attack.txt": ATTACK})
    return tmp_path


def write(**files: str) -> None:
    for name, content in files.items():
        Path(name).parent.mkdir(parents=True, exist_ok=True)
        Path(name).write_text(content, encoding="utf-8")


def build(*paths: str, out: Path = OUT, **options: object) -> BuildReport:
    return pipeline.build([Path(path) for path in paths or ("raw",)], out, **options)  # type: ignore[arg-type]


def ids(out: Path = OUT) -> list[str]:
    with Reader(out) as reader:
        return [article.id for article in reader.articles()]


def sources(out: Path = OUT) -> dict[str, str]:
    """The path of each article."""
    with Reader(out) as reader:
        return {article.id: article.path for article in reader.articles()}


def ties(out: Path = OUT) -> set[tuple[str, str, str]]:
    with Reader(out) as reader:
        return {(one.source, one.type.value, one.target) for one in reader.relations()}


def exported(out: Path = OUT) -> dict[str, bytes]:
    """All that a user gets out of a graph, byte for byte."""
    with Reader(out) as reader:
        jsonl.write(reader, out / "jsonl")
    return {path.name: path.read_bytes() for path in (out / pipeline.PAGE, *(out / "jsonl").iterdir())}


SANCTIONED = ("country:DE", "sanction", "country:BY")
ATTACKED = ("country:IL", "assault", "organization:ハマス")


def test_a_build_writes_the_graph_and_its_page_and_counts_what_it_did() -> None:
    report = build()
    assert (report.read, report.unchanged, report.removed, report.failures) == (3, 0, 0, ())
    assert {SANCTIONED, ATTACKED} < ties()
    with Reader(OUT) as reader:
        counts = reader.counts()
    assert counts.articles == 3
    assert report.entities == sum(counts.entities.values()) > 5
    assert report.assertions == sum(counts.assertions.values()) >= report.relations == len(ties())
    assert report.events == counts.events >= 1
    assert report.page == "graph/graph.html"
    assert "ベラルーシ" in Path(report.page).read_text(encoding="utf-8")


def test_what_has_not_changed_is_not_read_again_unless_asked_for() -> None:
    build()
    before, told = exported(), Told()
    again = build(progress=told)
    assert (again.read, again.unchanged) == (0, 3)
    assert told.calls == [("start", 0, 0), ("finish",)]
    assert exported() == before
    forced = build(force=True)
    assert (forced.read, forced.unchanged) == (3, 0)
    assert exported() == before


def test_a_changed_article_replaces_what_it_said() -> None:
    build()
    write(**{"raw/sanction.txt": SANCTION.replace("ドイツ", "フランス")})
    report = build()
    assert (report.read, report.unchanged, report.removed) == (1, 2, 0)
    assert ("country:FR", "sanction", "country:BY") in ties()
    assert SANCTIONED not in ties()


def test_a_file_gone_from_a_given_folder_is_retracted_and_one_beside_stays() -> None:
    write(**{"other/sanction.txt": SANCTION})
    build("raw/attack.txt", "raw/meeting.txt", "other")
    Path("raw/attack.txt").unlink()
    Path("other/sanction.txt").unlink()
    report = build("raw")
    assert report.removed == 1
    assert SANCTIONED in ties()
    assert ATTACKED not in ties()


def test_an_article_gone_from_a_given_file_is_retracted() -> None:
    write(**{"feed.jsonl": '{"text": "ドイツはベラルーシに制裁を科した。"}\n{"text": "米国はイランを非難した。"}\n'})
    build("feed.jsonl")
    write(**{"feed.jsonl": '{"text": "ドイツはベラルーシに制裁を科した。"}\n'})
    assert build("feed.jsonl").removed == 1
    assert ids() == ["feed-1"]


def test_an_emptied_folder_is_retracted_where_something_else_is_read() -> None:
    write(**{"other/sanction.txt": SANCTION})
    build("raw/attack.txt", "other")
    Path("other/sanction.txt").unlink()
    report = build("raw/attack.txt", "other")
    assert [failure.reason for failure in report.failures] == ["no articles in this folder"]
    assert ids() == ["attack"]


def test_a_file_that_moves_is_not_read_again_but_told_where_it_lies() -> None:
    build()
    Path("raw/2025").mkdir()
    Path("raw/attack.txt").rename("raw/2025/attack.txt")
    report = build()
    assert (report.read, report.unchanged, report.removed) == (0, 3, 0)
    assert sources()["attack"] == "raw/2025/attack.txt"


def test_a_file_of_the_same_name_elsewhere_is_another_article() -> None:
    build("raw/attack.txt")
    write(**{"new/attack.txt": SANCTION})
    build("new")
    assert sources() == {"attack": "raw/attack.txt", "new-attack": "new/attack.txt"}
    assert (build("new").unchanged, build("raw/attack.txt").unchanged) == (1, 1)


def test_a_lexicon_of_ones_own_changes_the_graph_and_has_articles_read_again() -> None:
    write(**{"raw/mock.txt": "声明\nミドリカワ氏はベラルーシをからかった。\n"})
    first = build("raw/mock.txt")
    person = '[[person]]\nname = "ハナコ・ミドリカワ"\naliases = ["ミドリカワ"]\ncountry = "JP"\n'
    write(**{"words/people.toml": person})
    second = build("raw/mock.txt", lexicon=Path("words"))
    assert (first.read, second.read, second.unchanged) == (1, 1, 0)
    with kgraph.open(OUT) as kg:
        assert kg.entity("ミドリカワ").id == "person:ハナコ・ミドリカワ"
    mocked = ("person:ハナコ・ミドリカワ", "accusation", "country:BY")
    assert mocked not in ties()
    write(**{"words/relations.toml": 'type = "accusation"\n[[predicate]]\nlemma = "からかう"\n'})
    assert build("raw/mock.txt", lexicon=Path("words")).read == 1
    assert mocked in ties()


def test_a_lexicon_of_ones_own_needs_no_parsing_again(monkeypatch: pytest.MonkeyPatch) -> None:
    build()
    write(**{"words/people.toml": '[[person]]\nname = "ハナコ・ミドリカワ"\n'})
    monkeypatch.setattr(parsing.Parser, "__call__", None)
    report = build(lexicon=Path("words"))
    assert (report.read, report.failures) == (3, ())
    build("raw", out=Path("other"), lexicon=Path("words"), workers=2)
    assert exported() == exported(Path("other"))


def test_a_graph_or_page_that_is_not_as_it_was_written_is_written_again() -> None:
    build()
    before = exported()
    Path("graph/graph.html").write_text("changed by hand", encoding="utf-8")
    build()
    assert exported() == before
    Path("graph/graph.html").unlink()
    build()
    assert exported() == before


def test_neither_order_nor_number_of_processes_makes_a_difference() -> None:
    build("raw/sanction.txt", "raw/meeting.txt", "raw/attack.txt", out=Path("one"))
    build("raw", "raw/attack.txt", out=Path("two"), workers=2)
    for path in ("raw/sanction.txt", "raw/attack.txt", "raw/meeting.txt"):
        build(path, out=Path("three"))
    assert exported(Path("one")) == exported(Path("two")) == exported(Path("three"))


def test_no_seed_of_hashing_makes_a_difference() -> None:
    builds = [
        subprocess.Popen(
            [sys.executable, "-m", "kgraph", "build", "raw", "--out", seed],
            env=os.environ | {"PYTHONHASHSEED": seed}, stderr=subprocess.DEVNULL,
        )
        for seed in "01"
    ]  # fmt: skip
    assert [process.wait() for process in builds] == [0, 0]
    assert exported(Path("0")) == exported(Path("1"))


def test_a_failing_article_leaves_the_others_and_what_it_said_before() -> None:
    build()
    Path("raw/sanction.txt").write_bytes(b"\x00\x01\x02")
    report = build()
    assert report.failures == (Failure(path="raw/sanction.txt", reason="not text (binary data)"),)
    assert (report.unchanged, report.removed) == (2, 0)
    assert SANCTIONED in ties()


def test_an_article_that_cannot_be_analysed_is_a_failure_of_one_line() -> None:
    # A lone surrogate is what no article can hold: reading drops them, and the model refuses them.
    broken = Article.model_construct(id="a", text="首相は\ud800と述べた。", published=None, path="raw/a.txt")
    said = Analyst(None)(Task(broken, None)).extraction
    assert isinstance(said, Failure)
    assert said.path == "raw/a.txt"
    assert said.reason.startswith("article 'a' cannot be analysed (UnicodeEncodeError: ")
    assert "\n" not in said.reason


def test_where_nothing_can_be_read_the_graph_stays_as_it_was() -> None:
    build()
    before = exported()
    shutil.rmtree("raw")
    Path("raw").mkdir()
    with pytest.raises(NothingReadError, match=r"^no article could be read: nowhere: no such .* \(and 1 more\)$") as it:
        build("raw", "nowhere")
    assert [failure.path for failure in it.value.failures] == ["nowhere", "raw"]
    assert exported() == before
    with pytest.raises(NothingReadError):
        build(out=Path("new"))
    with pytest.raises(StoreError, match="no graph at new"):
        Reader(Path("new"))


def test_progress_is_told_from_start_to_finish() -> None:
    told = Told()
    build(progress=told)
    lengths = [len(text.strip()) for text in (ATTACK, MEETING, SANCTION)]
    advances = list(zip(["advance"] * 3, ["attack", "meeting", "sanction"], lengths, strict=True))
    assert told.calls == [("start", 3, sum(lengths)), *advances, ("finish",)]


def _interrupt() -> None:
    raise KeyboardInterrupt


@pytest.mark.parametrize("workers", [1, 2])
def test_an_interrupted_build_is_finished_by_the_next(workers: int) -> None:
    build("raw/meeting.txt")
    before = exported()
    with pytest.raises(KeyboardInterrupt):
        build(progress=Told(_interrupt), workers=workers, force=True)
    assert multiprocessing.active_children() == []
    assert exported() == before
    report = build()
    assert (report.read, report.unchanged) == (1, 2)
    build(out=Path("whole"))
    assert exported() == exported(Path("whole"))


def test_an_interrupted_first_build_is_no_graph_until_the_next_has_finished_it() -> None:
    with pytest.raises(KeyboardInterrupt):
        build(progress=Told(_interrupt))
    with pytest.raises(StoreError, match="its first build was stopped half-way: run 'kgraph build' again"):
        Reader(OUT)
    assert build().read == 2
    assert ids() == ["attack", "meeting", "sanction"]


def test_a_worker_that_is_killed_ends_the_build_in_one_line() -> None:
    def kill() -> None:
        for child in multiprocessing.active_children():
            assert child.pid is not None
            os.kill(child.pid, signal.SIGKILL)

    write(**{f"raw/{number}.txt": f"{MEETING}続報{number}。" * 9 for number in range(9)})
    with pytest.raises(KgraphError, match=r"^a worker process came to an untimely end"):
        build(workers=2, progress=Told(kill))


def test_two_builds_at_once_are_refused() -> None:
    build()
    before = exported()
    with Writer(OUT / DATABASE), pytest.raises(StoreError, match=r"^graph/kgraph\.db: .* locked by another build$"):
        build()
    assert exported() == before


def test_names_in_japanese_and_with_spaces_are_names_like_others() -> None:
    write(**{"記事/首脳 会談　東京.txt": MEETING})
    build("記事", out=Path("出力 先"))
    assert sources(Path("出力 先")) == {"首脳 会談_東京": "記事/首脳 会談　東京.txt"}


def test_the_public_build_opens_the_graph_and_warns_of_what_failed() -> None:
    write(**{"raw/empty.txt": ""})
    with pytest.warns(UserWarning, match=r"^raw/empty\.txt: empty file$"):
        kg = kgraph.build("raw", out="graph")
    assert len(kg.articles()) == 3
