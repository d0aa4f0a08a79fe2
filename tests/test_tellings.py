"""One event, many tellings: sets of articles as papers would write them, from the text to the event."""

from collections.abc import Callable, Sequence
from pathlib import Path

import pytest

from kgraph import pipeline
from kgraph.graph import KnowledgeGraph
from kgraph.models import Event

Told = Sequence[tuple[str, str]]
Events = Callable[[Told], list[Event]]

_WAYS = (
    "ケニア軍は3日、首都ナイロビでソマリアのアリ・ハッサン大統領を拘束した。市内は静かだという。",
    "ソマリアのアリ・ハッサン大統領が3月3日、ケニア軍に拘束された。通行人は足を止めて見守った。",
    "今月3日、ケニアはソマリアのアリ・ハッサン大統領を拘束した。理由は明らかになっていない。",
    "ハッサン大統領の夫人は涙を流した。ケニア軍は今月3日にソマリアのアリ・ハッサン大統領を連行している。",
    "ケニアがソマリアのアリ・ハッサン大統領を拘束してから日がたつ。街の市場は閉まったままである。",
)


@pytest.fixture
def events(tmp_path: Path) -> Events:
    """Gives the events of articles, each a date and a text, earliest first."""

    def found(articles: Told) -> list[Event]:
        directory = tmp_path / f"{len(list(tmp_path.iterdir()))}"
        (directory / "raw").mkdir(parents=True)
        for number, (date, text) in enumerate(articles):
            content = f"---\ntitle: 第{number}報\ndate: {date}\n---\n{text}\n"
            (directory / "raw" / f"a{number:02}.md").write_text(content, encoding="utf-8")
        assert pipeline.build([directory / "raw"], directory / "graph").failures == ()
        with KnowledgeGraph(directory / "graph") as kg:
            return list(kg.events())

    return found


def test_thirty_articles_about_one_abduction_give_one_event_with_thirty_tellings(events: Events) -> None:
    told = [
        (f"2025-03-{4 + n % 20:02}", f"{_WAYS[n % len(_WAYS)]}{'波' * n}が岸を打つ{'音' * n}を記者は聞いた。")
        for n in range(30)
    ]
    (event,) = [one for one in events(told) if one.type == "coercion"]
    assert (event.date, len(event.articles)) == ("2025-03-03", 30)
    assert {part.entity for part in event.participants} >= {"person:アリ・ハッサン"}


def test_two_meetings_of_the_same_leaders_a_month_apart_stay_two(events: Events) -> None:
    found = events(
        [
            ("2025-05-13", "フィンランドのストゥブ大統領は12日、エストニアのカリス大統領と会談した。"),
            ("2025-06-12", "フィンランドのストゥブ大統領は11日、エストニアのカリス大統領と会談した。"),
            ("2025-06-14", "ストゥブ大統領とカリス大統領は6月11日の会談で国境の橋について話し合った。"),
        ]
    )
    assert [(one.date, len(one.articles)) for one in found if one.type == "negotiation"] == [
        ("2025-05-12", 1),
        ("2025-06-11", 2),
    ]


def test_last_years_meeting_in_a_later_article_finds_it(events: Events) -> None:
    (event,) = events(
        [
            ("2024-05-13", "フィンランドとエストニアは12日、ヘルシンキで会談した。"),
            ("2025-02-01", "フィンランドとエストニアの昨年の会談は、船便の再開につながった。"),
        ]
    )
    assert (event.date, event.articles) == ("2024-05-12", ("a00", "a01"))
    assert event.label == "フィンランド・エストニアの会談(2024年5月12日、ヘルシンキ)"


def test_leaders_and_forces_stand_for_their_country(events: Events) -> None:
    (met,) = events(
        [
            ("2025-05-13", "ロシアとベラルーシは12日、会談した。"),
            ("2025-05-14", "プーチン大統領は12日、ルカシェンコ大統領と会談した。"),
        ]
    )
    assert len(met.articles) == 2
    (struck,) = events(
        [
            ("2025-05-13", "米軍は12日、イエメンを空爆した。"),
            ("2025-05-14", "米国は5月12日にイエメンを空爆した。"),
        ]
    )
    assert len(struck.articles) == 2


def test_a_visit_and_the_visit_in_return_stay_two(events: Events) -> None:
    found = events(
        [
            ("2025-05-13", "フィンランドのストゥブ大統領は12日、エストニアを訪問した。"),
            ("2025-05-21", "エストニアのカリス大統領がフィンランドを訪問した。"),
            ("2025-05-22", "ストゥブ大統領がエストニアを訪問した。"),
        ]
    )
    assert [(one.label, one.articles) for one in found] == [
        ("ストゥブのエストニア訪問(2025年5月12日)", ("a00", "a02")),
        ("カリスのフィンランド訪問", ("a01",)),
    ]


def test_copies_of_one_wire_story_are_one_source(events: Events) -> None:
    story = "フィンランドとエストニアは12日、ヘルシンキで会談した。双方は海底の通信網を守る船を増やすことを確かめた。"
    own = "先週の12日にエストニアと会談したフィンランドでは、漁師たちが海底の通信網の行方を案じている。"
    (event,) = [one for one in events([("2025-05-13", story), ("2025-05-13", story), ("2025-05-19", own)]) if one.date]
    assert (len(event.articles), event.support) == (3, 2)


def test_the_order_of_articles_does_not_matter(events: Events) -> None:
    told = [
        ("2025-05-13", "フィンランドとエストニアは12日、ヘルシンキで会談した。"),
        ("2025-05-15", "フィンランドとエストニアの会談は成功だった。"),
        ("2025-07-02", "フィンランドとエストニアは1日、再び会談した。"),
    ]
    forth, back = (
        sorted((one.date, one.label, len(one.articles)) for one in events(order) if one.date)
        for order in (told, told[::-1])
    )
    assert (
        forth
        == back
        == [
            ("2025-05-12", "フィンランド・エストニアの会談(2025年5月12日、ヘルシンキ)", 2),
            ("2025-07-01", "フィンランド・エストニアの会談(2025年7月1日)", 1),
        ]
    )
