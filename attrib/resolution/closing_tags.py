"""Tags that close a sentence after a name, `He met Ana Ruiz, the nurse recalled.`: nothing that is
said of the name, as `Ana Ruiz, the nurse,` is."""

from __future__ import annotations

from attrib.knowledge import lexicon
from attrib.knowledge.shipped import packed
from attrib.words.verbs import WITH_CLAUSE

_SAYING = WITH_CLAUSE | frozenset(
    "say tell add write argue continue note inform ask answer wonder recall concur agree".split()
)
_PLAINLY = frozenset(
    "said says added adds told tells wrote insisted insists joked explained explains recalled"
    " recalls noted notes argued argues continued remarked".split()
)
"""What no participle of the noun before it is, whatever follows."""
_AFTER = frozenset(
    "on in at during after before outside inside yesterday today later afterwards last this earlier"
    " from via through by when as while recently".split()
)
_ADDRESS = frozenset(("told", "tells"))
_TO_WHOM = frozenset("the a an reporters journalists jurors me us him her them his their".split())
_NO_SUBJECT = frozenset("who that which whom whose of to and or".split())
_LONGEST = 8
"""Words that a source in a tag may have."""


def is_closing_tag(phrase: str) -> bool:
    """Whether a phrase after a comma is a source and what it does: `the nurse added`.

    >>> [is_closing_tag(phrase) for phrase in ("the nurse added", "the nurse told the court")]
    [True, True]
    >>> [is_closing_tag(f"the nurse {rest}") for rest in ("who added", "told to go", "of the year")]
    [False, False, False]
    """
    words = phrase.split()
    for i, word in enumerate(words[:_LONGEST]):
        if word in ("who", "that", "which", "whose", "whom"):
            return False
        if i < 2 or word not in _closing_forms() or words[i - 1] in _NO_SUBJECT:
            continue
        rest = words[i + 1 : i + 2]
        after = _AFTER | _TO_WHOM if word in _ADDRESS else _AFTER
        return not rest or (word in _PLAINLY and rest[0] in after)
    return False


@packed("cues.tsv")
def _closing_forms() -> frozenset[str]:
    """The past and the present forms of verbs that a tag may have."""
    found: set[str] = set()
    for verb in _SAYING:
        found.update(form for form in lexicon.forms(verb, "verb")[1:] if not form.endswith("ing"))
    return frozenset(found)
