r"""Text that was decoded wrongly before attrib got it: `â€œWe go,â€\x9d` for `“We go,”`.

It is said, never mended: offsets are those of the text as given, and a mended text is another.
"""

from __future__ import annotations

import re

from attrib.model import Note, Span

REASON = "read in the wrong encoding before: UTF-8 taken for cp1252; mend it (ftfy) and read again"

# What the bytes 0x80 to 0xBF look like in cp1252; those it leaves undefined come through as such.
_LATER = "".join(
    bytes([byte]).decode("cp1252", "replace").replace("\ufffd", chr(byte))
    for byte in range(0x80, 0xC0)
)
_CLASS = f"[{re.escape(_LATER)}]"
# Three characters for one of the punctuation that news is full of; two for an accented letter,
# which two letters of Portuguese or French may look like once, in capitals before a mark.
_SURE = re.compile(f"â[€‚„]{_CLASS}|ðŸ{_CLASS}{{2}}")
_LIKELY = re.compile(f"[ÃÂ]{_CLASS}")
_FIRST = "âðÃÂ"
_ENOUGH = 3


def find(text: str) -> tuple[Note, ...]:
    r"""A note at the first place that was decoded wrongly; none for a text that was not.

    >>> find("â€œWe go,â€\x9d she said.")[0].span.text
    'â€œ'
    >>> find("“We go,” said Élodie Âgée, of SÃO PAULO.")
    ()
    """
    if not any(letter in text for letter in _FIRST):
        return ()
    found = _SURE.search(text)
    if found is None:
        likely = _LIKELY.finditer(text)
        several = [match for _, match in zip(range(_ENOUGH), likely, strict=False)]
        found = several[0] if len(several) == _ENOUGH else None
    return () if found is None else (Note(REASON, Span.of(text, *found.span())),)
