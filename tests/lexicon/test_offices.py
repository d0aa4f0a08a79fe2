"""Offices, honorifics, and the words that build organizations and country compounds."""

from collections import Counter

import pytest

from kgraph.lexicon.files import table

OFFICES = table("offices")["office"]
DESIGNATIONS = table("designations")
COUNTRIES = table("countries")["country"]
SHORTS = {short for country in COUNTRIES for short in (*country.get("short", []), *country.get("rare", []))}


def repeated(words: list[str]) -> list[str]:
    return [word for word, times in Counter(words).items() if times > 1]


def test_there_are_many_titles() -> None:
    assert len(OFFICES) >= 150


def test_an_office_is_well_formed() -> None:
    keys = {"title", "rank", "scope", "several", "forms", "ministry", "royal"}
    assert [office for office in OFFICES if not {"title", "rank", "scope", "several"} <= set(office) <= keys] == []
    assert {office["rank"] for office in OFFICES} == {"head", "member"}
    assert {office["scope"] for office in OFFICES} == {"country", "organization", "any"}


def test_a_word_means_one_office() -> None:
    assert repeated([form for office in OFFICES for form in (office["title"], *office.get("forms", []))]) == []


@pytest.mark.parametrize(
    ("form", "title"), [("外務大臣", "外相"), ("内閣総理大臣", "首相"), ("法王", "教皇"), ("最高経営責任者", "CEO")]
)
def test_a_full_form_leads_to_the_title_in_use(form: str, title: str) -> None:
    assert [office["title"] for office in OFFICES if form in office.get("forms", [])] == [title]


def test_the_usual_ministries_that_ministers_head_are_designations() -> None:
    headed = {office["title"]: office["ministry"] for office in OFFICES if "ministry" in office}
    words = {row["word"] for row in DESIGNATIONS["designation"]}
    assert {headed[title] for title in ("外相", "国防相", "財務相", "内相", "国務長官", "国防長官")} <= words


def test_no_word_of_a_list_is_given_twice() -> None:
    lists = [DESIGNATIONS[key] for key in ("prefixes", "suffixes", "suffix_shorts", "generic")]
    entries = [[row["word"] for row in DESIGNATIONS[key]] for key in ("designation", "head")]
    groups = list(DESIGNATIONS["not_compounds"].values())
    titles = [table("offices")[key] for key in ("honorifics", "prefixes")]
    assert [repeated(words) for words in (*lists, *entries, *groups, *titles) if repeated(words)] == []


def test_designations_have_a_kind_and_an_english_name() -> None:
    kinds = {
        "ministry",
        "government",
        "military",
        "parliament",
        "court",
        "embassy",
        "bank",
        "agency",
        "police",
        "party",
    }
    assert {row["kind"] for row in DESIGNATIONS["designation"]} <= kinds
    assert [row for row in DESIGNATIONS["designation"] if not row["en"]] == []


def test_words_that_name_no_country_stand_under_their_character() -> None:
    groups = DESIGNATIONS["not_compounds"]
    assert sum(map(len, groups.values())) >= 400
    assert set(groups) <= SHORTS
    assert [(short, word) for short, words in groups.items() for word in words if short not in word] == []


def test_a_word_that_names_a_country_is_not_among_them() -> None:
    names = {name for country in COUNTRIES for name in country.get("names", [])}
    assert names & {word for words in DESIGNATIONS["not_compounds"].values() for word in words} == set()


def test_suffixes_attach_only_to_short_forms_of_countries() -> None:
    assert set(DESIGNATIONS["suffix_shorts"]) <= SHORTS
