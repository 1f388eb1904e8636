"""Figures that are people, `senior party figures`, or numbers: `party figures show`."""

from __future__ import annotations

from attrib.lazily import re
from attrib.resolution.referents import Scene


def are_people(scene: Scene) -> bool:
    """Whether the figures of a source are people, by what they are called or what they do."""
    said, phrase = scene.attribution, scene.phrase
    if said is not None and said.cue is not None and said.cue.lemma in _COUNTED:
        return False
    words = scene.text[phrase.start : phrase.core_end]
    return call_people(words) or scene.text.startswith(" who ", phrase.chunk_end)


def call_people(words: str) -> bool:
    """Whether words before `figures` tell that people are meant.

    >>> call_people("Senior party figures"), call_people("A figure close to the minister")
    (True, True)
    >>> call_people("Official figures"), call_people("The latest figures from the ministry")
    (False, False)
    """
    return _PEOPLE.search(words) is not None


def count_people(words: str) -> bool:
    """Whether a source is only a number of people, or their share: `nine`, `Sixty per cent`.

    >>> [count_people(words) for words in ("160", "Sixty-one per cent", "14%", "the rest", "one")]
    [True, True, True, True, False]
    """
    return _NUMBER.fullmatch(words) is not None


_NUMBER = re.compile(
    r"(?:(?:only|just|about|nearly|almost|some|another|roughly|around|a further|(?:more|less|fewer)"
    r" than|well over|over|under|at least|up to|close to|as (?:many|few) as) )*"
    r"(?:(?!(?:19|20)\d\d\Z)\d[\d,.]*(?: ?%| ?per ?cent| pc)?|[a-z]+(?:[ -](?:one|two|three|four"
    r"|five|six|seven|eight|nine))? per ?cent"
    r"|(?:\d+|[a-z]{3,6}) (?:in|out of) (?:(?:every )?(?:\d+|three|four|five|six|seven|eight|nine"
    r"|ten|twelve|twenty|fifty|a hundred))"
    r"|(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)(?: in (?:three|five|ten))?"
    r"|the (?:rest|remainder|others)|(?:a|one|two|three)[ -]"
    r"(?:third|quarter|half|fifth)s?|half|most|many|few|fewer than half|more than half"
    r"|about one in \w+)",
    re.IGNORECASE,
)


def are_counted(scene: Scene) -> bool:
    """Whether a count is what was counted, `a count by the union found`, and no nobleman."""
    said, phrase = scene.attribution, scene.phrase
    if said is None or said.cue is None or said.cue.lemma not in _COUNTED | _OF_STUDIES:
        return False
    return _COUNT.match(scene.text, phrase.start, phrase.chunk_end) is not None


_COUNT = re.compile(r"(?:[^,]{1,60}\b)?(?:(?:re|head)?count|[Rr]ecount|[Cc]ensus)\Z", re.IGNORECASE)
_OF_STUDIES = frozenset("find suggest estimate conclude record".split())
_COUNTED = frozenset("show reveal indicate according underline confirm".split())
"""What numbers do, whosever they are."""
_PEOPLE = re.compile(
    r"\b(?:senior|leading|prominent|top|veteran|influential|powerful|respected|controversial"
    r"|well-known|famous|popular|major|central|fringe|far-right|far-left|right-wing|left-wing"
    r"|hard-?line|conservative|liberal|moderate|public|political|religious|cultural|literary"
    r"|sporting|establishment|opposition|party|church|faith|community|business|television|tv|media"
    r"|football|film|music|theat(?:er|re)|showbiz|underworld|gangland|mafia|resistance|rebel"
    r"|militia|union|dissident|exiled|civic|tribal|movement|campaign|loyalist|republican"
    r"|democratic|labour|tory|islamist|nationalist) figures?\b"
    r"|\bfigures? (?:close|sympathetic|loyal|opposed|hostile|linked|allied) to\b",
    re.IGNORECASE,
)
