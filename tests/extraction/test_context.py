"""Against whom a reaction is that names nobody: the one other side that the text speaks of, if it is but one."""

import pytest
from spacy.language import Language

from tests.japanese import expected, read, told


@pytest.mark.parametrize(
    ("text", "statements"),
    [
        ("カナダはメキシコを非難した。メキシコは反発した。", "カナダ accusation メキシコ; メキシコ accusation カナダ"),
        (
            "カナダとメキシコはペルーを非難した。チリは反発した。",
            "カナダ accusation ペルー; メキシコ accusation ペルー",
        ),
    ],
)
def test_a_reaction_is_against_the_only_other_side(nlp: Language, text: str, statements: str) -> None:
    assert told(read(nlp, text)) == expected(statements)
