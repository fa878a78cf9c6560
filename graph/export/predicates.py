"""The names of the ontology's terms, by the values of the model."""

from __future__ import annotations

from graph.model import EntityType, MentionKind, Modality, Polarity, Statement

PREDICATES = {
    "LEADS": "leads",
    "REPRESENTS": "represents",
    "MEMBER_OF": "memberOf",
    "LOCATED_IN": "locatedIn",
    "AGREE": "agreesWith",
    "CONSULT": "consults",
    "SUPPORT": "supports",
    "COOPERATE": "cooperatesWith",
    "AID": "aids",
    "CONCEDE": "concedesTo",
    "RETREAT": "retreatsFrom",
    "REQUEST": "requestsOf",
    "ACCUSE": "accuses",
    "REJECT": "rejects",
    "THREATEN": "threatens",
    "PROTEST": "protestsAgainst",
    "SANCTION": "sanctions",
    "MOBILIZE": "mobilizesAgainst",
    "COERCE": "coerces",
    "ASSAULT": "assaults",
}

CLASSES = {
    EntityType.PERSON: "Person",
    EntityType.COUNTRY: "Country",
    EntityType.PLACE: "Place",
    EntityType.ORGANIZATION: "Organization",
}
_PERSON, _COUNTRY, _PLACE, _BODY = EntityType.PERSON, EntityType.COUNTRY, EntityType.PLACE, EntityType.ORGANIZATION
SIGNATURES: dict[str, tuple[frozenset[EntityType], frozenset[EntityType]]] = {
    "LEADS": (frozenset((_PERSON,)), frozenset((_COUNTRY, _BODY))),
    "REPRESENTS": (frozenset((_PERSON,)), frozenset((_COUNTRY, _BODY))),
    "MEMBER_OF": (frozenset((_PERSON, _COUNTRY, _BODY)), frozenset((_BODY,))),
    "LOCATED_IN": (frozenset((_PLACE, _BODY)), frozenset((_PLACE, _COUNTRY))),
}
"""Which types each state links; an event links any two, since a place may stand for its government."""

POLARITIES = {Polarity.AFFIRMED: "Affirmed", Polarity.NEGATED: "Negated"}
MODALITIES = {
    Modality.ASSERTED: "Asserted",
    Modality.POSSIBLE: "Possible",
    Modality.FUTURE: "Future",
    Modality.CONDITIONAL: "Conditional",
}
KINDS = {
    MentionKind.NAME: "Name",
    MentionKind.DEMONYM: "Demonym",
    MentionKind.ROLE: "Role",
    MentionKind.PRONOUN: "Pronoun",
}
_CERTAINTIES = {
    Modality.ASSERTED: "Certain",
    Modality.POSSIBLE: "Possible",
    Modality.FUTURE: "Future",
    Modality.CONDITIONAL: "Conditional",
}


def fits(predicate: str, subject: EntityType, object_: EntityType) -> bool:
    """Whether a predicate can link things of these types.

    >>> fits("LEADS", EntityType.PERSON, EntityType.COUNTRY), fits("MEMBER_OF", EntityType.PERSON, EntityType.COUNTRY)
    (True, False)
    """
    subjects, objects = SIGNATURES.get(predicate, (frozenset(EntityType), frozenset(EntityType)))
    return subject in subjects and object_ in objects


def stance(statement: Statement) -> str:
    """What the one who speaks does: the article `States`, anybody else `Claims` or `Denies`."""
    if not (statement.source or statement.reported):
        return "States"
    return "Denies" if statement.polarity is Polarity.NEGATED else "Claims"


def factuality(statement: Statement) -> str:
    """Whether it holds according to the one who speaks, from polarity and modality: `PossibleNegative`."""
    sign = "Negative" if statement.polarity is Polarity.NEGATED else "Positive"
    return _CERTAINTIES[statement.modality] + sign
