"""The colours of the page, as eyes of every kind see them."""

import math
import re
from itertools import combinations

import pytest
from demo import demo
from playwright.sync_api import Page
from reader import Open

from kgraph.ontology import Quad

Colour = tuple[float, float, float]

# Machado, Oliveira and Fernandes (2009): what is left of red, green and blue without one kind of cone.
EYES: dict[str, tuple[Colour, Colour, Colour]] = {
    "all cones": ((1, 0, 0), (0, 1, 0), (0, 0, 1)),
    "protanopia": ((0.152286, 1.052583, -0.204868), (0.114503, 0.786281, 0.099216), (-0.003882, -0.048116, 1.051998)),
    "deuteranopia": ((0.367322, 0.860646, -0.227968), (0.280085, 0.672501, 0.047413), (-0.011820, 0.042940, 0.968881)),
    "tritanopia": ((1.255528, -0.076749, -0.178779), (-0.078411, 0.930809, 0.147602), (0.004733, 0.691367, 0.303900)),
}
# Differences in CIELAB: 2 can just be seen, 10 at a glance.
APART = 10


def linear(value: float) -> float:
    return value / 12.92 if value <= 0.04045 else ((value + 0.055) / 1.055) ** 2.4


def lab(red: float, green: float, blue: float) -> Colour:
    def root(value: float) -> float:
        return value ** (1 / 3) if value > 0.008856 else 7.787 * value + 16 / 116

    x = root((0.4124 * red + 0.3576 * green + 0.1805 * blue) / 0.95047)
    y = root(0.2126 * red + 0.7152 * green + 0.0722 * blue)
    z = root((0.0193 * red + 0.1192 * green + 0.9505 * blue) / 1.08883)
    return 116 * y - 16, 500 * (x - y), 200 * (y - z)


def seen(colour: Colour, eyes: str) -> Colour:
    light = [linear(part / 255) for part in colour]
    red, green, blue = (
        min(1, max(0, sum(share * part for share, part in zip(row, light, strict=True)))) for row in EYES[eyes]
    )
    return lab(red, green, blue)


def colour(page: Page, selector: str, field: str = "color") -> Colour:
    text = page.locator(selector).first.evaluate(f"element => getComputedStyle(element).{field}")
    red, green, blue = (float(part) for part in re.findall(r"[\d.]+", text)[:3])
    return red, green, blue


def contrast(one: Colour, other: Colour) -> float:
    def luminance(of: Colour) -> float:
        red, green, blue = (linear(part / 255) for part in of)
        return 0.2126 * red + 0.7152 * green + 0.0722 * blue

    dark, light = sorted((luminance(one), luminance(other)))
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize("eyes", EYES)
@pytest.mark.parametrize("theme", ["light", "dark"])
def test_quad_classes_are_told_apart_by_every_kind_of_eyes(open_page: Open, theme: str, eyes: str) -> None:
    page = open_page(demo(), theme=theme)
    colours = {quad: seen(colour(page, f"#legend .quad-{quad.replace(' ', '-')}"), eyes) for quad in Quad}
    for one, other in combinations(Quad, 2):
        assert math.dist(colours[one], colours[other]) > APART, (one, other)


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_text_can_be_read_on_its_ground(open_page: Open, theme: str) -> None:
    page = open_page(demo(), theme=theme)
    ground = colour(page, "#panel", "backgroundColor")
    for selector in ("h1", "#counts", "#card .hint", "#card .when", "#legend h3", "#card .count"):
        assert contrast(colour(page, selector), ground) >= 4.5, selector
