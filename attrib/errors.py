"""What attrib raises. Bad prose is never an error, it becomes a note; bad input and usage are."""

from __future__ import annotations


class AttribError(ValueError):
    """Base of everything attrib raises on purpose; the message says what to do next."""


class InputError(AttribError):
    """An input cannot be read: missing, not text, not the encoding it was said to have."""


class UsageError(AttribError):
    """An option, a name or a value that attrib does not know."""


class MissingExtraError(AttribError):
    """A feature needs an optional package that is not installed; the message names the extra."""
