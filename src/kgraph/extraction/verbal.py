"""The arguments of a verb, by its frame and voice."""

from dataclasses import replace

from spacy.tokens import Token

from kgraph.extraction.named import SUBJECT
from kgraph.extraction.predicates import Found, is_topical_object
from kgraph.extraction.roles import AGENT, DATIVE, NOBODY, Arguments, between, join, without
from kgraph.extraction.syntax import Filler, Syntax
from kgraph.ontology import EntityType, Quad

# The particles that mark the target of each frame in the active voice, the surest first.
TARGETS: dict[str, tuple[str, ...]] = {
    "transitive": ("を", "に対し", "への"),
    "dative": DATIVE,
    "either": ("を", *DATIVE),
    "mutual": ("と", "との"),
    "comitative": ("と", "との"),
    "ablative": ("から", "からの", "を"),
    "topic_about": ("をめぐり",),
    "reply": ("に対し",),
}


def of_verb(syntax: Syntax, found: Found) -> Arguments:
    """The arguments of a verb; a target that is not marked may stand in what the verb governs."""
    verb, frame = found.token, found.predicate.frame
    if frame == "passive_source" and found.is_causative:
        return Arguments(syntax.subject(verb), syntax.filler(verb, "を"))
    if frame == "passive_source":
        return Arguments(_undergone(syntax, found), syntax.subject(verb))
    if found.is_passive and frame != "mutual":
        return _of_passive(syntax, found)
    subject = _subject(syntax, found)
    if len(subject.names) > 1 and _is_reciprocal(syntax, verb):
        return Arguments(subject, subject)
    if found.is_benefactive:
        doer = syntax.filler(verb, "に", "から")
        return Arguments(doer, without(syntax.filler(verb, *_target_particles(found)), doer) or subject)
    if found.is_causative and (doer := _made_to(syntax, found)):
        if frame == "mutual":
            return Arguments(parties=join(doer, subject))
        target = without(syntax.filler(verb, *_target_particles(found)), doer) or _of_object(syntax, found)
        return Arguments(doer, target or (NOBODY if frame in ("transitive", "either") else subject))
    if frame == "mutual":
        return _of_mutual(syntax, found, subject)
    target = _in_word(syntax, verb) or syntax.filler(verb, *_target_particles(found)) or _gap(syntax, verb, subject)
    target = target or _of_object(syntax, found) or _possessor(syntax, found)
    return Arguments(subject, target or _of_complement(syntax, found, subject))


def _made_to(syntax: Syntax, found: Found) -> Filler:
    """Whom the subject makes do it: 「Aに町を攻撃させる」「Aを撤退させる」.

    In 「国境に部隊を集結させる」「大使を退去させる」 what the verb moves only goes.
    """
    verb, predicate = found.token, found.predicate
    if predicate.objects and predicate.frame != "mutual":
        only_goes = verb.text in syntax.words.motion and not any(p == "へ" for p, _ in syntax.arguments(verb))
        return NOBODY if predicate.place_target and only_goes else syntax.filler(verb, "に")
    return syntax.filler(verb, "に") if predicate.frame in ("transitive", "either") else syntax.filler(verb, "に", "を")


def _subject(syntax: Syntax, found: Found) -> Filler:
    """The subject; in 「Bの大使も追い払った」 the object that tells the reading of the word is none."""
    subject = syntax.subject(found.token)
    if found.predicate.object_case != "を" or not found.predicate.objects or not subject:
        return subject
    marked = syntax.arguments(found.token)
    objects = [noun for particle, noun in marked if is_topical_object(syntax, particle, noun, found.predicate)]
    taken = Filler(tuple(name for noun in objects for name in syntax.who(noun)))
    return without(subject, taken) or syntax.subject_above(found.token) if taken else subject


def _of_passive(syntax: Syntax, found: Found) -> Arguments:
    """「AはBに攻撃された」: B attacks A; in a relative clause, 「Bに攻撃されたA」, the noun behind is A."""
    verb = found.token
    # に marks whom it is done to where it does so in the active: 「国境に配備された」.
    agents = ("による", "から") if found.predicate.frame == "dative" else AGENT
    source = syntax.filler(verb, *agents) or _wielder(syntax, found)
    target = syntax.own_subject(verb)
    if not target and syntax.is_relative(verb):
        target = syntax.antecedent(verb)
    return Arguments(source, target or _owner_of_subject(syntax, verb) or syntax.subject(verb))


def _wielder(syntax: Syntax, found: Found) -> Filler:
    """「Bの空爆で殺害された」: whose means it was done by did it."""
    if found.predicate.type.spec.quad is not Quad.MATERIAL_CONFLICT:
        return NOBODY
    means = [noun for particle, noun in syntax.arguments(found.token) if particle in ("で", "による")]
    fillers = (syntax.filler(noun, "の") for noun in means if "サ変" in noun.tag_ or noun.text in syntax.words.means)
    return replace(next((filler for filler in fillers if filler), NOBODY), certainty=0.8)


def _owner_of_subject(syntax: Syntax, verb: Token) -> Filler:
    """「Aの漁村が襲われた」: what is done to what is A's is done to A."""
    subjects = [noun for particle, noun in syntax.arguments(verb) if particle in SUBJECT and noun.i < verb.i]
    for noun in reversed(subjects):
        clauses = (syntax.own_subject(clause) for clause in noun.lefts if clause.dep_ == "acl")
        if owner := syntax.filler(noun, "の") or next((filler for filler in clauses if filler), NOBODY):
            return replace(owner, certainty=0.7)
    return NOBODY


def _is_reciprocal(syntax: Syntax, verb: Token) -> bool:
    """「AとBは互いを非難した」「非難し合った」."""
    following = verb.doc[verb.i + 1 : verb.i + 4]
    if any(token.lemma_ in ("合う", "あう") and token.head.i == verb.i for token in following):
        return True
    return any(noun.text in syntax.words.each_other for _, noun in syntax.arguments(verb))


def _of_mutual(syntax: Syntax, found: Found, subject: Filler) -> Arguments:
    verb = found.token
    partner = syntax.filler(verb, "と", "との") or between(syntax, verb) or _of_object(syntax, found)
    partner = partner or syntax.stray(verb, "と")
    if not partner and len(subject.names) < 2:
        partner = _shared_partner(syntax, verb)
    if not partner and subject and syntax.is_relative(verb) and syntax.has_subject(verb):
        # 「Aが会ったB」
        partner = _gap(syntax, verb, subject)
    direct = syntax.filler(verb, "を", "に") if not partner and len(subject.names) < 2 else NOBODY
    partner = partner or direct
    return Arguments(subject, partner) if subject and partner else Arguments(parties=join(subject, partner))


def _shared_partner(syntax: Syntax, verb: Token) -> Filler:
    """「AはBと会い、…で合意した」: the partner of an earlier clause of the sentence is that of this one."""
    earlier = (other for other in syntax.joined(verb) if other.i < verb.i)
    partners = (syntax.filler(other, "と") for other in sorted(earlier, key=lambda t: -t.i))
    found = next((partner for partner in partners if partner), NOBODY)
    return replace(found, certainty=0.8)


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
    """「英国の提案を断った」「イランの工場を攻撃した」: what is an actor's stands for the actor."""
    if found.predicate.objects:
        return NOBODY
    wanted = _target_particles(found)
    nouns = [noun for particle, noun in syntax.arguments(found.token) if particle in wanted and noun.i < found.token.i]
    marks = ("の", "による", "への", "に対し", "との")
    names = [name for noun in nouns for name in syntax.filler(noun, *marks).names]
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
        owners = (syntax.filler(noun, "の") for particle, noun in syntax.arguments(clause) if particle in ("が", "は"))
        for filler in (syntax.own_subject(clause), *owners, syntax.filler(clause, "に対し", "に", "を")):
            names = tuple(n for n in filler.names if n.key not in own and n.type is not EntityType.PLACE)
            if names:
                return Filler(names, 0.7)
    return NOBODY


def _of_object(syntax: Syntax, found: Found) -> Filler:
    """「中国と国交を結ぶ」「Xの条件をのむ」: GiNZA joins the partner to the noun that makes the idiom."""
    frame = found.predicate.frame
    takes_object = frame == "comitative" or (found.predicate.objects and frame != "reply")
    for particle, noun in syntax.arguments(found.token) if takes_object else ():
        if particle in (found.predicate.object_case, "は", "も") and noun.i < found.token.i:
            # 「Bの|難民の|受け入れを拒否した」
            owners = (owner for mark, owner in syntax.arguments(noun) if mark == "の")
            deeper = (syntax.filler(owner, "の") for owner in owners)
            filler = syntax.filler(noun, "と", "との", "への", "に対し", "の")
            if filler := filler or next((found for found in deeper if found), NOBODY):
                return replace(filler, certainty=0.8)
    return NOBODY


def _target_particles(found: Found) -> tuple[str, ...]:
    wanted = TARGETS[found.predicate.frame]
    # The object that tells the reading of the word is no actor: 「部隊を送る」.
    wanted = tuple(p for p in wanted if p != found.predicate.object_case) if found.predicate.objects else wanted
    return (*wanted, *(("に対し", "へ", "に", "で") if found.predicate.place_target else ()))
