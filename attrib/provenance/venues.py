"""Through which outlet the words about a statement say that it came: `told Reuters`, `on CNN`.

Outlets are named, or meant by what they are: `told the agency`, `the guest of the programme`. Whom
such words mean is looked for among the outlets named before them.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence, Set
from typing import NamedTuple

from attrib.lazily import regex
from attrib.model import By, Span
from attrib.outlets import name_ends, rivals
from attrib.outlets.descriptors import OutletDescriptor, describes_outlet
from attrib.outlets.mentions import OutletMention
from attrib.provenance import circumstance_patterns as patterns
from attrib.provenance import same_programme, signs


class Venue(NamedTuple):
    """The outlet that obtained a statement, and the words that say so."""

    name: str
    span: Span
    by: By


HEADS = (
    "agency|newswire|wire|newspaper|paper|daily|weekly|tabloid|broadsheet|magazine|journal|periodical"
    "|publication|broadcaster|television|radio|station|channel|network|outlet|site|website|portal"
    "|blog|podcast|media|service|title|newsroom"
)
_MEANT = regex.compile(
    rf"""(?x)\b (?P<frame> (?i: told | tells? | telling
      | assur(?:ed|es|ing) | inform(?:ed|s|ing) | remind(?:ed|s|ing)
      | to | with | by | on | in | for | from ))
    (?:\s(?i:correspondents?|reporters?|journalists?)\s(?:of|from))?
    \s (?P<words> (?P<determiner> (?i:the|this|that|our) ) \s
    (?: (?:[\w’'-]{{1,20}}\s){{0,3}}? (?:{HEADS}) ) ) \b
    (?! ['’]s\s | -\w | \s(?:of|for)\b )"""
)
"""Words that mean an outlet where something is said to one."""
PROGRAMME = regex.compile(
    r"""(?xi)\b(?: (?: of | on | in | to | the | its | same | that )\s
      (?:the\s|this\s|its\s|same\s)? (?:[\w’'-]{1,15}\s){0,2}?
      (?:programme|program|show|podcast|talk\sshow|newscast|bulletin|broadcast|telecast)
      | on\s(?:mon|tues|wednes|thurs|fri|satur|sun)day (?:\s(?:night|morning|evening))? ['’]s ) \s
    [„“"'‘`]{1,2} (?P<name>[^„“”"\n]{2,50}?) [.,]?[”“"'’]{1,2}"""
)
_ON = regex.compile(r",?\s(?:on|of|by)\s(?:the\s)?")
_TELLING = frozenset(
    "told tell tells telling to with for assured assures assuring informed informs informing"
    " reminded reminds reminding".split()
)
_TOLD = ("told ", "tells ", "told the ", "tells the ")
_FAR = 6
"""Paragraphs within which `the paper` points back."""


class Venues:
    """The outlets of an article, as places where something is said."""

    def __init__(self, text: str, publisher: str | None, mentions: Sequence[OutletMention]) -> None:
        self.text = text
        self._publisher = publisher
        self.mentions = mentions
        self._starts = [mention.span.start for mention in mentions]
        self._lines = [match.end() for match in regex.finditer(r"\n\s*+", text)]

    def within(self, start: int, end: int) -> Sequence[OutletMention]:
        """The outlets named between two offsets."""
        first = bisect_left(self._starts, start)
        return self.mentions[first : bisect_left(self._starts, end, first)]

    def find(self, start: int, end: int, words: Set[str]) -> Venue | None:
        """The outlet that the words between two offsets tell of; `words` are those in lower case.

        >>> text = "Ana Ruiz told Lima TV so. She told the channel more."
        >>> mention = OutletMention(span=Span.of(text, 14, 21), name="Lima TV", kind="broadcaster")
        >>> found = Venues(text, None, [mention]).find(30, 52, {"told", "channel"})
        >>> found.name, found.span.text, found.by
        ('Lima TV', 'the channel', 'told')
        """
        text = self.text
        for outlet in self.within(start, end):
            before, after = outlet.span.start, outlet.span.end
            if patterns.BEFORE_OUTLET.search(text, start, before) and not (
                patterns.OUTLETS_OWN.match(text, after)
                or patterns.ABOUT_OUTLET.search(text, start, before)
            ):
                by: By = "programme" if outlet.programme or self._airs(outlet) else "told"
                return Venue(outlet.name, outlet.span, by)
        if not words.isdisjoint(_HEAD_WORDS):
            meant = self._meant(start, end)
            if meant is not None:
                return meant
        if not words.isdisjoint(_PROGRAMME_WORDS):
            programme = self.programme(start, end) or self._same_programme(start, end)
            if programme is not None:
                return programme
        if words.isdisjoint(signs.SHOW):
            return None
        show = patterns.SHOW.search(text, start, end)
        if show is None:
            return None
        return Venue(patterns.show_name(show), Span.of(text, *show.span("show")), "programme")

    def programme(self, start: int, end: int) -> Venue | None:
        """The programme between two offsets, as its outlet where that was named just before."""
        match = PROGRAMME.search(self.text, start, end)
        if match is None:
            return None
        span = Span.of(self.text, *match.span("name"))
        after = self.within(match.end(), match.end() + 30)
        if after and _ON.fullmatch(self.text, match.end(), after[0].span.start):
            return Venue(after[0].name, after[0].span, "programme")
        paragraph = self._paragraph(start)
        for mention in self._before(match.start()):
            if paragraph - self._paragraph(mention.span.start) > 1:
                break
            if mention.kind == "broadcaster":
                return Venue(mention.name, span, "programme")
        return Venue(span.text, span, "programme")

    def _same_programme(self, start: int, end: int) -> Venue | None:
        paragraph = self._paragraph(start)
        before = (
            (each, paragraph - self._paragraph(each.span.start)) for each in self._before(start)
        )
        found = same_programme.meant(self.text, start, end, before)
        return (
            None if found is None else Venue(found[0].name, Span.of(self.text, *found[1:]), "told")
        )

    def meant(self, words: str, at: int, *, told: bool) -> OutletMention | None:
        """The outlet that `words` at an offset mean; None where they mean none, or it is open."""
        descriptor = describes_outlet(words)
        if descriptor is None or not (descriptor.definite or words[:4].lower() == "our "):
            return None
        found = self._antecedent(descriptor, at, told=told)
        if found is None or not descriptor.ambiguous:
            return found
        past = found.span.end
        return None if rivals.stands_before(self.text, words, past, at, self.mentions) else found

    def is_publisher(self, words: str, at: int) -> bool:
        """Whether `this newspaper`, `our agency` mean the publisher: nobody else is in sight."""
        if self._publisher is None or words.partition(" ")[0].lower() not in ("this", "our"):
            return False
        descriptor = describes_outlet(words)
        if words[:3].lower() != "our" and descriptor is not None and descriptor.kinds is not None:
            kind = next((m.kind for m in self.mentions if m.name == self._publisher), None)
            if kind is None and name_ends.ends_like_newspaper(self._publisher):
                kind = "newspaper"
            if kind is not None and kind in descriptor.kinds:
                return True
            near = next((m for m in self._before(at) if descriptor.fits(m) and m.kind), None)
            return near is None and (kind is None or kind in descriptor.kinds)
        near = next(self._before(at), None)
        return near is None or self._paragraph(at) - self._paragraph(near.span.start) > 1

    def _is_own(self, words: str, at: int) -> bool:
        """Whether `this newspaper`, or `the portal` in the `Portal Drita`, is the publisher."""
        if self.is_publisher(words, at):
            return True
        head = words.rpartition(" ")[2].lower()
        if self._publisher is None or head not in self._publisher.lower():
            return False
        near = next(self._before(at), None)
        return near is None or self._paragraph(at) > self._paragraph(near.span.start)

    def _airs(self, outlet: OutletMention) -> bool:
        after = outlet.span.end
        return patterns.OWN_PROGRAMME.match(self.text, after) is not None

    def _meant(self, start: int, end: int) -> Venue | None:
        for match in _MEANT.finditer(self.text, start, end):
            words, at = match["words"], match.start("words")
            told = match["frame"].lower() in _TELLING
            if told and self._publisher and self._is_own(words, at):
                span = Span.of(self.text, at, at + len(words))
                return Venue(self._publisher, span, "told")
            mention = self.meant(words, at, told=told)
            if mention is not None:
                return Venue(mention.name, Span.of(self.text, at, at + len(words)), "told")
        return None

    def _antecedent(
        self, descriptor: OutletDescriptor, at: int, *, told: bool
    ) -> OutletMention | None:
        """The outlet named last that fits; one of unknown kind only where something is told it."""
        paragraph = self._paragraph(at)
        unknown: OutletMention | None = None
        for mention in self._before(at):
            if paragraph - self._paragraph(mention.span.start) > _FAR:
                break
            if not descriptor.fits(mention):
                continue
            ago = paragraph - self._paragraph(mention.span.start)
            same = ago == 0 or (ago == 1 and self.text.endswith(_TOLD, 0, mention.span.start))
            if told and mention.kind is None and same and descriptor.kinds is not None:
                return unknown or mention
            if mention.kind is not None or descriptor.kinds is None:
                return mention
            unknown = unknown or mention
        return unknown if told or not descriptor.ambiguous else None

    def _before(self, at: int) -> Iterator[OutletMention]:
        """The outlets named before an offset, the last first."""
        for i in range(bisect_left(self._starts, at) - 1, -1, -1):
            yield self.mentions[i]

    def _paragraph(self, at: int) -> int:
        return bisect_right(self._lines, at)


_HEAD_WORDS = frozenset(HEADS.split("|"))
_PROGRAMME_WORDS = frozenset(
    "programme program show podcast newscast bulletin broadcast telecast"
    " monday tuesday wednesday thursday friday saturday sunday".split()
)
SIGNS = _HEAD_WORDS | _PROGRAMME_WORDS
"""A window without any of these, and without an outlet's name, tells of no outlet."""
