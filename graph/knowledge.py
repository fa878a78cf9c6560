"""The graph that people get: documents, entities, mentions and statements, and views of them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from graph.model import Document, Entity, Mention, Statement

if TYPE_CHECKING:
    import networkx


@dataclass(frozen=True, slots=True)
class ResolvedMention:
    """A mention of `document` (an id) and the id of the entity that it names."""

    document: str
    mention: Mention
    entity: str


@dataclass(frozen=True, slots=True)
class KnowledgeGraph:
    """Statements over entities, with the documents and mentions behind them, all in a fixed order.

    `documents`, `entities` and `statements` are keyed by id and sorted by it; `mentions` are sorted by document and
    offset.
    """

    documents: Mapping[str, Document] = field(default_factory=dict)
    entities: Mapping[str, Entity] = field(default_factory=dict)
    mentions: tuple[ResolvedMention, ...] = ()
    statements: Mapping[str, Statement] = field(default_factory=dict)

    def __len__(self) -> int:
        return len(self.statements)

    def about(self, entity: str) -> Iterator[Statement]:
        """The statements of which `entity` is subject or object."""
        return (s for s in self.statements.values() if entity in (s.subject, s.object))

    def between(self, one: str, other: str) -> Iterator[Statement]:
        """The statements that link two entities, in either direction."""
        return (s for s in self.statements.values() if {s.subject, s.object} == {one, other})

    def neighbours(self, entity: str) -> tuple[str, ...]:
        """The entities that share a statement with `entity`, sorted."""
        return tuple(sorted({s.object if s.subject == entity else s.subject for s in self.about(entity)}))

    def quote(self, statement: Statement) -> str:
        """The first sentence that makes a statement, byte for byte from its article."""
        return statement.evidence[0].sentence.of(self.documents[statement.document].text)

    def find(self, name: str) -> tuple[Entity, ...]:
        """The entities that bear `name` as a label or an alias in any language, however it is spelled."""
        from graph.text.fold import fold_key

        wanted = fold_key(name)
        return tuple(
            entity
            for entity in self.entities.values()
            if wanted == entity.id
            or any(fold_key(n) == wanted for n in (*dict(entity.labels).values(), *entity.aliases))
        )

    def counts(self) -> dict[str, Counter[str]]:
        """How many entities of each type, and statements of each predicate, polarity and modality."""
        statements = self.statements.values()
        return {
            "type": Counter(str(e.type) for e in self.entities.values()),
            "predicate": Counter(s.predicate for s in statements),
            "polarity": Counter(str(s.polarity) for s in statements),
            "modality": Counter(str(s.modality) for s in statements),
            "voice": Counter("attributed" if s.source else "article" for s in statements),
        }

    def to_networkx(self) -> networkx.MultiDiGraph[str]:
        """A `networkx.MultiDiGraph`: a node an entity, an edge a statement, keyed by the statement's id.

        Every attribute is a string, a number or a list of strings, so that NetworkX' own writers take it.
        """
        import networkx

        view: networkx.MultiDiGraph[str] = networkx.MultiDiGraph()
        for entity in self.entities.values():
            view.add_node(entity.id, **node_attributes(entity))
        for statement in self.statements.values():
            view.add_edge(statement.subject, statement.object, key=statement.id, **self._edge(statement))
        return view

    def _edge(self, statement: Statement) -> dict[str, Any]:
        document = self.documents[statement.document]
        return {
            "predicate": statement.predicate,
            "source": statement.source or "",
            "polarity": str(statement.polarity),
            "modality": str(statement.modality),
            "time": statement.time or "",
            "place": statement.place or "",
            "confidence": statement.confidence,
            "document": statement.document,
            "published": document.published or "",
            "publisher": document.publisher or "",
            "quote": self.quote(statement),
        }


def node_attributes(entity: Entity) -> dict[str, Any]:
    """What a node says of its entity."""
    return {
        "type": str(entity.type),
        "label": entity.label("en"),
        **{f"label_{language}": label for language, label in entity.labels},
        "mentions": entity.mentions,
        "documents": entity.documents,
    }


def sorted_by_id(items: Iterable[Any]) -> dict[str, Any]:
    """A dict of things by their `id`, in the order of the ids."""
    return {item.id: item for item in sorted(items, key=lambda item: item.id)}
