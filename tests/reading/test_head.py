import pytest

from tests.reading.conftest import ReadOne

BODY = "エジプトとカタールの外相は6日、カイロで会談した。ガザの停戦について協議した。"
TITLE = "エジプトとカタールの外相が停戦を協議"


@pytest.mark.parametrize(
    "head",
    [
        TITLE,
        f"{TITLE}\n\n",
        f"国際\n政治\nログイン\n中東の窓ノート\n\n{TITLE}\n2025/12/08 07:30\nシェアする\nブックマーク\n",
        f"トップ | ニュース | 国際\n国際 > 中東・アフリカ\n\n2025/12/08\n{TITLE}\n印刷 メール 文字サイズ 小 中 大\n",
        f"中東ジャーナル　2025年12月8日号\n\n{TITLE}\n",
        f"砂漠の風\n最新記事　地域別　筆者一覧　お問い合わせ\n\n{TITLE}\n更新:2025年12月8日(月) 6時00分\n",
        f"{TITLE}\n2025年12月8日\n\n山本 太一\n",
        f"▽{TITLE}<東西通信>2025年12月8日午後 7:41 GMT+9\n\nAnna SmithPeter O'Brien\n",
        f"タイトル：{TITLE}\n日付：2025年12月8日\n出典：東西通信\nURL：https://example.com/a\n",
    ],
)
def test_the_headline_is_found_among_the_lines_of_the_head(read_one: ReadOne, head: str) -> None:
    article = read_one("a.txt", f"{head}\n{BODY}")
    assert article.title == TITLE
    assert article.text == f"{TITLE}\n{BODY}"
    assert article.published == ("2025-12-08" if "12" in head else None)


@pytest.mark.parametrize(
    ("head", "source"),
    [
        (f"中東ジャーナル　2025年12月8日号\n\n{TITLE}\n", "中東ジャーナル"),
        (f"{TITLE}<東西通信日本語版>2025年12月8日\n", "東西通信日本語版"),
        (f"中東の窓ノート\n\n{TITLE}\n2025/12/08\n", "中東の窓ノート"),
        (f"{TITLE}\n出典：外務省\n", "外務省"),
        (f"{TITLE}\n\n[カイロ 6日 ロイター] – ", "ロイター"),
        (f"{TITLE}\n\n【カイロ時事】", "時事通信"),
        (f"{TITLE}\n\n【カイロ共同取材班】", None),
        (f"{TITLE}\n\n[カイロ 6日] ", None),
    ],
)
def test_the_head_tells_the_source(read_one: ReadOne, head: str, source: str | None) -> None:
    article = read_one("a.txt", head + BODY)
    assert article.source == source
    assert article.text.endswith(head.rsplit("\n", 1)[-1] + BODY)


def test_a_second_headline_stays_in_the_text(read_one: ReadOne) -> None:
    head = f"◆{TITLE}<東西通信>2025年12月8日\n\nカイロで外相会談、停戦の条件示す\n"
    assert read_one("a.txt", head + BODY).text == f"{TITLE}\nカイロで外相会談、停戦の条件示す\n{BODY}"


def test_headings_below_a_known_title_stay(read_one: ReadOne) -> None:
    article = read_one("a.md", f"---\ntitle: {TITLE}\n---\n# {TITLE}\n\n## はじめに\n\n{BODY}")
    assert article.text == f"{TITLE}\nはじめに\n{BODY}"


def test_an_article_without_headline_is_called_by_its_first_sentence(read_one: ReadOne) -> None:
    article = read_one("a.txt", BODY)
    assert article.title == "エジプトとカタールの外相は6日、カイロで会談した。"
    assert article.text == BODY


@pytest.mark.parametrize("title", ["停戦は成るか？", "「合意は近い」。外相が明言", "【解説】停戦の条件"])
def test_headlines_keep_their_signs(read_one: ReadOne, title: str) -> None:
    article = read_one("a.txt", f"{title}\n2025年12月8日\n{BODY}")
    assert (article.title, article.published) == (title, "2025-12-08")
