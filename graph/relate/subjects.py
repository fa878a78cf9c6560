"""Who does it: the subject of a verb in verb-first and subject-first order, in relative clauses, or left unsaid."""

from __future__ import annotations

from dataclasses import dataclass

from graph.model import Mention, MentionKind
from graph.relate.line import Item, Line, is_person
from graph.relate.syntax import COMMAS, STRONG, Phrase, complementizer, finite, noun_phrase, relative, soft

_AGENTS_AR = (("من", "قبل"), ("علي", "يد"), ("علي", "ايدي"), ("من", "جانب"), ("من", "طرف"))
_BACK = 14


@dataclass(slots=True)
class Subject:
    """The actors that act, and how they were found; `after` is where the phrase behind the verb ends."""

    actors: list[Item]
    how: str
    after: int = 0

    @property
    def mention(self) -> Mention | None:
        return self.actors[0].mention if self.actors else None


def subject_of(line: Line, index: int, carried: Mention | None = None) -> Subject | None:
    """The subject of the finite verb at `index`; None where the text names none that is an entity."""
    return _arabic(line, index) if line.arabic else _english(line, index)


def _arabic(line: Line, index: int) -> Subject | None:
    verb = line[index]
    right = right_phrase(line, index)
    joined = bool(verb.prefix)
    if not joined:
        left = left_phrase(line, index)
        if left is not None and left.actors:
            return Subject(left.actors, "before", index + 1)
        if left is not None and left.end < left.start:
            return None
    if right is not None:
        return Subject(right.actors, "after", right.end) if right.actors else None
    topic = topic_phrase(line, index)
    if topic is not None:
        return Subject(topic.actors, "topic", index + 1)
    return _previous(line, index)


def right_phrase(line: Line, index: int) -> Phrase | None:
    """The bare noun phrase right behind a verb, over adverbs and quotes."""
    position = index + 1
    while position < len(line) and (soft(line[position]) or line[position].is_a("adverb-skip")):
        position += 1
    if position >= len(line) or line[position].prep:
        return None
    return noun_phrase(line, position)


def left_phrase(line: Line, index: int) -> Phrase | None:
    """The actors right before a verb: روسيا تقصف, and through a relative: روسيا التي تقصف."""
    position = index - 1
    while position >= 0 and _passed(line, position):
        position -= 1
    if position >= 0 and relative(line, position):
        position -= 1
        while position >= 0 and line[position].text in COMMAS:
            position -= 1
    if position >= 1 and line[position].text in COMMAS and line[position - 1].actor:
        position -= 1
    for _ in range(2):  # adjectives behind the actor: القوات الروسية الخاصة
        if (
            position > 0
            and not line[position].actor
            and line[position].key.startswith("ال")
            and not line[position].senses
        ):
            position -= 1
    if position < 0 or not line[position].actor:
        return None
    first = position
    while first > 0 and (line[first].prefix == "و" and line[first - 1].actor):
        first -= 1
    if _governed(line, first):
        return None
    return Phrase([line[p] for p in range(first, position + 1) if line[p].actor], first, index)


def _passed(line: Line, position: int) -> bool:
    """Words between a subject and its verb: قد, لم, سوف, adverbs, quotes."""
    item = line[position]
    if item.actor or relative(line, position):
        return False
    return (
        soft(item)
        or item.is_a("adverb-skip", "negator", "auxiliary")
        or any(c.kind in ("negation", "possible", "future") for c, _, _ in item.cues())
    )


def _governed(line: Line, position: int) -> bool:
    """Whether a preposition or a verb governs the phrase that begins at `position`: then it is no subject."""
    if line[position].prep:
        return True
    back = position - 1
    steps = 0
    while back >= 0 and steps < 4:
        item = line[back]
        if item.text in STRONG | COMMAS or complementizer(line, back):
            return False
        if item.is_a("preposition") and not item.is_a("located"):
            return True
        if item.prep or finite(line, back):
            return True
        if item.actor:
            return False
        back -= 1
        steps += 1
    return False


def topic_phrase(line: Line, index: int) -> Phrase | None:
    """The actor with which the clause begins, where no other verb stands between: إن روسيا بعد … ستفرض."""
    for position in range(index - 1, max(-1, index - _BACK), -1):
        if finite(line, position) or line[position].text in STRONG:
            return None
        if complementizer(line, position) or position == 0:
            start = position + 1 if complementizer(line, position) else 0
            phrase = noun_phrase(line, start)
            return phrase if phrase and phrase.actors and phrase.end <= index else None
    return None


def _previous(line: Line, index: int) -> Subject | None:
    """The subject of the verb before, which a joined verb shares: اتهمت … وطالبت."""
    for position in range(index - 1, -1, -1):
        if finite(line, position):
            before = _arabic(line, position) if not line[position].prefix or position == 0 else _nearest(line, position)
            return Subject(before.actors, "shared", index + 1) if before else None
    return None


def _nearest(line: Line, index: int) -> Subject | None:
    right = right_phrase(line, index)
    if right is not None:
        return Subject(right.actors, "after", right.end) if right.actors else None
    return _previous(line, index)


def agent_of(line: Line, index: int, end: int) -> Phrase | None:
    """The agent of a passive: من قبل, على يد, by."""
    for position in range(index + 1, end):
        if line.arabic:
            pair = (line[position].key, line[position + 1].key if position + 1 < end else "")
            if any(pair == agent or pair == ("و" + agent[0], agent[1]) for agent in _AGENTS_AR):
                return noun_phrase(line, position + 2)
        elif line[position].key == "by":
            return noun_phrase(line, position + 1)
    return None


def _english(line: Line, index: int) -> Subject | None:
    position = index - 1
    while position >= 0 and (
        line[position].is_a("auxiliary", "adverb-skip")
        or line[position].key in ("not", "n't", "to", "never", "also")
        or line[position].key.endswith("ly")
        or soft(line[position])
    ):
        position -= 1
    if position >= 0 and relative(line, position):
        position -= 1
    if position >= 0 and line[position].text in COMMAS:
        position = _over_parenthesis(line, position)
    if position >= 0 and line[position].key in _PERSONAL:
        return _meant(line, position)
    if position >= 0 and line[position].key in ("and", "but", "then"):
        return _shared_english(line, position)
    return _english_left(line, position)


_PERSONAL = {"he": True, "she": True, "it": False, "they": False}


def _meant(line: Line, position: int) -> Subject | None:
    """Whom a pronoun means: the nearest actor before it, a person for he and she, another for it and they."""
    for back in range(position - 1, -1, -1):
        mention = line[back].mention
        if (
            mention is not None
            and mention.kind is not MentionKind.DEMONYM
            and is_person(mention) == _PERSONAL[line[position].key]
        ):
            return Subject([line[back]], "pronoun", 0)
    return None


def _over_parenthesis(line: Line, position: int) -> int:
    """From a comma back over `, which …,` or `, the …,` to the word before it."""
    for back in range(position - 1, max(-1, position - 12), -1):
        if line[back].text in COMMAS:
            return back - 1
        if finite(line, back) and not any(relative(line, p) for p in range(max(0, back - 3), back)):
            break
    return position - 1


def _english_left(line: Line, position: int) -> Subject | None:
    """The head of the noun phrase that ends at `position`: the actor nearest to its beginning."""
    last: Item | None = None
    taken: list[Item] = []
    for back in range(position, max(-1, position - 10), -1):
        item = line[back]
        if item.text in STRONG | COMMAS or complementizer(line, back) or relative(line, back) or finite(line, back):
            break
        if item.is_a("preposition"):
            taken, last = ([], None) if not _affiliation(line, back) else (taken, last)
            continue
        if item.actor:
            joined = last is not None and line[back + 1].key in ("and", "&", ",")
            taken = [item, *taken] if joined else [item]
            last = item
    return Subject(taken, "before", 0) if taken else None


def _affiliation(line: Line, position: int) -> bool:
    return line[position].key in ("of", "from", "for", "in") and any(
        line[p].is_a("official", "force-noun") for p in range(max(0, position - 3), position)
    )


def _shared_english(line: Line, position: int) -> Subject | None:
    for back in range(position - 1, -1, -1):
        if finite(line, back):
            before = _english(line, back)
            return Subject(before.actors, "shared", 0) if before else None
    return None
