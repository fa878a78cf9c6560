"""A part of a graph, where the whole is more than a page should hold."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace

from graph.errors import InputError
from graph.knowledge import KnowledgeGraph
from graph.model import Statement


def narrow(
    kg: KnowledgeGraph,
    *,
    focus: str | None = None,
    since: str | None = None,
    until: str | None = None,
    max_nodes: int | None = None,
) -> KnowledgeGraph:
    """The part about `focus` (an id or a name), of articles published from `since` to `until`, of the strongest actors.

    Dates are ISO 8601 and inclusive; undated articles stay out where a date is asked for. Entities that no remaining
    statement or mention needs are left out.
    """
    statements = [s for s in kg.statements.values() if _dated(kg.documents[s.document].day, since, until)]
    if focus is not None:
        wanted = _ids(kg, focus)
        statements = [s for s in statements if wanted & {s.subject, s.object, s.source}]
    if max_nodes is not None:
        strongest = _strongest(statements, max_nodes)
        statements = [s for s in statements if {s.subject, s.object} <= strongest]
    narrowed = focus is not None or max_nodes is not None
    return _keep(kg, statements, since, until, only_parties=narrowed)


def _dated(day: str | None, since: str | None, until: str | None) -> bool:
    if since is None and until is None:
        return True
    return day is not None and (since or "") <= day and (until is None or day <= until or day.startswith(until))


def _ids(kg: KnowledgeGraph, focus: str) -> set[str]:
    found = {entity.id for entity in kg.find(focus)}
    if not found:
        raise InputError("no entity bears this name", value=focus, remedy="look one up with `khabar stats`")
    return found


def _strongest(statements: list[Statement], limit: int) -> set[str]:
    counts = Counter(party for s in statements for party in (s.subject, s.object))
    return set(sorted(counts, key=lambda party: (-counts[party], party))[:limit])


def _keep(
    kg: KnowledgeGraph, statements: list[Statement], since: str | None, until: str | None, *, only_parties: bool
) -> KnowledgeGraph:
    """The graph of `statements` with the entities that they, or the mentions of articles in the period, name."""
    mentions = [m for m in kg.mentions if _dated(kg.documents[m.document].day, since, until)]
    needed = {party for s in statements for party in (s.subject, s.object, s.source, s.place) if party}
    if not only_parties:
        needed |= {m.entity for m in mentions}
        documents = {key: d for key, d in kg.documents.items() if _dated(d.day, since, until)}
    else:
        used = {s.document for s in statements}
        documents = {key: d for key, d in kg.documents.items() if key in used}
    return replace(
        kg,
        documents=documents,
        entities={key: e for key, e in kg.entities.items() if key in needed},
        mentions=tuple(m for m in mentions if m.entity in needed and m.document in documents),
        statements={s.id: s for s in statements},
    )
