"""The RDF: what it says, what it must never say, and that every parser takes it, the same to the byte."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from collections import Counter
from pathlib import Path

import pyoxigraph as ox
import pytest
import rdflib
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st
from rdflib.namespace import OWL, RDF, RDFS, SKOS

from graph.errors import KhabarError
from graph.export import rdf, rdf_terms
from graph.export.iris import ONTOLOGY, Iris
from graph.export.predicates import CLASSES, KINDS, MODALITIES, POLARITIES, PREDICATES, factuality, fits, stance
from graph.export.rdf_notation import ntriple
from graph.export.rdf_terms import KHABAR, SCHEMA
from graph.knowledge import KnowledgeGraph
from graph.model import Entity, EntityType, Modality, Polarity, Statement
from graph.vocabulary.files import ontology_path
from tests.export.test_tables import HOSTILE
from tests.factories import knowledge, renamed, sample

IRIS = Iris()
FORMATS = {"graph.ttl": ox.RdfFormat.TURTLE, "graph.nq": ox.RdfFormat.N_QUADS}
UNBELIEVED = [s for s in sample().statements.values() if not s.factual]
QUAD = {
    "State": "LEADS REPRESENTS MEMBER_OF LOCATED_IN",
    "VerbalCooperation": "AGREE CONSULT SUPPORT CONCEDE",
    "MaterialCooperation": "COOPERATE AID RETREAT",
    "VerbalConflict": "REQUEST ACCUSE REJECT THREATEN",
    "MaterialConflict": "PROTEST SANCTION MOBILIZE COERCE ASSAULT",
}


def written(kg: KnowledgeGraph, folder: Path) -> dict[str, list[ox.Quad]]:
    """Both files, written and read back by the strict parser."""
    rdf.write_facts(kg, folder / "graph.ttl")
    rdf.write_dataset(kg, folder / "graph.nq")
    return {name: list(ox.parse(path=str(folder / name), format=kind)) for name, kind in FORMATS.items()}


def triple(statement: Statement) -> tuple[str, str, str]:
    subject, object_ = IRIS.entity(statement.subject), IRIS.entity(statement.object)
    return subject, str(KHABAR[PREDICATES[statement.predicate]]), object_


def plain(quads: list[ox.Quad]) -> set[tuple[str, str, str]]:
    return {(q.subject.value, q.predicate.value, getattr(q.object, "value", "")) for q in quads}  # type: ignore[union-attr]


@pytest.fixture
def both(tmp_path: Path) -> dict[str, list[ox.Quad]]:
    return written(sample(), tmp_path)


def test_the_sample_has_every_kind_of_unbelieved_statement() -> None:
    assert {s.modality for s in UNBELIEVED} == set(MODALITIES)
    assert {s.polarity for s in UNBELIEVED} == set(POLARITIES)
    assert {(bool(s.source), s.reported) for s in UNBELIEVED} == {(True, True), (False, True), (False, False)}


@pytest.mark.parametrize("name", FORMATS)
def test_what_is_not_fact_is_never_a_plain_triple(both: dict[str, list[ox.Quad]], name: str) -> None:
    said = plain(both[name])
    facts = {triple(s) for s in sample().statements.values() if s.factual}
    assert facts <= said
    assert not {triple(s) for s in UNBELIEVED} & said


@pytest.mark.parametrize("alone", UNBELIEVED, ids=lambda s: f"{s.predicate}-{s.polarity}-{s.modality}")
def test_a_store_that_merges_all_graphs_does_not_believe_it(tmp_path: Path, alone: Statement) -> None:
    kg = knowledge(sample().documents.values(), sample().mentions, [alone])
    written(kg, tmp_path)
    store = ox.Store()
    for name, kind in FORMATS.items():
        store.load(path=str(tmp_path / name), format=kind)
    subject, predicate, object_ = triple(alone)
    for reified in (
        f"<{subject}> <{predicate}> <{object_}>",
        f"?s <{predicate}> ?o",
        f"<{object_}> <{predicate}> <{subject}>",
    ):
        assert not bool(store.query(f"ASK {{ {reified} }}", use_default_graph_as_union=True))


def test_reasoning_believes_no_more(tmp_path: Path) -> None:
    """OWL-RL as far as our ontology goes: symmetric and inverse properties, subclasses."""
    written(sample(), tmp_path)
    ontology = rdflib.Graph().parse(ontology_path("khabar.ttl"))
    facts = rdflib.Graph().parse(tmp_path / "graph.ttl")
    inferred = set(facts)
    for s, p, o in facts:
        if (p, RDF.type, OWL.SymmetricProperty) in ontology:
            inferred.add((o, p, s))
        inferred |= {(o, inverse, s) for inverse in ontology.subjects(OWL.inverseOf, p)}
    for statement in UNBELIEVED:
        s, p, o = map(rdflib.URIRef, triple(statement))
        assert (s, p, o) not in inferred


def test_everything_about_a_denial(both: dict[str, list[ox.Quad]]) -> None:
    denial = next(s for s in UNBELIEVED if s.source == "peskov")
    about = [q for q in both["graph.nq"] if q.subject == ox.NamedNode(IRIS.claim(denial.id))]
    assert {q.graph_name.value for q in about} == {IRIS.document(denial.document)}  # type: ignore[union-attr]
    said = {re.split("[#/]", q.predicate.value)[-1]: q.object.value for q in about}  # type: ignore[union-attr]
    document, evidence = IRIS.document(denial.document), denial.evidence[0]
    assert said == {
        "type": KHABAR.Claim.toPython(),
        "proposition": IRIS.proposition(denial.proposition),
        "wasDerivedFrom": document,
        "wasAttributedTo": IRIS.entity("peskov"),
        "polarity": str(KHABAR.Negated),
        "modality": str(KHABAR.Asserted),
        "stance": str(KHABAR.Denies),
        "factuality": str(KHABAR.CertainNegative),
        "reported": "true",
        "confidence": "0.80",
        "rule": "by-hand",
        "evidence": f"{document}#char={evidence.sentence.start},{evidence.sentence.end}",
        "cueSpan": f"{document}#char={evidence.trigger.start},{evidence.trigger.end}",
        "subjectSpan": f"{document}#char={evidence.subject.start},{evidence.subject.end}",
        "objectSpan": f"{document}#char={evidence.object.start},{evidence.object.end}",
        "sourceSpan": IRIS.span(denial.document, evidence.source),  # type: ignore[arg-type]
    }


@pytest.mark.parametrize(
    ("source", "reported", "polarity", "modality", "expected"),
    [
        (None, False, Polarity.AFFIRMED, Modality.ASSERTED, ("States", "CertainPositive")),
        (None, False, Polarity.NEGATED, Modality.ASSERTED, ("States", "CertainNegative")),
        (None, True, Polarity.AFFIRMED, Modality.POSSIBLE, ("Claims", "PossiblePositive")),
        (None, True, Polarity.NEGATED, Modality.FUTURE, ("Denies", "FutureNegative")),
        ("peskov", True, Polarity.NEGATED, Modality.ASSERTED, ("Denies", "CertainNegative")),
        ("peskov", False, Polarity.AFFIRMED, Modality.CONDITIONAL, ("Claims", "ConditionalPositive")),
    ],
)
def test_stance_and_factuality(
    source: str | None, reported: bool, polarity: Polarity, modality: Modality, expected: tuple[str, str]
) -> None:
    one = Statement("d", "russia", "ASSAULT", "ukraine", source, polarity, modality, reported)
    assert (stance(one), factuality(one)) == expected


def test_local_entities_and_counts(tmp_path: Path) -> None:
    known, local = sample().entities["russia"], Entity("local-1", EntityType.PERSON, (("ar", "سالم"),), (), (), 3, 2)
    quads = written(KnowledgeGraph(entities={e.id: e for e in (local, known)}), tmp_path)["graph.nq"]
    said = {
        (q.subject.value.rsplit("/", 1)[-1], q.predicate.value.removeprefix(ONTOLOGY)): getattr(q.object, "value", "")  # type: ignore[union-attr]
        for q in quads
    }
    assert said["local-1", "local"] == "true"
    assert ("russia", "local") not in said
    assert (said["local-1", "mentionCount"], said["local-1", "documentCount"]) == ("3", "2")


def test_time_and_place(both: dict[str, list[ox.Quad]]) -> None:
    objects = {q.predicate.value: q.object for q in both["graph.nq"]}
    assert objects[str(KHABAR.time)] == ox.Literal("2021-12-02", datatype=ox.NamedNode(str(rdflib.XSD.date)))
    assert objects[str(KHABAR.place)] == ox.NamedNode(IRIS.entity("stockholm"))


def test_the_article(both: dict[str, list[ox.Quad]]) -> None:
    document = next(d for d in sample().documents.values() if d.key == "ar-1")
    about = {
        q.predicate.value: q.object for q in both["graph.nq"] if q.subject == ox.NamedNode(IRIS.document(document.id))
    }
    assert about[str(SCHEMA.headline)] == ox.Literal(str(document.title), language="ar")
    assert about[str(SCHEMA.datePublished)] == ox.Literal("2021-12-03", datatype=ox.NamedNode(str(rdflib.XSD.date)))
    assert about[str(SCHEMA.publisher)] == ox.Literal("وكالة خبر")
    assert about[str(SCHEMA.inLanguage)] == ox.Literal("ar")
    assert about[str(KHABAR.sha256)] == ox.Literal(document.sha256)
    assert about[str(SCHEMA.url)].value.isascii()  # type: ignore[union-attr]


def test_passages_quote_their_words(both: dict[str, list[ox.Quad]]) -> None:
    texts = {IRIS.document(d.id): d.text for d in sample().documents.values()}
    quotes = [q for q in both["graph.nq"] if q.predicate.value.endswith("#anchorOf")]
    assert len(quotes) > 30
    for quad in quotes:
        document, offsets = quad.subject.value.split("#char=")  # type: ignore[union-attr]
        start, end = map(int, offsets.split(","))
        assert texts[document][start:end] == quad.object.value  # type: ignore[union-attr]


def test_graphs(both: dict[str, list[ox.Quad]]) -> None:
    expected = {IRIS.graph(name) for name in ("entities", "propositions", "facts")}
    expected |= {IRIS.document(document) for document in sample().documents}
    assert {q.graph_name.value for q in both["graph.nq"]} == expected  # type: ignore[union-attr]
    claims = sum(q.object == ox.NamedNode(str(KHABAR.Claim)) for q in both["graph.nq"])
    assert claims == len(sample())


def test_one_proposition_for_all_who_affirm_or_deny(both: dict[str, list[ox.Quad]]) -> None:
    targets = Counter(q.object for q in both["graph.nq"] if q.predicate.value == str(KHABAR.proposition))
    assert max(targets.values()) == 2  # Peskov in Arabic and Lavrov in English deny the same


@pytest.mark.parametrize("name", FORMATS)
def test_no_blank_nodes_and_ascii_iris(both: dict[str, list[ox.Quad]], name: str) -> None:
    for quad in both[name]:
        for term in (quad.subject, quad.predicate, quad.object, quad.graph_name):
            assert not isinstance(term, ox.BlankNode)
            assert not isinstance(term, ox.NamedNode) or term.value.isascii()


def test_another_base(tmp_path: Path) -> None:
    base = Iris("https://example.org/news/")
    rdf.write_facts(sample(), tmp_path / "graph.ttl", base)
    rdf.write_dataset(sample(), tmp_path / "graph.nq", base)
    for name, kind in FORMATS.items():
        own = (base.base, ONTOLOGY)
        for quad in ox.parse(path=str(tmp_path / name), format=kind):
            terms = (quad.subject, quad.predicate, quad.object, quad.graph_name)
            iris = [t.value for t in terms if isinstance(t, ox.NamedNode)]
            assert not [iri for iri in iris if iri.startswith("https://w3id.org/") and not iri.startswith(own)]
            assert iris[0].startswith(base.base)
    assert "entity:russia a khabar:Country" in (tmp_path / "graph.ttl").read_text("utf-8")


@pytest.mark.parametrize("base", ["", "khabar/", "https://example.org", "javascript:a/"])
def test_no_base(base: str) -> None:
    with pytest.raises(KhabarError, match="no base for IRIs"):
        Iris(base)


@pytest.mark.filterwarnings("ignore::DeprecationWarning:rdflib")
def test_rdflib_reads_the_same(tmp_path: Path) -> None:
    both = written(sample(), tmp_path)
    assert len(rdflib.Graph().parse(tmp_path / "graph.ttl")) == len(both["graph.ttl"])
    dataset = rdflib.Dataset()
    dataset.parse(tmp_path / "graph.nq", format="nquads")
    assert len(list(dataset.quads())) == len(both["graph.nq"])


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None, max_examples=60)
@given(st.one_of(st.sampled_from(HOSTILE), st.text(st.characters(exclude_categories=()), max_size=12)))
def test_hostile_words(tmp_path: Path, words: str) -> None:
    kg = renamed(sample(), words)
    both = written(kg, tmp_path)
    labels = {q.object.value for q in both["graph.ttl"] if q.predicate.value == str(RDFS.label)}  # type: ignore[union-attr]
    assert labels == {rdf_terms.clean(words)}
    assert plain(both["graph.ttl"]) >= {triple(s) for s in kg.statements.values() if s.factual}
    assert not plain(both["graph.nq"]) & {triple(s) for s in UNBELIEVED}


@pytest.mark.parametrize("words", [w for w in HOSTILE if rdf_terms.clean(w) == w])
def test_harmless_characters_survive(tmp_path: Path, words: str) -> None:
    both = written(renamed(sample(), words), tmp_path)
    assert words in {q.object.value for q in both["graph.nq"] if q.predicate.value == str(SCHEMA.headline)}  # type: ignore[union-attr]


@given(st.text(st.characters(exclude_categories=()), max_size=30))
def test_any_language_tag_and_address(words: str) -> None:
    assume("\n" not in words)
    lines = [
        ntriple((KHABAR.a, KHABAR.b, rdf_terms.text("خبر", words))),
        ntriple((KHABAR.a, KHABAR.b, rdf_terms.when(words))),
        ntriple((KHABAR.a, KHABAR.b, rdf_terms.web(f"https://{words}") or KHABAR.c)),
        ntriple((KHABAR.a, KHABAR.b, rdf_terms.web(f"https://example.org/{words}") or KHABAR.c)),
    ]
    assert len(list(ox.parse("\n".join(lines).encode(), format=ox.RdfFormat.N_TRIPLES))) in (3, 4)


@pytest.mark.parametrize(
    ("tag", "valid"),
    [("ar", "ar"), ("ar_EG", "ar-EG"), ("zh-Hant-TW", "zh-Hant-TW"), ("de-1996", "de-1996"), ("und", None)]
    + [(tag, None) for tag in ("", "a", "ar-", "-ar", "ar EG", "عربي", "en-a", "ar-E", "x" * 9, "ar\n")],
)
def test_language_tags(tag: str, valid: str | None) -> None:
    language = rdf_terms.text("خبر", tag).language
    assert (language or "").casefold() == (valid or "").casefold()
    line = ntriple((KHABAR.a, KHABAR.b, rdf_terms.text("خبر", tag)))
    assert list(ox.parse(line.encode(), format=ox.RdfFormat.N_TRIPLES))


@pytest.mark.parametrize("bad", ["a b", "<a>", "أ", "a\n", "", 'a"b'])
def test_an_id_that_is_no_iri_is_refused(bad: str) -> None:
    with pytest.raises(KhabarError, match="IRI"):
        rdf_terms.node(f"https://w3id.org/khabar/entity/{bad}" if bad else "")


def test_the_same_bytes_for_every_hash_seed(tmp_path: Path) -> None:
    code = (
        "import sys; from pathlib import Path; from tests.factories import sample; from graph.export import EXPORTERS, writer\n"
        "for name in ('graph.ttl', 'graph.nq', 'graph.graphml'): writer(name)(sample(), Path(sys.argv[1]) / name)\n"
        "from graph.export.tables import write_tables; write_tables(sample(), Path(sys.argv[1]))"
    )
    builds = []
    for seed in ("0", "1", "42", "4711"):
        folder = tmp_path / seed
        folder.mkdir()
        environment = {**os.environ, "PYTHONHASHSEED": seed}
        subprocess.run(
            [sys.executable, "-c", code, str(folder)], check=True, env=environment, cwd=Path(__file__).parents[2]
        )
        builds.append({path.name: path.read_bytes() for path in sorted(folder.iterdir())})
    assert len(builds[0]) == 7
    assert all(build == builds[0] for build in builds)


def test_lines_are_sorted_in_each_graph(tmp_path: Path) -> None:
    written(sample(), tmp_path)
    graphs: dict[str, list[str]] = {}
    for line in (tmp_path / "graph.nq").read_text("utf-8").splitlines():
        graphs.setdefault(line.rsplit(" ", 2)[1], []).append(line)
    assert all(lines == sorted(set(lines)) for lines in graphs.values())


# The ontology


@pytest.fixture(scope="module")
def ontology() -> rdflib.Graph:
    assert list(ox.parse(path=str(ontology_path("khabar.ttl")), format=ox.RdfFormat.TURTLE))
    return rdflib.Graph().parse(ontology_path("khabar.ttl"))


def test_predicates_of_the_ontology(ontology: rdflib.Graph) -> None:
    notations = {
        str(o): s for s, o in ontology.subject_objects(SKOS.notation) if (s, RDF.type, OWL.ObjectProperty) in ontology
    }
    assert notations == {name: KHABAR[local] for name, local in PREDICATES.items()}
    for name, predicate in notations.items():
        for property_ in (RDFS.label, SKOS.definition):
            assert {getattr(o, "language", None) for o in ontology.objects(predicate, property_)} == {"ar", "en"}, name
        symmetric = (predicate, RDF.type, OWL.SymmetricProperty) in ontology
        assert symmetric == (name in {"AGREE", "CONSULT", "COOPERATE"})
        assert len(set(ontology.subjects(OWL.inverseOf, predicate))) == (0 if symmetric else 1)
        assert set(ontology.objects(predicate, KHABAR.plover)) == (
            set() if name in QUAD["State"].split() else {rdflib.Literal(name)}
        )
        assert set(ontology.objects(predicate, SCHEMA.domainIncludes))
        assert set(ontology.objects(predicate, SCHEMA.rangeIncludes))


@pytest.mark.parametrize("name", PREDICATES)
def test_domains_and_ranges_are_those_of_the_code(ontology: rdflib.Graph, name: str) -> None:
    predicate, classes = KHABAR[PREDICATES[name]], {KHABAR[local]: kind for kind, local in CLASSES.items()}
    subjects = {classes[c] for c in ontology.objects(predicate, SCHEMA.domainIncludes)}  # type: ignore[index]
    objects = {classes[c] for c in ontology.objects(predicate, SCHEMA.rangeIncludes)}  # type: ignore[index]
    for one in EntityType:
        for other in EntityType:
            assert fits(name, one, other) == (one in subjects and other in objects)


def test_groups_are_those_of_the_gold(ontology: rdflib.Graph) -> None:
    for group, names in QUAD.items():
        members = set(ontology.subjects(KHABAR.group, KHABAR[group]))
        assert members == {KHABAR[PREDICATES[name]] for name in names.split()}


def test_every_term_that_a_build_uses_is_defined(ontology: rdflib.Graph, both: dict[str, list[ox.Quad]]) -> None:
    defined = {str(s) for s in ontology.subjects()}
    used = {t.value for q in both["graph.nq"] for t in (q.predicate, q.object) if isinstance(t, ox.NamedNode)}
    values = [*CLASSES.values(), *KINDS.values(), *MODALITIES.values(), *POLARITIES.values()]
    derived = [f(s) for s in sample().statements.values() for f in (stance, factuality)]
    expected = {iri for iri in used if iri.startswith(str(KHABAR))} | {str(KHABAR[v]) for v in [*values, *derived]}
    assert expected <= defined


def test_every_term_has_both_labels(ontology: rdflib.Graph) -> None:
    for subject in set(ontology.subjects()):
        if str(subject).startswith(str(KHABAR)):
            labels = [*ontology.objects(subject, RDFS.label), *ontology.objects(subject, SKOS.prefLabel)]
            assert {getattr(label, "language", None) for label in labels} == {"ar", "en"}, subject
