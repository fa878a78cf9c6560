"""What the page shows: plain frozen values, made of a KnowledgeGraph by `compose`."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from graph.model import EntityType, Modality, Polarity


class Status(StrEnum):
    """How far a claim goes, as the reader sees it; each has its own kind of line."""

    STATED = "stated"
    CLAIMED = "claimed"
    FUTURE = "future"
    POSSIBLE = "possible"
    CONDITIONAL = "conditional"
    DENIED = "denied"
    CONTESTED = "contested"


Stretch = tuple[int, int]
"""Code points from (inclusive) and to (exclusive) inside a quoted sentence."""


@dataclass(frozen=True, slots=True)
class NodeView:
    """An entity: `size` is its radius on the drawing, `x` and `y` its place, `community` its group."""

    id: str
    type: EntityType
    labels: tuple[tuple[str, str], ...]
    aliases: tuple[str, ...]
    same_as: tuple[str, ...]
    mentions: int
    documents: int
    importance: int
    size: int
    community: int
    x: int
    y: int


@dataclass(frozen=True, slots=True)
class EvidenceView:
    """A quoted sentence (its index in `PageView.sentences`) and the marked stretches that lie inside it."""

    sentence: int
    trigger: Stretch | None
    subject: Stretch | None
    object: Stretch | None
    source: Stretch | None
    rule: str


@dataclass(frozen=True, slots=True)
class StatementView:
    """A statement; entities and documents are indexes, `edge` is the index of the line that it is bundled into."""

    id: str
    subject: int
    predicate: str
    object: int
    source: int | None
    reported: bool
    polarity: Polarity
    modality: Modality
    status: Status
    time: str | None
    place: int | None
    confidence: float
    document: int
    edge: int
    evidence: tuple[EvidenceView, ...]


@dataclass(frozen=True, slots=True)
class EdgeView:
    """One line: all statements of one status from one entity to another, most frequent predicate first."""

    subject: int
    object: int
    status: Status
    statements: tuple[int, ...]
    predicates: tuple[str, ...]
    bend: float


@dataclass(frozen=True, slots=True)
class DocumentView:
    """An article; `url` is empty unless it is http or https."""

    title: str
    publisher: str
    published: str
    url: str
    language: str


@dataclass(frozen=True, slots=True)
class PageView:
    """All of the page's data."""

    title: str
    language: str
    nodes: tuple[NodeView, ...]
    edges: tuple[EdgeView, ...]
    statements: tuple[StatementView, ...]
    documents: tuple[DocumentView, ...]
    sentences: tuple[str, ...]
