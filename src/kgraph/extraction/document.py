"""What the extraction components leave on a Doc, and how they look at its text.

A spaCy `Span` cannot be finer than a token, but 米露 is one token and two countries: names are
therefore records with character offsets, kept on `doc._.names`, beside the tokens they touch.
"""

from bisect import bisect_right
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field

from spacy.tokens import Doc, Token

from kgraph.models import Participant
from kgraph.ontology import EntityType, MentionKind, Reason, RelationType, Status


@dataclass(frozen=True, slots=True, order=True)
class Name:
    """One mention. `first` to `last` are the tokens it touches, its title included.

    `key` says who is meant; `title` is the office or honorific said with it, `former` whether that is past.
    `country` is the id of the country said with a title (プーチン露大統領).
    """

    start: int
    end: int
    key: str
    type: EntityType
    text: str
    first: int
    last: int
    kind: MentionKind = MentionKind.NAME
    reason: Reason = Reason.LISTED
    title: str | None = None
    former: bool = False
    country: str | None = None
    weak: bool = False


@dataclass(frozen=True, slots=True)
class Date:
    """A date said in the text, as an ISO string, with the characters that say it."""

    start: int
    end: int
    iso: str


@dataclass(frozen=True, slots=True)
class Statement:
    """An assertion in the making: `source` and `target` are keys, `start` and `end` the predicate's characters.

    `carrier` is the character at which the light verb begins that says that it is done, if one does: 「会談を|行う」.
    """

    source: str
    type: RelationType
    target: str
    status: Status
    rule: str
    start: int
    end: int
    confidence: float
    date: str | None = None
    place: str | None = None
    speaker: str | None = None
    carrier: int | None = None


@dataclass(frozen=True, slots=True)
class Partial:
    """A predicate of which not all actors are known, or none: 「北朝鮮のミサイル発射」; fields as in `Statement`."""

    sources: tuple[str, ...]
    type: RelationType
    targets: tuple[str, ...]
    status: Status
    rule: str
    start: int
    end: int
    date: str | None = None
    place: str | None = None
    carrier: int | None = None


@dataclass(frozen=True, slots=True)
class Telling:
    """One event as an article tells it; `statements` are the places of its statements in `doc._.statements`.

    `kind` is the noun for what happened (首脳会談), `label` that noun with who, when and where.
    """

    type: RelationType
    date: str | None
    place: str | None
    status: Status
    participants: tuple[Participant, ...]
    statements: tuple[int, ...]
    start: int
    end: int
    kind: str
    label: str = ""


@dataclass
class Actor:
    """Whom an article speaks of: what is known of one key."""

    key: str
    type: EntityType
    name: str
    name_en: str | None = None
    names: list[str] = field(default_factory=list)
    known: bool = False
    country: str | None = None
    titles: list[str] = field(default_factory=list)


EXTENSIONS = ("published", "names", "actors", "dates", "statements", "partials", "events")


def register() -> None:
    """Makes `doc._.published`, `.names`, `.actors` and what else `EXTENSIONS` lists known to spaCy."""
    for name in EXTENSIONS:
        if not Doc.has_extension(name):
            Doc.set_extension(name, default=None)


class Grid:
    """The text of a Doc with the places where a word may begin or end.

    `edges` holds the token boundaries and the joints inside fused tokens (日|米, 訪|米, トランプ|政権), which `joints`
    gives for the text of a token as offsets into it; `places` has them in order.
    """

    def __init__(self, doc: Doc, joints: Callable[[str], Iterable[int]] = lambda word: ()) -> None:  # noqa: ARG005
        self.doc = doc
        self.text = doc.text
        words = [(token.idx, token.text) for token in doc]
        self._starts = [start for start, _ in words]
        inside = (start + joint for start, word in words if len(word) > 1 for joint in joints(word))
        ends = (start + len(word) for start, word in words)
        self.edges = frozenset([*self._starts, len(self.text), *ends, *inside])
        self.places = sorted(self.edges)

    def token(self, offset: int) -> Token:
        """The token that holds the character at `offset`."""
        return self.doc[bisect_right(self._starts, offset) - 1]

    def tokens(self, start: int, end: int) -> tuple[int, int]:
        """The indices of the first and last token that the characters touch."""
        return self.token(start).i, self.token(end - 1).i
