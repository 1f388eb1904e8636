"""What stands around a name and shows that it is a person's: of one word, `Ruiz`, or of several
that no list has, `Oro Kesh (41)`; and whether its capital tells anything where it stands."""

from __future__ import annotations

from attrib.lazily import re
from attrib.resolution.mentions import Mention


def marks_person(text: str, mention: Mention) -> bool:
    """Whether what stands around a lone name shows that it is a person's.

    People, far more often than bodies, are the tag of a quotation; `Ruiz, who stayed, …` must
    begin its sentence, for before `who` may stand more than a name: `the owner of Lumenex, who`.

    >>> from attrib.resolution.mentions import find
    >>> text = "“We go,” said Ruiz. “We stay,” Okon said. Marsh, who wept, left Noll, who fled."
    >>> [mention.reading.name for mention in find(text) if marks_person(text, mention)]
    ['Ruiz', 'Okon', 'Marsh']
    """
    start, end = mention.start, mention.end
    if text[start - 2 : start - 1] in _CLOSING_MARKS and _SAID_AFTER.match(text, end):
        return True
    if _LEADS_IN.match(text, end) or _ONESELF.match(text, end) or _AGED.match(text, end):
        return True
    if _CALLED_AGED.match(text, end) and _is_spoken_of(text, start):
        return True
    before = text[max(0, start - 20) : start]
    if before.endswith("d ") and _SAID_BEFORE.search(before) and _NAME_ENDS.match(text, end):
        return True
    return text[start - 2 : start] in _SENTENCE_BREAKS and _WHO.match(text, end) is not None


def _is_spoken_of(text: str, start: int) -> bool:
    """Whether a name is what a clause is about, or whom others turn to, and no place."""
    before = text[max(0, start - 30) : start]
    return _AFTER_PREPOSITION.search(before) is None or _TURNS_TO.search(before) is not None


_CALLED_AGED = re.compile(r"[^.!?\n“”\"A-Z]{0,80}[.!?] The [1-9]\d-year-old\b")
"""`All eyes were on Femi. The 28-year-old barber`."""
_AFTER_PREPOSITION = re.compile(
    r"\b(?:of|in|at|from|to|near|into|on|onto|across|outside|around|for|by|towards?|inside|through"
    r"|beyond|via|the|over)[ ]\Z"
)
_TURNS_TO = re.compile(
    r"\b(?:look|turn|star|glanc|point|smil|nodd?|shout|sp[eo]a?k|talk|listen|wav|wink|gaz|glar|slid"
    r"|swivell?|shift|f[ea]ll|settl|were|was|land|rest)(?:s|e|es|ed|d|ing|en)? "
    r"(?:back |over |round |instead )?(?:at|to|towards?|on|upon) \Z"
)
_SENTENCE_BREAKS = ("", ". ", "\n\n", ".\n", "” ", '" ')
_WHO = re.compile(r", who(?:se|m)?\b(?! (?:have|are|were|do|want|say)\b)")
_CLOSING_MARKS = ("”", '"', "’", "'")
_SAID = r"(?:sa(?:id|ys)|added|asked|told|replied|recalled|continued|explained|joked)"
_SAID_AFTER = re.compile(rf" {_SAID}\b(?! in an? (?:\w+ )?(?:statement|release|report|letter))")
_ONESELF = re.compile(r" (?:him|her)self\b")
_AGED = re.compile(r", [1-9]\d,|, aged? [1-9]\d?\b|, an? [1-9]\d-year-old\b")
_LEADS_IN = re.compile(rf" {_SAID}[:,] [“\"‘']")
_NAME_ENDS = re.compile(
    r"[.,;:!?)]|\s(?:in|on|at|to|of|from|during|after|who|and|as|with|when|while|last|this)\b|\s*\Z"
)
_SAID_BEFORE = re.compile(rf"[{''.join(_CLOSING_MARKS)}] {_SAID} \Z")


def tells_person(text: str, mention: Mention) -> bool:
    """Whether an age beside a name of several words, or what its bearer does, is a person’s.

    >>> from attrib.resolution.mentions import find
    >>> text = "Oro Kesh (41) met 29-year-old clerk Ila Venn. Tal Brom wept. Tarn Marine won."
    >>> [mention.reading.name for mention in find(text) if tells_person(text, mention)]
    ['Oro Kesh', 'Ila Venn', 'Tal Brom']
    """
    if _AGE_AFTER.match(text, mention.end) or _DOES.match(text, mention.end):
        return True
    return _AGE_BEFORE.search(text, max(0, mention.start - 40), mention.start) is not None


_AGE_AFTER = re.compile(r",? \([1-9]\d\)|,? aged? [1-9]\d\b|, [1-9]\d(?:[;:]| who\b)")
_AGE_BEFORE = re.compile(r"\b[1-9]\d-year-old (?:[a-z-]+ ){0,3}\Z")
_DOES = re.compile(
    r"(?:, who)?(?: (?:has|had|have))?"
    r" (?:grew up|grown up|was born|wept|smiled|laughed|shrugged|nodded|grinned|sighed|frowned"
    r"|lives (?:in|on|at|with)|lived (?:in|on|at|with)|graduated|married|died|retired"
    r"|(?:was|is|were) (?:sitting|walking|asleep|sleeping|shot|stabbed|arrested|jailed|sentenced"
    r"|convicted|appointed|elected|sworn in|married|pregnant)|woke up|spoke (?:to|with|at|of|in)"
    r"|shook (?:his|her)|raised (?:his|her)|tells me|told me|remembers|recalls|recalled)\b"
)


def starts_sentence(text: str, start: int) -> bool:
    """Whether a capital may be due to the place and not to the word."""
    before = text[max(0, start - 2) : start].strip()
    if before[-1:] in ("”", "»", "’") and text[max(0, start - 3)] in ".!?":
        return True  # `“… at all.” Referring to the road, she said`
    return not before or text[start - 1] == "\n" or before[-1] in _SENTENCE_START


_SENTENCE_START = frozenset('.!?:\n“"‘•—')
