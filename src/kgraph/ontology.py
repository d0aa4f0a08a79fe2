"""The closed vocabularies of the graph: kinds of entity, types of relation, status of an assertion.

Event relations are the sixteen event types of PLOVER (Political Language Ontology for Verifiable
Event Records), each with its quad class; five standing relations come on top.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from types import MappingProxyType


class EntityType(StrEnum):
    """What kind of actor or place a node is."""

    COUNTRY = "country"
    PERSON = "person"
    ORGANIZATION = "organization"
    PLACE = "place"


class MentionKind(StrEnum):
    """How a text refers to an entity: by name, by a descriptive noun (両国), by a pronoun (同氏)."""

    NAME = "name"
    NOMINAL = "nominal"
    PRONOUN = "pronoun"


class Reason(StrEnum):
    """Why a mention is held to mean its entity."""

    LISTED = "listed"  # the lexicon lists the name
    SHORT_FORM = "short form"  # a country by one character: 米, 露
    RULE = "rule"  # composed by rule: ロシア外務省, トランプ政権
    TITLE = "title"  # a title tells that a name stands before it
    INTRODUCED = "introduced"  # the article gives two names together: 「X(ABC)」
    REPEATED = "repeated"  # the article has named it in full elsewhere
    REFERENCE = "reference"  # 同氏, 両国, a bare 大統領
    OFFICE = "office"  # who held the office on the day: 米大統領
    MODEL = "model"  # GiNZA takes it for a name, and its dictionary agrees
    ALIKE = "alike"  # spelled alike, of the same country or office
    JUDGED = "judged"  # a person has decided so


class Status(StrEnum):
    """Whether what an assertion says happened, is planned, is only possible, or was denied."""

    ASSERTED = "asserted"
    PLANNED = "planned"
    HYPOTHETICAL = "hypothetical"
    NEGATED = "negated"


class JudgementKind(StrEnum):
    """What a person can decide: two names are one entity, or are not; an assertion is wrong; something is so."""

    MERGE = "merge"
    SEPARATE = "separate"
    REJECT = "reject"
    ASSERT = "assert"


class Quad(StrEnum):
    """PLOVER's quad classes, and `standing` for relations that hold rather than happen."""

    VERBAL_COOPERATION = "verbal cooperation"
    MATERIAL_COOPERATION = "material cooperation"
    VERBAL_CONFLICT = "verbal conflict"
    MATERIAL_CONFLICT = "material conflict"
    STANDING = "standing"


class RelationType(StrEnum):
    """The relation types an assertion can have; see `SPECS` for what each carries."""

    NEGOTIATION = "negotiation"
    AGREEMENT = "agreement"
    SUPPORT = "support"
    COOPERATION = "cooperation"
    AID = "aid"
    CONCESSION = "concession"
    WITHDRAWAL = "withdrawal"
    DEMAND = "demand"
    ACCUSATION = "accusation"
    REJECTION = "rejection"
    THREAT = "threat"
    PROTEST = "protest"
    SANCTION = "sanction"
    MOBILIZATION = "mobilization"
    COERCION = "coercion"
    ASSAULT = "assault"
    ALLIANCE = "alliance"
    RIVALRY = "rivalry"
    MEMBERSHIP = "membership"
    LEADERSHIP = "leadership"
    AFFILIATION = "affiliation"

    @property
    def spec(self) -> "RelationSpec":
        """The type's PLOVER code, quad class, direction and labels."""
        return SPECS[self]


@dataclass(frozen=True, slots=True)
class RelationSpec:
    """What a relation type carries: `plover` is None for standing relations."""

    plover: str | None
    quad: Quad
    directed: bool
    ja: str
    en: str


_R = RelationType
SPECS: Mapping[RelationType, RelationSpec] = MappingProxyType(
    {
        _R.NEGOTIATION: RelationSpec("CONSULT", Quad.VERBAL_COOPERATION, False, "交渉・会談", "negotiates with"),
        _R.AGREEMENT: RelationSpec("AGREE", Quad.VERBAL_COOPERATION, False, "合意", "agrees with"),
        _R.SUPPORT: RelationSpec("SUPPORT", Quad.VERBAL_COOPERATION, True, "支持", "supports"),
        _R.COOPERATION: RelationSpec("COOPERATE", Quad.MATERIAL_COOPERATION, False, "協力", "cooperates with"),
        _R.AID: RelationSpec("AID", Quad.MATERIAL_COOPERATION, True, "支援", "aids"),
        _R.CONCESSION: RelationSpec("CONCEDE", Quad.VERBAL_COOPERATION, True, "譲歩", "concedes to"),
        _R.WITHDRAWAL: RelationSpec("RETREAT", Quad.MATERIAL_COOPERATION, True, "撤退・解除", "retreats before"),
        _R.DEMAND: RelationSpec("REQUEST", Quad.VERBAL_CONFLICT, True, "要求", "demands of"),
        _R.ACCUSATION: RelationSpec("ACCUSE", Quad.VERBAL_CONFLICT, True, "非難", "accuses"),
        _R.REJECTION: RelationSpec("REJECT", Quad.VERBAL_CONFLICT, True, "拒否", "rejects"),
        _R.THREAT: RelationSpec("THREATEN", Quad.VERBAL_CONFLICT, True, "威嚇", "threatens"),
        _R.PROTEST: RelationSpec("PROTEST", Quad.MATERIAL_CONFLICT, True, "抗議", "protests against"),
        _R.SANCTION: RelationSpec("SANCTION", Quad.MATERIAL_CONFLICT, True, "制裁", "sanctions"),
        _R.MOBILIZATION: RelationSpec("MOBILIZE", Quad.MATERIAL_CONFLICT, True, "軍事動員", "mobilizes against"),
        _R.COERCION: RelationSpec("COERCE", Quad.MATERIAL_CONFLICT, True, "強制・拘束", "coerces"),
        _R.ASSAULT: RelationSpec("ASSAULT", Quad.MATERIAL_CONFLICT, True, "攻撃", "attacks"),
        _R.ALLIANCE: RelationSpec(None, Quad.STANDING, False, "同盟", "is allied with"),
        _R.RIVALRY: RelationSpec(None, Quad.STANDING, False, "対立", "is at odds with"),
        _R.MEMBERSHIP: RelationSpec(None, Quad.STANDING, True, "加盟", "is a member of"),
        _R.LEADERSHIP: RelationSpec(None, Quad.STANDING, True, "指導・役職", "leads"),
        _R.AFFILIATION: RelationSpec(None, Quad.STANDING, True, "所属", "belongs to"),
    }
)
