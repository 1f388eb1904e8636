"""An agency in a byline that the caller or a page gave: `Jo Lund, AP`, `Reuters Staff`."""

from __future__ import annotations

from attrs import evolve

from attrib.article.mastheads import whole_outlet
from attrib.article.metadata import Header
from attrib.lazily import re
from attrib.outlets.catalogue import lookup

_PARTS = re.compile(r"\s*[,;|/()•·–—]\s*|\s+-\s+|\s+(?:and|of|for|in|with|&)\s+|\A(?i:by)\s+")
_STAFF = re.compile(r"(?i)\s+(?:staff|writers?|reporters?|correspondents?|news\s?room|agency)\Z")
_LONGEST = 300


def signed(header: Header, byline: str | None, publisher: str | None) -> Header:
    """The header with the agency of a byline as the one whose report the whole text is.

    >>> found = signed(Header(), "Jo Lund, AP", "Riverton Gazette")
    >>> found.wire, found.credits
    ('AP', ('AP',))
    >>> signed(Header(), "Jo Lund, AP", "Associated Press").wire is None
    True
    """
    own = lookup(publisher) if publisher else None
    agencies = []
    for part in _PARTS.split(byline[:_LONGEST]) if byline else ():
        outlet = whole_outlet(_STAFF.sub("", part))
        if outlet is None or outlet.kind != "agency":
            continue
        if own is None or lookup(outlet.name) != own:
            agencies.append(outlet.name)
    if not agencies:
        return header
    return evolve(
        header,
        wire=header.wire or agencies[0],
        wire_by=header.wire_by if header.wire else "credit",
        credits=tuple(dict.fromkeys((*header.credits, *agencies))),
    )
