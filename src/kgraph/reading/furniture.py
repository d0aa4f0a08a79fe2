"""What stands on a page round an article: menus, share buttons, link lists, bibliographies, copyright lines."""

import re
from collections.abc import Callable, Iterable, Iterator
from functools import cache
from itertools import pairwise
from typing import Any

from kgraph.lexicon import table
from kgraph.reading.characters import key
from kgraph.reading.dates import LONGEST_HEAD_LINE


def is_sentence(line: str) -> bool:
    """Whether a line is running text rather than a heading: it ends as sentences do, or is long."""
    page = _page()
    return line.rstrip(page["closing_marks"]).endswith(tuple(page["sentence_end"])) or len(line) > LONGEST_HEAD_LINE


def is_furniture(line: str) -> bool:
    """Whether a line is a menu, a button, a notice or a rule; bullets and sentences never are."""
    if len(line) > LONGEST_HEAD_LINE or line.startswith(("・", "⇨", "→")):
        return False
    return not any(char.isalnum() for char in line) or _is_menu(line) or _any(line, "furniture")


def clean(lines: Iterable[str], title: str) -> list[str]:
    """The lines of an article's body: each paragraph once, without furniture, references and closing sections."""
    return _without_sections(list(_once(_without_references(lines), title)))


def _once(lines: Iterable[str], title: str) -> Iterator[str]:
    """Each line the first time it comes: some sites say a whole article again below it."""
    seen = {key(title), ""}
    for line in lines:
        if key(line) not in seen and (_closes(line) or not is_furniture(line)):
            yield line
        seen.add(key(line))


def _without_references(lines: Iterable[str]) -> Iterator[str]:
    """Drop lines that are an address, with the foreign title on the line before."""
    for line, following in pairwise([*(line for line in lines if line), ""]):
        foreign = len(line) <= LONGEST_HEAD_LINE and not re.search("[ぁ-んァ-ヶ一-龯]", line)
        if not _is_reference(line) and not (foreign and _is_reference(following)):
            yield line


def _is_reference(line: str) -> bool:
    return "://" in line and bool(re.fullmatch(_page()["reference"], line))


def _without_sections(lines: list[str]) -> list[str]:
    """Cut bibliographies, link lists and what closes the page.

    A box of links with more running text below it than above stands inside the article: there only
    the links go. Elsewhere nothing follows but a section such as 【要点】.
    """
    kept: list[str] = []
    above, below = 0, sum(map(_running, lines))
    ends: Callable[[str], bool] | None = None
    for line in lines:
        below -= _running(line)
        name = _heading(line)
        if _any(name, "after"):
            break
        if _any(name, "box"):
            ends = _is_text_again if below > above else _is_section
        elif ends and ends(line):
            ends = None
        if not ends:
            kept.append(line)
            above += _running(line)
    return kept


def _closes(line: str) -> bool:
    name = _heading(line)
    return _any(name, "after") or _any(name, "box")


def _is_text_again(line: str) -> bool:
    return is_sentence(line) or _any(_heading(line), "section")


def _is_section(line: str) -> bool:
    return line.startswith("【") and _any(_heading(line), "section")


def _running(line: str) -> int:
    """How much running text a line holds."""
    return len(line) if is_sentence(line) else 0


def _heading(line: str) -> str:
    """A heading without the brackets, signs and counts round it; empty for what is no heading."""
    if len(line) > 80:
        return ""
    decoration = _page()["heading_decoration"]
    return re.sub(_page()["heading_count"], "", line.strip(decoration)).strip(decoration)


def _is_menu(line: str) -> bool:
    """Whether a line consists of menu words, or of short words half of which are such."""
    words = [word for word in re.split(_page()["menu_separator"], line) if word]
    known = [_menu_word(word) for word in words]
    return all(known) or (len(words) > 2 and sum(known) * 2 >= len(words) and max(map(len, words)) <= 10)


def _menu_word(word: str) -> bool:
    menu = _menu()
    return word.casefold() in menu or ("・" in word and all(part.casefold() in menu for part in word.split("・")))


def _any(line: str, name: str) -> bool:
    return bool(line) and bool(_pattern(name).fullmatch(line))


@cache
def _pattern(name: str) -> re.Pattern[str]:
    return re.compile("|".join(_page()[name]))


@cache
def _menu() -> frozenset[str]:
    return frozenset(word.casefold() for word in _page()["menu"])


def _page() -> dict[str, Any]:
    page: dict[str, Any] = table("reading")["page"]
    return page
