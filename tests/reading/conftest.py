from collections.abc import Callable
from pathlib import Path

import pytest

from kgraph.models import Article, Failure
from kgraph.reading import read

Read = Callable[[str, str | bytes], list[Article | Failure]]
ReadOne = Callable[[str, str | bytes], Article]
Refuse = Callable[[str, str | bytes], str]


@pytest.fixture
def read_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Read:
    """Write a file into an empty current folder and read it."""
    monkeypatch.chdir(tmp_path)

    def write_and_read(name: str, content: str | bytes) -> list[Article | Failure]:
        path = Path(name)
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content.encode() if isinstance(content, str) else content)
        return list(read([path]))

    return write_and_read


@pytest.fixture
def read_one(read_file: Read) -> ReadOne:
    """Write a file that holds one article, and read it."""

    def one(name: str, content: str | bytes) -> Article:
        [article] = read_file(name, content)
        assert isinstance(article, Article), article
        return article

    return one


@pytest.fixture
def refuse(read_file: Read) -> Refuse:
    """Write a file that cannot be read, and say why."""

    def why(name: str, content: str | bytes) -> str:
        [failure] = read_file(name, content)
        assert isinstance(failure, Failure), failure
        assert failure.path == name
        assert "\n" not in failure.reason
        return failure.reason

    return why
