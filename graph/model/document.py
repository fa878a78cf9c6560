"""An article as it was given."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, field

from graph.model.identity import content_id


@dataclass(frozen=True, slots=True)
class Document:
    """One article: the decoded text, never changed, and what is known about it.

    `language` is a BCP 47 tag, `published` an ISO 8601 date or date and time, `key` the id that the input gave,
    `source` where it was read from (a path or URL; `path#key` or `path#n` inside a file).
    """

    text: str
    language: str = ""
    title: str | None = None
    published: str | None = None
    publisher: str | None = None
    url: str | None = None
    key: str | None = None
    source: str = field(default="", compare=False)

    @property
    def id(self) -> str:
        """Content hash of the text and of what tells one publication of it from another."""
        return content_id(self.key, self.url, self.publisher, self.published, self.text)

    @property
    def sha256(self) -> str:
        """SHA-256 of the text in UTF-8, hexadecimal."""
        return hashlib.sha256(self.text.encode("utf-8", "surrogatepass")).hexdigest()

    @property
    def day(self) -> str | None:
        """The date of publication, `YYYY-MM-DD`, where known."""
        return self.published[:10] if self.published else None
