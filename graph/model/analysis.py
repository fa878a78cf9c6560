"""A document taken apart: tokens, sentences, mentions and roles, before anything is resolved or related."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

from graph.model.document import Document
from graph.model.mention import Mention
from graph.model.span import Span


class Token(NamedTuple):
    """A word or punctuation mark: its offsets, its letters as given, and its folded key.

    `pos` is the Universal POS tag, `head` the index of its head inside the sentence (-1 for none, its own index for
    the root) and `dep` the UD relation, where a parser has spoken.
    """

    start: int
    end: int
    text: str
    key: str
    pos: str = ""
    head: int = -1
    dep: str = ""

    @property
    def span(self) -> Span:
        return Span(self.start, self.end)


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence of a document."""

    span: Span
    tokens: tuple[Token, ...]


@dataclass(frozen=True, slots=True)
class Role:
    """A title in the text, the body it is held of and the person who holds it, each where the text names it.

    `title` and `predicate` are those of the lexicon; `span` covers the whole phrase, `head` the title's own words.
    """

    title: str
    predicate: str
    span: Span
    head: Span
    body: Mention | None = None
    person: Mention | None = None
    former: bool = False


@dataclass(frozen=True, slots=True)
class Analysis:
    """One document with all that was found in it, in the order of the text."""

    document: Document
    sentences: tuple[Sentence, ...]
    mentions: tuple[Mention, ...]
    roles: tuple[Role, ...] = ()
