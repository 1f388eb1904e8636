"""Sources that are `it` and `they`: bodies, papers and people, by what spoke or was named last."""

from __future__ import annotations

from attrib.knowledge import nouns
from attrib.lazily import re
from attrib.resolution import phrases, quoted_antecedents
from attrib.resolution.mentions import Mention
from attrib.resolution.only_several import named_several
from attrib.resolution.outlet_reports import it_that_reports
from attrib.resolution.own_sentence import body_before, body_that_opens, opens_with_body
from attrib.resolution.paper_antecedents import (
    document_before,
    document_of_clause,
    document_read,
)
from attrib.resolution.papers_brought import paper_brought_up
from attrib.resolution.papers_made import paper_made
from attrib.resolution.referents import (
    Referent,
    Scene,
    Turn,
    again,
    as_written,
    is_body,
    is_subject,
    kind_of,
    of_entity,
)
from attrib.resolution.unnamed_antecedents import people_in


def it_or_they(scene: Scene, told: str) -> Referent | None:
    """Whom `it` or `they` means, `told` being `thing` or `plural`; None where that is not clear."""
    discourse = scene.discourse
    at = scene.phrase.start
    sentence = discourse.sentence_at(at)
    fits = ("organization", "outlet", "document", "group", "anonymous")
    own: tuple[str, ...] = ()
    if scene.parent is not None and discourse.quotation_at(at) is not None:
        said = quoted_antecedents.it_or_they(scene, plural=told == "plural")
        if said is not None:
            return said
        own = quoted_antecedents.own_names(scene, scene.parent)
    if told == "plural":
        people = _people_before(scene)
        if people is not None:
            return people
    if told == "thing":
        near = (
            it_that_reports(scene)
            or document_before(scene)
            or paper_made(scene)
            or document_read(scene)
            or document_of_clause(scene)
            or paper_brought_up(scene)
            or body_that_opens(scene)
            or body_before(scene)
        )
        if near is not None:
            return near
    goes_on = _adds(scene)
    for turn in reversed(scene.turns[-8:]):
        if turn.sentence < sentence - 3:
            break
        if turn.start >= at or not _is_heard(scene, turn):
            continue
        referent = turn.referent
        if referent.name.lower() in phrases.PRONOUNS:
            continue
        if goes_on and not _told_something(turn):
            continue
        if referent.name in own:
            continue
        if told == "plural":
            if _is_one_of_no_gender(scene, turn):
                return again(scene, referent, "pronoun")
            if referent.kind == "document" and _is_minded(scene):
                continue
            if own and _OWN_GROUP.search(referent.name):
                continue  # `The authors write …. “They told us no,” she said`
            if referent.plural or referent.kind in ("organization", "group"):
                return again(scene, referent, "pronoun")
        elif referent.entity is None and (body := _whose_spokesperson(scene, turn)):
            return body
        elif referent.kind in fits[:3] and not referent.plural:
            return again(scene, referent, "pronoun")
    for back in range(3):
        if sentence - back < 0:
            break
        start, end = discourse.window(sentence - back)
        for i in discourse.within(start, min(end, at)):
            index = discourse.owners[i]
            mention = discourse.mentions[i]
            if discourse.quotation_at(mention.start) is not None:
                continue
            country = mention.reading.sort == "country" and told == "thing"
            if country and index < 0 and is_subject(discourse.text, mention):
                return Referent(
                    name=mention.reading.name,
                    kind="organization",
                    antecedent=(mention.name_start, mention.end),
                    resolver="pronoun",
                )
            if index < 0:
                continue
            if not is_subject(discourse.text, mention):
                owned = _OWN_BODY.match(discourse.text, mention.end)
                if owned is not None and mention.start <= start + 4 and told == "thing":
                    noun = nouns.lookup(owned[1])
                    if noun is not None and noun.category == "organization":
                        place = (mention.name_start, owned.end())
                        return as_written(scene, place, "organization")
                    whole = is_body(scene, discourse.entities[index])
                    if whole and not _is_of_people(discourse.text, owned.start()):
                        return of_entity(scene, index, "pronoun")  # `Vela’s aim was peace. It`
                continue
            if discourse.entities[index].name in own:
                continue
            if told == "plural" and _GOES_WITH.match(discourse.text, mention.end):
                continue
            if is_placed(discourse.text, mention) or is_of_a_thing(discourse.text, mention):
                continue
            outlet = kind_of(scene, discourse.entities[index]) == "outlet" and told == "thing"
            if outlet or is_body(scene, discourse.entities[index]):
                return of_entity(scene, index, "pronoun")
    return None


def _whose_spokesperson(scene: Scene, turn: Turn) -> Referent | None:
    """The council, after `a spokesman for the council` has spoken."""
    found = _SPEAKS_FOR.fullmatch(scene.text, turn.start, turn.end)
    noun = nouns.lookup(found["noun"]) if found is not None else None
    if found is None or noun is None or noun.category != "organization" or noun.plural:
        return None
    return as_written(scene, found.span("body"), "organization")


_SPEAKS_FOR = re.compile(
    r"(?:[Aa]n?|[Tt]he) (?:[a-z]+ )?spokes(?:man|woman|person) (?:for|at|of)"
    r" (?P<body>(?:the|an?) (?:[\w’'-]+ ){0,3}(?P<noun>[a-z-]+))"
)


def _is_of_people(text: str, at: int) -> bool:
    """Whether what somebody has is a person: `Vela’s new boss met the council. It`."""
    found = (nouns.lookup(word) for word in text[at : at + _NEAR].split()[1:4])
    return any(noun is not None and noun.human for noun in found)


_NEAR = 60
_GOES_WITH = re.compile(r" (?!(?:said|told|left|lost|went|won|\w+ed)\b)[a-z]+(?<!s)[,;]")
"""A body that only says of what sort a thing is: `his own Fernway history,`."""


def is_placed(text: str, mention: Mention) -> bool:
    """Whether a name is a town's with its state, or the state: `Elmwood` and `Calif` of
    `Elmwood, Calif.`"""
    if text.startswith(", ", mention.end):
        return _STATE.match(text, mention.end + 2) is not None
    return text.endswith(", ", 0, mention.start) and _STATE.match(text, mention.start) is not None


_STATE = re.compile(r"(?!Inc|Co\b|Ltd|Corp|Jr|Sr)(?:[A-Z][a-z]{1,4}|[A-Z]\.[A-Z])\.")


def is_of_a_thing(text: str, mention: Mention) -> bool:
    """Whether a name only says whose make a thing is, `from a single Vesper tank`, or which it is,
    `the Cadillac tax`."""
    if _CALLED.match(text, mention.end) or quoted_antecedents.OF_A_PLACE.match(text, mention.end):
        return True
    if _THING.match(text, mention.end) is None:
        return False
    return _ONE.search(text, max(0, mention.start - 30), mention.start) is not None


_CALLED = re.compile(
    r" (?:tax|bill|law|plan|deal|act|rule|program|programme|policy|amendment|measure|provision"
    r"|reform|treaty|accord|pact|scandal|affair|case|probe|inquiry|investigation|movie|film|series"
    r"|book|model|vote|election|primary|debate|crisis|war|attack|shooting|bombing|district|area)s?\b"
)
_THING = re.compile(r" (?!(?:has|had|was|is|did|does|will|would)\b)[a-z]+(?<!ed)(?<!s)\b")
_ONE = re.compile(r"\b(?:an?|one|his|her|their|its|my|our|every|each)(?: [a-z-]+){0,2} \Z")


def _adds(scene: Scene) -> bool:
    """Whether somebody who has spoken says more: `they added`."""
    cue = scene.attribution.cue if scene.attribution is not None else None
    return cue is not None and cue.lemma == "add"


def _told_something(turn: Turn) -> bool:
    """Whether somebody spoke, and did not only feel something: `are cautious about it`."""
    cue = turn.attribution.cue
    return cue is None or cue.cue_class not in _FELT


_FELT = frozenset(("attitude", "belief", "expectation", "perception"))


def _is_heard(scene: Scene, turn: Turn) -> bool:
    """Whether a turn is of the story, or in the words of the same speaker as the pronoun."""
    if turn.attribution.parent is None:
        return True
    if turn.within is None or scene.parent is None:
        return turn.within is scene.parent
    return turn.within.name == scene.parent.name


def _is_one_of_no_gender(scene: Scene, turn: Turn) -> bool:
    """`A Treasury source insisted … “It is,” they told the paper`: the unnamed one who spoke last,
    in the same paragraph."""
    referent = turn.referent
    single = referent.kind == "anonymous" and not referent.plural and referent.gender is None
    if not single or turn is not scene.turns[-1]:
        return False
    if _goes_on(scene):
        return True
    between = scene.text[turn.end : scene.phrase.start]
    return "\n" not in between and _UNNAMED.search(referent.name) is not None


def _goes_on(scene: Scene) -> bool:
    """Whether a cue only lets somebody go on, `They went on: “…”`, of the paragraph before."""
    cue = scene.attribution.cue if scene.attribution is not None else None
    begins = scene.discourse.start_of(scene.phrase.start)
    near = scene.turns[-1].sentence >= scene.discourse.sentence_at(begins) - 2
    return near and cue is not None and (cue.lemma in _GOES_ON or cue.span.text[:4] == "went")


_GOES_ON = frozenset("add continue conclude".split())
_OWN_GROUP = re.compile(r"\b(?:authors|researchers|scientists|colleagues|team|staff)\b")
"""Of whom a speaker may be one, so that they are not his `they`."""
_UNNAMED = re.compile(
    r"(?i)\b(?:source|insider|spokesperson|official|person|friend|employee|worker|member|user|resident"
    r"|aide|adviser|advisor|student|teacher|neighbou?r|staffer|diplomat|caller)\b"
)


def _is_minded(scene: Scene) -> bool:
    """Whether what somebody does is what no paper does: `they agree`."""
    cue = scene.attribution.cue if scene.attribution is not None else None
    return cue is not None and cue.lemma in _MINDED


_MINDED = frozenset(
    "agree believe think hope want fear like love feel expect know wish worry doubt prefer"
    " vow".split()
)


def in_own_content(scene: Scene, at: int) -> bool:
    """Whether something stands in what the source itself says."""
    own = scene.attribution.content if scene.attribution is not None else ()
    return any(span.start <= at < span.end for span in own)


def joint_subject(scene: Scene, start: int, end: int) -> Referent | None:
    """Those whom a sentence names together as its subject: `Ana Ruiz and Tom Hale met. They`."""
    discourse, text = scene.discourse, scene.text
    before = _WHEN.match(text, start, end)
    start = start if before is None else before.end()
    within = discourse.within(start, min(end, start + _LONGEST_LIST))
    if not within or discourse.mentions[within[0]].start > start + 4:
        return None
    for i in reversed(within):
        last = discourse.mentions[i].end
        if " and " not in text[start:last] or _VERB_NEXT.match(text, last, end) is None:
            continue
        if _ACTS.search(text, start, last) is not None:
            continue  # `Ruiz and her team took cores from the Marsden Zone, a region`
        named = discourse.named(discourse.within(start, last))
        phrase = phrases.read(text, start, last, named)
        if phrase.form == "joined":
            return again(scene, scene.resolve(phrase), "pronoun")
    return None


_ACTS = re.compile(r"\b(?:from|into|to|by|was|were|is|are|has|had|have|took|met|[a-z]{2,}ed)\b")
_WHEN = re.compile(r"(?:On|In|At|By|Last|Earlier|Later|This)(?: [\w-]+){1,3}, ")
_LONGEST_LIST = 160
_VERB_NEXT = re.compile(r",? (?!(?:and|or|of|in|at|from|for|to|by|with)\b)[a-z]")


_FAR = 3
"""Sentences, that of the pronoun among them, whose people `they` may mean."""


def _people_before(scene: Scene) -> Referent | None:
    """The people whom the pronoun's own sentence, or one of the two before, speaks of as many."""
    discourse = scene.discourse
    at = scene.phrase.start
    if not discourse.sentences or discourse.quotation_at(at) is not None:
        return None
    sentence, minded = discourse.sentence_at(at), _is_minded(scene)
    near = scene.turns[-6:]
    for back in range(_FAR):
        if sentence - back < 0:
            return None
        start, end = discourse.window(sentence - back)
        if back > 1 and opens_with_body(scene, *discourse.window(sentence - back + 1)):
            return None  # which may be meant, as may those before it
        if back > 1 and any(end <= turn.start < at and _is_unnamed(turn) for turn in near):
            return None  # `a Treasury source`, who is `they` too
        if start < at and scene.text.startswith("They ", start):
            continue  # `They fear a drawdown of troops, which they say`: whom this one is about
        spoke = any(
            start <= turn.start < at
            and (turn.referent.plural or turn.referent.kind == "group")
            and not (minded and turn.referent.kind == "document")
            for turn in near
        )
        if spoke:
            return None
        joint = joint_subject(scene, start, min(end, at))
        if back and (joint is None or not joint.parts):
            joint = named_several(scene, start, min(end, at)) or joint
        if joint is not None:
            return joint
        with_others = _WITH_OTHERS.match(scene.text, start, min(end, at)) or _with_some(
            scene.text, start, min(end, at)
        )
        if with_others is not None and back and not in_own_content(scene, start):
            return as_written(scene, with_others.span(), "group", plural=True)
        place = people_in(scene, start, min(end, at))
        if place is not None and not in_own_content(scene, place[0]):
            return as_written(scene, place, "group", plural=True)
    return None


def _is_unnamed(turn: Turn) -> bool:
    """Whether somebody who spoke has no name in the article."""
    return turn.referent.kind == "anonymous" and turn.referent.entity is None


_WITH_OTHERS = re.compile(
    r"(?:(?:Mr|Mrs|Ms|Dr)\.? )?[A-Z][\w’'-]+(?: [A-Z][\w’'-]+){0,3}(?:, \d+,)? and"
    r" (?:his|her|their)(?: [a-z-]+)? (?:team|group|lab|colleagues?|co-?authors?|family|husband"
    r"|wife|partner|fianc[eé]e?|parents|children|sons?|daughters?|brothers?|sisters?|friends?|staff|crew"
    r"|lawyers?)\b"
)
"""Of whom the next sentence says `they`: `Ruiz and her team built it. They found`."""


def _with_some(text: str, start: int, end: int) -> re.Match[str] | None:
    """`Ana Ruiz and two engineers`, of whom the next sentence says `they`."""
    for pattern in (_WITH_SOME, _WITH_SOME_SUCH):
        found = pattern.match(text, start, end)
        noun = nouns.lookup(found["head"]) if found is not None else None
        if noun is not None and noun.human:
            return found
    return None


_SOME = (
    r"(?:(?:Mr|Mrs|Ms|Dr)\.? )?[A-Z][\w’'-]+(?: [A-Z][\w’'-]+){0,3}(?:, \d+,)? and"
    r" (?:two|three|four|five|six|seven|eight|nine|ten|several|some|many|most|dozens of|scores of"
    r"|\d+|an?|one|another|other|the|his|her|their)(?: (?:other|fellow|of (?:his|her|their)))?"
)
_WITH_SOME = re.compile(_SOME + r" (?P<head>[a-z-]+)(?= (?!and\b)[a-z]|,)")
_WITH_SOME_SUCH = re.compile(_SOME + r" [a-z-]+ (?P<head>[a-z-]+)(?= (?!and\b)[a-z]|,)")
_OWN_BODY = re.compile(r"['’]s? (\w+)")
