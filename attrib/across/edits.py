"""What an editor did to a quotation, place by place: fair edits, and words that were changed."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

from attrs import frozen

from attrib.across.passages import Passage
from attrib.knowledge.wording import Words
from attrib.lazily import regex

Edit = Literal[
    "marks",
    "capitals",
    "punctuation",
    "ending",
    "ellipsis",
    "insertion",
    "filler",
    "spacing",
    "tag",
]

_BRACKETED = regex.compile(r"\[[^\[\]\n]{1,200}+\]|\([^()\n]{1,200}+\)")
_ENDS_SENTENCE = regex.compile(r"[.!?:]\s*[“”\"‘’']?\s*$")
_SENTENCE_END = regex.compile(r"[.!?]\s")
_STRAIGHT = str.maketrans("’ʼ‘", "'''")
_NOT_PUNCTUATION = regex.compile(r"[\s“”„\"‘’‚'`«»‹›]+")
_DASHES = regex.compile(r"--+|[–—―‒]")
_AFTER = regex.compile(r"[^\p{L}\p{N}\s]{0,4}")
# Between two pieces of speech, who says it: ,” said Ana Ruiz, the mayor. “
_TAG = regex.compile(
    r"[.,!?…—–-]{0,3}[”\"’'»“](?:(?![.!?]\s[^“\"‘'«„»])[^\n“”\"«»„]){2,200}+(?<=\s)[“\"‘'«„»]"
)

_FILLERS = frozenset(("uh", "um", "er", "erm", "ah", "hmm", "mm"))
_NEGATIONS = frozenset(("not", "no", "never", "nor", "neither", "cannot", "nothing", "nobody"))

_REPLACED_BY_BRACKETS = 6
_CONDITIONS = frozenset(("if", "unless", "until", "except", "hardly", "barely"))
"""What is left out with one of these no longer limits what is left."""
_CLAUSE_END = regex.compile(r"[,;:.!?—–()]|\s-\s|--")
_NEW_CLAUSE = frozenset(
    ("and", "but", "because", "if", "unless", "though", "although", "which", "who", "that", "as")
)
"""What is left out with one of these leaves a negation before it to deny something else."""


@frozen
class Cut:
    """A piece before its words are cut out: offsets into the draft and into the source."""

    draft: tuple[int, int]
    source: tuple[int, int]
    edit: Edit | Literal["same", "changed"]
    omits: bool = False
    """An ellipsis stands for the source's words."""


def shared_words(
    passage: Passage,
    text: str,
    words: Words,
    at: tuple[int, int],
    size: int,
    whole: tuple[int, int],
) -> Iterator[Cut]:
    """The words that quotation and source share from `at` on, and the marks after each."""
    quoted = passage.text[passage.tokens[0].start : passage.end]
    shouted = quoted.isupper() or text[words.starts[whole[0]] : words.ends[whole[1] - 1]].isupper()
    for n in range(size):
        i, k = at[0] + n, at[1] + n
        token, start, end = passage.tokens[i], words.starts[k], words.ends[k]
        edit = _word_edit(passage, i, text, start, end, shouted)
        draft_end = token.end
        if i + 1 == len(passage.tokens):
            stop = passage.end
            after = _AFTER.match(text, end)
            tail, source_tail = passage.text[token.end : stop], after[0] if after else ""
            if edit == "same":
                edit = _ending_edit(tail, source_tail)
            draft_end += len(tail.rstrip("”\"’'»"))
            end += len(source_tail.rstrip("”\"’'»"))
        elif n + 1 < size:
            stop, source_stop = passage.tokens[i + 1].start, words.starts[k + 1]
            gap, source_gap = passage.text[token.end : stop], text[end:source_stop]
            if edit == "same":
                edit = _gap_edit(gap, source_gap)
            draft_end, end = token.end + len(gap.rstrip()), end + len(source_gap.rstrip())
        yield Cut((token.start, draft_end), (start, end), edit)


def _word_edit(
    passage: Passage, i: int, text: str, start: int, end: int, shouted: bool
) -> Edit | Literal["same", "changed"]:
    """How a word of the draft differs from the same word of the source."""
    token = passage.tokens[i]
    draft, source = passage.text[token.start : token.end], text[start:end]
    if draft == source:
        return "same"
    if token.stem is not None:
        return "insertion"
    draft, source = (word.translate(_STRAIGHT) for word in (draft, source))
    if draft == source:
        return "marks"
    if draft.casefold() != source.casefold():
        return "punctuation"
    begins = (
        shouted
        or i == 0
        or token.after_ellipsis
        or passage.tokens[i - 1].inserted
        or _ENDS_SENTENCE.search(passage.text, max(0, token.start - 6), token.start)
        or _ENDS_SENTENCE.search(text, max(0, start - 6), start)
    )
    return "capitals" if begins else "changed"


def _gap_edit(draft: str, source: str) -> Edit | Literal["same"]:
    """How the marks between two words differ."""
    if _plain(draft) != _plain(source):
        return "punctuation"
    return "same" if draft.split() == source.split() else "marks"


def _ending_edit(draft: str, source: str) -> Edit | Literal["same"]:
    """How the last marks differ: comma and full stop go by the sentence they stand in."""
    if _plain(draft) == _plain(source):
        return "same"
    told = {mark for mark in _plain(draft + source) if mark in "?!"}
    return "ending" if not told else "punctuation"


def _plain(marks: str) -> str:
    """Marks as they are compared: no quotation marks, no spaces, one sort of dash."""
    return _DASHES.sub("-", _NOT_PUNCTUATION.sub("", marks)).replace("...", "…")


def parted(
    passage: Passage, text: str, words: Words, draft: tuple[int, int], source: tuple[int, int]
) -> Cut:
    """A place where quotation and source have different words, and whether that is fair."""
    tokens = passage.tokens[draft[0] : draft[1]]
    keys = words.keys[source[0] : source[1]]
    elided = any(token.after_ellipsis for token in passage.tokens[draft[0] : draft[1] + 1])
    start = words.starts[source[0]] if keys else 0
    stretch = (start, words.ends[source[1] - 1]) if keys else (0, 0)
    negated = any(map(_negates, keys))
    turned = elided and bool(keys) and _turns(text, words, source)
    edit: Edit | Literal["changed"] = "changed"
    if not tokens:
        cut = text[stretch[0] : stretch[1]]
        keyed = enumerate(keys, source[0])
        if draft[0] and _negates(passage.tokens[draft[0] - 1].key) and not negated:
            # “Nobody [asked us. We] found out”, “will not [raise taxes and will] mend the dam”
            turned |= bool(_SENTENCE_END.search(cut)) or not _NEW_CLAUSE.isdisjoint(keys)
        if elided and not turned:
            edit = "ellipsis"
        elif _is_tag(text, words, source):
            edit = "tag"
        elif all(key in _FILLERS or _is_bracketed(text, words, k) for k, key in keyed):
            edit = "filler" if _FILLERS.issuperset(keys) else "insertion"
        return Cut((0, 0), stretch, edit, omits=elided)
    if all(token.inserted for token in tokens):
        if not (turned or (negated and not elided)) and (
            elided or len(keys) <= _REPLACED_BY_BRACKETS
        ):
            edit = "insertion"
    elif len(tokens) == len(keys) == 1 and tokens[0].stem:
        if keys[0].startswith(tokens[0].stem) or keys[0].endswith(tokens[0].stem):
            edit = "insertion"
    elif "".join(token.key for token in tokens) == "".join(keys):
        edit = "spacing"
    begin, end = tokens[0].start, tokens[-1].end
    if tokens[0].inserted and passage.text[begin - 1] in "[(":
        begin -= 1
    if tokens[-1].inserted and passage.text[end : end + 1] in ("]", ")"):
        end += 1
    return Cut((begin, end), stretch, edit)


def _turns(text: str, words: Words, source: tuple[int, int]) -> bool:
    """Whether what is left says something else without the words left out.

    It does where they deny it, `will [not, whatever they say,] mend`, and where they limit it,
    `will resign [if the court says so]`. A sentence or a clause that has its own negation may go:
    `We stayed [, though nobody asked us,] and slept`.
    """
    first, last = source
    begin = words.ends[first - 1] if first else 0
    end = words.starts[last] if last < len(words) else len(text)
    stops = [match.end() for match in _SENTENCE_END.finditer(text, begin, end)] or [end]
    bounds = [match.start() for match in _CLAUSE_END.finditer(text, begin, end)]
    opened = [words.starts[k] for k in range(first, last) if words.keys[k] in _NEW_CLAUSE]
    for k in range(first, last):
        key, at = words.keys[k], words.starts[k]
        if stops[0] <= at < stops[-1]:
            continue  # Whole sentences that go take nothing with them.
        if key in _CONDITIONS:
            return True
        own_clause = any(bound < at for bound in (*bounds, *opened)) and bounds[-1:] > [at]
        if _negates(key) and not own_clause:
            return True
    return False


def _negates(key: str) -> bool:
    return key in _NEGATIONS or key.endswith("n't")


def _is_tag(text: str, words: Words, source: tuple[int, int]) -> bool:
    """Whether words of the source stand between its quotations and say who speaks there."""
    first, last = source
    if first == 0 or last == len(words):
        return False
    return _TAG.fullmatch(text, words.ends[first - 1], words.starts[last]) is not None


def _is_bracketed(text: str, words: Words, k: int) -> bool:
    """Whether a word of the source stands in brackets: `(laughter)`, `[sic]`."""
    start, end = words.starts[k], words.ends[k]
    around = _BRACKETED.finditer(text, max(0, start - 200), end + 200)
    return any(match.start() < start and end < match.end() for match in around)
