"""The words of a noun phrase up to its head, and which noun the head is.

`the town’s press secretary for schools` is cut before `for`; its head is `secretary`.
"""

from __future__ import annotations

from collections.abc import Sequence

from attrib.knowledge import lexicon, nouns
from attrib.knowledge.nouns import Noun
from attrib.lazily import re
from attrib.resolution.name_runs import ACRONYMS

Token = tuple[int, int, str]
"""Start, end and word; in a chunk in lower case, with the apostrophe of a possessive."""
_TOKEN = re.compile(r"[\w$%](?:[\w&./%-]|['’](?!s\b))*|['’]s?|[,;:()—–]|--")
STOPS = frozenset(
    "of for at in on with from to about by near among within inside outside across against under"
    " over behind who that which whose whom where when while as including after before during"
    " between through like without beneath underneath above below beside beyond atop aboard"
    " alongside amid amidst throughout towards toward into onto upon via despite until since is was"
    " are were has have had said says ; : ( — – --".split()
)
"""Words before which a chunk ends: they begin a complement, a clause or what is set off."""
_PARTICIPLES = frozenset(
    "familiar close involved briefed present alike loyal who knowledgeable privy here there"
    " opposed seeking working living based left written sent seen given made held found drawn led"
    " built shown put run known kept set".split()
)
DETERMINERS = frozenset(
    "the a an this that these those his her their its my our your another some any many most"
    " several one two three four few other both all each every".split()
)
"""Words that open a noun phrase: articles and the like."""
_OPEN_ENDED = frozenset("and or".split())
_ADJECTIVES = frozenset("progressive conservative liberal moderate independent radical".split())
"""What people are called, and as often how they are: `ten progressive and Muslim groups`."""
_NO_ARTICLE = re.compile(r" (?!(?:an?|the|one|his|her|their|its)\b)[\w-]+ [a-z]")


def chunk(text: str, start: int, end: int, names: Sequence[tuple[int, int]] = ()) -> list[Token]:
    """The words up to the head of a phrase: all before the first complement.

    No word of `names` begins one: `the Office for Rivers spokeswoman`.
    """
    core: list[Token] = []
    closes = start
    for match in _TOKEN.finditer(text, start, end):
        form = match[0]
        word = form.lower()
        if match.start() < closes:
            continue
        if word == "(" and core and (letters := _LETTERS.match(text, match.start(), end)):
            closes = letters.end()  # the Orvale Petrol Corp (OPC) official
            continue
        if names and any(at < match.start() and match.end() < to for at, to in names):
            if word not in ("'", "’", "'s", "’s"):
                core.append((match.start(), match.end(), word))
            continue
        if word == "in" and core and _SHARE.match(text, core[-1][0], end):
            continue
        if (word in STOPS and form not in ACRONYMS) or word == ",":
            if not core or (word == "," and _adjectives(text, core, match.end())):
                continue
            break
        if word in _ARTICLES and core and form.islower() and _ends_noun(core[-1]):
            break  # `a study | the council commissioned`, `the firm | he founded`
        if core and form.islower() and (word in _PARTICIPLES or word.endswith(("ed", "ing"))):
            before = nouns.lookup(core[-1][2])
            if before is not None and (word in _PARTICIPLES or nouns.lookup(word) is None):
                break
            if before is not None and _do(text, core, before, match.end(), end):
                break
        if word in _OPEN_ENDED and core and _ends_name_or_person(core[-1]):
            if core[-1][2] in _ADJECTIVES and _NO_ARTICLE.match(text, match.end(), end):
                continue
            break
        if word in ("'", "’", "'s", "’s"):
            if core:
                core[-1] = (core[-1][0], core[-1][1], core[-1][2] + "'")
        else:
            core.append((match.start(), match.end(), word))
    return core


def _do(text: str, core: Sequence[Token], before: Noun, at: int, end: int) -> bool:
    """Whether many do what a word in -ing tells: `voters | filing into a church`, and no `police
    briefing`, nor `a voters filing`."""
    if not (before.human and before.plural) or core[0][2] in ("a", "an", "another"):
        return False
    return at < end and _GOES_ON.match(text, at, end) is not None


_GOES_ON = re.compile(r" (?!(?:by|that|which) )[A-Za-z]")
_ARTICLES = frozenset("the a an his her its their he she it they we i".split())


def _ends_noun(token: Token) -> bool:
    noun = nouns.lookup(token[2])
    return noun is not None and noun.category != "group"


_LETTERS = re.compile(r"\([A-Z][A-Z&.-]+\)(?= [a-z])")


def _adjectives(text: str, core: Sequence[Token], end: int) -> bool:
    """Whether a comma parts adjectives: `a few small, limited studies`."""
    start, stop, word = core[-1]
    if len(core) < 2 or core[0][2] not in DETERMINERS or not text[start].islower():
        return False
    after = _NEXT_WORD.match(text, end)
    if after is None or after[1] in STOPS or after[1] in DETERMINERS:
        return False
    return nouns.lookup(word) is None and stop == end - 1 and word not in _PARTICIPLES


_NEXT_WORD = re.compile(r" ((?:\d\d?-)?[a-z-]+) [a-z]")
_NUMBER = r"(?:\d+|one|two|three|four|five|six|seven|eight|nine|ten)"
_SHARE = re.compile(rf"{_NUMBER} in {_NUMBER}\b", re.IGNORECASE)
"""`one in five` teachers."""


def _ends_name_or_person(token: Token) -> bool:
    noun = nouns.lookup(token[2])
    return noun is not None and noun.human


def noun_of(word: str) -> Noun | None:
    """The noun a word of a phrase is, compounds too.

    >>> noun_of("54-year-old").lemma, noun_of("father-of-two").lemma, noun_of("ex-mayor").lemma
    ('person', 'father', 'mayor')
    >>> noun_of("teacher-to-be").lemma
    'teacher'
    """
    noun = nouns.lookup(word)
    if noun is None and word not in _NO_PEOPLE and _MAKES_PEOPLE.fullmatch(word):
        return Noun(word.removesuffix("s"), "person", None, word.endswith("s"))
    if noun is not None or "-" not in word:
        return noun
    if _AGE.fullmatch(word):
        return _AGED
    word = word.removesuffix("-to-be")
    return nouns.lookup(word.partition("-of-")[0]) or nouns.lookup(word.rpartition("-")[2])


_MAKES_PEOPLE = re.compile(
    r"[a-z-]{2,}(?:(?:ist|crat|goer|holder|keeper|worker|leader|fighter|player|seeker|dweller)s?"
    r"|ians|ologists?)"
)
"""Words that mean people by how they are formed: `unionists`, `shareholders`."""
_NO_PEOPLE = frozenset(
    "playlist blacklist checklist shortlist whitelist wishlist wish-list waitlist setlist hitlist"
    " heist waist wrist twist assist exist insist persist consist resist enlist placeholder"
    " cd-player media-player jet-fighter".split()
)


def head(core: Sequence[Token]) -> tuple[Noun | None, int, int]:
    """The head noun: the last word, or the last known noun before it."""
    for start, end, word in reversed(core[-3:]):
        noun = noun_of(word)
        if noun is not None and not (word == "third" and start < core[-1][0]):  # `third baseman`
            return noun, start, end
        if word.endswith(("'", "’")):
            break
    start, end, word = core[-1]
    if len(core) > 1 and (noun := nouns.lookup(f"{core[-2][2]}-{word}")) is not None:
        return noun, core[-2][0], end  # `think tank`
    return None, start, end


_AGE = re.compile(r"\d{1,3}-year-olds?")
_AGED = Noun("person", "person")


def head_of(np: str) -> Noun | None:
    """The head of a noun phrase that may stand beside a name."""
    np = np.removeprefix("one of ")
    words = chunk(np, 0, len(np))
    for i, token in enumerate(words[1:], 1):
        if token[2] in ("the", "a", "an", "since"):
            words = words[:i]
            break
    if not words or len(words) > 9:
        return None
    found = noun_of(words[-1][2])
    return head(words)[0] if found is None and words[-1][2] == "tank" else found


def many_there(text: str, start: int, end: int) -> bool:
    """Whether what follows a name is many who are told of by it: `Silicon Valley technophiles`, no
    `Ruiz calls`.

    >>> many_there("Orvale music nerds", 6, 18), many_there("Ruiz calls", 4, 10)
    (True, False)
    """
    last = _MANY_THERE.fullmatch(text, start, end)
    return last is not None and not lexicon.entries(last[1])


_MANY_THERE = re.compile(
    r"(?: [a-z][a-z-]+){0,3} (?!(?:news|politics|sports|backs|wins|hits|rips|leads|loses|meets"
    r"|joins|seeks|eyes|faces|gets|makes|takes|gives|goes|heads|visits|leaves|returns|does|has)\b)"
    r"([a-z][a-z-]+[a-rt-z]s)"
)
