"""Ids that depend on content alone."""

from __future__ import annotations

import hashlib


def content_id(*parts: str | None) -> str:
    """First 16 hexadecimal digits (64 bits) of the SHA-256 of the parts joined with U+001F.

    >>> content_id("a", "b") == content_id("a", "b") != content_id("ab", "")
    True
    """
    joined = "\x1f".join(part or "" for part in parts)
    return hashlib.sha256(joined.encode("utf-8", "surrogatepass")).hexdigest()[:16]
