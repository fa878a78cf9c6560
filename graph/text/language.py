"""Which language a text is in."""

from __future__ import annotations

from graph.text.script import script_of

_SHOWN = 4000


def detect(text: str) -> str:
    """The BCP 47 tag of the text's main language, `und` where it holds no letters.

    Its first 4,000 letters decide, by `py3langid` within the script that most of them are written in.
    """
    sample = text[:_SHOWN]
    script = script_of(sample)
    if script is None:
        return "und"
    import py3langid

    language = str(py3langid.classify(sample)[0])
    if script == "Arab" and language not in ("ar", "fa", "ur", "ps", "ug", "ku"):
        return "ar"
    if script == "Latn" and language in ("ar", "fa", "ur"):
        return "en"
    return language
