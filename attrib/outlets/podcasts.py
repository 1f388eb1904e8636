"""Podcasts, which go by any words at all: `the Got Salt podcast`, `his podcast, “Slow Porridge”`.

A text in, the names with what they are out. A programme of which an episode is told is one of them.
"""

from __future__ import annotations

from collections.abc import Iterator

from attrib.knowledge import names, nationalities
from attrib.lazily import regex
from attrib.outlets.runs import CAPITAL, NOT_NAMES, Form

_WORD = rf"(?:[{CAPITAL}](?:[\w’'&.-]{{0,20}}[\w&])?|\d{{1,4}}\b|&)"
_SMALL = r"(?:a|an|and|at|by|for|from|in|of|or|the|to|with|of\sthe)"
_TITLE = rf"{_WORD}(?:\s(?:{_SMALL}\s)?{_WORD}){{0,6}}"
_WHOSE = r"(?:\b(?:the|his|her|their|its|my|our|The|His|Her)|['’]s|s['’])\s"
_IN_MARKS = r"(?P<quoted>[^“”\"\n]{2,50}?)[,.]?"
_QUOTED = rf"(?:[“\"]{_IN_MARKS}[”\"]|[‘']{_IN_MARKS}[’'](?!\w))"
_BEFORE = regex.compile(
    rf"(?:{_WHOSE}(?:[a-z-]{{3,15}}+\s){{0,2}}(?:{_QUOTED}|(?P<plain>{_TITLE}))"
    rf"|\b(?:on|for|to|with|of)\s(?:[a-z-]{{3,15}}+\s){{0,2}}{_QUOTED})\s\Z"
)
"""`on the |Slow Porridge| podcast`, `episode of his “Slow Porridge” podcast`."""
_SET_BEFORE = regex.compile(
    rf"\b(?:on|of|to|for|hosts?|hosted|hosting)\s(?:{_QUOTED}|(?P<plain>{_TITLE})),\s"
    rf"(?:(?:an?|one\sof)\s|{_WHOSE}|[{CAPITAL}]\w+['’]s\s)(?:[\w’'-]+\s){{0,4}}\Z"
)
"""`on the latest episode of |Slow Porridge|, the podcast he hosts`."""
_AFTER = regex.compile(
    rf"(?:,|,?\s(?:called|named|titled|entitled|dubbed))?\s(?:{_QUOTED}"
    rf"|(?P<plain>{_TITLE})(?=[,;:.)]|\s(?:that|with|in|on|last|this|about|earlier|he|she|they)\b))"
)
"""`on her podcast, |“Slow Porridge”|`, `the podcast |Slow Porridge|`."""
_EPISODE = regex.compile(
    rf"\b(?:[Oo]n|[Dd]uring|[Ff]or)\s(?:[\w’'-]+\s){{1,5}}?episode\sof\s(?:{_WHOSE})?"
    rf"(?:{_QUOTED}|(?P<plain>{_TITLE}))(?=[\s.,;:])"
)
"""`on Thursday’s episode of |The Quiet Hour|`; one stars *in* an episode of a series."""
_OF_IT = regex.compile(r"\s(?:hosts?|producers?|network|series|app|studio|industry|market)\b")
_WHEN = regex.compile(
    r"\s(?:in|on|last|this|for|from)\s(?:(?:late|early)\s)?(?:January|February|March|April|May|June|July"
    r"|August|September|October|November|December|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day"
    r"|\d{4})\b.*\Z"
)
"""When somebody spoke there, and no part of the name: `the podcast Slow Porridge | in July`."""
_FAR = 90


def find(text: str) -> Iterator[Form]:
    """Podcasts named in a text, in no order; they may overlap.

    >>> [form.name for form in find("He spoke on the Got Salt podcast, as on her podcast, “Mud.”")]
    ['Got Salt', 'Mud']
    >>> [form.name for form in find("On his podcast, Tom Roke said that podcasts pay.")]
    []
    """
    at = text.find("podcast")
    while at >= 0:
        end = at + len("podcast")
        if not text[at - 1 : at].isalnum() and not text[end : end + 1].isalnum():
            yield from _beside(text, at, end)
        at = text.find("podcast", end)
    if "episode of " in text:
        for match in _EPISODE.finditer(text):
            yield from _form(text, match)


def _beside(text: str, start: int, end: int) -> Iterator[Form]:
    low = max(0, start - _FAR)
    before = _BEFORE.search(text, low, start)
    if before is not None and (found := [*_form(text, before)]):
        yield from found
        return
    if _OF_IT.match(text, end):
        return
    if (after := _AFTER.match(text, end)) is not None:
        yield from _form(text, after, beside=text[end] == " ")
    elif (apposed := _SET_BEFORE.search(text, low, start)) is not None:
        yield from _form(text, apposed)


def _form(text: str, match: regex.Match[str], *, beside: bool = True) -> Iterator[Form]:
    """The name in a match; a person's, with whom the podcast goes by his name, is no outlet's."""
    part = "quoted" if match["quoted"] else "plain"
    start, end = match.span(part)
    name = _WHEN.sub("", text[start:end]).rstrip(".,")
    if part == "plain":
        name = name.removesuffix("'s").removesuffix("’s")  # `on the Ottery Packet’s podcast`
    words = name.split()
    quoted = part == "quoted"
    if not name[:1].isupper() and not name[:1].isdigit():
        return
    if len(words) == 1 and (words[0] in NOT_NAMES or not (quoted or beside)):
        return
    if nationalities.countries(name) is not None:
        return
    if text.endswith("The ", 0, start) and text[max(0, start - 6) : start - 5].islower():
        start, name = start - len("The "), f"The {name}"
    if not quoted and (names.is_given(words[0]) or _is_surname(text, name)):
        return
    yield Form(start, start + len(name), name, "broadcaster")


def _is_surname(text: str, word: str) -> bool:
    """Whether somebody bears a name: `the |Rogan| podcast` where `Joe Rogan` is told of."""
    at = text.find(f" {word}")
    while at >= 0 and " " not in word:
        before = text[max(0, at - 20) : at].rpartition(" ")[2]
        if names.is_given(before):
            return True
        at = text.find(f" {word}", at + 1)
    return False
