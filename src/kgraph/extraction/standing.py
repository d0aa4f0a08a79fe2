"""Relations that names, titles and nouns state by themselves: offices, what an organization belongs to, ties."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import pairwise

from kgraph.extraction.blocs import memberships
from kgraph.extraction.document import Actor, Name, Statement
from kgraph.extraction.ties import Ties
from kgraph.lexicon import Lexicon
from kgraph.lexicon.titles import OfficeTerm
from kgraph.ontology import EntityType, MentionKind, RelationType, Status

_BODIES = (EntityType.COUNTRY, EntityType.ORGANIZATION)
# What may stand between 「ケニアの」 and 「大統領」: 新しい, 暫定, 軍政.
_ATTRIBUTE = "[^、。の「」はがをにで]{0,6}?"
# What a body is called when it has just been named: 同党, 組織.
_ITS_BODY = "(?:同|この)?(?:組織|団体|党|会社|社|運動|軍|国|派|政権|連合)"
# Before these the country is where they are sent: 駐日大使.
_SENT = ("大使", "公使", "総領事")
# The widest stretch between two names in which an office is looked for.
_WIDEST = 30


class StandingRelations:
    """Reads leadership and affiliation off the names of an article."""

    def __init__(self, words: Lexicon) -> None:
        self._offices = words.titles.offices
        self._actors = words.actors
        self._past = words.titles.past_prefixes
        office = "|".join(sorted(map(re.escape, self._offices), key=lambda word: (-len(word), word)))
        of = f"の(?P<attribute>{_ATTRIBUTE})(?P<office>{office})"
        title = "|".join(sorted(map(re.escape, (*self._offices, *words.titles.honorifics)), key=len, reverse=True))
        person = f"(?:{title})?"
        # 「ケニアの大統領、|ルト氏」「研究所の研究員|マイヤー氏」「党の党首を務める|ハンゼン氏」
        self._before = re.compile(f"{of}(?:、|の|であ(?:る|り)|で|を務め(?:る|ている))?")
        # 「ルト氏は|ケニアの大統領である」
        self._topic = re.compile(f"{person}(?:は|が)、?(?:現在|今も|長年|いま)?、?")
        self._behind = re.compile(
            f"{of}(?:だ(?!った)|であ(?:る|り)|で(?:、|も)|を務め(?:る|ている)|に就(?:任|いて)|。)"
        )
        self._apposed = re.compile(f"(?P<past>前|元|旧)?(?P<office>{office})(?:の|、)?$")
        # 「ルト氏が党首を務める|連合」
        self._within = re.compile(f"{person}が(?P<attribute>)(?P<office>{office})を務め(?:る|ている)")
        # 「党の|ルト氏は党の新しい指導者である」
        self._again = re.compile(f"{person}(?:は|が)、?{_ITS_BODY}{self._behind.pattern}")
        self._ties = Ties(words.grammar, person, words.titles.honorifics)

    def find(self, text: str, names: Sequence[Name], actors: Mapping[str, Actor]) -> Iterator[Statement]:
        """One statement for each office said with a name or of it, and for each organization with its country."""
        told: set[tuple[str, str]] = set()
        for statement in self._by_names(text, names, actors):
            told.add((statement.source, statement.target))
            yield statement
        whole = _whole(names)
        ties = self._ties.find(text, _neighbours(whole))
        for statement in (*self._by_sentence(text, whole), *ties, *memberships(text, whole)):
            if (statement.source, statement.target) not in told:
                told.add((statement.source, statement.target))
                yield statement

    def _by_names(self, text: str, names: Sequence[Name], actors: Mapping[str, Actor]) -> Iterator[Statement]:
        owners = {name.end: name for name in names if name.type in _BODIES}
        for name in names:
            if name.type is EntityType.PERSON and name.title in self._offices:
                owner = owners.get(name.start - 1) if text[name.start - 1 : name.start] == "の" else None
                yield from self._office(name, actors, owner)
            elif name.type is EntityType.PERSON and (found := self._title_before(text, name)):
                yield from self._titled_before(name, found, owners, actors)
            elif name.type is EntityType.ORGANIZATION:
                yield from self._affiliation(name, actors)

    def _by_sentence(self, text: str, names: Sequence[Name]) -> Iterator[Statement]:
        """The offices that a sentence says of a person: in apposition, as predicate, in a relative clause."""
        for first, second in _neighbours(names):
            between = text[first.end : second.start]
            if first.type in _BODIES and second.type is EntityType.PERSON:
                match = self._again.match(text, second.end) if between == "の" else self._before.fullmatch(between)
                yield from self._said(match, second, first)
            elif first.type is EntityType.PERSON and second.type in _BODIES:
                yield from self._said(self._within.fullmatch(between), first, second)
                if self._topic.fullmatch(between):
                    yield from self._said(self._behind.match(text, second.end), first, second)

    def _said(self, match: re.Match[str] | None, person: Name, body: Name) -> Iterator[Statement]:
        if match is None:
            return
        term, former = self._offices[match["office"]], match["attribute"].startswith(tuple(self._past))
        if term.scope == "organization" and body.type is EntityType.COUNTRY:
            return
        kind = RelationType.LEADERSHIP if term.rank == "head" and not former else RelationType.AFFILIATION
        yield _statement(person, kind, body.key, f"{kind}/{term.title}", 0.85)

    def _title_before(self, text: str, name: Name) -> re.Match[str] | None:
        """The office said right before a name: 「最高指導者|ハメネイ師」「所長の|キム氏」."""
        return self._apposed.search(text[max(0, name.start - _WIDEST) : name.start])

    def _titled_before(
        self, name: Name, found: re.Match[str], owners: Mapping[int, Name], actors: Mapping[str, Actor]
    ) -> Iterator[Statement]:
        start = name.start - (len(found.string) - found.start("office"))
        owner = owners.get(start - 1) or owners.get(start)
        if owner and owner.type is EntityType.COUNTRY and self._offices[found["office"]].scope == "organization":
            return
        said = replace(name, title=found["office"], former=bool(found["past"]), country=owner.key if owner else None)
        yield from self._office(said, actors, owner)

    def _office(self, name: Name, actors: Mapping[str, Actor], owner: Name | None) -> Iterator[Statement]:
        term = self._offices[name.title or ""]
        body = self._body(name, term, owner)
        if body is None and term.scope == "country":
            body = actors[name.key].country
        if body is None:
            return
        kind = RelationType.LEADERSHIP if term.rank == "head" and not name.former else RelationType.AFFILIATION
        yield _statement(name, kind, body, f"{kind}/{term.title}", 0.9 if name.country else 0.8)

    def _body(self, name: Name, term: OfficeTerm, owner: Name | None) -> str | None:
        """What an office is of: 「スリランカ中央銀行のX総裁」 is the bank's, not of the country in its name."""
        country = None if term.title in _SENT and owner is None else name.country
        if owner is not None and (owner.type is EntityType.ORGANIZATION) == (term.scope == "organization"):
            return owner.key
        return country or self._body_by_table(name, term.title) or (owner.key if owner else None)

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


def _whole(names: Iterable[Name]) -> list[Name]:
    """The names in the order of the text, those inside longer names left out."""
    whole: list[Name] = []
    for name in sorted(names, key=lambda n: (n.start, -n.end)):
        if name.kind is MentionKind.NAME and (not whole or name.start >= whole[-1].end):
            whole.append(name)
    return whole


def _neighbours(names: Iterable[Name]) -> Iterator[tuple[Name, Name]]:
    """Each two names that stand near each other, with nothing but words between them."""
    return ((a, b) for a, b in pairwise(names) if b.start - a.end <= _WIDEST)


def _statement(name: Name, kind: RelationType, target: str, rule: str, confidence: float) -> Statement:
    return Statement(name.key, kind, target, Status.ASSERTED, rule, name.start, name.end, confidence)
