"""Roles that stand further from their verb than its own particles reach."""

import pytest
from spacy.language import Language

from tests.japanese import expected, read, told


@pytest.mark.parametrize(
    ("text", "statements"),
    [
        ("エジプトはスーダンの港湾労働者の受け入れを拒否した。", "エジプト rejection スーダン"),
        ("チリはペルー産の果物の輸入を停止した。", "チリ sanction ペルー"),
        (
            "モンゴルの提案はカザフスタンに拒絶された。",
            "カザフスタン rejection モンゴル; モンゴル demand カザフスタン",
        ),
        ("ケニアはウガンダとの国境に部隊を派遣した。", "ケニア mobilization ウガンダ"),
    ],
)
def test_what_is_an_actors_may_stand_deep_in_a_phrase(nlp: Language, text: str, statements: str) -> None:
    assert told(read(nlp, text)) == expected(statements)
