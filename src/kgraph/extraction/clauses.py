"""What stands above a word: Japanese puts what speaks of a clause behind it, link by link, up to the sentence's end."""

from collections.abc import Iterator
from dataclasses import dataclass

from spacy.tokens import Token

_FUNCTION = frozenset(("aux", "case", "mark", "fixed", "cop", "cc"))
_PASSED_OVER = str.maketrans("", "", "、「」『』 　")


@dataclass(frozen=True, slots=True)
class Link:
    """One step up from a word to its head.

    `expression` is the head with a bare noun right before it, with which it makes one: 期待を|寄せる, 間違いは|ない.
    `text` is the function words behind the word, and that expression with those behind the head; it begins at `joint`.
    """

    word: Token
    head: Token
    expression: tuple[Token, ...]
    text: str
    joint: int

    @property
    def marker(self) -> str:
        """The function words that join the word to its head."""
        return self.text[: self.joint]


def links(word: Token) -> Iterator[Link]:
    """The steps from a word to the root of its sentence, as long as they lead on to what is said later."""
    while (head := head_of(word)) is not None:
        behind = function_words(word)
        tokens = word.doc[_start(word, head) : head.i + 1]
        said = tokens.text.translate(_PASSED_OVER) + function_words(head)
        yield Link(word, head, tuple(tokens), behind + said, len(behind))
        word = head


def head_of(word: Token) -> Token | None:
    """The head of a word, which in Japanese comes later; where GiNZA errs, the next word."""
    if word.head.i > word.i:
        return word.head
    end = _end(word)
    return word.doc[end] if word.head.i < word.i and end < word.sent.end else None


def function_words(word: Token) -> str:
    """Particles, auxiliaries and formal verbs behind a word, without quotation marks and commas: した|と, する|へ."""
    return word.doc[word.i + 1 : _end(word)].text.translate(_PASSED_OVER)


def is_cut_off(word: Token) -> bool:
    """Whether the text breaks off behind a word's function words: at a mark, a space, or the end of its line."""
    end = _end(word)
    text = word.doc.text[word.doc[end - 1].idx + len(word.doc[end - 1]) :]
    return not text or not (text[0].isalnum() or text[0] in "「『")


def _start(word: Token, head: Token) -> int:
    behind = (child for child in head.lefts if child.i >= _end(word))
    beside = (child.i for child in behind if _end(child) == head.i and not child.n_lefts)
    return next(beside, head.i)


def _end(word: Token) -> int:
    end = word.i + 1
    for token in word.doc[end : word.sent.end]:
        if token.head.i >= token.i and token.dep_ not in _FUNCTION:
            break
        end = token.i + 1
    return end
