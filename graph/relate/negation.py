"""Negation and hedges that stand right at a word: لم, لن, عدم, قد, سوف, س, not, may, will."""

from __future__ import annotations

from graph.model import Modality, Polarity
from graph.relate.line import Line
from graph.relate.scopes import flipped, stronger
from graph.relate.syntax import COMMAS, STRONG, complementizer

_DEFAULT = {"possible": Modality.POSSIBLE, "future": Modality.FUTURE, "conditional": Modality.CONDITIONAL}
_BACK = 4


def at_word(line: Line, index: int) -> tuple[Polarity, Modality]:
    """Polarity and modality from the cues in front of the word at `index`, within its own verb group."""
    polarity, modality = Polarity.AFFIRMED, Modality.ASSERTED
    if any(reading.future for _, reading in line[index].senses):
        modality = Modality.FUTURE
    for position in range(index - 1, max(-1, index - 1 - _BACK), -1):
        item = line[position]
        if item.text in STRONG | COMMAS or item.named:
            break
        if complementizer(line, position) and position < index - 1:
            break
        for cue, _, _ in item.cues():
            if cue.scope != "word" or (cue.kind == "possible" and line.arabic and _perfect_follows(line, index)):
                continue
            if cue.kind == "negation" or cue.polarity is Polarity.NEGATED:
                polarity = flipped(polarity)
            modality = stronger(modality, cue.modality or _DEFAULT.get(cue.kind, Modality.ASSERTED))
            break
    return polarity, modality


def _perfect_follows(line: Line, index: int) -> bool:
    """قد before a perfect is "has", not "may"."""
    return any(sense.feature.startswith("perf") for sense, _ in line[index].senses)
