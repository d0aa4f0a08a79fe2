"""The page in a notebook and from the command line."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from demo import demo
from playwright.sync_api import Browser, FrameLocator, Page, expect
from reader import WIDE

from kgraph.errors import KgraphError
from kgraph.graph import KnowledgeGraph


@pytest.fixture
def kg(tmp_path: Path) -> KnowledgeGraph:
    demo().stored(tmp_path)
    return KnowledgeGraph(tmp_path)


def in_notebook(browser: Browser, tmp_path: Path, shown: str) -> tuple[Page, FrameLocator]:
    host = tmp_path / "notebook.html"
    host.write_text(f"<!doctype html><meta charset=utf-8><title>notebook</title>{shown}", encoding="utf-8")
    page = browser.new_page(viewport={"width": WIDE[0], "height": WIDE[1]})
    faults: list[str] = []
    page.on("console", lambda message: faults.append(message.text))
    page.on("pageerror", lambda error: faults.append(str(error)))
    page.goto(host.as_uri())
    expect(page.frame_locator("iframe").locator("#card h2")).to_have_text("概要")
    assert faults == []
    return page, page.frame_locator("iframe")


def test_a_notebook_shows_the_graph_in_a_frame_that_works(browser: Browser, tmp_path: Path, kg: KnowledgeGraph) -> None:
    page, frame = in_notebook(browser, tmp_path, kg._repr_html_())
    frame.locator("#search").fill("Kenya")
    page.keyboard.press("Enter")
    expect(frame.locator("#card h2")).to_have_text("ケニア")
    frame.get_by_text("周辺だけを見る").click()
    expect(frame.locator("#banner")).to_be_visible()
    with page.expect_download():
        frame.locator("#csv-button").click()
    assert page.title() == "notebook"
    page.close()


def test_show_takes_a_part_of_the_graph_and_a_height(browser: Browser, tmp_path: Path, kg: KnowledgeGraph) -> None:
    page, frame = in_notebook(browser, tmp_path, kg.show(entity="ケニア", height=500)._repr_html_())
    expect(frame.locator("#counts")).to_contain_text("項目 7")
    box = page.locator("iframe").bounding_box()
    assert box
    assert box["height"] == 500
    page.close()


def test_the_frame_keeps_the_page_from_what_surrounds_it(kg: KnowledgeGraph) -> None:
    shown = kg._repr_html_()
    assert shown.count("<") == 2
    assert "allow-same-origin" not in shown


def test_a_page_is_written_of_a_part_of_the_graph(tmp_path: Path, kg: KnowledgeGraph) -> None:
    whole, part, nothing = (tmp_path / f"{name}.html" for name in ("whole", "part", "nothing"))
    kg.to_html(whole)
    kg.to_html(str(part), entity="Russia", since="2031-03", until="2031-06", type="制裁")
    kg.to_html(nothing, until="2001")
    assert "週刊世界" in whole.read_text(encoding="utf-8")
    assert "週刊世界" not in part.read_text(encoding="utf-8")
    assert "ロシア" not in nothing.read_text(encoding="utf-8")


def run_view(directory: Path, browser: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "kgraph", "view", "--graph", str(directory)],
        env=os.environ | {"BROWSER": browser},
        capture_output=True,
        text=True,
    )


def test_view_opens_the_page_in_the_browser(tmp_path: Path, kg: KnowledgeGraph) -> None:
    opened = tmp_path / "opened"
    program = tmp_path / "browser"
    program.write_text(f'#!/bin/sh\nprintf %s "$1" > {opened}\n')
    program.chmod(0o755)
    done = run_view(tmp_path, f"{program} %s")
    assert (done.returncode, done.stdout) == (0, "")
    assert "graph.html is open in the browser" in done.stderr
    assert opened.read_text() == (tmp_path / "graph.html").as_uri()
    kg.close()


def test_view_says_where_the_page_is_when_no_browser_starts(tmp_path: Path, kg: KnowledgeGraph) -> None:
    done = run_view(tmp_path, "false %s")
    assert done.returncode == 1
    assert done.stderr == f"kgraph: no browser could be started: open {tmp_path / 'graph.html'} in one\n"
    kg.close()


def test_an_unknown_entity_is_told(tmp_path: Path, kg: KnowledgeGraph) -> None:
    with pytest.raises(KgraphError, match="火星"):
        kg.to_html(tmp_path / "x.html", entity="火星")
    assert not (tmp_path / "x.html").exists()
