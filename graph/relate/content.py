"""What an accusation, a threat, a request or a promise is about: an act with a party and a status of its own.

`اتهمت كييف موسكو بقصف دونيتسك` is an accusation, and Moscow's shelling as Kyiv's claim.
"""

from __future__ import annotations

from dataclasses import dataclass

from graph.model import Modality, Polarity
from graph.relate.frames import Event
from graph.relate.line import Item
from graph.relate.scopes import flipped, stronger


@dataclass(frozen=True, slots=True)
class Content:
    """Who does the act that an event is about (`subject` or `object` of that event), who claims it, and how it stands."""

    actor: str
    claimed: bool
    modality: Modality
    polarity: Polarity = Polarity.AFFIRMED


CONTENT = {
    "ACCUSE": Content("object", True, Modality.ASSERTED),
    "THREATEN": Content("subject", True, Modality.CONDITIONAL),
    "REQUEST": Content("object", True, Modality.POSSIBLE),
    "AGREE": Content("subject", False, Modality.FUTURE),
    "REJECT": Content("subject", False, Modality.FUTURE, Polarity.NEGATED),
}
_REACH = 14


def completed(events: list[Event]) -> list[tuple[Event, Event | None]]:
    """Each event with the one whose content it is; events that still lack a party are left out."""
    result: list[tuple[Event, Event | None]] = []
    for event in events:
        governor = _governor(event, events)
        if (event.subjects or event.spoken) and event.objects:
            result.append((event, None))
        elif governor is not None and event.objects:
            rule = CONTENT[governor.sense.predicate]
            event.subjects = governor.objects if rule.actor == "object" else governor.subjects
            if not event.subjects or any(s is o for s in event.subjects for o in event.objects):
                continue
            event.modality = stronger(event.modality, rule.modality)
            event.polarity = flipped(event.polarity) if rule.polarity is Polarity.NEGATED else event.polarity
            event.rule = f"content.{governor.sense.predicate.lower()}"
            event.confidence = min(0.6, governor.confidence)
            result.append((event, governor if rule.claimed else None))
    return result


def _governor(event: Event, events: list[Event]) -> Event | None:
    """The nearest complete event to the left that takes an act as its content."""
    near = [
        e
        for e in events
        if e.sense.predicate in CONTENT
        and e.subjects
        and e.objects
        and 0 < event.index - e.index <= _REACH
        and e is not event
    ]
    return max(near, key=lambda e: e.index, default=None)


_RECALLED = ("ASSAULT",)


def taken_up(events: list[Event], told: dict[tuple[str, str], Item]) -> None:
    """Give an act whose target is left unsaid the one that the same actor's same act had before: الغزو, any invasion.

    `told` remembers the last target by predicate and actor through a document.
    """
    for event in events:
        for subject in event.subjects:
            key = (event.sense.predicate, _identity(subject))
            if event.objects:
                told[key] = event.objects[0]
            elif event.sense.predicate in _RECALLED and key in told:
                event.objects, event.rule, event.confidence = [told[key]], "recalled", 0.45


def _identity(item: Item) -> str:
    mention = item.mention
    return (mention.candidates[0] if mention.candidates else mention.text) if mention else ""
