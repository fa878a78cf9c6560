"""The house stands as drawn: imports go one way, stages do not meet, heavy libraries stay behind their doors."""

from __future__ import annotations

import ast
import subprocess
import sys
from pathlib import Path

import pytest

import graph

ROOT = Path(graph.__file__).parent
ORDER = [
    {"__main__"},
    {"cli"},
    {"pipeline", "explain", "summary", "progress", "evaluate"},
    {"engine", "export", "store", "validate"},
    {"knowledge"},
    {"relate", "resolve", "extract", "read"},
    {"vocabulary"},
    {"text"},
    {"model"},
    {"errors"},
]
LEVEL = {room: level for level, rooms in enumerate(ORDER) for room in rooms}
STAGES = {"relate", "resolve", "extract", "read"}
HEAVY = {"spacy", "rdflib", "pyvis", "onnxruntime", "networkx", "trafilatura", "pyoxigraph", "igraph"}
FILES = sorted(path for path in ROOT.rglob("*.py") if path != ROOT / "__init__.py")


def imports(path: Path, top: bool = False) -> set[str]:
    """Modules that a file imports; with `top`, only when it is imported itself."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    nodes = tree.body if top else list(ast.walk(tree))
    found: set[str] = set()
    for node in nodes:
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            found.add(node.module)
    return found


def room(module: str) -> str:
    return module.split(".")[1] if "." in module else ""


def own_room(path: Path) -> str:
    return path.relative_to(ROOT).parts[0].removesuffix(".py")


@pytest.mark.parametrize("path", FILES, ids=lambda p: str(p.relative_to(ROOT)))
def test_imports_go_one_way(path: Path) -> None:
    mine = own_room(path)
    for module in imports(path):
        if module.startswith("graph.") and room(module) != mine:
            assert LEVEL[mine] <= LEVEL[room(module)], f"{mine} imports {module}"
            assert not (mine in STAGES and room(module) in STAGES), f"stage {mine} imports stage {module}"


@pytest.mark.parametrize("path", FILES, ids=lambda p: str(p.relative_to(ROOT)))
def test_heavy_libraries_are_imported_late(path: Path) -> None:
    if own_room(path) != "export":
        assert not {module.split(".")[0] for module in imports(path, top=True)} & HEAVY


def test_files_stay_small() -> None:
    large = {
        str(path.relative_to(ROOT)): n
        for path in FILES
        if (n := len(path.read_text(encoding="utf-8").splitlines())) > 600
    }
    assert large == {}


def test_importing_and_help_load_nothing_heavy() -> None:
    code = "import sys, graph, graph.cli; print([m for m in ('spacy','rdflib','numpy','networkx','onnxruntime') if m in sys.modules])"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


def test_the_only_door() -> None:
    assert set(graph.__all__) == {
        "Document",
        "Entity",
        "KnowledgeGraph",
        "Mention",
        "Statement",
        "build",
        "__version__",
    }
    assert all(getattr(graph, name) is not None for name in graph.__all__)
    with pytest.raises(AttributeError):
        graph.nothing  # noqa: B018
