"""Participles that tell somebody something: `Ruiz walked out, telling aides to “mind the shop”`.

Whoever the sentence is about tells it, or whoever speaks the quotation before it; so is it with
what somebody is blamed for: `Ruiz was fined for suggesting the referee was bribed`.
"""

from __future__ import annotations

from attrib.detection.candidates import TokenRange
from attrib.detection.classes import SAID, is_of
from attrib.detection.cues import CueWord
from attrib.detection.views import FINITE, PHRASE, Scene
from attrib.knowledge import nouns
from attrib.words.tokens import CLOSE, OPEN

_TELLING = frozenset(
    """telling urging warning ordering reminding assuring instructing advising asking inviting
    encouraging begging imploring beseeching exhorting entreating commanding directing requesting
    petitioning counselling counseling cautioning lobbying pressing daring challenging""".split()
)
"""What is asked of somebody in words, and not only made easy or forced: `allowing them to`."""
_PROMISING = frozenset("threatening promising vowing pledging".split())
_BEGINS_SUBJECT = frozenset("DT JJ NN NNS NNP PRP PRP$ CD".split())
_ADDRESSEE = frozenset("DT JJ NN NNS NNP POS PRP PRP$ CD CC".split())
_LONGEST_ADDRESSEE = 9
_FURTHEST = 40
_LONGEST_PARTICIPLE = 18


def subject(scene: Scene, word: CueWord) -> TokenRange | None:
    """Who tells it; None where a participle tells nobody anything, or a verb stands too far away.

    >>> from attrib.detection import cues, views
    >>> from attrib.words import tags
    >>> from attrib.words.tokens import tokenize
    >>> text = "The judge, who had waited, left, telling Mr Bell to sit down."
    >>> tokens = tokenize(text, [], [(0, len(text))])
    >>> scene = views.scene(tokens, tags.tag(tokens))
    >>> telling = next(word for word in cues.find(tokens, scene.tags) if word.lemma == "tell")
    >>> tokens.forms[slice(*subject(scene, telling))]
    ['The', 'judge']
    """
    promises = word.word in _PROMISING and scene.words[word.at + 1] == "to"
    tells = word.word in _TELLING and _addresses(scene, word)
    tells = tells or _recommends(scene, word)
    if scene.depth[word.at]:
        return None
    if _is_blamed(scene, word):
        return _of_clause(scene, word.first, word.at - 1)
    if not (promises or tells):
        return None
    comma = _comma_before(scene, word)
    if comma is None:
        return None
    if CLOSE in scene.words[word.first : comma]:
        return _of_tag(scene, word.first, comma)
    return _of_clause(scene, word.first, comma)


def tells(scene: Scene, word: CueWord) -> bool:
    """Whether a participle tells somebody something, or a verb what is not so or was not done."""
    told = subject(scene, word) is not None or addresses(scene, word)
    told = told or rules_out(scene, word) or denies_doing(scene, word)
    return bool(told) or holds_that(scene, word)


def holds_that(scene: Scene, word: CueWord) -> bool:
    """`A panel of the court held that the arrests were lawful`, `, holding that`, `she called out
    that`: what a court holds it has said."""
    words, tags, at = scene.words, scene.tags, word.at
    aloud = word.lemma in ("call", "cry", "shout") and words[at + 1] == "out"
    if not (word.lemma == "hold" or aloud) or scene.depth[at]:
        return False
    that = at + 1 + aloud
    finite = word.tag in ("VBD", "VBZ", "VBP", "VBN") or (
        word.tag == "VBG" and words[at - 1] == ","
    )
    return finite and words[that] == "that" and tags[that + 1] not in FINITE


def _recommends(scene: Scene, word: CueWord) -> bool:
    """`updated its advice, recommending the jab for people over 70`."""
    recommends = word.tag == "VBG" and word.lemma in _RECOMMENDS
    return recommends and scene.tags[word.at + 1] in ("DT", "PRP$", "JJ", "NNS", "CD")


_RECOMMENDS = frozenset(("recommend", "propose", "prescribe", "demand"))


def _is_blamed(scene: Scene, word: CueWord) -> bool:
    """`fined for suggesting the referee was bribed`, `under fire for indicating in May that`."""
    words, tags, at = scene.words, scene.tags, word.at
    if word.tag != "VBG" or words[at - 1] != "for" or words[at - 2] not in _BLAMED:
        return False
    if not is_of(word.sort, SAID):
        return False
    rest = range(at + 1, min(word.last - 1, at + _LONGEST_ADDRESSEE))
    that = next((i for i in rest if words[i] == "that"), 0)
    if that:
        return FINITE.isdisjoint(tags[at + 1 : that])
    begins = tags[at + 1] in ("DT", "NNP", "PRP", "PRP$", "NNS")
    verb = next((i for i in rest if tags[i] not in _ADDRESSEE), 0)
    return begins and verb > at + 1 and tags[verb] in FINITE


_BLAMED = frozenset(
    """fire criticism criticised criticized attacked condemned mocked ridiculed fined sacked fired
    suspended banned jailed arrested charged rebuked slammed blasted praised trial apologised
    apologized censured reprimanded derided scorn scorned heat flak booed""".split()
)
"""What happens to somebody for saying something."""


def _addresses(scene: Scene, word: CueWord) -> bool:
    """Whether somebody is told `to` do something, or `that` something is so."""
    words, tags = scene.words, scene.tags
    for i in range(word.at + 1, min(word.last - 1, word.at + _LONGEST_ADDRESSEE)):
        if words[i] == "to":
            return i > word.at + 1 and (tags[i + 1] == "VB" or words[i + 1] == OPEN)
        if words[i] == "that":
            return i > word.at + 1
        if tags[i] not in _ADDRESSEE:
            return False
    return False


def _comma_before(scene: Scene, word: CueWord) -> int | None:
    """The comma that sets the participle off, alone or after another: `, rising and telling`."""
    words, tags, at = scene.words, scene.tags, word.at
    if words[at - 1] == ",":
        return at - 1
    if words[at - 1] != "and":
        return None
    for i in range(at - 2, max(word.first, at - _LONGEST_PARTICIPLE), -1):
        if words[i] == ",":
            return i if tags[i + 1] == "VBG" else None
        if tags[i] in FINITE and not scene.depth[i]:
            return None
    return None


def _of_tag(scene: Scene, first: int, comma: int) -> TokenRange | None:
    """Ruiz of `“Go,” Ruiz said`, of which the comma follows."""
    verb = comma - 1
    if scene.tags[verb] not in FINITE:
        return None
    begins = verb
    while begins > first and scene.tags[begins - 1] in PHRASE and scene.words[begins - 1] != CLOSE:
        begins -= 1
    tagged = scene.words[begins - 1] == CLOSE
    return (begins, verb) if tagged and begins < verb else None


_SET_OFF = frozenset("who which whose whom a an the now then one".split())


def _of_clause(scene: Scene, first: int, comma: int) -> TokenRange | None:
    """The subject of the clause that opens the sentence, without what is set off after it."""
    words, tags = scene.words, scene.tags
    if tags[first] == "IN" and "," in words[first + 1 : min(comma, first + _LONGEST_ADDRESSEE)]:
        opening = words.index(",", first)  # `In May, | the board`
        first = opening + 1 if FINITE.isdisjoint(tags[first:opening]) else first
    if tags[first] not in _BEGINS_SUBJECT or OPEN in words[first:comma]:
        return None
    end = None
    relative = False
    for i in range(first, min(comma, first + _FURTHEST)):
        if words[i] == ",":
            if end is None and (words[i + 1] not in _SET_OFF and tags[i + 1] != "NNP"):
                return None
            if end is None and any(tags[k] in ("IN", "VBN") for k in range(first, i)):
                return None  # `Chastened by them, Ruiz spoke, promising to go`
            relative = not relative
            named = end is not None and set(tags[end + 1 : i]) == {"NNP"}
            end = i if end is None or named else end  # `The coach, Tom Bell, was fined`
        elif tags[i] in FINITE and not relative:
            end = i if end is None else end
            return first, end - (tags[end - 1] == "CC")
        elif end is None and tags[i] not in PHRASE and words[i] != ".":
            return None
    return None


def addresses(scene: Scene, word: CueWord) -> bool:
    """Whether somebody is advised to do something, or written that something is so: `advised people
    to leave`, `emailed her staff that it was over`."""
    words, tags, at = scene.words, scene.tags, word.at
    ends = _ADDRESSES.get(word.lemma)
    if ends is None or word.tag not in ("VBD", "VBZ", "VBP") or word.subject < word.first:
        return False
    end = at + 1
    while end < word.last and end - at <= _LONGEST_HEARER and tags[end] in _HEARER:
        end += 1
    return end > at + 1 and words[end] in ends


_ADDRESSES = {
    **dict.fromkeys(("advise", "caution", "counsel", "implore"), frozenset(("to", "against"))),
    "email": frozenset(("that",)),
}
_LONGEST_HEARER = 5
_HEARER = frozenset("DT JJ NN NNS NNP PRP PRP$ CD".split())


def rules_out(scene: Scene, word: CueWord) -> bool:
    """Whether somebody says that a thing will not be or is not so: `The minister | ruled out | new
    taxes`, `Police have not ruled out arson`; no `Rain ruled out play`, and nobody `ruled out`."""
    words, tags, at = scene.words, scene.tags, word.at
    if word.lemma != "rule" or words[at + 1] != "out" or scene.depth[at] or word.subject < 0:
        return False
    if tags[at + 2] not in _RULED_OUT and words[at + 2] != "that":
        return False
    helped = word.auxiliaries.split()
    if word.tag == "VBN" and _IS.intersection(helped):
        return False
    subject = word.subject - (words[word.subject] == ",")
    noun = nouns.lookup(words[subject])
    named = tags[subject] in ("NNP", "PRP", "WP") and words[subject] != "it"
    return named or (noun is not None and noun.category not in ("document", "kin"))


_RULED_OUT = frozenset("DT JJ NN NNS NNP VBG PRP$ CD EX".split())
_IS = frozenset("is are was were be been being".split())


def denies_doing(scene: Scene, word: CueWord) -> bool:
    """Whether somebody says what he did or did not do: `Kessler, 33, | denies | having met him`."""
    finite = word.tag in FINITE or word.tag == "VBN"
    return finite and word.lemma in ("deny", "admit") and scene.tags[word.at + 1] == "VBG"
