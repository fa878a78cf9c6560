"""The graph as RDF: `graph.ttl` holds what articles state as fact, `graph.nq` everything that anybody claims.

A claim points to a proposition that nobody asserts; plain triples stand in the graph `facts` alone. With that a store
that merges all graphs still does not believe what was denied.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

from rdflib import URIRef

from graph.export.files import replacing
from graph.export.iris import Iris
from graph.export.rdf_article import article
from graph.export.rdf_notation import PREFIXES, ntriple, turtle
from graph.export.rdf_terms import Triple, node
from graph.export.rdf_world import entities, facts, propositions
from graph.knowledge import KnowledgeGraph, ResolvedMention
from graph.model import Statement

_OWN = Iris()


def write_facts(kg: KnowledgeGraph, path: Path, iris: Iris = _OWN) -> None:
    """Write the entities, and the statements that articles themselves affirm and assert, as Turtle."""
    prefixes = {"entity": iris.entity("")} | PREFIXES
    with replacing(path) as file:
        file.write(turtle([*entities(kg, iris), *facts(kg, iris)], prefixes))


def write_dataset(kg: KnowledgeGraph, path: Path, iris: Iris = _OWN) -> None:
    """Write everything as N-Quads: the graphs in a fixed order, the lines of each sorted."""
    with replacing(path) as file:
        for graph, triples in dataset(kg, iris):
            lines = sorted({ntriple(triple, graph) for triple in triples})
            file.writelines(f"{line}\n" for line in lines)


def dataset(kg: KnowledgeGraph, iris: Iris = _OWN) -> Iterator[tuple[URIRef, Iterable[Triple]]]:
    """The named graphs: what there is, what can be said, what is stated as fact, and one for each article."""
    yield node(iris.graph("entities")), entities(kg, iris)
    yield node(iris.graph("propositions")), propositions(kg, iris)
    yield node(iris.graph("facts")), facts(kg, iris)
    parts = _by_document(kg)
    for document in kg.documents.values():
        mentions, statements = parts[document.id]
        yield node(iris.document(document.id)), article(document, mentions, statements, iris)


Parts = dict[str, tuple[list[ResolvedMention], list[Statement]]]


def _by_document(kg: KnowledgeGraph) -> Parts:
    parts: Parts = {key: ([], []) for key in kg.documents}
    for mention in kg.mentions:
        parts[mention.document][0].append(mention)
    for statement in kg.statements.values():
        parts[statement.document][1].append(statement)
    return parts
