"""Bodies whose names have small letters, or none but these: `Norvale’s ferry registry`, `the Tarvin
fire brigade`, `the diocese` of a diocesan spokesman."""

from __future__ import annotations

from attrib.knowledge import nouns
from attrib.lazily import re
from attrib.resolution import phrases
from attrib.resolution.mentions import Mention
from attrib.resolution.nearest_bodies import GENERIC_BODIES, UNTOLD
from attrib.resolution.phrases import Phrase, role_of
from attrib.resolution.referents import Referent, Scene, as_written

_FAR = 6000


def told_before(scene: Scene) -> Referent | None:
    """`the registry`, after `Norvale’s ferry registry`: the one body of that noun that the article
    tells by whose it is, where none has the noun in its name.

    >>> [found["body"] for found in _owned("registry", "Norvale's ferry registry grew.")]
    ["Norvale's ferry registry"]
    """
    phrase = scene.phrase
    noun = phrase.noun
    if noun is None or phrase.determiner != "the" or phrase.noun_start - phrase.start > 4:
        return None
    if phrase.owner or phrase.adjunct or phrase.complement or noun.lemma in _NOT_OWNED:
        return None
    start = max(0, phrase.start - _FAR)
    before = scene.text[start : phrase.start]
    if f" {noun.lemma.capitalize()}" in before:
        return None
    found = {match["body"]: match.span("body") for match in _owned(noun.lemma, before)}
    if len(found) != 1:
        return None
    ((first, last),) = found.values()
    return as_written(scene, (start + first, start + last), "organization", resolver="descriptor")


def _owned(lemma: str, text: str) -> list[re.Match[str]]:
    """Where a text tells whose a body of some noun is: `Norvale’s ferry registry`."""
    at, found = text.find(lemma), []
    while at >= 0:
        end = at + len(lemma)
        match = _OWNED.search(text, max(0, at - _LONGEST), end)
        if match is not None and not text[end : end + 1].isalnum():
            found.append(match)
        at = text.find(lemma, end)
    return found


_LONGEST = 70
_OWNED = re.compile(r"\b(?P<body>[A-Z][\w.-]+(?: [A-Z][\w.-]+)?['’]s? (?:[a-z-]+ ){0,3}[a-z-]+)\Z")
_NOT_OWNED = UNTOLD | frozenset(
    "government team campaign office party state country city town village force court police"
    " administration leadership".split()
)
"""Nouns for bodies that many are called by, or many have."""


def is_owned(text: str, phrase: Phrase) -> bool:
    """Whether a body is another’s, which goes by no name: `the consortium’s operator`."""
    match = _OWNER.match(text, phrase.start, phrase.noun_start)
    owner = None if match is None else nouns.lookup(match["owner"])
    if owner is None or owner.category != "organization" or owner.lemma in _NOT_OWNED - UNTOLD:
        return False
    return phrase.noun is not None and phrase.noun.lemma in UNTOLD


_OWNER = re.compile(r"[Tt]he (?:[a-z-]+ ){0,2}(?P<owner>[a-z-]+)['’]s? ")


def whole_name(text: str, start: int, end: int, stop: int) -> str | None:
    """The name of a body that goes on in small letters after a capitalised word: `the Tarvin fire
    brigade`.

    >>> text = "a spokesman for the Tarvin fire brigade"
    >>> whole_name(text, 20, 26, len(text))
    'Tarvin fire brigade'
    """
    match = _GOES_ON.fullmatch(text, end, stop)
    noun = None if match is None else nouns.lookup(match["last"])
    if noun is None or noun.category != "organization" or noun.plural:
        return None
    return text[start:stop]


_GOES_ON = re.compile(r"(?: [a-z-]+){0,3} (?P<last>[a-z-]+)")


def called_by_place(scene: Scene, part: Phrase) -> Referent | None:
    """The body as it is called whom somebody speaks for: `the Romanian port authority`."""
    noun = part.noun
    if noun is None or noun.plural or part.determiner != "the":
        return None
    words = scene.text[part.start + 4 : part.noun_end]
    if noun.lemma in GENERIC_BODIES and words.count(" ") < _ENOUGH:
        return None  # `the Norvalian firm` may be any
    role = role_of(scene.text, scene.phrase)
    return Referent(name=words, kind="organization", role=role, resolver="descriptor")


_ENOUGH = 2
"""Spaces in a name that tells a body from others of its country."""


OWNS = re.compile(r"['’](?:s|(?<=s['’])) (?=[\w-])")


def for_owned(scene: Scene, owner: Mention) -> Referent | None:
    """`a spokesman for Orvale Rail’s parent company`: that speaks, and not Orvale Rail."""
    phrase, text = scene.phrase, scene.text
    between = text[phrase.chunk_end : owner.start].split()
    if not between or between[0] not in ("for", "of", "at", "from", "with"):
        return None
    within = scene.discourse.within(owner.start, phrase.core_end)
    mentions = scene.discourse.named(within)
    part = phrases.read(text, owner.start, phrase.core_end, mentions)
    noun, end = part.noun, part.chunk_end
    if noun is None and part.name is not None:  # `Norvale’s Finance Ministry`
        noun, end = nouns.lookup(part.name.reading.name.rpartition(" ")[2]), part.name.end
    if noun is None or noun.category != "organization" or noun.plural:
        return None
    return Referent(
        name=text[owner.start : end],
        kind="organization",
        role=role_of(text, phrase),
        resolver="descriptor",
    )


def of_adjective(scene: Scene) -> Referent | None:
    """`a diocesan spokesman`: the diocese, where the article speaks of one."""
    phrase, text = scene.phrase, scene.text
    words = text[phrase.start : phrase.noun_start].lower().split()
    noun = _BODIES.get(words[-1]) if words else None
    if noun is None:
        return None
    body = re.search(rf"\b[Tt]he {noun}\b", text)
    if body is None:
        return None
    return Referent(
        name=body[0],
        kind="organization",
        antecedent=body.span(),
        role=role_of(text, phrase),
        resolver="descriptor",
    )


_BODIES = {
    "diocesan": "diocese",
    "archdiocesan": "archdiocese",
    "parliamentary": "parliament",
    "presidential": "presidency",
    "governmental": "government",
    "ministerial": "ministry",
    "municipal": "municipality",
    "departmental": "department",
    "military": "military",
    "judicial": "judiciary",
    "papal": "Vatican",
    "consular": "consulate",
    "monastic": "monastery",
    "parochial": "parish",
    "provincial": "provincial government",
    "regimental": "regiment",
    "corporate": "company",
}
"""Adjectives before somebody who speaks for a body, and its noun."""


def speaks_for_one(words: str) -> bool:
    """Whether somebody speaks for a body that has no name: `a ministry spokeswoman`.

    >>> said = ("a county hospital spokeswoman", "a spokesman for the force", "a family spokesman")
    >>> [speaks_for_one(words) for words in said]
    [True, True, False]
    """
    match = _SPEAKER_OF.fullmatch(words) or _SPEAKER_FOR.fullmatch(words)
    noun = None if match is None else nouns.lookup(match["body"])
    return noun is not None and noun.category == "organization" and not noun.plural


_SPOKES = r"spokes(?:person|man|woman)"
_SPEAKER_OF = re.compile(
    rf"(?:[Aa]n?|[Tt]he|[Oo]ne|[Aa]nother) (?:[a-z-]+ ){{0,2}}"
    rf"(?P<body>[a-z-]+)(?:['’]s?)? {_SPOKES}"
)
_SPEAKER_FOR = re.compile(
    rf"(?:(?:[Aa]n?|[Tt]he|[Oo]ne|[Aa]nother) )?(?:[a-z-]+ )?"
    rf"(?:{_SPOKES} (?:for|of|at|from)|rep(?:resentative)? for) the "
    rf"(?:[a-z-]+ ){{0,2}}(?P<body>[a-z-]+)"
)
