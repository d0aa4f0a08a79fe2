"""A lexicon of one's own: read again when it changes, refused with file, entry and reason where it is wrong."""

from pathlib import Path

import pytest

from kgraph import lexicon
from kgraph.errors import LexiconError


@pytest.fixture(autouse=True)
def place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def write(name: str, content: str) -> None:
    path = Path("words", name)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(content, encoding="utf-8")


def test_a_file_that_changes_is_read_again_and_changes_the_fingerprint() -> None:
    write("people.toml", '[[person]]\nname = "山田花子"\n')
    before = lexicon.load(Path("words"))
    assert lexicon.load(Path("words")) is before
    write("people.toml", '[[person]]\nname = "山田桃子"\n')
    after = lexicon.load(Path("words"))
    assert "person:山田桃子" in after.actors.by_id
    assert "person:山田花子" not in after.actors.by_id
    assert before.fingerprint != after.fingerprint


def test_a_country_that_the_lexicon_does_not_have_is_left_out() -> None:
    write("people.toml", '[[person]]\nname = "山田花子"\ncountry = "ZZ"\n')
    assert lexicon.load(Path("words")).actors.by_id["person:山田花子"].country is None


@pytest.mark.parametrize(
    ("name", "content", "reason"),
    [
        ("people.toml", "[[person]\n", "Expected ']]' at the end of an array declaration (at line 1, column 9)"),
        ("people.toml", 'person = ["山田"]', "'person' must be a list of tables, [[person]]"),
        ("people.toml", '[[person]]\naliases = ["山田"]', "person number 1: 'name' is missing"),
        ("people/a.toml", '[[person]]\nname = ""', "person : 'name' is empty"),
        ("people/a.toml", "[[person]]\nname = 5", "person 5: 'name' must be a text"),
        ("people/a.toml", '[[person]]\nname = "山田"\naliases = "花子"', "person 山田: 'aliases' must be a list"),
        ("people/a.toml", '[[person]]\nname = "山田"\noffice = [{ of = "JP" }]', "person 山田: 'title' is missing"),
        ("places.toml", '[[place]]\nname = "丘"\ncountry = "日本"', "place 丘: '日本' is not the code of a country"),
        ("countries.toml", '[[country]]\ncode = "QQ"', "country QQ: CLDR does not know it and the entry gives no name"),
        ("offices.toml", "[[office]]\nseveral = true", "office number 1: 'title' is missing"),
        ("relations.toml", '[[predicate]]\nlemma = "締める"', "predicate 締める: 'type' is missing"),
        ("status.toml", '[[cue]]\npattern = "("', "cue (: missing ), unterminated subpattern at position 0"),
        ("reporting.toml", '[[verb]]\nlemma = "言う"\nmode = "x"', "verb 言う: 'x' is none of assert, deny, doubt"),
    ],
)
def test_what_is_wrong_is_told_with_file_entry_and_reason(name: str, content: str, reason: str) -> None:
    write(name, content)
    with pytest.raises(LexiconError) as raised:
        lexicon.load(Path("words"))
    assert str(raised.value) == f"words/{name}: {reason}"


def test_a_file_that_is_no_table_of_the_lexicon_is_refused() -> None:
    write("peopel.toml", '[[person]]\nname = "山田"\n')
    with pytest.raises(
        LexiconError, match=r"^words/peopel\.toml: the lexicon has no such table; there are: countries, "
    ):
        lexicon.load(Path("words"))


def test_a_file_that_is_no_utf_8_is_refused() -> None:
    write("people.toml", "")
    Path("words/people.toml").write_bytes("name".encode("utf-16"))
    with pytest.raises(LexiconError, match=r"^words/people\.toml: 'utf-8' codec can't decode"):
        lexicon.load(Path("words"))
