"""How sure a reading must be, by whether somebody can have said what it found.

The weights are learned from articles whose annotators marked beliefs, plans and what merely seems.
What nobody says, `he seems tired`, is let go; what is doubtful, since a thing is said to speak or
nobody is, has to be surer than `Ana Ruiz said that it rained`.
"""

from __future__ import annotations

from math import inf

from attrib.detection import adverbials, gaps, impersonal, misread, non_speakers, passives, told
from attrib.detection.candidates import Candidate
from attrib.detection.classes import TOLD, is_of
from attrib.detection.deeds import is_deed
from attrib.detection.that_clauses import CLAUSES
from attrib.detection.views import FINITE, Scene
from attrib.words.tokens import OPEN

_SHOWS = frozenset("show reveal suggest indicate find confirm".split())
"""What documents and data do, by whatever name they go."""
_SEEMS = frozenset("seem appear look know recognize recognise".split())
"""What has no source here is nobody's: not even a belief that somebody holds."""
_MUTE = frozenset(
    "explain refuse threaten promise ask demand signal signify herald mean underline".split()
)
"""What a thing does without a word: `the pound threatened to fall`, `the win signalled change`."""
_FORETELLS = frozenset(("forecast", "predict"))
"""What is put in words where it is somebody's, though it only is expected."""
_NO_SOURCE, _UNLESS_SPEECH, _DOUBTFUL = 0.05, 0.15, 0.25
"""What is asked for above the plain limit, as chosen on half of the news that was annotated."""
_LESS = 2 * _NO_SOURCE
"""The most by which anything may be less sure than that."""
_MOST = 0.65
"""Nobody who asks for more confidence gets less for it."""


def stands(scene: Scene, reading: Candidate, sure: float, plain: float) -> bool:
    """Whether a reading is sure enough for what was found."""
    return sure >= plain - _LESS and sure >= least(scene, reading, plain)


def least(scene: Scene, reading: Candidate, plain: float) -> float:
    """The confidence that a reading needs to stand, where `plain` is enough for a quotation."""
    quoted = scene.depth[reading.head.at] or reading.head.quoted_after == 2
    if reading.source and non_speakers.is_anybody(scene, reading.source, reading.head, quoted):
        return inf
    if reading.source and non_speakers.only_connects(scene, *reading.source):
        return inf
    if reading.source and non_speakers.is_marker(scene, reading, reading.source):
        return inf
    if reading.head.word == ":" and reading.source and non_speakers.is_field(scene, reading):
        return inf
    if reading.source and non_speakers.is_no_source(scene, reading, reading.source):
        return inf
    if _only_names(scene, reading) or _is_asked(scene, reading) or _hides(scene, reading):
        return inf
    if _points_back(scene, reading):
        return inf
    begins = reading.content[0][0]
    asked = scene.words[begins : begins + 3]
    if reading.head.lemma == "ask" and (asked == _UNNAMED or "anonymous" in asked):
        return inf  # `A neighbour who filmed it and asked not to be named`
    if _only_marks(scene, reading) or _only_relates(scene, reading):
        return inf
    if any(misreads(scene, reading) for misreads in misread.ALL):
        return inf
    if (
        _is_relative(scene, reading)
        or is_deed(scene, reading)
        or impersonal.is_nobodys(scene, reading)
    ):
        return inf
    if reading.head.tag[:1] == "N" and scene.words[reading.content[0][0] - 1] == "as":
        return inf  # `described the talks as “tense”`
    if reading.source is None and reading.head.lemma in _SEEMS:
        return inf
    if any(scene.depth[first] or scene.depth[last - 1] for first, last in reading.content):
        return plain
    if _does_something(scene, reading):
        return inf
    if _is_participle(scene, reading) or _helps_explain(scene, reading):
        return inf
    if _only_sets_the_scene(scene, reading):
        return inf
    if reading.head.tag[:1] == "N":
        if scene.words[reading.head.at - 1] in ("a", "an") and _sums_up(scene, reading):
            return inf
        # `fears that`: what is felt is so named where it is somebody's; `forged statements to fool`
        made_for = scene.words[reading.content[0][0]] == "to"
        return inf if made_for and "statement" in reading.head.sort else plain
    if _is_effect(scene, reading):
        return inf
    if (
        reading.head.lemma in _SHOWS
        and reading.source
        and non_speakers.is_experience(scene, reading.source)
    ):
        return inf
    if reading.head.lemma in _SHOWS and impersonal.shows_a_fact(scene, reading):
        return plain  # of figures and surveys, which say more than they are
    if _says_a_phrase_first(scene, reading):
        return plain - _UNLESS_SPEECH
    clause = scene.words[reading.content[-1][0]] in CLAUSES
    heard = reading.head.lemma in ("hear", "according")  # in court
    heard = heard or reading.head.lemma in _FORETELLS
    clause = clause or told.has_bare_clause(scene, reading.head)
    speech = clause or heard or is_of(reading.head.sort, TOLD)
    if reading.source is None:
        if all(b - a == 1 and scene.tags[a] == "PRP" for a, b in reading.content):
            return inf  # `It was reported on Monday`
        first, last = reading.content[0]
        if last - first == 1 and scene.tags[first] == "WDT":
            return inf  # `fins, which are considered a delicacy`
        if reading.head.lemma in _DONE_TO_HEARERS and reading.order == "content-cue":
            return inf  # `Ruiz was asked.`
        if reading.head.lemma == "expect" and scene.words[reading.head.at - 1] == ",":
            return inf  # `The trial, expected to last two weeks, resumes`
        if reading.head.lemma == "recall" and reading.order.startswith("content"):
            return inf  # a cream has been recalled
        if reading.order == "cue-content" and passives.is_told_in_court(scene, reading.head):
            return plain - _LESS
        # `Asked about the crack, Ruiz said`
        opens = reading.head.at == reading.head.first and reading.head.tag == "VBN"
        doubtful = opens or reading.head.lemma == "expect"
        return _more(plain, _DOUBTFUL if doubtful else _NO_SOURCE)
    if non_speakers.is_thing(scene, *reading.source):
        # what `may explain why` says nothing, nor a car that `refuses to start`, nor a dress that
        # shows some leg
        mute = reading.head.lemma in _MUTE or impersonal.shows_itself(scene, reading)
        return inf if mute else _more(plain, _DOUBTFUL)
    return plain if speech else _more(plain, _UNLESS_SPEECH)


def _says_a_phrase_first(scene: Scene, reading: Candidate) -> bool:
    """`It said without a loan, the firm would be broke`: all that follows is what is said."""
    head, (first, last) = reading.head, reading.content[-1]
    if head.word not in ("said", "says") or reading.order != "source-cue-content":
        return False
    whole = first == head.at + 1 and last >= head.last - 1 and scene.tags[first] == "IN"
    beside = reading.source is not None and reading.source[1] == head.at
    return whole and beside and not FINITE.isdisjoint(scene.tags[first:last])


def _sums_up(scene: Scene, reading: Candidate) -> bool:
    """Whether a noun only sums up what was said, and tells nothing: `, a claim he denies`."""
    at = reading.head.at
    bare = reading.content[0][0] == at + 1 and scene.words[at + 1] not in CLAUSES
    return bare and scene.words[at - 2] == ","


_DONE_TO_HEARERS = frozenset("ask convince persuade reassure satisfy impress".split())
_UNNAMED = ["not", "to", "be"]


def _is_effect(scene: Scene, reading: Candidate) -> bool:
    """Whether a thing only shows something by what it does: `The pound fell, signalling that`, or
    anything only leads to something: `He is known, meaning that he is stopped`."""
    head = reading.head
    after = head.tag == "VBG" and scene.words[head.at - 1] == ","
    if after and head.lemma == "mean":
        return True
    shows = head.lemma in _SHOWS or head.lemma in _SIGNALS
    return (
        after
        and shows
        and reading.source is not None
        and non_speakers.is_thing(scene, *reading.source)
    )


_SIGNALS = frozenset("signal mean prove underline underscore highlight demonstrate reflect".split())


def _more(plain: float, more: float) -> float:
    return max(plain, min(plain + more, _MOST))


def _only_relates(scene: Scene, reading: Candidate) -> bool:
    """Whether nothing is told but `which`, `the email, which was first reported by Interfax`, or by
    nobody: `the sale fell, which means that shops close`."""
    if reading.head.lemma == "mean" and reading.source is not None:
        begins, ends = reading.source
        pointing = scene.words[begins] in ("which", "that", "this", "it")
        return pointing or (ends - begins > 1 and non_speakers.is_mute(scene, begins, ends))
    first, last = reading.content[0]
    alone = last - first == 1 and len(reading.content) == 1
    return alone and scene.words[first] == "which" and scene.words[first - 1] == ","


def _points_back(scene: Scene, reading: Candidate) -> bool:
    """Whether nothing is repeated of what was said: `she told them so`, `here is what she wrote`,
    `she said this:`."""
    begins, ends = reading.content[-1]
    said = [word for word in scene.words[begins:ends] if word != "."]
    if begins >= reading.cue[1] and said != ["no"] and _NOT_A_WORD.issuperset(said):
        return True  # `They knew, and they said nothing`
    return all(
        (
            scene.words[last - 1] == "so"
            and all(tag[:3] == "PRP" for tag in scene.tags[first : last - 1])
        )
        or (_POINTING_ALONE.issuperset(scene.words[first:last]) and not scene.depth[first])
        or (
            last - first == 2
            and tuple(scene.tags[first:last]) == _HOW_LONG
            and scene.words[last - 1] in _POINTING_ALONE
        )
        or (scene.words[first] == "this" and scene.words[first + 1] in _WHEN_SAID)
        for first, last in reading.content
    )


def _hides(scene: Scene, reading: Candidate) -> bool:
    """Whether somebody only keeps back a name, `who declined to give her surname`, `who declined to
    be named`, or gives it, `Four agreed to be named`."""
    aside = reading.head.lemma in _KEEPS_BACK and scene.words[reading.cue[0] - 1] == "who"
    if reading.head.lemma in _ON_WHAT_TERMS or aside:
        first, words = reading.content[-1][0], scene.words
        return words[first : first + 2] == ["to", "be"] and words[first + 2] in _NAMED
    if reading.head.lemma not in _KEEPS_BACK:
        return False
    (first, last), words = reading.content[-1], scene.words
    if words[first] != "to" or last - first > _FEW_MORE:
        return False
    return words[first + 1] in _GIVES and words[last - 1] in _OWN_NAMES


_ON_WHAT_TERMS = frozenset(("agree", "ask", "consent"))
_NAMED = frozenset("named identified quoted interviewed photographed filmed recorded".split())
_KEEPS_BACK = frozenset("decline refuse".split())
_GIVES = frozenset("give provide share reveal disclose publish use".split())
_OWN_NAMES = frozenset("name names surname surnames".split())
_FEW_MORE = 8


def _is_asked(scene: Scene, reading: Candidate) -> bool:
    """Whether somebody is only asked, who then speaks: `She was blunt when asked about it: “…”`,
    `Asked by reporters, she said`."""
    head, (first, last) = reading.head, reading.content[-1]
    if head.word not in _ASKED or first < head.at:
        return False
    begins = reading.cue[0]
    if reading.source is not None:
        by = begins < reading.source[0] < first and scene.words[reading.source[0] - 1] == "by"
        return by and scene.words[first] not in _QUESTIONS
    if scene.words[begins - 2] in _WHEN and begins < head.at:
        return scene.words[first] not in _QUESTIONS  # `when he was asked again | he laughed`
    if head.at == head.first and FINITE.isdisjoint(scene.tags[first:last]):
        return "about" in scene.words[head.at : first]  # `Asked about | the crack, Ruiz said`
    return scene.words[begins - 1] in _WHEN and scene.depth[last - 1] > 0


_WHEN = frozenset(("when", "if", "once", "whenever"))


_QUESTIONS = frozenset("whether if how why what who when where which about to for on over".split())
_ASKED = frozenset(("asked", "pressed", "questioned", "quizzed", "challenged"))


def _only_names(scene: Scene, reading: Candidate) -> bool:
    """Whether a quotation is a name that nobody says: `the man is known as “the Fox”`, `she starred
    in “The Slow Fire”`."""
    words, tags = scene.words, scene.tags
    if reading.source is None and reading.head.lemma in _NAMES and len(reading.content) > 1:
        return True
    puts_out = reading.head.lemma in _PUTS_OUT
    if (reading.head.sort != "-" and not puts_out) or reading.head.tag[:1] != "V":
        return False
    first, last = reading.content[-1]
    opens = first if puts_out else first + 1
    if OPEN not in words[opens:last] or any(tags[i] in FINITE for i in range(first, last)):
        return False
    at = words.index(OPEN, opens, last)
    return first >= reading.cue[1] and scene.forms[at + 1][:1].isupper()


def _only_marks(scene: Scene, reading: Candidate) -> bool:
    """Whether a verb that tells nothing has an object with marks: `mastered “deep work”`, `had
    stopped a blast and “saved” homes`."""
    head, (first, last) = reading.head, reading.content[-1]
    if head.sort != "-" or head.tag[:1] != "V" or reading.order != "source-cue-content":
        return False
    if scene.depth[head.at] or first != reading.cue[1]:
        return False
    if not scene.depth[first]:
        return scene.words[first] != "that" and OPEN in scene.words[first:last]
    few = last - first - 2 <= _FEW_WORDS and scene.words[last - 2] not in (",", ".", "!", "?")
    return few and all(tag[:1] not in "VM" for tag in scene.tags[first:last] if tag)


_FEW_WORDS = 2
_NAMES = frozenset("know name title entitle dub nickname spell mark".split())
_PUTS_OUT = frozenset("promote release launch unveil feature".split())
"""What is done with a work and its name: `promoting “The Slow Fire” in Lima`."""
_WHEN_SAID = frozenset("in during while when through via yesterday today".split())
"""What follows `this` that points back: `He disclosed this in a statement.`"""
_NOT_A_WORD = frozenset("nothing little much more no anything else word a at all".split())
_HOW_LONG = ("CD", "NNS")
_POINTING_ALONE = frozenset(
    "what this that these . , too either aside the following : years months weeks days hours"
    " decades".split()
)
"""Words that a content does not consist of; nor has somebody who argued for years said so."""


def _does_something(scene: Scene, reading: Candidate) -> bool:
    """Whether a verb that also says something has a thing as its object: `added 300 jobs`."""
    head, (first, last) = reading.head, reading.content[0]
    if not reading.order.startswith("source"):
        return False
    if scene.tags[first] == "DT" and scene.words[first] == "that" and head.sort != "attitude":
        return scene.words[head.subject] in ("who", "which")  # `who ran that mill`
    if head.lemma == "tell":
        tale = next((i for i in range(first, first + 3) if scene.words[i] in _TALES), None)
        clause = scene.words[first] == "that" or (tale and scene.tags[tale + 1] in FINITE)
        return tale is not None and not clause  # `told the BBC that | the story was untrue`
    if head.lemma in _BREAKS and scene.words[first + 1] == "news":
        return FINITE.isdisjoint(scene.tags[first:last])  # `announced the news on Instagram`
    if head.lemma not in _DOES or reading.cue[1] - head.at > 1 or head.tag[:1] != "V":
        return False
    return scene.words[first] not in CLAUSES and _NO_THING.isdisjoint(scene.tags[first:last])


_DOES = frozenset(("add", "answer", "point", "read"))
_TALES = frozenset(("truth", "joke", "jokes", "story", "stories", "lie", "lies", "side"))
_BREAKS = frozenset("announce share reveal celebrate".split())
_NO_THING = FINITE | {"VB", "VBG", "WRB", "WP"}


def _is_participle(scene: Scene, reading: Candidate) -> bool:
    """Whether a participle only describes the noun before it: `An email shown to Ruiz suggests`."""
    head, source = reading.head, reading.source
    said_to = head.word in _SAID_TO and scene.words[head.at + 1] == "to"
    said_to = said_to and scene.tags[head.at + 2] not in _HEARERS  # `reported to | the town that`
    said_to = said_to and adverbials.that_at(scene.words, scene.tags, head.at) is None
    if (head.tag != "VBN" and not (said_to and head.tag == "VBD")) or head.auxiliaries:
        return False
    if source is None:
        # `A driver accused of speeding has died`
        describes = reading.order == "content-cue-content" and reading.content[0][1] == head.at
        return describes and "statement" in head.sort
    if head.lemma == "rule" and reading.content[0][1] == head.at:
        return True  # `republics ruled by Norvale`
    if source[1] != head.at:
        return False
    if said_to:
        return True  # `a video said to show`
    last = head.at + 1
    while last < head.last and scene.words[last] != ",":
        last += 1
    clause = scene.words[head.at + 1] in _AFTER_PARTICIPLE
    return head.lemma in _DONE_TO_PAPERS and (clause or _goes_on(scene, head.at + 1, last))


_HEARERS = frozenset("DT PRP PRP$ NNP NNS CD".split())
_SAID_TO = frozenset("said believed thought reported alleged understood".split())


def _goes_on(scene: Scene, first: int, last: int) -> bool:
    """Whether a phrase and the sentence's verb follow: `published ahead of the vote concludes`."""
    return scene.words[first] in _AFTER_PUBLISHED and not FINITE.isdisjoint(scene.tags[first:last])


_AFTER_PUBLISHED = frozenset("ahead last this earlier yesterday before after today".split())
_DONE_TO_PAPERS = frozenset("show give read publish write make find see address".split())
_AFTER_PARTICIPLE = frozenset("to by in at on out".split())


def _only_sets_the_scene(scene: Scene, reading: Candidate) -> bool:
    """Whether a participle before the main clause only says what was done when something was said:
    `Sentencing the firm, the judge said`, `Writing in the Herald, she claimed`."""
    head, (first, last) = reading.head, reading.content[0]
    if head.at != head.first or head.tag not in ("VBG", "NN") or not head.word.endswith("ing"):
        return False
    ordered = head.sort == "order" and FINITE.isdisjoint(scene.tags[first:last])
    return ordered or (scene.words[first - 1] == "," and head.lemma != "according")


def _helps_explain(scene: Scene, reading: Candidate) -> bool:
    """Whether something helps to explain something, which nobody says by that."""
    at = reading.head.at
    return reading.head.lemma == "explain" and any(
        word in _HELPS for word in scene.words[max(0, at - 2) : at]
    )


_HELPS = frozenset(("help", "helps", "helped", "might", "may", "could"))


def _is_relative(scene: Scene, reading: Candidate) -> bool:
    """Whether a clause only says what is made of a noun: `a claim that ministers dispute`, `the
    vote, which the court rejected`."""
    if reading.source is None or reading.order != "content-source-cue":
        return reading.source is not None and gaps.is_aside(scene, reading)
    return scene.words[reading.source[0] - 1] in ("that", "which")
