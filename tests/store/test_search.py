from itertools import permutations
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests import factories as made

from kgraph.models import Article, Extraction, Resolved
from kgraph.sentences import sentences
from kgraph.store import DATABASE, Reader, Writer
from kgraph.store.lookup import grams, phrase

TEXTS = (
    "首脳会談\n両首脳は停戦で合意した。",
    "停戦の行方\n停戦は守られていない。ＮＡＴＯは動かない。",
    "選挙\n野党が勝った。",
)


def _write(path: Path, *articles: Article) -> None:
    """Publish the graph of just these articles, as a build would."""
    with Writer(path) as writer:
        writer.drop(set(writer.known()) - {one.id for one in articles})
        for one in articles:
            writer.put(one, Extraction(article=one.id), "v1")
        writer.replace(Resolved())


def _found(path: Path, text: str, limit: int | None = None) -> list[str]:
    with Reader(path) as reader:
        return [sentence for *_, sentence in reader.hits(text, limit)]


def _articles(*texts: str) -> list[Article]:
    return [made.article(f"a{number}", text) for number, text in enumerate(texts)]


def test_a_changed_article_is_found_by_its_new_text_alone_and_a_dropped_one_by_none(tmp_path: Path) -> None:
    path = tmp_path / DATABASE
    _write(path, *_articles(*TEXTS))
    assert _found(path, "停戦") == ["両首脳は停戦で合意した。", "停戦の行方", "停戦は守られていない。"]
    _write(path, *_articles(TEXTS[0].replace("停戦", "撤兵"), TEXTS[1]))
    assert _found(path, "停戦") == ["停戦の行方", "停戦は守られていない。"]
    assert _found(path, "撤兵") == ["両首脳は撤兵で合意した。"]
    assert _found(path, "野党") == []


def test_an_article_whose_text_stays_is_found_under_its_new_path(tmp_path: Path) -> None:
    path = tmp_path / DATABASE
    (one,) = _articles(TEXTS[0])
    _write(path, one)
    _write(path, one.model_copy(update={"path": "archive/a0.txt"}))
    assert _found(path, "停戦") == ["両首脳は停戦で合意した。"]
    with Reader(path) as reader:
        assert [article.path for article in reader.articles()] == ["archive/a0.txt"]


def test_what_is_found_does_not_depend_on_the_order_in_which_articles_came(tmp_path: Path) -> None:
    answers = set()
    for number, order in enumerate(permutations(_articles(*TEXTS))):
        path = tmp_path / str(number) / DATABASE
        for count in range(1, len(order) + 1):
            _write(path, *order[:count])
        answers.add((*_found(path, "。"), "and", *_found(path, "停戦", limit=1)))
    assert len(answers) == 1


def test_the_index_holds_letters_in_pairs_and_the_last_one_alone() -> None:
    assert grams("停戦、合意。") == "停戦 戦合 合意 意"
    assert (phrase("停戦"), phrase("停"), phrase("、")) == ('"停戦"', '"停"*', None)


@pytest.fixture(scope="module")
def indexed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("indexed") / DATABASE
    _write(path, *_articles(*TEXTS))
    return path


@given(st.data())
def test_every_piece_of_a_sentence_finds_all_that_have_it(indexed: Path, data: st.DataObject) -> None:
    everything = [text[start:end] for text in TEXTS for start, end in sentences(text)]
    sentence = data.draw(st.sampled_from(everything))
    start = data.draw(st.integers(0, len(sentence) - 1))
    piece = sentence[start : data.draw(st.integers(start + 1, len(sentence)))]
    assert _found(indexed, piece) == [one for one in everything if piece in one]
