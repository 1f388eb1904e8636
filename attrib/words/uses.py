"""What a quotation is used for: speech, or a name, a title, a word held at arm's length."""

from __future__ import annotations

from typing import Literal

from attrib.lazily import re
from attrib.model import Quotation

Use = Literal["speech", "name", "title", "scare"]

_SAYS = (
    r"(?:sa(?:id|ys?|ying)|ask(?:ed|s|ing)?|told|tells?|add(?:ed|s|ing)|repl(?:ied|ies|ying)"
    r"|wr(?:ote|ites?|iting)|tweet(?:ed|s|ing)|answer(?:ed|s)|shout(?:ed|s|ing)|chant(?:ed|s|ing)"
    r"|quipped|joked|declar(?:ed|es|ing)|warn(?:ed|s|ing)|insist(?:ed|s|ing)|continued|concluded"
    r"|explain(?:ed|s|ing)|respond(?:ed|s|ing)|recalled|stat(?:ed|es|ing)|thought|cried|yelled)"
)
_LEADS_IN = re.compile(rf"(?:\b{_SAYS}\b,?|\b(?i:that)|:)\s*\Z")
_TAGGED = re.compile(rf"\s+(?:(?:[A-Z][\w.’'-]*|he|she|they|it|I|we|the|\w+)\s+){{0,4}}{_SAYS}\b")
_NAMING = re.compile(
    r"\b(?:known\s(?:\w+\s)?as|go(?:es|ing)?\sby|went\sby|nicknamed?|dubbed|alias|a\.?k\.?a\.?"
    r"|pseudonym|nom\sde\sguerre|code-?named?|call\s(?:sign|me|him|her|them)|(?:the\s)?name)"
    r"\s(?:the\s|of\s|was\s|is\s)?\Z"
)
_WORK = re.compile(
    r"\b(?:films?|movies?|books?|novels?|memoirs?|autobiography|biography|plays?|musicals?|songs?"
    r"|singles?|albums?|series|shows?|sitcoms?|dramas?|comed(?:y|ies)|program(?:me)?s?|podcasts?"
    r"|documentar(?:y|ies)|episodes?|columns?|essays?|editorials?|poems?|operas?|ballets?|paintings?"
    r"|exhibitions?|magazines?|games?|hits?|stor(?:y|ies)|(?:en)?titled|headlined|reality|NBC|ABC"
    r"|CBS|CNN|Fox(?:\sNews)?|MSNBC|BBC)(?:['’]s?)?,?\s\Z"
)
_DISTANCE = re.compile(
    r"\b(?:(?i:so-called|the\s(?:words?|terms?|phrases?|labels?|slogan|hashtag|motto))\s"
    r"|(?:call|label|brand|deem)(?:s|ed|ing)?\s(?:it|him|her|them|us|me|this|that)\s"
    r"|(?:an?|the|this|these|those|such|any|no|some|of|as|like)\s(?:\w+\s)?)\Z"
)
_FUNCTION_WORDS = frozenset(
    ("a", "an", "and", "as", "at", "by", "for", "from", "in", "of", "on", "or", "the", "to", "with")
)
# What a name or a title seldom has and a statement in a headline does: ‘I Fear It Is True’.
_CLAUSE = re.compile(
    r"\b(?:I|we|you|he|she|they|it|is|are|was|were|will|would|can|could|must|should|has|have|had|do"
    r"|does|did|not|\w+n['’]t|\w+['’](?:re|ll|ve|m))\b",
    re.IGNORECASE,
)
_INNER_STOP = re.compile(r"[.!?;:…]\s")
_WINDOW = 40


def classify(text: str, quotation: Quotation) -> Use:
    """What a quotation is used for, by its own words and the nearest ones around it.

    `speech` is the answer wherever nothing tells otherwise; the others are seldom records.

    >>> from attrib.words.quotes import find
    >>> [classify(text, find(text)[0][0]) for text in ("so-called “experts”", "“Go,” he said")]
    ['scare', 'speech']
    >>> [classify(text, find(text)[0][0]) for text in ("the film “Red Hills”", "Li “Ace” Wu")]
    ['title', 'name']
    """
    if len(quotation.spans) > 1 or quotation.end - quotation.start > 80:
        return "speech"
    inner = text[quotation.start + 1 : quotation.end - 1].strip("'’‘`\"”“ ")
    core = inner.rstrip(",.")
    words = core.split()
    before = text[max(0, quotation.start - _WINDOW) : quotation.start]
    if not words or _INNER_STOP.search(core):
        return "speech"
    if len(words) <= 5 and _NAMING.search(before):
        return "name"
    in_title_case = all(word[0].isupper() or word in _FUNCTION_WORDS for word in words)
    in_title_case = in_title_case and core[0].isupper()
    if in_title_case and _WORK.search(before):
        return "title"
    if _LEADS_IN.search(before) or _TAGGED.match(text, quotation.end, quotation.end + _WINDOW):
        return "speech"
    if in_title_case and core[-1] not in "!?" and not _CLAUSE.search(core):
        return _name_or_title(text, quotation, words, before)
    if (
        core[0].islower()
        and len(words) <= 3
        and inner[-1] not in ".!?"
        and _DISTANCE.search(before)
    ):
        return "scare"
    return "speech"


def _name_or_title(text: str, quotation: Quotation, words: list[str], before: str) -> Use:
    after = text[quotation.end : quotation.end + 2]
    if len(words) <= 3 and before[-2:-1].isalpha() and after[:1] == " " and after[1:].isupper():
        return "name"  # Li “Ace” Wu
    all_capitals = all(word[0].isupper() for word in words)
    if 2 <= len(words) <= 3 and all_capitals and not before.endswith(("the ", "a ", "an ", "The ")):
        return "name"
    return "title" if len(words) > 1 else "name"
