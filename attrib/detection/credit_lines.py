"""Credits: a dash and a name after a quotation, a name under one, and the lines that announce one.

`“It was never meant to last.” — Ana Ruiz, engineer`. What follows the name may say who that is,
and nothing else: the dash of a list’s next item is none, nor is one that a sentence goes on with.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from attrib.detection.candidates import Candidate, TokenRange, formal
from attrib.detection.cues import in_context
from attrib.detection.labels import NOT_SPEAKERS
from attrib.detection.patterns import UNTAGGED
from attrib.detection.time_phrases import MONTHS
from attrib.knowledge import names, nouns
from attrib.outlets.catalogue import lookup
from attrib.words.tokens import CLOSE, OPEN, Tokens

DASHES = frozenset("— ― – - -- ~".split())
_LONGEST_CREDIT = 14
_LONGEST_NAME = 6
_STOPS = frozenset((",", "(", "."))


def credits(  # noqa: A001 - the field's word
    tokens: Tokens, tags: Sequence[str], outside: Sequence[TokenRange] = ()
) -> list[Candidate]:
    """A reading for each quotation that a dash and a name follow, or a name in brackets, and
    nothing more; none that stand `outside`: `- Reuters.`, below a report that ends in a quotation.

    >>> from attrib.words.quotes import find as quotations
    >>> from attrib.words.sentences import split
    >>> from attrib.words.tags import tag
    >>> from attrib.words.tokens import tokenize
    >>> text = "“It was never meant to last.” — Ana Ruiz, engineer"
    >>> quoted, _ = quotations(text)
    >>> tokens = tokenize(text, quoted, split(text, quoted))
    >>> [text[slice(*tokens.offsets(*found.source))] for found in credits(tokens, tag(tokens))]
    ['Ana Ruiz']
    """
    found: list[Candidate] = []
    words = tokens.words
    for at in range(1, len(tokens) - 1):
        if words[at - 1] != CLOSE or words[at] not in DASHES:
            if words[at] == "(" and words[at - 1] == CLOSE:
                found += _bracketed(tokens, tags, at)
            continue
        closing = any(first <= at < last for first, last in outside)
        if closing and _credits_report(tokens, at):
            continue
        source = _with_kin(tokens, tags, name_at(tokens, tags, at + 1))
        handle = handle_at(tokens, at + 1)
        signed = None
        if handle is not None and (source is None or source[1] + 1 != handle[0]):
            # what stands before it is no plain name: `MAKS 26 👀 (@maks)`
            signed = signature(tokens, at, _line_end(tokens, at))
            source = signed or handle
        quotation = _quotation(tokens, at)
        if source is None or quotation is None:
            continue
        end = next(
            (i for i in range(source[1], source[1] + _LONGEST_CREDIT) if _ends_line(tokens, i)),
            None,
        )
        if end is None:
            continue
        if source not in (handle, signed) and _is_sentence(tokens, tags, at, source[1], end):
            continue
        word = in_context(words, tags, quotation[0], end, at, words[at], "-", ())
        found.append(formal(word, "content-cue-source", (at, at + 1), source, (quotation,)))
    return found


def _credits_report(tokens: Tokens, dash: int) -> bool:
    """Whether a closing credit says through whom the report came: a line of its own, or an agency,
    and no paper that praises a film."""
    if tokens.starts_paragraph(dash):
        return True
    line = " ".join(tokens.forms[dash + 1 : _line_end(tokens, dash)])
    outlet = lookup(line.rstrip(" ."))
    return outlet is not None and outlet.kind == "agency"


def _with_kin(tokens: Tokens, tags: Sequence[str], name: TokenRange | None) -> TokenRange | None:
    """A name, with who belongs to its bearer: `Ruiz’s wife, Eva`."""
    if name is None or tags[name[1]] != "POS":
        return name
    end = name[1] + 1
    while tags[end] in ("NN", "NNP", "JJ") or (tokens.words[end] == "," and tags[end + 1] == "NNP"):
        end += 1
    return name[0], end


def unmarked(tokens: Tokens, tags: Sequence[str]) -> Iterator[Candidate]:
    """A reading for each line that is a quotation and a name with what its bearer is: `“It leaks.”
    Ana Ruiz, 70, retired`."""
    words = tokens.words
    for first, last in tokens.paragraphs():
        if words[first] != OPEN or words[last - 1] in (".", ":", ",", CLOSE):
            continue
        at = first + 1
        while at < last and tokens.depth[at]:
            at += 1
        if at + 1 >= last or last - at > _LONGEST_CREDIT or words[at - 1] != CLOSE:
            continue
        source = name_at(tokens, tags, at)
        if source is None or source[1] - source[0] < 2 or words[source[1]] != ",":
            continue
        given = names.is_given(words[source[0]]) and words[at - 2] in (".", "?", "!")
        acts = any(
            tags[i] in ("VBZ", "VBP", "MD") or (tags[i] == "VBD" and words[i - 1] != ",")
            for i in range(at, last)
        )
        if given and not acts:
            yield untagged(tokens, tags, source, (first, at))


def _bracketed(tokens: Tokens, tags: Sequence[str], at: int) -> Iterator[Candidate]:
    """`“It was never meant to last” (Ana Ruiz, engineer)`; a number makes a reference of it."""
    source, quotation = name_at(tokens, tags, at + 1), _quotation(tokens, at)
    if source is None or quotation is None or source[1] - source[0] < 2:
        return
    words = tokens.words
    furthest = min(source[1] + _LONGEST_CREDIT, len(words))
    end = next((i for i in range(source[1], furthest) if words[i] == ")"), 0)
    given = any(names.is_given(words[i]) for i in range(*source))
    if not end or not given or words[source[1]] not in (",", ")"):
        return
    if not (any(words[i].isdigit() for i in range(at, end)) or tokens.depth[at]):
        yield untagged(tokens, tags, source, quotation)


def captions(tokens: Tokens, tags: Sequence[str]) -> list[Candidate]:
    """A reading for each quotation with a colon and a name after it: `‘We stay’: Tom Ryle, 40`.

    >>> from attrib.words.quotes import find as quotations
    >>> from attrib.words.sentences import split
    >>> from attrib.words.tags import tag
    >>> from attrib.words.tokens import tokenize
    >>> text = "‘We are staying’: Ana Ruiz outside her shop"
    >>> quoted, _ = quotations(text)
    >>> tokens = tokenize(text, quoted, split(text, quoted))
    >>> [text[slice(*tokens.offsets(*found.source))] for found in captions(tokens, tag(tokens))]
    ['Ana Ruiz']
    """
    found = []
    words = tokens.words
    for first, last in tokens.paragraphs():
        if words[first] != OPEN:
            continue
        at = first + 1
        while at < last and tokens.depth[at]:
            at += 1
        if at == last and words[last - 1] != CLOSE:
            at = _colon_before_name(tokens, tags, first, last)
        elif words[at - 1] != CLOSE:
            continue
        if at + 1 >= last or words[at] != ":":
            continue
        source = name_at(tokens, tags, at + 1) or _group(tokens, at + 1)
        if source is not None and (after := _group(tokens, source[1])) is not None:
            source = (source[0], after[1])  # `Holm residents`
        if source is None or words[source[0]] in NOT_SPEAKERS:
            continue
        if source[1] - source[0] == 1 and source[1] < last:
            noun = nouns.lookup(words[source[1]])
            if noun is not None and noun.human and not noun.plural:
                source = (source[0], source[1] + 1)  # `Kelby prisoner found after a week`
            elif not _is_known(tokens, source[0]):
                continue
        word = in_context(words, tags, first, last, at, ":", "-", ())
        found.append(formal(word, "content-cue-source", (at, at + 1), source, ((first, at),)))
    return found


def _is_known(tokens: Tokens, at: int) -> bool:
    """Whether one word after a quotation and a colon may be somebody's name: the text has it again,
    and never in small letters, as it would `‘We can breathe’: |Ferry| saved`."""
    form = tokens.forms[at]
    noun = nouns.lookup(form)
    people = noun is not None and noun.human
    return people or (tokens.forms.count(form) > 1 and form.lower() not in tokens.forms)


def _colon_before_name(tokens: Tokens, tags: Sequence[str], first: int, last: int) -> int:
    """The colon before the name that ends a line whose closing mark was left out: `‘We stay: Ana
    Ruiz`; the end of the line where there is none."""
    at = last - 1
    while at > first and tags[at] == "NNP":
        at -= 1
    return at if tokens.words[at] == ":" and first + 2 < at < last - 1 else last


def signed(tokens: Tokens, tags: Sequence[str]) -> list[Candidate]:
    """A reading for each quotation with a name on the line below, where a text lists several.

    >>> from attrib.words.quotes import find as quotations
    >>> from attrib.words.sentences import split
    >>> from attrib.words.tags import tag
    >>> from attrib.words.tokens import tokenize
    >>> text = "“It leaks.”\\nAna Ruiz, pilot\\n\\n“It does not.”\\nBob Cole, mayor"
    >>> quoted, _ = quotations(text)
    >>> tokens = tokenize(text, quoted, split(text, quoted))
    >>> [text[slice(*tokens.offsets(*found.source))] for found in signed(tokens, tag(tokens))]
    ['Ana Ruiz', 'Bob Cole']
    """
    found: list[Candidate] = []
    words = tokens.words
    for (first, last), (below, end) in pairwise(tokens.paragraphs()):
        if words[first] == OPEN and words[last - 1] == CLOSE and all(tokens.depth[first:last]):
            source = name_at(tokens, tags, below)
            if source is None or end - below > _LONGEST_CREDIT or words[end - 1] in (".", ":"):
                continue
            if source[1] == end or words[source[1]] in (",", "("):
                found.append(untagged(tokens, tags, source, (first, last)))
    return found if len(found) > 1 else []


def untagged(
    tokens: Tokens, tags: Sequence[str], source: TokenRange, *content: TokenRange
) -> Candidate:
    """What somebody says by the form alone, without a cue."""
    first, last = content[0]
    word = in_context(tokens.words, tags, first, last, first, tokens.words[first], "-", ())
    return formal(word, UNTAGGED, (first, first), source, content)


def _group(tokens: Tokens, first: int) -> TokenRange | None:
    """People without a name: `‘We wait’: pilots on the lock`, `‘We wait’: a pilot waves`."""
    one = tokens.words[first] in ("a", "an", "one")
    noun = nouns.lookup(tokens.words[first + one])
    if noun is None or not noun.human or noun.plural == one:
        return None
    return first, first + 1 + one


def name_at(tokens: Tokens, tags: Sequence[str], first: int) -> TokenRange | None:
    """The name that begins with a token, an article before it and initials in it included."""
    at = first + (tokens.words[first] == "the" and tokens.forms[first] == "The")
    begin = at
    while at < len(tokens) and at - first <= _LONGEST_NAME and not _breaks_line(tokens, at, begin):
        initial = tokens.words[at] == "." and len(tokens.forms[at - 1]) == 1
        if tags[at] != "NNP" and not initial and not _is_capital(tokens, at):
            break
        at += 1
    return (first, at) if at > begin and tokens.forms[begin][0].isupper() else None


def handle_at(tokens: Tokens, first: int) -> TokenRange | None:
    """The account that a post is by, `@orvale_weather`, on the line that begins with a token."""
    for at in range(first, min(first + _LONGEST_CREDIT, len(tokens) - 1)):
        if at > first and tokens.starts_paragraph(at):
            return None
        if tokens.words[at] == "@":
            last = at + 1
            while last < len(tokens) and _is_joined(tokens, last):
                last += 1
            return (at, last) if last > at + 1 else None
    return None


def _line_end(tokens: Tokens, at: int) -> int:
    """Where the paragraph of a token ends."""
    furthest = range(at + 1, min(len(tokens), at + 2 * _LONGEST_CREDIT))
    return next((i for i in furthest if tokens.starts_paragraph(i)), furthest.stop)


def signature(tokens: Tokens, at: int, last: int) -> TokenRange | None:
    """Who a dash at a token says wrote what stands before, with the account and at most the day:
    `— Ana Ruiz (@ana_ruiz) May 4, 2024`."""
    words = tokens.words
    if words[at] not in DASHES:
        return None
    opens = next((i for i in range(at + 2, min(last, at + _LONGEST_POSTER)) if words[i] == "("), 0)
    if not opens or words[opens + 1] != "@":
        return None
    account = handle_at(tokens, opens + 1)
    if account is None or account[0] != opens + 1 or words[account[1]] != ")":
        return None
    rest = words[account[1] + 1 : last]
    if len(rest) > _LONGEST_DATE or not all(_is_date(word) for word in rest):
        return None
    end = next((i for i in range(at + 1, opens) if words[i] == ","), opens)
    while end > at + 1 and not tokens.forms[end - 1][0].isalpha():
        end -= 1  # `Ana Ruiz 🌹`
    named = end > at + 1 and tokens.forms[at + 1][0].isupper()
    plain = all(tokens.forms[i][0].isalpha() or words[i] in _IN_NAME for i in range(at + 1, end))
    return (at + 1, end) if named and plain else account


def _is_date(word: str) -> bool:
    return word.isdigit() or word in MONTHS or word in _OF_DATE


_LONGEST_POSTER = 9
_LONGEST_DATE = 8
_OF_DATE = frozenset((".", ",", "at", "am", "pm", ":", "·", "|"))
_IN_NAME = frozenset((".", "-", "'", "’", "&"))


def _is_joined(tokens: Tokens, at: int) -> bool:
    """Whether a token goes on with the word before it."""
    _, before = tokens.offsets(at - 1, at)
    start, end = tokens.offsets(at, at + 1)
    form = tokens.text[start:end]
    return start == before and (form == "_" or form.isalnum())


def _is_capital(tokens: Tokens, at: int) -> bool:
    form = tokens.forms[at]
    return len(form) == 1 and form.isupper() and tokens.words[at + 1] == "."


def _breaks_line(tokens: Tokens, at: int, begin: int) -> bool:
    return at > begin and tokens.starts_paragraph(at)


def _quotation(tokens: Tokens, end: int) -> TokenRange | None:
    """The quotation that ends before a token."""
    first = end - 1
    while first > 0 and tokens.depth[first - 1] and tokens.words[first] != OPEN:
        first -= 1
    return (first, end) if tokens.words[first] == OPEN else None


def _is_sentence(tokens: Tokens, tags: Sequence[str], dash: int, first: int, end: int) -> bool:
    """Whether the dash begins a line that is a sentence, an item of a list, and no credit."""
    if first < end and tokens.words[first] not in _STOPS and tokens.starts_paragraph(dash):
        return True
    return any(tags[i] in ("VBD", "VBZ", "VBP", "MD") for i in range(first, min(first + 1, end)))


def _ends_line(tokens: Tokens, at: int) -> bool:
    return at >= len(tokens) or tokens.starts_paragraph(at)
