from itertools import count

from kgraph import lexicon
from kgraph.models import Article, Extraction, Referent
from kgraph.ontology import EntityType, Reason, RelationType
from kgraph.resolution.identity import unified
from kgraph.resolution.linking import Linker
from tests.factories import article, assertion, mention

LINKER = Linker(lexicon.load())


def person(name: str, country: str | None = None, *titles: str) -> Referent:
    return Referent(
        key=f"person:{name}", type=EntityType.PERSON, name=name, names=(name,), country=country, titles=titles
    )


def keys(*people: Referent) -> list[str]:
    """The key of each person, one an article, after the articles have been put side by side."""
    return [extraction.referents[0].key for _, extraction in unified([*map(_told, count(), people)], LINKER)]


def _told(number: int, one: Referent) -> tuple[Article, Extraction]:
    told = article(f"a{number}", f"{one.name}は語った。")
    return told, Extraction(article=told.id, referents=(one,), mentions=(mention(told, one.name, one.key),))


def test_an_unusual_spelling_is_the_known_person_where_office_and_country_agree() -> None:
    assert keys(person("ゼレンスキイ", "country:UA", "大統領")) == ["person:ウォロディミル・ゼレンスキー"]


def test_it_stays_unknown_without_evidence_or_against_it() -> None:
    assert keys(person("ゼレンスキイ")) == ["person:ゼレンスキイ"]
    assert keys(person("ゼレンスキイ", "country:PE", "大統領")) == ["person:ゼレンスキイ"]


def test_two_spellings_of_one_sound_are_one_where_the_country_agrees() -> None:
    one, other = person("マルコ・ヴィンチェスキ", "country:SK"), person("マルコ・ビンチェスキー", "country:SK")
    assert len(set(keys(one, other))) == 1
    assert len(set(keys(one, person("マルコ・ビンチェスキー", "country:CZ")))) == 2
    assert len(set(keys(one, person("マルコ・ビンチェスキー")))) == 2


def test_latin_and_katakana_are_one_where_country_and_all_parts_agree() -> None:
    katakana = person("トマス・ベルゴノフ", "country:SK")
    assert len(set(keys(katakana, person("Tomas Bergonov", "country:SK")))) == 1
    assert len(set(keys(katakana, person("Peter Bergonov", "country:SK")))) == 2


def test_a_family_name_is_the_full_name_where_country_and_office_agree() -> None:
    full = person("トマス・ベルゴノフ", "country:SK", "農相")
    assert len(set(keys(full, person("ベルゴノフ", "country:SK", "農相")))) == 1
    assert len(set(keys(full, person("ベルゴノフ", "country:SK", "報道官")))) == 2


def test_one_family_name_in_two_countries_is_two_people() -> None:
    assert keys(person("ベルゴノフ", "country:SK"), person("ベルゴノフ", "country:CZ")) == [
        "person:ベルゴノフ(SK)",
        "person:ベルゴノフ(CZ)",
    ]


def test_an_abbreviation_is_what_another_article_says_it_is() -> None:
    whole, short = (article("whole", "世界海図会議(SKK)が開かれた。"), article("short", "SKKは閉会した。"))
    introduced = mention(whole, "SKK", "organization:世界海図会議").model_copy(update={"reason": Reason.INTRODUCED})
    said = mention(short, "SKK", "organization:SKK")
    referents = [
        Referent(key=key, type=EntityType.ORGANIZATION, name=key, names=(key,))
        for key in ("organization:世界海図会議", "organization:SKK")
    ]
    told = [
        (whole, Extraction(article="whole", referents=(referents[0],), mentions=(introduced,))),
        (short, Extraction(article="short", referents=(referents[1],), mentions=(said,))),
    ]
    (_, _), (_, second) = unified(told, LINKER)
    assert [(one.entity, one.reason) for one in second.mentions] == [("organization:世界海図会議", Reason.ALIKE)]


def test_what_an_actor_would_do_to_itself_is_gone() -> None:
    text = article("a", "ベルゴノフ氏はトマス・ベルゴノフ氏を非難した。")
    full, short = person("トマス・ベルゴノフ", "country:SK", "農相"), person("ベルゴノフ", "country:SK", "農相")
    told = assertion(text, short.key, RelationType.ACCUSATION, full.key, text.text)
    ((_, extraction),) = unified([(text, Extraction(article="a", referents=(full, short), assertions=(told,)))], LINKER)
    assert extraction.assertions == ()
