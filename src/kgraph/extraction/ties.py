"""Ties that a sentence states with a noun: 「AはBの盟友として知られる」「AとBは犬猿の仲だ」「Aは党Bに属する」.

Where such a noun is the predicate itself (「AはBの同盟国だ」) it is read as other predicates are.
"""

import re
from collections.abc import Iterable, Iterator, Set

from kgraph.extraction.document import Name, Statement
from kgraph.lexicon.relations import Grammar, Predicate
from kgraph.ontology import EntityType, Quad, RelationType, Status

_ATTRIBUTE = "[^、。はがをにで]{0,12}?"
_TOPIC = "(?:は|が|も)、?(?:長く|長年|現在|今も|互いに)?、?"
_BOND = "(?:の|な)(?:仲|関係|間柄)(?:だ|で|に(?:ある|あり|な))"
_CALLED = (
    "(?:として(?:広く|も|は)*(?:知られ|有名|名高)"
    "|と(?:も|して)?(?:呼ばれ|言われ|いわれ|称され|目され|[見み]なされ|位置[付づ]けられ))"
)
_BELONGS = re.compile("に(?:属(?:する|し)|組み込まれ)|の?(?:傘下|指揮下|配下)(?:だ|で|に(?:あ|入))")
_OF = re.compile("に属する|の?(?:傘下|指揮下|配下)(?:の|にある|に入る)、?")
# 「党を率いる|X氏」; 「A主導の|連合」「Aが率いる|連合軍」
_LED_BY = re.compile("を(?:率い(?:る|た)|束ねる|主宰する)、?")
_LEADS = re.compile("(?:が|の)?(?:率いる|主導する|主導の)、?")
# 「組織Bの幹部、|X氏」「B幹部の|X氏」「Bの|X氏」
_AMONG = re.compile("の|の?[^、。はがをにで]{0,6}(?:幹部|メンバー|高官|議員|所属)の?、?")
_BODIES = (EntityType.COUNTRY, EntityType.ORGANIZATION)
_CONFIDENCE = 0.85


class Ties:
    """Finds what two neighbouring names are said to be to each other."""

    def __init__(self, grammar: Grammar, titles: str, honorifics: Set[str]) -> None:
        nouns = {word: reading for word, readings in grammar.predicates.items() if (reading := _standing(readings))}
        noun = "|".join(sorted(map(re.escape, nouns), key=lambda word: (-len(word), word)))
        self._nouns = nouns
        self._honorifics = honorifics
        self._topic = re.compile(f"{titles}{_TOPIC}")
        self._with = re.compile(f"{titles}と")
        # 「AはBの|盟友として知られる」「AはBと|犬猿の仲だ」; 「AとBは|犬猿の仲だ」
        self._of_first = re.compile(f"{titles}(?:の|と)「?{_ATTRIBUTE}(?P<noun>{noun})」?(?:{_CALLED}|{_BOND})")
        self._of_both = re.compile(f"{titles}{_TOPIC}{_ATTRIBUTE}(?P<noun>{noun})(?:{_CALLED}|{_BOND})")

    def find(self, text: str, pairs: Iterable[tuple[Name, Name]]) -> Iterator[Statement]:
        """One statement for each pair of names that a sentence ties."""
        for first, second in pairs:
            between = text[first.end : second.start]
            if self._topic.fullmatch(between):
                yield from self._tied(self._of_first.match(text, second.end), first, second)
                yield from _belonging(_BELONGS.match(text, second.end), first, second)
            elif self._with.fullmatch(between):
                yield from self._tied(self._of_both.match(text, second.end), first, second)
            else:
                yield from _belonging(_OF.fullmatch(between), second, first)
                yield from self._leading(between, first, second)

    def _tied(self, match: re.Match[str] | None, first: Name, second: Name) -> Iterator[Statement]:
        reading = match and self._nouns[match["noun"]]
        if match and reading and first.type in reading.source_types and second.type in reading.target_types:
            yield _statement(first, reading.type, second, reading.rule, match.span("noun"))

    def _leading(self, between: str, first: Name, second: Name) -> Iterator[Statement]:
        """Who leads whom, or is among whose people, by the words between two names."""
        place = (first.end, second.start)
        if second.type is EntityType.PERSON and first.type in _BODIES and _LED_BY.fullmatch(between):
            yield _statement(second, RelationType.LEADERSHIP, first, "leadership/率いる", place)
        elif second.type is EntityType.ORGANIZATION and _LEADS.fullmatch(between):
            yield _statement(first, RelationType.LEADERSHIP, second, "leadership/率いる", place)
        elif first.type is EntityType.ORGANIZATION and second.title in self._honorifics and _AMONG.fullmatch(between):
            yield _statement(second, RelationType.AFFILIATION, first, "affiliation/幹部", place)


def _belonging(match: re.Match[str] | None, part: Name, whole: Name) -> Iterator[Statement]:
    if match and part.type is EntityType.ORGANIZATION and whole.type in _BODIES:
        yield _statement(part, RelationType.AFFILIATION, whole, "affiliation/属する", match.span())


def _standing(readings: Iterable[Predicate]) -> Predicate | None:
    """The reading of a noun that says what somebody is to somebody."""
    return next((r for r in readings if r.nominal and not r.objects and r.type.spec.quad is Quad.STANDING), None)


def _statement(source: Name, kind: RelationType, target: Name, rule: str, place: tuple[int, int]) -> Statement:
    return Statement(source.key, kind, target.key, Status.ASSERTED, rule, *place, _CONFIDENCE)
