"""Clauses in time: how one is linked to the rest of its sentence, and whether it speaks of past or future."""

from enum import Enum

from spacy.tokens import Doc, Token

from kgraph.extraction.calendar import Outlook
from kgraph.lexicon import table

_WORDS: dict[str, list[str]] = table("dates")["words"]
_TAILS = frozenset(_WORDS["tails"])
_SAME_MOMENT = frozenset(_WORDS["same_moment"])
_AHEAD = tuple(_WORDS["ahead"])
_CLAUSES = frozenset(table("syntax")["words"]["complement_nouns"])
_CONDITIONS = frozenset((*table("syntax")["words"]["conditions"], "ので", "以来"))
_LINKED = ("advcl", "conj", "parataxis", "dep", "acl", "ccomp")
_STATES = frozenset(("いる", "おる", "ある"))
_FINITE = ("終止形", "連体形", "意志推量形")
_PURPOSES = ("ため", "為")
# How far behind a noun the words may stand that tell that what it names lies ahead.
_NEAR = 12


class Link(Enum):
    """How a clause hangs on what follows it."""

    OPEN = "open"  # it goes on, or ends the sentence
    RELATIVE = "relative"  # it describes a noun
    CONTENT = "content"  # it is said, planned or wanted; or it is a reason or a condition


def date_word(doc: Doc, start: int, end: int) -> Token:
    """The last word of the date said by these characters, with what belongs to it: 15日|未明."""
    span = doc.char_span(start, end, alignment_mode="expand")
    assert span is not None
    word = span.root
    while word.head.i > word.i and word.head.text in _TAILS and not _names_more(word):
        word = word.head
    return word


def _names_more(word: Token) -> bool:
    """「2001年の|政権発足|以来」: whether a date only describes what its head says more of; not so 「元日の|夜」."""
    return word.doc[word.i + 1].text == "の" and word.head.i > word.i + 2


def is_attribute(word: Token) -> bool:
    """Whether a date belongs to the noun behind it: 「10月の|会談」「2024年|大統領選」."""
    behind = word.doc[word.i + 1 : word.i + 3].text
    if behind.startswith(("の", "付")):
        return not behind.startswith(("のは", "のに"))
    return word.dep_ == "compound" and word.head.i > word.i


def outlook(doc: Doc, start: int, end: int) -> Outlook:
    """Whether what is dated by these characters lies ahead, as far as the clause says so."""
    word = date_word(doc, start, end)
    if not is_attribute(word):
        return tense(word.head) if word.head.i > word.i else Outlook.OPEN
    noun = word.head
    behind = doc[noun.i + 1 : min(noun.i + 1 + _NEAR, noun.sent.end)].text.partition("。")[0]
    if any(sign in behind for sign in _AHEAD):
        return Outlook.AHEAD
    return tense(noun.head) if behind.startswith(("で", "には", "に")) and noun.head.i > noun.i else Outlook.OPEN


def tense(verb: Token) -> Outlook:
    """Whether the clause of a verb speaks of the past or of what is to come; a linked clause as what it goes on in."""
    word = _with_tense(verb)
    return Outlook.AHEAD if word.lemma_ in _AHEAD else _own_tense(word) or Outlook.OPEN


def is_past(verb: Token) -> bool:
    """Whether the clause of a verb is in the past tense."""
    return tense(verb) is Outlook.PAST


def has_happened(verb: Token) -> bool:
    """Whether the clause of a verb tells what happened then: 「攻撃した」, but not 「攻撃していた」「攻撃している」."""
    word = _with_tense(verb)
    phrase, following = _phrase(word), _following(word)
    if len(phrase) == 1 and "サ変" in word.tag_:
        # 「…を空爆」「…に署名。」
        return following is None or following.is_punct
    return any("助動詞-タ" in _inflection(token) for token in phrase) and not _goes_on(phrase)


def _with_tense(verb: Token) -> Token:
    """The verb that says the tense of a clause: 「訪れ、|会談した」「批判する一方、|呼びかけた」."""
    for _ in range(4):
        following = _following(verb)
        at_once = following is not None and following.text in _SAME_MOMENT
        if verb.head.i <= verb.i or verb.dep_ not in _LINKED or verb.lemma_ in _AHEAD:
            break
        if _own_tense(verb) is not None and not at_once:
            break
        above = verb.head
        verb = above.head if at_once and above.i == (following or above).i and above.head.i > above.i else above
    return verb


def _own_tense(verb: Token) -> Outlook | None:
    phrase = _phrase(verb)
    if any("助動詞-タ" in _inflection(token) for token in phrase):
        return Outlook.PAST
    if not _is_finite(phrase[-1]):
        following = verb.doc[phrase[-1].i + 1 : phrase[-1].i + 2].text
        return Outlook.AHEAD if following in ("へ", "か") and phrase[-1].i == verb.i else None
    return Outlook.PAST if _goes_on(phrase) else Outlook.AHEAD


def _goes_on(phrase: list[Token]) -> bool:
    return any(token.lemma_ in _STATES for token in phrase[1:])


def _is_finite(token: Token) -> bool:
    return any(form in _inflection(token) for form in _FINITE)


def _inflection(token: Token) -> str:
    return ";".join(token.morph.get("Inflection", []))


def _phrase(verb: Token) -> list[Token]:
    """A verb and the auxiliaries right behind it: 攻撃|さ|れ|て|い|た."""
    phrase = [verb]
    for token in verb.doc[verb.i + 1 : verb.sent.end]:
        bound = token.dep_ in ("aux", "fixed") or (token.dep_ == "mark" and token.text in ("て", "で"))
        if not bound or token.head.i < verb.i:
            break
        phrase.append(token)
    return phrase


def _following(verb: Token) -> Token | None:
    behind = verb.doc[_phrase(verb)[-1].i + 1 : verb.sent.end]
    return behind[0] if len(behind) else None


def link(verb: Token) -> Link:
    """How the clause of a verb, or of a noun used as one, hangs on what follows it."""
    # 「大統領|と会談した」, where GiNZA takes a name for a clause.
    if verb.head.i <= verb.i or "固有名詞" in verb.tag_:
        return Link.OPEN
    following = _following(verb) or verb
    if any(child.text in ("と", "よう", "か") and child.i > verb.i for child in verb.rights if child.dep_ != "punct"):
        return Link.CONTENT
    if any(child.text in _CONDITIONS for child in (*verb.rights, following)):
        return Link.CONTENT
    if verb.dep_ != "acl" and not (verb.dep_ in _LINKED and describes(verb)):
        return Link.OPEN
    noun = verb.head if verb.dep_ == "acl" else _last_of_compound(following)
    if noun.text in _SAME_MOMENT or (noun.text in _PURPOSES and not is_past(verb)):
        return Link.OPEN
    return Link.CONTENT if noun.text in _CLAUSES else Link.RELATIVE


def describes(verb: Token) -> bool:
    """Whether a verb stands right before a noun in a form that describes it: 「|落とした|こと」."""
    following = _following(verb)
    of_noun = following is not None and following.pos_ in ("NOUN", "PROPN", "PRON", "NUM")
    return of_noun and _is_finite(_phrase(verb)[-1])


def described(verb: Token) -> Token | None:
    """The noun that a relative clause describes, where a verb ends one."""
    if link(verb) is not Link.RELATIVE:
        return None
    if verb.dep_ == "acl":
        return verb.head
    return _last_of_compound(verb.doc[_phrase(verb)[-1].i + 1])


def _last_of_compound(noun: Token) -> Token:
    while noun.dep_ == "compound" and noun.head.i > noun.i:
        noun = noun.head
    return noun


def last_joined(verb: Token) -> Token:
    """The verb that ends the chain of clauses that a verb's clause goes on in: 「訪れ、会談し、|署名した」."""
    for _ in range(8):
        if verb.head.i <= verb.i or link(verb) is not Link.OPEN:
            break
        above = verb.head
        # 「会談した際、|…」 hangs on its main clause through a noun.
        verb = above.head if verb.dep_ == "acl" and above.head.i > above.i else above
    return verb
