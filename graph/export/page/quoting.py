"""The quoted sentences of the page, each held once, with the stretches to mark."""

from __future__ import annotations

from graph.export.page.view import EvidenceView, Stretch
from graph.model import Document, Evidence, Span

_LONGEST = 1200
_AROUND = 300


class Quotes:
    """Collects sentences and numbers them in the order in which they are first quoted."""

    def __init__(self) -> None:
        self._numbers: dict[str, int] = {}

    @property
    def sentences(self) -> tuple[str, ...]:
        return tuple(self._numbers)

    def quote(self, document: Document, evidence: Evidence) -> EvidenceView:
        """The evidence's sentence and where its parts lie in it; parts outside of the sentence are None."""
        window = _window(evidence)
        before, after = window.start > evidence.sentence.start, window.end < evidence.sentence.end
        text = ("… " if before else "") + window.of(document.text) + (" …" if after else "")
        number = self._numbers.setdefault(text, len(self._numbers))
        shift = 2 * before - window.start

        def inside(span: Span | None) -> Stretch | None:
            return (span.start + shift, span.end + shift) if span is not None and window.contains(span) else None

        trigger, subject, object_ = inside(evidence.trigger), inside(evidence.subject), inside(evidence.object)
        return EvidenceView(number, trigger, subject, object_, inside(evidence.source), evidence.rule)


def _window(evidence: Evidence) -> Span:
    """The sentence, or of a very long one the part around what is marked."""
    sentence = evidence.sentence
    if sentence.end - sentence.start <= _LONGEST:
        return sentence
    start = max(sentence.start, evidence.trigger.start - _AROUND)
    end = min(sentence.end, evidence.trigger.end + _AROUND)
    for span in (evidence.subject, evidence.object, evidence.source):
        if span is None or not sentence.contains(span):
            continue
        low, high = min(start, span.start - 40), max(end, span.end + 40)
        if high - low <= _LONGEST:
            start, end = max(sentence.start, low), min(sentence.end, high)
    return Span(start, end)
