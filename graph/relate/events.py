"""Events: who does what to whom, from a trigger of the lexicon and the phrases in the slots of its frame."""

from __future__ import annotations

from collections.abc import Iterator

from graph.model import Mention
from graph.relate.frames import (
    Event,
    Governor,
    definite,
    governed,
    objects_of,
    swapped,
    verbal,
    words_follow,
)
from graph.relate.governors import governor_of
from graph.relate.line import Line
from graph.relate.nouns import noun_event
from graph.relate.subjects import Subject, agent_of, left_phrase, right_phrase, subject_of
from graph.relate.syntax import (
    COMMAS,
    Phrase,
    clause_end,
    complementizer,
    finite,
    prepositional,
    relative,
)
from graph.vocabulary.lexicon import EventSense


def events_of(line: Line, carried: Mention | None) -> Iterator[Event]:
    """All events of a line, one for each trigger at most; one without subjects waits for the event it is the content of."""
    for index in range(len(line)):
        if line[index].actor:
            continue
        candidates = [event for event in _readings_of(line, index, carried) if event]
        if candidates:
            yield max(
                candidates,
                key=lambda e: (bool(e.subjects) + bool(e.objects), len(e.sense.words), e.confidence, e.sense.id),
            )


def _readings_of(line: Line, index: int, carried: Mention | None) -> Iterator[Event | None]:
    as_verb = finite(line, index)
    for sense, feature, _ in line[index].events():
        if not words_follow(line, index, sense):
            continue
        if verbal(line, feature) and (as_verb or _nonfinite(line, index, feature)):
            yield _verb(line, index, sense, feature, as_verb, carried)
        elif feature in ("noun", "noun.bound", "form") and not as_verb:
            yield noun_event(line, index, sense, carried)
        elif feature in ("active", "passive", "adjective") and not as_verb:
            yield _participle(line, index, sense, feature)
        elif feature == "form" and as_verb:
            yield _verb(line, index, sense, feature, True, carried)


def _nonfinite(line: Line, index: int, feature: str) -> bool:
    """English infinitives, gerunds and reduced passives."""
    if line.arabic:
        return False
    if feature == "ing":
        return True
    before = line[index - 1] if index else None
    if feature in ("participle", "past"):
        after = line[index + 1] if index + 1 < len(line) else None
        return after is not None and after.key == "by"
    return feature == "base" and before is not None and before.key == "to"


def _verb(
    line: Line, index: int, sense: EventSense, feature: str, as_finite: bool, carried: Mention | None
) -> Event | None:
    end = clause_end(line, index)
    passive = not line.arabic and _english_passive(line, index, feature)
    governor = (
        None if line.arabic and as_finite and not _after_complementizer(line, index) else governor_of(line, index)
    )
    subject = _subject(line, index, governor, as_finite)
    agent = agent_of(line, index, end)
    if agent is not None and agent.actors and (passive or line.arabic):
        patient = subject.actors if subject else []
        if patient and agent.actors[0] is not patient[0]:
            event = Event(sense, index, agent.actors, patient, "verb.passive", confidence=0.75)
            return governed(event, governor)
    if passive:
        return None
    resumed = _resumed(line, index, sense, feature)
    if resumed is not None:
        right = right_phrase(line, index)
        if right is None or not right.actors:
            return None
        return governed(Event(sense, index, right.actors, resumed.actors, "verb.resumed", confidence=0.75), governor)
    start = max(index + 1, subject.after if subject and subject.how == "after" else index + 1)
    objects, slot = objects_of(line, sense, start, end, subject)
    if subject is None and objects and _first_person(line, index, feature):
        return Event(sense, index, [], objects, f"verb.speaker.{slot}", confidence=0.6, spoken=True)
    if subject is None or not objects:
        return None
    confidence = {"after": 0.8, "before": 0.8, "topic": 0.65, "shared": 0.6}.get(subject.how, 0.55)
    event = Event(sense, index, subject.actors, objects, f"verb.{subject.how}.{slot}", confidence=confidence)
    return governed(swapped(event), governor)


def _subject(line: Line, index: int, governor: Governor | None, as_finite: bool) -> Subject | None:
    if not as_finite or (governor and governor.light):
        if governor is None:
            return None
        own = right_phrase(line, index) if line.arabic else None
        if (
            own is not None
            and own.actors
            and governor.light
            and "clause" in governor.light.takes
            and not governor.subjects
        ):
            return Subject(own.actors, "after", own.end)
        return Subject(governor.subjects, "control", index + 1) if governor.subjects else None
    return subject_of(line, index)


def _resumed(line: Line, index: int, sense: EventSense, feature: str) -> Phrase | None:
    """The antecedent of a relative clause whose verb takes it up as its object: برونسون الذي تعتقله تركيا."""
    if not line.arabic or "obj" not in sense.object or index < 2:
        return None
    bound = any(r.pronoun and s is sense for s, f, r in line[index].events() if f == feature)
    back = next((p for p in range(index - 1, max(-1, index - 4), -1) if relative(line, p)), None)
    return left_phrase(line, index) if bound and back is not None else None


def _first_person(line: Line, index: int, feature: str) -> bool:
    """Whether the verb says we or I: سنرد, we condemn."""
    if line.arabic:
        return feature.endswith((".1p", ".1s"))
    return any(line[p].key in ("we", "i") for p in range(max(0, index - 4), index))


def _after_complementizer(line: Line, index: int) -> bool:
    return index > 0 and (
        complementizer(line, index - 1) or line[index].prep == "ل" or line[index].key.startswith("لي")
    )


def _english_passive(line: Line, index: int, feature: str) -> bool:
    if feature not in ("participle", "past"):
        return False
    for back in range(1, 4):
        if index - back < 0:
            break
        item = line[index - back]
        if item.key in ("is", "are", "was", "were", "be", "been", "being", "'s", "gets", "got"):
            return True
        if not (item.is_a("auxiliary", "adverb-skip") or item.key in ("not", "n't") or item.key.endswith("ly")):
            break
    after = line[index + 1 : index + 3]
    named = len(after) == 2 and (after[1].actor or after[1].is_a("determiner"))
    return named and after[0].key == "by" and not (index > 0 and line[index - 1].actor)


def _participle(line: Line, index: int, sense: EventSense, feature: str) -> Event | None:
    """`روسيا المدعومة من إيران`, and `متهما إيران` after a verb whose subject it shares."""
    if line.arabic and feature == "active":
        return _circumstance(line, index, sense)
    if not line.arabic or feature != "passive":
        return None
    end = min(clause_end(line, index), index + 6)
    agent = agent_of(line, index, end)
    if agent is None or not agent.actors:
        agent = next((p for _, p in prepositional(line, index + 1, end, ("من",))), None)
    left = left_phrase(line, index)
    if agent is None or not agent.actors or left is None or not left.actors or not line[index].key.startswith("ال"):
        return None
    return Event(sense, index, agent.actors, left.actors[-1:], "participle", confidence=0.6)


def _circumstance(line: Line, index: int, sense: EventSense) -> Event | None:
    """An indefinite active participle that tells what the subject of the verb before it does meanwhile."""
    if (
        definite(line[index])
        or line[index].prep
        or index == 0
        or not (line[index - 1].text in COMMAS or line[index].prefix)
    ):
        return None
    verb = next((p for p in range(index - 1, -1, -1) if finite(line, p) and not line[p].is_a("adverb-skip")), None)
    subject = subject_of(line, verb) if verb is not None else None
    end = clause_end(line, index)
    objects, slot = objects_of(line, sense, index + 1, end, subject)
    if not objects:
        return None
    if subject is None or not subject.actors:
        return Event(sense, index, [], objects, f"participle.speaker.{slot}", confidence=0.5, spoken=True)
    return Event(sense, index, subject.actors, objects, f"participle.{slot}", confidence=0.65)
