"""What stands in front of a name in a run of capitals and is none of it: `But`, `Meanwhile`."""

from __future__ import annotations

from attrib.knowledge import names, nouns
from attrib.knowledge.places import place
from attrib.lazily import re
from attrib.resolution.name_runs import ACRONYMS, GRAMMAR
from attrib.resolution.offices import Word, is_name
from attrib.resolution.sorts import is_body


def due_to_place(run: str) -> bool:
    """Whether a run opens with what is a name inside a sentence only: `Will`, `All`, `Downing`.

    >>> due_to_place("Will Orlov"), due_to_place("Browning Steel"), due_to_place("Ana Ruiz")
    (True, True, False)
    """
    return run.startswith(_INSIDE) or run.partition(" ")[0].endswith(("ing", "ly"))


def bare(words: list[Word], inside: bool) -> list[Word]:
    """A run's words without the grammar and adverbs that only stand in front of a name."""
    while words and _is_before_name(words, inside):
        inside = inside or words[0][3] == "the"
        words = words[1:]
        if words and words[0][2][0] in _MARKS:  # On “The Alchemy” Ruiz sings: no nickname of hers
            closes = (i for i, word in enumerate(words) if word[2][-1] in _MARKS)
            words = words[next(closes, -1) + 1 :]
    return words


def before_several(words: list[Word]) -> str | None:
    """What several are, the first of whom is named after it: `senator`.

    >>> said = ("Senators Ana Ruiz", "Farmers Weekly News", "Nurses Idris Brandt", "Sons of Ruiz")
    >>> [before_several([(0, 0, w, w.lower()) for w in s.split()]) for s in said]
    ['senator', None, 'nurse', None]
    """
    many = nouns.lookup(words[0][3])
    if many is None or not (many.plural and many.human) or len(words) != _WITH_FULL_NAME:
        return None
    first = words[1][3]
    if not words[1][2][0].isupper():
        return None
    known = names.is_given(first) or names.gender(first, first=True) is not None
    known = known or names.is_surname(words[2][3])
    return many.lemma if known and not is_body(words[-1]) and not is_name(words[0]) else None


_WITH_FULL_NAME = 3
"""Words of a title and a name."""
NO_BODIES = frozenset(
    "TV QR ID OK DNA VIP DVD AIDS HIV COVID PDF AI CEO CFO COO CTO PR HR GDP PC UV MRI PTSD ADHD"
    " IVF VAT GPS DIY FAQ URL LED USB SUV EV RSVP ATM BMI CCTV LGBT LGBTQ NGO NGOs PAC PACs FIR"
    " FIRs MOU MoU"
    " OPINION EXCLUSIVE BREAKING VIDEO WATCH ANALYSIS COMMENT LIVE UPDATE UPDATED REVEALED"
    " EDITORIAL REVIEW POLL PHOTOS PICTURES EXPLAINED EXPLAINER INTERVIEW COLUMN INSIGHT"
    " WARNING SPOILER SPOILERS NEWS HUGE SHOCK WOW".split()
)
"""Letters that stand for no body, and what stands in capitals over an article: `OPINION: …`."""
_ADDRESSES = frozenset("take meet ask consider enter picture imagine remember thank blame".split())
"""With these a writer brings somebody up: `Take Edith Moss. She is 84.`"""
_BIDS = _ADDRESSES | frozenset(
    """tell call help find trust miss kiss hug bring give forgive ignore follow elect email phone
    ring contact warn send show hear release arrest jail hire sack fire defend protect avenge feed
    free""".split()
)
"""What others are bidden to do to somebody: `Tell Edith.`"""
_INSIDE = ("Will ", "All ")
"""What is grammar at a sentence's start and a name's first word inside: `the All Nordland Club`."""
SHORTENED = ("’ve", "'ve", "’re", "'re", "’ll", "'ll", "n’t", "n't")
"""How `We’ve` and `Couldn’t` end, which no name does."""
_MARKS = frozenset("“”\"‘’'()")
_NO_NAME_ENDS = (
    "ing",
    "ly",
    "-year-old",
    "-based",
    "-born",
    "-led",
    "-owned",
    "-backed",
    "-run",
    "-area",
)


def _is_before_name(words: list[Word], inside: bool) -> bool:
    _, _, form, low = words[0]
    if (low in GRAMMAR and form not in ACRONYMS) or low.endswith(SHORTENED):
        if form == "All" and len(words) > 2 and place(words[1][2]) == "country":
            return not is_body(words[-1])  # All India Kisan Congress
        return not inside or form not in ("Will", "All")
    if low in (_ADDRESSES if len(words) > 2 else _BIDS) and len(words) > 1 and not inside:
        given = words[1][3]
        return names.is_given(given) or names.gender(given, first=True) is not None
    if len(words) == 1 or not low.endswith(_NO_NAME_ENDS) or is_name(words[0]):
        return False
    if words[1][2] == "the" and form in names.CAMPAIGNS:
        return False  # Breaking the Silence
    return "-" in low or not (inside or words[1][3] == "street")


def is_verb(word: str) -> bool:
    """Whether a word with a capital is a verb made of letters or of a name.

    >>> [is_verb(word) for word in ("RSVP’d", "OK'd", "O’Dea", "Ruiz")]
    [True, True, False, False]
    """
    return word in _SHOUTED or _MADE_VERB.fullmatch(word) is not None


_SHOUTED = frozenset("SAYS SAID WRITES ASKS REPLIES ANSWERS TELLS REVEALS CLAIMS WARNS".split())
"""After a name in capitals: `MAUREEN SAYS:`."""
_MADE_VERB = re.compile(r"[A-Z]\w+['’](?:d|ed|ing|ll|ve)")


def is_one_of_them(words: list[Word]) -> bool:
    """Whether a run says only what somebody is: `a Chicago Democrat`."""
    return (
        words[-1][3] in _PARTISANS
        and place(words[0][2]) in ("place", "people", "country")
        and len(words) > 1
    )


_PARTISANS = frozenset(
    "democrat republican conservative liberal socialist muslim christian catholic jew".split()
)
