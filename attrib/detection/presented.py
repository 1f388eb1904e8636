"""Whom a sentence before a quotation presents without being about what they do.

`Among them was Ana Ruiz, a nurse. “…”`, `None of it surprised Ruiz. “…”`, `A note from Ruiz was on
the door. “…”`, `The sign at the gate is plain. “…”`: no subject of theirs acts, and still the
words that come next are theirs.
"""

from __future__ import annotations

from collections.abc import Iterator

from attrib.detection import beats
from attrib.detection.candidates import TokenRange
from attrib.detection.introductions import Introductions
from attrib.knowledge import nouns

_LONGEST = 24
_IS = frozenset("is was are were comes came stood sat 's ’s".split())
_THERE = frozenset("there here also then among next first last".split())
_ONE = frozenset(("one", "another", "first", "last"))
_MOVED = frozenset(
    """surprise surprised surprises impress impressed impresses worry worried worries bother
    bothered bothers convince convinced convinces satisfy satisfied satisfies reassure reassured
    reassures deter deterred deters stop stopped faze fazed anger angered angers annoy annoyed
    amuse amused scare scared frighten frightened move moved shock shocked hurt hurts haunt haunts
    haunted trouble troubled troubles please pleased comfort delighted delight infuriated baffled
    baffles puzzles puzzled stunned thrilled persuaded persuade suits suited pains pained""".split()
)
_FELT = frozenset(
    """late enough comfort hard easy news end little much relief blow shock consolation mystery
    torture heartbreaking personal clear obvious simple soon over painful nightmare home joy
    tough""".split()
)
_FEELS = frozenset(("for", "to", "on", "with"))
_ANGRIER = frozenset(
    """angrier happier prouder sadder blunter busier louder clearer surprised more better
    gladder""".split()
)
_ITS = frozenset(("the", "her", "his"))
_NOBODY = frozenset("nobody no few none all nothing little".split())
_PAPERS = frozenset(
    """note letter email e-mail message statement post tweet text reply response answer card
    postcard memo fax comment petition speech video diary blog poem will review caption voicemail
    toast sermon testimony evidence submission""".split()
)
_PARTS = frozenset("line sentence passage part paragraph page word words phrase bit".split())
_PLAIN = frozenset(
    """plain clear blunt short brief terse curt scathing damning unambiguous unequivocal emphatic
    stark frank direct simple polite firm harsh harsher kinder blunter clearer plainer shorter
    succinct explicit unsparing withering bleak""".split()
)
_SPEAKS_PLAINLY = frozenset(("mince", "equivocate", "hedge", "says", "said", "reads", "read"))


def find(known: Introductions, first: int, last: int) -> TokenRange | None:
    """Whom a sentence presents, where it is one only.

    >>> from attrib.words.sentences import split
    >>> from attrib.words.tags import tag
    >>> from attrib.words.tokens import tokenize
    >>> def presented(text):
    ...     tokens = tokenize(text, [], split(text, []))
    ...     found = find(Introductions([], tokens, tag(tokens)), 0, len(tokens))
    ...     return text[slice(*tokens.offsets(*found))] if found else None
    >>> presented("Among them was Ana Ruiz, a nurse."), presented("That did not surprise Ana Ruiz.")
    ('Ana Ruiz', 'Ana Ruiz')
    >>> presented("A note from Ana Ruiz was on the door."), presented("The sign is plain.")
    ('Ana Ruiz', 'The sign')
    >>> presented("They shouted at Ana Ruiz.")
    """
    words = known.words
    if last - first > _LONGEST or any(known.depth[first:last]):
        return None
    paper = _writer(known, first, last) or _plain_paper(known, first, last)
    if paper is not None:
        return paper
    runs = [*_names(known, first, last)]
    if not runs:
        return None
    begin, end = runs[0]
    if _is_shown(known, first, begin) and not beats.is_silent(known, end, last):
        return begin, end
    if len(runs) > 1:
        return None
    told = (
        _is_moved(known, first, begin, end, last)
        or _is_called(known, first, begin, end, last)
        or _wakes(known, first, begin, end)
    )
    # `For the mayor, it is the end.`
    fronted = words[first] in ("for", "to") and begin == first + 1 and words[end] == ","
    return (begin, end) if told or fronted else None


def _names(known: Introductions, first: int, last: int) -> Iterator[TokenRange]:
    """The names of people in a stretch, and who is one by a noun: `the mayor`."""
    at = first
    while at < last:
        end = known.name_end(at, last)
        noun = nouns.lookup(known.words[at + 1]) if known.words[at] in _ITS else None
        if noun is not None and noun.human and not noun.plural and at + 1 < last:
            end = at + 2
        if end > at and (noun is not None or known.is_person(at, end)):
            yield at, end
        at = max(end, at + 1)


def _is_shown(known: Introductions, first: int, begin: int) -> bool:
    """Whether a sentence only brings somebody in: `Among them was`, `One of them is`."""
    words = known.words
    if words[begin - 1] not in _IS or begin - first > _LONGEST // 2:
        return False
    one = words[first] in _ONE and words[first + 1] == "of"
    return one or any(words[i] in _THERE for i in range(first, first + 2))


def _is_called(known: Introductions, first: int, begin: int, end: int, last: int) -> bool:
    """Whether a few words only call somebody up: `Not so Ruiz.`, `So does Ruiz.`, `Take Ruiz.`"""
    if last - first > _LONGEST_CALL or (end < last - 1 and known.words[end] not in (",", "among")):
        return False
    return tuple(known.words[first:begin]) in _CALLS


def _wakes(known: Introductions, first: int, begin: int, end: int) -> bool:
    """Whether what somebody does comes after `when`, and nobody before: `It was dark when Ruiz
    woke.`"""
    if known.words[begin - 1] not in _WHEN or begin - 1 == first or known.words[end] not in _WOKE:
        return False
    return not any(_speaks(known, i) for i in range(first, begin)) and not beats.is_silent(
        known, end, end + 5
    )


def _speaks(known: Introductions, at: int) -> bool:
    """Whether a word is a noun for those who speak, or one of them."""
    noun = nouns.lookup(known.words[at]) if known.tags[at][:1] == "N" else None
    return known.tags[at] == "NNP" or (noun is not None and noun.category != "document")


_WHEN = frozenset(("when", "before", "until"))
_WOKE = frozenset(
    """woke saw noticed realised realized learned learnt understood felt discovered looked
    remembered knew""".split()
)
_LONGEST_CALL = 8
_CALLS = frozenset(
    tuple(call.split())
    for call in """not; not so; not even; so does; so did; so is; so was; so do; nor does; nor is;
    nor did; nor was; neither does; neither is; neither did; enter; take; count; meet; ask;
    just ask; consider; cue; except; but not; same with; likewise; the same goes for; as for;
    even""".split(";")
)


def _is_moved(known: Introductions, first: int, begin: int, end: int, last: int) -> bool:
    """Whether a sentence that ends in a name says what its bearer feels of something."""
    words, tags = known.words, known.tags
    if end < last - 1 and words[end] not in (",", "."):
        return False
    noun = None
    for i in range(first, begin):
        if tags[i][:1] in ("V", "M"):
            break
        noun = (words[i] not in _NOBODY and nouns.lookup(words[i])) or noun
    if noun is not None and noun.category != "document":
        return False  # `The council stunned Ruiz`
    if words[begin - 1] == "than" and words[first] in _NOBODY:
        return not _ANGRIER.isdisjoint(words[first:begin])
    if words[begin - 1] in _MOVED:
        return True
    return words[begin - 1] in _FEELS and not _FELT.isdisjoint(words[max(first, begin - 3) : begin])


def _writer(known: Introductions, first: int, last: int) -> TokenRange | None:
    """Whose paper, or part of one, is the subject: `An email from Ruiz came`, `One line of Ruiz’s
    post drew the most likes`."""
    words, tags = known.words, known.tags
    if not _HEARERS.isdisjoint(words[first:last]):
        return None  # `Ruiz’s speech drew boos`: what comes next is theirs
    at = first
    if words[at] in ("there", "then") and words[at + 1] in _IS:
        at += 2
    if words[at] in _ONE and words[at + 1] in _PARTS and words[at + 2] in ("of", "in", "from"):
        at += 3
    at += tags[at] in ("DT", "CD")
    at += tags[at] == "JJ"
    if words[at] in _PAPERS and words[at + 1] in ("from", "by"):
        begin = at + 2
        end = known.name_end(begin, last)
        return (begin, end) if begin < end and known.is_person(begin, end) else None
    end = known.name_end(at, last)
    after = end + 1 + (tags[end + 1 : end + 2] == ["JJ"]) if end < last else last
    owns = at < end < last and tags[end] == "POS" and after < last and words[after] in _PAPERS
    return (at, end) if owns and known.is_person(at, end) else None


_HEARERS = frozenset(
    """boos jeers replies anger laughter protests reactions criticism applause cheers heckles
    complaints abuse mockery""".split()
)


def _plain_paper(known: Introductions, first: int, last: int) -> TokenRange | None:
    """A paper or sign that a sentence says to be plain: `The letter was short.`"""
    words, tags = known.words, known.tags
    if tags[first] not in ("DT", "PRP$"):
        return None
    head = first + 1
    while head < last and tags[head] in ("JJ", "NN", "NNP", "CD"):
        head += 1
    noun = nouns.lookup(words[head - 1])
    verdict = words[head - 1] in ("verdict", "slogan", "inscription", "graffiti")
    if head == first + 1 or not (verdict or (noun is not None and noun.category == "document")):
        return None
    verb = head
    while verb < last and tags[verb] in ("IN", "DT", "NN", "NNS", "NNP"):
        verb += 1  # `The sign | at the gate`
    rest = words[verb : min(last, verb + 5)]
    if not rest or verb > head + 6:
        return None
    plain = rest[0] in ("is", "was", "are", "were") and not _PLAIN.isdisjoint(rest[1:4])
    tells = not _SPEAKS_PLAINLY.isdisjoint(rest) and "all" in (*rest, words[last - 2])
    minces = "not" in rest and not _SPEAKS_PLAINLY.isdisjoint(rest)
    return (first, head) if plain or tells or minces else None
