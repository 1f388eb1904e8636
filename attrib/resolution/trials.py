"""Who stands trial: the defendant of a court report, told by what is said beside the name."""

from __future__ import annotations

from attrib.lazily import re
from attrib.resolution.referents import Referent, Scene, is_person, of_entity

_DEFENDANT = re.compile(r"[Tt]he (?:defendant|accused)\Z")
_CHARGED = re.compile(
    r"(?:, (?:aged )?\d{1,3}(?:, (?:of|from) [^.;]{2,60}?)?,|, (?:of|from) [^.;]{2,60}?,)?"
    r" (?:denie[sd]|has denied|had denied|pleaded|pleads|admitted|has admitted|is accused"
    r"|was accused|stands accused|is charged|was charged|has been charged|is on trial"
    r"|(?:went|goes|stood|stands) (?:on )?trial|faces (?:trial|charges)|was (?:found )?guilty"
    r"|was (?:jailed|convicted|acquitted|cleared|sentenced)"
    r"|has been (?:jailed|convicted|cleared))\b"
)
_MOST = 300
"""Names that are looked through; a court report has its defendant among the first."""


def is_defendant(scene: Scene) -> bool:
    """Whether a source is `the defendant` and no more."""
    phrase = scene.phrase
    return _DEFENDANT.match(scene.text, phrase.start, phrase.end) is not None


def on_trial(scene: Scene) -> Referent | None:
    """The only person of whom the article says `denies murder`, `was charged` and the like."""
    discourse, text = scene.discourse, scene.text
    charged = {
        discourse.owners[i]
        for i, mention in enumerate(discourse.mentions[:_MOST])
        if is_person(discourse, i)
        and _CHARGED.match(text, mention.end)
        and discourse.quotation_at(mention.start) is None
        and not any(use.title for use in discourse.entities[discourse.owners[i]].uses)
    }
    return of_entity(scene, charged.pop(), "descriptor") if len(charged) == 1 else None
