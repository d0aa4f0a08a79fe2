"""Files of every earlier format are upgraded, whole or not at all, and then are like new ones."""

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from tests import factories as made

from kgraph.errors import StoreError
from kgraph.store import DATABASE, Reader, Writer, schema

FORMATS = sorted(Path(__file__).parent.glob("format_*.sql"))


@pytest.fixture(params=FORMATS, ids=lambda path: path.stem)
def old(request: pytest.FixtureRequest, tmp_path: Path) -> Path:
    """A file as an earlier kgraph wrote it, of the graph that the factories make."""
    path = tmp_path / DATABASE
    with closing(sqlite3.connect(path)) as db:
        db.executescript(request.param.read_text(encoding="utf-8"))
    return path


def _tables(path: Path) -> dict[str, set[tuple[object, ...]]]:
    """All tables and indexes, with their columns: name, type, whether it must be there, part of the key."""
    with closing(sqlite3.connect(path)) as db:
        names = [name for (name,) in db.execute("SELECT name FROM sqlite_master WHERE name NOT LIKE 'sqlite_%'")]
        return {name: {row[1:] for row in db.execute(f"PRAGMA table_xinfo({name})")} for name in names}


def test_there_is_a_file_of_each_earlier_format() -> None:
    assert [path.stem for path in FORMATS] == [f"format_{number}" for number in range(1, schema.VERSION)]


def test_a_reader_upgrades_a_file_and_finds_in_it_what_was_there(old: Path) -> None:
    with Reader(old) as reader:
        assert reader.articles() == list(made.ARTICLES)
        assert tuple(reader.assertions()) == made.RESOLVED.assertions
        assert tuple(reader.events()) == made.RESOLVED.events


def test_an_upgraded_file_is_made_like_a_new_one_and_works_like_one(old: Path, tmp_path: Path) -> None:
    with Writer(old) as writer:
        assert list(writer.extractions()) == [(one, made.extraction(one)) for one in made.ARTICLES]
        writer.replace(made.RESOLVED)
    made.write_graph(tmp_path / "new")
    assert _tables(old) == _tables(tmp_path / "new" / DATABASE)


def test_an_upgrade_that_fails_leaves_the_file_as_it_was(old: Path) -> None:
    with closing(sqlite3.connect(old)) as db:
        db.execute("ALTER TABLE events ADD COLUMN support INTEGER")
        db.commit()
    before = _tables(old)
    with pytest.raises(StoreError, match="duplicate column name: support"):
        Writer(old)
    assert _tables(old) == before


def test_a_file_that_cannot_be_upgraded_is_told_in_one_line(unprivileged: Path) -> None:
    path = unprivileged / DATABASE
    with closing(sqlite3.connect(path)) as db:
        db.executescript(FORMATS[0].read_text(encoding="utf-8"))
    path.chmod(0o444)
    unprivileged.chmod(0o555)
    with pytest.raises(StoreError, match="no right to write there"):
        Reader(path)
    unprivileged.chmod(0o755)
