"""`Norvale’s military`, `the Norvalian army`: the forces that the article names, `Norvale Defense
Forces`, so that one body has one name."""

from __future__ import annotations

from attrib.knowledge import nationalities
from attrib.lazily import re
from attrib.resolution.referents import Referent, Scene, of_entity

_SAID = re.compile(
    r"(?:[Tt]he )?(?P<whose>[A-Z][\w’'-]*?(?: [A-Z]\w+)?)(?:['’]s?)? (?:military|army|armed forces)"
)
_NAMED = re.compile(r"(?:(?:Defen[cs]e|Armed) Forces?|Army|Military)\b")
_FEW = 60
"""Names of an article among which the forces are looked for."""


def forces(scene: Scene) -> Referent | None:
    """The only forces of that country that the article names; None where it names none, or two.

    >>> [_SAID.fullmatch(said)["whose"] for said in ("Peru's military", "the Peruvian army")]
    ['Peru', 'Peruvian']
    """
    said = _SAID.fullmatch(scene.text, scene.phrase.start, scene.phrase.end)
    of = nationalities.countries(said["whose"]) if said is not None else None
    if not of:
        return None
    found = [
        entity.index
        for entity in scene.discourse.entities[:_FEW]
        if _NAMED.search(entity.name) and _is_of(entity.name, of)
    ]
    return of_entity(scene, found[0], "descriptor") if len(found) == 1 else None


def _is_of(name: str, country: frozenset[str]) -> bool:
    """Whether a name has the country's, or that of its people, in it."""
    return any((nationalities.countries(word) or frozenset()) & country for word in name.split())
