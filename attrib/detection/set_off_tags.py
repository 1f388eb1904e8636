"""Who says it in a tag, with what is told of him set off: `It leaks, Ana Ruiz, 54, a nurse, said.`

The source is all from the name, or from the noun before it, up to the verb: `, the mayor, Ana Ruiz,
| told reporters.` What stands before it has to be a main clause.
"""

from __future__ import annotations

from attrib.detection.candidates import TokenRange
from attrib.detection.cues import CueWord
from attrib.detection.tag_ends import tag_end
from attrib.detection.views import FINITE, PHRASE, Scene
from attrib.detection.whole_clauses import is_clause
from attrib.knowledge import nouns
from attrib.words.tokens import CLOSE, OPEN

_MOST = 4
"""Stretches between commas that a source has at most."""
_LONGEST = 28
_BEGINS = frozenset("DT JJ NN NNS NNP CD PRP$".split())
_RELATIVES = frozenset(("WP", "WP$", "WDT"))
_SPEAKS = ("group", "organization", "document")
_NO_OPENING = frozenset("in on at by for with during after before as when while if".split())


def source(scene: Scene, word: CueWord) -> TokenRange | None:
    """The tokens of such a source, up to the comma before the verb; None where there is none."""
    words, at = scene.words, word.at
    if words[at - 1] != "," or scene.depth[at] != scene.depth[word.first]:
        return None
    commas = _commas(scene, word)
    stretches = [(commas[i + 1] + 1, commas[i]) for i in range(len(commas) - 1)]  # last first
    for n in range(1, min(len(stretches), _MOST)):
        first, last = stretches[n]
        if not _is_apposition(scene, *stretches[n - 1]):
            return None
        if not _is_somebody(scene, first, last):
            continue
        named_before = n + 1 < len(stretches) and _names(scene, *stretches[n + 1])
        if named_before and not _names(scene, *stretches[n - 1]) and not _names(scene, first, last):
            continue  # `Ana Ruiz, | head of the institute, which studies dams, said`
        if not is_clause(scene, word.first, first - 1):
            return (first, at) if _is_amid(scene, word, first) else None
        if n + 1 < len(stretches) and _names(scene, first, last):
            before = stretches[n + 1]
            if _is_role(scene, *before) and is_clause(scene, word.first, before[0] - 1):
                first = before[0]  # `the treasurer, Ana Ruiz, 54, said`
        return first, at
    return None


def is_source(scene: Scene, first: int, last: int) -> bool:
    """Whether tokens are somebody with what is told of him: `Ana Ruiz, 54,`, `a man who saw it`."""
    words, tags = scene.words, scene.tags
    stretches: list[tuple[int, int]] = []
    begins = first
    for i in range(first, last):
        if words[i] == ",":
            stretches.append((begins, i))
            begins = i + 1
    if begins < last:
        if stretches:
            return False  # no comma before the verb
        who = next((i for i in range(first, last) if tags[i] in _RELATIVES), last)
        verbs = sum(tag in FINITE for tag in tags[who:last])
        return _is_somebody(scene, first, who) and verbs == (who < last)
    told = all(_is_apposition(scene, *each) for each in stretches[1:])
    return bool(stretches) and told and _is_somebody(scene, *stretches[0])


def _is_amid(scene: Scene, word: CueWord, first: int) -> bool:
    """Whether a tag parts a clause: `The plant, Ana Ruiz, 54, said, | will close`; not where the
    mayor, Ana Ruiz, 54, said so."""
    words, tags = scene.words, scene.tags
    end = tag_end(scene, word, word.at + 1)
    if words[end] != "," or FINITE.isdisjoint(tags[end + 1 : word.last]):
        return False
    begun = first - 1 - word.first
    if not begun or "," in words[word.first : first - 1]:
        return False
    if tags[word.first] == "IN":
        return tags[end + 1] in _BEGINS or tags[end + 1] in ("PRP", "EX")
    noun = nouns.lookup(scene.forms[first - 2])
    named = tags[first - 2] == "NNP" or (noun is not None and noun.human)
    return not named and tags[end + 1 + (tags[end + 1] == "RB")] in FINITE


def _commas(scene: Scene, word: CueWord) -> list[int]:
    """The commas before a verb, the nearest first, as far as a source may reach."""
    words = scene.words
    found = []
    for i in range(word.at - 1, max(word.first, word.at - _LONGEST), -1):
        if words[i] in (OPEN, CLOSE, ":", ";", "—", "–"):
            break
        if words[i] == ",":
            found.append(i)
            if len(found) > _MOST:
                break
    return found


def _is_apposition(scene: Scene, first: int, last: int) -> bool:
    """Whether a stretch says who somebody is: his age, office, name, where he is from, or a
    relative clause."""
    words, tags = scene.words, scene.tags
    if first >= last:
        return False
    if tags[first] in _RELATIVES:
        return any(tag in FINITE for tag in tags[first:last])
    if words[first] == "of":
        return all(tags[i] in PHRASE for i in range(first + 1, last))
    if tags[first] not in _BEGINS or words[first] in _NO_OPENING:
        return False
    return all(tags[i] in PHRASE or words[i] in ("of", "to") for i in range(first, last))


def _is_somebody(scene: Scene, first: int, last: int) -> bool:
    """Whether a stretch is a name, or a noun phrase for one who may speak."""
    return _names(scene, first, last) or _is_role(scene, first, last)


def _names(scene: Scene, first: int, last: int) -> bool:
    """Whether a stretch ends in a name of two words or one, a title or an office before it."""
    tags = scene.tags
    if first >= last or tags[last - 1] != "NNP":
        return False
    return all(tags[i] in ("NNP", "NN", "JJ", "POS") for i in range(first, last))


def _is_role(scene: Scene, first: int, last: int) -> bool:
    """Whether a stretch is `the treasurer`, `a lawyer for the port`, `one of the residents`."""
    tags, forms = scene.tags, scene.forms
    if first >= last or tags[first] not in ("DT", "PRP$", "CD", "NN", "NNP", "JJ"):
        return False
    if not all(tag in PHRASE for tag in tags[first:last]):
        return False
    if scene.words[first] == "one" and scene.words[first + 1] == "of":
        first += 2
    head = first
    while head + 1 < last and tags[head + 1] in ("NN", "NNS", "NNP", "JJ", "POS", "VBN"):
        head += 1
    noun = nouns.lookup(forms[head])
    return noun is not None and (noun.human or noun.category in _SPEAKS)
