"""A folder of tables back into a KnowledgeGraph."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from graph.errors import InputError
from graph.knowledge import KnowledgeGraph, ResolvedMention, sorted_by_id
from graph.model import (
    Document,
    Entity,
    EntityType,
    Evidence,
    Mention,
    MentionKind,
    Modality,
    Polarity,
    Span,
    Statement,
)

Row = dict[str, Any]


def load(folder: Path) -> KnowledgeGraph:
    """The graph whose tables stand in `folder`."""
    documents = sorted_by_id(_rows(folder, "documents", _document))
    return KnowledgeGraph(
        documents,
        sorted_by_id(_rows(folder, "entities", _entity)),
        tuple(_rows(folder, "mentions", _mention)),
        sorted_by_id(_rows(folder, "statements", _statement)),
    )


def _rows(folder: Path, name: str, make: Callable[[Row], Any]) -> Iterator[Any]:
    path = folder / f"{name}.jsonl"
    try:
        with path.open("rb") as file:
            for number, line in enumerate(file, 1):
                try:
                    yield make(json.loads(line.decode("utf-8")))
                except (ValueError, KeyError, TypeError, AttributeError) as error:
                    raise InputError(
                        "is no row of this table", where=f"{path}:{number}", value=str(error), remedy="build again"
                    ) from error
    except OSError as error:
        raise InputError(
            "is no build", where=str(path), value=error.strerror, remedy="run khabar build first"
        ) from error


def _id(iri: str | None) -> str | None:
    return iri.rsplit("/", 1)[-1] if iri else None


def _document(row: Row) -> Document:
    names = ("text", "language", "title", "published", "publisher", "url", "key", "source")
    return Document(**{name: row[name] for name in names})


def _entity(row: Row) -> Entity:
    return Entity(
        str(_id(row["id"])),
        EntityType(row["type"]),
        tuple(row["labels"].items()),
        tuple(row["aliases"]),
        tuple(row["same_as"]),
        row["mentions"],
        row["documents"],
    )


def _mention(row: Row) -> ResolvedMention:
    span, kind = Span(row["start"], row["end"]), MentionKind(row["kind"])
    candidates, head = tuple(row.get("candidates", ())), row.get("head", "")
    mention = Mention(
        span, row["text"], EntityType(row["type"]), kind, candidates, head, row["score"], row.get("by", "")
    )
    return ResolvedMention(str(_id(row["document"])), mention, str(_id(row["entity"])))


def _statement(row: Row) -> Statement:
    return Statement(
        str(_id(row["document"])),
        str(_id(row["subject"])),
        row["predicate"],
        str(_id(row["object"])),
        _id(row["source"]),
        Polarity(row["polarity"]),
        Modality(row["modality"]),
        row["reported"],
        row["time"],
        _id(row["place"]),
        row["confidence"],
        tuple(_evidence(evidence) for evidence in row["evidence"]),
    )


def _evidence(row: Row) -> Evidence:
    spans = {
        name: Span(*row[name]) if row[name] else None for name in ("sentence", "trigger", "subject", "object", "source")
    }
    return Evidence(**spans, rule=row["rule"])  # type: ignore[arg-type]
