"""Who tells something of a noun right before, with no `that` between: `passed a law | critics | say
| is unfair`, `a move | the mayor | said | would cost jobs`.

The noun and whoever speaks stand side by side, and pass for one subject. A verb of saying right
before another verb leaves a gap that the noun fills; whoever speaks begins with an article, a
pronoun, a name, or is people in the plural with what sort of people they are.
"""

from __future__ import annotations

from attrib.detection.candidates import TokenRange
from attrib.detection.cues import CueWord
from attrib.detection.quoted_as import BE
from attrib.detection.time_phrases import DAYS, MONTHS, UNITS
from attrib.detection.views import FINITE, Scene
from attrib.knowledge import nouns

_PRONOUNS = frozenset("he she they we i".split())
_NAMES = frozenset(("NNP", "NNPS"))
_NOUNS = frozenset(("NN", "NNS"))
_FILLS = BE | frozenset("has have had does do did".split())
_SORTS = frozenset(
    """human animal civil rights health trade safety consumer advocacy intelligence security law
    enforcement industry government state city opposition campaign privacy defense defence aid
    climate data drug church food farm gun housing immigration labor labour legal media military
    market medical patient policy poverty prison rail road tax tech town traffic village war water
    wildlife women's children's welfare""".split()
)
"""What sort of people or groups they are: `gun rights | groups`."""
_MANY = frozenset("some many most several few both other local".split())
_ONE = frozenset(("a", "an", "another", "one"))
_LINKS = frozenset("of on for in with about against to".split())
_CLAIMS = frozenset(
    """say claim argue believe think fear hope warn insist allege suspect admit know feel predict
    estimate contend maintain expect suggest assert charge complain concede conclude declare doubt
    find note promise report rule stress swear understand vow worry caution boast acknowledge agree
    announce calculate consider reckon speculate""".split()
)
_SHORTEST = 3
_BEGIN = frozenset(("DT", "PRP$", "IN", "VBD", "VBZ", "VBP", "VB"))
_LONGEST = 9


def subject(scene: Scene, word: CueWord, last: int) -> TokenRange | None:
    """Who says so with a verb, the last of them before `last`; None where no noun stands right
    before of which it is told.

    >>> from attrib.detection import cues, views
    >>> from attrib.words import tags
    >>> from attrib.words.tokens import tokenize
    >>> def tellers(text):
    ...     tokens = tokenize(text, [], [(0, len(text))])
    ...     tagged = tags.tag(tokens)
    ...     scene = views.scene(tokens, tagged)
    ...     found = (subject(scene, word, word.at) for word in cues.find(tokens, tagged))
    ...     return [tokens.forms[slice(*one)] for one in found if one is not None]
    >>> tellers("They passed a law union leaders say is unfair.")
    [['union', 'leaders']]
    >>> tellers("They passed a law. Union leaders say it is unfair.")
    []
    """
    words, tags, at, begins = scene.words, scene.tags, word.at, word.first
    if word.lemma not in _CLAIMS or last - begins < _SHORTEST:
        return None
    verb = words[at + 1]
    fills = tags[at + 1] in ("MD", "VBD") or verb in _FILLS
    fills = fills or (tags[at + 1] == "VBN" and tags[at + 2] in ("DT", "PRP", "PRP$"))
    first = _start(scene, begins, last) if fills else None
    if first is None or first - begins < 2 or not _is_told_of(scene, begins, first - 1):
        return None
    return first, last


def content(
    scene: Scene, word: CueWord, source: TokenRange, found: TokenRange
) -> tuple[TokenRange, TokenRange] | None:
    """The noun of which whoever speaks tells something, and what, up to another clause: `| a law |
    critics say | is unfair|, and many left`; `found` is the last piece as the weights have it."""
    if source[1] > word.at or subject(scene, word, source[1]) != source:
        return None
    first, last = word.at + 1, max(found[1], word.at + 2)
    commas = (i for i in range(first + 1, last - 1) if scene.words[i] == ",")
    last = next((i for i in commas if scene.tags[i + 1] == "CC"), last)
    noun = whole(scene, word.first, source[0])
    if noun == word.first:
        last = _main_verb(scene, first + 1, last)
    return (noun, source[0]), (first, last)


def _main_verb(scene: Scene, first: int, last: int) -> int:
    """Where the verb stands whose subject all before is: `A law critics say is unfair | passed`."""
    for i in range(first, last):
        if scene.tags[i] in FINITE and scene.tags[i - 1] in _BEFORE_MAIN:
            return i
    return last


_BEFORE_MAIN = frozenset("NN NNS NNP JJ VBN RB CD".split())


def misread(scene: Scene, word: CueWord) -> TokenRange | None:
    """Who speaks, where the verb passes for a noun, `a dam | farmers | claim | is old`, or the next
    for a participle, `a fault | he | says | caused it`."""
    at = word.at
    if word.tag in FINITE:
        return subject(scene, word, at) if scene.tags[at + 1] == "VBN" else None
    helps = scene.tags[at + 1] == "MD" or scene.words[at + 1] in _FILLS
    if word.tag not in ("NN", "NNS", "VB") or not helps or word.lemma not in _CLAIMS:
        return None
    found = subject(scene, word, at)
    if found is None:
        return None
    plural = scene.tags[at - 1] == "NNS" and scene.words[found[0]] != "the"
    return found if plural != scene.words[at].endswith("s") else None


def _start(scene: Scene, begins: int, last: int) -> int | None:
    """Where who speaks begins."""
    words, tags, head = scene.words, scene.tags, last - 1
    if words[head] in _PRONOUNS:
        return head
    first = head
    if tags[head] in _NAMES:
        while first > begins and tags[first - 1] in _NAMES:
            first -= 1
        return _with_article(scene, begins, first)
    noun = nouns.lookup(scene.forms[head])
    group = noun is not None and noun.category in ("group", "organization")
    if noun is None or tags[head] not in _NOUNS or not (noun.human or group):
        return None
    while first > begins and _tells_sort(scene, first - 1) and tags[first - 2] not in _BEGIN:
        first -= 1
    if noun.plural or words[head] == "police":
        return first - (words[first - 1] == "the" or tags[first - 1] == "PRP$")
    opened = _with_article(scene, begins, first)
    return opened if opened < first else None


def _with_article(scene: Scene, begins: int, first: int) -> int:
    """Where a phrase begins with its article, past what stands between: `the | new mayor`."""
    tags, at = scene.tags, first - 1
    while at > begins and tags[at] in ("JJ", "NN", "NNP", "POS") and first - at < _LONGEST:
        at -= 1
    if tags[at] == "PRP$" or scene.words[at] in ("the", *_MANY):
        return at
    return first


def _tells_sort(scene: Scene, at: int) -> bool:
    """Whether a word before people says of what sort: `union | leaders`, `local | farmers`."""
    word, tag = scene.words[at], scene.tags[at]
    if tag == "JJ" or word in _SORTS or word in _MANY:
        return True
    noun = nouns.lookup(word) if tag == "NN" else None
    return noun is not None and noun.category in ("organization", "group")


def _is_told_of(scene: Scene, begins: int, at: int) -> bool:
    """Whether a noun is one of which something may be told: no day, and no opening of a clause."""
    words, tags = scene.words, scene.tags
    article = whole(scene, begins, at + 1)
    # taken for an adjective before people: `a dam | farmers say is old`
    noun = tags[at] in _NOUNS or (tags[at] == "JJ" and article < at and words[article] in _ONE)
    if not noun or words[at] in UNITS | DAYS | MONTHS or scene.depth[at]:
        return False
    opens = article == begins + 1 and tags[begins] == "IN"  # `After the vote the mayor said it`
    return not opens and (tags[article] in ("DT", "PRP$", "CD") or tags[at] == "NNS")


def whole(scene: Scene, begins: int, last: int) -> int:
    """Where a noun’s phrase begins, with what it is of: `a ban on boats`."""
    words, tags, first = scene.words, scene.tags, last - 1
    while first > begins:
        before = first - 1
        if tags[first] in ("DT", "PRP$"):
            if words[before] != "of" or tags[before - 1] not in _NOUNS:
                break
        elif words[before] in _LINKS:
            if tags[before - 1] not in _NOUNS:
                break
        elif tags[before] not in ("DT", "PRP$", "JJ", "NN", "NNS", "NNP", "POS", "CD"):
            break
        first = before
    return first
