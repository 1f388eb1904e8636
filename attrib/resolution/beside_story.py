"""Lines that stand beside a story: captions, credits of pictures, links to other stories.

Whom they name the story does not mean by `he` in its next paragraph: `“No,” said Ana Ruiz.
| Dana Marlow speaks in court. Photo: Orvale Press | “Never,” she said.`
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence

from attrs import evolve

from attrib.lazily import re
from attrib.model import Attribution
from attrib.resolution.discourse import Discourse
from attrib.resolution.picture_credits import AGENCY


def without_lines_beside(discourse: Discourse, attributions: Sequence[Attribution]) -> Discourse:
    """The discourse, with nobody named in lines beside the story in which nothing is said."""
    text = discourse.text
    if _SIGN.search(text) is None or not discourse.sentences:
        return discourse
    spoken = sorted(
        span.start
        for each in attributions
        for span in (*each.content, *((each.source,) if each.source is not None else ()))
    )
    beside = [line for line in lines_beside(text) if _is_silent(line, spoken)]
    beside = [line for line in beside if _is_whole(discourse, line)]
    if not beside:
        return discourse
    owners = list(discourse.owners)
    for start, end in beside:
        for i in discourse.within(start, end):
            owners[i] = -1
    ends = [end for _, end in beside]

    def is_beside(at: int) -> bool:
        i = bisect_left(ends, at + 1)
        return i < len(beside) and beside[i][0] <= at

    kept = [each for each in discourse.sentences if not is_beside(each[0])]
    if not kept:
        return discourse
    return evolve(
        discourse,
        owners=owners,
        sentences=kept,
        sentence_starts=[start for start, _ in kept],
    )


def _is_silent(line: tuple[int, int], spoken: Sequence[int]) -> bool:
    i = bisect_left(spoken, line[0])
    return i == len(spoken) or spoken[i] >= line[1]


def _is_whole(discourse: Discourse, line: tuple[int, int]) -> bool:
    """Whether a line is no part of a paragraph that is set in several."""
    return discourse.start_of(line[0]) == line[0]


def lines_beside(text: str) -> Iterator[tuple[int, int]]:
    """Where the lines beside a story stand, in order.

    >>> text = "He wept.\\n\\nPhoto: Orvale Press\\n\\nAna Ruiz waves to fans.\\n\\nShe wept."
    >>> [text[start:end] for start, end in lines_beside(text)]
    ['Photo: Orvale Press', 'Ana Ruiz waves to fans.']
    """
    lines = [match.span() for match in _LINE.finditer(text)]
    last_shows = False
    for i, (start, end) in enumerate(lines):
        if _CREDIT.fullmatch(text, start, min(end, start + _LONGEST_CREDIT)) is not None:
            above = i > 0 and _shows(text, *lines[i - 1])
            if above and not last_shows:
                yield lines[i - 1]
            yield start, end
            if not above and i + 1 < len(lines) and _shows(text, *lines[i + 1]):
                yield lines[i + 1]
                last_shows = True
                continue
        elif end - start <= _LONGEST and not last_shows and _is_beside(text, start, end):
            yield start, end
            last_shows = True
            continue
        last_shows = False


def _is_beside(text: str, start: int, end: int) -> bool:
    """Whether a line says itself that it stands beside: `Image caption …`, `… (Jo Moss/AP)`."""
    told = _LINK.match(text, start, end) or _ENDS.search(text, start, end)
    sides = None if end - start < _SHORT else _SIDES.search(text, start, end)
    return told is not None or sides is not None


def _shows(text: str, start: int, end: int) -> bool:
    """Whether a line says what a picture shows: `Ana Ruiz waves to fans`, `Ruiz at the ground`."""
    if end - start > _LONGEST or _QUOTED.search(text, start, end) is not None:
        return False
    if _SAYS.search(text, start, end) is not None or _NO_CAPTION.match(text, start) is not None:
        return False
    if _SEEN.search(text, start, end) is not None:
        return True
    return _WHEN.search(text, start, end) is not None and not _TELLS.search(text, start, end)


_LINE = re.compile(r"[^\n]*\S")
_LONGEST = 300
_LONGEST_CREDIT = 90
_SHORT = 40
"""A line as short as this, `Ana Ruiz (left), 40`, heads what the story tells of somebody."""
_LABEL = (
    r"(?:[Pp]hoto(?:graph)?s?|PHOTO|[Pp]ictures?|[Pp]ics?|[Ii]mages?|IMAGE|[Cc]redits?|CREDIT"
    r"|Video)"
)
_SIGN = re.compile(
    rf"\b{_LABEL}(?: by|[:/]| credit:| caption| source)|\b{AGENCY}(?:[.)]|\s*\n|\s*\Z|/)"
    r"|\((?:left|right|above|centre|center|far |second |top |bottom )"
    r"|, (?:left|right|centre|center)[,.]|From left|[Ll]eft to right|\bL-R\b|Pictured"
    r"|[Mm]edia caption|\n\[?(?:Read|READ|Watch|WATCH)\b"
    r"|\n(?:Rel|REL|Wat|WAT|See|SEE|Als|ALS|Mor|MOR|Rec|REC|Lis|LIS)\w*[: ]"
)
"""Without any of these no line stands beside."""
_CREDIT = re.compile(
    rf"(?:{_LABEL}(?: by| credit| source|s)?: ?[^\n:“”]{{2,60}}"
    rf"|(?:[^\s,:“”/]+(?: [^\s,:“”/]+){{0,3}}"
    rf"(?: ?/ ?| via | © ?))?(?:[(©] ?)?{AGENCY}(?:/[^\s/]+(?: [^\s/]+)?)?\)?\.?"
    rf"|Image source,? ?[^\n]{{0,60}}"
    r"|[^\s.,:“”]+ [^\s.,:“”]+(?: [^\s.,:“”]+)?/[A-Z][\w ]{1,30}\.?)"
)
"""Who took a picture, alone: `Jo Moss/Reuters.`, `Photo: Orvale Press`."""
_LINK = re.compile(
    r"(?:(?i:image|media|video) caption\b|(?:Photo|Picture|Image|Caption|Pictured|PICTURED|Above"
    r"|Video"
    r"|Read (?:more|next|also)|READ (?:MORE|NEXT|ALSO)|Read More|Also [Rr]ead|ALSO READ|Related"
    r"|RELATED|Related (?:story|stories|article|articles|news)|See [Aa]lso|SEE ALSO|Watch|WATCH"
    r"|WATCH (?:MORE|NOW)|Watch (?:more|now|live)|Listen|LISTEN|MORE|More(?: on this)?|Recommended"
    r"|RECOMMENDED)(?: ?[:|»>–—]|[ ](?=“))|\[(?:Read|READ|Watch))"
)
"""What begins a line that leads to another story or says what a picture shows."""
_ENDS = re.compile(
    rf"(?:\((?:{_LABEL}[ :/][^()\n]{{1,60}}|[^()\n]{{0,50}}[/ ]{AGENCY}"
    rf"|{AGENCY}(?:[/ ][^()\n]{{1,50}})?"
    rf"|AP Photo[^()\n]{{0,60}})\)\.?|(?:Photograph|Photo|Picture|Image|Credit|Pic)s?(?: by"
    rf"| credit)?:"
    rf" ?[^.:“”\n]{{2,60}}\.?|\s[^\s.]+(?: [^\s.]+)?(?:/| via ){AGENCY}\.?)\Z"
)
"""How a line ends that has who took the picture: `… at the ground. (Jo Moss/AP)`."""
_SIDES = re.compile(
    r"\((?:left|right|above|centre|center|far left|far right|top|bottom|second (?:left|right))\)"
    r"|, (?:left|right|centre|center), (?:and|with|speaks|talks|greets|shakes|poses|meets|looks)\b"
    r"|\b(?:From left|Pictured (?:left|right|above|from left)|L-R\b|Left to right"
    r"|from left to right)"
)
_QUOTED = re.compile(r"[“”\"]")
_SAYS = re.compile(r"\b(?:said|says|told|tells|added|adds|according)\b")
_NO_CAPTION = re.compile(
    r"(?:He|She|They|It|But|And|Yet|So|This|That|These|Those|There|If|When|While|After|Before|In|On"
    r"|At|For|As|With|By|His|Her|Its|Their|We|I|You|What|How|Why|Who)\b"
)
"""With what a story goes on."""
_SEEN = re.compile(
    r"\b(?:holds?|speaks?|celebrates?|waves?|arrives?|looks? on|poses?|stands?|walks?|greets?"
    r"|smiles?"
    r"|listens?|sits?|gestures?|shakes? hands|addresse?s|attends?|watch(?:es)?|introduces?"
    r"|delivers?"
    r"|leaves? (?:the|a|court|number)|talks? to|embraces?|hugs?|reacts? (?:to|after|during)"
    r"|takes? part"
    r"|holding|speaking|celebrating|arriving|posing|standing|walking|smiling|sitting|watching"
    r"|(?:is|are|was|were) (?:seen|pictured|shown)|seen|pictured)\b"
)
"""What is seen on a picture, as its caption tells."""
_WHEN = re.compile(
    r"\b(?:on (?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|last (?:year|week|month|season|night)"
    r"|(?:in|on) [A-Z][a-z]+\.?(?: \d{1,2},)? \d{4}|in \d{4}|file (?:photo|picture|image)"
    r"|at a rally)\b"
)
"""When a picture was taken, where no verb is: `Ana Ruiz at the ground last year`."""
_TELLS = re.compile(
    r"\b(?:was|were|had|did|went|came|took|would|will|has|have|is|are|won|lost|made|wept|rose|fell"
    r"|left|got|gave|began|held|found|knew|thought|can|could|may|might|[a-z]{2,}ed)\b"
)
"""What is told in a story, and seldom seen on a picture."""
