"""Patterns of `regex` that are compiled when they are first used."""

from attrib.lazily.regex import compile as compiled

__all__ = ["compiled"]
