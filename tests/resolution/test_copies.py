from kgraph.models import Article
from kgraph.resolution.copies import origins

WIRE = (
    "日仏両政府は12日、京都で経済対話を開き、半導体の共同研究を進めることで一致した。次回は来春にリヨンで開く。"
    "会合には双方の経済閣僚が出席し、重要鉱物の調達先を広げる方策も取り上げた。両国は年内に作業部会を設ける。"
)


def article(id: str, text: str) -> Article:
    return Article(id=id, title=id, text=text, path=f"{id}.txt", sha256=id)


def test_the_same_text_but_for_a_few_words_has_one_origin() -> None:
    changed = WIRE.replace("12日", "十二日").replace("一致した", "合意した")
    found = origins([article("b", changed), article("a", WIRE)])
    assert found == {"a": "a", "b": "a"}


def test_another_report_of_the_same_event_is_a_source_of_its_own() -> None:
    other = (
        "フランスのルメール氏は京都で日本の閣僚と会い、半導体や鉱物の分野で手を組む考えを示した。交渉は夜まで続いた。"
    )
    assert origins([article("a", WIRE), article("b", other)]) == {"a": "a", "b": "b"}
