"""Headings under which all words are one person's: `Statement by Ana Ruiz`, `Full text: …`."""

from __future__ import annotations

from attrib.lazily import regex

_FORMS = r"(?i:statement|speech|remarks|address|letter|testimony|transcript|message|words)"
_WORD = r"\p{Lu}[\p{L}.-]*+(?:['’]\p{Lu}\p{L}++)?+"
_NAME = rf"(?P<name>{_WORD}(?:[ ](?:{_WORD}|of|the|de|van|von|al|bin)){{0,9}}+)"
_DATED = r"(?:,?[ ](?:on|at|to|in|following|after)\b[^\n:]{1,120}+)?"
_HEADING = regex.compile(
    rf"""(?m)^[ \t#*_]*+(?:
        (?:(?i:the[ ])?(?i:full[ ](?:text|transcript)|text|transcript)(?i:[ ]of)?:?[ ])?+
        (?i:the[ ])?+(?i:full[ ]|complete[ ]|opening[ ]|closing[ ]|prepared[ ]|public[ ]|open[ ])?+
        {_FORMS}[ ](?:by|of|from)[ ](?i:the[ ])?{_NAME}
      | (?i:full[ ](?:text|transcript|statement)(?i:[ ](?:of|from|by))?:?[ ])?+
        {_NAME}['’]s?[ ](?i:full[ ]|opening[ ]|prepared[ ])?+{_FORMS}(?i:[ ]in[ ]full)
    ){_DATED}[ \t:*_]*+$""",
    regex.VERBOSE,
)
_END = regex.compile(
    r"(?mi)^[ \t#*_]*+(?:-?ends-?|notes? to editors|about [^\n]{2,60}|(?:media|press) contacts?"
    r"[^\n]{0,60}|#{3,})[ \t:*_]*+$"
)


def headings(text: str) -> list[tuple[int, str | None]]:
    """Where such a heading stands and whose words follow, and where they end.

    >>> headings("Statement by Ana Ruiz:\\n\\nWe will mend the dam.\\n\\nENDS\\n\\nBy mail")
    [(0, 'Ana Ruiz'), (47, None)]
    >>> headings("A statement by Ana Ruiz angered the council.")
    []
    """
    starts = [(match.start(), match["name"]) for match in _HEADING.finditer(text)]
    if not starts:
        return []
    ends = [(match.start(), None) for match in _END.finditer(text, starts[0][0])]
    return sorted([*starts, *ends], key=lambda place: place[0])
