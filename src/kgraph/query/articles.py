"""Questions about articles and their sentences."""

import re
from collections.abc import Iterable

from kgraph.errors import KgraphError
from kgraph.models import Article
from kgraph.query.base import Base
from kgraph.query.found import Found
from kgraph.query.records import Hit, MarkedArticle
from kgraph.spelling import fold
from kgraph.store import Filters


class Articles(Base):
    """Questions about articles."""

    def articles(self) -> Found[Article]:
        """All articles, by id.

        >>> [one.id for one in kg.articles()]
        ['sanctions', 'summit']
        """
        return self._found(Article, self._reader.articles())

    def article(self, article: str) -> Article:
        """The article with that id; raises KgraphError where there is none.

        >>> kg.article("summit").title
        '日仏首脳がパリで会談'
        """
        if (found := self._reader.article(article)) is None:
            raise KgraphError(f"no article has the id '{article}'")
        return found

    def marked(self, article: str) -> MarkedArticle:
        """An article with its mentions and assertions; raises KgraphError where there is none.

        >>> [one.text for one in kg.marked("summit").mentions]
        ['日本', '高木首相', 'デュポン大統領']
        """
        found = self.article(article)
        return MarkedArticle(
            article=found.id,
            text=found.text,
            mentions=tuple(self._reader.mentions(found.id)),
            assertions=tuple(self._reader.assertions(Filters(article=found.id))),
        )

    def search(self, text: str, *, limit: int | None = 100) -> Found[Hit]:
        """The sentences that contain `text`, whatever its width or case, with what they are taken to say.

        Any piece of a sentence is found, words of two characters, too. At most `limit` are given, in the order
        of articles and text.

        >>> kg.search("制裁を科")[0].highlights
        ((16, 20),)
        """
        found = self._reader.hits(text, limit)
        return self._found(Hit, (self._hit(text, *place) for place in found))

    def _hit(self, text: str, article: str, start: int, end: int, sentence: str) -> Hit:
        told = self._reader.assertions_in(article, start, end)
        return Hit(
            article=article,
            start=start,
            end=end,
            sentence=sentence,
            highlights=tuple(_places(text, sentence)),
            assertions=tuple(told),
        )


def _places(text: str, sentence: str) -> Iterable[tuple[int, int]]:
    """Where the text stands in the sentence."""
    found = re.finditer(re.escape(fold(text)), fold(sentence), re.IGNORECASE)
    return (match.span() for match in found)
