"""Phrases found word by word, the longest first."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import Any, NamedTuple

from graph.text.fold import fold_key
from graph.text.tokens import tokens

_SKIPPED = frozenset("-_‐‑–#")


def key_of(phrase: str) -> tuple[str, ...]:
    """The folded words of a phrase, hyphens and the marks of hashtags left out.

    >>> key_of("al-Qaeda")
    ('al', 'qaeda')
    """
    return tuple(fold_key(w) for s in tokens(phrase) if (w := s.of(phrase)) not in _SKIPPED)


class Hit(NamedTuple):
    """Tokens `first` to `last` (exclusive), how many letters of the first are a clitic's, and what was found."""

    first: int
    last: int
    taken: int
    payload: Any


class PhraseIndex:
    """Payloads under folded phrases; a plain dict of the first word to the ways to go on."""

    def __init__(self, table: dict[str, list[tuple[tuple[str, ...], list[Any]]]] | None = None) -> None:
        self.table = table if table is not None else {}

    def add(self, key: tuple[str, ...], payload: Any) -> None:
        """Put a payload under the words of `key`."""
        if not key:
            return
        ways = self.table.setdefault(key[0], [])
        for rest, payloads in ways:
            if rest == key[1:]:
                if payload not in payloads:
                    payloads.append(payload)
                return
        ways.append((key[1:], [payload]))

    def ready(self) -> PhraseIndex:
        """Sort the ways so that longer ones are met first; call once after the last `add`."""
        for ways in self.table.values():
            ways.sort(key=lambda way: -len(way[0]))
        return self

    def at(
        self, keys: Sequence[str], first: int, starts: Callable[[str], Iterator[tuple[int, str]]] | None = None
    ) -> Iterator[Hit]:
        """Every phrase that begins at token `first`; `starts` gives the ways to take clitics off it."""
        for taken, head in starts(keys[first]) if starts else ((0, keys[first]),):
            for rest, payloads in self.table.get(head, ()):
                if (last := _follow(keys, first + 1, rest)) is not None:
                    for payload in payloads:
                        yield Hit(first, last, taken, payload)


def _follow(keys: Sequence[str], position: int, rest: tuple[str, ...]) -> int | None:
    for word in rest:
        while position < len(keys) and keys[position] in _SKIPPED:
            position += 1
        if position >= len(keys) or keys[position] != word:
            return None
        position += 1
    return position
