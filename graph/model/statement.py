"""What a passage says (Relation), and what it says of the resolved things (Statement)."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum

from graph.model.identity import content_id
from graph.model.mention import Mention
from graph.model.span import Span


class Polarity(StrEnum):
    """Does the claim say that it holds, or that it does not?"""

    AFFIRMED = "affirmed"
    NEGATED = "negated"


class Modality(StrEnum):
    """In which way is it said to hold?"""

    ASSERTED = "asserted"
    POSSIBLE = "possible"
    FUTURE = "future"
    CONDITIONAL = "conditional"


@dataclass(frozen=True, slots=True)
class Relation:
    """One passage's link between two mentions.

    `source` is the mention to whom the passage attributes it. With `reported` somebody else than the article says
    it, named as `source` or not ("officials said"). `rule` names what fired.
    """

    subject: Mention
    predicate: str
    object: Mention
    sentence: Span
    trigger: Span
    source: Mention | None = None
    reported: bool = False
    polarity: Polarity = Polarity.AFFIRMED
    modality: Modality = Modality.ASSERTED
    time: str | None = None
    place: Mention | None = None
    confidence: float = field(default=0.5, compare=False)
    rule: str = field(default="", compare=False)


@dataclass(frozen=True, slots=True, order=True)
class Evidence:
    """Where a document says it: the sentence, the words that fired, the two parties, and the rule."""

    sentence: Span
    trigger: Span
    subject: Span
    object: Span
    source: Span | None = None
    rule: str = ""


@dataclass(frozen=True, slots=True)
class Statement:
    """One distinct claim of one document about two entities, with every passage that makes it.

    `subject`, `object`, `source` and `place` are entity ids, `document` a document id; `evidence` is in the order
    of the text and never empty. `reported` where somebody else than the article says it, known as `source` or not.
    """

    document: str
    subject: str
    predicate: str
    object: str
    source: str | None
    polarity: Polarity
    modality: Modality
    reported: bool = False
    time: str | None = None
    place: str | None = None
    confidence: float = field(default=0.5, compare=False)
    evidence: tuple[Evidence, ...] = field(default=(), compare=False)

    @property
    def id(self) -> str:
        """Content hash of what is claimed, by whom, in which document."""
        return content_id(
            self.document,
            self.subject,
            self.predicate,
            self.object,
            self.source,
            self.polarity,
            self.modality,
            "reported" if self.reported else "",
        )

    @property
    def proposition(self) -> str:
        """Content hash of subject, predicate and object: one id for all who affirm, deny or fear the same."""
        return content_id(self.subject, self.predicate, self.object)

    @property
    def factual(self) -> bool:
        """Whether an article itself affirms and asserts it: only such statements become plain triples."""
        return (
            not (self.reported or self.source)
            and self.polarity is Polarity.AFFIRMED
            and self.modality is Modality.ASSERTED
        )
