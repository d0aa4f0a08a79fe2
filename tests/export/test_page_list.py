"""The list view, what is saved from the page, and the page by keyboard alone."""

import csv
import struct
from itertools import pairwise
from pathlib import Path

from demo import World
from playwright.sync_api import Locator, Page, expect
from reader import Keep, Open, box, find, title


def column(page: Page, number: int) -> list[str]:
    return page.locator(f"#table tbody tr > :nth-child({number})").all_inner_texts()


def tab(page: Page, name: str) -> None:
    page.locator(".tabs").get_by_text(name, exact=True).click()


def rows(saved: Path) -> list[dict[str, str]]:
    with saved.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


def save(page: Page, button: str, to: Path) -> Path:
    with page.expect_download() as download:
        page.locator(f"#{button}-button").click()
    path = to / download.value.suggested_filename
    download.value.save_as(path)
    return path


# The list


def test_the_list_holds_the_same_relations_as_the_drawing(page: Page) -> None:
    page.locator("#table-button").click()
    expect(page.locator("#table caption")).to_have_text("関係 103 件")
    expect(page.locator("#table tbody tr")).to_have_count(100)
    page.get_by_text("さらに 100 行").click()
    expect(page.locator("#table tbody tr")).to_have_count(103)
    box(page, "kind:person").uncheck()
    assert page.locator("#table tbody tr").count() < 100


def test_it_is_sorted_by_any_column_and_says_so(page: Page) -> None:
    page.locator("#table-button").click()
    head = page.locator("thead th", has_text="根拠")
    head.locator("button").click()
    expect(head).to_have_attribute("aria-sort", "ascending")
    head.locator("button").click()
    expect(head).to_have_attribute("aria-sort", "descending")
    counts = [int(text) for text in column(page, 4)]
    assert counts == sorted(counts, reverse=True)
    tab(page, "項目")
    page.locator("thead button", has_text="種類").click()
    kinds = column(page, 2)
    assert len(set(kinds)) == 4
    assert kinds == sorted(kinds, key=kinds.index)


def test_entities_events_and_sentences_have_their_lists(page: Page) -> None:
    page.locator("#table-button").click()
    for name, count in (("項目", 56), ("出来事", 9), ("文", 123)):
        tab(page, name)
        expect(page.locator("#table caption")).to_have_text(f"{name} {count} 件")


def test_a_row_leads_to_its_card(page: Page) -> None:
    page.locator("#table-button").click()
    tab(page, "項目")
    page.locator("#table tbody button", has_text="ケニア").click()
    expect(title(page)).to_have_text("ケニア")


def test_the_list_of_a_focus_holds_what_is_near(page: Page) -> None:
    find(page, "ケニア")
    page.get_by_text("周辺だけを見る").click()
    page.locator("#table-button").click()
    tab(page, "項目")
    expect(page.locator("#table tbody tr")).to_have_count(7)


# What is saved


def test_the_view_is_saved_as_a_picture(page: Page, tmp_path: Path) -> None:
    find(page, "ロシア")
    picture = save(page, "png", tmp_path)
    written = picture.read_bytes()
    assert picture.name == "kgraph.png"
    assert written.startswith(b"\x89PNG")
    width, height = struct.unpack(">II", written[16:24])
    assert width == 1440
    assert 700 < height < 900
    assert len(written) > 20_000


def test_its_rows_are_saved_as_csv(page: Page, tmp_path: Path) -> None:
    box(page, "status:asserted").uncheck()
    saved = rows(save(page, "csv", tmp_path))
    assert list(saved[0])[:4] == ["主体", "関係", "相手", "根拠"]
    assert {"主体": "ロシア", "相手": "黒海"}.items() <= next(row for row in saved if row["相手"] == "黒海").items()
    page.locator("#table-button").click()
    tab(page, "文")
    sentences = rows(save(page, "csv", tmp_path))
    assert {row["確かさ"] for row in sentences} == {"予定", "可能性", "否定"}
    assert any(row["文"] == "ロシアは黒海西部の航路に機雷を敷いたとみられる。" for row in sentences)


def test_a_cell_is_never_a_formula(open_page: Open, tmp_path: Path) -> None:
    world = World()
    names = ['=HYPERLINK("https://evil.example")', "+1", "-1", "@SUM(A1)", "\t=1", 'a"b,c']
    for name in names:
        world.entity("person", name)
    world.article("題", "2031-04-01", None, None)
    for one, other in pairwise(names):
        world.says(one, "aid", other, f"【{one}】が【{other}】を助けた。")
    saved = rows(save(open_page(world), "csv", tmp_path))
    written = {row[end] for row in saved for end in ("主体", "相手")}
    assert written == {f"'{name}" for name in names[:5]} | {'a"b,c'}


# Keyboard alone


def focused(page: Page) -> Locator:
    return page.locator(":focus")


def tab_to(page: Page, wanted: Locator) -> None:
    for _ in range(80):
        if wanted.evaluate("element => element === document.activeElement"):
            return
        page.keyboard.press("Tab")
    raise AssertionError(f"Tab does not lead to {wanted}")


def test_everything_is_reached_by_keyboard(page: Page, keep: Keep) -> None:
    page.keyboard.press("/")
    page.keyboard.type("roshia")
    page.keyboard.press("Escape")
    page.keyboard.press("/")
    page.keyboard.press("Control+a")
    page.keyboard.type("russia")
    page.keyboard.press("Enter")
    expect(title(page)).to_have_text("ロシア")
    tab_to(page, page.locator("#card .action").first)
    keep(page, "1440x900-keyboard")
    page.keyboard.press("Enter")
    expect(page.locator("#banner")).to_be_visible()
    tab_to(page, page.locator("#card .rows button").first)
    page.keyboard.press("Enter")
    expect(title(page)).to_have_text("攻撃")
    tab_to(page, page.locator("#trail .back"))
    page.keyboard.press("Enter")
    expect(title(page)).to_have_text("ロシア")
    page.keyboard.press("Escape")
    page.keyboard.press("Escape")
    expect(page.locator("#banner")).to_be_hidden()


def test_legend_and_list_are_worked_by_keyboard(page: Page) -> None:
    tab_to(page, box(page, "kind:person"))
    page.keyboard.press("Space")
    expect(box(page, "kind:person")).not_to_be_checked()
    page.locator("h1").click()
    tab_to(page, page.locator("#table-button"))
    page.keyboard.press("Enter")
    tab_to(page, page.locator("thead button").first)
    page.keyboard.press("Enter")
    expect(page.locator("thead th").first).to_have_attribute("aria-sort", "ascending")
    expect(focused(page)).to_have_text("主体")
    tab_to(page, page.locator("#table tbody button").first)
    page.keyboard.press("Enter")
    expect(page.locator("#panel")).to_be_focused()


def test_the_drawing_is_moved_and_zoomed_by_keyboard(page: Page) -> None:
    tab_to(page, page.locator("#graph"))
    before = page.locator("#graph canvas").screenshot()
    page.keyboard.press("ArrowRight")
    page.wait_for_timeout(100)
    moved = page.locator("#graph canvas").screenshot()
    page.keyboard.press("+")
    page.wait_for_timeout(100)
    assert len({before, moved, page.locator("#graph canvas").screenshot()}) == 3


def test_what_is_not_text_has_a_name(page: Page) -> None:
    page.locator("#table-button").click()
    nameless = page.evaluate(
        "[...document.querySelectorAll('button, input, select, [role=region]')]"
        ".filter((one) => ![one, one.closest('label')].some((named) => named?.textContent.trim()))"
        ".filter((one) => !one.getAttribute('aria-label')).map((one) => one.outerHTML)"
    )
    assert nameless == []
