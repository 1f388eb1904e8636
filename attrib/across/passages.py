"""A quotation of a draft as the words to be looked for, its editor's marks read as such.

Words in brackets are the editor's, an ellipsis stands for words left out, `walk[ed]` is one word.
"""

from __future__ import annotations

from collections.abc import Iterator

from attrs import evolve, field, frozen

from attrib.knowledge.wording import key_of, words_of
from attrib.lazily import regex
from attrib.model import Quotation

_EDITORIAL = regex.compile(
    r"""(?P<ellipsis>
        \[\s?(?:…|\.\s?\.\s?\.(?:\s?\.)?)\s?\]|\(\s?(?:…|\.\s?\.\s?\.)\s?\)|…|\.\s?\.\s?\.(?:\s?\.)?
    )
    |(?P<mended>(?<!\p{L})\p{L}++\[\p{L}++\]\p{L}*+|\[\p{L}++\]\p{L}++)
    |(?P<inserted>\[[^\[\]\n]{1,200}+\]|\([^()\n]{1,200}+\))""",
    regex.VERBOSE,
)


@frozen(kw_only=True)
class Token:
    """A word of a draft's quotation."""

    key: str
    start: int
    end: int
    inserted: bool = False
    """It stands in brackets."""
    stem: str | None = None
    """What is left of `walk[ed]` without the brackets; None for other words."""
    after_ellipsis: bool = False


@frozen(kw_only=True)
class Passage:
    """A quotation of the draft as the words to be looked for."""

    text: str = field(repr=False)
    """The whole draft."""
    tokens: tuple[Token, ...]
    end: int
    """Of the quotation, marks included."""

    @classmethod
    def of(cls, text: str, quotation: Quotation) -> Passage:
        """The words of a quotation, those in brackets and those after an ellipsis marked so."""
        return cls(text=text, tokens=tuple(_tokens(text, quotation)), end=quotation.end)

    @classmethod
    def printed(cls, text: str, quotation: Quotation) -> Passage:
        """The same words as a source has them that prints the brackets itself."""
        spans = quotation.spans
        tokens = [token for span in spans for token in _plain_tokens(text, span.start, span.end)]
        return cls(text=text, tokens=tuple(tokens), end=quotation.end)

    @property
    def keys(self) -> list[str]:
        return [token.key for token in self.tokens]

    @property
    def own(self) -> int:
        """Number of words that are not insertions."""
        return sum(not token.inserted for token in self.tokens)


def _tokens(text: str, quotation: Quotation) -> Iterator[Token]:
    """The words of a quotation, those in brackets and those after an ellipsis marked so."""
    after_ellipsis = False
    for span in quotation.spans:
        done = span.start
        for match in [*_EDITORIAL.finditer(text, span.start, span.end), None]:
            end = match.start() if match else span.end
            for token in _plain_tokens(text, done, end):
                yield evolve(token, after_ellipsis=after_ellipsis)
                after_ellipsis = False
            if match is None:
                break
            done = match.end()
            if match["ellipsis"]:
                after_ellipsis = True
            elif match["mended"]:
                whole = regex.sub(r"[\[\]]", "", match[0])
                stem = key_of(regex.sub(r"\[\p{L}+\]", "", match[0]))
                yield Token(
                    key=key_of(whole),
                    start=match.start(),
                    end=done,
                    stem=stem,
                    after_ellipsis=after_ellipsis,
                )
                after_ellipsis = False
            else:
                # Words in square brackets are never the source's; in round ones they may be.
                prefix = "[" if match[0][0] == "[" else ""
                for token in _plain_tokens(text, match.start(), done):
                    yield evolve(
                        token,
                        key=prefix + token.key,
                        inserted=True,
                        after_ellipsis=after_ellipsis,
                    )
                    after_ellipsis = False


def _plain_tokens(text: str, start: int, end: int) -> Iterator[Token]:
    words = words_of(text, start, end)
    for key, at, stop in zip(words.keys, words.starts, words.ends, strict=True):
        yield Token(key=key, start=at, end=stop)
