"""What a build leaves behind, by name: one writer a file."""

from __future__ import annotations

from collections.abc import Callable
from importlib import import_module
from pathlib import Path
from typing import Any

from graph.export.iris import Iris
from graph.export.tables import write_tables
from graph.knowledge import KnowledgeGraph

EXPORTERS: dict[str, tuple[str, str]] = {
    "graph.ttl": ("graph.export.rdf", "write_facts"),
    "graph.nq": ("graph.export.rdf", "write_dataset"),
    "graph.graphml": ("graph.export.graphml", "write_graphml"),
    "graph.html": ("graph.export.page", "write_page"),
}


def write_all(
    kg: KnowledgeGraph, folder: Path, *, title: str | None = None, language: str | None = None, iris: Iris | None = None
) -> None:
    """Write the tables and every other file of a build into `folder`, with IRIs under khabar's own base or another."""
    iris = iris or Iris()
    options: dict[str, dict[str, Any]] = {
        "graph.ttl": {"iris": iris},
        "graph.nq": {"iris": iris},
        "graph.html": {"title": title, "language": language or main_language(kg)},
    }
    write_tables(kg, folder, iris)
    for name in EXPORTERS:
        writer(name)(kg, folder / name, **options.get(name, {}))


def writer(name: str) -> Callable[..., None]:
    """The writer of a file, imported when it is first asked for."""
    module, function = EXPORTERS[name]
    found: Callable[..., None] = getattr(import_module(module), function)
    return found


def main_language(kg: KnowledgeGraph) -> str:
    """The language that most documents of a graph are in, as far as the page speaks it."""
    arabic = sum(d.language.startswith("ar") for d in kg.documents.values())
    return "ar" if 2 * arabic >= len(kg.documents) else "en"
