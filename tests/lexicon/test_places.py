"""Places: well-formed, many, and each in a country the lexicon knows or in none."""

from collections import Counter

import pytest

from kgraph.lexicon.files import rows, table

PLACES = list(rows("places", "place"))
CODES = {country["code"] for country in table("countries")["country"]}
KEYS = {"name", "name_en", "aliases", "country", "kind"}
KINDS = {"capital", "city", "region", "sea", "strait", "island", "polity", "base", "site"}


def test_there_are_hundreds() -> None:
    assert len(PLACES) >= 300


def test_an_entry_has_a_name_an_english_name_and_a_kind() -> None:
    required = {"name", "name_en", "kind"}
    assert [row for row in PLACES if not required <= set(row) <= KEYS or row["kind"] not in KINDS] == []


def test_names_are_unique_and_no_alias_is_given_twice() -> None:
    names = Counter(row["name"] for row in PLACES)
    assert [name for name, times in names.items() if times > 1] == []
    aliases = [[row["name"], *row.get("aliases", [])] for row in PLACES]
    assert [words for words in aliases if len(words) != len(set(words))] == []


def test_a_country_is_the_code_of_a_known_country() -> None:
    assert {row["country"] for row in PLACES if "country" in row} <= CODES


@pytest.mark.parametrize(
    ("alias", "name"), [("キエフ", "キーウ"), ("ガザ", "ガザ地区"), ("アンカレッジ", "アンカレジ")]
)
def test_a_former_or_other_spelling_leads_to_the_place(alias: str, name: str) -> None:
    assert [row["name"] for row in PLACES if alias in row.get("aliases", [])] == [name]
