import pytest
from spacy.language import Language
from spacy.tokens import Doc

from kgraph.extraction.document import Telling
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
    assert one.label == "米国のイラン攻撃(2025年6月22日)"


def test_what_is_told_as_done_is_an_event_without_a_date_too(nlp: Language) -> None:
    (one,) = events(read(nlp, "米国はイランを攻撃した。"))
    assert (one.date, one.label) == (None, "米国のイラン攻撃")


@pytest.mark.parametrize("text", ["ロシアは中国と協議を重ねている。", "米国は毎年、韓国と軍事演習を行う。"])
def test_what_goes_on_or_comes_again_is_none(nlp: Language, text: str) -> None:
    assert events(read(nlp, text)) == []


@pytest.mark.parametrize(
    "text",
    [
        "独裁政権を攻撃した米国は沈黙している。",
        "会談後、マクロン大統領は笑顔を見せた。",
        "9月3日、マクロン大統領は笑顔を見せた。米国との協議の成果は乏しい。",
    ],
)
def test_what_is_said_beside_what_a_sentence_tells_is_none(nlp: Language, text: str) -> None:
    assert events(read(nlp, text)) == []


def test_what_somebody_promised_on_a_day_did_not_happen_on_it(nlp: Language) -> None:
    assert [one.type for one in events(read(nlp, "9月3日、イランは米国人の釈放を約束した。"))] == ["concession"]
    assert [one.type for one in events(read(nlp, "9月3日、イランは米国人を釈放した。"))] == ["withdrawal"]


def test_a_meeting_takes_two_unless_a_body_of_many_holds_it(nlp: Language) -> None:
    assert events(read(nlp, "マクロン大統領は9月3日、幹部と会談した。")) == []
    assert [one.label for one in events(read(nlp, "NATOは9月3日、緊急会合を開いた。"))] == [
        "北大西洋条約機構の緊急会合(2025年9月3日)"
    ]


def test_who_joins_a_body_on_a_day_makes_an_event(nlp: Language) -> None:
    (one,) = events(read(nlp, "フィンランドは2023年4月4日、NATOに加盟した。"))
    assert (one.type, one.date) == ("membership", "2023-04-04")
    assert events(read(nlp, "フィンランドはNATOに加盟している。")) == []


def test_mere_words_are_events_only_with_a_date(nlp: Language) -> None:
    assert events(read(nlp, "イランは米国を非難した。")) == []
    assert [one.type for one in events(read(nlp, "イランは6月22日、米国を非難した。"))] == ["accusation"]


def test_a_dated_event_needs_only_one_of_its_actors(nlp: Language) -> None:
    (one,) = events(read(nlp, "2025年10月22日、北朝鮮が弾道ミサイルを発射した。"))
    assert [(p.entity, p.role) for p in one.participants] == [("country:KP", "source")]
    assert one.statements == ()
    assert one.label == "北朝鮮の弾道ミサイル発射(2025年10月22日)"


@pytest.mark.parametrize(
    ("text", "label"),
    [
        ("米国とロシアは2025年8月15日、アンカレッジで首脳会談を開いた。", "米露首脳会談(2025年8月15日、アンカレジ)"),
        ("2025年5月、日中韓の首脳会談が開かれた。", "日中韓首脳会談(2025年5月)"),
        ("トランプ大統領とプーチン大統領は10月16日に電話で会談した。", "米露首脳電話会談(2025年10月16日)"),
        ("フランスのマクロン大統領は9月3日、ウクライナを訪れた。", "マクロンのウクライナ訪問(2025年9月3日)"),
        ("ロシア軍は2022年4月、キーウから撤退した。", "ロシア軍のウクライナからの撤退(2022年4月)"),
        ("ナウルは2024年1月、台湾と断交した。", "ナウルの台湾との断交(2024年1月)"),
        ("ロシアは2月24日、決議案に拒否権を行使し、米国に抗議した。", "ロシアの米国への抗議(2025年2月24日)"),
        ("インドとパキスタンは5月10日、停戦した。", "インド・パキスタンの停戦(2025年5月10日)"),
        ("中国とロシアは2001年7月、友好条約を結んだ。", "中露友好条約締結(2001年7月)"),
        ("EUは7月18日、ロシアに追加制裁を科した。", "欧州連合のロシアへの追加制裁(2025年7月18日)"),
    ],
)
def test_a_label_says_who_what_when_and_where(nlp: Language, text: str, label: str) -> None:
    assert label in [one.label for one in events(read(nlp, text))]


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


def test_events_with_a_name_of_their_own_keep_it(nlp: Language) -> None:
    (one,) = events(read(nlp, "ウクライナ侵攻の後、ロシアの経済は内にこもった。"))
    assert (one.label, one.date, one.type) == ("ウクライナ侵攻(2022年2月24日)", "2022-02-24", "assault")
    assert [p.entity for p in one.participants] == ["country:RU", "country:UA"]


def test_a_gathering_with_a_name_keeps_it(nlp: Language) -> None:
    (one,) = events(read(nlp, "2月14日、ドイツでミュンヘン安全保障会議が開かれた。"))
    assert one.label == "ミュンヘン安全保障会議(2025年2月14日)"


def test_an_election_is_an_event_of_its_country(nlp: Language) -> None:
    (one,) = events(read(nlp, "2024年11月の米国の大統領選は接戦だった。"))
    assert (one.type, one.label, one.date) == ("leadership", "米国の大統領選(2024年11月)", "2024-11")
    assert [p.entity for p in one.participants] == ["country:US"]
    (one,) = events(read(nlp, "ハンガリーでは2026年4月に総選挙が予定されている。"))
    assert (one.label, one.status) == ("ハンガリーの総選挙(2026年4月)", "planned")


@pytest.mark.parametrize(
    ("text", "label"),
    [
        ("メルツ氏は2025年5月6日、首相に就任した。", "メルツの首相就任(2025年5月6日)"),
        ("2025年5月6日に首相に就いたメルツ氏は笑顔だった。", "メルツの首相就任(2025年5月6日)"),
        ("2024年11月の大統領選でトランプ氏が当選した。", "トランプの当選(2024年11月)"),
    ],
)
def test_who_takes_office_on_a_day_makes_an_event(nlp: Language, text: str, label: str) -> None:
    (one,) = events(read(nlp, text))
    assert (one.type, one.label) == ("leadership", label)


def test_a_date_that_lies_ahead_is_not_that_of_what_is_done(nlp: Language) -> None:
    doc = read(nlp, "日本とオーストラリアは2035年までに艦艇を共同で開発することで合意した。")
    assert [(one.date, one.status) for one in events(doc) if one.type == "agreement"] == [(None, "asserted")]


def test_mediators_and_victims_have_their_roles(nlp: Language) -> None:
    (talks,) = events(read(nlp, "3月10日、中国がサウジアラビアとイランを仲介した。"))
    assert [p.role for p in talks.participants] == ["mediator", "party", "party"]
    (one,) = events(read(nlp, "2026年1月3日、米軍がニコラス・マドゥロ大統領を拘束した。"))
    assert [(p.entity, p.role) for p in one.participants] == [
        ("organization:US:軍", "source"),
        ("person:ニコラス・マドゥロ", "victim"),
    ]
