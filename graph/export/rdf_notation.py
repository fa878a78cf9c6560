"""N-Triples, N-Quads and Turtle in one fixed order, whatever the hash seed.

rdflib's own writers depend on the seed, and its Turtle needs minutes for a large graph.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from rdflib import Literal, URIRef
from rdflib.namespace import RDF, RDFS, SKOS, XSD

from graph.export.rdf_terms import KHABAR, Term, Triple

PREFIXES = {
    "khabar": str(KHABAR),
    "rdf": str(RDF),
    "rdfs": str(RDFS),
    "skos": str(SKOS),
    "wd": "http://www.wikidata.org/entity/",
}
"""The prefixes of Turtle whose IRIs are the same in every build."""

_LOCAL = re.compile(r"[A-Za-z][A-Za-z0-9_-]*")
_BARE = (XSD.integer, XSD.boolean)
_ESCAPES = str.maketrans({"\\": "\\\\", '"': '\\"', "\n": "\\n", "\r": "\\r", "\t": "\\t"})


def ntriple(triple: Triple, graph: URIRef | None = None) -> str:
    """A line of N-Triples, or of N-Quads with a graph."""
    parts = [_full(term) for term in (*triple, *([graph] if graph is not None else []))]
    return " ".join([*parts, "."])


def turtle(triples: Iterable[Triple], prefixes: Mapping[str, str] = PREFIXES) -> str:
    """Turtle in one fixed order: by subject, the type first, then by predicate and object."""
    blocks: dict[URIRef, dict[URIRef, list[Term]]] = {}
    for subject, predicate, value in sorted(set(triples), key=_order):
        blocks.setdefault(subject, {}).setdefault(predicate, []).append(value)
    head = "".join(f"@prefix {prefix}: <{iri}> .\n" for prefix, iri in prefixes.items())
    return head + "".join(f"\n{_block(subject, block, prefixes)}" for subject, block in blocks.items())


def _order(triple: Triple) -> tuple[str, bool, str, str]:
    return str(triple[0]), triple[1] != RDF.type, str(triple[1]), _full(triple[2])


def _block(subject: URIRef, block: dict[URIRef, list[Term]], prefixes: Mapping[str, str]) -> str:
    lines = [
        f"{'a' if p == RDF.type else _short(p, prefixes)} {', '.join(_short(v, prefixes) for v in values)}"
        for p, values in block.items()
    ]
    return f"{_short(subject, prefixes)} " + " ;\n    ".join(lines) + " .\n"


def _short(term: Term, prefixes: Mapping[str, str]) -> str:
    if isinstance(term, URIRef):
        for prefix, iri in prefixes.items():
            if term.startswith(iri) and _LOCAL.fullmatch(term[len(iri) :]):
                return f"{prefix}:{term[len(iri) :]}"
    return str(term) if isinstance(term, Literal) and term.datatype in _BARE else _full(term)


def _full(term: Term) -> str:
    if isinstance(term, URIRef):
        return f"<{term}>"
    quoted = f'"{str(term).translate(_ESCAPES)}"'
    if term.language:
        return f"{quoted}@{term.language}"
    return f"{quoted}^^<{term.datatype}>" if term.datatype else quoted
