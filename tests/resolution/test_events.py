from itertools import permutations

import pytest

from kgraph.models import Event, EventMention, Participant
from kgraph.ontology import RelationType, Status
from kgraph.resolution.events import events, identified
from kgraph.resolution.sameness import Sides

PARTIES = ("country:FR", "country:JP")
SIDES = Sides(
    {
        "person:ウラジーミル・プーチン": "country:RU",
        "organization:US:軍": "country:US",
        "person:ニコラス・マドゥロ": "country:VE",
        "place:カラカス": "country:VE",
        "place:京都": "country:JP",
        "place:リヨン": "country:FR",
    },
    frozenset(("電話", "訪問", "首脳", "外相")),
    frozenset(("会談", "拘束")),
    frozenset(("長い戦争",)),
)


def telling(
    article: str,
    date: str | None,
    *actors: str,
    type: RelationType = RelationType.NEGOTIATION,
    place: str | None = None,
    kind: str = "会談",
    status: Status = Status.ASSERTED,
    number: int = 1,
) -> EventMention:
    roles = ("source", "target") if type.spec.directed else ("party", "party")
    return EventMention(
        id=f"{article}#{number}",
        article=article,
        type=type,
        kind=kind,
        label=f"{kind}({date})",
        date=date,
        place=place,
        status=status,
        participants=tuple(Participant(entity=one, role=roles[min(n, 1)]) for n, one in enumerate(actors)),
        assertions=(f"{article}-assertion",),
        start=number,
        end=number + 2,
    )


def found(*tellings: EventMention, published: dict[str, str] | None = None) -> list[Event]:
    return events(identified(tellings, published or {}, SIDES))


def test_tellings_of_one_type_day_and_company_are_one_event() -> None:
    (event,) = found(
        telling("a", "2025-05-12", *PARTIES), telling("b", "2025-05-12", *PARTIES[::-1], place="place:パリ")
    )
    assert event.id.startswith("event:negotiation:2025-05-12:")
    assert (event.articles, event.assertions) == (("a", "b"), ("a-assertion", "b-assertion"))
    assert event.place == "place:パリ"
    assert [one.entity for one in event.participants] == list(PARTIES)


@pytest.mark.parametrize(
    "other",
    [
        telling("b", "2025-05-13", *PARTIES),
        telling("b", "2025-05-12", "country:DE", "country:JP"),
        telling("b", "2025-05-12", *PARTIES, type=RelationType.AGREEMENT),
        telling("b", "2025-06-12", *PARTIES),
    ],
)
def test_another_day_company_or_type_is_another_event(other: EventMention) -> None:
    assert len(found(telling("a", "2025-05-12", *PARTIES), other)) == 2


def test_meetings_in_two_countries_or_of_two_kinds_are_two_on_one_day() -> None:
    assert len(found(*(telling(p, "2025-05-12", *PARTIES, place=p) for p in ("place:京都", "place:リヨン")))) == 2
    assert len(found(*(telling(k, "2025-05-12", *PARTIES, kind=k) for k in ("電話会談", "訪問")))) == 2
    assert len(found(*(telling(k, "2025-05-12", *PARTIES, kind=k) for k in ("電話会談", "会談")))) == 1


@pytest.mark.parametrize(("one", "other"), [("place:京都", "place:大阪"), ("place:京都", "place:リヨン")])
def test_without_a_day_two_places_are_two_events(one: str, other: str) -> None:
    told = [telling("a", "2025-05", *PARTIES, place=one), telling("b", None, *PARTIES, place=other)]
    assert len(found(*told, published={"a": "2025-05-20", "b": "2025-05-20"})) == 2


def test_without_a_day_different_people_of_one_side_met_at_different_times() -> None:
    leaders = telling("a", "2025-05-12", "person:ウラジーミル・プーチン", "country:JP")
    envoys = telling("a", None, "person:セルゲイ・ラブロフ", "country:JP", number=9)
    sides = Sides({**SIDES.of, "person:セルゲイ・ラブロフ": "country:RU"})
    assert len(events(identified([leaders, envoys], {"a": "2025-05-13"}, sides))) == 2


def test_two_leaders_who_visit_one_another_are_two_events() -> None:
    there, back = (
        telling("a", date, *PARTIES, kind="訪問", number=n).model_copy(
            update={
                "participants": (Participant(entity=guest, role="party"), Participant(entity=host, role="host")),
            }
        )
        for n, (date, guest, host) in enumerate([("2025-05", *PARTIES), (None, *PARTIES[::-1])])
    )
    assert len(found(there, back, published={"a": "2025-06-01"})) == 2


def test_an_undated_telling_by_another_noun_is_of_another_event() -> None:
    attack = telling("a", "2025-06-13", "country:IL", "country:IR", type=RelationType.ASSAULT, kind="空爆")
    other = telling("a", None, "country:IL", "country:IR", type=RelationType.ASSAULT, kind="殺害", number=9)
    assert len(found(attack, other, published={"a": "2025-06-14"})) == 2
    same = other.model_copy(update={"kind": "空爆"})
    assert len(found(attack, same, published={"a": "2025-06-14"})) == 1


def test_who_attacks_here_and_is_attacked_there_makes_two_events() -> None:
    one = telling("a", "2025-06-13", "country:IL", type=RelationType.ASSAULT)
    other = telling("b", "2025-06-13", "country:IR", "country:IL", type=RelationType.ASSAULT)
    assert len(found(one, other)) == 2


def test_what_is_planned_is_not_what_has_happened_before() -> None:
    met = telling("a", "2025-05-12", *PARTIES)
    plan = telling("b", "2025", *PARTIES, status=Status.PLANNED)
    assert len(found(met, plan, published={"b": "2025-06-01"})) == 2
    assert len(found(met, plan, published={"b": "2025-04-01"})) == 1
    beside = plan.model_copy(update={"article": "a"})
    assert len(found(met, beside, published={"a": "2025-05-12"})) == 2


def test_a_headline_is_of_what_is_new_and_what_follows_of_what_was_told_before() -> None:
    headline, later = (telling("a", None, *PARTIES, number=n) for n in (1, 90))
    dated = telling("a", "2024-05-12", *PARTIES, number=50)
    outcome = found(headline, dated, later, published={"a": "2025-05-13"})
    assert sorted(len(event.assertions) for event in outcome) == [1, 1]
    told = identified([headline, dated, later], {"a": "2025-05-13"}, SIDES)
    assert told[1].id == told[2].id != told[0].id


def test_a_headline_is_of_what_is_told_right_below_it() -> None:
    told = [
        telling("a", None, *PARTIES, number=1),
        telling("a", "2025-05-12", *PARTIES, number=20),
        telling("a", "2025-05-13", *PARTIES, number=60),
    ]
    first, second = found(*told, published={"a": "2025-05-13"})
    assert [(one.date, one.label) for one in (first, second)] == [
        ("2025-05-12", "会談(2025年5月12日)"),
        ("2025-05-13", "会談(2025年5月13日)"),
    ]
    headline, lead, _ = identified(told, {"a": "2025-05-13"}, SIDES)
    assert headline.id == lead.id


def test_an_event_with_a_name_is_one_whoever_is_named_with_it() -> None:
    told = [
        telling("a", None, "country:JP", "country:FR", type=RelationType.ASSAULT, kind="長い戦争"),
        telling("b", None, "country:FR", type=RelationType.ASSAULT, kind="長い戦争"),
    ]
    assert len(found(*told)) == 1


def test_without_the_dates_of_articles_undated_tellings_stay_apart() -> None:
    assert len(found(*(telling(article, None, *PARTIES) for article in "ab"))) == 2


def test_an_event_has_the_label_of_most_the_best_date_and_the_place() -> None:
    told = [
        telling("a", "2025-05", *PARTIES, kind="日仏首脳会談"),
        telling("b", "2025-05-12", *PARTIES, kind="会談"),
        telling("c", "2025-05", *PARTIES, kind="日仏首脳会談", place="place:京都"),
    ]
    (event,) = events(identified(told, {}, SIDES), {}, {"place:京都": "京都"})
    assert (event.label, event.date, event.place) == (
        "日仏首脳会談(2025年5月12日、京都)",
        "2025-05-12",
        "place:京都",
    )


def test_leaders_and_forces_stand_for_their_country() -> None:
    meeting = found(
        telling("a", "2025-08-15", "country:US", "country:RU"),
        telling("b", "2025-08-15", "country:US", "person:ウラジーミル・プーチン"),
    )
    raid = found(
        telling("a", "2026-01-03", "organization:US:軍", "person:ニコラス・マドゥロ", type=RelationType.COERCION),
        telling("b", "2026-01-03", "country:US", "country:VE", type=RelationType.COERCION),
    )
    assert (len(meeting), len(raid)) == (1, 1)


def test_an_attack_and_the_answer_to_it_are_two() -> None:
    attack = telling("a", "2025-06-13", "country:IL", "country:IR", type=RelationType.ASSAULT)
    answer = telling("b", "2025-06-13", "country:IR", "country:IL", type=RelationType.ASSAULT)
    assert len({event.id for event in found(attack, answer)}) == 2


def test_thirty_articles_about_one_abduction_give_one_event_with_thirty_tellings() -> None:
    ways = [
        ("2026-01-03", "organization:US:軍", "person:ニコラス・マドゥロ"),
        (None, "country:US", "person:ニコラス・マドゥロ"),
        ("2026-01", "country:US", "country:VE"),
    ]
    told = [telling(f"a{n:02}", *ways[n % 3], type=RelationType.COERCION) for n in range(30)]
    published = {one.article: f"2026-01-{4 + n // 2:02}" for n, one in enumerate(told)}
    (event,) = found(*told, published=published)
    assert (event.date, len(event.articles), event.support) == ("2026-01-03", 30, 30)


def test_last_years_meeting_is_found_by_a_later_article() -> None:
    (event,) = found(
        telling("a", "2025-05-12", *PARTIES),
        telling("b", "2025", *PARTIES),
        published={"a": "2025-05-13", "b": "2026-04-01"},
    )
    assert (event.date, event.articles) == ("2025-05-12", ("a", "b"))


def test_of_two_meetings_in_one_year_neither_is_meant_by_the_year_alone() -> None:
    dates = ("2025-05-12", "2025-06-12", "2025")
    assert len(found(*(telling(date, date, *PARTIES) for date in dates))) == 3


def test_an_undated_telling_is_of_the_event_nearest_before_its_article() -> None:
    told = [telling("a", "2025-05-12", *PARTIES), telling("b", "2025-06-12", *PARTIES), telling("c", None, *PARTIES)]
    (first, second) = found(*told, published={"c": "2025-05-20"})
    assert (first.articles, second.articles) == (("a", "c"), ("b",))


@pytest.mark.parametrize("published", ["2025-08-20", "2025-05-01"])
def test_an_undated_telling_long_after_or_before_is_of_another(published: str) -> None:
    assert (
        len(found(telling("a", "2025-05-12", *PARTIES), telling("b", None, *PARTIES), published={"b": published})) == 2
    )


def test_a_plan_without_a_date_is_of_what_is_planned_for_the_year_to_come() -> None:
    plan, again, late = (
        telling(article, date, *PARTIES, status=Status.PLANNED)
        for article, date in [("a", "2026-04"), ("b", None), ("c", None)]
    )
    (event, other) = found(plan, again, late, published={"a": "2025-11-03", "b": "2025-12-10", "c": "2026-06-01"})
    assert [event.articles, other.articles] == [("a", "b"), ("c",)]
    assert len(found(again, late, published={"b": "2025-12-10", "c": "2026-06-01"})) == 2


def test_an_undated_telling_is_of_the_event_that_its_own_article_dates() -> None:
    (event,) = found(
        telling("a", "2025-05-12", *PARTIES), telling("a", None, *PARTIES, number=2), published={"a": "2025-10-01"}
    )
    assert event.articles == ("a",)


def test_undated_tellings_of_the_same_days_are_of_one_event() -> None:
    told = [telling(article, None, *PARTIES) for article in "abc"]
    first, second = found(*told, published={"a": "2025-05-12", "b": "2025-05-14", "c": "2025-09-01"})
    assert sorted([first.articles, second.articles]) == [("a", "b"), ("c",)]


def test_a_plan_that_came_about_has_happened() -> None:
    plan = telling("a", "2025-05-12", *PARTIES, status=Status.PLANNED)
    assert [event.status for event in found(plan)] == [Status.PLANNED]
    assert [event.status for event in found(plan, telling("b", "2025-05-12", *PARTIES))] == [Status.ASSERTED]


def test_the_order_of_the_articles_does_not_matter() -> None:
    told = [
        telling("a", "2025-05-12", *PARTIES),
        telling("b", "2025-05", *PARTIES, "country:DE"),
        telling("c", None, *PARTIES),
        telling("d", "2025-05-20", *PARTIES),
        telling("e", None, *PARTIES[:1], "country:DE"),
    ]
    published = {"c": "2025-05-15", "e": "2025-05-15"}
    outcomes = {
        tuple(sorted((e.id, e.articles) for e in found(*order, published=published))) for order in permutations(told)
    }
    assert len(outcomes) == 1


def test_an_id_depends_on_the_event_alone() -> None:
    (alone,) = found(telling("a", "2025-05-12", *PARTIES))
    in_company = found(telling("z", None, "country:DE"), telling("c", "2025-05-12", *PARTIES[::-1]))
    assert alone.id in {event.id for event in in_company}


def test_copies_of_one_text_support_an_event_as_one() -> None:
    told = identified([telling(article, "2025-05-12", *PARTIES) for article in "abc"], {}, SIDES)
    (event,) = events(told, {"a": "a", "b": "a", "c": "c"})
    assert (event.articles, event.support) == (("a", "b", "c"), 2)
