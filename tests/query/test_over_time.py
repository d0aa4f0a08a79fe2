"""Relations that change over time, from articles to answers."""

from collections.abc import Iterator

import pytest

from kgraph import pipeline
from kgraph.errors import UnknownNameError
from kgraph.graph import KnowledgeGraph

ARTICLES = {
    "imposed": ("2024-03-05", "ノルウェーがベラルーシに制裁", "ノルウェーは4日、ベラルーシに制裁を科した。"),
    "lifted": ("2025-06-11", "ノルウェーが譲歩", "ノルウェーは10日、ベラルーシへの制裁を解除した。"),
    "signed": ("2023-05-02", "南米の隣国が漁業で握手", "チリとペルーは1日、漁業協定に署名した。"),
    "broken": ("2024-09-09", "南米の漁業に暗雲", "ペルーは8日、チリとの漁業協定を一方的に破棄した。"),
    "allied": ("2022-01-10", "内陸国の友情", "ラオスはモンゴルの同盟国である。"),
    "abandoned": ("2024-12-02", "内陸国の友情に終止符", "モンゴルは1日、ラオスを見捨てた。"),
    "planned": ("2025-07-01", "ノルウェーの外交", "ノルウェーは8月3日、ベラルーシと会談する予定だ。"),
}


@pytest.fixture(scope="module")
def kg(tmp_path_factory: pytest.TempPathFactory) -> Iterator[KnowledgeGraph]:
    directory = tmp_path_factory.mktemp("time")
    (directory / "raw").mkdir()
    for name, (date, title, text) in ARTICLES.items():
        content = f"---\ntitle: {title}\ndate: {date}\n---\n{text}\n"
        (directory / "raw" / f"{name}.md").write_text(content, encoding="utf-8")
    assert pipeline.build([directory / "raw"], directory / "graph").failures == ()
    with KnowledgeGraph(directory / "graph") as graph:
        yield graph


def held(kg: KnowledgeGraph, one: str, other: str, day: str) -> set[str]:
    return {relation.type.value for relation in kg.relations(one, other, on=day)}


def test_a_sanction_holds_from_the_day_it_is_imposed_to_the_day_it_is_lifted(kg: KnowledgeGraph) -> None:
    assert "sanction" not in held(kg, "ノルウェー", "ベラルーシ", "2024-03-03")
    assert "sanction" in held(kg, "ノルウェー", "ベラルーシ", "2024-03-04")
    assert "sanction" in held(kg, "ノルウェー", "ベラルーシ", "2025-06-09")
    assert "sanction" not in held(kg, "ノルウェー", "ベラルーシ", "2025-06-10")


def test_an_agreement_holds_until_it_is_broken(kg: KnowledgeGraph) -> None:
    assert "agreement" not in held(kg, "チリ", "ペルー", "2023-04")
    assert "agreement" in held(kg, "チリ", "ペルー", "2024-09-07")
    assert "agreement" not in held(kg, "チリ", "ペルー", "2024-09-08")


def test_an_ally_is_one_until_he_is_abandoned(kg: KnowledgeGraph) -> None:
    assert "alliance" in held(kg, "ラオス", "モンゴル", "2024-11-30")
    assert "alliance" not in held(kg, "ラオス", "モンゴル", "2024-12-01")


def test_the_timeline_of_two_shows_how_it_went_with_status_and_evidence(kg: KnowledgeGraph) -> None:
    steps = kg.timeline("ノルウェー", "ベラルーシ")
    assert [(one.date, one.type, one.status) for one in steps] == [
        ("2024-03-04", "sanction", "asserted"),
        ("2025-06-10", "withdrawal", "asserted"),
        ("2025-08-03", "negotiation", "planned"),
    ]
    assert steps[1].label == "ノルウェーのベラルーシへの制裁解除(2025年6月10日)"
    assert [(one.article, one.sentence) for one in steps[1].evidence] == [("lifted", ARTICLES["lifted"][2])]
    assert kg.timeline("ベラルーシ", "ノルウェー") == steps
    assert kg.timeline("ノルウェー", "ベラルーシ", since="2025-07") == steps[2:]


def test_the_evidence_is_cut_from_the_article(kg: KnowledgeGraph) -> None:
    for step in kg.timeline():
        assert step.evidence
        for one in step.evidence:
            assert kg.article(one.article).text[one.start : one.end] == one.sentence


def test_events_are_asked_for_by_type_and_status(kg: KnowledgeGraph) -> None:
    assert [one.label for one in kg.events("ノルウェー", status="planned")] == [
        "ノルウェー・ベラルーシの会談(2025年8月3日)"
    ]
    assert [one.label for one in kg.events(type="拒否")] == ["ペルーのチリへの漁業協定破棄(2024年9月8日)"]
    assert kg.events(status="negated") == []


def test_the_second_name_has_to_be_known_too(kg: KnowledgeGraph) -> None:
    with pytest.raises(UnknownNameError):
        kg.timeline("ノルウェー", "火星")
