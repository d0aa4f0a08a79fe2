"""Articles to what they say, in one process or several; what has been parsed before is not parsed again."""

import multiprocessing
import signal
from collections.abc import Generator, Iterable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple, Protocol

from kgraph.errors import KgraphError
from kgraph.models import Article, Extraction, Failure

if TYPE_CHECKING:
    from spacy.tokens import Doc


class Task(NamedTuple):
    """An article, and its parse where there is one."""

    article: Article
    parse: bytes | None


class Said(NamedTuple):
    """What an article says, or why that cannot be told; and its parse where it is new."""

    extraction: Extraction | Failure
    parse: bytes | None = None


class Progress(Protocol):
    """Who is told how far a build has come."""

    def start(self, total_articles: int, total_characters: int) -> None:
        """So much there is to do."""

    def advance(self, article: str, characters: int) -> None:
        """One article more is done."""

    def finish(self) -> None:
        """All are done."""


class Analyst:
    """Tells what an article says."""

    def __init__(self, lexicon: Path | None) -> None:
        from kgraph.extraction import load

        self._nlp = load(lexicon)

    def __call__(self, task: Task) -> Said:
        """Whatever goes wrong in the analysis of one article does not cost the others theirs."""
        article = task.article
        try:
            return self._said(task)
        except Exception as error:
            why = " ".join(f"{type(error).__name__}: {error}".split())
            return Said(Failure(path=article.path, reason=f"article '{article.id}' cannot be analysed ({why})"))

    def _said(self, task: Task) -> Said:
        from kgraph.extraction.extractor import extraction
        from kgraph.parsing.kept import packed

        article = task.article
        doc = self._doc(task)
        # Kept as the parser left it: the components write on the Doc.
        parse = packed(doc) if task.parse is None else None
        doc._.published = article.published
        return Said(extraction(article, self._nlp(doc)), parse)

    def _doc(self, task: Task) -> "Doc":
        from kgraph.parsing.kept import unpacked

        if task.parse is None:
            return self._nlp.make_doc(task.article.text)
        return unpacked(task.parse, self._nlp.vocab)


# That of a worker process.
_analyst: Analyst | None = None


def analysed(
    articles: Sequence[Article],
    tasks: Iterable[Task],
    lexicon: Path | None,
    workers: int,
    progress: Progress | None = None,
) -> Iterator[tuple[Article, Said]]:
    """The articles with what they say, in their order, each as soon as it is done; `tasks` are made as needed."""
    if progress:
        progress.start(len(articles), sum(len(article.text) for article in articles))
    with closing(_answers(tasks, lexicon, min(workers, len(articles)))) as answers:
        for article, said in zip(articles, answers, strict=True):
            yield article, said
            if progress:
                progress.advance(article.id, len(article.text))
    if progress:
        progress.finish()


def _answers(tasks: Iterable[Task], lexicon: Path | None, workers: int) -> Generator[Said, None, None]:
    if workers == 0:
        return
    if workers == 1:
        analyst = Analyst(lexicon)
        yield from map(analyst, tasks)
        return
    # Processes are started afresh: SudachiPy must not be shared, and forking a threaded parent is unsafe.
    context = multiprocessing.get_context("spawn")
    with ProcessPoolExecutor(workers, context, _start_worker, (lexicon,)) as pool:
        try:
            yield from pool.map(_work, tasks)
        except BrokenProcessPool as error:
            raise KgraphError("a worker process came to an untimely end (was there memory for all of them?)") from error


def _start_worker(lexicon: Path | None) -> None:
    global _analyst
    # A terminal's interrupt reaches all processes: the first one ends the build, and with it the others.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    from threadpoolctl import threadpool_limits

    _analyst = Analyst(lexicon)
    # Every process would use all cores for its matrix products, and they would wait for one another.
    threadpool_limits(limits=1, user_api="blas")


def _work(task: Task) -> Said:
    assert _analyst is not None
    return _analyst(task)
