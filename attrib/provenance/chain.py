"""The way a statement took to the reader: publisher, then outlets, then the speaker."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from attrs import evolve, frozen

from attrib.article.metadata import Header
from attrib.detection import nesting
from attrib.lazily import re
from attrib.model import Attribution, By, Circumstances, Document, Link, Span, Speaker
from attrib.outlets.catalogue import Outlet, lookup
from attrib.outlets.memory import stands_for
from attrib.outlets.mentions import OutletMention


def build(
    document: Document,
    header: Header,
    attributions: Sequence[Attribution],
    speakers: Sequence[Speaker | None],
    circumstances: Sequence[Circumstances],
    mentions: Iterable[OutletMention] = (),
) -> list[tuple[Link, ...]]:
    """The chain of each attribution; the sequences go in step.

    After the publisher comes the agency whose report the whole text is, then, from the outermost
    attribution that a claim stands in to its own, each outlet that obtained or reported it. A
    speaker that is an outlet is the last outlet, so that nobody is named twice. `mentions` say of
    outlets what the list does not.

    >>> claim = Attribution(
    ...     pattern="p", content=(Span(0, 2, "It"),), kind="indirect", confidence=1.0
    ... )
    >>> document = Document(text="It rains.", id="1", publisher="Riverton Gazette")
    >>> told = Circumstances(venue="AFP", venue_by="told")
    >>> who = Speaker(name="Ana Ruiz", kind="person")
    >>> chain, = build(document, Header(), [claim], [who], [told])
    >>> [(link.role, link.name, link.by, (link.listed or "")[:3]) for link in chain][:2]
    [('publisher', 'Riverton Gazette', 'given', ''), ('outlet', 'AFP', 'told', 'Age')]
    """
    outlets = _Outlets({each.name: each for each in reversed([*mentions])})
    opening = _opening(document, header, outlets)
    ways: list[list[Link]] = [opening] * len(attributions)
    for i in nesting.outer_first(attributions):
        attribution, speaker, told = attributions[i], speakers[i], circumstances[i]
        links = [*(opening if attribution.parent is None else ways[attribution.parent])]
        if told.venue:
            by = told.venue_by or "told"
            _pass(links, outlets.link(told.venue, told.venue_span, by))
        if speaker is not None and speaker.kind == "outlet":
            span = attribution.source
            _pass(links, outlets.link(speaker.name, span, _by_cue(attribution)))
        ways[i] = links
    return [
        (*links, Link("speaker", speaker.name, span=attribution.source))
        if speaker is not None and speaker.kind != "outlet"
        else tuple(links)
        for attribution, speaker, links in zip(attributions, speakers, ways, strict=True)
    ]


def _opening(document: Document, header: Header, outlets: _Outlets) -> list[Link]:
    """The links that all statements of an article share."""
    links: list[Link] = []
    if document.publisher:
        stated = document.publisher == header.publisher
        span = header.publisher_span if stated else None
        by: By = header.publisher_by or "stated" if stated else "given"
        links.append(evolve(outlets.link(document.publisher, span, by), role="publisher"))
    # Credits alone do not tell whose report the text is: `AP contributed` to one part of it.
    if header.wire:
        _pass(links, outlets.link(header.wire, header.wire_span, header.wire_by or "dateline"))
    return links


def _by_cue(attribution: Attribution) -> By:
    relayed = attribution.cue is not None and attribution.cue.span.text.lower().startswith(
        ("citing", "quoting", "with reference", "referring")
    )
    return "citing" if relayed else "reported"


def _pass(links: list[Link], outlet: Link) -> None:
    """Add an outlet, unless it is the one the statement has just passed, or the publisher."""
    same = [links[-1]] if links else []
    same += [link for link in links if link.role == "publisher"]
    if not any(_is_same(link, outlet) for link in same):
        links.append(outlet)


def _is_same(one: Link, other: Link) -> bool:
    """Whether two links are one outlet: by the list, or one by a part of the other's name."""
    if one.listed is not None and other.listed is not None:
        return one.listed == other.listed
    a, b = (_BAND.sub("", link.name.casefold()).removeprefix("the ") for link in (one, other))
    if a == b or (one.listed or "").casefold().removeprefix("the ") == b:
        return True
    full, short = one.name.removeprefix("The "), other.name.removeprefix("The ")
    if stands_for(full, short) or stands_for(short, full):
        return True
    # `the Echo` for its publisher `The Wendle Echo`, `(Marrow)` for `Marrow News Agency`;
    # `BBC Wales` is not the `BBC`.
    begins = other.listed is None and a.startswith(f"{b} ")
    return one.role == "publisher" and (begins or a.endswith(f" {b}"))


_BAND = re.compile(r"[- ](?:tv|fm|am|dt)\Z")
"""`WORV-TV` is `WORV`."""


@frozen
class _Outlets:
    """What is known of outlets by their names."""

    mentions: Mapping[str, OutletMention]
    """The first mention of each name."""

    def link(self, name: str, span: Span | None, by: By) -> Link:
        known = lookup(name) or self.mentions.get(name)
        if known is None:
            return Link("outlet", name, span=span, by=by)
        listed = known.name if isinstance(known, Outlet) else known.listed_as
        return Link(
            "outlet",
            name,
            listed=listed,
            country=known.country,
            kind=known.kind,
            span=span,
            by=by,
        )
