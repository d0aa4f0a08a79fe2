import gc
import sqlite3
from pathlib import Path

import pytest
from tests import factories as made

from kgraph.errors import StoreError
from kgraph.ontology import EntityType, RelationType, Status
from kgraph.store import DATABASE, Filters, Reader


@pytest.fixture
def reader(graph: Path) -> Reader:
    return Reader(graph)


def test_all_that_was_written_comes_back_sorted(reader: Reader) -> None:
    assert reader.articles() == list(made.ARTICLES)
    assert tuple(reader.entities()) == made.RESOLVED.entities
    assert tuple(reader.mentions()) == made.RESOLVED.mentions
    assert tuple(reader.assertions()) == made.RESOLVED.assertions
    assert tuple(reader.relations()) == made.RESOLVED.relations
    assert tuple(reader.events()) == made.RESOLVED.events
    assert tuple(reader.tellings()) == made.RESOLVED.tellings


def test_the_database_itself_may_be_named_instead_of_its_directory(graph: Path) -> None:
    assert Reader(graph / DATABASE).articles() == list(made.ARTICLES)


def test_one_article_and_its_mentions(reader: Reader) -> None:
    assert reader.article("summit") == made.SUMMIT
    assert reader.article("nowhere") is None
    assert reader.mentions("summit") == [one for one in made.MENTIONS if one.article == "summit"]


def test_the_mentions_of_one_entity(reader: Reader) -> None:
    assert [one.article for one in reader.mentions(entity=made.TAKAGI)] == ["sanctions", "summit"]
    assert [one.text for one in reader.mentions("summit", made.TAKAGI)] == ["高木首相"]
    assert reader.mention_counts()[made.TAKAGI] == 2


def test_counts_name_every_type_also_those_there_are_none_of(reader: Reader) -> None:
    counts = reader.counts()
    assert (counts.articles, counts.mentions, counts.relations, counts.events) == (2, 6, 6, 4)
    assert counts.entities == {
        EntityType.COUNTRY: 4,
        EntityType.PERSON: 2,
        EntityType.ORGANIZATION: 1,
        EntityType.PLACE: 2,
    }
    assert list(counts.assertions) == list(RelationType)
    assert counts.assertions[RelationType.NEGOTIATION] == 3
    assert counts.assertions[RelationType.ASSAULT] == 0
    assert counts.statuses == {Status.ASSERTED: 5, Status.PLANNED: 1, Status.HYPOTHETICAL: 0, Status.NEGATED: 1}


@pytest.mark.parametrize(
    ("filters", "expected"),
    [
        (Filters(source=made.GERMANY), [0]),
        (Filters(target=made.BELARUS), [0, 1]),
        (Filters(source=made.BELARUS), []),
        (Filters(source=made.TAKAGI, target=made.DUPONT), [2, 5]),
        (Filters(source=made.DUPONT, target=made.TAKAGI), [2, 5]),
        (Filters(source=made.DUPONT), [2, 3, 5]),
        (Filters(type=RelationType.LEADERSHIP), [3, 4]),
        (Filters(status=Status.PLANNED), [1]),
        (Filters(article="summit", type=RelationType.NEGOTIATION), [5, 6]),
        (Filters(since="2024-03", until="2024"), [0, 1]),
        (Filters(since="2024-04"), [1, 5]),
        (Filters(since="2025-05-12", until="2025-05-12"), [5]),
        (Filters(since="2025-05-13"), []),
        (Filters(until="2023-06"), [2]),
        (Filters(until="2022"), []),
    ],
)
def test_assertions_pass_the_filters(reader: Reader, filters: Filters, expected: list[int]) -> None:
    assert reader.assertions(filters) == [made.ASSERTIONS[number] for number in expected]


def test_relations_pass_the_filters_both_ways_round_where_there_is_no_direction(reader: Reader) -> None:
    (there,) = reader.relations(Filters(made.TAKAGI, made.DUPONT))
    (back,) = reader.relations(Filters(made.DUPONT, made.TAKAGI))
    assert there == back
    assert reader.relations(Filters(made.BELARUS, made.GERMANY)) == []


def test_nothing_can_be_written(reader: Reader) -> None:
    with pytest.raises(sqlite3.OperationalError, match="readonly"):
        reader._db.execute("DELETE FROM articles")


@pytest.mark.parametrize("name", ["nowhere", "nowhere.db"])
def test_a_missing_graph_says_what_to_do(tmp_path: Path, name: str) -> None:
    with pytest.raises(StoreError, match=f"no graph at .*{name}: run 'kgraph build' first"):
        Reader(tmp_path / name)


@pytest.mark.parametrize("content", [b"", b"not a database at all, only words" * 50])
def test_a_file_of_another_kind_is_refused(tmp_path: Path, content: bytes) -> None:
    (tmp_path / DATABASE).write_bytes(content)
    with pytest.raises(StoreError, match=r"kgraph\.db: not a kgraph database"):
        Reader(tmp_path)


def test_a_damaged_database_is_told_in_one_line(graph: Path, tmp_path: Path) -> None:
    whole = (graph / DATABASE).read_bytes()
    (tmp_path / DATABASE).write_bytes(whole[:4096] + b"\xff" * (len(whole) - 4096))
    with pytest.raises(StoreError, match=r"kgraph\.db: the database is damaged"):
        Reader(tmp_path).assertions()


def test_a_graph_is_read_in_a_directory_that_cannot_be_written(unprivileged: Path) -> None:
    made.write_graph(unprivileged)
    unprivileged.chmod(0o555)
    with Reader(unprivileged) as reader:
        assert reader.articles() == list(made.ARTICLES)
    unprivileged.chmod(0o755)


def test_a_log_left_over_where_nothing_can_be_written_is_not_passed_over(unprivileged: Path) -> None:
    made.write_graph(unprivileged)
    (unprivileged / f"{DATABASE}-wal").write_bytes(b"a part of the graph")
    unprivileged.chmod(0o555)
    with pytest.raises(StoreError, match="cannot be opened"):
        Reader(unprivileged)
    unprivileged.chmod(0o755)


def test_a_path_with_signs_that_mean_something_in_a_uri_is_read(tmp_path: Path) -> None:
    directory = made.write_graph(tmp_path / "100% 確か?#あ&mode=rw")
    assert Reader(directory).articles() == list(made.ARTICLES)


def test_a_reader_that_is_not_closed_lets_go_of_its_file_in_the_end(graph: Path) -> None:
    reader = Reader(graph)
    closed = reader.close
    del reader
    gc.collect()
    assert not closed.alive
