"""Where what somebody quoted retells begins and ends, as `retold` asks for it.

`told me in March | that it would open |, but it never did`, `said to him, | ‘No.’`
"""

from __future__ import annotations

from attrib.detection import retold_hearers
from attrib.detection.candidates import TokenRange
from attrib.detection.retold_hearers import CONTRACTED, PAUSES, PHRASE, PRONOUNS, WHEN, is_subject
from attrib.detection.retold_verbs import QUOTATIVE, TELLS, Verb
from attrib.detection.that_clauses import CLAUSES
from attrib.detection.views import FINITE, Scene
from attrib.words.tokens import CLOSE, OPEN

_TO_DO = frozenset(("VB", "VBP", "NN", "NNP"))
_ASKS = frozenset("whether if why how what where when who which".split())
_WITHHELD = frozenset("not never didn't doesn't don't wouldn't couldn't hasn't hadn't".split())
_TOLD_HOW = frozenset("how why what whether where".split())
_BEGINS_SUBJECT = frozenset("DT PRP$ NNP NNPS NN NNS JJ CD EX PRP".split())
_FURTHEST_VERB = 10
_FEW = 5
_FINAL = frozenset((".", ",", ";", ":", "—", "–", "-", "?", "!", "…", "..."))
_NO_BARE = frozenset(("VBG", "VBN", "CC", "IN", "TO", "WP", "WDT", "WRB"))
"""What does not begin what was said, after a comma: `he said, | laughing`."""


def find(scene: Scene, verb: Verb, sentence: TokenRange, at: int, form: str) -> TokenRange | None:
    """The content that follows a verb, of which the sentence's tokens from `at` on are free."""
    found = _following(scene, verb, sentence, at, form)
    if found is None or scene.words[sentence[0]] != "that" or scene.words[found[0]] != "that":
        return found
    return found[0], _before_second_that(scene, *found)


def end(scene: Scene, sentence: TokenRange, at: int) -> int | None:
    """The end of what begins with a token and is no clause: `accused her | of lying|, and left`."""
    found = _ended(scene, at, sentence[1], to_do=True)
    if found is None:
        return None
    return _before_second_that(scene, *found) if scene.words[sentence[0]] == "that" else found[1]


def _before_second_that(scene: Scene, first: int, last: int) -> int:
    """Where somebody whose statement began with `that` goes on himself: `said that Ruiz told her
    that it leaks | and that a guard admitted it`."""
    words, tags = scene.words, scene.tags
    for i in range(first + 2, last - 2):
        joined = words[i] == "that" and words[i - 1] in ("and", "but")
        if not joined or scene.depth[i] != scene.depth[first]:
            continue
        verb = next((k for k in range(i + 1, last) if tags[k] in FINITE), last)
        while verb < last and (words[verb] in _HELPING or tags[verb] == "RB"):
            verb += 1
        if words[verb] in TELLS or words[verb] in _ANSWERS:
            return i - 1 - (words[i - 2] == ",")
    return last


_ANSWERS = frozenset("refused declined accused blamed".split())
_HELPING = frozenset("has have had was were is are been".split())


def _following(
    scene: Scene, verb: Verb, sentence: TokenRange, at: int, form: str
) -> TokenRange | None:
    """The content as far as it may reach."""
    words, last = scene.words, sentence[1]
    if words[at] == "back" or words[at] == "again":
        at += 1
    passive = form == "passive"
    to_do = verb.orders and not (verb.addressed or verb.bare) and words[at] == "to"
    begins = at  # `threatened | to arrest her`
    if not passive and not to_do:
        begins = retold_hearers.past_hearer(scene, verb.addressed, at, last)
    heard = begins > at or passive
    begins = retold_hearers.past_setting(scene, begins, last)
    paused = begins + (words[begins] in PAUSES)
    if words[paused] == OPEN and scene.depth[paused] > scene.depth[at - 1]:
        end = quotation_end(scene, paused)
        whom = verb.addressed and not heard and end - paused < _FEW  # `told the “bigots”`
        return None if whom else (paused, end)
    if not _is_main(scene, sentence[0], at):
        last = _main_clause(scene, paused, last)  # `When he said it leaks, | I wept`
    if paused > begins or words[at - 1] in QUOTATIVE:
        said = paused > begins and (heard or not verb.addressed)
        return _after_comma(scene, verb, sentence, paused) if said else None
    return _clause(scene, verb, begins, last, heard)


def quotation_end(scene: Scene, first: int) -> int:
    """The token after a quotation that opens with a token."""
    inside = scene.depth[first]
    end = first + 1
    while scene.depth[end] >= inside and scene.words[end]:
        end += 1
        if scene.words[end - 1] == CLOSE and scene.depth[end - 1] == inside:
            break
    return end


def _clause(scene: Scene, verb: Verb, at: int, last: int, heard: bool) -> TokenRange | None:
    """The clause, or what somebody was told to do, that begins with a token."""
    words, tags = scene.words, scene.tags
    to = at + (words[at] in ("not", "never"))
    do = to + 1 + (words[to + 1] == OPEN)  # `told him to “pick one”`
    if verb.orders and words[to] == "to" and (do > to + 1 or tags[do] in _TO_DO):
        return _ended(scene, at, last, to_do=True)
    if words[at] == "that":
        joined = tags.index("CC", at, last) if "CC" in tags[at:last] else last
        # `that | at least six died`
        fronted = tags[at] == tags[at + 1] == "IN" and not FINITE.isdisjoint(tags[at:joined])
        if not scene.depth[at] and words[at + 1] in _FRONTS:
            fronted = not FINITE.isdisjoint(tags[at + 2 : last])  # `that with aid, | it might go`
        pronoun = tags[at + 1] in ("IN", "TO", "CC") and not fronted
        pronoun = pronoun or words[at + 1] in _FINAL | {CLOSE}
        # `that the dam leaks`, where the verb looks like a plural
        clause = tags[at] == "IN" and tags[at + 1] in ("DT", "PRP$") and last - at > 3
        clause = clause or _has_verb(scene, at + 1, last) or words[at + 1] in _SAYERS
        plain = not scene.depth[at] and not FINITE.isdisjoint(tags[at + 1 : last])
        return _ended(scene, at, last) if (clause or plain) and not pronoun else None
    if verb.asks and words[at] in _ASKS and _is_short(scene, at, last):
        return _ended(scene, at, last)  # `asked me | how many`
    withheld = not _WITHHELD.isdisjoint(words[at - 3 : at - 1])  # `did not say | who`
    asked = words[at] in (_ASKS if verb.asks or withheld else _TOLD_HOW)
    if (
        asked
        and words[at + 1] not in _FINAL
        and (heard or words[at] in CLAUSES or verb.asks or withheld)
    ):
        to_do = verb.asks and words[at + 1] == "to"  # `asked her | how to hide it`
        return _ended(scene, at, last) if to_do or _has_verb(scene, at + 1, last) else None
    if verb.doing and tags[at] == "VBG":
        return _ended(scene, at, last)
    alone = not verb.addressed or is_subject(words[at]) or words[at - 1] in _PROMISES
    bare = verb.bare and (heard or alone)
    if bare and (_answers(scene, at, last) or _orders(scene, verb, at)):
        return _ended(scene, at, last)
    ended = _ended(scene, at, last) if bare and _begins_clause(scene, at, last) else None
    bereft = ended is not None and not heard and words[ended[1] - 1] in _BEREFT
    return None if bereft else ended  # `who he says he is`


_PROMISES = frozenset("promised promises promise warned warns".split())
"""Of these the clause may follow at once, though they may have a hearer: `had promised | it would
open`."""


def _answers(scene: Scene, at: int, last: int) -> bool:
    """Whether it begins as talk does, and no clause of telling: `said | no, it leaks`, `told me |
    if it leaks, run`."""
    words = scene.words
    if words[at] in _YES_OR_NO:
        alone = words[at] in _SAYS_NO and (at + 1 >= last or words[at + 1] in _FINAL | {CLOSE})
        return alone or (words[at + 1] == "," and _has_verb(scene, at + 2, last))
    comma = words.index(",", at, last) if words[at] == "if" and "," in words[at:last] else last
    return comma + 1 < last and (
        scene.tags[comma + 1] in ("VB", "VBP") or _begins_clause(scene, comma + 1, last)
    )


def _orders(scene: Scene, verb: Verb, at: int) -> bool:
    """Whether somebody is told to do something, in the words he was told: `said | go, go now`."""
    if not verb.orders:
        return False
    words, tags = scene.words, scene.tags
    refused = words[at] in ("don't", "do") or words[at : at + 2] == ["do", "n't"]
    return refused or (words[at] in _IMPERATIVES and tags[at + 1] not in ("NN", "NNS"))


def _is_short(scene: Scene, at: int, last: int) -> bool:
    """Whether a question is but a word or two: `which chief`, `how many`."""
    end = at + 1
    while end < last and scene.tags[end] in PHRASE and end - at < _FEW:
        end += 1
    return end > at + 1 and (end >= last or scene.words[end] in _FINAL | {CLOSE})


_FRONTS = frozenset("in with without given despite since under by contrary unlike like".split())
_SAYERS = frozenset("he she they we i".split())
_IMPERATIVES = frozenset(
    """go get come take stay leave let call look wait find forget stop keep try give make tell ask
    bring put run sit stand hold move pay read use watch listen think be never just please calm
    trust relax hurry hang shut open start turn write send sell buy walk drive eat drink
    check""".split()
)
_SAYS_NO = frozenset("no yes yeah nope okay ok".split())
_YES_OR_NO = frozenset("no yes yeah nope okay ok sure well look listen".split())


def _has_verb(scene: Scene, first: int, last: int) -> bool:
    """Whether a finite verb follows soon."""
    words, tags = scene.words, scene.tags
    for i in range(first, min(last, first + _FURTHEST_VERB)):
        if words[i] in (OPEN, CLOSE) and i > first + 1:
            return words[i] == OPEN
        if tags[i] in FINITE or words[i].endswith(CONTRACTED):
            return True
        if tags[i] == "VB" and words[i - 1] != "to":
            return True  # `that you never sell`
    return False


def _begins_clause(scene: Scene, at: int, last: int) -> bool:
    """Whether a subject begins with a token, and its verb follows it."""
    words, tags = scene.words, scene.tags
    if words[at].endswith(CONTRACTED[1:]):
        return True  # `said | we’ll see`
    if words[at] not in PRONOUNS and tags[at] not in _BEGINS_SUBJECT:
        return False
    for i in range(at + 1, min(last, at + _FURTHEST_VERB)):
        if tags[i] in FINITE or (
            words[i] == "'s" and tags[i] != "POS" and words[i - 1] in PRONOUNS
        ):
            return True
        going = tags[i] in PHRASE or tags[i] in ("IN", "RB", "“") or words[i - 1] == "of"
        if not going and words[i] not in PRONOUNS:
            return False
    return False


def _after_comma(scene: Scene, verb: Verb, sentence: TokenRange, at: int) -> TokenRange | None:
    """What is said after a comma without marks: `I was like, wow`, `He said, you cannot stay.`"""
    first, last = sentence
    words, tags = scene.words, scene.tags
    asks = words[last - 1] == "?" and (tags[at] in _OF_QUESTIONS or words[at] == "been")
    if verb.asks:
        asks = asks and words[at - 1] == "," and _is_main(scene, first, at)
        return _ended(scene, at, last) if asks else None
    if tags[at] in _NO_BARE and not asks and words[at - 1] != ":":
        return None
    goes = words[at - 2] == "goes"
    if goes or not verb.bare:
        spoken = verb.form == "like" or (goes and words[at] in PRONOUNS)
        return _ended(scene, at, last) if spoken else None
    said = words[at - 1] in PAUSES and words[at - 2] not in ("to", *WHEN)
    if not said or _is_amid(scene, first, at) or not _is_main(scene, first, at):
        return None
    clause = asks or _has_verb(scene, at, last) or words[at] in _YES_OR_NO
    # `I said, | potatoes.`
    clause = clause or (verb.orders and last - at <= _FEW and tags[at] in _NAMES_IT)
    return _ended(scene, at, last) if clause else None


_NAMES_IT = frozenset("NN NNS NNP VB JJ CD UH DT".split())


_OF_QUESTIONS = FINITE | {"WP", "WRB", "WDT"}


def _is_main(scene: Scene, first: int, comma: int) -> bool:
    """Whether a tag is no clause that something follows: `When he told me, I wept`."""
    words = scene.words
    for i in range(comma - 2, first - 1, -1):
        joins = words[i] in ("and", "but") and scene.tags[i + 1] not in FINITE
        if joins or words[i] in (",", OPEN):
            return True
        if words[i] == "that" and (i == first or words[i - 1] in ("and", "but")):
            return True  # `She said | that he told her if it leaked, she should go`
        if words[i] in _SUBORDINATE or (words[i] == "to" and scene.tags[i + 1] == "VB"):
            return False
    return True


def _main_clause(scene: Scene, first: int, last: int) -> int:
    """The comma after a clause, before the main one."""
    words, tags = scene.words, scene.tags
    for i in range(first + 1, last):
        begins = words[i + 1] in PRONOUNS or tags[i + 1] in ("DT", "PRP$", "NNP")
        if words[i] == "," and begins and _begins_clause(scene, i + 1, last):
            return i
    return last


_SUBORDINATE = frozenset(
    "when whenever after before if once since because while until what that who".split()
)


def _is_amid(scene: Scene, first: int, at: int) -> bool:
    """Whether a clause stood before the tag: `The road, he said, is shut`."""
    comma = next((i for i in range(at - 3, first, -1) if scene.words[i] == ","), None)
    return comma is not None and comma > first + 1


def _ended(scene: Scene, first: int, last: int, *, to_do: bool = False) -> TokenRange | None:
    """The content that begins with a token, without what the speaker goes on to say himself."""
    words, tags, depth = scene.words, scene.tags, scene.depth
    around = depth[first] - (words[first] == OPEN)
    end = last
    for i in range(first + 1, last):
        if depth[i] != around:
            continue
        if words[i] == ";" or _goes_on(scene, i, first, to_do=to_do):
            end = i
            break
    while end > first and words[end - 1] in _FINAL and depth[end - 1] == around:
        end -= 1
    alone = end == first + 1 and (tags[first] != "DT" or words[first] in _SAYS_NO)
    return (first, end) if alone or end - first > 1 else None


_BEREFT = frozenset("is are was were am".split())
_ADDS = frozenset("know mean think believe guess suppose".split())
"""What the speaker says of it himself: `it leaks, | I think`."""


def _goes_on(scene: Scene, at: int, first: int, *, to_do: bool) -> bool:
    """Whether a main clause of the speaker’s own begins: `he was ill|, so I left`."""
    words, tags = scene.words, scene.tags
    that = words[first] == "that"
    joined = at + (words[at] in (",", "—", "–", "-"))
    if words[joined] not in ("and", "but", "so", "then"):
        return joined > at and words[at + 1] in ("you", "i") and words[at + 2] in _ADDS
    after = joined + 1 + (words[joined + 1] == "then")
    was = words[after] in ("was", "were") and words[after + 1] in TELLS
    if tags[after] in FINITE and (to_do or joined > at or words[after] in TELLS or was):
        return True
    if words[after].endswith(CONTRACTED[1:]) and joined > at:
        return True
    if words[after] == "that" and tags[after + 1] in FINITE:
        return True
    if words[after] == "that":  # `that she was ill | and that the nurse knew`: of who says it all
        return not that
    subject = words[after] in PRONOUNS and (
        tags[after + 1] in FINITE or tags[after + 1] == "RB" or words[after + 1] == "'s"
    )
    if subject:
        return joined > at or words[joined] == "but" or words[after] in ("i", "he", "she")
    named = joined > at and tags[after] in ("DT", "PRP$", "NNP", "NNS", "JJ")
    return named and not that and _begins_clause(scene, after, after + 6)
