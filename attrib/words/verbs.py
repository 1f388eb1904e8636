"""Verbs that grammar tells, where too little was learned of the word.

The tags are learned from few articles, in which nobody `warns`, `testifies` or `condemns`: by their
ending alone such words are plural nouns. Between a subject and what is said they are verbs.
"""

from __future__ import annotations

from collections.abc import Sequence

from attrib.knowledge import lexicon, nouns
from attrib.knowledge.shipped import packed
from attrib.words.tokens import CLOSE, OPEN

_TAKEN_FOR = {
    "VBZ": frozenset(("NNS", "NN")),
    "VBP": frozenset(("NN", "VB", "JJ")),
    "VBD": frozenset(("JJ", "NN", "VBN")),
}
"""What a finite verb is taken for."""
_SUBJECTS = {
    "VBZ": frozenset("NN NNP PRP WP WDT RB )".split()),
    "VBP": frozenset("NNS WP".split()),
    "VBD": frozenset("NN NNS NNP PRP WP WDT RB )".split()),
}
"""The tags of what may stand before it."""
_MANY = frozenset("police people they we i you others some many several most both".split())
"""Subjects of verbs in the plural that do not look like plurals."""
WITH_CLAUSE = frozenset(
    """acknowledge add admit allege announce argue assert assure attest avow boast brag caution
    claim complain concede conclude confess confirm contend convey counter declare demand deny
    disclose divulge emphasize emphasise enthuse estimate exclaim explain hint imply insist
    interject joke lament maintain moan mutter note observe opine ponder posit predict proclaim
    propose protest quip reassert reassure recall reckon recommend recount reiterate remark
    remind reply report respond retort reveal shout speculate stipulate stress suggest surmise
    swear testify tweet underline underscore volunteer vow warn whisper wonder""".split()
)
"""Verbs of saying that a clause comes after."""
_HEADS = frozenset("NN NNS NNP NNPS".split())
_FINITE = frozenset("VBZ VBD VBP MD".split())
_OBJECTS = frozenset("DT PRP PRP$ EX".split())
_CLAUSES = frozenset(("that", "whether", "how", "why", "what", "if", OPEN))
_WITH_GERUND = frozenset("deny denies denied admit admits admitted regrets".split())
"""Before what somebody did: `The suspect, a clerk of 44, denies | taking it`."""
_ANYBODY = frozenset("anyone anybody everyone everybody someone nobody people those".split())
_OWNS = frozenset("the a an his her their its".split())
_ASKED = frozenset("whether why who how what".split())
_WHERE = frozenset("in on to during at via".split())
_CALLS = frozenset("called named dubbed titled told asked shown given offered".split())
"""Participles that have an object all the same: `students called freshmen`."""
_FINAL = frozenset(".?!")
_IN_TAGGED = frozenset(",?!")
"""What ends a quotation that a tag follows."""
_BEGINS_SOURCE = frozenset("NN NNP NNS DT JJ PRP PRP$".split())


def finite(words: Sequence[str], tags: Sequence[str], i: int, after: str) -> str | None:
    """The tag of the verb of saying that stands at `i`, where the tag that it has hides one.

    `after` is the tag, or the tags, of the next word; behind `i` words have all tags they may have.

    >>> words = "the envoy warns that famine is near".split()
    >>> finite(words, ["DT", "NN", "NNS", "IN", "NN", "VBZ", "RB"], 2, "IN")
    'VBZ'
    >>> finite("the envoy warns at night".split(), ["DT", "NN", "NNS", "IN", "NN"], 2, "IN")
    """
    found = finite_forms().get(words[i])
    if found is None or tags[i] not in _TAKEN_FOR[found] or i == 0:
        return None
    following = words[i + 1]
    if words[i] in _OF_DOCUMENTS and _is_of_document(words, tags, i, found):
        return found  # `The minutes of the meeting state pupils were ill`
    if tags[i - 1] == "CC" and found == "VBD" and tags[i] != "NN":
        # `said it was safe and urged people to stay`
        return found if following != "to" and "to" in words[i + 2 : i + 6] else None
    if words[i - 1] == CLOSE and words[i - 2] in _IN_TAGGED:
        # `“Wait,” cautions forecaster Ana Ruiz`
        return None if _BEGINS_SOURCE.isdisjoint(after.split("/")) else found
    if words[i - 1] in (",", CLOSE) and found == "VBZ" and after in ("NNP", "DT"):
        # `It may rain, warns Ana Ruiz.`
        noun = words[i] in _also_nouns() and after == "DT" and words[i - 1] == ","
        return None if noun else found
    doing = words[i] in _WITH_GERUND and "VBG" in after.split("/")
    clause = following in _CLAUSES or after in ("PRP", "EX") or doing
    colon = following == ":" and words[i + 2 : i + 3] == [
        OPEN
    ]  # `A note, which is his, | reads: “Go`
    if words[i - 1] == "," and (clause or colon):
        heads = "NNS" if found == "VBP" else ""  # `The terms, all ten pages of them, | state that`
        if _closes_apposition(words, tags, i - 1, heads) and (not heads or following == "that"):
            return found
    if tags[i - 1] not in _SUBJECTS[found]:
        # `Police reckon`; `A report to councillors recommends that`
        plural = tags[i - 1] == "NNS"
        if found == "VBP":
            plural = words[i - 1] in _MANY or _is_joint(words, tags, i - 1)
            if not plural and _agrees_with_those(words, tags, i):
                # `The men who built it on the road claim it is safe`
                return found if following == "that" or after in _OBJECTS else None
        if not plural or (found == "VBZ" and following != "that"):
            return None
    if following in _FINAL:
        tag = "," in words[max(0, i - _LONGEST_TAG) : i] and (found != "VBD" or tags[i] == "VBN")
        return found if tag else None
    amid = following == words[i - 3] == "," and found == "VBZ" and words[i - 2] in _OWNS
    if amid and words[i] not in _also_nouns():
        return found  # `He climbs up, the affidavit states, and looks`
    if tags[i - 1] in _HEADS and not _FINITE.isdisjoint(after.split("/")):
        # `, which its maker claims will cure`
        return found if _is_of_what_is_told(words, tags, i) else None
    if found == "VBZ" and following in _ASKED and tags[i - 1] == "NNP":
        return found  # `Ruiz questions whether`
    if words[i] == "called" and following == "on" and "to" in words[i + 3 : i + 9]:
        return found  # `The charity called on ministers to act`
    if tags[i] == "VBN" and following in _WHERE and "that" in words[i + 2 : i + 7]:
        # `The star revealed on her podcast that`, but `A lawsuit filed in May claims that`
        between = words[i + 2 : words.index("that", i + 2)]
        return None if finite_forms().keys() & between else found
    if (
        _has_bare_clause(words, tags, i)
        or _calls_it(words, tags, i)
        or _claims_that(words, tags, i)
    ):
        return found
    if words[i] in _also_nouns() or (tags[i] == "VBN" and following == OPEN):
        return None  # `the report claims`, `a petition titled “…”`
    if found == "VBD" and after == "NNS" and words[i] not in _CALLS:
        return found  # `the bloc maintained prices had risen`: a participle has no object
    if found == "VBZ" and after == "NNP" and tags[i - 1] == "NN":
        return found  # `An affidavit states Moss lied`
    if found == "VBP" and tags[i - 1] == "NNS" and words[i - 2] not in _BARE_AFTER:
        # `Prosecutors allege Moss lied`, `Doctors advise patients to walk`
        named = after == "NNP" or (after == "NNS" and "to" in words[i + 2 : i + 5])
        return found if named or _is_told(following, after) or following == "to" else None
    said = _is_told(following, after) or doing
    return found if said or (following == "to" and found != "VBD") else None


def _is_of_document(words: Sequence[str], tags: Sequence[str], i: int, found: str) -> bool:
    """Whether a verb before a clause has a document for its subject, past what is set off too: `A
    memo, however, | claims | staff privately fear that`."""
    begins = i
    while begins and i - begins < _LONGEST_DOCUMENT and words[begins - 1] not in _ENDS_BEFORE:
        begins -= 1
        made = tags[begins] == "VBD" and tags[begins - 1] in _HEADS  # `records | unsealed | in May`
        if tags[begins] in _FINITE and not made:
            return False
    head = begins
    while head < i and tags[head] not in _HEADS:
        head += 1
    while tags[head + 1] in _HEADS and head + 1 < i:
        head += 1
    noun = nouns.lookup(words[head])
    if noun is None or noun.category != "document":
        return False
    if words[i + 1] != "that" and not _has_predicate(words, tags, i + 1):
        return False
    return found == "VBD" or noun.plural == (found == "VBP")


_OF_DOCUMENTS = frozenset(
    """state states claim claims find finds found suggest suggests indicate indicates confirm
    confirms warn warns reveal reveals allege alleges show shows note notes""".split()
)
_LONGEST_DOCUMENT = 16
_ENDS_BEFORE = frozenset((".", "!", "?", ";", ":", OPEN, CLOSE, "but"))


def _has_predicate(words: Sequence[str], tags: Sequence[str], first: int) -> bool:
    """Whether a clause begins that has a plain subject: `most voters privately fear`."""
    if tags[first].partition("/")[0] not in _IN_SUBJECT:
        return False
    for k in range(first + 1, min(first + _LONGEST_SUBJECT, len(words) - 2)):
        told = tags[k].split("/")
        if told[0] in _FINITE or (tags[k - 1] == "RB" and "VBP" in told):
            return True
        if told[0] not in _IN_SUBJECT and told[0] != "RB":
            return False
    return False


_IN_SUBJECT = frozenset("NN NNS NNP JJ JJS CD".split())


def _has_bare_clause(words: Sequence[str], tags: Sequence[str], i: int) -> bool:
    """Whether a verb that may have one has a clause without `that`: `Critics caution | prices will
    rise`, and not `the claims Ruiz made were false`. What follows has every tag it may have."""
    if clausal_forms().get(words[i]) is None or tags[i + 1].partition("/")[0] not in _NOUNS:
        return False
    last = min(i + _LONGEST_SUBJECT, len(words) - 3)
    k = i + 2
    while k < last:
        tag = tags[k].partition("/")[0]
        if tag in _FINITE:
            return tags[k + 1].partition("/")[0] not in _FINITE
        shut_in = words[k] == words[k + 2] == ","  # `Okon, 33, took`
        if tag not in _NOUNS and not shut_in and words[k] != "of":
            return False
        k += 3 if shut_in else 1
    return False


_NOUNS = frozenset("NN NNS NNP JJ CD".split())
_LONGEST_SUBJECT = 8


def _claims_that(words: Sequence[str], tags: Sequence[str], i: int) -> bool:
    """Whether somebody `reports that`, `claims that`: a name, or one person or body that has an
    article, before what otherwise is a plural: not `fraud claims that`."""
    if tags[i] != "NNS" or words[i + 1] != "that" or tags[i + 2].partition("/")[0] in _FINITE:
        return False
    if tags[i - 1] == "NNP":
        return True
    noun = nouns.lookup(words[i - 1]) if words[i - 2] in _OWNS else None
    return noun is not None and not noun.plural and noun.category != "document"


def _calls_it(words: Sequence[str], tags: Sequence[str], i: int) -> bool:
    """Whether a verb has an object and what it is called: `The mayor called | the bill unfair`, not
    `a bill called the Clean Act`. What follows has every tag it may have."""
    if words[i] != "called" or tags[i - 1] not in _HEADS:
        return False
    if words[i + 1] in _ALONE:
        return True
    if tags[i + 1].partition("/")[0] not in ("DT", "PRP$"):
        return False
    for k in range(i + 2, min(i + _LONGEST_SUBJECT, len(words) - 3)):
        told, before = tags[k].split("/"), tags[k - 1].split("/")
        if told[0] == "NNP" or words[k] in _FINAL or words[k] == ",":
            return False
        noun = not _HEADS.isdisjoint(before)
        if noun and (told[0] in _COMPLEMENTS or words[k] == OPEN):
            late = words[k + 1] in _SPANS  # `called the family | a day later`
            return not late and (told[0] != "RB" or tags[k + 1].split("/")[0] in ("JJ", "VBN"))
        if _NOUNS.isdisjoint(told) and "VBG" not in told and words[k] not in ("of", "in", "by"):
            return before[0] == "VBG" and told[0] == "DT"  # `the killing | a farce`
    return False


_SPANS = frozenset("second minute hour day week month year few couple".split())
_ALONE = frozenset("it him her them this that us me".split())
_COMPLEMENTS = frozenset(("DT", "JJ", "PRP$", "RB"))


def _is_joint(words: Sequence[str], tags: Sequence[str], last: int) -> bool:
    """Whether the name that ends at a token is the second of two: `Ruiz and Tom Brandt`."""
    while last > 1 and tags[last] == "NNP":
        last -= 1
    return words[last] == "and" and tags[last - 1] == "NNP" and tags[last + 1] == "NNP"


def _closes_apposition(
    words: Sequence[str], tags: Sequence[str], comma: int, head: str = ""
) -> bool:
    """Whether a comma ends what is set off from a subject: `Ruiz, the mayor|, reckons he`.

    `head` is the tag that the subject's noun has to have, if one is given.
    """
    for i in range(comma - 1, max(0, comma - _LONGEST_ASIDE), -1):
        if words[i] == ",":
            relative = words[i + 1] in ("who", "whose", "which")
            told = relative or tags[i + 1] in _BEGINS_SOURCE or tags[i + 1] in _PARTICIPIAL
            return tags[i - 1] in ((head,) if head else _HEADS) and told
    return False


_PARTICIPIAL = frozenset(("VBN", "VBD", "VBG", "RB"))
"""What begins `, first obtained by Vesper,`."""
_LONGEST_ASIDE = 14


def _is_of_what_is_told(words: Sequence[str], tags: Sequence[str], i: int) -> bool:
    """Whether a verb before another stands in a clause that tells something of a noun: `a bridge
    that its experts | warn | could fall`, `a tonic, which its maker | claims | will cure`."""
    opens = next((k for k in range(i - 1, max(0, i - 6), -1) if words[k] in _RELATIVES), 0)
    if not opens or not _NOMINAL.issuperset(tags[opens + 1 : i]):
        return False
    if words[opens - 1] == ",":
        return words[opens] != "that"
    noun = nouns.lookup(words[i - 1])
    human = noun is not None and noun.human
    return tags[opens - 1] in _HEADS and (human or words[i] not in _also_nouns())


_RELATIVES = frozenset(("which", "that", "who"))
_NOMINAL = _HEADS | {"DT", "JJ", "PRP$", "POS", "CD", "RB"}


def _is_told(following: str, after: str) -> bool:
    """Whether a word begins what is told, or is whom it is told to."""
    return following in _CLAUSES or after in _OBJECTS or following in _ANYBODY


_BARE_AFTER = frozenset("help helps helped helping make makes made let lets watch saw hear".split())
"""After these a verb is no subject's: `helps patients recover`."""


def retort(words: Sequence[str], tags: Sequence[str], i: int) -> str | None:
    """The tag of `hit` and the like between a subject and `back` or `out`.

    >>> retort("the club hit back hard".split(), ["DT", "NN", "NN"], 2)
    'VBD'
    >>> retort("was shot back in".split(), ["VBD", "NN"], 1)
    """
    tag = "VBZ" if words[i] == "rules" else "VBD"  # `The mayor rules out a recall`
    return tag if i and (tags[i - 1] in _SUBJECTS["VBD"] or tags[i - 1] == "NNPS") else None


def _agrees_with_those(words: Sequence[str], tags: Sequence[str], i: int) -> bool:
    """Whether the verb at `i` is of people told apart before it: `The men who sank it | admit`."""
    if tags[i - 1] not in _HEADS:
        return False
    who = next((k for k in range(i - 3, max(0, i - _LONGEST_RELATIVE), -1) if words[k] == "who"), 0)
    many = who and (tags[who - 1] == "NNS" or words[who - 1] in _MANY or words[who - 1] == "those")
    return bool(many) and sum(tag in _FINITE for tag in tags[who:i]) == 1


_LONGEST_RELATIVE = 10


def points(words: Sequence[str], classes: Sequence[str], tags: Sequence[str], i: int) -> bool:
    """Whether `that` at `i` is of a thing, within what is said of those who go on to speak.

    >>> words = "the men who sank that boat said".split()
    >>> points(words, ["", "", "", "", "", "NN", ""], ["DT", "NNS", "WP", "VBD"], 4)
    True
    """
    if words[i + 1] in _SPANS_OF_TIME and tags[i - 1] in _HEADS and words[i + 2] in _ENDS_TIME:
        return True  # `the doctor in charge | that | night, Ana Ruiz, said`
    who = i - 2 - (i > 2 and tags[i - 2] == "RB")
    relative = words[who] in _WHO or tags[who] == "WDT"
    if i < 2 or not relative or tags[i - 1] not in _FINITE or "NN" not in classes[i + 1]:
        return False
    verb = i + 2 + (words[i + 2] in _HAVE)
    verb += words[verb].endswith("ly") or words[verb] in ("also", "later", "since")
    return any(entry.cue_class in _SAID for entry in lexicon.entries(words[verb]))


_SPANS_OF_TIME = frozenset(
    "night morning evening afternoon day week weekend month year season summer winter".split()
)
_ENDS_TIME = frozenset(", . and but ; in at on when".split())
_WHO = frozenset(("who", "which"))
_HAVE = frozenset(("have", "has", "had"))
_SAID = frozenset(("statement", "denial", "question"))
RETORTS = frozenset("hit shot fired pushed struck bit lashed clapped rules".split())
"""Verbs that are answers with these words after them; alone they are often taken for nouns."""
BACK = frozenset(("back", "out"))
_LONGEST_TAG = 6
"""How far back the comma stands before a tag: `It may rain, | two state forecasters warn.`"""


@packed("cues.tsv")
def finite_forms() -> dict[str, str]:
    """The finite forms of the verbs that signal attributions, and the tag of each."""
    found: dict[str, str] = {}
    for verb in lexicon.lemmas("verb"):
        base, third, *others = lexicon.forms(verb, "verb")
        found[base], found[third] = "VBP", "VBZ"
        found.update((form, "VBD") for form in others if not form.endswith("ing"))
    return found


@packed("cues.tsv")
def clausal_forms() -> dict[str, str]:
    """The tags that the forms of verbs with a clause may have, for those of which too little was
    learned: by its ending alone `allege` is an adjective.

    >>> [clausal_forms()[form] for form in ("alleges", "alleging", "alleged", "vow")]
    ['VBZ', 'VBG', 'VBD/VBN', 'NN/VB/VBP']
    """
    found: dict[str, str] = {}
    nouns = _also_nouns()
    for verb in lexicon.lemmas("verb"):
        if verb not in WITH_CLAUSE:
            continue
        base, third, *others = lexicon.forms(verb, "verb")
        found[base] = "NN/VB/VBP" if base in nouns else "VB/VBP"
        found[third] = "NNS/VBZ" if third in nouns else "VBZ"
        found.update((form, "VBG" if form.endswith("ing") else "VBD/VBN") for form in others)
    return found


@packed("cues.tsv")
def _also_nouns() -> frozenset[str]:
    """Forms that may be nouns of the lexicon: `claims`, whose neighbours are left to be weighed."""
    return frozenset(form for noun in lexicon.lemmas("noun") for form in lexicon.forms(noun))
