"""Where the files of `ontologies/` are, and how a table of theirs is read."""

from __future__ import annotations

import csv
import hashlib
import re
from collections.abc import Iterable, Iterator
from pathlib import Path

from graph.errors import MissingError, VocabularyError

_SLUG = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")


def ontology_path(*parts: str) -> Path:
    """A file or folder of `ontologies/`: beside the package in a source tree, inside it when installed."""
    package = Path(__file__).resolve().parent.parent
    for root in (package / "_ontologies", package.parent / "ontologies"):
        if (root / "khabar.ttl").exists() or (root / "actors").exists():
            return root.joinpath(*parts)
    raise MissingError("the folder ontologies/ is not there", where=str(package), remedy="install khabar again")


class Row(dict[str, str]):
    """One line of a table, by column; knows where it stands."""

    where: str

    def many(self, column: str) -> tuple[str, ...]:
        """The values of a cell that takes several, in order, each once."""
        return tuple(dict.fromkeys(value.strip() for value in self.get(column, "").split("|") if value.strip()))

    def slug(self, column: str) -> str:
        """A cell that must hold an id."""
        value = self.get(column, "")
        if not _SLUG.fullmatch(value):
            raise VocabularyError(f"{column} is not an id", where=self.where, value=value, remedy="use a-z, 0-9 and -")
        return value


def rows(path: Path) -> Iterator[Row]:
    """The lines of a CSV table, comments left out; a line of the wrong width is an error that names it."""
    with path.open(encoding="utf-8-sig", newline="") as file:
        reader = csv.reader(file)
        header = next(reader, [])
        for cells in reader:
            if not cells or cells[0].startswith("#"):
                continue
            where = f"{path.name}:{reader.line_num}"
            if len(cells) != len(header):
                raise VocabularyError(
                    f"{len(cells)} cells under {len(header)} columns",
                    where=where,
                    value=cells[0],
                    remedy="quote commas",
                )
            row = Row(zip(header, (cell.strip() for cell in cells), strict=True))
            row.where = where
            yield row


def fingerprint(paths: Iterable[Path]) -> str:
    """SHA-256 over the names and bytes of files, in the order of their names."""
    digest = hashlib.sha256()
    for path in sorted(paths):
        digest.update(path.name.encode() + b"\x1f" + path.read_bytes() + b"\x1e")
    return digest.hexdigest()
