"""A line that only announces the words of whoever was just told of: `Partial transcript as
follows:`, `His full statement:`, `Read the letter below:`."""

from __future__ import annotations

from collections.abc import Sequence

from attrib.detection.candidates import TokenRange
from attrib.detection.time_phrases import DAYS
from attrib.knowledge import nouns

_LONGEST = 9
_LONGEST_OWNED = 16
_FROM = frozenset(("from", "per"))
_PART_OF = frozenset("excerpt excerpts passage part extract here is are this the an a".split())
_OWNER = frozenset("NNP NN DT JJ PRP$".split())
_TEXTS = frozenset(
    """transcript transcripts transcription statement remarks text exchange comments quote quotes
    answer response post tweet message letter speech note caption reply conversation memo email
    e-mail""".split()
)
_LABELS = frozenset(
    """the a full partial relevant rush rough complete entire whole unedited edited verbatim key
    original exact actual below as follows follow following is are here here's read see in and of
    his her their was were""".split()
)


def announces(words: Sequence[str], tags: Sequence[str], first: int, last: int) -> bool:
    """Whether a line only announces a text, or whose it is."""
    return is_label(words, first, last) or owner(words, tags, first, last) is not None


def is_label(words: Sequence[str], first: int, last: int) -> bool:
    """Whether a line that ends in a colon names nothing but the text that it stands over.

    >>> [is_label(line.split(), 0, len(line.split())) for line in
    ...  ("transcript as follows :", "his full statement is below :", "ruiz 's letter :", "the :")]
    [True, True, False, False]
    """
    if last - first > _LONGEST or words[last - 1] != ":":
        return False
    line = words[first : last - 1]
    named = [word for word in line if word in _TEXTS]
    return len(named) == 1 and all(word in _LABELS or word in _TEXTS for word in line)


def owner(words: Sequence[str], tags: Sequence[str], first: int, last: int) -> TokenRange | None:
    """Whose text a line announces that ends in a colon; None where it tells of anything else.

    >>> words = "from ruiz 's facebook post on friday :".split()
    >>> owner(words, "IN NNP POS NNP NN IN NNP :".split(), 0, len(words))
    (1, 2)
    """
    if last - first > _LONGEST_OWNED or words[last - 1] != ":":
        return None
    at = next((i for i in range(first, last) if words[i] in _FROM), last)
    if at >= last or any(word not in _PART_OF for word in words[first:at]):
        return None
    owns = next((i for i in range(at + 1, last) if tags[i] == "POS"), last)
    titled = (tags[i] in _OWNER or words[i] == "." for i in range(at + 1, owns))
    if owns in (at + 1, last) or not all(titled) or not _is_somebody(words, tags, owns - 1):
        return None
    of_text = any(tags[i][:1] in "VM" or words[i] in ("by", "of") for i in range(owns, last))
    return None if of_text else (at + 1, owns)


def _is_somebody(words: Sequence[str], tags: Sequence[str], at: int) -> bool:
    """Whether an owner may speak, and is no day: `From | Monday|’s paper:`."""
    noun = nouns.lookup(words[at])
    return words[at] not in DAYS and (tags[at] == "NNP" or (noun is not None and noun.human))
