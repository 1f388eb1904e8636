"""Spokespeople of whom few words tell whose they are: `its spokesman`, `a Kremlin spokesman`."""

from __future__ import annotations

from attrs import evolve

from attrib.lazily import re
from attrib.resolution.phrases import PRONOUNS, Phrase, role_of
from attrib.resolution.referents import Referent, Scene, again, outlet_at
from attrib.resolution.roles import SYNONYMS


def its_spokesperson(scene: Scene) -> Referent | None:
    """`its spokesman`, after the body whose he is."""
    phrase, text = scene.phrase, scene.text
    noun = phrase.noun
    if phrase.determiner not in ("its", "their") or noun is None:
        return None
    if SYNONYMS.get(noun.lemma, noun.lemma) != "spokesperson":
        return None
    end = phrase.start + len(phrase.determiner)
    pronoun = Phrase(
        start=phrase.start,
        end=end,
        form="pronoun",
        pronoun=PRONOUNS[phrase.determiner],
        chunk_end=end,
        core_end=end,
    )
    body = scene.resolve(pronoun)
    if body.kind != "organization" or body.resolver == "none":
        return None
    return evolve(body, role=role_of(text, phrase), resolver="descriptor")


def for_seat(scene: Scene) -> Referent | None:
    """`a Kremlin spokesman`, `a No 10 spokeswoman`: bodies called by where they sit, and the like
    that no name of a body tells."""
    phrase, text = scene.phrase, scene.text
    match = _SEAT.search(text, phrase.start, phrase.noun_start)
    if match is None:
        return None
    return Referent(
        name=match["seat"],
        kind="organization",
        antecedent=match.span("seat"),
        role=role_of(text, phrase),
        resolver="descriptor",
    )


_SEAT = re.compile(
    r"\b(?P<seat>Kremlin|Treasury|Labour|N(?:o|o\.|umber) 1[01]|Downing Street|White House"
    r"|Pentagon|Vatican|Élysée|Elysee|Holyrood|Foggy Bottom) \Z"
)


def outlet_spoken_for(scene: Scene) -> Referent | None:
    """`A Reuters spokesman`, `a spokeswoman for the BBC`: the outlet, of which they speak."""
    phrase, text = scene.phrase, scene.text
    mention = outlet_at(scene, phrase.start, phrase.end)
    if mention is None:
        return None
    span = mention.span
    before = text[span.end : phrase.noun_start] in (" ", "’s ", "'s ", "’ ", "' ")
    after = _FOR.fullmatch(text, phrase.noun_end, span.start) and not _GOES_ON.match(text, span.end)
    if not before and not after:
        return None
    return Referent(
        name=mention.name,
        kind="outlet",
        antecedent=(span.start, span.end),
        role=role_of(text, phrase),
        resolver="descriptor",
    )


_GOES_ON = re.compile(r" [A-Z]")
"""`A spokesman for BBC Studios`, which is no outlet."""
_FOR = re.compile(r" (?:for|of|from|at) (?:[Tt]he )?")


def whose_voice(scene: Scene, meant: Referent | None) -> Referent | None:
    """The body for which whoever a pronoun means has spoken just before: `A spokesman for the
    council said so. |He| added`.

    Whoever else a pronoun means is given back.
    """
    if meant is None or meant.kind != "anonymous" or meant.antecedent is None:
        return meant
    at = meant.antecedent[0]
    if _VOICE.search(scene.text, at, meant.antecedent[1]) is None:
        return meant
    for turn in reversed(scene.turns[-_TURNS:]):
        if turn.start == at and turn.referent.kind == "organization":
            voice = evolve(again(scene, turn.referent, "pronoun"), likely=meant.likely)
            # a body without a name stands where its spokesman does
            return voice if voice.antecedent else evolve(voice, antecedent=meant.antecedent)
    return meant


_VOICE = re.compile(r"spokes(?:man|woman|person)\b|\brep(?:resentative)?\b")
_TURNS = 12
"""Statements looked back over for the one by which somebody spoke for a body."""


def only_speaks_for(scene: Scene, index: int) -> bool:
    """Whether somebody only speaks for another, whom a description means: `Spokesman Tom Hale said
    so. The novelist slept`."""
    noun, uses = scene.phrase.noun, scene.discourse.entities[index].uses
    if not uses or (noun is not None and noun.lemma in _SPOKESPEOPLE_TOO):
        return False
    return all(use.role is not None and SYNONYMS.get(use.role) == "spokesperson" for use in uses)


_SPOKESPEOPLE_TOO = frozenset(
    """spokesperson spokesman spokeswoman official aide adviser advisor executive representative
    officer strategist lawmaker legislator politician member senator congressman
    congresswoman councillor councilor councilman councilwoman staffer operative consultant
    diplomat""".split()
)
"""What a spokesperson may be called as well."""
