"""Which readings stand, where they clash: the surest first, and what goes on from them.

`standing` lets the surest readings stand, nests those that stand in another's content and drops
those that clash; `extend` gives a quotation that goes on without a cue of its own to the
attribution before it.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from itertools import groupby
from operator import itemgetter

from attrib.detection import dialogue, parting
from attrib.detection.candidates import Candidate, TokenRange
from attrib.detection.classes import SAID, is_of
from attrib.detection.cues import CueWord
from attrib.detection.detect import Limits
from attrib.words.tokens import CLOSE, OPEN, Tokens


def standing(
    candidates: Sequence[Candidate],
    tokens: Tokens,
    limits: Limits,
    formal: Sequence[Candidate] = (),
) -> list[Candidate]:
    """The readings that stand, in order of the text.

    What is attributed by its form alone, such as turns of a transcript, stands in any case. Cues
    outside quotations come next, with the quotations that go on without a cue of their own; what
    stands in those quotations comes last and never disturbs them.
    """
    # Two forms may have one cue: a headline in marks with its comma outside.
    formal = list({each.head.at: each for each in formal}.values())
    spoken = sorted(piece for each in formal for piece in each.content)
    marks = {each.head.at for each in formal}
    marks.update(at for each in formal for at in range(*each.cue))
    starts = [first for first, _ in spoken]
    outside: list[Candidate] = []
    within: list[Candidate] = []
    for candidate in candidates:
        at = candidate.head.at
        piece = bisect_right(starts, at) - 1
        if at not in marks:
            quoted = tokens.depth[at] or (piece >= 0 and at < spoken[piece][1])
            (within if quoted else outside).append(candidate)
    outside = parting.part(outside, tokens)
    tagged = [each for each in formal if each.head.word.isalpha()]
    chosen = [each for each in formal if not each.head.word.isalpha()]
    found = sorted((*tagged, *_compatible(outside, limits)), key=lambda each: each.head.at)
    chosen += extend(found, tokens)
    chosen += _compatible((c for c in within if _tells_in_quotation(c, tokens, limits)), limits)
    return sorted(chosen, key=lambda candidate: candidate.head.at)


def may_stand(word: CueWord, tokens: Tokens) -> bool:
    """Whether a reading of a word could stand at all: what is no saying is not read in quotations.

    >>> from attrib.detection import cues
    >>> from attrib.words.quotes import find
    >>> from attrib.words.tags import tag
    >>> from attrib.words.tokens import tokenize
    >>> text = "I hope so. “I hope so. They say it is.”"
    >>> tokens = tokenize(text, find(text)[0], [(0, 10), (11, len(text))])
    >>> words = cues.find(tokens, tag(tokens))
    >>> [(word.lemma, may_stand(word, tokens)) for word in words]
    [('hope', True), ('hope', False), ('say', True)]
    """
    return not tokens.depth[word.at] or _may_tell(word)


def _compatible(candidates: Iterable[Candidate], limits: Limits) -> list[Candidate]:
    """The readings of each sentence that can stand beside each other, the surest first."""
    chosen: list[Candidate] = []
    by_sentence: dict[int, list[Candidate]] = {}
    for first, group in groupby(candidates, key=lambda candidate: candidate.head.first):
        kept = by_sentence[first] = []
        for candidate in sorted(group, key=lambda candidate: -candidate.confidence):
            if all(_can_stand_beside(candidate, other, limits) for other in kept):
                kept.append(candidate)
        chosen += sorted(kept, key=lambda candidate: candidate.head.at)
    return [each for each in chosen if not _taken_by_next(each, by_sentence)]


def _taken_by_next(candidate: Candidate, by_sentence: Mapping[int, Sequence[Candidate]]) -> bool:
    """Whether the content is the sentence after that of the cue, which has a surer cue itself:
    `He declined. “It is fine,” he said.`"""
    first = candidate.content[0][0]
    return first >= candidate.head.last and any(
        other.confidence > candidate.confidence for other in by_sentence.get(first, ())
    )


def _can_stand_beside(candidate: Candidate, other: Candidate, limits: Limits) -> bool:
    """Whether a reading can stand beside a surer one of its sentence."""
    at = candidate.head.at
    if other.cue[0] <= at < other.cue[1] or candidate.cue[0] <= other.head.at < candidate.cue[1]:
        return False
    if stands_in(at, other.content):
        # `explained that although it was full, the school had to be moved`: each in the other
        around = candidate.head.tag == "VBN" and stands_in(other.head.at, candidate.content)
        return not around and _tells(candidate, limits.nested)
    if stands_in(other.head.at, candidate.content):
        return True
    shared = sum(
        max(0, min(a[1], b[1]) - max(a[0], b[0])) for a in candidate.content for b in other.content
    )
    return shared <= 0.5 * sum(last - first for first, last in candidate.content)


def _tells(candidate: Candidate, limit: float) -> bool:
    """Whether a reading may stand in the content of another: surely, and of what was said."""
    return candidate.confidence >= limit and _may_tell(candidate.head)


def _may_tell(head: CueWord) -> bool:
    """Whether a word may tell of what was said in the content of another."""
    told = head.lemma in _GIVES_WORD or head.lemma == "according" or is_of(head.sort, SAID)
    # `said the report shows that`
    return told or (head.lemma == "show" and head.tag in (*_FINITE_TAGS, "VBP"))


_GIVES_WORD = frozenset(("promise", "pledge", "vow"))
"""Said aloud, where the others of their sort, `decide` and `intend`, may be a thought."""


def _tells_in_quotation(candidate: Candidate, tokens: Tokens, limits: Limits) -> bool:
    """Whether a reading in a quotation may stand: surely, or as what somebody in particular said.

    Speech is full of `you say`, `I must tell you` and `to ask for it`, which tell of nothing said.
    """
    source = candidate.source
    if source is not None and (
        _says_now(candidate, tokens.words) or _says_nothing(candidate, tokens.words)
    ):
        return False
    particular = (
        candidate.head.tag in _FINITE_TAGS
        and source is not None
        and _ANYBODYS.isdisjoint(tokens.words[source[0] : source[1]])
        and sum(last - first for first, last in candidate.content) >= _LEAST_TOLD
    )
    return _tells(candidate, limits.nested if particular else limits.quoted)


def _says_now(candidate: Candidate, words: Sequence[str]) -> bool:
    """Whether the one quoted tells what he says by that: `I can tell you that`, `we ask that`."""
    own = candidate.source is not None and words[candidate.source[0]] in _SPEAKER
    helped = not _WILLING.isdisjoint(words[candidate.cue[0] : candidate.head.at])
    return (
        own and (helped or candidate.head.tag == "VBP") and words[candidate.content[0][0]] != OPEN
    )


def _says_nothing(candidate: Candidate, words: Sequence[str]) -> bool:
    """Whether nothing is told: `everything he says`, `who he says he is`, `told the “bigots”`."""
    source, (first, last) = candidate.source, candidate.content[-1]
    plain = candidate.order.startswith("source-cue")
    if source is not None and plain and words[source[0] - 1] in _WHAT:
        return True
    few = last - first < _LEAST_TOLD
    whom = words[first] == OPEN and candidate.head.lemma == "tell" and last - first < _FEW
    # `asked me that on Sunday`
    then = few or (words[first + 1] in _THEN and last - first < _FEW)
    that = words[first] == "that" and then
    return (few and words[last - 1] in ("is", "are", "was", "were")) or whom or that


_THEN = frozenset("on in at last yesterday today again before every".split())
_WHAT = frozenset("what whatever everything all anything who whom".split())
_FEW = 5
_SPEAKER = frozenset(("i", "we"))
_WILLING = frozenset("can could must would should will may might".split())
_FINITE_TAGS = frozenset(("VBD", "VBZ"))
_ANYBODYS = frozenset("i we you it that this those people one everyone nobody what who".split())
_LEAST_TOLD = 3
"""How many words of content what is told in a quotation has; `he says he is` has fewer."""


def stands_in(at: int, ranges: Iterable[TokenRange]) -> bool:
    """Whether a token stands in one of some ranges."""
    for first, last in ranges:  # noqa: SIM110 - `any` takes twice as long
        if first <= at < last:
            return True
    return False


def extend(chosen: Sequence[Candidate], tokens: Tokens) -> list[Candidate]:
    """Give quotations without a cue of their own to the attribution that they belong to.

    `“A,” she said, “b.”` and `“A,” she said. “B.”` are each one attribution with two pieces, and a
    paragraph that is nothing but a quotation goes on from the one before it.
    """
    words, sentences = tokens.words, tokens.sentences
    starts = [first for first, _ in sentences]
    paragraphs = tokens.paragraphs()
    taken = {first for candidate in chosen for first, _ in candidate.content}
    heads = {candidate.head.at for candidate in chosen}
    extended = []
    for candidate in chosen:
        pieces = [*candidate.content]
        if any(words[first] == OPEN or words[last - 1] == CLOSE for first, last in pieces):
            pieces = sorted([*pieces, *_other_half(candidate, tokens, taken, heads)])
            taken.update(first for first, _ in pieces)
            i = bisect_right(starts, max(candidate.head.at, pieces[-1][0]))
            while i < len(sentences) and sentences[i][0] not in taken:
                piece = _quoted_whole(tokens, *sentences[i])
                if piece is None or not _goes_on(tokens, pieces[-1], piece, sentences, i):
                    break
                k = bisect_right(paragraphs, piece[0], key=itemgetter(0)) - 1
                if paragraphs[k][0] == piece[0] and (
                    dialogue.answers(tokens, paragraphs, k) or _is_narrators(candidate, tokens)
                ):
                    break
                pieces.append(piece)
                taken.add(piece[0])
                i += 1
        extended.append(candidate._replace(content=tuple(pieces)))
    return extended


def _is_narrators(candidate: Candidate, tokens: Tokens) -> bool:
    """Whether the writer says it, whom another answers in the next paragraph: `“Why?” I asked.`"""
    first, last = candidate.source or (0, 0)
    return last - first == 1 and tokens.words[first] in _SPEAKER and not tokens.depth[first]


def _goes_on(
    tokens: Tokens,
    before: TokenRange,
    piece: TokenRange,
    sentences: Sequence[tuple[int, int]],
    i: int,
) -> bool:
    """Whether a quotation that fills sentence `i` goes on from the one before it.

    It does in the same paragraph; in the next, if no mark closed the one before, or if it is all
    that the paragraph has, as reporters let a speaker go on that they quote in full.
    """
    if not tokens.starts_paragraph(piece[0]) or tokens.words[before[1] - 1] != CLOSE:
        return True
    if tokens.words[before[0]] != OPEN or dialogue.is_crosshead(tokens, *piece):
        return False
    return i + 1 == len(sentences) or tokens.starts_paragraph(sentences[i + 1][0])


def _other_half(
    candidate: Candidate, tokens: Tokens, taken: Collection[int], heads: Collection[int]
) -> Iterator[TokenRange]:
    """The half of a quotation that source and cue part from the half already found."""
    words, depth = tokens.words, tokens.depth
    tag_first = min(candidate.cue[0], candidate.source[0] if candidate.source else len(tokens))
    tag_last = max(candidate.cue[1], candidate.source[1] if candidate.source else 0)
    before = all(last <= tag_first for _, last in candidate.content)
    after = all(first >= tag_last for first, _ in candidate.content)
    if before:
        stop = candidate.head.last
        for i in range(tag_last, min(stop, tag_last + _FURTHEST_HALF)):
            if i in heads:
                # `“A,” she said, adding, “b.”`: another cue has what follows.
                return
            if words[i] == OPEN and words[i - 1] == "," and i not in taken:
                yield i, _quotation_end(tokens, i, stop)
                return
    elif after and words[tag_first - 1] == CLOSE and words[tag_first - 2] == ",":
        first = tag_first - 1
        while first > candidate.head.first and depth[first - 1] >= depth[tag_first - 1]:
            first -= 1
        within = first > candidate.head.first and words[first - 1][-1:].isalpha()
        if words[first] == OPEN and first not in taken and not within:
            yield first, tag_first  # no `Speaking to “lost voters,” Ruiz said`, `On CNN’s “Hoy,”`


_FURTHEST_HALF = 30


def _quotation_end(tokens: Tokens, first: int, stop: int) -> int:
    """The token after a quotation that opens at `first`, at most `stop`."""
    last = first + 1
    while last < stop and tokens.depth[last] >= tokens.depth[first]:
        if tokens.words[last] == CLOSE and tokens.depth[last] == tokens.depth[first]:
            return last + 1
        last += 1
    return last


def _quoted_whole(tokens: Tokens, first: int, last: int) -> TokenRange | None:
    """The sentence, if it is a quotation from end to end."""
    end = last
    while end > first and tokens.depth[end - 1] == 0 and tokens.words[end - 1] in _FINAL:
        end -= 1
    whole = tokens.words[first] == OPEN and all(tokens.depth[first:end]) and end > first
    return (first, end) if whole else None


_FINAL = frozenset(".?!,;")
