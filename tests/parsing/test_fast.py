"""The fast pipeline against stock GiNZA: the same answers, token by token."""

import logging
from collections.abc import Iterable
from pathlib import Path

import ginza
import pytest
import spacy
from hypothesis import given, settings
from hypothesis import strategies as st
from spacy.language import Language
from spacy.tokens import Doc

from kgraph import reading
from kgraph.models import Article
from kgraph.parsing import Parser, fast

RAW = Path(__file__).parent.parent.parent / "data" / "raw"
# Moves whose scores tie to the last bit may come out otherwise on another kind of processor.
TIES = 0.001

EDGE_CASES = [
    "",
    " ",
    "　",
    "\n\n",
    "。",
    "米",
    "a",
    "7",
    "(",
    "」」」",
    "🙂🇯🇵👨‍👩‍👧",
    "NATO and the EU met in Brussels on 3 May 2025.",
    "2025年5月12日、1,234人が3.5%増の7万8900円を受け取った。",
    "ＮＡＴＯは１２日、Ｇ７と協議した。",
    "「(『[〈《【東京】》〉]』)」",
    "東京都の小池百合子知事は",
    "トランプ大統領とプーチン大統領とゼレンスキー大統領とマクロン大統領と習近平国家主席",
    "東京 大阪　名古屋 福岡",
    "外務省" * 666,
    "首相は東京で記者団に対し、" * 150 + "語った。",
]


@pytest.fixture(scope="module")
def stock() -> Language:
    return spacy.load("ja_ginza")


@pytest.fixture(scope="module")
def accelerated() -> Language:
    return fast.accelerate(spacy.load("ja_ginza"))


def annotations(doc: Doc) -> list[tuple[object, ...]]:
    phrases = [(span.start, span.end) for span in ginza.bunsetu_spans(doc)] if len(doc) else []
    tokens: list[tuple[object, ...]] = [
        (
            *(token.text, token.tag_, token.pos_, token.lemma_, token.norm_, token.head.i, token.dep_),
            *(token.is_sent_start, token.ent_iob_, token.ent_type_, str(token.morph)),
        )
        for token in doc
    ]
    return [*tokens, tuple(phrases)]


def differing(texts: Iterable[str], one: Language, other: Language) -> list[str]:
    texts = list(texts)
    pairs = zip(texts, one.pipe(texts, batch_size=64), other.pipe(texts, batch_size=64), strict=True)
    return [text for text, a, b in pairs if annotations(a) != annotations(b)]


def paragraphs() -> list[str]:
    articles = (article for article in reading.read([RAW]) if isinstance(article, Article))
    return [line for article in articles for line in article.text.splitlines()]


def test_all_articles_of_the_project_are_annotated_as_stock_ginza_does(stock: Language, accelerated: Language) -> None:
    texts = paragraphs()
    assert len(texts) > 150
    found = differing(texts, stock, accelerated)
    assert len(found) <= TIES * len(texts), found


@pytest.mark.parametrize("text", EDGE_CASES, ids=lambda text: f"{text[:12]!r}, {len(text)}")
def test_edge_cases_are_annotated_as_stock_ginza_does(text: str, stock: Language, accelerated: Language) -> None:
    assert differing([text], stock, accelerated) == []


PIECES = [
    "東京",
    "外務省",
    "大統領",
    "は",
    "と",
    "、",
    "。",
    "「",
    "」",
    "NATO",
    "2025年",
    " ",
    "🙂",
    "トランプ",
    "会談した",
    "ＥＵ",
]


@settings(max_examples=40, deadline=None)
@given(st.lists(st.sampled_from(PIECES), max_size=12).map("".join))
def test_any_mixture_is_annotated_as_stock_ginza_does(text: str) -> None:
    slow, quick = Parser(fast=False), Parser()
    assert annotations(slow(text)) == annotations(quick(text))


def test_a_text_reads_the_same_alone_and_in_a_batch(accelerated: Language) -> None:
    texts = paragraphs()[:40]
    together = [annotations(doc) for doc in accelerated.pipe(texts, batch_size=40)]
    assert together == [annotations(accelerated(text)) for text in texts]


def test_the_fast_pipeline_stands_in_for_the_recognizer_and_can_be_turned_off() -> None:
    assert "kgraph_array_ner" in Parser()._nlp.pipe_names
    assert "kgraph_array_ner" not in Parser(fast=False)._nlp.pipe_names
    assert "ner" in Parser(fast=False)._nlp.pipe_names


def test_a_batch_is_cut_by_length_so_that_memory_stays_flat(stock: Language) -> None:
    docs = [stock.make_doc("東京" * 200) for _ in range(30)]
    cut = [sum(map(len, batch)) for batch in fast._batches(docs, 256)]
    assert sum(cut) == sum(map(len, docs))
    assert max(cut) <= fast.TOKENS


@pytest.mark.parametrize("part", ["spaCy", "thinc", "ja_ginza"])
def test_where_a_version_is_not_known_stock_ginza_is_used_and_a_line_says_so(
    part: str, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    monkeypatch.setitem(fast.MADE_FOR, part, "999.")
    nlp = spacy.load("ja_ginza")
    with caplog.at_level(logging.WARNING):
        assert fast.accelerate(nlp).pipe_names == spacy.load("ja_ginza").pipe_names
    (record,) = caplog.records
    assert part in record.getMessage()
    assert "999" in record.getMessage()


def test_where_the_recognizer_is_built_otherwise_stock_ginza_is_used(caplog: pytest.LogCaptureFixture) -> None:
    nlp = spacy.load("ja_ginza")
    nlp.get_pipe("ner").model.attrs["unseen_classes"] = {3}  # type: ignore[attr-defined]
    with caplog.at_level(logging.WARNING):
        assert "kgraph_array_ner" not in fast.accelerate(nlp).pipe_names
    assert "recognizer" in caplog.text
