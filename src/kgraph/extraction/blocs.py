"""Members of a bloc that stand beside its name: 「NATO加盟国のトルコ」「日本、米国、インドなどでつくるクアッド」."""

import re
from collections.abc import Iterator, Sequence

from kgraph.extraction.document import Name, Statement
from kgraph.ontology import EntityType, RelationType, Status

_MEMBER = (
    "(?:の)?(?:原|新規|正式|主要)?(?:加盟国?|メンバー国?|構成国|(?:非?常任)?理事国|議長国|参加国|一員)"
    "(?:[0-9]+[カか]国)?"
)
# 「NATO加盟国の|トルコ」「EU加盟国のうち、|ハンガリー」
_MEMBERS = re.compile(f"{_MEMBER}(?:の(?:うち、?|中で、?)?|、)")
# 「フランスやドイツなど|EU|加盟国」
_SUCH_AS = re.compile("(?:など|ら)の?")
_CALLED = re.compile(_MEMBER)
# 「A、B、Cの3カ国で構成する|クアッド」
_MADE_OF = re.compile(
    "(?:など|ら)?(?:の?[0-9]+[カか]国)?(?:(?:で|が)(?:構成|結成|設立)(?:する|した)|でつくる|から[な成]る|が(?:加盟|参加)する|が加わる"
    "|の(?:安全保障の|安保の?)?枠組み)「?"
)
_JOINTS = ("、", "と", "や", "・", "")
_CONFIDENCE = 0.85


def memberships(text: str, names: Sequence[Name]) -> Iterator[Statement]:
    """A membership for each country in the rows beside an organization of which the text says they are members."""
    for index, body in enumerate(names):
        if body.type is not EntityType.ORGANIZATION:
            continue
        behind = _row(text, names[index + 1 :])
        before = _row(text, names[:index][::-1])
        if behind and (match := _MEMBERS.fullmatch(text, body.end, behind[0].start)):
            yield from _members(behind, body, match)
        if before and (match := _MADE_OF.fullmatch(text, before[0].end, body.start)):
            yield from _members(before, body, match)
        if before and _SUCH_AS.fullmatch(text, before[0].end, body.start) and (match := _CALLED.match(text, body.end)):
            # The nearest is read as what the noun is said of.
            yield from _members(before[1:], body, match)


def _row(text: str, names: Sequence[Name]) -> list[Name]:
    """The countries that stand in a row from the first name on, in whichever direction."""
    row: list[Name] = []
    for name in names:
        ends = sorted((row[-1], name)) if row else []
        if name.type is not EntityType.COUNTRY or (ends and text[ends[0].end : ends[1].start] not in _JOINTS):
            break
        row.append(name)
    return row


def _members(row: Sequence[Name], body: Name, match: re.Match[str]) -> Iterator[Statement]:
    kind, rule = RelationType.MEMBERSHIP, "membership/加盟国"
    for name in row:
        yield Statement(name.key, kind, body.key, Status.ASSERTED, rule, *match.span(), _CONFIDENCE)
