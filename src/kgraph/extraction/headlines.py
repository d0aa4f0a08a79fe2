"""Headlines and bullets: who acts in lines that begin with an actor and no particle."""

import re
from typing import TYPE_CHECKING

from spacy.tokens import Token

from kgraph.extraction.predicates import is_verbal

if TYPE_CHECKING:
    from kgraph.extraction.syntax import Filler, Syntax

# What cuts the subject off from the rest of the line, besides a space.
_CUTS = frozenset(("、", ":", "…", "→", "⇒", "】", "=", "「"))
_DATE = re.compile("[0-9０-９一二三四五六七八九十同翌前年月日上中下旬初頭末半ば春夏秋冬.]+")
_ARROWS = frozenset(("→", "⇒", "⇨"))
_LONGEST_SUBJECT = 20
_IN_SUBJECTS = ("", "の", "と", "や")


def subject(syntax: "Syntax", verb: Token) -> "Filler | None":
    """「米、ベネズエラを攻撃」「露外務省 米を非難」「・マクロン氏:会談を提案」: the actors that begin the line.

    None where the line begins otherwise.
    """
    for start in (_line_start(verb), verb.sent.start):
        lead = _lead(syntax, verb, start)
        names = syntax.nearest(lead)
        if names and _ends_in_actor(syntax, lead[-1]):
            return syntax.filler_of(names, 0.8 if lead[0].sent.start == verb.sent.start else 0.7)
    return None


def ends_line(noun: Token) -> bool:
    """Whether a headline ends in this noun, which then says what is done: 「カナダ、米国に報復関税」."""
    rest = noun.doc[noun.i + 1 : noun.sent.end]
    return all(token.is_punct and token.text != "。" for token in rest)


def _lead(syntax: "Syntax", verb: Token, start: int) -> list[Token]:
    """The tokens from the beginning of a line, or piece of one, up to what cuts them off; empty if nothing does."""
    lead: list[Token] = []
    for token in verb.doc[start : verb.i]:
        if token.text in _CUTS or token.is_space:
            if lead:
                return lead
            continue
        if not lead and (token.is_punct or token.text in syntax.words.bullets or _DATE.fullmatch(token.text)):
            continue
        if is_verbal(token) or syntax.particle(token) not in _IN_SUBJECTS or len(lead) == _LONGEST_SUBJECT:
            return []
        lead.append(token)
        if token.whitespace_:
            return lead
    return []


def _line_start(verb: Token) -> int:
    start = verb.i
    while start > 0 and "\n" not in verb.doc[start - 1].text and verb.doc[start - 1].text not in _ARROWS:
        start -= 1
    return start


def _ends_in_actor(syntax: "Syntax", last: Token) -> bool:
    return bool(syntax.named(last)) or last.text in syntax.words.standins
