"""The tags that grammar shows after a clause or amid one: `It may rain, two engineers warn.`

What stands before the comma has to be a main clause, for what is no clause cannot be said; and the
tag ends its sentence, or what was said goes on after another comma.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from attrib.detection import after_tags, clause_ends, participles, set_off_tags
from attrib.detection.addressees import HEARERS
from attrib.detection.classes import TOLD, is_of, tells
from attrib.detection.cues import CueWord
from attrib.detection.passives import MEANS
from attrib.detection.tag_ends import FINAL, is_meanwhile, tag_end
from attrib.detection.views import FINITE, PHRASE, Scene
from attrib.detection.whole_clauses import SUBORDINATE, is_clause
from attrib.knowledge import nouns
from attrib.words.tokens import CLOSE, OPEN

TokenRange = tuple[int, int]

_HELD = TOLD | {"belief", "expectation"}
_HAS = frozenset(("has", "have", "had"))
_SHOWN = frozenset("show find hear learn reveal indicate discover complain".split())
_RELATIVES = frozenset(("WP", "WDT"))
_BEGINS_NAME = frozenset(("NNP", "DT", "PRP$"))
_SAYS = frozenset(("say", "says", "said"))
_NOBODY = frozenset(("nothing", "no", "yes", "so", "that", "this"))
LONGEST_SOURCE = 16
BEGINS_SOURCE = frozenset("DT JJ NN NNS NNP CD PRP PRP$".split())
_NO_REST = frozenset("CC WP WDT WRB VBG VBN ,".split())
"""What never goes on with a sentence after `he said` between commas."""


class Tag(NamedTuple):
    """A tag that grammar shows: the order it gives, and the tokens of its source."""

    order: str
    source: TokenRange
    last: int | None = None
    """The last token of the cue, where adverbs follow its verb."""
    first: int | None = None
    """Its first token, where that is not the verb."""


def tag(scene: Scene, word: CueWord) -> Tag | None:
    """The tag that a verb makes after a clause or amid one: `…, two engineers warn.`"""
    if scene.depth[word.at] != scene.depth[word.first] or not _may_tag(scene, word):
        return None
    words, tags = scene.words, scene.tags
    end = word.at + 1
    while tags[end] in ("RP", "RB") and end < word.last:
        end += 1
    verb_ends, end = end, tag_end(scene, word, end)
    set_off = None
    helped = words[word.at - 1] in _HAS and words[word.at - 2] == ","
    if words[word.at - 1] == "," or helped:
        set_off = set_off_tags.source(scene, word._replace(at=word.at - helped))
        if set_off is None:
            return None if helped else _inverted(scene, word, end)
    plain = _comma_before(scene, word) if set_off is None else None
    people = plain is None
    comma = _people_before(scene, word) if plain is None else plain
    comma = comma if set_off is None else set_off[0] - 1
    if comma is None:
        return None
    if not is_clause(scene, word.first, comma):
        amid = words[end] == "," and comma > word.first
        if not amid or not is_of(word.sort, _HELD):
            return None
    if not people and any(
        tags[i] in ("DT", "PRP$") and tags[i - 1] in ("NN", "NNS")
        for i in range(comma + 3, word.subject + 1)
    ):
        return None  # `a claim the airline rejects`
    last = word.at if people else word.subject + 1
    source = (comma + 1 + (words[comma + 1] == "something"), last)
    if words[end] == "," and end + 2 < word.last:
        lacks = lacks_rest(scene, comma - 1)
        whole = is_clause(scene, word.first, comma)
        if whole and not lacks and is_meanwhile(words, end + 1):
            return Tag("content-source-cue", source)
        joined = end + 1 + (words[end + 1] == "even")
        if whole and (tags[joined] == "CC" or words[joined] in _THOUGH):
            # `…, police said Tuesday, | and the firm says`, `…, | even though the firm says`
            joined += 1
            others = clause_ends.is_told(scene, joined, word.last)
            order = "content-source-cue" if others else "content-source-cue-content"
            return Tag(order, source, end - 1)
        if end > verb_ends and whole and participles.goes_on(scene, end + 1, word.last):
            return Tag("content-source-cue-content", source, end - 1)
        if whole and tags[end + 1] == "VBG" and tells(words[end + 1]):
            return Tag("content-source-cue", source, end - 1)  # `…, they found, | noting that`
        # `The dam has, Ruiz said, | been leaking`, and no `in May`
        rest = (lacks or tags[end + 1] not in _NO_REST) and words[end + 1] not in (OPEN, CLOSE)
        return Tag("content-source-cue-content", source, end - 1) if rest else None
    closes = end == word.last or words[end] in FINAL
    return Tag("content-source-cue", source) if closes else None


_THOUGH = frozenset(("although", "though", "whereas"))
_OFTEN_ADJECTIVES = frozenset(("confirm", "announce", "reveal"))
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
    if word.tag == "NNS" and _is_somebodys(scene, word):
        return True  # `It leaks, the keeper estimates.`
    if word.tag == "JJ" and word.word.endswith("ed") and scene.words[word.at - 1] == ",":
        inverted = _is_teller(scene, word._replace(tag="VBD"), word.at + 1)
        return inverted or set_off_tags.source(scene, word) is not None
    if word.tag == "VBN" and scene.words[word.at + 1] == "by":
        return scene.words[word.at + 2] in MEANS  # `It leaks, he warned by phone`
    if word.tag == "NNS":  # `It leaks, claims her coach.`
        after = scene.tags[word.at + 1] in _BEGINS_NAME or _is_teller(scene, word, word.at + 1)
        return scene.words[word.at - 1] == "," and after
    if word.lemma in _OFTEN_ADJECTIVES and word.tag in ("VBN", "JJ") and not word.auxiliaries:
        noun = nouns.lookup(scene.words[word.at - 1])  # `…, police confirmed yesterday`
        return noun is not None and (noun.human or noun.category == "organization")
    if word.lemma == "hear" and scene.words[word.subject] in HEARERS:
        return True
    helped = word.auxiliaries.split(" ")[0]
    return word.tag == "VBN" and (helped in _HAS or (helped == "was" and word.lemma == "tell"))


def _is_somebodys(scene: Scene, word: CueWord) -> bool:
    """Whether what looks like a noun stands after one who speaks, and ends the sentence or is told
    when or how: `Ruiz | estimates | on Monday.`"""
    if scene.words[word.at + 1] not in FINAL and scene.tags[word.at + 1] != "IN":
        return False
    if scene.words[word.at - 1] == ",":
        return set_off_tags.source(scene, word) is not None
    noun = nouns.lookup(scene.forms[word.at - 1])
    return scene.tags[word.at - 1] == "NNP" or (noun is not None and noun.human)


def _comma_before(scene: Scene, word: CueWord) -> int | None:
    """The comma before the noun phrase that is a verb's subject and all that the tag has."""
    words, tags = scene.words, scene.tags
    bracket = word.subject + 1
    for i in range(word.subject, max(word.first, word.subject - LONGEST_SOURCE), -1):
        if i >= bracket:
            continue  # `Ana Ruiz (Lab, Tarn)`
        if words[i] == ")" and "(" in words[max(word.first, i - 8) : i]:
            bracket = i - 1 - words[i - 1 : max(word.first, i - 9) : -1].index("(")
            continue
        short = "." in words[i - 1] or (tags[i - 1] == "NNP" and len(words[i - 1]) < _TITLE)
        if words[i] == "." and short and i < word.subject:
            continue  # the U.S. officials, Dr. Ruiz
        # `It is “paused,” | Orr said later`
        ends = words[i] == CLOSE and words[i - 1] == "," and tags[word.at + 1] == "RB"
        if words[i] == "," or ends:
            begins = i < word.subject and (tags[i + 1] in BEGINS_SOURCE or tags[i + 2] == "POS")
            return i if begins and words[word.first] != OPEN else None
        if tags[i] not in PHRASE and words[i] not in _CLOSE_TO and not _is_within(tags, i):
            return None
    return None


def _is_within(tags: Sequence[str], at: int) -> bool:
    """Whether a participle stands within a noun phrase: `| cycling|’s | governing| body`."""
    return tags[at] == "VBG" and (tags[at + 1] == "POS" or tags[at + 1][:2] == "NN")


_TITLE = 5
"""Letters that a title cut short has fewer of: `Prof.`"""


def _people_before(scene: Scene, word: CueWord) -> int | None:
    """The comma before people of whom more is told: `…, a person familiar with the plan told CNN`,
    `…, three nurses who were there said`."""
    words, tags, at = scene.words, scene.tags, word.at
    near = range(at - 3, max(word.first, at - LONGEST_SOURCE), -1)
    comma = next((i for i in near if words[i] in (",", OPEN, CLOSE, ":", ";")), at)
    if words[comma] != "," or words[word.first] == OPEN:
        return None
    head = comma + 1
    while head < at and tags[head + 1] in BEGINS_SOURCE:
        head += 1
    noun = nouns.lookup(scene.forms[head])
    people = noun is not None and (noun.human or noun.category == "group")
    if not people or tags[head + 1] not in _TELLS_WHICH:
        return None
    does = sum(tag in FINITE for tag in tags[head + 1 : at])
    return comma if does == (words[head + 1] == "who") else None


_TELLS_WHICH = frozenset("WP JJ VBN VBG IN".split())
_CLOSE_TO = frozenset(("close", "to"))
"""Of `sources close to the player`, whatever their tags."""


def is_cut(scene: Scene, word: CueWord) -> bool:
    """Whether what stands before a tag lacks its rest: `It is, says Ana Ruiz, a farce`, but not
    `as it was, says Ana Ruiz, a nurse`."""
    noun = nouns.lookup(scene.words[word.last - 2])
    if scene.words[word.at - 2] == "may" and scene.tags[word.at - 2] != "MD":
        return False  # `It will close in May, said Ana Ruiz, 54.`
    return scene.words[word.at - 2] in _LACKS and not (noun is not None and noun.human)


def lacks_rest(scene: Scene, at: int) -> bool:
    """Whether a clause cannot end with a word: `The dam has|, Ruiz said, been leaking`."""
    return scene.words[at] in _LACKS and scene.tags[at] != "NNP"


_LACKS = frozenset(
    "is are was were be been will would could may might must should can has have had not".split()
)
"""After which a clause is not at its end."""


_JOINS = frozenset(("CC", "RB"))


def _amid(scene: Scene, word: CueWord, end: int) -> Tag | None:
    """The tag between what begins a sentence and its main clause: `Unless it rains, | argues Ana
    Ruiz, | we lose`."""
    words, tags = scene.words, scene.tags
    joins = _JOINS.issuperset(tags[word.first : word.at - 1])
    opens = joins or words[word.first] in SUBORDINATE
    if not opens or "," not in words[end : word.last]:
        return None
    comma = words.index(",", end)
    rest = tags[comma + 1 : word.last]
    if joins:  # `But, said Ana Ruiz, the dam leaks`, and not `…, the mayor, it leaks`
        rest = tags[
            comma + 1 : next((i for i in range(comma + 1, word.last) if words[i] == ","), word.last)
        ]
    name = comma > end and all(tag in _BEGINS_NAME or tag[:2] == "NN" for tag in tags[end:comma])
    if not name or FINITE.isdisjoint(rest) or tags[comma + 1] not in BEGINS_SOURCE:
        return None
    begun = tags[comma + 1] in ("PRP", "EX") or words[comma + 1] in ("the", "we", "you")
    begun = begun or (joins and tags[comma + 1] in BEGINS_SOURCE)
    return Tag("content-cue-source-content", (end, comma)) if begun else None


def _inverted(scene: Scene, word: CueWord, end: int) -> Tag | None:
    """`It may rain, warns Ana Ruiz, a forecaster.`"""
    words, tags = scene.words, scene.tags
    plain = words[word.at] in _SAYS and tags[end] in _BEGINS_PEOPLE
    if not (tags[end] in _BEGINS_NAME or plain or _is_teller(scene, word, end)):
        return None
    if words[end] in _NOBODY:
        return None
    if is_cut(scene, word) and "," in words[end : word.last - 2]:
        comma = words.index(",", end)
        if FINITE.isdisjoint(tags[end:comma]):
            return Tag("content-cue-source-content", (end, comma))
    if not is_clause(scene, word.first, word.at - 1):
        # `Blame fear, says Ana Ruiz`: what is said may be an order
        if (rest := _amid(scene, word, end)) is not None:
            return rest
        order = tags[word.first] not in BEGINS_SOURCE
        if word.lemma != "say" or not order or "," in words[word.first : word.at - 1]:
            return None
    if (after := after_tags.end_of_name(scene, word, end)) is not None:
        name_ends, more = after
        return Tag("content-cue-source" + "-content" * more, (end, name_ends))
    relative = False
    for i in range(end, word.last):
        if words[i] in FINAL and i >= word.last - 2:
            return Tag("content-cue-source", (end, i))
        if words[i] == "," and participles.goes_on(scene, i + 1, word.last):
            return Tag("content-cue-source-content", (end, i))
        if words[i] == "," or tags[i] in _RELATIVES:
            relative = tags[i] in _RELATIVES
        elif (tags[i] in FINITE and not relative) or words[i] in (OPEN, CLOSE):
            return None
    return None


_BEGINS_PEOPLE = frozenset(("NNS", "NN", "JJ", "CD"))
_TELLERS = frozenset(("he", "she", "they"))


def _is_teller(scene: Scene, word: CueWord, end: int) -> bool:
    """Whether what follows a verb is who says it: `warns | career coach Jun Okon`, `said | she`."""
    words, tags = scene.words, scene.tags
    if word.tag not in ("VBD", "VBZ", "NNS") or not is_of(word.sort, TOLD):
        return False
    if words[end] in _TELLERS:
        return words[end + 1] in FINAL or words[end + 1] == ","
    if tags[end] not in _BEGINS_PEOPLE:
        return False
    head = end
    while head + 1 < word.last and tags[head + 1] in _IN_NAME:
        head += 1
    noun = nouns.lookup(scene.forms[head])
    return tags[head] == "NNP" or (noun is not None and tags[end] != "NN")


_IN_NAME = frozenset("NN NNS NNP JJ POS CD".split())
