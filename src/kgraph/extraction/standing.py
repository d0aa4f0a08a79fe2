"""Relations that names and titles state by themselves: offices, and what an organization belongs to."""

from collections.abc import Iterator, Mapping, Sequence

from kgraph.extraction.document import Actor, Name, Statement
from kgraph.lexicon import Lexicon
from kgraph.ontology import EntityType, RelationType, Status


class StandingRelations:
    """Reads leadership and affiliation off the names of an article."""

    def __init__(self, words: Lexicon) -> None:
        self._offices = words.titles.offices
        self._actors = words.actors

    def find(self, names: Sequence[Name], actors: Mapping[str, Actor]) -> Iterator[Statement]:
        """One statement for each office said with a name, and for each organization with its country."""
        for name in names:
            if name.type is EntityType.PERSON and name.title in self._offices:
                yield from self._office(name, actors)
            elif name.type is EntityType.ORGANIZATION:
                yield from self._affiliation(name, actors)

    def _office(self, name: Name, actors: Mapping[str, Actor]) -> Iterator[Statement]:
        term = self._offices[name.title or ""]
        body = name.country or self._body_by_table(name, term.title)
        if body is None and term.scope == "country":
            body = actors[name.key].country
        if body is None:
            return
        kind = RelationType.LEADERSHIP if term.rank == "head" and not name.former else RelationType.AFFILIATION
        yield _statement(name, kind, body, f"{kind}/{term.title}", 0.9 if name.country else 0.8)

    def _body_by_table(self, name: Name, title: str) -> str | None:
        """What the office table says this person's office of that title is of."""
        known = self._actors.by_id.get(name.key)
        for office in known.offices if known else ():
            body = self._actors.body(office.of)
            if office.title == title and body is not None:
                return body.id
        return None

    def _affiliation(self, name: Name, actors: Mapping[str, Actor]) -> Iterator[Statement]:
        country = actors[name.key].country
        if country is not None and country in actors:
            yield _statement(name, RelationType.AFFILIATION, country, "affiliation/name", 0.8)


def _statement(name: Name, kind: RelationType, target: str, rule: str, confidence: float) -> Statement:
    return Statement(name.key, kind, target, Status.ASSERTED, rule, name.start, name.end, confidence)
