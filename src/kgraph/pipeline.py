"""build(): runs the stages over many articles; incremental, with progress, in one process or several."""

import hashlib
import multiprocessing
import time
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path
from typing import Protocol

import kgraph
from kgraph import lexicon as lexicons
from kgraph import reading
from kgraph.export import html
from kgraph.models import Article, Extraction, Failure, Record
from kgraph.resolution import resolve
from kgraph.store import DATABASE, Reader, Writer

PAGE = "graph.html"
# Code whose change makes stored extractions stale, below the package's directory.
_STAGES = ("models.py", "ontology.py", "spelling.py", "parsing", "extraction", "lexicon")

_extractor = None


class Progress(Protocol):
    """Who is told how far a build has come."""

    def start(self, total_articles: int, total_characters: int) -> None:
        """So much there is to do."""

    def advance(self, article: str, characters: int) -> None:
        """One article more is done."""

    def finish(self) -> None:
        """All are done."""


class BuildReport(Record):
    """What a build did: counts of articles, and of what the graph now holds."""

    read: int
    unchanged: int
    removed: int
    failures: tuple[Failure, ...]
    entities: int
    assertions: int
    relations: int
    events: int
    seconds: float
    page: str


def build(
    paths: Sequence[Path],
    out: Path,
    *,
    workers: int = 1,
    lexicon: Path | None = None,
    force: bool = False,
    progress: Progress | None = None,
) -> BuildReport:
    """Read the articles of `paths` into the graph in `out`, and write its page.

    Articles stored with the same content, lexicon and code are not parsed again. Those of a given
    directory whose file is gone are removed. What cannot be read is in the report; everything else is
    built. Raises `KgraphError` where the graph cannot be written, and leaves the old one as it was.
    """
    began = time.monotonic()
    words = lexicons.load(lexicon)
    articles, failures = _read(paths)
    with Writer(out / DATABASE) as writer:
        fingerprint = _fingerprint(words.fingerprint)
        known = {} if force else writer.known()
        changed = [a for a in articles if known.get(a.id) != (a.sha256, fingerprint)]
        for article, extraction in _extract(changed, lexicon, workers, progress):
            writer.put(article, extraction, fingerprint)
        gone = _gone(paths, articles, failures, (article for article, _ in writer.extractions()))
        writer.drop(gone)
        writer.replace(resolve(writer.extractions(), words))
    with Reader(out) as reader:
        html.write(reader, out / PAGE)
        counts = reader.counts()
    return BuildReport(
        read=len(changed),
        unchanged=len(articles) - len(changed),
        removed=len(gone),
        failures=tuple(failures),
        entities=sum(counts.entities.values()),
        assertions=sum(counts.assertions.values()),
        relations=counts.relations,
        events=counts.events,
        seconds=time.monotonic() - began,
        page=str(out / PAGE),
    )


def _read(paths: Sequence[Path]) -> tuple[list[Article], list[Failure]]:
    articles, failures = [], []
    for result in reading.read(paths):
        if isinstance(result, Failure):
            failures.append(result)
        else:
            articles.append(result)
    return articles, failures


def _extract(
    articles: Sequence[Article], lexicon: Path | None, workers: int, progress: Progress | None
) -> Iterator[tuple[Article, Extraction]]:
    """The articles with what they say, in their order, each as soon as it is done."""
    if progress:
        progress.start(len(articles), sum(len(article.text) for article in articles))
    for article, extraction in zip(articles, _extractions(articles, lexicon, workers), strict=True):
        yield article, extraction
        if progress:
            progress.advance(article.id, len(article.text))
    if progress:
        progress.finish()


def _extractions(articles: Sequence[Article], lexicon: Path | None, workers: int) -> Iterator[Extraction]:
    if not articles:
        return
    if min(workers, len(articles)) == 1:
        from kgraph.extraction import Extractor

        yield from Extractor(lexicon)(articles)
        return
    # Processes are started afresh: SudachiPy must not be shared, and forking a threaded parent is unsafe.
    context = multiprocessing.get_context("spawn")
    with ProcessPoolExecutor(min(workers, len(articles)), context, _start_worker, (lexicon,)) as pool:
        yield from pool.map(_work, articles)


def _start_worker(lexicon: Path | None) -> None:
    global _extractor
    from kgraph.extraction import Extractor

    _extractor = Extractor(lexicon)


def _work(article: Article) -> Extraction:
    assert _extractor is not None
    return next(iter(_extractor([article])))


def _gone(
    paths: Sequence[Path], articles: Iterable[Article], failures: Iterable[Failure], stored: Iterable[Article]
) -> list[str]:
    """The ids of stored articles that a given directory no longer has.

    What can no longer be read is not gone: its file is still there, and what it said is kept.
    """
    present = {article.id for article in articles}
    failed = {failure.path for failure in failures}
    folders = [path.resolve() for path in paths if path.is_dir()]
    return [
        article.id
        for article in stored
        if article.id not in present
        and article.path not in failed
        and any(folder in Path(article.path).resolve().parents for folder in folders)
    ]


def _fingerprint(words: str) -> str:
    """What an extraction depends on besides its article: lexicon, code and the versions of the model."""
    from importlib.metadata import version

    digest = hashlib.sha256(words.encode())
    root = Path(kgraph.__file__).parent
    for stage in _STAGES:
        for source in sorted((root / stage).rglob("*.py")) or [root / stage]:
            digest.update(source.read_bytes())
    for package in ("spacy", "ginza", "ja-ginza", "SudachiPy", "SudachiDict-core"):
        digest.update(version(package).encode())
    return digest.hexdigest()[:16]
