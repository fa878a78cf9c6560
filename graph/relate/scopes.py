"""Which words lie in the scope of whose speech, of which doubt and of which denial."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from graph.model import Mention, Modality, Polarity
from graph.relate.line import Line
from graph.relate.subjects import subject_of
from graph.relate.syntax import COMMAS, STRONG, clause_end, complementizer, finite, noun_phrase
from graph.vocabulary.lexicon import Cue

_OPENING = frozenset("«“")
_CLOSING = frozenset("»”")
_REACH = 16
_SPEECH = ("say", "continue", "deny", "doubt", "believe", "fear")
_STRENGTH = (Modality.ASSERTED, Modality.FUTURE, Modality.POSSIBLE, Modality.CONDITIONAL)


@dataclass(frozen=True, slots=True)
class Scope:
    """Items `first` to `last` (exclusive) are said by `source` (if `reported`) and hedged or denied."""

    first: int
    last: int
    kind: str
    source: Mention | None = None
    reported: bool = False
    polarity: Polarity = Polarity.AFFIRMED
    modality: Modality = Modality.ASSERTED


@dataclass(slots=True)
class Speaker:
    """Who speaks as the text goes on from sentence to sentence: the last speaker, and whether a quotation is open."""

    mention: Mention | None = None
    quoting: bool = False
    known: bool = False
    stating: bool = False  # a statement was announced with a colon and runs on


@dataclass(slots=True)
class Standing:
    """What holds at one word: source, polarity, modality, taken together from all its scopes."""

    source: Mention | None = None
    reported: bool = False
    polarity: Polarity = Polarity.AFFIRMED
    modality: Modality = Modality.ASSERTED
    scopes: list[Scope] = field(default_factory=list)


def standing(scopes: list[Scope], index: int) -> Standing:
    """The scopes that cover item `index`, joined: innermost source, strongest modality, negations counted."""
    result = Standing()
    for scope in sorted(scopes, key=lambda s: (s.first, -s.last)):
        if not scope.first <= index < scope.last:
            continue
        result.scopes.append(scope)
        if scope.reported:
            result.source = scope.source or result.source
            result.reported = True
        if scope.polarity is Polarity.NEGATED:
            result.polarity = flipped(result.polarity)
        result.modality = stronger(result.modality, scope.modality)
    return result


def flipped(polarity: Polarity) -> Polarity:
    """The other polarity."""
    return Polarity.AFFIRMED if polarity is Polarity.NEGATED else Polarity.NEGATED


def stronger(one: Modality, other: Modality) -> Modality:
    """The one that hedges more."""
    return max(one, other, key=_STRENGTH.index)


def scopes_of(line: Line, speaker: Speaker) -> list[Scope]:
    """All scopes of a sentence; `speaker` is read and carried on."""
    found: list[Scope] = []
    carried = speaker.mention if speaker.quoting else None
    was_quoting = speaker.quoting
    quotes = list(_quotations(line, speaker))
    for index in range(len(line)):
        spoken = False
        for cue, feature, _ in line[index].cues():
            if cue.kind in _SPEECH:
                opened = [] if spoken else list(_speech(line, index, cue, feature, speaker, quotes))
                spoken = spoken or bool(opened)
                found += opened
            elif cue.kind == "according":
                found += _according(line, index)
            elif cue.kind == "conditional":
                found.append(Scope(index, _condition_end(line, index), "conditional", modality=Modality.CONDITIONAL))
            elif cue.kind in ("possible", "future", "negation") and cue.scope == "clause":
                found.append(_hedge(line, index, cue))
    found += _headline(line)
    stated = speaker.stating and not any(s.reported for s in found)
    if stated:
        found.append(Scope(0, len(line), "statement", speaker.mention, True))
    speaker.stating = stated or _announces(line, speaker)
    if was_quoting and not any(s.reported for s in found):
        end = quotes[0][1] if quotes and quotes[0][0] == 0 else len(line)
        found.append(Scope(0, end, "quotation", carried, True))
    return list(dict.fromkeys(found))


def _speech(
    line: Line, index: int, cue: Cue, feature: str, speaker: Speaker, quotes: list[tuple[int, int]]
) -> Iterator[Scope]:
    """The scope that a verb of speech or thought opens, and who speaks in it."""
    verbal = feature.startswith(("perf", "impf")) or feature in ("base", "3rd", "past", "form", "ing", "active")
    if not verbal and cue.kind not in ("deny", "fear", "believe"):
        return
    if feature != "active" and feature != "ing" and not (finite(line, index) or not verbal):
        return
    unsaid = _unsaid(line, index)
    subject = subject_of(line, index, speaker.mention) if feature not in ("active", "noun") and not unsaid else None
    source = subject.mention if subject else None
    if source is None and (feature in ("active", "ing") or cue.kind == "continue" or unsaid):
        source = speaker.mention
    content = _content(line, index, quotes)
    if content is None:
        if cue.kind in ("deny", "doubt") and verbal:
            content = (index + 1, clause_end(line, index))
        else:
            return
    if source is not None and cue.kind in ("say", "continue", "deny"):
        speaker.mention, speaker.known = source, True
    polarity = cue.polarity or (Polarity.NEGATED if cue.kind == "deny" else Polarity.AFFIRMED)
    modality = cue.modality or (Modality.POSSIBLE if cue.kind in ("fear", "doubt") else Modality.ASSERTED)
    yield Scope(content[0], content[1], cue.kind, source, True, polarity, modality)


def _announces(line: Line, speaker: Speaker) -> bool:
    """Whether a sentence ends in `X said:`, so that what follows is X's."""
    if len(line) < 2 or line[len(line) - 1].text != ":" or speaker.mention is None:
        return False
    return any(cue.kind in ("say", "continue") for item in line[-6:] for cue, _, _ in item.cues())


def _headline(line: Line) -> Iterator[Scope]:
    """`الناتو: واشنطن غير مستعدة`: the actor before a colon says what stands behind it."""
    marks = [i for i, item in enumerate(line.items[:6]) if item.text == ":" and not item.actor]
    if (
        marks
        and marks[0] >= 1
        and line[marks[0] - 1].actor
        and all(i.actor or i.text in "#_" for i in line.items[: marks[0]])
    ):
        yield Scope(marks[0] + 1, len(line), "say", line[marks[0] - 1].mention, True)


def _unsaid(line: Line, index: int) -> bool:
    """Whether the verb names no speaker, or one who was named before: وقال إن …, وقال المسؤول إن …, he said."""
    if not line.arabic:
        return index > 0 and line[index - 1].is_a("pronoun")
    following = line[index + 1] if index + 1 < len(line) else None
    if following is None or following.actor:
        return False
    if complementizer(line, index + 1) or following.text in _OPENING | {'"', ":"} or following.prep:
        return True
    if following.key.startswith("ل") and len(following.key) > 4 and not following.kinds:
        return True  # to whom it is said: وقال لوسائل إعلام
    return following.is_a("official") and following.key.startswith("ال")


def _content(line: Line, index: int, quotes: list[tuple[int, int]]) -> tuple[int, int] | None:
    """Where what is said begins and ends: behind a complementizer or a colon, or in a quotation."""
    for position in range(index + 1, min(len(line), index + _REACH)):
        item = line[position]
        if complementizer(line, position):
            return position + 1, _content_end(line, position)
        if item.text == ":":
            return position + 1, len(line)
        for first, last in quotes:
            if first == position + 1 or first == position:
                return first, last
        if finite(line, position) and position > index + 1 and line.arabic:
            break
        if item.text in STRONG:
            break
    if not line.arabic:
        return _english_content(line, index, quotes)
    before = [q for q in quotes if q[1] <= index and index - q[1] <= 3]
    return before[-1] if before else None


def _english_content(line: Line, index: int, quotes: list[tuple[int, int]]) -> tuple[int, int] | None:
    """`X said Y did` without that, and `Y did, X said`."""
    before = [q for q in quotes if q[1] <= index and index - q[1] <= 8]
    if before:
        return before[-1]
    rest = range(index + 1, len(line))
    if any(finite(line, p) for p in rest) and not (index + 1 < len(line) and line[index + 1].text in STRONG):
        return index + 1, len(line)
    commas = [p for p in range(index) if line[p].text in COMMAS]
    return (0, commas[-1]) if commas else None


def _content_end(line: Line, start: int) -> int:
    """Reported speech runs to the end of the sentence, or to a new verb of speech joined to the first."""
    for position in range(start + 2, len(line)):
        item = line[position]
        if (
            item.prefix
            and any(c.kind in ("say", "continue", "deny") and f.startswith("perf") for c, f, _ in item.cues())
            and finite(line, position)
        ):
            return position
    return len(line)


def _according(line: Line, index: int) -> Iterator[Scope]:
    phrase = noun_phrase(line, index + 1, consumed_prep=True)
    if phrase and phrase.actors:
        yield Scope(0, len(line), "according", phrase.actors[0].mention, True)
    elif phrase:
        yield Scope(0, len(line), "according", None, True)


def _condition_end(line: Line, index: int) -> int:
    """A condition runs to the comma behind it, or to the end of the sentence."""
    for position in range(index + 2, len(line)):
        if line[position].text in COMMAS | STRONG:
            return position
    return len(line)


def _hedge(line: Line, index: int, cue: Cue) -> Scope:
    polarity = cue.polarity or (Polarity.NEGATED if cue.kind == "negation" else Polarity.AFFIRMED)
    default = {"possible": Modality.POSSIBLE, "future": Modality.FUTURE}.get(cue.kind, Modality.ASSERTED)
    return Scope(index + 1, hedge_end(line, index), cue.kind, None, False, polarity, cue.modality or default)


def hedge_end(line: Line, index: int) -> int:
    """A hedge reaches over its complementizer and its verb to the end of that clause."""
    end = index + 1
    if end < len(line) and complementizer(line, end):
        end += 1
    while end < len(line) and not finite(line, end) and line[end].text not in STRONG | COMMAS:
        end += 1
    return clause_end(line, end) if end < len(line) and line[end].text not in STRONG | COMMAS else end


def _quotations(line: Line, speaker: Speaker) -> Iterator[tuple[int, int]]:
    """The item ranges inside quotation marks; an open one stays open for the next sentence."""
    start = 0 if speaker.quoting else None
    for index, item in enumerate(line.items):
        mark = item.text if not item.actor else ""
        if mark in _OPENING or (mark == '"' and start is None):
            start = index + 1 if start is None else start
        elif start is not None and (mark in _CLOSING or mark == '"'):
            if index - start >= 3:
                yield start, index
            start = None
    if start is not None:
        yield start, len(line)
    speaker.quoting = start is not None
