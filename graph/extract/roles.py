"""Roles that stand for their holder: الرئيس الفرنسي with no name is whoever held that office on the article's day."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from graph.model import Document, EntityType, Mention, MentionKind, Role, Span
from graph.vocabulary import Vocabulary

_GENERIC = ("official", "minister")  # المسؤول الروسي, الوزير الإسرائيلي: whoever was named with that body before


class RoleMentions:
    """Makes mentions of the roles that name no person."""

    def __init__(self, vocabulary: Vocabulary) -> None:
        self.vocabulary = vocabulary

    def __call__(self, document: Document, roles: Sequence[Role]) -> Iterator[Mention]:
        for role in roles:
            if role.person is not None or role.former or not role.predicate or role.body is None:
                continue
            span = Span(min(role.head.start, role.body.span.start), max(role.head.end, role.body.span.end))
            holder = self._named(role, roles) or self._holder(role, document.day)
            if holder is not None:
                yield Mention(
                    span, span.of(document.text), EntityType.PERSON, MentionKind.ROLE, *holder, score=0.7, by="role"
                )

    def _named(self, role: Role, roles: Sequence[Role]) -> tuple[tuple[str, ...], str] | None:
        """The person to whom the same document gives the same role by name."""
        for other in reversed(roles):
            same = (
                (other.title == role.title or (role.title in _GENERIC and other.span.start < role.span.start))
                and other.body
                and role.body
                and other.body.candidates == role.body.candidates
            )
            if same and other.person is not None and other.body and other.body.candidates:
                return other.person.candidates, other.person.head or other.person.text
        return None

    def _holder(self, role: Role, day: str | None) -> tuple[tuple[str, ...], str] | None:
        """The only known holder of the office on the day of the article; unknown days have none."""
        if day is None or role.body is None or not role.body.candidates:
            return None
        holders = self.vocabulary.holders(role.title, role.body.candidates[0], day)
        return ((holders[0],), "") if len(holders) == 1 else None
