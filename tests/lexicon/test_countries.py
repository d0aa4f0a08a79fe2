"""Countries: complete, known to CLDR, and no name that leads to two of anything."""

from collections import defaultdict
from collections.abc import Iterator
from typing import Any

import pytest
from babel import Locale

from kgraph.lexicon.files import rows, table
from kgraph.spelling import name_key

COUNTRIES = table("countries")["country"]
KEYS = {"code", "name", "names", "latin", "short", "rare", "capital"}
UNITED_NATIONS = """
    AD AE AF AG AL AM AO AR AT AU AZ BA BB BD BE BF BG BH BI BJ BN BO BR BS BT BW BY BZ CA CD CF CG CH CI CL CM CN CO CR
    CU CV CY CZ DE DJ DK DM DO DZ EC EE EG ER ES ET FI FJ FM FR GA GB GD GE GH GM GN GQ GR GT GW GY HN HR HT HU ID IE IL
    IN IQ IR IS IT JM JO JP KE KG KH KI KM KN KP KR KW KZ LA LB LC LI LK LR LS LT LU LV LY MA MC MD ME MG MH MK ML MM MN
    MR MT MU MV MW MX MY MZ NA NE NG NI NL NO NP NR NZ OM PA PE PG PH PK PL PT PW PY QA RO RS RU RW SA SB SC SD SE SG SI
    SK SL SM SN SO SR SS ST SV SY SZ TD TG TH TJ TL TM TN TO TR TT TV TZ UA UG US UY UZ VC VE VN VU WS YE ZA ZM ZW
"""


def country_names(country: dict[str, Any]) -> set[str]:
    cldr = [Locale(language).territories.get(country["code"]) for language in ("ja", "en")]
    return {name for name in (country.get("name"), *country.get("names", []), *country.get("latin", []), *cldr) if name}


def all_names() -> Iterator[tuple[str, str]]:
    for country in COUNTRIES:
        yield from ((name, f"country:{country['code']}") for name in country_names(country))
    for folder, key in (("people", "person"), ("organizations", "organization"), ("places", "place")):
        for row in rows(folder, key):
            names = {row["name"], row.get("name_en", row["name"]), *row.get("aliases", [])}
            yield from ((name, f"{key}:{row['name']}") for name in names)


def test_an_entry_says_only_what_the_loader_knows() -> None:
    assert [country for country in COUNTRIES if not set(country) <= KEYS] == []


def test_every_member_of_the_united_nations_is_there_once() -> None:
    codes, members = [country["code"] for country in COUNTRIES], UNITED_NATIONS.split()
    assert len(members) == 193
    assert len(codes) == len(set(codes))
    assert set(members) | {"TW", "PS", "XK", "VA", "SU"} == set(codes)


def test_every_country_has_a_japanese_name_without_brackets() -> None:
    territories = Locale("ja").territories
    names = [country.get("name") or territories[country["code"]] for country in COUNTRIES]
    assert [name for name in names if set("()（）") & set(name)] == []


def test_a_short_form_is_one_character_and_means_one_country() -> None:
    shorts = [short for country in COUNTRIES for short in (*country.get("short", []), *country.get("rare", []))]
    assert [short for short in shorts if len(short) != 1] == []
    assert len(shorts) == len(set(shorts))


@pytest.mark.parametrize(
    ("short", "code"),
    [("米", "US"), ("露", "RU"), ("ロ", "RU"), ("英", "GB"), ("仏", "FR"), ("中", "CN"), ("朝", "KP"), ("比", "PH")],
)
def test_the_usual_short_forms_are_known(short: str, code: str) -> None:
    assert [country["code"] for country in COUNTRIES if short in country.get("short", [])] == [code]


def test_a_capital_is_a_place_of_that_country() -> None:
    capitals = {(row["country"], row["name"]) for row in rows("places", "place") if row["kind"] == "capital"}
    named = {(c["code"], c["capital"]) for c in COUNTRIES if "capital" in c and c["code"] != "SU"}
    assert named == capitals


def test_no_name_leads_to_two_entities() -> None:
    owners: dict[str, set[str]] = defaultdict(set)
    for name, owner in all_names():
        owners[name_key(name)].add(owner)
    assert {name: sorted(ids) for name, ids in owners.items() if len(ids) > 1} == {}
