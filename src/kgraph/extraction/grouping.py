"""Which names of one article are one actor: ウィットコフ and スティーブ・ウィットコフ, 習氏 and 習近平."""

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from kgraph.extraction.document import Actor, Name
from kgraph.lexicon import Lexicon
from kgraph.ontology import EntityType, Reason

_SEPARATOR = re.compile("[・=]")
_HAN = re.compile(r"[\u4e00-\u9fff々]+")


def same_person(short: str, full: str) -> bool:
    """Whether `short` is the family name of `full`: the last part in katakana, the beginning in Han characters."""
    if short == full:
        return False
    if _HAN.fullmatch(full):
        return full.startswith(short) and len(full) - len(short) <= 2
    parts = _SEPARATOR.split(full)
    return len(parts) > 1 and (short == parts[-1] or short in ("・".join(parts[n:]) for n in range(1, len(parts))))


def unify(names: Iterable[Name], known: Mapping[str, Sequence[str]]) -> list[Name]:
    """The names with family names brought under the key of the one full name of the article they belong to.

    `known` gives the spellings of the keys that the lexicon knows; such keys are never renamed.
    """
    names = list(names)
    people = {n.key: (n.text, *known.get(n.key, ())) for n in names if n.type is EntityType.PERSON}
    renamed: dict[str, str] = {}
    for key, spellings in people.items():
        if key in known:
            continue
        short = spellings[0]
        full = [other for other, texts in people.items() if any(same_person(short, text) for text in texts)]
        if len(full) == 1:
            renamed[key] = full[0]
    return [replace(n, key=renamed[n.key], reason=Reason.REPEATED) if n.key in renamed else n for n in names]


def actors(names: Iterable[Name], lexicon: Lexicon) -> dict[str, Actor]:
    """The actors that the names speak of, by key."""
    spoken: defaultdict[str, list[Name]] = defaultdict(list)
    for name in names:
        spoken[name.key].append(name)
    return {key: _actor(key, mentions, lexicon) for key, mentions in spoken.items()}


def unnamed(key: str, lexicon: Lexicon) -> Actor:
    """An actor that an article does not name but that an office it names is of: プーチン大統領, of Russia."""
    known = lexicon.actors.by_id[key]
    return Actor(key, known.type, known.name, known.name_en, [], True, known.country)


def _actor(key: str, mentions: Sequence[Name], lexicon: Lexicon) -> Actor:
    texts = list(dict.fromkeys(mention.text for mention in mentions))
    known = lexicon.actors.by_id.get(key)
    if known is not None:
        return Actor(key, known.type, known.name, known.name_en, texts, True, known.country)
    name = max(texts, key=lambda text: (len(text), text))
    kind = mentions[0].type
    titles = sorted({m.title for m in mentions if m.title and m.title in lexicon.titles.offices})
    return Actor(key, kind, name, None, texts, False, _country(key, mentions), titles)


def _country(key: str, mentions: Sequence[Name]) -> str | None:
    kind, _, rest = key.partition(":")
    if kind == "organization" and ":" in rest:
        return f"country:{rest.split(':')[0]}"
    said = (mention.country for mention in mentions)
    return next((country for country in said if country and country.startswith("country:")), None)
