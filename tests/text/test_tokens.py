"""Words keep their offsets; sentences end where a reader ends them."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.text.tokens import sentence_starts, tokens

ABBREVIATIONS = frozenset({"mr", "gen", "د"})


def sentences(text: str) -> list[str]:
    spans = list(tokens(text))
    starts = list(sentence_starts(text, spans, ABBREVIATIONS))
    return [text[spans[a].start : spans[b - 1].end] for a, b in zip(starts, [*starts[1:], len(spans)], strict=True)]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Putin's U.S. trip cost $1,000.50.", ["Putin", "'s", "U.S.", "trip", "cost", "$", "1,000.50", "."]),
        ("#كوريا_الجنوبية، و«الناتو»", ["#", "كوريا", "_", "الجنوبية", "،", "و", "«", "الناتو", "»"]),
        ("O'Brien didn't", ["O'Brien", "did", "n't"]),
        ("قـــال مُحمّد", ["قـــال", "مُحمّد"]),
    ],
)
def test_words(text: str, wanted: list[str]) -> None:
    assert [span.of(text) for span in tokens(text)] == wanted


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("وصل الوفد. ثم غادر؟ نعم!", ["وصل الوفد.", "ثم غادر؟", "نعم!"]),
        ('قال: "لن نقبل". وأضاف أن الأمر انتهى.', ['قال: "لن نقبل".', "وأضاف أن الأمر انتهى."]),
        ("انتهى الاجتماع., وقال الوزير إنه راض.", ["انتهى الاجتماع.,", "وقال الوزير إنه راض."]),
        ("Mr. Smith met Gen. Mark A. Milley. They left.", ["Mr. Smith met Gen. Mark A. Milley.", "They left."]),
        ("The U.S. Senate voted. It passed.", ["The U.S. Senate voted.", "It passed."]),
        ("بلغت النسبة 3.5 في المئة؛ وهي الأعلى.", ["بلغت النسبة 3.5 في المئة؛ وهي الأعلى."]),
        ("عنوان بلا نقطة\nقال الوزير إنه سيغادر.", ["عنوان بلا نقطة", "قال الوزير إنه سيغادر."]),
    ],
)
def test_sentences(text: str, wanted: list[str]) -> None:
    assert sentences(text) == wanted


def test_hard_wrapped_lines_are_one_sentence() -> None:
    line = "The foreign ministers of the alliance met in the Latvian capital on the last"
    text = "\n".join([line, line.replace("The", "the"), line.lower(), line.lower(), "day of November. They left."])
    assert len(sentences(text)) == 2


@given(st.text(max_size=300))
def test_tokens_cover_all_but_white_space(text: str) -> None:
    spans = list(tokens(text))
    covered = {offset for span in spans for offset in range(span.start, span.end)}
    assert all(char.isspace() for offset, char in enumerate(text) if offset not in covered)
    assert all(a.end <= b.start for a, b in pairwise(spans))


@given(st.text(max_size=300))
def test_every_token_is_in_one_sentence(text: str) -> None:
    spans = list(tokens(text))
    starts = list(sentence_starts(text, spans, ABBREVIATIONS))
    assert starts == sorted(set(starts))
    assert not spans or starts[0] == 0
