from datetime import datetime, timedelta, timezone

import pytest

from kgraph import judgements
from kgraph.errors import KgraphError
from kgraph.judgements import dumps, in_order, judgement, loads

MERGE = judgement(
    "merge", ["person:甲", "乙"], who="編集者", when="2026-01-05T10:00:00Z", note='同じ人 "確認済み"\n\x7f'
)
ASSERT = judgement("assert", ["露", "日"], type="sanction", date="2025-05", who="甲", when="2026-01-04")


def test_an_id_tells_the_content() -> None:
    again = judgement("merge", ["person:甲", "乙"], who="編集者", when="2026-01-05T19:00:00+09:00", note=MERGE.note)
    assert again == MERGE
    assert judgement("separate", MERGE.about, who=MERGE.who, when=MERGE.when, note=MERGE.note).id != MERGE.id


def test_a_moment_without_a_zone_is_in_utc() -> None:
    assert ASSERT.when == "2026-01-04T00:00:00Z"
    tokyo = datetime(2026, 1, 4, 9, tzinfo=timezone(timedelta(hours=9)))
    assert judgement("reject", ["1"], who="甲", when=tokyo).when == "2026-01-04T00:00:00Z"


def test_judgements_are_ordered_by_moment_and_listed_once() -> None:
    sooner = judgement("reject", ["1"], who="甲", when="2026-01-05T09:59:59.5+00:00")
    assert in_order([MERGE, sooner, ASSERT, MERGE]) == [ASSERT, sooner, MERGE]


def test_what_is_written_to_toml_is_read_again() -> None:
    assert loads(dumps([MERGE, ASSERT])) == [ASSERT, MERGE]
    assert loads(dumps([])) == []


def test_a_file_written_by_hand_may_use_the_dates_of_toml_and_one_name_for_a_list() -> None:
    text = '[[judgement]]\nkind = "reject"\nabout = "0123"\nwho = "甲"\nwhen = 2026-01-04\n'
    assert loads(text) == [judgement("reject", ["0123"], who="甲", when="2026-01-04")]


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("judgement = ", "not TOML: "),
        ("[[decision]]", "holds tables [[judgement]] and nothing else"),
        ("judgement = 3", "holds tables [[judgement]] and nothing else"),
        ("judgement = [3]", "judgement 1: not a table"),
        ('[[judgement]]\nkind = "merge"', "judgement 1: 'about' is missing"),
        ('[[judgement]]\nkind = "merge"\nabout = [1, 2]\nwho = "a"\nwhen = 2026-01-01', "names are texts"),
        ('[[judgement]]\nwhy = "x"', "judgement 1: unknown field 'why'"),
    ],
)
def test_a_broken_file_is_told_in_one_line(text: str, why: str) -> None:
    with pytest.raises(KgraphError) as raised:
        loads(text)
    assert why in str(raised.value)
    assert "\n" not in str(raised.value)


@pytest.mark.parametrize(
    ("kind", "about", "more", "why"),
    [
        ("join", ["a", "b"], {}, "'join' is not a valid JudgementKind"),
        ("merge", ["a"], {}, "'merge' takes two names"),
        ("merge", ["a", ""], {}, "'merge' takes two names"),
        ("merge", ["a", "b"], {"type": "sanction"}, "'merge' takes two names"),
        ("reject", ["a", "b"], {}, "'reject' takes the id of one assertion"),
        ("assert", ["a", "b"], {}, "'assert' takes two names and a relation type"),
        ("merge", ["a", "b"], {"when": "gestern"}, "Invalid isoformat string: 'gestern'"),
        ("assert", ["a", "b"], {"type": "aid", "date": "May"}, "'May' is not a date"),
    ],
)
def test_what_makes_no_sense_is_refused(kind: str, about: list[str], more: dict[str, str], why: str) -> None:
    with pytest.raises(KgraphError, match=f"^not a judgement: .*{why}"):
        judgement(kind, about, **({"who": "甲", "when": "2026-01-01"} | more))  # type: ignore[arg-type]


def test_each_kind_says_how_many_names_it_takes() -> None:
    assert {kind.value: number for kind, number in judgements.NAMES.items()} == {
        "merge": 2,
        "separate": 2,
        "reject": 1,
        "assert": 2,
    }
