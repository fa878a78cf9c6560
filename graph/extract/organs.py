"""Organs of states that are named by what they are and whose they are: الجيش السوري, the Turkish government."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from graph.model import Document, EntityType, Mention, MentionKind, Sentence, Span, Token
from graph.text.clitics import name_starts
from graph.text.fold import fold_aligned, fold_key
from graph.text.script import is_arabic
from graph.vocabulary import Vocabulary


class Organs:
    """Finds `head word + nationality` (or `+ country` in Arabic) where the head is one of `organs.csv`.

    Needs the nationalities and countries that were found before it.
    """

    def __init__(self, vocabulary: Vocabulary) -> None:
        self.vocabulary = vocabulary

    def __call__(
        self, document: Document, sentences: tuple[Sentence, ...], known: Sequence[Mention]
    ) -> Iterator[Mention]:
        by_start = {m.span.start: m for m in known if m.type is EntityType.COUNTRY}
        by_end = {m.span.end: m for m in known if m.type is EntityType.COUNTRY}
        for sentence in sentences:
            for first, token in enumerate(sentence.tokens):
                if is_arabic(token.text):
                    yield from self._arabic(document.text, sentence.tokens, first, by_start)
                else:
                    yield from self._english(document.text, sentence.tokens, first, by_end)

    def _arabic(
        self, text: str, tokens: tuple[Token, ...], first: int, countries: dict[int, Mention]
    ) -> Iterator[Mention]:
        keys = [token.key for token in tokens]
        for hit in self.vocabulary.organ_index["ar"].at(keys, first, name_starts):
            if hit.last >= len(tokens):
                continue
            owner = countries.get(tokens[hit.last].start)
            if owner is None or not _agrees(tokens[hit.last - 1], tokens[first], owner, hit.taken):
                continue
            start = tokens[first].start + fold_aligned(tokens[first].text)[1][hit.taken]
            yield self._mention(text, Span(start, owner.span.end), owner, hit.payload)

    def _english(
        self, text: str, tokens: tuple[Token, ...], first: int, countries: dict[int, Mention]
    ) -> Iterator[Mention]:
        if first == 0:
            return
        owner = countries.get(tokens[first - 1].end)
        possessive = tokens[first - 1].key == "'s" and first > 1
        if possessive:
            owner = countries.get(tokens[first - 2].end)
        if owner is None or (owner.kind is MentionKind.NAME and not possessive and not owner.text.isupper()):
            return
        keys = [token.key for token in tokens]
        for hit in self.vocabulary.organ_index["en"].at(keys, first):
            yield self._mention(text, Span(owner.span.start, tokens[hit.last - 1].end), owner, hit.payload)

    def _mention(self, text: str, span: Span, owner: Mention, organ: str) -> Mention:
        actor = f"{owner.candidates[0]}.{organ}"
        return Mention(span, span.of(text), EntityType.ORGANIZATION, candidates=(actor,), score=0.85, by="organs")


def _agrees(last: Token, first: Token, owner: Mention, taken: int) -> bool:
    """A definite head takes a definite adjective of its gender; a country's own name follows a bare head."""
    if owner.kind is MentionKind.DEMONYM:
        if first.key.endswith(("ه", "ات")) and not fold_key(owner.text).endswith("ه"):
            return False
        definite = first.key[taken:].startswith("ال") or last.key.startswith("ال")
        return definite == owner.text.startswith("ال")
    return not first.key[taken:].startswith("ال") and not last.key.startswith("ال")
