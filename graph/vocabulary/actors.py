"""The actors that khabar knows by hand, as cards, and the offices they held."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from graph.model import EntityType, Office
from graph.vocabulary.arabic import nisba
from graph.vocabulary.files import Row, rows

_TYPES = {
    "countries.csv": EntityType.COUNTRY,
    "places.csv": EntityType.PLACE,
    "organizations.csv": EntityType.ORGANIZATION,
    "people.csv": EntityType.PERSON,
}


@dataclass(frozen=True, slots=True)
class Actor:
    """A known person, country, place or organization.

    `country` is where a person or an organization belongs, `located_in` where a place lies, `stands_for` the country
    whose government a capital or a seat of power names; all are ids, empty where unknown.
    """

    id: str
    type: EntityType
    kind: str = ""
    labels: tuple[tuple[str, str], ...] = ()
    aliases: tuple[str, ...] = ()
    shorts: tuple[str, ...] = ()
    demonyms: tuple[str, ...] = ()
    same_as: tuple[str, ...] = ()
    country: str = ""
    located_in: str = ""
    stands_for: str = ""
    member_of: tuple[str, ...] = ()
    capital: str = ""

    @property
    def home(self) -> str:
        """The id of what it belongs to or lies in."""
        return self.country or self.located_in

    @property
    def names(self) -> tuple[str, ...]:
        """All full names, labels first."""
        return tuple(dict.fromkeys((*(label for _, label in self.labels), *self.aliases)))


def actor_of(row: Row, kind: EntityType) -> Actor:
    """The card that one line of a table of actors describes."""
    wikidata = row.get("wikidata", "")
    labels = tuple((tag, row[f"label_{tag}"]) for tag in ("ar", "en") if row.get(f"label_{tag}"))
    return Actor(
        id=row.slug("id"),
        type=kind,
        kind=row.get("kind", ""),
        labels=labels,
        aliases=(*row.many("aliases_ar"), *row.many("aliases_en")),
        shorts=(*row.many("short_ar"), *row.many("short_en")),
        demonyms=tuple(sorted(_demonyms(row))),
        same_as=(f"http://www.wikidata.org/entity/{wikidata}",) if wikidata else (),
        country=row.get("country", ""),
        located_in=row.get("located_in", ""),
        stands_for=row.get("stands_for", ""),
        member_of=row.many("member_of"),
        capital=row.get("capital", ""),
    )


def _demonyms(row: Row) -> Iterator[str]:
    for adjective in row.many("demonyms_ar"):
        yield from nisba(adjective)
    for word in row.many("irregular_ar"):
        yield word
        yield "ال" + word
    yield from row.many("demonyms_en")


def read_actors(folder: Path) -> Iterator[tuple[Actor, Row]]:
    """The cards of the four tables in `folder`, those that are there, with the lines they stand on."""
    for name, kind in _TYPES.items():
        if (folder / name).exists():
            for row in rows(folder / name):
                yield actor_of(row, kind), row


def read_offices(folder: Path) -> Iterator[Office]:
    """The dated offices of `offices.csv`."""
    if (folder / "offices.csv").exists():
        for row in rows(folder / "offices.csv"):
            yield Office(row["person"], row["predicate"], row["title"], row["body"], row["from"], row["to"])


@dataclass(frozen=True, slots=True)
class Organ:
    """An organ that every state has; labels hold `{}` where the country's name goes."""

    id: str
    kind: str
    labels: tuple[tuple[str, str], ...]
    forms_ar: tuple[str, ...]
    forms_en: tuple[str, ...]


def read_organs(folder: Path) -> Iterator[Organ]:
    """The organs of `organs.csv`."""
    if (folder / "organs.csv").exists():
        for row in rows(folder / "organs.csv"):
            labels = (("ar", row["label_ar"]), ("en", row["label_en"]))
            yield Organ(row.slug("id"), row["kind"], labels, row.many("forms_ar"), row.many("forms_en"))
