"""People whom a text names by what they are, and whom a pronoun may mean: `a cashier`, `critics`.

Only what opens a sentence or a clause, as its subject does, is taken.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from attrib.knowledge import nouns
from attrib.knowledge.nouns import Gender, Noun
from attrib.knowledge.places import place
from attrib.lazily import re
from attrib.resolution.chunks import noun_of
from attrib.resolution.referents import Scene

Place = tuple[int, int]

_OPENING = re.compile(
    r"(?:(?:But|And|Yet|So|Still|Then|Later|Meanwhile|Instead|Now|Also),? )?"
    r"(?P<np>(?:(?P<det>(?:[Ss]ome|[Mm]any|[Mm]ost|[Ss]everal|[Aa]ll|[Bb]oth|[Tt]wo|[Tt]hree|[Hh]alf)"
    r" of (?:the|his|her|its|their|those)|[Aa] (?:group|number|handful|couple|pair|crowd) of|[Aa]n?"
    r"|[Oo]ne|[Aa]nother|[Tt]he|[Hh]is|[Hh]er|[Tt]heir|[Mm]y|[Oo]ur|[Ss]ome|[Mm]any"
    r"|[Mm]ost|[Ss]everal|[Tt]wo|[Tt]hree|[Ff]our|[Ff]ive|[Dd]ozens of|[Hh]undreds of"
    r"|[Tt]housands of|[Oo]ther|[Tt]hese|[Tt]hose) )?"
    r"(?P<words>(?:[\w’'-]+ ){0,4}?)(?P<head>[\w’'-]+))(?![\w’'-])"
)
_COMPLEMENT = re.compile(
    r" (?:of|from|in|at|with) (?!(?:January|February|March|April|May|June|July|August|September"
    r"|October|November|December|[A-Z][a-z]+day|\d{4}|court|public|part|private|detail)\b)"
    r"(?:the |his |her |their |a )?(?:(?P<first>[a-z-]+) )?[\w’'-]+(?: [A-Z][\w’'-]*)*"
    r"(?: of(?: [A-Z][\w’'-]*)+)?"
)
_NO_PART = frozenset(
    "is are was were be been has have had will would can could may might must should do does did"
    " said says say told tell asked ask that who which whom when while where if as for to of in on"
    " at by with from and or but not than the a an met saw knew paid about after before he she they"
    " it we i you there although though while whereas because unless until even".split()
)
_WHEN_MINE = re.compile(r"(?:When|While|As|After|Before|Since) (?=my |our )")
"""Before the subject of a first clause that nobody else's can be: `When | my father was ill he`."""
_CLAUSE = re.compile(r", (?:and|but|while) ")
_COMMA = re.compile(r", ")
_INTRODUCTION = re.compile(
    r"(?:At|In|On|After|Before|When|While|As|For|With|During|By|From|Outside|Inside|Near|Since"
    r"|Despite|Unlike|Among|Under|Earlier|Last|This|Although|Though|Whereas|Because|If|Unless"
    r"|Asked|Pressed|Questioned|Quizzed|Challenged|Confronted|Faced|Urged|Speaking|Writing|Posting)\b"
)


AS_MANY = frozenset(("police", "staff", "personnel"))
"""Bodies of which is spoken as of many: `Police searched the house. They said`."""


def _subjects(text: str, start: int, end: int) -> Iterator[re.Match[str]]:
    """What may be the subjects of a stretch's clauses: phrases that open one."""
    start += len(text[start:end]) - len(text[start:end].lstrip())
    places = [start]
    if _INTRODUCTION.match(text, start, end):
        places += [m.end() for m in _COMMA.finditer(text, start, min(end, start + 120))][:1]
        places += [m.end() for m in (_WHEN_MINE.match(text, start, end),) if m is not None]
    places += [m.end() for m in _CLAUSE.finditer(text, start, min(end, start + 200))]
    for at in places:
        match = _OPENING.match(text, at, end)
        while match is not None:
            words = match["words"].lower().split()
            if any(word in _NO_PART for word in words) or match["head"].lower() in _NO_PART:
                break
            if any(map(_ends_phrase, match["words"].split())) or has_verb(words):
                break
            noun = _head_noun(match["head"])
            if match["head"] == "left" and (match["det"] or "").lower() != "the":
                noun = None  # `Ana Ruiz left`
            after = _NEXT.match(text, match.end(), end)
            compound = after is not None and nouns.lookup(after[1]) is not None
            bodies = noun is not None and noun.plural and noun.category == "organization"
            bodies = bodies or (noun is not None and noun.lemma in AS_MANY and not compound)
            if noun is not None and (
                bodies or ((noun.human or noun.category == "group") and not compound)
            ):
                yield match
                break
            longer = len(words) + 1
            match = _opening(longer).match(text, at, end) if longer < 5 else None


def _head_noun(head: str) -> Noun | None:
    """The noun that a head is; `29-year-old` is one."""
    return noun_of(head) if head[0].isdigit() else nouns.lookup(head)


def _ends_phrase(word: str) -> bool:
    """Whether a word is a plural and no part of a name: no noun phrase goes on after it."""
    return word.islower() and word.endswith("s") and not word.endswith(("ss", "’s", "'s", "s’"))


def has_verb(words: Sequence[str]) -> bool:
    """Whether words in front of a noun have a verb, whose object it is.

    >>> has_verb(["decision", "angered", "many"]), has_verb(["this", "worried"])
    (True, True)
    >>> has_verb(["newly", "elected"]), has_verb(["retired"]), has_verb(["two", "injured"])
    (False, False, False)
    """
    if words[:1] == ["this"] or _VERBS.intersection(words[1:]):
        return True
    return any(
        word.endswith("ed")
        and "-" not in word
        and not before.endswith("ly")
        and before not in _BEFORE_PARTICIPLE
        for before, word in pairwise(words)
    )


_VERBS = frozenset("upset hit put cost drew led brought gave won made took sent cut".split())
_BEFORE_PARTICIPLE = frozenset(
    "two three four five six seven eight nine ten dozen other more most many few several some all"
    " now once first last so well young old former new".split()
)
_NEXT = re.compile(r" ([\w-]+)")
_LENGTHS: dict[int, re.Pattern[str]] = {
    n: re.compile(_OPENING.pattern.replace("{0,4}?", f"{{{n}}}")) for n in range(1, 5)
}


def _opening(words: int) -> re.Pattern[str]:
    return _LENGTHS[words]


def person_in(
    scene: Scene, start: int, end: int, gender: Gender
) -> tuple[Place, str | None] | None:
    """The unnamed person whom a stretch speaks of first, and the determiner.

    >>> from attrib.resolution.unnamed_antecedents import _subjects
    >>> text = "At a shop, a middle-aged cashier was shaken."
    >>> [match["np"] for match in _subjects(text, 0, len(text))]
    ['a middle-aged cashier']
    """
    text = scene.text
    for match in _subjects(text, start, end):
        noun = _head_noun(match["head"])
        if noun is None or noun.plural or not noun.human or match["det"] is None:
            continue
        if noun.gender not in (None, gender) or scene.discourse.quotation_at(match.start("np")):
            continue
        if _IS_NAMED.match(text, match.end()):
            continue  # `Her daughter Ana, 14, said`
        last = match.end("np")
        more = _TOLD_APART.match(text, last, end)
        if more is not None:
            last = more.end()
        elif noun.lemma == "member":
            last = complement_end(text, last, end)
        return (match.start("np"), last), match["det"].lower()
    return None


_TOLD_APART = re.compile(
    r" (?:who|whose|that|in|at|from|on|near|with|behind) (?:(?!\b(?:who|and|but|said|says)\b)"
    r"[^,.;:“”\"\n]){3,60}?(?= (?:was|is|were|has|had|will|would|could|stood|sat|ran|came|left"
    r"|walked|told|watched|waited|shouted|cried)\b)"
)
"""What tells which unnamed person a clause is about: `A man | in the queue | was`."""
_IS_NAMED = re.compile(r" [A-Z][a-z]+\b")


def people_in(scene: Scene, start: int, end: int) -> Place | None:
    """The first people of whom a stretch speaks as many: `thousands of miners`, `critics of X`."""
    text = scene.text
    for match in _subjects(text, start, end):
        noun = nouns.lookup(match["head"])
        if noun is None or not (noun.plural or noun.lemma in AS_MANY):
            continue
        if scene.discourse.quotation_at(match.start("np")):
            continue
        if match["words"] and _is_verb(text, match.start("head"), match.end("head")):
            continue
        return match.start("np"), complement_end(text, match.end(), end)
    return _only_people(scene, start, end)


def _only_people(scene: Scene, start: int, end: int) -> Place | None:
    """People in any part of a stretch, where it speaks of no others: `held by critics of X`."""
    text = scene.text
    found: list[re.Match[str]] = []
    for match in _WORD.finditer(text, start, end):
        if not _is_people(match[0]) or _is_verb(text, match.start(), match.end()):
            continue
        if text.endswith(" their ", start, match.start()):
            continue  # `Many held signs above their heads. They`
        if scene.discourse.quotation_at(match.start()) is None:
            found.append(match)
    if len(found) != 1:
        return None
    before = _BEFORE.search(text, start, found[0].start())
    begin = before.start() if before is not None else found[0].start()
    for i in scene.discourse.within(start, found[0].end()):
        mention = scene.discourse.mentions[i]
        if mention.end == found[0].end():
            begin = min(begin, mention.start)  # `Catholic Republicans`
    return begin, complement_end(text, found[0].end(), end)


def _is_verb(text: str, start: int, end: int) -> bool:
    """Whether a plural is what something does: `growth eventually leads to a rise`."""
    if text[start:end] not in _VERBS_TOO:
        return False
    before = text[max(0, start - 14) : start].rstrip().rpartition(" ")[2]
    if before.endswith("ly") or before in ("which", "that", "it", "he", "she", "who"):
        return True
    return before.islower() and text.startswith((" to ", " a ", " the ", " an "), end)


_VERBS_TOO = frozenset("leads heads hosts guards guides fans rivals".split())


def _is_people(word: str) -> bool:
    """Whether a word is a plural for people: `miners`, `Germans`."""
    if word[0].isupper() and word[-1] == "s" and place(word[:-1]) == "people":
        return True
    noun = nouns.lookup(word)
    return noun is not None and noun.plural and noun.human


def complement_end(text: str, start: int, end: int) -> int:
    """The end of what is said of people who end at `start`: `members | of staff`."""
    match = _COMPLEMENT.match(text, start, end)
    if match is None:
        return start
    whole = match["first"] and nouns.lookup(match["first"]) is not None
    whole = whole or (match["first"] and match[0].endswith("ed"))  # `of the estate marched`
    return match.end("first") if whole else match.end()


_WORD = re.compile(r"[A-Za-z][\w-]+")
_BEFORE = re.compile(
    r"\b(?:(?:[Dd]ozens|[Hh]undreds|[Tt]housands) of|the|two|three|four|five|many|most|some|several"
    r"|other|his|her|their)"
    r"(?: [a-z-]+){0,2} \Z"
)
