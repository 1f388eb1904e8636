"""Who tells something of a noun, in a relative clause that goes on with another verb.

`a bridge that its own experts | warn | could fall`, `a cape that Ruiz insists is new but tailors |
say | is old`: a verb of saying right before a finite one leaves a gap where its subject would be.
"""

from __future__ import annotations

from typing import NamedTuple

from attrib.detection import accused, bare_relatives
from attrib.detection.candidates import Candidate, TokenRange
from attrib.detection.classes import SAID, TOLD, is_of, lemma_and_sort, tells
from attrib.detection.credit_lines import DASHES
from attrib.detection.cues import CueWord
from attrib.detection.quoted_as import BE
from attrib.detection.views import FINITE, Scene

_RELATIVES = frozenset(("that", "which", "who"))
_NOMINAL = frozenset("DT JJ NN NNS NNP NNPS PRP$ POS CD PRP RB".split())
_HEADS = frozenset("NN NNS NNP NNPS PRP".split())
_ANTECEDENTS = frozenset("NN NNS NNP NNPS CD ,".split())
_JOINS = frozenset(("but", "and", "yet", "or"))
_LONGEST = 9
_THINKS = frozenset("believe think suspect hope feel".split())
_OF_CLAUSES = SAID | {"disclosure"}
_HAVE = frozenset(("has", "had", "have"))
_FEARS = frozenset("fear know expect worry".split())


class Gap(NamedTuple):
    """Who says what fills a gap, and the order of the parts."""

    order: str
    source: TokenRange


def find(scene: Scene, word: CueWord) -> Gap | None:
    """The source before a verb of saying that a finite verb follows; None where nothing is a gap.

    >>> from attrib.detection import cues, views
    >>> from attrib.words import tags
    >>> from attrib.words.tokens import tokenize
    >>> text = "They built a bridge that its own experts warn could fall."
    >>> tokens = tokenize(text, [], [(0, len(text))])
    >>> tagged = tags.tag(tokens)
    >>> gap = find(views.scene(tokens, tagged), cues.find(tokens, tagged)[-1])
    >>> tokens.words[slice(*gap.source)]
    ['its', 'own', 'experts']
    """
    words, tags, at = scene.words, scene.tags, word.at
    if words[at - 2] == "that" and (whole := _with_relative(scene, word)) is not None:
        return Gap("source-cue-content", whole)
    if (whose := _resumes(scene, word)) is not None:
        return Gap("source-cue-content", whose)
    if words[at - 1] == "and" and word.tag in ("VBD", "VBZ") and is_of(word.sort, TOLD):
        return _joined(scene, word)
    if words[at + 1] != "," and (people := accused.tellers(scene, word)) is not None:
        return Gap("content-source-cue-content", people)
    verb = _past_hearer(scene, at)
    if verb >= word.last or scene.depth[at] != scene.depth[verb]:
        return None
    if word.tag not in FINITE or tags[verb] not in FINITE:
        bare = bare_relatives.misread(scene, word)
        return Gap(_AROUND, bare) if bare is not None else None
    if not _leaves_gap(scene, word, verb):
        return None
    end = at - 1
    while tags[end] == "RB" and end > word.first:
        end -= 1
    last = end + 1
    if words[end] == ",":
        end = _before_apposition(scene, word.first, end)
    if tags[end] not in _HEADS:
        return None
    joint = None
    for i in range(end, max(word.first, end + 1 - _LONGEST), -1):
        if words[i] in _RELATIVES and tags[i] != "DT":
            of_noun = tags[i - 1] in _ANTECEDENTS or words[i - 1] in DASHES
            return Gap(_AROUND, (i + 1, last)) if of_noun and i < end else None
        if words[i] in _JOINS and i < end:
            joint = i if joint is None else joint
        elif tags[i] not in _NOMINAL and (words[i] != "." or tags[i - 1] != "NNP"):
            break
    follows = joint is not None and any(
        words[i] in _RELATIVES and tags[i - 1] in _ANTECEDENTS for i in range(word.first + 1, joint)
    )
    if joint and follows:
        return Gap("source-cue-content", (joint + 1, end + 1))
    bare = bare_relatives.subject(scene, word, last) if verb == at + 1 else None
    return Gap(_AROUND, bare) if bare is not None else None


_AROUND = "content-source-cue-content"


def _past_hearer(scene: Scene, at: int) -> int:
    """The token after a verb and whom it has for its hearers: `that he told | reporters | was`."""
    if scene.words[at] not in ("told", "tells"):
        return at + 1
    last = at + 1
    while scene.tags[last] in ("NN", "NNS", "NNP", "DT", "PRP", "PRP$") and last < at + _LONGEST:
        if scene.tags[last] == "PRP" and last > at + 1:
            break  # `told the court | she was ill`
        last += 1
    return last


def _leaves_gap(scene: Scene, word: CueWord, verb: int) -> bool:
    """Whether a verb with another right after it tells something of what the other lacks."""
    if is_of(word.sort, _OF_CLAUSES) or word.lemma in _THINKS:
        return True
    helps = scene.tags[verb] == "MD" or scene.words[verb] in BE | _HAVE
    return (word.lemma in _FEARS and helps) or (is_of(word.sort, TOLD) and scene.tags[verb] == "MD")


def is_antecedent(scene: Scene, word: CueWord) -> bool:
    """Whether somebody says something of a word, which has no claim itself: `| moves | that he said
    saved it`."""
    words, tags, that = scene.words, scene.tags, word.at + 1
    if words[that] != "that" or word.tag not in ("NN", "NNS", "VBZ"):
        return False
    for i in range(that + 1, min(word.last - 1, that + _LONGEST)):
        if tags[i] in FINITE:
            return i > that + 1 and tags[i + 1] in FINITE and tells(words[i])
        if tags[i] not in _NOMINAL and words[i] not in (".", ","):
            return False
    return False


def _before_apposition(scene: Scene, first: int, comma: int) -> int:
    """The last token of a name before what is set off after it: `Ruiz|, the treasurer, said`."""
    for i in range(comma - 1, max(first, comma - _LONGEST), -1):
        if scene.words[i] == ",":
            return i - 1 if i < comma - 1 else comma
        if scene.tags[i] not in _NOMINAL and scene.words[i] not in ("of", "for", "at"):
            break
    return comma


def of_relative(scene: Scene, reading: Candidate) -> Candidate:
    """A reading of a relative clause without the clause of what it is about: `He ran | a charity
    that | prosecutors said | hid arms`, `The mill, | which | he said | had burnt|, has closed`."""
    if reading.order != _AROUND or len(reading.content) < 2:
        return reading
    word, source = reading.head, reading.source or (0, 0)
    that = source[0] - 1
    if scene.words[that] not in _RELATIVES or FINITE.isdisjoint(scene.tags[source[1] : word.last]):
        return reading
    (first, last), (begins, ends) = reading.content[0], reading.content[-1]
    main = not FINITE.isdisjoint(scene.tags[first:that])
    if main and not scene.depth[that - 1] and last in (that, that + 1, that - 1):
        first, last = that, that + 1
    if (
        not main
        and scene.words[that - 1] == ","
        and FINITE.isdisjoint(scene.tags[word.first : that])
    ):
        commas = (i for i in range(begins, ends - 1) if scene.words[i] == ",")
        ends = next((i for i in commas if scene.tags[i + 1] in FINITE), ends)
    elif not main and scene.words[that] == "who" and begins == word.at + 1:
        ends = accused.end(scene, word, begins, ends)
    return reading._replace(content=((first, last), *reading.content[1:-1], (begins, ends)))


def _with_relative(scene: Scene, word: CueWord) -> TokenRange | None:
    """A subject that ends with a relative clause of `that` and a noun: `a few of the cooks that
    got that flour | praised it`."""
    words, tags, at = scene.words, scene.tags, word.at
    verb = at - 3
    plain = word.tag in ("VBD", "VBZ", "VBP") and tags[at - 1] in _HEADS and verb - 2 >= word.first
    if not plain or tags[verb] not in FINITE or words[verb - 1] not in _RELATIVES:
        return None
    if is_of(lemma_and_sort(words[verb])[1], TOLD) or tags[verb - 2] not in _ANTECEDENTS:
        return None
    first = verb - 2
    while first > word.first and (tags[first - 1] in _NOMINAL or words[first - 1] == "of"):
        first -= 1
    return (first, at) if tags[verb - 2] != "," else None


def _resumes(scene: Scene, word: CueWord) -> TokenRange | None:
    """Who goes on after what was said, past a comma: `| The guild | does not deny that the ban
    leaks, but is demanding it be kept`."""
    words, tags, at = scene.words, scene.tags, word.at
    begins = at
    while tags[begins - 1] in _HELPS and begins > word.first:
        begins -= 1
    helped = begins < at or word.tag in FINITE
    if not helped or words[begins - 1] not in ("but", "and") or words[begins - 2] != ",":
        return None
    if not is_of(word.sort, TOLD):
        return None
    for that in range(begins - 4, word.first + 1, -1):
        if words[that] == "that" and is_of(lemma_and_sort(words[that - 1])[1], TOLD):
            verb = that - 1
            while tags[verb - 1] in _HELPS and verb > word.first:
                verb -= 1
            first = verb
            while first > word.first and tags[first - 1] in _NOMINAL:
                first -= 1
            named = first < verb and tags[verb - 1] in _HEADS
            return (first, verb) if named and scene.depth[first] == scene.depth[at] else None
    return None


_HELPS = frozenset(("VBZ", "VBP", "VBD", "MD", "RB"))


def _joined(scene: Scene, word: CueWord) -> Gap | None:
    """Whose a verb after `and` is where a relative clause stands before it: `the pact, | which was
    signed in May and said that`, but `| He | rang the line, which was shut, and said it`."""
    words, tags, at = scene.words, scene.tags, word.at
    ended = words[at - 2] == ","
    for i in range(at - 3, max(word.first, at - _LONGEST_RELATIVE), -1):
        if words[i] == "," or scene.depth[i] != scene.depth[at] or words[i] in _JOINS:
            return None
        if words[i] in _RELATIVES:
            finite = [k for k in range(i + 1, at - 1 - ended) if tags[k] in FINITE]
            if words[i - 1] != "," or words[i] == "that" or finite != [i + 1]:
                return None
            source = _subject(scene, word.first, i) if ended else (i, i + 1)
            return Gap("source-cue-content", source) if source is not None else None
    return None


_LONGEST_RELATIVE = 14


def _subject(scene: Scene, first: int, last: int) -> TokenRange | None:
    """The subject that opens a sentence and its verb, if nothing stands before that."""
    tags = scene.tags
    verb = next((i for i in range(first, last) if tags[i] in FINITE), first)
    return (first, verb) if verb > first and _NOMINAL.issuperset(tags[first:verb]) else None


def is_aside(scene: Scene, reading: Candidate) -> bool:
    """Whether a clause between commas only tells something of a noun: `The vote, which | he first
    promised | in May, has drawn anger`."""
    if reading.order != _AROUND or len(reading.content) < 2:
        return False
    opens, resumes = (reading.source or (0, 0))[0] - 1, reading.content[1][0]
    aside = scene.words[opens] == "which" and scene.words[opens - 1] == ","
    return aside and scene.words[resumes - 1] == "," and scene.tags[resumes] in FINITE
