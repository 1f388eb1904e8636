"""Who tells what somebody quoted retells, as `retold` asks for it: a verb and its subject.

`My sister | had always said`, `I remember | him | saying`, `a letter from the school | saying`.
"""

from __future__ import annotations

from typing import NamedTuple

from attrib.detection import retold_described, retold_phrases
from attrib.detection.candidates import TokenRange
from attrib.detection.retold_phrases import (
    ANYONE,
    BEGINS_PHRASE,
    HAVE,
    HOW_MANY,
    LONGEST_SOURCE,
    NO_ONE,
    NOUNS,
    OBJECTS,
)
from attrib.detection.retold_verbs import TELLS, Verb
from attrib.detection.views import Scene
from attrib.knowledge import nouns
from attrib.words.tokens import OPEN

_BE = frozenset("am is are was were be been being 's 'm 're get got".split())
_NOW = frozenset("am is are 's 'm 're".split())
_DO = frozenset("do does did don't doesn't didn't".split())
_WILL = frozenset("will won't would wouldn't 'll 'd".split())
_KEEPS = frozenset("keep keeps kept started".split())
_BEGINS_TO = frozenset("used started begun began tends tended likes liked continues".split())
"""Before `to say` these tell of what is said again and again."""
_ADVERBS = frozenset(
    """never always also then just once even later often recently actually literally still only
    already finally simply repeatedly constantly basically sometimes usually really clearly
    immediately now ever kind sort of""".split()
)
_ENDINGS = ("'ve", "'d", "'s", "'ll", "'re", "'m")
"""What a pronoun carries of its verb: `I’ve told`, `they’d say`."""
_PRONOUNS = frozenset("i we he she they it you".split())
_SPEAKER = frozenset(("i", "we"))
_OF_THEM = frozenset("them us you these those".split())
_EACH = frozenset("both all each".split())
_SELF = frozenset("himself herself itself themselves".split())
_BEFORE_PEOPLE = frozenset("DT PRP$ JJ CD".split())
_LONGEST_ASIDE = 22
_BLAMES = frozenset("accused blamed criticized criticised praised".split())
_LONGEST_SHARED = 30
"""From a second verb to the first of the same subject."""


class _Group(NamedTuple):
    """A verb with its auxiliaries and adverbs."""

    first: int
    subject: int
    """The last token of the subject."""
    form: str
    """`present`, `past`, `willing` or `passive`."""


class Teller(NamedTuple):
    """Who tells something, and where the cue begins."""

    source: TokenRange
    first: int
    form: str
    """`present`, `past`, `willing` or `passive`."""


def find(scene: Scene, verb: Verb, at: int, first: int) -> Teller | None:
    """Who tells something by a verb, of a sentence that begins with token `first`."""
    group = _group(scene, verb, at, first)
    source = None
    if group is not None:
        before = first if group.subject >= first else max(0, first - LONGEST_SOURCE)
        group, before = _put_in(scene, group, before)
        source = _source(scene, group.subject, before) or _shared(scene, group.subject, before)
    if group is not None and scene.words[group.subject] == "that" and group.form == "willing":
        return None  # `evidence that would show that`
    if group is None or source is None:
        return _by_the_way(scene, verb, at, first)
    if not _in_earnest(scene, group, source) or scene.words[source[0] - 1] in _WHAT:
        return None
    if scene.words[source[0]] == "you" and not _held_against(scene, group, source[0]):
        return None
    one = scene.words[source[0]] in ("he", "she", "it")
    if one and verb.form == "base" and group.form == "present":
        return None
    if group.form == "passive" and not verb.addressed:
        # `it was reported that`
        said = scene.words[source[0]] == "it" and scene.words[at + 1] == "that"
        return Teller(source, group.first, group.form) if said else None
    return Teller(source, group.first, group.form)


def amid(scene: Scene, verb: Verb, at: int, first: int, before: TokenRange) -> Teller | None:
    """Who tells something by a verb whose subject stands before the tag: `Dunn, | she said, | had
    complained to her that`."""
    group = _group(scene, verb, at, first)
    if group is not None or verb.form != "past":
        return None
    helped = all(scene.words[i] in HAVE or scene.words[i] in _ADVERBS for i in range(first, at))
    source = _source(scene, before[1] - 1, before[0])
    whole = source is not None and source[0] == before[0]
    return Teller(before, first, "past") if helped and whole else None


def _held_against(scene: Scene, group: _Group, you: int) -> bool:
    """Whether somebody is told what he said: `You told us it was safe`, no `if you said`."""
    before = scene.words[you - 1]
    return group.form == "past" and before not in _SUPPOSES and scene.tags[you - 1] not in _TENSED


_SUPPOSES = frozenset("if when whenever as like unless until did do have had 'd".split())


def _put_in(scene: Scene, group: _Group, first: int) -> tuple[_Group, int]:
    """The subject that an editor put in, and where it begins: `“[He] said”`, `“He (Tann) said”`."""
    subject = group.subject
    opens = _BRACKETS.get(scene.words[subject])
    for i in range(subject - 1, max(first - 1, subject - _LONGEST_INSERTION), -1):
        if scene.words[i] == opens:
            return group._replace(subject=subject - 1), i + 1
    return group, first


_BRACKETS = {")": "(", "]": "["}
_LONGEST_INSERTION = 8
_WHAT = frozenset("what whatever everything all anything things who whom".split())
"""Before a subject these are what is said of, or the subject of more: `who police say fled`."""


def _by_the_way(scene: Scene, verb: Verb, at: int, first: int) -> Teller | None:
    """`rang | to say`, `wrote to us | saying`, `heard him | say`, `a letter from him | saying`."""
    words, tags = scene.words, scene.tags
    to = words[at - 1] == "to"
    if at - 1 <= first or (verb.form != "ing" and verb.form != "base"):
        return None
    if to or verb.form == "ing":
        for i in range(at - 1, max(first, at - _FURTHEST), -1):
            if words[i] in _REACHES:
                helped = i - 1
                while words[helped] in _ADVERBS or words[helped] in HAVE or words[helped] in _WILL:
                    helped -= 1
                source = _source(scene, helped, first)
                return Teller(source, at - to, "past") if source else None
            if words[i] in _NOT_REACHED:
                break
    if verb.form == "ing" and OPEN in words[at + 1 : at + 3]:
        # `when | they | walk past the shop saying ‘Go’`
        for i in range(at - 1, max(first, at - _FURTHEST - 2), -1):
            if words[i] in _NOT_REACHED or words[i] == ",":
                break
            if (tags[i] in _TENSED or words[i] == "come") and words[i] not in _BE:
                source = _source(scene, i - 1 - (words[i - 1] in _ADVERBS), first)
                return Teller(source, at, "past") if source else None
    if to:
        return None
    if verb.form == "ing" and words[at - 1] in _BY_DOING:
        return _doing(scene, at, first)
    if words[at - 1] in OBJECTS and words[at - 2] in _HEARS:
        return Teller((at - 1, at), at, "past")
    begin = retold_phrases.start(scene, at - 1, first)
    if words[at - 1] in OBJECTS and words[at - 2] in ("from", "by") and at - 3 >= first:
        begin = retold_phrases.start(scene, at - 3, first)  # `a voicemail from him | saying`
    if words[at - 1] == "as" and verb.form == "ing":
        return _quoted(scene, at - 1, first)
    if begin is None:
        return None
    heard = words[begin - 1] in _HEARS
    heads = (nouns.lookup(words[i]) for i in range(begin, at) if tags[i] in NOUNS)
    paper = any(noun is not None and noun.category == "document" for noun in heads)
    if heard or (paper and verb.form == "ing"):
        return Teller((begin, at), at, "past")
    return None


def _doing(scene: Scene, at: int, first: int) -> Teller | None:
    """Who did something by telling something: `managers | misled buyers by telling them that`."""
    words, tags = scene.words, scene.tags
    for i in range(at - 2, max(first, at - LONGEST_SOURCE), -1):
        if words[i] in (";", ":", ",", OPEN):
            return None
        if tags[i] in ("VBD", "VBZ") or (tags[i] == "VBN" and words[i - 1] in HAVE):
            subject = i - 1
            while words[subject] in HAVE or words[subject] in _ADVERBS:
                subject -= 1
            source = _source(scene, subject, first)
            return None if source is None else Teller(source, at, "past")
    return None


_BY_DOING = frozenset("by after before while".split())


def _quoted(scene: Scene, joint: int, first: int) -> Teller | None:
    """Whom another quotes: `The letter quotes | Okon | as telling`."""
    for i in range(joint - 2, max(first, joint - _FURTHEST), -1):
        if scene.words[i] in _QUOTES:
            return Teller((i + 1, joint), joint + 1, "past")
    return None


_QUOTES = frozenset("quotes quoted quoting cites cited citing remembers remembered recalls".split())
_FURTHEST = 7
_TENSED = frozenset(("VBP", "VBD", "VBZ"))
_REACHES = frozenset(
    """rang rung called phoned wrote texted messaged emailed contacted tweeted posted replied
    responded stood""".split()
)
"""How somebody reached whom he then told something."""
_NOT_REACHED = frozenset((OPEN, ";", ":", ".", "and", "but"))
_HEARS = frozenset("remember remembered recall recalled hear heard hears recalls".split())


def _group(scene: Scene, verb: Verb, at: int, first: int) -> _Group | None:
    """The verb with what stands between it and its subject; None where it is not finite."""
    words, tags = scene.words, scene.tags
    helped: list[str] = []
    i = at - 1
    while i >= first and len(helped) < 4:
        word = words[i]
        if word in _ADVERBS or (tags[i] == "RB" and word not in _PRONOUNS):
            pass
        elif word in _BE or word in HAVE or word in _DO or word in _WILL or word in _KEEPS:
            helped.append(word)
        elif word == "to" and words[i - 1] in _BEGINS_TO:
            helped.append("used")
            i -= 1
        elif word == "not":
            pass
        else:
            break
        i -= 1
    if i < first - 1 or (i < first and words[i] != OPEN):
        return None
    if i < first:
        i -= 1  # `Ruiz “said no”`
        if tags[i] not in NOUNS and words[i] not in _PRONOUNS:
            return None
        form = _form(verb, helped)
        return None if form is None else _Group(first, i, form)
    _, ending = _parted(words[i])
    if ending:
        helped.append(ending)
    form = _form(verb, helped)
    return None if form is None else _Group(i + 1, i, form)


def _parted(word: str) -> tuple[str, str]:
    """A pronoun and what it carries of its verb."""
    for ending in _ENDINGS:
        if word.endswith(ending) and word.removesuffix(ending) in _PRONOUNS:
            return word.removesuffix(ending), ending
    return word, ""


def _form(verb: Verb, helped: list[str]) -> str | None:
    """In what form a verb is, by its own and what helps it; None where nothing was told by it."""
    near = helped[0] if helped else ""
    if verb.form == "like":
        return "past" if near in _BE else None
    if verb.form == "ing":
        now = "present" if near in _NOW else None
        return "past" if near in ("was", "were", "been") or near in _KEEPS else now
    if verb.form == "base":
        if near in _WILL:
            return "willing"
        if near in ("did", "didn't", "used"):
            return "past"
        return "present" if not near or near in _DO else None
    if verb.form == "s":
        return "present" if not near else None
    if not near or near in HAVE:
        return "past"
    return "passive" if near in _BE else None


def _in_earnest(scene: Scene, group: _Group, source: TokenRange) -> bool:
    """Whether it was said apart from being said now: no `I say that`, `we ask that`, `I’d say`."""
    if _parted(scene.words[source[1] - 1])[0] not in _SPEAKER:
        return True
    if group.form == "present":
        after = scene.words[group.first + 1 : group.first + 8]
        return OPEN in after or ":" in after[:4]
    return group.form != "willing"


def _source(scene: Scene, last: int, first: int) -> TokenRange | None:
    """The subject that ends with a token: a pronoun, or a noun phrase that names who can speak."""
    words, tags = scene.words, scene.tags
    stem, _ = _parted(words[last])
    if stem in _PRONOUNS:
        return last, last + 1
    if words[last] in _SELF:
        last -= 1
        whole = _source(scene, last, first)
        return None if whole is None else (whole[0], last + 2)
    if words[last] in _EACH and tags[last - 1] in NOUNS and last - 1 > first:
        whole = _source(scene, last - 1, first)  # `a nurse and a guard | both | told`
        return None if whole is None else (whole[0], last)
    if words[last] in _OF_THEM and words[last - 1] == "of":
        some = words[last - 2] in HOW_MANY or tags[last - 2] == "CD"
        return (last - 2, last + 1) if some and last - 2 >= first else None
    if words[last - 1 : last + 1] == ["next", "door"]:
        whole = _source(scene, last - 2, first)
        return None if whole is None else (whole[0], last + 1)
    if words[last] == "one" and words[last - 1] in NO_ONE and last - 1 >= first:
        return last - 1, last + 1
    if words[last] in ("who", "which") and tags[last] in ("WP", "WDT") and last > first:
        return last, last + 1
    if words[last] == "that" and tags[last - 1] == "NN" and last - 1 > first:
        noun = nouns.lookup(words[last - 1])  # `a letter | that | said`
        paper = noun is not None and noun.category == "document"
        begin = retold_phrases.start(scene, last - 1, first) if paper else None
        return None if begin is None else (begin, last)
    if words[last] in ANYONE:
        opens = last
        while opens > first and tags[opens - 1] in _BEFORE_PEOPLE and words[opens - 1] != "that":
            opens -= 1
        return opens, last + 1
    if words[last] == ",":
        shut = range(last - 2, max(first, last - _LONGEST_ASIDE), -1)
        comma = next((i for i in shut if words[i] == ","), None)
        told = comma is not None and words[comma + 1] in ("who", "aged")
        if comma is None or not (tags[last - 1] in NOUNS or tags[last - 1] == "CD" or told):
            return None
        aged = tags[comma - 1] == "CD" and words[comma - 2] == ","  # `Okon, 60, a cook, | told`
        whole = _source(scene, comma - 1 - 2 * aged, first)
        apart = told or tags[comma + 1] in BEGINS_PHRASE  # `Okon|, the engineer, | told`
        listed = whole is None or (whole[1] - whole[0] < 2 and not apart)
        return None if whole is None or listed else (whole[0], last + 1)
    begin = retold_phrases.start(scene, last, first)
    if begin is None:
        begin = _met(scene, last, first)
    if begin is None and (tags[last] in ("VBN", "VBD", "JJ", "RB") or words[last] in OBJECTS):
        described = retold_described.noun(scene, last + 1, first)  # `a man who was ill | said`
        begin = None if described is None else retold_phrases.start(scene, described, first)
    return None if begin is None else (begin, last + 1)


def _met(scene: Scene, last: int, first: int) -> int | None:
    """Where people begin of whom the speaker tells how he knows them: `everyone | I met`."""
    words, tags = scene.words, scene.tags
    if tags[last] not in ("VBD", "VBP", "VBN") or words[last - 1] not in _PRONOUNS:
        return None
    whole = _source(scene, last - 2, first) if last - 2 >= first else None
    return None if whole is None or words[whole[0]] in _PRONOUNS else whole[0]


def _shared(scene: Scene, joint: int, first: int) -> TokenRange | None:
    """The subject of the verb that a verb is joined to: `A woman rang and | said`."""
    words, tags = scene.words, scene.tags
    if words[joint] not in ("and", "but", "then"):
        return None
    nearest = None
    for i in range(joint - 1, max(first, joint - _LONGEST_SHARED), -1):
        if scene.depth[i] > scene.depth[joint]:
            continue  # `said it was “dead” and | promised`
        if words[i] in (";", ":", OPEN):
            break
        if nearest is not None and joint - i > LONGEST_SOURCE and words[i] not in TELLS:
            continue
        bare = tags[i] == "VB" and tags[i - 1][:1] in ("N", "P")  # `boys | come to me and say`
        if bare or tags[i] in ("VBD", "VBZ", "VBN", "VBP"):
            source = _source(scene, i - 1 - (words[i - 1] in _ADVERBS), first)
            if source is not None and (words[i] in TELLS or words[i] in _BLAMES):
                return source  # `denied he was there, and | claimed`
            nearest = nearest or source
    return nearest


def subject(scene: Scene, at: int, first: int) -> TokenRange | None:
    """The subject of a verb, right before it or its `has`."""
    return _source(scene, at - 1 - (scene.words[at - 1] in HAVE), first)
