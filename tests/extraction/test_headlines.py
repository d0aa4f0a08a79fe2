"""Lines that begin with an actor and no particle, and end in a noun that says what is done."""

import pytest
from spacy.language import Language

from tests.japanese import expected, read, told


@pytest.mark.parametrize(
    ("text", "statements"),
    [
        ("豪、フィジーに報復関税", "オーストラリア sanction フィジー"),
        ("・モディ氏:ネパールへの支援を表明", "ナレンドラ・モディ aid ネパール"),
        ("ポーランド首相、リトアニアと会談", "ポーランド negotiation リトアニア"),
        ("ポーランド外務省 ベラルーシを非難", "ポーランド外務省 accusation ベラルーシ"),
        ("会談は物別れに終わる", ""),
    ],
)
def test_a_line_says_who_does_it_first(nlp: Language, text: str, statements: str) -> None:
    assert told(read(nlp, text)) == expected(statements)
