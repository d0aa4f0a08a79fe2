"""Corrections from end to end: decided, seen at once, kept over builds, taken back."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

import kgraph
from kgraph import pipeline
from kgraph.errors import KgraphError, UnknownNameError
from kgraph.judgements import FILE, dumps, judgement, loads
from kgraph.pipeline import PAGE

OUT = Path("graph")
ATTACK = "ホルム大統領は5日、フランスを非難した。\nリンドクヴィスト大統領はドイツを支援した。\n"
WHO = {"who": "編集者", "when": "2026-01-05T10:00:00Z"}


@pytest.fixture(scope="module")
def fresh(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("fresh")
    (folder / "raw").mkdir()
    (folder / "raw" / "attack.txt").write_text(ATTACK, encoding="utf-8")
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(folder)
        pipeline.build([Path("raw")], OUT)
    return folder


@pytest.fixture(autouse=True)
def place(fresh: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A current folder with one article in `raw` and its graph, of one's own."""
    subprocess.run(["cp", "-r", *map(str, fresh.iterdir()), str(tmp_path)], check=True)
    monkeypatch.chdir(tmp_path)


def run(*arguments: str, status: int = 0) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "kgraph", *arguments, "--graph", "graph"]
    done = subprocess.run(command, capture_output=True, encoding="utf-8", check=False)
    assert done.returncode == status, done.stderr
    return done


def ids() -> set[str]:
    with kgraph.open(OUT) as kg:
        return {one.id for one in kg.entities()}


def test_a_merge_takes_effect_at_once_and_over_builds_until_it_is_taken_back() -> None:
    one = kgraph.judge("merge", "ホルム", "リンドクヴィスト", graph=OUT, **WHO)
    assert one.about == ("person:ホルム", "person:リンドクヴィスト")
    assert "person:リンドクヴィスト" not in ids()
    assert "person:リンドクヴィスト" not in (OUT / PAGE).read_text(encoding="utf-8")
    pipeline.build([Path("raw")], OUT, force=True)
    assert "person:リンドクヴィスト" not in ids()
    kgraph.undo(one.id, OUT)
    assert "person:リンドクヴィスト" in ids()
    with kgraph.open(OUT) as kg:
        assert kg.judgements() == []


def test_a_profile_tells_each_spelling_and_who_brought_it() -> None:
    run("merge", "ホルム", "リンドクヴィスト", "--who", "編集者", "--note", "旧姓")
    with kgraph.open(OUT) as kg:
        profile = kg.profile("リンドクヴィスト")
    assert profile.entity.id == "person:ホルム"
    assert [(one.text, one.mentions) for one in profile.spellings] == [("ホルム", 1), ("リンドクヴィスト", 1)]
    assert [one.who for one in profile.judgements] == ["編集者"]
    shown = run("entity", "ホルム", "--lang", "en").stdout
    assert "リンドクヴィスト  1" in shown
    assert "decided by" in shown
    assert ": merge person:ホルム person:リンドクヴィスト: 旧姓" in shown


def test_a_spelling_is_separated_and_comes_back() -> None:
    kgraph.judge("merge", "ホルム", "リンドクヴィスト", graph=OUT, **WHO)
    run("separate", "ホルム", "リンドクヴィスト")
    assert "person:リンドクヴィスト" in ids()
    with pytest.raises(KgraphError, match=r"^ホルム is not called 'リンドクヴィスト'"):
        kgraph.judge("separate", "ホルム", "リンドクヴィスト", graph=OUT)


def test_a_rejected_assertion_is_gone_and_stays_so() -> None:
    with kgraph.open(OUT) as kg:
        (accused,) = kg.assertions(type="accusation")
    run("reject", accused.id[:6])
    pipeline.build([Path("raw")], OUT, force=True)
    with kgraph.open(OUT) as kg:
        assert kg.relations(type="accusation") == []
        assert kg.relations(type="aid") != []


def test_what_a_person_asserts_is_in_the_graph_with_its_evidence() -> None:
    run("assert", "ホルム", "制裁", "ドイツ", "--date", "2026-01", "--note", "官報で確認", "--who", "編集者")
    with kgraph.open(OUT) as kg:
        (relation,) = kg.relations("ホルム", "ドイツ", type="sanction")
        (evidence,) = kg.evidence(relation)
        assert (evidence.sentence, evidence.rule, evidence.date) == ("官報で確認", "judgement", "2026-01")
        assert kg.article(evidence.article).source == "編集者"
    report = pipeline.build([Path("raw")], OUT)
    assert (report.unchanged, report.removed) == (1, 0)
    with kgraph.open(OUT) as kg:
        assert kg.relations("ホルム", "ドイツ", type="sanction") == [relation]


def test_judgements_are_listed_exported_and_imported() -> None:
    run("merge", "ホルム", "リンドクヴィスト", "--when", "2026-01-05T10:00:00Z", "--who", "編集者")
    (listed,) = json.loads(run("judgements", "--format", "json").stdout)
    assert (listed["kind"], listed["who"], listed["when"]) == ("merge", "編集者", "2026-01-05T10:00:00Z")
    assert "person:ホルム person:リンドクヴィスト" in run("judgements").stdout
    run("judgements", "--export", "kept.toml")
    run("judgements", "--undo", listed["id"])
    assert "person:リンドクヴィスト" in ids()
    assert run("judgements", "--import", "kept.toml").stderr == "kept.toml: 1 judgements are taken over\n"
    assert "person:リンドクヴィスト" not in ids()
    with kgraph.open(OUT) as kg:
        assert [one.model_dump(mode="json") for one in kg.judgements()] == [
            {**listed, "about": ["person:ホルム", "person:リンドクヴィスト"]}
        ]


def test_a_file_of_judgements_beside_the_articles_is_heard_as_it_stands() -> None:
    one = judgement("merge", ["ホルム", "リンドクヴィスト"], **WHO)
    file = Path("raw") / FILE
    file.write_text(dumps([one]), encoding="utf-8")
    report = pipeline.build([Path("raw")], OUT)
    assert (report.failures, report.unchanged) == ((), 1)
    assert "person:リンドクヴィスト" not in ids()
    with pytest.raises(KgraphError, match=rf"^judgement {one.id} stands in raw/judgements\.toml: take it out there"):
        kgraph.undo(one.id, OUT)
    file.unlink()
    pipeline.build([Path("raw")], OUT)
    assert "person:リンドクヴィスト" in ids()


def test_a_broken_file_of_judgements_is_one_line_and_the_rest_is_built() -> None:
    Path("raw/more.txt").write_text("日本はカナダを支援した。\n", encoding="utf-8")
    (Path("raw") / FILE).write_text("merge A B", encoding="utf-8")
    (failure,) = pipeline.build([Path("raw")], OUT).failures
    assert (failure.path, failure.reason[:10]) == ("raw/judgements.toml", "not TOML: ")
    assert "country:CA" in ids()


def test_what_cannot_be_decided_is_told_and_leaves_the_graph_alone() -> None:
    before = (OUT / PAGE).read_bytes()
    with pytest.raises(UnknownNameError, match="'火星'"):
        kgraph.judge("merge", "ホルム", "火星", graph=OUT)
    with pytest.raises(KgraphError, match="are one entity: person:ホルム"):
        kgraph.judge("merge", "ホルム", "person:ホルム", graph=OUT)
    with pytest.raises(KgraphError, match="no assertion has an id from 'zz' on"):
        kgraph.judge("reject", "zz", graph=OUT)
    with pytest.raises(KgraphError, match="'ホルム' is the name of person:ホルム"):
        kgraph.judge("separate", "ホルム", "ホルム", graph=OUT)
    with pytest.raises(KgraphError, match="no judgement begins with 'zz'"):
        kgraph.undo("zz", OUT)
    assert run("merge", "ホルム", "火星", status=1).stderr.count("\n") == 1
    assert run("judgements", "--import", "nowhere.toml", status=1).stderr.count("\n") == 1
    Path("broken.toml").write_text("=", encoding="utf-8")
    assert run("judgements", "--import", "broken.toml", status=1).stderr.startswith("kgraph: broken.toml: not TOML: ")
    assert loads(dumps([])) == []
    assert (OUT / PAGE).read_bytes() == before


def test_the_lexicon_of_the_last_build_is_the_one_that_corrections_use() -> None:
    Path("words").mkdir()
    person = '[[person]]\nname = "エッバ・ホルム"\naliases = ["ホルム"]\ncountry = "SE"\n'
    Path("words/people.toml").write_text(person, encoding="utf-8")
    pipeline.build([Path("raw")], OUT, lexicon=Path("words"))
    kgraph.judge("merge", "ホルム", "リンドクヴィスト", graph=OUT)
    with kgraph.open(OUT) as kg:
        assert kg.entity("リンドクヴィスト").name == "エッバ・ホルム"
