"""Who is about to be quoted, of whom the sentence before tells more than a name.

`An official at the mill, speaking on condition of anonymity, was blunter: “…”`, `In a letter to
staff, an aide whose name was struck out raised concerns: “…”`, `The clerk's reply, sent that night,
was a single word. “…”`
"""

from __future__ import annotations

from attrib.detection.candidates import TokenRange
from attrib.detection.known import Known
from attrib.knowledge import nouns

_LONGEST = 45
_LONGEST_NOUN = 10
_BEGINS = frozenset("DT PRP$ CD JJ".split())
_OF_NOUN = frozenset("JJ NN NNS NNP CD POS VBN".split())
_HANGS_ON = frozenset("of from at in for with to on near".split())
_FINITE = frozenset("VBD VBZ VBP MD".split())
_SPEAKING = frozenset("title person kin organization group".split())
_RELATIVES = frozenset("who whose which whom that".split())
_PAPERS = frozenset(
    """email emails e-mail letter letters message messages note memo post posts tweet text texts
    statement filing affidavit testimony interview diary blog thread comment speech petition reply
    response""".split()
)
_FRANKER = frozenset(
    """blunt blunter harsher kinder franker frank terser terse gloomier angrier softer sharper
    plainer clearer curt direct candid forthright scathing dismissive sympathetic forgiving
    charitable generous effusive circumspect guarded measured conciliatory combative expansive
    philosophical unmoved unimpressed unrepentant defiant adamant succinct brief emphatic
    enthusiastic cautious optimistic hopeful sanguine""".split()
)
"""What somebody is who says more next: `was blunter`, `was less charitable`."""
_WAS = frozenset("is was were are sounded seemed".split())
_ANSWERS = frozenset("answer reply response verdict reaction explanation advice retort".split())
_SHORT = frozenset(
    "word words sentence line syllable brief short simple blunt curt terse swift immediate".split()
)


def speaker(known: Known, first: int, last: int) -> TokenRange | None:
    """Who acts in a lead that ends in a colon, if it is somebody of whom more is told.

    >>> from attrib.words.tags import tag
    >>> from attrib.words.tokens import tokenize
    >>> text = "An aide to Ruiz, speaking on condition of anonymity, was blunter:"
    >>> tokens = tokenize(text, [], [(0, len(text))])
    >>> known = Known([], tokens, tag(tokens))
    >>> text[slice(*tokens.offsets(*speaker(known, 0, len(tokens))))]
    'An aide to Ruiz'
    """
    if last - first > _LONGEST or any(known.depth[first:last]):
        return None
    begins = _past_paper(known, first, last)
    found = _subject(known, begins, last)
    if found is None:
        return None
    source, verb = found
    told = begins > first or is_franker(known, verb, last)
    return source if told else None


def blunter(known: Known, first: int, last: int) -> TokenRange | None:
    """Who is said to be frank, in a sentence of its own: `An aide, who was there, was blunter.`"""
    found = _subject(known, first, last) if last - first <= _LONGEST else None
    return found[0] if found and is_franker(known, found[1], last) else None


def answerer(known: Known, first: int, last: int) -> TokenRange | None:
    """Whose answer a sentence only says to be short: `Her answer was a single word.`"""
    words, tags = known.words, known.tags
    if last - first > _LONGEST_NOUN * 2 or any(known.depth[first:last]):
        return None
    at = next((i for i in range(first + 1, min(last, first + 8)) if words[i] in _ANSWERS), 0)
    owner = at - 1 - (tags[at - 1] == "JJ")
    if not at or tags[owner] not in ("PRP$", "POS") or words[owner] in ("my", "our", "your"):
        return None
    begins = at + 1
    if words[begins] == "," and "," in words[begins + 1 : last]:
        begins = words.index(",", begins + 1)  # `reply, sent that night, was`
    verb = next((i for i in range(begins, last) if tags[i] in _FINITE), last)
    if words[verb : verb + 1] not in (["is"], ["was"]) or _SHORT.isdisjoint(words[verb:last]):
        return None
    source = (owner, owner + 1) if tags[owner] == "PRP$" else (first, owner)
    return source if source[0] == first else None


def is_franker(known: Known, verb: int, last: int) -> bool:
    """Whether a verb and what follows say how plainly somebody speaks."""
    after = known.words[verb + 1 : min(last, verb + 5)]
    return known.words[verb] in _WAS and not _FRANKER.isdisjoint(after)


def _past_paper(known: Known, first: int, last: int) -> int:
    """Where the main clause begins after `In an email dated March 3, 2025,`."""
    words, tags = known.words, known.tags
    if words[first] not in ("in", "on") or _PAPERS.isdisjoint(words[first : first + 6]):
        return first
    for i in range(first + 2, min(last - 2, first + 20)):
        if tags[i] in _FINITE and tags[i] != "VBD":  # `dated`, `sent` look like a past tense
            return first
        if words[i] == "," and tags[i + 1] in _BEGINS and tags[i + 1] != "CD":
            return i + 1
    return first


def _subject(known: Known, first: int, last: int) -> tuple[TokenRange, int] | None:
    """The noun phrase of a person or body that a sentence begins with, and the verb it has past
    all that is set off or told of it."""
    words, tags = known.words, known.tags
    if tags[first] not in _BEGINS and words[first] not in ("one", "another"):
        return None
    head = first + 1
    while head < last and tags[head] in _OF_NOUN and head - first < _LONGEST_NOUN:
        head += 1
    noun = nouns.lookup(words[head - 1])
    if noun is None or noun.category not in _SPEAKING:
        return None
    end = head
    while end < last and words[end] in _HANGS_ON:
        begins = end
        end += 1
        while end < last and tags[end] in _OF_NOUN | {"DT", "PRP$"}:
            end += 1
        if end == begins + 1:
            return None
    verb, named = _verb(known, end, last), end + 1
    while words[end] == "," and named < last and tags[named] == "NNP":
        named += 1
    if named > end + 1 and words[named] == "," and noun.human:
        end = named  # `the provost, Dana Orr,`
    return ((first, end), verb) if verb else None


def _verb(known: Known, at: int, last: int) -> int:
    """The main verb after a subject and what is told of it; 0 where that is not clear."""
    words, tags = known.words, known.tags
    if words[at] in _RELATIVES:  # `an aide | whose name was struck out | raised`
        # after a participle or its particle another one is the past tense
        ends = ("RP", "VBN", "RB")
        past = (i for i in range(at + 3, last) if tags[i] == "VBN" and tags[i - 1] in ends)
        verbs = sorted({*past, *(i for i in range(at + 1, last) if tags[i] in _FINITE)})
        apart = len(verbs) > 1 and "," not in words[at : verbs[1]]
        return verbs[1] if apart else 0
    if words[at] != ",":
        return at if tags[at] in _FINITE else 0
    commas = [i for i in range(at + 1, last) if words[i] == ","]
    for i in commas:
        after = i + 1 + (tags[i + 1] == "RB")
        if tags[after] in _FINITE:
            return after
    return 0
