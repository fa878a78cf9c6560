"""Sentences become statements: who, what, to whom, said by whom, denied or only possible."""

from __future__ import annotations

import random
from pathlib import Path

import pytest

import graph
from graph.knowledge import KnowledgeGraph
from graph.model import Document

Claim = tuple[str, str, str, str | None, str, str]


def claims(text: str, published: str | None = None) -> set[Claim]:
    kg = graph.build([Document(text, published=published)])
    return {
        (s.subject, s.predicate, s.object, s.source, str(s.polarity), str(s.modality)) for s in kg.statements.values()
    }


PLAIN = (None, "affirmed", "asserted")
ARABIC: list[tuple[str, Claim]] = [
    ("استقبل الرئيس الروسي فلاديمير بوتين ضيوفه في موسكو.", ("vladimir-putin", "LEADS", "russia", *PLAIN)),
    ("قال وزير الخارجية الروسي، سيرغي لافروف، إن الأمر انتهى.", ("sergei-lavrov", "REPRESENTS", "russia", *PLAIN)),
    ("صرح المتحدث باسم الكرملين دميتري بيسكوف بذلك.", ("dmitry-peskov", "REPRESENTS", "kremlin", *PLAIN)),
    ("اتهمت أوكرانيا روسيا بإشعال الأزمة.", ("ukraine", "ACCUSE", "russia", *PLAIN)),
    ("هاجمت روسيا أوكرانيا فجر الخميس.", ("russia", "ASSAULT", "ukraine", *PLAIN)),
    ("روسيا تهاجم أوكرانيا.", ("russia", "ASSAULT", "ukraine", *PLAIN)),
    ("شنت روسيا هجوماً على أوكرانيا.", ("russia", "ASSAULT", "ukraine", *PLAIN)),
    ("أدان الاتحاد الأوروبي الهجوم الروسي على أوكرانيا.", ("russia", "ASSAULT", "ukraine", *PLAIN)),
    ("فرضت الولايات المتحدة وبريطانيا عقوبات على بيلاروسيا.", ("united-kingdom", "SANCTION", "belarus", *PLAIN)),
    ("نددت فرنسا وألمانيا بروسيا.", ("germany", "ACCUSE", "russia", *PLAIN)),
    (
        "نفى الكرملين أن تكون روسيا تخطط لغزو أوكرانيا.",
        ("russia", "ASSAULT", "ukraine", "kremlin", "negated", "future"),
    ),
    ("قالت كييف إن روسيا هاجمت أوكرانيا.", ("russia", "ASSAULT", "ukraine", "kyiv", "affirmed", "asserted")),
    ("لم تهاجم روسيا أوكرانيا.", ("russia", "ASSAULT", "ukraine", None, "negated", "asserted")),
    ("قد تهاجم روسيا أوكرانيا.", ("russia", "ASSAULT", "ukraine", None, "affirmed", "possible")),
    ("ستفرض الولايات المتحدة عقوبات على روسيا.", ("united-states", "SANCTION", "russia", None, "affirmed", "future")),
]
ENGLISH: list[tuple[str, Claim]] = [
    ("Russian Foreign Minister Sergei Lavrov spoke.", ("sergei-lavrov", "REPRESENTS", "russia", *PLAIN)),
    ("Ukraine accused Russia of stoking the crisis.", ("ukraine", "ACCUSE", "russia", *PLAIN)),
    ("Russia attacked Ukraine at dawn.", ("russia", "ASSAULT", "ukraine", *PLAIN)),
    ("Ukraine was attacked by Russia.", ("russia", "ASSAULT", "ukraine", *PLAIN)),
    ("Russia's attack on Ukraine began at dawn.", ("russia", "ASSAULT", "ukraine", *PLAIN)),
    (
        "The Kremlin denied that Russia was planning to invade Ukraine.",
        ("russia", "ASSAULT", "ukraine", "kremlin", "negated", "future"),
    ),
    ("Russia may attack Ukraine.", ("russia", "ASSAULT", "ukraine", None, "affirmed", "possible")),
    ("Russia did not attack Ukraine.", ("russia", "ASSAULT", "ukraine", None, "negated", "asserted")),
]


@pytest.mark.parametrize(
    ("text", "wanted"), ARABIC + ENGLISH, ids=lambda value: value if isinstance(value, str) else ""
)
def test_sentence(text: str, wanted: Claim) -> None:
    assert wanted in claims(text)


@pytest.mark.parametrize(
    "text",
    [
        "تقع روسيا وأوكرانيا في شرق القارة.",
        "شارك ممثلون عن روسيا، ثم جاء دور أوكرانيا في القرعة.",
        "Russia and Ukraine are both large.",
        "Delegates from Russia sat near those from Ukraine.",
    ],
)
def test_two_names_in_one_sentence_are_no_relation(text: str) -> None:
    assert claims(text) == set()


def test_the_same_actor_in_both_languages_is_one_node() -> None:
    kg = graph.build(
        ["زار وزير الخارجية الأميركي أنتوني بلينكن موسكو.", "U.S. Secretary of State Antony Blinken arrived."]
    )
    [blinken] = kg.find("أنتوني بلينكن")
    assert blinken.documents == 2
    assert kg.find("Antony Blinken") == (blinken,)
    assert dict(blinken.labels).keys() >= {"ar", "en"}


def test_a_role_is_its_holder_on_that_day_and_the_country_without_a_date() -> None:
    text = "انتقد الرئيس الفرنسي إيران."
    assert ("emmanuel-macron", "ACCUSE", "iran", *PLAIN) in claims(text, "2021-12-01")
    assert ("francois-hollande", "ACCUSE", "iran", *PLAIN) in claims(text, "2015-06-01")
    assert ("france", "ACCUSE", "iran", *PLAIN) in claims(text)


def test_unknown_person_gets_a_stable_local_id() -> None:
    first = graph.build(["قال المتحدث باسم الكرملين خالد الرشواني إن الأمر انتهى."])
    again = graph.build(["قال المتحدث باسم الكرملين خالد الرشواني كلاما آخر."])
    local = [e.id for e in first.entities.values() if e.local]
    assert local == [e.id for e in again.entities.values() if e.local]
    assert len(local) == 1


@pytest.mark.parametrize("text", ["…؟!", "\u202e\u202d مرحبا \u2066", "، ، ،", "a" * 5000, "x\0y \u200f روسيا"])
def test_odd_texts_are_sane(text: str) -> None:
    kg = graph.build([text])
    assert len(kg.documents) == 1
    assert all(m.mention.span.of(text) == m.mention.text for m in kg.mentions)


def test_evidence_reads_back() -> None:
    kg = graph.build([Document(t) for t, _ in ARABIC + ENGLISH])
    assert len(kg) >= len(ARABIC + ENGLISH)
    for statement in kg.statements.values():
        text = kg.documents[statement.document].text
        for evidence in statement.evidence:
            assert evidence.sentence.contains(evidence.trigger)
            assert evidence.subject.of(text)
            assert evidence.object.of(text)
    for resolved in kg.mentions:
        assert resolved.mention.span.of(kg.documents[resolved.document].text) == resolved.mention.text


def test_order_of_the_input_does_not_matter(tmp_path: Path) -> None:
    from graph.export.tables import write_tables

    texts = [t for t, _ in ARABIC + ENGLISH]
    written: list[dict[str, bytes]] = []
    for seed in (1, 2):
        random.Random(seed).shuffle(texts)
        write_tables(graph.build(texts), tmp_path / str(seed))
        written.append({p.name: p.read_bytes() for p in sorted((tmp_path / str(seed)).iterdir())})
    assert written[0] == written[1]


def test_views_of_the_graph() -> None:
    kg: KnowledgeGraph = graph.build(["هاجمت روسيا أوكرانيا.", "Ukraine accused Russia. Ukraine accused Russia."])
    network = kg.to_networkx()
    assert network.number_of_edges() == len(kg) == 2
    assert kg.neighbours("ukraine") == ("russia",)
    assert {s.predicate for s in kg.between("russia", "ukraine")} == {"ACCUSE", "ASSAULT"}
    accusation = next(s for s in kg.statements.values() if s.predicate == "ACCUSE")
    assert len(accusation.evidence) == 2
