"""The rows of `evidence` and `edges` turned into code: one function that draws a choice's evidence,
and one that weighs it.

Weighing is where attrib spends its time, so what all options of a choice share is looked at once,
weights are looked up first by what is shared, and no piece is put together that need not be. The
functions are written out as Python and compiled on first use, as `attrs` and `namedtuple` do for
classes; their source is made of the expressions in their rows and of nothing else.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import cache, partial
from operator import itemgetter
from typing import Any, NamedTuple

from attrib.detection import edges, evidence, views
from attrib.detection.cues import AUXILIARIES, CueWord
from attrib.detection.evidence import Choice
from attrib.detection.patterns import ORDERS
from attrib.detection.views import VIEWS, Scene
from attrib.knowledge.weights import SHIPPED, Piece, Weights
from attrib.lazily import re
from attrib.words.tokens import CLOSE, OPEN

Tables = tuple[Any, ...]
"""The weights of a choice, a member for each of `Plan.groups`: the tables of its pieces or, where
views are looked up first, those by the values of these views, and those of any other values."""

Scorer = Callable[[Tables, Scene, CueWord, str, int, Sequence[Any]], list[Any]]
"""The sum of weights for each option (or, where a weight is a row, the rows)."""

Weigher = Callable[[Scene, CueWord, str, int, Sequence[Any]], list[Any]]
"""A scorer with the tables it weighs by."""

Drawer = Callable[[Scene, CueWord, str, int, Any], tuple[Piece, ...]]
"""All evidence for one option, by name."""


class Plan(NamedTuple):
    """In which order a choice looks at things."""

    shared: tuple[str, ...]
    """Views that do not depend on the option, each after those that it is made of."""
    own: tuple[str, ...]
    """Those that do."""
    groups: Mapping[tuple[str, ...], tuple[str, ...]]
    """Pieces by the shared views in them."""


@cache
def plan(name: str) -> Plan:
    """The plan of the choice of that name.

    >>> plan("content_start").groups[("lemma",)]
    ('lemma, distance',)
    """
    choice = CHOICES[name]
    needed: dict[str, None] = {}
    for piece in choice.pieces:
        for view in piece.split(", "):
            _need(choice, view, needed)
    shared = tuple(view for view in needed if not _depends(choice, view))
    groups: dict[tuple[str, ...], tuple[str, ...]] = {}
    for piece in choice.pieces:
        first, _ = parts(choice, piece)
        groups[first] = (*groups.get(first, ()), piece)
    return Plan(shared, tuple(view for view in needed if view not in shared), groups)


def parts(choice: Choice, piece: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The views of a piece by which its weight is looked up first, and the others."""
    views = piece.split(", ")
    if choice.given:
        first = tuple(view for view in views if view in choice.given)
    else:
        first = tuple(view for view in views if not _depends(choice, view))
    rest = tuple(view for view in views if view not in first)
    return (first, rest) if rest else ((), first)


def _expression(choice: Choice, view: str) -> str:
    return choice.views.get(view) or VIEWS[view]


@cache
def _names(view: str, expression: str) -> frozenset[str]:
    """The names in the expression of a view."""
    return frozenset(re.findall(r"(?<![.'])\b[a-z_]+\b(?!\()", expression)) - {view}


def _need(choice: Choice, view: str, needed: dict[str, None]) -> None:
    """Add a view, after those that its expression is made of."""
    for name in sorted(_names(view, _expression(choice, view))):
        if name in choice.views or name in VIEWS:
            _need(choice, name, needed)
    needed[view] = None


def _depends(choice: Choice, view: str) -> bool:
    """Whether a view depends on the option."""
    names = _names(view, _expression(choice, view))
    return "at" in names or any(
        _depends(choice, name) for name in names if name in choice.views or name in VIEWS
    )


def _key(views: Sequence[str]) -> str:
    return views[0] if len(views) == 1 else f"({', '.join(views)})"


_UNPACK = f"{', '.join(Scene._fields)} = scene"


def weigher(name: str, learned: Weights) -> Weigher:
    """The function that weighs the options of a choice by some weights."""
    return learned.once(_Weighers)[name]


@cache
def scorer(name: str) -> Scorer:
    """The function that weighs the options of a choice by tables it is given.

    Of a choice among names, whose weights are rows, it gives the rows.
    """
    choice, (shared, own, groups) = CHOICES[name], plan(name)
    nothing = "NO_ROW" if name in _BY_ORDER else "0.0"
    body = [_UNPACK, *(f"{view} = {_expression(choice, view)}" for view in shared)]
    found = []
    for i, (first, pieces) in enumerate(groups.items()):
        names = [f"seen_{i}_{k}" for k in range(len(pieces))]
        target = f"{', '.join(names)},"
        if not first:
            body.append(f"{target} = tables[{i}]")
        else:
            body.append(f"{target} = tables[{i}][0].get({_key(first)}, tables[{i}][1])")
        for table, piece in zip(names, pieces, strict=True):
            found.append(f"{table}.get({_key(parts(choice, piece)[1])}, {nothing})")
    result = f"({', '.join(found)})" if name in _BY_ORDER else " + ".join(found)
    body += ["found = []", "for at in options:"]
    body += [f"    {view} = {_expression(choice, view)}" for view in own]
    body += [f"    found.append({result})", "return found"]
    score: Scorer = _compiled("score", name, "tables, scene, cue, order, anchor, options", body)
    return score


@cache
def drawer(name: str) -> Drawer:
    """The function that draws the evidence for one option of a choice, piece by piece.

    >>> from attrib.detection.cues import find
    >>> from attrib.words.tags import tag
    >>> from attrib.words.tokens import tokenize
    >>> tokens = tokenize("Ana Ruiz left, he said.", [], [(0, 23)])
    >>> tagged = tag(tokens)
    >>> said = find(tokens, tagged)[-1]
    >>> drawer("cue_end")(views.scene(tokens, tagged), said, "", said.at, said.at)[:2]
    (('lemma, distance', 'say', 0), ('word, further', 'said', False))
    """
    choice, (shared, own, _) = CHOICES[name], plan(name)
    body = [_UNPACK, *(f"{view} = {_expression(choice, view)}" for view in (*shared, *own))]
    body.append(f"return ({', '.join(f'({piece!r}, {piece})' for piece in choice.pieces)},)")
    draw: Drawer = _compiled("draw", name, "scene, cue, order, anchor, at", body)
    return draw


def _compiled(verb: str, name: str, parameters: str, body: Sequence[str]) -> Any:
    function = f"{verb}_{name}"
    source = "\n    ".join([f"def {function}({parameters}):", *body])
    namespace: dict[str, Any] = {
        **vars(views),
        "AUXILIARIES": AUXILIARIES,
        "OPEN": OPEN,
        "CLOSE": CLOSE,
        "NO_ROW": (0.0,) * len(ORDERS),
    }
    exec(compile(source, f"<attrib {function}>", "exec"), namespace)
    return namespace[function]


def tables(name: str, learned: Weights) -> Tables:
    """The weights of a choice: `cue`, `source_start`, …"""
    return learned.once(_Built)[name]


def weight(name: str, piece: Piece, learned: Weights = SHIPPED) -> float:
    """What one piece of evidence weighs, as `drawer` draws it; nothing if it was never learned.

    >>> weight("cue", ("lemma, tag", "say", "VBD")) > 0
    True
    """
    built = tables(name, learned)
    for (first, pieces), group in zip(plan(name).groups.items(), built, strict=True):
        if piece[0] in pieces:
            first_of, rest_of = _getters(CHOICES[name], str(piece[0]))
            found = group[0].get(first_of(piece), group[1]) if first else group
            return float(found[pieces.index(str(piece[0]))].get(rest_of(piece), 0.0))
    raise KeyError(piece[0])


class _Weighers(dict[str, Weigher]):
    """The weigher of each choice, made when it is first asked for."""

    def __init__(self, learned: Weights) -> None:
        super().__init__()
        self._learned = learned

    def __missing__(self, name: str) -> Weigher:
        weigh = self[name] = partial(scorer(name), tables(name, self._learned))
        return weigh


class _Built(dict[str, Tables]):
    """The tables of each choice, built when it is first made."""

    def __init__(self, learned: Weights) -> None:
        super().__init__()
        self._learned = learned

    def __missing__(self, name: str) -> Tables:
        built = self[name] = self._learned.table(name, partial(build_tables, name))
        return built


def build_tables(name: str, learned: Weights) -> Tables:
    """The weights of a choice as its scorer takes them."""
    groups: list[tuple[tuple[str, ...], dict[Any, list[dict[Any, Any]]], tuple[str, ...]]]
    groups = [(first, {}, pieces) for first, pieces in plan(name).groups.items()]
    where = {
        piece: (by_first, len(pieces), k, *_getters(CHOICES[name], piece))
        for _, by_first, pieces in groups
        for k, piece in enumerate(pieces)
    }
    for seen, weight in learned.option_rows(name) if name in _BY_ORDER else learned.rows(name):
        by_first, width, k, first_of, rest_of = where[str(seen[0])]
        found = by_first.get(key := first_of(seen))
        if found is None:
            found = by_first[key] = [{} for _ in range(width)]
        found[k][rest_of(seen)] = weight
    return tuple(
        ({key: _shared(found) for key, found in by_first.items()}, _shared([{}] * len(pieces)))
        if first
        else _shared(by_first[()])
        for first, by_first, pieces in groups
    )


def _getters(choice: Choice, piece: str) -> tuple[Callable[[Piece], Any], Callable[[Piece], Any]]:
    """What take from a piece the values looked up first, and the others."""
    first, rest = ([place + 1 for place in places] for places in _places(choice, piece))
    return itemgetter(*first) if first else lambda _: (), itemgetter(*rest)


def _places(choice: Choice, piece: str) -> tuple[list[int], list[int]]:
    """Which views of a piece are looked up first, and which are the others."""
    views = piece.split(", ")
    first, rest = ([views.index(view) for view in members] for members in parts(choice, piece))
    return first, rest


def _shared(tables: Sequence[dict[Any, Any]]) -> tuple[dict[Any, Any], ...]:
    """The tables with one that all share for those that are empty."""
    return tuple(table or _NOTHING for table in tables)


_NOTHING: dict[Any, Any] = {}
_BY_ORDER = frozenset({evidence.ORDER.name})
"""The choice whose weights speak for several options each."""

CHOICES = {
    choice.name: choice
    for choice in (*vars(evidence).values(), *vars(edges).values())
    if isinstance(choice, Choice)
}
