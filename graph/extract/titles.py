"""Titles and roles: whom they announce, of what body, and people that no list knows.

`الرئيس الروسي X`, `المتحدث باسم X Y`, `President X`, `X, the Russian foreign minister`.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from graph.extract.person import PersonShape
from graph.model import EntityType, Mention, MentionKind, Role, Span, Token
from graph.text.clitics import name_starts
from graph.text.script import is_arabic
from graph.vocabulary import Lexicon, Vocabulary
from graph.vocabulary.lexicon import Title

_BODIES = (EntityType.COUNTRY, EntityType.ORGANIZATION, EntityType.PLACE)
_COMMAS = frozenset(",،")
_QUOTES = frozenset("\"'“”«»‘’#_")
_LINKS = frozenset(
    ("باسم", "بلسان", "في", "لدي", "الي", "من", "of", "for", "to", "in", "at", "with", "the", "'s", "on")
)
_FORMER = frozenset(
    ("السابق", "السابقه", "الاسبق", "سابق", "سابقه", "الراحل", "المخلوع", "former", "ex", "late", "onetime")
)
_REACH = 7


@dataclass(frozen=True, slots=True)
class _Found:
    role: Role
    last: int
    new: Mention | None = None


def definite_starts(key: str) -> Iterator[tuple[int, str]]:
    """Proclitics and the article taken off an Arabic word, in every way."""
    for taken, stem in name_starts(key):
        yield taken, stem
        if stem.startswith("ال") and len(stem) > 3:
            yield taken + 2, stem[2:]


class Titles:
    """Finds roles in one sentence, given the mentions already found in it."""

    def __init__(self, vocabulary: Vocabulary, lexicon: Lexicon) -> None:
        self.vocabulary, self.lexicon, self.person = vocabulary, lexicon, PersonShape(lexicon)

    def __call__(
        self, text: str, tokens: Sequence[Token], mentions: Sequence[Mention]
    ) -> Iterator[tuple[Role, Mention | None]]:
        """The roles, each with the new person it announced, if no mention was there."""
        at = {m.span.start: m for m in mentions}
        keys = [token.key for token in tokens]
        covered = 0
        for first, token in enumerate(tokens):
            if first < covered:
                continue
            hits = self.lexicon.titles.at(keys, first, definite_starts if is_arabic(token.text) else None)
            best = min(hits, key=lambda h: (-h.last, h.taken), default=None)
            if best is not None and (found := self._role(text, tokens, at, first, best.last, best.payload)):
                yield found.role, found.new
                covered = max(best.last, found.last if found.role.person else best.last)

    def _role(
        self, text: str, tokens: Sequence[Token], at: dict[int, Mention], first: int, last: int, title: Title
    ) -> _Found | None:
        head = Span(tokens[first].start, tokens[last - 1].end)
        body, former = self._before(tokens, at, first)
        position, after, person, new, gone = self._after(text, tokens, at, last, title)
        former = former or gone
        body = body or after
        if person is None:
            person = self._apposed(tokens, at, first, body)
        if person is None and body is None and not title.predicate:
            return None
        ends = [head, *(m.span for m in (body, person) if m)]
        span = Span(min(s.start for s in ends), max(s.end for s in ends))
        return _Found(Role(title.id, title.predicate, span, head, body, person, former), position, new)

    def _before(self, tokens: Sequence[Token], at: dict[int, Mention], first: int) -> tuple[Mention | None, bool]:
        """English puts the body before the title: Russian Foreign Minister, Germany's chancellor."""
        former = False
        position = first - 1
        while position >= 0 and not is_arabic(tokens[first].text):
            if tokens[position].key in _FORMER:
                former = True
            elif tokens[position].key not in ("'s", "-", "deputy", "new", "acting", "then"):
                break
            position -= 1
        if position >= 0 and not is_arabic(tokens[first].text):
            for start in range(max(0, position - 5), position + 1):
                mention = at.get(tokens[start].start)
                if mention and mention.span.end == tokens[position].end and mention.type in _BODIES:
                    return mention, former
        return None, former

    def _after(
        self, text: str, tokens: Sequence[Token], at: dict[int, Mention], position: int, title: Title
    ) -> tuple[int, Mention | None, Mention | None, Mention | None, bool]:
        """Walk on from the title: its body, then the person; where the walk ended, and whether it is a former one."""
        body: Mention | None = None
        former = False
        commas = loose = 0
        limit = min(len(tokens), position + _REACH + 6)
        while position < limit:
            token = tokens[position]
            mention = _starting(at, token)
            if mention is not None:
                if mention.type is EntityType.PERSON and mention.kind is MentionKind.NAME:
                    return _index_after(tokens, position, mention), body, mention, None, former
                if commas and body is not None:
                    break
                if commas and mention.kind is MentionKind.NAME:
                    break
                if body is None and _holds(title, mention):
                    body = mention
                elif mention.kind is not MentionKind.DEMONYM and not _linked(tokens, position):
                    break
                position = _index_after(tokens, position, mention)
                continue
            if token.key in _FORMER:
                former = True
            elif token.text in _COMMAS:
                commas += 1
                if commas > 1:
                    break
            elif token.text not in _QUOTES and token.key not in _LINKS:
                if token.key.startswith("لل") or not self._loose(token):
                    new = self.person.at(text, tokens, position, at)
                    if new is not None:
                        return _index_after(tokens, position, new), body, new, new, former
                    break
                new = self.person.at(text, tokens, position, at)
                if new is not None:
                    return _index_after(tokens, position, new), body, new, new, former
                loose += 1
                if loose > 3 or commas:
                    break
            position += 1
        return position, body, None, None, former

    def _loose(self, token: Token) -> bool:
        """Words that may stand between a title and its holder: definite adjectives and genitives."""
        return token.key.startswith(("ال", "لل")) or self.lexicon.is_a("qualifier", token.key)

    def _apposed(
        self, tokens: Sequence[Token], at: dict[int, Mention], first: int, body: Mention | None
    ) -> Mention | None:
        """`X، وزير الخارجية التركي` and `X, the Turkish foreign minister`: the person before the comma."""
        position = first - 1
        start = body.span.start if body else tokens[first].start
        while position >= 0 and (
            tokens[position].start >= start or tokens[position].key in ("the", "'s", "former", "a")
        ):
            position -= 1
        if position < 1 or tokens[position].text not in {*_COMMAS, "-", "–", "("}:
            return None
        end = tokens[position - 1].end
        return next((m for m in at.values() if m.span.end == end and m.type is EntityType.PERSON), None)


def _starting(at: dict[int, Mention], token: Token) -> Mention | None:
    """The mention that starts at a token, or inside it behind a clitic."""
    return next((at[offset] for offset in range(token.start, min(token.end, token.start + 3)) if offset in at), None)


def _index_after(tokens: Sequence[Token], position: int, mention: Mention) -> int:
    while position < len(tokens) and tokens[position].start < mention.span.end:
        position += 1
    return position


def _holds(title: Title, mention: Mention) -> bool:
    """Whether a title is held of such a thing."""
    if title.takes == "none":
        return False
    if mention.type is EntityType.PLACE and title.takes == "country":
        return False
    return mention.type in _BODIES


def _linked(tokens: Sequence[Token], position: int) -> bool:
    """Whether a preposition stands before the mention, glued or apart: السفير الأميركي لدى إسرائيل."""
    return tokens[position - 1].key in _LINKS or tokens[position].key.startswith(("ل", "ب"))
