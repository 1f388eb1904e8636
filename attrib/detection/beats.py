"""What somebody does in a sentence before they are heard, and what keeps them from being heard.

`Ruiz shrugged. “…”`, `The mayor was blunt. “…”`; but after `Ruiz died in May`, `Ruiz read the sign`
the words that come next are not hers.
"""

from __future__ import annotations

from attrib.detection.known import Known
from attrib.knowledge import nouns

# What people do, and feel, before they are heard: after it a name is a speaker’s.
REACTS = frozenset(
    """agreed agrees disagreed disagrees laughed laughs smiled smiles shrugged shrugs nodded nods
    sighed sighs grinned grins frowned frowns winced winces beams groans hesitated hesitates
    paused pauses scoffed scoffs chuckled
    blushed groaned beamed cried wept apologised apologized bristled objected objects protested
    demurred relented conceded concedes concurred concurs countered responded replied answered
    surprised unsurprised alarmed amused angry blunt adamant clear certain sure furious defiant
    unmoved unimpressed undeterred optimistic pessimistic sceptical skeptical hopeful cautious
    philosophical unrepentant scathing delighted thrilled stunned shocked disappointed relieved
    convinced persuaded swayed impressed proud grateful sanguine diplomatic coy emphatic succinct
    unequivocal""".split()
)
REACTS_NOW = frozenset("laughs smiles shrugs nods sighs grins frowns winces beams".split())
LOOKS_A_NOUN = frozenset("cut lit bit shut hit set put lay spread shot fell".split())
"""Verbs that after a name are taken for nouns: `Ruiz | cut in`."""
_OWN = frozenset("his her himself herself".split())
"""After a name these show somebody: `Ruiz folded her arms.`"""
BODY = frozenset(
    """voice hands hand eyes eye face lip lips shoulders smile tears jaw chin brow fingers laugh
    gaze anger patience mood""".split()
)
"""What of somebody shows how they feel: `Ruiz’s voice broke`."""
_MOVES = frozenset(
    "looks looked sits sat stands stood leans leaned glances glanced puts put".split()
)
_WHERE_TO = frozenset("up down back away over round around".split())
_SILENCED = frozenset(
    """died dies dead killed murdered shot buried hanged executed arrested detained jailed charged
    sentenced convicted missing disappeared declined declines refused refuses""".split()
)
"""What keeps somebody from being heard in the words that come next."""
_WAS = frozenset("was were is are been".split())
_SUFFERS = frozenset(
    """booed jeered heckled mocked insulted abused shouted greeted taunted accused cheered welcomed
    ridiculed interrupted threatened""".split()
)
"""What others do aloud to whom the words that come next are not."""
_NOT = frozenset(("not", "never"))
_HEARS = frozenset("heard hears listened listens told taught".split())
_TAKES_IN = _HEARS | frozenset(
    """has have had keeps kept got gets received receives read reads saw sees found finds opened
    opens watched watches loves loved learned learnt knows played plays bought noticed turned
    switched wore spotted recognised recognized quotes quoted cites""".split()
)
"""Before a paper or a voice these say whose words it is that come next: not the subject’s."""
_HAD = frozenset("has have had".split())
_OWN_WORDS = frozenset("word words message question answer advice view warning".split())
_VOICES = frozenset(
    """voice voices shout shouts scream envelope headline headlines word words slogan motto knock
    announcement call radio tv caption subtitle chant chants song lyrics line lines sound
    warning""".split()
)


def is_silent(known: Known, verb: int, last: int) -> bool:
    """Whether somebody of whom a verb tells is not heard next: who died, or reads a letter."""
    words = known.words
    if not _SILENCED.isdisjoint(words[verb : min(last, verb + 5)]):
        return True
    if words[verb] in _WAS and not _SUFFERS.isdisjoint(words[verb + 1 : min(last, verb + 3)]):
        return True
    if not _NOT.isdisjoint(words[verb - 1 : verb + 3]):
        return False
    at = next((i for i in range(verb, min(last, verb + 4)) if words[i] in _TAKES_IN), last)
    if at + 1 < last and known.tags[at + 1][:1] in tuple("VR"):
        at += 1  # `has heard`, `still has`
    for i in range(at + 1, min(last, at + 6)):
        noun = nouns.lookup(words[i]) if known.tags[i][:1] == "N" else None
        paper = noun is not None and noun.category == "document"
        heard = noun is not None and words[at] in _HEARS
        if paper or heard or words[i] in _VOICES:
            return words[at] not in _HAD or words[i] not in _OWN_WORDS
    return False


def moves(known: Known, first: int, last: int) -> bool:
    """Whether a predicate is of what only people do: `looked up`, `folded her arms`."""
    words = known.words
    stop = min(last, first + 8)
    if not REACTS.isdisjoint(words[first:stop]) or not _OWN.isdisjoint(words[first:stop]):
        return True
    return any(words[i] in _MOVES and words[i + 1] in _WHERE_TO for i in range(first, stop))
