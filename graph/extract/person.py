"""The shape of a person's name that no list knows, right behind a title."""

from __future__ import annotations

from collections.abc import Sequence

from graph.model import EntityType, Mention, Span, Token
from graph.text.script import is_arabic
from graph.vocabulary import Lexicon

_MOST = 5
_PREPOSITIONS = frozenset(("على", "إلى", "وعلى", "وإلى"))  # folded they look like the names علي and آلي
_PARTICLES = frozenset(
    [
        "بن",
        "ابن",
        "بنت",
        "ال",
        "ابو",
        "ابي",
        "ام",
        "عبد",
        "دي",
        "فان",
        "دو",
        "ديل",
        "لا",
        "لو",
        "bin",
        "ibn",
        "al",
        "el",
        "abu",
        "abd",
        "de",
        "van",
        "von",
        "der",
        "di",
        "da",
        "del",
        "la",
        "le",
    ]
)


class PersonShape:
    """Reads a name of two to five words; Latin names by capitals, Arabic ones by given names and by what they are not."""

    def __init__(self, lexicon: Lexicon) -> None:
        self.lexicon = lexicon
        self.given = lexicon.of_kind("given-name")

    def at(self, text: str, tokens: Sequence[Token], first: int, taken: dict[int, Mention]) -> Mention | None:
        """The unknown person whose name begins at token `first`, if the words have that shape."""
        arabic = is_arabic(tokens[first].text)
        last = first
        while last < len(tokens) and last - first < _MOST and tokens[last].start not in taken:
            fits = self._arabic(tokens, first, last) if arabic else self._latin(tokens, first, last)
            if not fits:
                break
            last += 1
        while last > first and tokens[last - 1].key in _PARTICLES | {"-"}:
            last -= 1
        words = [t for t in tokens[first:last] if t.text != "-"]
        if not words or (len(words) < 2 and (arabic or len(words[0].text) < 4)):
            return None
        if arabic and tokens[first].key not in self.given and not self._foreign(words):
            return None
        span = Span(tokens[first].start, tokens[last - 1].end)
        return Mention(span, span.of(text), EntityType.PERSON, score=0.6, by="title")

    def _latin(self, tokens: Sequence[Token], first: int, last: int) -> bool:
        word = tokens[last].text
        if last > first and (word == "-" or tokens[last].key in _PARTICLES):
            return True
        return word[:1].isupper() and tokens[last].key not in self.lexicon.of_kind("not-name") and word[0].isalpha()

    def _arabic(self, tokens: Sequence[Token], first: int, last: int) -> bool:
        token = tokens[last]
        if token.text in _PREPOSITIONS:
            return False
        if not is_arabic(token.text):
            return token.text == "-" and last > first
        if token.key in _PARTICLES or token.key in self.given:
            return True
        if self._is_word(token.key):
            return False
        if token.key.startswith("ال"):
            return last == first + 1 or (last > first and tokens[last - 1].key in _PARTICLES | {"بن"})
        return last < first + 2 or tokens[last - 1].key in _PARTICLES or tokens[last - 1].key in self.given

    def _is_word(self, key: str) -> bool:
        """Whether the lexicon knows it as something else, alone or behind a conjunction or preposition."""
        stems = [key, *(key[1:] for c in "وفبلك" if key.startswith(c) and len(key) > 3)]
        kinds = [kind for kind in self.lexicon.words if kind not in ("given-name", "name-particle")]
        return any(stem in self.lexicon.senses or any(self.lexicon.is_a(k, stem) for k in kinds) for stem in stems)

    @staticmethod
    def _foreign(words: Sequence[Token]) -> bool:
        """Two words of foreign shape: long, without article or feminine ending."""
        return len(words) >= 2 and all(len(w.key) >= 4 and not w.key.startswith(("ال", "لل")) for w in words[:2])
