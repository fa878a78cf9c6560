"""Light and control verbs: what governs an event, and whom it lends as its subject."""

from __future__ import annotations

from collections.abc import Sequence

from graph.model import Modality, Polarity
from graph.relate.frames import (
    Governor,
    definite,
    objects_of,
    verbal,
    words_follow,
)
from graph.relate.line import Item, Line
from graph.relate.scopes import flipped, stronger
from graph.relate.subjects import Subject, subject_of
from graph.relate.syntax import (
    STRONG,
    finite,
    noun_phrase,
    relative,
)
from graph.vocabulary.lexicon import LightVerb

_CONTROLLING = ("THREATEN", "AGREE", "MOBILIZE")


def governor_of(line: Line, index: int) -> Governor | None:
    """The light or control verb to the left that an event noun or a second verb hangs on."""
    for position in range(index - 1, max(-1, index - 10), -1):
        item = line[position]
        if item.text in STRONG or relative(line, position):
            return None
        lights = list(item.lights())
        if lights and (finite(line, position) or _nonverbal_light(lights)):
            light = lights[0][0]
            return _governor(line, index, position, light)
        if finite(line, position):
            return _subject_control(line, index, position)
    return None


def _subject_control(line: Line, index: int, position: int) -> Governor | None:
    """A verb that is no light verb lends its subject to an indefinite or prepositional act: نجحت في تدمير, توعد بشن."""
    verb = line[position]
    if any(True for _ in verb.cues()) or any(e.predicate not in _CONTROLLING for e, _, _ in verb.events()):
        return None
    if definite(line[index]) and not line[index].prep:
        return None
    subject = subject_of(line, position)
    if subject is None or (subject.how == "after" and subject.after > index):
        return None
    modality = (
        Modality.CONDITIONAL if any(e.predicate == "THREATEN" for e, _, _ in verb.events()) else Modality.ASSERTED
    )
    return Governor(position, subject.actors, modality=modality, chain=[position])


def _governor(line: Line, index: int, position: int, light: LightVerb) -> Governor:
    """The governor at `position`, joined with the one that it hangs on itself: يعتزم … عقد اجتماع."""
    own = finite(line, position)
    subject = subject_of(line, position) if own else None
    upper = governor_of(line, position) if not own or subject is None else None
    subjects = subject.actors if subject else (upper.subjects if upper else [])
    if not own and line.arabic:
        subjects = _bearer(line, position, index) or subjects
    if subject and subject.how == "after" and subject.after > index:
        subjects = []
    asked = _asked(line, position, index, subject)
    said_by = subject.actors[0] if subject and subject.actors and asked else None
    subjects = asked or subjects
    polarity, modality, chain = light.polarity, light.modality or Modality.ASSERTED, [position]
    if upper is not None and not own:
        polarity = flipped(polarity) if upper.polarity is Polarity.NEGATED else polarity
        modality, chain = stronger(modality, upper.modality), [position, *upper.chain]
    return Governor(position, subjects, polarity, modality, light, chain, said_by)


def _bearer(line: Line, position: int, index: int) -> list[Item]:
    """The actor in the genitive behind a light masdar: قيام روسيا بشن هجوم."""
    if position + 1 >= index or line[position + 1].prep:
        return []
    phrase = noun_phrase(line, position + 1)
    return phrase.actors if phrase and phrase.actors and phrase.end <= index else []


def _asked(line: Line, position: int, index: int, subject: Subject | None) -> list[Item]:
    """Whom a request or an accusation is directed at: they, not the one who speaks, do what follows."""
    for sense, feature, _ in line[position].events():
        if sense.predicate in ("REQUEST", "ACCUSE") and verbal(line, feature) and words_follow(line, position, sense):
            start = subject.after if subject and subject.how == "after" else position + 1
            return objects_of(line, sense, max(position + 1, start), index, subject)[0]
    return []


def _nonverbal_light(lights: Sequence[tuple[LightVerb, str, object]]) -> bool:
    return any(feature in ("noun", "active", "noun.bound", "base", "ing", "participle") for _, feature, _ in lights)
