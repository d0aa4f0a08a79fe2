"""A small invented world for the page: entities, articles and what they say, told in a few lines each."""

import hashlib
import re
import tomllib
from collections import Counter, defaultdict
from collections.abc import Sequence
from pathlib import Path

from kgraph.models import Article, Assertion, Entity, Event, Extraction, Mention, Participant, Relation, Resolved
from kgraph.ontology import EntityType, MentionKind, RelationType, Status
from kgraph.store import Reader, Writer

Tie = tuple[str, RelationType, str]


class World:
    """Builds a graph from sentences in which names stand in 【brackets】; it is a `Source` of the page itself."""

    def __init__(self) -> None:
        self._entities: dict[str, Entity] = {}
        self._ids: dict[str, str] = {}
        self._articles: list[Article] = []
        self._mentions: list[Mention] = []
        self._assertions: list[Assertion] = []
        self._events: list[Event] = []

    def entity(
        self, kind: str, name: str, name_en: str | None = None, *aliases: str, country: str | None = None
    ) -> str:
        made = Entity(
            id=f"{kind}:{name}",
            type=EntityType(kind),
            name=name,
            name_en=name_en,
            aliases=aliases,
            country=self._ids[country] if country else None,
            first_seen="2031-01-08",
            last_seen="2031-06-27",
        )
        self._entities[made.id] = made
        self._ids |= dict.fromkeys([name, *aliases], made.id)
        return made.id

    def article(self, title: str, published: str, source: str | None, url: str | None) -> None:
        number = len(self._articles) + 1
        self._articles.append(
            Article(
                id=f"a{number:02}",
                title=title,
                text=title,
                published=published,
                source=source,
                url=url,
                path=f"{number:02}.txt",
                sha256=hashlib.sha256(title.encode()).hexdigest(),
            )
        )

    def rename(self, name: str) -> None:
        """Gives the article begun last another file name; its id is the stem, as it is for files that are read."""
        article = self._articles[-1]
        stem = name.rpartition(".")[0]
        self._articles[-1] = article.model_copy(update={"id": stem, "path": name})
        self._mentions = [
            one.model_copy(update={"article": stem}) for one in self._mentions if one.article == article.id
        ]
        self._assertions = [
            one.model_copy(update={"article": stem}) for one in self._assertions if one.article == article.id
        ]

    def says(
        self,
        source: str,
        kind: str,
        target: str,
        text: str,
        status: str = "asserted",
        speaker: str | None = None,
        *,
        word: str = "demo",
        date: str | None = None,
    ) -> str:
        """Adds a sentence to the article begun last, and what it asserts; gives the assertion's id.

        `word` is the entry of the lexicon that fired; without a date it is the article's.
        """
        article = self._articles[-1]
        start = len(article.text) + 1
        sentence = self._read(article.id, start, text)
        self._articles[-1] = article.model_copy(update={"text": f"{article.text}\n{sentence}"})
        made = Assertion(
            id=f"s{len(self._assertions):05}",
            article=article.id,
            source=self._ids[source],
            type=RelationType(kind),
            target=self._ids[target],
            status=Status(status),
            date=date or article.published,
            attributed_to=self._ids[speaker] if speaker else None,
            confidence=0.8,
            rule=f"{kind}/{word}",
            sentence=sentence,
            start=start,
            end=start + len(sentence),
        )
        self._assertions.append(made)
        return made.id

    def event(self, kind: str, label: str, place: str | None, parties: Sequence[str], *assertions: str) -> None:
        self._events.append(
            Event(
                id=f"e{len(self._events):03}",
                type=RelationType(kind),
                label=label,
                date=self._articles[-1].published,
                place=self._ids[place] if place else None,
                participants=tuple(Participant(entity=self._ids[name], role="party") for name in parties),
                assertions=assertions,
                articles=(self._articles[-1].id,),
            )
        )

    def _read(self, article: str, start: int, text: str) -> str:
        sentence = ""
        for plain, name in re.findall(r"([^【]*)(?:【(.+?)】)?", text):
            sentence += plain
            if name:
                entity = self._entities[self._ids[name]]
                at = start + len(sentence)
                self._mentions.append(
                    Mention(
                        article=article,
                        start=at,
                        end=at + len(name),
                        text=name,
                        kind=MentionKind.NAME,
                        type=entity.type,
                        entity=entity.id,
                    )
                )
                sentence += name
        return sentence

    def articles(self) -> list[Article]:
        return self._articles

    def entities(self) -> list[Entity]:
        return list(self._entities.values())

    def mentions(self) -> list[Mention]:
        return self._mentions

    def assertions(self) -> list[Assertion]:
        return self._assertions

    def events(self) -> list[Event]:
        return self._events

    def relations(self) -> list[Relation]:
        ties: dict[Tie, list[Assertion]] = defaultdict(list)
        for one in self._assertions:
            ends = (one.source, one.target) if one.type.spec.directed else sorted((one.source, one.target))
            ties[ends[0], one.type, ends[1]].append(one)
        return [
            Relation(
                source=source,
                type=kind,
                target=target,
                assertions=len(found),
                articles=len({one.article for one in found}),
                first=min(one.date or "" for one in found),
                last=max(one.date or "" for one in found),
                statuses=dict(Counter(one.status for one in found)),
                confidence=0.8,
            )
            for (source, kind, target), found in ties.items()
        ]

    def stored(self, directory: Path) -> Reader:
        """The same world, read back from a database."""
        resolved = Resolved(
            entities=tuple(self.entities()),
            mentions=tuple(self._mentions),
            assertions=tuple(self._assertions),
            relations=tuple(self.relations()),
            events=tuple(self._events),
        )
        database = directory / "kgraph.db"
        with Writer(database) as writer:
            for article in self._articles:
                writer.put(article, Extraction(article=article.id), "demo")
            writer.replace(resolved)
        return Reader(database)


TOLD = tomllib.loads(Path(__file__).with_name("demo.toml").read_text(encoding="utf-8"))


def demo() -> World:
    """Some sixty entities, as many relations again, a few events."""
    world = World()
    for name, english, *aliases in TOLD["countries"]:
        world.entity("country", name, english, *aliases)
    for name, english, *aliases in TOLD["organizations"]:
        world.entity("organization", name, english, *aliases)
    for name, english, country in TOLD["people"]:
        family = name.split(" ")[0] if " " in name else name.split("・")[-1]
        world.entity("person", name, english, family, country=country)
    for name, english in TOLD["places"]:
        world.entity("place", name, english)
    _report(world)
    _repeat(world)
    return world


def _report(world: World) -> None:
    for number, news in enumerate(TOLD["news"]):
        world.article(news["title"], news["date"], news["source"], f"https://news.example/{number}")
        first, *_ = [world.says(*said) for said in news["said"]]
        source, kind, target, *_ = news["said"][0]
        world.event(
            kind, news["title"], "ジュネーブ" if "ジュネーブ" in news["title"] else None, [source, target], first
        )
    world.article("各国の顔ぶれ", "2031-01-05", "大陸評論", None)
    for name, _, country in TOLD["people"]:
        world.says(name, "leadership", country, f"【{name}】氏は【{country}】の政府を率いる一人だ。", word="率いる")


def _repeat(world: World) -> None:
    """Some things are said again and again, so that the lines differ in width."""
    for number in range(6):
        world.article(
            f"週間まとめ 第{number + 1}号", f"2031-03-{number + 10}", "週刊世界", f"https://weekly.example/{number}"
        )
        world.says("ロシア", "assault", "ウクライナ", "【ロシア】軍は今週も【ウクライナ】東部の町を砲撃した。")
        world.says("日本", "negotiation", "米国", "【日本】と【米国】の担当者が定例の協議を開いた。")
        if number % 2:
            world.says("中国", "rivalry", "米国", "【中国】と【米国】の通商をめぐる対立は深まっている。")
            world.says("米国", "sanction", "中国", "【米国】は【中国】の半導体企業を輸出規制の対象に加えた。")
            world.says(
                "中国", "accusation", "米国", "【中国】は【米国】の規制を覇権主義だと非難した。", "asserted", "林 文卓"
            )
            world.says(
                "林 文卓",
                "negotiation",
                "エレノア・グラント",
                "【林 文卓】外相は【エレノア・グラント】大統領の特使と会った。",
            )
        if number == 4:
            world.says(
                "米国",
                "agreement",
                "中国",
                "【米国】と【中国】は首脳会談の日程で合意する可能性がある。",
                "hypothetical",
            )
            world.says("中国", "cooperation", "ロシア", "【中国】は【ロシア】とパイプラインの建設を進める。")
            world.says(
                "中国", "alliance", "ロシア", "【中国】と【ロシア】は事実上の同盟だとの見方がある。", "hypothetical"
            )
            world.says("日本", "protest", "中国", "【日本】は【中国】の調査船の航行に抗議した。")
            world.says("日本", "negotiation", "中国", "【日本】と【中国】の外相が電話で話した。")
