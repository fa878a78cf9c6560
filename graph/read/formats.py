"""One function a format: from the text of a file to the records in it."""

from __future__ import annotations

import csv
import json
import re
import sys
from collections.abc import Iterable, Iterator
from typing import Any

from graph.errors import InputError

Record = dict[str, Any]
_TITLE_LONGEST = 250
_JOIN = re.compile(r"\.\s*,\s")


def plain_text(text: str) -> Record:
    """The record of a plain text: its title is the first line, where a blank line or a "., " join follows."""
    title = None
    stripped = text.lstrip("\ufeff\r\n\t ")
    first, _, rest = stripped.partition("\n")
    blank = rest.lstrip(" \t\r").startswith("\n")
    if first.strip() and len(first) <= _TITLE_LONGEST and rest.strip() and (blank or _JOIN.search(rest)):
        title = first.strip()
    return {"text": text, "title": title}


def json_lines(lines: Iterable[str], where: str) -> Iterator[tuple[int, Record | InputError]]:
    """The records of JSON Lines with their line numbers; a bad line becomes an error of its own."""
    for number, line in enumerate(lines, 1):
        if not line.strip("\ufeff\r\n\t \0"):
            continue
        place = f"{where}:{number}"
        try:
            record = json.loads(line)
        except (json.JSONDecodeError, RecursionError) as error:
            column = getattr(error, "colno", 0)
            yield (
                number,
                InputError("is no JSON", where=f"{place}:{column}", value=line[:60], remedy="one object a line"),
            )
            continue
        if isinstance(record, dict):
            yield number, record
        else:
            yield number, InputError("is no JSON object", where=place, value=record, remedy='write {"text": …}')


def table(lines: Iterable[str], where: str) -> Iterator[tuple[int, Record | InputError]]:
    """The records of a CSV file with a header line; the delimiter is seen from the header."""
    csv.field_size_limit(min(sys.maxsize, 2**31 - 1))
    numbered = iter(lines)
    header = next(numbered, "")
    delimiter = max(",;\t|", key=header.count)
    reader = csv.DictReader((line.replace("\0", "") for line in _chain(header, numbered)), delimiter=delimiter)
    while True:
        try:
            row = next(reader)
        except StopIteration:
            return
        except csv.Error as error:
            yield (
                reader.line_num,
                InputError("is no CSV", where=f"{where}:{reader.line_num}", value=str(error), remedy="quote the field"),
            )
            continue
        yield reader.line_num, {key: value for key, value in row.items() if key is not None}


def _chain(first: str, rest: Iterator[str]) -> Iterator[str]:
    yield first.lstrip("\ufeff")
    yield from rest


def web_page(html: str, where: str) -> Record:
    """The main text of an HTML page and what its head says of it, by trafilatura."""
    from trafilatura import bare_extraction

    found = bare_extraction(
        html, with_metadata=True, include_comments=False, include_tables=False, favor_precision=True
    )
    record: Record = found if isinstance(found, dict) else found.as_dict() if found is not None else {}
    text = record.get("text") or ""
    if not text.strip():
        raise InputError(
            "the page holds no article text", where=where, remedy="save the article itself, not a list or a frame"
        )
    language = re.search(r"<html[^>]*\blang\s*=\s*[\"']?([A-Za-z]{2,3}(?:-[A-Za-z0-9]+)*)", html)
    return {
        "text": text,
        "title": record.get("title"),
        "published": record.get("date"),
        "url": record.get("url"),
        "publisher": record.get("sitename") or record.get("hostname"),
        "language": language.group(1) if language else None,
    }
