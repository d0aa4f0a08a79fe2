import logging
from pathlib import Path

import pytest

from kgraph.reading import read
from tests.reading.conftest import ReadOne, Refuse

PARAGRAPHS = [
    "カナダとメキシコの首脳は12日、オタワで会談し、米国の関税への対応を協議した。両首脳は共同声明を発表した。",
    "カナダの首相は記者会見で、三カ国の協定を守る考えを強調した。メキシコの大統領も対話を続けると述べた。",
    "米国の大統領は同日、両国への関税を引き上げると改めて警告した。交渉は来月、ワシントンで再開される見通しだ。",
]
TITLE = "カナダとメキシコの首脳、関税で共同歩調"


def page(head: str = "", top: str = "", charset: str = "utf-8") -> str:
    body = "".join(f"<p>{paragraph}</p>" for paragraph in PARAGRAPHS)
    return f"""<!DOCTYPE html><html lang="ja"><head><meta charset="{charset}"><title>{TITLE} | 北米新報</title>{head}
    <script>var secret = "停戦した。";</script></head><body>
    <nav><a href="/">ホーム</a> <a href="/world">国際</a></nav>
    <article><h1>{TITLE}</h1>{top}{body}</article>
    <div class="related"><h3>関連記事</h3><ul><li><a href="/1">関税の歴史</a></li></ul></div>
    <footer>&copy; 2025 北米新報</footer></body></html>"""


def test_a_page_gives_title_text_and_site(read_one: ReadOne) -> None:
    article = read_one("a.html", page())
    assert article.title == TITLE
    assert article.source == "北米新報"
    assert article.text == "\n".join([TITLE, *PARAGRAPHS])


@pytest.mark.parametrize("encoding", ["utf-8", "cp932", "euc_jp", "iso2022_jp"])
@pytest.mark.parametrize("charset", ["utf-8", "Shift_JIS", "EUC-JP"])
def test_the_content_decides_where_the_declared_encoding_is_wrong(
    read_one: ReadOne, encoding: str, charset: str
) -> None:
    assert read_one("a.htm", page(charset=charset).encode(encoding)).text == "\n".join([TITLE, *PARAGRAPHS])


ITEMS = '[{"@type": "Organization"}, {"@type": ["NewsArticle"], %s}]'
LINKED = f'<script type="application/ld+json">{{"@graph": {ITEMS}}}</script>'


@pytest.mark.parametrize(
    ("head", "top"),
    [
        ('<meta property="article:published_time" content="2025-08-12T23:30:00+09:00">', ""),
        ('<meta name="pubdate" content="2025-08-12">', "<p class='date'>2025年8月13日</p>"),
        (LINKED % '"datePublished": "2025-08-12T23:30:00+09:00", "dateModified": "2025-08-14"', ""),
        ("", '<time datetime="2025-08-12T09:00">8月12日</time>'),
        ("", "<p class='date'>2025年8月12日(火) 11時32分</p>"),
        ("", "<p>掲載日:2025年8月12日</p>"),
        ('<meta property="article:published_time" content="2025-13-40">', "<p>2025年8月12日</p>"),
    ],
)
def test_the_date_is_in_the_metadata_or_in_sight(read_one: ReadOne, head: str, top: str) -> None:
    assert read_one("a.html", page(head, top)).published == "2025-08-12"


def test_a_page_without_date_has_none(read_one: ReadOne) -> None:
    assert read_one("a.html", page()).published is None


def test_linked_data_and_meta_elements_give_the_fields(read_one: ReadOne) -> None:
    linked = LINKED % f'"headline": "{TITLE}", "publisher": {{"@type": "Organization", "name": "北米新報社"}}'
    meta = f'<meta property="og:title" content="{TITLE} - 北米新報"><meta property="og:site_name" content="北米新報">'
    canonical = '<link rel="canonical" href="https://example.com/1">'
    for head, source in ((linked + canonical, "北米新報社"), (meta + canonical, "北米新報")):
        article = read_one("a.html", page(head))
        assert (article.title, article.source, article.url) == (TITLE, source, "https://example.com/1")


def test_broken_linked_data_is_passed_over(read_one: ReadOne) -> None:
    assert read_one("a.html", page('<script type="application/ld+json">{"a": </script>')).title == TITLE


@pytest.mark.parametrize(
    "html",
    [
        "<html><body></body></html>",
        "<html><body><ul><li><a href='/'>ホーム</a></li><li><a href='/b'>国際</a></li></ul></body></html>",
        "<script>var a = '停戦した。';</script>",
        "<frameset><frame src='a.html'></frameset>",
    ],
)
def test_a_page_without_article_fails(refuse: Refuse, html: str) -> None:
    assert refuse("a.html", html) == "no article text found in the page"


def test_a_page_laid_out_in_tables_is_read(read_one: ReadOne) -> None:
    rows = "".join(f"<tr><td>{paragraph}</td></tr>" for paragraph in PARAGRAPHS)
    html = f"<html><head><title>{TITLE}</title></head><body><table><tr><td>トップ</td></tr>{rows}</table></body></html>"
    article = read_one("a.html", html)
    assert article.title == TITLE
    assert all(paragraph in article.text for paragraph in PARAGRAPHS)


def test_no_page_leaves_a_trace_on_the_next(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    for name in ("a", "b", "c"):
        (tmp_path / f"{name}.html").write_text(page(), encoding="utf-8")
    (tmp_path / "empty.html").write_text("<html></html>", encoding="utf-8")
    with caplog.at_level(logging.WARNING):
        first, again = list(read([tmp_path])), list(read([tmp_path]))
        alone = [item for name in "cba" for item in read([tmp_path / f"{name}.html"])]
    assert first == again
    assert alone == first[2::-1]
    assert not caplog.records
