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
        (
            "スイスが仲介役となり、インドとパキスタンは合意した。",
            "インド agreement パキスタン; インド negotiation スイス; スイス negotiation パキスタン",
        ),
        (
            "スイスが間に入り、インドはパキスタンと停戦で合意した。",
            "インド agreement パキスタン; インド negotiation スイス; スイス negotiation パキスタン;"
            "インド withdrawal パキスタン planned",
        ),
        (
            "スイスを介して、インドとパキスタンが対話した。",
            "インド negotiation スイス; インド negotiation パキスタン; スイス negotiation パキスタン",
        ),
        (
            "インドはスイスを介してパキスタンに書簡を送った。",
            "インド negotiation スイス; インド negotiation パキスタン; スイス negotiation パキスタン",
        ),
        ("通訳を介して、インドとパキスタンが対話した。", "インド negotiation パキスタン"),
        ("・モディ首相:スイスの仲介を歓迎", "ナレンドラ・モディ support スイス"),
        ("スイスの仲介は失敗した。", ""),
    ],
)
def test_a_mediator_negotiates_with_each_side(nlp: Language, text: str, statements: str) -> None:
    assert told(read(nlp, text)) == expected(statements)
