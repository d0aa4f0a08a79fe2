"""The arguments of a noun of action: in its noun phrase, and from the light verb that carries it."""

from collections.abc import Iterator
from dataclasses import replace

from spacy.tokens import Token

from kgraph.extraction.document import Name
from kgraph.extraction.predicates import PASSIVE, Found, has_auxiliary
from kgraph.extraction.roles import AGENT, DATIVE, NOBODY, Arguments, between, join, without
from kgraph.extraction.syntax import Filler, Syntax
from kgraph.ontology import Quad, RelationType


def of_noun(syntax: Syntax, found: Found) -> Arguments:
    """The arguments of a noun of action; what stands in its noun phrase goes before what carries it."""
    noun = _chunk_head(found.token)
    inner = _inside(syntax, found, noun)
    if found.relative is not None:
        return _of_clause(syntax, found, found.relative, inner)
    if found.light is None or found.light.voice in ("subject", "other"):
        outer = between(syntax, found.carrier) if found.light and found.predicate.frame == "mutual" else NOBODY
        goal = syntax.filler(found.carrier, *DATIVE[:3]) if found.light and found.light.voice == "subject" else NOBODY
        subject = NOBODY if found.light else _host(syntax, noun, found) or _subject_of_copula(syntax, noun, found)
        if found.predicate.type is RelationType.PROTEST:
            # 「首都でデモが起きた」: they act for the country.
            subject = subject or syntax.filler(found.carrier, "で")
        return _merge(inner, subject, goal, outer, found)
    if found.light.voice == "passive" or (found.is_passive and syntax.particle(noun) == "を"):
        # 「Bから批判を受ける」「Bに制裁を科される」: it is done to the subject, and B's in 「Bの後ろ盾を得る」, too.
        if not inner.source and inner.target == syntax.filler(noun, "の"):
            inner = Arguments(inner.target, parties=inner.parties)
        agent, subject = syntax.filler(found.carrier, *AGENT), syntax.subject(found.carrier)
        if found.predicate.frame == "mutual" and (inner.target or inner.parties):
            # 「AはBとの面会をCに拒まれた」
            return _merge(inner, subject, NOBODY, NOBODY, found)
        return _merge(inner, agent, subject, NOBODY, found)
    if found.is_passive:
        agent = syntax.filler(found.carrier, "による")
        return _merge(inner, agent, syntax.filler(found.carrier, *DATIVE), between(syntax, found.carrier), found)
    subject = syntax.subject(found.carrier)
    if not subject and found.predicate.type is RelationType.PROTEST:
        subject = syntax.filler(found.carrier, "で")
    # Of a demand, の says who makes it, whoever takes it up.
    done = found.light.effect == "none" and found.predicate.type is not RelationType.DEMAND
    if done and subject and not inner.target and not syntax.filler(noun, "による", "からの"):
        # 「Aは|Bの承認に踏み切った」: A does it, so it is B's in another way.
        inner = Arguments(target=without(inner.source, subject), parties=inner.parties)
    partner = syntax.filler(found.carrier, "と", "との", "とともに") or between(syntax, found.carrier)
    goals = (*DATIVE, "で") if found.predicate.place_target else DATIVE
    return _merge(inner, subject, syntax.filler(found.carrier, *goals), partner, found)


def _of_clause(syntax: Syntax, found: Found, verb: Token, inner: Arguments) -> Arguments:
    """「AがBに科した制裁」「Bに科された制裁」."""
    goal, partner = syntax.filler(verb, *DATIVE), syntax.filler(verb, "と") or between(syntax, verb)
    passive = has_auxiliary(verb, PASSIVE)
    agent = syntax.filler(verb, "による", "から") if passive else syntax.own_subject(verb) or syntax.subject_above(verb)
    return _merge(inner, agent, without(goal, agent), partner, found)


def _merge(inner: Arguments, source: Filler, target: Filler, partner: Filler, found: Found) -> Arguments:
    """What stands in the noun phrase goes before what the carrier gives."""
    if found.predicate.frame == "mutual":
        return _merge_mutual(inner, source, join(partner, target))
    if found.predicate.frame == "comitative":
        target = partner or target
    return Arguments(inner.source or source, inner.target or target)


def _merge_mutual(inner: Arguments, subject: Filler, partner: Filler) -> Arguments:
    """「A・B会談」 names both parties; 「Aは, Bとの会談を」 and 「AはBと, 会談を」 one on each side."""
    if len(inner.parties.names) > 1:
        return Arguments(parties=inner.parties)
    others = join(inner.parties, inner.target, partner)
    return Arguments(subject, others) if subject and others else Arguments(parties=join(subject, others))


def _inside(syntax: Syntax, found: Found, noun: Token) -> Arguments:
    """The arguments inside the noun phrase: 米露会談, ロシアによる攻撃, 対中制裁, 中国の台湾侵攻."""
    predicate = found.predicate
    before = _compounded(syntax, found.token)
    with_tai = tuple(name for name in before if _is_object_of_prefix(syntax, name))
    plain = tuple(name for name in before if name not in with_tai)
    if predicate.frame == "mutual":
        parties = join(Filler(before), syntax.filler(noun, "の"), *_of_object(syntax, found))
        return Arguments(target=syntax.filler(noun, "との", "と"), parties=parties)
    left = ("からの", "から") if predicate.frame == "ablative" else ()
    source = syntax.filler(noun, "による") if left else syntax.filler(noun, "による", "からの")
    target = Filler(with_tai) or syntax.filler(noun, "への", "に対し", "との", *left) or _of_attribute(syntax, noun)
    genitive = syntax.filler(noun, "の") or next((filler for filler in _of_object(syntax, found) if filler), NOBODY)
    short = all(len(name.text) == 1 for name in plain)
    if plain and not target and not (short and not source):
        target = Filler(plain, 0.9)
    elif plain and not source:
        source = Filler(plain, 0.9)
    if genitive and predicate.genitive == "target" and not target:
        target = genitive
    elif genitive and not source:
        source = genitive
    elif genitive and not target:
        target = replace(genitive, certainty=0.8)
    return Arguments(source, target)


def _of_object(syntax: Syntax, found: Found) -> Iterator[Filler]:
    """「AB関係の悪化」「AとBの国交の断絶」: those whose the object is that tells the reading of the noun."""
    for particle, noun in syntax.arguments(found.token) if found.predicate.objects else ():
        if particle == "の" and noun.i < found.token.i:
            yield join(Filler(_compounded(syntax, noun)), syntax.filler(noun, "の", "との"))


def _host(syntax: Syntax, noun: Token, found: Found) -> Filler:
    """Who holds a meeting in which something is done: 「AはBとの会談で停戦を求めた」."""
    meets = found.predicate.frame == "mutual" and syntax.particle(noun) == "で" and noun.head.i > noun.i
    partner = syntax.filler(noun, "との") if meets else NOBODY
    return replace(syntax.subject(noun.head), certainty=0.8) if partner else NOBODY


def _subject_of_copula(syntax: Syntax, noun: Token, found: Found) -> Filler:
    """Of whom a noun is said: 「AはBの同盟国だ」「Bの同盟国であるA」「B加盟国のA」."""
    standing = found.predicate.type.spec.quad is Quad.STANDING
    if standing and syntax.particle(noun) == "の" and noun.head.i == noun.i + 2:
        return Filler(syntax.who(noun.head), 0.9)
    if not any(child.dep_ == "cop" for child in noun.rights):
        return NOBODY
    return syntax.antecedent(noun) if syntax.is_relative(noun) else syntax.own_subject(noun)


def _of_attribute(syntax: Syntax, noun: Token) -> Filler:
    """「イランに対する二度目の制裁」: the target stands with an attribute of the noun."""
    attributes = [child for child in noun.lefts if child.dep_ == "nmod" and not syntax.who(child)]
    fillers = (syntax.filler(attribute, "への", "に対し") for attribute in attributes)
    return next((filler for filler in fillers if filler), NOBODY)


def _compounded(syntax: Syntax, token: Token) -> tuple[Name, ...]:
    """The actors named in the compound before a noun of action."""
    start = token.i
    while start > token.sent.start and _joins(token.doc[start - 1], token):
        start -= 1
    if not any(syntax.who(other) for other in token.doc[start : token.i]):
        # 「日比|円滑化|協定」: GiNZA reads a clause into the compound.
        while start > token.sent.start and _is_of_compound(token.doc[start - 1]):
            start -= 1
    names = [name for other in token.doc[start : token.i] for name in syntax.who(other)]
    inside = [n for n in syntax.who(token) if n.end - n.start == 1]
    return tuple({name.key: name for name in [*names, *inside]}.values())


def _joins(before: Token, token: Token) -> bool:
    """Whether a token belongs to the compound that ends with `token`."""
    return before.dep_ == "compound" and before.i < before.head.i <= token.i + 3


def _is_of_compound(before: Token) -> bool:
    return (
        before.tag_.startswith(("名詞", "接頭辞", "接尾辞"))
        and not before.whitespace_
        and "副詞可能" not in before.tag_
    )


def _is_object_of_prefix(syntax: Syntax, name: Name) -> bool:
    """対中制裁, 対イラン制裁, 訪米: the prefix tells that the country is the target."""
    return syntax.doc.text[name.start - 1 : name.start] in syntax.words.object_prefixes


def _chunk_head(token: Token) -> Token:
    while token.dep_ == "compound" and token.head.i > token.i:
        token = token.head
    # Where the compound hangs on its first word, so does what belongs to it: Bと|戦略的|パートナーシップを結ぶ.
    return token.head if token.dep_ == "compound" else token
