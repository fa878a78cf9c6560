"""Names in part: كيم after كيم جونغ أون, التحالف after التحالف الدولي ضد تنظيم الدولة."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from graph.model import EntityType, Mention, MentionKind, Sentence
from graph.vocabulary import Lexicon
from graph.vocabulary.phrases import key_of

_DEFINITE = "ال"


class Parts:
    """Gives a name of one word the identity of the only longer name in the document that it is a part of."""

    def __init__(self, lexicon: Lexicon) -> None:
        self.lexicon = lexicon

    def __call__(self, sentences: Sequence[Sentence], mentions: Sequence[Mention]) -> Iterator[Mention]:
        """The mentions, those of one unknown word with the identity of their whole, and truncated names besides."""
        people = self._wholes(mentions, EntityType.PERSON)
        heads = self._wholes(mentions, EntityType.ORGANIZATION)
        taken = {offset for m in mentions for offset in range(*m.span)}
        for mention in mentions:
            key = key_of(mention.text)
            if mention.candidates or len(key) != 1 or mention.type not in (EntityType.PERSON, EntityType.ORGANIZATION):
                yield mention
                continue
            whole = (people if mention.type is EntityType.PERSON else heads).get(key[0])
            yield replace(mention, candidates=whole.candidates, head=whole.head or whole.text) if whole else mention
        yield from self._truncated(sentences, heads, taken)

    def _wholes(self, mentions: Sequence[Mention], kind: EntityType) -> dict[str, Mention]:
        """Each word that only one longer name holds (a person's any word, an organization's definite first one)."""
        owners: dict[str, dict[str, Mention]] = {}
        for mention in mentions:
            key = key_of(mention.text)
            if (
                mention.type is not kind
                or mention.kind is not MentionKind.NAME
                or len(key) < 2
                or "." in "".join(mention.candidates)
            ):
                continue
            identity = mention.candidates[0] if mention.candidates else " ".join(key)
            for word in key if kind is EntityType.PERSON else key[:1]:
                if len(word) > 2 and (kind is EntityType.PERSON or word.startswith(_DEFINITE)):
                    owners.setdefault(word, {}).setdefault(identity, mention)
        return {word: next(iter(found.values())) for word, found in owners.items() if len(found) == 1}

    def _truncated(
        self, sentences: Sequence[Sentence], heads: dict[str, Mention], taken: set[int]
    ) -> Iterator[Mention]:
        """A definite head word that stands alone after the name it begins: a proper name cut short."""
        for sentence in sentences:
            for index, token in enumerate(sentence.tokens):
                whole = heads.get(token.key)
                if (
                    whole is None
                    or token.start in taken
                    or token.start < whole.span.end
                    or not self._cuttable(token.key)
                ):
                    continue
                follows = sentence.tokens[index + 1] if index + 1 < len(sentence.tokens) else None
                if follows is None or not follows.key.startswith(_DEFINITE):
                    yield replace(
                        whole, span=token.span, text=token.text, head=whole.head or whole.text, score=0.6, by="part"
                    )

    def _cuttable(self, key: str) -> bool:
        """Class words that refer back to anything (المنظمة, الحركة) are no names; التحالف and الاتحاد are."""
        bare = key.removeprefix(_DEFINITE)
        return bare in ("تحالف", "اتحاد", "حلف", "مفوضيه") or not (
            any(self.lexicon.is_a(kind, word) for kind in self.lexicon.words for word in (key, bare))
            or bare in self.lexicon.senses
        )
