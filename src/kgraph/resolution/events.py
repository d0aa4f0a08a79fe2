"""Which tellings are of one event."""

import hashlib
from collections import defaultdict
from collections.abc import Iterable, Sequence

from kgraph.models import Event, EventMention, Participant


def identified(tellings: Iterable[EventMention]) -> list[EventMention]:
    """The tellings, each under the id of its event: those of one type, day and set of actors share it.

    A telling without an exact day is an event of its own article: two meetings in one month may be two.
    """
    return [telling.model_copy(update={"id": _identity(telling)}) for telling in tellings]


def events(tellings: Iterable[EventMention]) -> list[Event]:
    """The events that identified tellings tell of, by id."""
    groups: defaultdict[str, list[EventMention]] = defaultdict(list)
    for telling in tellings:
        groups[telling.id].append(telling)
    return [_event(groups[event]) for event in sorted(groups)]


def _identity(telling: EventMention) -> str:
    actors = sorted(participant.entity for participant in telling.participants)
    exact = telling.date is not None and len(telling.date) == 10
    content = (telling.type.value, telling.date, *actors) if exact else (telling.id,)
    digest = hashlib.sha256(repr(content).encode()).hexdigest()[:12]
    return f"event:{telling.type}:{telling.date or 'undated'}:{digest}"


def _event(told: Sequence[EventMention]) -> Event:
    first = told[0]
    places = (telling.place for telling in told if telling.place)
    return Event(
        id=first.id,
        type=first.type,
        label=first.label,
        date=first.date,
        place=next(places, None),
        participants=_participants(told),
        assertions=tuple(assertion for telling in told for assertion in telling.assertions),
        articles=tuple(sorted({telling.article for telling in told})),
    )


def _participants(told: Iterable[EventMention]) -> tuple[Participant, ...]:
    roles: dict[str, Participant] = {}
    for telling in told:
        for participant in telling.participants:
            roles.setdefault(participant.entity, participant)
    return tuple(roles[entity] for entity in sorted(roles))
