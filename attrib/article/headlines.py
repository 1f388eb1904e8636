"""Whether a line is a headline, judged by its look and by what stands below it."""

from __future__ import annotations

from attrib.lazily import re

_SMALL_WORDS = frozenset(
    {
        *("a", "an", "and", "as", "at", "be", "but", "by", "for", "from", "his", "if", "in", "is"),
        *("it", "its", "not", "of", "on", "or", "the", "to", "v.", "via", "vs", "vs.", "with"),
    }
)
_TOKEN = re.compile(r"[^\W\d_][\w'’-]*")
# What running prose has and a headline seldom.
_PROSE = re.compile(
    r"\b(?:the|an?|was|were|had|has|have|been|is|are|said|told|added|who|which|that|their|his|her"
    r"|he|she|they|it|its|on (?:mon|tues|wednes|thurs|fri|satur|sun)day)\b",
    re.IGNORECASE,
)
_REPORTED = re.compile(r"\b(?:said|told|added)\b|\b(?:on|this|last) \w+day\b")
_TAG = re.compile(r",[\"”]")
_SECOND_SENTENCE = re.compile(r"[a-z)”\"'’]{2}[.!?][”\"'’]?\s+[A-Z“\"]")
_CLOSERS = re.compile(r"[”\"'’)\]\s]+$")


def is_headline(words: str, *, next_line: str, apart: bool, header_follows: bool) -> bool:
    """Whether the first line of an article that is no date or byline is its headline.

    `apart` tells of an empty line below it, `header_follows` of a date, a byline or a dateline.
    Some archives end every headline in a full stop; such a line has to look like one otherwise.

    >>> lead = "The dam held through the night, engineers told the council, and nobody was hurt."
    >>> def check(words):
    ...     return is_headline(words, next_line=lead, apart=True, header_follows=False)
    >>> check("Dam holds after night of rain"), check("Dam Holds After Night of Rain.")
    (True, True)
    >>> check("The dam was holding on Monday."), check("“It holds,” Ana Ruiz said.")
    (False, False)
    """
    if not 2 <= len(words) <= 200:
        return False
    if words.endswith(";"):
        return True
    last = _last(words)
    if last not in ".!?…" or words.endswith("..."):
        return last not in ":," and (apart or header_follows or len(next_line) > len(words))
    if not apart or len(words) > 150 or _REPORTED.search(words):
        return False
    if header_follows:
        return True
    tokens = [word for word in _TOKEN.findall(words) if word.lower() not in _SMALL_WORDS]
    capitals = sum(word[0].isupper() for word in tokens[1:])
    if len(tokens) >= 3 and capitals >= 0.6 * (len(tokens) - 1):
        return True
    if _SECOND_SENTENCE.search(words) or _TAG.search(words) or len(tokens) < 3:
        return False
    return len(_PROSE.findall(words)) <= (3 if last in "!?" else 1)


def is_subtitle(words: str, *, headline: str, apart: bool) -> bool:
    """Whether a line below the headline goes on with it and opens no prose.

    >>> is_subtitle("Engineers relieved as rain stops", headline="Dam holds", apart=True)
    True
    >>> is_subtitle("Engineers are relieved.", headline="Dam holds", apart=True)
    False
    """
    if headline.endswith(";"):
        return len(words) <= 160
    return apart and 20 <= len(words) <= 200 and _last(words) not in ".!?…:,;"


def _last(words: str) -> str:
    """The last character, closing marks left out."""
    return _CLOSERS.sub("", words[-10:])[-1:]
