"""Speech tags that begin with a capital: `“Why now?” | Ms. Ruiz asked.`

After a mark that ends a sentence a capital begins the next one, unless it is of who spoke. That it
is, its verb tells, with who may speak before it and nothing but a hearer or an occasion after it.
"""

from __future__ import annotations

from attrib.knowledge import names, nouns, tag_verbs
from attrib.lazily import re

_FURTHEST = 160
_VERB = re.compile(r"(?<=\s)[a-z]{3,14}(?![\w’'-])")
# Who speaks, with what a name may take on: Ruiz’s aide, Ruiz, the mayor, Harrow chief Ole Brandt,
# Ruiz, state Rep. of Ohio (D-Lima),
_WORD = rf"{names.ARTICLE}?[A-Z][\w.’'-]{{0,30}}|the|of|and|{names.PARTICLE}"
_TELLER = re.compile(
    rf"(?P<name>(?:{names.ARTICLE})?[A-Z][\w.’'-]{{0,30}}"
    rf"(?:\s(?:{_WORD}|[a-z][a-z-]{{2,20}}(?=\s[A-Za-z]))){{0,8}})"
    r"(?:(?<=['’]s)(?:\s[a-z][\w-]{0,20}){1,3})?"
    r"(?:,\s(?:[^.?!“”\"]|(?<=\b[A-Z])\.|(?<=\b[A-Z][a-z]{2})\.){1,80},)?"
    r"(?:\s(?:[a-z]{2,20}ly|then|later|also|again|once|soon|now|still|just))?\s"
)
_LOWER = re.compile(r"(?<=\s)[a-z][a-z-]*(?![\w’'-])")  # no article: `Tarek | al-Zubeidi`
_LINKS = frozenset(("of", "and", "the")) | names.PARTICLES
_PARTICLE = r"(?:\s(?:back|in|up|out|on)(?!\s[A-Z]))?"
_DAY = r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day"
_HEARER = (
    r"(?:\s(?:the\s)?[A-Z][\w’'-]{1,20}){1,3}(?:\s(?:television|TV|radio|news)(?=\s[a-z]))?"
    r"(?:\s(?:station|channel|network|newspaper|paper|magazine|programme|program|podcast|show|agency"
    r"|website|daily|weekly|tabloid|outlet|broadcaster))?"
)
_REST = re.compile(
    rf"{_PARTICLE}(?:"
    r"(?=\s*\Z|[.,;:]|\s(?:(?:in|on|at|during|after|as|when|while|before|with|to|of|from"
    r"|about|via|last|this|aloud|back|reporters|him|her|them|me|us|the|a|an|his|their|[a-z]+ly"
    rf"|{_DAY})\b)(?![^.?!,]{{0,60}}\sthat\b)"
    rf"|{_HEARER}(?=\s*\Z|[.,;:]|\s(?:on|in|at|during|after|as|when|while|over|by|from|for)\b)))"
)
# After a full stop a tag is a slip; only one that is all the sentence passes for it.
_ALL = re.compile(
    rf"{_PARTICLE}(?:\s(?:him|her|them|me|us|reporters|journalists)|(?P<hearer>{_HEARER}))?"
    rf"(?:\son\s{_DAY}|\slast\s(?:week|month|year|night)|\sin\san\s(?:interview|email)"
    r"|\s(?:of|about)\s(?:the|his|her|their)\s\w+)?(?:\swhen\sasked\s[^.,;:]{1,80})?(?=\s*\Z|\.)"
)
_TELLS = frozenset(("told", "tells"))


def tag_end(text: str, start: int, end: int, *, whole: bool = False) -> int | None:
    """Where a tag that begins at an offset is over, but for when and where; None where none does.

    `whole` asks for a tag that is all the sentence, as after a full stop.

    >>> text = "Harrow Marine chief Ole Brandt told the crowd. Ruiz left and Okon said no."
    >>> text[: tag_end(text, 0, 46)], tag_end(text, 47, len(text))
    ('Harrow Marine chief Ole Brandt told', None)
    """
    if not text[start : start + 1].isupper() and not names.has_article(text[start : start + 20]):
        return None
    for verb in _VERB.finditer(text, start, min(end, start + _FURTHEST)):
        if not tag_verbs.is_one(verb[0]) or not _may_speak(text[start : verb.start()]):
            continue
        rest = (_ALL if whole else _REST).match(text, verb.end(), end)
        told = rest is not None and (not whole or not rest["hearer"] or verb[0] in _TELLS)
        return rest.end() if rest is not None and told else None
    return None


def _may_speak(words: str) -> bool:
    """Whether words are a name, with jobs before names in it, or whoever is somebody’s."""
    told = _TELLER.fullmatch(words)
    if told is None:
        return False
    name = told["name"]
    for lower in _LOWER.finditer(name):
        if lower[0] in _LINKS or name[lower.end() : lower.end() + 2].strip().islower():
            continue  # of `chief executive` the last is the job
        noun = nouns.lookup(lower[0])
        if noun is None or not noun.human:
            return False
    return True
