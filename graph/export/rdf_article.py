"""One article as triples: what is known about it, what it names, and who claims what in it.

Passages follow NIF 2.0, their IRIs RFC 5147, what is said of claims PROV-O.
"""

from __future__ import annotations

from collections.abc import Iterator

from rdflib import URIRef
from rdflib.namespace import PROV, RDF

from graph.export import rdf_terms as terms
from graph.export.iris import Iris
from graph.export.predicates import KINDS, MODALITIES, POLARITIES, factuality, stance
from graph.export.rdf_terms import ITS, KHABAR, NIF, SCHEMA, Triple, node
from graph.knowledge import ResolvedMention
from graph.model import Document, Span, Statement


def article(
    document: Document, mentions: list[ResolvedMention], statements: list[Statement], iris: Iris
) -> Iterator[Triple]:
    """The triples of one article's graph; a passage that serves twice comes twice."""
    yield from _document(document, iris)
    for resolved in mentions:
        yield from _mention(document, resolved, iris)
    for statement in statements:
        claim = node(iris.claim(statement.id))
        yield from _claim(statement, claim, iris)
        yield from _evidence(document, statement, claim, iris)


def _document(document: Document, iris: Iris) -> Iterator[Triple]:
    subject = node(iris.document(document.id))
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


def _mention(document: Document, resolved: ResolvedMention, iris: Iris) -> Iterator[Triple]:
    yield from _span(document, resolved.mention.span, iris)
    subject = node(iris.span(document.id, resolved.mention.span))
    yield subject, ITS.taIdentRef, node(iris.entity(resolved.entity))
    yield subject, KHABAR.mentionKind, KHABAR[KINDS[resolved.mention.kind]]


def _span(document: Document, span: Span, iris: Iris) -> Iterator[Triple]:
    """A passage: where it stands and what it says; offsets count code points."""
    subject = node(iris.span(document.id, span))
    yield subject, RDF.type, NIF.RFC5147String
    yield subject, NIF.referenceContext, node(iris.document(document.id))
    yield subject, NIF.beginIndex, terms.offset(span.start)
    yield subject, NIF.endIndex, terms.offset(span.end)
    yield subject, NIF.anchorOf, terms.text(span.of(document.text), document.language)


def _claim(statement: Statement, claim: URIRef, iris: Iris) -> Iterator[Triple]:
    yield claim, RDF.type, KHABAR.Claim
    yield claim, KHABAR.proposition, node(iris.proposition(statement.proposition))
    yield claim, PROV.wasDerivedFrom, node(iris.document(statement.document))
    yield claim, KHABAR.polarity, KHABAR[POLARITIES[statement.polarity]]
    yield claim, KHABAR.modality, KHABAR[MODALITIES[statement.modality]]
    yield claim, KHABAR.stance, KHABAR[stance(statement)]
    yield claim, KHABAR.factuality, KHABAR[factuality(statement)]
    yield claim, KHABAR.reported, terms.boolean(statement.reported or statement.source is not None)
    yield claim, KHABAR.confidence, terms.decimal(statement.confidence)
    if statement.source is not None:
        yield claim, PROV.wasAttributedTo, node(iris.entity(statement.source))
    if statement.time is not None:
        yield claim, KHABAR.time, terms.when(statement.time)
    if statement.place is not None:
        yield claim, KHABAR.place, node(iris.entity(statement.place))


def _evidence(document: Document, statement: Statement, claim: URIRef, iris: Iris) -> Iterator[Triple]:
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
                yield claim, predicate, node(iris.span(document.id, span))
                yield from _span(document, span, iris)
        if evidence.rule:
            yield claim, KHABAR.rule, terms.text(evidence.rule)
