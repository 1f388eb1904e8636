r"""Text that was decoded wrongly before attrib got it: `â€œWe go,â€\x9d` for `“We go,”`.

It is said, never mended: offsets are those of the text as given, and a mended text is another.
Where ftfy is installed (extra `ftfy`), the note also says what the first spoilt word was meant to
be; what is noted, and where, is the same without it.
"""

from __future__ import annotations

from attrib.lazily import re
from attrib.model import Note, Span

REASON = "read in the wrong encoding before: UTF-8 taken for cp1252"
_ADVICE = "; mend it (ftfy) and read again"

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
_REACH = 40
# Other spaces may be a letter's half: the no-break space after Ã was an à.
_SPACE = re.compile(r"[ \t\r\n]")


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
    if found is None:
        return ()
    return (Note(REASON + _meant(text, *found.span()) + _ADVICE, Span.of(text, *found.span())),)


def _meant(text: str, start: int, end: int) -> str:
    """The word at a spoilt place and what it was meant to be, in brackets, if ftfy can tell."""
    try:
        from ftfy import fix_encoding
    except ImportError:
        return ""
    before = _SPACE.split(text[max(0, start - _REACH) : start])[-1]
    after = _SPACE.split(text[end : end + _REACH])[0]
    spoilt = f"{before}{text[start:end]}{after}"
    meant = fix_encoding(spoilt)
    return f" ({spoilt} for {meant})" if meant != spoilt else ""
