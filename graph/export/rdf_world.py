"""What spans all articles, as triples: the entities, the propositions about them, and the facts."""

from __future__ import annotations

from collections.abc import Iterator

from rdflib import URIRef
from rdflib.namespace import RDF, RDFS, SKOS

from graph.errors import KhabarError
from graph.export import rdf_terms as terms
from graph.export.iris import Iris
from graph.export.predicates import CLASSES, PREDICATES
from graph.export.rdf_terms import KHABAR, Triple, node
from graph.knowledge import KnowledgeGraph
from graph.model import Entity, Statement


def entities(kg: KnowledgeGraph, iris: Iris) -> Iterator[Triple]:
    """Each entity with its class, its names and the same thing elsewhere."""
    for entity in kg.entities.values():
        yield from _entity(entity, node(iris.entity(entity.id)))


def _entity(entity: Entity, subject: URIRef) -> Iterator[Triple]:
    yield subject, RDF.type, KHABAR[CLASSES[entity.type]]
    yield subject, KHABAR.mentionCount, terms.count(entity.mentions)
    yield subject, KHABAR.documentCount, terms.count(entity.documents)
    if entity.local:
        yield subject, KHABAR.local, terms.boolean(True)
    for language, label in entity.labels:
        yield subject, RDFS.label, terms.text(label, language)
    if not entity.labels:
        yield subject, RDFS.label, terms.text(entity.id)
    for alias in sorted(set(entity.aliases) - {label for _, label in entity.labels}):
        yield subject, SKOS.altLabel, terms.text(alias)
    for iri in entity.same_as:
        if (same := terms.web(iri)) is not None:
            yield subject, SKOS.exactMatch, same


def propositions(kg: KnowledgeGraph, iris: Iris) -> Iterator[Triple]:
    """What is claimed, denied or feared, named once and asserted nowhere."""
    for statement in kg.statements.values():
        proposition = node(iris.proposition(statement.proposition))
        subject, predicate, object_ = _plain(statement, iris)
        yield proposition, RDF.type, KHABAR.Proposition
        yield proposition, RDF.subject, subject
        yield proposition, RDF.predicate, predicate
        yield proposition, RDF.object, object_


def facts(kg: KnowledgeGraph, iris: Iris) -> Iterator[Triple]:
    """The plain triples of what some article itself affirms and asserts."""
    return (_plain(statement, iris) for statement in kg.statements.values() if statement.factual)


def _plain(statement: Statement, iris: Iris) -> Triple:
    return node(iris.entity(statement.subject)), _predicate(statement.predicate), node(iris.entity(statement.object))


def _predicate(name: str) -> URIRef:
    if name not in PREDICATES:
        raise KhabarError("no such predicate", value=name, remedy="add it to PREDICATES and to ontologies/khabar.ttl")
    return KHABAR[PREDICATES[name]]
