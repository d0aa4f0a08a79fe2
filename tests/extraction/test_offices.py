import pytest
from spacy.language import Language

from kgraph.ontology import MentionKind, Reason
from tests.japanese import read


def meant(nlp: Language, text: str, published: str | None) -> list[str]:
    """Who is meant by an office alone."""
    doc = read(nlp, text, published)
    return [doc._.actors[one.key].name for one in doc._.names if one.reason is Reason.OFFICE]


@pytest.mark.parametrize(
    ("text", "published", "holder"),
    [
        ("米大統領は休暇を取った。", "2023-05-10", "ジョー・バイデン"),
        ("米大統領は休暇を取った。", "2025-05-10", "ドナルド・トランプ"),
        ("日本の首相は休暇を取った。", "2025-10-20", "石破茂"),
        ("国連の事務総長は休暇を取った。", "2020-01-31", "アントニオ・グテレス"),
        ("2023年、米大統領は休暇を取った。", "2023-05-10", "ジョー・バイデン"),
    ],
)
def test_an_office_means_who_held_it_when_the_article_appeared(
    nlp: Language, text: str, published: str, holder: str
) -> None:
    assert meant(nlp, text, published) == [holder]


@pytest.mark.parametrize(
    ("text", "published"),
    [
        ("米大統領は休暇を取った。", None),
        ("米大統領は休暇を取った。", "2025-01"),
        ("2015年、米大統領は休暇を取った。", "2025-05-10"),
        ("前米大統領は休暇を取った。", "2025-05-10"),
        ("米大統領選は混戦だ。", "2025-05-10"),
        ("日米外相が握手した。", "2025-05-10"),
        ("ツバルの法相は休暇を取った。", "2025-05-10"),
    ],
)
def test_where_that_is_not_sure_the_office_is_nobody(nlp: Language, text: str, published: str | None) -> None:
    assert meant(nlp, text, published) == []


def test_who_holds_the_office_is_mentioned_by_a_noun(nlp: Language) -> None:
    doc = read(nlp, "仏大統領はイランを非難した。", "2025-05-10")
    (office,) = (one for one in doc._.names if one.kind is MentionKind.NOMINAL)
    assert (office.text, office.key) == ("大統領", "person:エマニュエル・マクロン")


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("仏大統領はイランを非難した。", "country:FR"),
        ("マクロン氏が着いた。仏大統領はイランを非難した。", "person:エマニュエル・マクロン"),
    ],
)
def test_he_acts_for_himself_where_the_article_names_him_else_for_his_country(
    nlp: Language, text: str, source: str
) -> None:
    assert [one.source for one in read(nlp, text, "2025-05-10")._.statements if one.type == "accusation"] == [source]
