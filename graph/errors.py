"""The exceptions of khabar, split by what the caller should do.

KhabarError
├── InputError          this input cannot be read: mend it, the rest goes on
│   └── DuplicateError  two inputs claim to be the same document
├── VocabularyError     a file of `ontologies/` is wrong: mend that line
├── EvidenceError       an offset does not read back: a defect, or an edited output
└── MissingError        an optional part is not installed: install it
"""

from __future__ import annotations


class KhabarError(Exception):
    """Something khabar can explain: what, where, the value, and the remedy."""

    def __init__(self, what: str, *, where: str = "", value: object = None, remedy: str = "") -> None:
        self.what, self.where, self.value, self.remedy = what, where, value, remedy
        super().__init__(str(self))

    def __str__(self) -> str:
        parts = [f"{self.where}: {self.what}" if self.where else self.what]
        if self.value is not None:
            parts.append(f"(got {_shown(self.value)})")
        if self.remedy:
            parts.append(f"— {self.remedy}")
        return " ".join(parts)


class InputError(KhabarError):
    """One input cannot be read; the rest of the batch goes on."""


class DuplicateError(InputError):
    """Two inputs carry the same id."""


class VocabularyError(KhabarError):
    """A line of `ontologies/` cannot be used."""


class EvidenceError(KhabarError):
    """A mention or a statement does not read back from its text."""


class MissingError(KhabarError):
    """A part that was asked for is not installed."""


def _shown(value: object, limit: int = 80) -> str:
    text = repr(value)
    return text if len(text) <= limit else text[: limit - 1] + "…"
