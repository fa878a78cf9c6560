"""What a build holds, in a page of words."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from graph.knowledge import KnowledgeGraph


def summary(kg: KnowledgeGraph, top: int, language: str) -> Iterator[str]:
    """Counts, top actors, top pairs and coverage, line by line."""
    counts = kg.counts()
    mentioned = Counter(m.document for m in kg.mentions)
    stated = Counter(s.document for s in kg.statements.values())
    words = sum(len(d.text.split()) for d in kg.documents.values())
    yield f"{len(kg.documents)} documents, {words} words, {len(kg.mentions)} mentions, {len(kg.entities)} entities, {len(kg)} statements"
    for name in ("type", "predicate", "polarity", "modality", "voice"):
        yield f"{name + ':':<12}" + ", ".join(
            f"{key} {n}" for key, n in sorted(counts[name].items(), key=lambda kv: (-kv[1], kv[0]))
        )
    languages = Counter(d.language for d in kg.documents.values())
    yield f"{'language:':<12}" + ", ".join(
        f"{key} {n}" for key, n in sorted(languages.items(), key=lambda kv: (-kv[1], kv[0]))
    )
    linked = sum(not e.local for e in kg.entities.values())
    yield from ("", "coverage")
    yield f"  documents with a mention    {_share(len(mentioned), len(kg.documents))}"
    yield f"  documents with a statement  {_share(len(stated), len(kg.documents))}"
    yield f"  entities known by hand      {_share(linked, len(kg.entities))}"
    yield from ("", "top actors (statements)")
    yield from _ranked(kg, Counter(e for s in kg.statements.values() for e in {s.subject, s.object}), top, language)
    yield from ("", "top pairs (statements)")
    pairs = Counter(tuple(sorted((s.subject, s.object))) for s in kg.statements.values())
    for (one, other), n in sorted(pairs.items(), key=lambda kv: (-kv[1], kv[0]))[:top]:
        yield f"  {n:>5}  {kg.entities[one].label(language)} — {kg.entities[other].label(language)}"


def _ranked(kg: KnowledgeGraph, counts: Counter[str], top: int, language: str) -> Iterator[str]:
    for entity, n in sorted(counts.items(), key=lambda kv: (-kv[1], kv[0]))[:top]:
        yield f"  {n:>5}  {kg.entities[entity].label(language)} ({kg.entities[entity].type})"


def _share(part: int, whole: int) -> str:
    return f"{part} of {whole} ({100 * part / whole:.0f} %)" if whole else "0 of 0"
