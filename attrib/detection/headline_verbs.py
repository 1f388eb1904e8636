"""Headlines that tell of somebody, and then in his own words: `Ruiz praises crew: ‘They saved us’`.

What stands in marks after the colon is said by the subject of the verb before it.
"""

from __future__ import annotations

from collections.abc import Sequence

from attrib.detection.candidates import Candidate, formal
from attrib.detection.classes import is_of, lemma_and_sort
from attrib.detection.cues import in_context
from attrib.detection.views import Scene
from attrib.knowledge import nouns
from attrib.words.tokens import CLOSE, OPEN, Tokens

_TELLS = frozenset("statement question denial disclosure promise attitude belief order".split())
_TELLS_TOO = frozenset(
    """hits fires claps rips tears lashes torches reacts lays jabs takes goes breaks opens speaks
    doubles weighs sounds gushes rages fumes vents piles lets calls turns pushes pays shuts cries
    laughs shrugs snaps digs pokes""".split()
)
_NO_VERBS = frozenset("thanks calls claims reports hits remarks answers".split())
"""Which may be nouns: verbs here only where a word follows them."""
_SUBJECT_TAGS = frozenset("NNP NN JJ NNPS DT POS NNS".split())
_LONGEST_SUBJECT, _LONGEST_TOLD = 6, 16


def reading(tokens: Tokens, tags: Sequence[str], first: int, last: int) -> Candidate | None:
    """The reading of such a line; None for every other.

    >>> from attrib.words.tags import tag
    >>> from attrib.words.tokens import tokenize
    >>> from attrib.words import quotes
    >>> text = "Ruiz praises crew: “They saved us”. Ana Ruiz met them."
    >>> tokens = tokenize(text, quotes.find(text)[0], [(0, 34), (36, len(text))])
    >>> found = reading(tokens, tag(tokens), *tokens.sentences[0])
    >>> [text[slice(*tokens.offsets(*part))] for part in (found.source, *found.content)]
    ['Ruiz', '“They saved us”']
    """
    words = tokens.words
    if words[last - 1] != CLOSE:
        return None
    near = range(first + 2, min(last - 2, first + _LONGEST_SUBJECT + _LONGEST_TOLD))
    at = next((i for i in near if words[i] == ":"), None)
    if at is None or tokens.depth[at] or words[at + 1] != OPEN:
        return None
    if not all(tokens.depth[at + 1 : last]) or any(tokens.depth[first:at]):
        return None  # more than the quotation, or one before
    verb = _verb(words, tokens.forms, tags, first, at)
    if verb is None or _another_says(words, tags, verb + 1, at):
        return None
    lemma, sort = lemma_and_sort(words[verb])
    cue = verb
    if words[verb] == "on":  # `Ruiz on the deal: ‘Never’`
        lemma, sort, cue = ":", "-", at
    word = in_context(words, tags, first, last, cue, lemma, sort, ())
    return formal(word, "source-cue-content", (cue, cue + 1), (first, verb), ((at + 1, last),))


def _another_says(words: Sequence[str], tags: Sequence[str], first: int, colon: int) -> bool:
    """Whether what the subject tells is who said it: `Ruiz says the mayor told staff: ‘Go’`."""
    told = range(first + 1, colon)
    return words[first] == "that" or any(
        tags[i] in _SURELY_FINITE and is_of(lemma_and_sort(words[i])[1], _TELLS) for i in told
    )


_SURELY_FINITE = frozenset(("VBD", "VBZ"))


def labels_nobody(scene: Scene, reading: Candidate) -> bool:
    """Whether all that stands before a colon is such a headline, and no label of who speaks."""
    head, source = reading.head, reading.source
    if head.word != ":" or source is None or scene.words[head.at + 1] != OPEN:
        return False
    return _verb(scene.words, scene.forms, scene.tags, head.first, head.at) is not None


def _verb(
    words: Sequence[str], forms: Sequence[str], tags: Sequence[str], first: int, colon: int
) -> int | None:
    """The verb by which a headline tells what its subject, a person, did."""
    for at in range(first + 1, min(colon, first + _LONGEST_SUBJECT + 1)):
        present = words[at].endswith("s") and len(words[at]) > 3
        said = is_of(lemma_and_sort(words[at])[1], _TELLS) or words[at] in _TELLS_TOO
        if present and said and tags[at] != "POS" and words[at - 1] not in ("the", "a", "of"):
            alone = at + 1 == colon and words[at] in _NO_VERBS
            return at if not alone and _is_one(words, forms, first, at) else None
        if words[at] == "on":
            return at if _is_one(words, forms, first, at) else None
        if tags[at] not in _SUBJECT_TAGS and words[at] != ".":
            return None
    return None


def _is_one(words: Sequence[str], forms: Sequence[str], first: int, last: int) -> bool:
    """Whether a headline’s subject is somebody: a role, or a name that the text has elsewhere."""
    noun = nouns.lookup(words[last - 1])
    if noun is not None and noun.category != "document":
        return True
    capitals = all(form[:1].isupper() or form == "." for form in forms[first:last])
    return capitals and forms.count(forms[last - 1]) > 1
