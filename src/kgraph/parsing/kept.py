"""Parses as bytes: what GiNZA said of a text, to be kept until the text or GiNZA changes."""

from spacy.tokens import Doc, DocBin
from spacy.vocab import Vocab

_ATTRIBUTES = (
    "ORTH", "TAG", "POS", "LEMMA", "NORM", "MORPH", "HEAD", "DEP", "ENT_IOB", "ENT_TYPE", "SENT_START",
)  # fmt: skip
_LISTS = {"bunsetu_bi_labels", "bunsetu_position_types"}


def packed(doc: Doc) -> bytes:
    """A Doc as the parser gives it, as bytes."""
    kept = DocBin(attrs=_ATTRIBUTES, store_user_data=True)
    kept.add(doc)
    return kept.to_bytes()


def unpacked(kept: bytes, vocab: Vocab) -> Doc:
    """The Doc that was packed; equal in all that the parser sets."""
    (doc,) = DocBin().from_bytes(kept).get_docs(vocab)
    # All sequences come back as tuples.
    for name in _LISTS & doc.user_data.keys():
        doc.user_data[name] = list(doc.user_data[name])
    return doc
