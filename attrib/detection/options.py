"""Which tokens are worth weighing for each place: what grammar rules out is never an option.

Each function gives, for a cue word and the token that the place hangs on (its anchor), the tokens
to choose among, the likelier side first.
"""

from __future__ import annotations

from collections.abc import Sequence

from attrib.detection.classes import is_of
from attrib.detection.cues import NOUN_PHRASE, CueWord
from attrib.detection.relative_clauses import ends_relative
from attrib.detection.views import FINITE, SUBJECTS, Scene
from attrib.knowledge import nouns
from attrib.words.tokens import CLOSE, OPEN

_NO_END = frozenset("DT IN TO CC MD EX ( “ :".split())
"""Tags that no source ends with."""
_DETERMINERS_ALONE = frozenset(("some", "both", "all", "these", "those", "each", "another"))
"""What may be a source by itself: `some say`."""
_NO_SOURCE_START = frozenset("POS , . ) IN CC TO MD EX ” :".split())
_NO_CONTENT_END = frozenset("DT IN TO CC PRP$ MD , : `` “".split())
_NO_CONTENT_START = frozenset(", . ) ” : ;".split())
_CONTENT_OPENERS = frozenset((OPEN, *"that to how why whether if what who when where".split()))
"""Words that content may begin with at some distance from its cue: `told the crowd there that`."""
_WITHIN_PHRASE = frozenset("DT PRP$".split())
"""Tags after which a phrase cannot begin, since they begin it."""
_OUTSIDE_CUE = frozenset(", . : “ ” ( ) NNP WP WDT".split())
"""Tags that a cue does not reach back over."""
_AFTER_CUE = frozenset("“ . VBD VBZ MD PRP WP".split())
"""Tags that a cue does not reach forward over."""
_PAUSES = frozenset(", ; : — – -- - ( “ ”".split())
_CLAUSE_OPENERS = frozenset("CC IN WDT WRB RB WP".split())


def cue_starts(scene: Scene, word: CueWord, head: int) -> list[int]:
    starts = [head]
    for i in range(head - 1, max(word.first, head - 6) - 1, -1):
        if scene.tags[i] in _OUTSIDE_CUE or is_speaker(scene, i) or ends_relative(scene, i):
            break
        starts.append(i)
    return starts


def is_speaker(scene: Scene, at: int) -> bool:
    """Whether what looks an adverb is somebody: `A United Nations | expert`, `someone | else`."""
    if scene.tags[at] != "RB" or scene.tags[at - 1] != "NNP":
        return scene.words[at] == "else"
    noun = nouns.lookup(scene.words[at])
    return noun is not None and noun.human


def cue_ends(scene: Scene, word: CueWord, head: int) -> list[int]:
    ends = [head]
    for i in range(head + 1, min(word.last, head + 9)):
        if scene.tags[i] in _AFTER_CUE:
            break
        ends.append(i)
    return ends


def source_ends(scene: Scene, word: CueWord, cue_first: int) -> list[int]:
    words, tags = scene.words, scene.tags
    nearest = cue_first - 1
    furthest = max(word.first, nearest - 36)
    return [
        i
        for i in range(nearest, furthest - 1, -1)
        if (tags[i] not in _NO_END or words[i] in _DETERMINERS_ALONE)
        and not (tags[i] == "NNP" == tags[i + 1] and i < nearest)
    ]


def source_starts(scene: Scene, word: CueWord, last: int) -> list[int]:
    words, tags, first = scene.words, scene.tags, max(word.first, last - 28)
    if words[last] == ")" and "(" in words[first:last]:
        # `Ana Ruiz (Lab, Eastgate)` begins before its bracket.
        last = max(i for i in range(first, last) if words[i] == "(") - 1
    return [
        i
        for i in range(last, first - 1, -1)
        if i == word.first
        or (
            tags[i] not in _NO_SOURCE_START
            and tags[i - 1] not in _WITHIN_PHRASE
            and (i == last or words[i] not in _RELATIVES or tags[i + 1] not in _SUBJECT_TAGS)
        )
    ]


_SUBJECT_TAGS = frozenset("NN NNS NNP PRP DT".split())
_RELATIVES = frozenset(("who", "which", "whom"))
"""Before a subject of another clause these are no part of the source: `who police say drove`."""


def later_source_starts(scene: Scene, word: CueWord, cue_last: int) -> list[int]:
    tags = scene.tags
    return [
        i
        for i in range(cue_last + 1, min(word.last, cue_last + 30))
        if tags[i] not in _NO_SOURCE_START and tags[i - 1] not in _WITHIN_PHRASE
    ]


def later_source_ends(scene: Scene, word: CueWord, first: int) -> list[int]:
    tags = scene.tags
    last = min(word.last, first + 32)
    beyond = next((i for i in range(first, last) if _begins_clause(scene, i)), last)
    return [
        i
        for i in range(first, beyond)
        if tags[i] not in _NO_END and not (word.lemma == "according" and _leaves_verb(scene, i))
    ]


def _begins_clause(scene: Scene, at: int) -> bool:
    """Whether a comma begins another main clause: `said Ruiz, and she left`."""
    return scene.words[at] == "," and scene.tags[at + 1] == "CC" and scene.words[at + 2] in SUBJECTS


def _leaves_verb(scene: Scene, last: int) -> bool:
    """Whether what follows a source would begin with a verb, its subject taken from it."""
    after = last + 1 + (scene.words[last + 1] == ",")
    return scene.tags[after] in _CLAUSE_VERBS or scene.tags[after] == "VBN"


def content_starts(scene: Scene, word: CueWord, free: int) -> list[int]:
    # The token after the sentence stands for content that follows in the next: `He said:`.
    words, tags = scene.words, scene.tags
    starts = [
        i
        for i in range(free, min(word.last, free + 30))
        if (i < free + 8 or words[i] in _CONTENT_OPENERS)
        and not (tags[i] in ("WDT", "WP") and word.lemma == "according")
        and words[i] not in _NO_CONTENT_START
        and (i == free or tags[i - 1] not in _WITHIN_PHRASE)
    ]
    follows = words[word.last - 1] == ":" or words[word.last] == OPEN
    beyond = words[word.last] and not scene.depth[word.at] and follows
    return [*starts, word.last] if beyond else starts


def content_ends(scene: Scene, word: CueWord, first: int) -> list[int]:
    words, tags, depth, last = scene.words, scene.tags, scene.depth, word.last
    told = _told_end(scene, word, first)
    if told is not None:
        return [told]
    # Content may end in the quotation it begins in, never in one that opens after its beginning
    # (nor, if it begins with the opening mark, in that quotation).
    inside = depth[first] - (words[first] == OPEN)
    plain_end = last - 2 if words[last - 1] == "." and tags[last - 2] in _ENDS_ALL else last - 1
    earliest = _main_verb(words, tags, first, last, after_relative=words[first] != "that")
    begun = _begun_clauses(words, tags, first, last)
    return [
        i
        for i in range(earliest, last)
        if (tags[i] not in _NO_CONTENT_END or i == plain_end)
        and (i - first < 90 or i >= last - 3)
        and (depth[i] <= inside or i == last - 1 or words[i] == CLOSE)
        and (i == last - 1 or not _goes_on(tags[i], tags[i + 1]))
        and not (words[i + 1] == "as" and words[i] in _AS_AGAIN and words[i - 1] == "as")
        and not (words[i] in _ASKED_TO and words[i + 1] in _CLAUSES_ASKED)
        and (i not in begun or i >= last - 2)
    ]


_ENDS_ALL = frozenset(("IN", "MD"))
"""What a sentence may end with and no content within it: `whether it would.`"""
_AS_AGAIN = frozenset(("well", "much", "long", "soon", "far", "many"))
_ASKED_TO = frozenset("say tell disclose reveal explain comment specify discuss confirm".split())
_CLAUSES_ASKED = frozenset("whether if how why what when where who which that".split())
"""A content never ends between these two, `refused to say whether it would`."""


def _begun_clauses(words: Sequence[str], tags: Sequence[str], first: int, last: int) -> set[int]:
    """The tokens of clauses whose verb is still to come: `and that the icons | are chosen`.

    `Down` and `up` wait for their amount as well: `earnings of £4m, down | from £5m`.
    """
    waiting = False
    found: set[int] = set()
    if _WAITS.isdisjoint(words[first:last]):
        return found
    for i in range(first, last):
        if tags[i] in _ANY_VERB or words[i] in (",", OPEN, CLOSE, ":", ";"):
            waiting = False
        elif words[i] in _CLAUSES_ASKED and i + 1 < last:
            waiting = True
        waits = waiting and words[i + 1] != ","
        if waits or (words[i] in ("up", "down") and words[i + 1] in ("from", "by")):
            found.add(i)
    return found


_WAITS = _CLAUSES_ASKED | {"up", "down"}
_ANY_VERB = frozenset("VBD VBZ VBP MD VB VBG".split())


def _told_end(scene: Scene, word: CueWord, first: int) -> int | None:
    """The last token of content, where grammar tells it and nothing need be weighed."""
    words = scene.words
    named = first + 2 + (words[first] == "not")
    if words[named - 2 : named] == ["to", "be"] and words[named] in _NAMED:
        return named
    over = _relative_over(scene, word, first)
    if over is None and word.lemma in _NAMES_CAUSES:
        over = _list_end(scene, word, first)
    if over is not None:
        return over
    comma = None
    if _opens_clause(scene, word):
        comma = _before_main_clause(words, scene.tags, first, word.last)
    if comma is None:
        comma = _main_clause_resumes(scene, word, first)
    return None if comma is None else comma - 1


def _opens_clause(scene: Scene, word: CueWord) -> bool:
    """Whether a cue is in a clause before the main one: `Asked if he lied, Ruiz smiled`, `After she
    said it was over, Ruiz left`."""
    words, opens = scene.words, scene.words[word.first] in _SUBORDINATE
    if word.at - opens == word.first:
        return word.tag in ("VBN", "VBD")
    return opens and word.tag in _FINITE and "," not in words[word.first : word.at]


_SUBORDINATE = frozenset("when if though although after before since because once".split())
_FINITE = frozenset(("VBD", "VBZ", "VBP"))


def _relative_over(scene: Scene, word: CueWord, first: int) -> int | None:
    """The last token of what somebody is said to want or say in a relative clause, before the main
    verb: `A man who ordered a cab | ended up in Orvale`."""
    words, tags = scene.words, scene.tags
    if words[word.at - 1] != "who" or words[word.at - 2] == "," or scene.depth[word.at]:
        return None
    says = is_of(word.sort, _SAID)
    own = says or tags[first] == "PRP" or words[first] in _CLAUSES_ASKED
    for i in range(first + 1, min(word.last - 1, first + _LONGEST_RELATIVE)):
        if words[i] in (",", OPEN, CLOSE) or tags[i] in _CLAUSE_OPENERS - {"IN"}:
            return None
        if tags[i] in _CLAUSE_VERBS:
            if not own:
                return i - 1
            own = False
    return None


_NAMES_CAUSES = frozenset(("blame", "cite"))


def _list_end(scene: Scene, word: CueWord, first: int) -> int | None:
    """The last token of a list of causes: `the weather, a strike and costs | for the loss`."""
    words, tags, joined, i = scene.words, scene.tags, False, first
    while i < word.last - 1 and i < first + _LONGEST_RELATIVE * 2:
        if tags[i] in ("CC", ","):
            if tags[i + 1] not in NOUN_PHRASE or words[i] == "but":
                break
            joined = joined or tags[i] == "CC"
        elif tags[i] not in NOUN_PHRASE and (tags[i] != "IN" or words[i] in _NOT_IN_LIST):
            break
        i += 1
    return i - 1 if joined and i > first else None


_NOT_IN_LIST = frozenset("for on after as because when while that".split())
_SAID = frozenset(("statement", "question", "belief", "perception", "expectation"))
_NAMED = frozenset(("named", "identified"))
"""What sources ask not to be, and no more is said of it."""


def _before_main_clause(
    words: Sequence[str], tags: Sequence[str], first: int, last: int
) -> int | None:
    """The comma before the main clause, after a participle: `Asked if he had lied, Ruiz smiled.`"""
    for comma in range(first, last):
        if words[comma] == OPEN:
            return None
        if words[comma] == "," and tags[comma + 1] not in _NO_MAIN_CLAUSE:
            for i in range(comma + 2, min(last, comma + 9)):
                if tags[i] in _CLAUSE_VERBS:
                    return comma
                if tags[i] == ",":
                    break
    return None


_NO_MAIN_CLAUSE = _CLAUSE_OPENERS | {"WP$", OPEN}


def _main_clause_resumes(scene: Scene, word: CueWord, first: int) -> int | None:
    """The comma after which the main clause goes on: `The man, who police say drove, has gone.`"""
    words, tags = scene.words, scene.tags
    for comma in range(word.at - 1, max(word.first, word.at - 8), -1):
        if words[comma] == ",":
            if words[comma + 1] not in _RELATIVES:
                return None
            if comma + 2 >= word.at:
                return _predicate_resumes(scene, word, first)
            break
    else:
        return None
    for i in range(first + 1, min(word.last - 1, first + 24)):
        if words[i] == ",":
            return i if tags[i + 1] in _CLAUSE_VERBS or tags[i + 1] in ("VB", "VBN") else None
    return None


def _predicate_resumes(scene: Scene, word: CueWord, first: int) -> int | None:
    """The comma before the sentence’s own verb: `Olle, who says he warned them, | left`."""
    words, tags = scene.words, scene.tags
    if words[word.at - 1] != "who" or scene.depth[word.at]:
        return None
    verbs = 0
    for i in range(first, min(word.last - 1, first + 24)):
        verbs += tags[i] in FINITE
        if words[i] == ",":
            own = (
                verbs == 1 and tags[i + 1] in ("VBD", "VBZ") and "," not in words[i + 1 : word.last]
            )
            return i if own else None
    return None


def _main_verb(
    words: Sequence[str], tags: Sequence[str], first: int, last: int, *, after_relative: bool
) -> int:
    """The verb of a clause, past any relative clause of its subject: `Ruiz, who knew him, left`.

    `first` where none is found or, with `after_relative`, where none follows such a clause.
    """
    relative = None  # where the relative clause began that is not over
    for i in range(first + 1, min(last, first + _FURTHEST_VERB)):
        if words[i] == ",":
            if after_relative and relative is not None:
                verb = i + 1 + (tags[i + 1] == "RB")
                near = i < relative + _LONGEST_RELATIVE and tags[verb] in _CLAUSE_VERBS
                return verb if near else first
            relative = i if tags[i + 1] in _RELATIVE_TAGS or _names(words, tags, i) else None
            if after_relative and (relative is None or i >= first + _LONGEST_SUBJECT):
                return first
        elif relative is None and tags[i] in _CLAUSE_VERBS:
            return first if after_relative else i
    return first


def _names(words: Sequence[str], tags: Sequence[str], comma: int) -> bool:
    """Whether commas shut in the name of a subject: `the minister, | Karl Oberg, | never said`."""
    end = comma + 1
    while tags[end] == "NNP" and end < comma + 5:
        end += 1
    verb = end + 1 + (tags[end + 1] == "RB")
    named = end > comma + 1 and words[end] == "," and tags[comma - 1] == "NN"
    return named and tags[verb] in _CLAUSE_VERBS


_FURTHEST_VERB = 40
_LONGEST_SUBJECT = 12
_LONGEST_RELATIVE = 20
_RELATIVE_TAGS = frozenset(("WP", "WDT"))
_CLAUSE_VERBS = frozenset("VBD VBZ VBP MD".split())


def _goes_on(tag: str, following: str) -> bool:
    """Whether a noun phrase surely goes on after a word."""
    return following == "POS" or (
        following[:2] == "NN" and (tag in ("JJ", "POS", "CD") or tag == following == "NNP")
    )


def earlier_content_starts(scene: Scene, word: CueWord, last: int) -> list[int]:
    words, tags, first = scene.words, scene.tags, word.first
    return [
        i
        for i in range(last, first - 1, -1)
        if words[i] not in _NO_CONTENT_START
        and (
            i == first
            or words[i] == OPEN
            or words[i - 1] in _PAUSES
            or (tags[i - 1] in _CLAUSE_OPENERS and words[i - 1] not in _PREPOSITIONS)
            or last - i < 3
        )
    ]


_PREPOSITIONS = frozenset(
    """of in on at by with from to for over under into about through between against during without
    within across among behind below beside beyond despite near per toward towards upon""".split()
)


def earlier_content_ends(scene: Scene, word: CueWord, limit: int) -> list[int]:
    tags, nearest = scene.tags, limit - 1
    return [
        i
        for i in range(nearest, max(word.first, nearest - 25) - 1, -1)
        if tags[i] not in _NO_CONTENT_END or (tags[i + 1] == "," and tags[i].isalpha())
    ]
