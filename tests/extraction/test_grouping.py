import pytest
from spacy.language import Language

from kgraph.extraction.grouping import same_person
from tests.japanese import mentions, read


@pytest.mark.parametrize(
    ("short", "full", "same"),
    [
        ("ウィットコフ", "スティーブ・ウィットコフ", True),
        ("デル・カスティジョ", "フアン・デル・カスティジョ", True),
        ("スティーブ", "スティーブ・ウィットコフ", False),
        ("スティーブ・ウィットコフ", "スティーブ・ウィットコフ", False),
        ("コフ", "スティーブ・ウィットコフ", False),
        ("習", "習近平", True),
        ("近平", "習近平", False),
        ("金", "金正恩", True),
    ],
)
def test_a_family_name_is_the_end_of_a_katakana_name_and_the_beginning_of_a_han_name(
    short: str, full: str, same: bool
) -> None:
    assert same_person(short, full) is same


def test_a_family_name_means_the_one_full_name_of_the_article(nlp: Language) -> None:
    doc = read(nlp, "アンナ・ホルム外相が演説した。ホルム氏は急いだ。")
    assert mentions(doc) == ["アンナ・ホルム=アンナ・ホルム", "ホルム=アンナ・ホルム"]


def test_a_family_name_that_two_share_means_neither(nlp: Language) -> None:
    doc = read(nlp, "アンナ・ホルム氏とエリク・ホルム氏が会った。ホルム氏は急いだ。")
    assert mentions(doc)[-1] == "ホルム=ホルム"


def test_a_known_person_is_one_under_all_spellings(nlp: Language) -> None:
    doc = read(nlp, "習近平国家主席が到着した。習氏は手を振った。シー・ジンピン氏は笑った。")
    assert doc._.actors.keys() == {"person:習近平", "country:CN"}
    assert doc._.actors["person:習近平"].names == ["習近平", "習", "シー・ジンピン"]


def test_an_unknown_actor_goes_by_its_longest_name_and_the_country_said_with_it(nlp: Language) -> None:
    doc = read(nlp, "韓国の金民秀外相が来た。金民秀氏は急いだ。")
    actor = doc._.actors["person:金民秀"]
    assert (actor.name, actor.known, actor.country) == ("金民秀", False, "country:KR")


def test_a_country_that_only_an_office_implies_is_an_actor_without_names(nlp: Language) -> None:
    actor = read(nlp, "王毅外相が到着した。")._.actors["country:CN"]
    assert (actor.name, actor.names, actor.known) == ("中国", [], True)
