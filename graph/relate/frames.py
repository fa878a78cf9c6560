"""Events and their frames: what a trigger asks for, and the phrases that fill its slots."""

from __future__ import annotations

from dataclasses import dataclass, field

from graph.model import Modality, Polarity
from graph.relate.line import Item, Line
from graph.relate.scopes import flipped, stronger
from graph.relate.subjects import Subject
from graph.relate.syntax import (
    COMMAS,
    Phrase,
    noun_phrase,
    prepositional,
    soft,
)
from graph.vocabulary.lexicon import EventSense, LightVerb

NEAR = 12


@dataclass(slots=True)
class Event:
    """An event found: its trigger, the actors on both sides, and what its governors add to it."""

    sense: EventSense
    index: int
    subjects: list[Item]
    objects: list[Item]
    rule: str
    polarity: Polarity = Polarity.AFFIRMED
    modality: Modality = Modality.ASSERTED
    confidence: float = 0.6
    governors: list[int] = field(default_factory=list)
    said_by: Item | None = None  # who asks for it
    spoken: bool = False  # the subject is whoever speaks: a verb in the first person


@dataclass(slots=True)
class Governor:
    """The verb that governs an event noun or a second verb, with its subject and what it adds."""

    index: int
    subjects: list[Item]
    polarity: Polarity = Polarity.AFFIRMED
    modality: Modality = Modality.ASSERTED
    light: LightVerb | None = None
    chain: list[int] = field(default_factory=list)
    said_by: Item | None = None


def verbal(line: Line, feature: str) -> bool:
    """Whether a form is a verb's."""
    return feature.startswith(("perf", "impf")) or feature in ("base", "3rd", "past", "participle", "ing")


def words_follow(line: Line, index: int, sense: EventSense) -> bool:
    """Whether the fixed words of a sense come behind its trigger."""
    position, gap = index + 1, 0
    for word in sense.words:
        if word == "*":
            gap = 3
            continue
        while position < len(line) and not _same(line, line[position], word) and (gap > 0 or soft(line[position])):
            gap -= not soft(line[position])
            position += 1
        if position >= len(line) or not _same(line, line[position], word):
            return False
        position, gap = position + 1, 0
    return True


def _same(line: Line, item: Item, word: str) -> bool:
    if item.key == word or item.key in (word + "ا", "ال" + word):
        return True
    return line.arabic and any(r.stem == word or r.stem == word.removeprefix("ال") for _, r in item.senses)


def objects_of(line: Line, sense: EventSense, start: int, end: int, subject: Subject | None) -> tuple[list[Item], str]:
    """The actors in the best slot of the frame that is filled, and which slot that was."""
    mine = set(map(id, subject.actors)) if subject else set()
    for slot in sense.object:
        if slot == "obj":
            phrase = bare_phrase(line, start, end)
            found = [a for a in phrase.actors if id(a) not in mine] if phrase else []
        else:
            found = in_slot(line, slot, start, end, mine)
        if found:
            return found, slot
    return [], ""


def in_slot(line: Line, slot: str, start: int, end: int, mine: set[int]) -> list[Item]:
    """The actors behind one preposition, but for those in `mine`."""
    for _, phrase in prepositional(line, start, min(end, start + NEAR), (slot,)):
        found = [a for a in phrase.actors if id(a) not in mine]
        if found:
            return found
    return []


def bare_phrase(line: Line, start: int, end: int) -> Phrase | None:
    """The first bare noun phrase from `start` on, over adverbs, quotes and one comma."""
    position = start
    while position < end and (
        soft(line[position])
        or line[position].is_a("adverb-skip")
        or (line[position].text in COMMAS and position == start)
    ):
        position += 1
    if position >= end or line[position].prep or (line[position].prefix and not line[position].actor):
        return None
    return noun_phrase(line, position)


def punctuation_like(item: Item) -> bool:
    """Whether an item begins with a mark rather than a letter or a digit."""
    return not item.text[0].isalnum()


def definite(item: Item) -> bool:
    """Whether an Arabic word carries the article."""
    return any(r.article for _, r in item.senses) or item.key.startswith(("ال", "وال", "لل", "بال", "فال"))


def governed(event: Event, governor: Governor | None) -> Event:
    """The event with what its governor adds: modality, polarity, who asks for it."""
    if governor is not None:
        event.governors = governor.chain
        event.said_by = governor.said_by
        event.modality = stronger(event.modality, governor.modality)
        if governor.polarity is Polarity.NEGATED:
            event.polarity = flipped(event.polarity)
    return event


def swapped(event: Event) -> Event:
    """The event with its parties the right way round, where the sense turns them."""
    if event.sense.swap:
        event.subjects, event.objects = event.objects, event.subjects
    return event
