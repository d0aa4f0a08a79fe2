"""Clauses by the order of their words."""

import pytest
from spacy.language import Language

from tests.japanese import expected, read, told


@pytest.mark.parametrize(
    ("text", "statements"),
    [
        (
            "ギリシャはトルコの要求を「受け入れがたい」と拒否した。",
            "ギリシャ rejection トルコ",
        ),
    ],
)
def test_what_is_quoted_ends_no_clause(nlp: Language, text: str, statements: str) -> None:
    assert told(read(nlp, text)) == expected(statements)
