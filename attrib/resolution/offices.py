"""Titles and offices in a run of capitalised words: where a title ends and the name begins.

`Former Orvale Council Director Ana Ruiz` has the title up to `Director`; `Union Minister of State`
is an office and nobody’s name.
"""

from __future__ import annotations

from itertools import pairwise

from attrib.knowledge import names, nouns
from attrib.knowledge.nouns import Gender
from attrib.knowledge.places import place
from attrib.lazily import re
from attrib.resolution.name_runs import LINKS, PORTFOLIOS

INITIAL = re.compile(r"(?:\w\.-?)+")
Word = tuple[int, int, str, str]
"""Start, end, as written, in lower case."""


def title_end(words: list[Word]) -> int:
    """Index of the first word after the title; 0 where there is no title or nothing after it."""
    found = 0
    courtesy = nouns.courtesy()
    if words[-1][3].rstrip(".") in _LEGAL_FORMS and words[0][3] not in courtesy:
        return 0  # Greyledge Partners LP
    for i, (word, after) in enumerate(pairwise(words)):
        low = word[3]
        if word[2] in names.PARTICLES:
            continue  # `Ana di Marco` is no detective inspector
        if low in courtesy or (found and low == "con" and words[i - 1][3] == "det"):
            if word[2] + after[2] != "SriLanka":
                found = i + 1
            continue
        if found == i and i and low[0] == "(" and low[-1] == ")":
            found = i + 1  # DCP (traffic) Ana Ruiz
            continue
        if not i and _is_parent(low):
            found = 1  # Mum-of-two Ana Ruiz
            continue
        noun = nouns.lookup(low)
        if noun is None or not noun.human or (noun.plural and not (is_name(after) or i)):
            continue
        if noun.plural and after[3] in ("of", "for"):
            continue  # Association of Journalists of Norvale
        bystander = not noun.plural and i == found and _tells_bystander(words, i)
        if noun.category != "title" and not is_name(after) and not bystander:
            continue
        if names.is_given(low) and (i or len(words) == 2):
            continue
        if i and names.is_given(words[i - 1][3]) and found < i and not is_name(after):
            continue
        found = i + 1
    while 0 < found < len(words) and words[found][3] in LINKS:
        further = _after_portfolio(words, found)
        if further == found:
            break
        found = further
    found = _after_bracket(words, found)
    if not found:
        return 0
    courteous = words[found - 1][3] in courtesy
    if not courteous and all(map(is_role, words[found:])):
        return 0
    return found if found < len(words) else 0


_LEGAL_FORMS = frozenset(
    "lp l.p lllp llp llc pllc ltd inc corp plc gmbh ag kg asa oyj nv n.v bv b.v s.a sarl spa s.p.a"
    " kk bhd pte pty".split()
)


def _after_bracket(words: list[Word], at: int) -> int:
    """Index of the word after a field in brackets: `Commissioner (Cyber Crimes) | Ana Ruiz`."""
    if not 0 < at < len(words) or words[at][3][0] != "(":
        return at
    shut = (i + 1 for i in range(at, min(len(words), at + 4)) if words[i][3][-1] == ")")
    return next(shut, at)


def _is_parent(word: str) -> bool:
    noun = nouns.lookup(word.partition("-of-")[0]) if "-of-" in word else None
    return noun is not None and noun.human


def _tells_bystander(words: list[Word], at: int) -> bool:
    """Whether a word for anybody stands before a name that no list has: `Survivor Besa Lekaj`.

    Of two words the second may be the cause of a body: `Victim Support`.
    """
    low = words[at][3]
    too = low in _NAMES_TOO and (at or low not in _HARDLY_NAMES)
    if too or (len(words) < at + 3 and low not in _BYSTANDERS):
        return False
    return all(
        nouns.lookup(word[3]) is None
        and word[3] not in nouns.name_ends()
        and place(word[2]) is None
        and not word[2].isupper()
        for word in words[at + 1 :]
    )


_BYSTANDERS = frozenset(
    "retiree evacuee islander vendor tourist"
    " neighbour neighbor resident survivor witness eyewitness bystander onlooker shopper commuter"
    " motorist cyclist teenager pensioner schoolgirl classmate roommate holidaymaker villager"
    " mum mom dad mother father grandmother grandfather gran grandma aunt uncle daughter son sister"
    " brother wife husband widow niece nephew cousin".split()
)
_NAMES_TOO = frozenset(
    "baker barber brewer butcher buyer carpenter champion child cook driver fellow forward friend"
    " gardener grocer guard guest guide hopeful hunter joiner keeper mason master miner painter"
    " parent partner pilot porter potter queen rival saddler setter shepherd singer star tailor"
    " teller tory usher weaver independent conservative liberal progressive republican democrat"
    " christian muslim catholic hindu jew".split()
)
"""Words for people that are names too, or stand in names of bodies."""
_HARDLY_NAMES = frozenset(
    "singer driver gardener butcher champion fellow grocer guest guide friend partner parent pilot"
    " rival star painter guard miner buyer".split()
)
"""Of these, what begins no name of three words that names nothing: `Singer Besa Lekaj`."""


def _after_portfolio(words: list[Word], at: int) -> int:
    for i in range(at, len(words)):
        if (
            words[i][3] == "on"
            and i == at
            and words[i + 1 : i + 2]
            and words[i + 1][3] in PORTFOLIOS
        ):
            continue  # Spokesman on Works Ana Ruiz
        if words[i][3] not in PORTFOLIOS or is_name(words[i]):
            return i
    return len(words)


def told(title: list[Word]) -> tuple[str | None, Gender | None, bool]:
    """Role and gender that a title tells, and whether it is only a courtesy."""
    gender: Gender | None = None
    role: str | None = None
    for word in title:
        if role is not None and word[3] in ("of", "for", "on"):
            break  # `Minister for Child Welfare`
        form_role, form_gender = nouns.courtesy().get(word[3], (None, None))
        noun = nouns.lookup(word[3].partition("-of-")[0])
        if noun is not None and noun.human and not (noun.category == "kin" and form_role):
            role = noun.lemma
            gender = gender or noun.gender
        elif form_role is not None:
            role = form_role
        gender = gender or form_gender
    return role, gender, role is None


def is_name(word: Word) -> bool:
    return names.is_given(word[3]) or INITIAL.fullmatch(word[3]) is not None


def is_title(word: Word) -> bool:
    return word[3] in nouns.courtesy()


_OFFICES = frozenset(
    "ambassador minister president governor senator secretary director chairman chairwoman"
    " chairperson spokesman spokeswoman spokesperson commissioner chancellor premier mayor"
    " superintendent consul envoy leader whip".split()
)


_HELD = _OFFICES | frozenset(
    "officer coroner comptroller ombudsman ombudswoman treasurer rapporteur sheriff prosecutor"
    " undersecretary secretary-general speaker councillor councilman councilwoman councilor"
    " congressman congresswoman assemblyman assemblywoman alderman lawmaker legislator manager"
    " coordinator administrator auditor inspector adviser advisor strategist economist editor"
    " correspondent attorney chair headteacher lecturer professor goalkeeper midfielder"
    " defender striker".split()
)
"""Offices and jobs that are no surnames, whatever stands before them: `Home Office Adviser`."""
LETTERS = frozenset(
    "SP SSP DSP CSP ACP ASP DCP IGP DIG MK MP MLA MLC MSP MEP TD SHO PRO PPRO".split()
)
"""Offices that are written in letters: `Likud MK Ana Ruiz`."""
_GENERALS = frozenset(
    "attorney surgeon solicitor secretary director inspector postmaster auditor consul governor"
    " comptroller prosecutor".split()
)
"""Offices before `General`."""


def _ends_in_office(words: list[Word]) -> bool:
    """Whether a run is all of what somebody holds: `Labour MP`, `Orvale Central Bank Governor`."""
    if len(words) < 2 or (is_name(words[0]) and place(words[0][2]) is None):
        return False
    last = words[-1]
    if last[2] in LETTERS or last[2] == "MS":
        return len(words) == 2  # `Plaid MS`, but `Humza Tarn MSP`
    return last[3] in _HELD or (last[3] == "general" and words[-2][3] in _GENERALS)


def is_held(word: Word) -> bool:
    """Whether a word is an office or a job, and no surname: `Governor`, `MP`."""
    return word[3] in _HELD or word[2] in LETTERS


def is_office(words: list[Word]) -> bool:
    """Whether a run is an office and nobody's name: `Palestinian Ambassador`, `Union Minister`.

    Its field may follow: `Union Minister of State`.
    """
    if _ends_in_office(words):
        return True
    field = next((i for i, word in enumerate(words) if word[3] in ("of", "for") and i), len(words))
    whole = field == len(words)
    words = words[:field]
    if all(map(is_role, words)):
        return whole or not any(map(is_plural, words))
    last = nouns.lookup(words[-1][3])
    ranked = last is not None and last.category == "title" and not last.plural
    ranked = ranked and len(words) > 1 and (len(words) > 2 or words[0][3] in nouns.bodies())
    if not ranked and words[-1][3] not in _OFFICES:
        return False
    return all(
        place(word[2]) is not None
        or word[3] in PORTFOLIOS
        or word[3] in _RANKED
        or (nouns.lookup(word[3]) is not None and not names.is_given(word[3]))
        for word in words[:-1]
    )


_RANKED = frozenset("deputy vice prime senior junior acting assistant former first chief".split())


def is_plural(word: Word) -> bool:
    noun = nouns.lookup(word[3])
    return noun is not None and noun.plural


def is_role(word: Word) -> bool:
    noun = nouns.lookup(word[3])
    return noun is not None and noun.category == "title" and not names.is_given(word[3])
