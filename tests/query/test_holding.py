import pytest

from kgraph.models import Assertion
from kgraph.ontology import RelationType, Status
from kgraph.query.holding import Held
from tests import factories as made

R = RelationType
HERE, THERE, ELSEWHERE = "country:AA", "country:BB", "country:CC"
LIFTED, PULLED_OUT, ABANDONED = "withdrawal/解除/制裁", "withdrawal/撤退", "withdrawal/見捨てる"
REFUSED, BROKEN, BROKE_OFF = "rejection/拒否", "rejection/破棄", "sanction/断交"


def told(
    kind: RelationType,
    date: str | None,
    source: str = HERE,
    target: str = THERE,
    status: Status = Status.ASSERTED,
    rule: str = "some/thing",
) -> Assertion:
    id = f"{kind}:{date}:{source}:{target}:{status}"
    return made.MEETING.model_copy(
        update={
            "id": id, "type": kind, "source": source, "target": target, "date": date, "status": status, "rule": rule,
        }
    )  # fmt: skip


def ended(rule: str, date: str, source: str = HERE, target: str = THERE) -> Assertion:
    return told(RelationType(rule.split("/")[0]), date, source, target, rule=rule)


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


def test_sanctions_hold_until_the_one_who_imposed_them_lifts_them() -> None:
    sanction = told(R.SANCTION, "2024-03-02")
    lifted = ended(LIFTED, "2025-01-01")
    assert R.SANCTION in on("2024-12-31", sanction, lifted)
    assert R.SANCTION not in on("2025-01-01", sanction, lifted)
    assert R.SANCTION in on("2030", sanction, ended(LIFTED, "2025-01-01", THERE, HERE))
    assert R.SANCTION in on("2030", sanction, ended(PULLED_OUT, "2025-01-01"))
    assert R.SANCTION in on("2030", sanction, ended(REFUSED, "2025-01-01"))


@pytest.mark.parametrize("by", [(HERE, THERE), (THERE, HERE)])
def test_an_agreement_holds_until_either_of_the_two_breaks_it(by: tuple[str, str]) -> None:
    signed = told(R.AGREEMENT, "2024-03-02")
    assert R.AGREEMENT in on("2024-12-31", signed, ended(BROKEN, "2025-01-01", *by))
    assert R.AGREEMENT not in on("2025-01-01", signed, ended(BROKEN, "2025-01-01", *by))
    assert R.AGREEMENT in on("2030", signed, ended(REFUSED, "2025-01-01", *by))


@pytest.mark.parametrize("rule", [ABANDONED, BROKE_OFF])
def test_an_alliance_holds_until_one_abandons_the_other(rule: str) -> None:
    allied = told(R.ALLIANCE, "2010")
    for ends in ((HERE, THERE), (THERE, HERE)):
        assert R.ALLIANCE in on("2024-12-31", allied, ended(rule, "2025-01-01", *ends))
        assert R.ALLIANCE not in on("2025-01-01", allied, ended(rule, "2025-01-01", *ends))


def test_forces_stay_until_they_are_pulled_out_and_leaders_until_they_resign() -> None:
    deployed = told(R.MOBILIZATION, "2024-03-02")
    assert R.MOBILIZATION not in on("2025-02", deployed, ended(PULLED_OUT, "2025-01-01"))
    assert R.MOBILIZATION in on("2025-02", deployed, ended(LIFTED, "2025-01-01"))
    leads = told(R.LEADERSHIP, "2024-03-02", source="person:A")
    assert R.LEADERSHIP not in on("2025-02", leads, ended("withdrawal/辞任", "2025-01-01", source="person:A"))


def test_what_people_assert_themselves_ends_by_its_type() -> None:
    asserted = told(R.WITHDRAWAL, "2025-01-01", rule="judgement")
    assert R.SANCTION not in on("2025-02", told(R.SANCTION, "2024"), asserted)
    assert R.SANCTION in on("2025-02", told(R.SANCTION, "2024"), told(R.REJECTION, "2025-01-01", rule="judgement"))


def test_it_holds_again_when_it_is_asserted_again() -> None:
    again = told(R.SANCTION, "2026-01-01")
    assertions = (told(R.SANCTION, "2024-03-02"), ended(LIFTED, "2025-01-01"), again)
    assert R.SANCTION not in on("2025-06", *assertions)
    assert R.SANCTION in on("2026-06", *assertions)


def test_what_others_do_ends_nothing_and_an_event_is_not_undone() -> None:
    withdrawn = ended(LIFTED, "2025-01-01", target=ELSEWHERE)
    assert R.SANCTION in on("2030", told(R.SANCTION, "2024"), withdrawn)
    assert R.ASSAULT in on("2030", told(R.ASSAULT, "2024"), ended(PULLED_OUT, "2025-01-01"))


def test_what_began_and_what_ended_in_between() -> None:
    held = Held([told(R.SANCTION, "2024-03-02"), told(R.ALLIANCE, "2025-02"), ended(LIFTED, "2025-01-01")], {})
    assert [(one.type, date) for one, date in held.begun("2025", "2025-12")] == [
        (R.ALLIANCE, "2025-02"),
        (R.WITHDRAWAL, "2025-01-01"),
    ]
    assert [(one.type, date) for one, date in held.ended("2024-06", "2025-12")] == [(R.SANCTION, "2025-01-01")]
    assert list(held.ended("2024-01", "2024-02")) == list(held.ended("2025-06", "2025-12")) == []
