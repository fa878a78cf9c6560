"""Does a build hold? Offsets, quotes, ids, enumerations, RDF and shapes, told in words.

The tables are read as they stand, so that one bad line hides no other; the RDF is parsed by the strictest parser.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from itertools import zip_longest
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from graph.export.iris import Iris, local_part, term
from graph.export.predicates import PREDICATES, fits
from graph.export.tables import misfits
from graph.model import Document, EntityType, MentionKind, Modality, Polarity, Span, Statement, content_id
from graph.vocabulary.files import ontology_path

Row = dict[str, Any]
_OWN = Iris()
_TABLES = ("documents", "entities", "mentions", "statements")
_TYPES = list(EntityType)
_RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#type"
_ANCHOR = "http://persistence.uni-leipzig.org/nlp2rdf/ontologies/nif-core#anchorOf"
_NAMES = {term(name): predicate for predicate, name in PREDICATES.items()}
_REBUILD = "build again; what stays wrong is a defect of khabar, worth a report"


@dataclass(frozen=True, slots=True)
class Problem:
    """Something in a build that does not hold.

    >>> print(Problem("no such entity", "mentions.jsonl:3"))
    mentions.jsonl:3: no such entity — build again; what stays wrong is a defect of khabar, worth a report
    """

    what: str
    where: str
    remedy: str = _REBUILD

    def __str__(self) -> str:
        return f"{self.where}: {self.what} — {self.remedy}"


@dataclass(slots=True)
class _Build:
    """The rows of a build by table, each with its line, and the ids that others may refer to."""

    folder: Path
    iris: Iris
    rows: dict[str, list[tuple[str, Row]]] = field(default_factory=dict)
    documents: dict[str, Row] = field(default_factory=dict)
    entities: dict[str, Row] = field(default_factory=dict)
    statements: dict[str, Row] = field(default_factory=dict)

    def text(self, document: str) -> str | None:
        text = self.documents.get(document, {}).get("text")
        return text if isinstance(text, str) else None


def validate(folder: Path, iris: Iris = _OWN) -> Iterator[Problem]:
    """What does not hold in the build in `folder`, first what is wrong in the tables, then in the RDF."""
    build = _Build(folder, iris)
    tables = list(_tables(build))
    yield from tables
    rdf = [*_rdf(build, "graph.ttl"), *_rdf(build, "graph.nq")]
    yield from rdf
    shapes = [] if rdf else list(_shapes(build))
    yield from shapes
    if not (tables or rdf or shapes):
        yield from _differences(build)


def _tables(build: _Build) -> Iterator[Problem]:
    for table in _TABLES:
        yield from _read(build, table)
    for table, check in _CHECKS.items():
        for where, row in build.rows[table]:
            wrong = [Problem(what, where) for what in misfits(table, row)]
            yield from wrong
            if wrong:
                continue
            try:
                yield from check(build, row, where)
            except (KeyError, TypeError, ValueError, AttributeError) as error:
                yield Problem(f"is no row of this table ({type(error).__name__}: {error})", where)


def _read(build: _Build, table: str) -> Iterator[Problem]:
    path = build.folder / f"{table}.jsonl"
    rows = build.rows.setdefault(table, [])
    try:
        lines = path.read_bytes().split(b"\n")
    except OSError as error:
        yield Problem(f"cannot be read ({error.strerror})", path.name)
        return
    if lines.pop():
        yield Problem("the last line is cut off", path.name)
    known: dict[str, Row] = getattr(build, table, {})
    for number, line in enumerate(lines, 1):
        where = f"{path.name}:{number}"
        try:
            row = json.loads(line.decode("utf-8"))
        except ValueError as error:
            yield Problem(f"is no JSON in UTF-8 ({error})", where)
            continue
        if not isinstance(row, dict):
            yield Problem("is no JSON object", where)
            continue
        rows.append((where, row))
        if table != "mentions":
            key = str(row.get("id"))
            if key in known:
                yield Problem(f"the id {key} was used before", where)
            known[key] = row


def _document(build: _Build, row: Row, where: str) -> Iterator[Problem]:
    names = ("text", "language", "title", "published", "publisher", "url", "key")
    document = Document(**{name: row[name] for name in names})
    where = f"{where}, {_article(row)}"
    if document.sha256 != row["sha256"]:
        yield Problem("sha256 is not that of the text", where)
    if build.iris.document(document.id) != row["id"]:
        yield Problem("the id is not that of the content", where)


def _entity(build: _Build, row: Row, where: str) -> Iterator[Problem]:
    where = f"{where}, {row['label']}"
    yield from _one_of(EntityType, row["type"], "type", where)
    if build.iris.entity(local_part(row["id"])) != row["id"]:
        yield Problem(f"{row['id']} is no IRI of an entity", where)
    if row["label"] not in (*row["labels"].values(), local_part(row["id"])):
        yield Problem("the label is none of the labels", where)
    if row["mentions"] < row["documents"]:
        yield Problem(f"{row['documents']} documents cannot hold {row['mentions']} mentions", where)


def _mention(build: _Build, row: Row, where: str) -> Iterator[Problem]:
    text = build.text(row["document"])
    if text is None:
        yield Problem(f"there is no document {row['document']}", where)
        return
    span = Span(row["start"], row["end"])
    where = f"{where}, {_article(build.documents[row['document']])}, {_around(text, span)}"
    if not _inside(text, span) or span.of(text) != row["text"]:
        yield Problem(f"«{row['text']}» does not read back from {span.start} to {span.end}: «{span.of(text)}»", where)
    if row["entity"] not in build.entities:
        yield Problem(f"there is no entity {row['entity']}", where)
    yield from _one_of(EntityType, row["type"], "type", where)
    yield from _one_of(MentionKind, row["kind"], "kind", where)
    yield from _score(row["score"], "score", where)


def _statement(build: _Build, row: Row, where: str) -> Iterator[Problem]:
    text = build.text(row["document"])
    if text is None:
        yield Problem(f"there is no document {row['document']}", where)
        return
    where = f"{where}, {_told(build, row)}"
    for role in ("subject", "object", "source", "place"):
        if row[role] not in build.entities and not (row[role] is None and role in ("source", "place")):
            yield Problem(f"{role}: there is no entity {row[role]}", where)
    if row["subject"] == row["object"]:
        yield Problem("subject and object are the same", where)
    if row["predicate"] not in PREDICATES:
        yield Problem(f"there is no predicate {row['predicate']!r}", where, f"one of {' '.join(PREDICATES)}")
    one, other = (build.entities.get(row[role], {}).get("type") for role in ("subject", "object"))
    if all(kind in _TYPES for kind in (one, other)) and not fits(
        row["predicate"], EntityType(str(one)), EntityType(str(other))
    ):
        yield Problem(f"{row['predicate']} cannot link a {one} to a {other}", where)
    wrong = [
        *_one_of(Polarity, row["polarity"], "polarity", where),
        *_one_of(Modality, row["modality"], "modality", where),
    ]
    yield from wrong
    if not wrong and build.iris.claim(_value(row).id) != row["id"]:
        yield Problem("the id is not that of the content", where)
    yield from _score(row["confidence"], "confidence", where)
    yield from _evidence(row, text, where)


def _evidence(row: Row, text: str, where: str) -> Iterator[Problem]:
    if not row["evidence"]:
        yield Problem("there is no evidence", where)
        return
    first = row["evidence"][0]
    flat = [row["sentence_start"], row["sentence_end"]], [row["trigger_start"], row["trigger_end"]]
    if (first["sentence"], first["trigger"]) != flat:
        yield Problem("the offsets are not those of the first passage", where)
    for number, passage in enumerate(row["evidence"], 1):
        for name in ("sentence", "trigger", "subject", "object", "source"):
            span = passage[name]
            if not (span is None and name == "source") and not _inside(text, Span(*span)):
                yield Problem(f"passage {number}: {name} {span} is no part of the text", where)
        if not Span(*passage["sentence"]).contains(Span(*passage["trigger"])):
            yield Problem(f"passage {number}: the trigger is outside of the sentence", where)
        if type(passage["rule"]) is not str:
            yield Problem(f"passage {number}: {passage['rule']!r} is no rule", where)
        if (passage["source"] is None) != (row["source"] is None):
            yield Problem(f"passage {number}: the source and its words do not go together", where)


_CHECKS: dict[str, Callable[[_Build, Row, str], Iterator[Problem]]] = {
    "documents": _document,
    "entities": _entity,
    "mentions": _mention,
    "statements": _statement,
}


def _value(row: Row) -> Statement:
    """The statement of a row, as far as its id goes."""
    source = local_part(row["source"]) if row["source"] else None
    return Statement(
        local_part(row["document"]),
        local_part(row["subject"]),
        row["predicate"],
        local_part(row["object"]),
        source,
        Polarity(row["polarity"]),
        Modality(row["modality"]),
        bool(row["reported"]),
    )


def _rdf(build: _Build, name: str) -> Iterator[Problem]:
    """Whether a file parses, holds the plain triples that it should and no other, and (N-Quads) every claim."""
    import pyoxigraph

    path = build.folder / name
    expected = {_plain(row) for _, row in build.rows["statements"] if _factual(row)}
    facts: set[tuple[str, str, str]] = set()
    claims: set[str] = set()
    try:
        kind = pyoxigraph.RdfFormat.TURTLE if name.endswith(".ttl") else pyoxigraph.RdfFormat.N_QUADS
        for quad in pyoxigraph.parse(path=str(path), format=kind):
            subject, predicate, value = (getattr(part, "value", "") for part in quad.triple)
            if pyoxigraph.BlankNode in (type(quad.subject), type(quad.object)):
                yield Problem(f"a blank node: {quad}", name)
            elif predicate in _NAMES:
                facts.add((subject, predicate, value))
                if name.endswith(".nq") and getattr(quad.graph_name, "value", "") != build.iris.graph("facts"):
                    yield Problem(f"a plain triple outside of the graph of facts: {quad}", name)
            elif predicate == _RDF and value == term("Claim"):
                claims.add(subject)
            elif predicate == _ANCHOR and (wrong := _misquoted(build, subject, value)):
                yield Problem(wrong, f"{name}, {subject}")
    except (OSError, SyntaxError, ValueError) as error:
        yield Problem(f"cannot be read ({error})", name)
        return
    for fact in sorted(facts - expected):
        yield Problem(f"states as fact what no article states: {_words(build, fact)}", name)
    for fact in sorted(expected - facts):
        yield Problem(f"lacks a fact that an article states: {_words(build, fact)}", name)
    if name.endswith(".nq"):
        yield from _unequal(build, claims, name)


def _unequal(build: _Build, claims: set[str], name: str) -> Iterator[Problem]:
    if len(claims) != len(build.rows["statements"]):
        yield Problem(f"{len(claims)} claims, but {len(build.rows['statements'])} statements", name)
    for claim in sorted(build.statements.keys() - claims):
        yield Problem(f"lacks the claim {claim}", f"{name}, {_told(build, build.statements[claim])}")
    for claim in sorted(claims - build.statements.keys()):
        yield Problem(f"holds a claim that is no statement: {claim}", name)


def _misquoted(build: _Build, iri: str, quote: str) -> str | None:
    """What is wrong with a quote, given the IRI that says where it stands."""
    from graph.export.rdf_terms import clean

    document, _, offsets = iri.partition("#char=")
    text = build.text(document)
    try:
        start, end = map(int, offsets.split(","))
    except ValueError:
        return "is no passage of an article"
    if text is None or not _inside(text, Span(start, end)):
        return "is no passage of an article"
    said = clean(text[start:end])
    return None if said == quote else f"quotes «{quote}» where the article says «{said}»"


def _shapes(build: _Build) -> Iterator[Problem]:
    """What `ontologies/shapes.ttl` forbids; nothing where pySHACL is not installed."""
    try:
        import pyshacl
    except ImportError:
        return
    import pyoxigraph
    from rdflib import SH, Graph

    data, shapes, ontology = Graph(), Graph(), Graph().parse(ontology_path("khabar.ttl"))
    lines = {
        pyoxigraph.serialize([quad.triple], format=pyoxigraph.RdfFormat.N_TRIPLES) or b""
        for quad in pyoxigraph.parse(path=str(build.folder / "graph.nq"), format=pyoxigraph.RdfFormat.N_QUADS)
    }
    data.parse(data=b"".join(sorted(lines)), format="nt")
    shapes.parse(ontology_path("shapes.ttl"))
    _, report, _ = pyshacl.validate(data, shacl_graph=shapes, ont_graph=ontology)
    found: set[tuple[str, str]] = set()
    for result in report.subjects(SH.resultSeverity, None):
        focus = str(report.value(result, SH.focusNode))
        value = report.value(result, SH.value)
        message = min(map(str, report.objects(result, SH.resultMessage)), default="a shape is not met")
        found.add(
            (
                f"graph.nq, {_place(build, focus)}",
                message if value is None or str(value) == focus else f"{message} (got {value})",
            )
        )
    yield from (Problem(what, where) for where, what in sorted(found))


def _differences(build: _Build) -> Iterator[Problem]:
    """The first lines in which the RDF is not what the tables give."""
    from graph.export.rdf import write_dataset, write_facts
    from graph.store.folder import load

    kg = load(build.folder)
    with TemporaryDirectory() as fresh:
        for name, write in {"graph.ttl": write_facts, "graph.nq": write_dataset}.items():
            write(kg, Path(fresh, name), build.iris)
            expected, found = (path.read_text("utf-8").split("\n") for path in (Path(fresh, name), build.folder / name))
            for number, (one, other) in enumerate(zip_longest(expected, found, fillvalue="nothing"), 1):
                if one != other:
                    yield Problem(f"says «{other}» where the tables say «{one}»", f"{name}:{number}")
                    break


def _place(build: _Build, iri: str) -> str:
    """A node of the RDF in words: the article and the sentence that it comes from, where there is one."""
    row = build.statements.get(iri)
    if row is None and "/proposition/" in iri:
        row = next((r for _, r in build.rows["statements"] if _proposition(r) == local_part(iri)), None)
    if row is not None:
        parties = [build.entities.get(str(row.get(role)), {}).get("label") for role in ("subject", "object")]
        return f"{parties[0]} {row.get('predicate')} {parties[1]}, {_told(build, row)}"
    document = build.documents.get(iri.partition("#")[0])
    return f"{iri}, {_article(document)}" if document else iri


def _proposition(row: Row) -> str:
    return content_id(*(local_part(str(row.get(part))) for part in ("subject", "predicate", "object")))


def _told(build: _Build, row: Row) -> str:
    """The article and the sentence of a statement."""
    document = str(row.get("document"))
    start, end = row.get("sentence_start"), row.get("sentence_end")
    known = isinstance(start, int) and isinstance(end, int)
    sentence = (build.text(document) or "")[start:end].strip() if known else "?"
    return f"{_article(build.documents.get(document, {}))}, «{sentence[:160]}»"


def _article(row: Row) -> str:
    name = row.get("title") or row.get("key") or row.get("source") or row.get("id") or "an unknown article"
    return f"“{name}”"


def _around(text: str, span: Span) -> str:
    return f"«{text[max(0, span.start - 30) : span.end + 30].strip()}»"


def _words(build: _Build, fact: tuple[str, str, str]) -> str:
    one, other = (build.entities.get(iri, {}).get("label", iri) for iri in (fact[0], fact[2]))
    return f"{one} {_NAMES.get(fact[1], fact[1])} {other}"


def _factual(row: Row) -> bool:
    own_voice = not row.get("reported") and not row.get("source")
    return own_voice and row.get("polarity") == Polarity.AFFIRMED and row.get("modality") == Modality.ASSERTED


def _plain(row: Row) -> tuple[str, str, str]:
    predicate = PREDICATES.get(str(row.get("predicate")), "")
    return str(row.get("subject")), term(predicate), str(row.get("object"))


def _one_of(
    kind: type[EntityType | MentionKind | Polarity | Modality], value: object, name: str, where: str
) -> Iterator[Problem]:
    allowed = [str(member) for member in kind]
    if value not in allowed:
        yield Problem(f"there is no {name} {value!r}", where, f"one of {', '.join(allowed)}")


def _score(value: float, name: str, where: str) -> Iterator[Problem]:
    if not 0 <= value <= 1:
        yield Problem(f"{name} {value} is not between 0 and 1", where)


def _inside(text: str, span: Span) -> bool:
    return all(type(offset) is int for offset in span) and 0 <= span.start < span.end <= len(text)
