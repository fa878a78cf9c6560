"""Last names that stand alone after a full name: بوتين after فلاديمير بوتين."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from graph.model import EntityType, Mention, MentionKind, Sentence, Span
from graph.text.clitics import name_starts
from graph.text.fold import fold_aligned
from graph.text.script import is_arabic
from graph.vocabulary import Lexicon
from graph.vocabulary.phrases import PhraseIndex, key_of

_PARTICLES = frozenset(["بن", "ابن", "ال", "ابو", "ابي", "bin", "ibn", "al", "el", "abu", "van", "von", "de"])
_SHORTEST = 3


class Surnames:
    """Finds the last names of people whom the same document names in full."""

    def __init__(self, lexicon: Lexicon) -> None:
        self.lexicon = lexicon

    def __call__(self, text: str, sentences: Sequence[Sentence], people: Sequence[Mention]) -> Iterator[Mention]:
        index = self._index(people)
        if not index.table:
            return
        for sentence in sentences:
            keys = [token.key for token in sentence.tokens]
            for first, token in enumerate(sentence.tokens):
                for hit in index.at(keys, first, name_starts if is_arabic(token.text) else None):
                    if is_arabic(token.text) or token.text[:1].isupper():
                        start = token.start + (fold_aligned(token.text)[1][hit.taken] if hit.taken else 0)
                        span = Span(start, sentence.tokens[hit.last - 1].end)
                        yield replace(hit.payload, span=span, text=span.of(text), score=0.7, by="surname")

    def _index(self, people: Sequence[Mention]) -> PhraseIndex:
        """The last name of each person, if it is theirs alone and no everyday word."""
        owners: dict[tuple[str, ...], dict[str, Mention]] = {}
        for person in people:
            key = key_of(person.text)
            if person.type is not EntityType.PERSON or person.kind is not MentionKind.NAME or len(key) < 2:
                continue
            owner = replace(person, head=person.head or person.text)
            for last in self._lasts(key):
                owners.setdefault(last, {}).setdefault(
                    owner.candidates[0] if owner.candidates else " ".join(key), owner
                )
        index = PhraseIndex()
        for last, named in owners.items():
            if len(named) == 1:
                index.add(last, next(iter(named.values())))
        return index.ready()

    def _lasts(self, key: tuple[str, ...]) -> Iterator[tuple[str, ...]]:
        last = key[-2:] if len(key) > 2 and key[-2] in _PARTICLES else key[-1:]
        word = last[-1]
        if len(word) >= _SHORTEST and word not in self.lexicon.senses and not self.lexicon.is_a("not-name", word):
            yield last
