"""The page in Debian's Chromium: opened from disk, watched for faults and requests, its pictures kept."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from demo import World, demo
from playwright.sync_api import Browser, Page, sync_playwright
from reader import PHONE, WIDE, Keep, Open

from kgraph.export import html

PICTURES = Path(__file__).parents[2] / "test-output"


@pytest.fixture(scope="session")
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

    def opened(world: World, size: tuple[int, int] = WIDE, theme: str = "light", at: str = "") -> Page:
        file = tmp_path / "graph.html"
        html.write(world, file)
        context = browser.new_context(
            viewport={"width": size[0], "height": size[1]},
            color_scheme=theme,  # type: ignore[arg-type]
            reduced_motion="reduce",
            has_touch=size == PHONE,
        )
        contexts.append(context)
        page = context.new_page()
        page.on("console", lambda message: faults.append(message.text))
        page.on("pageerror", lambda error: faults.append(str(error)))
        page.on("dialog", lambda dialog: faults.append(dialog.message))
        page.on("request", lambda request: asked.append(request.url))
        page.goto(file.as_uri() + at)
        return page

    yield opened
    for context in contexts:
        context.close()
    assert faults == []
    assert {url.partition("#")[0] for url in asked if not url.startswith("blob:")} <= {
        (tmp_path / "graph.html").as_uri()
    }


@pytest.fixture
def page(open_page: Open) -> Page:
    return open_page(demo())


@pytest.fixture
def keep() -> Keep:
    """Keeps a picture of the page in test-output/, which git ignores."""
    PICTURES.mkdir(exist_ok=True)
    return lambda page, name: page.screenshot(path=PICTURES / f"{name}.png") and None
