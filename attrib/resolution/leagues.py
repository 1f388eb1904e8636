"""`the alliance`, `the bloc`, `the cartel`: the one league of states that the article has named."""

from __future__ import annotations

from attrib.resolution.referents import Referent, Scene, of_entity
from attrib.resolution.roles import content_words

NAMES = {
    "alliance": frozenset("alliance nato treaty".split()),
    "bloc": frozenset("bloc eu union asean mercosur brics ecowas saarc g7 g20 community".split()),
    "cartel": frozenset("cartel opec".split()),
}
"""A word that the name has of what is called so."""
_LOOKED = 60
"""How many names before the source are looked through."""


def described_league(scene: Scene) -> Referent | None:
    """The league, where only one is named that may be called so."""
    noun = scene.phrase.noun
    called = NAMES.get(noun.lemma) if noun is not None else None
    if called is None:
        return None
    discourse = scene.discourse
    found: dict[str, int] = {}
    stop = len(discourse.within(0, scene.phrase.start))
    for i in range(stop - 1, max(-1, stop - _LOOKED), -1):
        mention, index = discourse.mentions[i], discourse.owners[i]
        if mention.reading.sort not in ("organization", "country"):
            continue
        name = mention.reading.name if index < 0 else discourse.entities[index].name
        words = content_words(name) | content_words(mention.reading.name)
        if not called.isdisjoint(words) and not _is_of_workers(name):
            letters = "".join(word[0] for word in name.split()) if " " in name else name
            found.setdefault(letters.upper(), i)
    if len(found) != 1:
        return None
    (i,) = found.values()
    if discourse.owners[i] >= 0:
        return of_entity(scene, discourse.owners[i], "descriptor")
    mention = discourse.mentions[i]
    place = (mention.name_start, mention.end)
    return Referent(
        name=mention.reading.name, kind="organization", antecedent=place, resolver="descriptor"
    )


def _is_of_workers(name: str) -> bool:
    """Whether a union is none of states: `Teachers Union`, `Union of Nurses`."""
    return "Union" in name and name.split()[-2:] not in (
        ["European", "Union"],
        ["African", "Union"],
    )
