"""Sources that are relative pronouns, `who` or `all of whom`: the words just before these."""

from __future__ import annotations

from attrs import evolve

from attrib.knowledge import nouns
from attrib.knowledge.places import place
from attrib.lazily import re
from attrib.resolution import phrases
from attrib.resolution.aliases import named
from attrib.resolution.chunks import STOPS
from attrib.resolution.joined import common
from attrib.resolution.mentions import Mention
from attrib.resolution.name_runs import GRAMMAR
from attrib.resolution.outlet_reports import outlet_beside
from attrib.resolution.paper_antecedents import (
    document_of_body,
    document_that_opens,
    document_with_more,
)
from attrib.resolution.referents import (
    Referent,
    Scene,
    again,
    as_written,
    is_person,
    is_subject,
    of_entity,
)
from attrib.resolution.relative_antecedents import (
    VERBS,
    apposed,
    described,
    dweller,
    joined_to,
    may_qualify,
    named_before,
    several_named,
    several_speak,
)
from attrib.resolution.unnamed_antecedents import has_verb


def by_relative(scene: Scene) -> Referent | None:
    """`who`: the name or the phrase just before it."""
    discourse = scene.discourse
    text = scene.text
    at = scene.phrase.start
    start = max(discourse.start_of(at), at - 400)
    before = len(text[start:at].rstrip(" ,—–-")) + start
    if text[before - 1 : before] == ")":
        before = max(text.rfind("(", start, before), start)
        before = len(text[start:before].rstrip()) + start
    if denied := _NOT_THIS_ONE.search(text, start, before):
        before = denied.start()
    if tagged := _TAGGED.search(text, max(start, before - _LONGEST_TAG), before):
        before = tagged.start()
    people_only = "who" in text[at : scene.phrase.end].lower()
    if not people_only and (paper := document_of_body(scene, start, before)) is not None:
        return paper
    earlier = joined_to(text, start, before) if people_only else None
    if earlier is not None:
        return by_relative(
            scene.with_phrase(evolve(scene.phrase, start=earlier[0], end=earlier[1]))
        )
    last: Mention | None = None
    for i in discourse.within(start, before):
        mention = discourse.mentions[i]
        if mention.end == before:
            last = mention
    if scene.phrase.end - at > 6:
        several = _list_before(scene, start, before)
        if several is not None:
            return several
    if people_only and several_speak(scene):
        many = several_named(scene, start, before)
        if many is not None:
            return many
    if people_only:
        told = apposed(scene, start, before) or dweller(scene, start, before)
        if told is not None:
            return told
    placed = None if last is None or people_only else _body_of(scene, start, last)
    if placed is not None:
        return again(scene, placed, "pronoun")
    if last is not None and scene.phrase.pronoun == "relative":
        referent = named(scene, last)
        # Ana Ruiz, the mayor of Lima, who …
        of = _OF.search(text, max(start, last.start - 8), last.start) is not None
        # a nurse from Elmwood, New Jersey, who …
        apart = people_only and (of or place(last.reading.name) == "place")
        fits = referent is not None and (referent.kind == "person" or not apart)
        if people_only and (referent is None or referent.kind != "person"):
            whole = named_before(scene, start, before)
            if whole is not None:
                return whole
        fits = fits and not _stays_unnamed(text, last, at)
        if referent is not None and referent.kind == "person" and not people_only:
            # no person is `which`: `a charter drawn up by Ana Ruiz, which says`
            return document_with_more(scene, start, before)
        if referent is not None and fits and not common(last):
            return again(scene, referent, "pronoun")
    several = _share_before(text, start, before) if people_only else None
    if several is None and people_only and text.startswith(",", before):
        several = _people_somewhere(text, start, before)
    if several is not None:
        return several
    window = text[max(start, before - 90) : before]
    bare = _bare_noun(text, start, before, at) if people_only else None
    if bare is not None:
        return as_written(scene, (bare, before), "anonymous")
    for match in reversed(list(_DETERMINER.finditer(window))):
        low = before - len(window) + match.start()
        if _MORE_THAN_A_PHRASE.search(window, match.start()):
            break
        if has_verb(window[match.end() + 1 :].split()[:-1]):
            continue  # `The move worried farmers, who`
        phrase = phrases.read(text, low, before, discourse.named(discourse.within(low, before)))
        if phrase.noun is None or phrase.form == "other":
            continue
        body = phrase.noun.category == "organization"
        # `the club, who said`, `firms who said`
        alone = people_only and text[before] == "," and phrase.noun.lemma in _OF_MEMBERS
        alone = alone and not _OF.search(text, low - 6, low)
        bodies = body and (phrase.noun.plural or alone)
        if bodies or (phrase.noun.human or phrase.noun.category == "group") == people_only:
            return again(scene, scene.resolve(phrase), "pronoun")
    if "which" in text[at : scene.phrase.end].lower():
        told = document_with_more(scene, start, before) or outlet_beside(scene, start, before)
        return told or document_that_opens(scene)
    people = described(text, start, before) if people_only else None
    if people is not None:
        return _several(text, *people)
    named_there = [
        i
        for i in discourse.within(start, before)
        if is_person(discourse, i) and is_subject(text, discourse.mentions[i])
    ]
    if not named_there:
        return None
    nearest = named_there[-1]
    if text[discourse.mentions[nearest].end : before + 1].startswith((",", " (")):
        return of_entity(scene, discourse.owners[nearest], "pronoun")
    return None


def _body_of(scene: Scene, start: int, last: Mention) -> Referent | None:
    """The body of which a name says where it is: `the Red Cross of Norvale, which`."""
    discourse = scene.discourse
    of = _OF.search(scene.text, max(start, last.start - 8), last.start)
    if of is None or last.reading.sort == "person":
        return None
    for i in discourse.within(max(start, last.start - _LONGEST_BODY), last.start):
        if discourse.mentions[i].end == of.start() - 1 and discourse.owners[i] >= 0:
            body = of_entity(scene, discourse.owners[i], "pronoun")
            return body if body.kind == "organization" else None
    return None


_LONGEST_BODY = 80


def _stays_unnamed(text: str, last: Mention, at: int) -> bool:
    """Whether it is no one of a name, but who works for it: `an aide to Ruiz, who asked not to be
    named`."""
    if _KEEPS_BACK.match(text, at) is None:
        return False
    return _TO.search(text, max(0, last.start - 12), last.start) is not None


_KEEPS_BACK = re.compile(
    r"who (?:\w+ ){0,2}?(?:declined|asked|requested|refused|insisted|wished|wanted|want|preferred"
    r"|spoke|speak|authori[sz]ed|permitted|allowed)\b[^.;,“”]{0,40}?"
    r"\b(?:named|identified|quoted|anonym\w+|publicly|to the (?:media|press)|to speak)\b"
)
_TO = re.compile(r"\b(?:to|of|in|from|at|for|with|by)(?: the)? \Z")


def _bare_noun(text: str, start: int, before: int, at: int) -> int | None:
    """Where a noun without an article begins, as headlines have it: `Hacker who`, `Nurse Who`."""
    words = text[start:before].rsplit(" ", 3)
    noun = nouns.lookup(words[-1])
    if noun is None or not noun.human or noun.plural or not words[0][:1].isupper():
        return None
    if text.startswith("Who ", at):
        return before - len(words[-1])
    opens = len(words) < 4 and not any(words[0].lower() in known for known in (STOPS, GRAMMAR))
    return start if opens and all(map(may_qualify, words[1:-1])) else None


def _list_before(scene: Scene, start: int, before: int) -> Referent | None:
    """`Ana Ruiz, Tom Cole and Hana Marsh, all of whom …`"""
    if (people := several_named(scene, start, before)) is not None:
        return people
    discourse = scene.discourse
    for i in discourse.within(start, before):
        low = discourse.mentions[i].start
        phrase = phrases.read(
            scene.text, low, before, discourse.named(discourse.within(low, before))
        )
        if phrase.form == "joined":
            return again(scene, scene.resolve(phrase), "pronoun")
    return None


def _share_before(text: str, start: int, before: int) -> Referent | None:
    """`only 24 percent who`, `one in four of the farmers who`: so many of those asked."""
    match = _SHARE.search(text, max(start, before - _LONGEST_SHARE), before)
    return None if match is None else _several(text, match.start(), before)


_LONGEST_SHARE = 60
_COUNT = "(?:[2-9]|10|one|two|three|four|five|six|seven|eight|nine|ten)"
_SHARE = re.compile(
    r"(?:\b(?:about|almost|another|at least|just|nearly|only|over|some) )?"
    rf"(?:\d[\d.,]*(?: ?%| percent\b| per cent\b)|\b{_COUNT} in {_COUNT}\b"
    r"|\b[a-z]+(?<=t[yn]) percent\b)"
    r"(?: of (?:the |all )?[\w-]+(?: [a-z-]+)?)?\Z",
    re.IGNORECASE,
)


def _people_somewhere(text: str, start: int, before: int) -> Referent | None:
    """`political opponents on the left, who`, `critics in her party, who`."""
    match = _PLACED.search(text, max(start, before - 60), before)
    found = None if match is None else described(text, start, match.start())
    return None if found is None else _several(text, found[0], before)


_PLACED = re.compile(r" (?:in|on|at|from|within|across|near) (?:the|his|her|its|their) [a-z]+\Z")


def _several(text: str, start: int, end: int) -> Referent:
    """People whom nobody names, by the words for them."""
    return Referent(
        name=text[start:end],
        kind="group",
        plural=True,
        antecedent=(start, end),
        resolver="pronoun",
    )


_DETERMINER = re.compile(
    r"(?:^|(?<=[\s“\"(]))(?:an?|the|one|some|another|several|many|two|three|his|her|their|its|those|both)"
    r"(?= \w)",
    re.IGNORECASE,
)
_MORE_THAN_A_PHRASE = re.compile(rf"[;:.!?“”\"]|, | [—–-]+ |{VERBS.pattern}")
_LONGEST_TAG = 14
_TAGGED = re.compile(r", (?:[A-Z]-[A-Z][\w.]+|[A-Z]{2,4})\Z")
"""A party or a degree after a name: `Ana Ruiz, R-Ohio, who`."""
_OF_MEMBERS = frozenset(
    "leadership management team staff club union party board committee jury panel crew band".split()
)
"""Bodies that are spoken of as their members: `the club, who said`."""
_OF = re.compile(r"\b(?:of|in|from|at|for)(?: the)? \Z")
_NOT_THIS_ONE = re.compile(r", (?:and |but )?not [^,.;:]{1,60}\Z")
"""Who did not say it: `it was Ana Ruiz, not Tom Okon, who said`."""
