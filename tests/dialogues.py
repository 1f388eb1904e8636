"""Little dialogues, `{Ana Ruiz = Ana Ruiz} said [it rained].`: sources, and who each of them is.

How to write them stands at the top of fixtures/cases/resolution.txt.
"""

from __future__ import annotations

import re
from pathlib import Path

from attrs import field, frozen

from attrib.model import Attribution, Document, Span, Speaker
from attrib.resolution import resolve
from attrib.words import quotes, sentences

_MARK = re.compile(r"\{(?P<words>[^{}=]*?)\s*=\s*(?P<wanted>[^{}]*)\}|[\[\]]")
_AUTHOR = re.compile(r"\s*\(author: ([^)]*)\)")


@frozen(kw_only=True)
class Wanted:
    """Who a source must turn out to be."""

    name: str
    """`?` where nobody may be named: the source keeps its own words."""
    resolver: str | None = None
    fields: dict[str, str] = field(factory=dict)
    """`kind`, `title`, `aff`, `why`, `anon`, as far as the dialogue names them."""


@frozen(kw_only=True)
class Dialogue:
    """A text with its sources, in order, and who they are."""

    title: str
    text: str
    author: str | None
    attributions: tuple[Attribution, ...]
    wanted: tuple[Wanted, ...]

    def speakers(self) -> list[Speaker | None]:
        """Who the sources are, as `attrib.resolution.resolve` finds it."""
        quotations, _ = quotes.find(self.text)
        document = Document(text=self.text, id="dialogue", author=self.author)
        split = sentences.split(self.text, quotations)
        return resolve.speakers(document, self.attributions, quotations, split)


def read_dialogues(path: Path) -> list[Dialogue]:
    """The dialogues of a file, without its comments."""
    text = path.read_text(encoding="utf-8")
    blocks = re.split(r"\n\s*\n", re.sub(r"(?m)^#.*\n?", "", text).strip())
    return [parse(*block.split("\n", 1)) for block in blocks]


def parse(title: str, marked: str) -> Dialogue:
    """A dialogue from its marked text.

    >>> dialogue = parse("Rain", "{Ana Ruiz = Ana Ruiz | kind: person} said [it rained].")
    >>> dialogue.text, dialogue.attributions[0].content[0].text, dialogue.wanted[0].fields
    ('Ana Ruiz said it rained.', 'it rained', {'kind': 'person'})
    """
    marked = re.sub(r"\s*\n¶\n\s*", "\n\n", marked)
    text = ""
    position = 0
    sources: list[tuple[int, int, Wanted]] = []
    brackets: list[list[int]] = []
    opened: list[list[int]] = []
    for match in _MARK.finditer(marked):
        text += marked[position : match.start()]
        position = match.end()
        if match[0] == "[":
            opened.append([len(text), len(text)])
            brackets.append(opened[-1])
        elif match[0] == "]":
            opened.pop()[1] = len(text)
        else:
            start = len(text)
            text += match["words"]
            sources.append((start, len(text), _wanted(match["wanted"])))
    text += marked[position:]
    author = _AUTHOR.search(title)
    return Dialogue(
        title=_AUTHOR.sub("", title),
        text=text,
        author=author[1] if author else None,
        attributions=tuple(_attributions(text, sources, brackets)),
        wanted=tuple(wanted for _, _, wanted in sources),
    )


def _attributions(
    text: str, sources: list[tuple[int, int, Wanted]], brackets: list[list[int]]
) -> list[Attribution]:
    free = [tuple(bracket) for bracket in brackets]
    contents: list[tuple[int, int]] = []
    for i, (start, end, _) in enumerate(sources):
        nearest = sources[i + 1][0] if i + 1 < len(sources) else len(text)
        after = [b for b in free if end <= b[0] <= nearest]
        before = [b for b in free if b[1] <= start]
        chosen = after[0] if after else before[-1] if before else None
        if chosen is None:
            full_stop = text.find(".", end)
            contents.append((end, full_stop if full_stop > end else len(text)))
        else:
            free.remove(chosen)
            contents.append((chosen[0], chosen[1]))
    made = []
    for i, (start, end, _) in enumerate(sources):
        around = [
            (last - first, j)
            for j, (first, last) in enumerate(contents)
            if j != i and _within(start, end, (first, last))
        ]
        parent = min(around)[1] if around else None
        quoted = text[contents[i][0]] in '“"'
        made.append(
            Attribution(
                pattern="dialogue",
                content=(Span.of(text, *contents[i]),),
                source=Span.of(text, start, end) if end > start else None,
                kind="direct" if quoted else "indirect",
                confidence=1.0,
                parent=parent,
            )
        )
    return made


def _within(start: int, end: int, content: tuple[int, int]) -> bool:
    return content[0] <= start and end <= content[1]


def _wanted(written: str) -> Wanted:
    name, *rest = [part.strip() for part in written.split("|")]
    fields = {}
    resolver = None
    for part in rest:
        key, colon, value = part.partition(":")
        if colon:
            fields[key.strip()] = value.strip()
        else:
            resolver = part
    return Wanted(name=name, resolver=resolver, fields=fields)
