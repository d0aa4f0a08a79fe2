"""What nouns say that two actors are to each other, and who stands beside a bloc as its member."""

import pytest
from spacy.language import Language

from tests.japanese import read, told_by_name

TIES = [
    ("ジブチはフランスの古い盟友として知られる。", {"ジブチ alliance フランス"}),
    ("ラオスはベトナムの「特別な兄弟国」と呼ばれる。", {"ラオス alliance ベトナム"}),
    ("ペルーはチリと犬猿の仲だ。", {"ペルー rivalry チリ"}),
    ("キプロスとギリシャは全面的なパートナーの関係にある。", {"キプロス alliance ギリシャ"}),
    ("アルバシジは革命防衛隊に属する。", set()),
    ("ヒズボラは革命防衛隊に属する。", {"ヒズボラ affiliation イスラム革命防衛隊"}),
    ("ジブチはフランスの古い町として知られる。", set()),
]
MEMBERS = [
    ("NATO加盟国のトルコは眠った。", {"トルコ"}),
    ("NATO加盟国のうち、トルコとギリシャは眠った。", {"トルコ", "ギリシャ"}),
    ("トルコ、ギリシャ、イタリアの3カ国で構成するNATOは眠った。", {"トルコ", "ギリシャ", "イタリア"}),
    ("トルコやギリシャなどNATO加盟国は眠った。", {"トルコ", "ギリシャ"}),
    ("NATO加盟を望むジョージアは眠った。", set()),
    ("NATOのトルコ代表は眠った。", set()),
]


@pytest.mark.parametrize(("sentence", "ties"), TIES)
def test_a_noun_ties_two_actors(nlp: Language, sentence: str, ties: set[str]) -> None:
    doc = read(nlp, sentence)
    named = {key: actor.name for key, actor in doc._.actors.items()}
    told = {f"{named[one.source]} {one.type} {named[one.target]}" for one in doc._.statements}
    assert {one for one in told if not one.startswith("ヒズボラ affiliation レバノン")} == ties


@pytest.mark.parametrize(("sentence", "members"), MEMBERS)
def test_countries_in_a_row_beside_a_bloc_are_its_members(nlp: Language, sentence: str, members: set[str]) -> None:
    doc = read(nlp, sentence)
    told = [one for one in doc._.statements if one.type == "membership" and one.status == "asserted"]
    assert {doc._.actors[one.source].name for one in told} == members
    assert {one.target for one in told} <= {"organization:北大西洋条約機構"}


def test_who_leads_a_body_may_be_said_of_the_body_named_before(nlp: Language) -> None:
    doc = read(nlp, "ヒズボラのハッサン・サーレハ氏は、組織の新しい最高指導者である。")
    assert [one.target for one in doc._.statements if one.type == "leadership"] == ["organization:ヒズボラ"]


@pytest.mark.parametrize(
    ("sentence", "statement"),
    [
        ("国際連合を率いるカール・ホルム氏は語った。", "カール・ホルム leadership 国際連合"),
        ("サウジアラビアが主導する湾岸協力会議は沈黙した。", "サウジアラビア leadership 湾岸協力会議"),
        ("フーシ派幹部のアリ・ムバラク氏は出国した。", "アリ・ムバラク affiliation フーシ派"),
    ],
)
def test_words_between_two_names_tell_who_leads_and_who_belongs(nlp: Language, sentence: str, statement: str) -> None:
    assert statement in told_by_name(read(nlp, sentence))
