"""Who said what, and who says so: provenance records from news articles.

The names below are loaded when first used, so that `import attrib` costs nothing.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from attrib.errors import AttribError, InputError, MissingExtraError, UsageError
    from attrib.explain import explain
    from attrib.frames import to_dataframe
    from attrib.model import (
        Addressee,
        Analysis,
        Circumstances,
        Cue,
        Document,
        Link,
        Note,
        Record,
        Span,
        Speaker,
        Time,
    )
    from attrib.patterns import PATTERNS
    from attrib.pipeline import Attributor, attribute
    from attrib.provenance import verify

__version__ = "0.1.0"

__all__ = [
    "PATTERNS",
    "Addressee",
    "Analysis",
    "AttribError",
    "Attributor",
    "Circumstances",
    "Cue",
    "Document",
    "InputError",
    "Link",
    "MissingExtraError",
    "Note",
    "Record",
    "Span",
    "Speaker",
    "Time",
    "UsageError",
    "attribute",
    "explain",
    "to_dataframe",
    "verify",
]

_HOME = {
    **dict.fromkeys(("AttribError", "InputError", "MissingExtraError", "UsageError"), "errors"),
    **dict.fromkeys(("Attributor", "attribute"), "pipeline"),
    "PATTERNS": "patterns",
    "explain": "explain",
    "to_dataframe": "frames",
    "verify": "provenance",
}
"""Module of each public name that is not in `model`."""


def __getattr__(name: str) -> Any:
    if name not in __all__:
        raise AttributeError(f"module 'attrib' has no attribute {name!r}")
    value = getattr(import_module(f"attrib.{_HOME.get(name, 'model')}"), name)
    globals()[name] = value
    return value
