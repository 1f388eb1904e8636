"""Datelines and credits: from where, and through which agency, a report came.

What they say comes out as facts, each with the stretch of the text that says it.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from attrib.article.mastheads import masthead, whole_outlet
from attrib.knowledge import names, nouns
from attrib.knowledge.datestamps import SHORT_DAY, iso_date
from attrib.lazily import re
from attrib.model import Span
from attrib.outlets import memory
from attrib.outlets import mentions as outlets
from attrib.outlets.catalogue import lookup
from attrib.outlets.runs import CAPITAL

LONGEST_LINE = 400
"""Longer lines are prose, and are not looked at."""


class Fact(NamedTuple):
    """One thing that a stretch of the text says; `line` says only that the stretch is no prose."""

    what: str
    value: str
    span: Span
    bare: bool = False
    """Whether an outlet's name is all there is, with no key, mark or byline."""


_PLACE = rf"[{CAPITAL}][\w.'’-]*(?:[ ,/]{{1,2}}[{CAPITAL}][\w.'’-]*){{0,5}}"
_DASH = r"\s*(?:[-–—]{1,2}|:)\s*"
# `Devgarh (Karnataka) [India]`: what tells where a place is.
_WHERE = r"(?: ?[(\[][^()\[\]\n]{2,30}[)\]]){0,2}"
_WIRE_OPENING = re.compile(
    rf"(?:(?P<alone>(?i:{SHORT_DAY}))\s*|(?P<place>{_PLACE}?){_WHERE}"
    rf"(?:[,.]\s*(?P<day>(?i:{SHORT_DAY})))?\s*)?"
    rf"(?:\((?P<outlet>[^()\n]{{2,40}})\)(?:{_DASH}|\s+(?=[{CAPITAL}“\"])|\Z)"
    r"|\.?\s*/(?P<slashed>[A-Z][\w-]{1,20})/(?![A-Z])\.?\s*)"  # no `ORVALE/BRENFORD/TOLVA — `
)
_PLACE_OPENING = re.compile(
    rf"(?P<place>[{CAPITAL}][{CAPITAL}'’.-]{{2,}}(?:[ ,/]{{1,2}}[{CAPITAL}][\w.'’-]*){{0,4}})"
    rf"(?:,\s*(?P<day>(?i:{SHORT_DAY}))|\s\((?P<day2>(?i:{SHORT_DAY}))\))?"
    rf"\s*[-–—]{{1,2}}\s+(?=[{CAPITAL}\"“‘'])"
)
_BRACKETED_DAY = re.compile(rf"\((?i:{SHORT_DAY})\)\s*[-–—]{{1,2}}\s")
"""`ORVALE (Aug. 13) -- `: no agency, but the day."""
_PARTS_NAME = re.compile(r"\A[^“\"\n]{3,70}?(?: [-–—]{1,2} |: )")
# `Tehran, Mar 3, IRNA – `, `Riverton News – Port Alder: `.
_NAMED = rf"[{CAPITAL}][\w.'’-]*(?: [{CAPITAL}][\w.'’-]*){{0,3}}"
_NAMED_OPENING = re.compile(
    rf"(?:(?P<first>{_NAMED}) [-–—]{{1,2}} (?P<place>{_NAMED}):"
    rf"|(?P<place2>{_NAMED})(?:[,.]| [-–—]{{1,2}}) "
    rf"(?:(?P<day>(?i:{SHORT_DAY}))(?:,| [-–—]{{1,2}}) )?"
    rf"(?P<outlet>{_NAMED})(?: [-–—]{{1,2}}|:))\s+(?=[{CAPITAL}\"“‘'])"
)
_PLACED_AFTER = re.compile(rf"[{CAPITAL}][\w’'-]*(?: [{CAPITAL}][\w’'-]*)?: (?=[{CAPITAL}])")
_NO_PLACES = frozenset(
    {"ANALYSIS", "BREAKING", "EXCLUSIVE", "FACTBOX", "LIVE", "OPINION", "UPDATE", "VIDEO", "WATCH"}
)


def opening(text: str, line: Span) -> Iterator[Fact]:
    """What the dateline, or the publisher's name, that a paragraph opens with says.

    >>> def facts(text):
    ...     return {f.what: f.value for f in opening(text, Span.of(text, 0, len(text)))}
    >>> facts("KYIV, Sept 20 (Reuters) - The dam holds.")
    {'dateline': 'KYIV', 'wire': 'Reuters', 'line': 'KYIV, Sept 20 (Reuters) - '}
    >>> facts("Sept 20, 2022 (Vesper) - Shares fell.")
    {'published': '2022-09-20', 'wire': 'Vesper', 'line': 'Sept 20, 2022 (Vesper) - '}
    >>> facts("ORVALE (Aug. 13, 2010) -- Calling it fair, Ruiz signed.")["published"]
    '2010-08-13'
    >>> facts("ORVALE/BRENFORD/TOLVA — The dam holds.")["dateline"]
    'ORVALE/BRENFORD/TOLVA'
    >>> facts("Riverton News Agency (RNA): The dam holds.")["publisher"]
    'Riverton News Agency'
    """
    stop = min(line.end, line.start + 160)
    words = text[line.start : stop]
    match = None
    if "(" in words or "/" in words:
        match = _WIRE_OPENING.match(text, line.start, stop)
    if match is not None and not _BRACKETED_DAY.match(text, match.start("outlet") - 1, stop):
        placed = _PLACED_AFTER.match(
            text, match.end(), stop
        )  # `Riverton Agency (RA) – Port Alder: `
        yield from _wire_opening(text, match, placed.end() if placed else match.end())
        return
    match = _NAMED_OPENING.match(text, line.start, stop) if _PARTS_NAME.search(words) else None
    outlet = None
    if match is not None:
        sides = (
            (match["outlet"], match["place2"]) if match["outlet"] else match.group("first", "place")
        )
        outlet = masthead(sides[0]) or masthead(sides[1])
    if match is not None and outlet is not None:
        yield from _place(text, match)
        yield Fact("wire", outlet.name, Span.of(text, match.start(), match.end()))
        yield Fact("line", match[0], Span.of(text, match.start(), match.end()))
        return
    if any(mark.islower() or mark.isspace() for mark in words[1:3]):
        return  # not in capitals
    match = _PLACE_OPENING.match(text, line.start, stop)
    if match is None or match["place"].split()[0].strip(",.") in _NO_PLACES:
        return
    yield from _place(text, match)
    yield Fact("line", match[0], Span.of(text, match.start(), match.end()))


def _wire_opening(text: str, match: re.Match[str], end: int) -> Iterator[Fact]:
    """`KYIV, Sept 20 (Reuters) - `, `Riverton News Agency (RNA): `; no prose before `end`."""
    place = match["place"]
    opening = Span.of(text, match.start(), match.end())
    told = match["outlet"] or match["slashed"]
    if match.end() == match.end("outlet") + 1 and not (match["day"] or match["alone"]):
        return  # `Riverton (Ohio)`, and no more: a line that is a dateline has a day
    dashed = match[0][match.end("outlet") - match.start() :].strip(") \n") != ""
    if not dashed and not match["slashed"] and not (match["day"] or match["alone"]):
        return  # `Riverton (Ohio) Mayor Ana Ruiz`
    if place and match["outlet"] and (memory.stands_for(told, place) or whole_outlet(place)):
        outlet = whole_outlet(place)
        yield Fact("publisher", outlet.name if outlet else place, opening)
    else:
        names = [name.strip() for name in told.split("/")]
        if not all(re.fullmatch(rf"[{CAPITAL}a-z][\w.&'’ -]+", name) for name in names):
            return
        listed = [lookup(name) for name in names]
        # `LONDON (ACME) -` is an agency not listed; `Rep. Ana Ruiz (Green):` and `(UPDATE) -` none.
        by_form = all(re.fullmatch(r"[A-Z][\w&-]{1,15}(?: [A-Z][\w-]+){0,2}", n) for n in names)
        told_from = (place and place.split(",")[0].isupper()) or match["alone"] or match["day"]
        told_from = told_from or (place and (masthead(names[0]) or _is_agency(told, opening.text)))
        if not any(listed) and (not (by_form and told_from) or _is_label(place, told, opening)):
            return
        if place:
            yield from _place(text, match)
        elif day := match["alone"] and iso_date(match["alone"]):
            yield Fact("published", day, Span.of(text, *match.span("alone")))
        for name, known in zip(names, map(whole_outlet, names), strict=True):
            yield Fact("wire", known.name if known else name, opening)
    line = Span.of(text, match.start(), end)
    yield Fact("line", line.text, line)


def _is_agency(told: str, opening: str) -> bool:
    """Whether letters in brackets before a dash are an agency's: `Hanoi (VNS) – `."""
    dashed = opening.rstrip().endswith(("-", "–", "—"))
    return dashed and told.isupper() and told.isalpha() and 2 < len(told) < 7


def _is_label(place: str | None, told: str, opening: Span) -> bool:
    """Whether it is the label of a turn in a transcript: `ANA RUIZ (MAYOR): `."""
    if not place or not opening.text.rstrip().endswith(":"):
        return False
    role = nouns.lookup(told.split()[-1].lower())
    return names.is_given(place.split()[0].lower()) or (role is not None and role.human)


def _place(text: str, match: re.Match[str]) -> Iterator[Fact]:
    named = "place" if match["place"] else "place2"
    place = Span.of(text, match.start(named), match.end(named))
    yield Fact("dateline", place.text, place)
    told = match["day"] or match.groupdict().get("day2")
    day = iso_date(told) if told else None
    if day is not None:
        yield Fact("published", day, place)


_STAFF = (
    rf"(?:[{CAPITAL}][\w.'’-]*|and|in|of|the|staff|writers?|reporters?|correspondents?|journalists?"
    r"|producers?|researchers?|contributors?)"
)
# `Reporting from Lima, Ruiz said it rained`; `She reported from Lima that it rained`: no credits.
_GOES_ON = r"(?![^.]{2,120}\b(?:said|says|reported|reports|told|tells|that)\b)"
_CONTRIBUTED = re.compile(
    rf"[\W_]*(?:(?i:(?:with\s+)?(?:additional\s+)?reporting\s+(?:by|from)\b{_GOES_ON}.{{2,200}}"
    r"|with\s+(?:files?|material|information|inputs?|contributions?)\s+(?:from|by)\b.{2,200}"
    r"|contributing:.{2,120}|(?:this\s+(?:story|article|report)\s+was\s+(?:first\s+|originally\s+)?"
    r"|(?:first|originally)\s+)published.{2,120})"
    rf"|(?:(?:{_STAFF}[ ,]+){{1,30}}(?:also\s+)?(?:reported\s+from\b"
    rf"{_GOES_ON}[^.]{{2,60}}(?:\.C\.)?"
    r"|contributed(?:\s+(?:to\s+th(?:is|e)|from|reporting|additional)\b[^.]{0,60}(?:\.C\.)?)?)"
    r"[.\s]*){1,4})[\W_]*"
)
_CONTRIBUTED_SIGNS = ("report", "contribut", "with", "publish")
"""One of these is in every line of that form."""
_DESK = re.compile(
    r"\(?(?P<what>reporting|additional reporting|writing|editing|compiled|translated|edited) by"
    r"\s+(?P<names>[^;()]{2,200}?)(?:;[^()]{2,400})?[.)\s]*",
    re.IGNORECASE,
)
_CREDIT = re.compile(
    r"(?:\((?P<a>[^()]{2,40})\)|\[(?P<d>[^\[\]]{2,40})\]"
    r"|[-–—]{1,2}\s*(?P<b>.{2,40}?)|/(?P<c>[^/]{2,20})/?)\.?"
)
_COPYRIGHT = re.compile(
    r"(?:©|\(c\)|copyright)\s*(?:\d{4}\s*)?(?:by\s+)?(?P<name>[^.,]{2,40})\b.*", re.IGNORECASE
)
_DESK_LETTERS = re.compile(r"([A-Z]{2,4})(?: [A-Z]{2,4}){1,4}\.?")
"""`PTI ABC XYZ`: an agency and the initials of those who wrote and edited."""
_CREDIT_MARK = re.compile("[)/–—©]")
_CLOSING = re.compile(
    r"(?<=[.!?”\"’])\s*(?:\((?P<a>[^()\n]{2,40})\)|[–—]\s*(?P<b>[^–—\n]{2,40}?)|©\s*(?P<c>[^\n]{2,40})"
    r"|/(?P<d>[^/\n]{2,20})/)\.?$"
)


def credit_line(line: Span) -> list[Fact] | None:
    """What a closing line says of where the report comes from; None for prose.

    >>> def read(text): return credit_line(Span.of(text, 0, len(text)))
    >>> [fact.value for fact in read("The Associated Press contributed to this report.")]
    ['The Associated Press']
    >>> [[fact.value for fact in read(line)] for line in ("- Reuters.", "[Reuters]")]
    [['Reuters'], ['Reuters']]
    >>> read("The storm contributed to the flood.") is None
    True
    """
    words = line.text
    if len(words) > LONGEST_LINE:
        return None
    desk = _DESK.fullmatch(words) if words[:1] in "(RrAaWwEeCcTt" else None
    if desk is not None:
        reporters = re.split(r"\s+in\s+", desk["names"])[0].strip(" .")
        facts = [Fact("credit", found.name, line) for found in outlets.find(words)]
        if desk["what"].lower() == "reporting" and not facts:
            facts.append(Fact("reporter", reporters, line))
        return facts
    low = words.lower()
    if any(sign in low for sign in _CONTRIBUTED_SIGNS) and _CONTRIBUTED.fullmatch(words):
        return [Fact("credit", found.name, line) for found in outlets.find(words)]
    desked = _DESK_LETTERS.fullmatch(words)
    if desked is not None and (agency := lookup(desked[1])) is not None and agency.kind == "agency":
        return [Fact("wire", desked[1], line)]
    copyright_ = _COPYRIGHT.fullmatch(words)
    credit = _CREDIT.fullmatch(words)
    name = copyright_["name"] if copyright_ else credit and next(filter(None, credit.groups()))
    if not name:
        return None
    outlet = masthead(re.sub(r"\s+(?:\d{4}|all rights.*)$", "", name, flags=re.IGNORECASE))
    if outlet is None:
        return [] if copyright_ else None
    if copyright_ and outlet.kind != "agency":
        return [Fact("copyright", outlet.name, line)]
    return [Fact("wire" if outlet.kind == "agency" else "closing", outlet.name, line)]


def closing(text: str, line: Span) -> Iterator[Fact]:
    """The credit that the last words of a paragraph are: `… he said. (Reuters)`."""
    start = max(line.start, line.end - 60)
    if _CREDIT_MARK.search(text, start, line.end) is None:
        return
    match = _CLOSING.search(text, start, line.end)
    if match is None:
        return
    name = match["a"] or match["b"] or match["c"] or match["d"]
    outlet = masthead(name)
    span = Span.of(text, match.end() - len(match[0].lstrip()), match.end())
    if outlet is not None:
        yield Fact("wire" if outlet.kind == "agency" else "closing", outlet.name, span)
        yield Fact("line", span.text, span)
    elif match["a"] and re.fullmatch(r"[A-Z]{2,6}", name):
        # `… he said. (BSN)`: an agency, if the article says elsewhere what these stand for.
        yield Fact("initials", name, span)
