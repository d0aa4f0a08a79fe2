import pytest

from tests.reading.conftest import ReadOne, Refuse

BODY = "インドと中国の外相は国境の画定を協議した。"


@pytest.mark.parametrize(
    "names",
    [
        ("title", "date", "source", "url"),
        ("headline", "published_at", "publisher", "link"),
        ("タイトル", "公開日", "媒体", "URL"),
    ],
)
def test_front_matter_gives_the_fields_under_any_of_their_names(read_one: ReadOne, names: tuple[str, ...]) -> None:
    values = ["中印外相が会談　国境を協議", "2025-08-19 10:00", "アジア日報", "https://example.com/1"]
    front = "\n".join(f"{name}: {value}" for name, value in zip(names, values, strict=True))
    for suffix in ("md", "txt"):
        article = read_one(f"a.{suffix}", f"---\n{front}\ntags: [a, b]\n---\n\n{BODY}")
        assert [article.title, article.published, article.source, article.url] == [values[0], "2025-08-19", *values[2:]]
        assert article.text == f"{values[0]}\n{BODY}"


def test_front_matter_wins_over_head_lines(read_one: ReadOne) -> None:
    article = read_one("2024-01-01.md", f"---\ntitle: 中印外相が会談\ndate: 2025-08-19\n---\n2025年8月20日\n{BODY}")
    assert article.published == "2025-08-19"
    assert article.text == f"中印外相が会談\n{BODY}"


def test_a_date_that_cannot_be_is_no_date(read_one: ReadOne) -> None:
    assert read_one("a.md", f"---\ntitle: 中印外相が会談\ndate: 2025-13-40\n---\n{BODY}").published is None


@pytest.mark.parametrize(
    ("front", "reason"),
    [
        ('title: "中印外相\ndate: 2025-08-19\n---', "broken front matter: line 3: "),
        ("title: [中印\n---", "broken front matter: line 2: "),
        ("title: 中印外相が会談", "broken front matter: no closing '---'"),
        ("title: a\nb\n---", "broken front matter: line 3: "),
    ],
)
def test_broken_front_matter_fails_and_names_the_line(refuse: Refuse, front: str, reason: str) -> None:
    assert refuse("a.md", f"---\n{front}\n\n{BODY}").startswith(reason)


def test_front_matter_without_an_article_fails(refuse: Refuse) -> None:
    assert refuse("a.md", "---\ntitle: 中印外相が会談\n---\n").startswith("no article text")


def test_a_rule_on_the_first_line_is_no_front_matter(read_one: ReadOne) -> None:
    assert read_one("a.txt", f"---\n中印外相が会談\n\n{BODY}").text == f"中印外相が会談\n{BODY}"
