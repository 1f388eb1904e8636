"""What somebody quoted retells: `“He told me to wait. I said, ‘No.’ They promised it would open.”`

The weights are learned from articles in which nothing within a quotation was marked, so that they
know little of `she was like, ‘Go’` or `I told him I was tired`. Who tells, and where what is told
begins and ends, grammar says here; `choose` lets it stand in a quotation that is attributed.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from attrib.detection import retold_content
from attrib.detection.candidates import Candidate, TokenRange, formal
from attrib.detection.classes import lemma_and_sort
from attrib.detection.cues import in_context, quoted_sentence
from attrib.detection.retold_content import QUOTATIVE, TELLS, Verb
from attrib.detection.views import Scene
from attrib.knowledge import nouns
from attrib.words.tokens import OPEN, Tokens

CONFIDENCE = 0.75
"""In what is retold; its form alone tells it, but speech is looser than prose."""

_BE = frozenset("am is are was were be been being 's 'm 're get got".split())
_NOW = frozenset("am is are 's 'm 're".split())
_HAVE = frozenset("has have had hasn't haven't hadn't 've 'd 's".split())
_DO = frozenset("do does did don't doesn't didn't".split())
_WILL = frozenset("will won't would wouldn't 'll 'd".split())
_KEEPS = frozenset("keep keeps kept started".split())
_ADVERBS = frozenset(
    """never always also then just once even later often recently actually literally still only
    already finally simply repeatedly constantly basically sometimes usually really clearly
    immediately now ever kind sort of""".split()
)
_ENDINGS = ("'ve", "'d", "'s", "'ll", "'re", "'m")
"""What a pronoun carries of its verb: `I’ve told`, `they’d say`."""
_PRONOUNS = frozenset("i we he she they it".split())
_SPEAKER = frozenset(("i", "we"))
_ANYONE = frozenset("people everyone everybody somebody someone nobody no-one others".split())
_SELF = frozenset("himself herself itself themselves".split())
_HOW_MANY = frozenset("one some many most two three all both none several half".split())
_NOUNS = frozenset("NN NNS NNP NNPS".split())
_IN_PHRASE = _NOUNS | {"JJ", "CD", "POS", "VBN"}
_BEGINS_PHRASE = frozenset(("DT", "PRP$"))
_HANGS_ON = frozenset("of from in at on for with".split())
_LONGEST_SOURCE = 12
_LONGEST_ASIDE = 8


class _Group(NamedTuple):
    """A verb with its auxiliaries and adverbs."""

    first: int
    subject: int
    """The last token of the subject."""
    form: str
    """`present`, `past`, `willing` or `passive`."""


def find(tokens: Tokens, scene: Scene) -> list[Candidate]:
    """The readings of what is retold in quotations, in the order of the text.

    >>> from attrib.detection import views
    >>> from attrib.words.quotes import find as quotations
    >>> from attrib.words.tags import tag
    >>> from attrib.words.tokens import tokenize
    >>> text = "“I told him I was ill and he was like, ‘So?’” she said."
    >>> tokens = tokenize(text, quotations(text)[0], [(0, len(text))])
    >>> for found in find(tokens, views.scene(tokens, tag(tokens))):
    ...     print([text[slice(*tokens.offsets(*part))] for part in (found.cue, *found.content)])
    ['told', 'I was ill']
    ['was like', '‘So?’']
    """
    words, depth = scene.words, scene.depth
    found: list[Candidate] = []
    for first, last in tokens.sentences:
        if OPEN not in words[first:last]:
            continue
        for at in range(first, last):
            tells = words[at] in TELLS or words[at] in QUOTATIVE
            if not depth[at] or not (tells or words[at] in _CALLS):
                continue
            quoted = quoted_sentence(words, tokens.forms, depth, (first, last), at)
            reading = (_read if tells else _called)(scene, quoted, at)
            if reading is not None:
                found.append(reading)
    return found


def reported(scene: Scene, chosen: Sequence[Candidate]) -> list[Candidate]:
    """The readings of what is told within what somebody says without marks, as it is retold.

    `The constable said that | the sergeant told him to lie`.
    """
    words, depth = scene.words, scene.depth
    found: dict[int, Candidate] = {}
    reach = 0
    for first, last in sorted(piece for each in chosen for piece in each.content):
        for at in range(max(first + 1, reach), last):
            if depth[at] or (words[at] not in TELLS and words[at] not in _CALLS):
                continue
            read = _read if words[at] in TELLS else _called
            reading = read(scene, (first, last), at)
            if reading is not None:
                found[at] = reading
        reach = max(reach, last)
    return list(found.values())


def _read(scene: Scene, sentence: TokenRange, at: int) -> Candidate | None:
    """What a word tells, if it is the verb of somebody who tells something."""
    words = scene.words
    first, last = sentence
    verb = QUOTATIVE.get(words[at]) or TELLS[words[at]]
    group = _group(scene, verb, at, first)
    if group is None:
        return None
    source = _source(scene, group.subject, first) or _shared(scene, group.subject, first)
    if source is None or not _in_earnest(scene, group, source):
        return None
    if verb.form == "base" and group.form == "present" and words[source[0]] in ("he", "she", "it"):
        return None
    cue = (group.first, at + 1)
    order = "source-cue-content"
    content_from = at + 1
    heard = source
    if group.form == "passive":
        agent = _agent(scene, at + 1, last)
        content_from = agent[1] if agent else at + 1
        order = "cue-source-content" if agent else "cue-content"
        source = agent
    content = retold_content.find(scene, verb, (first, last), content_from, group.form)
    if content is None:
        return None
    told = [content]
    if order == "cue-content" and words[content[0]] in ("to", "not"):
        # What he was told to do begins with him.
        order, told = "content-cue-content", [heard, content]
    lemma, sort = lemma_and_sort(words[at])
    head = in_context(words, scene.tags, first, last, at, lemma, sort, ())
    return formal(head, order, cue, source, tuple(told), CONFIDENCE)


def _called(scene: Scene, sentence: TokenRange, at: int) -> Candidate | None:
    """`what the minister called | “an unfortunate delay”`."""
    words, (first, last) = scene.words, sentence
    begins = at + 1 + (words[at + 1] == "as")
    if words[begins] != OPEN or scene.depth[begins] <= scene.depth[at]:
        return None
    subject = at - 1 - (words[at - 1] in _HAVE)
    source = _source(scene, subject, first)
    if source is None or words[source[0] - 1] != "what":
        return None
    content = begins, retold_content.quotation_end(scene, begins)
    lemma, sort = lemma_and_sort(words[at])
    head = in_context(words, scene.tags, first, last, at, lemma, sort, ())
    return formal(head, "source-cue-content", (source[1], begins), source, (content,), CONFIDENCE)


_CALLS = frozenset(
    "called calls described describes termed dubbed branded labelled labeled".split()
)


def _group(scene: Scene, verb: Verb, at: int, first: int) -> _Group | None:
    """The verb with what stands between it and its subject; None where it is not finite."""
    words, tags = scene.words, scene.tags
    helped: list[str] = []
    i = at - 1
    while i >= first and len(helped) < 4:
        word = words[i]
        if word in _ADVERBS or (tags[i] == "RB" and word not in _PRONOUNS):
            pass
        elif word in _BE or word in _HAVE or word in _DO or word in _WILL or word in _KEEPS:
            helped.append(word)
        elif word == "to" and words[i - 1] == "used":
            helped.append("used")
            i -= 1
        elif word == "not":
            pass
        else:
            break
        i -= 1
    if i < first:
        return None
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
    if not near or near in _HAVE:
        return "past"
    return "passive" if near in _BE and verb.addressed else None


def _in_earnest(scene: Scene, group: _Group, source: TokenRange) -> bool:
    """Whether it was said apart from being said now: no `I say that`, `we ask that`, `I’d say`."""
    if _parted(scene.words[source[1] - 1])[0] not in _SPEAKER:
        return True
    if group.form == "present":
        return OPEN in scene.words[group.first + 1 : group.first + 8]
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
    if words[last] in _ANYONE:
        return last - (words[last - 1] in ("some", "most", "many", "other")), last + 1
    if words[last] == ",":
        opens = next(
            (i for i in range(last - 2, max(first, last - _LONGEST_ASIDE), -1) if words[i] == ","),
            None,
        )
        if opens is None or tags[last - 1] not in _NOUNS:
            return None
        whole = _source(scene, opens - 1, first)
        return None if whole is None or whole[1] - whole[0] < 2 else (whole[0], last + 1)
    begin = _phrase_start(scene, last, first)
    return None if begin is None else (begin, last + 1)


def _shared(scene: Scene, joint: int, first: int) -> TokenRange | None:
    """The subject of the verb that a verb is joined to: `A woman rang and | said`."""
    words, tags = scene.words, scene.tags
    if words[joint] not in ("and", "but", "then"):
        return None
    nearest = None
    for i in range(joint - 1, max(first, joint - _LONGEST_SOURCE), -1):
        if words[i] in (";", ":", OPEN):
            break
        if tags[i] in ("VBD", "VBZ", "VBN", "VBP"):
            source = _source(scene, i - 1 - (words[i - 1] in _ADVERBS), first)
            if source is not None and words[i] in TELLS:
                return source  # `denied he was there, and | claimed`
            nearest = nearest or source
    return nearest


def _phrase_start(scene: Scene, last: int, first: int) -> int | None:
    """Where a noun phrase begins that ends with a token; None where nobody speaks by it."""
    words, tags = scene.words, scene.tags
    if tags[last] not in _NOUNS:
        return None
    begin = last
    while begin > first and last - begin < _LONGEST_SOURCE and tags[begin] not in _BEGINS_PHRASE:
        if tags[begin - 1] not in _IN_PHRASE and tags[begin - 1] not in _BEGINS_PHRASE:
            break
        if words[begin - 1] in (",", OPEN):
            break
        begin -= 1
    if words[begin - 1] == "of" and words[begin - 2] in _HOW_MANY and begin - 1 > first:
        return begin - 2
    if words[begin - 1] in _HANGS_ON and begin - 1 > first and tags[begin - 2] in _NOUNS:
        outer = _phrase_start(scene, begin - 2, first)
        if outer is not None:
            return outer
    noun = nouns.lookup(scene.forms[last])
    named = tags[last] in ("NNP", "NNPS") and scene.forms[last][:1].isupper()
    return begin if noun is not None or named else None


def _agent(scene: Scene, first: int, last: int) -> TokenRange | None:
    """Whom `by` names right after a passive: `I was told | by the doctor | that`."""
    words, tags = scene.words, scene.tags
    if words[first] != "by":
        return None
    end = first + 1
    while end < min(last, first + _LONGEST_SOURCE) and (
        tags[end] in _IN_PHRASE or tags[end] in _BEGINS_PHRASE or words[end] in _HANGS_ON
    ):
        end += 1
    return (first + 1, end) if end > first + 1 else None
