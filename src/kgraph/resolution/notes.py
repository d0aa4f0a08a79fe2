"""What a person asserts, as an article of its own: each statement of the graph has a text that it comes from."""

import hashlib
from collections.abc import Callable, Mapping

from kgraph.models import Article, Assertion, EventMention, Extraction, Judgement, Participant, Referent
from kgraph.ontology import EntityType, Quad, RelationType, Status

RULE = "judgement"


def noted(
    judgement: Judgement, find: Callable[[str], str | None], labels: Mapping[str, str]
) -> tuple[Article, Extraction] | None:
    """An article whose text is the note and whose source is the person, with the one assertion it makes.

    `find` gives the key that a name or id has, and `labels` the name of a key. None where a name leads to
    nobody, or both to one.
    """
    ends = [find(name) or _as_id(name) for name in judgement.about]
    source, target = ends
    if source is None or target is None or source == target or judgement.type is None:
        return None
    names = {key: labels.get(key, key.partition(":")[2]) for key in (source, target)}
    article = _article(judgement, " ".join((names[source], judgement.type.spec.ja, names[target])))
    assertion = _assertion(judgement, judgement.type, source, target, article)
    extraction = Extraction(
        article=article.id,
        referents=tuple(Referent(key=key, type=_type(key), name=name, names=(name,)) for key, name in names.items()),
        assertions=(assertion,),
        events=_events(assertion, list(names.values())),
    )
    return article, extraction


def _as_id(name: str) -> str | None:
    """An id may also be of somebody whom no article names any more."""
    kind, _, rest = name.partition(":")
    return name if rest and kind in {*EntityType} else None


def _article(judgement: Judgement, statement: str) -> Article:
    text = judgement.note or statement
    return Article(
        id=f"judgement-{judgement.id}",
        title=text.partition("\n")[0],
        text=text,
        published=judgement.when[:10],
        source=judgement.who,
        path="judgements",
        sha256=hashlib.sha256(judgement.model_dump_json().encode()).hexdigest(),
    )


def _assertion(judgement: Judgement, kind: RelationType, source: str, target: str, article: Article) -> Assertion:
    return Assertion(
        id=judgement.id,
        article=article.id,
        source=source,
        type=kind,
        target=target,
        status=Status.ASSERTED,
        date=judgement.date,
        confidence=1.0,
        rule=RULE,
        sentence=article.text,
        start=0,
        end=len(article.text),
    )


def _events(said: Assertion, names: list[str]) -> tuple[EventMention, ...]:
    """As in articles, what happens at a known time is an event."""
    if said.date is None or said.type.spec.quad is Quad.STANDING:
        return ()
    roles = ("source", "target") if said.type.spec.directed else ("party", "party")
    parts = zip((said.source, said.target), roles, strict=True)
    return (
        EventMention(
            id=f"{said.article}#1",
            article=said.article,
            type=said.type,
            label=f"{'・'.join(names)}: {said.type.spec.ja}",
            date=said.date,
            status=said.status,
            participants=tuple(Participant(entity=entity, role=role) for entity, role in parts),
            assertions=(said.id,),
            start=said.start,
            end=said.end,
        ),
    )


def _type(key: str) -> EntityType:
    return EntityType(key.partition(":")[0])
