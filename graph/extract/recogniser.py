"""Whatever finds mentions, and the one policy by which their findings are united.

The policy, in order: an unknown person gives way to a known one inside; a longer span wins over those it overlaps; of equal spans a known actor wins over an unknown
one, a name over a nationality, then the higher score, then the recogniser's name. Of two equal names the candidates
of both are kept.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import Protocol

from graph.model import Document, EntityType, Mention, MentionKind, Sentence


class Recogniser(Protocol):
    """Finds mentions in the sentences of one document."""

    def __call__(self, document: Document, sentences: tuple[Sentence, ...]) -> Iterable[Mention]:
        """The mentions, in any order; they may overlap."""
        ...


_KINDS = (MentionKind.NAME, MentionKind.DEMONYM, MentionKind.ROLE, MentionKind.PRONOUN)


def unite(mentions: Iterable[Mention]) -> tuple[Mention, ...]:
    """The mentions that the policy keeps, in the order of the text, none overlapping another."""
    kept: list[Mention] = []
    taken: set[int] = set()
    for mention in sorted(_narrowed(list(mentions)), key=_precedence):
        if taken.isdisjoint(range(mention.span.start, mention.span.end)):
            kept.append(mention)
            taken.update(range(mention.span.start, mention.span.end))
        else:
            _merge(kept, mention)
    return tuple(sorted(kept, key=lambda m: m.span))


def _narrowed(mentions: list[Mention]) -> Iterator[Mention]:
    """The mentions without unknown people that only wrap a known one: العاهل سلمان بن عبد العزيز آل سعود."""
    known = [m for m in mentions if m.candidates and m.type is EntityType.PERSON and m.kind is MentionKind.NAME]
    for mention in mentions:
        wraps = mention.type is EntityType.PERSON and not mention.candidates
        if not (wraps and any(mention.span.contains(m.span) and len(m.text) > 4 for m in known)):
            yield mention


def _precedence(mention: Mention) -> tuple[object, ...]:
    start, end = mention.span
    return (
        start - end,
        not mention.candidates,
        _KINDS.index(mention.kind),
        -mention.score,
        mention.by,
        mention.candidates,
    )


def _merge(kept: list[Mention], other: Mention) -> None:
    """Add the candidates of a mention that names the same span in the same way."""
    for index, mention in enumerate(kept):
        if mention.span == other.span and mention.kind == other.kind and other.candidates:
            joined = tuple(dict.fromkeys((*mention.candidates, *other.candidates)))
            kept[index] = replace(mention, candidates=joined)


def words_of(sentences: Iterable[Sentence]) -> Iterator[tuple[Sentence, list[str]]]:
    """Each sentence with the folded keys of its tokens."""
    for sentence in sentences:
        yield sentence, [token.key for token in sentence.tokens]
