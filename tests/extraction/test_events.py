from spacy.language import Language
from spacy.tokens import Doc

from kgraph.extraction.events import Telling
from tests.japanese import read


def events(doc: Doc) -> list[Telling]:
    return list(doc._.events)


def test_what_has_a_date_or_a_place_is_an_event(nlp: Language) -> None:
    (one,) = events(read(nlp, "米国とイランは2025年4月12日、ジュネーブで協議した。"))
    assert (one.type, one.date, one.place, one.status) == ("negotiation", "2025-04-12", "place:ジュネーブ", "asserted")
    assert [(p.entity, p.role) for p in one.participants] == [("country:US", "party"), ("country:IR", "party")]


def test_the_roles_of_a_directed_event_are_source_and_target(nlp: Language) -> None:
    (one,) = events(read(nlp, "2025年6月22日、米国はイランを攻撃した。"))
    assert [(p.entity, p.role) for p in one.participants] == [("country:US", "source"), ("country:IR", "target")]
    assert one.label == "アメリカ合衆国・イラン: 攻撃"


def test_what_has_neither_date_nor_place_is_none(nlp: Language) -> None:
    assert events(read(nlp, "米国はイランを攻撃した。")) == []


def test_what_only_may_be_or_is_denied_is_none_but_a_plan_is_one(nlp: Language) -> None:
    assert events(read(nlp, "2025年6月、米国がイランを攻撃した可能性がある。")) == []
    assert events(read(nlp, "2025年6月、米国はイランを攻撃しなかった。")) == []
    assert [one.status for one in events(read(nlp, "米国は2026年1月、イランと会談する予定だ。"))] == ["planned"]


def test_standing_relations_are_no_events(nlp: Language) -> None:
    assert events(read(nlp, "2025年6月、プーチン大統領は沈黙した。イランとサウジアラビアは対立していた。")) == []


def test_all_parties_of_one_predicate_make_one_event(nlp: Language) -> None:
    (one,) = events(read(nlp, "2025年5月、日中韓の首脳会談が開かれた。"))
    assert {p.entity for p in one.participants} == {"country:JP", "country:CN", "country:KR"}
    assert len(one.statements) == 3


def test_an_event_told_twice_is_one_with_the_more_precise_date(nlp: Language) -> None:
    (one,) = events(read(nlp, "米国は2025年6月にイランを攻撃した。\n2025年6月22日、米国はイランを攻撃した。"))
    assert one.date == "2025-06-22"
    assert one.statements == (0, 1)


def test_events_on_different_days_are_two(nlp: Language) -> None:
    doc = read(nlp, "2025年6月22日、米国はイランを攻撃した。\n2025年6月24日、米国はイランを攻撃した。")
    assert [one.date for one in events(doc)] == ["2025-06-22", "2025-06-24"]
