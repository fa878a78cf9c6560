"""The four tables of a build, as JSON Lines."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path
from types import NoneType
from typing import Any

from graph.export.files import write_lines
from graph.export.iris import Iris
from graph.knowledge import KnowledgeGraph, ResolvedMention
from graph.model import Document, Entity, Evidence, Statement

Row = dict[str, Any]
_MAYBE, _NUMBER = (str, NoneType), (int, float)
FIELDS: dict[str, dict[str, tuple[type, ...]]] = {
    "documents": dict.fromkeys(("id", "source", "language", "sha256", "text"), (str,))
    | dict.fromkeys(("key", "title", "published", "publisher", "url"), _MAYBE),
    "entities": dict.fromkeys(("id", "type", "label"), (str,))
    | {"labels": (dict,), "aliases": (list,), "same_as": (list,), "mentions": (int,), "documents": (int,)},
    "mentions": dict.fromkeys(("document", "text", "entity", "type", "kind", "by", "head"), (str,))
    | {"start": (int,), "end": (int,), "score": _NUMBER, "candidates": (list,)},
    "statements": dict.fromkeys(
        ("id", "document", "subject", "predicate", "object", "polarity", "modality", "rule"), (str,)
    )
    | dict.fromkeys(("source", "time", "place"), _MAYBE)
    | dict.fromkeys(("sentence_start", "sentence_end", "trigger_start", "trigger_end"), (int,))
    | {"reported": (bool,), "confidence": _NUMBER, "evidence": (list,)},
}
"""The fields of each table and the types that they take."""

_SURROGATE = re.compile("[\ud800-\udfff]")


def write_tables(kg: KnowledgeGraph, folder: Path, iris: Iris | None = None) -> None:
    """Write documents.jsonl, entities.jsonl, mentions.jsonl and statements.jsonl into `folder`."""
    iris = iris or Iris()
    for name, rows in tables(kg, iris).items():
        write_lines(folder / f"{name}.jsonl", map(as_line, rows))


def as_line(row: Row) -> str:
    r"""One line of JSON; a lone surrogate, which UTF-8 cannot hold, is escaped.

    >>> print(as_line({"label": "خبر \ud83d"}))
    {"label": "خبر \ud83d"}
    """
    return _SURROGATE.sub(lambda found: f"\\u{ord(found[0]):04x}", json.dumps(row, ensure_ascii=False))


def misfits(table: str, row: Row) -> Iterator[str]:
    """The fields of a row that are missing or of another type.

    >>> list(misfits("mentions", {"document": 1}))[:2]
    ['document cannot be 1', 'text is missing']
    """
    for name, kinds in FIELDS[table].items():
        value = row.get(name)
        parts = value.values() if isinstance(value, dict) else value if isinstance(value, list) else ()
        if name not in row:
            yield f"{name} is missing"
        elif type(value) not in kinds or any(type(part) is not (dict if name == "evidence" else str) for part in parts):
            yield f"{name} cannot be {value!r}"


def tables(kg: KnowledgeGraph, iris: Iris) -> dict[str, Iterator[Row]]:
    """The rows of each table, in their order."""
    mentions = sorted(kg.mentions, key=lambda m: (m.document, m.mention.span))
    ordered = sorted(
        kg.statements.values(), key=lambda s: (s.document, s.evidence[0].sentence, s.evidence[0].trigger, s.id)
    )
    return {
        "documents": (document_row(d, iris) for d in kg.documents.values()),
        "entities": (entity_row(e, iris) for e in kg.entities.values()),
        "mentions": (mention_row(m, iris) for m in mentions),
        "statements": (statement_row(s, iris) for s in ordered),
    }


def document_row(document: Document, iris: Iris) -> Row:
    """An article, with its whole text."""
    return {
        "id": iris.document(document.id),
        "key": document.key,
        "source": document.source,
        "title": document.title,
        "language": document.language,
        "published": document.published,
        "publisher": document.publisher,
        "url": document.url,
        "sha256": document.sha256,
        "text": document.text,
    }


def entity_row(entity: Entity, iris: Iris) -> Row:
    """An entity with every name that was seen."""
    return {
        "id": iris.entity(entity.id),
        "type": str(entity.type),
        "label": entity.label("en"),
        "labels": dict(entity.labels),
        "aliases": list(entity.aliases),
        "same_as": list(entity.same_as),
        "mentions": entity.mentions,
        "documents": entity.documents,
    }


def mention_row(resolved: ResolvedMention, iris: Iris) -> Row:
    """A mention and what it names."""
    mention = resolved.mention
    return {
        "document": iris.document(resolved.document),
        "start": mention.span.start,
        "end": mention.span.end,
        "text": mention.text,
        "entity": iris.entity(resolved.entity),
        "type": str(mention.type),
        "kind": str(mention.kind),
        "score": round(mention.score, 4),
        "by": mention.by,
        "head": mention.head,
        "candidates": list(mention.candidates),
    }


def statement_row(statement: Statement, iris: Iris) -> Row:
    """A statement; the flat offsets are those of its first passage."""
    first = statement.evidence[0]
    return {
        "id": iris.claim(statement.id),
        "document": iris.document(statement.document),
        "subject": iris.entity(statement.subject),
        "predicate": statement.predicate,
        "object": iris.entity(statement.object),
        "source": iris.entity(statement.source) if statement.source else None,
        "reported": statement.reported,
        "polarity": str(statement.polarity),
        "modality": str(statement.modality),
        "time": statement.time,
        "place": iris.entity(statement.place) if statement.place else None,
        "sentence_start": first.sentence.start,
        "sentence_end": first.sentence.end,
        "trigger_start": first.trigger.start,
        "trigger_end": first.trigger.end,
        "confidence": statement.confidence,
        "rule": first.rule,
        "evidence": [evidence_row(evidence) for evidence in statement.evidence],
    }


def evidence_row(evidence: Evidence) -> Row:
    """The spans of one passage, and the rule that read it."""
    spans = ("sentence", "trigger", "subject", "object", "source")
    return {name: list(span) if (span := getattr(evidence, name)) else None for name in spans} | {"rule": evidence.rule}
