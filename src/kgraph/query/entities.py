"""Questions about entities: who there is, what is known of one, who is near."""

from collections import Counter, defaultdict
from collections.abc import Iterable

from kgraph import summing
from kgraph.errors import KgraphError
from kgraph.judgements import in_order
from kgraph.models import Entity, Judgement
from kgraph.ontology import EntityType, JudgementKind, Reason
from kgraph.query.base import Base, entity_type, types
from kgraph.query.found import Found
from kgraph.query.records import Neighbor, Profile, Spelling
from kgraph.query.relations import support
from kgraph.query.walking import mask, within
from kgraph.spelling import name_key
from kgraph.store import Filters


class Entities(Base):
    """Questions about entities."""

    def entities(
        self, *, type: EntityType | str | None = None, country: str | None = None, text: str | None = None
    ) -> Found[Entity]:
        """The entities by id: those of one type, those of one country, those with `text` in one of their names.

        >>> [one.name for one in kg.entities(type="person", country="日本")]
        ['高木一郎']
        """
        kind = None if type is None else entity_type(type)
        home = self._id(country)
        found = [
            entity
            for entity in self._reader.entities()
            if kind in (None, entity.type) and home in (None, entity.country)
        ]
        return self._found(Entity, found if text is None else (one for one in found if _is_called(one, text)))

    def profile(self, name: str) -> Profile:
        """What there is about one entity; its relations best supported first.

        >>> [(one.text, one.mentions) for one in kg.profile("高木首相").spellings]
        [('高木首相', 2)]
        """
        entity = self.entity(name)
        mentions, articles = self._reader.mentioned(entity.id)
        ties = self._reader.relations(Filters(ends=(entity.id,)))
        return Profile(
            entity=entity,
            mentions=mentions,
            articles=articles,
            spellings=_spellings(self._reader.spellings(entity.id)),
            judgements=tuple(one for one in self.judgements() if _shapes(one, entity)),
            relations=tuple(sorted({summing.key(tie): tie for tie in ties}.values(), key=support)),
        )

    def judgements(self) -> Found[Judgement]:
        """What people decided about the graph, in the order they did.

        >>> kg.judgements() == []
        True
        """
        return self._found(Judgement, in_order(self._reader.judgements()))

    def neighbors(self, name: str, *, type: str | None = None, depth: int = 1) -> Found[Neighbor]:
        """The entities that `depth` relations or fewer lead to, in whatever direction, the nearest first, then by id.

        `type` lets only relations of one type count.

        >>> kg.neighbors("ドイツ", type="sanction", depth=2)[-1]
        Neighbor(entity='country:FR', distance=2)
        """
        if depth < 1:
            raise KgraphError("a neighborhood has a depth of at least 1")
        start = self._reader.number(self.entity(name).id)
        rings = within(self._reader, start, depth, mask(types(type)))[1:]
        ids = self._reader.tied
        found = (Neighbor(ids[n], distance) for distance, ring in enumerate(rings, start=1) for n in ring)
        return self._found(Neighbor, found)


def _spellings(found: Iterable[tuple[str, Reason, int]]) -> tuple[Spelling, ...]:
    counted: defaultdict[str, Counter[Reason]] = defaultdict(Counter)
    for text, reason, number in found:
        counted[text][reason] = number
    return tuple(
        Spelling(text=text, mentions=why.total(), reasons=tuple(reason for reason in Reason if why[reason]))
        for text, why in sorted(counted.items(), key=lambda item: (-item[1].total(), item[0]))
    )


def _is_called(entity: Entity, text: str) -> bool:
    return any(name_key(text) in name_key(name) for name in (entity.name, entity.name_en or "", *entity.aliases))


def _shapes(judgement: Judgement, entity: Entity) -> bool:
    """Whether a judgement decided which names are this entity's."""
    names = {entity.id, *map(name_key, (entity.name, *entity.aliases))}
    shaping = judgement.kind in (JudgementKind.MERGE, JudgementKind.SEPARATE)
    return shaping and (judgement.about[0] in names or name_key(judgement.about[0]) in names)
