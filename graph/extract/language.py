"""The spaCy pipelines of khabar: `ar` and `en`, with tokens and sentences that keep every offset.

Both are `spacy.blank` languages with the project's tokeniser and sentence boundaries; any spaCy user can add their own
components behind. Registered as `khabar_tokens.v1` and `khabar_sentences`.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache
from typing import TYPE_CHECKING

from graph.model import Sentence, Span, Token
from graph.text.fold import fold_key
from graph.text.tokens import sentence_starts, tokens

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc
    from spacy.vocab import Vocab


class KhabarTokenizer:
    """Words and punctuation by script-aware rules; white space stays in the Doc as spaCy keeps it."""

    def __init__(self, vocab: Vocab) -> None:
        self.vocab = vocab

    def __call__(self, text: str) -> Doc:
        from spacy.tokens import Doc

        words: list[str] = []
        spaces: list[bool] = []
        position = 0
        for span in tokens(text):
            self._gap(text[position : span.start], words, spaces)
            words.append(span.of(text))
            spaces.append(False)
            position = span.end
        self._gap(text[position:], words, spaces)
        return Doc(self.vocab, words=words, spaces=spaces)

    @staticmethod
    def _gap(gap: str, words: list[str], spaces: list[bool]) -> None:
        """One blank after a word is the word's own; any other white space is a token."""
        if gap.startswith(" ") and words and not spaces[-1]:
            spaces[-1] = True
            gap = gap[1:]
        if gap:
            words.append(gap)
            spaces.append(False)


@lru_cache(maxsize=8)
def make_language(code: str, abbreviations: frozenset[str]) -> Language:
    """A spaCy pipeline for `ar` or `en` (any other code is spaCy's multi-language blank)."""
    import spacy

    nlp = spacy.blank(code if code in ("ar", "en") else "xx")
    nlp.tokenizer = KhabarTokenizer(nlp.vocab)
    nlp.max_length = 200_000_000
    _register()
    nlp.add_pipe("khabar_sentences", config={"abbreviations": sorted(abbreviations)})
    return nlp


@lru_cache(maxsize=1)
def _register() -> None:
    from spacy.language import Language

    @Language.factory("khabar_sentences", default_config={"abbreviations": []}, assigns=["token.is_sent_start"])
    def create(nlp: Language, name: str, abbreviations: list[str]) -> Callable[[Doc], Doc]:
        return _SentenceMarker(frozenset(abbreviations))


class _SentenceMarker:
    def __init__(self, abbreviations: frozenset[str]) -> None:
        self.abbreviations = abbreviations

    def __call__(self, doc: Doc) -> Doc:
        indices = [t.i for t in doc if not t.is_space]
        spans = [Span(doc[i].idx, doc[i].idx + len(doc[i])) for i in indices]
        starts = {indices[k] for k in sentence_starts(doc.text, spans, self.abbreviations)}
        for token in doc:
            token.is_sent_start = token.i in starts or token.i == 0
        return doc


def sentences_of(doc: Doc) -> tuple[Sentence, ...]:
    """The sentences of a spaCy Doc as plain values, white space left out."""
    found = []
    for sent in doc.sents:
        words = tuple(Token(t.idx, t.idx + len(t), t.text, fold_key(t.text)) for t in sent if not t.is_space)
        if words:
            found.append(Sentence(Span(words[0].start, words[-1].end), words))
    return tuple(found)
