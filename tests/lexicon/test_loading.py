import subprocess
import sys
from pathlib import Path

import pytest

import kgraph
from kgraph import lexicon
from kgraph.errors import LexiconError
from kgraph.lexicon import files
from kgraph.ontology import EntityType, RelationType, Status
from tests.japanese import mentions, read, told


@pytest.fixture
def overlay(tmp_path: Path) -> Path:
    """A user's directory with an entry of his own for each of several tables."""
    (tmp_path / "people").mkdir()
    (tmp_path / "people" / "mine.toml").write_text(
        """
        [[person]]
        name = "セルカ・ノール"
        name_en = "Selka Noor"
        aliases = ["ノール"]
        country = "SE"
        [[person.office]]
        title = "首相"
        of = "SE"
        since = "2024-01"
        """,
        encoding="utf-8",
    )
    (tmp_path / "relations").mkdir()
    (tmp_path / "relations" / "aid.toml").write_text(
        'type = "aid"\n[[predicate]]\nlemma = "肩入れ"\nframe = "dative"\nnominal = true\n', encoding="utf-8"
    )
    (tmp_path / "organizations.toml").write_text(
        '[[organization]]\nname = "北大西洋条約機構"\naliases = ["NATO", "大西洋同盟"]\nkind = "alliance"\n',
        encoding="utf-8",
    )
    return tmp_path


def test_the_bundled_lexicon_knows_actors_by_any_spelling() -> None:
    actors = lexicon.load().actors
    for name in ("プーチン", "Putin", "ウラジーミル・プーチン", "ウラジーミル＝プーチン", "ＰＵＴＩＮ"):
        actor = actors.find(name)
        assert actor is not None
        assert actor.id == "person:ウラジーミル・プーチン"
    assert actors.find("誰でもない人") is None


def test_short_forms_lead_to_countries() -> None:
    actors = lexicon.load().actors
    assert [actors.shorts[short] for short in "日米中"] == ["country:JP", "country:US", "country:CN"]
    assert not actors.shorts.keys() & actors.rare_shorts.keys()


def test_an_office_is_of_a_country_or_of_an_organization() -> None:
    actors = lexicon.load().actors
    bodies = [actors.body("JP"), actors.body("北大西洋条約機構"), actors.body("どこでもない所")]
    assert [body and body.type for body in bodies] == [EntityType.COUNTRY, EntityType.ORGANIZATION, None]


def test_predicates_and_offices_are_found_by_every_form() -> None:
    known = lexicon.load()
    (demand, *_) = known.grammar.predicates["要求"]
    assert (demand.type, demand.content) == (RelationType.DEMAND, Status.HYPOTHETICAL)
    assert known.titles.offices["外務大臣"] == known.titles.offices["外相"]


def test_a_users_files_stand_before_the_bundled_ones(overlay: Path) -> None:
    known = lexicon.load(overlay)
    person = known.actors.find("ノール")
    assert person is not None
    assert (person.id, person.country, person.offices[0].title) == ("person:セルカ・ノール", "country:SE", "首相")
    assert known.actors.find("大西洋同盟") is known.actors.find("NATO")
    assert known.grammar.predicates["肩入れ"][0].rule == "aid/肩入れ"
    assert known.grammar.predicates["要求"] == lexicon.load().grammar.predicates["要求"]


def test_what_a_user_adds_is_found_in_texts(overlay: Path) -> None:
    nlp = kgraph.load(overlay)
    doc = read(nlp, "ノール首相はウクライナに肩入れした。")
    assert mentions(doc) == ["ノール=セルカ・ノール", "ウクライナ=ウクライナ"]
    assert told(doc) == {"セルカ・ノール aid ウクライナ"}


def test_the_fingerprint_changes_with_any_word(overlay: Path) -> None:
    before = lexicon.load(overlay).fingerprint
    assert before != lexicon.load().fingerprint
    path = overlay / "relations" / "aid.toml"
    path.write_text(path.read_text(encoding="utf-8").replace("肩入れ", "後押し"), encoding="utf-8")
    assert files.fingerprint(overlay) != before
    assert files.fingerprint() == files.fingerprint() == lexicon.load().fingerprint


@pytest.mark.parametrize(
    ("name", "content", "complaint"),
    [
        ("people/x.toml", "[[person]]\nname = ", "Invalid value"),
        ("people/x.toml", b"\xff\xfe\xff", "codec"),
        ("people/x.toml", 'person = "誰か"', "must be a list of tables"),
        ("people/x.toml", '[[person]]\nname_en = "Nobody"', "name"),
        ("people/x.toml", '[[person]]\nname = "甲"\n[[person.office]]\ntitle = "首相"', "of"),
        ("countries.toml", '[[country]]\ncode = "XX"', "XX"),
        ("offices.toml", '[[office]]\nrank = "head"', "title"),
        ("relations/x.toml", 'type = "friendship"\n[[predicate]]\nlemma = "仲良し"', "friendship"),
        ("relations/x.toml", 'type = "aid"\n[[predicate]]\nlemma = "仲良し"\nframe = "sideways"', "sideways"),
        ("light_verbs.toml", '[[light_verb]]\nlemma = "する"\nvoice = "loud"', "loud"),
    ],
)
def test_a_broken_file_is_refused_with_one_line_that_says_what_is_wrong(
    tmp_path: Path, name: str, content: str | bytes, complaint: str
) -> None:
    path = tmp_path / name
    path.parent.mkdir(exist_ok=True)
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    with pytest.raises(LexiconError, match=complaint) as error:
        lexicon.load(tmp_path)
    assert "\n" not in str(error.value)


def test_a_directory_that_is_missing_is_refused(tmp_path: Path) -> None:
    with pytest.raises(LexiconError, match="no such lexicon directory"):
        lexicon.load(tmp_path / "nowhere")


def test_the_bundled_lexicon_takes_little_memory() -> None:
    script = (
        "import tracemalloc, babel; from kgraph import lexicon; tracemalloc.start(); words = lexicon.load(); "
        "words.actors.by_key; print(tracemalloc.get_traced_memory()[1])"
    )
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert int(done.stdout) < 50_000_000
