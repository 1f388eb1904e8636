"""The only people whom a sentence names, two or more, and whom the next one means by `they`:
`Take Ana Ruiz and Tom Hale. They`, `Tom Hale lives there with his wife, Ana Ruiz. They`.

Only where the sentence speaks of nobody else as many, unless it says so who the named ones are.
"""

from __future__ import annotations

from attrib.knowledge import nouns
from attrib.lazily import re
from attrib.resolution import phrases
from attrib.resolution.referents import Referent, Scene, Turn, again, is_person
from attrib.resolution.unnamed_antecedents import AS_MANY

_MOST = 4
"""How many may be named together."""


def named_several(scene: Scene, start: int, end: int) -> Referent | None:
    """Those whom a stretch names together, and no other people."""
    discourse, text = scene.discourse, scene.text
    if _AND.search(text, start, end) is None and _TIED.search(text, start, end) is None:
        return None
    people = [i for i in discourse.within(start, end) if is_person(discourse, i)]
    owners = dict.fromkeys(discourse.owners[i] for i in people)
    if not 1 < len(people) <= _MOST or len(owners) != len(people):
        return None
    first, last = discourse.mentions[people[0]], discourse.mentions[people[-1]]
    if any(start <= turn.start < end or _says(turn, start, end) for turn in scene.turns[-6:]):
        return None  # one of whom speaks there
    if discourse.quotation_at(first.start) or _MARK.search(text, start, end):
        return None
    if not _speaks_of_them(text, start, first.name_start, last.end, end):
        return None
    return _joined(scene, people) or _tied(scene, people)


def _says(turn: Turn, start: int, end: int) -> bool:
    """Whether somebody says what stands in a stretch."""
    return any(start <= span.start < end for span in turn.attribution.content)


_AND = re.compile(r",? and ")
_MARK = re.compile(r"[“”\"]")
_TIED = re.compile(
    r",? (?:(?:has |had )?(?:married|wed)"
    r"|(?:and|with|to) (?:his|her)(?: [a-z-]+)? (?:husband|wife|partner|fianc[eé]e?|brother|sister"
    r"|son|daughter|mother|father|cousin|friend|colleague|lawyer|attorney|twin|girlfriend|boyfriend"
    r"|neighbou?r|assistant|deputy|co-[a-z]+)|together with),? "
)
"""What ties somebody to whom is named next."""


def _joined(scene: Scene, people: list[int]) -> Referent | None:
    """`Ana Ruiz, a nurse, and Tom Hale` as the words have it."""
    discourse = scene.discourse
    start = discourse.mentions[people[0]].name_start
    end = discourse.mentions[people[-1]].end
    if len(people) == 2:
        between = scene.text[
            discourse.mentions[people[0]].end : discourse.mentions[people[1]].start
        ]
        if _BESIDE.fullmatch(between) is None:
            return None
        return _together(scene, people)
    phrase = phrases.read(scene.text, start, end, discourse.named(discourse.within(start, end)))
    if phrase.form != "joined" or len(phrase.parts) != len(people):
        return None
    return again(scene, scene.resolve(phrase), "pronoun")


_BESIDE = re.compile(
    r"(?:,[^,.;]{1,80},|(?: of| from) [A-Z]\w+(?: [A-Z]\w+){0,2}| \([^()]{1,30}\))? and "
)
"""What stands between two who are named together: `Ana Ruiz|, a nurse, and| Tom Hale`."""


def _tied(scene: Scene, people: list[int]) -> Referent | None:
    """`Tom Hale married Ana Ruiz`, `Tom Hale lives there with his wife, Ana Ruiz`."""
    discourse = scene.discourse
    one, other = (discourse.mentions[i] for i in (people[0], people[-1]))
    tied = _TIED.search(scene.text, one.end, other.start)
    if len(people) != 2 or tied is None or tied.end() != other.start:
        return None
    if any(" " not in each.reading.name for each in (one, other)):
        return None  # `Ruiz and her husband, Rob,`, by what each is
    return _together(scene, people)


def _together(scene: Scene, people: list[int]) -> Referent:
    discourse = scene.discourse
    parts = tuple(discourse.owners[i] for i in people)
    return Referent(
        name=" and ".join(discourse.entities[index].name for index in parts),
        kind="group",
        parts=parts,
        plural=True,
        antecedent=(
            discourse.mentions[people[0]].name_start,
            discourse.mentions[people[-1]].end,
        ),
        resolver="pronoun",
    )


def _speaks_of_them(text: str, start: int, first: int, last: int, end: int) -> bool:
    """Whether a sentence speaks of no others as many, or says by that word who they are.

    >>> text = "The authors, Ana Ruiz and Tom Hale, wept."
    >>> _speaks_of_them(text, 0, 13, 34, 41)
    True
    >>> text = "Police arrested Ana Ruiz and Tom Hale."
    >>> _speaks_of_them(text, 0, 16, 37, 38)
    False
    """
    if text.startswith(_AMONG_THEM, last) or any(map(_is_many, text[last:end].split())):
        return False
    before = text[start:first]
    words = before.split()
    if any(map(_is_many, words)):
        return _WHO.search(before) is not None
    return not any(map(_is_body, words)) or _BY.search(before) is not None


def _is_many(word: str) -> bool:
    noun = nouns.lookup(word.strip(",.:;()—–"))
    return (
        noun is not None
        and (noun.plural or noun.category == "group")
        and (noun.human or noun.category in ("group", "organization"))
    )


def _is_body(word: str) -> bool:
    noun = nouns.lookup(word.strip(",.:;()—–"))
    told = word[:1].islower() or word.lower() in AS_MANY
    return told and noun is not None and noun.category == "organization" and noun.lemma != "house"


_AMONG_THEM = (" among them", " included", ", among others", " among others")
_BY = re.compile(r"\b[a-z]+(?:ed|n|t|d|de) (?:[a-z]+ |in \d{4} ){0,2}by (?:[A-Z][a-z]+\.? )?\Z")
"""`The film was made by | Ana Ruiz and Tom Hale`, whoever is named before."""
_WHO = re.compile(r"(?:,|:| [—–-]{1,2}| are| were| as|[A-Za-z]s\.?|men|women) \Z")
"""What is said before names of who they are: `The owners are |`, `two witnesses: |`, `Sens. |`."""
