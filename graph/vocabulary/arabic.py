"""The forms that an Arabic dictionary entry takes in unvocalised print, as folded keys."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from graph.text.fold import fold_key

Form = tuple[str, str]  # key, feature: perf.3ms, impf.3fs, noun, active, passive …


def nisba(adjective: str) -> frozenset[str]:
    """All forms of a nationality's adjective, without clitics, with and without the article.

    The accusative is left out: روسيا is Russia.

    >>> {fold_key("الروسية"), fold_key("روسيين")} <= nisba("روسي")
    True
    >>> fold_key("الكورية الجنوبية") in nisba("كوري جنوبي")
    True
    """
    stems = fold_key(adjective).split()
    forms = {" ".join(stem + ending for stem in stems) for ending in ("", "ه", "ون", "ين", "ان", "ات", "تان", "تين")}
    return frozenset(forms | {" ".join("ال" + word for word in form.split()) for form in forms})


def perfect(stems: tuple[str, ...]) -> Iterator[Form]:
    """Perfect forms from the stems 3ms, 3fs, 3mp (the last two only where the letters change)."""
    he, she, they = _stems(stems, lambda s: (s, s + "ت", s + "وا"))
    yield he, "perf.3ms"
    yield she, "perf.3fs"
    yield they, "perf.3mp"
    yield they[:-1] if they.endswith("وا") else they, "perf.3mp"
    yield she + "ا", "perf.3fd"
    if len(stems) == 1:
        yield he + "ا", "perf.3md"
        yield he + "ن", "perf.3fp"
        yield he + "نا", "perf.1p"


def imperfect(stems: tuple[str, ...]) -> Iterator[Form]:
    """Imperfect forms from the stems 3ms, 3mp, jussive (the last two only where the letters change)."""
    he, they, jussive = _stems(stems, lambda s: (s, s + "ون", s))
    for stem, feature in ((he, "3ms"), (jussive, "3ms")):
        if not stem.startswith("ي"):
            continue
        yield stem, f"impf.{feature}"
        yield "ت" + stem[1:], "impf.3fs"
        yield "ن" + stem[1:], "impf.1p"
        yield "ا" + stem[1:], "impf.1s"
    if they.endswith("ون"):
        yield they, "impf.3mp"
        yield they[:-1] + "ا", "impf.3mp"
        yield they[:-2] + "ان", "impf.3md"
        yield "ت" + they[1:-2] + "ان", "impf.3fd"


def noun(word: str) -> Iterator[Form]:
    """A masdar or event noun: alone, accusative, dual, and the stem before a pronoun."""
    key = fold_key(word)
    yield key, "noun"
    if key.endswith("ه") and word.rstrip().endswith("ة"):
        yield key[:-1] + "ت", "noun.bound"
        yield key[:-1] + "تين", "noun"
        yield key[:-1] + "تان", "noun"
    else:
        yield key + "ا", "noun"
        yield key + "ين", "noun"
        if not key.endswith("ا"):
            yield key + "ان", "noun"


def participle(word: str, feature: str) -> Iterator[Form]:
    """A participle in gender and number."""
    key = fold_key(word)
    stem = key[:-1] if key.endswith("ي") else key
    for form in (key, key + "ا", key + "ه", stem + "ون", stem + "ين", key + "ات", key + "ان", stem + "و"):
        yield form, feature


def _stems(given: tuple[str, ...], default) -> tuple[str, str, str]:  # type: ignore[no-untyped-def]
    folded = tuple(map(fold_key, given))
    regular = default(folded[0])
    return tuple(folded[i] if i < len(folded) else regular[i] for i in range(3))  # type: ignore[return-value]


def verb_forms(perfects: tuple[str, ...], imperfects: tuple[str, ...]) -> Iterator[Form]:
    """All finite forms of one verb."""
    if perfects:
        yield from perfect(perfects)
    if imperfects:
        yield from imperfect(imperfects)


def entry_forms(
    perfects: tuple[str, ...],
    imperfects: tuple[str, ...],
    nouns: Iterable[str],
    active: Iterable[str] = (),
    passive: Iterable[str] = (),
) -> Iterator[Form]:
    """All forms of a dictionary entry, verbs first."""
    yield from verb_forms(perfects, imperfects)
    for word in nouns:
        yield from noun(word)
    for word in active:
        yield from participle(word, "active")
    for word in passive:
        yield from participle(word, "passive")
