"""Events told by a noun: هجوم روسيا على أوكرانيا, a Russian attack on Ukraine."""

from __future__ import annotations

from graph.model import EntityType, Mention, MentionKind
from graph.relate.frames import (
    NEAR,
    Event,
    Governor,
    bare_phrase,
    definite,
    governed,
    in_slot,
    punctuation_like,
    swapped,
)
from graph.relate.governors import governor_of
from graph.relate.line import Item, Line
from graph.relate.subjects import agent_of, right_phrase
from graph.relate.syntax import (
    COMMAS,
    STRONG,
    Phrase,
    clause_end,
    complementizer,
    finite,
    noun_phrase,
    soft,
)
from graph.vocabulary.lexicon import EventSense

_TOGETHER = ("بين", "between")


def noun_event(line: Line, index: int, sense: EventSense, carried: Mention | None) -> Event | None:
    """The event that a noun tells, with the parties that stand around it; one side may be empty."""
    end = _noun_end(line, index)
    adjective = _adjective(line, index)
    after = index + 1 if adjective is None else adjective.index + 1
    genitive = _genitive(line, index, adjective)
    possessor = _possessor(line, index) or _owner(line, index)
    agent = agent_of(line, index, end)
    governor = governor_of(line, index)
    together = _together(line, index, end)
    if together:
        return governed(Event(sense, index, together[:1], together[1:], "noun.between", confidence=0.75), governor)
    start = genitive.end if genitive else after
    slots = tuple(s for s in sense.object if s != "obj") + (("ل",) if line.arabic and "obj" in sense.object else ())
    mine = set(map(id, genitive.actors)) if genitive else set()
    objects: list[Item] = next((f for s in slots if (f := in_slot(line, s, start, end, mine))), [])
    if not objects and genitive and genitive.actors and "obj" in sense.object:
        second = bare_phrase(line, genitive.end, end)
        objects = second.actors if second and second.actors and line[genitive.end].text not in COMMAS else []
    executor = _executor(line, index, end)
    if not objects and executor is not None:
        objects = next(
            (
                f
                for s in slots
                if (f := in_slot(line, s, executor.end, min(len(line), end + 4), set(map(id, executor.actors))))
            ),
            [],
        )
    if not objects and governor is not None:
        objects = next(
            (f for s in slots if (f := in_slot(line, s, governor.index + 1, index, set(map(id, governor.subjects))))),
            [],
        )
    agent = agent or executor
    subjects, how = _noun_subject(adjective, genitive, possessor, agent, governor, bool(objects), sense)
    if not objects and "obj" in sense.object and genitive and genitive.actors and how != "genitive":
        objects = genitive.actors
    if subjects and objects and subjects[0] is objects[0]:
        return None
    confidence = {"adjective": 0.75, "genitive": 0.75, "agent": 0.8, "possessor": 0.75}.get(how, 0.6)
    return governed(swapped(Event(sense, index, subjects, objects, f"noun.{how}", confidence=confidence)), governor)


def _executor(line: Line, index: int, end: int) -> Phrase | None:
    """Who carried the event out, told by a light verb that takes it up: غارة شنتها طائرات التحالف, الضربة التي وجهتها فرنسا."""
    if not line.arabic:
        return None
    for position in range(index + 1, min(len(line), index + 6)):
        item = line[position]
        if item.actor and item.named:
            return None
        if any(r.pronoun and f.startswith(("perf", "impf")) for _, f, r in item.lights()) and finite(line, position):
            return right_phrase(line, position)
        if finite(line, position) or item.text in STRONG or complementizer(line, position):
            return None
    return None


def _noun_end(line: Line, index: int) -> int:
    return min(clause_end(line, index), index + NEAR + 4)


def _adjective(line: Line, index: int) -> Item | None:
    """A nationality right behind an Arabic noun (هجوم روسي), or right before an English one (a Russian attack)."""
    if not line.arabic:
        before = line[index - 1] if index else None
        if (
            before is not None
            and before.actor
            and before.mention
            and (before.mention.kind is MentionKind.DEMONYM or before.role is None)
        ):
            return before
        if (
            before is not None
            and index > 1
            and not before.actor
            and not punctuation_like(before)
            and line[index - 2].actor
        ):
            return line[index - 2] if line[index - 2].mention.kind is MentionKind.DEMONYM else None  # type: ignore[union-attr]
        return None
    for position in range(index + 1, min(len(line), index + 4)):
        item = line[position]
        if (
            item.actor
            and item.mention
            and item.mention.kind is MentionKind.DEMONYM
            and not item.prefix
            and not item.prep
        ):
            bound = definite(line[index]) == item.text.startswith("ال")
            return item if bound else None
        if item.actor or finite(line, position) or item.prep or item.prefix or punctuation_like(item) or item.kinds:
            return None
    return None


def _genitive(line: Line, index: int, adjective: Item | None) -> Phrase | None:
    """The phrase that follows an Arabic noun in the genitive, or `of` an English one."""
    if not line.arabic:
        position = index + 1
        if position < len(line) and line[position].key == "of":
            return noun_phrase(line, position + 1)
        return None
    if definite(line[index]) or adjective is not None or any(r.pronoun for _, r in line[index].senses[:1]):
        return None
    position = index + 1
    while position < len(line) and soft(line[position]):
        position += 1
    if position >= len(line) or line[position].prep or line[position].prefix:
        return None
    phrase = noun_phrase(line, position)
    return phrase if phrase and phrase.actors else None


def _possessor(line: Line, index: int) -> Item | None:
    """`Russia's attack`: the actor before the possessive."""
    if line.arabic:
        return None
    for back in range(index - 1, max(-1, index - 4), -1):
        if line[back].key in ("'s", "'", "’"):
            return line[back - 1] if back and line[back - 1].actor else None
        if line[back].actor or line[back].is_a("preposition", "determiner"):
            return None
    return None


def _together(line: Line, index: int, end: int) -> list[Item]:
    for position in range(index + 1, min(end, index + 6)):
        if line[position].key in _TOGETHER:
            phrase = noun_phrase(line, position + 1)
            return phrase.actors if phrase and len(phrase.actors) > 1 else []
    return []


def _noun_subject(
    adjective: Item | None, genitive: Phrase | None, possessor: Item | None, agent: Phrase | None,
    governor: Governor | None, has_object: bool, sense: EventSense,
) -> tuple[list[Item], str]:  # fmt: skip
    if agent and agent.actors:
        return agent.actors, "agent"
    if possessor is not None:
        return [possessor], "possessor"
    if adjective is not None:
        return [adjective], "adjective"
    if genitive and genitive.actors and has_object:
        return genitive.actors, "genitive"
    if governor and governor.subjects:
        return governor.subjects, "light" if governor.light else "control"
    return [], ""


def _owner(line: Line, index: int) -> Item | None:
    """Whom the pronoun on a noun means: the nearest actor before it that fits in kind (زيارته, دعمها)."""
    pronoun = next((r.pronoun for e, f, r in line[index].events() if f.startswith("noun")), "")
    if not line.arabic or pronoun not in ("ه", "ها", "هم"):
        return None
    for back in range(index - 1, max(-1, index - 16), -1):
        mention = line[back].mention
        if mention is None or (mention.kind is MentionKind.DEMONYM and line[back].text.startswith("ال")):
            continue
        person = mention.type is EntityType.PERSON
        if person == (pronoun == "ه"):
            return line[back]
    return None
