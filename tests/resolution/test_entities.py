from kgraph import lexicon
from kgraph.models import Entity, Extraction, Referent
from kgraph.ontology import EntityType
from kgraph.resolution.entities import Told, entities
from tests.factories import article

WORDS = lexicon.load()


def told(*said: tuple[str | None, Referent]) -> Told:
    """One article for each date and referent."""
    articles = (article(f"a{number}", "文。", published=date) for number, (date, _) in enumerate(said))
    return [
        (one, Extraction(article=one.id, referents=(referent,)))
        for one, (_, referent) in zip(articles, said, strict=True)
    ]


def person(name: str, *names: str, key: str | None = None, country: str | None = None) -> Referent:
    names = names or (name,)
    return Referent(key=key or f"person:{name}", type=EntityType.PERSON, name=name, names=names, country=country)


def only(found: list[Entity]) -> Entity:
    (entity,) = found
    return entity


def test_articles_that_use_one_key_speak_of_one_entity() -> None:
    entity = only(entities(told((None, person("甲・乙")), (None, person("甲・乙"))), WORDS))
    assert (entity.id, entity.type, entity.name) == ("person:甲・乙", EntityType.PERSON, "甲・乙")


def test_an_entity_was_seen_from_the_first_to_the_last_dated_article() -> None:
    entity = only(
        entities(told(("2025-03-01", person("甲")), (None, person("甲")), ("2024-12-31", person("甲"))), WORDS)
    )
    assert (entity.first_seen, entity.last_seen) == ("2024-12-31", "2025-03-01")


def test_of_a_known_actor_the_lexicon_tells_name_country_and_spellings() -> None:
    key = "person:ウラジーミル・プーチン"
    entity = only(entities(told((None, person("プーチン", key=key, country="country:XX"))), WORDS))
    assert (entity.name, entity.country) == ("ウラジーミル・プーチン", "country:RU")
    assert entity.aliases[0] == "プーチン"
    assert "Vladimir Putin" in entity.aliases
    assert entity.name not in entity.aliases


def test_an_unknown_actor_goes_by_the_longest_name_and_the_country_said_most() -> None:
    one = person("ホルム", key="person:甲", country="country:SE")
    other = person("アンナ・ホルム", "アンナ・ホルム", "ホルム", key="person:甲", country="country:NO")
    entity = only(entities(told((None, one), (None, other), (None, other)), WORDS))
    assert (entity.name, entity.aliases, entity.country) == ("アンナ・ホルム", ("ホルム",), "country:NO")


def test_entities_come_in_the_order_of_their_ids() -> None:
    found = entities(told((None, person("丙")), (None, person("乙")), (None, person("甲"))), WORDS)
    assert [entity.id for entity in found] == sorted(entity.id for entity in found)
