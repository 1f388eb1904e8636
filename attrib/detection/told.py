"""Words that grammar tells to be cues, however seldom annotated articles had them there.

Between a clause and the end of its sentence `two engineers warn` can only say who says the clause,
and `stating that` only that somebody says what follows. The weights, learned from the reports of
one country, may never have met the verb in that place.
"""

from __future__ import annotations

from attrib.detection import (
    as_noted,
    clause_tags,
    gaps,
    heard_from,
    hearers,
    in_view,
    papers_say,
    participles,
    passives,
    quotation_tags,
    quoted_as,
    settings,
    signs,
    sums,
    telling,
    to_say,
    told_when,
    whole_clauses,
)
from attrib.detection.classes import CLAUSAL, SAID, is_of
from attrib.detection.clause_tags import BEGINS_SOURCE, LONGEST_SOURCE, Tag
from attrib.detection.cues import CueWord
from attrib.detection.that_clauses import CLAUSES, before_clause
from attrib.detection.views import FINITE, PHRASE, Scene
from attrib.knowledge import nouns
from attrib.words.tokens import CLOSE, OPEN

TokenRange = tuple[int, int]

SURE = 0.9
"""How likely a word is a cue that grammar tells to be one."""


def likelihood(scene: Scene, word: CueWord) -> float:
    """How likely a word is a cue at least, where grammar tells."""
    told = (
        before_clause(scene.words, scene.tags, word.at, word.sort)
        or clause_tags.tag(scene, word)
        or passives.find(scene, word)
        or court_hears(scene, word)
        or maintains(scene, word)
        or wants_it_done(scene, word)
        or owns_up(scene, word)
        or reads_in_full(scene, word) is not None
        or quoted_as.says(scene, word)
        or (word.lemma in CLAUSAL and word.tag in _PAST and leads_to_clause(scene, word))
        or per(scene, word)
        or (word.lemma in ("hear", "learn") and heard_from.source(scene, word) is not None)
        or would_be_drawn(scene, word)
        or sums.puts_at(scene, word)
        or phrases_it(scene, word) is not None
        or makes_known(scene, word)
        or voices(scene, word)
        or as_noted.comma(scene, word) is not None
        or as_told_by(scene, word)
        or one_more(scene, word)
        or quotation_tags.follows_quotation(scene, word)
        or quotation_tags.is_tag_with_relative(scene, word)
        or participles.says(scene, word)
        or told_when.opens(scene.words, scene.tags, word.at) is not None
        or in_view.source(scene, word)
        or gaps.find(scene, word)
        or quotation_tags.cries(scene, word)
        or telling.tells(scene, word)
        or hearers.are_told(scene, word)
        or to_say.find(scene, word)
        or papers_say.subject(scene, word)
        or papers_say.tag(scene, word)
        or signs.are_told(scene, word)
    )
    return SURE if told else 0.0


def as_told_by(scene: Scene, word: CueWord) -> Tag | None:
    """`As first reported by the Echo, the dam leaks`, `The dam leaks, as noted by Ruiz.`"""
    words, tags, at = scene.words, scene.tags, word.at
    begins = at - 1 - (tags[at - 1] == "RB" or words[at - 1] == "first")
    if words[begins] != "as" or words[at + 1] != "by" or word.lemma not in as_noted.TELLS:
        return None
    end = at + 2
    while end < word.last and tags[end] in PHRASE and end < at + LONGEST_SOURCE:
        end += 1
    if end == at + 2 or scene.depth[at]:
        return None
    if begins == word.first:
        return Tag("cue-source-content", (at + 2, end)) if words[end] == "," else None
    if words[begins - 1] != ",":
        return None
    if end >= word.last - 1:
        return Tag("content-cue-source", (at + 2, end))
    amid = words[end] == "," and tags[end + 1] in FINITE
    return Tag("content-cue-source-content", (at + 2, end)) if amid else None


def one_more(scene: Scene, word: CueWord) -> bool:
    """`A fan wrote: “Go.” Another: “Stay.”`"""
    words, first = scene.words, word.first
    if word.word != ":" or words[word.at + 1] != OPEN or not first < word.at <= first + 2:
        return False
    return " ".join(words[first : word.at]) in _ONE_MORE


_ONE_MORE = frozenset(
    ("one", "another", "others", "a second", "a third", "a fourth", "one more", "yet another")
)


def it_says(scene: Scene, word: CueWord) -> bool:
    """`It says that dogs are banned`, `It describes how they were`: a document or a body says it,
    unlike `it emerged that`."""
    active = word.tag in ("VBD", "VBZ") and (
        word.lemma in as_noted.TELLS or word.lemma in _PAPERS_DO
    )
    subject = word.at - 1 - (scene.tags[word.at - 1] == "RB")
    told = active and word.subject == subject and scene.words[subject] == "it"
    return told and scene.words[word.at + 1] in CLAUSES


_PAPERS_DO = frozenset(
    "describe detail outline warn claim argue conclude recommend show allege assert contend"
    " estimate declare find deny dispute complain demand propose insist pledge promise".split()
)


def voices(scene: Scene, word: CueWord) -> bool:
    """Whether somebody voices what a noun names: `raised concerns that the ward was unsafe`,
    `issued a plea for walkers to turn back`."""
    words, tags, at = scene.words, scene.tags, word.at
    asks = word.lemma in _ASKED_FOR and words[at + 1] in _ASKED_FOR[word.lemma]
    if word.sort == "-" or not (asks or (words[at + 1] == "that" and tags[at] in ("NN", "NNS"))):
        return False
    before = range(at - 1, max(word.first, at - 4 - asks), -1)
    verb = next((i for i in before if tags[i][:1] == "V"), None)
    if verb is None or tags[at + 2] in FINITE:
        return False
    return words[verb] in _VOICES or (asks and words[verb] in _MAKES)


_VOICES = frozenset(
    """raise raises raised raising voice voices voiced voicing express expresses expressed issue
    issues issued issuing sound sounds sounded air airs aired""".split()
)
_MAKES = frozenset(
    """make makes made making put puts putting launch launches launched launching repeat repeated
    renew renewed send sends sent deliver delivered post posted broadcast""".split()
)
_ASKED_FOR = {
    "plea": frozenset(("for", "to")),
    "appeal": frozenset(("for",)),
    "call": frozenset(("for",)),
    "warning": frozenset(("for", "to")),
    "reminder": frozenset(("for", "to")),
    "invitation": frozenset(("for", "to")),
}
"""What somebody asks of others, and the words that begin what is asked."""


def with_age(scene: Scene, word: CueWord) -> TokenRange | None:
    """A subject with an age after it, within another clause: `said | the boy, 4, | told`."""
    words, tags, at = scene.words, scene.tags, word.at
    if words[at - 1] != "," or tags[at - 2] != "CD" or words[at - 3] != ",":
        return None
    first = at - 3
    while first > word.first and tags[first - 1] in quotation_tags.NAMES:
        first -= 1
    return (first, at) if word.first < first < at - 3 else None


def per(scene: Scene, word: CueWord) -> Tag | None:
    """`Per the filing, Orrin paid it`; `He is out, as per ESPN.`; `The deal, in the view of Vesper,
    is off`: whose word it is that the rest of the sentence is so."""
    words, tags, at = scene.words, scene.tags, word.at
    if word.lemma == "per":
        opens, begins = at - (words[at - 1] == "as"), at + 1
    elif words[at] in _WHOSE and words[at - 2 : at + 2] == ["in", "the", words[at], "of"]:
        opens, begins = at - 2, at + 2
    else:
        return None
    end = begins
    as_per = word.lemma == "per" and words[at - 1] == "as"
    if as_per and not _NO_VOICES.isdisjoint(words[begins : begins + 3]):
        return None
    within = _PER if as_per else PHRASE  # `As per data accessed by the ministry,`
    while end < word.last and tags[end] in within and end < begins + LONGEST_SOURCE:
        end += 1
    rate = word.lemma == "per" and tags[begins] in ("NN", "JJ")  # `40 euros per head`
    rate = rate and not (as_per and opens == word.first)
    if end == begins or opens < word.first or rate:
        return None
    if opens == word.first:
        verbal = as_per or not _VERBS.isdisjoint(tags[end + 1 : word.last])
        clause = words[end] == "," and verbal
        return Tag("cue-source-content", (begins, end), begins - 1, opens) if clause else None
    head = nouns.lookup(words[end - 1])
    speaks = tags[end - 1] == "NNP" or (head is not None and head.category != "kin")
    speaks = speaks or word.lemma != "per"
    if words[opens - 1] != "," or not speaks:
        return None
    if words[end] == "." or end >= word.last:
        order = "content-cue-source"
        clause = not FINITE.isdisjoint(tags[word.first : opens])
    else:
        order = "content-cue-source-content"
        clause = words[end] == "," and tags[end + 1] in FINITE
    return Tag(order, (begins, end), begins - 1, opens) if clause else None


_VERBS = FINITE | {"VBN"}
_PER = PHRASE | {"VBN", "IN", "TO"}
_NO_VOICES = frozenset(
    """usual tradition custom norm norms schedule plan plans agreement protocol procedure practice
    instructions requirements convention""".split()
)
"""What is gone by: `As per usual, he was late`."""
_WHOSE = frozenset("view opinion estimation judgment judgement words".split())


def court_hears(scene: Scene, word: CueWord) -> bool:
    """`The court heard Petty had fled`: what was told there, also without `that`."""
    words, tags, at = scene.words, scene.tags, word.at
    if word.lemma != "hear" or word.tag not in ("VBD", "VBN", "VBZ", "VBP"):
        return False
    if word.subject < 0 or not passives.is_hearer(scene, word.subject, word.first):
        return False
    clause = words[at + 1] in ("that", "how") or tags[at + 1] in BEGINS_SOURCE
    return clause and not FINITE.isdisjoint(tags[at + 2 : min(word.last, at + 14)])


def maintains(scene: Scene, word: CueWord) -> bool:
    """`Officials maintain the ward was warned`: a clause without `that`, by a verb that has no
    clause for another reason."""
    if word.lemma in _ADDS and word.tag == "VBG" and scene.words[word.at - 1] == ",":
        return passives.is_bare(scene, word.at + 1)
    helped = word.tag == "VBN" and word.auxiliaries.partition(" ")[0] in ("has", "have")
    if not helped and word.tag not in ("VBD", "VBZ", "VBP"):
        return False
    if not helped and has_bare_clause(scene, word):
        return True
    if word.lemma not in _DISCLOSES or scene.depth[word.at]:
        return False
    return passives.is_bare(scene, word.at + 1) and _is_one_subject(scene, word.at + 1)


def _is_one_subject(scene: Scene, first: int) -> bool:
    """Whether the words up to the next verb are one subject: no `the coat | he wore`."""
    tags = scene.tags
    ends = next(i for i in range(first + 1, len(tags)) if tags[i] in FINITE)
    return not any(
        tags[i] in ("PRP", "DT", "PRP$") and tags[i - 1][:1] == "N" for i in range(first + 1, ends)
    )


def has_bare_clause(scene: Scene, word: CueWord) -> bool:
    """Whether a clause without `that` follows a verb that may have one: `agreed rain was due`."""
    return (
        word.lemma in CLAUSAL and not scene.depth[word.at] and passives.is_bare(scene, word.at + 1)
    )


_DISCLOSES = frozenset(
    """announce boast conclude confirm disclose emphasise emphasize explain joke promise remark
    repeat report reveal state stress suggest testify warn""".split()
)
"""Verbs that may have such a clause, and whose object may be a thing as well."""
_ADDS = frozenset("add say note argue claim insist".split())
"""What goes on with what was said, `, adding the deal was dead`."""


def reads_in_full(scene: Scene, word: CueWord) -> int | None:
    """The comma before the quotation of `The note reads, in full, “Go”`."""
    words, at = scene.words, word.at
    if word.tag not in ("VBZ", "VBD", "VBP", "VB", "NNS") or words[at + 1 : at + 3] != [",", "in"]:
        return None
    shut = words[at + 4 : at + 6] == [",", OPEN] and words[at + 3] in ("full", "part", "whole")
    return at + 4 if shut else None


def owns_up(scene: Scene, word: CueWord) -> bool:
    """`A quarter confessed to | hating it`, `He admitted to having lied`."""
    words, tags, at = scene.words, scene.tags, word.at
    owns = word.lemma in ("confess", "admit", "own up") and tags[at] in ("VBD", "VBZ", "VBP", "VBN")
    to = at + 1 + (words[at + 1] == "up")
    return owns and words[to] == "to" and tags[to + 1] == "VBG" and not scene.depth[at]


def wants_it_done(scene: Scene, word: CueWord) -> bool:
    """Whether a clause follows that says what should be: `is demanding | it be passed`."""
    words, tags, at = scene.words, scene.tags, word.at
    if word.lemma not in _DEMANDS or word.tag[:1] != "V":
        return False
    for i in range(at + 1, min(word.last, at + LONGEST_SOURCE)):
        if words[i] == "be" and i > at + 1:
            return words[i - 1] != "to" and tags[i - 1] != "MD"
        if tags[i] not in PHRASE and tags[i] != "PRP" and words[i] != "that":
            return False
    return False


_DEMANDS = frozenset("demand insist request ask recommend propose suggest urge order".split())


def leads_to_clause(scene: Scene, word: CueWord) -> bool:
    """Whether phrases of how it was said lead from a verb, before which nothing was said, to a
    clause: `Still, he said in a statement the dam leaks`."""
    words, tags, first, at = scene.words, scene.tags, word.first, word.at
    if word.quoted_before or not first < at or not is_of(word.sort, SAID):
        return False
    before = words[word.phrase - 1]
    begins = word.phrase == first or before in _COORDINATES
    if words[at - 1] == ",":
        begins = FINITE.isdisjoint(tags[first:at])  # `The minister, a cook, said by phone`
    elif before == "," and not begins:
        begins = not whole_clauses.is_clause(scene, first, word.phrase - 1)
    return begins and settings.ends(scene, word, word.last) is not None


_PAST = frozenset(("VBD", "VBN", "VBZ"))
"""`The ministry stated on Monday the dam was safe`: no participle, for `was` has a subject."""
_COORDINATES = frozenset("and but while as".split())


def would_be_drawn(scene: Scene, word: CueWord) -> bool:
    """`Ruiz would not be drawn on whether it leaked.`"""
    words, at = scene.words, word.at
    return words[at] == "drawn" and words[at - 1] == "be" and words[at + 1] == "on"


def makes_known(scene: Scene, word: CueWord) -> Tag | None:
    """Who `| let it be known that`, `| made it known that`, `| would have voters believe that`."""
    words, tags, at = scene.words, scene.tags, word.at
    if words[at] == "known" and (words[at + 1] == "that" or passives.is_bare(scene, at + 1)):
        begins = at - 2 - (words[at - 1] == "be")
        if words[begins + 1] != "it" or words[begins] not in _LETS or begins <= word.first:
            return None
    elif word.lemma in ("believe", "think") and word.tag in ("VB", "VBP"):
        reach = range(at - 2, max(word.first, at - _LONGEST_MANNER), -1)
        begins = next((i for i in reach if words[i] == "have"), 0)
        if not begins or words[begins - 1] != "would" or FINITE.intersection(tags[begins + 1 : at]):
            return None
        begins -= 1
    else:
        return None
    first = begins
    while first > word.first and tags[first - 1] in PHRASE and words[first - 1] != CLOSE:
        first -= 1
    first += tags[first] == "CC"  # `But | the ministry let it be known`
    return Tag("source-cue-content", (first, begins), begins) if first < begins else None


_LETS = frozenset("let lets letting made makes making".split())


def phrases_it(scene: Scene, word: CueWord) -> int | None:
    """Where the colon stands of `worded it even more carefully: “…”`, `summed it up: “…”`."""
    words, at = scene.words, word.at
    if words[at + 1] != "it" or word.lemma not in _PHRASES or word.tag[:1] != "V":
        return None
    for i in range(at + 2, min(word.last, at + _LONGEST_MANNER)):
        if words[i] == ":":
            return i if words[i + 1] == OPEN else None
        if scene.tags[i] in FINITE or words[i] == ",":
            return None
    return None


_PHRASES = frozenset("put word phrase frame sum express explain describe".split())
_LONGEST_MANNER = 8
