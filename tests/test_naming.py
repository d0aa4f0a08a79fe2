import pytest

from kgraph.errors import KgraphError, UnknownNameError
from kgraph.naming import Names, iso_date, relation_type
from kgraph.ontology import SPECS, RelationType
from tests import factories as made

NAMES = Names(made.ENTITIES, {made.TAKAGI: 5})


@pytest.mark.parametrize(
    "name",
    ["person:マリー・デュポン", "マリー・デュポン", "マリーデュポン", "マリー＝デュポン", "ﾏﾘｰ･ﾃﾞｭﾎﾟﾝ",
     "Marie Dupont", "ＭＡＲＩＥ　ＤＵＰＯＮＴ",
     "marie dupont", "デュポン", "デュポン大統領", "Dupont", "マリ・デュポン", " デュポン "],
)  # fmt: skip
def test_an_entity_is_found_in_any_spelling(name: str) -> None:
    assert NAMES.find(name).id == made.DUPONT


@pytest.mark.parametrize(
    "name",
    ["デュポン大統領閣下", "デュポン前首相", "デュポン仏大統領", "マリー・デュポン女史", "ﾃﾞｭﾎﾟﾝ氏", "デュポン外相 "],
)
def test_a_person_is_found_by_the_name_with_a_title(name: str) -> None:
    assert NAMES.find(name).id == made.DUPONT


@pytest.mark.parametrize("name", ["フランス大統領", "仏大統領", "大統領", "氏"])
def test_a_title_without_a_persons_name_is_no_ones_name(name: str) -> None:
    with pytest.raises(UnknownNameError):
        NAMES.find(name)


def test_of_several_entities_with_one_name_it_is_the_one_mentioned_most_then_the_first_by_id() -> None:
    twins = [made.entity(f"person:高木{n}", "高木", "Takagi") for n in "二三"]
    assert Names(twins, {"person:高木二": 3, "person:高木三": 4}).find("Takagi").id == "person:高木三"
    assert Names(twins, {}).find("高木").id == "person:高木三"


def test_a_whole_name_comes_before_a_part_of_another() -> None:
    names = Names(
        [made.entity("person:花・森", "花・森", "Hana Mori"), made.entity("person:森", "森")], {"person:花・森": 9}
    )
    assert names.find("森").id == "person:森"


def test_the_parts_of_names_of_countries_and_organizations_are_no_names() -> None:
    with pytest.raises(UnknownNameError):
        Names([made.entity("country:ZA", "南アフリカ", "South Africa")], {}).find("South")


def test_an_unknown_name_is_told_with_the_nearest_ones() -> None:
    with pytest.raises(UnknownNameError, match=r"^no entity is called 'ベラルース'; nearest: ベラルーシ$"):
        NAMES.find("ベラルース")


@pytest.mark.parametrize("name", ["", "・", "火星連邦"])
def test_a_name_that_is_near_to_nothing_is_told_alone(name: str) -> None:
    with pytest.raises(UnknownNameError, match=f"^no entity is called '{name}'$"):
        NAMES.find(name)


@pytest.mark.parametrize("name", ["sanction", "Sanction", "SANCTION", "制裁", "sanctions"])
def test_a_type_is_found_by_name_code_or_label(name: str) -> None:
    assert relation_type(name) is RelationType.SANCTION


@pytest.mark.parametrize(
    ("name", "type"), [("交渉", RelationType.NEGOTIATION), ("会談", RelationType.NEGOTIATION),
                       ("動員", RelationType.MOBILIZATION), ("CONSULT", RelationType.NEGOTIATION)],
)  # fmt: skip
def test_a_type_is_found_by_a_part_of_its_label(name: str, type: RelationType) -> None:
    assert relation_type(name) is type


@pytest.mark.parametrize("type", RelationType)
def test_every_type_is_found_by_each_of_its_names(type: RelationType) -> None:
    spec = SPECS[type]
    assert {relation_type(name) for name in (type, spec.ja, spec.en, spec.plover or type)} == {type}


@pytest.mark.parametrize("name", ["", "友情", "・", "支"])
def test_an_unknown_or_ambiguous_type_is_told_with_all_types(name: str) -> None:
    with pytest.raises(
        KgraphError, match=f"^no relation type is called '{name}'; there are: negotiation, .*affiliation$"
    ):
        relation_type(name)


@pytest.mark.parametrize("date", ["2025", "2025-05", "2025-05-12"])
def test_a_date_is_a_year_a_month_or_a_day(date: str) -> None:
    assert iso_date(date) == date


@pytest.mark.parametrize("date", ["", "25", "2025-5", "2025-13", "2025-05-32", "2025/05", "５月", "2025-05-12T00:00"])
def test_anything_else_is_not_a_date(date: str) -> None:
    with pytest.raises(KgraphError, match=f"^'{date}' is not a date"):
        iso_date(date)
