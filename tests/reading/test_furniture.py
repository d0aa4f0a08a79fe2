import pytest

from tests.reading.conftest import ReadOne, Refuse

TITLE = "ブラジルとアルゼンチン、関税を協議"
BODY = "ブラジルとアルゼンチンの外相は関税の扱いを協議した。両国は来月も会うことで一致した。"


@pytest.mark.parametrize(
    "line",
    [
        "ホーム > 国際 > 中南米",
        "トップ | ニュース | 国際",
        "会員登録 ログイン",
        "この記事をシェアする",
        "X Facebook LINE",
        "印刷 メール 文字サイズ 小 中 大",
        "Copyright 南米時報社 無断転載を禁じます",
        "© 2025 南米時報",
        "記事の無断転載を禁じます。",
        "https://example.com/news?id=1&utm_source=x",
        "外務省の発表 https://example.com/press",
        "関連記事:メルコスル首脳会議が閉幕",
        "タグ:ブラジル",
        "#ブラジル #関税",
        "ページの先頭へ",
        "(ブラジリア=南、編集=本社)",
        "Reporting by Ana Souza; Editing by John Doe",
        "――――――",
        "3コメント",
    ],
)
def test_page_furniture_is_kept_out(read_one: ReadOne, line: str) -> None:
    expected = f"{TITLE}\n{BODY}\n続きの段落である。"
    assert read_one("a.txt", f"{TITLE}\n\n{BODY}\n{line}\n続きの段落である。").text == expected
    assert read_one("b.txt", f"{TITLE}\n\n{BODY}\n続きの段落である。\n{line}").text == expected


@pytest.mark.parametrize(
    "line",
    [
        "関税の行方",
        "・外相会談は3回目である。",
        "・ルート:ブラジル → パラグアイ → アルゼンチン。",
        "⇨ 関税が下がる可能性。",
        "1. 経済への影響",
        "【要点】",
        "政府は https://example.com で、合意の全文を公表した。",
        "外相は「関連記事は読んでいない」と述べた。",
        "世界経済",
        "中国、米国、ロシア",
    ],
)
def test_what_belongs_to_the_article_stays(read_one: ReadOne, line: str) -> None:
    assert line in read_one("a.txt", f"{TITLE}\n\n{BODY}\n{line}\n続きの段落である。").text.split("\n")


@pytest.mark.parametrize(
    "heading",
    [
        "関連記事",
        "■関連ニュース",
        "あわせて読みたい",
        "参考資料",
        "参考文献:",
        "【引用・参照・底本】",
        "【参考・引用】",
        "アクセスランキング",
        "おすすめ記事",
        "この記事へのコメント(2)",
        "編集後記／次号予告:選挙の行方",
        "<関連リンク>",
    ],
)
def test_closing_sections_are_cut_to_the_end(read_one: ReadOne, heading: str) -> None:
    tail = "メルコスルの歩み\n南米の関税はなぜ高いのか。\n- The Tariff Question\n【図解】南米の貿易"
    assert read_one("a.txt", f"{TITLE}\n\n{BODY}\n{heading}\n{tail}").text == f"{TITLE}\n{BODY}"


def test_links_in_the_middle_of_an_article_do_not_cut_it(read_one: ReadOne) -> None:
    text = f"{TITLE}\n\n交渉が始まった。\n関連記事\nメルコスルの歩み\n【図解】南米の貿易\n{BODY}"
    assert read_one("a.txt", text).text == f"{TITLE}\n交渉が始まった。\n{BODY}"


def test_a_section_below_a_bibliography_is_kept(read_one: ReadOne) -> None:
    text = f"{TITLE}\n{BODY}\n【参考文献】\nTariffs Today\nhttps://example.com\n【要点】\n・両国は協議した。"
    assert read_one("a.txt", text).text == f"{TITLE}\n{BODY}\n【要点】\n・両国は協議した。"


def test_a_foreign_title_above_an_address_goes_with_it(read_one: ReadOne) -> None:
    text = f"{TITLE}\n{BODY}\nTalks On Tariffs, The Letter 2025.08.20\nhttps://example.com/t\n続きの段落である。"
    assert read_one("a.txt", text).text == f"{TITLE}\n{BODY}\n続きの段落である。"


def test_a_paragraph_that_repeats_is_kept_once(read_one: ReadOne) -> None:
    assert read_one("a.txt", f"{TITLE}\n{BODY}\n別の段落。\n{BODY}").text == f"{TITLE}\n{BODY}\n別の段落。"


def test_a_file_of_nothing_but_furniture_fails(refuse: Refuse) -> None:
    assert refuse("a.txt", "ホーム\nログイン\n© 2025 南米時報\n").startswith("no article text")
