"""Attributions of polls by verbs that mostly tell nothing: `A poll has Ruiz ahead by five points`.

What a poll, or a survey or model, puts, has or gives is its statement where it says who leads.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from attrib.detection.candidates import Candidate, TokenRange, formal
from attrib.detection.classes import lemma_and_sort
from attrib.detection.cues import in_context
from attrib.words.tokens import OPEN, Tokens

_CONFIDENCE = 0.85
_POLLS = frozenset(
    """poll polls survey surveys polling projection projections forecast forecasts model models
    canvass count tally tallies ballot snapshot bookmakers pollsters""".split()
)
_HAVE = frozenset("has have had puts put gives give gave places placed".split())
_STANDINGS = frozenset(
    """ahead behind level tied neck lead leads leading trailing trails front clear edge advantage
    majority percent % points""".split()
)
"""Where somebody stands in a race, or with how much."""
_PHRASE = frozenset("DT JJ JJR JJS CD NN NNS NNP NNPS POS PRP$ IN VBN VBD CC VBG".split())
_BEGINS_NAME = frozenset("NNP NNPS DT PRP PRP$ JJ NNS NN".split())
_FURTHEST, _LONGEST_SOURCE = 12, 24


def find(tokens: Tokens, tags: Sequence[str]) -> list[Candidate]:
    """A reading for each such verb.

    >>> from attrib.words.tags import tag
    >>> from attrib.words.tokens import tokenize
    >>> text = "A poll of 900 voters has Ruiz ahead by five points."
    >>> tokens = tokenize(text, [], [(0, len(text))])
    >>> found, = find(tokens, tag(tokens))
    >>> [text[slice(*tokens.offsets(*part))] for part in (found.source, *found.content)]
    ['A poll of 900 voters', 'Ruiz ahead by five points']
    """
    if _POLLS.isdisjoint(tokens.words):
        return []
    return [found for first, last in tokens.sentences for found in _in(tokens, tags, first, last)]


def _in(tokens: Tokens, tags: Sequence[str], first: int, last: int) -> Iterator[Candidate]:
    words = tokens.words
    for at in range(first + 1, last - 2):
        if words[at] not in _HAVE or tokens.depth[at] or tags[at + 1] not in _BEGINS_NAME:
            continue
        if words[at + 1] in ("a", "an"):
            continue
        stands = next(
            (i for i in range(at + 2, min(last, at + _FURTHEST)) if words[i] in _STANDINGS), 0
        )
        source = _poll(tokens, tags, first, at) if stands else None
        if source is None:
            continue
        end = next((i for i in range(stands, last) if words[i] in (";", OPEN)), last)
        end = next((i for i in range(stands, end - 1) if _goes_on(words, tags, i)), end)
        end -= words[end - 1] in (".", "!")
        lemma, sort = lemma_and_sort(words[at])
        word = in_context(words, tags, first, last, at, lemma, sort, ())
        content = (at + 1, end)
        yield formal(word, "source-cue-content", (at, at + 1), source, (content,), _CONFIDENCE)


def _goes_on(words: Sequence[str], tags: Sequence[str], at: int) -> bool:
    """Whether the reporter goes on after a comma: `, and she | said`, `, according to`."""
    if words[at] != ",":
        return False
    return words[at + 1] in ("according", "which", "but", "while", "though") or (
        words[at + 1] == "and" and tags[at + 2] in ("PRP", "DT", "NNP", "VBD", "VBZ")
    )


def _poll(tokens: Tokens, tags: Sequence[str], first: int, at: int) -> TokenRange | None:
    """The noun phrase of a poll that is the subject of a verb, with what is told of it."""
    words = tokens.words
    end = at - (tags[at - 1] == "RB")
    begins = end
    while begins > first and end - begins < _LONGEST_SOURCE:
        before = begins - 1
        if tags[before] not in _PHRASE and words[before] != ",":
            break
        begins -= 1
    while begins < end and (words[begins] == "," or tags[begins] in ("IN", "CC", "VBD")):
        begins += 1
    opens = begins == first or words[begins - 1] in (",", "and", "but", "while")
    comma = words.index(",", begins, end) if "," in words[begins:end] else end
    if _POLLS.isdisjoint(words[begins:comma]) and comma < end:  # `In May, | a poll has`
        opens, begins, comma = True, comma + 1, end
    head = begins
    while head < comma and tags[head] not in _HANGS_ON:
        head += 1
    whole = opens and begins < head and (comma == end or words[end - 1] == ",")
    return (begins, end) if whole and words[head - 1] in _POLLS else None


_HANGS_ON = frozenset("IN VBN VBD VBG CC".split())
