"""What somebody quoted retells: `“He told me to wait. I said, ‘No.’ They promised it would open.”`

The weights are learned from articles in which nothing within a quotation was marked, so that they
know little of `she was like, ‘Go’` or `I told him I was tired`. Who tells, and where what is told
begins and ends, grammar says here; `choose` lets it stand in a quotation that is attributed.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence

from attrib.detection import (
    clause_ends,
    retold_blame,
    retold_content,
    retold_nouns,
    retold_phrases,
    retold_tellers,
    time_phrases,
)
from attrib.detection.candidates import Candidate, TokenRange, formal
from attrib.detection.classes import lemma_and_sort
from attrib.detection.cues import in_context
from attrib.detection.quoted_sentences import quoted_sentence
from attrib.detection.retold_verbs import QUOTATIVE, SHOWS, TELLS
from attrib.detection.views import FINITE, Scene
from attrib.knowledge import nouns
from attrib.words.tokens import OPEN, Tokens

CONFIDENCE = 0.75
"""In what is retold; its form alone tells it, but speech is looser than prose."""


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
            if not depth[at] or not _may_tell(scene, at):
                continue
            quoted = quoted_sentence(words, tokens.forms, depth, (first, last), at)
            reading = _reading(scene, quoted, at)
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
    said = {each.content[1]: each.content[0] for each in chosen if len(each.content) > 1}
    own = {each.head.at: each.source for each in chosen if each.source is not None}
    for first, last in sorted(_within_sentences(chosen, scene.sentences)):
        for at in range(max(first, reach), last):
            if depth[at] or words[at] in QUOTATIVE:
                continue
            if words[at] in retold_nouns.NOUNS:
                noun = retold_nouns.read(scene, (first, last), at)
                if noun is not None:
                    found[at] = noun
            if words[at] in retold_blame.VERBS:
                blame = retold_blame.read(scene, (first, last), at)
                if blame is not None:
                    found[at] = blame
            if words[at] == "according":
                inserted = _according(scene, (first, last), at)
                if inserted is not None:
                    found[at] = inserted
            if at in found or not _may_tell(scene, at):
                continue
            reading = _reading(scene, (first, last), at, said.get((first, last)))
            reading = reading or _as_told(scene, (first, last), at)
            whose = own.get(at)  # `said it leaked when the river rose but | stressed that`
            joined = words[reading.cue[0] - 1] in _JOINS if reading is not None else False
            if whose is not None and joined and whose[0] < first:
                continue
            if reading is not None and not _may_yet(scene, reading):
                found[at] = reading
        reach = max(reach, last)
    return list(found.values())


_JOINS = frozenset(("and", "but", "then"))


def _may_yet(scene: Scene, reading: Candidate) -> bool:
    """Whether something is only going to be said: `said the mayor would tell them that it leaks`,
    unlike `said she would always tell them that`."""
    words = scene.words[reading.cue[0] : reading.head.at]
    may = "MD" in scene.tags[reading.cue[0] : reading.head.at]
    return may and _OFTEN.isdisjoint(words) and "have" not in words


_OFTEN = frozenset("always often never constantly repeatedly sometimes regularly".split())


def _according(scene: Scene, sentence: TokenRange, at: int) -> Candidate | None:
    """What begins with whose account it is: `said that according to Ruiz, | the dam leaks`."""
    words, (first, last) = scene.words, sentence
    that = first + (words[first] == "that")
    source = retold_phrases.agent(scene, at + 1, last, _TO)
    if that != at or source is None or words[source[1]] != "," or source[1] + 1 >= last:
        return None
    content = (source[1] + 1, last - (words[last - 1] == "."))
    if FINITE.isdisjoint(scene.tags[content[0] : content[1]]):
        return None
    head = in_context(words, scene.tags, first, last, at, *lemma_and_sort("according"), ())
    return formal(head, "cue-source-content", (at, at + 2), source, (content,), CONFIDENCE)


_TO = frozenset(("to",))


def _within_sentences(
    chosen: Sequence[Candidate], sentences: Sequence[TokenRange]
) -> Iterator[TokenRange]:
    """The pieces of all contents, parted where a sentence ends: an answer may have several."""
    starts = [first for first, _ in sentences]
    for first, last in {piece for each in chosen for piece in each.content}:
        begin = first
        for start in starts[bisect_right(starts, first) : bisect_left(starts, last)]:
            yield begin, start
            begin = start
        yield begin, last


def _reading(
    scene: Scene, sentence: TokenRange, at: int, before: TokenRange | None = None
) -> Candidate | None:
    """What somebody tells by a word, or calls something by it."""
    called = _called(scene, sentence, at) if scene.words[at] in _CALLS else None
    if called is None and scene.words[at] not in _CALLS - set(TELLS):
        return _read(scene, sentence, at, before)
    return called


def _may_tell(scene: Scene, at: int) -> bool:
    """Whether a word is a form of a verb that tells, and no noun: `the United | States`."""
    words, tags = scene.words, scene.tags
    if words[at] in QUOTATIVE or words[at] in _CALLS:
        return True
    if words[at] in SHOWS:
        return tags[at][:1] == "V"
    if words[at] not in TELLS:
        return False
    if tags[at][:1] == "V" or words[at].endswith("ed") or words[at] in _ALWAYS_VERBS:
        return True
    if tags[at] not in ("NN", "NNS"):
        return False
    # `the ministry | reports that`, `a man | shout, “No”`
    one, many = tags[at - 1] in ("NN", "NNP"), tags[at - 1] == "NNS"
    agrees = one if TELLS[words[at]].form == "s" else many
    return (agrees and words[at + 1] == "that") or OPEN in words[at + 1 : at + 3]


_ALWAYS_VERBS = frozenset("say says said saying tell tells told telling".split())


def _read(
    scene: Scene, sentence: TokenRange, at: int, before: TokenRange | None
) -> Candidate | None:
    """What a word tells, if it is the verb of somebody who tells something.

    `before` is what was said before the tag, of a sentence that goes on after it.
    """
    words = scene.words
    first, last = sentence
    verb = QUOTATIVE.get(words[at]) or SHOWS.get(words[at]) or TELLS[words[at]]
    cue_last = _cue_end(words, at)
    teller = retold_tellers.find(scene, verb, at, first) if cue_last else None
    if teller is None and before is not None:
        teller = retold_tellers.amid(scene, verb, at, first, before)
    if teller is None or (words[at] in SHOWS and not _is_paper(scene, teller.source)):
        return None
    source: TokenRange | None = teller.source
    cue = (teller.first, cue_last)
    order = "source-cue-content"
    content_from = cue_last
    if teller.form == "passive":
        after = time_phrases.time_ends(words, scene.tags, at + 1, last)
        agent = retold_phrases.agent(scene, after, last)
        content_from = agent[1] if agent else at + 1
        order = "cue-source-content" if agent else "cue-content"
        source = agent
    content = retold_content.find(scene, verb, (first, last), content_from, teller.form)
    if content is None:
        return None
    begins = words[content[0]]
    needs = begins == "to" and words[at] in _NEEDS_HEARER and teller.form != "passive"
    if needs and (words[at + 1] == "to" or words[content[0] - 1] in _TALES):
        return None  # `It is a lie they tell to be kind`
    heard = begins == "that" or (words[at] in _HEARD_BY and begins not in ("to", "not"))
    heard = heard or (words[at] == "asked" and begins == OPEN)
    ordered = words[at] in _ORDERED and begins in ("to", "not", "never")
    heard = heard or (ordered and not scene.depth[at])
    if order == "cue-content" and not heard:
        return None  # `We were asked to wait`: by nobody that the speaker names
    lemma, sort = lemma_and_sort(words[at])
    head = in_context(words, scene.tags, first, last, at, lemma, sort, ())
    whom = (teller.source,) if order == "cue-content" and ordered else ()  # `he` `to wait`
    reading = formal(head, order, cue, source, (*whom, content), CONFIDENCE)
    if source is None or words[source[0]] not in ("who", "which"):
        return reading
    bit = begins == OPEN and content[1] - content[0] < _LEAST_QUOTED  # `who specified “Christian”`
    return (
        None if bit or teller.form == "present" else clause_ends.without_predicate(scene, reading)
    )


def _is_paper(scene: Scene, source: TokenRange) -> bool:
    """Whether it is a study or the like that shows something: `A review of the pier`."""
    head = source[1]
    for i in range(source[0] + 1, source[1]):
        if scene.tags[i] == "IN":
            head = i
            break
    noun = nouns.lookup(scene.words[head - 1])
    return noun is not None and noun.category == "document"


def _as_told(scene: Scene, sentence: TokenRange, at: int) -> Candidate | None:
    """What stands before a clause with `as`: `it sank slowly, as two parents | claimed`."""
    words, (first, last) = scene.words, sentence
    if words[at] not in TELLS or not (at + 1 >= last or words[at + 1] in (",", ".")):
        return None
    teller = retold_tellers.find(scene, TELLS[words[at]], at, first)
    if teller is None or teller.form == "passive":
        return None
    source = teller.source
    ends = source[0] - 2
    if words[ends : source[0]] != [",", "as"] or ends - first < _LEAST_BEFORE:
        return None
    lemma, sort = lemma_and_sort(words[at])
    head = in_context(words, scene.tags, first, last, at, lemma, sort, ())
    content = ((first, ends),)
    return formal(head, "content-source-cue", (teller.first, at + 1), source, content, CONFIDENCE)


_LEAST_BEFORE = 3
_LEAST_QUOTED = 5
_NEEDS_HEARER = frozenset("tell tells told telling".split())
_TALES = frozenset("story stories lie lies tale tales joke jokes truth".split())
_HEARD_BY = frozenset(("told", "informed", "warned", "advised"))
"""What was done to whoever heard that something is so, `I was told it was shut`."""


_ORDERED = frozenset(
    "told warned advised ordered instructed asked urged directed commanded begged forbidden".split()
)
"""What was done to whoever had to do something: `said he was told | to wait`; not in speech."""


def _cue_end(words: Sequence[str], at: int) -> int:
    """The token after a cue, with what makes it one: `made | clear`; 0 where that is missing."""
    wanted = _ONLY_WITH.get(lemma_and_sort(words[at])[0])
    if wanted is None:
        return at + 1
    after = at + 1 + (words[at + 1] == "it")
    return after + 1 if words[after] == wanted else 0


_ONLY_WITH = {"make": "clear", "point": "out"}


def _called(scene: Scene, sentence: TokenRange, at: int) -> Candidate | None:
    """`what the minister called | “an unfortunate delay”`, `One of them called | it ‘wrong’`."""
    words, (first, last) = scene.words, sentence
    source = retold_tellers.subject(scene, at, first)
    if source is None:
        return None
    begins = opens = at + 1 + (words[at] in _REFERS)
    if words[at] in _REFERS and words[at + 1] != "to":
        return None
    if words[source[0] - 1] == "what":
        begins = opens = at + 1 + (words[at + 1] == "as")
    else:
        while scene.tags[opens] in _OBJECT and opens < begins + _LONGEST_OBJECT:
            opens += 1
        if opens == begins or words[source[0]] in ("i", "we"):
            return None  # `called “experts”`, whatever they are
        if words[at] in _CALLS_AS and words[opens] != "as":
            return None  # `praised her “donors”`
        opens += words[opens] == "as"
    if words[opens] != OPEN or scene.depth[opens] <= scene.depth[at]:
        return None
    content = begins, retold_content.quotation_end(scene, opens)
    cue_last = at + 1 + (words[at] in _REFERS)
    lemma, sort = lemma_and_sort(words[at])
    head = in_context(words, scene.tags, first, last, at, lemma, sort, ())
    return formal(head, "source-cue-content", (source[1], cue_last), source, (content,), CONFIDENCE)


_OBJECT = frozenset("DT PRP PRP$ JJ NN NNS NNP POS CD".split())
_LONGEST_OBJECT = 7
_REFERS = frozenset(("referred", "refers"))
_CALLS_AS = frozenset(
    """characterized characterised denounced dismissed portrayed hailed praised derided mocked
    condemned slammed""".split()
)
_CALLS = _REFERS.union(
    _CALLS_AS, "called calls described describes termed dubbed branded labelled labeled".split()
)
