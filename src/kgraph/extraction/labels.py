"""What a Japanese reader calls an event: 「米露首脳会談(2025年8月15日、アンカレッジ)」."""

from collections.abc import Mapping, Sequence

from spacy.tokens import Doc, Token

from kgraph.extraction.document import Actor, Partial, Statement, Telling
from kgraph.extraction.happenings import token_of
from kgraph.extraction.phrases import chunk
from kgraph.lexicon import actors
from kgraph.lexicon.events import EventWords
from kgraph.ontology import EntityType

_UNITS = ("年", "月", "日")
_LEADING = ("source", "mediator", "host")


class Labels:
    """Names events by what happened, who took part, when and where."""

    def __init__(self, known: actors.Actors, words: EventWords) -> None:
        self._words = words
        self._shorts: dict[str, str] = {}
        for short, country in known.shorts.items():
            self._shorts.setdefault(country, short)

    def kind(self, doc: Doc, said: Statement | Partial) -> str:
        """The noun for what happened: that of the text with what belongs to it, else the verb's, else the type's."""
        word = token_of(doc, said)
        if gathering := self._gathering(doc, word):
            return gathering
        lemma = said.rule.split("/")[1]
        if named := self._words.named.get(lemma):
            return self._with_manner(word, named)
        return self._with_manner(word, self._qualified(word)) if _is_noun_of_action(word) else said.type.spec.ja

    def label(self, doc: Doc, telling: Telling) -> str:
        """The name of an event in an article."""
        known: Mapping[str, Actor] = doc._.actors
        kind = self._level(doc, telling) + telling.kind
        who = "" if self._is_name(doc, kind) else self._who(telling, known, kind)
        place = known.get(telling.place or "")
        inside = "、".join(part for part in (written(telling.date), place.name if place else "") if part)
        return (who or kind) + (f"({inside})" if inside else "")

    def _gathering(self, doc: Doc, word: Token) -> str:
        """The name of a gathering that has one, with the place or body that it begins with."""
        whole = chunk(word)
        return whole if whole.endswith(self._words.gatherings) and self._is_name(doc, whole) else ""

    def _is_name(self, doc: Doc, kind: str) -> bool:
        """Whether a kind says by itself which event is meant."""
        known = any(kind == event.name for event in self._words.known)
        return known or any(kind.startswith(name.text) and len(name.text) > 1 for name in doc._.names)

    def _who(self, telling: Telling, known: Mapping[str, Actor], kind: str) -> str:
        roles = [(part.role, known[part.entity]) for part in telling.participants]
        sources = [actor for role, actor in roles if role in _LEADING]
        targets = [actor for role, actor in roles if role not in _LEADING]
        if not sources and telling.participants[0].role == "party":
            return self._together(targets, kind)
        who = "・".join(self._name(actor) for actor in sources)
        whom = "・".join(self._name(actor) for actor in targets)
        return f"{who}の{whom}{kind}" if who and whom else f"{who or whom}の{kind}"

    def _together(self, parties: Sequence[Actor], kind: str) -> str:
        ordered = sorted(parties, key=self._rank)
        shorts = [self._shorts.get(self._country(actor, kind), "") for actor in ordered]
        if len(parties) > 1 and all(shorts) and len({*shorts}) == len(shorts):
            return "".join(shorts) + kind
        return "・".join(self._name(actor) for actor in ordered) + f"の{kind}"

    def _country(self, actor: Actor, kind: str) -> str:
        """The country that an actor is called after: itself, or whose leader or minister it is at such a meeting."""
        if actor.type is EntityType.PERSON and kind.startswith(tuple(self._words.offices)):
            return actor.country or ""
        return actor.key

    def _rank(self, actor: Actor) -> int:
        """The place of an actor's country in the order in which Japanese names countries together."""
        short = self._shorts.get(actor.country or actor.key)
        place = self._words.order.find(short) if short else -1
        return place if place >= 0 else len(self._words.order)

    def _level(self, doc: Doc, telling: Telling) -> str:
        """「米露首脳会談」 for the meeting of two presidents, even where the text says no more than 会談."""
        if telling.kind not in self._words.meetings or len(telling.participants) < 2:
            return ""
        held = [{name.title for name in doc._.names if name.key == part.entity} for part in telling.participants]
        return next((level for level, titles in self._words.offices.items() if all(titles & of for of in held)), "")

    def _name(self, actor: Actor) -> str:
        """A short name: the family name of people, else the shortest that the article uses."""
        if actor.type is EntityType.PERSON:
            return actor.name.rpartition("・")[2]
        whole = [name for name in actor.names if len(name) > 1]
        return (
            min(whole, key=lambda name: (len(name), name)) if actor.key.startswith("country:") and whole else actor.name
        )

    def _with_manner(self, word: Token, kind: str) -> str:
        """「電話で会談した」 is a 電話会談, 「ミサイルを発射した」 a ミサイル発射."""
        marked = (child for child in word.lefts if any(case.text in ("を", "で") for case in child.rights))
        manner = next((chunk(child) for child in marked if chunk(child) in self._words.qualifiers), "")
        return kind if kind.startswith(manner) else manner + kind

    def _qualified(self, word: Token) -> str:
        """A noun of action with the words right before it that belong to its name."""
        start = word.i
        while start > word.sent.start and word.doc[start - 1].text in self._words.qualifiers:
            start -= 1
        return word.doc[start : word.i + 1].text


def written(date: str | None) -> str:
    """An ISO date as Japanese news writes it: 2025年8月15日."""
    return "".join(f"{int(part)}{unit}" for part, unit in zip((date or "").split("-"), _UNITS, strict=False) if part)


def _is_noun_of_action(word: Token) -> bool:
    return word.tag_.startswith("名詞") and len(word) > 1
