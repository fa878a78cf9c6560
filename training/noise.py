"""Spelling as newsrooms differ in it: hamza, ى/ي, ة/ه; so that the model does not depend on it."""

from __future__ import annotations

import random
import re

from corpora import Sentence

_MARKS = re.compile("[\u064b-\u0652\u0670\u0640]")
_HAMZA = str.maketrans("أإآٱ", "اااا")
_ENDINGS = str.maketrans("ىة", "يه")


def plain(word: str) -> str:
    """Without diacritics and tatweel; as given where nothing else is left."""
    return _MARKS.sub("", word) or word


def noisy(sentences: list[Sentence], share: float, rng: random.Random) -> list[Sentence]:
    """The sentences, a `share` of them in another spelling: half without hamza seats, half without ى and ة too."""
    result = []
    for sentence in sentences:
        draw = rng.random()
        words = [(plain(word), tag) for word, tag in sentence]
        if draw < share:
            words = [(word.translate(_HAMZA), tag) for word, tag in words]
        if draw < share / 2:
            words = [(word.translate(_ENDINGS), tag) for word, tag in words]
        result.append(words)
    return result
