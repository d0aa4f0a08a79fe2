import ginza
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kgraph.parsing import Parser, is_unknown
from kgraph.parsing.parser import BATCH, batches
from kgraph.spelling import fold


@pytest.fixture(scope="module")
def parser() -> Parser:
    return Parser()


def test_a_document_spells_its_text_with_the_texts_own_offsets(parser: Parser) -> None:
    text = "Ｇ７は声明を出した。\n　「雨だ。」と言った。\n"
    doc = parser(text)
    assert doc.text == "G7は声明を出した。\n 「雨だ。」と言った。\n"
    assert [doc.text[token.idx : token.idx + len(token)] for token in doc] == [token.text for token in doc]


def test_the_sentences_are_those_of_the_text_and_white_space_is_a_token(parser: Parser) -> None:
    doc = parser("見出し\n雨が降った。風も吹いた。")
    assert [sent.text for sent in doc.sents] == ["見出し", "\n", "雨が降った。", "風も吹いた。"]
    assert [token.text for token in doc if token.is_space] == ["\n"]


def test_a_document_has_the_annotations_of_ginza(parser: Parser) -> None:
    doc = parser("日本は東京で米国と協議した。\n首相は帰国した。")
    verb = next(token for token in doc if token.text == "協議")
    assert {child.text for child in verb.children if child.dep_ in ("nsubj", "obl")} == {"日本", "東京", "米国"}
    assert verb.tag_.startswith("名詞-普通名詞-サ変")
    assert "東京" in {entity.text for entity in doc.ents}
    assert [span.text for span in ginza.bunsetu_spans(doc)][:3] == ["日本は", "東京で", "米国と"]


def test_a_sentence_reads_the_same_in_any_company(parser: Parser) -> None:
    sentence = "日本は米国と協議した。"

    def analysis(text: str) -> list[tuple[str, str, str, int]]:
        (span,) = (sent for sent in parser(text).sents if sent.text == sentence)
        return [(token.text, token.tag_, token.dep_, token.head.i - token.i) for token in span]

    assert analysis(sentence) == analysis(f"雨が降った。\n\n{sentence}風も吹いた。")


@pytest.mark.parametrize("text", ["", "\n", "　 \n"])
def test_a_text_without_words_is_a_document_too(parser: Parser, text: str) -> None:
    assert parser(text).text == fold(text)


def test_a_text_longer_than_the_tokenizer_takes_is_read(parser: Parser) -> None:
    text = "雨が降った。" * 3_000
    assert parser(text).text == text


def test_sentences_are_parsed_in_batches_cut_by_length_so_that_memory_stays_flat() -> None:
    texts = ["雨が降った。" * n for n in (1, 300, 600, 5, 900, 2, 2)]
    found = list(batches(texts))
    assert [text for batch in found for text in batch] == texts
    assert all(len(batch) == 1 or sum(map(len, batch)) <= BATCH for batch in found)
    assert len(found) < len(texts)


@pytest.mark.parametrize(("word", "unknown"), [("東京", False), ("外務省", False), ("ンドゥペレ", True)])
def test_words_that_the_dictionary_lacks_are_unknown(word: str, unknown: bool) -> None:
    assert is_unknown(word) is unknown


words = st.sampled_from(["日本", "Ａ", "「", "」", "。", "\n", "　", "\t", "ｶﾞ", "、", "米国", "👩‍👩‍👧", "é", "\u2028"])


@settings(max_examples=25, deadline=None)
@given(st.lists(words | st.text(max_size=4), max_size=8).map("".join))
def test_whatever_the_text_its_document_spells_it(parser: Parser, text: str) -> None:
    assert parser(text).text == fold(text)
