"""Who says so: the speaker of what stands in 「」と述べた, 〜と主張した, Xによると."""

from collections.abc import Mapping

from spacy.tokens import Token

from kgraph.extraction.syntax import Syntax
from kgraph.spelling import CLOSING, OPENING


class Speakers:
    """Finds to whom a clause is attributed."""

    def __init__(self, reporting: Mapping[str, str]) -> None:
        self._reporting = reporting

    def of(self, syntax: Syntax, word: Token) -> str | None:
        """The key of the speaker of the clause that `word` is in, or None where the article says it itself."""
        verb = self._verb_of_saying(word)
        if verb is not None:
            names = syntax.subject(verb).names
            return names[0].key if names else None
        for token in word.sent:
            if token.i < word.i and syntax.particle(token) == "によると" and (names := syntax.who(token)):
                return names[0].key
        return None

    def _verb_of_saying(self, word: Token) -> Token | None:
        """The verb whose quotation, in brackets or with と, holds the word."""
        closing = _closing_bracket(word)
        if closing is not None:
            after = (t for t in word.doc[closing + 1 : word.sent.end] if t.lemma_ in self._reporting)
            return next(after, None)
        head = word
        for _ in range(4):
            above = head.head
            if above.i <= head.i:
                return None
            quoted = any(child.text == "と" and child.i > head.i for child in head.rights)
            if quoted and above.lemma_ in self._reporting:
                return above
            head = above
        return None


def _closing_bracket(word: Token) -> int | None:
    """The token that closes the quotation the word stands in, if it stands in one that と follows."""
    depth = 0
    for token in word.doc[word.i : word.sent.end]:
        if token.text in OPENING:
            depth += 1
        elif token.text in CLOSING:
            depth -= 1
            if depth < 0:
                following = word.doc[token.i + 1].text if token.i + 1 < len(word.doc) else ""
                return token.i if following.startswith(("と", "など")) else None
    return None
