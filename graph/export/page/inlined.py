"""The parts of the page that do not depend on the graph, from the folder `assets/`, each read once.

The library and the fonts are other people's work; `assets/vendor/NOTICE` names them, their licences and hashes.
"""

from __future__ import annotations

import base64
import hashlib
import re
from functools import cache
from pathlib import Path
from typing import Any

_ASSETS = Path(__file__).parent / "assets"
_STYLES = ("tokens", "frame", "controls", "panel", "table", "print")
_SCRIPTS = (
    "data", "words", "state", "paths", "filter", "labels", "drawing", "evidence", "panel", "search",
    "facets", "table", "takeaway", "start",
)  # fmt: skip
_FONTS = {400: "noto-sans-arabic-arabic-400-normal.woff2", 700: "noto-sans-arabic-arabic-700-normal.woff2"}


@cache
def asset(name: str) -> str:
    """The text of a file in `assets/`."""
    return (_ASSETS / name).read_text(encoding="utf-8")


@cache
def library() -> str:
    """vis-network without the address of its source map, which a debugger would try to fetch."""
    code = re.sub(r"\n//# sourceMappingURL=.*\s*$", "\n", asset("vendor/vis-network.min.js"))
    assert "</script" not in code.lower()
    return code


@cache
def script() -> str:
    """The page's own scripts as one, in the order in which they build on one another."""
    parts = "\n".join(asset(f"script/{name}.js") for name in _SCRIPTS)
    return f'"use strict";\n(async () => {{\n{parts}\n}})();\n'


@cache
def style() -> str:
    """The style sheet, the fonts in it."""
    return _fonts() + "".join(asset(f"style/{name}.css") for name in _STYLES)


@cache
def _fonts() -> str:
    return "".join(
        f'@font-face{{font-family:"Noto Sans Arabic";font-weight:{weight};font-display:block;'
        f"src:url(data:font/woff2;base64,{_base64(_ASSETS / 'vendor' / name)}) format('woff2')}}\n"
        for weight, name in _FONTS.items()
    )


def _base64(path: Path) -> str:
    return base64.b64encode(path.read_bytes()).decode("ascii")


def digest(code: str) -> str:
    """SHA-256 in base64, as a Content-Security-Policy names an inline script."""
    return base64.b64encode(hashlib.sha256(code.encode()).digest()).decode("ascii")


@cache
def notice() -> str:
    """Whose work the page carries, with the licences that ask to go along, as the text of an HTML comment."""
    texts = [
        asset(f"vendor/{name}")
        for name in ("NOTICE", "LICENSE-vis-network-MIT.txt", "LICENSE-noto-sans-arabic-OFL.txt")
    ]
    return "\n".join(texts).replace("--", "- -")


@cache
def template() -> Any:
    """The page's template, which escapes all that is not marked as safe."""
    from jinja2 import Environment, FileSystemLoader, StrictUndefined

    environment = Environment(
        loader=FileSystemLoader(_ASSETS), autoescape=True, undefined=StrictUndefined, trim_blocks=True
    )
    return environment.get_template("page.html")
