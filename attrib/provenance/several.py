"""Who speaks by name: `one of them` by the name of those who spoke before, `Ruiz` in full."""

from __future__ import annotations

from collections.abc import Sequence

from attrib.lazily import regex
from attrib.model import Speaker

_OF_THEM = regex.compile(
    r"(?i)(?:one|two|three|four|five|some|several|most|many|both|all|another|a\s(?:second|third|fourth)"
    r"|the\s(?:other|others|first|second|third))(?:\sone)?\sof\s(?:the(?:se|m)?|those)\b"
    r"(?:\s(?:other\s)?(?:people|persons|sources|officials|diplomats|executives|insiders|aides"
    r"|lawmakers|bankers|traders|advisers|employees|workers|residents|witnesses|delegates))?\Z"
    r"|the\s(?:people|sources|persons|insiders)\Z"
)
"""Some of those who spoke before: `one of them`, `two of the people`, `the sources`."""


def names(speakers: Sequence[Speaker | None]) -> list[str]:
    """The speakers by name; some of them by the name of those who spoke before.

    >>> told = [("two clerks", "anonymous"), ("one of the people", "anonymous")]
    >>> names([Speaker(name=name, kind=kind) for name, kind in told])
    ['two clerks', 'two clerks']
    """
    found: list[str] = []
    several = ""
    for speaker in speakers:
        name = speaker.name if speaker else ""
        if _OF_THEM.match(name):
            name = several or name
        elif speaker is not None and speaker.kind in ("anonymous", "group"):
            several = name
        found.append(name)
    return _by_full_names(found)


def _by_full_names(found: Sequence[str]) -> list[str]:
    """The names, a last one alone by the only fuller name that ends in it."""
    fuller: dict[str, set[str]] = {}
    for name in found:
        if " " in name:
            fuller.setdefault(name.rpartition(" ")[2], set()).add(name)
    return [
        next(iter(fuller[name])) if len(fuller.get(name, ())) == 1 and name.istitle() else name
        for name in found
    ]
