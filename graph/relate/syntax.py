"""Shallow syntax over a line: what is a verb here, where a clause ends, what a noun phrase names."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from graph.model import MentionKind
from graph.relate.line import Item, Line, is_person
from graph.text.fold import bare

STRONG = frozenset(".؛;:!?؟…")
COMMAS = frozenset(",،")
QUOTES = frozenset("\"'“”«»‘’()[]#_")
DASHES = frozenset("-–—/")
_MOST_NOMINALS = 6
_ENGLISH_NONVERBAL = ("noun", "adjective", "form")


def punctuation(item: Item) -> bool:
    """Whether an item is a punctuation mark."""
    return not item.actor and not item.text[0].isalnum()


def soft(item: Item) -> bool:
    """Marks that may stand inside a phrase: quotes, brackets, a dash between names."""
    return not item.actor and item.text in QUOTES


def complementizer(line: Line, index: int) -> bool:
    """Whether أن, إن, that … stands at `index`."""
    return line[index].is_a("complementizer")


def relative(line: Line, index: int) -> bool:
    """Whether a relative pronoun stands at `index`."""
    return line[index].is_a("relative")


def features(item: Item) -> set[str]:
    """The forms in which a word may stand: perf, impf, noun, active, base, past …"""
    return {sense.feature.partition(".")[0] for sense, _ in item.senses}


def finite(line: Line, index: int) -> bool:
    """Whether the word stands as a finite verb here."""
    item = line[index]
    if item.actor or punctuation(item):
        return False
    if item.pos:
        return item.pos in ("VERB", "AUX")
    return _arabic_finite(line, index) if line.arabic else _english_finite(line, index)


def _arabic_finite(line: Line, index: int) -> bool:
    item = line[index]
    forms = features(item)
    verbal = forms & {"perf", "impf"}
    if not verbal:
        stem = item.key[1:] if item.key[:1] in "وف" and len(item.key) > 4 else item.key
        return not forms and not item.kinds and len(stem) >= 4 and stem.startswith("ي") and not item.prep
    if not forms & {"noun", "active", "passive"}:
        return True
    before = line[index - 1] if index else None
    after = line[index + 1] if index + 1 < len(line) else None
    if item.prep or (
        after
        and after.actor
        and after.mention
        and after.mention.kind is MentionKind.DEMONYM
        and not after.text.startswith("ال")
    ):
        return False
    if before is None or punctuation(before) or complementizer(line, index - 1) or relative(line, index - 1):
        return after is not None and not after.prep
    if (before.prep and not before.actor) or before.is_a("preposition"):
        return False
    if (
        before.actor
        or before.is_a("negator", "auxiliary")
        or any(c.kind in ("negation", "possible", "future") for c, _, _ in before.cues())
    ):
        return True
    return bool(item.prefix) and not features(before) & {"noun"}


def _english_finite(line: Line, index: int) -> bool:
    item = line[index]
    forms = features(item)
    if not forms & {"base", "3rd", "past", "participle"}:
        return item.is_a("auxiliary")
    if not forms & {"noun", "adjective"} or item.key.endswith("ed"):
        return forms & {"3rd", "past"} != set() or _after_auxiliary(line, index) or _plural_subject(line, index)
    before = line[index - 1] if index else None
    if before is None:
        return False
    if _after_auxiliary(line, index):
        return True
    if before.is_a("determiner", "preposition") or before.key == "'s" or punctuation(before):
        return False
    if before.actor and before.mention and before.mention.kind is MentionKind.DEMONYM:
        return False
    after = line[index + 1] if index + 1 < len(line) else None
    return (before.actor or before.is_a("pronoun", "relative")) and not (
        after is not None and after.key in ("on", "against", "in", "of")
    )


def _after_auxiliary(line: Line, index: int) -> bool:
    for back in range(1, 4):
        if index - back < 0:
            return False
        item = line[index - back]
        if item.is_a("auxiliary") or item.key in ("to", "not", "n't"):
            return True
        if not item.is_a("adverb-skip") and not item.key.endswith("ly"):
            return False
    return False


def _plural_subject(line: Line, index: int) -> bool:
    before = line[index - 1] if index else None
    return before is not None and (before.actor or before.is_a("official", "force-noun", "pronoun", "relative"))


def clause_end(line: Line, index: int) -> int:
    """The index behind the last item of the clause that goes on right of `index`."""
    commas = 0
    for position in range(index + 1, len(line)):
        item = line[position]
        if item.text in STRONG or complementizer(line, position) or relative(line, position):
            return position
        if item.text in COMMAS:
            commas += 1
            if commas > 2:
                return position
        if finite(line, position) and not (line[position - 1].key in ("قد", "ان") or position == index + 1):
            return position
    return len(line)


def clause_start(line: Line, index: int) -> int:
    """The index of the first item of the clause that reaches `index` from the left."""
    for position in range(index - 1, -1, -1):
        item = line[position]
        if item.text in STRONG or complementizer(line, position) or relative(line, position):
            return position + 1
        if finite(line, position):
            return position + 1
    return 0


@dataclass(slots=True)
class Phrase:
    """A noun phrase that names actors: the items of its actors, and where it ends (exclusive)."""

    actors: list[Item] = field(default_factory=list)
    start: int = 0
    end: int = 0


def noun_phrase(line: Line, start: int, consumed_prep: bool = False) -> Phrase | None:
    """The phrase that begins at `start`; None where nothing nominal begins there.

    With `consumed_prep` the first item's own preposition is the one that led here. A phrase without an actor comes
    back with an empty list: something is there, but no entity.
    """
    phrase = Phrase(start=start, end=start)
    position = start
    nominals = 0
    open_link = consumed_prep
    while position < len(line):
        item = line[position]
        if soft(item) and item.text not in "()[]":
            position += 1
            continue
        if item.actor:
            if item.prep and not open_link and not (nominals and _of(line, position)):
                break
            position = _take(line, position, phrase)
            phrase.end = position
            return _coordinate(line, phrase)
        if line.arabic and item.key in _EACH and position + 1 < len(line) and line[position + 1].key == "من":
            position += 2
            continue
        if punctuation(item) or not _nominal(line, position, open_link):
            if nominals and _of(line, position):
                position += 0 if line[position].actor or not line[position].is_a("preposition") else 1
                open_link = True
                nominals += 1
                continue
            if open_link and nominals == 0 and item.is_a("preposition"):
                break
            if nominals and _links(line, position, start):
                position += 1
                open_link = True
                continue
            break
        nominals += 1
        if nominals > _MOST_NOMINALS:
            break
        open_link = item.is_a("official", "force-noun") or item.key in _LINKING
        position += 1
    phrase.end = position
    return phrase if nominals or phrase.actors else None


_EACH = frozenset(("كل", "كلا", "كلاً"))


def _of(line: Line, position: int) -> bool:
    """Whether ل or من ties an actor right here to the nouns before it: مخزن أسلحة للحوثيين, دبلوماسيين من بريطانيا."""
    item = line[position]
    if not line.arabic or finite(line, position):
        return False
    if item.actor:
        return item.prep == "ل" and not item.prefix
    following = line[position + 1] if position + 1 < len(line) else None
    return (
        item.is_a("preposition")
        and item.key == "من"
        and following is not None
        and following.actor
        and not following.prep
    )


_LINKING = frozenset(
    ["تابعه", "تابع", "التابعه", "التابع", "مواليه", "الموالي", "المواليه", "مدعومه", "المدعومه", "المدعوم"]
)
_LINKERS_AR = frozenset(("في", "من", "باسم", "لدي"))
_LINKERS_EN = frozenset(("of", "from", "in", "at", "for", "with", "the", "a", "an"))


def _links(line: Line, position: int, start: int) -> bool:
    """A preposition inside a phrase such as مسؤول في إدارة بايدن or the government of Syria."""
    item = line[position]
    if not line.arabic:
        return item.key in _LINKERS_EN
    before = line[position - 1]
    return (item.key in _LINKERS_AR and any(line[p].is_a("official") for p in range(start, position))) or (
        before.key in _LINKING and item.key in ("ل", "من")
    )


def _nominal(line: Line, position: int, open_link: bool) -> bool:
    item = line[position]
    if (
        complementizer(line, position)
        or relative(line, position)
        or item.is_a("negator", "auxiliary", "subordinator", "pronoun")
    ):
        return False
    if not line.arabic:
        return item.is_a("determiner", "adverb-skip") or not (
            item.is_a("preposition", "conjunction") or finite(line, position)
        )
    if item.is_a("preposition") and not item.is_a("located"):
        return False
    if item.prep and not open_link:
        return False
    return not finite(line, position)


def _take(line: Line, position: int, phrase: Phrase) -> int:
    """Take the actor at `position` with what stands in apposition to it; where it ends."""
    item = line[position]
    chosen = item
    position += 1
    while position < len(line):
        after = line[position]
        step = (
            2
            if after.text in COMMAS and position + 1 < len(line)
            else 1
            if soft(after) and position + 1 < len(line)
            else 0
        )
        nxt = line[position + step - 1] if step == 2 else after
        if step == 2:
            nxt = line[position + 1]
        if nxt.actor and not nxt.prefix and not nxt.prep and nxt.mention and chosen.mention:
            if chosen.mention.kind is MentionKind.DEMONYM and is_person(nxt.mention) and step != 1:
                chosen, position = nxt, position + (2 if step == 2 else 1)
                continue
            if nxt.mention.kind is MentionKind.DEMONYM and step == 0:
                position += 1
                continue
        if (
            line.arabic
            and not after.actor
            and after.key.startswith("ال")
            and not finite(line, position)
            and not after.senses
            and not after.kinds
        ):
            position += 1
            continue
        break
    phrase.actors.append(chosen)
    return position


def _coordinate(line: Line, phrase: Phrase) -> Phrase:
    """Take the actors that و or commas join to those of the phrase."""
    position = phrase.end
    while position < len(line) and len(phrase.actors) < 12:
        joined = _joined(line, position)
        if joined is None:
            break
        position = _take(line, joined, phrase)
        phrase.end = position
    return phrase


def _joined(line: Line, position: int) -> int | None:
    """The index of the actor that is joined at `position`, if one is."""
    item = line[position]
    if item.actor and item.prefix == "و" and not item.prep:
        return position
    if item.text in COMMAS and position + 1 < len(line) and line[position + 1].actor:
        nxt = line[position + 1]
        listed = nxt.prefix == "و" or _list_goes_on(line, position + 1)
        return position + 1 if listed and not nxt.prep and nxt.named else None
    conjunction = (not line.arabic and item.key in ("and", "&")) or (line.arabic and item.key == "و")
    if conjunction and position + 1 < len(line):
        step = 2 if line[position + 1].is_a("determiner") and position + 2 < len(line) else 1
        return position + step if line[position + step].actor and not line[position + step].prep else None
    return None


def _list_goes_on(line: Line, position: int) -> bool:
    """Whether `X, Y` runs on to a final conjunction: X, Y and Z."""
    while position < len(line) and (line[position].actor or line[position].text in COMMAS):
        position += 1
        if position < len(line) and (line[position].prefix == "و" or line[position].key in ("and", "و")):
            return True
    return False


def preposition_of(line: Line, index: int) -> tuple[str, int, bool] | None:
    """The preposition that stands at `index`: its letters, where its phrase begins, and whether it is glued there."""
    item = line[index]
    if item.is_a("preposition", "located") and not item.actor:
        text = bare(item.text) if line.arabic else item.key
        if line.arabic and index + 2 < len(line) and line[index + 1].key == "من":
            return text, index + 2, False  # بالقرب من
        if line.arabic and item.prefix and text.startswith(item.prefix):
            text = text[1:]
        return text, index + 1, False
    if item.prep:
        return item.prep, index, True
    return None


def prepositional(line: Line, start: int, end: int, wanted: tuple[str, ...]) -> Iterator[tuple[str, Phrase]]:
    """The phrases between `start` and `end` that one of the wanted prepositions leads in, left to right."""
    for index in range(start, end):
        found = preposition_of(line, index)
        if found is None and line.arabic:
            found = _glued(line, index, wanted)
        if found and found[0] in wanted:
            phrase = noun_phrase(line, found[1], consumed_prep=True)
            if phrase and phrase.actors and phrase.end <= end + 3:
                yield found[0], phrase


def _glued(line: Line, index: int, wanted: tuple[str, ...]) -> tuple[str, int, bool] | None:
    """A one-letter preposition glued to a common noun that leads to an actor: لقوات النظام."""
    item = line[index]
    key = item.key[len(item.prefix) :]
    if item.actor or len(key) < 4 or key[0] not in "بلك" or key[0] not in wanted:
        return None
    known = (
        line.lexicon.is_a("force-noun", key[1:])
        or line.lexicon.is_a("official", key[1:])
        or line.lexicon.is_a("class-word", key[1:])
    )
    follows = index + 1 < len(line) and line[index + 1].actor and not line[index + 1].prep
    return (key[0], index, True) if known or (follows and not item.senses) else None
