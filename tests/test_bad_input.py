"""What a user sees of `kgraph build` where something is wrong: one line a fault, the right status, the rest built."""

import ctypes
import os
import resource
import shutil
import sqlite3
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from kgraph import pipeline
from kgraph.export.jsonl import write
from kgraph.store import DATABASE, Reader, Writer

GOOD = "独が制裁\nドイツは3月、ベラルーシに制裁を科した。\n"
# From linux/prctl.h and linux/capability.h.
PR_CAPBSET_DROP, CAP_DAC_OVERRIDE, CAP_DAC_READ_SEARCH = 24, 1, 2


def obey_mode_bits() -> None:
    """Have the program that starts next held to the rights on files, also where it starts as the superuser."""
    if os.geteuid() == 0:
        for capability in (CAP_DAC_OVERRIDE, CAP_DAC_READ_SEARCH):
            ctypes.CDLL(None).prctl(PR_CAPBSET_DROP, capability, 0, 0, 0)


def small_files(size: int) -> Callable[[], None]:
    """No file of the program that starts next can grow beyond `size`, as on a disk that is full."""
    return lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (size, size))


def kgraph_build(*arguments: str | bytes, status: int, before: Callable[[], None] = obey_mode_bits) -> list[str]:
    """The lines on stderr of a build that must end with `status`."""
    done = subprocess.run(
        [sys.executable, "-m", "kgraph", "build", *arguments], preexec_fn=before,
        env=os.environ | {"PYTHONDONTWRITEBYTECODE": "1"}, capture_output=True, encoding="utf-8", check=False,
    )  # fmt: skip
    assert "Traceback" not in done.stderr
    assert (done.returncode, done.stdout) == (status, ""), done.stderr
    return done.stderr.splitlines()


def answers(directory: Path) -> dict[str, bytes]:
    """All that the graph in a directory says."""
    with Reader(Path("graph")) as reader:
        write(reader, directory)
    return {path.name: path.read_bytes() for path in directory.iterdir()}


@pytest.fixture(scope="module")
def small(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with one article and its graph, built once."""
    folder = tmp_path_factory.mktemp("small")
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(folder)
        Path("raw").mkdir()
        Path("raw/good.txt").write_text(GOOD, encoding="utf-8")
        pipeline.build([Path("raw")], Path("graph"))
    return folder


@pytest.fixture(autouse=True)
def place(small: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A current folder of one's own with an article in `raw` and its graph in `graph`."""
    monkeypatch.chdir(shutil.copytree(small, tmp_path / "place"))
    return tmp_path


def test_each_bad_file_is_named_in_one_line_and_the_rest_is_built() -> None:
    sentence = "ドイツはベラルーシに制裁を科した。"
    contents: dict[str | bytes, bytes] = {
        "日本語 の名前　.txt": GOOD.encode(),
        "cut.txt": (GOOD + "続報").encode()[:-1],
        "surrogate.jsonl": f'{{"text": "{sentence}\\ud800", "title": "\\udfff題"}}'.encode(),
        "line.jsonl": f'{{"text": "{sentence}"}}\n{{"text": \n[1]\n{{"title": "題"}}\n'.encode(),
        "empty.txt": b"",
        "blank.txt": " \n\t\u3000\n".encode(),
        "binary.txt": b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR",
        "long.txt": (sentence * 400_000).encode()[:5_000_001],
        "damaged.txt": ("首脳が会談し、声明を出した。" * 9).encode().replace("声".encode(), b"\xe5\xa3", 1),
        "matter.md": "---\ntitle: [停戦\n---\n停戦した。".encode(),
        "open.md": "---\ntitle: 停戦\n\n停戦した。".encode(),
        "menu.html": "<html><body><nav><a href='/'>ホーム</a></nav></body></html>".encode(),
        "closed.txt": GOOD.encode(),
        "two\nlines.txt": b"",
        b"\xff.txt": b"",
    }
    for name, content in contents.items():
        Path(os.fsdecode(b"raw/" + os.fsencode(name))).write_bytes(content)
    for folder in ("raw/folder", "nothing"):
        Path(folder).mkdir()
    Path("raw/folder/good.txt").write_text(GOOD, encoding="utf-8")
    Path("raw/closed.txt").chmod(0)
    Path("raw/folder").chmod(0)
    Path("raw/loop.txt").symlink_to("loop.txt")
    Path("raw/broken.txt").symlink_to("gone.txt")
    Path("raw/around").symlink_to("../raw")
    expected = [
        "kgraph: nothing: no articles in this folder",
        "kgraph: nowhere.txt: no such file or folder",
        "kgraph: raw/binary.txt: not text (binary data)",
        "kgraph: raw/blank.txt: no text (white space only)",
        "kgraph: raw/broken.txt: broken symbolic link",
        "kgraph: raw/closed.txt: no permission to read it",
        "kgraph: raw/damaged.txt: damaged text (UTF-8 with bytes that do not belong to it)",
        "kgraph: raw/empty.txt: empty file",
        "kgraph: raw/folder: no permission to read it",
        "kgraph: raw/line.jsonl: line 2: not valid JSON (Expecting value at column 10)",
        "kgraph: raw/line.jsonl: line 3: not a JSON object",
        "kgraph: raw/line.jsonl: line 4: no text",
        "kgraph: raw/long.txt: too long for one article: 1,666,667 characters (at most 200,000)",
        "kgraph: raw/loop.txt: too many levels of symbolic links",
        "kgraph: raw/matter.md: broken front matter: line 2: expected ',' or ']', but got '<stream end>'",
        "kgraph: raw/menu.html: no article text found in the page",
        "kgraph: raw/open.md: broken front matter: no closing '---'",
        r"kgraph: raw/two\nlines.txt: empty file",
        r"kgraph: raw/\xff.txt: empty file",
    ]
    *failures, articles, graph, page = kgraph_build("raw", "nowhere.txt", "nothing", "--out", "graph", status=0)
    assert sorted(failures) == sorted(expected)
    assert articles.startswith(f"articles: 4 read, 1 unchanged, 0 removed, {len(expected)} failed, in ")
    assert graph.startswith("graph: 2 entities, 10 assertions, 1 relations, ")
    assert page == "page: graph/graph.html"
    strict = kgraph_build("raw", "nowhere.txt", "nothing", "--out", "graph", "--strict", status=1)
    assert strict[:-3] == failures
    assert strict[-3].startswith("articles: 0 read, 5 unchanged, 0 removed, ")


def test_what_can_no_longer_be_read_keeps_what_it_said(place: Path) -> None:
    Path("raw/good.txt").rename("raw/other.txt")
    kgraph_build("raw", "--out", "graph", status=0)
    before = answers(place / "before")
    Path("more.txt").write_text(GOOD, encoding="utf-8")
    Path("raw").chmod(0o300)
    lines = kgraph_build("raw", "more.txt", "--out", "graph", status=0)
    assert lines[0] == "kgraph: raw: no permission to read it"
    assert "1 read, 0 unchanged, 0 removed, 1 failed" in lines[1]
    assert before["articles.jsonl"] in answers(place / "after")["articles.jsonl"]


def _broken_lexicon() -> None:
    Path("words").mkdir()
    Path("words/people.toml").write_text("[[person]\n", encoding="utf-8")


def _closed_lexicon() -> None:
    Path("words/people").mkdir(parents=True)
    Path("words/people/a.toml").touch(mode=0)


def _more(*changes: Callable[[], object]) -> Callable[[], None]:
    """Something new to build, and what makes it fail."""

    def change() -> None:
        Path("raw/more.txt").write_text("続報\n米国はイランを非難した。\n", encoding="utf-8")
        for one in changes:
            one()

    return change


NOTHING = "nothing is built: no article could be read"


RAW = ("raw", "--out", "graph")
WORDS = (*RAW, "--lexicon", "words")
CASES: dict[str, tuple[Callable[[], object], tuple[str, ...], list[str]]] = {
    "missing path": (lambda: None, ("nowhere", *RAW[1:]), ["nowhere: no such file or folder", NOTHING]),
    "no articles": (lambda: Path("raw/good.txt").unlink(), RAW, ["raw: no articles in this folder", NOTHING]),
    "no readable article": (lambda: Path("raw/good.txt").write_text(""), RAW, ["raw/good.txt: empty file", NOTHING]),
    "missing lexicon": (lambda: None, WORDS, ["words: no such lexicon directory"]),
    "broken lexicon": (
        _broken_lexicon,
        WORDS,
        ["words/people.toml: Expected ']]' at the end of an array declaration (at line 1, column 9)"],
    ),
    "closed lexicon": (_closed_lexicon, WORDS, ["words/people/a.toml: Permission denied"]),
    "closed folder": (_more(lambda: Path("graph").chmod(0o555)), RAW, ["graph/kgraph.db: no right to write there"]),
    "closed database": (
        _more(lambda: Path("graph", DATABASE).chmod(0o444)),
        RAW,
        ["graph/kgraph.db: no right to write there"],
    ),
    "a file for a folder": (
        lambda: None,
        ("raw", "--out", "raw/good.txt"),
        ["raw/good.txt/kgraph.db: there is a file where its folder should be"],
    ),
}


@pytest.mark.parametrize(("change", "arguments", "reasons"), CASES.values(), ids=CASES)
def test_a_build_that_fails_says_why_and_leaves_the_graph_as_it_was(
    place: Path, change: Callable[[], object], arguments: tuple[str, ...], reasons: list[str]
) -> None:
    before = answers(place / "before")
    page = Path("graph/graph.html").read_bytes()
    change()
    assert kgraph_build(*arguments, status=1) == [f"kgraph: {reason}" for reason in reasons]
    Path("graph").chmod(0o755)
    assert answers(place / "after") == before
    assert Path("graph/graph.html").read_bytes() == page


def test_a_full_disk_is_told_and_leaves_the_graph_as_it_was(place: Path) -> None:
    before = answers(place / "before")
    _more()()
    size = Path("graph", DATABASE).stat().st_size // 2
    lines = kgraph_build("raw", "--out", "graph", status=1, before=small_files(size))
    assert lines == ["kgraph: graph/kgraph.db: the disk cannot be read or written (it may be full)"]
    assert answers(place / "after") == before


def test_a_disk_that_is_full_when_the_page_is_written_leaves_the_former_page() -> None:
    page = Path("graph/graph.html").read_bytes()
    Path("raw/good.txt").write_text(GOOD.replace("ドイツ", "フランス"), encoding="utf-8")
    lines = kgraph_build("raw", "--out", "graph", status=1, before=small_files(len(page) // 2))
    assert lines == ["kgraph: graph/graph.html: the page cannot be written: File too large"]
    assert Path("graph/graph.html").read_bytes() == page
    assert [path.name for path in Path("graph").glob(".*")] == []


def test_a_file_of_another_kind_in_the_databases_place_is_refused_and_kept() -> None:
    Path("other").mkdir()
    with sqlite3.connect(Path("other", DATABASE)) as other:
        other.execute("CREATE TABLE recipe (name TEXT)")
    other.close()
    before = Path("other", DATABASE).read_bytes()
    assert kgraph_build("raw", "--out", "other", status=1) == ["kgraph: other/kgraph.db: not a kgraph database"]
    assert Path("other", DATABASE).read_bytes() == before


def test_a_second_build_at_the_same_time_says_so() -> None:
    with Writer(Path("graph", DATABASE)):
        lines = kgraph_build("raw", "--out", "graph", status=1)
    assert lines == ["kgraph: graph/kgraph.db: the database is locked by another build"]


def test_the_graph_may_lie_in_a_folder_whose_name_is_no_text() -> None:
    shutil.copytree("graph", os.fsdecode(b"g\xff"))
    *_, page = kgraph_build("raw", "--out", b"g\xff", status=0)
    assert page == r"page: g\xff/graph.html"


@pytest.mark.parametrize("arguments", [["--workers", "0"], ["--fast"], ["--workers", "many"]])
def test_wrong_usage_is_told_with_its_own_status(arguments: list[str]) -> None:
    assert kgraph_build("raw", *arguments, status=2)[0].startswith("Usage: ")
