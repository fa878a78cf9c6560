"""From texts to a KnowledgeGraph: the only file that knows every stage."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from functools import lru_cache
from itertools import groupby
from pathlib import Path

from graph.export.predicates import fits
from graph.extract.extractor import Extractor
from graph.extract.neural import MODEL, Neural
from graph.knowledge import KnowledgeGraph, ResolvedMention, sorted_by_id
from graph.model import Analysis, Document, Entity, EntityType, Evidence, Mention, MentionKind, Relation, Statement
from graph.relate.relater import Relater
from graph.resolve.resolver import Resolver, local_entity
from graph.text.language import detect
from graph.vocabulary import Vocabulary, load_vocabulary


@dataclass(frozen=True, slots=True)
class Stages:
    """The stages a document goes through, made once."""

    vocabulary: Vocabulary
    extractor: Extractor
    resolver: Resolver
    relater: Relater


@lru_cache(maxsize=2)
def stages(folders: tuple[Path, ...] = ()) -> Stages:
    """The stages over the vocabulary that ships with khabar and the actors of further folders."""
    vocabulary = load_vocabulary(folders)
    models = (Neural(vocabulary),) if (MODEL / "config.json").exists() else ()
    return Stages(vocabulary, Extractor(vocabulary, models), Resolver(vocabulary), Relater(vocabulary))


@dataclass(slots=True)
class Findings:
    """What one document holds: its mentions with their entities, and its statements."""

    document: Document
    mentions: list[ResolvedMention] = field(default_factory=list)
    statements: list[Statement] = field(default_factory=list)


def build(texts: Iterable[str | Document]) -> KnowledgeGraph:
    """The graph of some texts or documents; the same for any order of them.

    >>> kg = build(["Russian President Vladimir Putin arrived in Minsk on Monday."])
    >>> [s.predicate for s in kg.statements.values()]
    ['LEADS']
    """
    return assemble(map(find, map(as_document, texts)))


def as_document(text: str | Document) -> Document:
    """A Document with its language."""
    document = Document(text) if isinstance(text, str) else text
    return document if document.language else replace(document, language=detect(document.text))


def find(document: Document, parts: Stages | None = None) -> Findings:
    """Everything in one document."""
    parts = parts or stages()
    analysis = parts.extractor.analyse(document)
    relations = parts.relater(analysis)
    extra = {m for r in relations for m in (r.subject, r.object, r.source, r.place) if m is not None}
    mentions = sorted({*analysis.mentions, *extra}, key=lambda m: (m.span, m.kind))
    entities = parts.resolver(analysis, mentions)
    findings = Findings(document, [ResolvedMention(document.id, m, entities[m]) for m in mentions])
    findings.statements = list(statements_of(analysis, relations, entities))
    return findings


def statements_of(
    analysis: Analysis, relations: Iterable[Relation], entities: dict[Mention, str]
) -> Iterator[Statement]:
    """The distinct statements of a document, each with all passages that make it."""
    made: dict[str, Statement] = {}
    for relation in relations:
        statement = _statement(analysis.document.id, relation, entities)
        if statement.subject == statement.object:
            continue
        known = made.get(statement.id)
        if known is None:
            made[statement.id] = statement
        else:
            evidence = tuple(sorted({*known.evidence, *statement.evidence}))
            made[statement.id] = replace(
                known, evidence=evidence, confidence=max(known.confidence, statement.confidence)
            )
    yield from made.values()


def _statement(document: str, relation: Relation, entities: dict[Mention, str]) -> Statement:
    source = relation.source
    evidence = Evidence(
        relation.sentence,
        relation.trigger,
        relation.subject.span,
        relation.object.span,
        source.span if source else None,
        relation.rule,
    )
    return Statement(
        document,
        entities[relation.subject],
        relation.predicate,
        entities[relation.object],
        entities[source] if source else None,
        relation.polarity,
        relation.modality,
        relation.reported,
        relation.time,
        entities[relation.place] if relation.place else None,
        round(relation.confidence, 2),
        (evidence,),
    )


def assemble(findings: Iterable[Findings], vocabulary: Vocabulary | None = None) -> KnowledgeGraph:
    """The graph of what was found in all documents, in an order that does not depend on theirs."""
    vocabulary = vocabulary or stages().vocabulary
    documents: dict[str, Document] = {}
    mentions: list[ResolvedMention] = []
    statements: list[Statement] = []
    for found in findings:
        if found.document.id not in documents:
            documents[found.document.id] = found.document
            mentions += found.mentions
            statements += found.statements
    mentions.sort(key=lambda m: (m.document, m.mention.span, m.mention.kind, m.entity))
    entities = sorted_by_id(_entities(mentions, documents, vocabulary))
    statements = [s for s in statements if fits(s.predicate, entities[s.subject].type, entities[s.object].type)]
    return KnowledgeGraph(sorted_by_id(documents.values()), entities, tuple(mentions), sorted_by_id(statements))


def _entities(
    mentions: list[ResolvedMention], documents: dict[str, Document], vocabulary: Vocabulary
) -> Iterator[Entity]:
    """The entities that mentions name, with their counts and the names that were seen."""
    grouped = sorted(mentions, key=lambda m: m.entity)
    for entity_id, group in groupby(grouped, key=lambda m: m.entity):
        found = list(group)
        names = Counter(
            (documents[m.document].language, m.mention.text) for m in found if m.mention.kind is MentionKind.NAME
        )
        names = names or Counter((documents[m.document].language, m.mention.text) for m in found)
        if entity_id.startswith("local-"):
            entity = local_entity(entity_id, _type(found), names)
        else:
            entity = vocabulary.entity(entity_id)
        aliases = tuple(sorted({text for _, text in names}))
        yield replace(entity, aliases=aliases, mentions=len(found), documents=len({m.document for m in found}))


def _type(found: list[ResolvedMention]) -> EntityType:
    counts = Counter(m.mention.type for m in found)
    return min(counts, key=lambda kind: (-counts[kind], kind))


def build_folder(
    documents: Iterable[Document], output: Path, *, folders: tuple[Path, ...] = (), title: str | None = None
) -> KnowledgeGraph:
    """Build the graph of documents and write every export of it into the folder `output`."""
    from graph.export import write_all

    parts = stages(folders)
    kg = assemble((find(document, parts) for document in documents), parts.vocabulary)
    write_all(kg, output, title=title)
    return kg
