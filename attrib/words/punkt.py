"""NLTK's sentence tokenizer with parameters of ours: no data to download, no more of NLTK than it.

`import nltk` runs some 240 modules, and NumPy where it is installed; Punkt needs six of them. So it
is imported below packages that know where NLTK's modules are but have not been run, a fifth of a
second and 15 MB (with NumPy a second and 90 MB) sooner. What a program imports of NLTK is not
touched by that: the modules are taken out of `sys.modules` again, and used from there if they were
in before.
"""

from __future__ import annotations

import sys
from functools import cache
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path
from threading import Lock
from types import ModuleType
from typing import Any

from attrib.knowledge.nouns import rows

_PACKAGES = ("nltk", "nltk.tokenize")
_MODULE = "nltk.tokenize.punkt"
_importing = Lock()


def breaks(token: str, following: str) -> bool:
    """Whether a sentence ends between a word with a full stop and the word after it.

    >>> breaks("U.S.", "The"), breaks("Mr.", "Ruiz")
    (True, False)
    """
    return bool(_tokenizer().text_contains_sentbreak(f"{token} {following}"))


@cache
def _tokenizer() -> Any:
    return module().PunktSentenceTokenizer(parameters())


def parameters() -> Any:
    """The `PunktParameters` that attrib reads with."""
    punkt = module()
    found = punkt.PunktParameters()
    found.abbrev_types = {abbreviation.lower() for abbreviation in abbreviations()}
    found.sent_starters = set(_words("starters.txt"))
    for word in found.sent_starters - {"i"}:
        # All but I are written small elsewhere, which tells `Plan B. The` from `J. Smith`.
        found.add_ortho_context(word, punkt._ORTHO_LC)
    return found


@cache
def abbreviations() -> frozenset[str]:
    """Lower case; with a capital those that count only so, since the word is a common one too."""
    return _words("abbreviations.txt")


def _words(name: str) -> frozenset[str]:
    return frozenset(word for (word,) in rows(name))


@cache
def module() -> ModuleType:
    """`nltk.tokenize.punkt`, as the program has imported it or else alone."""
    with _importing:
        if "nltk" in sys.modules:
            return import_module(_MODULE)
        try:
            return _alone()
        except (ImportError, AttributeError):  # a release whose Punkt needs more
            return import_module(_MODULE)


def _alone() -> ModuleType:
    spec = find_spec("nltk")
    if spec is None or not spec.submodule_search_locations:
        raise ImportError(_MODULE)
    root = Path(spec.submodule_search_locations[0])
    try:
        for name in _PACKAGES:
            package = ModuleType(name)
            package.__path__ = [str(root.joinpath(*name.split(".")[1:]))]
            sys.modules[name] = package
        return import_module(_MODULE)
    finally:
        for name in [name for name in sys.modules if name.partition(".")[0] == "nltk"]:
            del sys.modules[name]
