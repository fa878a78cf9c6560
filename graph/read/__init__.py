"""Files, folders and streams in, Documents out; what cannot be read is told and the rest goes on."""

from graph.read.reader import Fields, Problem, Reader

__all__ = ["Fields", "Problem", "Reader"]
