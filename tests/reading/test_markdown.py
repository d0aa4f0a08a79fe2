import pytest

from tests.reading.conftest import ReadOne


@pytest.mark.parametrize(
    ("written", "words"),
    [
        ("## 交渉の行方 ##", "交渉の行方"),
        ("**米国**は*強く*反発し、__中国__、インドも~~反対~~した。", "米国は強く反発し、中国、インドも反対した。"),
        ("外相は[声明](https://example.com/a_(b))を[発表][1]した。", "外相は声明を発表した。"),
        ("- 第一の点である。", "第一の点である。"),
        ("1. 第一の点である。", "1. 第一の点である。"),
        ("> 「合意は近い」と述べた。", "「合意は近い」と述べた。"),
        ("図![地図](map.png)を示した[^1]。", "図を示した。"),
        ("`NATO`の<b>首脳</b>が集まった。", "NATOの首脳が集まった。"),
        ("値は3\\*4である。", "値は3*4である。"),
        ("my_file_name を読んだ。", "my_file_name を読んだ。"),
    ],
)
def test_words_stay_and_markup_goes(read_one: ReadOne, written: str, words: str) -> None:
    assert read_one("a.md", f"# 首脳会談の記録\n\n{written}\n\n終わりの段落。").text.split("\n")[1] == words


@pytest.mark.parametrize(
    "written",
    [
        "```python\nprint(1)\n```",
        "~~~\ncode\n~~~",
        "<!-- 下書き -->",
        "[1]: https://example.com",
        "| 国 | 票 |\n|---|---|\n| 米 | 1 |",
        "***",
    ],
)
def test_what_is_no_prose_goes(read_one: ReadOne, written: str) -> None:
    assert (
        read_one("a.md", f"# 首脳会談の記録\n\n始め。\n\n{written}\n\n終わり。").text
        == "首脳会談の記録\n始め。\n終わり。"
    )


def test_the_title_is_the_first_heading_else_the_first_line(read_one: ReadOne) -> None:
    assert read_one("a.md", "# 首脳会談の記録\n\n会談した。").title == "首脳会談の記録"
    assert read_one("b.md", "首脳会談の記録\n\n会談した。").title == "首脳会談の記録"


def test_a_fence_that_is_not_closed_hides_nothing(read_one: ReadOne) -> None:
    assert read_one("a.md", "# 首脳会談の記録\n```\n会談した。").text == "首脳会談の記録\n会談した。"
