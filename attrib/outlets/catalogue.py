"""The news outlets of our list, `data/outlets.tsv`, and every way to write their names.

The programmes of `data/programmes.tsv` are further names of their outlets. A name that also means
something else (`Time`, `the Post`) is marked in the list, and `mentions` reads the words around it.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import cache
from typing import Any, NamedTuple, cast

from attrs import field, frozen

from attrib.knowledge.nouns import rows
from attrib.knowledge.shipped import packed
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
    found = _listed().by_key.get(key(name), ())
    return _outlet(found[0]) if len(found) == 1 else None


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


_Fields = tuple[str, str, OutletKind, tuple[str, ...]]
"""Of an outlet: name, country, kind, names."""
_Members = tuple[str, int, bool, bool, bool, tuple[int, ...]]
"""Of a `Name`, with the indices of its outlets for these."""


def key(name: str) -> str:
    # Split where the lines of `as_listed` may break, too.
    return " ".join(name.replace("’", "'").casefold().split()).removeprefix("the ")


def as_listed(text: str) -> str:
    """The text as the list writes names: it may break one over two lines, or curl an apostrophe.

    One for one, so that offsets stay.
    """
    return text.replace("\n", " ").replace("\xa0", " ").replace("’", "'")


@cache
def first_words() -> frozenset[str]:
    """The first capitalised words of all names, as a walk over the text meets them."""
    return frozenset(_listed().by_first_word)


@cache
def by_first_word(word: str) -> Namesakes:
    """The names whose first capitalised word is one of `first_words`."""
    return namesakes([_name(at) for at in _listed().by_first_word[word]])


def namesakes(names: Iterable[Name]) -> Namesakes:
    """Names that are looked for together."""
    names = tuple(sorted(names, key=lambda name: -len(name.words)))
    leads = tuple({name.lead for name in names})
    return Namesakes(names, leads, tuple(name.words for name in names))


@cache
def lower_case_names() -> tuple[Name, ...]:
    return tuple(
        _name(at)._replace(lead=0)
        for at, (words, lead, *_) in enumerate(_listed().names)
        if lead < 0 and "." not in words
    )


@cache
def _name(at: int) -> Name:
    words, lead, article, marked, programme, owners = _listed().names[at]
    return Name(words, lead, article, marked, programme, tuple(map(_outlet, owners)))


@cache
def _outlet(at: int) -> Outlet:
    name, country, kind, names = _listed().outlets[at]
    return Outlet(name=name, country=country, kind=kind, names=names)


class _Listed(NamedTuple):
    """The list and its indexes, without the objects made of them: an article needs few of them."""

    outlets: tuple[_Fields, ...]
    names: tuple[_Members, ...]
    by_first_word: dict[str, tuple[int, ...]]
    by_key: dict[str, tuple[int, ...]]
    """Outlets by the key of each name; an own name goes before an alias, unmarked before marked."""


@cache
def _listed() -> _Listed:
    return _Listed(*_outlets_and_names())


@packed("outlets.tsv", "programmes.tsv")
def _outlets_and_names() -> tuple[Any, ...]:
    """The members of `_Listed`."""
    outlets = tuple(
        (
            _shown(name),
            country,
            cast(OutletKind, kind),
            (name, *(others[0].split("|") if others else ())),
        )
        for name, country, kind, *others in rows("outlets.tsv")
    )
    names = _names(outlets)
    first_words: dict[str, tuple[int, ...]] = {}
    for at, (words, lead, *_) in enumerate(names):
        if first := WORD.match(words, lead) if lead >= 0 else None:
            first_words[first[0]] = (*first_words.get(first[0], ()), at)
    return outlets, names, first_words, _by_key(outlets, names)


def _names(outlets: Sequence[_Fields]) -> tuple[_Members, ...]:
    """Every way to write every outlet's name, unmarked before marked."""
    owners: dict[tuple[bool, str], dict[int, None]] = {}
    with_article = set()
    programmes = rows("programmes.tsv")
    written = [(name, at) for at, outlet in enumerate(outlets) for name in outlet[-1]]
    by_shown = {outlet[0]: at for at, outlet in enumerate(outlets)}
    written += [(programme, by_shown[owner]) for programme, owner in programmes]
    for name, at in written:
        shown = _shown(name)
        words = shown.removeprefix("The ").removeprefix("the ")
        if words != shown:
            with_article.add(words)
        owners.setdefault((name.startswith("?") or "(" in name, words), {})[at] = None
    on_air = {_shown(programme).removeprefix("The ") for programme, _ in programmes}
    return tuple(
        (
            words,
            first.start() if (first := WORD.search(words)) else -1,
            words in with_article,
            marked,
            words in on_air,
            tuple(at),
        )
        for (marked, words), at in owners.items()
        if not (marked and (False, words) in owners)
    )


def _by_key(outlets: Sequence[_Fields], names: Sequence[_Members]) -> dict[str, tuple[int, ...]]:
    own: dict[str, dict[int, None]] = {}
    alias: dict[str, dict[int, None]] = {}
    for at, (shown, _, _, written) in enumerate(outlets):
        own.setdefault(key(shown), {})[at] = None
        for name in written:
            if "(" in name:
                own.setdefault(key(name.removeprefix("?")), {})[at] = None
    for words, *_, owners in names:
        alias.setdefault(key(words), {}).update(dict.fromkeys(owners))
    # Brackets tell namesakes apart, so `The Nation` alone is none of them.
    return {key: tuple(at) for key, at in {**alias, **own}.items()}


def _shown(name: str) -> str:
    """The name without mark and brackets."""
    return name.removeprefix("?").partition(" (")[0]
