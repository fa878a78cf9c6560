"""Builds on disk."""
