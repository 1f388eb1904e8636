"""Places that speak for who governs them: `the county`, of the only one near whose name is told:
`Orvale County`, `the city of Marden`, `Marden City Council`. No body that merely stands beside the
word is the place: `the state Department of Health` is not the state."""

from __future__ import annotations

from attrib.lazily import re
from attrib.resolution.referents import Referent, Scene, as_written
from attrib.resolution.seats import STATES

NOUNS = frozenset("city county district province state town township village borough".split())
"""Places that govern themselves."""
_STATES = frozenset(STATES.values())
_NEAR = 4000
"""How far back, in code points, the text is looked through."""
_WORD = (
    r"(?!(?:The|A|An|In|On|At|From|For|By|To|And|But|When|While|After|Before|As|If|Near|Each|Every"
    r"|Former|Some|Many|Most|Other|Both|Last|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday"
    r"|Sunday|This|That)\b)[A-Z][\w’'-]+"
)
_NAME = rf"{_WORD}(?: (?!City\b|Town\b|County\b|Village\b)[A-Z][\w’'-]+){{0,2}}"
_TOWN = re.compile(
    rf"\b(?:[Cc]ity|[Tt]own|[Vv]illage|[Bb]orough|[Tt]ownship) of (?P<of>{_NAME})(?! Council)"
    rf"|(?<![\w’'-])(?P<led>{_NAME}) (?:City|Town|Village|Borough|Township) (?:Council|Hall|Manager"
    r"|Attorney|Commission|Clerk|Administrator|Board)\b"
    rf"|\b[Mm]ayor of (?P<mayor>{_NAME})|(?<![\w’'-])(?P<held>{_NAME}(?: City)?) Mayor [A-Z]"
)
_PATTERNS = {
    **dict.fromkeys(("city", "town", "village", "borough", "township"), _TOWN),
    "county": re.compile(
        rf"(?<![\w’'-])(?P<of>{_WORD}(?: [A-Z][\w’'-]+)? County)\b(?! (?:Town|FC|Cup|Road)\b)"
    ),
    "district": re.compile(
        rf"(?<![\w’'-])(?P<of>{_WORD} (?:[A-Z][\w’'-]+ ){{0,3}}School District)\b"
        rf"|\b[Dd]istrict of (?P<led>{_NAME})"
    ),
    "province": re.compile(
        rf"\b[Pp]rovince of (?P<of>{_NAME})|(?<![\w’'-])(?P<led>{_NAME})(?:['’]s)? [Pp]rovince\b"
    ),
    "state": re.compile(
        rf"\b[Ss]tate of (?P<of>(?!(?:Emergency|Union|War)\b){_NAME})|(?<![\w’'-])(?P<led>"
        + "|".join(sorted(_STATES - {"Washington"}, key=len, reverse=True))
        + r")\b(?! (?:City|[Uu]niversity|Street|Avenue|Times|Post)\b)"
    ),
}
"""Where the text names a place of a kind."""
_HOME = frozenset(("United States", "U.S.", "US", "America", "USA"))


def described_place(scene: Scene, lemma: str) -> Referent | None:
    """The only place of a kind that the text has named before, by its name.

    >>> [(m["of"] or m["led"]) for m in _PATTERNS["city"].finditer(
    ...     "The city of Marden Falls sued. Orvale City Council met in Norvale.")]
    ['Marden Falls', 'Orvale']
    >>> _PATTERNS["county"].search("The Tarn County Board met.")["of"]
    'Tarn County'
    """
    text, at = scene.text, scene.phrase.start
    found: dict[str, tuple[int, int]] = {}
    for match in _PATTERNS[lemma].finditer(text, max(0, at - _NEAR), at):
        found[match[match.lastgroup or 0]] = match.span(match.lastgroup or 0)
        if len(found) > 1:
            return None
    span = next(iter(found.values()), None)
    if lemma == "state" and _is_abroad(scene):
        return None
    return None if span is None else as_written(scene, span, "organization", resolver="descriptor")


def _is_abroad(scene: Scene) -> bool:
    """Whether the text just before speaks of a country, which may be `the state` itself."""
    discourse, at = scene.discourse, scene.phrase.start
    near = (discourse.mentions[i].reading for i in discourse.within(max(0, at - _NEAR), at))
    return any(
        reading.sort == "country" and reading.name not in _HOME and reading.name not in _STATES
        for reading in near
    )
