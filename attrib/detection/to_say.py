"""Who says something by a verb that another leads to: `took to Facebook to say`, `felt compelled to
point out`, `was keen to stress`.

The noun before `to` is no speaker, and neither is the verb before it a cue of its own: the two are
one, and its subject says it.
"""

from __future__ import annotations

from attrib.detection.classes import TOLD, is_of
from attrib.detection.clause_tags import Tag
from attrib.detection.cues import CueWord
from attrib.detection.that_clauses import CLAUSES, is_clause
from attrib.detection.views import PHRASE, Scene
from attrib.words.tokens import OPEN

_PLACES = frozenset(
    """facebook twitter x instagram tiktok linkedin telegram youtube threads bluesky weibo reddit
    snapchat mastodon stage podium lectern microphone airwaves media tv television radio
    stand floor""".split()
)
"""Where somebody goes to say something."""
_TAKES = frozenset("took takes taken taking turned turns turning went goes gone".split())
_FEELS = frozenset(
    """is are was were been be felt feels feel seemed seems appeared appears became remained had
    has""".split()
)
_READY = frozenset(
    """keen quick anxious eager careful compelled forced obliged moved prompted glad happy sorry
    ready ashamed proud relieved reluctant bound determined desperate pains fit need urge duty
    courage nerve decency honest brave kind swift slow first only last able willing driven
    tempted""".split()
)
"""Before `to`, what somebody is who says something."""
_BETWEEN = frozenset("at the a an obliged very so too most only extremely particularly".split())
_ON = frozenset("went goes gone came comes come stepped steps stood stands got".split())
_HASTENS = frozenset("hastened hastens rushed rushes hurried hurries scrambled proceeded".split())
_FAR = frozenset("on out in up forward so as far".split())
_LONGEST, _LONGEST_SOURCE = 6, 14


def find(scene: Scene, word: CueWord) -> Tag | None:
    """The source and the whole cue of a verb after `to`; None where nothing leads to it.

    >>> from attrib.detection import cues, views
    >>> from attrib.words import tags
    >>> from attrib.words.tokens import tokenize
    >>> text = "Then the actress took to Facebook to say that she was well."
    >>> tokens = tokenize(text, [], [(0, len(text))])
    >>> scene = views.scene(tokens, tags.tag(tokens))
    >>> say = next(word for word in cues.find(tokens, scene.tags) if word.lemma == "say")
    >>> tag = find(scene, say)
    >>> tokens.forms[slice(*tag.source)], tokens.forms[tag.first]
    (['the', 'actress'], 'took')
    """
    words, at = scene.words, word.at
    if words[at - 1] != "to" or word.tag not in ("VB", "VBP", "NN") or scene.depth[at]:
        return None
    said = at + 1 + (words[at + 1] in ("out", "up"))
    clause = words[said] in CLAUSES or words[said] in (":", OPEN)
    clause = clause or is_clause(words, scene.tags, said)
    if not is_of(word.sort, TOLD) or not clause:
        return None
    verb = _leads(scene, at - 1, word.first)
    source = None if verb is None else _subject(scene, verb, word.first)
    if verb is None or source is None:
        return None
    return Tag("source-cue-content", source, said - 1, verb)


def _leads(scene: Scene, to: int, first: int) -> int | None:
    """The verb that leads to what `to` begins."""
    words = scene.words
    last = to - 1
    for verb in range(last, max(first, to - _LONGEST) - 1, -1):
        between = words[verb + 1 : last]
        if words[verb] in _TAKES and words[last] in _PLACES and "to" in words[verb + 1 : last]:
            return verb
        if words[verb] in _FEELS and words[last] in _READY and _BETWEEN.issuperset(between):
            return verb
        if verb == last and words[verb] in _HASTENS:
            return verb
        if words[verb] in _ON and verb < last and _FAR.issuperset(words[verb + 1 : to]):
            return verb
    return None


def _subject(scene: Scene, verb: int, first: int) -> tuple[int, int] | None:
    """The noun phrase before a verb and its helpers."""
    words, tags = scene.words, scene.tags
    end = verb
    while end > first and (words[end - 1] in _FEELS or tags[end - 1] in ("MD", "RB")):
        end -= 1
    begins = end
    while begins > first and tags[begins - 1] in PHRASE and end - begins < _LONGEST_SOURCE:
        if tags[begins - 1] == "CC" and begins - 1 == first:
            break
        begins -= 1
    opens = begins == first or words[begins - 1] in (",", "and", "but", "that", "then")
    opens = opens or (tags[begins - 1] in ("CC", "RB") and begins - 1 == first)
    return (begins, end) if begins < end and opens else None
