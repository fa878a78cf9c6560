"""Mentions that the trained model finds: names that no list knows."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from graph.extract.tagger import TaggedSpan, Tagger
from graph.model import Document, EntityType, Mention, Sentence, Span, Token
from graph.text.clitics import name_starts
from graph.text.fold import fold_aligned
from graph.text.script import is_arabic
from graph.vocabulary import Lexicon, NameRole, Vocabulary

MODEL = Path(__file__).parent / "model"
_TYPES = {"PER": EntityType.PERSON, "LOC": EntityType.PLACE, "ORG": EntityType.ORGANIZATION}
_LEAST = 0.6


class Neural:
    """Finds people, places and organizations by the trained model."""

    def __init__(self, vocabulary: Vocabulary, folder: Path = MODEL, threads: int = 0) -> None:
        self.vocabulary = vocabulary
        self.tagger = Tagger(folder, threads)

    def __call__(self, document: Document, sentences: tuple[Sentence, ...]) -> Iterator[Mention]:
        seen = {token.key for sentence in sentences for token in sentence.tokens}
        lexicon = self.vocabulary.lexicons.get(document.language, self.vocabulary.lexicons["en"])
        for sentence in sentences:
            for tagged in self.tagger([token.text for token in sentence.tokens]):
                if tagged.score >= _LEAST and (
                    mention := self._mention(document.text, sentence, tagged, seen, lexicon)
                ):
                    yield mention

    def _mention(
        self, text: str, sentence: Sentence, tagged: TaggedSpan, seen: set[str], lexicon: Lexicon
    ) -> Mention | None:
        tokens = _without_marks(list(sentence.tokens[tagged.first : tagged.last]))
        if tagged.kind == "ORG":
            tokens = self._without_class(tokens, lexicon)
        if not tokens or self._everyday(tokens, tagged.kind, lexicon) or self._described(tokens, tagged.kind):
            return None
        start = tokens[0].start + self._clitic(tokens[0], seen, lexicon)
        span = Span(start, tokens[-1].end)
        if not any(char.isalpha() for char in span.of(text)) or len(span.of(text)) < 2:
            return None
        return Mention(span, span.of(text), _TYPES[tagged.kind], score=tagged.score * 0.9, by="model")

    def _without_class(self, tokens: list[Token], lexicon: Lexicon) -> list[Token]:
        """An organization's name without the class word in front, where the rest is a known name or stands in quotes."""
        if len(tokens) < 2 or not (
            lexicon.is_a("class-word", tokens[0].key) or lexicon.is_a("force-noun", tokens[0].key)
        ):
            return tokens
        rest = _without_marks(tokens[1:])
        known = any(h.last == len(rest) for h in self.vocabulary.names.at([t.key for t in rest], 0)) if rest else False
        return rest if known or (rest and rest[0].start - tokens[0].end > 1) else tokens

    def _described(self, tokens: list[Token], kind: str) -> bool:
        """A common noun with a nationality is no place of its own: الحدود الروسية."""
        if kind != "LOC" or len(tokens) != 2 or not tokens[0].key.startswith(("ال", "بال", "لل", "وال")):
            return False
        hits = self.vocabulary.names.at([tokens[1].key], 0)
        return tokens[1].key.startswith("ال") and any(h.payload.role is NameRole.DEMONYM for h in hits)

    def _everyday(self, tokens: list[Token], kind: str, lexicon: Lexicon) -> bool:
        """Whether the words are everyday words: one word of a closed class or a verb, or a phrase led by a preposition."""
        first = tokens[0].key
        if tokens[0].text in ("على", "إلى", "حتى"):
            return True
        if len(tokens) > 1:
            return lexicon.is_a("preposition", first) or lexicon.is_a("complementizer", first)
        bare = first.removeprefix("ال")
        closed = [k for k in lexicon.words if k not in ("given-name", "name-particle")]
        return any(lexicon.is_a(k, word) for k in closed for word in (first, bare)) or (
            kind == "PER" and first in lexicon.senses
        )

    def _clitic(self, token: Token, seen: set[str], lexicon: Lexicon) -> int:
        """How many characters of a word are a clitic in front of a name.

        A conjunction is one unless a given name begins with it; a preposition only where what is left is a name
        elsewhere: in the actors, among the given names, or alone in the same document.
        """
        if (
            not is_arabic(token.text)
            or lexicon.is_a("given-name", token.key)
            or token.key in self.vocabulary.names.table
        ):
            return 0
        for taken, rest in name_starts(token.key):
            if taken == 0 or len(rest) < 3:
                continue
            known = rest in self.vocabulary.names.table or lexicon.is_a("given-name", rest) or rest in seen
            if known or rest.startswith("ال") or (token.key[:taken] == "و" and len(rest) > 3):
                return fold_aligned(token.text)[1][taken]
        return 0


def _without_marks(tokens: list[Token]) -> list[Token]:
    """A name without quotes, commas and titles' full stops at its ends."""
    while tokens and not tokens[0].text[0].isalnum():
        tokens = tokens[1:]
    while tokens and not tokens[-1].text[-1].isalnum() and not tokens[-1].text.endswith("."):
        tokens = tokens[:-1]
    return tokens
