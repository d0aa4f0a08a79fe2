"""How fast a large graph answers, beside doing the same with networkx alone and with an embedded graph database.

A made graph (see `made.py`) is asked the same things three times over: through kgraph; in a networkx MultiDiGraph
loaded from node-link JSON, one edge an assertion; and, where it is installed, in ladybug, an embedded graph
database, loaded from CSV. Each answers in a process of its own, whose largest resident set is told. Of what takes
milliseconds the median of several different questions counts, and of these the first is asked of a graph just opened.

Usage: python benchmarks/graph.py [--assertions N] [--entities N] [--directory DIR] [--only NAME ...]
"""

import argparse
import csv
import json
import multiprocessing
import statistics
import sys
import time
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from multiprocessing.connection import Connection
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, Protocol

import made

import kgraph
from kgraph import summing
from kgraph.query.walking import near
from kgraph.store import Reader

ROUNDS = 5
LIMITS = {
    "open": "0.5 s",
    "an entity by an alias": "10 ms",
    "all relations of a pair": "10 ms",
    "two hops around the largest hub": "200 ms",
    "search: a rare name, all sentences": "200 ms",
    "search: a common word, 100 sentences": "200 ms",
    "all assertions as a MultiDiGraph": "60 s, 4 GB",
    "relations from all assertions": "120 s",
}
COMMON = ("議会", "電話", "港", "国連本部", "非難")


@dataclass
class Asked:
    """What is asked for: names that every system is asked about."""

    hub: str
    pairs: list[tuple[str, str]]
    aliases: list[str]
    rare: list[str]


class System(Protocol):
    """One way to hold a graph; each method answers one question as that way's users would."""

    def entity(self, alias: str) -> Any: ...  # noqa: ANN401, D102
    def pair(self, one: str, other: str) -> Any: ...  # noqa: ANN401, D102
    def around(self, hub: str) -> Any: ...  # noqa: ANN401, D102
    def search(self, text: str, limit: int | None) -> Any: ...  # noqa: ANN401, D102


class Kgraph:
    """The graph through kgraph."""

    def __init__(self, directory: Path) -> None:
        self._kg = kgraph.open(directory)

    def entity(self, alias: str) -> Any:  # noqa: ANN401
        """By the index of names."""
        return self._kg.entity(alias)

    def pair(self, one: str, other: str) -> Any:  # noqa: ANN401
        """What the relations of all articles add up to."""
        return self._kg.between(one, other)

    def around(self, hub: str) -> Any:  # noqa: ANN401
        """The entities, by distance."""
        return self._kg.neighbors(hub, depth=2)

    def search(self, text: str, limit: int | None) -> Any:  # noqa: ANN401
        """Sentences with what they say."""
        return self._kg.search(text, limit=limit)


class Networkx:
    """The graph in memory."""

    def __init__(self, directory: Path) -> None:
        import networkx as nx

        with (directory / "graph.json").open(encoding="utf-8") as file:
            self._net = nx.node_link_graph(json.load(file), directed=True, multigraph=True, edges="edges")

    def entity(self, alias: str) -> Any:  # noqa: ANN401
        """By looking at every node."""
        return next(fields for _, fields in self._net.nodes(data=True) if alias in fields["aliases"])

    def pair(self, one: str, other: str) -> Any:  # noqa: ANN401
        """The edges both ways."""
        return [self._net.get_edge_data(*ends, default={}) for ends in ((one, other), (other, one))]

    def around(self, hub: str) -> Any:  # noqa: ANN401
        """The nodes, by distance."""
        first = set(self._net.succ[hub]) | set(self._net.pred[hub])
        second = {other for one in first for there in (self._net.succ[one], self._net.pred[one]) for other in there}
        return [(other, 1) for other in first] + [(other, 2) for other in second - first - {hub}]

    def search(self, text: str, limit: int | None) -> Any:  # noqa: ANN401
        """By looking at every edge."""
        found = []
        for edge in self._net.edges(data=True):
            if text in edge[2]["sentence"]:
                found.append(edge)
                if len(found) == limit:
                    break
        return found


class Ladybug:
    """The graph in a database with Cypher."""

    def __init__(self, directory: Path) -> None:
        import ladybug

        self._db = ladybug.Database(str(directory / "graph.lbug"))
        self._connection = ladybug.Connection(self._db)

    def entity(self, alias: str) -> Any:  # noqa: ANN401
        """By the property, which has no index."""
        return self._rows("MATCH (e:Entity) WHERE e.alias = $name RETURN e.*", name=alias)

    def pair(self, one: str, other: str) -> Any:  # noqa: ANN401
        """The relationships both ways."""
        query = "MATCH (a:Entity {id: $one})-[r:Assertion]-(b:Entity {id: $other}) RETURN r.type, r.day, r.sentence"
        return self._rows(query, one=one, other=other)

    def around(self, hub: str) -> Any:  # noqa: ANN401
        """The nodes within two relationships."""
        query = "MATCH (a:Entity {id: $hub})-[:Assertion* SHORTEST 1..2]-(b:Entity) RETURN b.id"
        return self._rows(query, hub=hub)

    def search(self, text: str, limit: int | None) -> Any:  # noqa: ANN401
        """By looking at every relationship."""
        query = (
            "MATCH (a:Entity)-[r:Assertion]->(b:Entity) WHERE contains(r.sentence, $text) RETURN a.id, r.sentence, b.id"
        )
        return self._rows(query + (f" LIMIT {limit}" if limit else ""), text=text)

    def _rows(self, query: str, **given: str) -> list[Any]:
        result = self._connection.execute(query, given)
        rows = []
        while result.has_next():
            rows.append(result.get_next())
        return rows


SYSTEMS: dict[str, Callable[[Path], System]] = {"kgraph": Kgraph, "networkx": Networkx, "ladybug": Ladybug}


@dataclass
class Report:
    """What was measured: seconds by question, and megabytes."""

    seconds: dict[str, float] = field(default_factory=dict)
    megabytes: float = 0.0


def measured(name: str, directory: Path, asked: Asked) -> Report:
    """Ask one system everything."""
    report = Report()
    system = _timed(report, "open", lambda: SYSTEMS[name](directory))
    questions: dict[str, Iterable[Callable[[], Any]]] = {
        "an entity by an alias": [lambda alias=alias: system.entity(alias) for alias in asked.aliases],
        "all relations of a pair": [lambda pair=pair: system.pair(*pair) for pair in asked.pairs],
        "two hops around the largest hub": [lambda: system.around(asked.hub)] * ROUNDS,
        "search: a rare name, all sentences": [lambda text=text: system.search(text, None) for text in asked.rare],
        "search: a common word, 100 sentences": [lambda text=text: system.search(text, 100) for text in COMMON],
    }
    for question, calls in questions.items():
        each: list[float] = []
        for call in calls:
            begin = time.perf_counter()
            assert call()
            each.append(time.perf_counter() - begin)
        report.seconds[question] = statistics.median(each)
    if name == "kgraph":
        _whole(directory, report)
    report.megabytes = _megabytes()
    return report


def _whole(directory: Path, report: Report) -> None:
    """What only kgraph does: the graph as networkx has it, and relations out of assertions."""
    with kgraph.open(directory) as kg:
        net = _timed(report, "all assertions as a MultiDiGraph", lambda: kg.to_networkx(level="assertion"))
        print(f"  {net.number_of_edges():,} edges in {_megabytes():,.0f} MB", file=sys.stderr)
        del net
    with Reader(directory) as reader:
        assertions = reader.assertions()
    _timed(report, "relations from all assertions", lambda: summing.relations(assertions))


def _timed(report: Report, what: str, call: Callable[[], Any]) -> Any:  # noqa: ANN401
    begin = time.perf_counter()
    result = call()
    report.seconds[what] = time.perf_counter() - begin
    return result


def _megabytes() -> float:
    """The largest resident set of this process; what `resource` tells counts the parent's, too."""
    lines = Path("/proc/self/status").read_text(encoding="ascii").splitlines()
    return next(int(line.split()[1]) for line in lines if line.startswith("VmHWM")) / 1024


def prepare(directory: Path, size: made.Size, systems: Sequence[str]) -> None:
    """Make the graph, and what the other systems load, where it is not there."""
    if not (directory / "kgraph.db").exists():
        made.write(directory, size)
    if "networkx" in systems and not (directory / "graph.json").exists():
        _write_json(directory)
    if "ladybug" in systems and not (directory / "graph.lbug").exists():
        _load_ladybug(directory)


def _write_json(directory: Path) -> None:
    import networkx as nx

    with kgraph.open(directory) as kg, (directory / "graph.json").open("w", encoding="utf-8") as file:
        json.dump(nx.node_link_data(kg.to_networkx(level="assertion"), edges="edges"), file, ensure_ascii=False)


def _load_ladybug(directory: Path) -> None:
    import ladybug

    with Reader(directory) as reader, TemporaryDirectory() as folder:
        nodes, edges = Path(folder) / "nodes.csv", Path(folder) / "edges.csv"
        _write_csv(nodes, ([one.id, one.type, one.name, one.aliases[0]] for one in reader.entities()))
        _write_csv(
            edges,
            (
                [one.source, one.target, one.id, one.type, one.status, one.date, one.sentence]
                for one in reader.assertions()
            ),
        )
        connection = ladybug.Connection(ladybug.Database(str(directory / "graph.lbug")))
        connection.execute("CREATE NODE TABLE Entity (id STRING PRIMARY KEY, type STRING, name STRING, alias STRING)")
        connection.execute(
            "CREATE REL TABLE Assertion (FROM Entity TO Entity, id STRING, type STRING, status STRING, day STRING, "
            "sentence STRING)"
        )
        connection.execute(f"COPY Entity FROM '{nodes}'")
        connection.execute(f"COPY Assertion FROM '{edges}'")


def _write_csv(path: Path, rows: Iterable[Iterable[object]]) -> None:
    with path.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows(rows)


def what_to_ask(directory: Path) -> Asked:
    """Questions that have answers: the largest hub, pairs with relations, names that are spoken of now and then."""
    with Reader(directory) as reader:
        entities = reader.tied
        degrees = [len(pairs) for pairs in near(reader, range(len(entities)), 0)]
        order = sorted(range(len(entities)), key=lambda number: -degrees[number])
        chosen = [order[len(order) * tenth // 10] for tenth in range(1, 10)]
        pairs = [
            (entities[number], entities[neighbors[0]])
            for number, neighbors in zip(chosen, near(reader, chosen, 0), strict=True)
        ]
        names = reader.labels([entities[number] for number in chosen])
        aliases = [one.aliases[0] for number in chosen if (one := reader.entity(entities[number]))]
    return Asked(entities[order[0]], pairs, aliases, [name for name, _ in names.values()])


def _work(pipe: Connection, name: str, directory: Path, asked: Asked) -> None:
    pipe.send(measured(name, directory, asked))


def alone(name: str, directory: Path, asked: Asked) -> Report:
    """What one system measures in a process of its own."""
    context = multiprocessing.get_context("spawn")
    ours, theirs = context.Pipe()
    process = context.Process(target=_work, args=(theirs, name, directory, asked))
    process.start()
    report: Report = ours.recv()
    process.join()
    return report


def shown(reports: dict[str, Report]) -> str:
    """The measurements as a Markdown table."""
    lines = [f"| | limit | {' | '.join(reports)} |", f"| --- | --- |{' --- |' * len(reports)}"]
    for question, limit in LIMITS.items():
        cells = (_told(report.seconds.get(question)) for report in reports.values())
        lines.append(f"| {question} | {limit} | {' | '.join(cells)} |")
    memory = (f"{report.megabytes:,.0f} MB" for report in reports.values())
    return "\n".join([*lines, f"| memory at most | | {' | '.join(memory)} |"])


def _told(seconds: float | None) -> str:
    if seconds is None:
        return ""
    return f"{seconds:,.1f} s" if seconds >= 1 else f"{seconds * 1000:,.1f} ms"


def main() -> None:
    """Measure all that are asked for, one after another."""
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("--assertions", type=int, default=1_000_000)
    arguments.add_argument("--entities", type=int, default=50_000)
    arguments.add_argument("--directory", type=Path, default=Path("build/benchmark"))
    arguments.add_argument("--only", nargs="*", default=list(SYSTEMS), choices=list(SYSTEMS))
    given = arguments.parse_args()
    prepare(given.directory, made.Size(given.assertions, given.entities), given.only)
    asked = what_to_ask(given.directory)
    print(shown({name: alone(name, given.directory, asked) for name in given.only}))


if __name__ == "__main__":
    main()
