"""What an article has once told to be an outlet is one wherever it stands in it.

`the portal Gjurma`, then `Gjurma`; `Zalanda Television`, then `Zalanda`; `Sahel News Agency (SNA)`,
then `SNA`.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from attrib.knowledge import names, nationalities
from attrib.knowledge.nouns import lookup as noun
from attrib.lazily import re
from attrib.model import OutletKind
from attrib.outlets.runs import CAPITAL, Form, places
from attrib.outlets.surroundings import after_capital

_WORD = re.compile(rf"[{CAPITAL}]\w*")
_ACRONYM = re.compile(r"\s\(([A-Z][A-Za-z]{1,5})\)")
# Last words that a later mention drops; `Orvale Today` is no `Orvale`.
_DROPPED = re.compile(
    r"(?: (?:news|press|information))? (?:agency|service)\Z| (?:television|tv|radio|channel)\Z",
    re.IGNORECASE,
)
_BROADCASTER = re.compile(r"-(?:TV|FM|AM|DT)\Z")
# `in Orvale`, `Orvale residents`: a word that names a place is not its newspaper.
_PLACE_BEFORE = re.compile(r"\b(?:in|at|near|from|outside|around|for|to|of)\s$")

_EDGE = re.compile(r"\b")
_ENDS_NAME = re.compile(r"\b(?! (?:News|Press|Radio|T))")


def recall(
    text: str, told: Iterable[Form], known: Mapping[str, OutletKind | None]
) -> Iterator[Form]:
    """Further mentions of the outlets that are `told` of, or `known` from around the text.

    >>> told = [Form(9, 27, "Zalanda Television", "broadcaster")]
    >>> [f.start for f in recall("Asked by Zalanda Television. Zalanda said no.", told, {})]
    [9, 29]
    """
    full: dict[str, tuple[str, OutletKind | None]] = {}
    for name, kind in known.items():
        if name[:1].isupper():
            full[name] = (name, kind)
            full |= dict.fromkeys(_shorter(text, name), (name, kind))
    for form in told:
        known_kind = full.get(form.name, ("", None))[1] or form.kind is None
        if not (form.name in full and known_kind) and _WORD.match(form.name):
            full[form.name] = (form.name, form.kind)
            full |= dict.fromkeys(_shorter(text, form.name), (form.name, form.kind))
            acronym = _ACRONYM.match(text, form.end)
            if acronym is not None and stands_for(acronym[1], form.name):
                full[acronym[1]] = (form.name, form.kind)
    if not full:
        return
    by_first: dict[str, list[str]] = {}
    for words in sorted(full, key=len, reverse=True):
        first = _WORD.match(words)
        if first is not None:
            by_first.setdefault(first[0], []).append(words)
    for match in _WORD.finditer(text):
        for words in by_first.get(match[0], ()):
            start, end = match.start(), match.start() + len(words)
            if not text.startswith(words, start) or _within(text, start, end):
                continue
            name, kind = full[words]
            opens = text[start - 2 : start - 1] in (".", "!", "?", "\n")
            if words != name and (
                (not opens and after_capital(text, start)) or _goes_on(text, end)
            ):
                continue
            yield Form(start, end, name, kind)
            break


def stands_for(letters: str, name: str) -> bool:
    """Whether `letters` are the initials of `name`.

    >>> stands_for("RNA", "Riverton News Agency"), stands_for("RNA", "Riverton Gazette")
    (True, False)
    """
    capitals = "".join(word[0] for word in re.findall(r"\w+", name) if word[0].isupper())
    return len(letters) > 1 and letters.replace(".", "").upper() == capitals


def _shorter(text: str, name: str) -> Iterator[str]:
    """What else may stand for a name later."""
    for cut in (_DROPPED.search(name), _BROADCASTER.search(name)):
        if cut is None:
            continue
        rest = name[: cut.start()]
        if rest.islower() or len(rest) < 3 or " " in rest:
            if " " in rest:
                yield rest
            continue
        if noun(rest) or names.is_given(rest) or nationalities.countries(rest):
            continue
        if not any(
            _PLACE_BEFORE.search(text, max(0, at - 8), at)
            and _EDGE.match(text, at)
            and _ENDS_NAME.match(text, at + len(rest))
            for at in places(text, rest)
        ):
            yield rest
    initials = "".join(word[0] for word in re.findall(r"\w+", name) if word[0].isupper())
    if len(initials) >= 3 and f"({initials})" in text:
        yield initials


def _within(text: str, start: int, end: int) -> bool:
    before, after = text[start - 1 : start], text[end : end + 2]
    return (
        before.isalnum()
        or before in ("@", "#", "/", "-", "_")
        or after[:1].isalnum()
        or (after[:1] in ("-", "@", "_") and after[1:].isalnum())
    )


def _goes_on(text: str, end: int) -> bool:
    """Whether a capitalised word follows: the name is of something longer."""
    return re.match(rf"\s(?:of\s|for\s)?[{CAPITAL}]", text[end : end + 6]) is not None
