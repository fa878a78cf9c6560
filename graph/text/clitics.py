"""The clitics that Arabic writes glued to a word: و ف ب ل ك س in front, pronouns behind."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

_NAME_PREFIXES = ("", "و", "ف", "ب", "ل", "ك", "وب", "ول", "وك", "فب", "فل", "فك")
PRONOUNS = ("ه", "ها", "هم", "هما", "هن", "نا", "كم", "ني", "ي")


class Reading(NamedTuple):
    """One way to take a word apart; all parts are folded letters."""

    conjunction: str
    preposition: str
    article: bool
    future: bool
    stem: str
    pronoun: str


def name_starts(key: str) -> Iterator[tuple[int, str]]:
    """Each way to take proclitics off a folded word before a name: letters taken, and what is left.

    Nothing taken comes first. "لل" gives back the article's alef: للسعودية is ل + السعودية, taking 0 letters, since
    the lam of the article is written once with the preposition's.

    >>> list(name_starts("وللامم"))[-1]
    (1, 'الامم')
    """
    for prefix in _NAME_PREFIXES:
        if key.startswith(prefix) and len(key) > len(prefix) + 1:
            yield len(prefix), key[len(prefix) :]
    for prefix in ("لل", "ولل", "فلل"):
        if key.startswith(prefix) and len(key) > len(prefix) + 1:
            yield len(prefix) - 2, "ال" + key[len(prefix) :]


@lru_cache(maxsize=200_000)
def readings(key: str) -> tuple[Reading, ...]:
    """Every way to take a folded word apart, the whole word first.

    >>> Reading("و", "ب", True, False, "هجوم", "") in readings("وبالهجوم")
    True
    >>> Reading("", "", False, True, "تفرض", "") in readings("ستفرض")
    True
    """
    return tuple(dict.fromkeys(_readings(key)))


def _readings(key: str) -> Iterator[Reading]:
    for conjunction in ("", "و", "ف"):
        if not key.startswith(conjunction):
            continue
        rest = key[len(conjunction) :]
        for preposition, article, future, stem in _fronts(rest):
            if len(stem) < 2:
                continue
            yield Reading(conjunction, preposition, article, future, stem, "")
            if article:
                continue
            for pronoun in PRONOUNS:
                if stem.endswith(pronoun) and len(stem) - len(pronoun) >= 2:
                    yield Reading(conjunction, preposition, article, future, stem[: -len(pronoun)], pronoun)


def _fronts(rest: str) -> Iterator[tuple[str, bool, bool, str]]:
    yield "", False, False, rest
    if rest.startswith("ال"):
        yield "", True, False, rest[2:]
    if rest.startswith("لل"):
        yield "ل", True, False, rest[2:]
    for preposition in "بلك":
        if rest.startswith(preposition):
            yield preposition, False, False, rest[1:]
            if rest.startswith(preposition + "ال"):
                yield preposition, True, False, rest[3:]
    if rest.startswith("س"):
        yield "", False, True, rest[1:]
