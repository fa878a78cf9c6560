"""Which script letters belong to."""

from __future__ import annotations

from collections import Counter

_RANGES = (
    ("Arab", 0x0600, 0x06FF),
    ("Arab", 0x0750, 0x077F),
    ("Arab", 0xFB50, 0xFDFF),
    ("Arab", 0xFE70, 0xFEFC),
    ("Latn", 0x0041, 0x024F),
    ("Cyrl", 0x0400, 0x052F),
    ("Hebr", 0x0590, 0x05FF),
    ("Grek", 0x0370, 0x03FF),
    ("Hani", 0x4E00, 0x9FFF),
)


def script_of(text: str) -> str | None:
    """The ISO 15924 code of the script of most letters, `Zyyy` for one not listed, None where there is no letter.

    >>> script_of("حلف Nato شمال"), script_of("12 ،")
    ('Arab', None)
    """
    counts = Counter(_script(char) for char in text if char.isalpha())
    return min(counts, key=lambda script: (-counts[script], script)) if counts else None


def _script(char: str) -> str:
    code = ord(char)
    return next((name for name, low, high in _RANGES if low <= code <= high), "Zyyy")


def is_arabic(word: str) -> bool:
    """Whether a word begins in Arabic script."""
    return bool(word) and _script(word[0]) == "Arab"
