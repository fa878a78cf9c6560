"""The commands as a user types them."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from graph.cli import main

TEXT = "قال المتحدث باسم الكرملين دميتري بيسكوف إن أوكرانيا هاجمت دونباس."


def run(*args: str, stdin: bytes | None = None) -> Result:
    return CliRunner().invoke(main, list(args), input=stdin)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = tmp_path_factory.mktemp("build")
    (root / "a.txt").write_text(TEXT, encoding="utf-8")
    result = run("build", str(root / "a.txt"), "-o", str(root / "out"))
    assert result.exit_code == 0, result.output
    return root / "out"


def test_build_writes_every_file(folder: Path) -> None:
    assert {path.name for path in folder.iterdir()} == {
        "documents.jsonl",
        "entities.jsonl",
        "mentions.jsonl",
        "statements.jsonl",
        "graph.ttl",
        "graph.nq",
        "graph.graphml",
        "graph.html",
    }


def test_exit_status(tmp_path: Path) -> None:
    (tmp_path / "good.txt").write_text(TEXT, encoding="utf-8")
    (tmp_path / "bad.txt").write_bytes(b"\x00\x01\x02" * 400)
    some = run("build", str(tmp_path), "-o", str(tmp_path / "out"))
    assert some.exit_code == 1
    assert "1 articles read, 1 failed" in some.output
    assert "bad.txt" in some.stderr
    assert run("build").exit_code == 2
    assert run("build", "--no-such-option", "x").exit_code == 2


def test_standard_input(tmp_path: Path) -> None:
    assert run("build", "-", "-o", str(tmp_path / "out"), stdin=TEXT.encode()).exit_code == 0
    assert len((tmp_path / "out" / "documents.jsonl").read_text(encoding="utf-8").splitlines()) == 1


def test_stats_and_validate(folder: Path) -> None:
    stats = run("stats", str(folder), "--language", "ar")
    assert "1 documents" in stats.output
    assert "الكرملين" in stats.output
    assert run("validate", str(folder)).exit_code == 0


def test_explain_a_statement_and_a_sentence(folder: Path) -> None:
    rows = [json.loads(line) for line in (folder / "statements.jsonl").read_text(encoding="utf-8").splitlines()]
    told = run("explain", rows[0]["id"], "--in", str(folder)).output
    assert TEXT in told
    assert "rule" in told
    assert "relation" in run("explain", TEXT).output
    assert "the sentence names 1 actors" in run("explain", "وصل الوفد إلى موسكو مساء.").output
    assert run("explain", "0" * 16, "--in", str(folder)).exit_code == 2


def test_validate_tells_of_a_broken_build(folder: Path, tmp_path: Path) -> None:
    for path in folder.iterdir():
        (tmp_path / path.name).write_bytes(path.read_bytes())
    table = tmp_path / "mentions.jsonl"
    table.write_text(table.read_text(encoding="utf-8").replace('"start": ', '"start": 1', 1), encoding="utf-8")
    result = run("validate", str(tmp_path))
    assert result.exit_code == 1
    assert "mentions.jsonl" in result.stderr


def test_evaluate_on_gold_of_ones_own(tmp_path: Path) -> None:
    gold = {
        "id": "one",
        "language": "ar",
        "published": None,
        "text": TEXT,
        "entities": {
            "kremlin": {"type": "organization", "names": ["الكرملين"], "demonyms": [], "qid": None},
            "peskov": {"type": "person", "names": ["دميتري بيسكوف"], "demonyms": [], "qid": None},
            "ukraine": {"type": "country", "names": ["أوكرانيا"], "demonyms": [], "qid": "Q212"},
            "donbas": {"type": "place", "names": ["دونباس"], "demonyms": [], "qid": None},
        },
        "statements": [
            {
                "s": ["peskov"],
                "p": "REPRESENTS",
                "o": ["kremlin"],
                "source": None,
                "polarity": "affirmed",
                "modality": "asserted",
            },
            {
                "s": ["ukraine"],
                "p": "ASSAULT",
                "o": ["donbas"],
                "source": "peskov",
                "polarity": "affirmed",
                "modality": "asserted",
            },
            {
                "s": ["ukraine"],
                "p": "SUPPORT",
                "o": ["donbas"],
                "source": None,
                "polarity": "affirmed",
                "modality": "asserted",
            },
        ],
    }
    (tmp_path / "one.json").write_text(json.dumps(gold, ensure_ascii=False), encoding="utf-8")
    figures = json.loads(run("evaluate", str(tmp_path), "--json").output)
    assert figures["entities"]["f1"] == 1.0
    assert figures["statements"]["r"] == round(2 / 3, 4)
    assert figures["attributed"]["r"] == 1.0
    assert "missed statement ukraine SUPPORT donbas" in run("evaluate", str(tmp_path), "--errors").output


def test_help_shows_an_example_for_each_command() -> None:
    for command in ("build", "stats", "explain", "validate", "evaluate"):
        assert f"khabar {command}" in run(command, "--help").output
