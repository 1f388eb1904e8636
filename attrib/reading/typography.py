"""What typography leaves in a text and is not what it says: spaces, hyphens, entities, Markdown."""

from __future__ import annotations

import unicodedata
from bisect import bisect_right
from collections.abc import Iterator
from typing import NamedTuple

from attrib.lazily import re


class Edit(NamedTuple):
    """What stands in the plain text for `[start, end)` of the text."""

    start: int
    end: int
    words: str


_SPACES = "\u00a0\u2000-\u200a\u202f\u205f\u3000"
# What is not seen, unless it is the rest of a letter decoded wrongly: soft hyphens, joiners of
# words, byte order marks, marks of writing direction.
_UNSEEN = "\u00ad\ufeff\u2060\u200e\u200f\u202a-\u202e\u2066-\u2069"
_MARKS = {"＂": '"', "″": '"', "「": "“", "」": "”", "『": "“", "』": "”"}
_RARE = rf"{_SPACES}{_UNSEEN}&\u0300-\u036f＂「」『』″\\\ufb00-\ufb06¹²³⁰⁴-⁹"
_MAY_BE_OTHERS = re.compile(rf"[{_RARE}]|[ \t]{{2}}")
"""What begins an alternative of `_CHARACTERS`; most texts have none."""
_CHARACTERS = re.compile(
    rf"(?=[{_RARE}]|[ \t][ \t{_SPACES}])(?:"
    rf"(?P<space>(?<=\S)[ \t{_SPACES}]{{2,8}}(?=\S)|[{_SPACES}])"
    rf"|(?P<unseen>(?<![ÃÂâ])[{_UNSEEN}]+)"
    r"|(?P<entity>&(?:\#\d{1,7}|\#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,24});)"
    r"|(?P<accent>(?<=\w)[\u0300-\u036f]{1,4})"
    r"|(?P<mark>[＂「」『』]|(?<!\d)″)"
    r"|(?P<escape>\\[\"'“”‘’])"
    r"|(?P<ligature>[\ufb00-\ufb06])"
    r"|(?P<newline>(?:\\r)?\\n(?=\\[rn]|[A-Z\"“‘]))"
    r"|(?P<code>\\u20[0-9a-fA-F]{2})"
    r"|(?P<footnote>(?<=[.,!?”\"’»])[¹²³⁰⁴-⁹]{1,3}))"
)


_CODED = frozenset("‘’“”‚„–—…")
"""What stands as `\\u201c` in texts that came through JSON twice."""


def characters(text: str) -> Iterator[Edit]:
    """Plain characters for those that only look otherwise, or are not seen at all."""
    first = _MAY_BE_OTHERS.search(text)
    for match in _CHARACTERS.finditer(text, first.start()) if first else ():
        start, end = match.span()
        kind, words = match.lastgroup, match.group()
        if kind == "space":
            yield Edit(start, end, " ")
        elif kind in ("unseen", "footnote"):
            yield Edit(start, end, "")
        elif kind == "entity":
            from html import unescape  # only now: its table of entities is large, and seldom needed

            meant = unescape(words)
            if meant != words:
                yield Edit(start, end, " " if meant.isspace() else meant)
        elif kind == "accent":
            composed = unicodedata.normalize("NFC", text[start - 1 : end])
            if len(composed) == 1:
                yield Edit(start - 1, end, composed)
        elif kind == "mark":
            yield Edit(start, end, _MARKS[words])
        elif kind == "newline":
            within = text.endswith((',"', ",”"), 0, start)  # before `Ana Ruiz said`
            yield Edit(start, end, " " if within else "\n")
        elif kind == "code":
            meant = chr(int(words[2:], 16))
            if meant in _CODED:
                yield Edit(start, end, meant)
        elif kind == "escape":
            yield Edit(start, end, words[1])
        else:
            yield Edit(start, end, unicodedata.normalize("NFKC", words))


_BLOCKS = frozenset(("p", "br", "div", "li", "ul", "ol", "blockquote", "h1", "h2", "h3", "h4"))
_TAG = re.compile(
    r"</?(?P<name>p|br|div|li|ul|ol|blockquote|h[1-4]|a|b|i|em|strong|span|u|q|cite|sup|sub|small"
    r"|font|img|mark|time)(?:\s[^<>]{0,400})?/?>",
    re.IGNORECASE,
)
_FOOTNOTE = re.compile(r"(?<=[\w.,!?”\"’»])\[\d{1,3}\]")


def markup(text: str) -> Iterator[Edit]:
    """HTML left in a text: a block as a paragraph, `<q>` as the marks it stands for; and the
    numbers of footnotes, as nothing."""
    if "<" in text:
        for match in _TAG.finditer(text):
            name = match["name"].lower()
            mark = "”" if match.group()[1] == "/" else "“"
            words = "\n\n" if name in _BLOCKS else mark if name == "q" else ""
            yield Edit(*match.span(), words)
    if "[" in text:
        for match in _FOOTNOTE.finditer(text):
            yield Edit(*match.span(), "")


_BULLET = re.compile(r"^[ \t]*[*•●▪◦][ \t]+(?=\S)", re.MULTILINE)
_NUMBER = re.compile(
    r"^[ \t]*\d{1,2}[.)][ \t]+(?=[\"“‘«]|[A-Z][\w.’'-]{1,30}(?: [A-Z][\w.’'-]{1,30}){0,3}:)",
    re.MULTILINE,
)
"""Before what is said, or the name of who says it."""


def bullets(text: str) -> Iterator[Edit]:
    """The bullets and numbers of a list’s items, as nothing."""
    for pattern in (_BULLET, _NUMBER):
        found = [match.span() for match in pattern.finditer(text)]
        if len(found) > 1:
            yield from (Edit(*span, "") for span in found)


_MARKED_DOWN = re.compile(r"\*\S|(?<!\w)_\w|\]\(|^\#{1,6} ", re.MULTILINE)
_LINK = re.compile(r"!?\[(?P<words>[^\[\]\n]{1,200})\]\((?:https?:|mailto:|/|\#)[^()\s]{0,400}\)")
_EMPHASIS = re.compile(
    r"(?<![\w*])(\*{1,3})(?=[^\s*])[^*\n]{0,400}[^\s*](\1)(?![\w*])"
    r"|(?<![\w_])(_{1,2})(?=[^\s_])[^_\n]{0,400}[^\s_](\3)(?![\w_])"
)
_HEADING = re.compile(r"^\#{1,6} +", re.MULTILINE)


def markdown(text: str) -> Iterator[Edit]:
    """The marks of Markdown, as nothing: emphasis, headings, and where links lead to."""
    if not any(mark in text for mark in "*_]#") or not _MARKED_DOWN.search(text):
        return
    for match in _LINK.finditer(text):
        start, end = match.span("words")
        yield Edit(match.start(), start, "")
        yield Edit(end, match.end(), "")
    for match in _EMPHASIS.finditer(text):
        for group in range(1, 5):
            if match.group(group):
                yield Edit(*match.span(group), "")
    for match in _HEADING.finditer(text):
        yield Edit(*match.span(), "")


# A full stop that has lost the space after it: `stay open.“We will not,”she said.Tom Ryle left.`
# Each begins with what is rare, so that the search is fast, and ends where the space belongs.
_TIGHT_STOP = re.compile(r"[.?!](?<=[a-z]{3}.)(?=[A-Z][a-z])")
_TIGHT_OPEN = re.compile(r"[.?!,:](?<=[a-z].)(?=[\"“][A-Z])")
_TIGHT_CLOSE = re.compile(r"[\"”](?<=[.?!,].)(?=[A-Za-z])")
# `UPDATE 2-Orvale Rail cuts jobs`, as an agency sets it.
_TIGHT_SLUG = re.compile(
    r"^(?:(?:UPDATE|WRAPUP) \d{1,2}|EXCLUSIVE|CORRECTED|REFILE|BRIEF)-(?=[A-Z])", re.MULTILINE
)
_LINKED = re.compile(r"\S{0,80}(?:://|www\.|@)\S{0,80}\Z")


def lost_spaces(text: str) -> Iterator[Edit]:
    """Spaces for those that a text has lost after its sentences, if it has lost two or more, and
    after what an agency sets before a headline."""
    yield from (Edit(slug.end(), slug.end(), " ") for slug in _TIGHT_SLUG.finditer(text))
    places = [match.end() for match in _TIGHT_STOP.finditer(text)]
    places = [at for at in places if not _LINKED.search(text, max(0, at - 80), at)]
    straight = [match.start() for match in re.finditer('"', text)] if '"' in text else []
    for match in _TIGHT_OPEN.finditer(text):
        at = match.end()
        if text[at] == "“" and text[at - 1] in ".?!":
            yield Edit(at, at, " ")
        elif text[at] == "“" or bisect_right(straight, at - 1) % 2 == 0:
            places.append(at)
    for match in _TIGHT_CLOSE.finditer(text):
        at = match.end()
        if text[at - 1] == "”" or bisect_right(straight, at - 1) % 2 == 0:
            places.append(at)
    if len(places) > 1:
        yield from (Edit(at, at, " ") for at in sorted(set(places)))
