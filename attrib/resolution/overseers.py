"""Sources that oversee others: `the watchdog`, `the EU regulator`, which no firm can be."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Collection

from attrib.knowledge import nationalities
from attrib.lazily import re
from attrib.resolution.referents import Referent, Scene, has_word, kind_of, of_entity
from attrib.resolution.roles import content_words

NOUNS = frozenset(("watchdog", "regulator"))
_OFFICES = frozenset(
    "commission commissioner authority agency office administration board council service bureau"
    " ombudsman inspectorate directorate regulator regulators watchdog institute department"
    " ministry tribunal panel committee standards ethics court executive".split()
)
"""What stands in the names of bodies that oversee."""
_STRONG = _OFFICES - frozenset("institute department ministry council service panel".split())
"""Of these, those of bodies that oversee rather than of others."""
_EUROPEAN = frozenset(("EU", "EU’s", "EU's", "European", "Brussels"))
_GOVERNED = re.compile(r"\b(?:on|in|of|for|to|with|from|at)(?: the)? \Z")
"""Before a name of which a sentence does not tell what it did, as it does after `fined by`."""
_FAR = 1500
"""How far back, in code points, the body stands that is called so."""
_BESIDE = 40
"""So far before its name stands whose it is: `China’s regulator, the …`."""
_LOOKED = 80
"""Among so many mentions before."""


def described(scene: Scene, words: Collection[str]) -> Referent | None:
    """The overseeing body named last before: European Commission for `the EU watchdog`; in what
    somebody says, where there is no other."""
    return _named(scene, words, quoted=False) or _named(scene, words, quoted=True)


def _named(scene: Scene, words: Collection[str], *, quoted: bool) -> Referent | None:
    """The body that oversees, named last before, in or out of quotations.

    One that the words around its name call so, `the watchdog Ofwat`, an acronym, or one whose name
    has an office in it; of another country's it is none.
    """
    text, discourse, at = scene.text, scene.discourse, scene.phrase.start
    place = next(filter(_is_place, text[scene.phrase.start : scene.phrase.core_end].split()), "")
    words = {word for word in words if word != place.lower()}
    seen: set[int] = set()
    other: int | None = None  # `offered on the ZHS`: named, but not what a sentence is about
    stop = bisect_right(discourse.starts, at - 1)
    for i in range(stop - 1, max(-1, stop - _LOOKED), -1):
        mention, index = discourse.mentions[i], discourse.owners[i]
        if at - mention.start > _FAR:
            break
        if index < 0 or index in seen:
            continue
        if (discourse.quotation_at(mention.start) is None) is quoted:
            continue
        entity = discourse.entities[index]
        called = _is_called_so(text, mention.start, mention.end)
        if not called and kind_of(scene, entity) == "outlet":
            continue  # the BBC, which was the first to report it
        shouted = entity.name.isupper() and not entity.human
        if not (called or shouted) and kind_of(scene, entity) != "organization":
            continue
        seen.add(index)
        own = content_words(entity.name)
        told = called or shouted or entity.name[:2] == "Of"
        if not told and own.isdisjoint(_OFFICES):
            continue
        if words and not called and not all(has_word(word, own) for word in words):
            continue
        before = text[max(0, mention.start - _BESIDE) : mention.start].rpartition(".")[2]
        if place and not _is_of(f"{before} {entity.name}", place):
            continue
        weak = not told and own.isdisjoint(_STRONG)
        if called or not (
            weak or _GOVERNED.search(text, max(0, mention.start - 14), mention.start)
        ):
            return of_entity(scene, index, "descriptor")
        other = index if other is None else other
    return None if other is None else of_entity(scene, other, "descriptor")


def _is_called_so(text: str, start: int, end: int) -> bool:
    """Whether the words beside a name say so: `the watchdog Ofwat`, `Ofwat, the regulator`."""
    before, after = text[max(0, start - 12) : start], text[end : end + 60].partition(".")[0]
    return before.rstrip(" ,").endswith(("watchdog", "regulator")) or (
        after.startswith(", ") and ("watchdog" in after or "regulator" in after)
    )


def _is_place(word: str) -> bool:
    return word in _EUROPEAN or (word[0].isupper() and nationalities.countries(word) is not None)


def _is_of(name: str, place: str) -> bool:
    """Whether a body may be a country's: its name and what is before it tell of no other."""
    if place in _EUROPEAN:
        return "Europ" in name or "EU" in name.split()
    told = [nationalities.countries(word) for word in re.split(r"['’]s?\s|\s", name) if word]
    own = nationalities.countries(place)
    return own is None or all(other is None or not other.isdisjoint(own) for other in told)
