"""A span that names something."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum

from graph.model.entity import EntityType
from graph.model.span import Span


class MentionKind(StrEnum):
    """How a mention names its entity."""

    NAME = "name"
    DEMONYM = "demonym"
    ROLE = "role"
    PRONOUN = "pronoun"


@dataclass(frozen=True, slots=True)
class Mention:
    """A span of a document that names an entity, before it is known which.

    `candidates` are ids of actors that the words may name, best first; empty where no list knows them. `head` is the
    canonical wording that a local entity takes its identity from. `score` is 0 to 1; `by` says what fired.
    """

    span: Span
    text: str
    type: EntityType
    kind: MentionKind = MentionKind.NAME
    candidates: tuple[str, ...] = ()
    head: str = ""
    score: float = field(default=1.0, compare=False)
    by: str = field(default="", compare=False)
