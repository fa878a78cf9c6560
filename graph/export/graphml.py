"""The graph as GraphML, for Gephi, yEd, Cytoscape and NetworkX itself."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from graph.export.files import write_lines
from graph.knowledge import KnowledgeGraph

_ILLEGAL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")


def write_graphml(kg: KnowledgeGraph, path: Path) -> None:
    """Write the view of `KnowledgeGraph.to_networkx`, without the characters that XML 1.0 forbids (its section 2.2)."""
    import networkx

    view = kg.to_networkx()
    clean: networkx.MultiDiGraph[str] = networkx.MultiDiGraph()
    for key, attributes in view.nodes(data=True):
        clean.add_node(_legal(key), **_attributes(attributes))
    for one, other, key, attributes in view.edges(keys=True, data=True):
        clean.add_edge(_legal(one), _legal(other), key=key, **_attributes(attributes))
    lines: Iterator[str] = networkx.generate_graphml(clean)  # type: ignore[no-untyped-call]
    write_lines(path, lines)


def _attributes(attributes: dict[str, Any]) -> dict[str, Any]:
    """Attributes of one type each: a score of 1 and one of 0.5 are the same kind of number."""
    return {_legal(name): float(value) if name == "confidence" else _legal(value) for name, value in attributes.items()}


def _legal(value: Any) -> Any:
    return _ILLEGAL.sub("", value) if isinstance(value, str) else value
