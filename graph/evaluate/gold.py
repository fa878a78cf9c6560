"""Annotated articles, read and checked."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from graph.errors import InputError
from graph.model import Document, Span
from graph.text.script import is_arabic

GoldMention = tuple[Span, str, str]  # span, slug, kind


@dataclass(frozen=True, slots=True)
class GoldArticle:
    """One annotated article; `entities` and `statements` as they stand in its file."""

    document: Document
    entities: dict[str, dict[str, Any]]
    statements: tuple[dict[str, Any], ...]

    @property
    def name(self) -> str:
        return self.document.key or ""

    def mentions(self) -> list[GoldMention]:
        """Every occurrence of the annotated strings as whole words, longer strings first, none inside another."""
        strings = sorted(
            (
                (text, slug, kind)
                for slug, e in self.entities.items()
                for kind in ("names", "demonyms")
                for text in e.get(kind, ())
            ),
            key=lambda item: -len(item[0]),
        )
        text = self.document.text
        taken = [False] * len(text)
        found: list[GoldMention] = []
        for string, slug, kind in strings:
            for span in occurrences(text, string):
                if not any(taken[span.start : span.end]):
                    taken[span.start : span.end] = [True] * (span.end - span.start)
                    found.append((span, slug, "name" if kind == "names" else "demonym"))
        return sorted(found)


def occurrences(text: str, string: str) -> Iterator[Span]:
    """A string as a whole word; Arabic clitics may stand in front, outside the span."""
    clitic = r"(?:(?<!\w)|(?<=(?<!\w)[وفبلك])|(?<=(?<!\w)و[وفبلك]))" if is_arabic(string) else r"(?<!\w)"
    return (Span(*m.span()) for m in re.finditer(clitic + re.escape(string) + r"(?!\w)", text))


def read_gold(paths: Iterable[Path]) -> Iterator[GoldArticle]:
    """The annotated articles of files and folders, by name."""
    for path in paths:
        for file in sorted(path.glob("*.json")) if path.is_dir() else [path]:
            yield _article(file)


def _article(path: Path) -> GoldArticle:
    try:
        gold = json.loads(path.read_text(encoding="utf-8"))
        text = gold.get("text") or path.with_suffix(".txt").read_text(encoding="utf-8")
        document = Document(
            text, gold.get("language") or "", published=gold.get("published"), key=gold["id"], source=str(path)
        )
        return GoldArticle(document, gold["entities"], tuple(gold["statements"]))
    except (json.JSONDecodeError, KeyError, AttributeError, TypeError) as error:
        raise InputError(
            "is no gold file", where=str(path), value=str(error), remedy="see `khabar evaluate --help`"
        ) from error
    except OSError as error:
        raise InputError(
            "its text is missing", where=str(path), value=error.filename, remedy="put the .txt beside it"
        ) from error
