"""What a reader does on the page, and where to look."""

import re
from collections.abc import Callable

from playwright.sync_api import Locator, Page

WIDE, PHONE = (1440, 900), (390, 844)

Open = Callable[..., Page]
Keep = Callable[[Page, str], None]


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
    """The middle of what legend, timeline and panel leave free, which is where a selected node comes to lie."""
    left, _, width, _ = place(page.locator("#legend"))
    right, *_ = place(page.locator("#panel"))
    _, top, _, height = place(page.locator("#graph"))
    timeline = page.locator("#timeline")
    bottom = place(timeline)[1] if timeline.is_visible() else top + height
    return (left + width + right) / 2, (top + bottom) / 2
