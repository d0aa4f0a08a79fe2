"""The lexicon of people: every entry well-formed, every name one person's, every single-holder office held by one."""

import calendar
import re
import tomllib
from collections import defaultdict
from datetime import date
from itertools import combinations
from pathlib import Path
from typing import Any, NamedTuple

import pytest
from babel import Locale

import kgraph.lexicon
from kgraph.lexicon import actors, titles
from kgraph.ontology import EntityType
from kgraph.spelling import fold

FOLDER = Path(kgraph.lexicon.__path__[0]) / "people"
REGIONS = ["africa", "americas", "asia", "europe", "international", "middle_east", "oceania", "russia_eurasia"]
TERRITORIES = Locale("ja").territories
OFFICE_TERMS = titles.load().offices
ISO_DATE = re.compile(r"\d{4}(-\d{2}(-\d{2})?)?")
HONORIFIC = re.compile(r"(氏|さん|大統領|首相|外相|国防相|長官|師|将軍|被告)$")


class Term(NamedTuple):
    """The days on which one person surely held an office: dates without a day are read in the narrow sense."""

    person: str
    start: date
    end: date


def earliest(text: str) -> date:
    year, month, day = ([int(part) for part in text.split("-")] + [1, 1])[:3]
    return date(year, month, day)


def latest(text: str) -> date:
    parts = [int(part) for part in text.split("-")]
    year, month = parts[0], parts[1] if len(parts) > 1 else 12
    return date(year, month, parts[2] if len(parts) > 2 else calendar.monthrange(year, month)[1])


def held_by_one(title: str) -> bool:
    return not OFFICE_TERMS[title].several and not title.startswith("共同")


def people_of(region: str) -> list[dict[str, Any]]:
    people: list[dict[str, Any]] = tomllib.loads((FOLDER / f"{region}.toml").read_text(encoding="utf-8"))["person"]
    return people


def names_of(person: dict[str, Any]) -> list[str]:
    return [person["name"], person["name_en"], *person.get("aliases", [])]


EVERYBODY = [person for region in REGIONS for person in people_of(region)]
OFFICES = [(person["name"], office) for person in EVERYBODY for office in person.get("office", [])]


def test_there_is_one_file_for_each_region() -> None:
    assert sorted(path.stem for path in FOLDER.glob("*.toml")) == REGIONS


def test_there_are_at_least_six_hundred_people() -> None:
    assert len(EVERYBODY) >= 600


@pytest.mark.parametrize("region", REGIONS)
def test_every_person_has_only_known_keys_with_text_in_them(region: str) -> None:
    for person in people_of(region):
        assert {"name", "name_en", "country"} <= person.keys() <= {"name", "name_en", "country", "aliases", "office"}
        assert all(name and name == name.strip() for name in names_of(person)), person["name"]


def test_every_country_is_one_that_cldr_knows() -> None:
    assert [person["name"] for person in EVERYBODY if person["country"] not in TERRITORIES] == []


def test_every_office_is_of_a_known_country_or_an_organization_named_in_japanese() -> None:
    codes = {office["of"] for _, office in OFFICES if re.fullmatch("[A-Z]{2}", office["of"])}
    assert codes <= set(TERRITORIES)
    assert all(office["of"] for _, office in OFFICES)


def test_every_title_is_one_of_the_known_offices() -> None:
    assert {office["title"] for _, office in OFFICES} <= OFFICE_TERMS.keys()


def test_every_office_has_only_known_keys_and_iso_dates_in_order() -> None:
    for person, office in OFFICES:
        assert {"title", "of"} <= office.keys() <= {"title", "of", "since", "until"}, person
        assert all(ISO_DATE.fullmatch(office[key]) for key in ("since", "until") if key in office), person
        if "since" in office and "until" in office:
            assert earliest(office["since"]) <= latest(office["until"]), person


def test_no_name_belongs_to_two_people() -> None:
    owners = defaultdict(list)
    for person in EVERYBODY:
        for name in names_of(person):
            owners[name].append(person["name"])
    assert {name: people for name, people in owners.items() if len(people) > 1} == {}


def test_every_name_leads_to_its_person() -> None:
    known = actors.load()
    strays = {
        name for person in EVERYBODY for name in names_of(person) if known.by_name[fold(name)].name != person["name"]
    }
    assert strays == set()


def test_a_person_and_an_organization_or_place_share_no_name() -> None:
    others = [actor for actor in actors.load().by_id.values() if actor.type is not EntityType.PERSON]
    taken = {fold(name) for actor in others for name in actor.names}
    assert {name for person in EVERYBODY for name in names_of(person) if fold(name) in taken} == set()


def test_an_alias_carries_no_title_or_honorific() -> None:
    aliases = [alias for person in EVERYBODY for alias in person.get("aliases", [])]
    assert [alias for alias in aliases if HONORIFIC.search(alias)] == []


def test_no_alias_is_a_single_character_but_that_of_xi_jinping() -> None:
    aliases = [alias for person in EVERYBODY for alias in person.get("aliases", [])]
    assert [alias for alias in aliases if len(alias) == 1] == ["習"]


def test_nobody_shares_an_office_that_only_one_can_hold() -> None:
    terms = defaultdict(list)
    for person, office in OFFICES:
        if held_by_one(office["title"]) and "since" in office:
            end = earliest(office["until"]) if "until" in office else date.max
            terms[office["title"], office["of"]].append(Term(person, latest(office["since"]), end))
    shared = {
        (*post, one.person, other.person)
        for post, holders in terms.items()
        for one, other in combinations(holders, 2)
        if max(one.start, other.start) < min(one.end, other.end)
    }
    assert shared == set()
