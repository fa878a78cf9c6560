"""Graphs made by hand: small articles in our own words, and what a careful reader finds in them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from graph.knowledge import KnowledgeGraph, ResolvedMention, sorted_by_id
from graph.model import (
    Document,
    Entity,
    EntityType,
    Evidence,
    Mention,
    MentionKind,
    Modality,
    Polarity,
    Span,
    Statement,
)

ARABIC = Document(
    "نفى المتحدث باسم الكرملين دميتري بيسكوف أن تكون روسيا قد هاجمت خاركيف.\n"
    "وقد تفرض واشنطن عقوبات على روسيا.\n"
    "وقال مسؤولون إن روسيا حشدت قواتها قبالة أوكرانيا.\n"
    "والتقى أنتوني بلينكن سيرغي لافروف في ستوكهولم في 2 ديسمبر.\n"
    "وتقع خاركيف في أوكرانيا.\n"
    "ولم تقصف روسيا ستوكهولم.\n"
    "وستساعد فرنسا أوكرانيا.\n"
    "وستعاقب فرنسا روسيا إذا هاجمت أوكرانيا.",
    language="ar",
    title="بيسكوف ينفي الهجوم على خاركيف",
    published="2021-12-03",
    publisher="وكالة خبر",
    url="https://example.org/أخبار/1",
    key="ar-1",
    source="articles.jsonl#ar-1",
)
ENGLISH = Document(
    "France condemned Russia on Friday. Russia has not attacked Kharkiv, Lavrov said.",
    language="en",
    title="Paris condemns Moscow",
    published="2021-12-04T09:30:00+01:00",
    key="en-1",
    source="en-1.txt",
)

_NAMES = {
    "russia": (EntityType.COUNTRY, "روسيا", "Russia", "Q159"),
    "ukraine": (EntityType.COUNTRY, "أوكرانيا", "Ukraine", "Q212"),
    "france": (EntityType.COUNTRY, "فرنسا", "France", "Q142"),
    "washington": (EntityType.PLACE, "واشنطن", "Washington", "Q61"),
    "kharkiv": (EntityType.PLACE, "خاركيف", "Kharkiv", "Q42308"),
    "stockholm": (EntityType.PLACE, "ستوكهولم", "Stockholm", "Q1754"),
    "kremlin": (EntityType.ORGANIZATION, "الكرملين", "Kremlin", "Q1150405"),
    "peskov": (EntityType.PERSON, "دميتري بيسكوف", "Dmitry Peskov", ""),
    "blinken": (EntityType.PERSON, "أنتوني بلينكن", "Antony Blinken", ""),
    "lavrov": (EntityType.PERSON, "سيرغي لافروف", "Sergey Lavrov", ""),
}
NEGATED = Polarity.NEGATED
POSSIBLE, FUTURE, CONDITIONAL = Modality.POSSIBLE, Modality.FUTURE, Modality.CONDITIONAL


def entity(key: str) -> Entity:
    """A known actor."""
    kind, arabic, english, qid = _NAMES[key]
    same_as = (f"http://www.wikidata.org/entity/{qid}",) if qid else ()
    return Entity(key, kind, (("ar", arabic), ("en", english)), (arabic,), same_as, mentions=2, documents=1)


def span(document: Document, words: str, after: int = 0) -> Span:
    """Where `words` stand first in a document, from `after` on."""
    start = document.text.index(words, after)
    return Span(start, start + len(words))


def mention(document: Document, words: str, key: str, kind: MentionKind = MentionKind.NAME) -> ResolvedMention:
    """A mention of a known actor."""
    return ResolvedMention(document.id, Mention(span(document, words), words, _NAMES[key][0], kind, (key,), words), key)


def statement(
    document: Document,
    sentence: str,
    cue: str,
    subject: tuple[str, str],
    predicate: str,
    object_: tuple[str, str],
    source: tuple[str, str] | None = None,
    polarity: Polarity = Polarity.AFFIRMED,
    modality: Modality = Modality.ASSERTED,
    *,
    reported: bool = False,
    time: str | None = None,
    place: str | None = None,
) -> Statement:
    """A statement of the sentence that begins with `sentence`; a party is an id and the words that name it there."""
    start = document.text.index(sentence)
    whole = Span(start, document.text.index(".", start) + 1)
    trigger, one, other = (span(document, words, start) for words in (cue, subject[1], object_[1]))
    said = span(document, source[1], start) if source else None
    return Statement(
        document.id,
        subject[0],
        predicate,
        object_[0],
        source[0] if source else None,
        polarity,
        modality,
        reported or source is not None,
        time,
        place,
        0.8,
        (Evidence(whole, trigger, one, other, said, "by-hand"),),
    )


def knowledge(
    documents: Iterable[Document], mentions: Iterable[ResolvedMention], statements: Iterable[Statement]
) -> KnowledgeGraph:
    """A graph in the order that KnowledgeGraph promises, over all known actors."""
    ordered = sorted(mentions, key=lambda m: (m.document, m.mention.span, m.mention.kind, m.entity))
    entities = sorted_by_id(map(entity, _NAMES))
    return KnowledgeGraph(sorted_by_id(documents), entities, tuple(ordered), sorted_by_id(statements))


def sample() -> KnowledgeGraph:
    """Two articles with a denial, a possibility, a plan, a condition, hearsay, a negation and three facts."""
    russia, ukraine, france = ("russia", "روسيا"), ("ukraine", "أوكرانيا"), ("france", "فرنسا")
    kharkiv, peskov = ("kharkiv", "خاركيف"), ("peskov", "دميتري بيسكوف")
    statements = [
        statement(ARABIC, "نفى", "هاجمت", russia, "ASSAULT", kharkiv, peskov, NEGATED),
        statement(ARABIC, "نفى", "المتحدث باسم", peskov, "REPRESENTS", ("kremlin", "الكرملين")),
        statement(ARABIC, "وقد", "عقوبات", ("washington", "واشنطن"), "SANCTION", russia, None, modality=POSSIBLE),
        statement(ARABIC, "وقال مسؤولون", "حشدت", russia, "MOBILIZE", ukraine, reported=True),
        statement(
            ARABIC, "والتقى", "التقى", ("blinken", "أنتوني بلينكن"), "CONSULT", ("lavrov", "سيرغي لافروف"),
            time="2021-12-02", place="stockholm",
        ),
        statement(ARABIC, "وتقع", "تقع", kharkiv, "LOCATED_IN", ukraine),
        statement(ARABIC, "ولم تقصف", "تقصف", russia, "ASSAULT", ("stockholm", "ستوكهولم"), None, NEGATED),
        statement(ARABIC, "وستساعد", "ستساعد", france, "AID", ukraine, None, modality=FUTURE),
        statement(ARABIC, "وستعاقب", "ستعاقب", france, "SANCTION", russia, None, modality=CONDITIONAL),
        statement(ENGLISH, "France", "condemned", ("france", "France"), "ACCUSE", ("russia", "Russia")),
        statement(
            ENGLISH, "Russia has", "attacked", ("russia", "Russia"), "ASSAULT", ("kharkiv", "Kharkiv"),
            ("lavrov", "Lavrov"), NEGATED,
        ),
    ]  # fmt: skip
    mentions = [
        mention(ARABIC, "الكرملين", "kremlin"),
        mention(ARABIC, "المتحدث", "peskov", MentionKind.ROLE),
        mention(ARABIC, "دميتري بيسكوف", "peskov"),
        mention(ARABIC, "روسيا", "russia"),
        mention(ENGLISH, "Russia", "russia"),
        mention(ENGLISH, "Lavrov", "lavrov"),
    ]
    return knowledge([ARABIC, ENGLISH], mentions, statements)


def renamed(kg: KnowledgeGraph, words: str) -> KnowledgeGraph:
    """The graph with `words` as every label and alias, title, publisher, rule and key that an input could bring."""
    entities = [
        replace(
            e,
            labels=(("ar", words), ("en", words)),
            aliases=(words,),
            same_as=(*e.same_as, f"https://example.org/{words}"),
        )
        for e in kg.entities.values()
    ]
    keys = {}
    documents = []
    for document in kg.documents.values():
        other = replace(
            document, text=document.text + words, title=words, publisher=words, key=words, url=words, published=words
        )
        keys[document.id] = other.id
        documents.append(other)
    mentions = sorted(
        (replace(m, document=keys[m.document]) for m in kg.mentions),
        key=lambda m: (m.document, m.mention.span, m.mention.kind),
    )
    statements = [
        replace(s, document=keys[s.document], time=words, evidence=tuple(replace(e, rule=words) for e in s.evidence))
        for s in kg.statements.values()
    ]
    return KnowledgeGraph(sorted_by_id(documents), sorted_by_id(entities), tuple(mentions), sorted_by_id(statements))
