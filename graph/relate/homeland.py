"""His country, our country: the state of the one who speaks or acts."""

from __future__ import annotations

from graph.model import EntityType, Mention, MentionKind
from graph.relate.line import Item, Line
from graph.vocabulary import Vocabulary

_ARABIC = frozenset(("بلاده", "بلادها", "بلادهم", "بلادنا", "بلادي", "بلدنا", "بلده", "بلدها"))
_ENGLISH = frozenset(("his", "her", "our", "my"))


def name_homelands(line: Line, vocabulary: Vocabulary, before: Mention | None) -> None:
    """Make an actor of each `بلاده` and `his country` whose owner's country is known: the last person named, else `before`."""
    owner = before
    for index, item in enumerate(line.items):
        if item.mention is not None:
            owner = item.mention if item.mention.type is EntityType.PERSON else owner
            continue
        if owner is None or not owner.candidates or not _says_homeland(line, index):
            continue
        country = vocabulary.home_country(owner.candidates[0])
        if country:
            _name(item, country)


def _says_homeland(line: Line, index: int) -> bool:
    key = line[index].key
    if line.arabic:
        return key in _ARABIC or (key[:1] in "وفبلك" and key[1:] in _ARABIC)
    return key == "country" and index > 0 and line[index - 1].key in _ENGLISH


def _name(item: Item, country: str) -> None:
    if item.key[0] in "وف":
        item.prefix = item.key[0]
    if item.key[0] in "بلك" and item.key not in _ARABIC:
        item.prep = item.key[0]
    item.senses, item.kinds = [], frozenset()
    item.mention = Mention(
        item.span, item.text, EntityType.COUNTRY, MentionKind.PRONOUN, (country,), score=0.7, by="homeland"
    )
