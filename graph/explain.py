"""The chain from a sentence to a statement, told; or why a sentence yields none."""

from __future__ import annotations

import re
from collections.abc import Iterator

from graph.errors import InputError
from graph.knowledge import KnowledgeGraph
from graph.model import Mention, Statement
from graph.pipeline import as_document, stages
from graph.relate.relater import SentenceReading


def is_statement_id(what: str) -> bool:
    """Whether the words are a statement's id or IRI rather than a sentence."""
    return bool(re.fullmatch(r"(?:\S+/claim/)?[0-9a-f]{16}", what.strip()))


def explain_statement(kg: KnowledgeGraph, what: str) -> Iterator[str]:
    """Who claims what in which words, and the rule that read them so."""
    statement = kg.statements.get(what.strip().rsplit("/", 1)[-1])
    if statement is None:
        raise InputError(
            "there is no such statement in this build", value=what, remedy="take an id from statements.jsonl"
        )
    document = kg.documents[statement.document]
    names = {e: kg.entities[e].label(document.language) for e in (statement.subject, statement.object)}
    yield f"{names[statement.subject]} {statement.predicate} {names[statement.object]}"
    yield f"  {statement.polarity}, {statement.modality}, {_voice(kg, statement)}; confidence {statement.confidence}"
    yield f"  in {document.source or document.id}" + (f", {document.published}" if document.published else "")
    for evidence in statement.evidence:
        yield f"  sentence {evidence.sentence.start}–{evidence.sentence.end}: {evidence.sentence.of(document.text)}"
        for role in ("subject", "trigger", "object", "source"):
            span = getattr(evidence, role)
            if span is not None:
                yield f"    {role:<8} {span.start}–{span.end}: {span.of(document.text)}"
        yield f"    rule     {evidence.rule}"


def _voice(kg: KnowledgeGraph, statement: Statement) -> str:
    if statement.source:
        return f"said by {kg.entities[statement.source].label()}"
    return "said by somebody unnamed" if statement.reported else "in the article's own voice"


def explain_sentence(text: str) -> Iterator[str]:
    """What khabar sees in a sentence, step by step."""
    parts = stages()
    document = as_document(text)
    analysis = parts.extractor.analyse(document)
    entities = parts.resolver(analysis, analysis.mentions)
    for mention in analysis.mentions:
        yield f"mention   {mention.text} → {entities[mention]} ({mention.type}, {mention.kind}, by {mention.by})"
    for reading in parts.relater.readings(analysis):
        yield from _sentence(reading)


def _sentence(reading: SentenceReading) -> Iterator[str]:
    for scope in reading.scopes:
        words = " ".join(item.text for item in reading.line.items[scope.first : scope.last])
        said = f", said by {scope.source.text}" if scope.source else ", reported" if scope.reported else ""
        yield f"scope     {scope.kind}{said}, {scope.polarity}, {scope.modality}: {words}"
    for event in reading.events:
        yield f"trigger   {reading.line[event.index].text} → {event.sense.predicate} ({event.sense.id}, {event.rule})"
    for r in reading.relations:
        said = f", said by {r.source.text}" if r.source else ", reported" if r.reported else ""
        yield f"relation  {r.subject.text} {r.predicate} {r.object.text}: {r.polarity}, {r.modality}{said} ({r.rule})"
    if not reading.relations:
        yield f"no relation: {_why_not(reading)}"


def _why_not(reading: SentenceReading) -> str:
    actors: list[Mention] = [item.mention for item in reading.line.items if item.mention]
    if len(actors) < 2:
        return f"the sentence names {len(actors)} actors, a relation takes two"
    triggers = [item.text for item in reading.line.items if not item.actor and any(True for _ in item.events())]
    if not triggers:
        return "no word of it tells an event or a state"
    return f"no subject and object stand in the places that {'، '.join(triggers)} asks for"
