"""Mentions of one document become entities: a known actor where the evidence allows, else a stable local one."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from graph.model import Analysis, Entity, EntityType, Mention, content_id
from graph.vocabulary import Vocabulary
from graph.vocabulary.phrases import key_of


class Resolver:
    """Decides, for each mention of a document, which entity it names; documents do not influence one another."""

    def __init__(self, vocabulary: Vocabulary) -> None:
        self.vocabulary = vocabulary

    def __call__(self, analysis: Analysis, mentions: Iterable[Mention]) -> dict[Mention, str]:
        """The entity id of each mention."""
        present = Counter(m.candidates[0] for m in analysis.mentions if len(m.candidates) == 1)
        homes = Counter(self.vocabulary.home_country(actor) for actor in present.elements())
        offices = {r.person: r.body.candidates[0] for r in analysis.roles if r.person and r.body and r.body.candidates}
        return {m: self._entity(m, analysis, present, homes, offices.get(m, "")) for m in mentions}

    def _entity(
        self, mention: Mention, analysis: Analysis, present: Counter[str], homes: Counter[str], body: str
    ) -> str:
        if not mention.candidates:
            return local_id(mention)
        if len(mention.candidates) == 1:
            return mention.candidates[0]
        day = analysis.document.day

        def evidence(candidate: str) -> tuple[int, ...]:
            held = self.vocabulary.held(candidate, day)
            country = self.vocabulary.home_country(candidate)
            return (
                int(
                    (bool(body) and any(o.body == body for o in self.vocabulary.held(candidate, None)))
                    or country == body != ""
                ),
                present[candidate],
                int(day is not None and bool(held)),
                homes[country] if candidate != country else 0,
                -mention.candidates.index(candidate),
            )

        return max(mention.candidates, key=evidence)


def local_id(mention: Mention) -> str:
    """The id of a thing that only articles know, from its type and its folded name.

    Places and countries share one name space, so that a wrong guess between the two makes no second thing.
    """
    kind = "place" if mention.type in (EntityType.COUNTRY, EntityType.PLACE) else str(mention.type)
    return "local-" + content_id(kind, " ".join(key_of(mention.head or mention.text)))


def local_entity(entity_id: str, kind: EntityType, names: Counter[tuple[str, str]]) -> Entity:
    """The entity behind a local id; its label in each language is the most frequent of its longest kind of names."""
    labels: dict[str, str] = {}
    for (language, text), _ in sorted(names.items(), key=lambda item: (-len(item[0][1].split()), -item[1], item[0])):
        labels.setdefault(language, text)
    return Entity(entity_id, kind, tuple(sorted(labels.items())))
