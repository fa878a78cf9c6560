"""The graph as RDF: `graph.ttl` holds what articles state as fact, `graph.nq` everything that anybody claims.

A claim points to a proposition that nobody asserts; plain triples stand in the graph `facts` alone. With that a store
that merges all graphs still does not believe what was denied. Evidence follows NIF 2.0 and RFC 5147.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

from rdflib import URIRef
from rdflib.namespace import PROV, RDF, RDFS, SKOS

from graph.errors import KhabarError
from graph.export import rdf_terms as terms
from graph.export.files import replacing
from graph.export.iris import Iris
from graph.export.predicates import CLASSES, KINDS, MODALITIES, POLARITIES, PREDICATES, factuality, stance
from graph.export.rdf_terms import ITS, KHABAR, NIF, SCHEMA, Triple, node
from graph.knowledge import KnowledgeGraph, ResolvedMention
from graph.model import Document, Entity, Span, Statement

_IRIS = Iris()


def write_facts(kg: KnowledgeGraph, path: Path) -> None:
    """Write the entities, and the statements that articles themselves affirm and assert, as Turtle."""
    with replacing(path) as file:
        file.write(terms.turtle([*entities(kg), *facts(kg)]))


def write_dataset(kg: KnowledgeGraph, path: Path) -> None:
    """Write everything as N-Quads: the graphs in a fixed order, the lines of each sorted."""
    with replacing(path) as file:
        for graph, triples in dataset(kg):
            lines = sorted({terms.ntriple(triple, graph) for triple in triples})
            file.writelines(f"{line}\n" for line in lines)


def dataset(kg: KnowledgeGraph) -> Iterator[tuple[URIRef, Iterable[Triple]]]:
    """The named graphs: what there is, what can be said, what is stated as fact, and one for each article."""
    yield node(_IRIS.graph("entities")), entities(kg)
    yield node(_IRIS.graph("propositions")), propositions(kg)
    yield node(_IRIS.graph("facts")), facts(kg)
    parts = _by_document(kg)
    for document in kg.documents.values():
        mentions, statements = parts[document.id]
        yield node(_IRIS.graph(document.id)), article(document, mentions, statements)


Parts = dict[str, tuple[list[ResolvedMention], list[Statement]]]


def _by_document(kg: KnowledgeGraph) -> Parts:
    parts: Parts = {key: ([], []) for key in kg.documents}
    for mention in kg.mentions:
        parts[mention.document][0].append(mention)
    for statement in kg.statements.values():
        parts[statement.document][1].append(statement)
    return parts


def entities(kg: KnowledgeGraph) -> Iterator[Triple]:
    """Each entity with its class, its names and the same thing elsewhere."""
    for entity in kg.entities.values():
        yield from _entity(entity)


def _entity(entity: Entity) -> Iterator[Triple]:
    subject = node(_IRIS.entity(entity.id))
    yield subject, RDF.type, KHABAR[CLASSES[entity.type]]
    for language, label in entity.labels:
        yield subject, RDFS.label, terms.text(label, language)
    if not entity.labels:
        yield subject, RDFS.label, terms.text(entity.id)
    for alias in sorted(set(entity.aliases) - {label for _, label in entity.labels}):
        yield subject, SKOS.altLabel, terms.text(alias)
    for iri in entity.same_as:
        if (same := terms.web(iri)) is not None:
            yield subject, SKOS.exactMatch, same


def propositions(kg: KnowledgeGraph) -> Iterator[Triple]:
    """What is claimed, denied or feared, named once and asserted nowhere."""
    for statement in kg.statements.values():
        proposition = node(_IRIS.proposition(statement.proposition))
        subject, predicate, object_ = _plain(statement)
        yield proposition, RDF.type, KHABAR.Proposition
        yield proposition, RDF.subject, subject
        yield proposition, RDF.predicate, predicate
        yield proposition, RDF.object, object_


def facts(kg: KnowledgeGraph) -> Iterator[Triple]:
    """The plain triples of what some article itself affirms and asserts."""
    return (_plain(statement) for statement in kg.statements.values() if statement.factual)


def _plain(statement: Statement) -> Triple:
    return node(_IRIS.entity(statement.subject)), _predicate(statement.predicate), node(_IRIS.entity(statement.object))


def _predicate(name: str) -> URIRef:
    if name not in PREDICATES:
        raise KhabarError("no such predicate", value=name, remedy="add it to PREDICATES and to ontologies/khabar.ttl")
    return KHABAR[PREDICATES[name]]


def article(document: Document, mentions: list[ResolvedMention], statements: list[Statement]) -> Iterator[Triple]:
    """One article: what is known about it, what it names, and who claims what in it."""
    yield from _document(document)
    for resolved in mentions:
        yield from _mention(document, resolved)
    for statement in statements:
        yield from _claim(document, statement)


def _document(document: Document) -> Iterator[Triple]:
    subject = node(_IRIS.document(document.id))
    yield subject, RDF.type, SCHEMA.NewsArticle
    yield subject, RDF.type, NIF.Context
    yield subject, KHABAR.sha256, terms.text(document.sha256)
    if document.language:
        yield subject, SCHEMA.inLanguage, terms.text(document.language)
    if document.title is not None:
        yield subject, SCHEMA.headline, terms.text(document.title, document.language)
    if document.published is not None:
        yield subject, SCHEMA.datePublished, terms.when(document.published)
    if document.publisher is not None:
        yield subject, SCHEMA.publisher, terms.text(document.publisher)
    if document.key is not None:
        yield subject, SCHEMA.identifier, terms.text(document.key)
    if (url := terms.web(document.url)) is not None:
        yield subject, SCHEMA.url, url


def _span(document: Document, span: Span) -> Iterator[Triple]:
    """A passage: where it stands and what it says; offsets count code points."""
    subject = node(_IRIS.span(document.id, span))
    yield subject, RDF.type, NIF.RFC5147String
    yield subject, NIF.referenceContext, node(_IRIS.document(document.id))
    yield subject, NIF.beginIndex, terms.number(span.start)
    yield subject, NIF.endIndex, terms.number(span.end)
    yield subject, NIF.anchorOf, terms.text(span.of(document.text), document.language)


def _mention(document: Document, resolved: ResolvedMention) -> Iterator[Triple]:
    yield from _span(document, resolved.mention.span)
    subject = node(_IRIS.span(document.id, resolved.mention.span))
    yield subject, ITS.taIdentRef, node(_IRIS.entity(resolved.entity))
    yield subject, KHABAR.mentionKind, KHABAR[KINDS[resolved.mention.kind]]


def _claim(document: Document, statement: Statement) -> Iterator[Triple]:
    claim, article_ = node(_IRIS.claim(statement.id)), node(_IRIS.document(document.id))
    yield claim, RDF.type, KHABAR.Claim
    yield claim, KHABAR.proposition, node(_IRIS.proposition(statement.proposition))
    yield claim, PROV.wasDerivedFrom, article_
    yield claim, KHABAR.polarity, KHABAR[POLARITIES[statement.polarity]]
    yield claim, KHABAR.modality, KHABAR[MODALITIES[statement.modality]]
    yield claim, KHABAR.stance, KHABAR[stance(statement)]
    yield claim, KHABAR.factuality, KHABAR[factuality(statement)]
    yield claim, KHABAR.reported, terms.boolean(statement.reported or statement.source is not None)
    yield claim, KHABAR.confidence, terms.decimal(statement.confidence)
    if statement.source is not None:
        yield claim, PROV.wasAttributedTo, node(_IRIS.entity(statement.source))
    if statement.time is not None:
        yield claim, KHABAR.time, terms.when(statement.time)
    if statement.place is not None:
        yield claim, KHABAR.place, node(_IRIS.entity(statement.place))
    yield from _evidence(document, statement, claim)


def _evidence(document: Document, statement: Statement, claim: URIRef) -> Iterator[Triple]:
    for evidence in statement.evidence:
        parts = {
            KHABAR.evidence: evidence.sentence,
            KHABAR.cueSpan: evidence.trigger,
            KHABAR.subjectSpan: evidence.subject,
            KHABAR.objectSpan: evidence.object,
            KHABAR.sourceSpan: evidence.source,
        }
        for predicate, span in parts.items():
            if span is not None:
                yield claim, predicate, node(_IRIS.span(document.id, span))
                yield from _span(document, span)
        if evidence.rule:
            yield claim, KHABAR.rule, terms.text(evidence.rule)
