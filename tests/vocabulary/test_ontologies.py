"""The tables of `ontologies/` hold together, and a new line in them is all that a new actor needs."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

from graph.errors import VocabularyError
from graph.export.predicates import PREDICATES
from graph.model import EntityType
from graph.vocabulary import LANGUAGES, load_vocabulary, ontology_path
from graph.vocabulary.files import rows
from graph.vocabulary.phrases import key_of

VOCABULARY = load_vocabulary()


def test_enough_is_known() -> None:
    counts = Counter(actor.type for actor in VOCABULARY.actors.values() if not actor.id.startswith("geonames-"))
    assert counts[EntityType.COUNTRY] >= 195
    assert counts[EntityType.ORGANIZATION] >= 250
    assert counts[EntityType.PERSON] >= 400


def test_references_meet() -> None:
    known = VOCABULARY.actors
    for actor in known.values():
        for other in (actor.country, actor.located_in, actor.stands_for, actor.capital, *actor.member_of):
            assert not other or other in known, f"{actor.id} points to {other}"
    assert [o for o in VOCABULARY.offices if o.body not in known] == []


def test_every_wikidata_id_belongs_to_one_actor() -> None:
    owners = Counter(iri for actor in VOCABULARY.actors.values() for iri in actor.same_as)
    assert [iri for iri, n in owners.items() if n > 1] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_event_senses(language: str) -> None:
    table = list(rows(ontology_path("lexicon", language, "events.csv")))
    assert {row["predicate"] for row in table} <= set(PREDICATES)
    assert len({row["predicate"] for row in table}) == 16
    assert [sense for sense, n in Counter(row["sense"] for row in table).items() if n > 1] == []


@pytest.mark.parametrize(
    ("day", "holders"), [("2015-06-01", "barack-obama"), ("2018-06-01", "donald-trump"), ("2022-06-01", "joe-biden")]
)
def test_offices_in_time(day: str, holders: str) -> None:
    assert VOCABULARY.holders("president", "united-states", day) == (holders,)


@pytest.mark.parametrize(
    ("name", "actor"),
    [
        ("الولايات المتحدة", "united-states"),
        ("أمريكا", "united-states"),
        ("أميركا", "united-states"),
        ("NATO", "nato"),
        ("الناتو", "nato"),
        ("دونباس", "donbas"),
        ("Kyiv", "kyiv"),
        ("Kiev", "kyiv"),
        ("بوتين", "vladimir-putin"),
    ],
)
def test_names(name: str, actor: str) -> None:
    key = key_of(name)
    hits = [hit.payload.actor for hit in VOCABULARY.names.at(key, 0) if hit.last == len(key)]
    assert actor in hits


def test_a_new_actor_is_a_line(tmp_path: Path) -> None:
    header = "id,wikidata,label_ar,label_en,aliases_ar,aliases_en,short_ar,short_en,country\n"
    (tmp_path / "people.csv").write_text(
        header + "salma-tijani,,سلمى التيجاني,Salma Tijani,,,,,tunisia\n", encoding="utf-8"
    )
    vocabulary = load_vocabulary((tmp_path,))
    assert vocabulary.entity("salma-tijani").label("ar") == "سلمى التيجاني"
    assert vocabulary.home_country("salma-tijani") == "tunisia"


def test_a_broken_line_is_named(tmp_path: Path) -> None:
    (tmp_path / "people.csv").write_text("id,wikidata\nfine-id,Q1,too,many\n", encoding="utf-8")
    with pytest.raises(VocabularyError, match=r"people\.csv:2"):
        load_vocabulary((tmp_path,))
