"""How labels of events are put together: what happened, with when and where in brackets."""

import re

_UNITS = ("年", "月", "日")
_INSIDE = re.compile(r"\([^()]*\)$")


def titled(who: str, date: str | None, place: str | None) -> str:
    """A label: what happened, with when and where in brackets; in place of the brackets that it ends with, if any."""
    inside = "、".join(part for part in (written(date), place) if part)
    return _INSIDE.sub("", who) + (f"({inside})" if inside else "")


def written(date: str | None) -> str:
    """An ISO date as Japanese news writes it: 2025年8月15日."""
    return "".join(f"{int(part)}{unit}" for part, unit in zip((date or "").split("-"), _UNITS, strict=False) if part)
