"""What attrib raises. Bad prose is never an error, it becomes a note; bad input and usage are."""

from __future__ import annotations


class AttribError(ValueError):
    """Base of everything attrib raises on purpose; the message says what to do next.

    >>> import attrib
    >>> try:
    ...     attrib.attribute("It rained.", published="some day")
    ... except attrib.AttribError as error:
    ...     print(type(error).__name__)
    UsageError
    """


class InputError(AttribError):
    """An input cannot be read: missing, not text, not the encoding it was said to have.

    >>> import attrib, pathlib
    >>> attrib.attribute(pathlib.Path("nowhere.txt"))
    Traceback (most recent call last):
    attrib.errors.InputError: nowhere.txt: no such file; check the path
    """


class UsageError(AttribError):
    """An option, a name or a value that attrib does not know.

    >>> import attrib
    >>> attrib.Attributor(min_confidence=80)
    Traceback (most recent call last):
    attrib.errors.UsageError: min_confidence is a probability, 0 to 1, not 80; did you mean 0.8?
    """


class MissingExtraError(AttribError):
    """A feature needs an optional package that is not installed; the message names the extra.

    >>> raise MissingExtraError("pandas is not installed; install attrib[pandas]")
    Traceback (most recent call last):
    attrib.errors.MissingExtraError: pandas is not installed; install attrib[pandas]
    """
