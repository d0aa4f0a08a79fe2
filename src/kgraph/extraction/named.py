"""Who a noun names: by itself, through a stand-in (ロシア側), and with those that are joined to it."""

from collections.abc import Iterable, Iterator, Sequence

from spacy.tokens import Doc, Token

from kgraph.extraction import phrases
from kgraph.extraction.document import Name
from kgraph.extraction.particles import Words

SUBJECT = ("が", "は", "も")
_COORDINATED = ("nmod", "conj", "compound", "dep", "nsubj", "obl", "appos")
_NOT_A_FILLER = ("case", "aux", "punct", "mark", "fixed", "cc", "advmod")


class Named:
    """The nouns of one Doc, seen through its names."""

    def __init__(self, doc: Doc, names: Sequence[Name], words: Words) -> None:
        self.doc = doc
        self.words = words
        self._names = sorted(names)
        self._at: dict[int, list[Name]] = {}
        for name in names:
            for index in range(name.first, name.last + 1):
                self._at.setdefault(index, []).append(name)

    def who(self, noun: Token, depth: int = 0) -> tuple[Name, ...]:
        """The actors that a noun names, by itself or through a stand-in (ロシア側), with those joined to it."""
        names = self.named(noun)
        if not names and noun.text in self.words.standins and depth < 3:
            names = self._stood_for(noun, depth)
        if names and depth < 6:
            kinds = {name.type for name in names}
            joined = [n for child in self._coordinated(noun) for n in self.who(child, depth + 1)]
            # 「トランプ大統領と中国の習主席」: GiNZA joins the first to 中国, which is of another type.
            across = [n for child in self._coordinated_with_modifier(noun) for n in self.who(child, depth + 1)]
            names = [*joined, *(n for n in across if n.type in kinds), *self._listed_before(noun, names), *names]
        return distinct(names)

    def named(self, noun: Token) -> list[Name]:
        """The names that touch a token, without those inside another or its title."""
        names = self._at.get(noun.i, [])
        return [n for n in names if not any(_is_inside(n, m) for m in names)]

    def _stood_for(self, noun: Token, depth: int) -> list[Name]:
        """Whom a stand-in stands for: ロシア側, 中国の当局; アメリカの国連大使 is the country's."""
        owners = [c for c in noun.lefts if c.dep_ == "nmod" and self.particle(c) in ("の", "")]
        compounded = [c for c in noun.lefts if c.dep_ == "compound"]
        if noun.text in self.words.sets:
            # 「A、B|両国」: GiNZA joins the last one to the word, the others to its phrase.
            owners, compounded = [*owners, *compounded], []
        for modifiers in (owners, compounded):
            if names := [name for child in modifiers for name in self.who(child, depth + 1)]:
                return names
        return []

    def _listed_before(self, noun: Token, names: Sequence[Name]) -> list[Name]:
        """The names of one type in a row with the first of `names`: 米国ならびに英国, 「A、B、Cは」."""
        joints = self.words.conjunctions - {"と", "か", "、", ","}
        if self.particle(noun) in SUBJECT:
            joints |= {"、"}
        row = [min(names)]
        for name in reversed([name for name in self._names if name.end <= row[0].start]):
            if self._between(name, row[0]) not in joints or name.type is not row[0].type:
                break
            row.insert(0, name)
        return row[:-1]

    def nearest(self, tokens: Sequence[Token]) -> tuple[Name, ...]:
        """The name nearest to the end of a phrase, with those joined to it by nothing but と, や or a comma."""
        names = sorted({name for token in tokens for name in self.named(token)})
        found: list[Name] = []
        for name in reversed(names):
            if found and not self._are_joined(name, found[-1]):
                break
            found.append(name)
        return tuple(reversed(found))

    def is_inside_name(self, token: Token) -> bool:
        """Whether a token is part of a longer name: 連合 of アフリカ連合."""
        names = self._at.get(token.i, ())
        return any(n.first < n.last and n.end >= token.idx + len(token) and n.end - n.start > len(token) for n in names)

    def _are_joined(self, name: Name, following: Name) -> bool:
        between = self._between(name, following)
        return name.type is following.type and (between == "" or between in self.words.conjunctions)

    def _between(self, name: Name, following: Name) -> str:
        """What stands between two names, the title of the first one left out."""
        last = self.doc[name.last]
        return self.doc.text[max(name.end, last.idx + len(last)) : following.start].strip()

    def _coordinated_with_modifier(self, noun: Token) -> Iterator[Token]:
        for child in noun.lefts:
            if child.dep_ == "nmod" and self.particle(child) == "の":
                yield from self._coordinated(child)

    def _coordinated(self, noun: Token) -> Iterator[Token]:
        for child in noun.lefts:
            if child.dep_ not in _COORDINATED or not self._at.get(child.i):
                continue
            joins = phrases.word_behind(child) in self.words.conjunctions
            listed = joins and not self._is_headline_subject(child, noun)
            if self.particle(child) in ("と", "や") or listed or self._is_one_word(child, noun):
                yield child

    def _is_headline_subject(self, child: Token, noun: Token) -> bool:
        """「米、ベネズエラを攻撃」: what a comma cuts off at the head of a line is no part of the object."""
        return self.particle(noun) in ("を", "に") and any(n.start == noun.sent.start_char for n in self.named(child))

    def _is_one_word(self, child: Token, noun: Token) -> bool:
        """日米|韓, 英仏|独: short forms of countries without anything between them."""
        between = range(child.i, noun.i + 1)
        return all(any(len(name.text) == 1 for name in self._at.get(index, ())) for index in between)

    def particle(self, noun: Token) -> str:
        """The particle behind a noun, compound particles as one; "" where there is none."""
        return phrases.particle(noun, self.words.particles, self.words.passed_over)

    def arguments(self, head: Token) -> Iterator[tuple[str, Token]]:
        """The nouns that depend on `head`, each with its particle."""
        for child in head.children:
            if child.dep_ not in _NOT_A_FILLER and not child.is_space:
                yield self.particle(child), child


def _is_inside(name: Name, other: Name) -> bool:
    """Whether a name is part of another one (米 of 米国務省) or of its title (トランプ|米大統領)."""
    if other.start <= name.start and name.end <= other.end:
        return other.text != name.text
    return other.title is not None and other.start < name.start and other.first < other.last


def distinct(names: Iterable[Name]) -> tuple[Name, ...]:
    """The names, each actor once."""
    return tuple({name.key: name for name in names}.values())
