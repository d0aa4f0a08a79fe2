"""What people decided, applied to what the articles say, before entities are made of it.

The unit is a *use*: a key of the extractions with one spelling of it. At first each use is of its own key's
entity; judgements, in the order they were made, move uses from one entity to another. Which articles and
judgements there are decides the outcome, not the order in which they are given.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from kgraph.judgements import in_order
from kgraph.models import Article, Entity, Extraction, Judgement, Mention
from kgraph.ontology import JudgementKind, MentionKind
from kgraph.resolution.notes import noted
from kgraph.resolution.rewriting import Use, rewritten
from kgraph.spelling import name_key

Told = Sequence[tuple[Article, Extraction]]


class Judged(NamedTuple):
    """The extractions as people corrected them; `notes` are articles for what they assert themselves.

    `apart` has, by entity, the spellings that are its no more, as `name_key` gives them.
    """

    told: Told
    notes: tuple[Article, ...]
    apart: Mapping[str, frozenset[str]]


def judged(told: Told, judgements: Iterable[Judgement]) -> Judged:
    """What the articles say, with all judgements applied; one about what no article names has no effect."""
    decided = in_order(judgements)
    if not decided:
        return Judged(told, (), {})
    parts = _Parts(told)
    for one in decided:
        if one.kind is JudgementKind.MERGE:
            parts.merge(*one.about)
        elif one.kind is JudgementKind.SEPARATE:
            parts.separate(*one.about)
    rejected = frozenset(one.about[0] for one in decided if one.kind is JudgementKind.REJECT)
    moved = parts.moved()
    said = [(article, rewritten(extraction, moved, parts.labels, rejected)) for article, extraction in told]
    asserted = [one for one in decided if one.kind is JudgementKind.ASSERT]
    notes = [note for one in asserted if (note := noted(one, parts.find, parts.labels))]
    return Judged([*said, *notes], tuple(article for article, _ in notes), parts.apart())


def without(entities: Iterable[Entity], apart: Mapping[str, frozenset[str]]) -> list[Entity]:
    """The entities, without the aliases that people took from them."""
    return [_without(entity, apart[entity.id]) if entity.id in apart else entity for entity in entities]


def _without(entity: Entity, apart: frozenset[str]) -> Entity:
    kept = tuple(alias for alias in entity.aliases if name_key(alias) not in apart)
    return entity.model_copy(update={"aliases": kept})


class _Parts:
    """Which uses are of which entity; `labels` has a name for each key."""

    def __init__(self, told: Told) -> None:
        self.labels: dict[str, str] = {}
        self._counts: Counter[Use] = Counter()
        for _, extraction in told:
            self._count(extraction)
        self._now = {use: use[0] for use in self._counts}
        self._members: defaultdict[str, set[Use]] = defaultdict(set)
        self._spelled: defaultdict[str, set[Use]] = defaultdict(set)
        for use in self._counts:
            self._members[use[0]].add(use)
            self._spelled[use[1]].add(use)

    def merge(self, first: str, second: str) -> None:
        """All that is of the second is of the first from now on."""
        kept, gone = self.find(first), self.find(second)
        if kept and gone and kept != gone:
            self._move(set(self._members[gone]), kept)

    def separate(self, first: str, second: str) -> None:
        """What is spelled like the second leaves the first: with all its like where that was merged into it."""
        whole = self.find(first)
        if whole is None or whole == second:
            return
        members = self._members[whole]
        leaving = {use for use in members if second == use[0] or use[1] == name_key(second)}
        foreign = {key for key, _ in leaving if key != whole}
        for key in foreign:
            self._move({use for use in members if use[0] == key}, key)
        own = f"{whole.partition(':')[0]}:{second}"
        if own != whole and (native := {use for use in leaving if use[0] == whole and use[1]}):
            self.labels.setdefault(own, second)
            self._move(native, own)

    def find(self, name: str) -> str | None:
        """The key that has the id or the spelling now; of several, the one most often meant by it."""
        if self._members.get(name):
            return name
        uses = self._members_of_key(name) or self._spelled.get(name_key(name), set())
        counted: Counter[str] = Counter()
        for use in uses:
            counted[self._now[use]] += self._counts[use]
        return min(counted, key=lambda key: (-counted[key], key), default=None)

    def moved(self) -> dict[str, dict[str, str]]:
        """For each key that is not wholly its own any more: whose each of its spellings is."""
        keys = {use[0] for use, key in self._now.items() if use[0] != key}
        found: defaultdict[str, dict[str, str]] = defaultdict(dict)
        for (key, spelling), now in self._now.items():
            if key in keys:
                found[key][spelling] = now
        return dict(found)

    def apart(self) -> dict[str, frozenset[str]]:
        """The spellings of each key that are another entity's now."""
        return {
            key: frozenset(spelling for spelling, now in spellings.items() if now != key)
            for key, spellings in self.moved().items()
        }

    def _members_of_key(self, key: str) -> set[Use]:
        """The use of a key as such, without a spelling."""
        return {(key, "")} & self._now.keys()

    def _move(self, uses: set[Use], to: str) -> None:
        for use in uses:
            self._members[self._now[use]].discard(use)
            self._members[to].add(use)
            self._now[use] = to

    def _count(self, extraction: Extraction) -> None:
        for referent in extraction.referents:
            self.labels[referent.key] = max(
                self.labels.get(referent.key, ""), referent.name, key=lambda name: (len(name), name)
            )
            names = (referent.name, referent.name_en or "", *referent.names)
            self._counts.update({(referent.key, name_key(name)): 0 for name in names})
            self._counts[referent.key, ""] += 0
        self._counts.update(_use(one) for one in extraction.mentions)


def _use(mention: Mention) -> Use:
    return mention.entity, name_key(mention.text) if mention.kind is MentionKind.NAME else ""
