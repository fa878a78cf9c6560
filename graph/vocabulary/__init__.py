"""`ontologies/` as answers: actors and their names, offices, organs, and the lexicon of each language."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from graph.errors import VocabularyError
from graph.model import Entity, EntityType, Office
from graph.text.fold import fold_key
from graph.vocabulary.actors import Actor, Organ, read_actors, read_offices, read_organs
from graph.vocabulary.cache import cached
from graph.vocabulary.files import fingerprint, ontology_path
from graph.vocabulary.lexicon import Lexicon, read_lexicon
from graph.vocabulary.names import Name, NameRole, index_names
from graph.vocabulary.phrases import PhraseIndex

LANGUAGES = ("ar", "en")

__all__ = [
    "LANGUAGES",
    "Actor",
    "Lexicon",
    "Name",
    "NameRole",
    "Organ",
    "Vocabulary",
    "load_vocabulary",
    "ontology_path",
]


@dataclass(slots=True)
class Vocabulary:
    """All that khabar knows before it reads an article; read once, never changed."""

    actors: dict[str, Actor]
    offices: tuple[Office, ...]
    organs: tuple[Organ, ...]
    names: PhraseIndex
    organ_index: dict[str, PhraseIndex]
    lexicons: dict[str, Lexicon]
    by_body: dict[tuple[str, str], list[Office]] = field(default_factory=dict)
    by_person: dict[str, list[Office]] = field(default_factory=dict)

    def holders(self, title: str, body: str, day: str) -> tuple[str, ...]:
        """The ids of those who held an office of a body on a day, sorted."""
        return tuple(sorted({o.person for o in self.by_body.get((title, body), ()) if o.held_on(day)}))

    def held(self, person: str, day: str | None) -> tuple[Office, ...]:
        """The offices of a person, those of `day` where one is given, the latest first."""
        offices = self.by_person.get(person, [])
        return tuple(o for o in offices if day is None or o.held_on(day))

    def entity(self, actor_id: str) -> Entity:
        """The entity that a known actor or a country's organ is."""
        if actor_id in self.actors:
            actor = self.actors[actor_id]
            return Entity(actor.id, actor.type, actor.labels, same_as=actor.same_as)
        organ, country = self.organ_of(actor_id)
        names = dict(country.labels)
        labels = tuple((tag, template.format(names[tag])) for tag, template in organ.labels if tag in names)
        return Entity(actor_id, EntityType.ORGANIZATION, labels)

    def organ_of(self, actor_id: str) -> tuple[Organ, Actor]:
        """The organ and the country that an id such as `ukraine.army` is made of."""
        country, _, organ = actor_id.partition(".")
        return next(o for o in self.organs if o.id == organ), self.actors[country]

    def home(self, actor_id: str) -> str:
        """The id of the country or body that an actor belongs to, lies in or speaks for, else empty."""
        if "." in actor_id:
            return actor_id.partition(".")[0]
        actor = self.actors.get(actor_id)
        return (actor.stands_for or actor.home) if actor else ""

    def home_country(self, actor_id: str) -> str:
        """The id of the country at the end of the chain of homes, itself for a country, else empty."""
        for _ in range(6):
            actor = self.actors.get(actor_id)
            if actor and actor.type is EntityType.COUNTRY:
                return actor_id
            actor_id = self.home(actor_id)
        return ""


def load_vocabulary(folders: tuple[Path, ...] = ()) -> Vocabulary:
    """The vocabulary of `ontologies/` and of further folders of actors, from a cache where nothing has changed."""
    paths = sorted(ontology_path().rglob("*.csv"), key=str) + [p for f in folders for p in sorted(f.glob("*.csv"))]
    code = sorted(Path(__file__).parent.glob("*.py")) + sorted((Path(__file__).parent.parent / "text").glob("*.py"))
    return cached(fingerprint([*paths, *code]), lambda: _compile(folders))


def _compile(folders: tuple[Path, ...]) -> Vocabulary:
    actors: dict[str, Actor] = {}
    isos: dict[str, str] = {}
    for folder in (ontology_path("actors"), *folders):
        for actor, row in read_actors(folder):
            if actor.id in actors and folder == ontology_path("actors"):
                raise VocabularyError("the id stands twice", where=row.where, value=actor.id, remedy="choose another")
            actors[actor.id] = actor
            if row.get("iso"):
                isos[row["iso"]] = actor.id
    offices = tuple(
        o for folder in (ontology_path("actors"), *folders) for o in read_offices(folder) if o.person in actors
    )
    organs = tuple(read_organs(ontology_path("actors")))
    lexicons = {language: read_lexicon(ontology_path("lexicon", language), language) for language in LANGUAGES}
    names = index_names(actors, isos, lexicons)
    vocabulary = Vocabulary(actors, offices, organs, names, _organ_index(organs), lexicons)
    for office in sorted(offices, key=lambda o: (o.since, o.until), reverse=True):
        vocabulary.by_body.setdefault((office.title, office.body), []).append(office)
        vocabulary.by_person.setdefault(office.person, []).append(office)
    return vocabulary


def _organ_index(organs: tuple[Organ, ...]) -> dict[str, PhraseIndex]:
    indexes = {language: PhraseIndex() for language in LANGUAGES}
    for organ in organs:
        for language, forms in (("ar", organ.forms_ar), ("en", organ.forms_en)):
            for form in forms:
                for key in _with_article(form) if language == "ar" else [tuple(fold_key(form).split())]:
                    indexes[language].add(key, organ.id)
    return {language: index.ready() for language, index in indexes.items()}


def _with_article(form: str) -> Iterator[tuple[str, ...]]:
    words = tuple(fold_key(form).split())
    yield words
    if not words[0].startswith("ال"):
        yield ("ال" + words[0], *words[1:])
        yield tuple(word if word.startswith("ال") else "ال" + word for word in words)
