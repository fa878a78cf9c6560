"""The IRIs of things: stable, ASCII, made of ids alone."""

from __future__ import annotations

from dataclasses import dataclass

from graph.errors import KhabarError
from graph.model import Span

BASE = "https://w3id.org/khabar/"
ONTOLOGY = "https://w3id.org/khabar/ontology#"
"""The namespace of the ontology; it is khabar's own whatever the base of a build."""


@dataclass(frozen=True, slots=True)
class Iris:
    """Makes IRIs under one base; raises KhabarError for a base that ends in no slash.

    >>> Iris("https://example.org/news/").entity("russia")
    'https://example.org/news/entity/russia'
    """

    base: str = BASE

    def __post_init__(self) -> None:
        if not (self.base.startswith(("https://", "http://")) and self.base.endswith("/")):
            raise KhabarError("is no base for IRIs", value=self.base, remedy="give a web address that ends in /")

    def entity(self, entity_id: str) -> str:
        return f"{self.base}entity/{entity_id}"

    def document(self, document_id: str) -> str:
        """An article, and the named graph of what it says."""
        return f"{self.base}document/{document_id}"

    def claim(self, statement_id: str) -> str:
        return f"{self.base}claim/{statement_id}"

    def proposition(self, proposition_id: str) -> str:
        return f"{self.base}proposition/{proposition_id}"

    def span(self, document_id: str, span: Span) -> str:
        """A passage by RFC 5147; offsets are code points."""
        return f"{self.document(document_id)}#char={span.start},{span.end}"

    def graph(self, name: str) -> str:
        """A named graph that spans all articles: `entities`, `propositions` or `facts`."""
        return f"{self.base}graph/{name}"


def term(name: str) -> str:
    """A class or property of the ontology."""
    return ONTOLOGY + name


def local_part(iri: str) -> str:
    """The id at the end of an IRI."""
    return iri.rsplit("/", 1)[-1]
