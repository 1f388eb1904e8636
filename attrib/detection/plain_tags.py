"""Quotations whose tag is plain though its verb was not taken for a cue.

`“We are late,” the letter stated.` The verb is one of telling, and it and one noun phrase are all
that the sentence has beside the quotation: nothing else can be meant.
"""

from __future__ import annotations

from collections.abc import Iterator

from attrib.detection import beats, time_phrases
from attrib.detection.candidates import Candidate, TokenRange, formal
from attrib.detection.classes import SAID, lemma_and_sort, tells
from attrib.detection.cues import in_context
from attrib.detection.known import FINAL, PHRASE, SAME_PARAGRAPH, Known
from attrib.knowledge import nouns, tag_verbs
from attrib.words.tokens import CLOSE, OPEN

_LONGEST_TAG = 14


def find(known: Known) -> Iterator[Candidate]:
    """Quotations with a plain tag that no reading of its verb has: `“…,” the letter stated.`

    >>> from attrib.words.quotes import find as quotations
    >>> from attrib.words.tags import tag
    >>> from attrib.words.tokens import tokenize
    >>> text = "“We are late,” the letter stated."
    >>> quoted, _ = quotations(text)
    >>> tokens = tokenize(text, quoted, [(0, len(text))])
    >>> found, = find(Known([], tokens, tag(tokens)))
    >>> [text[slice(*tokens.offsets(*part))] for part in (found.source, found.cue)]
    ['the letter', 'stated']
    """
    for first, last in known.tokens.sentences:
        if known.words[first] != OPEN or CLOSE not in known.words[first + 2 : last]:
            continue
        end = known.words.index(CLOSE, first + 2, last) + 1
        while end < last and known.depth[end]:
            end += 1
        if known.is_taken(first, end) or not all(known.depth[first:end]):
            continue
        stops = known.words[end - 2] == "." and not beats.REACTS_NOW.isdisjoint(
            known.words[end:last]
        )  # `“It fell.” Ruiz laughs.`
        open_ended = known.words[end - 2] in (",", "?", "!", "…") or known.words[end] == ","
        if not open_ended and not stops:
            continue
        begins = end + (known.words[end] == ",")
        tag = _tag_of(known, begins, last) or _voiced(known, begins, last)
        if tag is None:
            continue
        at, source = tag
        order = "content-source-cue" if source[0] < at else "content-cue-source"
        lemma, sort = lemma_and_sort(known.words[at])
        word = in_context(known.words, known.tags, first, last, at, lemma, sort, ())
        yield formal(word, order, (at, at + 1), source, ((first, end),), SAME_PARAGRAPH)


def _tag_of(known: Known, first: int, last: int) -> tuple[int, TokenRange] | None:
    """The verb of a tag that is all the rest of a sentence, and its source."""
    end = last
    while end > first and known.words[end - 1] in FINAL:
        end -= 1
    if not 2 <= end - first <= _LONGEST_TAG or any(known.depth[first:end]):
        return None
    if known.words[first] in _PRONOUNS and end == first + 2 and _is_verb(known, first + 1):
        return first + 1, (first, first + 1)  # `“Yes,” she nods.`
    name = end
    while name > first + 1 and known.tags[name - 1] == "NNP":
        name -= 1
    job = name
    while job > first + 1 and known.tags[job - 1] in ("NN", "JJ"):
        job -= 1
    noun = nouns.lookup(known.words[name - 1]) if job < name else None
    names = name < end and (name == first + 1 or (job == first + 1 and noun and noun.human))
    if names and known.forms[first][0].islower() and _is_verb(known, first):
        return first, (first + 1, end)  # `“Never,” splutters Ruiz`, `grinned captain Ana Ruiz`
    names = end > first + 1 and all(tag == "NNP" for tag in known.tags[first : end - 1])
    if names and _may_tag(known, end - 1):
        return end - 1, (first, end - 1)  # `“Never,” Ruiz laughs.`
    if _is_verb(known, end - 1) and _is_somebody(known, first, end - 1):
        return end - 1, (first, end - 1)  # `“Never,” one reader vented.`
    for at in range(first, end):
        if known.tags[at][:1] == "V":
            if not _says(known, at):
                return None
            if at == end - 1 and _is_phrase(known, first, at):
                return at, (first, at)
            if at == first and _is_phrase(known, at + 1, end):
                return at, (at + 1, end)
            return None
    return None


def _voiced(known: Known, first: int, last: int) -> tuple[int, TokenRange] | None:
    """A verb of saying or voice with its subject, and what only tells how, where or when:
    `“Never,” | its secretary, K. Lund, snorted| at a meeting.`"""
    words, forms = known.words, known.forms
    if forms[first].islower() and tag_verbs.is_one(words[first]):
        begins = first + 1 + (words[first + 1] in _PARTICLES)
        end = begins
        while end < last and known.tags[end] in PHRASE:
            end += 1
        return (first, (begins, end)) if begins < end and _rests(known, end, last) else None
    at = first
    while at < min(last, first + _LONGEST_TAG):
        if at > first and forms[at].islower() and tag_verbs.is_one(words[at]):
            end = at + 1 + (words[at + 1] in _PARTICLES)
            return (at, (first, at)) if _rests(known, end, last) else None
        if words[at] == ",":
            after = words[at + 2 : min(last, at + _LONGEST_TAG)]
            if "," not in after:
                return None
            at += 2 + after.index(",")
        elif known.tags[at] not in PHRASE and (at == first or words[at] not in _HANGS_ON):
            return None
        at += 1
    return None


_PARTICLES = frozenset("back in up out on away aloud again off".split())
_HANGS_ON = frozenset("of for from at in with to and close .".split())


def _rests(known: Known, at: int, last: int) -> bool:
    """Whether a tag is over but for how, where or when it was said: its verb has no object."""
    words = known.words
    if at >= last or words[at] in FINAL or words[at] in ("—", "–", "-"):
        return True
    if any(known.depth[at:last]) or words[at] == "that":
        return False
    told_how = known.tags[at] in ("IN", "TO", "RB", "WRB", "VBG")
    return told_how or time_phrases.time_ends(words, known.tags, at, last) > at


_PRONOUNS = frozenset(("he", "she", "they"))


def _is_verb(known: Known, at: int) -> bool:
    """Whether a word is formed as a verb in a tag is, were it one that says nothing."""
    return known.words[at].endswith(("s", "ed")) and known.words[at] not in _NO_VERBS


def _may_tag(known: Known, at: int) -> bool:
    """Whether a word after a name is a verb, be it taken for a noun: `Ruiz | laughs`."""
    verb = known.tags[at] in ("VBZ", "VBD", "VBN", "NNS") or known.words[at] in beats.REACTS_NOW
    return verb and _is_verb(known, at)


def _is_somebody(known: Known, first: int, last: int) -> bool:
    """Whether a noun phrase is of people, by its last noun: `one reader`, `my mother`."""
    noun = nouns.lookup(known.words[last - 1])
    people = noun is not None and (noun.human or noun.category == "group")
    begins = known.tags[first] in ("DT", "PRP$", "CD", "JJ", "NNS")
    return people and begins and _is_phrase(known, first, last)


_NO_VERBS = frozenset("is was has does as us his this yes".split())


def _says(known: Known, at: int) -> bool:
    return tells(known.words[at], SAID)


def _is_phrase(known: Known, first: int, last: int) -> bool:
    return first < last and all(
        known.tags[i] in PHRASE or known.words[i] in ("of", "and") for i in range(first, last)
    )
