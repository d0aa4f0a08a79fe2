from kgraph.models import Article, Failure
from tests.reading.conftest import Read, ReadOne

ONE = "ギリシャとトルコの外相がアテネで会談した。\nエーゲ海の資源について話し合った。"
TWO = "セルビアとコソボの首相がブリュッセルで会談した。\n欧州連合が仲介した。"


def told(articles: list[Article | Failure]) -> list[tuple[str, str, str | None, str]]:
    return [(a.id, a.title, a.published, a.text.split("\n", 1)[1]) for a in articles if isinstance(a, Article)]


EXPECTED = [
    ("a-1", "希土外相が会談", "2025-08-26", ONE),
    ("a-2", "コソボ対話が再開", "2025-08-27", TWO),
]


def test_headlines_with_a_sign_and_a_date_open_articles(read_file: Read) -> None:
    text = (
        f"▽希土外相が会談<東西通信>2025年8月26日午前 8:58\n\n{ONE}\n\n▽コソボ対話が再開<東西通信>2025年8月27日\n\n{TWO}"
    )
    assert told(read_file("a.txt", text)) == EXPECTED


def test_the_date_may_stand_below_the_headline_with_the_sign(read_file: Read) -> None:
    text = f"■希土外相が会談\n2025年8月26日\n{ONE}\n\n■コソボ対話が再開\n2025年8月27日\n{TWO}"
    assert told(read_file("a.txt", text)) == EXPECTED


def test_headlines_with_a_dash_and_a_date_open_articles(read_file: Read) -> None:
    text = f"希土外相が会談 ― 2025年08月26日 20:04\n{ONE}\nコソボ対話が再開 ― 2025年08月27日 07:10\n{TWO}"
    assert told(read_file("a.txt", text)) == EXPECTED


def test_headlines_in_brackets_with_a_date_open_articles(read_file: Read) -> None:
    text = f"【希土外相が会談】2025年8月26日\n{ONE}\n\n【コソボ対話が再開】2025年8月27日\n{TWO}"
    assert told(read_file("a.txt", text)) == EXPECTED


def test_rules_with_headline_and_date_below_part_articles(read_file: Read) -> None:
    for rule in ("---", "==========", "＊＊＊"):
        text = f"希土外相が会談\n2025年8月26日\n\n{ONE}\n{rule}\n2025/08/27\nコソボ対話が再開\n\n{TWO}"
        assert told(read_file("a.txt", text)) == EXPECTED
        assert told(read_file("a.md", text)) == EXPECTED


def test_front_matter_of_a_file_with_several_articles_gives_what_they_share(read_file: Read) -> None:
    text = f"■希土外相が会談 2025年8月26日\n{ONE}\n■コソボ対話が再開 2025年8月27日\n{TWO}"
    articles = read_file("a.md", f"---\ntitle: まとめ\nsource: 東西通信\n---\n{text}")
    assert told(articles) == EXPECTED
    assert {a.source for a in articles if isinstance(a, Article)} == {"東西通信"}


def test_dates_in_an_article_do_not_split_it(read_one: ReadOne) -> None:
    chronology = (
        "停戦合意 ― 2025年1月19日\n人質が解放された。\n■空爆再開（2025年3月18日）\n2025年3月18日\nまた攻撃があった。"
    )
    text = f"ガザ停戦の経緯\n2025年8月26日\n\n停戦の経緯をまとめた。\n{chronology}\n---\n2025年5月1日\n協議が続く。"
    article = read_one("a.txt", text)
    assert article.title == "ガザ停戦の経緯"
    assert all(line in article.text for line in chronology.split("\n"))


def test_an_article_that_is_said_again_is_read_once(read_one: ReadOne) -> None:
    head = "希土外相が会談 ― 2025年08月26日 20:04"
    text = f"{head}\n【概要】\n{ONE}\n【参照・底本】\nAegean Talks, Some Letter 2025.08.20\nhttps://example.com/a?b=c\n"
    expected = f"希土外相が会談\n【概要】\n{ONE}"
    assert read_one("a.txt", text + ONE + "\n" + text).text == expected
    assert read_one("b.txt", text + text).text == expected


def test_the_same_words_in_two_articles_stay_in_both(read_file: Read) -> None:
    text = f"希土外相が会談 ― 2025年08月26日 20:04\n{ONE}\nコソボ対話が再開 ― 2025年08月27日 07:10\n{ONE}"
    assert [text for *_, text in told(read_file("a.txt", text))] == [ONE, ONE]
