"""The view as pyvis' network: nodes, edges and options for vis-network. pyvis stands behind this door only."""

from __future__ import annotations

import json
from importlib import import_module
from typing import Any

from graph.export.page.view import EdgeView, NodeView, PageView, Status

SHAPES = {"person": "dot", "country": "square", "organization": "diamond", "place": "triangleDown"}
"""A shape for each type, so that colour is never the only sign."""

DASHES: dict[Status, list[int] | bool] = {
    Status.STATED: False,
    Status.CLAIMED: [14, 5],
    Status.FUTURE: [2, 5],
    Status.POSSIBLE: [7, 6],
    Status.CONDITIONAL: [9, 4, 2, 4],
    Status.DENIED: False,
    Status.CONTESTED: False,
}
"""The line of each status; denied lines are crossed besides, contested ones carry a sign of inequality."""

_OPTIONS: dict[str, Any] = {
    "physics": {"enabled": False},
    "layout": {"improvedLayout": False},
    "nodes": {"borderWidth": 1.5, "borderWidthSelected": 3, "font": {"size": 0}},
    "edges": {
        "arrows": {"to": {"enabled": True, "scaleFactor": 0.55}},
        "arrowStrikethrough": False,
        "selectionWidth": 1.5,
        "hoverWidth": 0.6,
    },
    "interaction": {
        "hover": True,
        "hideEdgesOnDrag": False,
        "keyboard": {"enabled": True, "bindToWindow": False},
        "multiselect": False,
        "selectConnectedEdges": False,
        "tooltipDelay": 10_000_000,
    },
}


class _Ids(dict[int, None]):
    """The ids that pyvis keeps in a list, in a dict: looking one up does not slow down as the graph grows."""

    def append(self, key: int) -> None:
        self[key] = None


def network_data(view: PageView) -> dict[str, Any]:
    """Nodes, edges and options as pyvis hands them to vis-network."""
    network: Any = import_module("pyvis.network").Network(directed=True)
    network.node_ids = _Ids()
    network.options = _OPTIONS
    for number, node in enumerate(view.nodes):
        network.add_node(number, **_node(node, view.language))
    for number, edge in enumerate(view.edges):
        network.add_edge(edge.subject, edge.object, **_edge(number, edge))
    nodes, edges, _, _, _, options = network.get_network_data()
    return {"nodes": nodes, "edges": edges, "options": json.loads(options)}


def _node(node: NodeView, language: str) -> dict[str, Any]:
    labels = dict(node.labels)
    return {
        "label": labels.get(language) or next(iter(labels.values()), node.id),
        "shape": SHAPES[node.type],
        "group": node.type.value,
        "size": node.size,
        "x": node.x,
        "y": node.y,
        "entity": {
            "id": node.id,
            "labels": labels,
            "aliases": node.aliases,
            "sameAs": node.same_as,
            "mentions": node.mentions,
            "documents": node.documents,
            "importance": node.importance,
            "community": node.community,
        },
    }


def _edge(number: int, edge: EdgeView) -> dict[str, Any]:
    smooth = {"enabled": True, "type": "curvedCW" if edge.bend > 0 else "curvedCCW", "roundness": abs(edge.bend)}
    return {
        "id": number,
        "status": edge.status.value,
        "statements": edge.statements,
        "predicates": edge.predicates,
        "width": round(min(1.2 + 0.5 * (len(edge.statements) - 1), 5), 1),
        "dashes": DASHES[edge.status],
        "smooth": smooth if edge.bend else False,
    }
