"""What a Japanese reader calls an event: 「米露首脳会談(2025年8月15日、アンカレッジ)」."""

from collections.abc import Mapping, Sequence

from spacy.tokens import Doc, Token

from kgraph.extraction.document import Actor, Partial, Statement, Telling
from kgraph.extraction.happenings import token_of
from kgraph.extraction.phrases import chunk
from kgraph.labelling import titled
from kgraph.lexicon import actors
from kgraph.lexicon.events import EventWords
from kgraph.ontology import EntityType, MentionKind, RelationType

_LEADING = ("source", "mediator", "host")
# An entry of the lexicon for words that hold a country: 訪〇.
_ANY = "〇"


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
        _, entry, *objects = said.rule.split("/")
        noun = self._noun(word, entry, said.type)
        return self._with_object(word, noun) if objects else self._with_manner(word, noun)

    def _noun(self, word: Token, entry: str, type: RelationType) -> str:
        keys = (f"{type}/{word.lemma_}", word.lemma_, *((entry,) if _ANY in entry else ()))
        named = next((self._words.named[key] for key in keys if key in self._words.named), None)
        if named and not (named in self._words.made and type is not RelationType.AGREEMENT):
            return named
        return self._qualified(word) if _is_noun_of_action(word) else self._words.kinds[type]

    def label(self, doc: Doc, telling: Telling) -> str:
        """The name of an event in an article."""
        known: Mapping[str, Actor] = doc._.actors
        who = telling.kind if self.is_name(doc, telling.kind) else self._who(doc, telling)
        place = known.get(telling.place or "")
        return titled(who, telling.date, place.name if place else None)

    def _gathering(self, doc: Doc, word: Token) -> str:
        """The name of a gathering that has one, with the place or body that it begins with."""
        whole = chunk(word)
        return whole if whole.endswith(self._words.gatherings) and self.is_name(doc, whole) else ""

    def is_name(self, doc: Doc, kind: str) -> bool:
        """Whether a kind says by itself which event is meant."""
        known = any(kind == event.name for event in self._words.known)
        names = (name.text for name in doc._.names if name.kind is MentionKind.NAME)
        return known or any(kind.startswith(name) and len(name) > 1 for name in names)

    def _who(self, doc: Doc, telling: Telling) -> str:
        """The kind with those who take part: 「米国のイラン攻撃」「日仏首脳会談」."""
        sources, targets = self._sides(doc, telling)
        if not (sources and targets) and telling.participants[0].role == "party":
            return self._together(doc, [*sources, *targets], telling)
        who = "・".join(self._name(actor) for actor in sources)
        whom = "・".join(self._name(actor) for actor in targets)
        if who and whom:
            return f"{who}の{whom}{self._joint(telling.kind)}{telling.kind}"
        return f"{who or whom}の{telling.kind}"

    def _sides(self, doc: Doc, telling: Telling) -> tuple[list[Actor], list[Actor]]:
        """Those who act and those with whom: who goes somewhere acts; of an office its name says enough."""
        roles = [(part.role, doc._.actors[part.entity]) for part in telling.participants]
        is_visit = telling.kind.endswith(self._words.visits)
        leading = [role == "party" if is_visit else role in _LEADING for role, _ in roles]
        sources = _own([actor for (_, actor), leads in zip(roles, leading, strict=True) if leads])
        targets = _own([actor for (_, actor), leads in zip(roles, leading, strict=True) if not leads])
        return sources, [] if telling.type is RelationType.LEADERSHIP else targets

    def _joint(self, kind: str) -> str:
        """What joins the one to whom it is done to the noun: ロシア|攻撃, ロシア|への|抗議, マリ|からの|撤退."""
        if kind in self._words.joined:
            return ""
        return next((joint for joint, nouns in self._words.joints.items() if kind.endswith(nouns)), "への")

    def _together(self, doc: Doc, parties: Sequence[Actor], telling: Telling) -> str:
        ordered = sorted(parties, key=self._rank)
        kind = self._level(doc, telling) + telling.kind
        shorts = [self._shorts.get(self._country(actor, kind), "") for actor in ordered]
        if len(parties) > 1 and all(shorts) and len({*shorts}) == len(shorts):
            return "".join(shorts) + kind
        return "・".join(self._name(actor) for actor in ordered) + f"の{telling.kind}"

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

    def _with_object(self, word: Token, noun: str) -> str:
        """「追加制裁を科した」 is a 追加制裁, 「友好条約を結んだ」 a 友好条約締結."""
        marked = [child for child in word.lefts if any(case.text in ("を", "に") for case in child.rights)]
        thing = chunk(marked[-1]) if marked else ""
        if thing.endswith(noun):
            return thing
        return thing + noun if _is_noun_of_action(word) or noun in self._words.made else noun

    def _with_manner(self, word: Token, kind: str) -> str:
        """「電話で会談した」 is a 電話会談, 「協定を破棄した」 a 協定破棄."""
        marked = (child for child in word.lefts if any(case.text in ("を", "で") for case in child.rights))
        manner = next((whole for child in marked if self._belongs(whole := chunk(child))), "")
        return kind if kind.startswith(manner) else manner + kind

    def _belongs(self, whole: str) -> bool:
        return whole in self._words.qualifiers or whole.endswith(self._words.things)

    def _qualified(self, word: Token) -> str:
        """A noun of action with the words right before it that belong to its name."""
        start = word.i
        while start > word.sent.start and word.doc[start - 1].text in self._words.qualifiers:
            start -= 1
        return word.doc[start : word.i + 1].text


def _own(actors: Sequence[Actor]) -> list[Actor]:
    """The actors, without the countries for which others among them stand."""
    stood_for = {actor.country for actor in actors}
    return [actor for actor in actors if actor.key not in stood_for]


def _is_noun_of_action(word: Token) -> bool:
    return word.tag_.startswith("名詞") and len(word) > 1
