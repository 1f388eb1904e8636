"""Verbs that grammar tells, where too little was learned of the word.

The tags are learned from few articles, in which nobody `warns`, `testifies` or `condemns`: by their
ending alone such words are plural nouns. Between a subject and what is said they are verbs.
"""

from __future__ import annotations

from collections.abc import Sequence

from attrib.knowledge import lexicon
from attrib.knowledge.shipped import packed
from attrib.words.tokens import CLOSE, OPEN

_TAKEN_FOR = {
    "VBZ": frozenset(("NNS", "NN")),
    "VBP": frozenset(("NN", "VB", "JJ")),
    "VBD": frozenset(("JJ", "NN", "VBN")),
}
"""What a finite verb is taken for."""
_SUBJECTS = {
    "VBZ": frozenset("NN NNP PRP WP WDT RB )".split()),
    "VBP": frozenset("NNS WP".split()),
    "VBD": frozenset("NN NNS NNP PRP WP WDT RB )".split()),
}
"""The tags of what may stand before it."""
_MANY = frozenset("police people they we i you others some many several most both".split())
"""Subjects of verbs in the plural that do not look like plurals."""
_HEADS = frozenset("NN NNS NNP NNPS".split())
_FINITE = frozenset("VBZ VBD VBP MD".split())
_OBJECTS = frozenset("DT PRP PRP$ EX".split())
_CLAUSES = frozenset(("that", "whether", "how", "why", "what", "if", OPEN))
_ANYBODY = frozenset("anyone anybody everyone everybody someone nobody people those".split())
_OWNS = frozenset("the a an his her their its".split())
_ASKED = frozenset("whether why who how what".split())
_WHERE = frozenset("in on to during at via".split())
_FINAL = frozenset(".?!")
_IN_TAGGED = frozenset(",?!")
"""What ends a quotation that a tag follows."""
_BEGINS_SOURCE = frozenset("NN NNP NNS DT JJ PRP PRP$".split())


def finite(words: Sequence[str], tags: Sequence[str], i: int, after: str) -> str | None:
    """The tag of the verb of saying that stands at `i`, where the tag that it has hides one.

    `after` is the tag, or the tags, of the next word.

    >>> words = "the envoy warns that famine is near".split()
    >>> finite(words, ["DT", "NN", "NNS"], 2, "IN")
    'VBZ'
    >>> finite("the envoy warns at night".split(), ["DT", "NN", "NNS"], 2, "IN")
    """
    found = finite_forms().get(words[i])
    if found is None or tags[i] not in _TAKEN_FOR[found] or i == 0:
        return None
    following = words[i + 1]
    if tags[i - 1] == "CC" and found == "VBD" and tags[i] != "NN":
        # `said it was safe and urged people to stay`
        return found if following != "to" and "to" in words[i + 2 : i + 6] else None
    if words[i - 1] == CLOSE and words[i - 2] in _IN_TAGGED:
        # `“Wait,” cautions forecaster Ana Ruiz`
        return None if _BEGINS_SOURCE.isdisjoint(after.split("/")) else found
    if words[i - 1] in (",", CLOSE) and found == "VBZ" and after in ("NNP", "DT"):
        # `It may rain, warns Ana Ruiz.`
        noun = words[i] in _also_nouns() and after == "DT" and words[i - 1] == ","
        return None if noun else found
    if tags[i - 1] not in _SUBJECTS[found]:
        # `Police reckon`; `A report to councillors recommends that`
        plural = words[i - 1] in _MANY if found == "VBP" else tags[i - 1] == "NNS"
        if not plural or (found == "VBZ" and following != "that"):
            return None
    if following in _FINAL:
        tag = "," in words[max(0, i - _LONGEST_TAG) : i] and (found != "VBD" or tags[i] == "VBN")
        return found if tag else None
    amid = following == words[i - 3] == "," and found == "VBZ" and words[i - 2] in _OWNS
    if amid and words[i] not in _also_nouns():
        return found  # `He climbs up, the affidavit states, and looks`
    if tags[i - 1] in _HEADS and not _FINITE.isdisjoint(after.split("/")):
        # `, which its maker claims will cure`
        opens = next((k for k in range(i - 1, max(0, i - 6), -1) if words[k] == "which"), 0)
        return found if opens and words[opens - 1] == "," else None
    if found == "VBZ" and following in _ASKED and tags[i - 1] == "NNP":
        return found  # `Ruiz questions whether`
    if tags[i] == "VBN" and following in _WHERE and "that" in words[i + 2 : i + 7]:
        # `The star revealed on her podcast that`, but `A lawsuit filed in May claims that`
        between = words[i + 2 : words.index("that", i + 2)]
        return None if finite_forms().keys() & between else found
    if words[i] in _also_nouns() or (tags[i] == "VBN" and following == OPEN):
        return None  # `the report claims`, `a petition titled “…”`
    if found == "VBZ" and after == "NNP" and tags[i - 1] == "NN":
        return found  # `An affidavit states Moss lied`
    said = following in _CLAUSES or after in _OBJECTS or following in _ANYBODY
    return found if said or (following == "to" and found != "VBD") else None


def retort(words: Sequence[str], tags: Sequence[str], i: int) -> str | None:
    """The tag of `hit` and the like between a subject and `back` or `out`.

    >>> retort("the club hit back hard".split(), ["DT", "NN", "NN"], 2)
    'VBD'
    >>> retort("was shot back in".split(), ["VBD", "NN"], 1)
    """
    return "VBD" if i and (tags[i - 1] in _SUBJECTS["VBD"] or tags[i - 1] == "NNPS") else None


RETORTS = frozenset("hit shot fired pushed struck bit lashed clapped".split())
"""Verbs that are answers with these words after them; alone they are often taken for nouns."""
BACK = frozenset(("back", "out"))
_LONGEST_TAG = 6
"""How far back the comma stands before a tag: `It may rain, | two state forecasters warn.`"""


@packed("cues.tsv")
def finite_forms() -> dict[str, str]:
    """The finite forms of the verbs that signal attributions, and the tag of each."""
    found: dict[str, str] = {}
    for verb in lexicon.lemmas("verb"):
        base, third, *others = lexicon.forms(verb, "verb")
        found[base], found[third] = "VBP", "VBZ"
        found.update((form, "VBD") for form in others if not form.endswith("ing"))
    return found


@packed("cues.tsv")
def _also_nouns() -> frozenset[str]:
    """Forms that may be nouns of the lexicon: `claims`, whose neighbours are left to be weighed."""
    return frozenset(form for noun in lexicon.lemmas("noun") for form in lexicon.forms(noun))
