"""Joints inside tokens: where a fused token (日米, 訪米, 対中, トランプ政権, 前首相) may be cut into words."""

from functools import lru_cache

from kgraph.lexicon import Lexicon
from kgraph.spelling import fold


class Joints:
    """Finds the joints of tokens with what the lexicon knows of names, short forms and affixes."""

    def __init__(self, lexicon: Lexicon) -> None:
        # Articles repeat their words.
        self.of = lru_cache(maxsize=100_000)(self._of)
        titles, actors = lexicon.titles, lexicon.actors
        self._shorts = frozenset((*actors.shorts, *actors.rare_shorts))
        self._usual = frozenset(actors.shorts)
        self._names = frozenset(actors.by_name)
        self._whole = titles.not_compounds
        self._prefixes = titles.compound_prefixes
        self._former = frozenset(past + office for past in titles.past_prefixes for office in titles.offices)
        self._suffixes = frozenset(
            (*titles.offices, *titles.honorifics, *titles.designations, *titles.heads, *titles.compound_suffixes)
        )

    def _of(self, word: str) -> frozenset[int]:
        """The characters of a token before which a word may begin inside it."""
        text = fold(word)
        return frozenset() if text in self._whole or text in self._names else frozenset(self._inside(text))

    def _inside(self, text: str) -> set[int]:
        if self._all_short(text) and self._usual.intersection(text):
            return set(range(1, len(text)))
        if text in self._former:
            return {1}
        if text[0] in self._prefixes and self._all_short(text[1:]):
            return set(range(1, len(text)))
        joints: set[int] = set()
        for joint in range(1, len(text)):
            head, tail = text[:joint], text[joint:]
            if tail in self._suffixes and (head in self._names or self._all_short(head)):
                joints |= set(range(1, joint + 1)) if self._all_short(head) else {joint}
        return joints

    def _all_short(self, text: str) -> bool:
        return bool(text) and all(character in self._shorts for character in text)
