"""GraphML: what NetworkX reads back, whatever the words hold."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from xml.etree import ElementTree

import networkx
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from graph.export.graphml import write_graphml
from graph.knowledge import KnowledgeGraph
from tests.export.test_tables import HOSTILE
from tests.factories import renamed, sample


def test_the_same_nodes_edges_and_attributes(tmp_path: Path) -> None:
    write_graphml(sample(), tmp_path / "graph.graphml")
    found, expected = networkx.read_graphml(tmp_path / "graph.graphml", edge_key_type=str), sample().to_networkx()
    assert dict(found.nodes(data=True)) == dict(expected.nodes(data=True))
    assert {k: (s, o, d) for s, o, k, d in found.edges(keys=True, data=True)} == {
        k: (s, o, d) for s, o, k, d in expected.edges(keys=True, data=True)
    }


def test_a_score_of_one_is_a_number_like_any_other(tmp_path: Path) -> None:
    kg = sample()
    statements = {key: replace(s, confidence=1 if n % 2 else 0.5) for n, (key, s) in enumerate(kg.statements.items())}
    write_graphml(replace(kg, statements=statements), tmp_path / "graph.graphml")
    text = (tmp_path / "graph.graphml").read_text("utf-8")
    assert text.count('attr.name="confidence"') == 1


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None, max_examples=60)
@given(st.one_of(st.sampled_from(HOSTILE), st.text(st.characters(exclude_categories=()), max_size=12)))
def test_hostile_words(tmp_path: Path, words: str) -> None:
    kg = renamed(sample(), words)
    write_graphml(kg, tmp_path / "graph.graphml")
    ElementTree.parse(tmp_path / "graph.graphml")
    found = networkx.read_graphml(tmp_path / "graph.graphml", edge_key_type=str)
    assert set(found.nodes) == set(kg.entities)
    assert {key for *_, key in found.edges(keys=True)} == set(kg.statements)


@pytest.mark.parametrize("words", ["خبر «عاجل»", "<b>&</b>", "]]>", "😀", "\u202eروسيا\u2069"])
def test_harmless_words_survive(tmp_path: Path, words: str) -> None:
    write_graphml(renamed(sample(), words), tmp_path / "graph.graphml")
    found = networkx.read_graphml(tmp_path / "graph.graphml", edge_key_type=str)
    assert {data["label_ar"] for _, data in found.nodes(data=True)} == {words}


def test_an_empty_graph(tmp_path: Path) -> None:
    write_graphml(KnowledgeGraph(), tmp_path / "graph.graphml")
    assert not networkx.read_graphml(tmp_path / "graph.graphml", edge_key_type=str).nodes
