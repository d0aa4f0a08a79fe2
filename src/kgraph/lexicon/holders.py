"""Offices in time: who was president of what on a day."""

from collections import defaultdict
from collections.abc import Mapping, Sequence

from kgraph.lexicon.actors import Actor, Actors, Office
from kgraph.lexicon.titles import OfficeTerm

_Term = tuple[Office, Actor]


class Holders:
    """The people of the lexicon by the offices they hold or held."""

    def __init__(self, actors: Actors, terms: Mapping[str, OfficeTerm]) -> None:
        self._terms = terms
        self._held: defaultdict[tuple[str, str], list[_Term]] = defaultdict(list)
        for actor in actors.by_id.values():
            for office in actor.offices:
                body = actors.body(office.of)
                self._held[self._title(office.title), body.id if body else office.of].append((office, actor))
        self._anywhere: defaultdict[str, list[_Term]] = defaultdict(list)
        for (title, _), held in self._held.items():
            self._anywhere[title] += held

    def holder(self, title: str, body: str, on: str | None) -> Actor | None:
        """Who held the office at `body` (an actor's id) on a day, month or year; without it, who alone ever did.

        None where the table knows nobody, or several: a year in which an office changed hands, deputies.
        """
        holders = {actor.id: actor for actor in _in_office(self._held.get((self._title(title), body), ()), on)}
        return next(iter(holders.values())) if len(holders) == 1 else None

    def all(self, title: str, on: str | None = None, by: str | None = None) -> list[Actor]:
        """Everybody who held the office anywhere, on a date, or by a date, or ever; each once, by id.

        An office may be said without its beginning: 長官 is also 国務長官.
        """
        word = self._title(title)
        held = (term for known, terms in self._anywhere.items() if known.endswith(word) for term in terms)
        holders = {actor.id: actor for actor in _in_office([(o, a) for o, a in held if _begun(o, by)], on)}
        return [holders[key] for key in sorted(holders)]

    def _title(self, word: str) -> str:
        term = self._terms.get(word)
        return term.title if term else word


def _in_office(held: Sequence[_Term], on: str | None) -> list[Actor]:
    return [actor for office, actor in held if on is None or _covers(office, on)]


def _begun(office: Office, by: str | None) -> bool:
    return by is None or _first_day(office.since or "0001") <= f"{by}~"


def _covers(office: Office, on: str) -> bool:
    """Whether a term and a date may have a day in common; a term is over on the day of its `until`."""
    begins, ends = _first_day(office.since or "0001"), office.until or "9999"
    # '~' sorts after all digits: `2025~` comes after every day of 2025.
    return begins <= f"{on}~" and _first_day(on) < (ends if len(ends) == len("2025-01-01") else f"{ends}~")


def _first_day(date: str) -> str:
    return date + "-01-01"[len(date) - len("2025") :]
