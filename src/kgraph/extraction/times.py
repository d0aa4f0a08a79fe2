"""How far each time said in a text reaches: the noun that it describes, or the clauses that it dates."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from spacy.tokens import Doc, Span, Token

from kgraph.extraction.phrases import ROUND_CLOSING, ROUND_OPENING
from kgraph.extraction.tenses import Link, date_word, described, describes, is_attribute, last_joined, link
from kgraph.lexicon import table

_WORDS: dict[str, list[str]] = table("dates")["words"]
_OCCASIONS = tuple(_WORDS["occasions"])
_HAPPENINGS = tuple(_WORDS["happenings"])
_HAPPENING_VERBS = frozenset(_WORDS["happening_verbs"])
_DESCRIBING = tuple(_WORDS["describing"])
_LABEL_ENDS = tuple(_WORDS["label_ends"])
_ADVERBIAL = ("に", "から", "まで", "までに", "にも", "は", "には", "では", "からは", "までには")
_TOPICAL = ("は", "には", "では", "からは", "までには")
_DATELESS = re.compile("|".join(map(re.escape, sorted(_WORDS["dateless"], key=len, reverse=True))))
# 「▽27日4時 停戦発効」
_CLOCK = re.compile(r"日?(?:(?:午前|午後)?\d{1,2}時(?:\d{1,2}分|半)?)?[ 　]")
_REMARK = re.compile(r"^[((][^))]*[))]")
_ACTION = "サ変"


@dataclass(frozen=True, slots=True)
class Time:
    """A time said in a text; one without a date keeps others away from its clause.

    `first` and `last` are its tokens. It dates the clauses whose verbs stand behind it up to the token `until`, and
    what the noun or verb at the token `of` says, if it stands beside one.
    """

    iso: str | None
    first: int
    last: int
    until: int
    of: int | None = None


def times(doc: Doc) -> Iterator[Time]:
    """The times of a Doc, in the order of the text, dateless ones among them."""
    dates = [(one.start, one.end, one.iso) for one in doc._.dates or ()]
    taken = {place for start, end, _ in dates for place in range(start, end)}
    dateless = [(m.start(), m.end(), None) for m in _DATELESS.finditer(doc.text) if m.start() not in taken]
    main: Time | None = None
    for start, end, iso in sorted([*dates, *dateless], key=lambda one: one[:2]):
        span = doc.char_span(start, end, alignment_mode="expand")
        if span is None:
            continue
        word = date_word(doc, start, end)
        time = _time(iso, span.start, word)
        if main and main.until >= span.start and not _is_set_off(span.start, word):
            time = replace(time, until=min(time.until, _closing(word)))
        elif _set_off_by_comma(doc[word.i + 1 : word.sent.end].text):
            main = time
        yield time


def _closing(word: Token) -> int:
    """The verb that ends the clause of a date said within another's: 「21日、18日に撃ち、|落とした|ことを…」."""
    clause = (token for token in word.doc[word.i + 1 : word.sent.end] if token.pos_ == "VERB")
    return next((verb.i for verb in clause if link(verb) is not Link.OPEN or describes(verb)), word.sent.end)


def _time(iso: str | None, first: int, word: Token) -> Time:
    opening = _opening(word.doc[first])
    if opening is not None:
        return _aside(iso, first, word, opening)
    deed = None if _is_set_off(first, word) else _deed(word, _outside(word))
    if deed is not None:
        return Time(iso, first, word.i, deed.i, deed.i)
    if not is_attribute(word) or _is_set_off(first, word):
        return Time(iso, first, word.i, _reach(first, word), _described(word))
    noun = _happening(word.head)
    return Time(iso, first, word.i, _reach_of_noun(noun), noun.i)


def _opening(token: Token) -> int | None:
    """The bracket that opens the remark a token stands in, in its sentence."""
    depth = 0
    for other in reversed(token.doc[token.sent.start : token.i]):
        depth += (other.text in ROUND_OPENING) - (other.text in ROUND_CLOSING)
        if depth > 0:
            return other.i
    return None


def _aside(iso: str | None, first: int, word: Token, opening: int) -> Time:
    """「首脳会談(8月15日)」「…を攻撃した(6月22日)」: a remark dates the word before it, and what is said inside."""
    doc = word.doc
    closing = next((t.i for t in doc[word.i : word.sent.end] if t.text in ROUND_CLOSING), word.sent.end - 1)
    if opening == word.sent.start or opening + 1 < first:
        return Time(iso, first, word.i, closing)
    before = doc[opening - 1]
    before = before.head if before.dep_ in ("aux", "fixed") and before.head.i < before.i else before
    passed_on = doc[closing + 1 : closing + 4].text.startswith(_OCCASIONS) and before.head.i > closing
    return Time(iso, first, word.i, _reach(first, before) if passed_on else closing, before.i)


def _happening(noun: Token) -> Token:
    """The noun of action that a date is meant for: 「2月の|ロシアの|侵攻」, where GiNZA joins it to ロシア."""
    while _ACTION not in noun.tag_ and noun.dep_ in ("nmod", "compound") and noun.head.i > noun.i:
        noun = noun.head
    return noun


def _reach_of_noun(noun: Token) -> int:
    """A dated noun ends its date's reach, unless it says when its clause happens: 「15日の会談|で」."""
    while not _is_occasion(noun) and noun.head.i > noun.i and _leads_on(noun):
        noun = noun.head
    return _reach(noun.i, noun) if _is_occasion(noun) else noun.i


def _leads_on(noun: Token) -> bool:
    """Whether a noun only begins the phrase that its head ends: 首脳|会談, 会談の|冒頭."""
    return noun.dep_ == "compound" or noun.doc[noun.i + 1].text == "の"


def _described(word: Token) -> int | None:
    """The clause before a date, or the noun behind a dated one: 「侵攻が|始まった2022年2月」「15日に行われた|会談」."""
    clauses = [child for child in word.lefts if child.dep_ in ("acl", "csubj")]
    if clauses:
        return clauses[-1].i
    noun = described(word.head) if word.head.i > word.i else None
    if noun is None:
        return None
    return _happening(noun).i if word.head.lemma_ in _HAPPENING_VERBS else noun.i


def _reach(first: int, word: Token) -> int:
    """The last token whose clause a date or occasion joined to a verb still dates."""
    end, head = word.sent.end - 1, _outside(word)
    if head.i <= word.i or _is_set_off(first, word):
        return end
    verb = last_joined(head)
    how = link(verb)
    if how is Link.OPEN:
        return end
    noun = described(verb)
    if noun is not None and _is_occasion(noun) and (noun.text.endswith(_HAPPENINGS) or _ACTION in noun.tag_):
        return _reach(noun.i, noun)
    return verb.i


def _deed(word: Token, head: Token) -> Token | None:
    """The noun of a deed by which a date describes: 「20日から|訪問|中の首相」「20日に|就任|したばかりの首相」."""
    deeds = (token for token in word.doc[word.i + 1 : head.i + 1] if _ACTION in token.tag_)
    return next((deed for deed in deeds if deed.doc[deed.i + 1 : deed.i + 5].text.startswith(_DESCRIBING)), None)


def _outside(word: Token) -> Token:
    """The word that a date is joined to; where GiNZA joins it to one in a quotation behind it, that which quotes."""
    head = word.head
    while head.head.i > head.i and _depth(word.doc[word.i : head.i]) > 0:
        head = head.head
    return head


def _depth(span: Span) -> int:
    return sum((token.text in ("「", "『")) - (token.text in ("」", "』")) for token in span)


def _is_occasion(noun: Token) -> bool:
    """Whether a noun says when the clause that it stands in happens: 「会談|で…」「サミット(首脳会議)|の場で…」."""
    behind = _REMARK.sub("", noun.doc[noun.i + 1 : noun.sent.end].text)
    return behind.startswith(_OCCASIONS) and noun.head.i > noun.i


def _is_set_off(first: int, word: Token) -> bool:
    """Whether a date speaks of the whole sentence: 「15日、…」「Aは15日、…」「15日には…」「2025年1月: …」「▽3日 …」."""
    doc, start = word.doc, word.sent.start
    rest = doc[word.i + 1 : word.sent.end].text
    before = doc[first - 1].text if first > start else ""
    leads = all(token.is_punct or token.pos_ == "SYM" for token in doc[start:first])
    if leads and (_CLOCK.match(doc.text, word.idx + len(word)) or rest.startswith((*_LABEL_ENDS, *_TOPICAL))):
        return True
    return _set_off_by_comma(rest) and (leads or before in ("は", "が", "も", "、"))


def _set_off_by_comma(rest: str) -> bool:
    return rest.startswith(("、", *(f"{particle}、" for particle in _ADVERBIAL)))
