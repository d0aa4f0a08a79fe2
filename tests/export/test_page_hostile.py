"""Whatever an article says, in whatever field: it is shown as text, and nothing of it ever runs."""

from pathlib import Path

import pytest
from demo import World, demo
from playwright.sync_api import Browser, expect
from reader import Open, box, card, centre_of_graph, find, title

from kgraph.export import html

RAN = "document.title='ran'"
HOSTILE = [
    f"<script>{RAN}</script>",
    f"</script><script>{RAN}</script>",
    f"</ScRiPt\n><script>{RAN}</script>",
    f"<!--<script>{RAN}</script>",
    f"--><script>{RAN}</script>",
    f"]]><script>{RAN}</script>",
    f'"><img src=x onerror="{RAN}">',
    f"'><svg/onload={RAN}>",
    f"<svg><animate onbegin={RAN} attributeName=x></svg>",
    f'<iframe srcdoc="<script>parent.{RAN}</script>"></iframe>',
    "<img src=https://evil.example/pixel>",
    "<style>@import 'https://evil.example/x.css'</style>",
    "<link rel=stylesheet href=https://evil.example/x.css>",
    "<base href=https://evil.example/>",
    "<meta http-equiv=refresh content='0;url=https://evil.example/'>",
    "<form action=https://evil.example/><input name=q autofocus></form>",
    f'<a href="javascript:{RAN}">x</a>',
    f"{{{{ 7 * 7 }}}}${{{RAN}}}",
    f"{{% raw %}}<script>{RAN}</script>",
    f"</title></style></textarea><body onload={RAN}>",
    f"<details open ontoggle={RAN}>",
    f"<math><mtext></mtext><mglyph><style><img src=x onerror={RAN}>",
    f"&lt;script&gt;{RAN}&lt;/script&gt;",
    f"\\u003cscript\\u003e{RAN}\\u003c/script\\u003e",
    f"\u2028{RAN}\u2029//",
    f"`+({RAN})+`",
    f"\\');{RAN};//",
    f"\u202e<script>{RAN}</script>\u202c",
    "__proto__",
    "constructor",
]


def hostile_world(text: str) -> World:
    world = World()
    for name in (f"甲{text}", f"乙{text}", f"所{text}"):
        world.entity("place" if name.startswith("所") else "person", name, f"A{text}", f"別{text}")
    world.article(f"題{text}", "2031-04-01", f"紙{text}", f"https://news.example/{text}")
    told = world.says(
        f"甲{text}",
        "leadership",
        f"乙{text}",
        f"文{text}、【甲{text}】は【乙{text}】を率いる。",
        speaker=f"乙{text}",
        word=text.replace("/", "") or "x",
    )
    world.event("aid", f"事{text}", f"所{text}", [f"甲{text}", f"乙{text}"], told)
    world.rename(f"{text}.txt")
    return world


@pytest.mark.parametrize("text", HOSTILE)
def test_whatever_an_article_says_is_shown_as_text_and_never_runs(open_page: Open, text: str) -> None:
    page = open_page(hostile_world(text))
    assert page.title() == "国際関係グラフ – kgraph"
    find(page, "甲")
    assert title(page).text_content() == f"甲{text}"
    card(page).locator(".rows button").first.click()
    assert f"文{text}、" in (card(page).locator("blockquote").text_content() or "")
    assert card(page).locator("cite").text_content() == f"題{text}"
    card(page).locator("cite .link").click()
    assert title(page).text_content() == f"題{text}"
    page.keyboard.press("Escape")
    card(page).get_by_text("事").last.click()
    box(page, "events").check()
    page.mouse.move(*centre_of_graph(page))
    page.locator("#table-button").click()
    for tab in page.locator(".tabs button").all():
        tab.click()
    page.locator("#language-button").click()
    page.reload()
    assert page.title() == "World politics graph – kgraph"
    assert page.locator("iframe, img, object, base, form, link[rel=stylesheet], meta[http-equiv=refresh]").count() == 0
    assert (page.locator("script").count(), page.locator("style").count()) == (3, 1)


@pytest.mark.parametrize("text", HOSTILE)
def test_a_link_to_the_page_is_no_more_than_text(open_page: Open, text: str) -> None:
    page = open_page(demo(), at=f"#entity={text}&since={text}&hide={text}&list={text}&theme={text}&lang={text}")
    assert page.title() == "国際関係グラフ – kgraph"
    expect(title(page)).to_be_visible()


@pytest.mark.parametrize("url", ["javascript:document.title='ran'", "data:text/html,<script>1</script>", "vbscript:x"])
def test_an_address_that_is_not_of_the_web_is_no_link(open_page: Open, url: str) -> None:
    world = World()
    world.entity("country", "甲国")
    world.entity("country", "乙国")
    world.article("見出し", "2031-04-01", None, url)
    world.says("甲国", "aid", "乙国", "【甲国】は【乙国】を助けた。")
    page = open_page(world)
    find(page, "甲国")
    card(page).locator(".rows button").first.click()
    expect(card(page).locator("cite")).to_have_text("見出し")
    expect(card(page).locator("a")).to_have_count(0)


@pytest.mark.parametrize("name", ["<img src=x onerror=alert(1)>.html", "\"'&#x3c;script>.html", "#entity=x?y.html"])
def test_the_page_may_have_any_file_name(browser: Browser, tmp_path: Path, name: str) -> None:
    html.write(demo(), tmp_path / name)
    page = browser.new_page()
    page.goto((tmp_path / name).as_uri())
    assert page.title() == "国際関係グラフ – kgraph"
    page.close()


def test_the_policy_refuses_a_script_that_got_in_all_the_same(browser: Browser, tmp_path: Path) -> None:
    injected = f'<script>{RAN}</script><img src=x onerror="{RAN}"><iframe src=//evil.example>'
    written = html.render(demo()).replace("</body>", f"{injected}</body>")
    (tmp_path / "graph.html").write_text(written, encoding="utf-8")
    page = browser.new_page()
    loaded: list[str] = []
    page.on("requestfinished", lambda request: loaded.append(request.url))
    page.goto((tmp_path / "graph.html").as_uri())
    assert page.title() == "国際関係グラフ – kgraph"
    assert loaded == [(tmp_path / "graph.html").as_uri()]
    page.close()
