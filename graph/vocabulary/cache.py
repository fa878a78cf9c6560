"""Compiled once, kept under the user's cache folder, never stale: the file's name is the hash of what it was made of."""

from __future__ import annotations

import os
import pickle
import sys
import tempfile
from collections.abc import Callable
from functools import lru_cache
from pathlib import Path
from typing import TypeVar

from platformdirs import user_cache_path

Made = TypeVar("Made")
_KEPT = 4


@lru_cache(maxsize=2)
def _loaded(path: Path) -> object:
    with path.open("rb") as file:
        return pickle.load(file)


def cached(fingerprint: str, make: Callable[[], Made]) -> Made:
    """What `make` makes, from the cache if it is there; without a writable cache it is made each time."""
    folder = user_cache_path("khabar")
    path = folder / f"vocabulary-{fingerprint[:24]}-{sys.implementation.cache_tag}.pickle"
    try:
        return _loaded(path)  # type: ignore[return-value]
    except (OSError, EOFError, pickle.UnpicklingError, AttributeError, ImportError, IndexError):
        made = make()
    try:
        _store(path, made)
    except OSError:
        return made
    return made


def _store(path: Path, made: object) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.NamedTemporaryFile(dir=path.parent, delete=False) as file:
        pickle.dump(made, file, protocol=pickle.HIGHEST_PROTOCOL)
    os.replace(file.name, path)
    others = sorted(path.parent.glob("vocabulary-*.pickle"), key=lambda p: p.stat().st_mtime, reverse=True)
    for old in others[_KEPT:]:
        old.unlink(missing_ok=True)
