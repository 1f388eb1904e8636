"""What stands for a pattern until one of its methods is asked for."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

METHODS = ("search", "match", "fullmatch", "finditer", "findall", "sub", "subn", "split")


class Lazily:
    """Its methods are the compiled pattern's own once one of them was asked for."""

    def __init__(self, pattern: str | bytes, compiled: Callable[[], Any]) -> None:
        self.pattern = pattern
        self._compiled = compiled

    def __getattr__(self, name: str) -> Any:
        compiled = self._compiled()
        self._compiled = lambda: compiled
        for method in METHODS:
            setattr(self, method, getattr(compiled, method))
        return getattr(compiled, name)
