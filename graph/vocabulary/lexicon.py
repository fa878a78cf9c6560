"""The words of one language that tell events, speech, doubt, denial and titles, as answers to a folded word."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import NamedTuple

from graph.model import Modality, Polarity
from graph.text.fold import fold_key
from graph.vocabulary.arabic import Form, entry_forms
from graph.vocabulary.files import Row, rows
from graph.vocabulary.phrases import PhraseIndex, key_of


@dataclass(frozen=True, slots=True)
class EventSense:
    """One sense of a word that tells an event.

    `object` lists the slots, best first, in which the one it is done to stands: `obj` or a preposition. `words` must
    follow the trigger (`*` lets up to three others in between). With `swap`, grammar's subject is the one it is done to.
    """

    id: str
    predicate: str
    object: tuple[str, ...]
    words: tuple[str, ...] = ()
    swap: bool = False


@dataclass(frozen=True, slots=True)
class LightVerb:
    """A verb that lends its subject to an event noun or a clause, and gives it a modality and a polarity."""

    id: str
    takes: tuple[str, ...]
    preposition: str
    modality: Modality | None
    polarity: Polarity


@dataclass(frozen=True, slots=True)
class Cue:
    """A word or phrase that says who says it, or that it is denied, possible, future or conditional."""

    id: str
    kind: str
    scope: str
    modality: Modality | None
    polarity: Polarity | None


@dataclass(frozen=True, slots=True)
class Title:
    """A title or role that announces a person; `takes` says what it is held of."""

    id: str
    predicate: str
    takes: str
    words: int = 1


Meaning = EventSense | LightVerb | Cue


class Sense(NamedTuple):
    """What a form may mean, and in which form it stands: perf.3ms, impf.3fs, noun, active, passive, form …"""

    meaning: Meaning
    feature: str


@dataclass(slots=True)
class Lexicon:
    """One language's words. `senses` holds single words, `phrases` those of several, `titles` titles and roles."""

    language: str
    senses: dict[str, list[Sense]] = field(default_factory=dict)
    phrases: PhraseIndex = field(default_factory=PhraseIndex)
    titles: PhraseIndex = field(default_factory=PhraseIndex)
    words: dict[str, dict[str, str]] = field(default_factory=dict)
    multiwords: PhraseIndex = field(default_factory=PhraseIndex)

    def add(self, meaning: Meaning, forms: Iterator[Form]) -> None:
        """Enter a meaning under all its forms."""
        for key, feature in forms:
            known = self.senses.setdefault(key, [])
            if not any(s.meaning is meaning and s.feature == feature for s in known):
                known.append(Sense(meaning, feature))

    def of_kind(self, kind: str) -> dict[str, str]:
        """The single words of a closed class, folded, with their notes."""
        return self.words.get(kind, {})

    def is_a(self, kind: str, key: str) -> bool:
        """Whether a folded word belongs to a closed class."""
        return key in self.words.get(kind, {})


def read_lexicon(folder: Path, language: str) -> Lexicon:
    """The lexicon of `language` from its folder; tables that are missing are empty."""
    lexicon = Lexicon(language)
    for name, read in (("events", _event), ("light", _light), ("cues", _cue), ("titles", _title), ("words", _word)):
        if (folder / f"{name}.csv").exists():
            for row in rows(folder / f"{name}.csv"):
                read(lexicon, row)
    for index in (lexicon.phrases, lexicon.titles, lexicon.multiwords):
        index.ready()
    return lexicon


def _event(lexicon: Lexicon, row: Row) -> None:
    words = tuple(word for word in row["words"].split() if word)
    sense = EventSense(
        row["sense"],
        row["predicate"],
        row.many("object") or ("obj",),
        tuple(w if w == "*" else fold_key(w) for w in words),
        row["swap"] == "yes",
    )
    lexicon.add(sense, _forms(lexicon, row, sense))


def _light(lexicon: Lexicon, row: Row) -> None:
    takes, _, preposition = row["takes"].partition(":")
    verb = LightVerb(
        row.get("perfect") or row.get("verb", ""),
        ("noun", "clause") if takes == "both" else tuple(takes.split("|")),
        fold_key(preposition) if preposition else "",
        Modality(row["modality"]) if row["modality"] else None,
        Polarity(row["polarity"] or "affirmed"),
    )
    lexicon.add(verb, _forms(lexicon, row, verb))


def _cue(lexicon: Lexicon, row: Row) -> None:
    cue = Cue(
        row.get("perfect") or row.get("verb") or row["forms"],
        row["kind"],
        row["scope"] or "clause",
        Modality(row["modality"]) if row["modality"] else None,
        Polarity(row["polarity"]) if row["polarity"] else None,
    )
    lexicon.add(cue, _forms(lexicon, row, cue))


def _forms(lexicon: Lexicon, row: Row, meaning: Meaning) -> Iterator[Form]:
    """All single-word forms of a line; forms of several words go to the phrases."""
    simple: list[tuple[str, str]] = []
    if lexicon.language == "ar":
        columns = {c: row.many(c) for c in ("perfect", "imperfect", "nouns", "active", "passive") if c in row}
        heads = {c: tuple(_one_word(lexicon, meaning, w, c) for w in ws) for c, ws in columns.items()}
        kept = {c: tuple(w for w in ws if w) for c, ws in heads.items()}
        simple += entry_forms(
            kept.get("perfect", ()),
            kept.get("imperfect", ()),
            kept.get("nouns", ()),
            kept.get("active", ()),
            kept.get("passive", ()),
        )
    else:
        features = ("base", "3rd", "past", "participle", "ing")
        for feature, word in zip(features, (w.strip() for w in row.get("verb", "").split("|")), strict=False):
            simple.append((_one_word(lexicon, meaning, word, feature), feature))
        simple += ((_one_word(lexicon, meaning, word, "noun"), "noun") for word in row.many("nouns"))
        simple += ((_one_word(lexicon, meaning, word, "adjective"), "adjective") for word in row.many("adjectives"))
    simple += ((_one_word(lexicon, meaning, word, "form"), "form") for word in row.many("forms"))
    return ((fold_key(key), feature) for key, feature in simple if key)


def _one_word(lexicon: Lexicon, meaning: Meaning, words: str, feature: str) -> str:
    """The word itself; a phrase is entered as such and gives nothing back."""
    key = key_of(words)
    if len(key) > 1 and lexicon.language == "ar" and key[-1] in ("ل", "ب"):
        key = key[:-1]  # written glued to the word behind it
    if len(key) < 2:
        return key[0] if key else ""
    lexicon.phrases.add(key, Sense(meaning, feature))
    return ""


def _title(lexicon: Lexicon, row: Row) -> None:
    for form in row.many("forms"):
        key = key_of(form)
        lexicon.titles.add(key, Title(row["title"], row["predicate"], row["takes"] or "either", len(key)))


def _word(lexicon: Lexicon, row: Row) -> None:
    kind = lexicon.words.setdefault(row["kind"], {})
    for form in row.many("forms"):
        key = key_of(form)
        if len(key) == 1:
            kind[key[0]] = row["note"]
        elif key:
            lexicon.multiwords.add(key, (row["kind"], row["note"]))
