"""What GiNZA and Sudachi take for a name, where neither lexicon nor pattern has said anything.

GiNZA was trained on no newspapers, and its entities are wrong about as often as they are right. So
its word counts only where Sudachi's dictionary agrees that something in the name is a proper noun
or does not know it, and such names are marked weak.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from spacy.tokens import Span, Token

from kgraph.extraction.document import Grid, Name
from kgraph.extraction.known import name_of
from kgraph.ontology import EntityType, Reason
from kgraph.parsing import is_unknown

_KATAKANA = re.compile(r"[ァ-ヶー]{3,}")
_LATIN = re.compile(r"[A-Z][A-Za-z.&-]+")
_NAME_LIKE = re.compile(r"[ァ-ヶー・=\u4e00-\u9fff々A-Za-z.&-]+")


class Voices:
    """Finds names by GiNZA's entities and Sudachi's tags."""

    def __init__(
        self,
        labels: Mapping[str, str],
        organization_suffixes: Sequence[str],
        place_suffixes: Sequence[str],
        generic: frozenset[str],
    ) -> None:
        self._labels = {label: EntityType(kind) for label, kind in labels.items()}
        self._organization_suffixes = tuple(organization_suffixes)
        self._place_suffixes = frozenset(place_suffixes)
        self._generic = generic

    def find(self, grid: Grid, names: Sequence[Name]) -> Iterator[Name]:
        """A weak name for each entity of GiNZA's that no name of `names` touches and that is credible."""
        taken = {i for name in names for i in range(name.first, name.last + 1)}
        for span in grid.doc.ents:
            kind = self._labels.get(span.label_)
            if kind is None or taken.intersection(range(span.start, span.end)) or span.text in self._generic:
                continue
            if found := self._credible(span, kind):
                key = f"{kind}:{found.text}"
                yield replace(name_of(grid, found.start_char, found.end_char, key, kind, Reason.MODEL), weak=True)

    def _credible(self, span: Span, kind: EntityType) -> Span | None:
        if not _NAME_LIKE.fullmatch(span.text) or len(span.text) < 2:
            return None
        if kind is EntityType.PERSON:
            return span if _is_full_name(span) else None
        if kind is EntityType.PLACE:
            return self._place(span)
        proper = [t for t in span if "固有名詞-一般" in t.tag_ or "組織" in t.tag_ or _is_strange(t)]
        named = bool(proper) and (len(span) == 1 or span.text.endswith(self._organization_suffixes))
        return span if named else None

    def _place(self, span: Span) -> Span | None:
        if not all("地名" in t.tag_ or t.text in self._place_suffixes or _is_strange(t) for t in span):
            return None
        end = span.end
        while end < len(span.doc) and span.doc[end].text in self._place_suffixes:
            end += 1
        return span.doc[span.start : end] if any("地名" in t.tag_ for t in span) else None


def _is_full_name(span: Span) -> bool:
    if "・" in span.text or "=" in span.text:
        return all(_KATAKANA.fullmatch(part) or len(part) < 3 for part in re.split("[・=]", span.text))
    return all("人名" in t.tag_ for t in span) and len(span.text) >= 3


def _is_strange(token: Token) -> bool:
    return bool(_KATAKANA.fullmatch(token.text) or _LATIN.fullmatch(token.text)) and is_unknown(token.text)
