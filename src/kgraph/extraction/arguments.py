"""Who is source and who is target of a predicate, by its frame, its voice and what stands around it."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from spacy.tokens import Token

from kgraph.extraction.document import Name
from kgraph.extraction.predicates import Found
from kgraph.extraction.syntax import Filler, Syntax
from kgraph.ontology import EntityType, Quad

DATIVE = ("に対し", "への", "へ", "に")
AGENT = ("による", "に", "から", "からの")
# The particles that mark the target of each frame in the active voice, the surest first.
TARGETS: dict[str, tuple[str, ...]] = {
    "transitive": ("を", "に対し", "への"),
    "dative": DATIVE,
    "either": ("を", *DATIVE),
    "mutual": ("と", "との"),
    "comitative": ("と", "との"),
    "ablative": ("から", "からの"),
    "topic_about": ("をめぐり",),
}


NOBODY = Filler()


@dataclass(frozen=True, slots=True)
class Arguments:
    """The actors in the two roles of a predicate; `parties` are those of a mutual one."""

    source: Filler = NOBODY
    target: Filler = NOBODY
    parties: Filler = NOBODY

    def pairs(self) -> Iterator[tuple[Name, Name]]:
        """Every source with every target, and every two parties; never an actor with itself."""
        for source in self.source.names:
            for target in self.target.names:
                if source.key != target.key:
                    yield source, target
        for n, first in enumerate(self.parties.names):
            for second in self.parties.names[n + 1 :]:
                if first.key != second.key:
                    yield first, second

    @property
    def certainty(self) -> float:
        """How sure it is that the actors fill their roles, 0..1."""
        return min(self.source.certainty, self.target.certainty, self.parties.certainty)


def arguments(syntax: Syntax, found: Found) -> Arguments:
    """The arguments of one predicate, as far as the text gives them."""
    if found.is_nominal:
        return _of_noun(syntax, found)
    return _of_verb(syntax, found)


def _of_verb(syntax: Syntax, found: Found) -> Arguments:
    verb, frame = found.token, found.predicate.frame
    if frame == "passive_source":
        return Arguments(_undergone(syntax, found), syntax.subject(verb))
    if found.is_passive and frame != "mutual":
        return _of_passive(syntax, verb)
    subject = syntax.subject(verb)
    if found.is_causative:
        subject = syntax.filler(verb, "を") or subject
    if frame == "mutual":
        return _of_mutual(syntax, found, subject)
    target = _in_word(syntax, verb) or syntax.filler(verb, *_target_particles(found)) or _gap(syntax, verb, subject)
    target = target or _of_object(syntax, found) or _possessor(syntax, found)
    return Arguments(subject, target or _of_complement(syntax, found, subject))


def _of_passive(syntax: Syntax, verb: Token) -> Arguments:
    """「AはBに攻撃された」: B attacks A; in a relative clause, 「Bに攻撃されたA」, the noun behind is A."""
    source = syntax.filler(verb, *AGENT)
    target = syntax.own_subject(verb)
    if not target and syntax.is_relative(verb):
        target = syntax.antecedent(verb)
    return Arguments(source, target or syntax.subject(verb))


def _of_mutual(syntax: Syntax, found: Found, subject: Filler) -> Arguments:
    verb = found.token
    partner = syntax.filler(verb, "と", "との") or _between(syntax, verb) or _of_object(syntax, found)
    if not partner and len(subject.names) < 2:
        partner = syntax.stray(verb, "と")
    if not partner and len(subject.names) < 2:
        partner = _shared_partner(syntax, verb)
    direct = syntax.filler(verb, "を", "に") if not partner and len(subject.names) < 2 else NOBODY
    partner = partner or direct
    return Arguments(subject, partner) if subject and partner else Arguments(parties=_join(subject, partner))


def _shared_partner(syntax: Syntax, verb: Token) -> Filler:
    """「AはBと会い、…で合意した」: the partner of an earlier clause of the sentence is that of this one."""
    earlier = (other for other in syntax.joined(verb) if other.i < verb.i)
    partners = (syntax.filler(other, "と") for other in sorted(earlier, key=lambda t: -t.i))
    found = next((partner for partner in partners if partner), NOBODY)
    return replace(found, certainty=0.8)


def _of_noun(syntax: Syntax, found: Found) -> Arguments:
    noun = _chunk_head(found.token)
    inner = _inside(syntax, found, noun)
    if found.light is None or found.light.voice in ("subject", "other"):
        outer = _between(syntax, found.carrier) if found.light and found.predicate.frame == "mutual" else NOBODY
        goal = syntax.filler(found.carrier, *DATIVE[:3]) if found.light and found.light.voice == "subject" else NOBODY
        return _merge(inner, NOBODY, goal, outer, found)
    if found.light.voice == "passive" and not found.is_passive:
        return _merge(inner, syntax.filler(found.carrier, *AGENT), syntax.subject(found.carrier), NOBODY, found)
    if found.is_passive:
        agent = syntax.filler(found.carrier, "による")
        return _merge(inner, agent, syntax.filler(found.carrier, *DATIVE), _between(syntax, found.carrier), found)
    subject = syntax.subject(found.carrier)
    partner = syntax.filler(found.carrier, "と", "との") or _between(syntax, found.carrier)
    return _merge(inner, subject, syntax.filler(found.carrier, *DATIVE), partner, found)


def _merge(inner: Arguments, source: Filler, target: Filler, partner: Filler, found: Found) -> Arguments:
    """What stands in the noun phrase goes before what the carrier gives."""
    if found.predicate.frame == "mutual":
        return _merge_mutual(inner, source, _join(partner, target))
    if found.predicate.frame == "comitative":
        target = partner or target
    return Arguments(inner.source or source, inner.target or target)


def _merge_mutual(inner: Arguments, subject: Filler, partner: Filler) -> Arguments:
    """「A・B会談」 names both parties; 「Aは, Bとの会談を」 and 「AはBと, 会談を」 one on each side."""
    if len(inner.parties.names) > 1:
        return Arguments(parties=inner.parties)
    others = _join(inner.parties, inner.target, partner)
    return Arguments(subject, others) if subject and others else Arguments(parties=_join(subject, others))


def _inside(syntax: Syntax, found: Found, noun: Token) -> Arguments:
    """The arguments inside the noun phrase: 米露会談, ロシアによる攻撃, 対中制裁, 中国の台湾侵攻."""
    predicate = found.predicate
    before = _compounded(syntax, found.token)
    with_tai = tuple(name for name in before if _is_object_of_prefix(syntax, name))
    plain = tuple(name for name in before if name not in with_tai)
    if predicate.frame == "mutual":
        parties = _join(Filler(before), syntax.filler(noun, "の"))
        return Arguments(target=syntax.filler(noun, "との", "と"), parties=parties)
    source = syntax.filler(noun, "による", "からの")
    target = Filler(with_tai) or syntax.filler(noun, "への", "に対し", "との") or _of_attribute(syntax, noun)
    genitive = syntax.filler(noun, "の")
    short = all(len(name.text) == 1 for name in plain)
    if plain and not target and not (short and not source):
        target = Filler(plain, 0.9)
    elif plain and not source:
        source = Filler(plain, 0.9)
    if genitive and predicate.genitive == "target" and not target:
        target = genitive
    elif genitive and not source:
        source = genitive
    return Arguments(source, target)


def _of_attribute(syntax: Syntax, noun: Token) -> Filler:
    """「ロシアに対する第18弾の制裁」: the target stands with an attribute of the noun."""
    attributes = [child for child in noun.lefts if child.dep_ == "nmod" and not syntax.who(child)]
    fillers = (syntax.filler(attribute, "への", "に対し") for attribute in attributes)
    return next((filler for filler in fillers if filler), NOBODY)


def _compounded(syntax: Syntax, token: Token) -> tuple[Name, ...]:
    """The actors named in the compound before a noun of action."""
    start = token.i
    while start > token.sent.start and _joins(token.doc[start - 1], token):
        start -= 1
    names = [name for other in token.doc[start : token.i] for name in syntax.who(other)]
    inside = [n for n in syntax.who(token) if n.end - n.start == 1]
    return tuple({name.key: name for name in [*names, *inside]}.values())


def _joins(before: Token, token: Token) -> bool:
    """Whether a token belongs to the compound that ends with `token`."""
    return before.dep_ == "compound" and before.i < before.head.i <= token.i + 3


def _is_object_of_prefix(syntax: Syntax, name: Name) -> bool:
    """対中制裁, 対イラン制裁, 訪米: the prefix tells that the country is the target."""
    return syntax.doc.text[name.start - 1 : name.start] in ("対", "反", "訪", "抗")


def _chunk_head(token: Token) -> Token:
    while token.dep_ == "compound" and token.head.i > token.i:
        token = token.head
    return token


def _undergone(syntax: Syntax, found: Found) -> Filler:
    """Who does what the subject undergoes: 「Bから批判を浴びる」, 「Bの支持を得る」."""
    agent = syntax.filler(found.token, "による", "から", "に")
    if agent:
        return agent
    objects = [noun for particle, noun in syntax.arguments(found.token) if particle == found.predicate.object_case]
    names = [name for noun in objects for name in syntax.filler(noun, "の", "からの", "による").names]
    return Filler(tuple(names), 0.9)


def _in_word(syntax: Syntax, verb: Token) -> Filler:
    """「訪英する」: the country is part of the verb."""
    return Filler(tuple(n for n in syntax.who(verb) if n.end - n.start == 1 and n.start > verb.idx))


def _gap(syntax: Syntax, verb: Token, subject: Filler) -> Filler:
    """「米国が拘束したマドゥロ氏」: the noun behind a relative clause that has its subject is the target."""
    if not syntax.is_relative(verb) or not syntax.has_subject(verb):
        return NOBODY
    described = syntax.antecedent(verb)
    return replace(described, names=tuple(n for n in described.names if n not in subject.names))


def _possessor(syntax: Syntax, found: Found) -> Filler:
    """「中国の主張を退けた」「イランの施設を攻撃した」: what is an actor's stands for the actor."""
    if found.predicate.objects:
        return NOBODY
    wanted = _target_particles(found)
    nouns = [noun for particle, noun in syntax.arguments(found.token) if particle in wanted and noun.i < found.token.i]
    names = [name for noun in nouns for name in syntax.filler(noun, "の", "による").names]
    if not names:
        clauses = [c for noun in nouns for c in noun.lefts if c.dep_ == "acl"]
        names = [name for clause in clauses for name in syntax.own_subject(clause).names]
    return Filler(tuple(names[:2]), 0.7) if names else NOBODY


def _of_complement(syntax: Syntax, found: Found, subject: Filler) -> Filler:
    """「Bが合意を破ったと非難した」「Bに応じるよう求めた」: the target is whom the complement is about."""
    if found.predicate.type.spec.quad is not Quad.VERBAL_CONFLICT:
        return NOBODY
    own = {name.key for name in subject.names}
    for clause in syntax.complements(found.token):
        for filler in (syntax.own_subject(clause), syntax.filler(clause, "に対し", "に", "を")):
            names = tuple(n for n in filler.names if n.key not in own and n.type is not EntityType.PLACE)
            if names:
                return Filler(names, 0.7)
    return NOBODY


def _of_object(syntax: Syntax, found: Found) -> Filler:
    """「中国と国交を結ぶ」「Xの要求を受け入れる」: GiNZA joins the partner to the noun that makes the idiom."""
    for particle, noun in syntax.arguments(found.token) if found.predicate.objects else ():
        if particle in (found.predicate.object_case, "は", "も") and noun.i < found.token.i:
            filler = syntax.filler(noun, "と", "との", "への", "に対し", "の")
            if filler:
                return replace(filler, certainty=0.8)
    return NOBODY


def _between(syntax: Syntax, verb: Token) -> Filler:
    """「AとBの間で」, 「Bとの間で」."""
    for particle, noun in syntax.arguments(verb):
        if particle in ("で", "に", "の") and noun.text in syntax.words.between:
            return syntax.filler(noun, "の", "との", "")
    return NOBODY


def _target_particles(found: Found) -> tuple[str, ...]:
    wanted = TARGETS[found.predicate.frame]
    # The object that tells the reading of the word is no actor: 「部隊を送る」.
    wanted = tuple(p for p in wanted if p != found.predicate.object_case) if found.predicate.objects else wanted
    return (*wanted, *(("に対し", "へ", "に", "で") if found.predicate.place_target else ()))


def _join(*fillers: Filler) -> Filler:
    names = {name.key: name for filler in fillers for name in filler.names}
    certain = min((filler.certainty for filler in fillers if filler), default=1.0)
    return Filler(tuple(names.values()), certain)


def only_actors(found: Found, args: Arguments, countries: Mapping[str, str]) -> Arguments:
    """The arguments with actors alone; a place as target stands for its country, if that is known.

    `countries` gives the countries of places. Where force is used, a place itself can be the target.
    """
    by_force = found.predicate.type.spec.quad is Quad.MATERIAL_CONFLICT
    return replace(
        args,
        source=_actors(args.source, {}),
        target=args.target if by_force else _actors(args.target, countries),
        parties=_actors(args.parties, {}),
    )


def _actors(filler: Filler, countries: Mapping[str, str]) -> Filler:
    actors = (_actor(name, countries) for name in filler.names)
    return replace(filler, names=tuple(name for name in actors if name is not None))


def _actor(name: Name, countries: Mapping[str, str]) -> Name | None:
    if name.type is not EntityType.PLACE:
        return name
    country = countries.get(name.key)
    return replace(name, key=country, type=EntityType.COUNTRY) if country else None
