"""Which referents of which articles are one entity, and what is known of it."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence

from kgraph.lexicon import Lexicon
from kgraph.models import Article, Entity, Extraction, Referent

Told = Sequence[tuple[Article, Extraction]]


def entities(told: Told, lexicon: Lexicon) -> list[Entity]:
    """One entity for each key that the articles use, with all names that any article or the lexicon gives it.

    A key says what is meant: the lexicon's id of a known actor, else type and fullest name in the
    article. So unknown actors are one across articles where their full names are equal.
    """
    spoken: defaultdict[str, list[tuple[Article, Referent]]] = defaultdict(list)
    for article, extraction in told:
        for referent in extraction.referents:
            spoken[referent.key].append((article, referent))
    return [_entity(key, spoken[key], lexicon) for key in sorted(spoken)]


def _entity(key: str, spoken: Sequence[tuple[Article, Referent]], lexicon: Lexicon) -> Entity:
    referents = [referent for _, referent in spoken]
    first = referents[0]
    known = lexicon.actors.by_id.get(key)
    dates = sorted(article.published for article, _ in spoken if article.published)
    name = known.name if known else max((r.name for r in referents), key=lambda name: (len(name), name))
    return Entity(
        id=key,
        type=first.type,
        name=name,
        name_en=known.name_en if known else None,
        aliases=_aliases(name, referents, known.names if known else ()),
        country=known.country if known else _most_common(r.country for r in referents),
        first_seen=dates[0] if dates else None,
        last_seen=dates[-1] if dates else None,
    )


def _aliases(name: str, referents: Iterable[Referent], known: Iterable[str]) -> tuple[str, ...]:
    """All names but the main one: those the articles use, by how many do, then those they do not."""
    used = Counter(text for referent in referents for text in referent.names)
    ordered = sorted(used, key=lambda text: (-used[text], text))
    return tuple(text for text in dict.fromkeys([*ordered, *known]) if text != name)


def _most_common(values: Iterable[str | None]) -> str | None:
    counted = Counter(value for value in values if value)
    return min(counted, key=lambda value: (-counted[value], value), default=None)
