"""The news outlets of our list, `data/outlets.tsv`, and every way to write their names.

The programmes of `data/programmes.tsv` are further names of their outlets. A name that also means
something else (`Time`, `the Post`) is marked in the list, and `mentions` reads the words around it.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from typing import NamedTuple, cast

from attrs import field, frozen

from attrib.knowledge.nouns import rows
from attrib.lazily import re
from attrib.model import OutletKind
from attrib.outlets.runs import CAPITAL

WORD = re.compile(rf"[{CAPITAL}0-9]\w*")


@frozen(kw_only=True)
class Outlet:
    """A news outlet of the list."""

    name: str
    country: str
    """ISO 3166 code of the country its newsroom is in."""
    kind: OutletKind
    names: tuple[str, ...] = field(repr=False)
    """All its names as the list has them, marks and brackets included."""


def lookup(name: str) -> Outlet | None:
    """The listed outlet that `name` stands for on its own, if there is just one; case is ignored.

    >>> lookup("the associated press").name, lookup("AFP").country
    ('The Associated Press', 'FR')
    >>> lookup("the Post") is None
    True
    """
    rows = _by_name().get(key(name), ())
    return rows[0] if len(rows) == 1 else None


class Name(NamedTuple):
    """One way to write one or more outlets' names, ready to be compared with the text."""

    words: str
    """Without a leading article."""
    lead: int
    """How far into `words` the first capital or digit is, by which the name is found."""
    article: bool
    """Whether the name is written with `the`."""
    marked: bool
    programme: bool
    outlets: tuple[Outlet, ...]


class Namesakes(NamedTuple):
    """The names with one first capitalised word, longest first."""

    names: tuple[Name, ...]
    leads: tuple[int, ...]
    """How far before that word any of the names begins."""
    written: tuple[str, ...]


def key(name: str) -> str:
    # Split where the lines of `as_listed` may break, too.
    return " ".join(name.replace("’", "'").casefold().split()).removeprefix("the ")


def as_listed(text: str) -> str:
    """The text as the list writes names: it may break one over two lines, or curl an apostrophe.

    One for one, so that offsets stay.
    """
    return text.replace("\n", " ").replace("\xa0", " ").replace("’", "'")


@cache
def _outlets() -> tuple[Outlet, ...]:
    return tuple(
        Outlet(
            name=_shown(name),
            country=country,
            kind=cast(OutletKind, kind),
            names=(name, *(others[0].split("|") if others else ())),
        )
        for name, country, kind, *others in rows("outlets.tsv")
    )


def _shown(name: str) -> str:
    """The name without mark and brackets."""
    return name.removeprefix("?").partition(" (")[0]


@cache
def _names() -> tuple[Name, ...]:
    """Every way to write every outlet's name, namesakes together, unmarked before marked."""
    owners: dict[tuple[bool, str], list[Outlet]] = {}
    with_article = set()
    programmes = rows("programmes.tsv")
    written = [(name, outlet) for outlet in _outlets() for name in outlet.names]
    by_shown = {outlet.name: outlet for outlet in _outlets()}
    written += [(programme, by_shown[owner]) for programme, owner in programmes]
    for name, outlet in written:
        shown = _shown(name)
        words = shown.removeprefix("The ").removeprefix("the ")
        if words != shown:
            with_article.add(words)
        owners.setdefault((name.startswith("?") or "(" in name, words), []).append(outlet)
    on_air = {_shown(programme).removeprefix("The ") for programme, _ in programmes}
    return tuple(
        Name(
            words=words,
            lead=first.start() if (first := WORD.search(words)) else -1,
            article=words in with_article,
            marked=marked,
            programme=words in on_air,
            outlets=_once(outlets),
        )
        for (marked, words), outlets in owners.items()
        if not (marked and (False, words) in owners)
    )


def _once(outlets: list[Outlet]) -> tuple[Outlet, ...]:
    return tuple(dict.fromkeys(outlets)) if len(outlets) > 1 else tuple(outlets)


@cache
def by_first_word() -> dict[str, Namesakes]:
    """Names by their first capitalised word, as a walk over the text meets it."""
    index: dict[str, list[Name]] = {}
    for name in _names():
        if first := WORD.match(name.words, name.lead) if name.lead >= 0 else None:
            index.setdefault(first[0], []).append(name)
    return {first: namesakes(names) for first, names in index.items()}


def namesakes(names: Iterable[Name]) -> Namesakes:
    names = tuple(sorted(names, key=lambda name: -len(name.words)))
    leads = tuple({name.lead for name in names})
    return Namesakes(names, leads, tuple(name.words for name in names))


@cache
def lower_case_names() -> tuple[Name, ...]:
    return tuple(
        name._replace(lead=0) for name in _names() if name.lead < 0 and "." not in name.words
    )


@cache
def _by_name() -> dict[str, tuple[Outlet, ...]]:
    """Outlets by the key of each name; an own name goes before an alias, unmarked before marked."""
    own: dict[str, list[Outlet]] = {}
    alias: dict[str, list[Outlet]] = {}
    for outlet in _outlets():
        own.setdefault(key(outlet.name), []).append(outlet)
        for name in outlet.names:
            if "(" in name:
                own.setdefault(key(name.removeprefix("?")), []).append(outlet)
    for written in _names():
        alias.setdefault(key(written.words), []).extend(written.outlets)
    # Brackets tell namesakes apart, so `The Nation` alone is none of them.
    return {key: _once(outlets) for key, outlets in {**alias, **own}.items()}
