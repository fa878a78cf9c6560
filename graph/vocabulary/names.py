"""Every name by which an actor may be met, in one index of folded words."""

from __future__ import annotations

from collections.abc import Iterator
from enum import StrEnum
from typing import NamedTuple

from graph.text.fold import fold_key
from graph.text.script import is_arabic
from graph.vocabulary.actors import Actor
from graph.vocabulary.cities import cities
from graph.vocabulary.lexicon import Lexicon
from graph.vocabulary.phrases import PhraseIndex, key_of


class NameRole(StrEnum):
    """In which way a string names an actor."""

    NAME = "name"
    SHORT = "short"
    DEMONYM = "demonym"
    CITY = "city"


class Name(NamedTuple):
    """One actor's name: `case` is `exact` for an acronym, `capital` for a Latin name, else empty."""

    actor: str
    role: NameRole
    case: str


def index_names(actors: dict[str, Actor], isos: dict[str, str], lexicons: dict[str, Lexicon]) -> PhraseIndex:
    """The index of all names; cities of the world join `actors` where no other name is like theirs."""
    index = PhraseIndex()
    for actor in actors.values():
        for text, role in _shortened(actor, lexicons):
            index.add(key_of(text), Name(actor.id, role, _case(text)))
    for iso, actor_id in isos.items():
        for text in _cldr(iso):
            index.add(key_of(text), Name(actor_id, NameRole.NAME, _case(text)))
    taken = {" ".join((first, *rest)) for first, ways in index.table.items() for rest, _ in ways}
    taken |= {key for lexicon in lexicons.values() for key in _words_of(lexicon)}
    for city in cities(isos, taken):
        actors[city.id] = city
        for text in city.names:
            index.add(key_of(text), Name(city.id, NameRole.CITY, _case(text)))
    return index.ready()


def _names_of(actor: Actor) -> Iterator[tuple[str, NameRole]]:
    for text in actor.names:
        yield text, NameRole.NAME
    for text in actor.shorts:
        yield text, NameRole.SHORT
    for text in actor.demonyms:
        yield text, NameRole.DEMONYM


def _shortened(actor: Actor, lexicons: dict[str, Lexicon]) -> Iterator[tuple[str, NameRole]]:
    """An actor's names, without those that only put a class word before another one: حركة حماس is حماس."""
    keys = {key_of(text) for text, _ in _names_of(actor)}
    for text, role in _names_of(actor):
        first, *rest = key_of(text) or ("",)
        classed = any(lexicon.is_a("class-word", first) for lexicon in lexicons.values())
        if not (classed and tuple(rest) in keys):
            yield text, role


def _case(text: str) -> str:
    if is_arabic(text) or not text[:1].isupper():
        return ""
    letters = text.replace(".", "")
    return "exact" if letters.isupper() and len(letters) <= 5 else "capital"


def _words_of(lexicon: Lexicon) -> Iterator[str]:
    for key in lexicon.senses:
        yield key
        yield "ال" + key
    for words in lexicon.words.values():
        yield from words


def _cldr(iso: str) -> Iterator[str]:
    from babel import Locale

    for language in ("ar", "en"):
        name = Locale(language).territories.get(iso)
        if name and fold_key(name):
            yield name
