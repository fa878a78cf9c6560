"""The page as one file: template, styles, scripts, fonts and data put together, nothing left to fetch."""

from __future__ import annotations

import base64
import hashlib
import json
import re
from collections.abc import Mapping
from dataclasses import asdict
from functools import cache
from pathlib import Path
from typing import Any

from graph.errors import InputError
from graph.export.page.compose import compose
from graph.export.page.network import DASHES, SHAPES, network_data
from graph.export.page.view import PageView
from graph.knowledge import KnowledgeGraph

_ASSETS = Path(__file__).parent / "assets"
_STYLES = ("tokens", "frame", "controls", "panel", "table", "print")
_SCRIPTS = (
    "data", "words", "state", "filter", "labels", "drawing", "evidence", "panel", "search",
    "facets", "table", "takeaway", "start",
)  # fmt: skip
_FONTS = {400: "noto-sans-arabic-arabic-400-normal.woff2", 700: "noto-sans-arabic-arabic-700-normal.woff2"}
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
    script = _script()
    html: str = _template().render(
        title=view.title or words[language]["untitled"],
        language=language,
        direction="rtl" if language == "ar" else "ltr",
        style=_fonts() + "".join(_asset(f"style/{name}.css") for name in _STYLES),
        library=_library(),
        script=script,
        hashes=" ".join(f"'sha256-{_digest(code)}'" for code in (_library(), script)),
        blocks={"network": as_json(network_data(view)), "reading": as_json(_reading(view)), "words": as_json(words)},
        notice=_asset("vendor/NOTICE").replace("--", "- -"),
    )
    return _SURROGATES.sub("\ufffd", html)


def as_json(value: Any) -> str:
    """JSON that may stand inside a `<script>` element: no `<`, `>` or `&`, and no line separators, as they are.

    >>> as_json("</script>")
    '"\\\\u003c/script\\\\u003e"'
    """
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    return _RISKY.sub(lambda match: f"\\u{ord(match[0]):04x}", text)


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
    words: dict[str, Any] = json.loads(_asset("words.json"))
    for predicate, labels in sorted(predicate_labels.items()):
        for language, label in labels.items():
            if language in words:
                words[language]["predicate"][predicate] = label
    return words


@cache
def _asset(name: str) -> str:
    return (_ASSETS / name).read_text(encoding="utf-8")


@cache
def _library() -> str:
    """vis-network without the address of its source map, which a debugger would try to fetch."""
    code = re.sub(r"\n//# sourceMappingURL=.*\s*$", "\n", _asset("vendor/vis-network.min.js"))
    assert "</script" not in code.lower()
    return code


@cache
def _script() -> str:
    parts = "\n".join(_asset(f"script/{name}.js") for name in _SCRIPTS)
    return f'"use strict";\n(() => {{\n{parts}\n}})();\n'


@cache
def _fonts() -> str:
    return "".join(
        f'@font-face{{font-family:"Noto Sans Arabic";font-weight:{weight};font-display:block;'
        f"src:url(data:font/woff2;base64,{_base64(_ASSETS / 'vendor' / name)}) format('woff2')}}\n"
        for weight, name in _FONTS.items()
    )


def _base64(path: Path) -> str:
    return base64.b64encode(path.read_bytes()).decode("ascii")


def _digest(code: str) -> str:
    return base64.b64encode(hashlib.sha256(code.encode()).digest()).decode("ascii")


@cache
def _template() -> Any:
    from jinja2 import Environment, FileSystemLoader, StrictUndefined

    environment = Environment(
        loader=FileSystemLoader(_ASSETS), autoescape=True, undefined=StrictUndefined, trim_blocks=True
    )
    return environment.get_template("page.html.jinja")
