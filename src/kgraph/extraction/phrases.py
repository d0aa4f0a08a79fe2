"""The words around a noun: the compound it is in, and the particle behind that."""

from collections.abc import Container, Iterator, Mapping

from spacy.tokens import Doc, Token

# A remark in brackets behind a name is passed over up to this many tokens.
LONGEST_REMARK = 14
LONGEST_PARTICLE = 8
ROUND_OPENING, ROUND_CLOSING = ("(", "（"), (")", "）")


def particle(noun: Token, particles: Mapping[str, str], passed_over: frozenset[str]) -> str:
    """The role of the particle behind a noun, compound particles as one; "" where there is none."""
    text = ""
    for token in noun.doc[behind(noun) : noun.sent.end]:
        if not text and token.text in passed_over:
            continue
        if not (token.tag_.startswith("助詞") or token.dep_ == "fixed"):
            break
        text += token.text
    return next((role for written, role in particles.items() if text.startswith(written)), "")


def behind(noun: Token) -> int:
    """The token behind a noun, its suffixes, closing brackets and a remark in brackets: 機構|(NATO)|に."""
    start = _last(noun).i + 1
    index, depth = start, 0
    for token in noun.doc[start : start + LONGEST_REMARK]:
        depth += token.text in ROUND_OPENING
        if not depth and not token.tag_.startswith(("接尾辞", "補助記号-括弧閉")):
            break
        depth -= token.text in ROUND_CLOSING and depth > 0
        index = token.i + 1
    return start if depth else index


def brackets(doc: Doc, opening: Container[str], closing: Container[str]) -> Iterator[tuple[int, int]]:
    """The tokens of each pair of brackets, the inner ones first."""
    opened: list[int] = []
    for token in doc:
        if token.text in opening:
            opened.append(token.i)
        elif token.text in closing and opened:
            yield opened.pop(), token.i


def is_set_off(noun: Token, particles: Mapping[str, str]) -> bool:
    """Whether a comma stands behind a noun and its particle."""
    index, written = behind(noun), _written(noun, particles)
    return noun.doc.text[noun.doc[index].idx + len(written) :].startswith("、") if index < len(noun.doc) else False


def is_topic(noun: Token, particles: Mapping[str, str]) -> bool:
    """Whether は ends what stands behind a noun: 彼は, 彼とは, 彼には."""
    return _written(noun, particles).endswith("は")


def word_behind(noun: Token) -> str:
    """The word behind a noun and what belongs to it; "" where the text ends there."""
    index = behind(noun)
    return noun.doc[index].text if index < len(noun.doc) else ""


def chunk(noun: Token) -> str:
    """The text of the compound that a noun is in, up to its end: 追加制裁 for 制裁."""
    start = noun.i
    while start > noun.sent.start and _leads_on(noun.doc[start - 1], start):
        start -= 1
    return noun.doc[start : _last(noun).i + 1].text.replace(" ", "")


def up_to_end(noun: Token) -> str:
    """The text of the sentence up to the end of the compound that a noun is in."""
    return noun.doc[noun.sent.start : _last(noun).i + 1].text.replace(" ", "")


def _written(noun: Token, particles: Mapping[str, str]) -> str:
    """The longest particle behind a noun, as it is written."""
    following = noun.doc[behind(noun) :].text[:LONGEST_PARTICLE]
    return max((written for written in particles if following.startswith(written)), key=len, default="")


def _leads_on(token: Token, start: int) -> bool:
    return bool(token.dep_ == "compound" and token.head.i >= start)


def _last(noun: Token) -> Token:
    """The last word of the compound. GiNZA hangs some on their first: 戦略的|パートナーシップ|条約|を."""
    last = noun
    for token in noun.doc[noun.i + 1 : noun.sent.end]:
        if token.dep_ != "compound" or token.head.i != noun.i:
            break
        last = token
    return last
