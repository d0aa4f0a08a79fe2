"""Reading sentences in tests: what kgraph finds in them, in a form that a test can spell out in one line."""

from spacy.language import Language
from spacy.tokens import Doc

from kgraph.ontology import RelationType

# Offices and what an organization belongs to are told by names alone, and stand in nearly every sentence.
BY_NAME = (RelationType.LEADERSHIP, RelationType.AFFILIATION)
PUBLISHED = "2025-10-31"


def read(nlp: Language, text: str, published: str | None = PUBLISHED) -> Doc:
    doc = nlp.make_doc(text)
    doc._.published = published
    return nlp(doc)


def told(doc: Doc) -> set[str]:
    """The statements but those by name: 「source type target」, with the status unless asserted, and the date."""
    return {
        _line(
            doc._.actors[one.source].name,
            one.type,
            doc._.actors[one.target].name,
            *([] if one.status == "asserted" else [one.status.value]),
            *([one.date] if one.date else []),
        )
        for one in doc._.statements
        if one.type not in BY_NAME
    }


def told_by_name(doc: Doc) -> set[str]:
    """The offices and affiliations: 「source type target」."""
    return {
        f"{doc._.actors[one.source].name} {one.type} {doc._.actors[one.target].name}"
        for one in doc._.statements
        if one.type in BY_NAME
    }


def expected(lines: str) -> set[str]:
    """Statements as a test writes them, in any order and with `;` between them."""
    return {_line(*line.split()) for line in lines.split(";") if line.strip()}


def mentions(doc: Doc) -> list[str]:
    """「text=name」 for each mention, in the order of the text."""
    return [f"{name.text}={doc._.actors[name.key].name}" for name in doc._.names]


def _line(source: str, kind: str, target: str, *rest: str) -> str:
    """One statement; of two actors that do something together, the one that sorts first stands first."""
    ends = (source, target) if RelationType(kind).spec.directed else sorted((source, target))
    return " ".join((ends[0], kind, ends[1], *rest))
