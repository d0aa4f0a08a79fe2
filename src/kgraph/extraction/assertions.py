"""The component `kgraph_assertions`: what the article says that actors do to one another."""

from collections.abc import Sequence
from pathlib import Path

from spacy.language import Language
from spacy.tokens import Doc

from kgraph import lexicon
from kgraph.extraction import grouping
from kgraph.extraction.arguments import ArgumentFinder
from kgraph.extraction.context import Context
from kgraph.extraction.dating import Dating, attitudes
from kgraph.extraction.document import Name, Statement
from kgraph.extraction.factuality import Factuality
from kgraph.extraction.particles import Words
from kgraph.extraction.predicates import Found, PredicateFinder, is_denied
from kgraph.extraction.roles import Arguments
from kgraph.extraction.speakers import Speakers
from kgraph.extraction.standing import StandingRelations
from kgraph.extraction.statements import Statements, has_ended
from kgraph.extraction.syntax import Syntax
from kgraph.lexicon import Lexicon, files
from kgraph.ontology import EntityType, Reason, RelationType


class AssertionFinder:
    """Finds the statements of an article and leaves them on `doc._.statements`, in the order of the text."""

    def __init__(self, words: Lexicon, syntax_words: Words) -> None:
        self._lexicon = words
        actors = words.actors.by_id.values()
        self._rebels = frozenset(actor.id for actor in actors if actor.kind == "armed_group")
        self._media = frozenset(actor.id for actor in actors if actor.kind == "media")
        places = [actor for actor in actors if actor.type is EntityType.PLACE]
        # Of places, polities act for themselves: グリーンランド, ソマリランド.
        self._countries_of_places = {a.id: a.id if a.kind == "polity" else a.country for a in places if a.country}
        self._words = syntax_words
        self._attitudes = attitudes(words.grammar)
        self._predicates = PredicateFinder(words.grammar)
        self._factuality = Factuality(words.grammar)
        self._speakers = Speakers(words.grammar)
        self._standing = StandingRelations(words)

    def __call__(self, doc: Doc) -> Doc:
        """Annotates the Doc."""
        doc._.partials = []
        syntax = Syntax(doc, _speaking(doc._.names), self._words)
        found = [*self._standing.find(doc.text, doc._.names, doc._.actors), *self._events(syntax)]
        doc._.statements = sorted(found, key=lambda s: (s.start, s.end, s.type, s.source, s.target))
        unnamed = {s.target for s in doc._.statements} - doc._.actors.keys()
        doc._.actors.update({key: grouping.unnamed(key, self._lexicon) for key in sorted(unnamed)})
        return doc

    def _events(self, syntax: Syntax) -> list[Statement]:
        """What the clauses say by themselves, then what they say in the light of that."""
        finder, make = ArgumentFinder(syntax), self._statements(syntax)
        told: set[tuple[int, RelationType, str]] = set()
        statements: list[Statement] = []
        unsaid: list[tuple[Found, Arguments]] = []
        for found in sorted(self._predicates.find(syntax), key=_telling):
            said = (_verb_of(found), found.predicate.type, found.predicate.frame)
            if said in told or (has_ended(found) and not is_denied(found.carrier, syntax)):
                continue
            args = finder(found)
            if stated := make(found, args):
                statements += stated
                told.add(said)
            else:
                unsaid.append((found, args))
        return [*statements, *_in_context(Context(syntax, statements, self._media), make, unsaid)]

    def _statements(self, syntax: Syntax) -> Statements:
        dating = Dating(syntax, self._attitudes)
        return Statements(syntax, self._factuality, dating, self._speakers, self._countries_of_places, self._rebels)


def _in_context(context: Context, make: Statements, unsaid: Sequence[tuple[Found, Arguments]]) -> list[Statement]:
    """What is stated once the context has told who is meant; what is left is noted as said in part."""
    statements: list[Statement] = []
    for found, args in unsaid:
        if stated := make(found, context(found, args)):
            statements += stated
        else:
            make.partly(found, args)
    return statements


def _speaking(names: Sequence[Name]) -> list[Name]:
    """The names but those of people whom the article only knows by office: what 米大統領 does, the United States do."""
    named = {name.key for name in names if name.reason is not Reason.OFFICE}
    return [name for name in names if name.key in named]


def _telling(found: Found) -> tuple[int, int]:
    """Which of a verb and its noun says it, if both do: 「協定に署名した」 the verb, 「会談を開いた」 the noun."""
    if found.is_nominal:
        return (1 if found.light else 3), found.token.i
    return (2 if found.predicate.objects else 0), found.token.i


def _verb_of(found: Found) -> int:
    """The verb that states it, carries its noun, or governs that."""
    if not found.is_nominal:
        return found.token.i
    return found.carrier.i if found.light else found.token.head.i


@Language.factory("kgraph_assertions", default_config={"lexicon_dir": None})
def create(nlp: Language, name: str, lexicon_dir: str | None) -> AssertionFinder:  # noqa: ARG001
    """The component; it needs `kgraph_names`, and uses what `kgraph_references` and `kgraph_dates` leave."""
    overlay = Path(lexicon_dir) if lexicon_dir else None
    return AssertionFinder(lexicon.load(overlay), Words.of(files.words("syntax", overlay)))
