"""A made graph of any size: names, articles and who does what to whom, drawn so that a few are spoken of much.

The same seed makes the same graph. Sentences are Japanese enough to be searched.
"""

import random
from bisect import bisect
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate
from pathlib import Path

from kgraph import summing
from kgraph.models import Article, Assertion, Entity, Resolved
from kgraph.ontology import EntityType, RelationType, Status
from kgraph.store import DATABASE, Writer

PER_ARTICLE = 10
_SYLLABLES = (
    "アイウエオカキクケコサシスセソタチツテトナニヌネノハヒフヘホマミムメモヤユヨラリルレロワンガギグゲゴザジズゼゾ"
)
_PLACES = ("首都", "国境の町", "港", "議会", "国連本部", "第三国", "本部", "会議場")
_HOW = ("正式に", "改めて", "初めて", "強く", "共同で", "電話で", "書面で", "急きょ")
_TYPES = tuple(RelationType)


@dataclass(frozen=True)
class Size:
    """How large a graph is to be."""

    assertions: int
    entities: int

    @property
    def articles(self) -> int:
        """How many articles tell of it."""
        return -(-self.assertions // PER_ARTICLE)


def write(directory: Path, size: Size, seed: int = 0) -> None:
    """Make the graph in a directory, through the store's own writer."""
    chance = random.Random(seed)
    entities = _entities(size, chance)
    assertions, articles = _told(size, entities, chance)
    with Writer(directory / DATABASE) as writer:
        writer.replace(
            Resolved.model_construct(
                notes=tuple(articles),
                entities=tuple(sorted(entities, key=lambda one: one.id)),
                mentions=(),
                assertions=tuple(assertions),
                relations=tuple(summing.relations(assertions)),
                events=(),
                tellings=(),
            )
        )


def _entities(size: Size, chance: random.Random) -> list[Entity]:
    """The entities, those spoken of most first."""
    kinds = chance.choices(tuple(EntityType), weights=(1, 20, 15, 4), k=size.entities)
    found = []
    for number, kind in enumerate(kinds):
        name = f"{_name(chance)}・{_name(chance)}"
        entity = f"{kind}:{name}{number}"
        found.append(
            Entity(id=entity, type=kind, name=f"{name}{number}", name_en=f"Name {number}", aliases=(f"別名{number}",))
        )
    return found


def _name(chance: random.Random) -> str:
    return "".join(chance.choices(_SYLLABLES, k=chance.randint(2, 5)))


def _told(size: Size, entities: Sequence[Entity], chance: random.Random) -> tuple[list[Assertion], list[Article]]:
    draw = _draw(len(entities), chance)
    assertions, articles = [], []
    for number in range(size.articles):
        article = f"article-{number:07}"
        date = f"{2000 + number % 26}-{chance.randint(1, 12):02}-{chance.randint(1, 28):02}"
        text = ""
        for place in range(min(PER_ARTICLE, size.assertions - number * PER_ARTICLE)):
            source, target = (entities[next(draw)] for _ in range(2))
            kind = chance.choice(_TYPES)
            sentence = _sentence(source, kind, target, chance)
            assertions.append(
                _assertion(f"{number:07}-{place}", article, source, kind, target, date, sentence, len(text))
            )
            text += f"{sentence}\n"
        articles.append(
            Article(
                id=article, title=text[:20], text=text, published=date, source="架空通信",
                path=f"raw/{article}.txt", sha256=article,
            )
        )  # fmt: skip
    return assertions, articles


def _draw(number: int, chance: random.Random) -> Iterator[int]:
    """Numbers below one, the low ones most often: of 50,000 the first is drawn 80 times as often as the thousandth."""
    bounds = list(accumulate((rank + 10) ** -0.8 for rank in range(number)))
    while True:
        yield bisect(bounds, chance.random() * bounds[-1])


def _sentence(source: Entity, kind: RelationType, target: Entity, chance: random.Random) -> str:
    how, where = chance.choice(_HOW), chance.choice(_PLACES)
    return f"{source.name}は{where}で{how}、{target.name}に対する{kind.spec.ja}の方針を示した。"


def _assertion(
    id: str, article: str, source: Entity, kind: RelationType, target: Entity, date: str, sentence: str, start: int
) -> Assertion:
    return Assertion.model_construct(
        id=id, article=article, source=source.id, type=kind, target=target.id, status=Status.ASSERTED, date=date,
        attributed_to=None, confidence=0.8, rule=f"{kind}/示す", sentence=sentence,
        start=start, end=start + len(sentence),
    )  # fmt: skip
