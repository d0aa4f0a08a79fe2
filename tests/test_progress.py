import os
import subprocess
import sys

import pytest

SCRIPT = """
import time
from kgraph.progress import Bar

with Bar() as bar:
    bar.start(3, 3000)
    bar.advance("one", 1000)
    bar.advance("two", 1000)
    time.sleep(0.3)
"""


def test_where_nobody_looks_nothing_is_shown() -> None:
    done = subprocess.run([sys.executable, "-c", SCRIPT], capture_output=True, text=True, check=True)
    assert (done.stdout, done.stderr) == ("", "")


def test_on_a_terminal_articles_and_characters_are_counted() -> None:
    pty = pytest.importorskip("pty", reason="terminals are a matter of POSIX")
    ours, theirs = pty.openpty()
    done = subprocess.run([sys.executable, "-c", SCRIPT], stdout=subprocess.PIPE, stderr=theirs, check=True)
    shown = os.read(ours, 100_000).decode()
    os.close(ours)
    os.close(theirs)
    assert done.stdout == b""
    assert "2/3 articles" in shown
    assert "characters/s" in shown
