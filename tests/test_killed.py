"""A build that is killed, at whatever moment, costs no article that was finished, and the next build makes it good."""

import os
import random
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

import pytest

from kgraph.errors import StoreError
from kgraph.export import jsonl
from kgraph.pipeline import PAGE
from kgraph.store import DATABASE, Reader, Writer

ROUNDS = 20
NAMES = ("フランス", "ドイツ", "カナダ", "ブラジル", "インド", "トルコ")
# GiNZA is loaded once; each build is a process of its own, forked from there, that tells of each article it finished.
BUILDER = """
import os, sys
from pathlib import Path
from kgraph import extraction, pipeline

class Told:
    def start(self, total_articles, total_characters): pass
    def advance(self, article, characters): print(article, flush=True)
    def finish(self): pass

extraction.load()
for line in sys.stdin:
    if (child := os.fork()) == 0:
        pipeline.build([Path("raw")], Path(line.strip()), progress=Told())
        os._exit(0)
    print("started", child, flush=True)
    os.waitpid(child, 0)
    print("ended", flush=True)
"""


class Builder:
    """Builds the graph of `raw`, and may be killed doing so."""

    def __init__(self) -> None:
        self._process = subprocess.Popen(
            [sys.executable, "-c", BUILDER], stdin=subprocess.PIPE, stdout=subprocess.PIPE,
            encoding="utf-8", env=os.environ | {"OPENBLAS_NUM_THREADS": "1", "OMP_NUM_THREADS": "1"},
        )  # fmt: skip

    def build(self, out: str, kill_after: float | None = None) -> list[str]:
        """The articles that were finished before the build ended, or was killed so many seconds after it began."""
        assert self._process.stdin
        assert self._process.stdout
        self._process.stdin.write(f"{out}\n")
        self._process.stdin.flush()
        _, child = self._process.stdout.readline().split()
        killer = threading.Timer(kill_after or 0, _kill, (int(child),))
        if kill_after is not None:
            killer.start()
        finished = [line.strip() for line in iter(self._process.stdout.readline, "ended\n")]
        killer.cancel()
        return finished

    def close(self) -> None:
        self._process.communicate()


def _kill(process: int) -> None:
    with suppress(ProcessLookupError):
        os.kill(process, signal.SIGKILL)


@pytest.fixture
def builder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Builder]:
    monkeypatch.chdir(tmp_path)
    Path("raw").mkdir()
    for number, (one, other) in enumerate(zip(NAMES, NAMES[1:] + NAMES[:1], strict=True)):
        text = f"{one}は2025年{number + 1}月3日、{other}に制裁を科した。\n{other}の外相は{one}を非難した。\n"
        Path(f"raw/{number}.txt").write_text(text, encoding="utf-8")
    builder = Builder()
    yield builder
    builder.close()


def _exported(out: str) -> dict[str, bytes]:
    with Reader(Path(out)) as reader:
        jsonl.write(reader, Path(out) / "jsonl")
    return {path.name: path.read_bytes() for path in (Path(out) / PAGE, *Path(out, "jsonl").iterdir())}


def test_a_build_killed_at_any_moment_is_made_good_by_the_next(builder: Builder) -> None:
    assert builder.build("whole") == [str(number) for number in range(len(NAMES))]
    began = time.monotonic()
    builder.build("timed")
    whole = time.monotonic() - began
    moments = random.Random(20)
    partly = 0
    for number in range(ROUNDS):
        out = f"killed-{number}"
        finished = builder.build(out, kill_after=moments.uniform(0, whole))
        partly += 0 < len(finished) < len(NAMES)
        with Writer(Path(out) / DATABASE) as writer:
            assert set(finished) <= set(writer.known())
        with suppress(StoreError), Reader(Path(out)) as reader:
            assert len(reader.articles()) == len(NAMES)
        again = builder.build(out)
        assert set(again).isdisjoint(finished)
        assert _exported(out) == _exported("whole")
    assert partly > 0
