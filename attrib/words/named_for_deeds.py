"""Bodies named for what they do, at the start of a sentence: `Changing Lives, a charity, said`.

Such a name looks like a clause that only stands before whoever speaks, `Visiting Norvale, a charity
said`. It is told by what follows it, or by the same name in the middle of a sentence elsewhere.
"""

from __future__ import annotations

from collections.abc import Sequence

from attrib.knowledge import names
from attrib.knowledge.places import place
from attrib.lazily import re
from attrib.words import verbs


def opens(words: Sequence[str], forms: Sequence[str], first: int, last: int) -> bool:
    """Whether a source in front of its cue, tokens `first` to `last`, opens with such a name.

    >>> forms = "Changing Lives , a small charity , said".split()
    >>> opens([form.lower() for form in forms], forms, 0, 7)
    True
    >>> forms = "Visiting Norvale , a small charity said".split()
    >>> opens([form.lower() for form in forms], forms, 0, 6)
    False
    """
    if not words[first].endswith("ing") or "," not in words[first:last]:
        return False
    comma = words.index(",", first)
    if comma - first < 2 or not all(form[0].isupper() for form in forms[first:comma]):
        return False
    close = last - 1 if words[last - 1] == "," else last
    if words[close] != "," or close == comma or "," in words[comma + 1 : close]:
        return False
    if not is_name(forms[first:comma]) or words[comma + 1] not in _OPEN:
        return False
    said = words[comma + 2 : min(close, comma + 2 + _NEAR)]
    return words[comma + 1] == "which" or not BODIES.isdisjoint(said)


def is_one(text: str, start: int, end: int) -> bool:
    """Whether the run of capitals `text[start:end]`, which begins with an -ing word, names a body.

    >>> said = ("Changing Lives, a charity that helps, said so.", "Rising Tide said so.")
    >>> [is_one(text, 0, end) for text, end in zip(said, (14, 11))]
    [True, True]
    >>> is_one("It fined Rising Tide. Rising Tide, too, paid.", 22, 33)
    True
    >>> is_one("Visiting Norvale, a charity said so.", 0, 16)
    False
    """
    run = text[start:end]
    words = run.split()
    if len(words) < 2 or not is_name(words):
        return False
    after = text[end : end + _FAR]
    aside = _ASIDE.match(after)
    if aside is not None and aside["verb"] in verbs.finite_forms():
        return aside["opens"] == "which" or not BODIES.isdisjoint(aside["aside"].split()[:_NEAR])
    told = _TELLS.match(after)
    tells = told is not None and verbs.finite_forms().get(told["verb"]) in ("VBD", "VBZ")
    if tells and (len(words) > 2 or not _is_many(words[1])):
        return True
    return _stands_inside(text, run)


def is_name(words: Sequence[str]) -> bool:
    """Whether words with capitals, the first of which is one in -ing, may be such a name.

    >>> [is_name(words.split()) for words in ("Rising Tide", "Leading Democrats", "Acting Mayor")]
    [True, False, False]
    """
    first = words[0].lower()
    if not first.endswith("ing") or first in _BEFORE_OTHERS or words[1].lower() in _BEFORE_NAMES:
        return False
    if names.is_given(first) or names.is_surname(first):
        return False
    return _DAYS.isdisjoint(words[1:])


def _is_many(word: str) -> bool:
    """Whether a word with a capital may be said of anybody: `Beating Norvale`."""
    return place(word) is not None or names.is_given(word.lower()) or word in _MANY


def _stands_inside(text: str, run: str) -> bool:
    """Whether a run of capitals stands in the middle of a sentence too."""
    at = text.find(run)
    while at >= 0:
        inside = at > 1 and text[at - 1] == " " and text[at - 2].islower()
        if inside and not text[at + len(run) : at + len(run) + 1].isalnum():
            line = text.find("\n", at)
            if text.find(".", at, line if line >= 0 else len(text)) >= 0:
                return True
        at = text.find(run, at + 1)
    return False


_FAR = 160
"""Characters after a name that are looked at."""
_NEAR = 6
"""Words after an article among which the noun stands."""
_OPEN = frozenset(("a", "an", "the", "one", "which"))
BODIES = frozenset(
    "charity charities group groups tank tanks thinktank nonprofit non-profit profit enterprise"
    " organisation organization organisations organizations firm firms company companies startup"
    " start-up consultancy foundation trust network campaign coalition alliance agency publisher"
    " studio business movement project programme program association collective body union"
    " watchdog regulator society club service provider centre center institute fund band troupe"
    " team retailer developer landlord operator partnership cooperative co-operative co-op"
    " initiative academy school platform site website app lender insurer ngo ministry church"
    " helpline hotline magazine newsletter blog podcast festival theatre theater choir".split()
)
"""What an apposition calls a body that is named for what it does."""
_ASIDE = re.compile(
    r", (?P<opens>an?|the|one of|which) (?P<aside>[^,.;:“”\"]{3,110}), (?P<verb>[a-z]+)(?![\w’'-])"
)
_TELLS = re.compile(r"(?: (?:also|later|has|had))? (?P<verb>[a-z]+)(?![\w’'-])")
_BEFORE_OTHERS = frozenset(
    "according during following including regarding concerning leading ruling neighbouring"
    " neighboring visiting remaining sitting opposing competing outgoing incoming acting retiring"
    " presiding speaking asked citing quoting referring meeting addressing writing being having"
    " surviving existing warring participating lying king spring string nothing something anything"
    " everything morning evening wedding bring sling wing ring thing".split()
)
"""What stands before somebody else's name: `Outgoing Mayor Ruiz`, `Leading Democrats`."""
TRADES = frozenset(
    "airline retailer carmaker automaker drugmaker chipmaker insurer lender startup start-up"
    " newspaper broadcaster supermarket operator".split()
)
"""What a body does, in front of its name: `Operator Orvale Lines`, `Struggling Airline Norvair`."""
_BEFORE_NAMES = TRADES | {"developer", "landlord"}
"""With what people do too: `Struggling Developer Arden Homes`."""
_MANY = frozenset(
    "Democrats Republicans Tories Conservatives Liberals Socialists Communists Greens Senators"
    " Labour Parliament Congress".split()
)
_DAYS = frozenset(
    "Monday Tuesday Wednesday Thursday Friday Saturday Sunday Today Yesterday".split()
)
