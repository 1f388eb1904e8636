"""Whose words a sentence says to come next, taken from where they were said.

`Below are some of Ruiz’s remarks. “…”`, `Excerpts from the interview with Ruiz follow. “…”`, `This
is how Ruiz put it: “…”`, `Ruiz spoke only in riddles during the interview. “…”`
"""

from __future__ import annotations

from attrib.detection.candidates import TokenRange
from attrib.detection.introductions import HE_OR_SHE, POSSESSIVES, Introductions

_LONGEST = 40
_OPENS = frozenset(
    """below here are is were some of an a few the following these this from excerpts excerpt
    extract extracts sample samples part parts highlights passages passage selection key more full
    text transcript quotes quote quotations choice lines in what and most memorable relevant one two
    three four five taste flavor flavour snippets snippet edited condensed : , - – — '""".split()
)
"""What may stand before whose words they are: `Here are a few of`."""
_TAKEN = frozenset(
    """excerpts excerpt extract extracts sample highlights passages passage selection parts part
    transcript snippets quotes quotations taste text""".split()
)
_SPOKEN = frozenset(
    """remarks remark comments comment words speech speeches address answers answer response
    responses reply replies statement statements letter email e-mail essay column article op-ed
    testimony interview tweets tweet posts post message memo sermon talk lecture rant monologue
    thoughts observations explanation quotes toast eulogy book memoir diary note press-conference
    announcement appeal plea apology soliloquy""".split()
)
"""What has somebody's words: `Ruiz’s speech`."""
_TALK = frozenset("interview conversation talk chat exchange discussion q&a session call".split())
_PUTS = frozenset("put puts said says explained explains saw sees described describes".split())
_RAMBLED = frozenset(
    """spoke speaks talked talks rambled mused ranted raged riffed vented complained boasted joked
    held answered opined wrote tweeted posted""".split()
)
_TALKING = frozenset("interview speech conversation talk rally debate hearing session q&a".split())


def find(known: Introductions, first: int, last: int) -> TokenRange | None:
    """Whose words come next, if a sentence says only that of them.

    >>> from attrib.words.sentences import split
    >>> from attrib.words.tags import tag
    >>> from attrib.words.tokens import tokenize
    >>> def announced(text):
    ...     tokens = tokenize(text, [], split(text, []))
    ...     found = find(Introductions([], tokens, tag(tokens)), 0, len(tokens))
    ...     return text[slice(*tokens.offsets(*found))] if found else None
    >>> announced("Below are some of Ruiz’s remarks."), announced("From Ruiz’s letter to Okon:")
    ('Ruiz', 'Ruiz')
    >>> announced("Excerpts from the interview with Ana Ruiz follow.")
    'Ana Ruiz'
    >>> announced("This is how Ana Ruiz put it on Monday:")
    'Ana Ruiz'
    >>> announced("A reader of Ruiz’s letter wept.")
    """
    if last - first > _LONGEST:
        return None
    if any(known.depth[first:last]):
        return _rambling(known, first, last)
    return (
        _owner(known, first, last)
        or _talked_with(known, first, last)
        or _putting(known, first, last)
        or _rambling(known, first, last)
    )


def _owner(known: Introductions, first: int, last: int) -> TokenRange | None:
    """Whose remarks a sentence announces and does no more: `From Ruiz’s letter:`."""
    words, tags = known.words, known.tags
    at = first
    while at < last and words[at] in _OPENS:
        at += 1
    begin, end = at, known.name_end(at, last)
    if words[at] in POSSESSIVES and at > first:
        end = at + 1
    elif tags[end] == "POS" and end > begin:
        at = end
    else:
        return None
    at += 1
    while at < last and tags[at] in ("JJ", "NN", "NNP", "CD") and words[at] not in _SPOKEN:
        at += 1
    if words[at] not in _SPOKEN or _tells_more(known, at + 1, last):
        return None
    bare = begin == first and words[last - 1] != ":"
    return None if bare else (begin, end)


def _talked_with(known: Introductions, first: int, last: int) -> TokenRange | None:
    """Ruiz of `Excerpts from our interview with Ruiz follow:`."""
    words = known.words
    if _TAKEN.isdisjoint(words[first : first + 6]):
        return None
    for at in range(first + 1, min(last - 2, first + 12)):
        if words[at] not in ("with", "by") or words[at - 1] not in _TALK | _SPOKEN:
            continue
        whose = next((i for i in range(at - 1, first, -1) if words[i] in POSSESSIVES), 0)
        if whose:
            return whose, whose + 1  # `highlights of |her| talk with Reuters`
        end = known.name_end(at + 1, last)
        fits = end > at + 1 and known.is_person(at + 1, end) and not _tells_more(known, end, last)
        return (at + 1, end) if fits else None
    return None


def _putting(known: Introductions, first: int, last: int) -> TokenRange | None:
    """Ruiz of `This is how Ruiz put it on Monday:`, `Here is what Ruiz had to say:`."""
    words = known.words
    if words[last - 1] != ":" or words[first] not in ("this", "here", "that"):
        return None
    how = first + 2
    if words[first + 1] not in ("is", "was", "'s", "’s") or words[how] not in ("how", "what"):
        return None
    end = known.name_end(how + 1, last)
    end += end == how + 1 and words[end] in HE_OR_SHE
    verb = end + (known.tags[end] == "RB")
    return (how + 1, end) if end > how + 1 and words[verb] in _PUTS | {"had", "has"} else None


def _rambling(known: Introductions, first: int, last: int) -> TokenRange | None:
    """Ruiz of `Nobody knows, since Ruiz spoke only in riddles during the interview.`"""
    words = known.words
    if _TALKING.isdisjoint(words[first:last]):
        return None
    for at in range(first, last):
        if words[at] not in _RAMBLED or at == first or any(known.depth[at:last]):
            continue
        begin = end = at - (known.tags[at - 1] == "RB")
        while begin > first and known.tags[begin - 1] == "NNP":
            begin -= 1
        if begin == end or not known.is_person(begin, end):
            return None
        name = known.forms[end - 1]
        alone = not known.others(first, begin, name) and not known.others(end, last, name)
        return (begin, end) if alone else None
    return None


def _tells_more(known: Introductions, first: int, last: int) -> bool:
    """Whether something is told of what was announced but where and how it was said."""
    tags, words = known.tags, known.words
    verbs = [i for i in range(first, last) if tags[i] in ("VBD", "VBZ", "VBP", "MD")]
    return any(words[i] not in ("follow", "follows", "are", "is", "appear") for i in verbs)
