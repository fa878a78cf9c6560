"""Events: who does what to whom, from a trigger of the lexicon and the phrases in the slots of its frame."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from graph.model import EntityType, Mention, MentionKind, Modality, Polarity
from graph.relate.line import Item, Line
from graph.relate.scopes import flipped, stronger
from graph.relate.subjects import Subject, agent_of, left_phrase, right_phrase, subject_of
from graph.relate.syntax import (
    COMMAS,
    STRONG,
    Phrase,
    clause_end,
    complementizer,
    finite,
    noun_phrase,
    prepositional,
    relative,
    soft,
)
from graph.vocabulary.lexicon import EventSense, LightVerb

_NEAR = 12
_TOGETHER = ("بين", "between")


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
        if not _words_follow(line, index, sense):
            continue
        if _verbal(line, feature) and (as_verb or _nonfinite(line, index, feature)):
            yield _verb(line, index, sense, feature, as_verb, carried)
        elif feature in ("noun", "noun.bound", "form") and not as_verb:
            yield _noun(line, index, sense, carried)
        elif feature in ("active", "passive", "adjective") and not as_verb:
            yield _participle(line, index, sense, feature)
        elif feature == "form" and as_verb:
            yield _verb(line, index, sense, feature, True, carried)


def _verbal(line: Line, feature: str) -> bool:
    return feature.startswith(("perf", "impf")) or feature in ("base", "3rd", "past", "participle", "ing")


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


def _words_follow(line: Line, index: int, sense: EventSense) -> bool:
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
            return _governed(event, governor)
    if passive:
        return None
    resumed = _resumed(line, index, sense, feature)
    if resumed is not None:
        right = right_phrase(line, index)
        if right is None or not right.actors:
            return None
        return _governed(Event(sense, index, right.actors, resumed.actors, "verb.resumed", confidence=0.75), governor)
    start = max(index + 1, subject.after if subject and subject.how == "after" else index + 1)
    objects, slot = _objects(line, sense, start, end, subject)
    if subject is None and objects and _first_person(line, index, feature):
        return Event(sense, index, [], objects, f"verb.speaker.{slot}", confidence=0.6, spoken=True)
    if subject is None or not objects:
        return None
    confidence = {"after": 0.8, "before": 0.8, "topic": 0.65, "shared": 0.6}.get(subject.how, 0.55)
    event = Event(sense, index, subject.actors, objects, f"verb.{subject.how}.{slot}", confidence=confidence)
    return _governed(_swapped(event), governor)


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


def _objects(line: Line, sense: EventSense, start: int, end: int, subject: Subject | None) -> tuple[list[Item], str]:
    """The actors in the best slot of the frame that is filled, and which slot that was."""
    mine = set(map(id, subject.actors)) if subject else set()
    for slot in sense.object:
        if slot == "obj":
            phrase = _bare(line, start, end)
            found = [a for a in phrase.actors if id(a) not in mine] if phrase else []
        else:
            found = _in_slot(line, slot, start, end, mine)
        if found:
            return found, slot
    return [], ""


def _in_slot(line: Line, slot: str, start: int, end: int, mine: set[int]) -> list[Item]:
    for _, phrase in prepositional(line, start, min(end, start + _NEAR), (slot,)):
        found = [a for a in phrase.actors if id(a) not in mine]
        if found:
            return found
    return []


def _bare(line: Line, start: int, end: int) -> Phrase | None:
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


def _noun(line: Line, index: int, sense: EventSense, carried: Mention | None) -> Event | None:
    end = _noun_end(line, index)
    adjective = _adjective(line, index)
    after = index + 1 if adjective is None else adjective.index + 1
    genitive = _genitive(line, index, adjective)
    possessor = _possessor(line, index) or _owner(line, index)
    agent = agent_of(line, index, end)
    governor = governor_of(line, index)
    together = _together(line, index, end)
    if together:
        return _governed(Event(sense, index, together[:1], together[1:], "noun.between", confidence=0.75), governor)
    start = genitive.end if genitive else after
    slots = tuple(s for s in sense.object if s != "obj") + (("ل",) if line.arabic and "obj" in sense.object else ())
    mine = set(map(id, genitive.actors)) if genitive else set()
    objects: list[Item] = next((f for s in slots if (f := _in_slot(line, s, start, end, mine))), [])
    if not objects and genitive and genitive.actors and "obj" in sense.object:
        second = _bare(line, genitive.end, end)
        objects = second.actors if second and second.actors and line[genitive.end].text not in COMMAS else []
    executor = _executor(line, index, end)
    if not objects and executor is not None:
        objects = next(
            (
                f
                for s in slots
                if (f := _in_slot(line, s, executor.end, min(len(line), end + 4), set(map(id, executor.actors))))
            ),
            [],
        )
    if not objects and governor is not None:
        objects = next(
            (f for s in slots if (f := _in_slot(line, s, governor.index + 1, index, set(map(id, governor.subjects))))),
            [],
        )
    agent = agent or executor
    subjects, how = _noun_subject(adjective, genitive, possessor, agent, governor, bool(objects), sense)
    if not objects and "obj" in sense.object and genitive and genitive.actors and how != "genitive":
        objects = genitive.actors
    if subjects and objects and subjects[0] is objects[0]:
        return None
    confidence = {"adjective": 0.75, "genitive": 0.75, "agent": 0.8, "possessor": 0.75}.get(how, 0.6)
    return _governed(_swapped(Event(sense, index, subjects, objects, f"noun.{how}", confidence=confidence)), governor)


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
    return min(clause_end(line, index), index + _NEAR + 4)


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
            bound = _definite(line[index]) == item.text.startswith("ال")
            return item if bound else None
        if item.actor or finite(line, position) or item.prep or item.prefix or punctuation_like(item) or item.kinds:
            return None
    return None


def punctuation_like(item: Item) -> bool:
    """Whether an item begins with a mark rather than a letter or a digit."""
    return not item.text[0].isalnum()


def _definite(item: Item) -> bool:
    return any(r.article for _, r in item.senses) or item.key.startswith(("ال", "وال", "لل", "بال", "فال"))


def _genitive(line: Line, index: int, adjective: Item | None) -> Phrase | None:
    """The phrase that follows an Arabic noun in the genitive, or `of` an English one."""
    if not line.arabic:
        position = index + 1
        if position < len(line) and line[position].key == "of":
            return noun_phrase(line, position + 1)
        return None
    if _definite(line[index]) or adjective is not None or any(r.pronoun for _, r in line[index].senses[:1]):
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
        _definite(line[index])
        or line[index].prep
        or index == 0
        or not (line[index - 1].text in COMMAS or line[index].prefix)
    ):
        return None
    verb = next((p for p in range(index - 1, -1, -1) if finite(line, p) and not line[p].is_a("adverb-skip")), None)
    subject = subject_of(line, verb) if verb is not None else None
    end = clause_end(line, index)
    objects, slot = _objects(line, sense, index + 1, end, subject)
    if not objects:
        return None
    if subject is None or not subject.actors:
        return Event(sense, index, [], objects, f"participle.speaker.{slot}", confidence=0.5, spoken=True)
    return Event(sense, index, subject.actors, objects, f"participle.{slot}", confidence=0.65)


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


_CONTROLLING = ("THREATEN", "AGREE", "MOBILIZE")


def _subject_control(line: Line, index: int, position: int) -> Governor | None:
    """A verb that is no light verb lends its subject to an indefinite or prepositional act: نجحت في تدمير, توعد بشن."""
    verb = line[position]
    if any(True for _ in verb.cues()) or any(e.predicate not in _CONTROLLING for e, _, _ in verb.events()):
        return None
    if _definite(line[index]) and not line[index].prep:
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
        if sense.predicate in ("REQUEST", "ACCUSE") and _verbal(line, feature) and _words_follow(line, position, sense):
            start = subject.after if subject and subject.how == "after" else position + 1
            return _objects(line, sense, max(position + 1, start), index, subject)[0]
    return []


def _nonverbal_light(lights: Sequence[tuple[LightVerb, str, object]]) -> bool:
    return any(feature in ("noun", "active", "noun.bound", "base", "ing", "participle") for _, feature, _ in lights)


def _governed(event: Event, governor: Governor | None) -> Event:
    if governor is not None:
        event.governors = governor.chain
        event.said_by = governor.said_by
        event.modality = stronger(event.modality, governor.modality)
        if governor.polarity is Polarity.NEGATED:
            event.polarity = flipped(event.polarity)
    return event


def _swapped(event: Event) -> Event:
    if event.sense.swap:
        event.subjects, event.objects = event.objects, event.subjects
    return event
