"""Plain frozen values that every stage speaks; standard library only."""

from graph.model.analysis import Analysis, Role, Sentence, Token
from graph.model.document import Document
from graph.model.entity import Entity, EntityType, Office
from graph.model.identity import content_id
from graph.model.mention import Mention, MentionKind
from graph.model.span import Span
from graph.model.statement import Evidence, Modality, Polarity, Relation, Statement

__all__ = [
    "Analysis",
    "Document",
    "Entity",
    "EntityType",
    "Evidence",
    "Mention",
    "MentionKind",
    "Modality",
    "Office",
    "Polarity",
    "Relation",
    "Role",
    "Sentence",
    "Span",
    "Statement",
    "Token",
    "content_id",
]
