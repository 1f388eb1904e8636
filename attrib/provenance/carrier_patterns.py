"""The wordings by which an outlet carries what somebody said: `Tass quoted`, `quoted by Tass`."""

from __future__ import annotations

from attrib.lazily import regex

QUOTING = regex.compile(
    r"(?:[”\"]?\s(?:newspaper|daily|weekly|magazine|(?:news\s)?agency|(?:news\s)?site|website|portal"
    r"|channel|broadcaster|radio|TV))?(?:\s(?:has|had|later|also|earlier)){0,2}"
    r"(?:,\s(?:however|meanwhile|too|though|in\sturn|for\sits\spart|by\scontrast),)?\s(?:quot(?:ed|es|ing)|cit(?:ed|es|ing)"
    r"|(?:(?:is|was)\scarrying|carrie[sd]|published|ran|runs|has)\s(?:the\s|new\s)?(?:comments|quotes|remarks"
    r"|numbers|figures|statements|words|testimony|accounts?)\s(?:from|of|by))\s"
)
STATE_MEDIA = regex.compile(
    r"(?P<name>(?:\p{Lu}\w+\s)?[Ss]tate\s(?:television|TV|media|radio)"
    r"|(?:[Ll]ocal|\p{Lu}\w+(?:an|ish|ese|ch|i))\smedia)"
    r"(?:\s(?:has|later|also|earlier))?\s(?:quot|cit)(?:ed|es|ing)\s\Z"
)
"""Between an outlet's name and the one whom it quotes."""
CARRIED_BY = regex.compile(
    r"\bin\s(?:the\s(?:\w{1,20}\s){0,3})?\Z"
    r"|\b(?:(?:quoted|cited|seen|obtained|reviewed|reported|heard|viewed|acquired|verified|analy[sz]ed"
    r"|compiled|provided|posted|uncovered|made\spublic|shared)(?:\s(?:previously|earlier|first))?\sby"
    r"|(?:leaked|shown|given|passed|provided|sent|handed|supplied)\sto|shared\swith)"
    r"\s(?:[\w’-]{1,20}\s){0,4}\Z"
    r"|(?<!\bfirst )\b(?:carried|aired|broadcast|published|released|leaked)"
    r"(?:\s(?:on|this|last|late)(?:\s\w{1,12}){1,2})?\sby"
    r"\s(?:[\w’-]{1,20}\s){0,4}\Z"
)
"""Within a source, before the name of the outlet that carries its words."""
CARRIED = regex.compile(
    r",?\s(?:as\s|(?:which|that)\s(?:was|were|has\sbeen|had\sbeen)\s(?:first\s)?)?(?:carried|quoted|cited|published|aired|broadcast|reported|seen|obtained"
    r"|reviewed|viewed|(?:leaked|shown|passed|given)(?=\sto))\s(?:by|to)\s"
    r"(?:the\s)?(?:[\w’-]{1,20}\s){0,3}"
)
"""After a source, before the name of the outlet that carries its words."""
OWN_SOURCES = regex.compile(
    r"(?:(?:[Tt]he|[Oo]ne\sof\sthe|[Tt]wo|[Ss]everal|[Aa])\s)?(?:\w+\s)?(?:sources?|interlocutors?)\s"
    r"(?:of|to)\s(?P<of>(?:the\s)?[\p{Lu}\w][\w’. -]{2,40})"
    r"|(?P<whose>(?:[Tt]he\s)?[\w’. -]{2,40}?)['’]s?\s(?:own\s|\w+\s)?(?:sources?|interlocutors?)"
)
"""Sources that are an outlet's: `the agency’s interlocutors`."""
POLL = regex.compile(r"(?i)(?:/\w{1,15})?(?:['’]s)?\s(?:[\w-]{1,20}\s){0,3}?(?:poll|survey)\b")
"""After an outlet's name: what it says is what it has asked."""
