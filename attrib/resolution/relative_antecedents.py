"""What `who` may point back to: a name and what is set off after it, or people whom nobody names.

Only people are `who`. So a noun that the lexicon does not know is one of people there, and where
words of a place or a body stand between, whoever was named before them is meant.
"""

from __future__ import annotations

from attrib.knowledge import lexicon, nouns
from attrib.knowledge.nouns import Noun
from attrib.lazily import re
from attrib.resolution.chunks import DETERMINERS, STOPS, noun_of
from attrib.resolution.name_runs import GRAMMAR
from attrib.resolution.referents import Referent, Scene, is_person, kind_of, of_entity

_LONGEST_JOINT = 6
_JOINT = re.compile(r"\b(?:and|but|or|yet)\Z")
_PERSONAL = re.compile(r"\b(?:who|whom|whose)\b")


def joined_to(text: str, start: int, before: int) -> tuple[int, int] | None:
    """The relative pronoun that another goes on from: `Ruiz, |who| lost twice and who says`.

    >>> text = "farmers whom nobody asked, and"
    >>> joined_to(text, 0, len(text))
    (8, 12)
    """
    joint = _JOINT.search(text, max(start, before - _LONGEST_JOINT), before)
    if joint is None:
        return None
    found = [match.span() for match in _PERSONAL.finditer(text, start, joint.start())]
    return found[-1] if found else None


def named_before(scene: Scene, start: int, before: int) -> Referent | None:
    """Ruiz of `Ana Ruiz of Norvale, who`: the person of whom a place or a body is said."""
    return _person_ending(scene, start, _before_names(scene.text, start, before))


def _before_names(text: str, start: int, before: int) -> list[int]:
    """Where what is said of a place or a body begins that ends at an offset.

    >>> text = "met Ana Ruiz of the Bank of Orvale"
    >>> [text[:at] for at in _before_names(text, 0, len(text))]
    ['met Ana Ruiz', 'met Ana Ruiz of the Bank']
    """
    found = _OF.finditer(text, max(start, before - _LONGEST_NAME), before)
    return [m.start() for m in found if _NAME.fullmatch(text, m.end(), before)]


def _person_ending(scene: Scene, start: int, ends: list[int]) -> Referent | None:
    """The person whose name ends at one of some offsets."""
    discourse = scene.discourse
    for i in discourse.within(start, max(ends, default=start)):
        if discourse.mentions[i].end in ends and discourse.owners[i] >= 0:
            named = of_entity(scene, discourse.owners[i], "pronoun")
            return named if named.kind == "person" else None
    return None


def several_named(scene: Scene, start: int, before: int) -> Referent | None:
    """Those of a list each of whom is told of by a place or a party: `Ana Ruiz (D-Ohio) and Tom
    Hale (R-Utah), both of whom`."""
    discourse, text = scene.discourse, scene.text
    found: list[int] = []
    end = before
    for i in reversed(discourse.within(start, before)):
        mention = discourse.mentions[i]
        if not is_person(discourse, i) and not _is_called_like_one(scene, i):
            continue
        if (_BETWEEN if found else _LAST).fullmatch(text, mention.end, end) is None:
            break
        found.insert(0, discourse.owners[i])
        end = mention.start
    if len(found) < 2 or text.endswith(", ", start, end):
        return None  # `the council, Ana Ruiz and Tom Hale`
    named = [discourse.entities[index] for index in found]
    return Referent(
        name=", ".join(entity.name for entity in named[:-1]) + f" and {named[-1].name}",
        kind="group",
        parts=tuple(found),
        plural=True,
        antecedent=(named[0].start, named[0].end),
        resolver="pronoun",
    )


def _is_called_like_one(scene: Scene, i: int) -> bool:
    """Whether a name of two words that nothing tells of is somebody's: `Zorb Tarn`."""
    if scene.discourse.mentions[i].reading.sort != "name" or scene.discourse.owners[i] < 0:
        return False
    return kind_of(scene, scene.discourse.entities[scene.discourse.owners[i]]) == "person"


def several_speak(scene: Scene) -> bool:
    """Whether the verb after `who` tells that it is many: `who say`, `who have warned`."""
    word = _VERB_OF_WHO.match(scene.text, scene.phrase.end)
    if word is None:
        return False
    plural = lexicon.entries(word[1]) and lexicon.lemma(word[1]) == word[1]
    return word[1] in _HELPS_MANY or (bool(plural) and word[1] not in _PAST_TOO)


_VERB_OF_WHO = re.compile(r" (?:\w+ly |also |both |all |still |now |often )*([a-z]+)")
_HELPS_MANY = frozenset("have are were do".split())
_PAST_TOO = frozenset("put read cut hit let set beat bet bid".split())
_TOLD = r"(?: of [A-Z][\w.]*(?: [A-Z][\w.]*)?| \([^()]{1,20}\))?"
_LAST = re.compile(rf"{_TOLD}(?:, [^,;:“”\"]{{2,60}})?")
_BETWEEN = re.compile(rf"{_TOLD}(?:(?:, (?:an?|the) [^,;:]{{2,60}})?,? and |, )(?:[a-z-]+ ){{0,3}}")
_LONGEST_NAME = 80
_OF = re.compile(r" (?:of|in|from|at|with|for) (?:the |[a-z]+ )?(?=[A-Z])")
_NAME = re.compile(r"[A-Z][\w.’'&-]*(?: (?:of |the |for |and |& )*[A-Z][\w.’'&-]*){0,5}")


def dweller(scene: Scene, start: int, before: int) -> Referent | None:
    """Ruiz of `Ana Ruiz, 71, of Mill Lane, who`: what is set off says where she lives."""
    low = max(start, before - _LONGEST_APPOSED)
    ends = [match.start() for match in _DWELLS.finditer(scene.text, low, before)]
    return _person_ending(scene, start, ends) if ends else None


_DWELLS = re.compile(
    r"(?:, (?:aged )?\d{1,3})?, (?:of|from) (?:\d+\w? )?(?:[a-z]+ (?:in )?){0,2}"
    rf"{_NAME.pattern}(?:(?:,| in) {_NAME.pattern}){{0,2}}\Z"
)


def apposed(scene: Scene, start: int, before: int) -> Referent | None:
    """Ruiz of `Ana Ruiz, a Democrat who`, `Ana Ruiz, professor of law in Orvale, who`: what is set
    off says who she is.

    Not of `Ana Ruiz, the mother of a boy who`, where another is nearer.
    """
    text = scene.text
    low = max(start, before - _LONGEST_APPOSED)
    for match in reversed(list(_APPOSED.finditer(text, low, before))):
        set_off = text.startswith((",", " –", " —", " -"), before)
        if not set_off and ("," in text[match.end() : before] or _has_people(text, match, before)):
            continue
        ends = [match.start(), *_before_names(text, start, match.start())]
        named = _person_ending(scene, start, ends)
        if named is not None:
            return named
    return None


_LONGEST_APPOSED = 130
_APPOSED = re.compile(
    r", (?=(?:an?|the|one of|his|her|its|their|[A-Z][\w-]+['’]s?"
    r"|(?:[A-Za-z-]+ ){1,3}(?:of|at|for|in))"
    r" [^;:.!?“”\"]{1,100}\Z)"
)


def _has_people(text: str, match: re.Match[str], before: int) -> bool:
    """Whether other people stand between what somebody is and `who`, or several do."""
    words = text[match.end() : before].split()
    if words[:2] == ["one", "of"]:
        return False
    last = noun_of(words[-1].lower())
    if last is not None and last.plural:
        return True
    inner = next((n for n, word in enumerate(words) if word in _PREPOSITIONS), len(words))
    end = words.index("and", inner) if "and" in words[inner:] else len(words)
    return any(map(_is_human, words[inner + 1 : end]))


def _is_human(word: str) -> bool:
    noun = noun_of(word.lower())
    return noun is not None and noun.human


_PREPOSITIONS = frozenset(
    "of in on at from with within across around among near outside inside for to under behind"
    " throughout".split()
)


def described(text: str, start: int, before: int) -> tuple[int, int] | None:
    """Where people stand whom nobody names: `party’s top figures, who`, `crowds in the square who`.

    >>> text = "It angered the party’s top figures"
    >>> text[slice(*described(text, 0, len(text)))]
    'the party’s top figures'
    >>> text = "He was heard by 10,000 people in the arena"
    >>> text[slice(*described(text, 0, len(text)))]
    '10,000 people in the arena'
    """
    words = list(_WORDS.finditer(text, max(start, before - 90), before))
    head = _head(words)
    if head is None:
        return None
    begin, owned = words[head].start(), False
    for n in range(head - 1, max(-1, head - 7), -1):
        word = words[n][0]
        low = word.lower()
        if low in DETERMINERS or word[0].isdigit():
            begin = words[n].start()
            if low == "other" and (more := _AND_OTHER.search(text, start, begin)) is not None:
                begin = more.start()
            break
        if not word[0].isalpha() or low in STOPS or low in GRAMMAR or not may_qualify(word):
            break
        if owned and word.islower():
            break  # `persuade Ruiz’s backers`
        owned = owned or word.endswith(("’s", "'s", "s’", "s'"))
        begin = words[n].start()
    return begin, before


_AND_OTHER = re.compile(r"[\w-]+s,? and \Z")
_WORDS = re.compile(r"[\w$][\w’'.,%-]*(?<![.,])|[^\s\w]")


def _head(words: list[re.Match[str]]) -> int | None:
    """Which of some words is the noun that `who` is about."""
    for n in range(len(words) - 1, max(-1, len(words) - 7), -1):
        word = words[n][0]
        if not word[0].isalpha() or (n < len(words) - 1 and words[n + 1][0] == ","):
            break
        noun = noun_of(word.lower())
        last = n == len(words) - 1
        if noun is not None and _are_people(noun) and (last or words[n + 1][0] in _PREPOSITIONS):
            return n
    if not words or not words[-1][0].islower() or words[-1][0] in STOPS | GRAMMAR:
        return None
    *_, last_word = words[-1][0].split("-")
    noun = nouns.lookup(last_word)
    several = last_word.endswith("s") and not last_word.endswith(("ss", "’s", "us", "is"))
    if noun is None:
        return len(words) - 1 if several else None
    owned = len(words) > 1 and words[-2][0].endswith(("’s", "'s", "s’", "s'"))
    return len(words) - 1 if noun.plural or (owned and noun.category == "organization") else None


def _are_people(noun: Noun) -> bool:
    return noun.plural and (noun.human or noun.category == "group")


def may_qualify(word: str) -> bool:
    """Whether a word in front of a plural may belong to it: `opposition members`.

    >>> [may_qualify(word) for word in ("opposition", "party’s", "angered", "were")]
    [True, True, False, False]
    """
    if word.endswith(("’s", "'s", "s’", "s'")):
        return True
    ends = word.endswith(("s", "ed", "ing", "ld", "t"))
    return not ends and word not in STOPS | GRAMMAR and VERBS.fullmatch(word) is None


VERBS = re.compile(
    r"(?<!-)\b(?:was|were|is|are|be|been|has|have|had|will|would|stood|sat|came|went|ran|saw|made|drew|took"
    r"|gave|brought|lay|hung|rose|grew|knew|spoke|found|heard|caught|faced|joined|included|takes|because)"
    r"\b(?!-)"
)
"""No word of a phrase that `who` is about: `on the bridge | stood protesters who`."""
