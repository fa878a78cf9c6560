"""What the page holds, without a browser."""

from __future__ import annotations

import hashlib
import json
import random
import re
from dataclasses import replace
from pathlib import Path

import pytest

from graph.errors import InputError
from graph.export.page import narrow, page_html, render, write_page
from graph.export.page.compose import compose, status_of
from graph.export.page.layout import place
from graph.export.page.network import network_data
from graph.export.page.quoting import Quotes
from graph.export.page.render import as_json
from graph.export.page.view import Status
from graph.knowledge import KnowledgeGraph
from graph.model import Document, Evidence, Modality, Polarity, Span
from tests.export.page_sample import ARABIC, entity, sample_graph


def test_statements_of_one_status_between_two_entities_are_one_line() -> None:
    view = compose(sample_graph())
    lines = {(view.nodes[e.subject].id, view.nodes[e.object].id, e.status): len(e.statements) for e in view.edges}
    assert lines["russia", "ukraine", Status.CONTESTED] == 3
    assert lines["united-states", "russia", Status.STATED] == 2
    assert lines["russia", "ukraine", Status.CLAIMED] == 1
    assert sum(lines.values()) == len(view.statements) == len(sample_graph())


def test_every_statement_knows_its_line() -> None:
    view = compose(sample_graph())
    for number, edge in enumerate(view.edges):
        assert {view.statements[s].edge for s in edge.statements} == {number}


@pytest.mark.parametrize(
    ("reported", "polarity", "modality", "status"),
    [
        (False, Polarity.AFFIRMED, Modality.ASSERTED, Status.STATED),
        (True, Polarity.AFFIRMED, Modality.ASSERTED, Status.CLAIMED),
        (True, Polarity.AFFIRMED, Modality.POSSIBLE, Status.POSSIBLE),
        (False, Polarity.AFFIRMED, Modality.FUTURE, Status.FUTURE),
        (False, Polarity.AFFIRMED, Modality.CONDITIONAL, Status.CONDITIONAL),
        (True, Polarity.NEGATED, Modality.FUTURE, Status.DENIED),
    ],
)
def test_only_the_articles_own_assertion_is_stated(
    reported: bool, polarity: Polarity, modality: Modality, status: Status
) -> None:
    statement = next(s for s in sample_graph().statements.values() if s.source is None)
    assert status_of(replace(statement, reported=reported, polarity=polarity, modality=modality)) is status


def test_marks_read_back_from_the_quoted_sentence() -> None:
    view = compose(sample_graph())
    denial = next(s for s in view.statements if s.polarity is Polarity.NEGATED and s.predicate == "ASSAULT")
    evidence = denial.evidence[0]
    sentence = view.sentences[evidence.sentence]
    marked = [sentence[slice(*m)] for m in (evidence.subject, evidence.trigger, evidence.object, evidence.source) if m]
    assert marked == ["روسيا", "الغزو", "أوكرانيا", "دميتري بيسكوف"]


def test_a_very_long_sentence_is_cut_around_its_marks() -> None:
    text = "أ" * 5000 + " روسيا تهاجم أوكرانيا " + "ب" * 5000
    trigger, subject, object_ = (Span(text.index(w), text.index(w) + len(w)) for w in ("تهاجم", "روسيا", "أوكرانيا"))
    quotes = Quotes()
    seen = quotes.quote(Document(text), Evidence(Span(0, len(text)), trigger, subject, object_))
    sentence = quotes.sentences[seen.sentence]
    assert len(sentence) < 1300
    assert (sentence[:2], sentence[-2:]) == ("… ", " …")
    assert [sentence[slice(*m)] for m in (seen.trigger, seen.subject, seen.object) if m] == [
        "تهاجم",
        "روسيا",
        "أوكرانيا",
    ]


def test_a_party_outside_of_the_sentence_is_not_marked() -> None:
    seen = Quotes().quote(
        Document("موسكو قالت. وهي تهاجم كييف."), Evidence(Span(12, 27), Span(16, 21), Span(0, 5), Span(22, 26))
    )
    assert (seen.subject, seen.object) == (None, (10, 14))


def test_same_bytes_whatever_the_order(tmp_path: Path) -> None:
    kg = sample_graph()
    shuffled = list(kg.statements.items())
    random.Random(3).shuffle(shuffled)
    other = replace(
        kg,
        statements=dict(shuffled),
        entities=dict(reversed(list(kg.entities.items()))),
        documents=dict(reversed(list(kg.documents.items()))),
    )
    write_page(kg, tmp_path / "one.html")
    write_page(other, tmp_path / "other.html")
    assert (tmp_path / "one.html").read_bytes() == (tmp_path / "other.html").read_bytes()


def test_the_layout_is_seeded_and_leaves_the_random_numbers_alone() -> None:
    pairs = {(n, (7 * n + 3) % 300): 1 + n % 3 for n in range(300) if n != (7 * n + 3) % 300}
    random.seed(1)
    first = place(300, pairs)
    drawn = random.random()
    random.seed(2)
    assert place(300, pairs) == first
    random.seed(1)
    assert random.random() == drawn


def test_nodes_do_not_stand_on_one_another() -> None:
    placed = place(40, {(0, n): 1 for n in range(1, 40)})
    assert all(abs(a.x - b.x) > 60 or abs(a.y - b.y) > 30 for n, a in enumerate(placed) for b in placed[:n])


def test_pyvis_gives_nodes_edges_and_options() -> None:
    data = network_data(compose(sample_graph()))
    assert data["options"]["physics"] == {"enabled": False}
    assert {node["shape"] for node in data["nodes"]} == {"dot", "square", "diamond", "triangleDown"}
    assert {edge["status"]: edge["dashes"] for edge in data["edges"]}["stated"] is False


def test_one_file_with_nothing_to_fetch() -> None:
    html = page_html(sample_graph(), language="en")
    assert "Content-Security-Policy" in html
    assert "default-src 'none'" in html
    assert "sourceMappingURL" not in html
    assert not re.search(
        r"<(link|img|iframe|object|embed)\b|<script[^>]+src=|@import|url\((?!data:)", html.split("<script>")[0]
    )
    assert len(html.encode()) < 1_500_000


def test_data_cannot_leave_its_block() -> None:
    assert as_json("</script><!--\u2028\u2029&") == '"\\u003c/script\\u003e\\u003c!--\\u2028\\u2029\\u0026"'
    assert json.loads(as_json({"أ": "</script>"})) == {"أ": "</script>"}


def test_texts_that_utf8_cannot_write_are_mended(tmp_path: Path) -> None:
    odd = replace(entity("russia"), labels=(("ar", "\ud800\x00روسيا"),))
    write_page(KnowledgeGraph(entities={odd.id: odd}), tmp_path / "page.html")
    assert "�" in (tmp_path / "page.html").read_text(encoding="utf-8")


def test_what_others_made_is_as_the_notice_says() -> None:
    vendor = Path(render.__file__).parent / "assets" / "vendor"
    hashes = re.findall(r"sha256 ([0-9a-f]{64})", (vendor / "NOTICE").read_text(encoding="utf-8"))
    files = [*vendor.glob("*.js"), *vendor.glob("*.woff2")]
    assert sorted(hashes) == sorted(hashlib.sha256(file.read_bytes()).hexdigest() for file in files)


def test_an_empty_graph_has_a_page() -> None:
    assert "<!DOCTYPE html>" in page_html(KnowledgeGraph())


def test_an_unknown_language_is_refused() -> None:
    with pytest.raises(InputError, match="use one of ar, en"):
        page_html(KnowledgeGraph(), language="xx")


def test_predicates_can_be_named_from_outside() -> None:
    html = page_html(sample_graph(), predicate_labels={"ASSAULT": {"ar": "اعتداء مسلّح"}})
    assert "اعتداء مسلّح" in html


def test_narrowing() -> None:
    kg = sample_graph()
    assert {s.document for s in narrow(kg, until="2021-11").statements.values()} == {ARABIC.id}
    assert set(narrow(kg, focus="موسكو").statements) == set()
    assert all("putin" in (s.subject, s.object) for s in narrow(kg, focus="Vladimir Putin").statements.values())
    assert len(narrow(kg, max_nodes=2).statements) == 4
    assert (narrow(kg).statements, narrow(kg).entities) == (kg.statements, kg.entities)
    with pytest.raises(InputError, match="nobody"):
        narrow(kg, focus="nobody")
