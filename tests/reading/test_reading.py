import json
import re
import tempfile
import time
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kgraph.lexicon import table
from kgraph.models import Article, Failure
from kgraph.reading import LONGEST, read
from tests.reading.conftest import Read, ReadOne, Refuse

SUFFIXES = st.sampled_from([".txt", ".md", ".html", ".jsonl", ".bin"])
PIECES = st.sampled_from(
    [
        "---\n",
        "title: ",
        "2025年8月26日",
        "▽",
        "■",
        " ― ",
        "\n",
        "停戦した。",
        "<p>",
        "</p>",
        "{",
        '"text": "',
        '"}',
        "関連記事\n",
        "https://example.com",
        "[",
        "](",
        "**",
        "`",
        "\u3000",
        "\u2028",
        "ﾌﾟ",
        "―",
        "\x00",
        "\x1b$B",
        "<",
        ">",
        "#",
        "プ",
        "|",
        "(",
        ":",
    ]
)


def check(data: bytes, suffix: str) -> None:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / f"a{suffix}"
        path.write_bytes(data)
        found = list(read([path]))
    assert found
    for item in found:
        if isinstance(item, Article):
            assert item.title
            assert item.text.startswith(item.title)
            assert all(line and line == line.strip() for line in item.text.split("\n"))
            item.text.encode()
        else:
            assert item.reason
            assert "\n" not in item.reason


@given(st.binary(max_size=300), SUFFIXES)
@settings(max_examples=300, deadline=None)
def test_no_bytes_make_reading_fail_with_an_exception(data: bytes, suffix: str) -> None:
    check(data, suffix)


@given(st.lists(PIECES, max_size=30).map("".join), SUFFIXES, st.sampled_from(["utf-8", "cp932", "utf-16"]))
@settings(max_examples=500, deadline=None)
def test_no_mixture_of_forms_makes_reading_fail_with_an_exception(text: str, suffix: str, encoding: str) -> None:
    check(text.encode(encoding, "replace"), suffix)


@pytest.mark.parametrize(
    "unit", ["停戦に合意した。", "ア", "プ―", "ｱﾞ", "停戦 ", "2025", "[a](", "*a", "<a", "https://a "]
)
@pytest.mark.parametrize("suffix", ["txt", "md"])
def test_a_line_of_megabytes_is_refused_in_good_time(refuse: Refuse, unit: str, suffix: str) -> None:
    text = unit * (5_000_000 // len(unit.encode()))
    began = time.perf_counter()
    assert re.fullmatch(
        r"too long for one article: \d,\d{3},\d{3} characters \(at most 200,000\)", refuse(f"a.{suffix}", text)
    )
    assert time.perf_counter() - began < 20  # seconds here, hours if a pattern were quadratic


def test_the_longest_article_is_read_and_one_of_a_character_more_is_not(read_one: ReadOne, refuse: Refuse) -> None:
    assert len(read_one("a.txt", "停" * LONGEST).text) == LONGEST
    assert refuse("a.txt", "停" * (LONGEST + 1)).startswith("too long for one article: 200,001 characters")


def test_a_file_of_megabytes_may_hold_many_articles(read_file: Read) -> None:
    line = json.dumps({"text": "停戦に合意した。" * 1000}, ensure_ascii=False) + "\n"
    found = read_file("feed.jsonl", line * (5_000_000 // len(line.encode()) + 1))
    assert len(found) > 200
    assert all(isinstance(item, Article) for item in found)


def test_nothing_to_read_gives_nothing() -> None:
    assert list(read([])) == []


def test_a_file_that_fails_does_not_stop_the_rest(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(b"")
    (tmp_path / "b.txt").write_text("首脳が会談した。", encoding="utf-8")
    first, second = read([tmp_path])
    assert isinstance(first, Failure)
    assert isinstance(second, Article)


def test_the_lexicon_has_no_word_twice() -> None:
    page = table("reading")["page"]
    for name in ("menu", "furniture", "after", "box", "section"):
        assert len(page[name]) == len(set(page[name])), name
