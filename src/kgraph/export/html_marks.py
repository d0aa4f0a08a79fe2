"""Which words of a sentence name the source and the target of its assertion, and which say what the one does."""

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from functools import cache

from kgraph import lexicon
from kgraph.models import Assertion, Mention

# Start, end (in characters of the sentence) and what the words are: source, target or predicate.
Mark = tuple[int, int, str]

# The last sound of a verb changes with its form: 訪れる is 訪れた, 会う is 会った (but 会談 is another word).
_VERB = re.compile("(.+)[ぁ-ん]")
_KANA = re.compile("[ぁ-ん]$")
# A place in the entry that the sentence fills: 訪〇 is 訪中.
_OPEN = "〇"
# Words of the rule that say nothing by themselves: marks of how it fired, and する.
_MUTE = re.compile("[ -~]+|する")


def marks(assertion: Assertion, mentions: Sequence[Mention]) -> list[Mark]:
    """The marked words in their order, none over another; `mentions` are the article's, by `start`."""
    found = list(_ends(assertion, mentions))
    for words in _predicates().get(assertion.rule) or [_pattern((word,)) for word in predicate(assertion)]:
        found.extend(_said(assertion.sentence, words, found))
    return sorted(found)


def predicate(assertion: Assertion) -> list[str]:
    """The words that name the lexicon entry that fired, as the dictionary spells them."""
    return [word for word in assertion.rule.split("/")[1:] if not _MUTE.fullmatch(word)]


@cache
def _predicates() -> Mapping[str, list[re.Pattern[str]]]:
    """For each entry of the bundled lexicon all words that can have fired it: predicates, then objects."""
    words: defaultdict[str, list[str]] = defaultdict(list)
    objects: dict[str, tuple[str, ...]] = {}
    for word, readings in lexicon.load().grammar.predicates.items():
        for reading in readings:
            words[reading.rule].append(word)
            objects[reading.rule] = reading.objects
    return {rule: [_pattern(group) for group in (tuple(found), objects[rule])] for rule, found in words.items()}


@cache
def _pattern(words: tuple[str, ...]) -> re.Pattern[str]:
    """Finds any of the words as sentences have them, the longest first; nothing where there are none."""
    forms = [_form(word) for word in sorted(words, key=len, reverse=True) if not _MUTE.fullmatch(word)]
    return re.compile("|".join(forms) or "(?!)")


def _form(word: str) -> str:
    verb = _VERB.fullmatch(word)
    if not verb:
        return re.escape(word).replace(_OPEN, "")
    return re.escape(verb[1]) + ("" if _KANA.search(verb[1]) else "(?=[ぁ-ん])")


def _ends(assertion: Assertion, mentions: Sequence[Mention]) -> Iterator[Mark]:
    done = 0
    first = bisect_left(mentions, assertion.start, key=lambda mention: mention.start)
    last = bisect_left(mentions, assertion.end, key=lambda mention: mention.start)
    for mention in mentions[first:last]:
        start, end = mention.start - assertion.start, mention.end - assertion.start
        if mention.entity in (assertion.source, assertion.target) and done <= start < end <= len(assertion.sentence):
            yield start, end, "source" if mention.entity == assertion.source else "target"
            done = end


def _said(sentence: str, words: re.Pattern[str], taken: Sequence[Mark]) -> list[Mark]:
    """The first free place of one of the words after both ends are named; where there is none, the last before."""
    parts = {part for _, _, part in taken} & {"source", "target"}
    named = max((min(start for start, _, one in taken if one == part) for part in parts), default=0)
    places = [found.span() for found in words.finditer(sentence)]
    free = [(start, end) for start, end in places if all(end <= one or other <= start for one, other, _ in taken)]
    after = [place for place in free if place[0] >= named]
    return [(start, end, "predicate") for start, end in (after or free[::-1])[:1]]
