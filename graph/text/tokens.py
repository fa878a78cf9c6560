"""Words and sentences with their offsets, for Arabic and Latin scripts alike."""

from __future__ import annotations

import re
from collections.abc import Iterator

from graph.model import Span

_LETTER = r"[^\W\d_]"
_MARKS = "\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06dc\u06df-\u06e8\u06ea-\u06ed\u0640\u200c\u200d\u0300-\u036f"
WORD = re.compile(
    rf"(?:[A-Za-z]\.){{2,}}"  # U.S.
    rf"|\d+(?:[.,:٫٬/]\d+)*"  # 1,000 and 3.5
    rf"|['’](?:s|re|ve|ll|d|m|t)\b"  # the English 's
    rf"|[A-Za-z]+?(?=n['’]t\b)|n['’]t\b"  # did n't
    rf"|(?:{_LETTER}|[{_MARKS}])+(?:['’ʼ`](?!(?:s|re|ve|ll|d|m|t)\b){_LETTER}+)*"  # a word, o'clock
    rf"|\s+"
    rf"|\.{{2,}}"
    rf"|.",
    re.DOTALL,
)
_FINAL = ".!?؟…۔"
_CLOSING = "\"'”’»)]"
_OPENING = "\"'“‘«(["


def tokens(text: str) -> Iterator[Span]:
    """The spans of words, numbers and punctuation marks, white space left out.

    >>> [s.of("Putin's U.S. trip") for s in tokens("Putin's U.S. trip")]
    ['Putin', "'s", 'U.S.', 'trip']
    """
    return (Span(*m.span()) for m in WORD.finditer(text) if not m.group().isspace())


def sentence_starts(text: str, spans: list[Span], abbreviations: frozenset[str]) -> Iterator[int]:
    """The indices of the tokens that begin a sentence.

    A sentence ends at . ! ? ؟ … with the closing quotes that follow, at "., " between joined paragraphs, and at a line
    break, unless the text is hard-wrapped. `abbreviations` are words whose full stop ends nothing.
    """
    wrapped = _hard_wrapped(text)
    ended = True
    for index, span in enumerate(spans):
        word = span.of(text)
        gap = text[spans[index - 1].end : span.start] if index else "\n"
        if index and _breaks(gap, wrapped, word):
            ended = True
        if index == 0 or (ended and not _continues(word, gap)):
            yield index
            ended = False
        elif ended and not (word in _CLOSING or word in ",،.…"):
            ended = False
        if word[-1] in _FINAL and _final(text, spans, index, abbreviations):
            ended = True


def _breaks(gap: str, wrapped: bool, word: str) -> bool:
    lines = gap.count("\n") + gap.count("\u2029") + gap.count("\u2028") or gap.count("\r")
    return lines > 1 or (lines == 1 and not wrapped and not word[0].islower())


def _continues(word: str, gap: str) -> bool:
    """A closing quote or the comma of a join belongs to the sentence that has just ended."""
    return word in ",،.…" or (word in _CLOSING and not gap)


def _final(text: str, spans: list[Span], index: int, abbreviations: frozenset[str]) -> bool:
    word = spans[index].of(text)
    if index + 1 == len(spans):
        return True
    following = spans[index + 1].of(text)
    gap = text[spans[index].end : spans[index + 1].start]
    if word == "." and index and (before := spans[index - 1].of(text)):
        glued = spans[index - 1].end == spans[index].start
        if glued and (before.lower() in abbreviations or (len(before) == 1 and before.isalpha() and before.isascii())):
            return False
    if len(word) > 2 and word[0].isalpha():  # U.S. ends a sentence only before a capital that begins one
        return following[0].isupper() and following.lower() in _OPENERS
    if following in _CLOSING and not gap:
        return True
    return (bool(gap) and not following[0].islower()) or following in ",،" or ("\u0600" < following[0] < "\u06ff")


_OPENERS = frozenset(
    [
        "the",
        "a",
        "an",
        "he",
        "she",
        "it",
        "they",
        "we",
        "in",
        "on",
        "at",
        "but",
        "and",
        "this",
        "that",
        "these",
        "there",
    ]
)


def _hard_wrapped(text: str) -> bool:
    """Whether lines were broken to a width: many lines, none long, most ending inside a sentence."""
    lines = [line.strip() for line in text.splitlines() if line.strip()]
    if len(lines) < 4 or max(map(len, lines)) > 100:
        return False
    inside = sum(line[-1] not in _FINAL + _CLOSING + ":" for line in lines[:-1])
    return inside > 0.6 * len(lines) and sum(map(len, lines)) / len(lines) > 40
