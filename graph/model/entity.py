"""The thing that mentions name."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum


class EntityType(StrEnum):
    """The four classes of things in the graph."""

    PERSON = "person"
    COUNTRY = "country"
    PLACE = "place"
    ORGANIZATION = "organization"


@dataclass(frozen=True, slots=True)
class Office:
    """`person` held the office `title` of `body` from `since` until `until` (ISO 8601 dates, either may be empty)."""

    person: str
    predicate: str
    title: str
    body: str
    since: str = ""
    until: str = ""

    def held_on(self, day: str) -> bool:
        """Whether the office was held on `day` (`YYYY-MM-DD`); a coarser bound counts in full."""
        return (not self.since or self.since <= day) and (
            not self.until or day <= self.until or day.startswith(self.until)
        )


@dataclass(frozen=True, slots=True)
class Entity:
    """A person, country, place or organization, in every language one.

    `id` is a slug for a known actor and `local-…` for a thing that only the articles know. `labels` and `aliases`
    are sorted pairs and strings, `same_as` IRIs of the same thing elsewhere.
    """

    id: str
    type: EntityType
    labels: tuple[tuple[str, str], ...] = ()
    aliases: tuple[str, ...] = ()
    same_as: tuple[str, ...] = ()
    mentions: int = field(default=0, compare=False)
    documents: int = field(default=0, compare=False)

    @property
    def local(self) -> bool:
        """Whether only the articles know it."""
        return self.id.startswith("local-")

    def label(self, language: str = "en") -> str:
        """The best label in `language`, else in any language, else the id."""
        labels = dict(self.labels)
        return labels.get(language) or next(iter(labels.values()), self.id)
