"""One article's extraction, with its keys replaced by those of the entities that people decided on."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from itertools import chain

from kgraph.models import Assertion, EventMention, Extraction, Mention, Participant, Referent
from kgraph.ontology import EntityType, MentionKind, Reason
from kgraph.spelling import name_key

Use = tuple[str, str]
Moved = Mapping[str, Mapping[str, str]]


def rewritten(
    extraction: Extraction,
    moved: Moved,
    labels: Mapping[str, str],
    rejected: frozenset[str] = frozenset(),
    reason: Reason = Reason.JUDGED,
) -> Extraction:
    """The extraction under new keys, without the rejected assertions and what rests on these alone.

    `moved` has, for each key that changes, whose each of its spellings is. Where one article spells a key in
    ways that are two entities now, the mentions in a sentence decide who is meant there, else those before it.
    An assertion of two that have become one is gone: nobody does anything to himself. `labels` has a name for each
    new key, and `reason` is why mentions have it.
    """
    if not rejected.isdisjoint(one.id for one in extraction.assertions):
        extraction = _without(extraction, rejected)
    if not any(referent.key in moved for referent in extraction.referents):
        return extraction
    article = _Rewriter(extraction, moved, labels, reason)
    joined = frozenset(one.id for one in extraction.assertions if article.is_joined(one))
    return article.rewritten(_without(extraction, joined))


def _without(extraction: Extraction, gone: frozenset[str]) -> Extraction:
    events = [(telling, _resting(telling, gone)) for telling in extraction.events]
    return extraction.model_copy(
        update={
            "assertions": tuple(one for one in extraction.assertions if one.id not in gone),
            "events": tuple(left for before, left in events if left.assertions or not before.assertions),
        }
    )


def _resting(telling: EventMention, gone: frozenset[str]) -> EventMention:
    kept = tuple(assertion for assertion in telling.assertions if assertion not in gone)
    return telling if kept == telling.assertions else telling.model_copy(update={"assertions": kept})


class _Rewriter:
    """Whom one article means by its keys, place by place."""

    def __init__(self, extraction: Extraction, moved: Moved, labels: Mapping[str, str], reason: Reason) -> None:
        self._moved = moved
        self._reason = reason
        self._labels = labels
        self._named: defaultdict[str, list[Mention]] = defaultdict(list)
        for mention in sorted(extraction.mentions, key=lambda one: one.start):
            if mention.kind is MentionKind.NAME and mention.entity in moved:
                self._named[mention.entity].append(mention)

    def is_joined(self, assertion: Assertion) -> bool:
        """Whether the two ends of an assertion are one now."""
        ends = (self._at(end, assertion.start, assertion.end) for end in (assertion.source, assertion.target))
        return assertion.source != assertion.target and len(set(ends)) == 1

    def rewritten(self, extraction: Extraction) -> Extraction:
        """All parts of the extraction under the new keys."""
        mentions = tuple(map(self._mention, extraction.mentions))
        assertions = tuple(map(self._assertion, extraction.assertions))
        events = tuple(map(self._event, extraction.events))
        spoken = frozenset(_spoken(mentions, assertions, events))
        referents = chain.from_iterable(self._referents(one, spoken) for one in extraction.referents)
        return Extraction(
            article=extraction.article,
            referents=tuple(referents),
            mentions=mentions,
            assertions=assertions,
            events=events,
        )

    def _at(self, key: str, start: int, end: int) -> str:
        """Who is meant by the key between two characters."""
        if key not in self._moved:
            return key
        named = self._named[key]
        inside = [one for one in named if start <= one.start < end]
        before = [one for one in named if one.start < start]
        for mention in (*inside[:1], *before[-1:], *named[:1]):
            return self._spelled(mention)
        return self._moved[key].get("", key)

    def _spelled(self, mention: Mention) -> str:
        return self._moved[mention.entity][name_key(mention.text)]

    def _mention(self, mention: Mention) -> Mention:
        if mention.entity not in self._moved:
            return mention
        is_name = mention.kind is MentionKind.NAME
        key = self._spelled(mention) if is_name else self._at(mention.entity, mention.start, mention.end)
        reason = mention.reason if key == mention.entity else self._reason
        return mention.model_copy(update={"entity": key, "type": _type(key), "reason": reason})

    def _assertion(self, one: Assertion) -> Assertion:
        said = one.attributed_to
        ends = {
            "source": self._at(one.source, one.start, one.end),
            "target": self._at(one.target, one.start, one.end),
            "attributed_to": said and self._at(said, one.start, one.end),
        }
        return one.model_copy(update=ends)

    def _event(self, telling: EventMention) -> EventMention:
        place = telling.place
        parts: dict[str, Participant] = {}
        for part in telling.participants:
            key = self._at(part.entity, telling.start, telling.end)
            parts.setdefault(key, Participant(entity=key, role=part.role))
        there = place and self._at(place, telling.start, telling.end)
        return telling.model_copy(update={"participants": tuple(parts.values()), "place": there})

    def _referents(self, referent: Referent, spoken: frozenset[str]) -> Iterator[Referent]:
        """The referent as one for each entity that its names belong to, and that the article speaks of."""
        if referent.key not in self._moved:
            yield referent
            return
        whose = self._moved[referent.key]
        for key in sorted({*whose.values()} & spoken):
            names = tuple(name for name in referent.names if whose[name_key(name)] == key)
            yield self._referent(referent, key, names)

    def _referent(self, referent: Referent, key: str, names: tuple[str, ...]) -> Referent:
        if key == referent.key:
            return referent.model_copy(update={"names": names})
        full = (referent.name,) if self._moved[referent.key][name_key(referent.name)] == key else ()
        return Referent(
            key=key,
            type=_type(key),
            name=self._labels[key],
            names=tuple(dict.fromkeys([*names, *full])),
            country=None if referent.known else referent.country,
            titles=referent.titles,
        )


def _spoken(
    mentions: Iterable[Mention], assertions: Iterable[Assertion], events: Iterable[EventMention]
) -> Iterator[str]:
    yield from (mention.entity for mention in mentions)
    for one in assertions:
        yield from filter(None, (one.source, one.target, one.attributed_to))
    for telling in events:
        yield from (part.entity for part in telling.participants)
        yield from filter(None, (telling.place,))


def _type(key: str) -> EntityType:
    return EntityType(key.partition(":")[0])
