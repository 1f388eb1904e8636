"""How many of some people, where no number says it: `much of the public`, `parts of the party`."""

from __future__ import annotations

from attrib.knowledge import nouns
from attrib.lazily import re

_SHARE = re.compile(
    r"(?i:(?:(?:very )?much|plenty|lots|a (?:whole |good )?lot"
    r"|(?:the|a) (?:great |vast |overwhelming |large |small )?(?:bulk|fraction|mass)"
    r"|(?:(?:some|many|all|certain|the|a|one|other|another|any) )?"
    r"(?:(?:very |increasingly )?(?:large|larger|small|smaller|big|bigger|good|great|huge|vast"
    r"|whole|broad|wide|significant|substantial|considerable|sizeable|sizable|growing|key|vocal"
    r"|influential|certain|other) )*"
    r"(?:parts?|sections?|segments?|swathe?s?|elements?|chunks?|portions?|slices?|corners|quarters"
    r"|wings?|factions?|legions|loads|tons))"
    r" (?:of|in|within|inside|among)|half) (?!them\b|us\b|it\b|you\b|that\b|this\b|what\b)"
    r"(?P<whom>[^,;]+)"
)
_STOPS = re.compile(r" (?:who|that|which|of|in|at|on|from|for|with|and|is|are|was|were)\b")


def end_of_share(text: str, start: int, end: int) -> int | None:
    """Where a source ends that is but a share of some people; None for any other.

    >>> def share(words):
    ...     stop = end_of_share(words, 0, len(words))
    ...     return None if stop is None else words[:stop]
    >>> share("Much of the public, a poll found"), share("large parts of the party")
    ('Much of the public', 'large parts of the party')
    >>> [share(words) for words in ("Part of the report", "Half an hour", "Much of it", "Half")]
    [None, None, None, None]
    """
    match = _SHARE.match(text, start, end)
    if match is None:
        return None
    words = _STOPS.split(match["whom"], 1)[0].lower().split()
    if words and words[0] in ("the", "her", "his", "their", "its", "our", "those", "these"):
        words = words[1:]
    elif match[0][:5].lower() == "half ":
        return None
    noun = nouns.lookup(words[-1]) if words else None
    if not words or words[-1] in _NOT_PEOPLE or (noun is not None and noun.category == "document"):
        return None
    return match.end()


_NOT_PEOPLE = frozenset(
    "problem story truth evidence data money idea argument reason answer work talk conversation"
    " world time day year building wall road brain body coverage".split()
)
"""What has parts that say nothing."""
