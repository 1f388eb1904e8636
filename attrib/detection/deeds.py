"""What is only done, by verbs that also tell: `She showed some skin`, `he claimed gold`.

Nobody says by that what the article says. So are cues that no source can have, `her white pointed
shoes`, and those of other articles’ headlines, run into the text of a page.
"""

from __future__ import annotations

from attrib.detection import acts, objects
from attrib.detection.candidates import Candidate
from attrib.detection.classes import SO_CALLED
from attrib.detection.views import FINITE, Scene
from attrib.knowledge import nouns
from attrib.words.tokens import OPEN

_OBLIQUE = frozenset("her him them us me".split())
_REFLEXIVE = frozenset("himself herself itself themselves myself ourselves yourself".split())
_OF_ONESELF = frozenset("assert express explain repeat introduce".split())
"""What one does oneself without saying anything yet: `asserted himself`."""
_SO_CALLED = SO_CALLED - {"call"}
"""Verbs that say of what, before what: a quotation right after one is of a passive."""
_EXAMINES = frozenset(
    "monitor assess evaluate examine gauge measure review study observe track".split()
)
_SHOWS = frozenset("show display demonstrate exhibit".split())
_SHOWING = frozenset("he she who i we you".split())
_WINS = frozenset(
    "title titles medal medals gold silver bronze crown wicket wickets life lives trophy points"
    " pole scalp scalps spot podium".split()
)
_ONLY_WITH = {
    "bring": frozenset(
        "up charge charges claim claims case cases suit lawsuit complaint action proceedings motion"
        " allegations appeal".split()
    ),
    "deliver": frozenset(
        "speech speeches message messages verdict statement ruling remarks address warning judgment"
        " judgement sermon lecture keynote ultimatum rebuke eulogy line lines".split()
    ),
    "paint": frozenset(("as", "picture", "portrait", "terms", "light")),
    "pass": frozenset(
        "law laws bill bills measure measures resolution resolutions ordinance budget act"
        " legislation motion amendment plan reform reforms judgment sentence verdict sanctions rule"
        " rules on along word news message".split()
    ),
    "adopt": frozenset(
        "resolution resolutions law laws bill rule rules plan policy policies measure measures"
        " amendment amendments budget declaration statement position stance motion code guidelines"
        " tone line platform ordinance".split()
    ),
    "sign": frozenset(
        "bill bills law laws order orders letter letters petition legislation agreement deal treaty"
        " act resolution measure measures statement declaration memo memorandum pledge pact accord"
        " into off executive".split()
    ),
    "impose": frozenset(
        "sanctions tariff tariffs fine fines curfew ban bans restriction restrictions tax taxes"
        " penalty penalties sentence rule rules lockdown embargo duty duties freeze limit limits"
        " requirement requirements moratorium quarantine cap caps mandate order".split()
    ),
    "prosecute": frozenset(("for",)),
    "prescribe": frozenset(("that", "how", "what", "rules", "sentence", "sentences", "penalties")),
    "fire": frozenset(("back", "off", "that")),
    "put": frozenset("at on it this down to blame question questions forward case past".split()),
    "greet": frozenset(("news", "announcement", "decision", "verdict", "result", "results")),
}
"""Verbs that tell only together with certain words."""
_BLASTED = frozenset(
    "target targets building buildings position positions camp camps base bases vehicle vehicles"
    " bunker bunkers cave caves tunnel tunnels rock hole way holes".split()
)
_LONGEST_HEADLINE = 16
_QUESTIONS = frozenset("what who whom which why how".split())


def is_deed(scene: Scene, reading: Candidate) -> bool:
    """Whether nothing was said: a deed, a look, a heading’s question, a list of links."""
    head, (first, last) = reading.head, reading.content[0]
    source = reading.source
    if _is_idiom(scene, reading) or _is_of_nobody(scene, reading):
        return True
    if head.tag[:1] != "V":
        # `a simple look for the actor`
        return (head.lemma == "look" and not source) or _is_kin(scene, reading)
    so_called = head.lemma in _SO_CALLED and source is not None and source[1] == head.at
    if so_called and not head.auxiliaries and scene.words[head.at + 1] == OPEN:
        return True  # `books deemed “harmful”`
    finite = head.tag in FINITE or head.tag == "VBN"
    # `warned her not to call the police`
    finite = finite or (head.tag == "VB" and FINITE.isdisjoint(scene.tags[first:last]))
    if source and finite and source[1] - source[0] == 1 and scene.words[source[0]] in _OBLIQUE:
        return reading.order.startswith("source-cue")
    if last - first == 1 and first == head.first and scene.words[first] in _QUESTIONS:
        return scene.words[head.last - 1] == "?"
    return _only_acts(scene, reading) or _is_linked(scene, reading)


def _is_idiom(scene: Scene, reading: Candidate) -> bool:
    """`Snow continued to fall`, `a lot is to be said for it`, `a man named Ruiz`, `she was named
    captain`, `it was blamed for two deaths`, `votes will determine who leads`."""
    words, head, source = scene.words, reading.head, reading.source
    at, first = head.at, reading.content[-1][0]
    if head.lemma in _GOES_ON and words[first] == "to":
        return True
    if head.lemma == "write" and words[first] == "to" and first > at:
        return OPEN not in words[first : reading.content[-1][1]]  # `wrote to parents warning that`
    if head.lemma == "grant" and words[at + 1] == "anonymity":
        return True  # `an aide, granted anonymity to speak freely, said`
    if head.lemma == "call" and first > at:
        if words[first] in _REFLEXIVE:
            return True  # `a man calling himself “Kai”`
        if (
            not _RUNG.isdisjoint(words[first : first + 3])
            and OPEN not in words[first : reading.content[-1][1]]
        ):
            return FINITE.isdisjoint(scene.tags[first : reading.content[-1][1]])
    if head.word == "said" and words[at - 1] == "be" and words[at + 1] == "for":
        return True
    if head.lemma == "lie" and head.tag[:1] == "V" and first > at:
        # `he lied “from the moment we met”`, but `he lied: “I am fine”`, `lied that he was`
        opens = words[first - 1] in (":", ",") and first <= at + 2 and words[first] == OPEN
        return not opens and words[first] not in _WHAT_OF
    helped = head.auxiliaries.split()
    to_be = words[at - 1] == "to" and words[at - 2] in _BE
    if head.lemma in _SENSES and not _CAN.isdisjoint(helped):
        return True  # `the app can see that you eat late`
    purpose = head.lemma == "tell" and words[at - 1] == "to" and scene.tags[at - 2][:1] == "N"
    if purpose and words[at + 1] in _OBLIQUE:  # `Bakers look to spies | to tell them of it`
        return not FINITE.isdisjoint(scene.tags[head.first : at - 2])
    if head.lemma in _NOT_YET and (to_be or not _MAY.isdisjoint(helped)):
        return True
    if head.lemma == "write" and words[first] == "to" and reading.order.endswith("content"):
        # `has written to his counterpart`
        plain = OPEN not in words[first : reading.content[-1][1]]
        return plain and head.tag[:1] == "V" and scene.tags[first + 1] != "VB"
    if head.lemma in _NAMES and head.tag in ("VBN", "VBD") and source is not None and not helped:
        return words[source[0]] in ("a", "an", "one") and source[1] == at
    if _BE.isdisjoint(helped) or head.lemma in _NAMES:
        return not _BE.isdisjoint(helped)
    by = source[0] - 1 if source is not None and source[0] > at else at + 1
    return head.tag in ("VBN", "VBD") and words[by] == "for"


_RUNG = frozenset(
    "police number ambulance hotline helpline office 999 911 000 112 101 111 doctor".split()
)
"""Whom or what one calls by telephone."""
_WHAT_OF = frozenset(("that", "about", "to", "on", "over", "under", "when", "by"))
_NOT_YET = frozenset("determine discuss debate sing respond".split())
"""What tells nothing yet where it only will or may be done."""
_SENSES = frozenset(("see", "hear", "imagine"))
_CAN = frozenset(("can", "could"))
_MAY = frozenset("will would can could may might should shall".split())
_GOES_ON = frozenset(("continue", "begin", "start"))
_NAMES = frozenset(("name", "appoint", "suspect"))


def _is_of_nobody(scene: Scene, reading: Candidate) -> bool:
    """Whether nobody has what a noun names: `concerns about it grew`, `it was a concern for them`,
    `gave Ruiz credit for it`."""
    words, tags, head = scene.words, scene.tags, reading.head
    at, after = head.at, scene.words[head.at + 1]
    cue = words[slice(*reading.cue)]
    if "to" in cue and not _LIMITS.isdisjoint(cue[: cue.index("to")]):
        return True  # `added his voice to`, and not `was quick to add`
    if head.tag[:1] != "N" or after not in ("about", "over", "for", "of", "to", "among"):
        return False
    if after == "to" and not _LIMITS.isdisjoint(words[max(head.first, at - 4) : at]):
        return True  # `did not limit his scorn to the mill`
    if OPEN in words[at : reading.content[-1][1]]:
        return False
    if reading.source is None:
        return True
    if reading.source[1] == at and after == "for" and tags[at - 1] == "NNP":
        # else it is the verb itself: `Ruiz calls for an inquiry`
        return not FINITE.isdisjoint(tags[head.first : at])
    return words[at - 1] in ("a", "an") and not _BE.isdisjoint(words[max(0, at - 4) : at - 1])


_LIMITS = frozenset(
    """limit limits limited limiting confine confines confined confining restrict restricts
    restricted restricting add adds added adding""".split()
)
"""What is done with what somebody says, `to` something."""


def _is_kin(scene: Scene, reading: Candidate) -> bool:
    """`His mum Donna told the paper: “…”`, or headlines in a row."""
    head, source = reading.head, reading.source
    if source and head.sort == "-" and scene.tags[source[0]] == "PRP$":
        noun = nouns.lookup(head.word)
        if noun is not None and noun.human:
            return True
    if head.tag in ("NN", "NNS") and scene.tags[head.at + 1] == "NNP":
        noun = nouns.lookup(head.word)
        return noun is not None and noun.human  # `Former Rovers defender Gary Holt`
    return _is_linked(scene, reading)


def _only_acts(scene: Scene, reading: Candidate) -> bool:
    """Whether a verb has a thing for its object, no clause and no quotation."""
    head, (first, last) = reading.head, reading.content[-1]
    words, lemma = scene.words, reading.head.lemma
    if head.tag == "VBZ" and reading.source is not None and _is_plural(scene, *reading.source):
        return head.word == "states"  # `Most Southern states that vote`
    if acts.is_act(scene, reading):
        return True
    reflexive = words[first] in _REFLEXIVE and lemma in _OF_ONESELF
    wanted = _ONLY_WITH.get(lemma)
    if wanted is not None and not scene.depth[first]:
        return first < head.at or wanted.isdisjoint(words[head.at + 1 : last])
    if (
        lemma == "credit"
        and head.tag in ("VBN", "VBD")
        and not _BE.isdisjoint(head.auxiliaries.split())
    ):
        return True  # `Ruiz has been credited with halting it`: others say so
    if scene.depth[first] or first < head.at:
        return False
    if _is_intransitive(scene, reading):
        return True
    if reflexive:
        return OPEN not in words[first:last]
    if words[head.at - 1] == "to" and words[head.at - 2] in _TRIES_TO:
        return lemma in _REPLIES  # `struggled to answer a question about it`
    if lemma == "ask" and not _QUESTION.isdisjoint(words[head.at + 1 : head.at + 4]):
        # `a question he dislikes`, `a question about it`
        return words[first] not in _ABOUT and words[first - 1] not in _ABOUT
    if lemma in ("request", "ask", "seek", "demand") and words[first] == "anonymity":
        return True  # `an aide who requested anonymity`
    if lemma == "respond" and "to" in words[first - 1 : first + 1] and not head.auxiliaries:
        return _INQUIRIES.isdisjoint(words[first:last])  # `responded to the tweet`
    if lemma == "mention" and words[first] not in _WHAT_OF:
        # `never mentioned him by name`
        return not _NOT.isdisjoint(words[max(head.first, head.at - 3) : head.at])
    if lemma == "tell" and head.tag in ("VBZ", "VBP") and words[first + 1] in ("story", "tale"):
        return reading.source is not None and not _is_person(scene, *reading.source)
    if lemma in _PRINTS and words[first] != "that" and OPEN not in words[first:last]:
        # `has not released the figures`
        return any(word in _NOT or word.endswith(_NO) for word in words[head.at - 3 : head.at])
    if not FINITE.isdisjoint(scene.tags[first:last]) or OPEN in words[first:last]:
        return False
    if lemma in _TELLS_WHOM:
        # `he warned the council twice`
        hearer = scene.tags[first] in ("DT", "PRP$", "NNP") and words[first] != "that"
        return hearer and _NO_HEARER.isdisjoint(scene.tags[first:last])
    if lemma == "blast" and not _BLASTED.isdisjoint(words[first:last]):
        return True  # `jets blasted security targets`
    if lemma == "condemn" and "to" in words[first + 1 : last]:
        # `a late goal condemned Orvale to defeat`
        return reading.source is not None and _is_event(scene, *reading.source)
    if objects.is_done(scene, reading):
        return True
    if lemma in _DONE_TO_THINGS:
        return _is_plain_object(scene, head.at, first, last)
    if lemma in _EXAMINES:
        return words[first] not in ("whether", "how", "why", "that", "if", "what")
    if lemma in _SHOWS:
        return reading.source is not None and _is_person(scene, *reading.source)
    if lemma == "claim":
        ends = next((i for i in range(first, last) if scene.tags[i] in ("IN", ",")), last)
        won = words[ends] in ("at", "over") and words[ends - 1] in ("victory", "win")
        return won or not _WINS.isdisjoint(words[first:ends])
    return _is_passive(scene, reading)


_QUESTION = frozenset(("question", "questions"))
_INQUIRIES = frozenset("request requests question questions inquiry inquiries enquiries".split())
_ABOUT = frozenset("about on whether if how why what who over regarding".split())
_TRIES_TO = frozenset(
    """struggle struggles struggled struggling scramble scrambles scrambled scrambling fail fails
    failed failing""".split()
)
_REPLIES = frozenset("answer address respond reply explain".split())
_NOT = frozenset(("never", "not", "n't", "didn't", "doesn't", "hasn't", "without"))
_NO = ("n't", "n’t")
_PRINTS = frozenset("release publish print circulate".split())


def _is_intransitive(scene: Scene, reading: Candidate) -> bool:
    """Whether a verb only has beside it what it does not tell: `declined by 2%`, `envisioned and
    built a dam`, `talked like a king`, `As she talked, he slept`, `reports directly to him`."""
    head, first, words = reading.head, reading.content[-1][0], scene.words
    if words[first] == "by":
        return scene.tags[first + 1] == "CD"
    if first == head.at + 1 and words[first] in ("and", "or"):
        return True
    if head.lemma in _TALKS:
        return words[first] in ("like", "there", "here", "at") or words[first - 1] == ","
    if head.lemma == "vote":  # `voted with the others`, `voted by post`
        return not _HOW_VOTED.isdisjoint(words[first - 1 : first + 1])
    return head.lemma == "report" and words[first - 1] == "to"


_HOW_VOTED = frozenset("with alongside among by at early again twice".split())
_TALKS = frozenset(("talk", "speak", "chat"))
_TELLS_WHOM = frozenset("warn inform notify alert remind assure reassure".split())
_NO_HEARER = frozenset("IN TO WRB WP VB VBG VBN CD : ,".split())
"""Without any of these what follows is only whom it was told to."""


def _is_plain_object(scene: Scene, at: int, first: int, last: int) -> bool:
    """Whether a noun alone stands right after a verb: `called her lawyer`, but `called it a lie`,
    `ordered an inquiry`."""
    tags = scene.tags[first:last]
    if first != at + 1 or last - first > _LONGEST_OBJECT or tags[-1] not in ("NN", "NNS", "NNP"):
        return False
    if not _IN_OBJECT.issuperset(tags) or any(tag[:1] == "N" for tag in tags[:-1]):
        return False
    return not scene.words[last - 1].endswith(_OF_VERBS)


_DONE_TO_THINGS = frozenset("call order describe".split())
_LONGEST_OBJECT = 4
_IN_OBJECT = frozenset("DT PRP$ JJ CD NN NNS NNP".split())
_OF_VERBS = (
    *("ion", "ment", "ance", "ence", "ing", "al", "ry", "sis", "ure", "age"),
    *("view", "probe", "halt", "lease", "count", "ban", "search", "lockdown", "stop", "change"),
    *("changes", "check", "checks", "test", "tests", "curfew", "recall", "strike", "strikes"),
    *("cut", "cuts", "freeze", "report", "study", "audit", "ceasefire", "truce", "pause", "delay"),
)
"""How nouns of what is done end: who orders it has said so."""


def _is_passive(scene: Scene, reading: Candidate) -> bool:
    """Whether the source is what is told of, `The clause has been invoked twice`, and tells not."""
    head = reading.head
    if (
        head.tag not in ("VBN", "VBD")
        or head.sort != "statement"
        or reading.order != "source-cue-content"
    ):
        return False
    helped = head.auxiliaries.split()
    return not _BE.isdisjoint(helped) and head.lemma not in _TOLD_TO and head.at > head.subject


_BE = frozenset("is are was were be been being".split())
_TOLD_TO = frozenset(
    "tell inform advise remind notify brief warn quote cite hear overhear record assure teach"
    " promise convince persuade satisfy report say rumor rumour allege show give".split()
)
"""Whose subject may have heard what is said, or have said it: `was quoted as saying`."""


def _is_person(scene: Scene, first: int, last: int) -> bool:
    """Whether a source is a name, a person or `she`, and no poll that shows a lead."""
    if scene.words[last - 1] in _SHOWING:
        return last - first == 1
    ends = next((i for i in range(first, last) if scene.tags[i] in ("IN", ",")), last)
    noun = nouns.lookup(scene.forms[ends - 1])
    if noun is not None:
        return noun.human
    return scene.tags[ends - 1] in ("NNP", "NNPS")


def _is_plural(scene: Scene, first: int, last: int) -> bool:
    """Whether a source is counted as many, with which no verb in the singular goes."""
    return scene.words[first] in _MANY and "of" not in scene.words[first:last]


_MANY = frozenset(
    """most many several few some both these those all other two three four five six seven eight
    nine ten""".split()
)


def _is_event(scene: Scene, first: int, last: int) -> bool:
    """Whether a source begins with what is no name and nobody, as a goal is."""
    ends = next((i for i in range(first, last) if scene.tags[i] in ("IN", ",")), last)
    return scene.tags[ends - 1] in ("NN", "NNS") and nouns.lookup(scene.forms[ends - 1]) is None


def _is_linked(scene: Scene, reading: Candidate) -> bool:
    """Whether the sentence is several headlines in a row, as pages have them between paragraphs."""
    head = reading.head
    if head.last - head.first <= _LONGEST_HEADLINE or not scene.forms[head.at][0].isupper():
        return False
    if head.at == head.first or head.at < scene.headline or scene.depth[head.at]:
        return False
    long = [form for form in scene.forms[head.first : head.last] if len(form) > _SHORT]
    capital = sum(form[0].isupper() for form in long)
    return not all(map(str.isupper, long)) and capital >= _MOSTLY * len(long)


_SHORT, _MOSTLY = 3, 0.7
