"""The wordings of circumstances: media, times, places, addressees, and where clauses end.

All patterns are run over windows of a clause's length by `circumstances.py`; every repetition in
them is bounded or possessive.
"""

from __future__ import annotations

from functools import lru_cache

from attrib.lazily import regex

WRITTEN = {
    **dict.fromkeys(["statement", "communique", "communiqué", "readout"], "statement"),
    **dict.fromkeys(["press release", "news release", "release"], "press release"),
    **dict.fromkeys(["tweet", "retweet"], "tweet"),
    **dict.fromkeys(["post", "facebook post", "instagram post", "thread"], "post"),
    **dict.fromkeys(["blog post", "blog", "blog entry"], "blog post"),
    **dict.fromkeys(["email", "e-mail"], "email"),
    **dict.fromkeys(["letter", "open letter"], "letter"),
    **dict.fromkeys(["memo", "memorandum", "note"], "memo"),
    **dict.fromkeys(["text message", "text"], "text message"),
    **dict.fromkeys(["filing", "court filing", "lawsuit", "complaint", "affidavit"], "filing"),
    **dict.fromkeys(["op-ed", "editorial", "column", "essay", "opinion piece"], "op-ed"),
    **dict.fromkeys(["report", "study"], "report"),
    **dict.fromkeys(["article", "story"], "article"),
    **dict.fromkeys(["book", "memoir", "autobiography"], "book"),
    **dict.fromkeys(["video", "video message", "livestream"], "video"),
    **dict.fromkeys(["ad", "advertisement"], "ad"),
}
"""Nouns of written and recorded media, to the medium they are."""
SPOKEN = {
    **dict.fromkeys(["interview"], "interview"),
    **dict.fromkeys(["news conference", "press conference", "press briefing"], "news conference"),
    **dict.fromkeys(["briefing", "news briefing"], "news conference"),
    **dict.fromkeys(["speech", "speeches", "address", "remarks", "keynote", "sermon"], "speech"),
    **dict.fromkeys(["testimony", "hearing", "deposition"], "testimony"),
    **dict.fromkeys(["debate"], "debate"),
    **dict.fromkeys(["town hall", "town-hall meeting", "town hall meeting"], "town hall"),
    **dict.fromkeys(["forum", "panel discussion"], "forum"),
    **dict.fromkeys(["rally", "rallies"], "rally"),
    **dict.fromkeys(["podcast"], "podcast"),
    **dict.fromkeys(["phone call", "conference call", "phone interview"], "phone"),
    **dict.fromkeys(["telephone interview", "phone conversation"], "phone"),
}
"""Nouns of occasions to speak, to the medium they are."""
CHANNELS = {
    **dict.fromkeys(["twitter"], "tweet"),
    **dict.fromkeys(["facebook", "instagram", "truth social", "telegram", "social media"], "post"),
    **dict.fromkeys(["x", "bluesky", "tiktok", "reddit", "linkedin", "mastodon", "weibo"], "post"),
    **dict.fromkeys(["threads", "youtube", "snapchat", "whatsapp", "substack"], "post"),
    **dict.fromkeys(["phone", "telephone"], "phone"),
    **dict.fromkeys(["email", "e-mail"], "email"),
    **dict.fromkeys(["text message", "text"], "text message"),
    **dict.fromkeys(["stand", "witness stand", "oath"], "testimony"),
}
"""What one speaks on, by or under, to the medium it is."""
MEDIA = tuple(
    sorted(
        {*WRITTEN.values(), *SPOKEN.values(), *CHANNELS.values(), "TV interview", "radio interview"}
    )
)
"""Every value of `Circumstances.medium`."""


def _either(words: dict[str, str]) -> str:
    longest_first = sorted(words, key=len, reverse=True)
    return "|".join(regex.escape(word).replace(r"\ ", r"\s") for word in longest_first)


_PREPOSITION = (
    r"(?:in|at|on|to|of|by|with|from|for|about|during|after|before|that|who|which|and|as|when"
    r"|against|over|into|via)"
)
_MODIFIER = rf"(?!{_PREPOSITION}\b)[^\s,.;:()]{{1,20}}\.?\s"
_OWNER = r"(?:(?:his|her|its|their)\s(?:\w{1,15}\s)?|the\s)?"
MEDIUM = regex.compile(
    rf"""(?xi)\b (?:
        (?: in | via | through | with | by | issu(?:e[sd]?|ing) | releas(?:e[sd]?|ing) | put\sout
          | post(?:ed|ing) | sen[dt] | sending | penned | wrote | pointed\sto )
        \s (?:{_MODIFIER}){{0,6}}? (?P<medium> {_either(WRITTEN)} ) s?
      | (?: in | at | during | on | from | held | holding | gave | giving | deliver(?:ed|ing) )
        \s (?:{_MODIFIER}){{0,6}}? (?P<medium> {_either(SPOKEN)} ) s?
      | (?: on | via | over | through | by | to | under | from ) \s {_OWNER}
        (?P<medium> {_either(CHANNELS)} )
    ) \b (?! ['’]s | -\w | \sroom )"""
)
_SOURCE_MEDIUM = regex.compile(
    rf"""(?xi) (?:{_MODIFIER}){{0,4}}?
    (?P<medium> statement | (?:press|news)\srelease | tweet | e-?mail | letter
      | memo | (?:court\s)?filing | lawsuit | text\smessage | (?:facebook|blog)\spost ) s?
    (?= \Z | \s (?: from | by | released | issued | posted | sent | signed | to | on )\b )"""
)
"""A source that is itself a medium: `a statement from the ministry`."""
_CUE_MEDIUM = regex.compile(
    r"""(?xi)\b (?: (?P<tweet> (?:re-?)?tweet(?:s|ed|ing)? ) | (?P<email> e-?mail(?:s|ed|ing) )
      | (?P<testimony> testif(?:y|ies|ied|ying) ) | (?P<blog_post> blog(?:s|ged|ging) )
      | (?P<text_message> text(?:s|ed|ing) ) | (?P<post> posted ) ) \b"""
)
"""Cues that name the medium; the group's name is the medium, `_` for the space."""
_IN_WHICH = regex.compile(
    rf"(?i)\b(?P<medium>{_either({**SPOKEN, **WRITTEN})})"
    r"(?:,|\s[—–-])?\s(?:in|at|during)\swhich\s\Z"
)
"""Before a source, the occasion that the sentence is about: `His speech, in which |he joked`."""
_BROADCAST = regex.compile(r"(?i)\b(?:(TV|televis\w{2,4})|(radio))\b")


def medium_of(match: regex.Match[str]) -> str | None:
    """The medium a match names; None for `ſtatement`, which only looks like one in capitals."""
    word = " ".join(match["medium"].lower().split())
    medium = SPOKEN.get(word) or WRITTEN.get(word) or CHANNELS.get(word)
    if medium == "interview" and (kind := _BROADCAST.search(match[0])):
        return "TV interview" if kind[1] else "radio interview"
    return medium


@lru_cache(512)
def medium_of_cue(words: str) -> str | None:
    """The medium that a cue names.

    >>> medium_of_cue("tweeted"), medium_of_cue("said")
    ('tweet', None)
    """
    match = _CUE_MEDIUM.search(words)
    return match.lastgroup.replace("_", " ") if match and match.lastgroup else None


@lru_cache(512)
def medium_of_source(words: str) -> str | None:
    """The medium that a source is.

    >>> medium_of_source("a written statement from the ministry"), medium_of_source("the ministry")
    ('statement', None)
    """
    match = _SOURCE_MEDIUM.match(words)
    return medium_of(match) if match else None


def medium_before(text: str, start: int) -> regex.Match[str] | None:
    """What a source before which `in which` stands speaks in.

    >>> medium_before("His speech, in which he joked, was long.", 21)["medium"]
    'speech'
    """
    if not text.endswith("which ", 0, start):
        return None
    return _IN_WHICH.search(text, max(0, start - 60), start)


_WEEKDAY = (
    r"(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b(?!\sNight\sLive)"
    r"|(?:Mon|Tues?|Wed|Thurs?|Fri|Sat|Sun)\.)"
)
_MONTH = (
    r"(?:January|February|March|April|May|June|July|August|September|October|November|December"
    r"|(?:Jan|Feb|Mar|Apr|Aug|Sept?|Oct|Nov|Dec)\.)"
)
_PART_OF_DAY = r"(?:night|morning|afternoon|evening)\b"
_PERIOD = rf"(?:{_PART_OF_DAY}|(?:weekend|week|month|year|spring|summer|fall|autumn|winter)\b)"
_YEAR = r"(?:19|20)\d\d\b"
_NUMBER = (
    r"(?:\d{1,3}|(?i:an?|one|two|three|four|five|six|seven|eight|nine|ten|several|a\sfew"
    r"|a\scouple\sof))"
)
# Here and below, what stands in a pattern more than once is written out once and called: so it is
# compiled in a third of the time.
TIME = regex.compile(
    rf"""(?x)\b (?:
        (?i:(?:on|by|late|early|earlier|later|last|next|this)\s){{0,3}} {_WEEKDAY}
        (?:\s{_PART_OF_DAY})? (?:,?\s\(?(?=[ADFJMNOS])(?&month)\s\d{{1,2}}\b\)?)?
      | (?i:(?:on|by)\s)? (?=[ADFJMNOS])(?&month) \s \d{{1,2}}(?:st|nd|rd|th)?\b (?:,\s{_YEAR})?
      | (?i:(?:in|last|next|this|early|late|mid)[\s-]){{1,3}} (?=[ADFJMNOS])(?&month)
        (?:,?\s(?:of\s)?{_YEAR})?
      | (?<=\ban?\s) (?=[ADFJMNOS])(?&month) (?:\s{_YEAR})?
      | (?i:on\s)? \d{{1,2}} \s (?=[ADFJMNOS])(?&month) (?:\s{_YEAR})?
      | (?i:earlier\s|late\s|later\s)? (?:[Yy]esterday|[Tt]oday|[Tt]onight|[Tt]omorrow)\b
        (?:\s{_PART_OF_DAY})?
      | (?i:earlier\s|later\s|late\s|early\s)? (?i:last|this|next|that) \s {_PERIOD}
      | (?i:earlier|later) \s in \s the \s (?:day|week|month|year)\b
      | (?i:minutes|hours|days|weeks|months|years) \s (?:earlier|later)\b
      | (?i:the) \s (?:next|following|previous) \s (?:day|week|month|year|{_PART_OF_DAY})\b
      | (?i:over|at) \s the \s (?:past\s)? weekend\b
      | {_NUMBER} \s (?:minute|hour|day|week|month|year)s? \s (?:ago|earlier|later|before)\b
      | (?i:in) \s (?:early\s|late\s)? {_YEAR}
      | (?i:on) \s (?:Super\sTuesday|(?:\p{{Lu}}\w++\s){{1,2}}Day)\b
    ) (?! -\w | \s(?:programme|program)\b | ['’]s\b (?!\s(?:\w{{1,15}}\s){{0,2}}
          (?:debate|interview|speech|address|show|news|press|briefing|town|rally|forum)\b) )
    (?(DEFINE)(?P<month>{_MONTH}))"""
)

_NOT_PLACE = (
    r"(?:Spanish|English|French|German|Russian|Chinese|Arabic|Mandarin|Ukrainian|Hebrew|Congress"
    rf"|Republican|Democratic|Response|Mr|Mrs|Ms|{_WEEKDAY}|{_MONTH})(?![\w’'])"
)
_NAME = r"\p{Lu}[\w.’'-]*+"
_IN_NAME = (
    r"(?:the\s)?(?&of_place)(?:\s(?&of_place)){0,4}"
    rf"(?:,\s{_NAME}(?:\s{_NAME})?(?=[,.]|\Z|\s(?:on|in|last|this|earlier|that|{_WEEKDAY})\b))?"
)
_GATHERING = (
    r"(?:rall(?:y|ies)|events?|(?<!news\s|press\s)conference|summit|fundraiser|meeting|convention|church|school"
    r"|university|college|ceremony|stop|gathering|dinner|luncheon|lunch|breakfast|protest|vigil"
    r"|airport|hotel|factory|plant|club|courthouse|stadium|hospital|headquarters|festival|fair"
    r"|parade|funeral|memorial|station|theater|center|town\shall|forum|debate)"
)
PLACE = regex.compile(
    rf"""(?x)\b (?:
        (?i:at|outside|inside|from|near|during) \s (?:an?|the|his|her|their) \s
        (?:{_MODIFIER}){{0,5}}? {_GATHERING}\b (?!['’]s|\sroom)
        (?:\s(?:of|for)\s(?:the\s)?{_NAME}(?:\s{_NAME}){{0,3}})?
        (?:\s(?i:in|outside|near)\s(?&in_name))?
      | (?i:in|at|from|outside|inside|near) \s the \s
        (?:White\sHouse|Kremlin|Oval\sOffice|Pentagon)\b
      | (?i:in|outside|near)\s(?&in_name)
        (?! \s (?!(?:on|at|in|last|this|earlier|later|late|that|to|and|during|where|when
          |as|before|after|with|for|while|by|about)\b) \p{{Ll}} )
    )
    (?(DEFINE)(?P<of_place>(?!{_NOT_PLACE}){_NAME})(?P<in_name>{_IN_NAME}))"""
)
INITIALS = ("D.C.", "N.Y.", "N.J.", "N.H.", "N.C.", "S.C.", "N.D.", "S.D.", "N.M.", "W.Va.", "Ore.")
"""Ends of places whose full stop belongs to them."""

_STOP = (
    r"(?:that|to|on|in|at|during|via|by|from|with|for|about|of|after|before|when|where|who|which|if"
    r"|outside|inside|near|behind|beside|over|under|through|throughout|across|against|around|amid"
    r"|whether|why|how|what|he|she|it|they|we|there|as|and|or|but|is|was|has|had|would|will|could"
    r"|not|because|afterwards?|instead|too|earlier|later|last|next|yesterday|today|tonight|recently|again|then|also|late"
    rf"|early|this|(?!(?:daily|weekly|monthly|family|assembly)\b)\p{{Ll}}{{2,20}}ly|{_WEEKDAY}|{_MONTH})(?![\w’'-])"
)
_TOKEN = rf"(?!{_STOP})[\p{{L}}\d][\p{{L}}\p{{M}}\d’'&./-]*+(?:,\d{{3}})*+"
_DEFINED = rf"""(?(DEFINE)(?P<token>{_TOKEN})
    (?P<tokens>(?&token)(?:\s(?&token)|(?<=['’]s)\s[“\"][^”\"\n]{{1,40}}[”\"]){{0,6}}))"""
_PHRASE = r"(?&tokens)(?:\sof\s(?:the\s|an?\s)?(?&tokens)|\sand\s(?&token)(?=\s|\Z|[,.])){0,2}"
_PEOPLE = r"(?:people|media|press|police|staff|\p{Ll}{3,20}s)"
TELL = ("told", "tell", "tells", "telling")
ASK = (
    "ask remind inform assur warn advis urg brief address notif implor beseech caution challeng"
    " lectur reassur"
).split()
ENDINGS = ("e", "s", "es", "ed", "y", "ing", "ied", "ies", "ying")
TOLD = regex.compile(
    rf"""(?x) \b (?: {"|".join(TELL)} | (?i:{"|".join(ASK)})(?:{"|".join(ENDINGS)})? )
    (?<! \b(?:was|were|been|being|is|are|be)\s (?:\w{{1,12}}\s)? \w{{1,12}} )
    \s (?P<who>{_PHRASE}) {_DEFINED}"""
)
SAID_TO = regex.compile(
    rf"""(?x)\b (?i:
        (?: said | says | saying | wrote | writ(?:es|ing|ten) | sp(?:eaks?|eaking|oken?)
          | talk(?:s|ed|ing)? | complain(?:s|ed|ing) | explain(?:s|ed|ing) | testif(?:ied|ying)
          | announc(?:ed|ing) | confirm(?:ed|ing) | describ(?:ed|ing) | sent | issued | submitted )
        \s (?:(?:\w{{1,12}}ly|later|then|again|back|out|first)\s){{0,2}} to
      | (?: addressed | letters? | e-?mail(?:s|ed)? | statement | memo | messages? | note | speech
          | address | remarks | text | testimony ) \s to
      | (?: interview | conversation | exchange | spoke | speaking | talk(?:ed|ing) )
        \s (?:\w{{1,12}}\s)? with )
    \s (?P<who>{_PHRASE}) {_DEFINED}"""
)
HEARER = regex.compile(
    rf"""(?x) (?: an? | the | his | her | its | their | my | our | some | several | more\sthan
        | dozens | hundreds | thousands | \d[\d,]*+ ) \s .*+
      | [^\p{{Lu}}]*+ \p{{Lu}} .*+
      | (?:\w+\s){{0,4}} {_PEOPLE} (?:\sof\s.*+|\sand\s.*+)?
      | him | her | them | us | me"""
)
"""What can hear: `reporters`, `the mayor`; not `cheers`, `question`."""
NO_HEARER = regex.compile(
    r"(?:[Tt]he\s|[Aa]n?\s)?(?:\w+\s)?(?:truth|lies?|stor(?:y|ies)|jokes?|tales?|questions?|cheers"
    r"|applause|laughter|boos|issues?|concerns?|news|matters?|plans|allegations|charges|times"
    r"|accusations|reports|claims|things?)\b"
)
"""What is told, asked or answered: `told the truth`, `said to applause`."""
GROUP = regex.compile(rf"(?:.*\s)?{_PEOPLE}|.*\b(?:crowd|audience|rally|group|panel|team)\b.*")

SENTENCE_BREAK = regex.compile(
    r"(?<!\b(?:Mr|Mrs|Ms|Dr|Sen|Rep|Gov|Gen|Lt|Col|Sgt|Maj|Capt|Prof|St|Jr|Sr|No|vs|Jan|Feb|Mar|Apr"
    r"|Aug|Sept?|Oct|Nov|Dec|Mon|Tues?|Wed|Thurs?|Fri|Sat|Sun|\p{Lu}))"
    r"[.!?…][”’\"')\]]*+\s++(?=[“‘\"'(]?[\p{Lu}\d])|[\n\r]"
)
CLAUSE_END = regex.compile(
    r"""(?x) [:;—] | \s–\s
    | ,?\s (?! as\s(?: quoted\sby | cited\sby | reported\sby | (?:an?\s|the\s)?guest )\b )
      (?: (?:and|but) \s (?:he|she|it|they|that|his|her|added|said)
      | that\b(?!\s(?:was\s)?(?:aired|published|broadcast|posted)\b
        |\s(?:same\s)?(?:agency|(?:news)?paper|daily|weekly|magazine|channel|station|outlet|portal|site|website)\b
        |\s(?:the\s)?(?:\p{Lu}\S{1,20}\s){1,4}(?:aired|published|broadcast|posted)\b)
      | (?:whether|because
        |when(?!\s(?:asked|contacted|reached|approached)\s(?:\w+\s)?by\b)|while|if|although
        |though|why|how|as|about|regarding|concerning|following|after|before|until
        |ahead\sof|in\sresponse) \b
      | (?:who|which|where) \b (?!\s(?:spoke|talked)\b) )
    | ,\s (?! (?:speaking|appearing|talking|writing|testifying|addressing) \b)
      (?:and|but|or|\w{1,15}ing) \b
    | (?<!['’]s|\bon|\bits|\bthe|\bcalled|programme|\bprogram|\bshow|podcast,?
        |\btold|\btells|\btelling) \s [“"]"""
)
"""Where the words about cue and source end and something else begins."""
OPENING = regex.compile(
    rf"""(?x) [“"(]?\s* (?i:
        in \s (?!(?:the\s)?(?:wake|response|light|spite|contrast|addition|fact|exchange|return
          |order|case|recent|part|particular|hours|days|weeks|months|years|past)\b)
      | the\s(?:next|following|previous)\s(?:day|week|month|year|morning|evening|afternoon|night)
      | (?:when\s(?:first\s)?)?(?:asked|contacted|reached|approached)
      | (?: on | at | during | speaking | appearing | earlier | later | late | last
        | yesterday | today | tonight | this | testifying | writing | addressing | over | two
        | three | minutes | hours | days | weeks | months | years
        | outside | via | through | {_WEEKDAY} ) \b )"""
)
"""How a sentence opens that first says when, where or to whom."""
SPEAKING = regex.compile(
    r"(?i)[,\s“\"]*+(?:when\s(?:first\s)?)?"
    r"(?:speaking|appearing|asked|contacted|reached|approached|talking|testifying|writing|addressing)\b"
)
"""An opening or aside that is all about how something was said."""
WHO_SPOKE = regex.compile(r",?\swho\s(?:spoke|was\sspeaking|addressed|talked|briefed)\b")
"""What a source says of the occasion."""
ASIDE = regex.compile(
    rf"""(?x) ,?\s*+ (?P<auxiliary>(?:has|had|have)\s)? (?i: in\s(?!which|whom)
      | (?:when\s)?(?:asked|contacted|reached|approached)\sby\s
      | (?:on|at|during|speaking|appearing|talking|testifying
      |writing|addressing|last|earlier|late|this|via) \s | yesterday | today | {_WEEKDAY}
      | (?:(?:is|was|were|are|been)\s)? (?:later\s)? (?:quoted|cited) \s
        (?:[\w-]{{1,20}}\s){{0,3}}? (?:by|in)\s )"""
)
"""How words between source and cue begin that say so."""

AFTER_CONTENT = regex.compile(
    r"(?:\s(?:and|but)\s[^.;:,“”\"\n]{2,60}?)??\s(?P<told>(?:in|during)\s(?:an?|his|her|their|the)\s"
    r"(?:[a-z-]{1,15}\s){0,3}?(?:interview|op-ed|column|essay|statement|podcast|appearance)\b"
    r"|on\s(?:(?:\p{Lu}[\w’'.]{1,15}\s(?:night\s|morning\s)?){1,4})?[“\"]\p{Lu})"
)
"""After what somebody did in words, where: `blasted the plan | in an interview with CNN`."""
BEFORE_OUTLET = regex.compile(
    rf"""(?x)\b (?i: on | with | to | for | questions\sfrom | interview\sthat | by | at | during
      | in | told | tells? | telling | assur(?:ed|es|ing) | inform(?:ed|s|ing)
      | remind(?:ed|s|ing) | through | via | guests?\s(?:of|on) ) \s
    (?:(?:the|an?|his|her|its|their)\s)? (?:(?!{_PREPOSITION}\b)[\w’'“".-]{{1,20}}\s){{0,5}}
    (?:of\s|from\s)? (?:(?:the|his|her|their)\s)?
    (?:(?:podcast|programme|program|show|series),?\s)?
    (?:(?:newspaper|paper|daily|weekly|tabloid|magazine|journal|agency|broadcaster|station|channel
      |network|outlet|site|website|portal),\s(?:the\s)?)? [“"]? \Z"""
)
"""Words before an outlet's name that make it the one to which or on which something was said."""
OUTLETS_OWN = regex.compile(
    r"(?i)(?:['’]s?)?\s(?:report|story|article|poll|survey|headquarters|study)s?\b"
)
"""Words after it that make it the subject instead: `reacted to a CNN report`."""
ABOUT_OUTLET = regex.compile(
    r"(?i)\b(?:asked|responding|reacting|commenting|pressed|quizzed|questioned)\b[^.;:]{0,60}?"
    r"\b(?:reports?|stor(?:y|ies)|articles?|claims?|pieces?|editorials?|polls?|surveys?"
    r"|investigations?|allegations?)\s(?:published\s|made\s)?(?:in|by|from|on)\s"
    r"(?:(?:the|an?)\s)?(?:[\w’-]{1,20}\s){0,3}\Z"
)
"""Before an outlet on which somebody only comments: `Asked about a report in |the Herald`."""
OWN_PROGRAMME = regex.compile(
    r"(?i)['’]s?\s(?:[\w-]{1,15}\s){0,3}(?:programme|program|show|podcast|breakfast|newscast)\b"
    r"|['’]s?\s[„“\"‘']"
)
"""After an outlet's name: one of its programmes."""
SHOWS = ("Show", "Hour", "Podcast", "Radio")
SHOW = regex.compile(
    rf"\b[Oo]n\s(?P<show>(?:[Tt]he\s)?(?:{_NAME}\s){{1,5}}(?:{'|'.join(SHOWS)})\b)"
)


def show_name(match: regex.Match[str]) -> str:
    """The name of the programme in a match of `SHOW`."""
    return " ".join(match["show"].split())
