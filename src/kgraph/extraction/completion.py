"""Roles that GiNZA's tree leaves open, filled from the order of the words: less sure than what the tree says."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace

from kgraph.extraction import headlines
from kgraph.extraction.document import Actor, Name
from kgraph.extraction.predicates import Found
from kgraph.extraction.roles import IN_WORDS, Arguments
from kgraph.extraction.syntax import Filler, Syntax
from kgraph.extraction.wordorder import Clauses, Phrase

CERTAINTY = 0.65
# The particles of the phrases in which the target of each frame may stand, the likeliest first.
_TARGETS: Mapping[str, tuple[str, ...]] = {
    "transitive": ("を", "に対し", "に", "へ", "をめぐり"),
    "either": ("を", "に対し", "に", "へ", "をめぐり"),
    "dative": ("に対し", "に", "へ", "を"),
    "ablative": ("から", "を", "に"),
    "comitative": ("と", "とともに", "を", "に"),
    "mutual": ("と", "とともに", "に", "を"),
    "reply": ("に対し",),
    "topic_about": ("をめぐり", "を", "に"),
    "passive_source": ("は", "が", "も"),
}
_SUBJECT = ("は", "が", "も")
_AGENT = ("に", "から", "による")
_TOWARDS = ("への", "に対し", "との")


class Completion:
    """Fills the roles that are still open in the arguments of predicates of one Doc."""

    def __init__(self, syntax: Syntax, clauses: Clauses) -> None:
        self._syntax = syntax
        self._clauses = clauses
        self._actors: Mapping[str, Actor] = syntax.doc._.actors

    def __call__(self, found: Found, args: Arguments) -> Arguments:
        """The arguments, completed; those that are whole stay as they are."""
        if any(args.pairs()) or (found.light is not None and found.light.effect == "negated"):
            # 「要求を拒む」: who made it is not the one who undoes it.
            return args
        if found.is_nominal:
            args = self._of_phrase(found, args)
            if any(args.pairs()):
                return args
        if found.is_nominal and found.light is None:
            if not headlines.ends_line(found.carrier):
                return args
            args = self._of_headline(found, args)
            if any(args.pairs()):
                return args
        phrases = self._clauses.before(found.carrier)
        if found.predicate.frame == "mutual":
            return self._with_partner(found, args, phrases)
        if found.is_undergone:
            return self._undergone(args, phrases)
        return self._active(found, args, phrases)

    def _active(self, found: Found, args: Arguments, phrases: Iterable[Phrase]) -> Arguments:
        if not args.source:
            return args
        wanted = _TARGETS[found.predicate.frame]
        target = self._first(phrases, wanted, args.source, lambda phrase: _may_hold(found, phrase))
        return replace(args, target=target)

    def _of_headline(self, found: Found, args: Arguments) -> Arguments:
        """「カナダ、米国産鉄鋼に報復関税」: a headline's last noun is a verb in all but form."""
        subject = self._syntax.subject(found.carrier)
        if found.predicate.frame == "mutual":
            other = args.target or args.parties
            return Arguments(subject, other) if other else Arguments(parties=subject)
        return Arguments(subject, args.target or args.source) if subject else args

    def _undergone(self, args: Arguments, phrases: Iterable[Phrase]) -> Arguments:
        """「Aの案はBに拒まれた」「AはBから融資を受けた」."""
        phrases = list(phrases)
        source = args.source or self._first(phrases, _AGENT, args.target)
        return Arguments(source, args.target or self._first(phrases, _SUBJECT, source))

    def _with_partner(self, found: Found, args: Arguments, phrases: Iterable[Phrase]) -> Arguments:
        known = args.source or args.parties or args.target
        if not known:
            return args
        partner = self._first(phrases, _TARGETS["mutual"], known, lambda phrase: phrase.head.i != found.token.i)
        return Arguments(known, partner)

    def _of_phrase(self, found: Found, args: Arguments) -> Arguments:
        """「AによるBへのCの供与」: whatever GiNZA joins the names to."""
        inside = list(self._clauses.inside(found.token))
        taken = {name.key for filler in (args.source, args.target) for name in filler.names}
        source, target = args.source, args.target
        agents = [name for particle, name in inside if particle == "による" and name.key not in taken]
        if agents and not source:
            source = Filler((agents[0],), CERTAINTY)
        goals = [name for particle, name in inside if particle in _TOWARDS and name.key not in taken]
        if goals and not target:
            target = Filler((goals[0],), CERTAINTY)
        genitives = ("の", "") if found.light is None else ("の",) if found.light.voice == "subject" else ()
        rest = [name for particle, name in inside if particle in genitives and name.key not in taken]
        others = [name for name in rest if name not in (*source.names, *target.names)]
        if others and source and not target:
            target = Filler((others[0],), CERTAINTY)
        elif others and target and not source:
            source = Filler((others[-1],), CERTAINTY)
        return replace(args, source=source, target=target)

    def _first(
        self,
        phrases: Iterable[Phrase],
        particles: Iterable[str],
        other: Filler,
        fits: Callable[[Phrase], bool] = lambda _: True,
    ) -> Filler:
        """The actors in the last phrase with the likeliest particle, without those who are in the other role."""
        known = [phrase for phrase in phrases if fits(phrase)]
        for particle in particles:
            for phrase in reversed(known):
                names = self._others(phrase.names, other) if phrase.particle == particle else ()
                if names:
                    return Filler(names, CERTAINTY)
        return Filler()

    def _others(self, names: Iterable[Name], other: Filler) -> tuple[Name, ...]:
        taken = {name.key for name in other.names}
        taken |= {country for key in taken if (actor := self._actors.get(key)) and (country := actor.country)}
        return tuple(name for name in names if name.key not in taken)


def _may_hold(found: Found, phrase: Phrase) -> bool:
    """Whether the target may stand inside a phrase: 「Xの港の攻撃を非難」 does not blame X."""
    if found.predicate.type.spec.quad not in IN_WORDS or not phrase.names:
        return True
    last = phrase.names[-1].last
    if "サ変" in phrase.head.tag_ and phrase.head.i - last == 1:
        # 「A支援に反発した」 is no word against A.
        return False
    return phrase.head.i - last <= 2 or phrase.particle != "を"
