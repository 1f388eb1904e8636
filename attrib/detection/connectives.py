"""Quotations that a few words without a subject only join to what was said before.

`“We did not know,” Ruiz said. Unless it stops, “nobody will come.”`: the reporter gives the
beginning of a sentence, and its speaker the rest.
"""

from __future__ import annotations

from attrib.detection.known import Known
from attrib.knowledge import nouns

_LONGEST = 14
_LONGEST_JOIN = 3
_JOINS = frozenset(
    """and but so or yet then now still indeed instead today meanwhile afterwards eventually
    finally otherwise specifically ultimately sometimes often perhaps maybe soon yesterday plus
    nevertheless nonetheless however moreover besides rather suddenly later first second
    next""".split()
)
_SUBORDINATE = frozenset(
    """if unless when whenever while until because after before once since although though as where
    whether given""".split()
)
_SAYS = frozenset(
    """said says say told asked ask asks called calls call according wrote writes quoted dubbed
    titled named headlined reading saying quote put""".split()
)
_FINITE = frozenset(("VBD", "VBZ", "VBP", "MD"))
_SUBJECTS = frozenset("DT PRP NN NNS NNP EX CD PRP$ WP WDT".split())


def leads_on(known: Known, first: int, begin: int, end: int) -> bool:
    """Whether the words in `[first, begin)` only join a quotation to the one before.

    >>> from attrib.words.quotes import find as quotations
    >>> from attrib.words.tags import tag
    >>> from attrib.words.tokens import tokenize
    >>> for text in ("But “nobody will come.”", "It was the “house of fish.”"):
    ...     tokens = tokenize(text, quotations(text)[0], [(0, len(text))])
    ...     known = Known([], tokens, tag(tokens))
    ...     leads_on(known, 0, tokens.words.index("“"), len(tokens))
    True
    False
    """
    words, tags = known.words, known.tags
    lead = words[first:begin]
    if not 1 <= len(lead) <= _LONGEST:
        return False
    if any(known.depth[first:begin]) or not _SAYS.isdisjoint(lead) or "?" in lead:
        return False
    comma = lead[-1] == ","
    joins = lead[0] in _JOINS and len(lead) - comma < _LONGEST_JOIN
    if not joins and not comma:
        return False
    finite = not _FINITE.isdisjoint(tags[first:begin])
    phrase = tags[first] in ("IN", "TO") and (not finite or lead[0] in _SUBORDINATE)
    phrase = phrase and not any(map(_has_words, known.forms[first:begin]))
    opens = joins or phrase or (lead[0] in _SUBORDINATE and finite)
    return opens and _is_clause(known, begin + 1, end)


def _has_words(form: str) -> bool:
    """Whether a word is for one whose words may follow, or for what has words: `For the council,`,
    `On its website,`."""
    noun = nouns.lookup(form)
    return noun is not None or form.lower() in _WORDED


_WORDED = frozenset(
    """website site page rules rule law laws song songs poem crowd saying proverb sign poster banner
    plaque hymn motto slogan caption story legend bible tradition""".split()
)


def _is_clause(known: Known, first: int, last: int) -> bool:
    """Whether words in marks begin with a subject and go on with its verb."""
    joins = known.words[first] in ("that", "and", "but")
    first += joins and known.tags[first + 1] in _SUBJECTS
    first += known.words[first] in _SUBORDINATE and known.tags[first + 1] in _SUBJECTS
    if known.tags[first] not in _SUBJECTS:
        return False
    verb = first + 1 + (known.tags[first + 1] == "RB")
    if known.tags[first] == "PRP" and known.tags[verb] == "NNS":
        return True  # `he just | acts like it`
    return any(
        known.tags[i] in _FINITE or known.words[i].endswith(("'s", "'re", "'ll", "'m"))
        for i in range(first + 1, min(last, first + _LONGEST))
    ) or known.words[first].endswith(("'s", "'re", "'ll", "'m"))
