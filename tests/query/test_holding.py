from kgraph.models import Assertion
from kgraph.ontology import RelationType, Status
from kgraph.query.holding import Held
from tests import factories as made

R = RelationType
HERE, THERE, ELSEWHERE = "country:AA", "country:BB", "country:CC"


def told(
    kind: RelationType, date: str | None, source: str = HERE, target: str = THERE, status: Status = Status.ASSERTED
) -> Assertion:
    id = f"{kind}:{date}:{source}:{target}:{status}"
    return made.MEETING.model_copy(
        update={"id": id, "type": kind, "source": source, "target": target, "date": date, "status": status}
    )


def on(day: str, *assertions: Assertion) -> set[RelationType]:
    return {one.type for one in Held(assertions, {"summit": "2024-06-01"}).on(day)}


def test_a_relation_holds_from_its_first_date_on() -> None:
    alliance = told(R.ALLIANCE, "2024-03-02")
    assert on("2024-03-01", alliance) == set()
    assert on("2024-03-02", alliance) == on("2024-03", alliance) == on("2030", alliance) == {R.ALLIANCE}


def test_without_a_date_it_holds_from_the_day_its_article_was_published() -> None:
    assert on("2024-05-31", told(R.LEADERSHIP, None)) == set()
    assert on("2024-06-01", told(R.LEADERSHIP, None)) == {R.LEADERSHIP}
    assert list(Held([told(R.LEADERSHIP, None)], {}).on("2030")) == []


def test_what_is_planned_possible_or_denied_does_not_hold() -> None:
    others = (told(R.ALLIANCE, "2024", status=status) for status in Status if status is not Status.ASSERTED)
    assert on("2030", *others) == set()


def test_what_lasts_ends_when_one_of_the_two_withdraws_concedes_or_rejects_later() -> None:
    sanction = told(R.SANCTION, "2024-03-02")
    for ending in (R.WITHDRAWAL, R.CONCESSION, R.REJECTION):
        end = told(ending, "2025-01-01", source=THERE, target=HERE)
        assert R.SANCTION in on("2024-12-31", sanction, end)
        assert R.SANCTION not in on("2025-01-01", sanction, end)


def test_it_holds_again_when_it_is_asserted_again() -> None:
    again = told(R.SANCTION, "2026-01-01")
    assertions = (told(R.SANCTION, "2024-03-02"), told(R.WITHDRAWAL, "2025-01-01"), again)
    assert R.SANCTION not in on("2025-06", *assertions)
    assert R.SANCTION in on("2026-06", *assertions)


def test_what_others_do_ends_nothing_and_an_event_is_not_undone() -> None:
    withdrawn = told(R.WITHDRAWAL, "2025-01-01", target=ELSEWHERE)
    assert R.SANCTION in on("2030", told(R.SANCTION, "2024"), withdrawn)
    assert R.ASSAULT in on("2030", told(R.ASSAULT, "2024"), told(R.WITHDRAWAL, "2025-01-01"))


def test_what_began_and_what_ended_in_between() -> None:
    held = Held([told(R.SANCTION, "2024-03-02"), told(R.ALLIANCE, "2025-02"), told(R.WITHDRAWAL, "2025-01-01")], {})
    assert [(one.type, date) for one, date in held.begun("2025", "2025-12")] == [
        (R.ALLIANCE, "2025-02"),
        (R.WITHDRAWAL, "2025-01-01"),
    ]
    assert [(one.type, date) for one, date in held.ended("2024-06", "2025-12")] == [(R.SANCTION, "2025-01-01")]
    assert list(held.ended("2024-01", "2024-02")) == list(held.ended("2025-06", "2025-12")) == []
