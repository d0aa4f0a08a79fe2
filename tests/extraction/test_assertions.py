import pytest
from spacy.language import Language

from tests.japanese import expected, read, told


def test_an_event_happens_at_the_place_said_with_it(nlp: Language) -> None:
    (meeting,) = read(nlp, "米国とイランがジュネーブで協議した。")._.statements
    assert meeting.place == "place:ジュネーブ"


def test_nobody_deals_with_the_country_he_belongs_to(nlp: Language) -> None:
    assert told(read(nlp, "プーチン大統領はロシアを批判した。")) == set()


def test_a_predicate_may_ask_what_its_actors_are(nlp: Language) -> None:
    assert told(read(nlp, "韓国はNATOに参加した。")) == expected("韓国 membership 北大西洋条約機構")
    assert told(read(nlp, "韓国はフランスに参加した。")) == set()


def test_a_noun_and_the_verb_that_carries_it_state_one_relation(nlp: Language) -> None:
    statements = read(nlp, "エジプトとイスラエルは停戦で合意に達した。")._.statements
    assert [one.type for one in statements] == ["agreement"]


@pytest.mark.parametrize(
    ("sure", "less_sure"),
    [
        ("ロシアはウクライナを攻撃した。", "ロシアは孤立している。昨日、ウクライナを攻撃した。"),
        ("ロシアはウクライナを攻撃した。", "ロシアはウクライナを攻撃する可能性がある。"),
    ],
)
def test_confidence_is_greater_for_what_is_said_outright(nlp: Language, sure: str, less_sure: str) -> None:
    (one,), (other,) = read(nlp, sure)._.statements, read(nlp, less_sure)._.statements
    assert 0 < other.confidence < one.confidence < 1


def test_statements_stand_in_the_order_of_the_text(nlp: Language) -> None:
    doc = read(nlp, "米国はイランを攻撃した。ロシアは米国を非難した。中国も米国を批判した。")
    starts = [one.start for one in doc._.statements]
    assert starts == sorted(starts)
    assert [one.source for one in doc._.statements] == ["country:US", "country:RU", "country:CN"]
