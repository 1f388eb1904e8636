"""Which words of a sentence are whose, where several of its cues claim them.

`Ruiz said it leaked, | and Okon said it did not`: what Okon says is no part of what Ruiz says. What
`choose` lets stand has been parted here.
"""

from __future__ import annotations

from collections.abc import Sequence

from attrib.detection.candidates import Candidate, TokenRange
from attrib.detection.classes import SAID, TOLD, is_of
from attrib.words.tokens import CLOSE, OPEN, Tokens


def part(candidates: Sequence[Candidate], tokens: Tokens) -> list[Candidate]:
    """The readings of sentences outside quotations, in order of the text, each with its own words
    only."""
    words = tokens.words
    own = _with_their_subjects(_inserted_within(candidates, words), words)
    return _tagged_apart(_parted(own, words), tokens)


def _inserted_within(candidates: Sequence[Candidate], words: Sequence[str]) -> list[Candidate]:
    """The readings, with a source that is put into what another says given no more than that: `The
    board said | the wells, according to a survey, were dry`."""
    found = list(candidates)
    for i, inserted in enumerate(candidates):
        if inserted.order != "content-cue-source-content" or inserted.head.lemma not in _RELAYS:
            continue
        first, end = inserted.content[0]
        for other in candidates[max(0, i - _NEXT_PREDICATES) : i]:
            told, last = other.content[-1]
            if other.order == "source-cue-content" and first < told <= end < last:
                told += words[told] == "that"
                told += words[told] == ","
                before = ((told, end),) if told < end else ()
                found[i] = inserted._replace(content=(*before, *inserted.content[1:]))
                break
    return found


def _with_their_subjects(candidates: Sequence[Candidate], words: Sequence[str]) -> list[Candidate]:
    """The readings, with participles given to whose sentence it is: `She said he left, adding`;
    and second verbs as well."""
    found: list[Candidate] = []
    for each in candidates:
        before = each.cue[0] - 1
        participle = each.head.tag == "VBG" and words[before] == ","
        if participle or words[before] in _JOINS:
            nearest = reversed(found[-_NEXT_PREDICATES:])
            main = next((one for one in nearest if _holds(one, each)), None)
            if main is not None and (participle or _is_second(main, each, words)):
                each = each._replace(source=main.source)
            elif not participle and found and (whose := _whose_had(found[-1], each, words)):
                each = each._replace(source=whose)
        found.append(each)
    return found


def _whose_had(main: Candidate, other: Candidate, words: Sequence[str]) -> TokenRange | None:
    """The subject of what was told that goes on with a second verb: `said | the firm | had offered
    money but refused to pay`."""
    first = main.content[-1][0]
    first += words[first] == "that"
    told = main.source == other.source and main.order == "source-cue-content"
    told = told and other.head.lemma in _DONE and words[other.head.at + 1] == "to"
    if (
        not told
        or other.head.auxiliaries
        or "had" not in words[first + 1 : first + _LONGEST_SUBJECT]
    ):
        return None
    had = words.index("had", first + 1)
    return (first, had) if main.cue[1] <= first and had < other.cue[0] else None


_DONE = frozenset("refuse decline agree offer pledge promise vow".split())
"""What is done rather than said by whoever else did something: `and agreed to pay`."""
_LONGEST_SUBJECT = 8


def _holds(main: Candidate, other: Candidate) -> bool:
    """Whether the source of another verb of saying stands in the content of what was said, or in
    what is set off after its source."""
    source, last = other.source, main.content[-1][1]
    return (
        source is not None
        and main.source is not None
        and main.head.tag in _FINITE
        and main.order == "source-cue-content"
        and main.head.first == other.head.first
        and main.source[0] < source[0] < last
        and not main.cue[0] <= source[0] < main.content[-1][0]
        and (is_of(other.head.sort, TOLD) or other.head.lemma in _JUDGES)
    )


_JUDGES = frozenset(
    """blame accuse criticize criticise praise hail condemn denounce slam dismiss mock thank welcome
    applaud commend fault brand label dub liken compare credit""".split()
)
"""What is done in words, whatever it tells of the one who does it: `, blaming the fog`."""


def _is_second(main: Candidate, other: Candidate, words: Sequence[str]) -> bool:
    """Whether a verb goes on with the sentence of another, of its tense and before its comma:
    `She, who met a banker, said it was over and hinted`, `She blames a plan he drew up, and says`.
    """
    if main.head.tag != other.head.tag:
        return False
    joined, told = other.cue[0] - 2, main.content[-1][0]
    set_off = other.source is not None and other.source[0] < main.cue[0]
    return set_off or (words[joined] == "," and "," not in words[told:joined])


def _parted(candidates: Sequence[Candidate], words: Sequence[str]) -> list[Candidate]:
    """The readings, with content cut where what is told by another tag or predicate begins."""
    parted = []
    for i, candidate in enumerate(candidates):
        first, last = candidate.content[-1]
        for other in candidates[i + 1 : i + 1 + _NEXT_PREDICATES]:
            end = _cut(candidate, other, words)
            if end is not None and first < end < last:
                candidate = candidate._replace(content=(*candidate.content[:-1], (first, end)))
                break
        parted.append(candidate)
    return parted


def _cut(candidate: Candidate, other: Candidate, words: Sequence[str]) -> int | None:
    """Where the content of a reading ends, for another that comes after it."""
    told = other.content[0][1]
    if _is_told(candidate, other) and words[told] == ",":
        return told  # `The data show no sign, | the authors write`
    if other.source is None or other.content[0][0] < other.cue[1]:
        return None
    if candidate.source is None:
        return other.source[0] if _is_answer(candidate, other) else None
    if other.source[0] < candidate.source[0] < candidate.head.at < other.source[1] <= other.cue[0]:
        # `Ruiz, who knows how it leaks, | said`
        return other.source[1] - (words[other.source[1] - 1] == ",")
    begins = other.cue[0] - 1
    if candidate.source[0] == other.source[0]:
        # `She said the road was open | and urged drivers to slow down`
        if words[begins] in _JOINS:
            return begins - (words[begins - 1] == ",")
        if words[begins] in _AT_ONCE and other.head.tag == "VBG":
            return begins - (words[begins - 1] == ",")  # `said it leaked | before adding that`
        return begins if words[begins] == "," and other.head.tag == "VBG" else None
    # `Critics say it is vague; | others say it is not`, `…, | while Ruiz tweeted: “At last.”`
    before = other.source[0] - 1
    opened = "that" in (words[before - 1], words[before - 2] if words[before - 1] == "," else "")
    if opened and words[before] in _MEANWHILE | _BESIDES:
        return None  # `found that, while some say it leaks, most do not`
    if words[before] in _MEANWHILE:
        return before - (words[before - 1] == ",")
    if (
        words[before] in _BESIDES
        and words[before - 1] == ","
        and _is_beside(candidate, other, words)
    ):
        return before - 1  # `Ruiz said it leaked, | and Kern said it did not`
    if words[before] == "which" and words[before - 1] == "to":
        return before - 1 - (words[before - 2] == ",")  # `asked if he was well, | to which …`
    if words[before] == "but" and before < candidate.content[-1][1] <= other.cue[0]:
        return before - (words[before - 1] == ",")  # `…, | but the union called it so`
    return before if words[before] == ";" else None


def _is_told(candidate: Candidate, other: Candidate) -> bool:
    """Whether a tag after a whole reading says who tells it."""
    first, last = other.content[0]
    tag = len(other.content) == 1 and other.order.startswith("content")
    return tag and first <= candidate.head.at < last


def _is_answer(question: Candidate, other: Candidate) -> bool:
    """Whether a clause tells what was answered: `Asked if it leaked | the owner said`."""
    if question.head.word != "asked" or question.head.tag != "VBN" or other.source is None:
        return False
    begins = question.content[-1][0] + _LEAST_ASKED
    return other.source[1] == other.cue[0] and other.source[0] >= begins


def _is_beside(candidate: Candidate, other: Candidate, words: Sequence[str]) -> bool:
    """Whether another says something of his own, and is not told to have said it: in the same
    tense, where what is told would go back in time."""
    return (
        other.order == "source-cue-content"
        and candidate.head.tag == other.head.tag
        and candidate.head.tag in _FINITE
        and is_of(candidate.head.sort, SAID)
        and is_of(other.head.sort, SAID)
        and other.source is not None
        and words[other.source[0]] not in _PERSONAL
    )


_FINITE = frozenset(("VBD", "VBZ", "VBP"))
_AT_ONCE = frozenset(("before", "while"))
_MEANWHILE = frozenset(("while", "whereas"))
_BESIDES = frozenset(("and", "but", "though", "although", "yet"))
_PERSONAL = frozenset("he she they it we i".split())
_JOINS = frozenset(("and", "but", "or"))
_LEAST_ASKED = 3
_NEXT_PREDICATES = 3


def _tagged_apart(candidates: Sequence[Candidate], tokens: Tokens) -> list[Candidate]:
    """The readings of tags, without what another of their sentence says: `“A,” Ruiz said, but when
    pressed, | “B,” she added`, `“A,” Ruiz said, | while Okon said: “B”`."""
    words, found = tokens.words, list(candidates)
    for i, second in enumerate(candidates):
        if _goes_on_as_anothers(second, candidates[i + 1 : i + 1 + _NEXT_PREDICATES], words):
            found[i] = second = _without_later(second)
        opens = _last_opens(second, tokens)
        if opens is None:
            continue
        (first, last), *later = second.content
        for j in range(max(0, i - _NEXT_PREDICATES), i):
            one = found[j]
            end = one.content[0][1]
            tagged = one.order.startswith("content") and end <= one.head.at < opens - 1
            if tagged and words[end - 1] == CLOSE and first <= one.content[0][0]:
                found[i] = second._replace(content=((opens, last), *later))
                if one.source and one.source[0] < opens <= one.source[1]:
                    ends = opens - 1 - (words[opens - 2] == ",")
                    one = one._replace(source=(one.source[0], ends))
                found[j] = _without_later(one)
    return found


def _goes_on_as_anothers(
    candidate: Candidate, following: Sequence[Candidate], words: Sequence[str]
) -> bool:
    """Whether what comes after a tag, joined to what comes before it, is what another says."""
    begun, end = candidate.content[-1]
    if len(candidate.content) == 1 or words[begun] not in _PARTS:
        return False
    quoted = words[candidate.content[0][1] - 1] == CLOSE
    return any(
        begun < other.head.at < end
        and other.source is not None
        and (quoted or _is_beside(candidate, other, words))
        for other in following
    )


def _last_opens(candidate: Candidate, tokens: Tokens) -> int | None:
    """Where the quotation opens that ends what stands before a tag, if a clause begins there."""
    words, depth = tokens.words, tokens.depth
    first, last = candidate.content[0]
    if words[last - 1] != CLOSE or candidate.head.lemma in _RELAYS or depth[candidate.head.at]:
        return None
    opens = last - 2
    while opens > first and depth[opens - 1]:
        opens -= 1
    return opens if words[opens] == OPEN and words[opens - 1] in _PARTS else None


def _without_later(reading: Candidate) -> Candidate:
    """A reading of a tag without the content after it."""
    order = reading.order.removesuffix("-content")
    return reading._replace(content=reading.content[:1], order=order)


_RELAYS = frozenset(("according", "per", "quote", "report"))
_PARTS = frozenset(
    (",", "and", "but", "then", "while", "though", "although", "before", ";", "—", "–")
)
