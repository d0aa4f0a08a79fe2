"""Taking a name apart: whose title, of what body, and the name itself."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from kgraph.lexicon import Lexicon, files
from kgraph.ontology import EntityType

_POSSESSIVE = "の"
_ABBREVIATION = re.compile(r"(.+)[(（](.+)[)）]")
_BODIES = (EntityType.COUNTRY, EntityType.ORGANIZATION, EntityType.PLACE)


@dataclass(frozen=True, slots=True)
class Form:
    """A name with what was said beside it: the office, whether that is past, the id of what it is of."""

    name: str
    title: str | None = None
    former: bool = False
    body: str | None = None


class Forms:
    """Reads 「ウクライナのゼレンスキー大統領」 as ゼレンスキー, 大統領, of Ukraine."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._actors = lexicon.actors
        titles = lexicon.titles
        self._offices = frozenset(titles.offices)
        self._posts = titles.posts
        self._titles = self._offices | titles.honorifics | titles.posts.keys()
        self._kin = titles.kin
        self._prefixes = frozenset(titles.prefixes)
        self._postings = titles.compound_prefixes
        self._past = titles.past_prefixes
        self._designations = frozenset(titles.designations)
        self._longest = max(map(len, self._titles))
        self._descriptors = (*files.table("naming")["descriptors"], *self._offices)
        self._polities = tuple(files.table("naming")["polities"])

    def readings(self, text: str) -> Iterator[Form]:
        """Every way to take a name apart, those that leave most of it whole first."""
        yield from self._untitled(Form(text))
        for cut, character in enumerate(text):
            body = self.body(text[:cut]) if character == _POSSESSIVE else None
            if body is not None:
                yield from self._untitled(Form(text[cut + 1 :], body=body))
                yield from self._undescribed(text[cut + 1 :], body)
        yield from self._undescribed(text, None)
        if (both := _ABBREVIATION.fullmatch(text)) is not None:
            yield from map(Form, both.groups())

    def body(self, text: str) -> str | None:
        """The id of the country, organization or self-governing place that is so called, ministries included."""
        if (short := self._actors.shorts.get(text)) is not None:
            return short
        known = self._actors.find(text)
        if known is not None and known.type in _BODIES:
            return known.id
        return self.national_body(text)

    def national_body(self, text: str) -> str | None:
        """The id of what a country's name and a word for one of its bodies make: 露外務省, ロシアの連邦議会."""
        for cut in range(len(text) - 1, 0, -1):
            word = text[cut:].removeprefix(_POSSESSIVE)
            country = self._actors.country(text[:cut])
            if country is not None and self._are_designations(word):
                return self._actors.national_body(country, word)
        return None

    def country(self, text: str) -> str | None:
        """The id of the country whose name this is with a word for its form of government: オランダ王国."""
        bare = next((text.removesuffix(word) for word in self._polities if text.endswith(word)), text)
        return self._actors.country(bare) if len(bare) > 1 else None

    def _untitled(self, form: Form) -> Iterator[Form]:
        """The form without its title, then also without what stood between title and name (元, 米, 外務省)."""
        yield form
        titles = self._suffixes(form.name, self._titles)
        for title in titles if self._kin.isdisjoint(titles) else ():
            inner: Form | None = self._with_office(form, title)
            while inner is not None:
                yield inner
                inner = self._without_last_word(inner)

    def _with_office(self, form: Form, title: str) -> Form:
        name = form.name.removesuffix(title)
        if (post := self._posts.get(title)) is not None:
            body = self._actors.body(post.of)
            return replace(form, name=name, title=post.title, body=body.id if body else form.body)
        return replace(form, name=name, title=title if title in self._offices else form.title)

    def _without_last_word(self, form: Form) -> Form | None:
        for start in range(len(form.name)):
            head, word = form.name[:start], form.name[start:]
            if word in self._prefixes or word in self._designations or self._is_posting(word):
                return replace(form, name=head, former=form.former or word in self._past)
            if (body := self._title_body(word)) is not None:
                return replace(form, name=head.rstrip(_POSSESSIVE), body=form.body or body)
        return None

    def _undescribed(self, text: str, body: str | None) -> Iterator[Form]:
        """What follows a description: 過激派組織|IS, ウクライナ南部|クリミア半島, 最高指導者|ハメネイ師."""
        for cut in range(len(text) - 1, 0, -1):
            if text[:cut].endswith(self._descriptors):
                yield from self._untitled(Form(text[cut:].strip("「」"), body=body))

    def _title_body(self, word: str) -> str | None:
        return self._actors.shorts.get(word) if len(word) == 1 else self.body(word)

    def _is_posting(self, word: str) -> bool:
        """駐日, 駐フランス: where an ambassador is, not whose he is."""
        return word[0] in self._postings and self._actors.country(word[1:]) is not None

    def _are_designations(self, text: str) -> bool:
        """Whether the text is one or more such words and nothing else."""
        if text in self._designations:
            return True
        cuts = (cut for cut in range(1, len(text)) if text[:cut] in self._designations)
        return any(self._are_designations(text[cut:]) for cut in cuts)

    def _suffixes(self, text: str, words: frozenset[str]) -> list[str]:
        """The words that the text ends in, the longest first: 中央銀行総裁 and 総裁."""
        return [text[-n:] for n in range(min(self._longest, len(text)), 0, -1) if text[-n:] in words]
