"""The HTML page in a browser: what a reader sees and does, and that nothing in an article ever runs.

With KGRAPH_SCREENSHOTS set to a directory, the pictures of the page are kept there.
"""

import json
import os
import re
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from demo import World, demo
from playwright.sync_api import Browser, Locator, Page, expect, sync_playwright

from kgraph.export import html
from kgraph.export.html_drawing import SHOWN

WIDE, PHONE = (1440, 900), (390, 844)

HOSTILE = [
    "<script>document.title='ran'</script>",
    "</script><script>document.title='ran'</script>",
    "<!--<script>document.title='ran'</script>",
    '"><img src=x onerror="document.title=\'ran\'">',
    "'><svg/onload=document.title='ran'>",
    "<iframe srcdoc=\"<script>parent.document.title='ran'</script>\"></iframe>",
    "<img src=https://evil.example/pixel>",
    "<style>@import 'https://evil.example/x.css'</style>",
    "<base href=https://evil.example/>",
    "<meta http-equiv=refresh content='0;url=https://evil.example/'>",
    "<a href=\"javascript:document.title='ran'\">x</a>",
    "{{ 7 * 7 }}${document.title='ran'}",
    "</title></style></textarea><body onload=document.title='ran'>",
    "&lt;script&gt;document.title='ran'&lt;/script&gt;",
    "\u2028document.title='ran'\u2029//",
    "__proto__",
]

Open = Callable[..., Page]


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    chromium = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
    if chromium is None:
        pytest.fail("the tests of the page need Chromium on the PATH: apt-get install chromium")
    with sync_playwright() as playwright:
        running = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox"])
        yield running
        running.close()


@pytest.fixture
def open_page(browser: Browser, tmp_path: Path) -> Iterator[Open]:
    """Opens the page of a world from disk; in the end, nothing may have failed or been asked of the network."""
    faults: list[str] = []
    asked: list[str] = []
    contexts = []

    def opened(world: World, size: tuple[int, int] = WIDE, theme: str = "light") -> Page:
        file = tmp_path / "graph.html"
        html.write(world, file)
        context = browser.new_context(
            viewport={"width": size[0], "height": size[1]},
            color_scheme=theme,  # type: ignore[arg-type]
            reduced_motion="reduce",
        )
        contexts.append(context)
        page = context.new_page()
        page.on("console", lambda message: faults.append(message.text))
        page.on("pageerror", lambda error: faults.append(str(error)))
        page.on("dialog", lambda dialog: faults.append(dialog.message))
        page.on("request", lambda request: asked.append(request.url))
        page.goto(file.as_uri())
        return page

    yield opened
    for context in contexts:
        context.close()
    assert faults == []
    assert set(asked) <= {(tmp_path / "graph.html").as_uri()}


@pytest.fixture
def page(open_page: Open) -> Page:
    return open_page(demo())


@pytest.fixture
def keep(tmp_path: Path) -> Callable[[Page, str], None]:
    """Keeps a picture of the page."""
    directory = Path(os.environ.get("KGRAPH_SCREENSHOTS", tmp_path))
    directory.mkdir(parents=True, exist_ok=True)
    return lambda page, name: page.screenshot(path=directory / f"{name}.png") and None


def find(page: Page, text: str) -> None:
    page.keyboard.press("/")
    page.locator("#search").fill(text)
    page.keyboard.press("Enter")


def card(page: Page) -> Locator:
    return page.locator("#card")


def title(page: Page) -> Locator:
    return page.locator("#card h2")


def shown(page: Page) -> int:
    (count,) = re.findall(r"表示中 ([\d,]+)", page.locator("#counts").inner_text())
    return int(count.replace(",", ""))


def box(page: Page, key: str) -> Locator:
    return page.locator(f'#legend [data-filter="{key}"]')


def place(part: Locator) -> tuple[float, float, float, float]:
    """Left, top, width and height on the screen."""
    found = part.bounding_box()
    assert found
    return found["x"], found["y"], found["width"], found["height"]


def centre_of_graph(page: Page) -> tuple[float, float]:
    """The middle of what legend and panel leave free, which is where a selected node comes to lie."""
    left, _, width, _ = place(page.locator("#legend"))
    right, *_ = place(page.locator("#panel"))
    _, top, _, height = place(page.locator("#graph"))
    return (left + width + right) / 2, top + height / 2


# What is seen first


def test_the_page_opens_in_japanese_with_counts_and_overview(page: Page) -> None:
    expect(page.locator("h1")).to_have_text("国際関係グラフ")
    expect(page.locator("#counts")).to_have_text("項目 56・関係 103・記事 16（表示中 51）")
    expect(title(page)).to_have_text("概要")
    expect(card(page).locator(".rows button").first).to_contain_text("米国")


def test_the_drawing_is_there(page: Page) -> None:
    painted = page.evaluate(
        "() => { const c = document.querySelector('#graph canvas'); const d = c.getContext('2d')"
        ".getImageData(0, 0, c.width, c.height).data; return d.filter((v, i) => i % 4 === 3 && v > 0).length }"
    )
    assert painted > 10_000


@pytest.mark.parametrize("size", [WIDE, PHONE], ids=["wide", "phone"])
@pytest.mark.parametrize("theme", ["light", "dark"])
def test_pictures(open_page: Open, keep: Callable[[Page, str], None], size: tuple[int, int], theme: str) -> None:
    page = open_page(demo(), size, theme)
    name = f"{'wide' if size == WIDE else 'phone'}-{theme}"
    keep(page, f"{name}-1-overview")
    find(page, "ロシア")
    expect(title(page)).to_have_text("ロシア")
    keep(page, f"{name}-2-entity")
    card(page).locator(".rows button").first.click()
    expect(card(page).locator(".evidence")).to_have_count(7)
    keep(page, f"{name}-3-relation")
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


# Search


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("ロシア", "ロシア"),
        ("ﾛｼｱ", "ロシア"),
        ("rUSSIA", "ロシア"),
        ("NATO", "北大西洋条約機構"),
        ("アメリカ", "米国"),
        ("藤野恒一", "藤野 恒一"),
    ],
)
def test_search_knows_every_spelling(page: Page, typed: str, found: str) -> None:
    find(page, typed)
    expect(title(page)).to_have_text(found)


def test_suggestions_are_walked_with_the_arrow_keys_and_closed_with_escape(page: Page) -> None:
    page.keyboard.press("/")
    page.keyboard.type("国")
    options = page.locator("#suggestions [role=option]")
    expect(options.first).to_have_attribute("aria-selected", "true")
    page.keyboard.press("ArrowDown")
    expect(options.nth(1)).to_have_attribute("aria-selected", "true")
    page.keyboard.press("Escape")
    expect(page.locator("#suggestions")).to_be_hidden()


def test_what_is_not_there_is_not_found(page: Page) -> None:
    page.locator("#search").fill("火星")
    expect(page.locator("#suggestions")).to_have_text("見つかりません")


def test_search_brings_in_what_the_first_view_left_out(open_page: Open) -> None:
    world = World()
    world.entity("country", "中心国")
    world.article("名簿", "2031-04-01", None, None)
    for index in range(SHOWN + 5):
        world.entity("person", f"人物{index:04}")
        world.says(f"人物{index:04}", "leadership", "中心国", f"【人物{index:04}】氏は【中心国】の役人だ。")
    page = open_page(world)
    before = shown(page)
    find(page, f"人物{SHOWN + 4}")
    expect(title(page)).to_have_text(f"人物{SHOWN + 4}")
    assert (before, shown(page)) == (SHOWN, SHOWN + 1)


# Cards


def test_the_card_of_an_entity_tells_names_counts_and_relations(page: Page) -> None:
    find(page, "藤野 恒一")
    expect(card(page)).to_contain_text("人物")
    expect(card(page)).to_contain_text("Koichi Fujino")
    expect(card(page).locator(".facts")).to_contain_text("日本")
    expect(card(page).locator(".counts")).to_have_text("記事3言及3根拠3")
    expect(card(page).locator("h3")).to_have_text(["交渉・会談2", "指導・役職1"])


def test_the_card_of_a_relation_gives_every_sentence_with_its_source(page: Page) -> None:
    find(page, "黒海")
    card(page).locator(".rows button").first.click()
    evidence = card(page).locator(".evidence")
    expect(evidence.locator("blockquote")).to_have_text("ロシアは黒海西部の航路に機雷を敷いたとみられる。")
    expect(evidence.locator("mark")).to_have_text(["ロシア", "黒海"])
    expect(evidence.locator(".badge")).to_have_text("可能性")
    expect(evidence.locator(".speaker")).to_have_text("国連 の発言")
    expect(evidence.locator("a")).to_have_attribute("href", "https://news.example/1")
    expect(evidence.locator("a")).to_have_attribute("rel", "noopener noreferrer")
    expect(evidence.locator("footer")).to_contain_text("外信タイムス・2031-06-21")


def test_cards_lead_on_and_back(page: Page) -> None:
    find(page, "黒海")
    card(page).locator(".rows button").first.click()
    card(page).locator(".link", has_text="ロシア").click()
    expect(title(page)).to_have_text("ロシア")
    page.get_by_text("戻る").click()
    page.get_by_text("戻る").click()
    expect(title(page)).to_have_text("黒海")


def test_an_event_names_its_parties_and_its_sentences(page: Page) -> None:
    card(page).get_by_text("停戦協議、ジュネーブで再開へ").click()
    expect(card(page).locator(".ends")).to_have_text("ウクライナロシア")
    expect(card(page).locator(".facts")).to_contain_text("ジュネーブ")
    expect(card(page).locator(".evidence")).to_have_count(1)


def test_a_click_on_a_node_and_on_a_line_opens_its_card_and_one_beside_closes_it(open_page: Open) -> None:
    world = World()
    world.entity("country", "甲国")
    world.entity("country", "乙国")
    world.article("見出し", "2031-04-01", None, None)
    world.says("甲国", "aid", "乙国", "【甲国】は【乙国】を助けた。")
    page = open_page(world)
    find(page, "甲国")
    x, y = centre_of_graph(page)
    page.keyboard.press("Escape")
    expect(title(page)).to_have_text("概要")
    page.mouse.click(x, y)
    expect(title(page)).to_have_text("甲国")
    card(page).locator(".rows button").click()
    page.keyboard.press("Escape")
    page.mouse.click(*centre_of_graph(page))
    expect(title(page)).to_have_text("支援")
    page.mouse.click(x, y + 300)
    expect(title(page)).to_have_text("概要")


# Legend and focus


def test_what_is_unticked_is_hidden(page: Page) -> None:
    box(page, "kind:person").uncheck()
    assert shown(page) == 37
    box(page, "kind:person").check()
    assert shown(page) == 51


def test_a_quad_class_hides_its_types_and_each_type_can_be_hidden_alone(page: Page) -> None:
    for quad in ("verbal cooperation", "material cooperation", "verbal conflict", "material conflict"):
        box(page, f"quad:{quad}").uncheck()
    page.locator("#legend summary").last.press("Enter")
    for kind in ("alliance", "rivalry", "membership"):
        box(page, f"type:{kind}").uncheck()
    assert box(page, "quad:standing").evaluate("input => input.indeterminate")
    find(page, "藤野 恒一")
    page.get_by_text("周辺だけを見る").click()
    assert shown(page) == 2
    box(page, "type:leadership").uncheck()
    assert shown(page) == 1


def test_statuses_can_be_hidden(page: Page) -> None:
    box(page, "status:asserted").uncheck()
    assert 0 < shown(page) < 20


def test_events_and_the_unrelated_are_shown_when_asked(page: Page) -> None:
    box(page, "loners").check()
    assert shown(page) == 56
    box(page, "events").check()
    expect(box(page, "events")).to_be_checked()


def test_focus_narrows_to_the_neighbours_and_back(page: Page) -> None:
    find(page, "ケニア")
    page.get_by_text("周辺だけを見る").click()
    expect(page.locator("#trail")).to_contain_text("ケニア の周辺")
    assert shown(page) == 7
    page.locator("#trail button").click()
    expect(page.locator("#trail")).to_be_hidden()
    assert shown(page) == 51


# Language, theme, small screens


def test_the_interface_can_be_english(page: Page, keep: Callable[[Page, str], None]) -> None:
    page.get_by_text("English").click()
    expect(page.locator("html")).to_have_attribute("lang", "en")
    find(page, "Kenya")
    expect(title(page)).to_have_text("Kenya")
    expect(card(page)).to_contain_text("aids")
    keep(page, "wide-english")
    page.get_by_text("日本語").click()
    expect(title(page)).to_have_text("ケニア")


def test_every_word_of_the_interface_has_both_languages() -> None:
    words = json.loads((Path(html.__file__).parent / "assets" / "words.json").read_text(encoding="utf-8"))
    assert words["ja"].keys() == words["en"].keys()


def test_the_theme_follows_the_system_and_the_button(open_page: Open) -> None:
    page = open_page(demo(), theme="dark")
    background = "getComputedStyle(document.body).backgroundColor"
    dark = page.evaluate(background)
    page.get_by_text("明暗").click()
    light = page.evaluate(background)
    assert light != dark
    page.get_by_text("明暗").click()
    assert page.evaluate(background) == dark


def test_on_a_phone_panel_and_legend_are_sheets_at_the_bottom(
    open_page: Open, keep: Callable[[Page, str], None]
) -> None:
    page = open_page(demo(), PHONE)
    expect(page.locator("#legend")).to_be_hidden()
    page.get_by_text("凡例").click()
    expect(page.locator("#legend")).to_be_visible()
    keep(page, "phone-legend")
    page.get_by_text("凡例").click()
    find(page, "日本")
    left, top, width, height = place(page.locator("#panel"))
    assert (left, width, top + height) == (0, *PHONE)
    assert top > 400
    page.locator("#panel-grow").click()
    assert place(page.locator("#panel"))[3] > height


# Hostile articles


def hostile_world(text: str) -> World:
    world = World()
    world.entity("country", f"甲{text}", f"A{text}", f"別{text}")
    world.entity("person", f"乙{text}")
    world.article(f"題{text}", "2031-04-01", f"紙{text}", f"https://news.example/{text}")
    told = world.says(
        f"甲{text}", "aid", f"乙{text}", f"文{text}、【甲{text}】は【乙{text}】を助けた。", speaker=f"乙{text}"
    )
    world.event("aid", f"事{text}", f"所{text}", [f"甲{text}", f"乙{text}"], told)
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
    page.keyboard.press("Escape")
    card(page).get_by_text("事").last.click()
    box(page, "events").check()
    page.mouse.move(*centre_of_graph(page))
    page.get_by_text("English").click()
    assert page.title() == "World politics graph – kgraph"
    assert page.locator("iframe, img, object, base, meta[http-equiv=refresh]").count() == 0
    assert page.locator("script").count() == 3
    assert page.locator("style").count() == 1


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


def test_the_policy_refuses_a_script_that_got_in_all_the_same(browser: Browser, tmp_path: Path) -> None:
    written = html.render(demo()).replace("</body>", "<script>document.title = 'ran'</script></body>")
    (tmp_path / "graph.html").write_text(written, encoding="utf-8")
    page = browser.new_page()
    page.goto((tmp_path / "graph.html").as_uri())
    assert page.title() == "国際関係グラフ – kgraph"
    page.close()
