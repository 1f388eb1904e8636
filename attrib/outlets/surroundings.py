"""The words around a name that make an outlet of it: `told Time`, `the Echo reported`."""

from __future__ import annotations

from attrib.lazily import re
from attrib.outlets.citing import says_citing
from attrib.outlets.runs import CAPITAL, NOT_NAMES

# What outlets do, for patterns of what comes after a name.
REPORTS = (
    r"reports?|reported|reporting|writes?|wrote|quot(?:es?|ed|ing)|cit(?:es?|ed|ing)"
    r"|publish(?:es|ed|ing)|reveal(?:s|ed)|editorialized|opined|broke\s+the"
)
_SPEAKS_AFTER = re.compile(
    r"(?:['’]s?)?[\"”]?(?:\s+\([^()\n]{1,20}\))?,?\s+"
    r"(?:(?:[a-z]{1,12}ly|also|first|later|has|had|then|news)\s+)?"
    rf"(?:{REPORTS}|(?:has\s+)?learned|understands|can\s+reveal|interviewed"
    r"|spoke\s+(?:to|with)|newspapers?|magazine|daily|weekly|tabloid|website|news\s+(?:agency|site|channel)"
    r"|reporters?|correspondents?|journalists?|columnists?|editors?|editorials?|op-eds?|interview"
    r"|anchor|host|readers|newsroom|articles?|investigation|podcasts?)\b"
)
SAYS_AFTER = re.compile(
    r"\s(?:(?:also|later|has|have|had|now)\s)?"
    r"(?:says?|said|reports?|reported|claim(?:s|ed)?|add(?:s|ed)?|insist(?:s|ed)?|understands?"
    r"|suggest(?:s|ed)?|state[sd]?|believes?|alleges?|alleged|argue[sd]?|notes?|noted)\b"
)
"""What outlets do and others too."""
_APPOSED = re.compile(
    rf",\s(?:an?|the|one\sof|[{CAPITAL}][\w ]{{1,24}}['’]s)\s(?:[\w’'-]+\s){{0,4}}?"
    r"(?:newspapers?|daily|weekly|tabloid|broadsheet|broadcaster|news\s(?:agency|site|website|outlet))\b"
    r"(?=[,.;)]|\s(?:in|of|for|from|with|that|which|whose|based|owned|published|run|serving)\b)"
)
"""`…, Norvale’s largest newspaper,`"""
SPEAKS_BEFORE = re.compile(
    r"\b(?:[Tt]old|[Tt]ells|[Tt]elling|(?:[Aa]ssur|[Ii]nform|[Rr]emind)(?:ed|s|ing)|(?:(?<=,\s)|(?<=[”\"’']\s))(?:reports|writes|wrote|reported|reveals|understands)|[Qq]uoted\s+(?:as\s+saying\s+|on\s\w+day\s+)?(?:by|in)|[Rr]eference\s+to|[Ii]nterviews?\s+(?:with|to|by|in|on)|[Ii]nterviewed\s+(?:by|on)"
    r"|[Aa]ccording\s+to|\bPer|[Rr]eports?\s+(?:by|in|from)|[Rr]eported\s+(?:by|in)"
    r"|[Ss]p(?:eaking|oke)(?:\s[a-z]{2,12}ly)?\s+(?:to|with|on)|[Cc]onversation\s+with|[Gg]uest\s+(?:of|on)|[Cc]arried\s+by"
    r"|(?:[Aa]sked|[Cc]ontacted|[Rr]eached|[Aa]pproached)\s+by|reporters?\s+(?:from|at|for|with)"
    r"|(?:confirm|admit|reveal|explain|disclos|insist)\w*\s+to|[Tt]alk(?:s|ed|ing)?\s+(?:to|with)|up\s+to|up\s+with|down\s+with"
    r"|questions\s+from|(?:letter|editor)\s+(?:to|of)|[Aa]ired(?:\s\w+day)?\s+on|interview\s+that"
    r"|(?:said|stated|explained|assessed|confirmed|[Ss]tatement|[Ii]nterview|comment)\s+for|(?:[Rr]esponse|[Rr]eply|[Rr]emarks|[Ss]tatement|[Ee]-?mail|[Cc]omments|said)\s+to|[Cc]ited\s+(?:by|in)|[Cc]iting|[Qq]uoting"
    r"|(?:[Ll]eaked|[Ss]ent|[Ss]hown)\s+to|(?:[Ss]een|[Oo]btained|[Rr]eviewed|[Pp]ublished)\s+by"
    r"|[Pp]ublished(?:\s\w+day)?\s+in|[Ww]r(?:iting|ites|itten|ote)\s+(?:in|for)"
    r"|(?:[Aa]rticle|[Cc]olumn|[Ee]ssay|[Oo]p-ed|[Ee]ditorial|[Ss]tory|[Oo]pinion\spiece)\s+(?:in|for|by)"
    r"|[Nn]ewspaper|[Mm]agazine|[Dd]aily|[Ww]eekly|[Tt]abloid|[Ww]ebsite|[Nn]etwork|[Bb]roadcaster"
    r"|[Nn]ews\s+(?:agency|site|outlet)|[Cc]hannel|[Jj]ournal|state\s+TV"
    r"|[Aa]ppear(?:ed|ing|s|ance)\s+on|said\s+on)"
    r"\s+[\"“‘']?(?:[Tt]he\s+)?$"
)
_CAPITAL_BEFORE = re.compile(rf"\b([{CAPITAL}][\w.’'-]{{0,22}})\s\Z")
_ON_AIR = re.compile(r"\b(?:[Oo]n|to|by|of|hosts?|joined)\s+[\"“]?$")


def speaks_of_outlet(text: str, start: int, end: int) -> bool:
    """Whether the words around `[start, end)` make an outlet of the name there.

    >>> text = "She told Time that the war"
    >>> speaks_of_outlet(text, 9, 13), speaks_of_outlet(text, 23, 26)
    (True, False)
    """
    before = text[max(0, start - 40) : start]
    if SPEAKS_BEFORE.search(before) or _REPORTER_OF.search(before):
        return True
    if has_reporter(text, start, end):
        return True
    if says_citing(text, start, end):
        return not after_capital(text, start)
    if text.startswith(", ", end) and _APPOSED.match(text, end) is not None:
        return not after_capital(text, start)
    return _SPEAKS_AFTER.match(text, end) is not None and not after_capital(text, start)


_TRADE = r"(?:(?:reporter|journalist|columnist|correspondent)s?|critic)"
_REPORTER = re.compile(
    rf"(?:['’]s?)?\s(?:[a-z]{{4,12}}\s){{0,2}}{_TRADE},?\s[{CAPITAL}]"
    rf"|['’]s?\s(?:[{CAPITAL}][\w’'-]+\s){{2,3}}(?:first\s)?(?:report|writ|wrote|reveal)[a-z]{{0,3}}\b"
)
_REPORTER_OF = re.compile(
    rf"\b(?:{_TRADE}\s(?:for|at|from|with|of)|(?:[Aa]ccording\sto|[Pp]er|told|tells?)"
    rf"\s[{CAPITAL}][\w’'-]+\s[{CAPITAL}][\w’'-]+\sof)\s(?:[Tt]he\s)?\Z"
)


def has_reporter(text: str, start: int, end: int) -> bool:
    """Whether a name without its article is that of whom somebody reports for.

    >>> has_reporter("Guardian columnist Ana Ruiz", 0, 8)
    True
    >>> has_reporter("Belfast Telegraph reporter Ana Ruiz", 8, 17)
    False
    """
    return _REPORTER.match(text, end) is not None and not after_capital(text, start)


_ABBREVIATED = 5


def after_capital(text: str, start: int) -> bool:
    """Whether a capitalised word stands directly before: the `Forbes` of `Steve Forbes`."""
    before = _CAPITAL_BEFORE.search(text[max(0, start - 24) : start])
    return (
        before is not None
        and before[1] not in NOT_NAMES
        and not (before[1][-1] == "." and len(before[1]) > _ABBREVIATED)  # `in Lima. | Time says`
        and not before[1].endswith(("'s", "’s", "s'", "s’"))
    )


def on_air(text: str, start: int) -> bool:
    """Whether somebody goes on what begins at `start`: `on “The Ana Ruiz Show”`."""
    return _ON_AIR.search(text[max(0, start - 12) : start]) is not None
