"""How good kgraph is: what it says of the project's own articles, held against what a reader took from them.

`tests/gold` has the annotated articles and `figures.toml`, the figures last kept. `python -m tests.quality` prints
those of now (`make quality`), and keeps them with `--write`. Figures are all it tells, never which rows were missed:
rules written to find those rows would no longer be measured by them.
"""

import argparse
import tomllib
from pathlib import Path
from tempfile import TemporaryDirectory

from kgraph import pipeline
from kgraph.models import Resolved
from kgraph.store import Reader
from tests.annotation import GOLD, load_all
from tests.scoring import Agreement, Figures, Score, Tally, score

RAW = Path(__file__).parent.parent / "data" / "raw"
KEPT = GOLD / "figures.toml"
POINT = 0.01
_NOTE = "# What `make quality` found when this was last written, by `python -m tests.quality --write`."


def graph_in(directory: Path) -> Resolved:
    """What is scored of the graph in a directory."""
    with Reader(directory) as reader:
        return Resolved(
            entities=tuple(reader.entities()),
            mentions=tuple(reader.mentions()),
            assertions=tuple(reader.assertions()),
            tellings=tuple(reader.tellings()),
        )


def scored(directory: Path) -> Score:
    """The score of a graph of `data/raw`."""
    return score(load_all(), graph_in(directory))


def kept() -> Figures:
    """The figures of `figures.toml`."""
    found: Figures = tomllib.loads(KEPT.read_text(encoding="utf-8"))
    return found


def fallen(before: Figures, now: Figures) -> list[str]:
    """A line for each figure that is more than a point below what it was."""
    return [
        f"{part}: {name} {now[part][name]}, was {figure}"
        for part, figures in before.items()
        for name, figure in figures.items()
        if round(figure - now[part][name], 4) > POINT
    ]


def toml(figures: Figures) -> str:
    """The figures as `figures.toml` has them."""
    lines = [_NOTE]
    for part, of_part in figures.items():
        lines += ["", f'["{part}"]', *(f"{name} = {figure}" for name, figure in of_part.items())]
    return "\n".join([*lines, ""])


def table(score: Score) -> str:
    """The figures and the counts behind them, as lines to print; relations by type come last."""
    lines = [
        f"{'':14}precision  recall     f1   said  there",
        *(_tally(name, part) for name, part in score.parts.items() if isinstance(part, Tally)),
        f"\n{'':14} accuracy   of",
        *(_agreement(name, part) for name, part in score.parts.items() if isinstance(part, Agreement)),
        f"\n{'relations':14}precision  recall     f1   said  there",
        *(_tally(type, tally) for type, tally in sorted(score.types.items(), key=lambda row: (-row[1].there, row[0]))),
    ]
    return "\n".join(lines)


def _tally(name: str, of: Tally) -> str:
    precision, recall, f1 = of.figures().values()
    return f"{name:14}{precision:9.3f}{recall:8.3f}{f1:7.3f}{of.said:7}{of.there:7}"


def _agreement(name: str, of: Agreement) -> str:
    return f"{name:14}{of.figures()['accuracy']:9.3f}{of.of:5}"


def main() -> None:
    """Print the figures of now, and keep them if that is asked."""
    parser = argparse.ArgumentParser(prog="python -m tests.quality", description=main.__doc__)
    parser.add_argument("--write", action="store_true", help=f"keep the figures in {KEPT.name}")
    asked = parser.parse_args()
    with TemporaryDirectory() as directory:
        pipeline.build([RAW], Path(directory))
        now = scored(Path(directory))
    print(table(now))
    if asked.write:
        KEPT.write_text(toml(now.figures()), encoding="utf-8")


if __name__ == "__main__":
    main()
