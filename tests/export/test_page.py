"""What a reader first sees, finds and reads on the page."""

import json
from pathlib import Path

import pytest
from demo import World, demo
from playwright.sync_api import Page, expect
from reader import PHONE, WIDE, Keep, Open, card, centre_of_graph, find, place, shown, title

from kgraph.export import html
from kgraph.export.html_drawing import SHOWN


def two_countries() -> World:
    world = World()
    world.entity("country", "甲国")
    world.entity("country", "乙国")
    world.article("見出し", "2031-04-01", None, None)
    world.says("甲国", "aid", "乙国", "【甲国】は【乙国】を助けた。", word="助ける")
    return world


# What is seen first


def test_the_page_opens_in_japanese_with_counts_and_overview(page: Page) -> None:
    expect(page.locator("h1")).to_have_text("国際関係グラフ")
    expect(page.locator("#counts")).to_have_text("項目 56・関係 103・記事 16（表示中 51）")
    expect(title(page)).to_have_text("概要")
    expect(card(page).locator(".rows button").first).to_contain_text("米国")


def test_the_drawing_is_there(page: Page) -> None:
    page.wait_for_timeout(100)
    painted = page.evaluate(
        "() => { const c = document.querySelector('#graph canvas'); const d = c.getContext('2d')"
        ".getImageData(0, 0, c.width, c.height).data; return d.filter((v, i) => i % 4 === 3 && v > 0).length }"
    )
    assert painted > 10_000


@pytest.mark.parametrize("size", [WIDE, PHONE], ids=["wide", "phone"])
@pytest.mark.parametrize("theme", ["light", "dark"])
def test_pictures(open_page: Open, keep: Keep, size: tuple[int, int], theme: str) -> None:
    page = open_page(demo(), size, theme)
    name = f"{'1440x900' if size == WIDE else '390x844'}-{theme}"
    keep(page, f"{name}-1-overview")
    find(page, "ロシア")
    expect(title(page)).to_have_text("ロシア")
    keep(page, f"{name}-2-entity")
    card(page).locator(".rows button").first.click()
    expect(card(page).locator(".evidence")).to_have_count(7)
    keep(page, f"{name}-3-relation")
    page.locator("#table-button").click()
    keep(page, f"{name}-4-list")
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


def test_a_graph_with_nothing_in_it_has_a_page(open_page: Open) -> None:
    expect(open_page(World()).locator("#counts")).to_have_text("項目 0・関係 0・記事 0（表示中 0）")


# Search


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("ロシア", "ロシア"),
        ("ﾛｼｱ", "ロシア"),
        ("ろしあ", "ロシア"),
        ("rUSSIA", "ロシア"),
        ("NATO", "北大西洋条約機構"),
        ("アメリカ", "米国"),
        ("藤野恒一", "藤野 恒一"),
        ("アレクセイ ウォロンツォフ", "見つかりません"),
        ("アレクセイ=ボロンツォフ", "アレクセイ・ヴォロンツォフ"),
        ("Yóon Jaehoon", "尹 在勲"),
    ],
)
def test_search_knows_every_spelling(page: Page, typed: str, found: str) -> None:
    page.keyboard.press("/")
    page.locator("#search").fill(typed)
    expect(page.locator("#suggestions li").first).to_contain_text(found)


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


def test_search_finds_events_articles_and_sentences_too(page: Page) -> None:
    find(page, "停戦協議、ジュネーブで再開へ")
    expect(card(page).locator(".kind")).to_have_text("出来事")
    find(page, "週間まとめ 第3号")
    expect(card(page).locator(".kind")).to_have_text("記事")
    expect(card(page).locator(".evidence")).to_have_count(2)
    find(page, "覇権主義だと非難した")
    expect(title(page)).to_have_text("非難")


def test_search_brings_in_what_the_first_view_left_out_with_its_neighbours(open_page: Open) -> None:
    world = World()
    world.entity("country", "中心国")
    world.article("名簿", "2031-04-01", None, None)
    for index in range(SHOWN + 5):
        world.entity("person", f"人物{index:04}")
        world.says(f"人物{index:04}", "leadership", "中心国", f"【人物{index:04}】氏は【中心国】の役人だ。")
    world.says(f"人物{SHOWN + 4}", "support", f"人物{SHOWN + 3}", f"【人物{SHOWN + 4}】は【人物{SHOWN + 3}】を推す。")
    world.says(f"人物{SHOWN + 2}", "support", f"人物{SHOWN + 1}", f"【人物{SHOWN + 2}】は【人物{SHOWN + 1}】を推す。")
    page = open_page(world)
    before = shown(page)
    find(page, f"人物{SHOWN - 2}")
    expect(title(page)).to_have_text(f"人物{SHOWN - 2}")
    assert (before, shown(page)) == (SHOWN, SHOWN + 1)


# Cards


def test_the_card_of_an_entity_tells_names_kind_country_offices_counts_and_relations(page: Page) -> None:
    find(page, "藤野 恒一")
    expect(card(page).locator(".kind")).to_have_text("人物")
    expect(card(page).locator(".other-name")).to_have_text("Koichi Fujino")
    expect(card(page).locator(".facts")).to_contain_text("別名藤野")
    expect(card(page).locator(".facts")).to_contain_text("国日本")
    expect(card(page).locator(".facts")).to_contain_text("役職日本率いる2031-01-05")
    expect(card(page).locator(".counts")).to_have_text("記事3言及3根拠3")
    expect(card(page).locator("h3")).to_have_text(["交渉・会談2", "指導・役職1"])


def test_the_card_of_an_entity_gives_its_events_in_order(page: Page) -> None:
    find(page, "ロシア")
    dates = card(page).locator("ol .when").all_inner_texts()
    assert len(dates) > 1
    assert dates == sorted(dates)


def test_the_card_of_a_relation_gives_every_sentence_with_its_source(page: Page) -> None:
    find(page, "黒海")
    card(page).locator(".rows button").first.click()
    evidence = card(page).locator(".evidence")
    expect(evidence.locator("blockquote")).to_have_text("ロシアは黒海西部の航路に機雷を敷いたとみられる。")
    expect(evidence.locator("mark.source")).to_have_text("ロシア")
    expect(evidence.locator("mark.target")).to_have_text("黒海")
    expect(evidence.locator(".badge")).to_have_text("可能性")
    expect(evidence.locator(".speaker")).to_have_text("国連 の発言")
    expect(evidence.locator("a")).to_have_attribute("href", "https://news.example/1")
    expect(evidence.locator("a")).to_have_attribute("rel", "noopener noreferrer")
    expect(evidence.locator("footer")).to_contain_text("外信タイムス・2031-06-21")


def test_the_sentences_of_a_relation_start_with_the_newest(page: Page) -> None:
    find(page, "ロシア")
    card(page).locator(".rows button").first.click()
    dates = [text[-10:] for text in card(page).locator("footer span").all_inner_texts()]
    assert len(dates) == 7
    assert dates == sorted(dates, reverse=True)


def test_the_predicate_is_marked_in_whatever_form_it_stands(open_page: Open) -> None:
    page = open_page(two_countries(), at="#source=甲国&relation=aid&target=乙国")
    expect(card(page).locator("mark.predicate")).to_have_text("助け")


def test_cards_lead_on_and_back(page: Page) -> None:
    find(page, "黒海")
    card(page).locator(".rows button").first.click()
    card(page).locator(".link", has_text="ロシア").click()
    expect(title(page)).to_have_text("ロシア")
    expect(page.locator("#trail button")).to_have_count(3)
    page.locator("#trail .back").click()
    page.locator("#trail button", has_text="黒海").last.click()
    expect(title(page)).to_have_text("黒海")


def test_an_event_names_its_place_its_parties_and_its_sentences(page: Page) -> None:
    card(page).get_by_text("停戦協議、ジュネーブで再開へ").click()
    expect(card(page).locator(".parties")).to_contain_text("ウクライナ")
    expect(card(page).locator(".parties")).to_contain_text("ロシア")
    expect(card(page).locator(".facts .link")).to_have_text("ジュネーブ")
    expect(card(page).locator(".evidence")).to_have_count(1)


def test_an_article_shows_all_it_says(page: Page) -> None:
    find(page, "黒海")
    card(page).locator(".rows button").first.click()
    card(page).locator("cite .link").click()
    expect(card(page).locator(".kind").first).to_have_text("記事")
    expect(card(page).locator(".evidence blockquote").first).to_be_visible()
    expect(card(page).locator(".facts a")).to_have_attribute("href", "https://news.example/1")


# Hand on the drawing


def test_a_click_on_a_line_opens_its_card_and_one_beside_closes_it(open_page: Open) -> None:
    page = open_page(two_countries())
    x, y = centre_of_graph(page)
    page.mouse.click(x, y)
    expect(title(page)).to_have_text("支援")
    page.mouse.click(x, y + 250)
    expect(title(page)).to_have_text("概要")


def test_a_node_is_clicked_and_dragged(open_page: Open) -> None:
    world = two_countries()
    world.entity("country", "丙国")
    page = open_page(world)
    find(page, "丙国")
    page.keyboard.press("Escape")
    x, y = centre_of_graph(page)
    page.mouse.click(x, y)
    expect(title(page)).to_have_text("丙国")
    page.keyboard.press("Escape")
    page.mouse.move(x, y)
    page.mouse.down()
    page.mouse.move(x + 120, y - 90, steps=5)
    page.mouse.up()
    page.locator("#theme-button").click()
    page.mouse.click(x, y)
    expect(title(page)).to_have_text("概要")
    page.mouse.click(x + 120, y - 90)
    expect(title(page)).to_have_text("丙国")


def test_what_the_pointer_is_over_is_named(open_page: Open) -> None:
    page = open_page(two_countries())
    page.mouse.move(*centre_of_graph(page), steps=3)
    expect(page.locator("#tip")).to_have_text("甲国 → 乙国 · 支援 · 1")


# Language, theme, small screens


def test_the_interface_can_be_english(page: Page, keep: Keep) -> None:
    page.locator("#language-button").click()
    expect(page.locator("html")).to_have_attribute("lang", "en")
    find(page, "Kenya")
    expect(title(page)).to_have_text("Kenya")
    expect(card(page)).to_contain_text("aids")
    keep(page, "1440x900-english")
    page.locator("#language-button").click()
    expect(title(page)).to_have_text("ケニア")


def test_every_word_of_the_interface_has_both_languages() -> None:
    words = json.loads((Path(html.__file__).parent / "assets" / "words.json").read_text(encoding="utf-8"))
    assert words["ja"].keys() == words["en"].keys()


def test_the_theme_follows_the_system_and_the_button(open_page: Open) -> None:
    page = open_page(demo(), theme="dark")
    background = "getComputedStyle(document.body).backgroundColor"
    dark = page.evaluate(background)
    page.locator("#theme-button").click()
    light = page.evaluate(background)
    assert light != dark
    page.locator("#theme-button").click()
    assert page.evaluate(background) == dark


def test_on_a_phone_a_node_is_tapped(open_page: Open) -> None:
    world = two_countries()
    world.entity("country", "丙国")
    page = open_page(world, PHONE)
    page.locator("#search").tap()
    page.keyboard.type("丙")
    page.locator("#suggestions [role=option]").tap()
    expect(title(page)).to_have_text("丙国")
    _, top, width, _ = place(page.locator("#graph"))
    _, bottom, _, _ = place(page.locator("#panel"))
    page.locator("#panel-close").tap()
    expect(title(page)).to_have_text("概要")
    page.touchscreen.tap(width / 2, (top + bottom) / 2)
    expect(title(page)).to_have_text("丙国")


def test_on_a_phone_panel_and_legend_are_sheets_at_the_bottom(open_page: Open, keep: Keep) -> None:
    page = open_page(demo(), PHONE)
    expect(page.locator("#legend")).to_be_hidden()
    page.locator("#legend-button").click()
    expect(page.locator("#legend")).to_be_visible()
    keep(page, "390x844-legend")
    page.locator("#legend-button").click()
    find(page, "日本")
    left, top, width, height = place(page.locator("#panel"))
    assert (left, width, top + height) == (0, *PHONE)
    assert top > 400
    page.locator("#panel-grow").click()
    assert place(page.locator("#panel"))[3] > height
