"""Which learned tables are kept as the stages look things up in them, and what makes each of them.

`benchmarks/learn.py` writes them into `data/learned/packed`, from which `Weights.table` takes them.
"""

from __future__ import annotations

import marshal
from collections.abc import Callable
from functools import partial
from typing import Any

from attrib.detection import cues, scoring
from attrib.knowledge.weights import Weights
from attrib.words import tags

TABLES: dict[str, Callable[[Weights], Any]] = {
    "words": tags.make_lexicon,
    "tags": tags.make_choosers,
    "first_sight": cues.make_first_sight,
    **{name: partial(scoring.build_tables, name) for name in scoring.CHOICES},
}


def pack(name: str, learned: Weights) -> bytes:
    """A table in the form that every Python since 3.4 reads."""
    return marshal.dumps(TABLES[name](learned), 4)
