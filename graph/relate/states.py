"""States: who leads or represents what, what is a member of what, what lies where."""

from __future__ import annotations

from collections.abc import Iterator

from graph.model import EntityType, Mention, MentionKind, Relation, Role, Sentence
from graph.relate.line import Item, Line
from graph.vocabulary import Vocabulary

_IN_AR = frozenset(("في", "ب"))
_SIDES = frozenset(["شمال", "جنوب", "شرق", "غرب", "شمالي", "جنوبي", "شرقي", "غربي", "وسط", "شمالى"])
_IN_EN = frozenset(("in", "of"))
_PLACES = (EntityType.PLACE,)


def states_of_role(role: Role, sentence: Sentence, bodies: Iterator[Mention]) -> Iterator[Relation]:
    """What a title says: its holder leads, represents or belongs to each of `bodies`."""
    if role.person is None or not role.predicate:
        return
    for body in bodies:
        if body.span != role.person.span:
            yield Relation(
                role.person, role.predicate, body, sentence.span, role.head, confidence=0.85, rule=f"title.{role.title}"
            )


def locations(line: Line, vocabulary: Vocabulary) -> Iterator[Relation]:
    """`مدينة إسطنبول التركية`, `كورسك في روسيا`, `Skopje, Macedonia`: a place beside the place that holds it."""
    for item in line.items:
        if item.mention is None or item.role is not None:
            continue
        if item.mention.type is EntityType.PLACE or item.mention.type is EntityType.ORGANIZATION:
            found = _holder(line, item)
            holder = found.mention if found is not None else None
            if holder is not None and _plausible(item.mention, holder, vocabulary):
                where = line.sentence.span
                yield Relation(item.mention, "LOCATED_IN", holder, where, holder.span, confidence=0.75, rule="location")


def _holder(line: Line, item: Item) -> Item | None:
    """The place or nationality right behind that says where `item` lies."""
    position = item.index + 1
    while position < len(line) and line[position].text in "\"'»”’)":
        position += 1
    if position >= len(line):
        return None
    after = line[position]
    if (
        line.arabic
        and after.actor
        and after.mention
        and after.mention.kind is MentionKind.DEMONYM
        and not after.prefix
        and not after.prep
    ):
        return after if after.mention.text.startswith("ال") else None
    if item.mention is None or item.mention.kind is not MentionKind.NAME:
        return None
    if item.mention.type is not EntityType.PLACE and not line.arabic:
        return None
    return _through_preposition(line, position) if item.mention.type is EntityType.PLACE else None


def _through_preposition(line: Line, position: int) -> Item | None:
    comma = line[position].text in ",،("
    if comma and not line.arabic and position + 1 < len(line):
        after = line[position + 1]
        return after if _is_place(after) and after.mention.type is EntityType.COUNTRY else None  # type: ignore[union-attr]
    steps = 0
    while position < len(line) and steps < 4:
        here = line[position]
        if here.actor:
            linked = here.prep in _IN_AR or steps > 0
            return here if linked and _is_place(here) and not here.prefix else None
        bare = here.key.removeprefix("ب").removeprefix("ال")
        if not (
            here.key in _IN_AR | _IN_EN | {"the"}
            or bare in _SIDES
            or line.lexicon.of_kind("class-word").get(bare) == "place"
        ):
            return None
        position += 1
        steps += 1
    return None


def _is_place(item: Item) -> bool:
    return (
        item.mention is not None
        and item.mention.type in (EntityType.COUNTRY, EntityType.PLACE)
        and item.mention.kind is MentionKind.NAME
    )


def _plausible(inner: Mention, outer: Mention, vocabulary: Vocabulary) -> bool:
    """No place lies in itself, nor in a country that the actors' cards contradict."""
    if not inner.candidates:
        return True
    if outer.candidates and inner.candidates[0] == outer.candidates[0]:
        return False
    home = vocabulary.home_country(inner.candidates[0])
    known = vocabulary.home_country(outer.candidates[0]) if outer.candidates else ""
    if inner.type is EntityType.PLACE and home and known and home != known:
        return False
    return "." not in inner.candidates[0]
