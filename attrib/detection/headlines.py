"""Lines set as headlines are: `Ferry saved, union says`, `Ferry saved – union`, `Ruiz: Ferry will
run`, `09:14 Ruiz: no`.

What such a line attributes are its own words. It has no full stop, is short, and names the speaker
by a role or by a name that the text has elsewhere; a time or `BREAKING:` may stand before it.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from functools import cached_property

from attrib.detection import headline_verbs
from attrib.detection.addressees import HEARERS
from attrib.detection.candidates import Candidate, TokenRange, formal
from attrib.detection.choose import stands_in
from attrib.detection.cues import in_context
from attrib.detection.labels import NOT_SPEAKERS
from attrib.detection.transcripts import after_time
from attrib.knowledge import nouns
from attrib.words.tokens import CLOSE, OPEN, Tokens

_SAYS = frozenset(
    """say says said warn warns claim claims insist insists report reports tell tells admit admits
    confirm confirms announce announces suggest suggests find finds found show shows hear hears
    heard reveal reveals""".split()
)
_DASHES = frozenset("— ― – - --".split())
_ASKS = frozenset("ask asks asked say says tell tells".split())
_LONGEST_LINE = 24
_LONGEST_TAG = 6
_LONGEST_LABEL = 4
_SOURCE_TAGS = frozenset("DT NN NNS NNP NNPS JJ".split())
_NEWS = frozenset("breaking update updated live exclusive latest watch corrected new".split())
_FINDS = frozenset("study survey poll report inquiry audit research".split())
"""Documents that stand as labels of what they say."""
_LONE_FINDS = tuple([word] for word in sorted(_FINDS))


def lines(
    tokens: Tokens, tags: Sequence[str], outside: Sequence[TokenRange] = ()
) -> Iterator[Candidate]:
    """A reading for each line that attributes its own words; `outside` are lines that do not.

    >>> from attrib.words.sentences import split
    >>> from attrib.words.tags import tag
    >>> from attrib.words.tokens import tokenize
    >>> text = "Ferry saved, union says\\n\\nThe ferry will run."
    >>> tokens = tokenize(text, (), split(text))
    >>> found, = lines(tokens, tag(tokens))
    >>> [text[slice(*tokens.offsets(*part))] for part in (found.source, *found.content)]
    ['union', 'Ferry saved']
    """
    words, known = tokens.words, _Known(tokens)
    for first, last in tokens.paragraphs():
        begin = _after_news(words, after_time(words, first), last)
        if last - begin > _LONGEST_LINE or last - begin < 3 or stands_in(first, outside):
            continue
        end = last
        if words[last - 1] == ".":
            if begin == first:
                continue
            end -= 1
        found = (
            _tagged(tokens, tags, begin, end)
            or _tagged_amid(tokens, tags, begin, end)
            or headline_verbs.reading(tokens, tags, begin, end)
            or _labelled(tokens, tags, begin, end, known)
            or _dashed(tokens, tags, begin, end, known)
            or _credited(tokens, tags, begin, end, known)
        )
        if found is not None:
            yield found


class _Known:
    """How often the words of a text stand in it, counted when that is first asked."""

    def __init__(self, tokens: Tokens) -> None:
        self._tokens = tokens

    @cached_property
    def words(self) -> Counter[str]:
        return Counter(self._tokens.words)

    @cached_property
    def forms(self) -> Counter[str]:
        return Counter(self._tokens.forms)


def _after_news(words: Sequence[str], first: int, last: int) -> int:
    """The first token after `BREAKING:` or `UPDATE 2 -`."""
    if words[first] not in _NEWS:
        return first
    at = first + 1 + words[first + 1].isdigit()
    return at + 1 if at + 1 < last and words[at] in (":", "-", "–", "—", "|") else first


def _tagged(tokens: Tokens, tags: Sequence[str], first: int, last: int) -> Candidate | None:
    """`Ferry saved, union says`, `Ferry saved, says union`, `‘Is it safe?’: council asked`."""
    words = tokens.words
    for at in range(last - 2, max(first, last - 1 - _LONGEST_TAG) - 1, -1):
        dash = words[at] in _DASHES and words[last - 1] in _SAYS
        ends = words[at] == CLOSE and words[first] == OPEN
        if words[at] not in (",", ":") and not ends and not dash:
            continue
        if tokens.depth[at] and words[at] != CLOSE:
            return None
        end = at + (words[at] == CLOSE)
        begin = at + 1
        after_question = words[at] == CLOSE or words[at - 1] == CLOSE
        if words[at] == ":" and not after_question:
            return None
        if end - first < 2:
            return None
        verb, source = last - 1, (begin, last - 1)
        order = "content-source-cue"
        if words[verb] in _HEARS and words[verb - 1] in HEARERS and verb - begin <= _FEW:
            # `…, inquest hears`, `…, jury told`: nobody is named who says so
            word = in_context(words, tags, first, last, verb, "hear", "statement", ())
            return formal(word, "content-cue", (verb, last), None, ((first, end),))
        if words[begin] in _SAYS:
            verb, source, order = begin, (begin + 1, last), "content-cue-source"
        elif words[verb] not in (_SAYS | _ASKS if after_question else _SAYS):
            if not after_question or words[begin + 1] not in _ASKS:
                return None
            verb, source = begin + 1, (begin, begin + 1)
        if not _is_source(tokens, tags, *source):
            return None
        word = in_context(words, tags, first, last, verb, "say", "statement", ())
        return formal(word, order, (verb, verb + 1), source, ((first, end),))
    return None


def _tagged_amid(tokens: Tokens, tags: Sequence[str], first: int, last: int) -> Candidate | None:
    """`Fares to stay, says Ruiz; unions to meet`: what comes after is of nobody."""
    words = tokens.words
    for at in range(first + 2, last - 4):
        if words[at] != "," or words[at + 1] not in _SAYS_THERE or tokens.depth[at]:
            continue
        near = range(at + 3, min(last - 1, at + 3 + _LONGEST_TAG))
        end = next((i for i in near if words[i] in (";", ",")), None)
        if end is None or not _is_source(tokens, tags, at + 2, end):
            return None
        verb = (at + 1, at + 2)
        word = in_context(words, tags, first, last, at + 1, "say", "statement", ())
        return formal(word, "content-cue-source", verb, (at + 2, end), ((first, at),))
    return None


_SAYS_THERE = frozenset(("says", "say"))
_HEARS = frozenset(("hears", "heard", "told"))
_FEW = 3


def _is_source(tokens: Tokens, tags: Sequence[str], first: int, last: int) -> bool:
    return first < last and all(
        tags[i] in _SOURCE_TAGS or tokens.forms[i].isupper() for i in range(first, last)
    )


def _labelled(
    tokens: Tokens, tags: Sequence[str], first: int, last: int, known: _Known
) -> Candidate | None:
    """`Ruiz: Ferry will run`, `Mayor to parents: Yes`."""
    words, forms = tokens.words, tokens.forms
    at = next((i for i in range(first + 1, first + 1 + _LONGEST_LABEL) if words[i] == ":"), None)
    if at is None or at + 2 >= last or not NOT_SPEAKERS.isdisjoint((words[first], words[at - 1])):
        return None
    end = next((i for i in range(first, at) if words[i] == "to"), at)
    speaks = _speaks(words[end - 1]) or _speaks(words[first]) or words[first:at] in _LONE_FINDS
    capitals = end - (words[at + 1] == OPEN and end - first > 1 and _speaks(words[end - 1]))
    if end == first or not all(forms[i][0].isupper() for i in range(first, capitals)):
        return None
    many = known.words[words[end - 1]]
    named = tags[end - 1] == "NNP" or known.forms[forms[end - 1]] == many
    if not speaks and (many < 2 or not named or _only_calls(tokens, tags, at + 1, last)):
        return None
    if words[at + 1] == OPEN and words[last - 1] == CLOSE and not all(tokens.depth[at + 1 : last]):
        return None  # `Ruiz: “No.” Cole: “Yes.”`
    word = in_context(words, tags, first, last, at, ":", "-", ())
    return formal(word, "source-cue-content", (at, at + 1), (first, end), ((at + 1, last),))


def _only_calls(tokens: Tokens, tags: Sequence[str], first: int, last: int) -> bool:
    """Whether words after a label say only what somebody is: `Ana Ruiz: Queen of the Uncool`."""
    verbal = any(tags[i][:1] in "VM" for i in range(first, last))
    return not verbal and not tokens.depth[first] and "of" in tokens.words[first:last]


def _speaks(word: str) -> bool:
    noun = nouns.lookup(word)
    return noun is not None and noun.category != "document"


def _is_voice(word: str) -> bool:
    return _speaks(word) or word in _FINDS


def _dashed(
    tokens: Tokens, tags: Sequence[str], first: int, last: int, known: _Known
) -> Candidate | None:
    """`Ferry saved – union`, `Ferry ‘saved’ - Ruiz`."""
    words, forms = tokens.words, tokens.forms
    near = range(last - 2, max(first + 1, last - 6), -1)
    at = next((i for i in near if words[i] in _DASHES), None)
    if at is None or tokens.depth[at] or not _is_source(tokens, tags, at + 1, last):
        return None
    if forms[at + 1][0].islower():
        says = _has_verb(tags, first, at) or OPEN in words[first:at] or (first == 0 and at > 1)
        apposed = all(tags[i] == "NNP" for i in range(first, at)) or tags[at + 1] == "DT"
        if apposed or not says or not _is_voice(words[last - 1]):
            return None
    elif (
        tags[last - 1] != "NNP"
        or known.words[words[last - 1]] < 2
        or not _has_verb(tags, first, at)
    ):
        return None
    word = in_context(words, tags, first, last, at, "-", "-", ())
    return formal(word, "content-cue-source", (at, at + 1), (at + 1, last), ((first, at),))


def _credited(
    tokens: Tokens, tags: Sequence[str], first: int, last: int, known: _Known
) -> Candidate | None:
    """`Ferry will run: Ruiz`."""
    words, forms = tokens.words, tokens.forms
    at = next((i for i in range(last - 2, max(first + 1, last - 5), -1) if words[i] == ":"), None)
    if at is None or tokens.depth[at] or words[at + 1] in NOT_SPEAKERS:
        return None
    if not _has_verb(tags, first, at):
        return None
    named = all(tags[i] == "NNP" or forms[i].isupper() for i in range(at + 1, last))
    bare = last - at <= 3 and forms[at + 1].islower() and _is_voice(words[last - 1])
    if not (named and known.words[words[last - 1]] > 1) and not bare:
        return None
    word = in_context(words, tags, first, last, at, ":", "-", ())
    return formal(word, "content-cue-source", (at, at + 1), (at + 1, last), ((first, at),))


def _has_verb(tags: Sequence[str], first: int, last: int) -> bool:
    return any(tags[i][:1] in "VM" for i in range(first, last)) or all(
        tags[i] == "NNP" for i in range(first, last)
    )
