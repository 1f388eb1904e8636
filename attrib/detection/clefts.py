"""Quotations that a sentence is built around: `What Ruiz said was “…”`, `“…” is how she puts it`,
`“…,” came her reply`, `“…,” Ruiz is reported to have said`.

Which noun phrase speaks, and that the quotation is all that was said, grammar tells.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from attrib.detection.candidates import Candidate, TokenRange, formal
from attrib.detection.classes import SAID, lemma_and_sort, tells
from attrib.detection.cues import in_context
from attrib.words.tokens import OPEN, Tokens

_BE = frozenset(("is", "was", "are", "were"))
_WHAT = frozenset(("what", "all", "how"))
_REPLIES = frozenset(
    """reply replies answer answers response retort cry shout call effort attempt offering comeback
    rejoinder verdict refrain""".split()
)
_CAME = frozenset(("came", "comes", "was", "is", "were", "are"))
_WORDS = _REPLIES | frozenset(
    "words verdict message view conclusion assessment reaction advice plea warning explanation"
    " chant refrain greeting judgment judgement summary".split()
)
"""What a quotation is called whose speaker comes after `of` or `from`."""
_HEARSAY = frozenset(
    "reported said alleged believed understood heard thought supposed quoted rumoured".split()
)
_PHRASE = frozenset("DT NN NNS NNP PRP PRP$ POS JJ CD".split())
_LONGEST = 14


def find(tokens: Tokens, tags: Sequence[str]) -> Iterator[Candidate]:
    """A reading for each sentence of that build.

    >>> from attrib.words.quotes import find as quotations
    >>> from attrib.words.sentences import split
    >>> from attrib.words.tags import tag
    >>> from attrib.words.tokens import tokenize
    >>> text = "All Ruiz would say was “no.” “It rains,” came her reply."
    >>> quoted, _ = quotations(text)
    >>> tokens = tokenize(text, quoted, split(text, quoted))
    >>> for found in find(tokens, tag(tokens)):
    ...     print([text[slice(*tokens.offsets(*part))] for part in (found.source, *found.content)])
    ['Ruiz', '“no.”']
    ['her', '“It rains,”']
    """
    words, depth = tokens.words, tokens.depth
    for first, last in tokens.sentences:
        if OPEN not in words[first:last]:
            continue
        if words[first] == OPEN:
            end = first + 1
            while end < last and depth[end]:
                end += 1
            at = end + (words[end] == ",")
            read = _after(tokens, tags, at, last)
            quotation = (first, end)
        else:
            begin = words.index(OPEN, first, last)
            read = _before(tokens, tags, first, begin)
            end = begin + 1
            while end < last and depth[end]:
                end += 1
            quotation = (begin, end)
        if read is None or end - quotation[0] < 3:
            continue
        verb, cue, source = read
        lemma, sort = lemma_and_sort(words[verb])
        word = in_context(words, tags, first, last, verb, lemma, sort, ())
        parts = sorted([(quotation, "content"), (cue, "cue"), (source, "source")])
        yield formal(word, "-".join(name for _, name in parts), cue, source, (quotation,))


_Read = tuple[int, TokenRange, TokenRange]
"""The verb, the cue and the source."""


def _before(tokens: Tokens, tags: Sequence[str], first: int, last: int) -> _Read | None:
    """`What Ruiz said was: “…”`, `All she would say is “…”`."""
    words = tokens.words
    if (named := _named(tokens, tags, first, last)) is not None:
        return named
    if words[first] not in ("what", "all") or last - first > _LONGEST:
        return None
    end = last - (words[last - 1] in (":", ","))
    if words[end - 1] not in _BE:
        return None
    source = _phrase(tags, first + 1, end - 1)
    verb = _verb(tokens, tags, source[1], end - 1)
    return (verb, (source[1], verb + 1), source) if verb and source[0] < source[1] else None


def _named(tokens: Tokens, tags: Sequence[str], first: int, last: int) -> _Read | None:
    """`Ruiz's name for it, that night, was “…”`, `Her word for Okon is “…”`."""
    words, verb = tokens.words, last - 1
    if words[verb] not in _BE:
        return None
    for at in range(first + 1, min(verb, first + _LONGEST)):
        if tags[at] in ("VBD", "VBZ", "VBP", "MD"):
            return None
        if words[at] not in _NAMES or words[at + 1] not in ("for", "on", "of", "was", "is"):
            continue
        owner = at - 1 - (tags[at - 1] == "JJ")
        plain = not any(tags[i] in ("VBD", "VBZ", "VBP", "MD", "WP") for i in range(at, verb))
        if not plain or tags[owner] not in ("PRP$", "POS"):
            return None
        if tags[owner] == "PRP$":
            return (at, (owner + 1, last), (owner, owner + 1)) if owner == first else None
        source = _phrase(tags, first, owner)
        return (at, (owner, last), source) if source[1] == owner > first else None
    return None


_NAMES = frozenset("name word term label nickname phrase description verdict motto slogan".split())
"""What a quotation is called after whose words it is."""


def _after(tokens: Tokens, tags: Sequence[str], first: int, last: int) -> _Read | None:
    """`“…” is how Ruiz puts it`, `“…,” came her reply`, `“…,” came the reply from Ruiz`, `“…,” Ruiz
    is said to have shouted`."""
    words = tokens.words
    if words[first] in _BE and words[first + 1] in _WHAT:
        source = _phrase(tags, first + 2, last)
        verb = source[1]
        puts = words[verb] in ("put", "puts", "describes", "described", "sees", "saw")
        found = verb if puts else _verb(tokens, tags, verb, last)
        named = source[0] < source[1] and found
        return (found, (source[1], found + 1), source) if named else None
    if words[first] in _CAME:
        source = _phrase(tags, first + 1, last)
        reply = source[1] - 1
        if tags[first + 1] == "DT" and words[reply] in _WORDS:
            whose = _whose(tokens, tags, reply + 1, last)
            return (reply, (first, reply + 1), whose) if whose else None
        if words[reply] not in _REPLIES or source[1] + 1 < last:
            return None
        owner = reply - (tags[reply - 1] == "JJ")
        if tags[owner - 1] == "PRP$":
            return reply, (owner, reply + 1), (owner - 1, owner)
        if tags[owner - 1] == "POS":
            return reply, (owner - 1, reply + 1), (source[0], owner - 1)
        return None
    source = _phrase(tags, first, last)
    at = source[1]
    if at == first or words[at] not in _BE or words[at + 1] not in _HEARSAY:
        return None
    if words[at + 2] != "to":
        return None
    verb = _verb(tokens, tags, at + 3, last)
    return (verb, (at, verb + 1), source) if verb else None


def _whose(tokens: Tokens, tags: Sequence[str], first: int, last: int) -> TokenRange | None:
    """Whose words a noun stands for: `the message to ministers | from | Ana Ruiz, a baker`."""
    words = tokens.words
    begin = first
    if words[begin] == "to":
        begin = _phrase(tags, begin + 1, last)[1]
    if words[begin] not in ("from", "of"):
        return None
    begin += 1
    end = _phrase(tags, begin, last)[1]
    while end > begin and words[end] in ("of", "for", "at", "in", "on"):
        further = _phrase(tags, end + 1, last)[1]
        if further == end + 1:
            break
        end = further
    rest = tags[end : last - 1]
    if words[end] == "," and words[last - 1] == "." and _APPOSED.issuperset(rest):
        end = last - 1
    return (begin, end) if end > begin else None


_APPOSED = _PHRASE | {"IN", ",", "TO", "CC", "VBN"}


def _phrase(tags: Sequence[str], first: int, last: int) -> TokenRange:
    """The noun phrase that begins with a token; empty where none does."""
    end = first
    while end < min(last, first + _LONGEST) and tags[end] in _PHRASE:
        end += 1
    return first, end


def _verb(tokens: Tokens, tags: Sequence[str], first: int, last: int) -> int:
    """The verb of saying within a few tokens, past its auxiliaries; 0 where there is none."""
    for at in range(first, min(last, first + 4)):
        if tells(tokens.words[at], SAID):
            return at
        if tags[at][:1] not in ("V", "M", "R") and tokens.words[at] != "to":
            return 0
    return 0
