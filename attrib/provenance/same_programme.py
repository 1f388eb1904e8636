"""Which outlet a programme is of that is meant without its name: `told the same programme`.

A programme is not named twice: `told Radio Riverton’s Day Break that …`, then `told the programme`.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from attrib.lazily import regex
from attrib.provenance import circumstance_patterns as patterns

if TYPE_CHECKING:
    from attrib.outlets.mentions import OutletMention

_AGAIN = regex.compile(
    r"""(?x)\b (?P<frame> (?i:told | tells? | telling | to | on )) \s
    (?P<words> (?: the | this | that ) \s (?P<same>same\s)?
      (?: (?:breakfast|morning|drive-?time|radio|television|TV|news|chat|talk|late-night|politics
        |political|sports?|comedy|weekly|daily|current[\s-]affairs) \s ){0,2}
      (?: programme | program | show | podcast ) ) \b
    (?! ['’]s\s | -\w | ,?\s[„“"‘'\p{Lu}]
      | \s(?:of|for|called|jump\w*|hosts?|presenters?|bosses|producers?|makers|crew|team|cast|fans
        |viewers|listeners|audience|organi[sz]\w+|runners?|floor|business|director|creator)\b )"""
)
_ALONE = frozenset(("told", "tells", "tell", "telling"))
"""After these, what is meant hears: `told the programme`, where nobody means a series of plays."""
_FAR = 8
_NEAR = 4
"""Paragraphs within which a programme is meant by that, and a station whose programme it is."""


def meant(
    text: str, start: int, end: int, before: Iterable[tuple[OutletMention, int]]
) -> tuple[OutletMention, int, int] | None:
    """The outlet whose programme the words between two offsets mean, and where these stand.

    `before` are the outlets named before it, the last first, each with how many paragraphs ago.

    >>> from attrib.model import Span
    >>> from attrib.outlets.mentions import OutletMention
    >>> text = "She told Lima TV’s Day Break so. He told the same programme more."
    >>> lima = OutletMention(span=Span.of(text, 9, 16), name="Lima TV", kind="broadcaster")
    >>> outlet, *at = meant(text, 36, 65, [(lima, 0)])
    >>> outlet.name, text[slice(*at)]
    ('Lima TV', 'the same programme')
    >>> meant(text, 36, 40, [(lima, 0)]) is None
    True
    """
    match = _AGAIN.search(text, start, end)
    if match is None:
        return None
    sure = match["same"] or match["frame"].lower() in _ALONE
    station = None
    for mention, ago in before:
        if ago > _FAR:
            break
        if _is_programme(text, mention):
            return mention, *match.span("words")
        if station is None and sure and ago <= _NEAR and mention.kind == "broadcaster":
            station = mention
    return None if station is None else (station, *match.span("words"))


def _is_programme(text: str, mention: OutletMention) -> bool:
    """Whether a mention is a programme, or one of its outlet's stands beside it."""
    end = mention.span.end
    if mention.programme or patterns.OWN_PROGRAMME.match(text, end):
        return True
    if _ITS_OWN.match(text, end):
        return True
    beside = text[max(0, mention.span.start - 12) : end + len(" programme")].lower()
    return any(head in beside for head in _HEADS)


_HEADS = ("podcast", "programme", " show", "broadcast ", "bulletin", "newscast")


_ITS_OWN = regex.compile(r"['’]s\s(?:\p{Lu}[\w’'-]{0,15}\s?){1,4}")
"""`RTÉ’s | Morning Ireland`: what a station has that bears a name of its own."""
