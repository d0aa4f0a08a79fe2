"""Who says so: the speaker of what stands in 「」と述べた, 〜と主張した, Xによると."""

from collections.abc import Iterator

from spacy.tokens import Token

from kgraph.extraction.document import Name
from kgraph.extraction.syntax import Syntax
from kgraph.lexicon.relations import Grammar
from kgraph.spelling import CLOSING, OPENING


class Speakers:
    """Finds to whom a clause is attributed."""

    def __init__(self, grammar: Grammar) -> None:
        self._reporting = grammar.reporting
        self._attributions = grammar.attributions

    def of(self, syntax: Syntax, word: Token) -> str | None:
        """The key of the speaker of the clause that `word` is in, or None where the article says it itself."""
        verb = self._verb_of_saying(word)
        if verb is not None:
            names = syntax.subject(verb).names
            return names[0].key if names else None
        names = next((names for names in self._attributed(syntax, word) if names), ())
        return names[0].key if names else None

    def _attributed(self, syntax: Syntax, word: Token) -> Iterator[tuple[Name, ...]]:
        """Whom each phrase of attribution in the sentence names: 「Xによると、…」, 「Xは…とした。」."""
        text, sentence = word.doc.text, word.sent
        for attribution in self._attributions:
            if attribution.speaker == "before":
                match = attribution.pattern.search(text, sentence.start_char + 1, word.idx)
                noun = match and word.doc.char_span(match.start() - 1, match.start(), alignment_mode="expand")
                yield syntax.who(noun[0]) if noun else ()
            elif attribution.pattern.search(text, word.idx, sentence.end_char):
                yield syntax.subject(sentence.root).names

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
