import os
import socket
from collections.abc import Iterator
from pathlib import Path

import pytest

from kgraph.models import Article, Failure
from kgraph.reading import read

TEXT = "日韓首脳が会談\n日本と韓国の首脳がソウルで会談した。"


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


def write(*names: str) -> None:
    for name in names:
        Path(name).parent.mkdir(parents=True, exist_ok=True)
        Path(name).write_text(TEXT, encoding="utf-8")


def paths(*names: str | Path) -> list[str]:
    return [item.path for item in read([Path(name) for name in names])]


def ids(*names: str) -> dict[str, str]:
    items = read([Path(name) for name in names])
    return {item.path: item.id for item in items if isinstance(item, Article)}


def failures(*names: str) -> list[tuple[str, str]]:
    items = read([Path(name) for name in names])
    return [(item.path, item.reason) for item in items if isinstance(item, Failure)]


def test_folders_are_searched_for_articles_and_their_files_sorted() -> None:
    write("raw/b.txt", "raw/sub/deep/a.MD", "raw/a.text", "raw/c.markdown", "raw/picture.jpg", "raw/notes")
    assert paths("raw") == ["raw/a.text", "raw/b.txt", "raw/c.markdown", "raw/sub/deep/a.MD"]


def test_the_order_of_the_paths_does_not_matter() -> None:
    write("x/1.txt", "x/2.txt", "y/1.txt")
    named = [Path("y"), Path("x/2.txt"), Path("x"), Path("nowhere")]
    assert list(read(named)) == list(read(named[::-1]))


def test_articles_come_one_by_one() -> None:
    write("x/1.txt", "x/2.txt")
    items = read([Path("x")])
    assert isinstance(items, Iterator)
    assert next(items).path == "x/1.txt"


def test_hidden_files_are_passed_over() -> None:
    write("raw/.DS_Store", "raw/.git/a.txt", "raw/.b.txt", "raw/a.txt")
    assert paths("raw") == ["raw/a.txt"]


def test_a_file_that_is_named_is_read_whatever_its_suffix() -> None:
    write("article.news", "article")
    assert paths("article.news", "article") == ["article", "article.news"]


def test_paths_are_told_from_the_current_folder(folder: Path, tmp_path_factory: pytest.TempPathFactory) -> None:
    write("raw/a.txt")
    elsewhere = tmp_path_factory.mktemp("elsewhere") / "b.txt"
    elsewhere.write_text(TEXT, encoding="utf-8")
    assert paths(folder / "raw") == ["raw/a.txt"]
    assert paths(elsewhere) == [elsewhere.as_posix()]


def test_a_path_that_is_not_there_fails() -> None:
    assert failures("nowhere.txt") == [("nowhere.txt", "no such file or folder")]


def test_a_folder_without_articles_fails() -> None:
    write("raw/picture.jpg")
    Path("empty").mkdir()
    assert failures("raw", "empty") == [("empty", "no articles in this folder"), ("raw", "no articles in this folder")]


def test_a_folder_whose_articles_were_named_before_does_not_fail() -> None:
    write("raw/a.txt")
    assert paths("raw/a.txt", "raw", "raw/../raw") == ["raw/a.txt"]


def test_a_file_reached_twice_is_read_once() -> None:
    write("raw/a.txt")
    Path("raw/again.txt").symlink_to("a.txt")
    Path("alias").symlink_to("raw")
    assert paths("alias", "raw", "raw/a.txt", "raw/again.txt") == ["raw/a.txt"]


def test_links_to_folders_are_followed_and_loops_end() -> None:
    write("raw/a.txt", "other/b.txt")
    Path("raw/loop").symlink_to("../raw")
    Path("raw/other").symlink_to("../other")
    Path("other/back").symlink_to("../raw")
    assert paths("raw") == ["raw/a.txt", "raw/other/b.txt"]


def test_a_link_never_takes_a_files_own_name() -> None:
    write("raw/z/a.txt")
    Path("raw/a").symlink_to("z")
    assert paths("raw") == ["raw/z/a.txt"]


def test_links_that_lead_nowhere_fail() -> None:
    write("raw/a.txt")
    Path("raw/loop.txt").symlink_to("loop.txt")
    Path("raw/broken.txt").symlink_to("gone.txt")
    named = dict(failures("raw"))
    assert named["raw/broken.txt"] == "broken symbolic link"
    assert "symbolic link" in named["raw/loop.txt"]
    assert len(named) == 2


def test_what_is_no_regular_file_fails_and_does_not_hang() -> None:
    write("raw/a.txt")
    os.mkfifo("raw/pipe.txt")
    os.mkfifo("raw/pipe")
    with socket.socket(socket.AF_UNIX) as server:
        server.bind("raw/socket.txt")
        assert paths("raw") == ["raw/a.txt", "raw/pipe.txt", "raw/socket.txt"]
        assert failures("raw/pipe") == [("raw/pipe", "not a regular file")]
    assert failures("/dev/null") == [("/dev/null", "not a regular file")]


def test_a_folder_may_have_the_name_of_a_file() -> None:
    write("raw/folder.txt/a.txt")
    assert paths("raw") == ["raw/folder.txt/a.txt"]


@pytest.mark.skipif(os.geteuid() == 0, reason="the superuser may read everything")
def test_a_file_without_permission_fails() -> None:
    write("raw/a.txt", "raw/b.txt")
    Path("raw/a.txt").chmod(0)
    assert failures("raw") == [("raw/a.txt", "no permission to read it")]


@pytest.mark.skipif(not Path("/proc/self/mem").exists(), reason="needs a file that opens but cannot be read")
def test_a_file_that_the_system_cannot_read_fails() -> None:
    [(path, reason)] = failures("/proc/self/mem")
    assert path == "/proc/self/mem"
    assert reason == reason.lower()


@pytest.mark.parametrize("name", ["a\0b.txt", "x" * 400])
def test_a_path_that_no_file_can_have_fails(name: str) -> None:
    [failure] = read([Path(name)])
    assert isinstance(failure, Failure)


def test_the_bytes_of_a_name_that_is_no_utf_8_are_told() -> None:
    Path("raw").mkdir()
    for name in (b"raw/\xff.txt", b"raw/\xfe.txt"):
        Path(os.fsdecode(name)).write_text(TEXT, encoding="utf-8")
    found = list(read([Path("raw")]))
    assert [item.path for item in found] == [r"raw/\xfe.txt", r"raw/\xff.txt"]
    assert len({item.id for item in found if isinstance(item, Article)}) == 2


def test_a_name_with_a_line_end_is_told_in_one_line() -> None:
    write("raw/a\nb.txt")
    assert paths("raw", "no\x1b[2Jwhere") == [r"no\x1b[2Jwhere", r"raw/a\nb.txt"]


def test_an_id_is_the_stem() -> None:
    write("raw/停戦 合意.txt", "raw/b.v2.md")
    assert ids("raw") == {"raw/停戦 合意.txt": "停戦 合意", "raw/b.v2.md": "b.v2"}


def test_stems_that_repeat_take_as_much_of_the_path_as_they_need() -> None:
    write("x/a.txt", "y/a.txt", "y/a.md", "x/z/b.txt", "y/z/b.txt", "x/only.txt")
    assert ids("x", "y") == {
        "x/a.txt": "x-a",
        "x/only.txt": "only",
        "x/z/b.txt": "x-z-b",
        "y/a.md": "y-a.md",
        "y/a.txt": "y-a.txt",
        "y/z/b.txt": "y-z-b",
    }


def test_articles_of_one_file_never_take_the_id_of_another_file() -> None:
    write("raw/feed-2.txt")
    Path("raw/feed.jsonl").write_text('{"text": "一つ目である。"}\n{"text": "二つ目である。"}\n', encoding="utf-8")
    found = [item.id for item in read([Path("raw")]) if isinstance(item, Article)]
    assert sorted(found) == ["feed-1", "feed-2", "feed-2.2"]


def test_the_id_of_another_file_that_is_still_there_is_not_taken() -> None:
    write("x/a.txt", "y/a.txt", "y/b.txt")
    kept = {"a": "x/a.txt", "b": "gone/b.txt"}
    assert [item.id for item in read([Path("y")], kept) if isinstance(item, Article)] == ["y-a", "b"]
    assert [item.id for item in read([Path("x")], kept) if isinstance(item, Article)] == ["a"]


def test_the_hash_is_of_the_content_alone() -> None:
    write("raw/a.txt", "raw/b.txt")
    Path("raw/c.txt").write_text(TEXT + "\n続報である。", encoding="utf-8")
    a, b, c = (item.sha256 for item in read([Path("raw")]) if isinstance(item, Article))
    assert a == b != c
