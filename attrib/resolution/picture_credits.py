"""Who took a picture: `Ana Ruiz via Getty Images`, `(Photo by Ana Ruiz)`, `Ana Ruiz/AP`. The credit
stands in the middle of a story that is not about the photographer, so nobody who is spoken of later
is meant by it."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence

from attrib.lazily import re
from attrib.resolution.mentions import Mention

_NAME = r"[A-Z][\w.'’-]+(?: (?:(?:de|da|van|von|del|al|bin) )?[A-Z][\w.'’-]*){0,3}"
AGENCY = (
    r"(?:Getty(?: Images)?|AP(?: Photos?| Images)?|(?:The )?Associated Press|AFP|Reuters|REUTERS"
    r"|EPA(?:-EFE)?|Shutterstock|iStock|Alamy|PA(?: Wire| Images| Media)?|Press Association"
    r"|Bloomberg|Rex(?: Features)?|(?:Zuma|ZUMA)(?: Press)?|Corbis|(?:Sipa|SIPA)(?: USA)?"
    r"|Xinhua|TASS|Anadolu(?: Agency)?|NurPhoto|Imagn(?: Images)?|Icon Sportswire|UPI|DPA|dpa|ANP"
    r"|Pool|Handout|WireImage|FilmMagic|Redux|Polaris|Magnum|Action Images|Canadian Press"
    r"|The Canadian Press|AAP|USA Today Sports|USA TODAY Sports|Adobe Stock|Unsplash|Pexels"
    r"|Wikimedia Commons|Flickr|MediaNews Group|Tribune News Service|TNS|SWNS|ANSA|SOPA Images"
    r"|Instagram|Facebook|Twitter|YouTube|Google|LinkedIn)"
)
"""Who distributes pictures, and where they were found."""
_PRESS = (
    r"(?:Images?|Photos?|Pictures?|Press|News|Times|Post|Star|Tribune|Herald|Journal|Gazette"
    r"|Chronicle|Globe|Sun|Guardian|Observer|Telegraph|Daily|Magazine|Mail|Echo|Courier|Record"
    r"|Agency|Service|Staff|File|Media|Wire|Radio|TV|Argus|Mirror|Independent|Bee|Examiner"
    r"|Sentinel|Dispatch|Register|Standard|[A-Z]{2,5})"
)
_TAKEN = (
    r"(?:(?:AP|Getty|File|Staff|Courtesy|Press|Reuters|AFP|EPA|UPI) )?"
    r"(?:Photo(?:graph|graphy|s)?|PHOTO|Picture|Image|Illustration|Credit|CREDIT)"
    r"(?: credit| Credit)?"
)
_CREDIT = re.compile(
    rf"{_NAME} ?/ ?(?:{_NAME} ?/ ?)?{AGENCY}(?![a-z]| [A-Za-z])"
    rf"|{_NAME}(?: ?/ ?{_NAME})?(?:,| [|–—-])? via {AGENCY}(?![a-z]| [a-z])"
    rf"|\A\W*{_NAME} ?[|,•–—-] ?{AGENCY}\W*\Z"
    rf"|\A\W*{_NAME} ?/ ?(?:The )?(?:[A-Z][\w.-]* ){{0,3}}{_PRESS}\W*\Z"
    rf"|\A\W*{_NAME} for (?:The |the )?(?:[A-Z][\w.-]* ){{1,3}}{_PRESS}\W*\Z"
    rf"|(?:\A\W*|(?<=[(\[])|(?<=[.!?)] )){_TAKEN}(?: [Bb]y:?|:| [Cc]ourtesy(?: of)?|/) ?"
    rf"{_NAME}(?:[^()a-z][^()]{{0,60}})?(?=[)\].]|\Z)"
    rf"|(?:\A\W*|(?<=[(\[]))[Cc]ourtesy of {_NAME}[)\].]*\s*\Z"
)
"""Within one line."""
_HINT = re.compile(
    r"/(?=[A-Z ])| via |[|,•–—-] (?:AP|Getty|Reuters|AFP|EPA|PA)\b|[Pp]hoto"
    r"|PHOTO|Picture|Image|Illustration|Credit|CREDIT|[Cc]ourtesy of"
    r"|\n[A-Z][^\n]{3,30} for [Tt]he [A-Z][^\n]{3,40}(?=\n)"
)


def without_photographers(text: str, found: list[Mention]) -> list[Mention]:
    """The mentions but for those in the credits of pictures.

    >>> from attrib.resolution.mentions import find
    >>> def left(text):
    ...     return [m.reading.name for m in without_photographers(text, find(text))]
    >>> left("Ana Ruiz wept.\\n\\nTim Koss via Getty Images\\n\\nShe left.")
    ['Ana Ruiz']
    >>> left("Ana Ruiz wept. (Photo by Tim Koss) (AP Photo/Lee Okon)\\nJo Marsh/AP\\n")
    ['Ana Ruiz']
    >>> left("Ana Ruiz told him via Reuters.\\nPhoto of Lee Okon was shown.")
    ['Ana Ruiz', 'Reuters', 'Photo', 'Lee Okon']
    """
    spans = list(_credits(text))
    if not spans:
        return found
    starts = [start for start, _ in spans]
    return [mention for mention in found if not _is_within(mention, spans, starts)]


def _credits(text: str) -> Iterator[tuple[int, int]]:
    done = 0
    for hint in _HINT.finditer(text):
        if hint.end() <= done:
            continue
        low, high = max(0, hint.end() - _LONGEST), min(len(text), hint.end() + _LONGEST)
        start = text.rfind("\n", low, hint.end()) + 1
        end = text.find("\n", hint.end(), high)
        if (not start and low) or (end < 0 and high < len(text)):
            continue  # no line is so long that credits a picture
        done = len(text) if end < 0 else end
        for match in _CREDIT.finditer(text[start:done]):
            yield start + match.start(), start + match.end()


_LONGEST = 2000
"""Characters of a line before and after a hint that are looked through."""


def _is_within(mention: Mention, spans: Sequence[tuple[int, int]], starts: Sequence[int]) -> bool:
    i = bisect_right(starts, mention.start) - 1
    return i >= 0 and mention.start < spans[i][1]
