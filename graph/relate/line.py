"""A sentence as a line of items: actors in one piece, and words with what the lexicon knows of them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import overload

from graph.model import Analysis, EntityType, Mention, MentionKind, Role, Sentence, Span, Token
from graph.text.clitics import Reading, readings
from graph.text.fold import bare
from graph.text.script import is_arabic
from graph.vocabulary import Lexicon
from graph.vocabulary.lexicon import Cue, EventSense, LightVerb, Sense

WHOLE = Reading("", "", False, False, "", "")


@dataclass(slots=True)
class Item:
    """One place in the line: an actor (a mention, or a role with its person), or a word.

    `prefix` is the conjunction and `prep` the preposition in front of it, glued or (in `prep` only) its own word.
    """

    index: int
    span: Span
    text: str
    key: str
    mention: Mention | None = None
    role: Role | None = None
    prefix: str = ""
    prep: str = ""
    pos: str = ""
    senses: list[tuple[Sense, Reading]] = field(default_factory=list)
    kinds: frozenset[str] = frozenset()
    length: int = 1

    @property
    def actor(self) -> bool:
        return self.mention is not None

    @property
    def named(self) -> bool:
        return self.mention is not None and self.mention.kind is not MentionKind.DEMONYM

    def events(self) -> Iterator[tuple[EventSense, str, Reading]]:
        """The event senses of a word, with the form it stands in and how its clitics are read."""
        for sense, reading in self.senses:
            if isinstance(sense.meaning, EventSense):
                yield sense.meaning, sense.feature, reading

    def lights(self) -> Iterator[tuple[LightVerb, str, Reading]]:
        for sense, reading in self.senses:
            if isinstance(sense.meaning, LightVerb):
                yield sense.meaning, sense.feature, reading

    def cues(self) -> Iterator[tuple[Cue, str, Reading]]:
        for sense, reading in self.senses:
            if isinstance(sense.meaning, Cue):
                yield sense.meaning, sense.feature, reading

    def is_a(self, *kinds: str) -> bool:
        return any(kind in self.kinds for kind in kinds)


_VERBAL = ("perf", "impf")


@dataclass(slots=True)
class Line:
    """A sentence's items, left to right in reading order."""

    sentence: Sentence
    items: list[Item]
    lexicon: Lexicon
    arabic: bool

    @overload
    def __getitem__(self, index: int) -> Item: ...
    @overload
    def __getitem__(self, index: slice) -> list[Item]: ...
    def __getitem__(self, index: int | slice) -> Item | list[Item]:
        return self.items[index]

    def __len__(self) -> int:
        return len(self.items)


def make_line(
    analysis: Analysis, sentence: Sentence, lexicon: Lexicon, mentions: Sequence[Mention], roles: Sequence[Role]
) -> Line:
    """The line of a sentence; `mentions` and `roles` are those inside it, roles standing for the mentions they cover."""
    arabic = lexicon.language == "ar"
    items: list[Item] = []
    tokens = sentence.tokens
    covers = _covers(mentions, roles)
    position = 0
    while position < len(tokens):
        cover = _cover_at(covers, tokens[position])
        if cover is None:
            length, item = _word(analysis, lexicon, tokens, position, len(items), arabic)
        else:
            length, item = _actor(cover, tokens, position, len(items), arabic)
        items.append(item)
        position += length
    return Line(sentence, items, lexicon, arabic)


def _covers(mentions: Sequence[Mention], roles: Sequence[Role]) -> dict[int, tuple[Span, Mention, Role | None]]:
    """What stands at each offset: a role phrase with its person, else a mention."""
    covers: dict[int, tuple[Span, Mention, Role | None]] = {}
    swallowed: list[Span] = []
    for role in roles:
        holder = role.person
        if holder is None or (role.body is None and role.head.end > holder.span.start):
            continue
        start = min(role.head.start, holder.span.start, role.body.span.start if role.body else role.head.start)
        end = max(role.head.end, holder.span.end, role.body.span.end if role.body else role.head.end)
        covers[start] = (Span(start, end), holder, role)
        swallowed.append(Span(start, end))
    for mention in mentions:
        if mention.kind is MentionKind.ROLE and not any(s.overlaps(mention.span) for s in swallowed):
            covers[mention.span.start] = (mention.span, mention, None)
            swallowed.append(mention.span)
    for mention in mentions:
        if mention.kind is not MentionKind.ROLE and not any(s.overlaps(mention.span) for s in swallowed):
            covers.setdefault(mention.span.start, (mention.span, mention, None))
    return covers


def _cover_at(
    covers: dict[int, tuple[Span, Mention, Role | None]], token: Token
) -> tuple[Span, Mention, Role | None] | None:
    return next((covers[o] for o in range(token.start, min(token.end, token.start + 4)) if o in covers), None)


def _actor(
    cover: tuple[Span, Mention, Role | None], tokens: Sequence[Token], position: int, index: int, arabic: bool
) -> tuple[int, Item]:
    span, mention, role = cover
    length = sum(1 for t in tokens[position:] if t.start < span.end)
    front = bare(tokens[position].text[: span.start - tokens[position].start]) if arabic else ""
    conjunction, prep = _split(front, tokens[position], arabic)
    whole = Span(tokens[position].start, max(span.end, tokens[position + length - 1].end))
    return length, Item(
        index, whole, mention.text, tokens[position].key, mention, role, conjunction, prep, length=length
    )


def _split(front: str, token: Token, arabic: bool) -> tuple[str, str]:
    conjunction = front[0] if front[:1] and front[0] in "وف" else ""
    prep = front[len(conjunction) :][:1]
    if arabic and not prep and token.key[len(conjunction) :].startswith("لل"):
        prep = "ل"
    if arabic and not front and token.key.startswith(("بال", "كال", "وبال", "فبال", "ولل", "وال", "فال")):
        conjunction = token.key[0] if token.key[0] in "وف" else ""
        rest = token.key[len(conjunction) :]
        prep = "ل" if rest.startswith("لل") else rest[0] if rest[0] in "بك" else ""
    return conjunction, prep


def _word(
    analysis: Analysis, lexicon: Lexicon, tokens: Sequence[Token], position: int, index: int, arabic: bool
) -> tuple[int, Item]:
    token = tokens[position]
    keys = [t.key for t in tokens[position : position + 6]]
    word = is_arabic(token.text) == arabic
    senses = list(_senses(lexicon, token.key, arabic)) if word else []
    kinds = _kinds(lexicon, token.key, arabic)
    length = 1
    for taken, conjunction in _conjunctions(token.key, arabic):
        head = [token.key[taken:], *keys[1:]]
        for hit in lexicon.phrases.at(head, 0):
            if hit.last >= length:
                senses = [
                    (hit.payload, WHOLE._replace(conjunction=conjunction)),
                    *(senses if hit.last == length else []),
                ]
                length = hit.last
        for hit in lexicon.multiwords.at(head, 0):
            if hit.last > length:
                senses, length = [], hit.last
            kinds |= {hit.payload[0]} if hit.last >= length else set()
    first = next((r for _, r in senses), WHOLE)
    prefix = (
        token.key[0]
        if arabic and token.key[:1] in ("و", "ف") and (first.conjunction or not senses) and len(token.key) > 3
        else first.conjunction
    )
    end = tokens[position + length - 1].end
    text = analysis.document.text[token.start : end]
    prep = bare(text) if "preposition" in kinds and not senses else ""
    if arabic and not prep and token.key.startswith(("بال", "لل", "وبال", "ولل", "كال")):
        prep = token.key[len(prefix) :][:1]
    if (
        arabic
        and not prep
        and first.preposition
        and not first.future
        and senses[0][0].feature in ("noun", "noun.bound")
    ):
        prep = first.preposition
    item = Item(
        index,
        Span(token.start, end),
        text,
        token.key,
        None,
        None,
        prefix,
        prep,
        token.pos,
        senses,
        frozenset(kinds),
        length,
    )
    return length, item


def _conjunctions(key: str, arabic: bool) -> Iterator[tuple[int, str]]:
    yield 0, ""
    if arabic and key[:1] in ("و", "ف") and len(key) > 2:
        yield 1, key[0]


def _kinds(lexicon: Lexicon, key: str, arabic: bool) -> set[str]:
    kinds = {kind for kind, words in lexicon.words.items() if key in words}
    if not kinds and arabic and key[:1] in ("و", "ف") and len(key) > 2:
        kinds = {kind for kind, words in lexicon.words.items() if key[1:] in words and kind != "given-name"}
    if not kinds and arabic:
        for taken in (2, 3):
            if key[taken - 2 : taken] == "ال" and key[taken:]:
                kinds |= {k for k in ("official", "force-noun", "class-word") if lexicon.is_a(k, key[taken:])}
    return kinds


def _senses(lexicon: Lexicon, key: str, arabic: bool) -> Iterator[tuple[Sense, Reading]]:
    if not arabic:
        for sense in lexicon.senses.get(key, ()):
            yield sense, WHOLE
        return
    for reading in readings(key):
        for sense in lexicon.senses.get(reading.stem, ()):
            if _compatible(sense.feature, reading):
                yield sense, reading
        if reading.pronoun and reading.stem.endswith("ت"):
            for sense in lexicon.senses.get(reading.stem[:-1] + "ه", ()):
                if sense.feature in ("noun", "active", "passive"):
                    yield sense, reading


def _compatible(feature: str, reading: Reading) -> bool:
    """Which clitics go with which form."""
    if feature.startswith("perf"):
        return not (reading.article or reading.preposition or reading.future) and reading.pronoun != "ي"
    if feature.startswith("impf"):
        return not reading.article and reading.preposition in ("", "ل") and reading.pronoun != "ي"
    if reading.future:
        return False
    if feature == "noun.bound":
        return bool(reading.pronoun)
    if feature == "form":
        return not reading.pronoun or len(reading.stem) > 2
    return True


def is_person(mention: Mention) -> bool:
    """Whether a mention names a human being."""
    return mention.type is EntityType.PERSON
