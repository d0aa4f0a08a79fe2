"""Answers as tables of text, with heads and labels in Japanese or English."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import chain, pairwise
from types import MappingProxyType
from typing import Any, NamedTuple

from kgraph.models import Article, Assertion, Entity, Event, Judgement, Relation, Resolution
from kgraph.ontology import EntityType, RelationType
from kgraph.query.records import Central, Change, Community, Hit, Hop, Moment, Neighbor
from kgraph.store import Reader

LANGUAGES = ("ja", "en")
_JAPANESE: Mapping[str, str] = MappingProxyType(
    {
        "English name": "英語名",
        "about": "対象",
        "aliases": "別名",
        "article": "記事",
        "articles": "記事",
        "asserted": "事実",
        "assertions": "記述",
        "change": "変化",
        "country": "国",
        "date": "日付",
        "dates": "期間",
        "decided by": "判断:",
        "decision": "判断",
        "distance": "距離",
        "ended": "終了",
        "entities": "実体",
        "entity": "実体",
        "event": "出来事",
        "events": "出来事",
        "how many": "数",
        "hypothetical": "可能性",
        "id": "ID",
        "mentions": "言及",
        "mentions / articles": "言及 / 記事",
        "name": "名前",
        "negated": "否定",
        "new": "新規",
        "note": "メモ",
        "organization": "組織",
        "participants": "参加者",
        "person": "人物",
        "place": "場所",
        "planned": "予定",
        "published": "日付",
        "relation": "関係",
        "relations": "関係",
        "score": "値",
        "seen": "期間",
        "sentence": "文",
        "sentences / articles": "文 / 記事",
        "source": "主体",
        "spelled": "表記",
        "status": "状態",
        "target": "対象",
        "title": "見出し",
        "type": "種類",
        "what": "もの",
        "what it says": "述べていること",
        "when": "時刻",
        "who": "判断した人",
    }
)


class Table(NamedTuple):
    """Heads and rows, all text."""

    heads: Sequence[str]
    rows: Sequence[Sequence[str]]


class Labels:
    """What to call things in one language; names are read from the graph, if there is one, when they are needed."""

    def __init__(self, reader: Reader | None, lang: str) -> None:
        self._reader = reader
        self._names: dict[str, tuple[str, str | None]] = {}
        self.lang = lang

    def prepare(self, ids: Iterable[str | None]) -> None:
        """Read the names of entities together."""
        missing = sorted({id for id in ids if id} - self._names.keys())
        self._names |= self._reader.labels(missing) if self._reader else {}

    def name(self, id: str) -> str:
        """The name of an entity, by its id."""
        self.prepare([id])
        name, english = self._names.get(id, (id, None))
        return english or name if self.lang == "en" else name

    def word(self, word: str) -> str:
        """A head or a status."""
        return _JAPANESE.get(word, word) if self.lang == "ja" else word

    def relation(self, kind: RelationType) -> str:
        """A relation type."""
        return kind.spec.ja if self.lang == "ja" else str(kind)

    def kind(self, kind: EntityType) -> str:
        """A type of entity."""
        return self.word(str(kind))


def table(kind: type, found: Sequence[Any], labels: Labels) -> Table:
    """The answers of one kind as a table."""
    heads, row = _TABLES[kind]
    labels.prepare(_named(found))
    return Table([labels.word(head) for head in heads], [row(one, labels) for one in found])


def said(one: Assertion | Relation, labels: Labels) -> str:
    """Who does what to whom, in one line."""
    return f"{labels.name(one.source)} → {labels.name(one.target)}  {labels.relation(one.type)}"


def span(first: str | None, last: str | None) -> str:
    """From when to when, as far as is known."""
    return " – ".join(dict.fromkeys(date for date in (first, last) if date))


def _relation(one: Relation, labels: Labels) -> Sequence[str]:
    return (
        labels.name(one.source),
        labels.relation(one.type),
        labels.name(one.target),
        f"{one.assertions} / {one.articles}",
        span(one.first, one.last),
        ", ".join(f"{labels.word(status)} {number}" for status, number in one.statuses.items()),
    )


def _hop(one: Hop, labels: Labels) -> Sequence[str]:
    return *_relation(one, labels), one.evidence[0].sentence if one.evidence else ""


def _event(one: Event, labels: Labels) -> Sequence[str]:
    return (
        one.date or "",
        one.label,
        "、".join(dict.fromkeys(labels.name(part.entity) for part in one.participants)),
        labels.relation(one.type),
        labels.name(one.place) if one.place else "",
        labels.word(one.status),
        ", ".join(one.articles),
    )


def _moment(one: Moment, labels: Labels) -> Sequence[str]:
    return (
        one.date or "",
        one.label,
        labels.relation(one.type),
        labels.word(one.status),
        ", ".join(one.articles),
        one.evidence[0].sentence if one.evidence else "",
    )


def _assertion(one: Assertion, labels: Labels) -> Sequence[str]:
    return (
        one.id,
        one.article,
        labels.name(one.source),
        labels.relation(one.type),
        labels.name(one.target),
        labels.word(one.status),
        one.date or "",
        one.sentence,
    )


def _hit(one: Hit, labels: Labels) -> Sequence[str]:
    cut = [0, *chain.from_iterable(one.highlights), len(one.sentence)]
    pieces = [one.sentence[start:end] for start, end in pairwise(cut)]
    marked = "".join(f"【{piece}】" if number % 2 else piece for number, piece in enumerate(pieces))
    return one.article, marked, "\n".join(f"{said(told, labels)}  {told.id}" for told in one.assertions)


def _entity(one: Entity, labels: Labels) -> Sequence[str]:
    country = labels.name(one.country) if one.country else ""
    return one.id, labels.kind(one.type), labels.name(one.id), country


def _judgement(one: Judgement, _: Labels) -> Sequence[str]:
    about = " ".join([*one.about, *filter(None, (one.type, one.date))])
    return one.id, one.kind, about, one.who, one.when, one.note or ""


def _community(one: Community, labels: Labels) -> Sequence[str]:
    return (str(len(one.entities)), "、".join(map(labels.name, one.entities[:12])))


def _change(one: Change, labels: Labels) -> Sequence[str]:
    return labels.word(one.change), one.date or "", *_relation(one.relation, labels)


def _resolution(one: Resolution, labels: Labels) -> Sequence[str]:
    meant = one.entity
    return one.name, *((meant.name, labels.kind(meant.type), meant.id) if meant else ("", "", ""))


_RELATION = ("source", "relation", "target", "sentences / articles", "dates", "status")
_TABLES: Mapping[type, tuple[Sequence[str], Callable[[Any, Labels], Sequence[str]]]] = MappingProxyType(
    {
        Relation: (_RELATION, _relation),
        Hop: ((*_RELATION, "sentence"), _hop),
        Event: (("date", "event", "participants", "type", "place", "status", "articles"), _event),
        Moment: (("date", "event", "type", "status", "articles", "sentence"), _moment),
        Assertion: (("id", "article", "source", "relation", "target", "status", "date", "sentence"), _assertion),
        Hit: (("article", "sentence", "what it says"), _hit),
        Entity: (("id", "type", "name", "country"), _entity),
        Neighbor: (("entity", "distance"), lambda one, labels: (labels.name(one.entity), str(one.distance))),
        Central: (("entity", "score"), lambda one, labels: (labels.name(one.entity), f"{one.score:.4g}")),
        Community: (("entities", "name"), _community),
        Change: (("change", "date", *_RELATION), _change),
        Article: (("id", "published", "title"), lambda one, _: (one.id, one.published or "", one.title)),
        Resolution: (("name", "entity", "type", "id"), _resolution),
        Judgement: (("id", "decision", "about", "who", "when", "note"), _judgement),
    }
)


def _named(found: Iterable[Any]) -> Iterator[str | None]:
    """The entities that records name."""
    for one in found:
        if isinstance(one, Hit):
            yield from _named(one.assertions)
        elif isinstance(one, Change):
            yield from _named([one.relation])
        elif isinstance(one, Community):
            yield from one.entities[:12]
        elif isinstance(one, Event):
            yield from (part.entity for part in one.participants)
        elif isinstance(one, Entity):
            yield from (one.id, one.country)
        elif not isinstance(one, Resolution):
            yield from (getattr(one, name, None) for name in ("source", "target", "entity", "place"))
