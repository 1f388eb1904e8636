"""Names after the verb of a sentence that is about whom it only describes: `The striker replaced
|Tom Brandt|`. `He` in the next one is the striker, not Brandt.
"""

from __future__ import annotations

from attrib.knowledge import nouns
from attrib.lazily import re
from attrib.resolution.mentions import Mention

_THE = re.compile(r"\W*(?:(?:But|And|Yet|Still,|Now) )?[Tt]he (?=[\w-])")
_LONGEST = 200
"""Characters of a sentence before a name in it."""
_AGE = "-year-old"
_OF_NUMBER = re.compile(r" of (?:one|two|three|four|five|six|seven|eight|nine|ten|\d+)\b")
_WORD = re.compile(r" ([\w’'-]+)(,?)")
_NO_VERBS = frozenset(
    """of in at on from for with and or to by who whose whom which that as the a an his her their
    is was named called turned""".split()
)
"""What goes on about the subject, or says who that is: `The striker is Tom Brandt`."""


def is_done_to(text: str, start: int, mention: Mention) -> bool:
    """Whether a sentence that begins at `start` does something to who is named in it.

    >>> from attrib.resolution.mentions import find
    >>> said = "The veteran striker replaced Ana Ruiz.", "The striker Ana Ruiz left."
    >>> [is_done_to(text, 0, find(text)[-1]) for text in (*said, "The captain of Orvale, Ana Ruiz")]
    [True, False, False]
    """
    if not 8 < mention.start - start < _LONGEST:
        return False
    opens = _THE.match(text, start, mention.start)
    if opens is None:
        return False
    head = _head_end(text, opens.end() - 1, mention.start)
    if head is None:
        return False
    verb = _WORD.match(text, head, mention.start)
    if verb is None or verb[2] or not verb[1].islower() or verb[1] in _NO_VERBS:
        return False
    return _HEARD.isdisjoint(text[verb.start() : mention.start].split())


_HEARD = frozenset(
    """accused charged sentenced jailed arrested convicted questioned asked asks sued fined ordered
    told fired sacked suspended banned cleared acquitted interviewed pressed quizzed hired appointed
    nominated named elected invited freed released expelled dismissed pardoned indicted summoned
    challenged urged begged warned reminded blamed approached introduced rescued saved shot attacked
    stabbed""".split()
)
"""Of whom this is done, he may well speak next: `The judge fined Brandt. He said he was poor`."""


def _head_end(text: str, at: int, end: int) -> int | None:
    """Where the description ends whose words begin after an offset; None where there is none."""
    found = None
    for _ in range(_MOST_WORDS):
        word = _WORD.match(text, at, end)
        if word is None:
            break
        noun = nouns.lookup(word[1])
        human = noun is not None and noun.human and not noun.plural
        if found is not None and not human:
            break
        if word[2] or word[1] in _NO_VERBS:
            break
        at = word.end()
        if human or word[1].endswith(_AGE):
            found = at
    if found is not None and (children := _OF_NUMBER.match(text, found, end)):
        return children.end()
    return found


_MOST_WORDS = 6
