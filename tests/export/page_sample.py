"""A small graph made by hand for the page's tests: a denial, an accusation, a fear, a meeting, in two languages."""

from __future__ import annotations

from dataclasses import replace

from graph.knowledge import KnowledgeGraph, ResolvedMention, sorted_by_id
from graph.model import Document, Entity, EntityType, Evidence, Mention, Modality, Polarity, Span, Statement

_NAMES: dict[str, tuple[EntityType, str, str, str]] = {
    "russia": (EntityType.COUNTRY, "روسيا", "Russia", "Q159"),
    "ukraine": (EntityType.COUNTRY, "أوكرانيا", "Ukraine", "Q212"),
    "united-states": (EntityType.COUNTRY, "الولايات المتحدة", "United States", "Q30"),
    "moscow": (EntityType.PLACE, "موسكو", "Moscow", "Q649"),
    "kremlin": (EntityType.ORGANIZATION, "الكرملين", "Kremlin", "Q1150405"),
    "nato": (EntityType.ORGANIZATION, "حلف شمال الأطلسي (الناتو)", "NATO", "Q7184"),
    "putin": (EntityType.PERSON, "فلاديمير بوتين", "Vladimir Putin", "Q7747"),
    "peskov": (EntityType.PERSON, "دميتري بيسكوف", "Dmitry Peskov", "Q467402"),
    "blinken": (EntityType.PERSON, "أنتوني بلينكن", "Antony Blinken", "Q4773392"),
    "donbas": (EntityType.PLACE, "دونباس", "Donbas", "Q605714"),
}

ARABIC = Document(
    "نفى المتحدث باسم الكرملين دميتري بيسكوف أن تكون روسيا تخطط لأي نوع من الغزو في أوكرانيا.\n"
    "واتهمت واشنطن موسكو بحشد قوات على حدود أوكرانيا.\n"
    "وقال أنتوني بلينكن إن روسيا قد تغزو أوكرانيا.\n"
    "ويترأس فلاديمير بوتين روسيا، وتقع دونباس في أوكرانيا.",
    "ar", "الكرملين ينفي التخطيط لغزو أوكرانيا", "2021-11-12", "العربية", "https://example.org/ar/1",
)  # fmt: skip
ENGLISH = Document(
    "Russia will attack Ukraine, the United States warned. NATO will support Ukraine if Russia attacks. "
    "Putin and Blinken met in Moscow on Tuesday.",
    "en", "Washington warns of an attack", "2021-12-03", "Reuters", "https://example.org/en/2",
)  # fmt: skip


def entity(key: str) -> Entity:
    kind, arabic, english, qid = _NAMES[key]
    labels = (("ar", arabic), ("en", english))
    return Entity(key, kind, labels, (arabic,), (f"http://www.wikidata.org/entity/{qid}",), mentions=3, documents=1)


def _span(document: Document, words: str, after: int = 0) -> Span:
    start = document.text.index(words, after)
    return Span(start, start + len(words))


def statement(
    document: Document,
    sentence: str,
    subject: tuple[str, str],
    predicate: tuple[str, str],
    object_: tuple[str, str],
    source: tuple[str, str] | None = None,
    polarity: Polarity = Polarity.AFFIRMED,
    modality: Modality = Modality.ASSERTED,
) -> Statement:
    """A statement; each party is an entity's id and the words that name it in the sentence, the predicate likewise."""
    whole = _span(document, sentence)
    trigger, one, other = (_span(document, words, whole.start) for _, words in (predicate, subject, object_))
    spoken = _span(document, source[1], whole.start) if source else None
    return Statement(
        document.id, subject[0], predicate[0], object_[0], source[0] if source else None, polarity, modality,
        reported=source is not None, confidence=0.7, evidence=(Evidence(whole, trigger, one, other, spoken, "sample"),),
    )  # fmt: skip


def _statements() -> list[Statement]:
    denial, accusation, fear, states = ARABIC.text.split("\n")
    warning, condition, meeting = (part + "." for part in ENGLISH.text.rstrip(".").split(". "))
    return [
        statement(
            ARABIC, denial, ("russia", "روسيا"), ("ASSAULT", "الغزو"), ("ukraine", "أوكرانيا"),
            ("peskov", "دميتري بيسكوف"), Polarity.NEGATED, Modality.FUTURE,
        ),
        statement(ARABIC, accusation, ("united-states", "واشنطن"), ("ACCUSE", "اتهمت"), ("russia", "موسكو")),
        statement(
            ARABIC, accusation, ("russia", "موسكو"), ("MOBILIZE", "بحشد قوات"), ("ukraine", "أوكرانيا"),
            ("united-states", "واشنطن"),
        ),
        statement(
            ARABIC, fear, ("russia", "روسيا"), ("ASSAULT", "تغزو"), ("ukraine", "أوكرانيا"),
            ("blinken", "أنتوني بلينكن"), modality=Modality.POSSIBLE,
        ),
        statement(ARABIC, denial, ("peskov", "دميتري بيسكوف"), ("REPRESENTS", "المتحدث باسم"), ("kremlin", "الكرملين")),
        statement(ARABIC, states, ("putin", "فلاديمير بوتين"), ("LEADS", "يترأس"), ("russia", "روسيا")),
        statement(ARABIC, states, ("donbas", "دونباس"), ("LOCATED_IN", "تقع"), ("ukraine", "أوكرانيا")),
        statement(
            ENGLISH, warning, ("russia", "Russia"), ("ASSAULT", "attack"), ("ukraine", "Ukraine"),
            ("united-states", "United States"), modality=Modality.FUTURE,
        ),
        statement(ENGLISH, warning, ("united-states", "United States"), ("THREATEN", "warned"), ("russia", "Russia")),
        statement(
            ENGLISH, condition, ("nato", "NATO"), ("SUPPORT", "support"), ("ukraine", "Ukraine"),
            modality=Modality.CONDITIONAL,
        ),
        statement(ENGLISH, meeting, ("putin", "Putin"), ("CONSULT", "met"), ("blinken", "Blinken")),
        statement(
            ENGLISH, warning, ("nato", "United States"), ("CONSULT", "warned"), ("russia", "Russia"),
            ("nato", "United States"), Polarity.NEGATED,
        ),
    ]  # fmt: skip


def sample_graph() -> KnowledgeGraph:
    """Ten entities, twelve statements, two articles; Russia's attack on Ukraine is both affirmed and denied."""
    mentions = (ResolvedMention(ENGLISH.id, Mention(_span(ENGLISH, "Moscow"), "Moscow", EntityType.PLACE), "moscow"),)
    entities = sorted_by_id([entity(key) for key in _NAMES])
    return KnowledgeGraph(sorted_by_id([ARABIC, ENGLISH]), entities, mentions, sorted_by_id(_statements()))


def hostile_graph(payload: str) -> KnowledgeGraph:
    """A graph in which every text that a page shows is `payload`."""
    text = f"{payload} x {payload}"
    document = Document(text, payload, payload, payload, payload, payload, payload)
    words = Span(0, len(payload))
    evidence = Evidence(Span(0, len(text)), words, words, Span(len(payload) + 3, len(text)), None, payload)
    made = [
        replace(
            entity(key),
            id=f"{key}{payload}",
            labels=(("ar", payload), (payload, payload)),
            aliases=(payload,),
            same_as=(payload,),
        )
        for key in ("russia", "putin")
    ]
    claim = Statement(
        document.id, made[0].id, payload, made[1].id, made[1].id, Polarity.AFFIRMED, Modality.ASSERTED,
        time=payload, place=made[0].id, evidence=(evidence,),
    )  # fmt: skip
    return KnowledgeGraph({document.id: document}, sorted_by_id(made), (), {claim.id: claim})


def large_graph(count: int = 400) -> KnowledgeGraph:
    """Entities in a ring, each linked with the next; long enough for its data to be packed."""
    sentence = "One met the other. " + "word " * 600
    documents = [Document(f"{number}{sentence}", "en", key=str(number)) for number in range(count)]
    entities = [
        Entity(f"e{n:03}", EntityType.PERSON, (("en", f"Entity number {n}"),), mentions=count - n) for n in range(count)
    ]
    evidence = (Evidence(Span(0, 1100), Span(4, 7), Span(0, 3), Span(8, 17)),)
    claims = [
        Statement(
            document.id, f"e{n:03}", "CONSULT", f"e{(n + 1) % count:03}", None, Polarity.AFFIRMED, Modality.ASSERTED,
            evidence=evidence,
        )
        for n, document in enumerate(documents)
    ]  # fmt: skip
    return KnowledgeGraph(sorted_by_id(documents), sorted_by_id(entities), (), sorted_by_id(claims))
