"""Files that are there whole or not at all."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO

from graph.errors import KhabarError


@contextmanager
def replacing(path: Path) -> Iterator[IO[str]]:
    """A text file (UTF-8, "\\n") to write into; it takes the place of `path` when all was written."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        handle, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
    except OSError as error:
        raise KhabarError(
            "cannot be written", where=str(path), value=error.strerror, remedy="choose another -o"
        ) from error
    try:
        with os.fdopen(handle, "w", encoding="utf-8", errors="replace", newline="\n") as file:
            yield file
        os.chmod(name, 0o644)
        os.replace(name, path)
    except OSError as error:
        Path(name).unlink(missing_ok=True)
        raise KhabarError(
            "cannot be written", where=str(path), value=error.strerror, remedy="make room, try again"
        ) from error
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise


def write_lines(path: Path, lines: Iterable[str]) -> None:
    """Write lines, each with its line break."""
    with replacing(path) as file:
        file.writelines(f"{line}\n" for line in lines)
