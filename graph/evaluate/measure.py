"""Precision, recall and F1 of mentions, entities, links, statements and whole claims."""

from __future__ import annotations

import json
import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from graph.evaluate.gold import GoldArticle, read_gold
from graph.knowledge import KnowledgeGraph
from graph.model import MentionKind, Span, Statement

SYMMETRIC = frozenset(("CONSULT", "AGREE", "COOPERATE"))
_COARSE = {"person": "PER", "country": "LOC", "place": "LOC", "organization": "ORG"}
_GROUPS = {
    "state": "LEADS REPRESENTS MEMBER_OF LOCATED_IN",
    "verbal cooperation": "AGREE CONSULT SUPPORT CONCEDE",
    "material cooperation": "COOPERATE AID RETREAT",
    "verbal conflict": "REQUEST ACCUSE REJECT THREATEN",
    "material conflict": "PROTEST SANCTION MOBILIZE COERCE ASSAULT",
}
QUAD = {predicate: group for group, names in _GROUPS.items() for predicate in names.split()}
Key = tuple[str, str, str]


@dataclass(slots=True)
class Tally:
    """Counts of hits, of what the system said and of what the gold says, by measure; and the errors in words."""

    hits: Counter[str] = field(default_factory=Counter)
    system: Counter[str] = field(default_factory=Counter)
    gold: Counter[str] = field(default_factory=Counter)
    errors: list[str] = field(default_factory=list)

    def add(self, name: str, hits: int, system: int, gold: int) -> None:
        self.hits[name] += hits
        self.system[name] += system
        self.gold[name] += gold

    def figures(self, name: str) -> dict[str, float]:
        """Precision, recall and F1 of a measure, with the two counts behind them."""
        precision = self.hits[name] / self.system[name] if self.system[name] else 0.0
        recall = self.hits[name] / self.gold[name] if self.gold[name] else 0.0
        f1 = 2 * precision * recall / (precision + recall) if precision + recall else 0.0
        return {
            "p": round(precision, 4),
            "r": round(recall, 4),
            "f1": round(f1, 4),
            "gold": self.gold[name],
            "system": self.system[name],
        }


def evaluate_files(paths: Iterable[Path]) -> Tally:
    """Build the annotated articles, each as in a corpus of them all, and tally them."""
    from graph.pipeline import build

    articles = list(read_gold(paths))
    kg = build(article.document for article in articles)
    tally = Tally()
    for article in articles:
        tally_article(article, kg, tally)
    return tally


def report(tally: Tally, *, errors: bool, as_json: bool) -> Iterator[str]:
    """The figures, one measure a line, after the errors where they are wanted."""
    if errors:
        yield from tally.errors
    figures = {name: tally.figures(name) for name in tally.gold | tally.system}
    if as_json:
        yield json.dumps(figures, ensure_ascii=False)
        return
    for name, values in figures.items():
        yield f"{name:<22}" + "  ".join(f"{key} {value}" for key, value in values.items())


def tally_article(article: GoldArticle, kg: KnowledgeGraph, tally: Tally) -> None:
    """Compare one article's gold with its part of a graph."""
    document = next(d.id for d in kg.documents.values() if d.key == article.name)
    mentions = [m for m in kg.mentions if m.document == document]
    _mentions(article, mentions, tally)
    stands = _entities(article, mentions, kg, tally)
    statements = [s for s in kg.statements.values() if s.document == document]
    system: dict[Key, list[Statement]] = defaultdict(list)
    for s in statements:
        system[stands.get(s.subject, "?" + s.subject), s.predicate, stands.get(s.object, "?" + s.object)].append(s)
    _statements(article, system, kg, tally)
    _claims(article, system, stands, tally)


def _mentions(article: GoldArticle, mentions: list[Any], tally: Tally) -> None:
    """Names only, by coarse type: with the same span, and with any overlap."""
    text = article.document.text
    found = [(m.mention.span, _COARSE[m.mention.type]) for m in mentions if m.mention.kind is MentionKind.NAME]
    gold = [
        (span, _COARSE[article.entities[slug]["type"]]) for span, slug, kind in article.mentions() if kind == "name"
    ]
    for label, same in (("mentions strict", _same), ("mentions overlap", _overlapping)):
        used: set[int] = set()
        for span, kind in gold:
            hit = next(
                (i for i, (s, k) in enumerate(found) if i not in used and k == kind and same(text, span, s)), None
            )
            if hit is not None:
                used.add(hit)
            elif label == "mentions overlap":
                tally.errors.append(f"{article.name}: missed mention {span.of(text)!r} ({kind})")
            for name in (label, f"{label} {kind}"):
                tally.add(name, hit is not None, 0, 1)
        for index, (span, kind) in enumerate(found):
            for name in (label, f"{label} {kind}"):
                tally.add(name, 0, 1, 0)
            if index not in used and label == "mentions overlap":
                tally.errors.append(f"{article.name}: spurious mention {span.of(text)!r} ({kind})")


def _overlapping(text: str, one: Span, other: Span) -> bool:
    return one.overlaps(other)


def _same(text: str, one: Span, other: Span) -> bool:
    """Equal but for a leading clitic or article on either side, and surrounding quotes."""
    if one.end == other.end and abs(one.start - other.start) <= 2:
        return True
    return one.overlaps(other) and _trimmed(one.of(text)) == _trimmed(other.of(text))


def _trimmed(text: str) -> str:
    text = text.strip(" \"'«»“”()")
    return re.sub(r"^[وفبلك]{0,2}(?=ال|\w\w)", "", text) if re.match(r"[\u0600-\u06ff]", text) else text


def _entities(article: GoldArticle, mentions: list[Any], kg: KnowledgeGraph, tally: Tally) -> dict[str, str]:
    """Which gold entity each system entity stands for: the one it shares most mention characters with, one to one."""
    shared: Counter[tuple[str, str]] = Counter()
    gold = article.mentions()
    for m in mentions:
        for span, slug, _ in gold:
            if overlap := min(span.end, m.mention.span.end) - max(span.start, m.mention.span.start):
                shared[m.entity, slug] += max(0, overlap)
    stands: dict[str, str] = {}
    ranked = [pair for pair, count in sorted(shared.items(), key=lambda item: (-item[1], item[0])) if count]
    for entity, slug in ranked:
        if entity not in stands and slug not in stands.values():
            stands[entity] = slug
    system = {m.entity for m in mentions}
    tally.add("entities", len(stands), len(system), len(article.entities))
    tally.errors += [
        f"{article.name}: missed entity {slug}" for slug in article.entities if slug not in stands.values()
    ]
    tally.errors += [
        f"{article.name}: spurious entity {kg.entities[e].label()}" for e in sorted(system) if e not in stands
    ]
    for entity, slug in stands.items():
        if qid := article.entities[slug].get("qid"):
            linked = re.findall(r"Q\d+", " ".join((entity, *kg.entities[entity].same_as)))
            tally.add("links", qid in linked, bool(linked), 1)
    for entity, slug in ranked:
        stands.setdefault(entity, slug)
    return stands


def _fits(key: Key, gold: dict[str, Any], predicates: Iterable[str]) -> bool:
    subject, predicate, other = key
    if predicate not in predicates:
        return False
    straight = subject in gold["s"] and other in gold["o"]
    return straight or (predicate in SYMMETRIC and subject in gold["o"] and other in gold["s"])


def _statements(article: GoldArticle, system: dict[Key, list[Statement]], kg: KnowledgeGraph, tally: Tally) -> None:
    """Distinct (subject, predicate, object), with the predicate exact, in its group, or any."""
    distinct: dict[Key, list[dict[str, Any]]] = defaultdict(list)
    for gold in article.statements:
        distinct["|".join(sorted(gold["s"])), gold["p"], "|".join(sorted(gold["o"]))].append(gold)
    for label in ("statements", "statements quad", "statements pair"):
        used: set[Key] = set()
        for same in distinct.values():
            hit = _hit(label, same, system, used)
            if hit:
                used.add(hit)
            elif label == "statements":
                first = same[0]
                tally.errors.append(f"{article.name}: missed statement {first['s'][0]} {first['p']} {first['o'][0]}")
        if label == "statements pair":
            pairs = len({frozenset((g["s"][0], g["o"][0])) for g in article.statements})
            hits = min(pairs, len({frozenset((k[0], k[2])) for k in used}))
            tally.add(label, hits, len({frozenset((k[0], k[2])) for k in system}), pairs)
        else:
            tally.add(label, len(used), len(system), len(distinct))
        if label == "statements":
            tally.errors += [
                f"{article.name}: spurious statement {' '.join(k)}  «{kg.quote(system[k][0])[:90]}»"
                for k in system
                if k not in used
            ]


def _hit(label: str, same: list[dict[str, Any]], system: dict[Key, list[Statement]], used: set[Key]) -> Key | None:
    exact = {p for gold in same for p in (gold["p"], *gold.get("p_alt", ()))}
    groups = {QUAD[p] for p in exact}
    allowed = {"statements": exact, "statements quad": {p for p in QUAD if QUAD[p] in groups}}.get(label, set(QUAD))
    free = [key for key in sorted(system) if key not in used]
    hit = next((key for key in free if _fits(key, same[0], allowed)), None)
    if hit is None and label == "statements pair":
        hit = next((key for key in free if key[2] in same[0]["s"] and key[0] in same[0]["o"]), None)
    return hit


def _claims(article: GoldArticle, system: dict[Key, list[Statement]], stands: dict[str, str], tally: Tally) -> None:
    """Whole claims; and the attributed, the negated and the hedged alone, by the field that makes them so."""
    claims = sorted(
        {
            (key, str(s.polarity), str(s.modality), stands.get(s.source, "?") if s.source else None)
            for key, made in system.items()
            for s in made
        },
        key=str,
    )
    measures: tuple[tuple[str, Callable[..., bool], Callable[..., bool], tuple[bool, bool, bool]], ...] = (
        ("claims", lambda g: True, lambda c: True, (True, True, True)),
        ("attributed", lambda g: bool(g.get("source")), lambda c: c[3] is not None, (False, False, True)),
        ("negated", lambda g: g["polarity"] == "negated", lambda c: c[1] == "negated", (True, False, False)),
        ("hedged", lambda g: g["modality"] != "asserted", lambda c: c[2] != "asserted", (False, True, False)),
    )
    for label, theirs, mine, fields in measures:
        used: set[Any] = set()
        wanted = [g for g in article.statements if theirs(g)]
        pool = [c for c in claims if mine(c)]
        for gold in wanted:
            hit = next((c for c in pool if c not in used and _agrees(c, gold, *fields)), None)
            if hit:
                used.add(hit)
        tally.add(label, len(used), len(pool), len(wanted))


def _agrees(claim: Any, gold: dict[str, Any], polarity: bool, modality: bool, source: bool) -> bool:
    key, its_polarity, its_modality, its_source = claim
    if not _fits(key, gold, {gold["p"], *gold.get("p_alt", ())}):
        return False
    if (polarity and its_polarity != gold["polarity"]) or (modality and its_modality != gold["modality"]):
        return False
    wanted = gold.get("source")
    return not source or its_source == wanted or (its_source in gold["s"] and wanted in gold["s"])
