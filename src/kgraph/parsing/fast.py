"""GiNZA made fast: the same model and the same answers from better code around it.

Two things take most of stock GiNZA's time, and neither is in the model:

- The layers' matrix products go through the generic kernel of the blis wheel. numpy's own BLAS does
  them several times as fast: every layer of every component is given ops that use it. These ops also
  take the maximum of a maxout layer's pieces without noting which it was.
- The entity recognizer walks its 758 moves token by token. But outside an entity a move depends on the
  token alone, and inside one there are but two moves. So `ArrayEntityRecognizer` scores all tokens of
  a batch at once, and then follows all entities that begin anywhere in it side by side.

The tokenizer, too, is spared what nobody here asks for: every token in the two finer splittings
(`doc.user_data["sub_tokens"]`).

Sums are made in another order, so a score may differ in its last bit; only moves whose scores tie to
that bit can come out otherwise. What this code was made for is checked; where anything differs, stock
GiNZA is used, and a log line says why.
"""

import logging
from collections.abc import Iterable, Iterator, Sequence
from importlib.metadata import version
from typing import Any

import numpy as np
import numpy.typing as npt
import thinc.api
from spacy.language import Language
from spacy.tokens import Doc, Span

Floats = npt.NDArray[np.float32]
Ints = npt.NDArray[np.int64]

log = logging.getLogger(__name__)

MADE_FOR = {"spaCy": "3.8.", "thinc": "8.3.", "ja_ginza": "5."}
# Scores of one token are 758 floats: a batch of this many tokens holds 3 MB of them.
TOKENS = 1_024


def accelerate(nlp: Language) -> Language:
    """The same pipeline, made fast in place; left as it is, with one log line, if it is not the one known here."""
    if reason := _unknown(nlp):
        log.warning("GiNZA runs at its own speed: %s", reason)
        return nlp
    ops = ReadingOps(use_blis=False)
    for _, pipe in nlp.pipeline:
        for layer in pipe.model.walk() if hasattr(pipe, "model") else ():
            layer.ops = ops
    nlp.tokenizer.need_subtokens = False  # type: ignore[union-attr]
    nlp.add_pipe("kgraph_array_ner", after="ner")
    nlp.disable_pipe("ner")
    return nlp


class ReadingOps(thinc.api.NumpyOps):  # type: ignore[misc]
    """numpy's operations for a model that only reads, never learns."""

    def maxout(self, X: Floats) -> tuple[Floats, None]:  # noqa: N803
        """The largest piece of each output. Which piece it was, only learning asks."""
        best = X[:, :, 0]
        for piece in range(1, X.shape[2]):
            best = np.maximum(best, X[:, :, piece])
        return best, None


class ArrayEntityRecognizer:
    """Finds the entities that spaCy's greedy transition-based recognizer finds, for a whole batch at once."""

    def __init__(self, recognizer: Any) -> None:  # noqa: ANN401
        self._model = recognizer.model
        upper = self._model.get_ref("upper")
        # Not `move_names`, which leaves out the unnamed "U-" and so shifts what comes behind it.
        moves: list[str] = [recognizer.moves.get_class_name(n) for n in range(upper.get_dim("nO"))]
        self._weights: Floats = upper.get_param("W")
        self._bias: Floats = upper.get_param("b")
        self._hidden_bias: Floats = self._model.get_ref("lower").get_param("b")
        self._label = [move[2:] for move in moves]
        # The moves there are outside an entity: to begin one, to make one of one token, to stay outside.
        outside = [n for n, move in enumerate(moves) if (move[0] in "BU" and move[2:]) or move == "O"]
        kinds = np.array([moves[n][0] for n in outside])
        self._outside: Ints = np.array(outside)
        self._begins, self._units = kinds == "B", kinds == "U"
        self._outside_weights = np.ascontiguousarray(self._weights[outside].T)
        self._outside_bias = self._bias[outside]
        place = {move: index for index, move in enumerate(moves)}
        self._inside: Ints = np.array([place.get("I-" + label, -1) for label in self._label])
        self._last: Ints = np.array([place.get("L-" + label, -1) for label in self._label])

    def __call__(self, doc: Doc) -> Doc:
        """Sets the Doc's entities."""
        self._annotate([doc])
        return doc

    def pipe(self, stream: Iterable[Doc], *, batch_size: int = 256) -> Iterator[Doc]:
        """Sets the entities of many Docs, in batches cut by length so that memory stays flat."""
        for batch in _batches(stream, batch_size):
            self._annotate([doc for doc in batch if len(doc)])
            yield from batch

    def _annotate(self, docs: Sequence[Doc]) -> None:
        if not docs:
            return
        moves, ends = self._moves(docs)
        start = 0
        for doc in docs:
            found = list(self._spans(doc, moves[start : start + len(doc)], ends[start : start + len(doc)] - start))
            doc.set_ents(found, default="outside")
            start += len(doc)

    def _spans(self, doc: Doc, moves: Ints, ends: Ints) -> Iterator[Span]:
        """The entities of one Doc: from each token that is not inside one, its own move says what comes."""
        place = 0
        while place < len(doc):
            move = int(moves[place])
            end = int(ends[place]) + 1
            if self._label[move]:
                yield Span(doc, place, end, label=self._label[move])
            place = end

    def _moves(self, docs: Sequence[Doc]) -> tuple[Ints, Ints]:
        """For each token of all Docs, its best move outside an entity, and the last token of what that begins."""
        layers = self._model.layers
        # One row a token after the padding; a row holds each feature's part of the hidden layer.
        parts: Floats = layers[1].predict(layers[0].predict(docs))
        may_begin, may_go_on, blank = _constraints(docs)
        # Outside an entity, two of the three features are padding.
        hidden = _maxout(parts[1:, 0] + parts[0, 1] + parts[0, 2] + self._hidden_bias)
        scores: Floats = hidden @ self._outside_weights + self._outside_bias
        scores[np.ix_(~may_begin, self._begins)] = -np.inf
        scores[np.ix_(blank, self._units)] = -np.inf
        best = scores.argmax(axis=1)
        starts: Ints = np.flatnonzero(self._begins[best])
        moves = self._outside[best]
        return moves, self._ends(parts, moves, starts, may_go_on)

    def _ends(self, parts: Floats, moves: Ints, starts: Ints, may_go_on: npt.NDArray[np.bool_]) -> Ints:
        """The last token of the entity that begins at each of `starts`; elsewhere the token itself."""
        ends: Ints = np.arange(len(moves))
        tokens = starts + 1
        while len(starts):
            goes_on = self._goes_on(parts, starts, tokens, moves[starts]) & may_go_on[tokens]
            ends[starts[~goes_on]] = tokens[~goes_on]
            starts, tokens = starts[goes_on], tokens[goes_on] + 1
        return ends

    def _goes_on(self, parts: Floats, starts: Ints, tokens: Ints, begun: Ints) -> npt.NDArray[np.bool_]:
        """Whether entities begun at `starts` go on behind `tokens`, by the scores of the only two moves there are."""
        hidden = _maxout(parts[tokens + 1, 0] + parts[starts + 1, 1] + parts[tokens, 2] + self._hidden_bias)
        inside, last = self._inside[begun], self._last[begun]
        score_inside = np.einsum("th,th->t", hidden, self._weights[inside]) + self._bias[inside]
        score_last = np.einsum("th,th->t", hidden, self._weights[last]) + self._bias[last]
        # Of equal scores, spaCy takes the move with the lower number.
        goes_on: npt.NDArray[np.bool_] = (score_inside > score_last) | ((score_inside == score_last) & (inside < last))
        return goes_on


def _maxout(pieces: Floats) -> Floats:
    best: Floats = pieces.max(axis=-1)
    return best


def _constraints(docs: Sequence[Doc]) -> tuple[npt.NDArray[np.bool_], ...]:
    """Where, as spaCy defines it, an entity of several tokens may begin, where one may go on, and what is white space.

    Neither at the last token of a Doc, nor before one that starts a sentence; none begins on white space.
    """
    attributes = [doc.to_array(["SENT_START", "IS_SPACE"]) for doc in docs]
    blank = np.concatenate([values[:, 1] == 1 for values in attributes])
    may_go_on = np.concatenate([np.append(values[1:, 0] != 1, False) for values in attributes])
    return may_go_on & ~blank, may_go_on, blank


def _batches(docs: Iterable[Doc], most: int) -> Iterator[list[Doc]]:
    batch: list[Doc] = []
    tokens = 0
    for doc in docs:
        if batch and (len(batch) == most or tokens + len(doc) > TOKENS):
            yield batch
            batch, tokens = [], 0
        batch.append(doc)
        tokens += len(doc)
    if batch:
        yield batch


def _unknown(nlp: Language) -> str | None:
    """What of the pipeline is not as this code was made for; None if all is."""
    found = {"spaCy": version("spacy"), "thinc": version("thinc"), "ja_ginza": nlp.meta["version"]}
    for name, known in MADE_FOR.items():
        if not found[name].startswith(known):
            return f"{name} is {found[name]}, not {known}x"
    if "ner" not in nlp.pipe_names:
        return "it has no entity recognizer"
    model: Any = nlp.get_pipe("ner").model  # type: ignore[attr-defined]
    lower = model.get_ref("lower") if model.name == "parser_model" else None
    if lower is None or not model.attrs["has_upper"] or model.attrs["unseen_classes"]:
        return "the entity recognizer is built otherwise"
    if (lower.get_dim("nF"), lower.get_dim("nP") > 1) != (3, True):
        return "the entity recognizer has other features"
    return None


@Language.factory("kgraph_array_ner")
def create(nlp: Language, name: str) -> ArrayEntityRecognizer:  # noqa: ARG001
    """The component, with the weights of the pipeline's own recognizer."""
    return ArrayEntityRecognizer(nlp.get_pipe("ner"))
