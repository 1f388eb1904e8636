"""Words that grammar tells to be cues, however seldom annotated articles had them there.

Between a clause and the end of its sentence `two engineers warn` can only say who says the clause,
and `stating that` only that somebody says what follows. The weights, learned from the reports of
one country, may never have met the verb in that place.
"""

from __future__ import annotations

from typing import NamedTuple

from attrib.detection import clause_ends, in_view, participles, passives, telling, time_phrases
from attrib.detection.classes import TOLD, is_of
from attrib.detection.cues import CueWord
from attrib.detection.that_clauses import before_clause
from attrib.detection.views import FINITE, PHRASE, Scene
from attrib.knowledge import nouns
from attrib.words.tokens import CLOSE, OPEN

TokenRange = tuple[int, int]

SURE = 0.9
"""How likely a word is a cue that grammar tells to be one."""

_HELD = TOLD | {"belief", "expectation"}
_HAS = frozenset(("has", "have", "had"))
_SHOWN = frozenset("show find hear learn reveal indicate discover complain".split())
_RELATIVES = frozenset(("WP", "WDT"))
_FINAL = frozenset(".?!;")
_BEGINS_NAME = frozenset(("NNP", "DT", "PRP$"))
_SAYS = frozenset(("say", "says", "said"))
_NOBODY = frozenset(("nothing", "no", "yes", "so", "that", "this"))
_LONGEST_SOURCE = 16
_BEGINS_SOURCE = frozenset("DT JJ NN NNS NNP CD PRP PRP$".split())
SUBORDINATE = frozenset(
    """when while as after before if although though because since once until unless whereas where
    despite in on at by for with during""".split()
)
"""What begins a clause or phrase that a main clause follows: `When it rained, the judge ruled.`"""
PREPOSITIONS = frozenset("despite in on at by for with during".split())
"""Of these, what a clause may follow without a comma: `On Monday two men fled, police said.`"""
_NO_REST = frozenset("CC WP WDT WRB VBG VBN ,".split())
"""What never goes on with a sentence after `he said` between commas."""


class Tag(NamedTuple):
    """A tag that grammar shows: the order it gives, and the tokens of its source."""

    order: str
    source: TokenRange
    last: int | None = None
    """The last token of the cue, where adverbs follow its verb."""


def likelihood(scene: Scene, word: CueWord) -> float:
    """How likely a word is a cue at least, where grammar tells."""
    told = (
        before_clause(scene.words, scene.tags, word.at, word.sort)
        or tag(scene, word)
        or passives.find(scene, word)
        or court_hears(scene, word)
        or maintains(scene, word)
        or per(scene, word)
        or would_be_drawn(scene, word)
        or puts_at(scene, word)
        or phrases_it(scene, word) is not None
        or makes_known(scene, word)
        or voices(scene, word)
        or as_said(scene, word) is not None
        or follows_quotation(scene, word)
        or _is_tag_with_relative(scene, word)
        or participles.before_clause(scene, word)
        or in_view.source(scene, word)
        or cries(scene, word)
        or telling.subject(scene, word)
        or telling.addresses(scene, word)
    )
    return SURE if told else 0.0


def _is_tag_with_relative(scene: Scene, word: CueWord) -> bool:
    """`“Go,” a man who saw it said.`"""
    source = with_relative(scene, word)
    return source is not None and ends_tagged(scene, source[0])


_AS_SAID = frozenset(
    "say tell report write note state announce emphasize emphasise explain add confirm inform"
    " stress underline claim recall assess mention admit".split()
)


def as_said(scene: Scene, word: CueWord) -> int | None:
    """Where the comma stands of `As the mayor noted at the fair, the dam leaks`: then a clause."""
    words, tags, first = scene.words, scene.tags, word.first
    if words[first] != "as" or word.tag not in ("VBD", "VBZ") or word.lemma not in _AS_SAID:
        return None
    if not 1 < word.at - first < _LONGEST_SOURCE:
        return None
    if any(tags[i] in FINITE or words[i] == "," for i in range(first + 1, word.at)):
        return None
    for i in range(word.at + 1, min(word.last, word.at + _LONGEST_SOURCE)):
        if words[i] == ",":
            clause = any(tag in FINITE for tag in tags[i + 1 : word.last])
            return i if clause else None
        if tags[i] in FINITE or words[i] in (OPEN, "that"):
            return None
    return None


def it_says(scene: Scene, word: CueWord) -> bool:
    """`It says that dogs are banned`: a document or a body says it, unlike `it emerged that`."""
    active = word.tag in ("VBD", "VBZ") and word.lemma in _AS_SAID
    subject = word.at - 1 - (scene.tags[word.at - 1] == "RB")
    told = active and word.subject == subject and scene.words[subject] == "it"
    return told and scene.words[word.at + 1] == "that"


def voices(scene: Scene, word: CueWord) -> bool:
    """Whether somebody voices what a noun names: `raised concerns that the ward was unsafe`."""
    words, tags, at = scene.words, scene.tags, word.at
    if tags[at] not in ("NN", "NNS") or words[at + 1] != "that" or word.sort == "-":
        return False
    verb = next((i for i in range(at - 1, max(word.first, at - 4), -1) if tags[i][:1] == "V"), None)
    return verb is not None and words[verb] in _VOICES and tags[at + 2] not in FINITE


_VOICES = frozenset(
    """raise raises raised raising voice voices voiced voicing express expresses expressed issue
    issues issued sound sounds sounded air airs aired""".split()
)


def with_age(scene: Scene, word: CueWord) -> TokenRange | None:
    """A subject with an age after it, within another clause: `said | the boy, 4, | told`."""
    words, tags, at = scene.words, scene.tags, word.at
    if words[at - 1] != "," or tags[at - 2] != "CD" or words[at - 3] != ",":
        return None
    first = at - 3
    while first > word.first and tags[first - 1] in _NAMES:
        first -= 1
    return (first, at) if word.first < first < at - 3 else None


_NAMES = frozenset("DT JJ NN NNS NNP POS PRP$".split())


def after_inverted(scene: Scene, word: CueWord) -> TokenRange | None:
    """Whose participle follows a tag turned round: `“We left,” said | one woman, | adding`."""
    words, tags, at = scene.words, scene.tags, word.at
    if word.tag != "VBG" or words[at - 1] != "," or not is_of(word.sort, TOLD):
        return None
    first = at - 1
    while first > word.first and tags[first - 1] in PHRASE and words[first - 1] != CLOSE:
        first -= 1
    tagged = tags[first - 1] in FINITE and words[first - 2] == CLOSE
    return (first, at - 1) if tagged and first < at - 1 else None


def per(scene: Scene, word: CueWord) -> Tag | None:
    """`Per the filing, Orrin paid it`; `He is out, per ESPN.`, `The deal, per Vesper, is off`."""
    words, tags, at = scene.words, scene.tags, word.at
    if word.lemma != "per":
        return None
    end = at + 1
    while end < word.last and tags[end] in PHRASE and end < at + _LONGEST_SOURCE:
        end += 1
    if end == at + 1:
        return None
    if at == word.first:
        return Tag("cue-source-content", (at + 1, end)) if words[end] == "," else None
    head = nouns.lookup(words[end - 1])
    speaks = tags[end - 1] == "NNP" or (head is not None and head.category != "kin")
    if words[at - 1] != "," or not speaks or FINITE.isdisjoint(tags[word.first : word.last]):
        return None
    if words[end] == "." or end >= word.last:
        return Tag("content-cue-source", (at + 1, end))
    shut_in = words[end] == "," and tags[end + 1] in FINITE
    return Tag("content-cue-source-content", (at + 1, end)) if shut_in else None


def with_relative(scene: Scene, word: CueWord) -> TokenRange | None:
    """A source with a relative clause, over before its verb: `a man who saw it | has said`."""
    words, tags, at = scene.words, scene.tags, word.at
    while words[at - 1] in _PERFECT and at > word.first:
        at -= 1
    if at == word.at and word.tag not in FINITE:
        return None
    if "statement" not in word.sort or tags[at - 1] in _NO_CLAUSE_END:
        return None
    verbs = 0
    for i in range(at - 1, max(word.first, at - _LONGEST_RELATIVE), -1):
        if words[i] in (",", OPEN, CLOSE, ":", ";"):
            return None
        if words[i] == "who":
            first = i
            while first > word.first and tags[first - 1] in PHRASE:
                first -= 1
            return (first, at) if verbs == 1 and tags[i - 1] in ("NN", "NNS", "NNP") else None
        verbs += tags[i] in FINITE
    return None


_PERFECT = frozenset("has have had since also now".split())
_LONGEST_RELATIVE = 16
_NO_CLAUSE_END = frozenset("PRP DT IN TO CC MD WP WDT VBD VBZ VBP ,".split())


def court_hears(scene: Scene, word: CueWord) -> bool:
    """`The court heard Petty had fled`: what was told there, also without `that`."""
    words, tags, at = scene.words, scene.tags, word.at
    if word.lemma != "hear" or word.tag not in ("VBD", "VBN", "VBZ", "VBP"):
        return False
    if word.subject < 0 or not passives.is_hearer(scene, word.subject, word.first):
        return False
    clause = words[at + 1] in ("that", "how") or tags[at + 1] in _BEGINS_SOURCE
    return clause and not FINITE.isdisjoint(tags[at + 2 : min(word.last, at + 14)])


def maintains(scene: Scene, word: CueWord) -> bool:
    """`Officials maintain the ward was warned`: a clause without `that`, by a verb that has no
    clause for another reason."""
    if word.lemma in _ADDS and word.tag == "VBG" and scene.words[word.at - 1] == ",":
        return passives.is_bare(scene, word.at + 1)
    if word.lemma not in _MAINTAINS or word.tag not in ("VBD", "VBZ", "VBP"):
        return False
    return has_bare_clause(scene, word)


def has_bare_clause(scene: Scene, word: CueWord) -> bool:
    """Whether a clause without `that` follows a verb that may have one: `agreed rain was due`."""
    if word.lemma not in _MAINTAINS and word.lemma not in _RECKONS:
        return False
    return not scene.depth[word.at] and passives.is_bare(scene, word.at + 1)


_MAINTAINS = frozenset(
    "maintain insist argue contend allege claim complain add note concede admit acknowledge".split()
)
_ADDS = frozenset("add say note argue claim insist".split())
"""What goes on with what was said, `, adding the deal was dead`."""
_RECKONS = frozenset("agree estimate predict forecast reckon".split())


def would_be_drawn(scene: Scene, word: CueWord) -> bool:
    """`Ruiz would not be drawn on whether it leaked.`"""
    words, at = scene.words, word.at
    return words[at] == "drawn" and words[at - 1] == "be" and words[at + 1] == "on"


def puts_at(scene: Scene, word: CueWord) -> bool:
    """Whether somebody says how much there is of something: `put the death toll at 31`, `put the
    party on 24%`."""
    words, tags, at = scene.words, scene.tags, word.at
    if word.lemma != "put":
        return False
    ends = min(word.last, at + _LONGEST_SUM)
    if any(words[i] in _SHARE and tags[i - 1] == "CD" for i in range(at + 4, ends)):
        return "on" in words[at + 2 : ends]
    if "at" not in words[at + 2 : at + _LONGEST_SUM]:
        return False
    number = words.index("at", at + 2)
    counted = not _SUMS.isdisjoint(words[at + 1 : number])
    return counted and "CD" in tags[number + 1 : number + 5]


def makes_known(scene: Scene, word: CueWord) -> Tag | None:
    """Who `| let it be known that`, `| made it known that`, `| would have voters believe that`."""
    words, tags, at = scene.words, scene.tags, word.at
    if words[at] == "known" and words[at + 1] == "that":
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
_LONGEST_SUM = 16
_SHARE = frozenset(("%", "percent", "per"))
_SUMS = frozenset(
    """number numbers toll cost costs total figure value price damage bill loss losses odds chance
    turnout deaths size count rate worth population deficit share proportion
    risk likelihood""".split()
)


def follows_quotation(scene: Scene, word: CueWord) -> bool:
    """Whether a verb tags the quotation that closes before it: `“Wait,” cautions Ana Ruiz`."""
    return (
        ends_tagged(scene, word.at)
        and word.tag in ("VBZ", "VBD")
        and is_of(word.sort, TOLD)
        and scene.tags[word.at + 1] in _BEGINS_SOURCE
    )


def cries(scene: Scene, word: CueWord) -> TokenRange | None:
    """Who tags a quotation right after it, wherever he was: `“Go!” | the crowd | shouted from the
    street`."""
    words, first = scene.words, word.phrase
    if word.tag not in ("VBD", "VBN", "VBZ") or word.subject != word.at - 1 or first < word.first:
        return None
    if not ends_tagged(scene, first) or not is_of(word.sort, TOLD):
        return None
    if scene.tags[first] not in _NAMES or words[word.at + 1] not in _FROM_WHERE:
        return None
    return (first, word.at) if OPEN not in words[word.at : word.last] else None


def asks_whom(scene: Scene, word: CueWord) -> TokenRange | None:
    """Who tags a quotation right after it, and then says whom he asks or tells, and no more:
    `“Why?” | Ana Ruiz | asked Tom Okon.`"""
    words, tags, first = scene.words, scene.tags, word.phrase
    if word.lemma not in _TO_SOMEBODY or word.tag not in ("VBD", "VBZ"):
        return None
    if word.subject != word.at - 1 or first < word.first or not ends_tagged(scene, first):
        return None
    at = word.at + 1
    while at < word.last and tags[at] in _WHOM and not scene.depth[at]:
        at += 1
    ended = at >= word.last or words[at] in (".", ",", "on", "in", "at", "during", "after")
    whom = at > word.at + 1 and ended and OPEN not in words[at : word.last]
    return (first, word.at) if whom else None


_TO_SOMEBODY = frozenset("ask tell remind warn beg assure".split())
_WHOM = frozenset("NNP NNS NN PRP DT JJ PRP$".split())
_FROM_WHERE = frozenset("from in at on outside inside as through into during".split())


def ends_tagged(scene: Scene, at: int) -> bool:
    """Whether a quotation ends before a word as one does that a tag follows."""
    return scene.words[at - 1] == CLOSE and scene.words[at - 2] in _IN_TAGGED


_IN_TAGGED = frozenset(",?!")


def tag(scene: Scene, word: CueWord) -> Tag | None:
    """The tag that a verb makes after a clause or amid one: `…, two engineers warn.`"""
    if scene.depth[word.at] != scene.depth[word.first] or not _may_tag(scene, word):
        return None
    words, tags = scene.words, scene.tags
    end = word.at + 1
    while tags[end] in ("RP", "RB") and end < word.last:
        end += 1
    verb_ends, end = end, _past_addressee(scene, word, end)
    if words[word.at - 1] == ",":
        return _inverted(scene, word, end)
    comma = _comma_before(scene, word)
    if comma is None:
        return None
    if not is_clause(scene, word.first, comma):
        amid = words[end] == "," and comma > word.first
        if not amid or not is_of(word.sort, _HELD):
            return None
    if any(
        tags[i] in ("DT", "PRP$") and tags[i - 1] in ("NN", "NNS")
        for i in range(comma + 3, word.subject + 1)
    ):
        return None  # `a claim the airline rejects`
    source = (comma + 1 + (words[comma + 1] == "something"), word.subject + 1)
    if words[end] == "," and end + 2 < word.last:
        if words[end + 1] in _MEANWHILE and is_clause(scene, word.first, comma):
            return Tag("content-source-cue", source)
        whole = is_clause(scene, word.first, comma)
        if tags[end + 1] == "CC" and whole:
            # `…, police said Tuesday, | and the firm says`
            others = clause_ends.is_told(scene, end + 2, word.last)
            order = "content-source-cue" if others else "content-source-cue-content"
            return Tag(order, source, end - 1)
        if end > verb_ends and whole and participles.goes_on(scene, end + 1, word.last):
            return Tag("content-source-cue-content", source, end - 1)
        rest = tags[end + 1] not in _NO_REST and words[end + 1] not in (OPEN, CLOSE)
        return Tag("content-source-cue-content", source, end - 1) if rest else None
    closes = end == word.last or words[end] in _FINAL
    return Tag("content-source-cue", source) if closes else None


_MEANWHILE = frozenset("as after while amid when before days hours weeks".split())
"""What begins the reporter's words after a tag: `…, the firm said, as its shares fell.`"""


def _past_addressee(scene: Scene, word: CueWord, end: int) -> int:
    """Where a tag ends, past whom it was told to and when: `Ruiz told reporters on Monday`."""
    words, tags = scene.words, scene.tags
    if word.lemma == "tell":
        while end < word.last and tags[end] in _ADDRESSEE and words[end] not in _MEANWHILE:
            time = time_phrases.time_ends(words, tags, end, word.last)
            end = time if time > end else end + 1
    while (time := time_phrases.time_ends(words, tags, end, word.last)) > end:
        end = time
    return _past_medium(scene, word, end)


def _past_medium(scene: Scene, word: CueWord, end: int) -> int:
    """Where a tag ends, past in what it was said: `it said | on X`, `in a later statement`."""
    words, tags = scene.words, scene.tags
    if words[end] not in ("on", "in"):
        return end
    noun = end + 1
    while noun < word.last and tags[noun] in ("DT", "JJ") and noun < end + 4:
        noun += 1
    return noun + 1 if words[noun] in _MEDIA else end


_MEDIA = frozenset(
    """x facebook twitter instagram telegram tiktok linkedin weibo statement post tweet report
    email letter note memo blog message interview filing update bulletin release""".split()
)


_ADDRESSEE = frozenset("DT NN NNS NNP JJ POS PRP CD IN".split())


_NO_TAGS = frozenset("include contain follow open mean begin carry list cover name".split())
"""Verbs that say something in a text, and never of what stands before: `dam included`."""


def _may_tag(scene: Scene, word: CueWord) -> bool:
    """Whether a verb is finite, or has `has` before it, and is one that tells what follows."""
    if word.lemma in _NO_TAGS:
        return False
    if not is_of(word.sort, _HELD) and word.lemma not in _SHOWN:
        return False
    if word.tag in ("VBD", "VBZ", "VBP"):
        return True
    if word.tag == "NNS":  # `It leaks, claims her coach.`
        return scene.words[word.at - 1] == "," and scene.tags[word.at + 1] in _BEGINS_NAME
    if word.lemma == "hear" and scene.words[word.subject] in passives.HEARERS:
        return True
    helped = word.auxiliaries.split(" ")[0]
    return word.tag == "VBN" and (helped in _HAS or (helped == "was" and word.lemma == "tell"))


def _comma_before(scene: Scene, word: CueWord) -> int | None:
    """The comma before the noun phrase that is a verb's subject and all that the tag has."""
    words, tags = scene.words, scene.tags
    for i in range(word.subject, max(word.first, word.subject - _LONGEST_SOURCE), -1):
        if words[i] == "." and "." in words[i - 1] and i < word.subject:
            continue  # the U.S. officials
        if (words[i] == ")" and words[i - 2] == "(") or (words[i] == "(" and words[i + 2] == ")"):
            continue  # the Orvale Press (OP)
        if words[i] == ",":
            begins = i < word.subject and tags[i + 1] in _BEGINS_SOURCE
            return i if begins and words[word.first] != OPEN else None
        if tags[i] not in PHRASE and words[i] not in _CLOSE_TO:
            return None
    return None


_CLOSE_TO = frozenset(("close", "to"))
"""Of `sources close to the player`, whatever their tags."""


def is_clause(scene: Scene, first: int, comma: int) -> bool:
    """Whether what stands before a comma is a main clause, so that nothing else need follow it."""
    words, tags, opens = scene.words, scene.tags, first
    if words[first] in SUBORDINATE:
        first = next((i for i in range(first, comma) if words[i] == ","), -1)
        if first < 0:
            first = _past_phrase(scene, opens, comma)
    aside, owed = False, 0  # `Ruiz, who knew, …`; `a man who knew left` has two verbs
    for i in range(first, comma):
        if words[i] == ",":
            aside = False
        elif tags[i] in _RELATIVES:
            aside = words[i - 1] == ","
            owed += 1
        elif not aside and (tags[i] in FINITE or _looks_bare(scene, i)):
            if not owed:
                return True
            owed -= 1
    # `Ruiz, of Mill Road, used a ladder`, where `used` looks like a participle
    return any(
        tags[i] == "VBN" and words[i - 1] == "," and "," in words[first : i - 1]
        for i in range(first + 3, comma)
    )


def _past_phrase(scene: Scene, first: int, last: int) -> int:
    """Where a main clause may begin after a phrase without a comma: `After the storm | the road was
    shut`; `last` where all is the subordinate clause, `When it rained`."""
    if scene.words[first] in PREPOSITIONS:
        return first
    if scene.words[first] not in ("after", "before", "since", "until"):
        return last
    tags = scene.tags
    begins = (
        i
        for i in range(first + 2, last)
        if tags[i] in ("DT", "PRP", "PRP$") and tags[i - 1] in ("NN", "NNS", "NNP", "CD")
    )
    return next(begins, last)


def _looks_bare(scene: Scene, at: int) -> bool:
    """Whether a verb in the plural looks like an infinitive: `Bees that sleep badly make honey`."""
    tags = scene.tags
    return (
        tags[at] == "VB"
        and tags[at - 1] in ("NNS", "RB", "WDT")
        and _HELPERS.isdisjoint(tags[max(0, at - 4) : at])
    )


_HELPERS = frozenset(("TO", "MD", "VBD", "VBZ", "VBP"))


def _inverted(scene: Scene, word: CueWord, end: int) -> Tag | None:
    """`It may rain, warns Ana Ruiz, a forecaster.`"""
    words, tags = scene.words, scene.tags
    plain = words[word.at] in _SAYS and tags[end] in ("NNS", "NN", "JJ", "CD")
    if (tags[end] not in _BEGINS_NAME and not plain) or words[end] in _NOBODY:
        return None
    if not is_clause(scene, word.first, word.at - 1):
        # `Blame fear, says Ana Ruiz`: what is said may be an order
        order = tags[word.first] not in _BEGINS_SOURCE
        if word.lemma != "say" or not order or "," in words[word.first : word.at - 1]:
            return None
    relative = False
    for i in range(end, word.last):
        if words[i] in _FINAL and i >= word.last - 2:
            return Tag("content-cue-source", (end, i))
        if words[i] == "," and participles.goes_on(scene, i + 1, word.last):
            return Tag("content-cue-source-content", (end, i))
        if words[i] == "," or tags[i] in _RELATIVES:
            relative = tags[i] in _RELATIVES
        elif (tags[i] in FINITE and not relative) or words[i] in (OPEN, CLOSE):
            return None
    return None
