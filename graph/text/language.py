"""Which language a text is in."""

from __future__ import annotations

from importlib import import_module
from typing import Any

from graph.text.script import script_of

_SHOWN = 4000
_SHORT, _AMONG = 120, 10


def detect(text: str) -> str:
    """The BCP 47 tag of the text's main language, `und` where it holds no letters.

    Its first 4,000 letters decide, by `py3langid` within the script that most of them are written in. A sentence in
    Latin script is too short for sure judgement: it is English where English is among the ten likeliest.
    """
    sample = text[:_SHOWN]
    script = script_of(sample)
    if script is None:
        return "und"
    langid: Any = import_module("py3langid")
    language = str(langid.classify(sample)[0])
    if script == "Latn" and len(sample) < _SHORT:
        best = [str(name) for name, _ in langid.rank(sample)[:_AMONG]]
        language = "en" if "en" in best else language
    if script == "Arab" and language not in ("ar", "fa", "ur", "ps", "ug", "ku"):
        return "ar"
    if script == "Latn" and language in ("ar", "fa", "ur"):
        return "en"
    return language
