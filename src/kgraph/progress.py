"""How far a build has come, shown on stderr while it runs; where that is no terminal, nothing is shown."""

from types import TracebackType
from typing import Self

from rich.console import Console
from rich.progress import BarColumn, Progress, ProgressColumn, Task, TextColumn, TimeRemainingColumn
from rich.text import Text


class _Speed(ProgressColumn):
    def render(self, task: Task) -> Text:
        return Text(f"{task.speed or 0:,.0f} characters/s")


class Bar:
    """A progress bar that counts articles and moves by characters; a context manager that leaves the terminal clean."""

    def __init__(self) -> None:
        console = Console(stderr=True)
        self._progress = Progress(
            TextColumn("{task.fields[done]}/{task.fields[articles]} articles"),
            BarColumn(),
            _Speed(),
            TimeRemainingColumn(),
            console=console,
            disable=not console.is_terminal,
            transient=True,
        )
        self._done = 0

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self.finish()

    def start(self, total_articles: int, total_characters: int) -> None:
        """Show the bar: so much there is to do."""
        self._task = self._progress.add_task("", total=total_characters, articles=total_articles, done=0)
        self._progress.start()

    def advance(self, article: str, characters: int) -> None:  # noqa: ARG002
        """One article more is done."""
        self._done += 1
        self._progress.update(self._task, advance=characters, done=self._done)

    def finish(self) -> None:
        """Take the bar away."""
        self._progress.stop()
