"""Corpora on disk to sentences of (word, tag), all in three classes: PER, LOC, ORG, in IOB2."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator
from pathlib import Path

Sentence = list[tuple[str, str]]

_FANE = {
    "PER": "Politician Religious_PER Other_PER Artist Scientist Athlete Businessperson Engineer Police Lawyer",
    "LOC": "Nation Population-Center State-or-Province Water-Body Continent Land-Region-Natural GPE-Cluster "
    "County-or-District Building-Grounds Path Airport Region-General Region-International Subarea-Facility Plant",
    "ORG": "Non-Governmental Commercial Government Media Sports Educational Entertainment Medical-Science Religious_ORG",
}
_FINE = {fine: coarse for coarse, fines in _FANE.items() for fine in fines.split()}
_PLAIN = {"PERS": "PER", "PER": "PER", "LOC": "LOC", "ORG": "ORG"}
_GOLD = {"person": "PER", "country": "LOC", "place": "LOC", "organization": "ORG"}
WORD = re.compile(r"(?:[^\W_]|[\u064b-\u0652\u0670\u0640])+|[^\w\s]|_")


def columns(path: Path, word: int, tag: int, names: dict[str, str]) -> Iterator[Sentence]:
    """A column file, blank line between sentences; labels that `names` lacks become O."""
    sentence: Sentence = []
    for line in [*path.read_text(encoding="utf-8").splitlines(), ""]:
        cells = line.split("\t") if "\t" in line else line.split()
        if line.startswith("# "):
            continue
        if len(cells) <= max(word, tag):
            if sentence:
                yield repaired(sentence)
            sentence = []
            continue
        mark, _, label = cells[tag].partition("-")
        known = names.get(label, "")
        sentence.append((cells[word], f"{mark}-{known}" if known else "O"))


def repaired(sentence: Sentence) -> Sentence:
    """The same with every entity beginning in B-."""
    fixed: Sentence = []
    before = "O"
    for word, tag in sentence:
        if tag.startswith("I-") and before[2:] != tag[2:]:
            tag = "B-" + tag[2:]
        fixed.append((word, tag))
        before = tag
    return fixed


def glued(sentence: Sentence) -> Sentence:
    """Conjunctions that a corpus split off (و, ف) put back in front of their word; the word's tag holds for both."""
    result: Sentence = []
    front = ""
    for word, tag in sentence:
        if word in ("و", "ف") and tag == "O" and not front:
            front = word
            continue
        result.append((front + word, tag))
        front = ""
    return [*result, (front, "O")] if front else result


def anercorp(path: Path) -> list[Sentence]:
    """ANERcorp: `token tag`."""
    return list(columns(path, 0, 1, _PLAIN))


def fane(path: Path) -> list[Sentence]:
    """WikiFANE or NewsFANE, re-glued; sentences without an entity are left out."""
    found = (glued(sentence) for sentence in columns(path, 0, 1, _FINE))
    return [sentence for sentence in found if any(tag != "O" for _, tag in sentence)]


def universal_ner(path: Path) -> list[Sentence]:
    """Universal NER: `index TAB token TAB tag …`."""
    return list(columns(path, 1, 2, _PLAIN))


def annotated_articles(folder: Path) -> list[Sentence]:
    """Articles with stand-off annotation: `id.json` with the names of each entity, `id.txt` with the text."""
    found: list[Sentence] = []
    for path in sorted(folder.glob("*.json")):
        gold = json.loads(path.read_text(encoding="utf-8"))
        text = path.with_suffix(".txt").read_text(encoding="utf-8")
        found += _tagged(text, list(_spans(gold, text)))
    return found


def _spans(gold: dict, text: str) -> Iterator[tuple[int, int, str]]:  # type: ignore[type-arg]
    """Names by offset, the longest first; an Arabic clitic in front stays outside."""
    named = [(name, _GOLD[e["type"]]) for e in gold["entities"].values() for name in e["names"]]
    named += [(name, "") for e in gold["entities"].values() for name in e.get("demonyms", ())]
    taken = [False] * len(text)
    for name, label in sorted(named, key=lambda pair: -len(pair[0])):
        clitic = (
            r"(?:(?<!\w)|(?<=(?<!\w)[وفبلك])|(?<=(?<!\w)و[فبلك]))" if "\u0600" <= name[0] <= "\u06ff" else r"(?<!\w)"
        )
        for match in re.finditer(clitic + re.escape(name) + r"(?!\w)", text):
            if not any(taken[match.start() : match.end()]):
                taken[match.start() : match.end()] = [True] * len(name)
                if label:
                    yield match.start(), match.end(), label


def _tagged(text: str, spans: Iterable[tuple[int, int, str]]) -> Iterator[Sentence]:
    """Sentences by line and full stop, each word tagged with the span that it ends in or lies in."""
    by_offset = {offset: span for span in spans for offset in range(span[0], span[1])}
    for line in re.finditer(r"[^\n]+?(?:[.!?؟]+(?=[\s,\"”»])|$|(?=\n))", text):
        sentence: Sentence = []
        for word in WORD.finditer(text, line.start(), line.end()):
            span = by_offset.get(word.end() - 1)
            first = span is not None and word.start() <= span[0]
            sentence.append((word.group(), f"{'B' if first else 'I'}-{span[2]}" if span else "O"))
        if sentence:
            yield repaired(sentence)
