"""A good build passes; every way to break one that we thought of is told, with its place."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Any

import pytest

from graph.export.iris import Iris
from graph.export.rdf import write_dataset, write_facts
from graph.export.tables import write_tables
from graph.knowledge import KnowledgeGraph
from graph.validate import Problem, validate
from tests.factories import renamed, sample

Row = dict[str, Any]
BASE = "https://w3id.org/khabar/"
TYPE = "<http://www.w3.org/1999/02/22-rdf-syntax-ns#type>"
XSD = "http://www.w3.org/2001/XMLSchema#"
BAD: list[Any] = [None, "", "nothing", 0, -1, 0.5, True, [], {}, [[]], [{}]]


SIGNATURES = [
    ("LEADS", "peskov", "kremlin", True),
    ("LEADS", "peskov", "kharkiv", False),
    ("LEADS", "kremlin", "russia", False),
    ("REPRESENTS", "peskov", "russia", True),
    ("REPRESENTS", "russia", "kremlin", False),
    ("MEMBER_OF", "russia", "kremlin", True),
    ("MEMBER_OF", "peskov", "russia", False),
    ("MEMBER_OF", "kharkiv", "kremlin", False),
    ("LOCATED_IN", "kremlin", "kharkiv", True),
    ("LOCATED_IN", "russia", "ukraine", False),
    ("LOCATED_IN", "kharkiv", "kremlin", False),
    ("THREATEN", "kharkiv", "peskov", True),
]


def built(kg: KnowledgeGraph, folder: Path) -> Path:
    write_tables(kg, folder)
    write_facts(kg, folder / "graph.ttl")
    write_dataset(kg, folder / "graph.nq")
    return folder


@pytest.fixture
def build(tmp_path: Path) -> Path:
    return built(sample(), tmp_path)


def told(folder: Path) -> list[str]:
    return [str(problem) for problem in validate(folder)]


def edit(folder: Path, table: str, change: Callable[[Row], object], number: int = 0) -> None:
    """Change one row of a table."""
    path = folder / f"{table}.jsonl"
    lines = path.read_text("utf-8").split("\n")
    row = json.loads(lines[number])
    change(row)
    lines[number] = json.dumps(row, ensure_ascii=False)
    path.write_text("\n".join(lines), "utf-8")


def put(name: str, value: object, row: Row) -> None:
    row[name] = value


def replaced(folder: Path, name: str, old: str, new: str, count: int = 1) -> None:
    text = (folder / name).read_text("utf-8")
    assert old in text
    (folder / name).write_text(text.replace(old, new, count), "utf-8")


def test_a_good_build(build: Path) -> None:
    assert told(build) == []


def test_an_empty_build(tmp_path: Path) -> None:
    assert told(built(KnowledgeGraph(), tmp_path)) == []


@pytest.mark.parametrize("words", ["a\x00b", "\ud800", "\u202eروسيا\u2069", '"\\\n\r', "😀"])
def test_a_good_build_of_hostile_words(tmp_path: Path, words: str) -> None:
    problems = [problem for problem in told(built(renamed(sample(), words), tmp_path)) if "ISO 8601" not in problem]
    assert problems == []


TABLES: dict[str, tuple[str, Callable[[Row], object], str]] = {
    "text edited": ("documents", lambda r: r.update(text=r["text"] + "!"), "sha256"),
    "sha256 edited": ("documents", lambda r: r.update(sha256="0" * 64), "sha256 is not that of the text"),
    "document's id": ("documents", lambda r: r.update(id=BASE + "document/0"), "the id is not that of the content"),
    "entity's type": ("entities", lambda r: r.update(type="ghost"), "there is no type 'ghost'"),
    "entity's IRI": ("entities", lambda r: r.update(id="urn:blinken"), "no IRI of an entity"),
    "field dropped": ("entities", lambda r: r.pop("labels"), "labels is missing"),
    "name that is no text": ("entities", lambda r: r.update(aliases=[7]), "aliases cannot be [7]"),
    "mention moved": ("mentions", lambda r: r.update(start=r["start"] + 1), "does not read back"),
    "mention outside": ("mentions", lambda r: r.update(end=10_000), "does not read back"),
    "mention of nothing": ("mentions", lambda r: r.update(entity=BASE + "entity/atlantis"), "there is no entity"),
    "mention of no document": ("mentions", lambda r: r.update(document=BASE + "document/0"), "there is no document"),
    "mention's kind": ("mentions", lambda r: r.update(kind="nickname"), "there is no kind 'nickname'"),
    "mention's score": ("mentions", lambda r: r.update(score=float("nan")), "is not between 0 and 1"),
    "offset as text": ("mentions", lambda r: r.update(start="0"), "start cannot be '0'"),
    "half an offset": ("statements", lambda r: r["evidence"][0].update(subject=[0.5, 3]), "is no part of the text"),
    "passage without a rule": ("statements", lambda r: r["evidence"][0].update(rule=None), "None is no rule"),
    "passage cut short": ("statements", lambda r: r["evidence"][0].pop("object"), "is no row of this table"),
    "unknown subject": (
        "statements",
        lambda r: r.update(subject=BASE + "entity/atlantis"),
        "subject: there is no entity",
    ),
    "no object": ("statements", lambda r: r.update(object=None), "object cannot be None"),
    "unknown source": ("statements", lambda r: r.update(source=BASE + "entity/nobody"), "source: there is no entity"),
    "polarity": ("statements", lambda r: r.update(polarity="maybe"), "there is no polarity 'maybe'"),
    "polarity flipped": (
        "statements",
        lambda r: r.update(polarity="negated" if r["polarity"] == "affirmed" else "affirmed"),
        "the id is not that of the content",
    ),
    "modality": ("statements", lambda r: r.update(modality="certain"), "there is no modality 'certain'"),
    "predicate": ("statements", lambda r: r.update(predicate="LOVES"), "there is no predicate 'LOVES'"),
    "confidence": ("statements", lambda r: r.update(confidence=1.5), "is not between 0 and 1"),
    "no evidence": ("statements", lambda r: r.update(evidence=[]), "there is no evidence"),
    "evidence outside": ("statements", lambda r: r["evidence"][0].update(object=[0, 9999]), "is no part of the text"),
    "sentence moved": ("statements", lambda r: r.update(sentence_start=1), "are not those of the first passage"),
    "trigger elsewhere": ("statements", lambda r: r["evidence"][0].update(trigger=[0, 9999]), "is no part of the text"),
}


@pytest.mark.parametrize("case", TABLES)
def test_a_broken_table(build: Path, case: str) -> None:
    table, change, expected = TABLES[case]
    edit(build, table, change)
    problems = told(build)
    assert any(expected in problem and problem.startswith(f"{table}.jsonl:1") for problem in problems), problems


@pytest.mark.parametrize("table", ["documents", "entities", "mentions", "statements"])
def test_no_value_of_any_field_escapes(build: Path, monkeypatch: pytest.MonkeyPatch, table: str) -> None:
    monkeypatch.setitem(sys.modules, "pyshacl", None)
    path = build / f"{table}.jsonl"
    good = path.read_text("utf-8")
    for name, value in json.loads(good.split("\n")[0]).items():
        for bad in BAD:
            if bad != value:
                edit(build, table, partial(put, name, bad))
                problems = told(build)
                alike = type(bad) is type(value) or None in (bad, value) or name in ("score", "confidence")
                assert problems or alike, (name, bad)
                path.write_text(good, "utf-8")


def test_the_place_is_told_in_words(build: Path) -> None:
    edit(build, "statements", lambda r: r.update(confidence=-1))
    (problem, *_) = validate(build)
    assert "“" in problem.where
    assert "«" in problem.where
    assert "confidence -1" in problem.what
    assert problem.remedy in str(problem)


def test_every_bad_line_is_told(build: Path) -> None:
    path = build / "mentions.jsonl"
    path.write_bytes(path.read_bytes() + b"{\n[]\n\xff\n")
    problems = [problem.split(": ")[0] for problem in told(build)]
    assert [p for p in problems if p.startswith("mentions")] == [f"mentions.jsonl:{n}" for n in (7, 8, 9)]


def test_cut_off(build: Path) -> None:
    path = build / "statements.jsonl"
    path.write_bytes(path.read_bytes()[:-20])
    assert any("cut off" in problem for problem in told(build))


def test_an_id_used_twice(build: Path) -> None:
    path = build / "entities.jsonl"
    path.write_text(path.read_text("utf-8") + path.read_text("utf-8").split("\n")[0] + "\n", "utf-8")
    assert any("was used before" in problem for problem in told(build))


@pytest.mark.parametrize("name", ["documents.jsonl", "statements.jsonl", "graph.ttl", "graph.nq"])
def test_a_missing_file(build: Path, name: str) -> None:
    (build / name).unlink()
    assert any(name in problem and "cannot be read" in problem for problem in told(build))


def test_no_build_at_all(tmp_path: Path) -> None:
    assert len(told(tmp_path)) == 6


FILES: dict[str, tuple[str, str, str, str]] = {
    "Turtle that does not parse": ("graph.ttl", "a khabar:Person", "a khabar: :Person", "cannot be read"),
    "an IRI with a space": ("graph.nq", "entity/blinken>", "entity/blin ken>", "cannot be read"),
    "a bad language tag": ("graph.nq", "@ar ", "@ar_EG ", "cannot be read"),
    "a quote changed": ("graph.nq", '#anchorOf> "', '#anchorOf> "لا ', "where the article says"),
    "a claim lost": ("graph.nq", "ontology#Claim>", "ontology#Klaim>", "lacks the claim"),
    "a fact lost": ("graph.ttl", "khabar:locatedIn", "khabar:nearTo", "lacks a fact"),
    "a denial believed": (
        "graph.ttl", "entity:russia a khabar:Country ;",
        "entity:russia khabar:assaults entity:kharkiv .\nentity:russia a khabar:Country ;",
        "states as fact what no article states: Russia ASSAULT Kharkiv",
    ),
    "a plain triple in an article's graph": (
        "graph.nq", "", f"<{BASE}entity/kharkiv> <{BASE}ontology#locatedIn> <{BASE}entity/ukraine> <{BASE}graph/x> .\n",
        "outside of the graph of facts",
    ),
    "a blank node": ("graph.nq", "", f"_:b {TYPE} <{BASE}ontology#Person> <{BASE}graph/entities> .\n", "blank node"),
    "confidence beyond 1": ("graph.nq", '"0.80"', '"7.80"', "a claim has one confidence, a decimal from 0 to 1"),
    "two modalities": ("graph.nq", "ontology#Future>", "ontology#Sure>", "a claim has one modality"),
    "no label": ("graph.nq", "2000/01/rdf-schema#label", "2000/01/rdf-schema#lable", ""),
    "a header": ("graph.ttl", "@prefix wd:", "# edited\n@prefix wd:", "says «# edited» where the tables say"),
    "an entity uncounted": ("graph.nq", "mentionCount", "mentionTally", "an entity is mentioned so many times"),
    "more articles than mentions": (
        "graph.nq", 'documentCount> "1"', 'documentCount> "9"', "at most as many as there are mentions"
    ),
    "half local": (
        "graph.nq", "", f'<{BASE}entity/russia> <{BASE}ontology#local> "false"^^<{XSD}boolean> <{BASE}graph/entities> .\n',
        "marked as local, or not at all",
    ),
    "a publisher changed": ("graph.nq", "وكالة خبر", "وكالة أخرى", "where the tables say"),
}  # fmt: skip


@pytest.mark.parametrize("case", FILES)
def test_broken_rdf(build: Path, case: str) -> None:
    name, old, new, expected = FILES[case]
    replaced(build, name, old, new)
    problems = told(build)
    assert any(expected in problem and problem.startswith(name) for problem in problems), problems


def test_a_broken_shape_names_article_and_sentence(build: Path) -> None:
    replaced(build, "graph.nq", '"0.80"', '"7.80"')
    (problem,) = [p for p in validate(build) if "confidence" in p.what]
    assert "“" in problem.where
    assert "«" in problem.where


@pytest.mark.parametrize(("predicate", "subject", "object_", "holds"), SIGNATURES)
def test_domains_and_ranges(tmp_path: Path, predicate: str, subject: str, object_: str, holds: bool) -> None:
    """Told by the tables and by the shapes alike, in a build that is otherwise consistent."""
    kg = sample()
    one = next(s for s in kg.statements.values() if s.predicate == "LOCATED_IN")
    one = replace(one, predicate=predicate, subject=subject, object=object_)
    problems = told(built(replace(kg, statements={one.id: one}), tmp_path))
    assert [any(p.startswith(name) for p in problems) for name in ("statements.jsonl:1", "graph.nq")] == [not holds] * 2
    assert len(problems) == (0 if holds else 2), problems


def test_another_base(tmp_path: Path) -> None:
    iris = Iris("https://example.org/news/")
    write_tables(sample(), tmp_path, iris)
    write_facts(sample(), tmp_path / "graph.ttl", iris)
    write_dataset(sample(), tmp_path / "graph.nq", iris)
    assert list(validate(tmp_path, iris)) == []
    assert list(validate(tmp_path))


def test_without_pyshacl(build: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pyshacl", None)
    assert told(build) == []


def test_problems_are_values() -> None:
    assert Problem("a", "b") == Problem("a", "b")
    assert {Problem("a", "b", "c")}
