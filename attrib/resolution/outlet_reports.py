"""Reports that are an outlet's, where its name stands elsewhere: `the report`, `a media report`.

`Lima TV reported that it leaked. The report said …`: Lima TV said so. `It leaked, according to a
Peruvian media report. … according to the Lima TV broadcaster`: it did there, too.
"""

from __future__ import annotations

from bisect import bisect_right

from attrs import evolve

from attrib.lazily import re
from attrib.outlets.mentions import OutletMention
from attrib.resolution.referents import Referent, Scene

_NOUN = r"(?:report|story|article|investigation|dispatch|write-up|exclusive|scoop|account)"
_BACK = 900
"""How far back the outlet is named whose report is meant."""
_ITS_OWN = re.compile(
    rf"[\"”]?(?:['’]s?)?,?(?:\s(?:in|on|late|earlier)\s[^.;:\n]{{1,30}}?,)?\s(?:(?:has|had|also|first|later)\s)?"
    rf"(?:report|reveal|broadcast|air|publish)(?:ed|s)\b|[\"”]?['’]s?\s(?:[\w’'-]+\s){{0,3}}?{_NOUN}\b"
)
"""After an outlet's name: that it reported, or its report."""
_REPORT_BY = re.compile(
    rf"\b{_NOUN}\s(?:\w+\s){{0,3}}?(?:by|in|from|on)\s(?:(?:the|an?)\s)?(?:[\w’'-]+\s){{0,4}}\Z"
)
SEEN_BY = re.compile(
    r"\b(?:obtained|seen|viewed|reviewed|acquired|examined|cited|quoted|read|reported|verified) by "
    r"|\b(?:leaked|shown|given|sent|provided|passed|shared)(?: exclusively)? (?:to|with) "
)
"""Before an outlet that somebody else’s report came to."""
_ANOTHER = re.compile(
    r"\b(?:[Aa]n?|[\w’'-]+['’]s|[Ii]ts|[Tt]heir|[Hh]is|[Hh]er|another|[A-Z]\w+)\s"
    rf"(?:[\w’'-]+\s){{0,3}}?{_NOUN}\b(?!ed)"
)
"""A report told of in between, which may be the one that is meant."""
_OF_MEDIA = re.compile(
    r"(?:(?:[Aa]n?|[Oo]ne|[Tt]he|[Tt]his|[Aa]nother)\s)?(?:[\w’'-]+\s){0,3}?"
    rf"(?:media|news|newspaper|press|television|TV|radio)\s{_NOUN}\b"
)
_NAMED_NEXT = re.compile(
    r"(?:[Aa]ccording\sto|(?:[Tt]he|[Aa])\s(?:report|story|article|news)\s(?:by|in|from|on)|told\sto)\s"
    r"(?:(?:the|an?)\s)?(?:[\w’'-]+\s){0,3}\Z"
)
_SAYS_NEXT = re.compile(
    r"[\"”]?(?:\s(?:public\s)?(?:broadcaster|newspaper|daily|channel|agency|website|portal|radio|TV))?"
    r"\s(?:(?:has|also)\s)?(?:report(?:s|ed)|sa(?:id|ys)|revealed|wrote|broadcast|aired|published)\b"
)
_AHEAD = 700
_PARAGRAPHS = 2


def report_before(scene: Scene) -> Referent | None:
    """`the report`: the outlet that reported before, if no other report is told of since."""
    at, text = scene.phrase.start, scene.text
    noun = scene.phrase.noun
    if noun is None or noun.lemma not in ("report", "investigation"):
        return None
    told, named = -1, ""
    for turn in reversed(scene.turns[-8:]):
        kind = turn.referent.kind
        if turn.start < at and kind in ("document", "outlet"):
            words = text[turn.start : turn.start + 60] if kind == "outlet" else turn.referent.name
            if kind == "document" and "report" not in words.lower().split():
                continue
            if kind == "document":
                told = turn.start
                break
            if _OF_MEDIA.match(words) and named in ("", turn.referent.name):
                return _of(scene, turn.referent.name, turn.start)
            named = named or turn.referent.name
    i = bisect_right(scene.outlets, at, key=lambda each: each.span.start) - 1
    for mention in reversed(scene.outlets[max(0, i - 5) : i + 1]):
        start, end = mention.span.start, mention.span.end
        if at - start > _BACK or start < told:
            return None
        if SEEN_BY.search(text, max(0, start - 30), start):
            continue
        if end > at or not (
            _ITS_OWN.match(text, end, at) or _REPORT_BY.search(text, max(0, start - 80), start)
        ):
            continue
        return None if _ANOTHER.search(text, end + 12, at) else _of_mention(mention)
    return None


def report_of_media(scene: Scene) -> Referent | None:
    """`a Hebrew media report`: the outlet that is named for it in what follows."""
    phrase, text = scene.phrase, scene.text
    match = _OF_MEDIA.match(text, phrase.start)
    if match is None or match.end() > phrase.end:
        return None
    i = bisect_right(scene.outlets, phrase.end, key=lambda each: each.span.start)
    for mention in scene.outlets[i : i + 2]:
        start, end = mention.span.start, mention.span.end
        if start - phrase.end > _AHEAD or text.count("\n\n", phrase.end, start) > _PARAGRAPHS:
            return None
        if _NAMED_NEXT.search(text, max(0, start - 60), start) or _SAYS_NEXT.match(text, end):
            return _of_mention(mention)
    return None


def its_report(scene: Scene) -> Referent | None:
    """`Its report`, after a sentence about an outlet: `The daily Delo was first. Its report`."""
    phrase, text = scene.phrase, scene.text
    if _ITS.match(text, phrase.start, phrase.end) is None:
        return None
    sentence = scene.discourse.sentence_at(phrase.start)
    if not sentence or phrase.start != scene.discourse.start_of(phrase.start):
        return None
    start, end = scene.discourse.window(sentence - 1)
    i = bisect_right(scene.outlets, start, key=lambda each: each.span.end)
    if i >= len(scene.outlets) or text.count("\n", start, phrase.start):
        return None
    mention = scene.outlets[i]
    opens = _OPENS.fullmatch(text, start, mention.span.start) is not None
    return _of_mention(mention) if opens and mention.span.end <= end else None


_ITS = re.compile(rf"Its (?:[\w-]+ ){{0,2}}?{_NOUN}\Z")
_OPENS = re.compile(r"(?:[Tt]he |An? )?(?:[\w’'-]+ ){0,4}(?:, )?(?:\w+, )?(?:the )?")


def it_that_reports(scene: Scene) -> Referent | None:
    """`It`, of which something is reported: the outlet with which a sentence before opens."""
    discourse, at = scene.discourse, scene.phrase.start
    cue = scene.attribution.cue if scene.attribution is not None else None
    if cue is None or cue.lemma not in _REPORTS:
        return None
    sentence = discourse.sentence_at(at)
    for back in range(1, min(sentence, _SENTENCES) + 1):
        start, end = discourse.window(sentence - back)
        if "\n\n" in scene.text[end:at]:
            return None
        i = bisect_right(scene.outlets, start, key=lambda each: each.span.end)
        if i < len(scene.outlets) and scene.outlets[i].span.end <= end:
            opens = _OPENS.fullmatch(scene.text, start, scene.outlets[i].span.start)
            found = _of_mention(scene.outlets[i])
            return evolve(found, resolver="pronoun") if opens else None
    return None


_REPORTS = frozenset(("report", "write", "reveal"))
_SENTENCES = 2


def outlet_beside(scene: Scene, start: int, before: int) -> Referent | None:
    """The outlet that ends before `which`: `according to the Lima TV public broadcaster, which`."""
    i = bisect_right(scene.outlets, before, key=lambda each: each.span.start) - 1
    if i < 0 or scene.outlets[i].span.start < start:
        return None
    mention = scene.outlets[i]
    beside = _SORT.fullmatch(scene.text, mention.span.end, before) is not None
    return evolve(_of_mention(mention), resolver="pronoun") if beside else None


_SORT = re.compile(
    r"(?:\s(?:public|state|news|television|radio|TV))?(?:\s(?:broadcaster|newspaper|paper|daily|weekly"
    r"|magazine|channel|station|network|agency|service|site|website|portal))?"
)


def _of_mention(mention: OutletMention) -> Referent:
    place = (mention.span.start, mention.span.end)
    return Referent(name=mention.name, kind="outlet", antecedent=place, resolver="descriptor")


def _of(scene: Scene, name: str, start: int) -> Referent:
    end = next((each.span.end for each in scene.outlets if each.span.start == start), None)
    place = (start, end) if end is not None else None
    return Referent(name=name, kind="outlet", antecedent=place, resolver="descriptor")
