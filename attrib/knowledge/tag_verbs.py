"""Verbs that tag a quotation: those of saying in the lexicon, and those of voice and manner.

`“Never,” she snorted` tells who says it as `she said` does, though nobody snorts that something is
so. Only beside a quotation do they tell anything.
"""

from __future__ import annotations

from functools import cache

from attrib.knowledge import lexicon

_MANNER = frozenset(
    """admonish aver bark bawl beam bellow bemoan blub blubber boom bray breathe bristle
    cackle caterwaul cheer chide chime chip chirp chirrup choke chortle chuckle clap clip coo
    correct crack croak croon crow cry cut deadpan drawl drone enthuse erupt explode fire fret
    froth fume gabble gasp giggle grimace grin gripe groan growl grumble grunt guffaw gulp
    gurgle gush hazard hiss hit holler hoot howl huff hum intone ironise ironize jab jeer jibe
    josh kid lament laugh leer lilt lisp marvel mewl mime moan mope mouth mumble murmur mutter
    narrate nod pant pen pipe pout prattle preach prod purr quaver query quiz rage ramble rant
    rap rasp reckon ring riposte roar scoff scold scowl scream screech seethe shoot shriek
    shrill shrug sigh simper sing slur smile smirk snap snarl sneer snicker sniff sniffle
    snigger snort sob speculate spit splutter sputter squawk squeak squeal stammer storm
    stutter swear taunt tease thunder trill trumpet tut tweet twinkle type urge vent wail
    warble weep wheeze whimper whine whinge whisper whoop wince wink wisecrack yap yawn yell
    yelp""".split()
)
_SAID = frozenset(("statement", "question", "denial", "disclosure", "promise", "order"))
_IRREGULAR = frozenset("wept spat shot sang swore rang hit cut put deadpanned".split())


def is_one(word: str) -> bool:
    """Whether a form, past or third person, is of such a verb.

    >>> [is_one(word) for word in ("snorted", "wept", "says", "told", "walked", "snort")]
    [True, True, True, True, False, False]
    """
    return word in _manner() or any(
        entry.part == "verb" and entry.cue_class in _SAID and word != lexicon.lemma(word)
        for entry in lexicon.entries(word)
    )


@cache
def _manner() -> frozenset[str]:
    forms = {form for lemma in _MANNER for form in lexicon.verb_forms(lemma)[1:3]}
    return frozenset(forms) | _IRREGULAR
