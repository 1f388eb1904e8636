"""Which names of an article are people’s, as far as the words beside them tell.

`Khadra Warsame, a nurse, was late.` No list has her names; that she is a nurse tells what they are,
and wherever `Warsame` stands below it is she.
"""

from __future__ import annotations

from attrib.detection.known import Known
from attrib.knowledge import names, nouns

_LONGEST = 4
_LONGEST_TRADE = 6
_BEFORE_TRADE = frozenset("DT CD JJ NN NNP PRP$ VBN VBG".split())
_HIS = frozenset("who whose".split())


def last_names(known: Known) -> frozenset[str]:
    """The last words of the names that are people’s.

    >>> from attrib.words.sentences import split
    >>> from attrib.words.tags import tag
    >>> from attrib.words.tokens import tokenize
    >>> text = "Khadra Warsame, a retired nurse, and Tyrell Oakes, 61, were in Thet Oo Hall."
    >>> tokens = tokenize(text, [], split(text, []))
    >>> sorted(last_names(Known([], tokens, tag(tokens))))
    ['Oakes', 'Warsame']
    """
    found: set[str] = set()
    tags, forms = known.tags, known.forms
    at, stop = 0, len(known.tokens)
    while at < stop:
        if tags[at] != "NNP":
            at += 1
            continue
        first = at
        while at < stop and tags[at] == "NNP" and not (at > first and starts(known, at)):
            at += 1
        if forms[at - 1][0].isupper() and _is_person(known, first, at):
            found.add(forms[at - 1])
    return frozenset(found)


def starts(known: Known, at: int) -> bool:
    """Whether a token begins a sentence."""
    return known.starts[known.sentence_of(at)] == at


def _is_person(known: Known, first: int, last: int) -> bool:
    words = known.words
    if last - first > _LONGEST or any(words[i] in nouns.bodies() for i in range(first, last)):
        return False
    if words[last - 1] in nouns.name_ends():
        return False
    before = nouns.lookup(words[first - 1]) if first else None
    if before is not None and before.human and not before.plural and known.tags[first - 1] != "POS":
        return True
    if last - first < 2:
        return False
    given = any(is_given(words[i]) for i in range(first, last - 1))
    return given or _is_told_of(known, last)


def is_given(word: str) -> bool:
    """Whether a word in front of a last name is a given name, be it a rare one."""
    return names.is_given(word) or names.gender(word, first=True) is not None


def is_elsewhere(known: Known, at: int) -> bool:
    """Whether a name is that of a month or place: `in | May`, `in | Florence|, where`."""
    alone = "NNP" not in (known.tags[at - 1], known.tags[at + 1])
    return alone and known.words[at - 1] in _IN


_IN = frozenset("in since until till last next mid early late this every before through".split())


def _is_told_of(known: Known, at: int) -> bool:
    """Whether an age, a trade or `who` follows a name: `, 61,`, `, a retired nurse,`."""
    words, tags = known.words, known.tags
    if words[at : at + 1] != [","] or at + 2 >= len(words):
        return False
    if words[at + 1] in _HIS or (tags[at + 1] == "CD" and words[at + 2] in (",", ".")):
        return True
    noun = None
    for i in range(at + 1, min(len(words), at + 1 + _LONGEST_TRADE)):
        if tags[i] not in _BEFORE_TRADE:
            break
        noun = nouns.lookup(words[i]) if tags[i] in ("NN", "JJ") else noun
    return noun is not None and noun.human
