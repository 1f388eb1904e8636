"""The forms of verbs that tell, as `retold` asks for them, and what each may be followed by."""

from __future__ import annotations

from typing import NamedTuple


class Verb(NamedTuple):
    """A form of a verb that tells."""

    form: str
    """`base`, `s`, `past`, `ing`, or `like`."""
    addressed: bool
    """Whether whom it is told to is its object: `told me`, unlike `said to me`."""
    orders: bool
    """Whether it may tell somebody to do something."""
    asks: bool
    bare: bool
    """Whether a clause may follow without `that`."""
    doing: bool = False
    """Whether it may tell what was done: `described | being chased`."""


def _forms(verbs: str) -> dict[str, Verb]:
    found: dict[str, Verb] = {}
    for line in verbs.split("\n"):
        lemma, kinds, *listed = line.split()
        verb = Verb("base", *(kind in kinds for kind in "ao?bd"))
        stem = lemma.removesuffix("e")
        ends = lemma[-1] == "y" and lemma[-2] not in "aeiou"
        found[lemma] = verb
        found[lemma[:-1] + "ies" if ends else lemma + "s"] = verb._replace(form="s")
        doubled = listed and listed[0][-2:] == "ed" and listed[0] == lemma + lemma[-1] + "ed"
        found[listed[0][:-2] + "ing" if doubled else stem + "ing"] = verb._replace(form="ing")
        past = lemma[:-1] + "ied" if ends else stem + "ed"
        for form in listed or [past]:
            found[form] = verb._replace(form="past")
    return found


_VERBS = """say ob said
tell aob told
ask ao?
write -b wrote written
text ab
message ab
email ab
warn aob
promise aob
assure ab
reassure ab
inform ab
remind aob
advise aob
notify a
order ao
urge ao
instruct ao
beg ao begged
claim -b
insist -b
admit bd admitted
explain -b
reply -
answer -
shout -
scream -
yell -
joke -b
swear ob swore sworn
argue -b
announce -b
complain -b
deny bd
suggest -b
mention d
make -
point -
report d
state -b
note -b
stress -
maintain -b
allege -b
acknowledge -b
concede -b
recall d
add -b
declare -
conclude -b
recommend -
repeat -b
confirm -b
whisper -
respond -
vow o
pledge o
confide -b
boast -b
brag -b bragged
moan -b
grumble -
quip - quipped
remark -
retort -
caution a
radio -b
testify -b
threaten o
share -
describe d
recount d
disclose -b
hint -b
signal -b
certify -b
protest -b
lament -b
reckon -b
agree -b
assert -b
attest -b
contend -b
emphasize -
emphasise -
observe -b
predict -b
propose -
reiterate -b
specify -
speculate -b
underline -
direct ao
press ao
pressure ao
implore ao
command ao
counsel ao counselled counseled
exhort ao
forbid ao forbade forbidden
offer o
volunteer o
demand o
plead -
estimate -b
reveal -b
indicate -b"""
TELLS = {**_forms(_VERBS), "made": Verb("past", False, False, False, False)}
"""The forms of verbs that tell, by which speech retells what was said."""
SHOWS = _forms("""find -b found
show -b showed shown""")
"""What papers do as well, and people who tell nobody: `A review | found | that`."""
QUOTATIVE = {
    "like": Verb("like", False, False, False, False),
    "goes": Verb("s", False, False, False, False),
    "go": Verb("base", False, False, False, False),
    "went": Verb("past", False, False, False, False),
    "going": Verb("ing", False, False, False, False),
}
"""What speech puts before a quotation, and prose does not: `She’s like, ‘No’`."""
