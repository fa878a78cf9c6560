"""Keys are one for all spellings, and know where their letters came from."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.text.fold import bare, fold_aligned, fold_key


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("أُوكْرانيا", "اوكرانيا"),
        ("إيران", "ايران"),
        ("القاهرة", "القاهره"),
        ("مصطفى", "مصطفي"),
        ("موسكـــو", "موسكو"),
        ("ﻻ", "لا"),
        ("۱۲", "12"),
        ("کابل", "كابل"),
        ("Zelenskyy", "ZELENSKYY"),
        ("Erdoğan", "Erdogan"),
        ("ru\u200fssia", "russia"),
    ],
)
def test_spellings_meet(one: str, other: str) -> None:
    assert fold_key(one) == fold_key(other)


@pytest.mark.parametrize(("one", "other"), [("عين", "عيون"), ("قال", "قيل"), ("Iran", "Iraq")])
def test_different_words_do_not(one: str, other: str) -> None:
    assert fold_key(one) != fold_key(other)


@given(st.text(alphabet=st.characters(exclude_categories=["Cs"])))
def test_alignment_points_into_the_text(text: str) -> None:
    key, offsets = fold_aligned(text)
    assert key == fold_key(text)
    assert len(key) == len(offsets)
    assert list(offsets) == sorted(offsets)
    assert all(0 <= offset < len(text) for offset in offsets)


@given(st.text(alphabet="ابتثأإآىيةهوْنُّـ"))
def test_folding_twice_changes_nothing(text: str) -> None:
    assert fold_key(fold_key(text)) == fold_key(text)


def test_bare_keeps_letters_apart() -> None:
    assert bare("عَلَى") == "على"
    assert bare("عليّ") == "علي"
