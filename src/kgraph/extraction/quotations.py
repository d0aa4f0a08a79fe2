"""Quotations in 「」, and what in the text around one tells whose words it is."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from spacy.tokens import Token

from kgraph.extraction.clauses import head_of

_OPENING, _CLOSING = "「『", "」』"
_LONGEST = 200


@dataclass(frozen=True, slots=True)
class Quotation:
    """A stretch in brackets, with the tokens of its brackets."""

    opening: Token
    closing: Token

    def __contains__(self, token: object) -> bool:
        """Whether a token stands in it."""
        return isinstance(token, Token) and self.opening.i <= token.i <= self.closing.i

    @property
    def is_spoken(self) -> bool:
        """Whether と, or など with it, leads on from the quotation to a verb."""
        return _text(self.closing, 1).startswith(("と", "など"))

    @property
    def is_whole(self) -> bool:
        """Whether the quotation ends a sentence, as what somebody says does."""
        return _text(self.closing, 1) in ("", "。") or "\n" in _text(self.closing, 1)

    def verb(self, word: Token) -> Token | None:
        """What governs the quotation: the first head outside it, from a word inside."""
        head: Token | None = word
        while head is not None and head in self:
            head = head_of(head)
        return head

    @property
    def before(self) -> Token:
        """The token right before the quotation, or its own bracket at the start of the text."""
        return self.opening.doc[max(self.opening.i - 1, 0)]

    @property
    def neighbours(self) -> Iterator[Token]:
        """The roots of the sentences right behind and right before the quotation."""
        doc, behind = self.opening.doc, self.closing.i + 1
        behind += _text(self.closing, 1) == "。"
        for index in (behind, self.opening.i - 1):
            if 0 <= index < len(doc):
                yield doc[index].sent.root


def quotations(word: Token) -> Iterator[Quotation]:
    """The quotations that a word stands in, the innermost first."""
    doc = word.doc
    before = doc[max(word.i - _LONGEST, 0) : word.i]
    openings = _unmatched(reversed(list(before)), _OPENING, _CLOSING)
    closings = _unmatched(doc[word.i : word.i + _LONGEST], _CLOSING, _OPENING)
    yield from (Quotation(opening, closing) for opening, closing in zip(openings, closings, strict=False))


def _unmatched(tokens: Iterable[Token], wanted: str, other: str) -> Iterator[Token]:
    depth = 0
    for token in tokens:
        if token.text in other:
            depth += 1
        elif token.text in wanted:
            depth -= 1
            if depth < 0:
                depth = 0
                yield token


def _text(token: Token, distance: int) -> str:
    index = token.i + distance
    return str(token.doc[index].text) if index < len(token.doc) else ""
