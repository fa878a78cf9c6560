"""An Analysis in, its Relations out: the one place that knows the order of the rules."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import reduce

from graph.model import Analysis, Mention, Modality, Polarity, Relation, Role
from graph.relate.content import completed, taken_up
from graph.relate.events import events_of
from graph.relate.frames import Event
from graph.relate.homeland import name_homelands
from graph.relate.line import Item, Line, make_line
from graph.relate.negation import at_word
from graph.relate.scopes import Scope, Speaker, scopes_of, standing, stronger
from graph.relate.states import locations, states_of_role
from graph.vocabulary import LANGUAGES, Vocabulary


@dataclass(frozen=True, slots=True)
class SentenceReading:
    """What was made of one sentence: its line, its scopes, its events and its relations."""

    line: Line
    scopes: tuple[Scope, ...]
    events: tuple[Event, ...]
    relations: tuple[Relation, ...]


class Relater:
    """Finds the relations of one document after another; what it finds in one does not depend on the others."""

    def __init__(self, vocabulary: Vocabulary) -> None:
        self.vocabulary = vocabulary

    def __call__(self, analysis: Analysis) -> tuple[Relation, ...]:
        """All relations, in the order of the text."""
        return tuple(relation for reading in self.readings(analysis) for relation in reading.relations)

    def readings(self, analysis: Analysis) -> Iterator[SentenceReading]:
        """Sentence by sentence, what was found and why."""
        code = analysis.document.language.split("-")[0]
        if code not in LANGUAGES:
            return
        lexicon = self.vocabulary.lexicons[code]
        speaker = Speaker()
        told: dict[tuple[str, str], Item] = {}
        for sentence in analysis.sentences:
            inside = [m for m in analysis.mentions if sentence.span.contains(m.span)]
            roles = [r for r in analysis.roles if sentence.span.contains(r.span)]
            line = make_line(analysis, sentence, lexicon, inside, roles)
            name_homelands(line, self.vocabulary, speaker.mention)
            yield self._read(analysis, line, roles, speaker, told)

    def _read(
        self, analysis: Analysis, line: Line, roles: list[Role], speaker: Speaker, told: dict[tuple[str, str], Item]
    ) -> SentenceReading:
        scopes = scopes_of(line, speaker)
        events = list(events_of(line, speaker.mention))
        taken_up(events, told)
        relations = [r for e, governor in completed(events) for r in self._event(line, e, governor, scopes)]
        for role in roles:
            relations += states_of_role(role, line.sentence, self._bodies(analysis, role))
        relations += locations(line, self.vocabulary)
        relations.sort(key=lambda r: (r.trigger, r.predicate, r.subject.span, r.object.span))
        return SentenceReading(line, tuple(scopes), tuple(events), tuple(relations))

    def _event(self, line: Line, event: Event, governor: Event | None, scopes: list[Scope]) -> Iterator[Relation]:
        """One relation for each pair of an event's actors, in the standing of its trigger."""
        stand = standing(scopes, event.index)
        words = [at_word(line, index) for index in (event.index, *event.governors)]
        negated = [stand.polarity, event.polarity, *(polarity for polarity, _ in words)].count(Polarity.NEGATED) % 2
        modality = reduce(stronger, (modality for _, modality in words), stronger(stand.modality, event.modality))
        if modality is Modality.FUTURE and any(scope.kind == "conditional" for scope in scopes):
            modality = Modality.CONDITIONAL
        subjects = [item.mention for item in event.subjects] or [stand.source if event.spoken else None]
        for subject in subjects:
            for target in event.objects:
                if subject is None or target.mention is None or self._same(subject, target.mention):
                    continue
                source = _claimer(event, governor) or stand.source
                yield Relation(
                    subject,
                    event.sense.predicate,
                    target.mention,
                    line.sentence.span,
                    line[event.index].span,
                    source=source,
                    reported=stand.reported or source is not None,
                    polarity=Polarity.NEGATED if negated else Polarity.AFFIRMED,
                    modality=modality,
                    confidence=event.confidence,
                    rule=f"{event.rule}:{event.sense.id}",
                )

    def _same(self, one: Mention, other: Mention) -> bool:
        """Whether two mentions plainly name the same thing, or an adjective the home of the other."""
        if one.span.overlaps(other.span):
            return True
        if one.candidates and other.candidates:
            return one.candidates[0] == other.candidates[0]
        return one.text == other.text and one.type == other.type

    def _bodies(self, analysis: Analysis, role: Role) -> Iterator[Mention]:
        """The body a role names; for a known person without one, the body of the office held on the article's day."""
        if role.body is not None:
            yield role.body
            return
        if role.person is None or not role.person.candidates or role.former:
            return
        held = [
            o.body
            for o in self.vocabulary.held(role.person.candidates[0], analysis.document.day)
            if o.predicate == role.predicate
        ]
        homes = [self.vocabulary.home(role.person.candidates[0])]
        for body in dict.fromkeys((*held, *homes)):
            mention = next((m for m in analysis.mentions if m.candidates[:1] == (body,)), None)
            if mention is not None:
                yield mention
                return


_MATERIAL = ("SANCTION", "COERCE", "ASSAULT", "AID", "MOBILIZE", "COOPERATE", "RETREAT", "CONCEDE")


def _claimer(event: Event, governor: Event | None) -> Mention | None:
    """Who says that the act took place: the accuser whose words it is in, or who asks for it."""
    if governor is not None and governor.subjects:
        return governor.subjects[0].mention
    if event.said_by is not None and event.sense.predicate in _MATERIAL:
        return event.said_by.mention
    return None
