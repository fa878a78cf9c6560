"""Documents in, Analyses out: the one place that knows the order of the recognisers."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from graph.extract.gazetteer import Gazetteer
from graph.extract.language import make_language, sentences_of
from graph.extract.organs import Organs
from graph.extract.parts import Parts
from graph.extract.recogniser import Recogniser, unite
from graph.extract.roles import RoleMentions
from graph.extract.surnames import Surnames
from graph.extract.titles import Titles
from graph.model import Analysis, Document, Mention, Role, Sentence
from graph.vocabulary import LANGUAGES, Vocabulary

_AMBIGUOUS = ("gazetteer.short", "gazetteer.city")


class Extractor:
    """Takes documents apart, a batch at a time; what it finds in one does not depend on the others.

    `models` are further recognisers, such as a trained model; the gazetteer, organs, titles and last names are built in.
    """

    def __init__(self, vocabulary: Vocabulary, models: Iterable[Recogniser] = ()) -> None:
        self.vocabulary = vocabulary
        self.recognisers: tuple[Recogniser, ...] = (Gazetteer(vocabulary), *models)
        self.organs = Organs(vocabulary)

    def __call__(self, documents: Iterable[Document]) -> Iterator[Analysis]:
        """The analyses in the order of the documents."""
        return (self.analyse(document) for document in documents)

    def analyse(self, document: Document) -> Analysis:
        """One document taken apart; in a language without a lexicon only the names of known actors are found."""
        code = document.language.split("-")[0]
        lexicon = self.vocabulary.lexicons[code if code in LANGUAGES else "en"]
        nlp = make_language(code, frozenset(lexicon.of_kind("abbreviation")))
        sentences = sentences_of(nlp(document.text))
        found = [m for recogniser in self.recognisers for m in recogniser(document, sentences)]
        found = self._agreed(found)
        found += self.organs(document, sentences, found)
        mentions = unite(found)
        if code not in LANGUAGES:
            return Analysis(document, sentences, mentions)
        titles = Titles(self.vocabulary, lexicon)
        announced = [m for s in sentences for _, m in titles(document.text, s.tokens, _inside(mentions, s)) if m]
        mentions = unite((*mentions, *announced))
        mentions = unite((*mentions, *Surnames(lexicon)(document.text, sentences, mentions)))
        mentions = unite(Parts(lexicon)(sentences, mentions))
        roles = tuple(self._roles(titles, document, sentences, mentions))
        standing_for = RoleMentions(self.vocabulary)(document, roles)
        return Analysis(document, sentences, tuple(sorted((*mentions, *standing_for), key=lambda m: m.span)), roles)

    def _agreed(self, found: list[Mention]) -> list[Mention]:
        """Last names and cities of the world are often everyday words too: where a model looks on, it must agree."""
        if len(self.recognisers) == 1:
            return found
        seen = {offset for m in found if m.by == "model" for offset in range(*m.span)}
        return [m for m in found if m.by not in _AMBIGUOUS or not seen.isdisjoint(range(*m.span))]

    @staticmethod
    def _roles(
        titles: Titles, document: Document, sentences: tuple[Sentence, ...], mentions: tuple[Mention, ...]
    ) -> Iterator[Role]:
        for sentence in sentences:
            for role, new in titles(document.text, sentence.tokens, _inside(mentions, sentence)):
                yield replace(role, person=None) if new else role


def _inside(mentions: tuple[Mention, ...], sentence: Sentence) -> list[Mention]:
    return [m for m in mentions if sentence.span.contains(m.span)]
