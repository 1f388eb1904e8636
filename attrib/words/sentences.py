"""Split a text into sentences: Punkt with our abbreviations, never inside a quotation.

One scan finds every place where a sentence may end. Most are plain: a word that is no abbreviation,
a full stop, a capital. Only the doubtful ones, after an abbreviation, an initial or an ellipsis,
are put to Punkt, each as two bare words, so that every release of NLTK answers alike; Punkt is
imported for the first of them.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache

from attrib.lazily import re
from attrib.model import Quotation
from attrib.reading.text import paragraphs
from attrib.words import after_abbreviations, capital_tags, punkt

# Only where such marks begin: a line of ten thousand dots is looked at once, not from each of them.
_CANDIDATE = re.compile(
    r"([.!?…](?<![.!?…]{2})[.!?…]*)"
    r"(?:([\"'”’»›“‘)\]}]*(?:\[\d{1,3}\])?)\s+|(”)(?=[“A-Z]))"  # `he said.”“No,” she said`
)
_CLOSING_MARKS = frozenset("\"'”’»›“‘")
_NEVER_BEGINS = frozenset(",;:.!?…)]}%&”’»›—–-")
_FIRST_WORD = re.compile(r"\W{0,4}(\w+)(\.?)")
_LAST_WORD = re.compile(r"\w+(?:[.'’]\w+)*\Z")
_LONGEST_WORD = 40
_BILL = re.compile(r"[SAH]\. \d{2,5}\b")

# What a live blog or an agency sets before a line: `09:14`, `[10.15am]`, `UPDATE 2 -`, `WATCH |`.
_SLUG = re.compile(
    r"(?P<slug>[\[(]?\d{1,2}[:.]\d{2}(?::\d{2})?(?: ?[ap]\.?m\.?)?(?: [A-Z]{2,4}(?= ?[-–—:|\]]))?"
    r"[\])]?(?: ?[-–—:|])?"
    r"|(?:UPDATE|BREAKING|EXCLUSIVE|CORRECTED|WRAPUP|WATCH|LIVE|JUST IN|REFILE|ANALYSIS|FACTBOX)"
    r"(?: \d{1,2})? ?[-–—:|])\s+(?=[A-Z@\"“‘'])"
)
# The last word of such a title with the first of the paragraph; `comScore` and `iPhone` are names.
_GLUED = re.compile(r"(?<!\S)[a-z]{4,}(?P<begins>[A-Z][a-z]{2,})(?=\s)")
_LONGEST_HEADING = 200


def split(text: str, quotations: Sequence[Quotation] = ()) -> list[tuple[int, int]]:
    """Start and end of every sentence; between two there is only white space.

    A line break ends a sentence, and so does the closing mark of a quotation before a new one; a
    time or `UPDATE 2 -` before one stands apart, as does another title that a page has run
    into a paragraph: `How the soil may healRuiz says that`.

    >>> from attrib.words.quotes import find
    >>> text = "“Go! Now!” she said. Mr. Ruiz left the U.S. He will return."
    >>> [text[start:end] for start, end in split(text, find(text)[0])]
    ['“Go! Now!” she said.', 'Mr. Ruiz left the U.S.', 'He will return.']
    """
    sentences = []
    quoted = _outermost(quotations)
    quote_start, quote_end = next(quoted)
    for start, end in paragraphs(text):
        slug = _SLUG.match(text, start, end)
        if slug is not None:
            sentences.append((start, slug.end("slug")))
            start = slug.end()
        begins = run_in(text, start, end)
        if begins is not None:
            sentences.append((start, begins))
            start = begins
        for match in _CANDIDATE.finditer(text, start, end):
            stop = max(match.end(2), match.end(3))
            while quote_end < stop:
                quote_start, quote_end = next(quoted)
            if quote_start < stop < quote_end:
                continue
            if _ends(text, start, end, match, opens=match.end() == quote_start):
                sentences.append((start, stop))
                start = match.end()
        sentences.append((start, end))
    return sentences


def run_in(text: str, start: int, end: int) -> int | None:
    """Where a paragraph begins into which a page has run another article's title: the word there
    stands alone elsewhere in the text, and the two together nowhere else.

    >>> text = "How soil may healRuiz spoke. Ana Ruiz of easyJet wept."
    >>> text[run_in(text, 0, 54):][:10], run_in(text, 29, 54)
    ('Ruiz spoke', None)
    """
    glued = _GLUED.search(text, start, min(end, start + _LONGEST_HEADING))
    if glued is None or text.count(glued[0]) > 1:
        return None
    alone = re.search(rf"(?<!\w){glued['begins']}(?!\w)", text)
    return glued.start("begins") if alone is not None else None


def _outermost(quotations: Sequence[Quotation]) -> Iterator[tuple[int, int]]:
    for quotation in quotations:
        if quotation.depth == 0:
            for span in quotation.spans:
                yield span.start, span.end
    infinity = 1 << 62
    yield infinity, infinity


def _ends(text: str, start: int, end: int, match: re.Match[str], *, opens: bool) -> bool:
    """Whether the sentence that begins at `start`, in a paragraph to `end`, ends at a candidate;
    `opens` says that a quotation follows, whatever its mark looks like."""
    marks, closing, pressed = match.groups()
    closing = pressed or closing
    following = text[match.end()]
    if following.islower() or (following in _NEVER_BEGINS and not opens):
        return False
    asks_or_exclaims = marks[-1] in "?!"
    if closing and closing[0] in _CLOSING_MARKS:
        tagged = capital_tags.tag_end(text, match.end(), end, whole=marks[-1] not in "?!…")
        # `One wrote: “Why?” Another added: “When?”` has introduced what stands before the tag.
        introduces = tagged is not None and text[tagged : tagged + 1] == ":"
        if tagged is not None and not (introduces and text[start].isalnum()):
            return False
    if asks_or_exclaims:
        return True
    token = _doubtful_token(text, start, match) if marks == "." else "..."
    if token is None:
        return True
    if token.isdigit():
        return False  # the number of a list's item
    if token != "..." and _numbers_a_bill(text, match):
        return False
    return _breaks(token, _first_word(text, match.end(), end)) or (
        token != "..." and after_abbreviations.begins(text, start, match.start(), match.end(), end)
    )


def _numbers_a_bill(text: str, match: re.Match[str]) -> bool:
    """Whether a full stop stands before the number of a bill: `S. 4417` of the Senate."""
    return bool(_BILL.match(text, match.start() - 1) and not text[match.start() - 2].isalnum())


def _doubtful_token(text: str, start: int, match: re.Match[str]) -> str | None:
    """The word that ends in this full stop, if it may do so within a sentence; else None."""
    stop = match.start()
    words = text[max(start, stop - _LONGEST_WORD) : stop].rsplit(None, 1)
    word = words[-1] if words and not text[stop - 1].isspace() else ""
    if not word:
        return "..."  # the last of `. . .`
    if not word.isalpha():
        if stop - start <= 3 and text[start:stop].isdigit():
            return word
        last = _LAST_WORD.search(word)
        if last is None:
            return None
        word = last.group()
        if "." in word and len(word) < 8 and word[0].isalpha():
            return "U.S."
    if len(word) == 1 and word.isalpha():
        return word + "."
    abbreviations = punkt.abbreviations()
    return word + "." if word in abbreviations or word.lower() in abbreviations else None


def _first_word(text: str, start: int, end: int) -> str:
    match = _FIRST_WORD.match(text, start, end)
    if match is None:
        return "…"
    word, stop = match.groups()
    # To Punkt the A of `J. A. Ruiz` must not look like the article.
    return f"{word}.{word}" if stop and len(word) == 1 else word


_breaks = lru_cache(maxsize=512)(punkt.breaks)
