"""khabar: who says and does what to whom, from news, as a graph with evidence.

>>> import graph
>>> kg = graph.build(["The Kremlin denied that Russia plans to invade Ukraine."])  # doctest: +SKIP
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from graph.knowledge import KnowledgeGraph as KnowledgeGraph
    from graph.model import Document as Document
    from graph.model import Entity as Entity
    from graph.model import Mention as Mention
    from graph.model import Statement as Statement
    from graph.pipeline import build as build

__version__ = "0.1.0"

_HOME = {
    "build": "graph.pipeline",
    "KnowledgeGraph": "graph.knowledge",
    "Document": "graph.model",
    "Entity": "graph.model",
    "Mention": "graph.model",
    "Statement": "graph.model",
}
__all__ = [*sorted(_HOME), "__version__"]


def __getattr__(name: str) -> Any:
    """Import a public name when it is first asked for, so that `import graph` stays fast."""
    if name in _HOME:
        from importlib import import_module

        return getattr(import_module(_HOME[name]), name)
    raise AttributeError(f"module 'graph' has no attribute {name!r}")
