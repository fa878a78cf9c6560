"""Bytes to text: what they are packed in, and which encoding they are in."""

from __future__ import annotations

import bz2
import gzip
import io
import lzma
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO, Any

from graph.errors import InputError

_BOMS = (
    (b"\xef\xbb\xbf", "utf-8-sig"),
    (b"\xff\xfe\x00\x00", "utf-32"),
    (b"\xff\xfe", "utf-16"),
    (b"\xfe\xff", "utf-16"),
)
_SAMPLE = 1 << 16
_LIKELY = ["utf_8", "cp1256", "utf_16", "iso8859_6", "cp1252", "latin_1"]


def unpacked_name(path: Path) -> str:
    """The file's name without the ending of its packing."""
    return path.name[: -len(path.suffix)] if path.suffix in (".gz", ".xz", ".zst", ".bz2") else path.name


@contextmanager
def opened(path: Path) -> Iterator[IO[bytes]]:
    """The bytes of a file, unpacked by its ending; nothing is left open."""
    try:
        with _open(path) as file:
            yield file
    except (OSError, EOFError, lzma.LZMAError, gzip.BadGzipFile) as error:
        raise InputError("cannot be read", where=str(path), value=_reason(error), remedy=_remedy(error)) from error
    except Exception as error:
        if type(error).__name__ != "ZstdError":
            raise
        raise InputError("is no whole .zst file", where=str(path), value=str(error), remedy="pack it again") from error


def _open(path: Path) -> Any:
    if path.suffix == ".gz":
        return gzip.open(path)
    if path.suffix == ".xz":
        return lzma.open(path)
    if path.suffix == ".bz2":
        return bz2.open(path)
    if path.suffix == ".zst":
        import zstandard

        return zstandard.open(path, "rb")
    return path.open("rb")


def _reason(error: BaseException) -> str:
    return getattr(error, "strerror", None) or str(error) or type(error).__name__


def _remedy(error: BaseException) -> str:
    if isinstance(error, FileNotFoundError):
        return "check the path"
    if isinstance(error, PermissionError):
        return "give yourself the right to read it"
    return "it is damaged or not what its ending says; pack it again"


def encoding_of(sample: bytes, where: str) -> str:
    """The encoding of bytes: by mark, as UTF-8, by their zeros as UTF-16, else as charset-normalizer judges.

    Binary data is an error.
    """
    for mark, name in _BOMS:
        if sample.startswith(mark):
            return name
    if _is_utf8(sample):
        return "utf-8"
    if (zeros := _utf16(sample)) is not None:
        return zeros
    if _is_binary(sample):
        raise InputError(
            "is binary, not text", where=where, value=sample[:8], remedy="give text, HTML, CSV or JSON Lines"
        )
    return _guessed(sample, where)


def _is_utf8(sample: bytes) -> bool:
    try:
        sample.decode("utf-8")
    except UnicodeDecodeError as error:
        return error.start >= len(sample) - 3 and len(sample) >= _SAMPLE and error.reason == "unexpected end of data"
    return b"\0" not in sample or sample.count(b"\0") * 50 < len(sample)


def _utf16(sample: bytes) -> str | None:
    """UTF-16 without a mark: its high bytes are 0 for Latin letters and blanks, 6 for Arabic ones."""
    even, odd = sample[0::2], sample[1::2]
    for high, name in ((odd, "utf-16-le"), (even, "utf-16-be")):
        if len(high) > 3 and sum(b in (0, 6, 0x20) for b in high) > 0.95 * len(high):
            return name
    return None


def _is_binary(sample: bytes) -> bool:
    controls = sum(byte < 9 or 13 < byte < 32 for byte in sample)
    return controls > 0.01 * len(sample) + 2


def _guessed(sample: bytes, where: str) -> str:
    from charset_normalizer import from_bytes

    best = from_bytes(sample, cp_isolation=_LIKELY, enable_fallback=False).best()
    if best is None or (best.encoding == "utf_8" and not _is_utf8(sample)):
        if _mostly_utf8(sample):
            return "utf-8 (damaged)"
        raise InputError("the encoding is not known", where=where, value=sample[:12], remedy="save it as UTF-8")
    if _mostly_utf8(sample):
        return "utf-8 (damaged)"
    return str(best.encoding)


def _mostly_utf8(sample: bytes) -> bool:
    """UTF-8 with some broken bytes: far more whole multi-byte letters than broken ones."""
    text = sample.decode("utf-8", "replace")
    broken = text.count("\ufffd")
    return sum(ord(c) > 127 for c in text) - broken > 10 * broken


def decoded(data: bytes, where: str) -> str:
    """The text of bytes; what follows a wrong start of UTF-8 is replaced by U+FFFD only where most of it holds."""
    encoding = encoding_of(data[:_SAMPLE], where)
    if encoding == "utf-8 (damaged)":
        return data.decode("utf-8", "replace")
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        if _mostly_utf8(data):
            return data.decode("utf-8", "replace")
        place = f"{where}, byte {error.start}"
        raise InputError(
            "is not whole text", where=place, value=data[error.start : error.start + 8], remedy="save it as UTF-8"
        ) from error


def lines_of(file: IO[bytes], where: str) -> Iterator[str]:
    """The lines of a text file, streamed; the encoding is that of its beginning."""
    sample = file.read(_SAMPLE)
    encoding = encoding_of(sample, where) if sample else "utf-8"
    if encoding.startswith("utf-16") or encoding == "utf-32":
        yield from io.StringIO((sample + file.read()).decode(encoding, "replace"), newline="")
        return
    name, errors = ("utf-8", "replace") if encoding == "utf-8 (damaged)" else (encoding, "strict")
    rest = b""
    for number, raw in enumerate(_raw_lines(sample, file), 1):
        try:
            yield (rest + raw).decode(name if number > 1 or name != "utf-8-sig" else "utf-8-sig", errors)
        except UnicodeDecodeError:
            yield (rest + raw).decode(name, "replace")


def _raw_lines(sample: bytes, file: IO[bytes]) -> Iterator[bytes]:
    buffered = sample
    while True:
        *whole, buffered = buffered.split(b"\n")
        for line in whole:
            yield line + b"\n"
        more = file.read(1 << 20)
        if not more:
            break
        buffered += more
    if buffered:
        yield buffered
