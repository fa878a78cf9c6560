"""The page as one file: template, styles, scripts, fonts and data put together, nothing left to fetch."""

from __future__ import annotations

import base64
import gzip
import json
import re
from collections.abc import Mapping
from dataclasses import asdict
from html import escape
from pathlib import Path
from typing import Any

from graph.errors import InputError
from graph.export.page.compose import compose
from graph.export.page.inlined import asset, digest, library, notice, script, style, template
from graph.export.page.layout import STRONGEST, WHOLE
from graph.export.page.network import DASHES, SHAPES, network_data
from graph.export.page.view import PageView
from graph.knowledge import KnowledgeGraph

_LARGE = 400_000
LANGUAGES = ("ar", "en")

PredicateLabels = Mapping[str, Mapping[str, str]]


def write_page(
    kg: KnowledgeGraph,
    path: str | Path,
    *,
    title: str | None = None,
    language: str = "ar",
    predicate_labels: PredicateLabels | None = None,
) -> None:
    """Write the page of a graph to a file, in UTF-8; see `page_html`."""
    html = page_html(kg, title=title, language=language, predicate_labels=predicate_labels)
    Path(path).write_text(html, encoding="utf-8", newline="\n")


def page_html(
    kg: KnowledgeGraph,
    *,
    title: str | None = None,
    language: str = "ar",
    predicate_labels: PredicateLabels | None = None,
) -> str:
    """The page of a graph: a whole HTML document that fetches nothing.

    `language` (`ar` or `en`) is the interface's to begin with. `predicate_labels` name the predicates, by language,
    where they differ from or go beyond those of `assets/words.json`.
    """
    if language not in LANGUAGES:
        raise InputError(
            "the page speaks no such language", value=language, remedy=f"use one of {', '.join(LANGUAGES)}"
        )
    view = compose(kg, title=title, language=language)
    words = _words(predicate_labels or {})
    code = script()
    html: str = template().render(
        title=view.title or words[language]["untitled"],
        language=language,
        direction="rtl" if language == "ar" else "ltr",
        style=style(),
        library=library(),
        script=code,
        hashes=f"'sha256-{digest(library())}' 'sha256-{digest(code)}'",
        blocks={"network": _block(network_data(view)), "reading": _block(_reading(view)), "words": _block(words)},
        notice=notice(),
    )
    return _SURROGATES.sub("\ufffd", html)


def page_frame(kg: KnowledgeGraph, *, height: int = 680, **options: Any) -> str:
    """The page in a frame that a notebook shows, shut off from the notebook around it; options as of `page_html`."""
    html = escape(page_html(kg, **options))
    rights = "allow-scripts allow-downloads allow-popups allow-modals"
    return f'<iframe srcdoc="{html}" sandbox="{rights}" style="width:100%;height:{height}px;border:0"></iframe>'


def as_json(value: Any) -> str:
    """JSON that may stand inside a `<script>` element: no `<`, `>` or `&`, and no line separators, as they are.

    >>> as_json("</script>")
    '"\\\\u003c/script\\\\u003e"'
    """
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    return _RISKY.sub(lambda match: f"\\u{ord(match[0]):04x}", text)


def _block(value: Any) -> tuple[str, str]:
    """The media type and the text of a data block: JSON, gzipped in base64 where it is large."""
    text = _SURROGATES.sub("\ufffd", as_json(value))
    if len(text) < _LARGE:
        return "application/json", text
    packed = gzip.compress(text.encode(), mtime=0)
    return "application/gzip", base64.b64encode(packed).decode("ascii")


_SURROGATES = re.compile("[\ud800-\udfff]")
_RISKY = re.compile("[<>&\u2028\u2029\x7f\ufeff]")


def _reading(view: PageView) -> dict[str, Any]:
    """What the panel, the table and the filters read: statements, articles and quoted sentences."""
    return {
        "title": view.title,
        "language": view.language,
        "statements": [_lean(asdict(statement)) for statement in view.statements],
        "documents": [_lean(asdict(document)) for document in view.documents],
        "sentences": view.sentences,
        "shapes": SHAPES,
        "whole": WHOLE,
        "strongest": STRONGEST,
        "dashes": {status.value: dashes for status, dashes in DASHES.items()},
    }


def _lean(fields: dict[str, Any]) -> dict[str, Any]:
    """Without what is empty or false: the page reads a missing field so."""
    kept = {
        key: value
        for key, value in fields.items()
        if value is not None and value is not False and value not in ("", ())
    }
    if "evidence" in kept:
        kept["evidence"] = [_lean(evidence) for evidence in kept["evidence"]]
    return kept


def _words(predicate_labels: PredicateLabels) -> dict[str, Any]:
    words: dict[str, Any] = json.loads(asset("words.json"))
    for predicate, labels in sorted(predicate_labels.items()):
        for language, label in labels.items():
            if language in words:
                words[language]["predicate"][predicate] = label
    return words
