"""The tables: their order, their fields, and the way back."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from graph.errors import InputError, KhabarError
from graph.export import EXPORTERS, write_all
from graph.export.files import replacing
from graph.export.tables import write_tables
from graph.knowledge import KnowledgeGraph
from graph.store.folder import load
from tests.factories import renamed, sample

FORMAT = {
    "documents": "id key source title language published publisher sha256 text url",
    "entities": "id type label labels aliases same_as mentions documents",
    "mentions": "document start end text entity type kind score",
    "statements": "id document subject predicate object source reported polarity modality time place sentence_start "
    "sentence_end trigger_start trigger_end confidence rule evidence",
}
HOSTILE = [
    "",
    '"',
    "\\",
    "\n\r\t",
    "\u202e\u2066روسيا\u2069",
    "😀",
    "\ud800",
    "a\x00b",
    "\u2028\x85",
    "<b>&</b>",
    "]]>",
    "\ufffe",
]


def rows(folder: Path, table: str) -> list[dict[str, Any]]:
    return [json.loads(line) for line in (folder / f"{table}.jsonl").read_text("utf-8").split("\n")[:-1]]


@pytest.mark.parametrize("table", FORMAT)
def test_every_field_of_the_format_is_there(tmp_path: Path, table: str) -> None:
    write_tables(sample(), tmp_path)
    assert all(set(FORMAT[table].split()) <= set(row) for row in rows(tmp_path, table))


def test_order(tmp_path: Path) -> None:
    write_tables(sample(), tmp_path)
    orders = {
        "documents": ("id",),
        "entities": ("id",),
        "mentions": ("document", "start", "end"),
        "statements": ("document", "sentence_start", "trigger_start", "id"),
    }
    for table, fields in orders.items():
        keys = [tuple(row[field] for field in fields) for row in rows(tmp_path, table)]
        assert keys == sorted(keys), table


def test_quotes_read_back(tmp_path: Path) -> None:
    write_tables(sample(), tmp_path)
    texts = {row["id"]: str(row["text"]) for row in rows(tmp_path, "documents")}
    for row in rows(tmp_path, "mentions"):
        assert texts[row["document"]][row["start"] : row["end"]] == row["text"]


def deep(kg: KnowledgeGraph) -> object:
    """All of a graph, the fields left out of equality too."""
    confident = [(s.confidence, s.evidence) for s in kg.statements.values()]
    counted = [(e.mentions, e.documents) for e in kg.entities.values()]
    scored = [(m.mention.score, m.mention.by) for m in kg.mentions]
    return kg, [d.source for d in kg.documents.values()], counted, scored, confident


def test_round_trip(tmp_path: Path) -> None:
    write_tables(sample(), tmp_path)
    assert deep(load(tmp_path)) == deep(sample())


def test_round_trip_of_a_real_build(tmp_path: Path) -> None:
    from graph.pipeline import build

    kg = build(["قال الرئيس الروسي فلاديمير بوتين إن روسيا لن تهاجم أوكرانيا.", "NATO condemned Russia in Brussels."])
    write_tables(kg, tmp_path)
    assert deep(load(tmp_path)) == deep(kg)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None, max_examples=60)
@given(st.one_of(st.sampled_from(HOSTILE), st.text(st.characters(exclude_categories=()), max_size=12)))
def test_round_trip_of_hostile_words(tmp_path: Path, words: str) -> None:
    assume(words == joined(words))
    kg = renamed(sample(), words)
    write_tables(kg, tmp_path)
    assert deep(load(tmp_path)) == deep(kg)


def joined(words: str) -> str:
    """Two lone surrogates that make a pair are one character in JSON (RFC 8259, section 8.2)."""
    return words.encode("utf-16", "surrogatepass").decode("utf-16", "surrogatepass")


@pytest.mark.parametrize(
    "line", [b"{", b"[]", b"1", b'{"id": 1}', b"\xff\xfe", b"null", b'{"id": "x", "type": "ghost", "labels": {}}']
)
def test_a_bad_line_is_named(tmp_path: Path, line: bytes) -> None:
    write_tables(sample(), tmp_path)
    path = tmp_path / "entities.jsonl"
    path.write_bytes(path.read_bytes() + line + b"\n")
    with pytest.raises(InputError, match=r"entities\.jsonl:11"):
        load(tmp_path)


def test_no_build(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="khabar build"):
        load(tmp_path)


def test_a_file_is_there_whole_or_not_at_all(tmp_path: Path) -> None:
    path = tmp_path / "statements.jsonl"
    path.write_text("old")

    def interrupted() -> None:
        with replacing(path) as file:
            file.write("new")
            raise RuntimeError

    with pytest.raises(RuntimeError):
        interrupted()
    assert path.read_text() == "old"
    assert list(tmp_path.iterdir()) == [path]


def test_a_folder_that_cannot_be_made(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(KhabarError, match="cannot be written"):
        write_tables(sample(), tmp_path / "file" / "build")


def test_write_all_writes_every_file(tmp_path: Path) -> None:
    write_all(sample(), tmp_path, title="عيّنة")
    expected = {*EXPORTERS, *(f"{table}.jsonl" for table in FORMAT)}
    assert {path.name for path in tmp_path.iterdir()} == expected
