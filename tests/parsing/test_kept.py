from spacy.language import Language
from spacy.tokens import Doc
from spacy.vocab import Vocab

from kgraph.extraction import load
from kgraph.extraction.extractor import extraction
from kgraph.parsing.kept import packed, unpacked
from tests.factories import article

TEXT = (
    "ＥＵ、新たな制裁\n欧州連合は5日、ベラルーシに制裁を科した。\n\n"
    "ホルム大統領は「対話を続けてほしい。それが道だ」と述べた。"
)


def _tokens(doc: Doc) -> list[tuple[object, ...]]:
    return [
        (t.text, t.idx, t.tag_, t.pos_, t.lemma_, t.norm_, t.dep_, t.head.i, str(t.morph), t.ent_type_, t.is_sent_start)
        for t in doc
    ]


def test_a_parse_that_was_kept_is_the_parse(nlp: Language) -> None:
    doc = nlp.make_doc(TEXT)
    again = unpacked(packed(doc), nlp.vocab)
    assert again.text == doc.text
    assert _tokens(again) == _tokens(doc)
    assert again.user_data == doc.user_data


def test_a_parse_needs_not_the_vocabulary_it_was_made_with(nlp: Language) -> None:
    doc = nlp.make_doc(TEXT)
    assert _tokens(unpacked(packed(doc), Vocab())) == _tokens(doc)


def test_what_a_kept_parse_says_is_what_the_parse_says(nlp: Language) -> None:
    one = article("a", TEXT, published="2025-03-06")
    said = []
    for doc in (nlp.make_doc(TEXT), unpacked(packed(nlp.make_doc(TEXT)), load().vocab)):
        doc._.published = one.published
        said.append(extraction(one, nlp(doc)))
    assert said[0] == said[1]
    assert said[0].assertions != ()


def test_a_text_without_words_is_kept_too(nlp: Language) -> None:
    assert unpacked(packed(nlp.make_doc("")), nlp.vocab).text == ""
