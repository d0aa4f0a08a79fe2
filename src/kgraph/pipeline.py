"""build(): runs the stages over many articles, those that are new or changed."""

import os
import time
from collections.abc import Iterable, Iterator, Mapping, Sequence
from importlib.metadata import version
from pathlib import Path

from kgraph import fingerprints, reading
from kgraph import lexicon as lexicons
from kgraph.analysis import Progress, Said, Task, analysed
from kgraph.errors import KgraphError
from kgraph.models import Article, Failure, Record, Run
from kgraph.publishing import PAGE, is_current, page_hash, publish, read_judgements, show, state
from kgraph.reading.files import shown
from kgraph.store import DATABASE, Kept, Parse, Reader, Stats, Writer

__all__ = ["PAGE", "BuildReport", "NothingReadError", "build"]


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
    fingerprint = fingerprints.extraction(words.fingerprint)
    with Writer(out / DATABASE) as writer:
        known = writer.known()
        articles, failures = _read(paths, known)
        if not articles:
            raise NothingReadError(failures)
        changed = [article for article in articles if force or _is_changed(article, known, fingerprint)]
        model = fingerprints.parsing()
        tasks = _tasks(writer, changed, model)
        said = analysed(changed, tasks, lexicon, workers, progress)
        unsaid = _put(writer, fingerprint, model, said)
        failures += unsaid
        if len(unsaid) == len(articles) and not known:
            raise NothingReadError(failures)
        gone = _gone(paths, articles, failures, known)
        _tidy(writer, articles, known, gone)
        failures += read_judgements(writer, [path for path in paths if path.is_dir()])
        run = Run(
            version=version("kgraph"),
            lexicon=None if lexicon is None else str(lexicon.absolute()),
            fingerprint=fingerprint,
            state=state(writer, words),
            read=len(changed) - len(unsaid),
            unchanged=len(articles) - len(changed),
            removed=len(gone),
            failed=len(failures),
        )
        stats = _published(writer, out, words, run)
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


def _published(writer: Writer, out: Path, words: lexicons.Lexicon, run: Run) -> Stats:
    """Makes the graph and its page, unless both are already what they would become."""
    if is_current(writer, out, run.state):
        with Reader(out) as reader:
            return reader.counts()
    publish(writer, words)
    stats = show(out)
    writer.log(run.model_copy(update={"page": page_hash(out)}))
    return stats


def _tasks(writer: Writer, articles: Iterable[Article], model: str) -> Iterator[Task]:
    return (Task(article, writer.parse(article.text, model)) for article in articles)


def _put(writer: Writer, fingerprint: str, model: str, said: Iterable[tuple[Article, Said]]) -> list[Failure]:
    """Keeps what each article says as soon as it is known; gives back what could not be analysed."""
    failures = []
    for article, (extraction, parse) in said:
        if isinstance(extraction, Failure):
            failures.append(extraction)
        else:
            writer.put(article, extraction, fingerprint, Parse(model, parse) if parse else None)
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
