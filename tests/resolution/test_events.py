import pytest

from kgraph.models import EventMention, Participant
from kgraph.ontology import RelationType, Status
from kgraph.resolution.events import events, identified

PARTIES = ("country:FR", "country:JP")


def telling(
    article: str,
    date: str | None,
    *actors: str,
    type: RelationType = RelationType.NEGOTIATION,
    place: str | None = None,
) -> EventMention:
    return EventMention(
        id=f"{article}#1",
        article=article,
        type=type,
        label="会談",
        date=date,
        place=place,
        status=Status.ASSERTED,
        participants=tuple(Participant(entity=actor, role="party") for actor in actors),
        assertions=(f"{article}-assertion",),
        start=0,
        end=2,
    )


def test_tellings_of_one_type_day_and_company_are_one_event() -> None:
    (event,) = events(
        identified(
            [telling("a", "2025-05-12", *PARTIES), telling("b", "2025-05-12", *PARTIES[::-1], place="place:パリ")]
        )
    )
    assert event.id.startswith("event:negotiation:2025-05-12:")
    assert (event.articles, event.assertions) == (("a", "b"), ("a-assertion", "b-assertion"))
    assert event.place == "place:パリ"
    assert [one.entity for one in event.participants] == list(PARTIES)


@pytest.mark.parametrize(
    "other",
    [
        telling("b", "2025-05-13", *PARTIES),
        telling("b", "2025-05-12", *PARTIES, "country:DE"),
        telling("b", "2025-05-12", *PARTIES, type=RelationType.AGREEMENT),
    ],
)
def test_another_day_company_or_type_is_another_event(other: EventMention) -> None:
    assert len(events(identified([telling("a", "2025-05-12", *PARTIES), other]))) == 2


@pytest.mark.parametrize("date", [None, "2025", "2025-05"])
def test_without_an_exact_day_each_article_tells_of_its_own(date: str | None) -> None:
    assert len(events(identified([telling("a", date, *PARTIES), telling("b", date, *PARTIES)]))) == 2


def test_an_id_depends_on_the_event_alone() -> None:
    (alone,) = identified([telling("a", "2025-05-12", *PARTIES)])
    in_company = identified([telling("z", None, "country:DE"), telling("c", "2025-05-12", *PARTIES[::-1])])
    assert in_company[1].id == alone.id
