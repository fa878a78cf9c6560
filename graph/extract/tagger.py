"""The trained model behind one door: words in, entity spans out; onnxruntime and tokenizers, no torch.

Sentences run one at a time: the quantised model scales its activations over a whole batch, so that only this makes a
sentence's result independent of its neighbours.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

from graph.errors import MissingError
from graph.text.fold import bare

FORMAT = 1
_LONGEST = 126
_FORBIDDEN = -1e4


@dataclass(frozen=True, slots=True)
class TaggedSpan:
    """Words `first` to `last` (exclusive) name something of `kind` (PER, LOC, ORG), with the mean probability of its tags."""

    first: int
    last: int
    kind: str
    score: float


class Tagger:
    """Entities of Arabic and English words."""

    def __init__(self, folder: Path, threads: int = 0) -> None:
        from importlib import import_module

        import numpy
        from tokenizers import Tokenizer

        onnxruntime: Any = import_module("onnxruntime")
        config = _checked(folder)
        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = threads
        options.log_severity_level = 3
        self.session = onnxruntime.InferenceSession(str(folder / "model.onnx"), options, ["CPUExecutionProvider"])
        self.tokenizer = Tokenizer.from_file(str(folder / "tokenizer.json"))
        self.tags: list[str] = config["tags"]
        self.moves = numpy.array(
            [[_FORBIDDEN if b[0] == "I" and a[2:] != b[2:] else 0.0 for b in self.tags] for a in self.tags]
        )
        self.start = numpy.array([_FORBIDDEN if tag[0] == "I" else 0.0 for tag in self.tags])
        self._pieces = lru_cache(maxsize=50_000)(self._encode)

    def __call__(self, words: Sequence[str]) -> list[TaggedSpan]:
        """The entities of one sentence; diacritics and tatweel are left out, other spelling is as given."""
        spans: list[TaggedSpan] = []
        for offset, ids, firsts in self._chunks(words):
            spans += self._tag(offset, ids, firsts)
        return spans

    def _encode(self, word: str) -> tuple[int, ...]:
        return tuple(self.tokenizer.encode(bare(word) or word, add_special_tokens=False).ids[:_LONGEST])

    def _chunks(self, words: Sequence[str]) -> list[tuple[int, list[int], list[int]]]:
        """Stretches of at most 126 pieces: the first word, the piece ids, the position of each word's first piece."""
        made: list[tuple[int, list[int], list[int]]] = [(0, [], [])]
        for index, word in enumerate(words):
            pieces = self._pieces(word) or (3,)
            if len(made[-1][1]) + len(pieces) > _LONGEST:
                made.append((index, [], []))
            made[-1][2].append(len(made[-1][1]) + 1)
            made[-1][1].extend(pieces)
        return made

    def _tag(self, offset: int, ids: list[int], firsts: list[int]) -> list[TaggedSpan]:
        import numpy

        if not ids:
            return []
        row = numpy.array([[0, *ids, 2]], dtype=numpy.int64)
        (logits,) = self.session.run(None, {"ids": row, "mask": numpy.ones(row.shape, dtype=numpy.float32)})
        scores = logits[0][firsts].astype(numpy.float64)
        scores -= scores.max(-1, keepdims=True)
        scores -= numpy.log(numpy.exp(scores).sum(-1, keepdims=True))
        path = self._best_path(scores)
        return [
            TaggedSpan(offset + a, offset + b, kind, round(float(numpy.exp(scores[range(a, b), path[a:b]]).mean()), 4))
            for a, b, kind in _spans([self.tags[i] for i in path])
        ]

    def _best_path(self, scores: Any) -> list[int]:
        """Viterbi within IOB2."""
        best, back = scores[0] + self.start, []
        for row in scores[1:]:
            paths = best[:, None] + self.moves
            back.append(paths.argmax(0))
            best = paths.max(0) + row
        path = [int(best.argmax())]
        for pointers in reversed(back):
            path.append(int(pointers[path[-1]]))
        return path[::-1]


def _spans(tags: list[str]) -> list[tuple[int, int, str]]:
    found: list[tuple[int, int, str]] = []
    start = -1
    for index, tag in enumerate([*tags, "O"]):
        if start >= 0 and tag != "I-" + tags[start][2:]:
            found.append((start, index, tags[start][2:]))
            start = -1
        if tag[0] == "B":
            start = index
    return found


def _checked(folder: Path) -> dict[str, Any]:
    """The model's card, once its files are all there and whole."""
    remedy = "install khabar again"
    try:
        config: dict[str, Any] = json.loads((folder / "config.json").read_text(encoding="utf-8"))
    except (OSError, json.JSONDecodeError) as error:
        raise MissingError(
            "the model's config.json cannot be read", where=str(folder), value=str(error), remedy=remedy
        ) from error
    if config.get("format") != FORMAT:
        raise MissingError(
            f"the model is of format {config.get('format')}, this khabar reads {FORMAT}",
            where=str(folder),
            remedy=remedy,
        )
    for name, wanted in config["sha256"].items():
        path = folder / name
        if not path.exists():
            raise MissingError("a file of the model is missing", where=str(path), remedy=remedy)
        if hashlib.sha256(path.read_bytes()).hexdigest() != wanted:
            raise MissingError("a file of the model is damaged (its SHA-256 differs)", where=str(path), remedy=remedy)
    return config
