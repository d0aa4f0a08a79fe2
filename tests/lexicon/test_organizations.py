"""Organizations: well-formed, many, and each with a country the lexicon knows."""

from collections import Counter

import pytest

from kgraph.lexicon.files import rows, table

ORGANIZATIONS = list(rows("organizations", "organization"))
CODES = {country["code"] for country in table("countries")["country"]}
KEYS = {"name", "name_en", "aliases", "kind", "country", "members"}
KINDS = {
    *("alliance", "bloc", "body", "court", "ministry", "agency", "military", "armed_group"),
    *("party", "company", "media", "thinktank", "government", "other"),
}


def test_there_are_hundreds() -> None:
    assert len(ORGANIZATIONS) >= 300


def test_an_entry_has_a_name_an_english_name_and_a_kind() -> None:
    required = {"name", "name_en", "kind"}
    assert [row for row in ORGANIZATIONS if not required <= set(row) <= KEYS or row["kind"] not in KINDS] == []


def test_names_are_unique_and_no_alias_is_given_twice() -> None:
    names = Counter(row["name"] for row in ORGANIZATIONS)
    assert [name for name, times in names.items() if times > 1] == []
    aliases = [[row["name"], *row.get("aliases", [])] for row in ORGANIZATIONS]
    assert [words for words in aliases if len(words) != len(set(words))] == []


def test_countries_and_members_are_codes_of_known_countries() -> None:
    used = {row["country"] for row in ORGANIZATIONS if "country" in row}
    assert used | {code for row in ORGANIZATIONS for code in row.get("members", [])} <= CODES


@pytest.mark.parametrize(("name", "members"), [("欧州連合", 27), ("北大西洋条約機構", 32), ("主要7カ国", 7)])
def test_a_bloc_lists_all_its_members(name: str, members: int) -> None:
    [codes] = [row["members"] for row in ORGANIZATIONS if row["name"] == name]
    assert len(set(codes)) == members


def test_no_organization_goes_by_a_word_that_names_nobody() -> None:
    generic = set(table("designations")["generic"])
    assert [row["name"] for row in ORGANIZATIONS if generic & {row["name"], *row.get("aliases", [])}] == []
