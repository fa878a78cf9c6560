"""From a KnowledgeGraph to what the page shows."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from math import sqrt

from graph.export.page.layout import Placed, place
from graph.export.page.quoting import Quotes
from graph.export.page.view import DocumentView, EdgeView, NodeView, PageView, StatementView, Status
from graph.knowledge import KnowledgeGraph
from graph.model import Document, Entity, Modality, Polarity, Statement

_ORDER = tuple(Status)
_LABEL, _TITLE = 160, 300
_SMALL, _LARGE = 8, 26
_BY_MODALITY = {
    Modality.FUTURE: Status.FUTURE,
    Modality.POSSIBLE: Status.POSSIBLE,
    Modality.CONDITIONAL: Status.CONDITIONAL,
}


def compose(kg: KnowledgeGraph, *, title: str | None = None, language: str = "ar") -> PageView:
    """The page's data, in an order that depends on the graph alone."""
    nodes = {key: number for number, key in enumerate(_by_importance(kg))}
    documents = {key: number for number, key in enumerate(sorted(kg.documents, key=lambda k: _newest(kg.documents[k])))}
    contested = _contested(kg.statements.values())
    bundles = _bundles(kg.statements.values(), contested, nodes)
    edge_of = {s.id: number for number, members in enumerate(bundles.values()) for s in members}
    quotes = Quotes()
    ordered = [s for members in bundles.values() for s in members]
    statements = tuple(_statement(kg, s, contested, nodes, documents, edge_of, quotes) for s in ordered)
    return PageView(
        title=(title or _title(kg) or "")[:_TITLE],
        language=language,
        nodes=_nodes(kg, nodes),
        edges=_edges(bundles, nodes),
        statements=statements,
        documents=tuple(_document(kg.documents[key]) for key in documents),
        sentences=quotes.sentences,
    )


def status_of(statement: Statement, contested: Iterable[str] = ()) -> Status:
    """The status that a reader sees; `contested` are propositions that are both affirmed and denied."""
    if statement.proposition in contested:
        return Status.CONTESTED
    if statement.polarity is Polarity.NEGATED:
        return Status.DENIED
    if statement.modality is Modality.ASSERTED:
        return Status.CLAIMED if statement.reported or statement.source else Status.STATED
    return _BY_MODALITY[statement.modality]


def _contested(statements: Iterable[Statement]) -> frozenset[str]:
    polarities: defaultdict[str, set[Polarity]] = defaultdict(set)
    for statement in statements:
        polarities[statement.proposition].add(statement.polarity)
    return frozenset(proposition for proposition, found in polarities.items() if len(found) > 1)


def _importance(kg: KnowledgeGraph) -> Counter[str]:
    counts = Counter({key: entity.mentions for key, entity in kg.entities.items()})
    for statement in kg.statements.values():
        counts.update({statement.subject: 3, statement.object: 3})
        if statement.source:
            counts[statement.source] += 1
    return counts


def _by_importance(kg: KnowledgeGraph) -> list[str]:
    counts = _importance(kg)
    return sorted(kg.entities, key=lambda key: (-counts[key], key))


def _newest(document: Document) -> tuple[int, str]:
    """A key that sorts the newest article first, undated ones last."""
    digits = (document.day or "").replace("-", "")
    return (-int(digits) if digits.isdecimal() else 0, document.id)


Bundles = dict[tuple[int, int, int], list[Statement]]


def _bundles(statements: Iterable[Statement], contested: frozenset[str], nodes: Mapping[str, int]) -> Bundles:
    """Statements by subject, object and status, in that order."""
    found: defaultdict[tuple[int, int, int], list[Statement]] = defaultdict(list)
    for statement in statements:
        status = _ORDER.index(status_of(statement, contested))
        found[nodes[statement.subject], nodes[statement.object], status].append(statement)
    return {key: sorted(found[key], key=lambda s: (s.predicate, s.polarity, s.id)) for key in sorted(found)}


def _edges(bundles: Bundles, nodes: Mapping[str, int]) -> tuple[EdgeView, ...]:
    lines = Counter((subject, object_) for subject, object_, _ in bundles)
    drawn: Counter[tuple[int, int]] = Counter()
    edges, first = [], 0
    for (subject, object_, status), members in bundles.items():
        pair = (subject, object_)
        numbers = tuple(range(first, first := first + len(members)))
        bend = _bend(drawn[pair], lines[pair], lines[object_, subject])
        drawn[pair] += 1
        edges.append(EdgeView(subject, object_, _ORDER[status], numbers, _frequent(members), bend))
    return tuple(edges)


def _bend(position: int, parallel: int, opposite: int) -> float:
    """How far a line bends clockwise, so that lines between the same two entities lie side by side."""
    if opposite:
        return round(0.12 + 0.14 * position, 2)
    return round(0.16 * (position - (parallel - 1) / 2), 2)


def _frequent(members: list[Statement]) -> tuple[str, ...]:
    counts = Counter(s.predicate for s in members)
    return tuple(sorted(counts, key=lambda predicate: (-counts[predicate], predicate)))


def _nodes(kg: KnowledgeGraph, nodes: Mapping[str, int]) -> tuple[NodeView, ...]:
    weights: Counter[tuple[int, int]] = Counter()
    for statement in kg.statements.values():
        one, other = sorted((nodes[statement.subject], nodes[statement.object]))
        weights[one, other] += 1
    importance = _importance(kg)
    top = max(importance.values(), default=1) or 1
    places = place(len(nodes), weights)
    return tuple(_node(kg.entities[key], importance[key], top, places[number]) for key, number in nodes.items())


def _node(entity: Entity, importance: int, top: int, placed: Placed) -> NodeView:
    return NodeView(
        entity.id,
        entity.type,
        tuple((language, label[:_LABEL]) for language, label in entity.labels),
        tuple(alias[:_LABEL] for alias in entity.aliases),
        tuple(iri for iri in entity.same_as if _is_link(iri)),
        entity.mentions,
        entity.documents,
        importance,
        round(_SMALL + (_LARGE - _SMALL) * sqrt(importance / top)),
        placed.community,
        placed.x,
        placed.y,
    )


def _statement(
    kg: KnowledgeGraph,
    statement: Statement,
    contested: frozenset[str],
    nodes: Mapping[str, int],
    documents: Mapping[str, int],
    edge_of: Mapping[str, int],
    quotes: Quotes,
) -> StatementView:
    document = kg.documents[statement.document]
    return StatementView(
        id=statement.id,
        subject=nodes[statement.subject],
        predicate=statement.predicate,
        object=nodes[statement.object],
        source=nodes[statement.source] if statement.source else None,
        reported=statement.reported,
        polarity=statement.polarity,
        modality=statement.modality,
        status=status_of(statement, contested),
        time=statement.time,
        place=nodes[statement.place] if statement.place else None,
        confidence=statement.confidence,
        document=documents[statement.document],
        edge=edge_of[statement.id],
        evidence=tuple(quotes.quote(document, evidence) for evidence in statement.evidence),
    )


def _document(document: Document) -> DocumentView:
    name = document.title or document.key or document.source.rpartition("/")[2]
    url = document.url if document.url and _is_link(document.url) else ""
    return DocumentView(
        title=name[:_TITLE],
        publisher=document.publisher or ""[:_LABEL],
        published=document.published or "",
        url=url,
        language=document.language,
    )


def _is_link(address: str) -> bool:
    return address.startswith(("https://", "http://"))


def _title(kg: KnowledgeGraph) -> str | None:
    """The title of a lone article; what several are about, the page says in its own language."""
    titles = [document.title for document in kg.documents.values()]
    return titles[0] if len(titles) == 1 else None
