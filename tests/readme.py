"""The READMEs: what their sessions show is what the commands print.

In a block of `console` each command of kgraph is run, in the order of the page, where `data/raw` is; `refreshed` gives
the page with their real output. `python -m tests.readme` writes it (`make readme`), the tests compare.
"""

import re
import shlex
import subprocess
import sys
from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

ROOT = Path(__file__).parent.parent
PAGES = (ROOT / "README.md", ROOT / "README.ja.md")

_BLOCK = re.compile(r"^```(?P<language>\w+)\n(?P<content>.*?)^```$", re.MULTILINE | re.DOTALL)
_STEP = re.compile(r"^(?P<prompt>\$ kgraph (?P<words>.*)\n)(?P<output>(?:(?!\$ ).*\n)*)", re.MULTILINE)


def blocks(text: str, language: str) -> list[str]:
    """What stands in the page's blocks of one language."""
    return [block["content"] for block in _BLOCK.finditer(text) if block["language"] == language]


def commands(text: str) -> Iterator[list[str]]:
    """The arguments of every kgraph command on the page, be it in a session or in a block of `sh`."""
    for line in "".join([*blocks(text, "console"), *blocks(text, "sh")]).splitlines():
        words = shlex.split(line.removeprefix("$ "), comments=True)
        if words[:1] == ["kgraph"]:
            yield words[1:]


def refreshed(text: str, run: Callable[[str], str]) -> str:
    """The page, with what `run` gives for the arguments of each command of a session."""

    def block(found: re.Match[str]) -> str:
        if found["language"] != "console":
            return found[0]
        content = _STEP.sub(lambda step: step["prompt"] + run(step["words"]), found["content"])
        return f"```console\n{content}```"

    return _BLOCK.sub(block, text)


def run_in(directory: Path) -> Callable[[str], str]:
    """What a command prints in a directory that has `data/raw`; how long it took differs, and is left out."""
    (directory / "data").mkdir()
    (directory / "data" / "raw").symlink_to(ROOT / "data" / "raw")

    @cache
    def run(words: str) -> str:
        command = [sys.executable, "-m", "kgraph", *shlex.split(words, comments=True)]
        done = subprocess.run(
            command, cwd=directory, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, encoding="utf-8", check=True
        )
        lines = (re.sub(r"in [\d.]+ s$", "in … s", line.rstrip()) for line in done.stdout.splitlines())
        return "".join(f"{line}\n" for line in lines)

    return run


def main() -> None:
    """Write the READMEs with the output that the commands have now."""
    for page in PAGES:
        with TemporaryDirectory() as directory:
            page.write_text(refreshed(page.read_text(encoding="utf-8"), run_in(Path(directory))), encoding="utf-8")


if __name__ == "__main__":
    main()
