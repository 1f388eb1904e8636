"""Records for people: a line each, in columns as wide as the terminal allows."""

from __future__ import annotations

from collections.abc import Sequence

from attrib.display.columns import fit, width
from attrib.display.doubt import with_doubt
from attrib.display.segments import Annotated
from attrib.model import Link, Record

LEAST = 60
WIDE = 110
"""Columns from which on there is room for the line and the confidence."""
_GAP = "  "
_SHARE = {"SPEAKER": 32, "CUE": 18, "VIA": 30}
"""Most columns that each may take, whatever it holds; the content takes what is left."""


def table(analysis: Annotated, name: str, columns: int | None) -> str:
    """A line that names the article, headings, and a line for each record; None cuts nothing.

    The first line has the publisher, and the agency that all of the article is credited to; VIA
    has the outlets between them and the speaker.

    >>> from attrib import attribute
    >>> found = attribute("Rain is due, Ana Ruiz told Reuters on Monday.", publisher="Daily Post")
    >>> print(table(found, "rain.txt", 80), end="")
    rain.txt (Daily Post)
    SPEAKER   CUE   CONTENT                                                  VIA
    Ana Ruiz  told  Rain is due                                              Reuters
    """
    document = analysis.document
    shared = _shared(analysis)
    way = " → ".join(link.name for link in shared) or document.publisher
    about = ", ".join(fact for fact in (way, document.published) if fact)
    heading = f"{name}: {document.title}" if document.title else name
    about = f" ({about})" if about else ""
    room = None if columns is None else max(columns, LEAST) - width(about)
    lines = [_cut(heading, room) + about]
    if not analysis.records:
        lines.append("no attribution found")
        return "".join(f"{line}\n" for line in lines)
    rows = [_cells(record, document.text, len(shared)) for record in analysis.records]
    names = [name for name in rows[0] if any(row[name] for row in rows)]
    if columns is not None and columns < WIDE:
        names = [name for name in names if name not in ("LINE", "CONF")]
    cells = [names, *([row[name] for name in names] for row in rows)]
    widths = _widths(names, cells, columns)
    lines += [_GAP.join(map(fit, row, widths, map(_from_left, names))).rstrip() for row in cells]
    return "".join(f"{line}\n" for line in lines)


def _shared(analysis: Annotated) -> tuple[Link, ...]:
    """The links that every chain begins with: the publisher, and an agency credited as a whole."""
    credited = analysis.document.credits
    shared: list[Link] = []
    for first, *others in zip(*(record.chain for record in analysis.records), strict=False):
        outside = first.role == "publisher" or (first.role == "outlet" and first.name in credited)
        if not outside or any(other != first for other in others):
            break
        shared.append(first)
    return tuple(shared)


def _cells(record: Record, text: str, shared: int) -> dict[str, str]:
    links = list(record.chain[shared:])
    if links and record.speaker and links[-1].name == record.speaker.name:
        links.pop()  # it stands in the first column
    line = text.count("\n", 0, record.content[0].start) + 1 if text else None
    return {
        "LINE": "" if line is None else str(line),
        "SPEAKER": with_doubt(record) if record.speaker else record.who,
        "CUE": record.how,
        "CONTENT": record.what,
        "VIA": " → ".join(link.name for link in links),
        "CONF": f"{record.confidence:.2f}",
    }


def _widths(names: Sequence[str], cells: Sequence[Sequence[str]], columns: int | None) -> list[int]:
    needed = [max(map(width, column)) for column in zip(*cells, strict=True)]
    if columns is None:
        return needed
    usable = max(columns, LEAST) - len(_GAP) * (len(names) - 1)
    widths = [
        min(need, _SHARE.get(name, need), usable * _SHARE.get(name, 100) // 100)
        for name, need in zip(names, needed, strict=True)
    ]
    content = names.index("CONTENT")
    widths[content] = usable - sum(widths) + widths[content]
    return widths


def _from_left(name: str) -> bool:
    """A chain is cut at its beginning: who is nearest to the speaker says most."""
    return name == "VIA"


def _cut(line: str, columns: int | None) -> str:
    return fit(line, width(line) if columns is None else max(columns, 20)).rstrip()
