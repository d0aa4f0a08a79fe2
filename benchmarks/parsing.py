"""How much faster kgraph parses than stock GiNZA: the same texts, in turn, in one process and in two.

Stock is `spacy.load("ja_ginza")` as it comes, given the paragraphs of the articles through `nlp.pipe`;
kgraph's parser is given the articles. Machines are noisy, so what counts is the ratio of two runs
made one right after the other; each round gives one. Every process loads GiNZA once, parses the texts
once to warm up, and is then timed; memory is its largest resident set.

Usage: python benchmarks/parsing.py [--rounds N] [PATH ...]
"""

import argparse
import multiprocessing
import resource
import statistics
import time
from collections.abc import Callable, Sequence
from multiprocessing.connection import Connection
from pathlib import Path

from threadpoolctl import threadpool_limits

from kgraph import reading
from kgraph.models import Article

RAW = Path(__file__).parent.parent / "data" / "raw"


class Worker:
    """A process that holds one parser and times it over the texts it was given."""

    def __init__(self, texts: Sequence[str], fast: bool, alone: bool) -> None:
        context = multiprocessing.get_context("spawn")
        self._pipe, theirs = context.Pipe()
        self._process = context.Process(target=_work, args=(theirs, list(texts), fast, alone), daemon=True)
        self._process.start()
        self._pipe.recv()

    def begin(self) -> None:
        """Start parsing all texts."""
        self._pipe.send("parse")

    def finish(self) -> float:
        """Megabytes the process has held at most, when it is done parsing."""
        megabytes: float = self._pipe.recv()
        return megabytes

    def stop(self) -> None:
        """End the process."""
        self._pipe.send("stop")
        self._process.join()


def _work(pipe: Connection, texts: list[str], fast: bool, alone: bool) -> None:
    parse = _fast() if fast else _stock()
    if not alone:
        # As the processes of a build with several workers do.
        threadpool_limits(limits=1, user_api="blas")
    parse(texts)
    pipe.send("ready")
    while pipe.recv() == "parse":
        parse(texts)
        pipe.send(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024)


def _stock() -> Callable[[list[str]], None]:
    import spacy

    nlp = spacy.load("ja_ginza")

    def parse(texts: list[str]) -> None:
        for _ in nlp.pipe(line for text in texts for line in text.splitlines()):
            pass

    return parse


def _fast() -> Callable[[list[str]], None]:
    from kgraph.parsing import Parser

    parser = Parser()

    def parse(texts: list[str]) -> None:
        for text in texts:
            parser(text)

    return parse


def timed(workers: Sequence[Worker]) -> tuple[float, float]:
    """Seconds until all workers are done, side by side, and the megabytes of the largest."""
    start = time.perf_counter()
    for worker in workers:
        worker.begin()
    megabytes = max(worker.finish() for worker in workers)
    return time.perf_counter() - start, megabytes


def compare(texts: Sequence[str], processes: int, rounds: int) -> None:
    """Print the speeds of stock and fast in turn, their ratios with spread, and their memory."""
    shares = [texts[n::processes] for n in range(processes)]
    characters = sum(map(len, texts))
    kinds = {fast: [Worker(share, fast, processes == 1) for share in shares] for fast in (False, True)}
    runs = [(timed(kinds[False]), timed(kinds[True])) for _ in range(rounds)]
    for workers in kinds.values():
        for worker in workers:
            worker.stop()
    ratios = [stock[0] / fast[0] for stock, fast in runs]
    print(f"{processes} process{'es' if processes > 1 else ''}, {rounds} rounds in turn, {characters:,} characters:")
    for name, kind in (("stock", 0), ("fast", 1)):
        seconds = statistics.median(run[kind][0] for run in runs)
        megabytes = max(run[kind][1] for run in runs)
        print(f"  {name:6}{characters / seconds:>9,.0f} characters/s (median) {megabytes:>7,.0f} MB a process at most")
    print(f"  ratio {statistics.median(ratios):.2f} (median), {min(ratios):.2f} to {max(ratios):.2f}")


def main() -> None:
    """Compare in one process and in two."""
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("paths", nargs="*", type=Path, default=[RAW], metavar="PATH")
    arguments.add_argument("--rounds", type=int, default=5)
    asked = arguments.parse_args()
    texts = [article.text for article in reading.read(asked.paths) if isinstance(article, Article)]
    for processes in (1, 2):
        compare(texts, processes, asked.rounds)


if __name__ == "__main__":
    main()
