"""How a sentence is made that quotes somebody `as saying`: `Interfax quoted Ana Ruiz as saying`.

Whether he or who quotes him comes first, where `saying` stands, and on which side of it stands
what he said.
"""

from __future__ import annotations

from attrib.detection.cues import CueWord
from attrib.detection.views import Scene
from attrib.words.tokens import OPEN

QUOTES = frozenset("quoted quotes quoting cited cites citing paraphrased paraphrases".split())
_PARTICIPLES = frozenset("quoted cited paraphrased reported recorded".split())
SAYING = frozenset("saying telling writing stating adding declaring warning arguing".split())
SAYS = frozenset("said says say added adds explained explains argued argues wrote writes".split())
BE = frozenset("be is was been being are were am 's".split())
_CONTENT_BEFORE = frozenset((",", ".", ";", "by", "in", "on"))
"""What follows `as saying` where all that was said stands before."""
FURTHEST = 16
"""Words between `quoted` and `saying`; a title and words set off are shorter."""


def saying_after(scene: Scene, word: CueWord) -> int | None:
    """Where `as saying` follows a verb."""
    words = scene.words
    for i in range(word.at + 2, min(word.last, word.at + FURTHEST)):
        if words[i] in SAYING and words[i - 1] == "as":
            return i
    return None


def says(scene: Scene, word: CueWord) -> bool:
    """Whether a word is the verb of `Interfax quoted Ana Ruiz as | saying`, or of the passive, `was
    | quoted as saying`: whoever is quoted has said it, whatever was learned of the verb."""
    words, at = scene.words, word.at
    if word.word in _PARTICIPLES:
        return words[at + 1] == "as" and words[at + 2] in SAYING and is_passive(scene, at)
    if word.word not in SAYING or words[at - 1] != "as":
        return False
    before = range(at - 3, max(word.first, at - FURTHEST) - 1, -1)
    return any(words[i] in QUOTES and not is_passive(scene, i) for i in before)


def order_of_parts(scene: Scene, word: CueWord, saying: int) -> str:
    """The order of the parts, by whether anything said can follow."""
    after = saying + 1
    if after + 1 < word.last and scene.words[after] == "," and scene.words[after + 1] == OPEN:
        return "source-cue-content"  # `as saying, “…”`
    content_first = after >= word.last or scene.words[after] in _CONTENT_BEFORE
    return "content-source-cue" if content_first else "source-cue-content"


def is_passive(scene: Scene, verb: int) -> bool:
    """Whether the one quoted comes first: `was quoted by Interfax as saying`."""
    words = scene.words
    return words[verb + 1] == "by" or (
        words[verb] in _PARTICIPLES and not BE.isdisjoint(words[max(0, verb - 2) : verb])
    )
