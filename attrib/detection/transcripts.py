"""Turns of an interview or a transcript: paragraphs that begin with a label and a colon.

Only where a text has several of them: `Date: Monday` on a line of its own is no turn. A label may
have a time before it and a job after it (`[00:01:12] ADA MOSS, EDITOR:`), stand in angle brackets
as in a chat (`<ada>`), or only count the speakers (`Speaker 1:`); `Q:` and `A:` are joined to the
one person whom the lines above name.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence, Set
from itertools import takewhile
from typing import NamedTuple

from attrib.detection.candidates import Candidate, TokenRange, formal
from attrib.detection.choose import stands_in
from attrib.detection.classes import SAID, tells
from attrib.detection.cues import in_context
from attrib.detection.interviewees import interviewed
from attrib.detection.labels import NOT_SPEAKERS, heads_a_list
from attrib.detection.views import FINITE, SUBJECTS
from attrib.knowledge import names, nouns
from attrib.words.tokens import OPEN, Tokens

_LONGEST_LABEL = 5
_LONGEST_HEAD = 18
"""With a time before the label and a job after it."""
_MIN_TURNS = 3
_PARTICLES = names.PARTICLES | {"-", ".", "&"}
_ASKS = frozenset(("q", "question"))
_ANSWERS = frozenset(("a", "answer"))
_NUMBERED = frozenset(("speaker", "voice", "person", "participant"))
_DASHES = frozenset(("-", "–", "—", "--"))
_HALVES_OF_DAY = frozenset(("am", "pm", "a.m", "p.m"))


class _Turn(NamedTuple):
    colon: int
    label: TokenRange
    content: TokenRange
    stamped: bool
    """A time stands before the label."""


def turns(
    tokens: Tokens, tags: Sequence[str], outside: Sequence[TokenRange] = ()
) -> list[Candidate]:
    """A reading for each turn, if the text has enough of them to be a transcript; `outside` are
    lines that are none.

    >>> from attrib.words.sentences import split
    >>> from attrib.words.tags import tag
    >>> from attrib.words.tokens import tokenize
    >>> text = "Ruiz: Who paid?\\n\\nOrtega: We did. Twice.\\n\\nRuiz: Why?"
    >>> tokens = tokenize(text, (), split(text))
    >>> found = turns(tokens, tag(tokens))
    >>> [text[slice(*tokens.offsets(*piece))] for turn in found for piece in turn.content]
    ['Who paid?', 'We did. Twice.', 'Why?']
    """
    if not any(mark in tokens.words for mark in (":", "q", "<", "—", "–", ".")):
        return []
    paragraphs = tokens.paragraphs()
    inside = [(i, *each) for i, each in enumerate(paragraphs) if not stands_in(each[0], outside)]
    found = [(i, turn) for i, *each in inside if (turn := _turn(tokens, *each)) is not None]
    if not _is_transcript(tokens, [turn for _, turn in found], len(paragraphs)):
        found = [(i, turn) for i, *each in inside if (turn := _dashed(tokens, *each)) is not None]
        turns_only = 3 * len(found) >= 2 * len(paragraphs)
        if not turns_only or not _is_transcript(tokens, [turn for _, turn in found], 3):
            return []
    set_apart = _is_set_apart(tokens, [turn for _, turn in found])
    labels = {tokens.words[turn.label[1] - 1] for _, turn in found}
    # Of an interview that is nothing else, and no article with an exchange in it.
    goes_on = set_apart or (len(labels) > 1 and 3 * len(found) >= 2 * len(paragraphs))
    asked = (turn.label[0] for _, turn in found if _sort(tokens, turn) in _ASKS | _ANSWERS)
    person = interviewed(tokens, tags, next(asked, 0))
    readings = []
    for k, (i, turn) in enumerate(found):
        alone = turn.content[0] == turn.content[1]
        following = found[k + 1][0] if k + 1 < len(found) else i + 1 + alone
        below = paragraphs[i + 1 : following] if goes_on else paragraphs[i + 1 : i + 1 + alone]
        own = takewhile(lambda part: not _is_about(tokens, tags, labels, *part), below)
        spoken = [turn.content, *(part for part in own if _has_words(tokens, *part))]
        content = tuple(piece for part in spoken for piece in _spoken(tokens, *part))
        if content:
            readings.append(_reading(tokens, tags, turn, content, person))
    return readings


def _is_about(tokens: Tokens, tags: Sequence[str], labels: Set[str], first: int, last: int) -> bool:
    """Whether a paragraph tells of one who takes turns, and ends one: `Ortega, who pays, says`."""
    end = first
    while end < last and tags[end] == "NNP":
        end += 1
    if end + 1 >= last or labels.isdisjoint(tokens.words[first:end]):
        return False
    aside = tokens.words[end] == "," and tags[end + 1] in ("WP", "CD", "DT")
    return aside or tags[end] in FINITE


def _has_words(tokens: Tokens, first: int, last: int) -> bool:
    """Whether a paragraph is more than a time: `00:00:03,500 --> 00:00:05,000`."""
    return any(tokens.forms[i][0].isalpha() for i in range(first, last))


def _dashed(tokens: Tokens, first: int, last: int) -> _Turn | None:
    """The turn that a paragraph is by a dash or a full stop after its label: `Ruiz — No.`, `Mr.
    RUIZ. No.`"""
    words, forms = tokens.words, tokens.forms
    for at in range(first + 1, min(last - 1, first + _LONGEST_LABEL)):
        if words[at] in _DASHES:
            named = all(forms[i][0].isupper() or words[i] == "." for i in range(first, at))
            return _Turn(at, (first, at), (at + 1, last), False) if named else None
        if words[at] == "." and forms[at - 1].isupper() and len(forms[at - 1]) > 2:
            return _Turn(at, (first, at), (at + 1, last), False)
        if not forms[at][0].isupper() and words[at] != ".":
            return None
    return None


def _turn(tokens: Tokens, first: int, last: int) -> _Turn | None:
    """The turn that a paragraph is, if it begins as one."""
    words, forms = tokens.words, tokens.forms
    at = first + (words[first] == OPEN or words[first] in _DASHES)
    label = after_time(words, at)
    stamped = label > at
    if words[label] == "<":
        close = label + 2
        nick = words[close] == ">" and close + 1 < last and forms[label + 1].isalnum()
        return _Turn(close, (label + 1, close), (close + 1, last), True) if nick else None
    stop = min(last, label + _LONGEST_HEAD)
    boxed = words[label] == "[" and "]" in words[label:stop]
    if boxed:
        close = words.index("]", label)
        is_label = words[close + 1] == ":" and forms[label + 1][0].isupper()
        box = _Turn(close + 1, (label + 1, close), (close + 2, last), stamped)
        return box if is_label and close - label <= _LONGEST_LABEL else None
    colon = next((i for i in range(label, stop) if _is_colon(words, i)), None)
    if colon is None:
        if forms[label] in ("Q", "A") and words[label + 1] == "." and label + 2 < last:
            return _Turn(label + 1, (label, label + 1), (label + 2, last), stamped)
        return None
    end = next((i for i in range(label, colon) if words[i] in (",", "(", "[")), colon)
    if not 0 < end - label <= _LONGEST_LABEL:
        return None
    named = end - (words[end - 1].isdigit() and _is_numbered(words[label]))
    if stamped and named - label == 1:
        pass  # [10:14] ada: is it open?
    elif not all(forms[i][0].isupper() or words[i] in _PARTICLES for i in range(label, named)):
        return None
    if words[end - 1] in NOT_SPEAKERS or words[label] in NOT_SPEAKERS or words[label] == "dear":
        return None
    if words[end] == "," and any(
        words[i] in SUBJECTS or tells(words[i], SAID) for i in range(end, colon)
    ):
        return None  # `But, he added:`
    if not forms[label][0].isalpha():
        return None
    if heads_a_list(words, (label, end), (colon + 1, last)):
        return None
    return _Turn(colon, (label, end), (colon + 1, last), stamped)


def _is_colon(words: Sequence[str], at: int) -> bool:
    """Whether a colon ends a label, and is none of a time: `Ruiz (00:12):`."""
    return words[at] == ":" and not (words[at - 1].isdigit() and words[at + 1].isdigit())


def _is_numbered(word: str) -> bool:
    """Whether speakers are counted by a word: `Speaker 1:`, but no steps of a recipe."""
    noun = nouns.lookup(word)
    return word in _NUMBERED or (noun is not None and noun.human)


def after_time(words: Sequence[str], first: int) -> int:
    """The first token after a time: `[00:01:12]`, `09:14 -`."""
    at = first + (words[first] in ("[", "("))
    if not words[at].isdigit() or words[at + 1] != ":" or not words[at + 2].isdigit():
        return first
    at += 3
    if words[at] == ":" and words[at + 1].isdigit():
        at += 2
    at += words[at] in _HALVES_OF_DAY
    at += words[at] in ("]", ")")
    return at + (words[at] in ("-", "–", "—"))


def _is_transcript(tokens: Tokens, found: Sequence[_Turn], paragraphs: int) -> bool:
    """Whether there are turns enough: three with a label that comes again, or two whose labels are
    set apart by capitals or times and that make up the text."""
    labels = Counter(tokens.forms[turn.label[1] - 1].upper() for turn in found)
    if len(found) >= _MIN_TURNS and max(labels.values()) >= 2:
        return True
    if len(found) >= _MIN_TURNS and all(_is_reader(tokens, turn) for turn in found):
        return True
    return len(labels) >= 2 and 2 * len(found) >= paragraphs and _is_set_apart(tokens, found)


def _is_reader(tokens: Tokens, turn: _Turn) -> bool:
    """Whether a turn is one of the public, by the first name alone: `Dave, Orvale: Spineless.`"""
    (first, last), (begin, end) = turn.label, turn.content
    word = tokens.words[first]
    known = names.is_given(word) or names.gender(word, first=True) is not None or word in _NAMELESS
    sentence = end - begin > _MIN_TURNS and tokens.words[end - 1] in _STOPS
    return last - first == 1 and known and sentence


_NAMELESS = frozenset(("anon", "anonymous"))
_STOPS = frozenset((".", "!", "?", "…"))


def _is_set_apart(tokens: Tokens, found: Sequence[_Turn]) -> bool:
    """Whether all labels are in capitals, or have a time before them: what stands between two of
    them is said as well."""
    return all(turn.stamped for turn in found) or all(
        tokens.forms[i].isupper() or tokens.words[i] in _PARTICLES
        for turn in found
        for i in range(*turn.label)
    )


def _spoken(tokens: Tokens, first: int, last: int) -> Iterator[TokenRange]:
    """The stretches of a turn between the stage directions: `(LAUGHTER)`."""
    begin, at = first, first
    while at < last:
        if tokens.words[at] in ("(", "["):
            close = ")" if tokens.words[at] == "(" else "]"
            end = next((i for i in range(at, min(last, at + 8)) if tokens.words[i] == close), None)
            if end is not None and all(form.isupper() for form in tokens.forms[at + 1 : end]):
                if begin < at:
                    yield begin, at
                begin = at = end + 1
                continue
        at += 1
    if begin < last:
        yield begin, last


def _sort(tokens: Tokens, turn: _Turn) -> str:
    """The label without its number, `Q1` as `q`, if it is one capitalised word."""
    first, last = turn.label
    alone = last - first == 1 and tokens.forms[first][0].isupper()
    return tokens.words[first].rstrip("0123456789") if alone else ""


def _reading(
    tokens: Tokens,
    tags: Sequence[str],
    turn: _Turn,
    content: tuple[TokenRange, ...],
    person: TokenRange | None,
) -> Candidate:
    first, last = turn.label[0], turn.content[1]
    word = in_context(tokens.words, tags, first, last, turn.colon, ":", "-", ())
    cue = (turn.colon, turn.colon + 1)
    label = _sort(tokens, turn)
    if label in _ASKS:
        return formal(word, "cue-content", cue, None, content)
    source = person if label in _ANSWERS and person else turn.label
    return formal(word, "source-cue-content", cue, source, content)
