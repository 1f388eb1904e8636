"""Bodies that an article says what they are, right beside their name: `ARB, the dockers’ union,`,
`the shipping firm Corvo`, `Corvo is a shipping firm`."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Collection

from attrib.lazily import re
from attrib.resolution.mentions import Mention
from attrib.resolution.name_runs import CALENDAR
from attrib.resolution.named_places import NOUNS
from attrib.resolution.referents import Referent, Scene, as_written, has_word, kind_of, of_entity
from attrib.resolution.roles import content_words


def apposed(scene: Scene, lemma: str, words: Collection[str], found: int | None) -> Referent | None:
    """The last body that the article says to be so, in all words of the description, if `found`,
    which is the nearest otherwise, is not named so itself and later.

    >>> [_TELLS.search(before)[0] for before in ("ARB-TORVA, the dockers’ ", "Corvo is a food ")]
    [', the dockers’ ', ' is a food ']
    """
    text, at = scene.text, scene.phrase.start
    noun = lemma.replace("-", " ")
    low = max(0, at - _FAR)
    while (at := text.rfind(noun, low, at)) > 0:
        end = at + len(noun)
        if not text[at - 1].isspace() or text[end : end + 1].isalnum():
            continue
        told = _named_before(scene, at, end)
        if told is None and lemma not in NOUNS:  # no `state Department of Health`
            told = _named_after(scene, at, end)
        if told is None or not _has_words(text[told[2] : at], words):
            continue
        start, stop, _ = told
        if found is not None and scene.discourse.entities[found].first > stop:
            own = content_words(scene.discourse.entities[found].name)
            if lemma in own and (not words or all(has_word(word, own) for word in words)):
                return None
        referent = _bearer(scene, start, stop)
        if referent is not None:
            return referent
    return None


_Told = tuple[int, int, int]
"""Where a name starts and ends, and from where the words stand that say what its bearer is."""
_FAR = 6000
_LONGEST = 100


def _has_words(said: str, words: Collection[str]) -> bool:
    known = content_words(said)
    return all(has_word(word, known) for word in words)


def _named_before(scene: Scene, at: int, end: int) -> _Told | None:
    """The name before a noun that says what its bearer is: `Corvo, a shipping |firm|,`."""
    text = scene.text
    if _AFTER.match(text, end) is None:
        return None
    tells = _TELLS.search(text, max(0, at - _LONGEST), at)
    if tells is None:
        return None
    stop = tells.start()
    letters = _LETTERS.search(text, max(0, stop - 12), stop)
    stop = stop if letters is None else letters.start()
    mention = _ending_at(scene, stop)
    if mention is not None:
        return mention.name_start, mention.end, tells.end("link")
    name = _NAME.search(text, max(0, stop - _LONGEST), stop) if tells["link"] == "," else None
    if name is None or name[0].lower() in _TIMES:
        return None
    return name.start(), name.end(), tells.end("link")


def _ending_at(scene: Scene, end: int) -> Mention | None:
    discourse = scene.discourse
    i = bisect_left(discourse.starts, end) - 1
    return discourse.mentions[i] if i >= 0 and discourse.mentions[i].end == end else None


def _named_after(scene: Scene, at: int, end: int) -> _Told | None:
    """The name after a noun that says what its bearer is: `the shipping |firm| Corvo`."""
    text, discourse = scene.text, scene.discourse
    i = bisect_left(discourse.starts, end)
    if i >= len(discourse.starts) or discourse.starts[i] != end + 1 or text[end] != " ":
        return None
    opens = _OPENS.search(text, max(0, at - 60), at)
    mention = discourse.mentions[i]
    if opens is None or mention.reading.sort in _NOT_BODIES:
        return None
    if opens["the"] and _GOES_ON.match(text, mention.end) and not _begins(text, opens.start()):
        return None  # `bought the company Corvo had built`
    return mention.name_start, mention.end, opens.start()


_NOT_BODIES = frozenset(("person", "people", "place", "country"))
_OPENS = re.compile(r"\b(?:(?P<the>[Tt]he)|[Aa]n?|[\w-]+['’]s?)(?: [\w’'-]+){0,3} \Z")
_GOES_ON = re.compile(r" (?!(?:in|of|on|for|to|at|by|and|with|from|after|over|said|says)\b)[a-z]")


def _begins(text: str, at: int) -> bool:
    return not at or text[at - 1] == "\n" or text.endswith((". ", "” ", "“"), 0, at)


def _bearer(scene: Scene, start: int, end: int) -> Referent | None:
    """Whose name stands somewhere; None where that is a person's."""
    discourse = scene.discourse
    index = next((discourse.owners[i] for i in discourse.within(start, end)), -1)
    if index < 0:
        return as_written(scene, (start, end), "organization", resolver="descriptor")
    if kind_of(scene, discourse.entities[index]) == "person":
        return None
    return of_entity(scene, index, "descriptor")


_TIMES = CALENDAR | frozenset(
    "today tonight yesterday tomorrow now later earlier meanwhile then instead however here".split()
)
"""What a sentence begins with that is no name: `Today, a group of fans`."""
_NAME = re.compile(r"(?<![\w’'-])[A-Z][\w&’'.-]*(?: (?:of|for|and|the|&|[A-Z][\w&’'.-]*)){0,6}\Z")
_TELLS = re.compile(
    r"(?P<link>,| is| was| became|, which (?:is|was))(?: now| then| once)?(?: one of)?"
    r" (?:the|an?|(?:the )?[\w-]+(?: [A-Z]\w+)?[’']s?)(?: [\w’'-]+){0,4}? \Z"
)
"""What stands between a name and the noun that says what its bearer is."""
_LETTERS = re.compile(r" \([A-Z][\w.&-]{1,7}\)\Z")
_AFTER = re.compile(
    r"[,.;–—]| (?:that|which|whose|of|for|in|based|representing|with|from|and|who|owned|run)\b"
)
