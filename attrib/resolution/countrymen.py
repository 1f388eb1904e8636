"""Whom `the Dutchman` means: whom the text calls Dutch, or the one of those just named whom it
calls nothing else."""

from __future__ import annotations

from attrib.knowledge import nationalities
from attrib.knowledge.nouns import Gender
from attrib.lazily import re
from attrib.resolution.ages import named_in
from attrib.resolution.focused import barred, focus
from attrib.resolution.phrases import Phrase
from attrib.resolution.referents import Referent, Scene, gender_fits, of_entity

DEMONYMS = frozenset(
    "Turk Dane Swede Finn Pole Scot Briton Spaniard Croat Serb Czech Slovak Slovene Kurd Greek"
    " German Italian Belgian Brazilian Canadian American Russian Ukrainian Norwegian Australian"
    " Austrian Argentinian Argentine Colombian Mexican Nigerian Kenyan Ghanaian Egyptian Moroccan"
    " Algerian Tunisian Indian Korean Iranian Iraqi Israeli Hungarian Romanian Bulgarian Albanian"
    " Latvian Lithuanian Estonian Icelander Slovenian Serbian Croatian Bosnian Portuguese Japanese"
    " Senegalese Ivorian Cameroonian Congolese Kosovan Chilean Peruvian Uruguayan Ecuadorian"
    " Venezuelan Paraguayan Jamaican Spanish Welsh Dutchman Frenchman Frenchwoman Irishman"
    " Irishwoman Englishman Englishwoman Scotsman Welshman Dutchwoman Cypriot Pakistani Swede"
    " Moldovan Belarusian Georgian Armenian Slovakian Malian Guinean Togolese Gabonese Zambian"
    " Angolan Ethiopian Ugandan Cuban Haitian Honduran Panamanian Syrian Jordanian Uzbek Filipino"
    " Indonesian Malaysian Fijian Samoan Tongan".split()
)
"""What one person may be called by the country: `the Turk`."""
OF_MANY = frozenset(
    "Portuguese Japanese Senegalese Congolese Spanish Welsh Togolese Gabonese".split()
)
"""What a whole people is called by as well: `the Spanish`."""
AGED = re.compile(r"(?:(?:\d\d|[a-z]+)-year-old )")

_BACK = 4
"""Sentences that are looked back over for those just named."""
_TOLD_BACK = 16
"""Sentences in which somebody is told to be of a country, or named who was told to be."""


def countryman(scene: Scene, word: str) -> Referent | None:
    """`the Dutchman`, where the text tells who is Dutch, or who of those just named is not."""
    own = _countries(word)
    if own is None or not scene.discourse.sentences:
        return None
    gender: Gender | None = None
    if word in _NOUNS and word.endswith("man"):  # no German
        gender = "f" if word.endswith("woman") else "m"
    told = _told(scene, own, gender)
    chosen = told if told is not None else _left_over(scene, own, gender)
    return None if chosen is None else of_entity(scene, chosen, "descriptor")


def is_one_of_a_people(phrase: Phrase, text: str) -> bool:
    """Whether a source is one person, called by a country alone: `the 24-year-old Norwegian`."""
    if phrase.determiner != "the" or phrase.name is None:
        return False
    word = AGED.sub("", text[phrase.start + 4 : phrase.chunk_end])
    return word in DEMONYMS and word not in OF_MANY


def is_of_another(scene: Scene, index: int, word: str) -> bool:
    """Whether the text calls somebody by another country: `Frenchman Théo Roux`, no Dutchman."""
    own = _countries(word)
    return own is not None and own.isdisjoint(_of(scene, index) or own)


def _told(scene: Scene, own: frozenset[str], gender: Gender | None) -> int | None:
    """The only one lately named whom the text calls by that country."""
    discourse, at = scene.discourse, scene.phrase.start
    sentence = discourse.sentence_at(at)
    start, _ = discourse.window(max(0, sentence - _TOLD_BACK))
    found = {
        index
        for index in named_in(scene, start, at, gender)
        if own & (_of(scene, index) or frozenset())
    }
    return found.pop() if len(found) == 1 else None


def _left_over(scene: Scene, own: frozenset[str], gender: Gender | None) -> int | None:
    """Who is left of those named in the nearest sentence that names anybody, or its subject."""
    discourse, at = scene.discourse, scene.phrase.start
    sentence = discourse.sentence_at(at)
    others = barred(scene, discourse.window(sentence)[0], at)
    for back in range(min(_BACK, sentence + 1)):
        start, end = discourse.window(sentence - back)
        end = min(end, at)
        people = [i for i in named_in(scene, start, end, gender) if i not in others]
        for turn in reversed(scene.turns[-4:]):
            index = turn.referent.entity
            spoke = start <= turn.start < end and turn.attribution.parent is None
            if (
                spoke
                and index is not None
                and (gender is None or gender_fits(scene, index, gender))
            ):
                return index if own & (_of(scene, index) or own) else None
        left = [i for i in people if own & (_of(scene, i) or own)]
        if left:
            return focus(scene, left, start, end)
    return None


def _countries(word: str) -> frozenset[str] | None:
    code = _NOUNS.get(word)
    return frozenset((code,)) if code is not None else nationalities.countries(word)


def _of(scene: Scene, index: int) -> frozenset[str] | None:
    """The countries by which the words beside a name call its bearer; None where none do."""
    discourse, text = scene.discourse, scene.text
    at = scene.phrase.start
    start, _ = discourse.window(max(0, discourse.sentence_at(at) - _TOLD_BACK))
    first = discourse.entities[index].first
    named = (*discourse.within(first, first + 1), *discourse.within(start, at))
    for i in [i for i in named if discourse.owners[i] == index][:_NAMED]:
        mention = discourse.mentions[i]
        opens = text[mention.start : mention.end].partition(" ")[0]
        found = _countries(opens)  # `Frenchman Théo Roux`
        before = _BEFORE.search(text, max(0, mention.start - 60), mention.start)
        if before is not None and found is None:
            found = _countries(before["word"])
        after = _AFTER.match(text, mention.end) if found is None else None
        if after is not None:
            found = _countries(after["word"])
        if found is not None:
            return found
    return None


_NAMED = 12
_BEFORE = re.compile(
    r"\b(?P<word>[A-Z][a-z]+(?: (?=Zealand)Zealand(?:er)?)?)(?:[’']s)?"
    r" (?:(?!(?:of|in|from|to|by|with|against|at|on|for|and|or|the|an?|than|over|after|before|as"
    r"|beat|met|told|said|is|was|has|when|while|but)\b)[a-z\d-]+ ){0,3}\Z"
)
"""`Frenchman | Théo Roux`, `French qualifier | Théo Roux`, `Argentina’s | Joaquín Vera`."""
_AFTER = re.compile(
    r"(?:,? (?:of|from) |, an? (?:\d\d-year-old )?|, the )"
    r"(?P<word>[A-Z][a-z]+(?: Zealand(?:er)?)?)\b"
)
_NOUNS = {
    **dict.fromkeys(("Dutchman", "Dutchwoman"), "NL"),
    **dict.fromkeys(("Frenchman", "Frenchwoman"), "FR"),
    **dict.fromkeys(("Irishman", "Irishwoman"), "IE"),
    **dict.fromkeys(
        "Englishman Englishwoman Scotsman Welshman Scot Briton Brit Scottish Welsh".split(), "GB"
    ),
    "Argentine": "AR",
    "Argentinian": "AR",
    "Croat": "HR",
    "Czech": "CZ",
    "Dane": "DK",
    "Filipina": "PH",
    "Filipino": "PH",
    "Finn": "FI",
    "Icelander": "IS",
    "Pole": "PL",
    "Serb": "RS",
    "Slovak": "SK",
    "Slovene": "SI",
    "Spaniard": "ES",
    "Swede": "SE",
    "Turk": "TR",
    "Uzbek": "UZ",
}
"""Nouns for people that are no adjectives."""
