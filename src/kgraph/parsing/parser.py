"""The parser: texts in, annotated Docs out, one a text."""

from collections.abc import Iterable, Iterator
from functools import cache
from typing import Any

import spacy
from spacy.language import Language
from spacy.tokens import Doc
from spacy.vocab import Vocab

from kgraph.parsing.fast import accelerate
from kgraph.sentences import sentences
from kgraph.spelling import fold

# Characters parsed together, long sentences or short; memory grows with it.
BATCH = 4_000


@cache
def ginza(fast: bool = True) -> Language:
    """The GiNZA pipeline, loaded once a process, which takes each text as one sentence."""
    nlp = spacy.load("ja_ginza")
    nlp.add_pipe("disable_sentencizer", before="parser")
    return accelerate(nlp) if fast else nlp


class Parser:
    """Turns texts into Docs: tokens, tags, dependencies and entities as GiNZA gives them.

    A Doc spells its text with full-width Latin folded (`kgraph.spelling.fold`), character for
    character: offsets into the Doc are offsets into the text. White space between sentences is a
    token of its own. A parser stands where spaCy expects a tokenizer, too.

    `fast` chooses between `kgraph.parsing.fast` and stock GiNZA; their answers are equal.
    """

    def __init__(self, fast: bool = True) -> None:
        self._nlp = ginza(fast)

    @property
    def vocab(self) -> Vocab:
        """The vocabulary that all Docs share."""
        return self._nlp.vocab

    def __call__(self, text: str) -> Doc:
        """The Doc of one text; a sentence that repeats in it is parsed once.

        Only the text decides what is parsed together, so that its Doc is the same in any company.
        """
        folded = fold(text)
        spans = list(sentences(text))
        unique = dict.fromkeys(folded[start:end] for start, end in spans)
        parsed = {
            text: doc for batch in batches(unique) for text, doc in zip(batch, self._nlp.pipe(batch), strict=True)
        }
        return self._join(folded, spans, parsed)

    def _join(self, text: str, spans: Iterable[tuple[int, int]], parsed: dict[str, Doc]) -> Doc:
        pieces: list[Doc] = []
        position = 0
        for start, end in spans:
            pieces += self._gap(text[position:start])
            pieces.append(parsed[text[start:end]])
            position = end
        pieces += self._gap(text[position:])
        if not pieces:
            return Doc(self.vocab)
        joined = Doc.from_docs(pieces, ensure_whitespace=False, exclude=["tensor", "user_data"])  # type: ignore[call-arg]
        assert joined is not None
        _join_bunsetu(joined, pieces)
        return joined

    def _gap(self, text: str) -> list[Doc]:
        if not text:
            return []
        return [Doc(self.vocab, words=[text], tags=["空白"], pos=["SPACE"], deps=["ROOT"], heads=[0], spaces=[False])]


def _join_bunsetu(joined: Doc, pieces: Iterable[Doc]) -> None:
    """Carries GiNZA's phrase (bunsetu) boundaries over, so that `ginza`'s functions work on the whole."""
    heads: list[int] = []
    labels: list[str] = []
    positions: list[str] = []
    for piece in pieces:
        heads += [len(labels) + head for head in piece.user_data.get("bunsetu_heads", (0,))]
        labels += piece.user_data.get("bunsetu_bi_labels", ["B"] * len(piece))
        positions += piece.user_data.get("bunsetu_position_types", ["ROOT"] * len(piece))
    joined.user_data["bunsetu_heads"] = tuple(heads)
    joined.user_data["bunsetu_bi_labels"] = labels
    joined.user_data["bunsetu_position_types"] = positions


def batches(texts: Iterable[str]) -> Iterator[list[str]]:
    """The texts in their order, as many at a time as make up `BATCH` characters, and at least one."""
    batch: list[str] = []
    for text in texts:
        if batch and sum(map(len, batch)) + len(text) > BATCH:
            yield batch
            batch = []
        batch.append(text)
    if batch:
        yield batch


@cache
def is_unknown(word: str) -> bool:
    """Whether Sudachi's dictionary lacks the word, as it does most foreign names."""
    # `ginza()` and `ginza(True)` would be two entries of its cache, and two models in memory.
    tokenizer: Any = ginza(True).tokenizer
    morphemes = tokenizer.tokenizer.tokenize(word)
    return len(morphemes) != 1 or bool(morphemes[0].is_oov())
