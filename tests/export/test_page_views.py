"""What narrows the page: legend and filters, time, focus and paths; and the links that bring a view back."""

import re

import pytest
from demo import World, demo
from playwright.sync_api import Page, expect
from reader import PHONE, Keep, Open, box, card, find, shown, title


def years() -> World:
    """Two countries that act once a month for a year, and one thing said of long ago."""
    world = World()
    for name in ("甲国", "乙国", "丙国"):
        world.entity("country", name)
    for month in range(1, 13):
        world.article(f"{month}月の動き", f"2031-{month:02}-15", None, None)
        world.says("甲国", "aid", "乙国", "【甲国】は【乙国】を助けた。")
        if month > 9:
            world.says("乙国", "threat", "丙国", "【乙国】は【丙国】を脅した。")
    world.says("乙国", "assault", "甲国", "【乙国】は1974年に【甲国】を攻めた。", date="1974")
    return world


# Legend and filters


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
    expect(page).to_have_url(re.compile("show=events,loners"))


def test_only_well_supported_relations_can_be_asked_for(page: Page) -> None:
    box(page, "support").focus()
    for _ in range(3):
        page.keyboard.press("ArrowRight")
    expect(page.locator("#legend")).to_contain_text("根拠 4 文以上")
    assert 0 < shown(page) < 10


def test_one_article_can_be_looked_at_alone_and_filters_are_cleared_together(page: Page) -> None:
    box(page, "article").select_option(label="週間まとめ 第1号")
    assert shown(page) == 4
    box(page, "status:asserted").uncheck()
    assert shown(page) == 0
    page.get_by_text("絞り込みを解除").click()
    assert shown(page) == 51
    expect(box(page, "status:asserted")).to_be_checked()


def test_a_card_leads_to_its_article_alone(page: Page) -> None:
    find(page, "週間まとめ 第1号")
    page.get_by_text("この記事だけで見る").click()
    assert shown(page) == 4
    page.get_by_text("すべての記事に戻る").click()
    assert shown(page) == 51


def test_sentences_outside_the_filter_are_shown_faintly(page: Page) -> None:
    find(page, "ロシア")
    card(page).locator(".rows button").first.click()
    box(page, "article").select_option(label="週間まとめ 第1号")
    expect(card(page).locator(".evidence")).to_have_count(7)
    expect(card(page).locator(".evidence.outside")).to_have_count(6)


# Time


def test_the_histogram_shows_when_how_much_was_said(open_page: Open) -> None:
    page = open_page(years())
    bars = page.locator("#bars i")
    heights = bars.evaluate_all("bars => bars.map((bar) => parseFloat(bar.style.height))")
    assert heights.count(0) > 20
    assert max(heights) == heights[-1] == 100
    expect(page.locator("#span")).to_contain_text("2031-12")


def test_the_handles_narrow_the_time_by_keyboard(open_page: Open) -> None:
    page = open_page(years())
    assert shown(page) == 3
    page.locator("#until").focus()
    page.keyboard.press("ArrowLeft")
    page.locator("#since").focus()
    page.keyboard.press("ArrowRight")
    expect(page.locator("#since")).to_have_attribute("aria-valuetext", "2031-01-21")
    assert shown(page) == 3
    for _ in range(9):
        page.locator("#until").press("ArrowLeft")
    assert shown(page) == 2
    expect(page).to_have_url(re.compile("since=2031-01-21&until=2031-"))


def test_a_handle_is_dragged(open_page: Open) -> None:
    page = open_page(years())
    handle = page.locator("#until").bounding_box()
    assert handle
    y = handle["y"] + handle["height"] / 2
    page.mouse.move(handle["x"] + handle["width"] - 8, y)
    page.mouse.down()
    page.mouse.move(handle["x"] + handle["width"] / 2, y, steps=4)
    page.mouse.up()
    assert shown(page) == 2


def test_time_is_played_until_its_end(open_page: Open, keep: Keep) -> None:
    page = open_page(years())
    page.clock.install()
    page.locator("#play-button").click()
    assert shown(page) == 2
    expect(page.locator("#play-button")).to_have_attribute("aria-label", "止める")
    page.clock.run_for(5_000)
    keep(page, "1440x900-playing")
    page.clock.run_for(60_000)
    assert shown(page) == 3
    expect(page.locator("#play-button")).to_have_attribute("aria-label", "時間を進める")
    expect(page).not_to_have_url(re.compile("until="))


# Focus


def test_focus_narrows_to_the_neighbours_of_one_or_two_steps_and_back(page: Page) -> None:
    find(page, "ケニア")
    page.get_by_text("周辺だけを見る").click()
    expect(page.locator("#banner")).to_contain_text("ケニア の周辺")
    assert shown(page) == 7
    page.get_by_text("2歩").click()
    assert 7 < shown(page) < 51
    page.locator("#banner button").first.click()
    expect(page.locator("#banner")).to_be_hidden()
    assert shown(page) == 51


# Paths


def test_the_shortest_path_between_two_that_are_picked(page: Page, keep: Keep) -> None:
    find(page, "藤野 恒一")
    page.get_by_text("経路を調べる").click()
    expect(page.locator("#banner")).to_contain_text("相手を選んでください")
    find(page, "ケニア")
    expect(title(page)).to_have_text("藤野 恒一 から ケニア への経路")
    names = card(page).locator(".path .link").all_inner_texts()
    assert (names[0], names[-1]) == ("藤野 恒一", "ケニア")
    expect(card(page)).to_contain_text(f"{len(names) - 1} 歩でつながります")
    keep(page, "1440x900-path")
    page.get_by_text("逆向き").click()
    assert card(page).locator(".path .link").first.inner_text() == "ケニア"


def test_picking_is_given_up_with_escape(page: Page) -> None:
    find(page, "藤野 恒一")
    page.get_by_text("経路を調べる").click()
    page.keyboard.press("Escape")
    find(page, "ケニア")
    expect(title(page)).to_have_text("ケニア")


def test_a_path_keeps_to_what_the_filters_leave(open_page: Open) -> None:
    world = years()
    world.says("丙国", "assault", "甲国", "【丙国】は【甲国】を攻めた。")
    page = open_page(world, at="#path=甲国&to=丙国")
    expect(card(page).locator(".path .link")).to_have_text(["甲国", "丙国"])
    page.locator("#legend summary").nth(3).press("Enter")
    box(page, "type:assault").uncheck()
    expect(card(page).locator(".path .link")).to_have_text(["甲国", "乙国", "丙国"])
    box(page, "type:threat").evaluate("input => input.click()")
    expect(card(page)).to_contain_text("いまの絞り込みではつながりがありません")


# Links


@pytest.mark.parametrize(
    ("at", "said"),
    [
        ("#entity=country:ロシア", "ロシア"),
        ("#entity=Russia&since=2031-03", "ロシア"),
        ("#source=country:ロシア&relation=assault&target=country:ウクライナ", "攻撃"),
        ("#event=e001", "黒海の港に無人機"),
        ("#article=a10", "各国の顔ぶれ"),
        ("#path=日本&to=ケニア", "日本 から ケニア への経路"),
        ("#entity=火星", "概要"),
        ("#since=いつか&support=x&hide=&list=__proto__&from=none", "概要"),
    ],
)
def test_a_link_opens_what_it_names(open_page: Open, at: str, said: str) -> None:
    expect(title(open_page(demo(), at=at))).to_have_text(said)


def test_a_link_brings_back_the_view_it_was_taken_from(page: Page, open_page: Open) -> None:
    box(page, "status:planned").uncheck()
    box(page, "kind:place").uncheck()
    box(page, "events").check()
    find(page, "ケニア")
    page.get_by_text("周辺だけを見る").click()
    page.get_by_text("2歩").click()
    page.locator("#since").press("ArrowRight")
    page.locator("#theme-button").click()
    page.locator("#language-button").click()
    seen = page.locator("#counts").inner_text()
    again = open_page(demo(), at="#" + page.url.partition("#")[2])
    expect(title(again)).to_have_text("Kenya")
    expect(again.locator("#counts")).to_have_text(seen)
    expect(box(again, "status:planned")).not_to_be_checked()
    expect(box(again, "events")).to_be_checked()
    assert again.url == page.url
    assert again.evaluate("document.documentElement.dataset.theme") == "dark"


def test_a_link_may_name_the_types_to_be_seen(open_page: Open) -> None:
    page = open_page(demo(), at="#type=sanction")
    expect(box(page, "type:sanction")).to_be_checked()
    expect(box(page, "type:aid")).not_to_be_checked()
    assert 0 < shown(page) < 51


def test_following_a_link_within_the_page_changes_the_view(page: Page) -> None:
    page.evaluate("location.hash = '#entity=Kenya'")
    expect(title(page)).to_have_text("ケニア")


def test_focus_and_time_are_there_on_a_phone(open_page: Open, keep: Keep) -> None:
    page = open_page(demo(), PHONE, at="#entity=ロシア&focus=ロシア")
    expect(page.locator("#banner")).to_be_visible()
    expect(page.locator("#timeline")).to_be_visible()
    keep(page, "390x844-focus")
