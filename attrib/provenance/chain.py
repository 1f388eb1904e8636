"""The way a statement took to the reader: publisher, then outlets, then the speaker."""

from __future__ import annotations

from collections.abc import Container, Sequence
from functools import lru_cache

from attrib.model import Attribution, Circumstances, Document, Link, Speaker
from attrib.outlets.catalogue import lookup


def build(
    document: Document,
    attributions: Sequence[Attribution],
    speakers: Sequence[Speaker | None],
    circumstances: Sequence[Circumstances],
    *,
    wire: str | None = None,
) -> list[tuple[Link, ...]]:
    """The chain of each attribution; the sequences go in step.

    After the publisher comes `wire`, the agency whose report the whole text is, then, from the
    outermost attribution that a claim stands in to its own, each outlet that obtained or reported
    it. A speaker that is an outlet is the last outlet, so that nobody is named twice.

    >>> from attrib.model import Span
    >>> claim = Attribution(
    ...     pattern="p", content=(Span(0, 2, "It"),), kind="indirect", confidence=1.0
    ... )
    >>> document = Document(text="It rains.", id="1", publisher="Riverton Gazette")
    >>> told = Circumstances(venue="Reuters")
    >>> chain, = build(document, [claim], [Speaker(name="Ana Ruiz", kind="person")], [told])
    >>> [(link.role, link.name) for link in chain]
    [('publisher', 'Riverton Gazette'), ('outlet', 'Reuters'), ('speaker', 'Ana Ruiz')]
    """
    opening: list[Link] = []
    if document.publisher:
        opening.append(Link("publisher", document.publisher))
    if wire:
        _pass(opening, wire)
    ways: dict[int, list[Link]] = {}
    chains = []
    for index, speaker in enumerate(speakers):
        for at in _from_outermost(attributions, index, ways):
            parent = attributions[at].parent
            links = list(opening if parent is None else ways.get(parent, opening))
            carrier = speakers[at]
            venue = circumstances[at].venue
            if venue:
                _pass(links, venue)
            if carrier is not None and carrier.kind == "outlet":
                _pass(links, carrier.name)
            ways[at] = links
        links = ways[index]
        if speaker is not None and speaker.kind != "outlet":
            links = [*links, Link("speaker", speaker.name)]
        chains.append(tuple(links))
    return chains


def _from_outermost(
    attributions: Sequence[Attribution], index: int, known: Container[int]
) -> list[int]:
    """The attribution at `index` and those around it, as far as not known, outermost first."""
    if index in known:
        return []
    around = {index: None}  # in order, and quick to ask however deep the nesting
    parent = attributions[index].parent
    while parent is not None and parent not in around and parent not in known:
        around[parent] = None
        parent = attributions[parent].parent
    return list(around)[::-1]


def _pass(links: list[Link], outlet: str) -> None:
    """Add an outlet, unless it is the one the statement has just passed, or the publisher."""
    same = [links[-1]] if links else []
    same += [link for link in links if link.role == "publisher"]
    if _key(outlet) not in {_key(link.name) for link in same}:
        links.append(Link("outlet", outlet))


@lru_cache(512)
def _key(name: str) -> str:
    """One key for all names of a listed outlet, and for a name with and without its article."""
    outlet = lookup(name)
    return (outlet.name if outlet else name).casefold().removeprefix("the ")
