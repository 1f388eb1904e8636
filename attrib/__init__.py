"""Who said what, and who says so: provenance records from news articles.

>>> import attrib
>>> analysis = attrib.attribute("“We are ready,” Mayor Ana Ruiz told Reuters.")
>>> for record in analysis:
...     print(record.who, "|", record.how, "|", record.what)
Ana Ruiz | told | “We are ready,”

Start with `attribute` and `Analysis`; `Attributor` is for many articles.
"""

from __future__ import annotations

# The public names are loaded when first used, so that `import attrib` costs nothing.
from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from attrib.analysis import Analysis
    from attrib.attributor import Attributor, attribute
    from attrib.detection.patterns import PATTERNS
    from attrib.errors import AttribError, InputError, MissingExtraError, UsageError
    from attrib.integrations.frames import to_dataframe
    from attrib.model import (
        Addressee,
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
    from attrib.records.explain import explain
    from attrib.records.verify import verify

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
    **dict.fromkeys(("Attributor", "attribute"), "attributor"),
    "Analysis": "analysis",
    "PATTERNS": "detection.patterns",
    "explain": "records.explain",
    "to_dataframe": "integrations.frames",
    "verify": "records.verify",
}
"""Module of each public name that is not in `model`."""


def __dir__() -> list[str]:
    return [*__all__, "__all__", "__doc__", "__version__"]


def __getattr__(name: str) -> Any:
    if name not in __all__:
        raise AttributeError(f"module 'attrib' has no attribute {name!r}")
    value = getattr(import_module(f"attrib.{_HOME.get(name, 'model')}"), name)
    globals()[name] = value
    return value
