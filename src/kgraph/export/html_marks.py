"""Which words of a sentence name the source and the target of its assertion, and which say what the one does."""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence

from kgraph.models import Assertion, Mention

# Start, end (in characters of the sentence) and what the words are: source, target or predicate.
Mark = tuple[int, int, str]

# The last sound of a verb changes with its form: 訪れる is 訪れた, 話す is 話した.
_ENDING = re.compile("[ぁ-ん〇]$")
# Words of the rule that say nothing by themselves: marks of how it fired, and する.
_MUTE = re.compile("[ -~]+|する")


def marks(assertion: Assertion, mentions: Sequence[Mention]) -> list[Mark]:
    """The marked words in their order, none over another; `mentions` are the article's, by `start`."""
    found = list(_ends(assertion, mentions))
    for word in predicate(assertion):
        found.extend(_said(assertion.sentence, word, sorted(found)))
    return sorted(found)


def predicate(assertion: Assertion) -> list[str]:
    """The words of the lexicon entry that fired, as the dictionary spells them."""
    return [word for word in assertion.rule.split("/")[1:] if not _MUTE.fullmatch(word)]


def _ends(assertion: Assertion, mentions: Sequence[Mention]) -> Iterator[Mark]:
    done = 0
    first = bisect_left(mentions, assertion.start, key=lambda mention: mention.start)
    last = bisect_left(mentions, assertion.end, key=lambda mention: mention.start)
    for mention in mentions[first:last]:
        start, end = mention.start - assertion.start, mention.end - assertion.start
        if mention.entity in (assertion.source, assertion.target) and done <= start < end <= len(assertion.sentence):
            yield start, end, "source" if mention.entity == assertion.source else "target"
            done = end


def _said(sentence: str, word: str, taken: Sequence[Mark]) -> Iterator[Mark]:
    """The place of the word that is free and comes first after both ends; where there is none, the last before."""
    stem = _ENDING.sub("", word) or word
    # The first time that source and target are named.
    named = max(
        (min(start for start, _, one in taken if one == part) for part in {one for _, _, one in taken}), default=0
    )
    places = [found.span() for found in re.finditer(re.escape(stem), sentence)]
    free = [(start, end) for start, end in places if all(end <= one or other <= start for one, other, _ in taken)]
    after = [place for place in free if place[0] >= named]
    for start, end in (after or free[::-1])[:1]:
        yield start, end, "predicate"
