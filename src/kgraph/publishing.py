"""What is kept becomes the graph that readers see, and its page."""

import hashlib
import os
from pathlib import Path

from kgraph import fingerprints
from kgraph import lexicon as lexicons
from kgraph.errors import KgraphError
from kgraph.export import html
from kgraph.judgements import FILE, in_order, loads
from kgraph.lexicon import Lexicon
from kgraph.models import Failure, Judgement
from kgraph.reading.files import reason, shown
from kgraph.resolution import resolve
from kgraph.store import Reader, Stats, Writer

PAGE = "graph.html"


def publish(writer: Writer, words: Lexicon) -> None:
    """Make the graph of all articles and judgements that are kept, in place of the former one."""
    decided = [one for judgements in writer.judgements().values() for one in judgements]
    writer.replace(resolve(writer.extractions(), words, in_order(decided)))


def show(out: Path) -> Stats:
    """Write the page of the graph in a directory, and count what it shows; raises KgraphError where it cannot."""
    with Reader(out) as reader:
        html.write(reader, out / PAGE)
        return reader.counts()


def state(writer: Writer, words: Lexicon) -> str:
    """A hash of all that the graph and its page are made from."""
    return fingerprints.state([*writer.known().items(), *writer.judgements().items(), words.fingerprint])


def is_current(writer: Writer, out: Path, state: str) -> bool:
    """Whether the graph and the page that are there were made from just that."""
    run = writer.last_run()
    return run is not None and run.state == state and run.page is not None and run.page == page_hash(out)


def page_hash(out: Path) -> str | None:
    """A hash of the page in a directory, None where there is none."""
    path = out / PAGE
    return hashlib.sha256(path.read_bytes()).hexdigest() if path.is_file() else None


def last_lexicon(writer: Writer) -> Lexicon:
    """The lexicon that the graph was built with."""
    run = writer.last_run()
    return lexicons.load(Path(run.lexicon) if run and run.lexicon else None)


def read_judgements(writer: Writer, folders: list[Path]) -> list[Failure]:
    """Keep what the files of judgements in the folders say now; a broken one is a failure, and what it said stays."""
    failures = []
    for path in (folder / FILE for folder in folders):
        try:
            writer.judge_anew(shown(path), _read(path) if os.path.lexists(path) else [])
        except OSError as error:
            failures.append(Failure(path=shown(path), reason=reason(error)))
        except UnicodeDecodeError:
            failures.append(Failure(path=shown(path), reason="not UTF-8"))
        except KgraphError as error:
            failures.append(Failure(path=shown(path), reason=str(error)))
    return failures


def _read(path: Path) -> list[Judgement]:
    return loads(path.read_text(encoding="utf-8-sig"))
