"""What a question gives: a list that shows itself as a table, in a terminal and in a notebook."""

import html
import io
from collections.abc import Iterable
from typing import TYPE_CHECKING, TypeVar

from kgraph.query.tables import Labels, Table, table

if TYPE_CHECKING:
    import rich.table

T = TypeVar("T")
_WIDTH = 160
# More rows than anybody reads are not shown, but counted.
_SHOWN = 50


class Found(list[T]):
    """A list of records or rows of one kind; it is a list in all but how it shows itself."""

    def __init__(self, kind: type[T], found: Iterable[T], labels: Labels) -> None:
        super().__init__(found)
        self.kind = kind
        self.labels = labels

    def table(self, most: int | None = None) -> Table:
        """Heads and rows in the language of the graph; `most` limits the rows."""
        return table(self.kind, self[:most], self.labels)

    def __repr__(self) -> str:
        from rich.console import Console

        text = io.StringIO()
        Console(file=text, width=_WIDTH, markup=False, highlight=False, emoji=False).print(drawn(self.table(_SHOWN)))
        return text.getvalue().rstrip() + self._rest()

    def _repr_html_(self) -> str:
        shown = self.table(_SHOWN)
        head = "".join(f"<th>{html.escape(text)}</th>" for text in shown.heads)
        rows = "".join(f"<tr>{''.join(f'<td>{html.escape(cell)}</td>' for cell in row)}</tr>" for row in shown.rows)
        return f"<table><thead><tr>{head}</tr></thead><tbody>{rows}</tbody></table>{html.escape(self._rest())}"

    def _rest(self) -> str:
        return f"\n… {len(self):,}" if len(self) > _SHOWN else ""


def drawn(shown: Table) -> "rich.table.Table":
    """The table as rich draws it."""
    from rich import box
    from rich.table import Table as Drawn

    drawing = Drawn(box=box.SIMPLE_HEAD, show_edge=False, pad_edge=False)
    for head in shown.heads:
        drawing.add_column(head, overflow="fold")
    for row in shown.rows:
        drawing.add_row(*map(harmless, row))
    return drawing


def harmless(text: str) -> str:
    """The text without characters that would drive the terminal; leading spaces and line ends are kept."""
    return "".join(character if character.isprintable() or character == "\n" else " " for character in text)
