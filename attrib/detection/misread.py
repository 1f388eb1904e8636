"""Readings that grammar shows to be wrong, whatever weights say of them."""

from __future__ import annotations

from attrib.detection import headline_verbs, heard_in
from attrib.detection.candidates import Candidate
from attrib.detection.classes import tells
from attrib.detection.views import FINITE, Scene
from attrib.detection.whole_clauses import SUBORDINATE, is_clause, is_number
from attrib.knowledge import nouns
from attrib.words.tokens import CLOSE


def is_cut_in(scene: Scene, reading: Candidate) -> bool:
    """Whether one comma only parts a tag from what it would stand amid: `The cooks Ruiz, | Cole and
    Marsh say it leaks`."""
    if reading.order != "content-source-cue-content" or reading.source is None:
        return False
    (first, last), rest = reading.content[0], reading.content[-1][0]
    quoted = scene.depth[first] or scene.depth[last - 1] or scene.depth[rest]
    before = scene.words[reading.source[0] - 1] == "," and FINITE.isdisjoint(scene.tags[first:last])
    before = before and scene.tags[first] not in ("IN", "RB")
    return before and not quoted and scene.words[rest - 1] != "," and rest == reading.cue[1]


def reaches_over(scene: Scene, reading: Candidate) -> bool:
    """Whether another verb parts a tag from what would stand before it: `| The Echo | reported that
    Ruiz said prices rose`."""
    if reading.order != "content-source-cue-content" or reading.source is None:
        return False
    between = scene.tags[reading.content[0][1] : reading.source[0]]
    return not FINITE.isdisjoint(between)


def takes_clause(scene: Scene, reading: Candidate) -> bool:
    """Whether the hearer of a passive is taken for all that stands before: `A boy claims he | was
    told to leave`."""
    if reading.order != "content-cue-content" or reading.source is not None:
        return False
    first, last = reading.content[0]
    before = range(first + 1, last - 1)
    clause = any(scene.tags[i] in FINITE or tells(scene.words[i]) for i in before)
    return scene.tags[last - 1] == "PRP" and clause and not scene.depth[first]


def is_shown(scene: Scene, reading: Candidate) -> bool:
    """Whether a thing only went to somebody: `A letter shown to the clerks`, not `said to leak`."""
    rest = reading.content[-1][0]
    reduced = reading.order == "content-cue-content" and reading.head.tag == "VBN"
    reduced = reduced and reading.source is None and scene.words[rest] == "to"
    return reduced and scene.tags[rest + 1] in _DETERMINES


_DETERMINES = frozenset("DT PRP$ PRP NNP".split())


def only_looks(scene: Scene, reading: Candidate) -> bool:
    """Whether a sentence before only tells of a look: `Ana Ruiz looked up. ¶ “Rain again”`."""
    first, head = reading.content[0][0], reading.head
    return head.sort == "perception" and first > head.at and scene.words[first - 1] == "."


def announces(scene: Scene, reading: Candidate) -> bool:
    """Whether somebody will only be heard next: `Here is what Ruiz had to say about it`."""
    at, words = reading.head.at, scene.words
    if reading.head.lemma != "say" or words[at - 1] != "to" or words[at - 2] not in _HAS:
        return False
    first = reading.content[-1][0]
    return "what" in words[max(reading.head.first, at - _FAR) : at] and not scene.depth[first]


_HAS = frozenset("had has have".split())
_FAR = 12


def is_done_by(scene: Scene, reading: Candidate) -> bool:
    """Whether somebody only did a thing: `The song was written by Ruiz`, `Police were called by a
    nurse`."""
    if reading.head.lemma not in _DONE or reading.source is None or reading.head.tag != "VBN":
        return False
    begins, (first, last) = reading.source[0], reading.content[0]
    if scene.depth[reading.content[-1][0]] and reading.head.lemma == "call":
        return False  # `was called by critics “a shame”`
    after = begins > reading.head.at > first and scene.words[begins - 1] == "by"
    return after and not scene.depth[last - 1] and FINITE.isdisjoint(scene.tags[first:last])


_DONE = frozenset("call write read order sing submit present show vote introduce ask".split())


def is_conjunction(scene: Scene, reading: Candidate) -> bool:
    """Whether a participle only joins two clauses: `a bold move | given that | it rained`."""
    head, words = reading.head, scene.words
    if head.word not in _JOINS_CLAUSES or words[head.at + 1] != "that" or head.auxiliaries:
        return False
    return words[head.at - 1] not in _BEING


_JOINS_CLAUSES = frozenset(("given", "provided", "granted"))
_BEING = frozenset("is are was were be been being got get gets has have had".split())


def is_adjective(scene: Scene, reading: Candidate) -> bool:
    """Whether a participle after a preposition only says which people or things: `relied on words
    from | noted | scholars`."""
    at, tags = reading.head.at, scene.tags
    if reading.head.tag not in ("VBD", "VBN") or tags[at - 1] != "IN":
        return False
    if scene.words[at - 1] not in _OF_THINGS or not scene.words[at].endswith("ed"):
        return False
    return tags[at + 1] in ("JJ", "NN", "NNS") and reading.content[-1][0] == at + 1


_OF_THINGS = frozenset("from by with of for including like among against between".split())


def is_beside(scene: Scene, reading: Candidate) -> bool:
    """Whether what is set beside a sentence is taken for who says it: `It will close, | a plan |
    announced in May`."""
    source, words = reading.source, scene.words
    if source is None or source[1] != reading.head.at:
        return False
    first, last = reading.content[0]
    if reading.order != "content-source-cue" and not FINITE.isdisjoint(scene.tags[first:last]):
        return False
    if words[source[0]] not in ("a", "an") or words[source[0] - 1] != ",":
        return False
    plain = "IN" not in scene.tags[slice(*source)] and reading.head.tag in ("VBD", "VBN")
    return plain and words[source[1] - 1] in _DONE_THINGS


_DONE_THINGS = frozenset(
    """plan move practice decision policy measure proposal step deal rule programme program scheme
    idea charge view change law tactic strategy project initiative trend pledge promise position
    stance sentiment theory goal target tax ban deadline date figure role option condition
    provision reform feature concept tradition theme title right demand request offer""".split()
)
"""What is decided or told of, and says nothing itself."""


def is_no_content(scene: Scene, reading: Candidate) -> bool:
    """Whether the content is only how far or when: `| Even | some Republicans agreed`, `opened up
    about it for | the first time`."""
    first, last = reading.content[0]
    if len(reading.content) > 1 or scene.depth[first] or scene.depth[last - 1]:
        return False
    alone = last - first == 1 and scene.words[first] in _HOW_FAR and first < reading.head.at
    when = scene.words[first] == "the" and scene.words[first + 1] in _NTH
    return alone or (when and scene.words[first + 2] == "time" and last - first < _FEW)


_HOW_FAR = frozenset("even also still only just not now then later often".split())
_NTH = frozenset("first second third last umpteenth next".split())
_FEW = 8


def is_setting(scene: Scene, reading: Candidate) -> bool:
    """Whether what stands before the source only says when or where: `When it rained, she said.`"""
    first, last = reading.content[0]
    if not reading.order.startswith("content-source") or len(reading.content) > 1:
        return False
    if reading.source is not None and scene.words[reading.source[0] - 1] == "as":
        # `Ruiz said that she would not pay, as creditors suggested`
        words = scene.words
        return any(tells(words[i]) and words[i + 1] == "that" for i in range(first, last))
    if scene.words[first] == "asked" and first == reading.head.first:
        return True  # `Asked what comes next, she laughed`
    if scene.words[first] not in SUBORDINATE or scene.depth[first] or scene.depth[last - 1]:
        return False
    return not is_number(scene, first) and not is_clause(scene, first, last)


def is_aim(scene: Scene, reading: Candidate) -> bool:
    """Whether somebody else means to say so: `Ruiz sat down with | Lima TV | to talk about it`."""
    if reading.source is None or reading.order != "source-cue-content":
        return False
    first, last = reading.source
    meant = scene.words[reading.cue[0]] == "to" and reading.cue[0] == last
    return meant and first > 0 and scene.words[first - 1] in ("with", "on", "at", "by")


def is_pending(scene: Scene, reading: Candidate) -> bool:
    """Whether something only stands or is to come: `A ruling is expected in June`, `Whether it
    broke then is disputed`, `Tom Cole is charged with fraud`."""
    head = reading.head
    if reading.source is not None or head.tag not in ("VBN", "VBD", "JJ"):
        return False
    if _BE.isdisjoint((*head.auxiliaries.split(), scene.words[head.at - 1])):
        return False
    follows = scene.words[head.at + 1]
    if head.lemma == "expect" and follows == "to":
        weather = scene.words[slice(*reading.content[0])]
        return not _WEATHER.isdisjoint(weather) and reading.content[0][0] < head.at
    if head.lemma == "expect":
        return follows not in ("to", "that") and reading.content[0][0] < head.at
    return (head.lemma in _CONTESTED and follows != "by") or (head.word, follows) in _OF_CRIMES


_BE = frozenset("is are was were be been being".split())
_WEATHER = frozenset(
    "rain snow sleet hail showers thunderstorms winds gales fog frost temperatures sunshine waves"
    " tides floodwaters".split()
)
"""What comes by itself, whoever expects it: `Rain is expected to fall`."""
_CONTESTED = frozenset("dispute contest debate".split())
_OF_CRIMES = frozenset((("charged", "with"), ("convicted", "of"), ("acquitted", "of")))


def is_picture(scene: Scene, reading: Candidate) -> bool:
    """Whether something only shows what is on it: `posters, showing a laughing baker, still hang`;
    a clause is read on it, not seen."""
    head, (first, last) = reading.head, reading.content[-1]
    if head.lemma not in _DEPICTS or head.tag != "VBG" or first != head.at + 1:
        return False
    before = scene.words[head.at - 1 - (scene.words[head.at - 1] == ",")]
    bare = scene.words[first] not in ("that", "how") and not scene.depth[first]
    seen = FINITE.isdisjoint(scene.tags[first : min(last, first + _FAR // 2)])
    return before in _PICTURES and bare and seen


_DEPICTS = frozenset("show depict display portray feature bear carry".split())
_PICTURES = frozenset(
    """billboard billboards poster posters banner banners mural murals painting paintings statue
    statues photo photos photograph photographs picture pictures image images drawing drawings sign
    signs placard placards sticker stickers leaflet leaflets advert adverts logo logos flag flags
    stamp stamps cartoon cartoons card cards portrait portraits shirt shirts t-shirt t-shirts badge
    badges""".split()
)


def gives_no_reasons(scene: Scene, reading: Candidate) -> bool:
    """Whether somebody only does what cannot be told why: `For reasons he cannot explain, Cole kept
    the lamp`."""
    source = reading.source
    if reading.head.lemma not in _EXPLAINS or source is None or source[0] < 1:
        return False
    return scene.words[source[0] - 1] in ("reasons", "reason")


_EXPLAINS = frozenset("explain understand know disclose give".split())


def shows_a_thing(scene: Scene, reading: Candidate) -> bool:
    """Whether what is shown is taken for who says so: `said the ruling, which came in May, shows |
    the need for a court`, not `The ban works, shows | a study`."""
    source = reading.source
    after = reading.order.startswith("content-cue-source") and reading.head.lemma in _SHOWS
    if not after or source is None or scene.words[reading.cue[0] - 1] == CLOSE:
        return False
    if not {"NNP", "PRP"}.isdisjoint(scene.tags[source[0] : source[1]]):
        return False
    ends = (i for i in range(source[0] + 1, source[1]) if scene.tags[i] in ("IN", "TO", ","))
    head = nouns.lookup(scene.words[next(ends, source[1]) - 1])
    return head is None


_SHOWS = frozenset(
    """show illustrate reflect underscore underline demonstrate highlight reveal indicate suggest
    expose prove raise represent signal mean""".split()
)


def are_released(scene: Scene, reading: Candidate) -> bool:
    """Whether those who are set free are taken for who says something: `police said two men were
    held and would be | released “at dawn”`."""
    head, source = reading.head, reading.source
    freed = head.lemma in _FREES and head.tag in ("VBN", "VBD")
    freed = freed and scene.words[head.at - 1] in ("be", "been", "being")
    return freed and source is not None and source[1] <= head.at


_FREES = frozenset("release clear free discharge".split())


def is_asked_whether(scene: Scene, reading: Candidate) -> bool:
    """Whether a question begins with what passes for who says so, `| Does | this mean that prices
    will rise?`, or asks what a thing shows: `Could such a vote suggest that it leaks?`"""
    head, source, words = reading.head, reading.source, scene.words
    if words[head.first] not in _ASKS or head.at == head.first:
        return False
    if source is not None and source[1] - source[0] == 1 and source[0] == head.first:
        return True
    if head.lemma not in _SHOWS or "?" not in words[head.last - 2 : head.last]:
        return False
    return source is None or _NAMED.isdisjoint(scene.tags[source[0] : source[1]])


_ASKS = frozenset(
    """does did do is was are were has have had could would will can should might may must doesn't
    didn't isn't wasn't won't wouldn't couldn't""".split()
)
_NAMED = frozenset(("NNP", "NNPS"))


ALL = (
    heard_in.is_played,
    is_asked_whether,
    shows_a_thing,
    is_cut_in,
    reaches_over,
    takes_clause,
    is_shown,
    only_looks,
    announces,
    is_done_by,
    is_no_content,
    is_conjunction,
    is_adjective,
    is_beside,
    is_setting,
    is_aim,
    is_pending,
    is_picture,
    gives_no_reasons,
    headline_verbs.labels_nobody,
    are_released,
)
