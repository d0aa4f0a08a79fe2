"""Mediators and those between whom they mediate."""

import pytest
from spacy.language import Language

from tests.japanese import expected, read, told


@pytest.mark.parametrize(
    ("text", "statements"),
    [
        (
            "スイスの仲介で、インドとパキスタンが協定に署名した。",
            "インド agreement パキスタン; インド negotiation スイス; スイス negotiation パキスタン",
        ),
        ("スイスはインドとパキスタンの橋渡しを担った。", "インド negotiation スイス; スイス negotiation パキスタン"),
        (
            "スイスはインドとパキスタンの交渉を仲介した。",
            "インド negotiation スイス; インド negotiation パキスタン; スイス negotiation パキスタン",
        ),
        ("スイスの仲介は失敗した。", ""),
    ],
)
def test_a_mediator_negotiates_with_each_side(nlp: Language, text: str, statements: str) -> None:
    assert told(read(nlp, text)) == expected(statements)
