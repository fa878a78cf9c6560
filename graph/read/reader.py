"""Paths in, Documents out, one problem a bad input."""

from __future__ import annotations

import re
import sys
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from graph.errors import DuplicateError, InputError
from graph.model import Document
from graph.read.decode import decoded, lines_of, opened, unpacked_name
from graph.read.formats import Record, json_lines, plain_text, table, web_page
from graph.text.language import detect

_FORMATS = {
    ".jsonl": "json lines",
    ".ndjson": "json lines",
    ".csv": "table",
    ".tsv": "table",
    ".html": "page",
    ".htm": "page",
    ".xhtml": "page",
    ".txt": "text",
    ".text": "text",
    ".md": "text",
    "": "text",
}
_DATE = re.compile(r"(\d{4})-(\d{2})(?:-(\d{2})(?:[T ]\d{2}:\d{2}(?::\d{2})?(?:\.\d+)?(?:Z|[+-]\d{2}:?\d{2})?)?)?")


@dataclass(frozen=True, slots=True)
class Fields:
    """The names that a record's fields go by."""

    text: str = "text"
    id: str = "id"
    title: str = "title"
    published: str = "published"
    url: str = "url"
    publisher: str = "publisher"
    language: str = "language"


@dataclass(frozen=True, slots=True)
class Problem:
    """One input that could not be read, with the reason in words."""

    error: InputError

    def __str__(self) -> str:
        return str(self.error)


@dataclass(slots=True)
class Reader:
    """Reads documents from paths; what fails goes to `report` and is counted, the rest goes on.

    Paths are read in the order given, a folder's files in the order of their names. `language` overrides detection.
    """

    report: Callable[[Problem], None]
    fields: Fields = field(default_factory=Fields)
    language: str = ""
    read: int = 0
    failed: int = 0
    _keys: dict[str, str] = field(default_factory=dict)
    _ids: set[str] = field(default_factory=set)

    def __call__(self, paths: Iterable[str]) -> Iterator[Document]:
        """The documents behind the paths, streamed."""
        for path in paths:
            for source in _expanded(path):
                for found in self._safely(source):
                    if isinstance(found, InputError):
                        self.failed += 1
                        self.report(Problem(found))
                    else:
                        self.read += 1
                        yield found

    def _safely(self, source: str) -> Iterator[Document | InputError]:
        try:
            yield from self._documents(source)
        except InputError as error:
            yield error

    def _documents(self, source: str) -> Iterator[Document | InputError]:
        if source == "-":
            yield self._accepted(plain_text(decoded(sys.stdin.buffer.read(), "standard input")), "-")
            return
        path = Path(source)
        kind = _FORMATS.get(Path(unpacked_name(path)).suffix.lower())
        if not path.exists():
            raise InputError("there is no such file or folder", where=source, remedy="check the path")
        if kind is None:
            raise InputError(
                "this kind of file is not read",
                where=source,
                value=path.suffix,
                remedy=f"give one of {', '.join(k for k in _FORMATS if k)}",
            )
        with opened(path) as file:
            if kind in ("json lines", "table"):
                records = json_lines if kind == "json lines" else table
                for number, record in records(lines_of(file, source), source):
                    yield record if isinstance(record, InputError) else self._accepted(record, source, number)
            else:
                text = decoded(file.read(), source)
                yield self._accepted(web_page(text, source) if kind == "page" else plain_text(text), source)

    def _accepted(self, record: Record, source: str, number: int | None = None) -> Document | InputError:
        """The document of a record, or the reason why it is none."""
        where = source if number is None else f"{source}:{number}"
        try:
            document = self._document(record, source, number, where)
            self._register(document, where)
        except InputError as error:
            return error
        return document

    def _document(self, record: Record, source: str, number: int | None, where: str) -> Document:
        names = self.fields
        text = record.get(names.text) if number is not None else record.get("text")
        if not isinstance(text, str):
            raise InputError(
                f"there is no text in the field {names.text!r}",
                where=where,
                value=sorted(map(str, record))[:8],
                remedy="name the field with --text-field",
            )
        if not text.strip("\ufeff\0 \t\r\n\u200b"):
            raise InputError("is empty", where=where, remedy="leave it out")

        def get(name: str) -> str | None:
            return _string(record.get(name if number is None else getattr(names, name)))

        key = get("id")
        language = self.language or _tag(get("language")) or detect(text)
        inner = source if number is None else f"{source}#{key or number}"
        return Document(
            text, language, get("title"), _date(get("published"), where), get("publisher"), get("url"), key, inner
        )

    def _register(self, document: Document, where: str) -> None:
        """Two records with one id are an error; so is the same document twice."""
        if document.id in self._ids:
            raise DuplicateError(
                "this document was read before",
                where=where,
                value=document.key or document.text[:40],
                remedy="leave one out",
            )
        if document.key is not None and document.key in self._keys:
            raise DuplicateError(
                "the id stands twice with different texts",
                where=where,
                value=document.key,
                remedy=f"the first is in {self._keys[document.key]}; give each its own id",
            )
        self._ids.add(document.id)
        if document.key is not None:
            self._keys[document.key] = where


def _expanded(path: str) -> Iterator[str]:
    """A folder's readable files, deep, by name; anything else is itself."""
    if path == "-" or not Path(path).is_dir():
        yield path
        return
    for file in sorted(Path(path).rglob("*"), key=lambda p: p.as_posix()):
        if file.is_file() and not file.name.startswith(".") and Path(unpacked_name(file)).suffix.lower() in _FORMATS:
            yield file.as_posix()


def _string(value: Any) -> str | None:
    if value is None or isinstance(value, (dict, list)):
        return None
    return str(value).strip() or None


def _tag(value: str | None) -> str | None:
    """A BCP 47 tag in its usual case, None for what is none."""
    if value and re.fullmatch(r"[A-Za-z]{2,3}(?:[-_][A-Za-z0-9]{2,8})*", value):
        first, *rest = re.split(r"[-_]", value)
        return "-".join((first.lower(), *(r.upper() if len(r) == 2 else r for r in rest)))
    return None


def _date(value: str | None, where: str) -> str | None:
    """An ISO 8601 date or date and time; other spellings by dateutil; what is no date is an error."""
    if value is None:
        return None
    match = _DATE.fullmatch(value)
    if match and 1 <= int(match[2]) <= 12 and (match[3] is None or 1 <= int(match[3]) <= 31):
        return value.replace(" ", "T")
    from dateutil import parser

    try:
        return str(parser.parse(value).isoformat())
    except (ValueError, OverflowError):
        raise InputError("the date cannot be understood", where=where, value=value, remedy="write YYYY-MM-DD") from None
