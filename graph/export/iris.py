"""The IRIs of things: stable, ASCII, made of ids alone."""

from __future__ import annotations

from dataclasses import dataclass

from graph.model import Span

BASE = "https://w3id.org/khabar/"


@dataclass(frozen=True, slots=True)
class Iris:
    """Makes IRIs under one base."""

    base: str = BASE

    def entity(self, entity_id: str) -> str:
        return f"{self.base}entity/{entity_id}"

    def document(self, document_id: str) -> str:
        return f"{self.base}document/{document_id}"

    def claim(self, statement_id: str) -> str:
        return f"{self.base}claim/{statement_id}"

    def proposition(self, proposition_id: str) -> str:
        return f"{self.base}proposition/{proposition_id}"

    def span(self, document_id: str, span: Span) -> str:
        """A passage by RFC 5147; offsets are code points."""
        return f"{self.document(document_id)}#char={span.start},{span.end}"

    def graph(self, name: str) -> str:
        """A named graph: `entities`, `propositions`, `facts`, or that of the article with this id."""
        return f"{self.base}graph/{name}"

    def term(self, name: str) -> str:
        """A class or property of the ontology."""
        return f"{self.base}ontology#{name}"


def local_part(iri: str) -> str:
    """The id at the end of an IRI."""
    return iri.rsplit("/", 1)[-1]
