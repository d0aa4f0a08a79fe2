"""Who says so: the speaker of what stands in 「」と述べた, 〜と主張した, Xによると."""

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import takewhile

from spacy.tokens import Token

from kgraph.extraction.clauses import Link, head_of, links
from kgraph.extraction.document import Name
from kgraph.extraction.named import SUBJECT
from kgraph.extraction.phrases import word_behind
from kgraph.extraction.predicates import has_auxiliary, is_verbal
from kgraph.extraction.quotations import Quotation, quotations
from kgraph.extraction.syntax import CARRIED, Syntax
from kgraph.lexicon.relations import Grammar
from kgraph.ontology import EntityType
from kgraph.spelling import OPENING

_PASSIVE = frozenset(("れる", "られる"))
_QUOTING = re.compile("(?:と|とも|とは|などと|として)$")
# 「…」。Xはこう述べた, and Xはこう述べた。「…」.
_POINTING = frozenset(("こう", "このよう", "そう", "そのよう", "次"))


class Speakers:
    """Finds to whom a clause is attributed."""

    def __init__(self, grammar: Grammar) -> None:
        self._reporting = grammar.reporting
        self._before = [phrase.pattern for phrase in grammar.attributions if phrase.speaker == "before"]
        self._phrases = [phrase.pattern for phrase in grammar.attributions if phrase.speaker == "subject"]

    def of(self, syntax: Syntax, word: Token) -> str | None:
        """The key of the speaker of the clause that `word` is in, or None where the article says it itself."""
        names = next((names for names in self._speakers(syntax, word) if names), ())
        return names[0].key if names else None

    def _speakers(self, syntax: Syntax, word: Token) -> Iterator[tuple[Name, ...]]:
        """Whom each way to attribute names, the surest first."""
        for quotation in quotations(word):
            yield self._of_quotation(syntax, quotation, word)
        for link in takewhile(_stays_outside, links(word)):
            if self._reports(link):
                said = word.doc[link.word.left_edge.i : link.word.i + 1]
                yield _speaker(syntax, _verb(link.head), list(said))
        for noun in self._cited(word):
            yield _cited_by(syntax, noun)

    def _of_quotation(self, syntax: Syntax, quotation: Quotation, word: Token) -> tuple[Name, ...]:
        """The subject of the verb that と joins the quotation to, or of a sentence beside it that points to it."""
        said = word.doc[quotation.opening.i : quotation.closing.i + 1]
        if quotation.is_spoken:
            verb = quotation.verb(word)
            return _speaker(syntax, _verb(verb), list(said)) if verb is not None else ()
        if not quotation.is_whole:
            return ()
        for root in quotation.neighbours:
            if root.lemma_ in self._reporting and _points(root):
                return _speaker(syntax, root, list(said))
        return syntax.who(quotation.before) if quotation.opening.text == "「" else ()

    def _reports(self, link: Link) -> bool:
        """Whether a head reports the clause below it: 「…したと|述べた」「…したことを|認めた」."""
        verbs = (*link.expression, _verb(link.head))
        if _QUOTING.search(link.marker) and any(verb.lemma_ in self._reporting for verb in verbs):
            return True
        text, joint = link.word.text + link.text, len(link.word.text) + link.joint
        matches = (pattern.search(text) for pattern in self._phrases)
        return any(match and match.start() < joint < match.end() for match in matches)

    def _cited(self, word: Token) -> Iterator[Token]:
        """The nouns before phrases of attribution in the sentence: 「Xの発表|によると」."""
        text, sentence = word.doc.text, word.sent
        for pattern in self._before:
            match = pattern.search(text, sentence.start_char + 1, word.idx)
            noun = match and word.doc.char_span(match.start() - 1, match.start(), alignment_mode="expand")
            if noun:
                yield noun[-1]


def _points(verb: Token) -> bool:
    """Whether a verb leaves what is said to the sentence beside it: 「Xはこう述べた」「Xは演説で語った」."""
    if any(token.text in _POINTING for token in verb.subtree):
        return True
    return not any(child.dep_ in ("obj", "ccomp", "advcl", "acl") for child in verb.lefts)


def _stays_outside(link: Link) -> bool:
    """Whether a step does not lead into a quotation: what stands before one is not said in it."""
    return all(link.word in quotation for quotation in quotations(link.head))


def _verb(head: Token) -> Token:
    """The verb that a clause is joined to, which GiNZA may join to a noun before it: …した、と|X氏は|述べた."""
    while not is_verbal(head) and (above := head_of(head)) is not None:
        head = above
    return head


def _speaker(syntax: Syntax, verb: Token, said: Sequence[Token]) -> tuple[Name, ...]:
    """The subject of a verb of saying, which is not the subject inside what it says."""
    if has_auxiliary(verb, _PASSIVE):
        return syntax.filler(verb, "による", "によると").names
    start, end = said[0].i, said[-1].i
    marked = [(p, n) for p, n in syntax.arguments(verb) if n.i < verb.i and (p in SUBJECT or n.dep_ == "nsubj")]
    behind = [n for _, n in marked if n.i > end]
    topics = [n for p, n in marked if p == "は" and n.i < start]
    others = [n for p, n in marked if p != "は" and n.i < start and _is_set_apart(n, said)]
    if nouns := behind or topics or others or _joined(syntax, verb, said) or _topic(syntax, verb, said):
        return next((names for noun in nouns if (names := _named(syntax, noun))), ())
    if syntax.is_relative(verb):
        return syntax.antecedent(verb).names
    return _held(syntax, verb) if is_verbal(verb) else _named(syntax, verb)


def _joined(syntax: Syntax, verb: Token, said: Sequence[Token]) -> list[Token]:
    """「Xは会見し、…と|述べた」: the subject of a clause before what is said, which the verb is joined to."""
    others = (other for other in syntax.joined(verb) if other.i < said[0].i)
    found = ((p, n) for other in sorted(others, key=lambda t: -t.i) for p, n in syntax.arguments(other))
    return [noun for particle, noun in found if particle in ("は", "が") and noun.i < said[0].i][:1]


def _topic(syntax: Syntax, verb: Token, said: Sequence[Token]) -> list[Token]:
    """The topic of the verb's sentence, unless it is that of what is said."""
    start, end = said[0].i, said[-1].i
    for token in verb.doc[verb.sent.start : verb.i]:
        if syntax.particle(token) != "は" or token.tag_.startswith("助") or any(quotations(token)):
            continue
        if not start <= token.i <= end or _has_subject(verb.doc[token.i + 1 : end]):
            return [token]
    return []


def _held(syntax: Syntax, verb: Token) -> tuple[Name, ...]:
    """The topic of a sentence not far before, where the verb's own says no subject."""
    if any(token.dep_ in ("nsubj", "dislocated") and token.head.i == verb.i for token in verb.lefts):
        return ()
    before = [(index, names) for index, names in syntax.topics if index < verb.sent.start]
    index, names = before[-1] if before else (0, ())
    between = verb.doc[index : verb.sent.start].text
    return names if "\n" not in between and between.count("。") <= CARRIED else ()


def _is_set_apart(noun: Token, said: Sequence[Token]) -> bool:
    """「Xが、…」「Xが13日、Yが…」: a subject of the verb that is not the subject of what it says."""
    behind = noun.doc[noun.i + 1 : said[-1].i]
    return said[0].text in OPENING or _has_subject(behind) or _pauses(noun)


def _has_subject(tokens: Iterable[Token]) -> bool:
    return any(token.dep_ == "nsubj" for token in tokens)


def _pauses(noun: Token) -> bool:
    return any(child.text == "、" for child in noun.rights) and word_behind(noun) in SUBJECT


def _named(syntax: Syntax, noun: Token) -> tuple[Name, ...]:
    """Whom a subject names; an organization speaks through its bodies: 国連の調査委員会."""
    owners = (name for name in _cited_by(syntax, noun) if name.type is EntityType.ORGANIZATION)
    return syntax.who(noun) or tuple(owners)


def _cited_by(syntax: Syntax, noun: Token) -> tuple[Name, ...]:
    """Whose words a noun means: Xの発表, Xが出した声明, X自身."""
    own = tuple(name for name in syntax.who(noun) if name.type is not EntityType.PLACE)
    if own:
        return own
    for child in noun.lefts:
        names = _cited_by(syntax, child) if child.dep_ in ("nmod", "compound") else ()
        if child.dep_ == "acl":
            names = syntax.own_subject(child).names
        if names:
            return names
    return ()
