"""Folding: one key for all spellings of a word, aligned to the letters it came from.

Keys are for looking up, never for showing and never for offsets. Folded away are case, diacritics (Unicode category
Mn), tatweel, invisible format characters, the seats of hamza on alef, ى/ي, ة/ه, Persian letter shapes, presentation
forms (NFKC) and Arabic-Indic digits.
"""

from __future__ import annotations

import unicodedata
from functools import lru_cache

_LETTERS = {
    **dict.fromkeys("أإآٱ", "ا"),
    "ى": "ي",
    "ی": "ي",
    "ې": "ي",
    "ة": "ه",
    "ک": "ك",
    "ھ": "ه",
    "ہ": "ه",
    "گ": "غ",
    "ڤ": "ف",
    "پ": "ب",
    "چ": "ج",
    "’": "'",
    "ʼ": "'",
    "‘": "'",
    "ـ": "",
    "ı": "i",
    "ß": "ss",
    "ł": "l",
    "ø": "o",
    "đ": "d",
}


@lru_cache(maxsize=4096)
def _folded_letter(char: str) -> str:
    out = []
    for part in unicodedata.normalize("NFKD", char):
        category = unicodedata.category(part)
        if category in ("Mn", "Cf"):
            continue
        if category == "Nd":
            out.append(str(unicodedata.digit(part)))
        else:
            out.append(part)
    base = "".join(out)
    return "".join(_LETTERS.get(letter, letter) for letter in _LETTERS.get(char, base).lower())


@lru_cache(maxsize=200_000)
def fold_key(text: str) -> str:
    """The key of a word or a name.

    >>> fold_key("أُوكْرانيا") == fold_key("اوكرانيا"), fold_key("Kyïv"), fold_key("١٢")
    (True, 'kyiv', '12')
    """
    return "".join(map(_folded_letter, text))


def fold_aligned(text: str) -> tuple[str, tuple[int, ...]]:
    """The key of `text`, and for each letter of the key the offset in `text` that it came from.

    >>> fold_aligned("بِـروسيا")
    ('بروسيا', (0, 3, 4, 5, 6, 7))
    """
    letters: list[str] = []
    offsets: list[int] = []
    for offset, char in enumerate(text):
        for letter in _folded_letter(char):
            letters.append(letter)
            offsets.append(offset)
    return "".join(letters), tuple(offsets)


@lru_cache(maxsize=200_000)
def bare(text: str) -> str:
    """The word without diacritics, tatweel and invisible characters, its letters kept.

    >>> bare("عَلـى"), bare("عليّ")
    ('على', 'علي')
    """
    return "".join(c for c in text if c != "ـ" and unicodedata.category(c) not in ("Mn", "Cf"))
