"""`the campaign`, `the administration`: the only one near that is somebody’s."""

from __future__ import annotations

from attrib.lazily import re
from attrib.resolution.referents import Referent, Scene, is_person

NOUNS = frozenset(("campaign", "administration"))
"""What is somebody's: `Ruiz’s campaign`, `the Okon administration`."""
_NEAR = 2000
"""How far back, in code points, the text is looked through."""


def only_one(scene: Scene, lemma: str) -> Referent | None:
    """The body of this noun of which the text just before speaks, unless two have one."""
    discourse, text = scene.discourse, scene.text
    at = scene.phrase.start
    found: dict[int, Referent] = {}
    for i in reversed(discourse.within(max(0, at - _NEAR), at)):
        mention, index = discourse.mentions[i], discourse.owners[i]
        match = _OWNED.match(text, mention.end) if is_person(discourse, i) else None
        if match is None or match["noun"] != lemma:
            continue
        whose = discourse.entities[index].name if match["mark"] else mention.reading.name
        referent = Referent(
            name=whose + match[0],
            kind="organization",
            antecedent=(mention.name_start, match.end()),
            resolver="descriptor",
        )
        found.setdefault(index, referent)
    return found.popitem()[1] if len(found) == 1 else None


_OWNED = re.compile(
    r"(?P<mark>['’]s?)? (?:[a-z-]+ )?(?P<noun>campaign|administration)\b(?! [a-z]+er\b)"
)
