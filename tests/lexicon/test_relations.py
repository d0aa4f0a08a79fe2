import re
import tomllib
from collections import Counter
from functools import cache
from pathlib import Path
from typing import Any

import pytest
import sudachipy
from spacy.language import Language

from kgraph.lexicon import relations
from kgraph.lexicon.files import BUNDLED
from kgraph.ontology import RelationType, Status
from tests.japanese import expected, read, told

FILES = sorted((BUNDLED / "relations").glob("*.toml"))
KEYS = {
    "lemma",
    "forms",
    "frame",
    "nominal",
    "object",
    "object_case",
    "avowed",
    "negated",
    "content",
    "status",
    "genitive",
    "place_target",
    "source_type",
    "target_type",
    "through",
}
NOUNS = {"名詞", "形状詞", "接頭辞", "接尾辞"}


def table(name: str) -> dict[str, Any]:
    return tomllib.loads((BUNDLED / name).read_text(encoding="utf-8"))


def entries(path: Path) -> list[dict[str, Any]]:
    return list(tomllib.loads(path.read_text(encoding="utf-8"))["predicate"])


def words(entry: dict[str, Any]) -> list[str]:
    return [entry["lemma"], *entry.get("forms", [])]


@cache
def tokenizer() -> sudachipy.Tokenizer:
    return sudachipy.Dictionary().create(mode=sudachipy.SplitMode.C)


def is_verb_in_dictionary_form(word: str) -> bool:
    tokens = tokenizer().tokenize(word)
    return (
        len(tokens) == 1 and tokens[0].part_of_speech()[0] in ("動詞", "形容詞") and tokens[0].dictionary_form() == word
    )


def is_noun_or_nouns(word: str) -> bool:
    """A noun made from a verb is one only before a particle: 「引き揚げを」."""
    alone = {token.part_of_speech()[0] for token in tokenizer().tokenize(word)}
    before_particle = {token.part_of_speech()[0] for token in list(tokenizer().tokenize(word + "を"))[:-1]}
    return alone <= NOUNS or before_particle <= NOUNS


def status_of(before: str, after: str) -> str:
    """The status that the cues give a predicate between two stretches of its clause."""
    for cue in table("status.toml")["cue"]:
        text = before if cue["scope"] == "prefix" else after[:20] if cue["scope"] == "clause" else after
        found = re.match(cue["pattern"], text) if cue["scope"] == "suffix" else re.search(cue["pattern"], text)
        if found:
            return str(cue["status"])
    return "asserted"


def test_every_type_but_offices_has_a_file() -> None:
    assert {path.stem for path in FILES} == set(RelationType) - {RelationType.LEADERSHIP}


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_a_file_is_named_after_its_type(path: Path) -> None:
    assert tomllib.loads(path.read_text(encoding="utf-8"))["type"] == path.stem


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_entries_use_known_keys_frames_and_statuses(path: Path) -> None:
    for entry in entries(path):
        assert set(entry) <= KEYS, entry
        assert entry["frame"] in relations.FRAMES, entry
        assert entry.get("genitive", "target") == "target", entry
        assert {entry.get("content", "planned"), entry.get("status", "planned")} <= set(Status), entry
        assert "object_case" not in entry or "object" in entry, entry


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_words_are_segmented_as_they_are_written(path: Path) -> None:
    split = [w for e in entries(path) for w in words(e) if not (is_verb_in_dictionary_form(w) or is_noun_or_nouns(w))]
    assert split == []


def test_no_word_stands_twice_with_the_same_object() -> None:
    readings = Counter(
        (word, noun, entry.get("object_case", "を") if noun else "", entry.get("negated", False))
        for path in FILES
        for entry in entries(path)
        for word in words(entry)
        for noun in entry.get("object", [""])
    )
    assert [reading for reading, times in readings.items() if times > 1] == []


def test_the_lexicon_covers_the_language_of_news() -> None:
    assert sum(len(words(entry)) for path in FILES for entry in entries(path)) >= 3000
    light = table("light_verbs.toml")["light_verb"]
    assert sum(len(words(entry)) for entry in light) >= 150
    assert sum(len(words(entry)) for entry in table("reporting.toml")["verb"]) >= 60


def test_no_light_verb_stands_twice_with_the_same_particle() -> None:
    light = table("light_verbs.toml")["light_verb"]
    readings = Counter((word, entry["case"]) for entry in light for word in words(entry))
    assert [reading for reading, times in readings.items() if times > 1] == []


def test_light_verbs_have_known_voices_effects_and_particles() -> None:
    for entry in table("light_verbs.toml")["light_verb"]:
        assert entry["voice"] in relations.VOICES, entry
        assert entry["effect"] in relations.EFFECTS, entry
        assert entry["case"] in ("を", "に", "で", "が", "と"), entry


def test_reporting_verbs_have_one_known_mode_each() -> None:
    verbs = table("reporting.toml")["verb"]
    assert {entry["mode"] for entry in verbs} == {"assert", "doubt", "deny"}
    assert [w for w, times in Counter(w for e in verbs for w in words(e)).items() if times > 1] == []


@pytest.mark.parametrize(
    ("before", "after", "status"),
    [
        ("", "した。", "asserted"),
        ("", "されたことを受け、", "asserted"),
        ("", "したと発表した。", "asserted"),
        ("", "するだけでなく、", "asserted"),
        ("", "していない。", "negated"),
        ("", "しなかったと述べた。", "negated"),
        ("", "ず、", "negated"),
        ("", "する可能性は低い。", "negated"),
        ("", "する予定はない。", "negated"),
        ("", "するわけではない。", "negated"),
        ("", "には至らなかった。", "negated"),
        ("", "すると発表した。", "planned"),
        ("関税を引き上げる", "と発表した。", "planned"),
        ("", "することで合意した。", "planned"),
        ("", "する方針を固めた。", "planned"),
        ("", "へ", "planned"),
        ("", "せざるを得ない。", "planned"),
        ("", "する恐れがある。", "hypothetical"),
        ("", "したとみられる。", "hypothetical"),
        ("", "しかねない。", "hypothetical"),
        ("", "しなければならない。", "hypothetical"),
        ("", "するよう求めた。", "hypothetical"),
        ("", "した場合、", "hypothetical"),
        ("もし隣国が", "する時は、", "hypothetical"),
        ("", "か。", "question"),
    ],
)
def test_the_words_around_a_predicate_tell_its_status(before: str, after: str, status: str) -> None:
    assert status_of(before, after) == status


@pytest.mark.parametrize("phrase", table("reporting.toml")["phrase"], ids=lambda phrase: phrase["pattern"])
def test_reporting_phrases_are_patterns_that_need_text(phrase: dict[str, str]) -> None:
    assert re.compile(phrase["pattern"]).search("") is None
    assert phrase["speaker"] in ("before", "subject")


@pytest.mark.parametrize(
    ("predicate", "line"),
    [
        ("を「侵略者」と呼んだ", "ペルー accusation チリ"),
        ("に抗議を申し入れた", "ペルー accusation チリ"),
        ("に防空ミサイルを贈った", "ペルー aid チリ"),
        ("に5億ドルを貸した", "ペルー aid チリ"),
        ("に発電所を建設した", "ペルー cooperation チリ"),
        ("に港湾の運営を委ねた", "ペルー cooperation チリ"),
        ("と直行便を再開した", "チリ cooperation ペルー"),
        ("と共同で衛星を開発した", "チリ cooperation ペルー"),
        ("に賠償金を支払った", "ペルー concession チリ"),
        ("の招待を蹴った", "ペルー rejection チリ"),
        ("を射程に収めた", "ペルー threat チリ"),
        ("に復讐を誓った", "ペルー threat チリ"),
        ("の大使を追い払った", "ペルー sanction チリ"),
        ("との国交を断った", "ペルー sanction チリ"),
        ("に師団を派遣した", "ペルー mobilization チリ"),
        ("を支配下に置いた", "ペルー coercion チリ"),
        ("に工作員を送り込んだ", "ペルー coercion チリ"),
        ("の油田を奪った", "ペルー coercion チリ"),
        ("の拠点をたたいた", "ペルー assault チリ"),
        ("の巡洋艦を沈めた", "ペルー assault チリ"),
        ("を最大の脅威とみなした", "ペルー rivalry チリ"),
    ],
)
def test_an_object_tells_what_a_verb_states(nlp: Language, predicate: str, line: str) -> None:
    assert expected(line) <= told(read(nlp, f"ペルーはチリ{predicate}。"))


@pytest.mark.parametrize(
    "sentence",
    [
        "ペルーはチリの音楽に耳を貸した。",
        "ペルーはチリから主役の座を奪った。",
        "ペルーはチリの話題を取り上げた。",
        "ペルーの選手はチリの観客に国旗を振った。",
        "ペルーの雑誌がチリの詩人を天才と呼んだ。",
        "ペルーはチリに絵を送った。",
    ],
)
def test_another_object_is_another_matter(nlp: Language, sentence: str) -> None:
    assert told(read(nlp, sentence)) == set()
