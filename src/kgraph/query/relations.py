"""Questions about relations: who does what to whom, when, with what evidence, and what changed."""

from collections.abc import Iterable

from kgraph import summing
from kgraph.errors import KgraphError
from kgraph.models import Assertion, Relation
from kgraph.naming import iso_date
from kgraph.ontology import Quad, Status
from kgraph.query.base import Base
from kgraph.query.found import Found
from kgraph.query.holding import Held
from kgraph.query.records import Change
from kgraph.store import Filters


class Relations(Base):
    """Questions about relations and the assertions beneath."""

    def relations(
        self,
        source: str | None = None,
        target: str | None = None,
        *,
        type: str | None = None,
        status: Status | str | None = None,
        since: str | None = None,
        until: str | None = None,
        on: str | None = None,
        article: str | None = None,
        quad: Quad | str | None = None,
        min_articles: int = 1,
        limit: int | None = None,
    ) -> Found[Relation]:
        """The relations from `source` to `target`, best supported first.

        `type` is a type's name, PLOVER code or Japanese label, `quad` a PLOVER quad class; a type without direction
        matches both ways round. Status, dates and article are asked of the assertions beneath, and each relation
        counts those alone; an assertion without a date has no part where a date is asked. `on` asks for what held
        on that day: see `kgraph.query.holding`. `min_articles` is how many articles have to say so.

        >>> [(one.source, one.target) for one in kg.relations("独", type="制裁", since="2024")]
        [('country:DE', 'country:BY')]
        """
        asked = self._filters(source, target, type, status, since, until, self._article(article), quad)
        if on is not None:
            found = summing.relations(self._holding(asked, iso_date(on)))
        elif status or since or until or article:
            found = summing.relations(self._reader.assertions(asked))
        else:
            found = self._reader.relations(asked)
        enough = (relation for relation in found if relation.articles >= min_articles)
        return self._found(Relation, sorted(enough, key=support)[:limit])

    def assertions(
        self,
        source: str | None = None,
        target: str | None = None,
        *,
        type: str | None = None,
        status: Status | str | None = None,
        since: str | None = None,
        until: str | None = None,
        article: str | None = None,
    ) -> Found[Assertion]:
        """The assertions from `source` to `target`, in the order of the text; asked for like `relations`.

        >>> kg.assertions("独", "ベラルーシ")[0].sentence
        'ドイツは3月、ベラルーシに新たな制裁を科した。'
        """
        asked = self._filters(source, target, type, status, since, until, self._article(article))
        return self._found(Assertion, self._reader.assertions(asked))

    def assertion(self, start: str) -> Assertion:
        """The one assertion whose id begins so; raises KgraphError where there is none, or more than one.

        >>> kg.assertion("summit:11:person:高木一郎:neg").target
        'person:マリー・デュポン'
        """
        found = self._reader.assertions_called(start)
        if len(found) != 1:
            raise KgraphError(
                f"{'several assertions have ids' if found else 'no assertion has an id'} from '{start}' on"
            )
        return found[0]

    def between(self, one: str, other: str) -> Found[Relation]:
        """All relations between two entities, in either direction, best supported first.

        >>> [str(one.type) for one in kg.between("マリー・デュポン", "高木首相")]
        ['negotiation']
        """
        ends = (self.entity(one).id, self.entity(other).id)
        return self._found(Relation, sorted(self._reader.relations(Filters(ends=ends)), key=support))

    def evidence(self, relation: Relation) -> Found[Assertion]:
        """All assertions that speak of the relation, in the order of the text.

        >>> [one.date for one in kg.evidence(kg.between("マリー・デュポン", "高木首相")[0])]
        ['2023', '2025-05-12']
        """
        asked = Filters(relation.source, relation.target, relation.type)
        return self._found(Assertion, self._reader.assertions(asked))

    def compare(self, since: str, until: str) -> Found[Change]:
        """What changed from one day to another: the relations that began in between, and those that ended.

        A relation is new where its first assertion is of that time, and has ended where it held on `since` and
        holds no more on `until`.

        >>> [(one.change, one.relation.target) for one in kg.compare("2024-02", "2024-12")]
        [('new', 'country:BY')]
        """
        first, last = iso_date(since), iso_date(until)
        held = self._held(Filters())
        new = [Change(change="new", date=date, relation=one) for one, date in held.begun(first, last)]
        ended = [Change(change="ended", date=date, relation=one) for one, date in held.ended(first, last)]
        return self._found(Change, [*new, *ended])

    def _holding(self, asked: Filters, day: str) -> Iterable[Assertion]:
        """Of the assertions that are asked for, those of relations that held on a day."""
        wanted = {one.id for one in self._reader.assertions(asked)}
        ends = tuple(end for end in (asked.source, asked.target) if end is not None)
        # What ended a relation may be of another type and the other way round.
        return [one for one in self._held(Filters(ends=ends)).on(day) if one.id in wanted]

    def _held(self, asked: Filters) -> Held:
        told = self._reader.assertions(asked)
        undated = any(one.date is None for one in told)
        return Held(told, self._reader.published() if undated else {})

    def _article(self, article: str | None) -> str | None:
        if article is not None and self._reader.article(article) is None:
            raise KgraphError(f"no article has the id '{article}'")
        return article


def support(relation: Relation) -> tuple[int, str, str, str]:
    """The key that sorts the best supported relations first."""
    return -relation.assertions, relation.source, relation.type, relation.target
