import json

import pytest

from kgraph.models import Article, Failure
from tests.reading.conftest import Read

TEXT = "ケニアとエチオピアの首脳が会談した。\n両国は送電網の接続で合意した。"


def line(**fields: object) -> str:
    return json.dumps(fields, ensure_ascii=False)


@pytest.mark.parametrize("suffix", ["jsonl", "ndjson"])
def test_each_line_is_an_article(read_file: Read, suffix: str) -> None:
    rows = [line(title="東アフリカの首脳が会談", text=TEXT), "", line(headline="続報", body="続きの記事である。")]
    first, second = read_file(f"a.{suffix}", "\n".join(rows))
    assert isinstance(first, Article)
    assert isinstance(second, Article)
    assert (first.id, first.title, first.text) == ("a-1", "東アフリカの首脳が会談", f"東アフリカの首脳が会談\n{TEXT}")
    assert (second.id, second.title) == ("a-3", "続報")


@pytest.mark.parametrize(
    "names",
    [
        ("title", "text", "date", "url", "source"),
        ("headline", "body", "published_at", "link", "publisher"),
        ("Title", "content", "pubDate", "URL", "site_name"),
    ],
)
def test_fields_go_by_several_names(read_file: Read, names: tuple[str, ...]) -> None:
    values = ["首脳が会談", TEXT, "Tue, 26 Aug 2025 07:30:00 GMT", "https://example.com", "東阿通信"]
    [article] = read_file("a.jsonl", line(**dict(zip(names, values, strict=True))))
    assert isinstance(article, Article)
    assert (article.title, article.published, article.url, article.source) == ("首脳が会談", "2025-08-26", *values[3:])


def test_an_own_id_is_kept_in_the_id(read_file: Read) -> None:
    rows = [line(id=name, text=TEXT) for name in (17, "x/y z", "a-5", 17)]
    assert [a.id for a in read_file("a.jsonl", "\n".join(rows)) if isinstance(a, Article)] == [
        "a-17",
        "a-x-y-z",
        "a-5",
        "a-17.2",
    ]


@pytest.mark.parametrize(
    ("broken", "reason"),
    [
        ('{"text": ', "line 2: not valid JSON"),
        ("[1, 2]", "line 2: not a JSON object"),
        ('{"title": "題だけ"}', "line 2: no text"),
        ('{"text": 5}', "line 2: no text"),
        ('{"text": "ログイン"}', "line 2: no article text"),
        ("[" * 100_000, "line 2: not valid JSON"),
        ('{"text": "文。", "n": ' + "9" * 5000 + "}", "line 2: not valid JSON"),
    ],
)
def test_a_broken_line_fails_and_the_others_are_read(read_file: Read, broken: str, reason: str) -> None:
    first, failure, last = read_file("a.jsonl", "\n".join([line(text=TEXT), broken, line(text="別の記事である。")]))
    assert isinstance(first, Article)
    assert isinstance(last, Article)
    assert isinstance(failure, Failure)
    assert failure.path == "a.jsonl"
    assert failure.reason.startswith(reason)


def test_strings_may_hold_what_elsewhere_ends_lines(read_file: Read) -> None:
    [article] = read_file("a.jsonl", '{"text": "一つ目。\u2028二つ目。\\ud800", "title": "題\\n目"}')
    assert isinstance(article, Article)
    assert article.text == "題 目\n一つ目。\n二つ目。"
