"""build(): runs the stages over many articles; incremental, with progress, in one process or several."""

import hashlib
import multiprocessing
import os
import signal
import time
from collections.abc import Generator, Iterable, Iterator, Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import closing
from importlib.metadata import version
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from kgraph import lexicon as lexicons
from kgraph import reading
from kgraph.errors import KgraphError
from kgraph.models import Article, Extraction, Failure, Record, Run
from kgraph.publishing import PAGE, publish, read_judgements, show
from kgraph.reading.files import shown
from kgraph.store import DATABASE, Kept, Writer

if TYPE_CHECKING:
    from kgraph.extraction import Extractor

# Code whose change makes stored extractions stale, below the package's directory.
_STAGES = ("models.py", "ontology.py", "spelling.py", "parsing", "extraction", "lexicon")

# The extractor of a worker process.
_extractor: "Extractor | None" = None


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


class NothingReadError(KgraphError):
    """Not one article could be read; `failures` says why, path by path."""

    def __init__(self, failures: Sequence[Failure]) -> None:
        first = "".join(f": {failure.path}: {failure.reason}" for failure in failures[:1])
        more = f" (and {len(failures) - 1} more)" if len(failures) > 1 else ""
        super().__init__(f"no article could be read{first}{more}")
        self.failures = tuple(failures)


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

    Articles stored with the same content, lexicon and code are not parsed again. What `paths` no longer hold
    is removed: articles of a given directory whose file is gone, or of a given file that has them no more.
    Articles beside `paths` stay, and so does what an article said before that cannot be read now. What cannot
    be read or analysed is in the report; everything else is built.

    Raises `NothingReadError` where no article can be read, `LexiconError` for a broken lexicon, `StoreError`
    where the graph cannot be written; all leave the graph as it was. A build that is stopped leaves it as it
    was, too, and the next one goes on where it was. If only the page cannot be written, that is a
    `KgraphError`, and the graph is the new one.
    """
    began = time.monotonic()
    words = lexicons.load(lexicon)
    fingerprint = _fingerprint(words.fingerprint)
    with Writer(out / DATABASE) as writer:
        known = writer.known()
        articles, failures = _read(paths, known)
        if not articles:
            raise NothingReadError(failures)
        changed = [article for article in articles if force or _is_changed(article, known, fingerprint)]
        unsaid = _put(writer, fingerprint, _extract(changed, lexicon, workers, progress))
        failures += unsaid
        if len(unsaid) == len(articles) and not known:
            raise NothingReadError(failures)
        gone = _gone(paths, articles, failures, known)
        _tidy(writer, articles, known, gone)
        failures += read_judgements(writer, [path for path in paths if path.is_dir()])
        publish(writer, words)
        run = Run(
            version=version("kgraph"),
            lexicon=None if lexicon is None else str(lexicon.absolute()),
            fingerprint=fingerprint,
            state="",
            read=len(changed) - len(unsaid),
            unchanged=len(articles) - len(changed),
            removed=len(gone),
            failed=len(failures),
        )
        writer.log(run)
    stats = show(out)
    return BuildReport(
        read=run.read,
        unchanged=run.unchanged,
        removed=run.removed,
        failures=tuple(failures),
        entities=sum(stats.entities.values()),
        assertions=sum(stats.assertions.values()),
        relations=stats.relations,
        events=stats.events,
        seconds=time.monotonic() - began,
        page=os.fsencode(out / PAGE).decode("utf-8", "backslashreplace"),
    )


def _put(writer: Writer, fingerprint: str, said: Iterable[tuple[Article, Extraction | Failure]]) -> list[Failure]:
    """Keeps what each article says as soon as it is known; gives back what could not be analysed."""
    failures = []
    for article, extraction in said:
        if isinstance(extraction, Failure):
            failures.append(extraction)
        else:
            writer.put(article, extraction, fingerprint)
    return failures


def _tidy(writer: Writer, articles: Iterable[Article], known: Mapping[str, Kept], gone: Iterable[str]) -> None:
    """Forgets the articles that are gone, and notes the new paths of those that have moved."""
    for article in articles:
        if article.id in known and known[article.id].path != article.path:
            writer.move(article.id, article.path)
    writer.drop(gone)


def _read(paths: Sequence[Path], known: Mapping[str, Kept]) -> tuple[list[Article], list[Failure]]:
    articles, failures = [], []
    for result in reading.read(paths, {article: kept.path for article, kept in known.items()}):
        if isinstance(result, Failure):
            failures.append(result)
        else:
            articles.append(result)
    return articles, failures


def _is_changed(article: Article, known: Mapping[str, Kept], fingerprint: str) -> bool:
    kept = known.get(article.id)
    return kept is None or (kept.sha256, kept.fingerprint) != (article.sha256, fingerprint)


def _extract(
    articles: Sequence[Article], lexicon: Path | None, workers: int, progress: Progress | None
) -> Iterator[tuple[Article, Extraction | Failure]]:
    """The articles with what they say, in their order, each as soon as it is done."""
    if progress:
        progress.start(len(articles), sum(len(article.text) for article in articles))
    with closing(_extractions(articles, lexicon, workers)) as extractions:
        for article, extraction in zip(articles, extractions, strict=True):
            yield article, extraction
            if progress:
                progress.advance(article.id, len(article.text))
    if progress:
        progress.finish()


def _extractions(
    articles: Sequence[Article], lexicon: Path | None, workers: int
) -> Generator[Extraction | Failure, None, None]:
    if not articles:
        return
    if min(workers, len(articles)) == 1:
        from kgraph.extraction import Extractor

        extractor = Extractor(lexicon)
        yield from (_said(article, extractor) for article in articles)
        return
    # Processes are started afresh: SudachiPy must not be shared, and forking a threaded parent is unsafe.
    context = multiprocessing.get_context("spawn")
    with ProcessPoolExecutor(min(workers, len(articles)), context, _start_worker, (lexicon,)) as pool:
        try:
            yield from pool.map(_work, articles)
        except BrokenProcessPool as error:
            raise KgraphError("a worker process came to an untimely end (was there memory for all of them?)") from error


def _start_worker(lexicon: Path | None) -> None:
    global _extractor
    # A terminal's interrupt reaches all processes: the first one ends the build, and with it the others.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    from threadpoolctl import threadpool_limits

    from kgraph.extraction import Extractor

    _extractor = Extractor(lexicon)
    # Every process would use all cores for its matrix products, and they would wait for one another.
    threadpool_limits(limits=1, user_api="blas")


def _work(article: Article) -> Extraction | Failure:
    assert _extractor is not None
    return _said(article, _extractor)


def _said(article: Article, extractor: "Extractor") -> Extraction | Failure:
    """What an article says. Whatever goes wrong in the analysis of one does not cost the others theirs."""
    try:
        return next(iter(extractor([article])))
    except Exception as error:
        why = " ".join(f"{type(error).__name__}: {error}".split())
        return Failure(path=article.path, reason=f"article '{article.id}' cannot be analysed ({why})")


def _gone(
    paths: Sequence[Path], articles: Iterable[Article], failures: Iterable[Failure], known: Mapping[str, Kept]
) -> list[str]:
    """The ids of known articles that the given paths no longer have.

    What can no longer be read is not gone: its file is still there, and what it said is kept.
    """
    present = {article.id for article in articles}
    # A folder that fails without being closed to us has no articles any more.
    unread = {failure.path for failure in failures if not os.access(f"{failure.path}/", os.R_OK | os.X_OK)}
    given = {os.path.realpath(path) for path in paths if shown(path) not in unread}
    return [
        article
        for article, kept in known.items()
        if article not in present
        and given.intersection(_and_parents(os.path.realpath(kept.path)))
        and unread.isdisjoint(_and_parents(kept.path))
    ]


def _and_parents(path: str) -> list[str]:
    return [path, *(parent.as_posix() for parent in Path(path).parents)]


def _fingerprint(words: str) -> str:
    """What an extraction depends on besides its article: lexicon, code and the versions of the model."""
    digest = hashlib.sha256(words.encode())
    root = Path(__file__).parent
    for stage in _STAGES:
        for source in sorted((root / stage).rglob("*.py")) or [root / stage]:
            digest.update(source.read_bytes())
    for package in ("spacy", "ginza", "ja-ginza", "SudachiPy", "SudachiDict-core"):
        digest.update(version(package).encode())
    return digest.hexdigest()[:16]
