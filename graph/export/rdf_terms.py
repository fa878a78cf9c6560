"""RDF terms that every store takes: ASCII IRIs, literals without controls, valid language tags. rdflib makes them."""

from __future__ import annotations

import re
from datetime import date, datetime
from urllib.parse import quote

from rdflib import Literal, Namespace, URIRef
from rdflib.namespace import XSD

from graph.errors import KhabarError
from graph.export.iris import ONTOLOGY

KHABAR = Namespace(ONTOLOGY)
NIF = Namespace("http://persistence.uni-leipzig.org/nlp2rdf/ontologies/nif-core#")
ITS = Namespace("http://www.w3.org/2005/11/its/rdf#")
SCHEMA = Namespace("https://schema.org/")

Term = URIRef | Literal
Triple = tuple[URIRef, URIRef, Term]

_CONTROLS = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")
_IRI = re.compile(r"[a-z][a-z0-9+.-]*:(?:[A-Za-z0-9\-._~:/?#@!$&'()*+,;=]|%[0-9A-Fa-f]{2})+")
_WEB = re.compile(r"https?://[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)*(?::\d{1,5})?(?:[/?][^#]*)?(?:#[^#]*)?")
_TAG = re.compile(
    r"(?:[a-z]{2,3}(?:-[a-z]{3}){0,3}|[a-z]{4,8})(?:-[a-z]{4})?(?:-(?:[a-z]{2}|\d{3}))?(?:-(?:[a-z0-9]{5,8}|\d[a-z0-9]{3}))?",
    re.IGNORECASE,
)
_ISO_8601 = re.compile(
    r"\d{4}(-\d\d){0,2}|"
    r"\d{4}-\d\d-\d\dT([01]\d|2[0-3]):\d\d:\d\d(\.\d+)?(Z|[+-](0\d|1[0-3]):[0-5]\d|[+-]14:00)?",
    re.ASCII,
)


def clean(text: str) -> str:
    """The text without the characters that stores cut at or refuse: controls, lone surrogates, U+FFFE, U+FFFF.

    >>> clean("خبر\\x00\\tعاجل")
    'خبر\\tعاجل'
    """
    return _CONTROLS.sub("", text)


def node(iri: str) -> URIRef:
    """An IRI of our own; raises KhabarError where an id is no part of one."""
    if not _IRI.fullmatch(iri):
        raise KhabarError("an id makes no IRI", value=iri, remedy="use ASCII letters, digits and hyphens in ids")
    return URIRef(iri)


def web(iri: str | None) -> URIRef | None:
    """An IRI of somebody else in ASCII, percent-encoded; None where it is no web address.

    >>> web("https://example.org/خبر?a=[1]&b=100%")
    rdflib.term.URIRef('https://example.org/%D8%AE%D8%A8%D8%B1?a=%5B1%5D&b=100%25')
    >>> web("javascript:alert(1)")
    """
    scheme, _, rest = (iri or "").strip().partition("://")
    host, slash, path = rest.partition("/")
    try:
        host = host if host.isascii() else host.encode("idna").decode("ascii")
    except UnicodeError:
        return None
    encoded = quote(path, safe="/:?#@!$&'()*+,;=~%", errors="replace")
    whole = f"{scheme.lower()}://{host}{slash}" + re.sub(r"%(?![0-9A-Fa-f]{2})", "%25", encoded)
    return URIRef(whole) if _WEB.fullmatch(whole) and _IRI.fullmatch(whole) else None


def text(value: str, language: str | None = None) -> Literal:
    """A literal in a language, without a tag where the tag is not valid BCP 47.

    >>> text("خبر", "ar_EG").n3(), text("خبر", "؟").n3(), text("خبر", "und").n3()
    ('"خبر"@ar-EG', '"خبر"', '"خبر"')
    """
    tag = (language or "").replace("_", "-")
    return Literal(clean(value), lang=tag if tag != "und" and _TAG.fullmatch(tag) else None)


def when(value: str) -> Literal:
    """A date in as many parts as it has; what is no ISO 8601 date stays a string.

    >>> [when(v).n3()[-8:] for v in ("2021-11-12", "2021-11")], when("2021-02-31").datatype
    (['ma#date>', 'arMonth>'], None)
    """
    return Literal(clean(value), datatype=_precision(value), normalize=False)


def _precision(value: str) -> URIRef | None:
    if not _ISO_8601.fullmatch(value):
        return None
    try:
        if len(value) > 10:
            return XSD.dateTime if datetime.fromisoformat(value) else None
        date.fromisoformat(f"{value}-01-01"[:10])
    except ValueError:
        return None
    return {4: XSD.gYear, 7: XSD.gYearMonth, 10: XSD.date}[len(value)]


def offset(value: int) -> Literal:
    """An offset, of the type that NIF gives it."""
    return Literal(str(value), datatype=XSD.nonNegativeInteger, normalize=False)


def count(value: int) -> Literal:
    """How many."""
    return Literal(str(value), datatype=XSD.integer, normalize=False)


def decimal(value: float) -> Literal:
    """A score with two decimals.

    >>> decimal(0.9).n3()
    '"0.90"^^<http://www.w3.org/2001/XMLSchema#decimal>'
    """
    return Literal(f"{value:.2f}", datatype=XSD.decimal, normalize=False)


def boolean(value: bool) -> Literal:
    """`true` or `false`."""
    return Literal("true" if value else "false", datatype=XSD.boolean, normalize=False)
