"""Known actors and nationalities in the text: the longest names first, with Arabic clitics in front."""

from __future__ import annotations

from collections.abc import Iterator

from graph.model import Document, EntityType, Mention, MentionKind, Sentence, Span, Token
from graph.text.clitics import name_starts
from graph.text.fold import fold_aligned
from graph.text.script import is_arabic
from graph.vocabulary import Lexicon, Name, NameRole, Vocabulary

_ORDER = {NameRole.NAME: 0, NameRole.DEMONYM: 1, NameRole.SHORT: 2, NameRole.CITY: 3}
_TYPES = (EntityType.COUNTRY, EntityType.ORGANIZATION, EntityType.PERSON, EntityType.PLACE)
_GLUED = 3
_NAMING = ("given-name", "name-particle", "class-word")


class Gazetteer:
    """Finds names and demonyms of the actors of `ontologies/`."""

    def __init__(self, vocabulary: Vocabulary) -> None:
        self.vocabulary = vocabulary

    def __call__(self, document: Document, sentences: tuple[Sentence, ...]) -> Iterator[Mention]:
        lexicon = self.vocabulary.lexicons.get(document.language, self.vocabulary.lexicons["en"])
        for sentence in sentences:
            yield from self._in(document.text, sentence.tokens, lexicon)

    def _in(self, text: str, tokens: tuple[Token, ...], lexicon: Lexicon) -> Iterator[Mention]:
        keys = [token.key for token in tokens]
        for first, token in enumerate(tokens):
            found: dict[tuple[int, int, MentionKind], list[Name]] = {}
            starts = name_starts if is_arabic(token.text) else None
            for hit in self.vocabulary.names.at(keys, first, starts):
                name: Name = hit.payload
                if self._fits(tokens[first : hit.last], hit.taken, name, lexicon):
                    kind = MentionKind.DEMONYM if name.role is NameRole.DEMONYM else MentionKind.NAME
                    found.setdefault((hit.last, hit.taken, kind), []).append(name)
            for (last, taken, kind), names in found.items():
                if not (kind is MentionKind.NAME and self._is_adjective(found, last, taken, tokens, first)):
                    yield self._mention(text, tokens[first], tokens[last - 1], taken, kind, names)

    def _fits(self, tokens: tuple[Token, ...], taken: int, name: Name, lexicon: Lexicon) -> bool:
        """Whether the letters' case and the clitics taken allow the name here."""
        raw = tokens[0].text
        if name.case == "exact" and not raw.replace(".", "").isupper():
            return False
        if name.case == "capital" and not raw[:1].isupper():
            return False
        if len(tokens) > 1:
            return True
        rest = len(tokens[0].key) - taken
        if taken and tokens[0].key[taken - 1] == "ك":
            return False
        if name.role is NameRole.CITY and taken and (tokens[0].key[:taken] not in ("ب", "و") or rest < 5):
            return False
        if name.role in (NameRole.CITY, NameRole.SHORT) and _common(tokens[0].key, lexicon):
            return False
        return not taken or (rest >= _GLUED and not _common(tokens[0].key, lexicon))

    def _is_adjective(
        self,
        found: dict[tuple[int, int, MentionKind], list[Name]],
        last: int,
        taken: int,
        tokens: tuple[Token, ...],
        first: int,
    ) -> bool:
        """A word that is both a country's name and an adjective (السعودية) is an adjective behind a definite noun."""
        if (last, taken, MentionKind.DEMONYM) not in found or taken or first == 0:
            return False
        before = tokens[first - 1]
        return before.key.startswith(("ال", "لل", "بال", "وال")) or any(
            True for _ in self.vocabulary.organ_index["ar"].at([before.key], 0, name_starts)
        )

    def _mention(
        self, text: str, head: Token, tail: Token, taken: int, kind: MentionKind, names: list[Name]
    ) -> Mention:
        start = head.start + (fold_aligned(head.text)[1][taken] if taken else 0)
        ranked = sorted(
            names, key=lambda n: (_ORDER[n.role], _TYPES.index(self.vocabulary.actors[n.actor].type), n.actor)
        )
        candidates = tuple(dict.fromkeys(name.actor for name in ranked))
        span = Span(start, tail.end)
        kind_of_actor = self.vocabulary.actors[candidates[0]].type
        score = 0.95 if ranked[0].role in (NameRole.NAME, NameRole.DEMONYM) else 0.8
        return Mention(
            span, span.of(text), kind_of_actor, kind, candidates, score=score, by=f"gazetteer.{ranked[0].role}"
        )


def _common(key: str, lexicon: Lexicon) -> bool:
    """Whether a folded word is an everyday word of the lexicon."""
    return key in lexicon.senses or any(key in words for kind, words in lexicon.words.items() if kind not in _NAMING)
