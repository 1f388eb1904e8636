"""What stands beside the name in a source and is not of it, or is and was left out.

`quipped Ruiz | to laughter`, `Police said | the driver told them`, `The trust | itself said`.
"""

from __future__ import annotations

from attrib.detection import (
    how_many,
    openings,
    options,
    participles,
    past_objects,
    place_lists,
    sentence_adverbs,
    set_off_tags,
    settings,
    time_phrases,
)
from attrib.detection.candidates import TokenRange
from attrib.detection.cues import CueWord
from attrib.detection.views import FINITE, Scene
from attrib.knowledge import names, nouns
from attrib.words import named_for_deeds
from attrib.words.tokens import CLOSE, OPEN

_SAYS = frozenset(
    """said says say heard hears suggests suggested shows showed finds found indicates indicated
    reveals revealed""".split()
)
_HELPS = frozenset(("VBD", "RB", "MD", "VB"))
_HAS = frozenset(("has", "have", "had", "been"))
_BEGINS_NAME = frozenset(("DT", "PRP$", "NNP", "CD"))
_RELATIVES = frozenset(("who", "which"))
_BEGINS_WHOLE = frozenset("DT PRP$ CD NNP".split())
_STANCES = frozenset("agrees agreed disagrees disagreed concurs concurred demurs differs".split())
_REFLEXIVES = frozenset("itself himself herself themselves".split())
_LONGEST_OPENING = 5
_OF_A_NAME = frozenset("DT JJ NN NNS NNP POS PRP$ CC".split())


def trimmed(scene: Scene, word: CueWord, first: int, last: int) -> TokenRange:
    """The source from its first to its last token, of one found at `[first, last)`."""
    words, tags = scene.words, scene.tags
    if words[last - 1] == "," and (doer := _of_series(scene, word, last)) is not None:
        return doer
    if words[first - 1] in _TELLS and words[word.at - 1] == "and" and last < word.at:
        first, last = _before_told(scene, word, first, last)
    goes_on = (i for i in range(first + 1, last) if words[i] == "," and words[i + 1] == OPEN)
    last = next(goes_on, last)  # `said Ruiz, | “… or never.”`
    if first > word.at:
        ends = (i for i in range(first + 1, last) if words[i] == "to" and tags[i - 1] == "NNP")
        to = next(ends, last)
        last = to if words[to + 1] != "the" else last
        last = _before_joined_clause(scene, first, last)
        last = settings.source_end(scene, first, participles.cut(scene, first, last))
        last = next((i for i in range(first + 1, last) if _is_on_air(scene, i)), last)
    elif word.tag == "VBG" and (
        whose := past_objects.subject(scene, word) or participles.subject(scene, word)
    ):
        first, last = time_phrases.after_times(words, tags, *whose), whose[1]
    else:
        said = (i for i in range(last - 2, first, -1) if words[i] in _SAYS)
        verb = next(said, first)
        helped = verb - 1
        while helped > first and (tags[helped] in _HELPS or words[helped] in _HAS):
            helped -= 1
        own = words[helped] in _RELATIVES
        if verb > first and tags[verb + 1] in _BEGINS_NAME and not own:
            # `Police said | the driver told`, `It shows | 5 % say`, not `Ruiz, who said so, told`
            first = verb + 1
        first = _past_subordinator(scene, first, last)
        first = _past_opening(scene, word, first, last)
        first = sentence_adverbs.past(scene, word, (first, last))
    if words[first - 1] == "." and word.first < first and "." in words[first - 2]:
        first = _with_abbreviation(scene, word, first)
    tells_more = words[first] in _RELATIVES or words[first] == "whose"
    if tells_more and words[first - 1] == "," == words[last - 1]:
        # `Orvale Rail, which runs it, | says`
        first -= 1
        while first > word.first and tags[first - 1] in _OF_A_NAME:
            first -= 1
    if words[first - 2] in _RELATIVES and tags[first - 1] in _FINITE and last <= word.at:
        # `The blogger who runs | the channel | claims`
        begins = first - 2
        while begins > word.first and tags[begins - 1] in _OF_A_NAME:
            begins -= 1
        first = begins if tags[begins] in _BEGINS_WHOLE and begins < first - 2 else first
    if words[last - 1] in _STANCES and words[last] == "," and last - first > 1:
        last -= 1  # `Ruiz | disagrees, telling`
    last += (last < word.at or words[last] == "else") and options.is_speaker(scene, last)
    opens = words[first - 1] == "," == words[last - 1]
    if (
        opens
        and 0 < first - 1 - word.first < _LONGEST_OPENING
        and set_off_tags.source(scene, word) != (first, last)
    ):
        # `One, a pharmacist, | said`, `My daughter, nine, | put it best`
        opening = range(word.first, first - 1)
        first = (
            word.first if all(tags[i] in _OF_A_NAME or tags[i] == "CD" for i in opening) else first
        )
    if last <= word.at and named_for_deeds.opens(words, scene.forms, word.first, last):
        first = word.first  # `Changing Lives, | a charity, | said`
    if last - first == 2 and tags[first : first + 2] == ["DT", "NNP"] and last < word.at:
        last = _noun_phrase_end(scene, last, word.at)
    if first == word.first + 1 and tags[first] in _NAMED and last <= word.at:
        # `Met Office says`: a sentence has no verb before its subject, but a name may begin so.
        first -= tags[first - 1] == "VBD" and scene.forms[first - 1].istitle()
        first -= tags[first - 1] == "VBN" and scene.forms[first - 1].istitle()
    if words[first] == "the" and scene.forms[first - 1] in names.CAMPAIGNS and first > word.first:
        first -= scene.forms[first + 1][:1].isupper()  # `Save | the Children said`
    last -= words[last - 1] == "both" and last - first > 2
    last -= words[last - 1] == "that" and last - first > 1
    if words[last - 1] == "." and scene.forms[last - 2][:1].islower() and last - first > 1:
        last -= 1  # `said another.`
    joint = words[first] == "both" and last - first == 1 and words[first - 2] == "and"
    if (words[first] in _REFLEXIVES or joint) and word.first < first < last:
        last = first if joint else last
        while first > word.first and tags[first - 1] in _OF_A_NAME:
            first -= 1
    if word.first < first and last <= word.at and words[first - 1] in ("of", "as"):
        first = how_many.start(scene, word.first, first)
    if words[first - 1] == "," and word.first < first - 1 and last <= word.at:
        first = _adjectives_start(scene, word.first, first)
        first = _list_start(scene, word.first, first, last)
        first = place_lists.start(scene, word.first, first, last)
    if words[first - 1] in _LISTS and tags[first] == tags[last - 1] == "NNP" and last <= word.at:
        first = _with_examples(scene, word.first, first)
    if last == word.at and words[first - 1] in _WITHIN_PHRASE and word.first < first - 1:
        first = _whole_subject(scene, word.first, first)
    if last - first > 4 and tags[first] == "PRP" and tags[first + 1] in _FINITE and last <= word.at:
        first = _after_reduced(scene, first + 2, last)  # `He signed a deal | experts believe`
    elif words[first] in ("a", "an") and last - first > 2 and last <= word.at:
        first = _after_reduced(scene, first, last)
    return openings.past(scene, word, first, last) if last <= word.at else first, last


def _whole_subject(scene: Scene, begins: int, first: int) -> int:
    """Where a sentence's subject begins whose last words pass for it: `A cook who lost his job and
    cares for | two children said`."""
    words, tags = scene.words, scene.tags
    who = next((i for i in range(begins + 1, first) if words[i] in _RELATIVES), first)
    opens = tags[begins] in _BEGINS_NAME or tags[begins] in ("NNS", "CD")
    whole = all(tag in _OF_A_NAME or tag == "IN" for tag in tags[begins:who])
    if who == first or not opens or not whole or not _PARTED.isdisjoint(words[begins:first]):
        return first
    return begins


def _of_series(scene: Scene, word: CueWord, last: int) -> TokenRange | None:
    """Who does one thing after another: `Ruiz | left the room, called it a farce and went home`."""
    words, tags, begins = scene.words, scene.tags, word.first
    if word.tag not in ("VBD", "VBZ") or not word.at - 2 < last <= word.at:
        return None
    if tags[begins] in _SETS and "," in words[begins : last - 1]:
        begins = words.index(",", begins) + 1  # `After the vote, Ruiz | left, called`
    verb = begins
    while verb < last - 1 and (tags[verb] in _OF_A_NAME or words[verb] in ("of", "she", "he")):
        verb += 1
    does = verb + (tags[verb] == "RB")
    if words[verb] == "," and words[verb + 1] in _RELATIVES and "," in words[verb + 1 : last - 1]:
        does = words.index(",", verb + 1) + 1  # `Ruiz, who was late, | left, called`
    if begins == verb or tags[does] not in ("VBD", "VBZ") or does >= last - 1:
        return None
    commas = (i for i in range(does, last - 1) if words[i] == ",")
    return (begins, verb) if all(tags[i + 1] in FINITE for i in commas) else None


_SETS = frozenset("IN RB VBG VBN WRB".split())
_WITHIN_PHRASE = frozenset("for with of from in at near by to on about against".split())
_PARTED = frozenset((",", ":", ";", "(", OPEN, CLOSE, "that", "because", "but"))


def _past_opening(scene: Scene, word: CueWord, first: int, last: int) -> int:
    """Where a source begins that was found from within what opens the sentence: `In remarks to the
    daily El Faro, | the treasurer, Ana Ruiz, said`."""
    words, tags = scene.words, scene.tags
    if tags[word.first] not in ("IN", "VBG", "VBN") or first <= word.first + 1:
        return first
    if words[last - 1] != "," or "," in words[word.first : first]:
        return first
    comma = next((i for i in range(first, last - 1) if words[i] == ","), last)
    if words[comma + 1] == "on" and "," in words[comma + 1 : last - 1]:
        comma = words.index(",", comma + 1)  # `Speaking to El Faro, on Monday, | the treasurer, …`
    begins = comma + 1
    return begins if set_off_tags.is_source(scene, begins, last) else first


def _before_told(scene: Scene, word: CueWord, first: int, last: int) -> TokenRange:
    """Who told somebody something, and said more: `An aide, granted a pass, told Axios it was late
    and | said`."""
    begins, told = word.first, first - 1
    comma = next((i for i in range(begins, told) if scene.words[i] == ","), told)
    spoke = begins < comma and FINITE.isdisjoint(scene.tags[begins:comma])
    return (begins, comma) if spoke and comma - begins < _LONGEST_SUBJECT else (first, last)


_TELLS = frozenset(("told", "tells"))
_LONGEST_SUBJECT = 14


def _after_reduced(scene: Scene, first: int, last: int) -> int:
    """Where those begin who say something of a thing: `passed a law | critics say is unfair`."""
    noun = nouns.lookup(scene.forms[last - 1])
    many = scene.tags[last - 1] == "NNS" and noun is not None and noun.human and noun.plural
    begins = last - 1
    while begins > first + 2 and scene.tags[begins - 1] == "JJ":
        begins -= 1
    if not many or scene.tags[begins - 1] != "NN":
        return first
    before = begins - 2
    while before > first and scene.tags[before] in _COMPOUND:
        before -= 1
    # no `union representing flight | attendants`, no `letter to party committee | members`
    return first if scene.tags[before] in ("VBG", "IN", "TO") else begins


_COMPOUND = frozenset("NN NNP JJ POS".split())


def _before_joined_clause(scene: Scene, first: int, last: int) -> int:
    """Where a source ends before another clause: `“It leaks,” said Ruiz|, and Okon agreed`."""
    words, tags = scene.words, scene.tags
    for i in range(first + 1, last - 1):
        if words[i] == "," and words[i + 1] in _JOINS:
            named = tags[i + 2] in ("NNP", "PRP", "DT", "PRP$")
            return i if named and tags[last - 1] in _FINITE else last
    return last


_JOINS = frozenset(("and", "but", "while"))


def _with_abbreviation(scene: Scene, word: CueWord, first: int) -> int:
    """Where `A U.S. | engineer who knows it` begins, and no `In the U.S. | officials`."""
    begins = first - 2
    if begins > word.first and scene.tags[begins - 1] == "DT":
        begins -= 1
    return first if begins > word.first and scene.tags[begins - 1] == "IN" else begins


def _adjectives_start(scene: Scene, begins: int, first: int) -> int:
    """Where adjectives begin of which a comma parts the last: `The soft-spoken, | old diplomat`."""
    tags, at = scene.tags, first - 2
    if tags[first] not in _OF_ADJECTIVES:
        return first
    while at > begins and tags[at] in _OF_ADJECTIVES:
        at -= 1
    opens = tags[at] in ("DT", "PRP$") and (at == begins or tags[at - 1] not in ("IN", "TO"))
    return at if opens and at < first - 2 else first  # no `Despite the big, | old men`


_OF_ADJECTIVES = frozenset("JJ JJR JJS VBN VBG RB CD".split())


def _list_start(scene: Scene, begins: int, first: int, last: int) -> int:
    """Where a sentence that opens with names begins: `Marsh, | Ruiz and other coaches say`, `Marsh,
    34, and her husband, | Tom, said`."""
    words, tags = scene.words, scene.tags
    if "and" not in words[begins + 1 : last - 1] or first - begins > _LONGEST_LIST:
        return first
    listed = (tags[i] in _IN_LIST or tags[i - 1] == "PRP$" for i in range(begins, first))
    noun = nouns.lookup(scene.forms[begins])
    many = noun is not None and noun.human and noun.plural and tags[begins + 1] == "NNP"
    named = (tags[begins] == "NNP" or many) and words[begins] not in _CALENDAR
    return begins if named and all(listed) else first


_IN_LIST = frozenset("NNP , CD CC PRP$ NNS".split())


def _with_examples(scene: Scene, begins: int, first: int) -> int:
    """Where a subject begins of which the last examples pass for it: `Several firms including Vela,
    | Orvale Rail and Lind`."""
    words, tags = scene.words, scene.tags
    at = first - 1
    while at > begins and (tags[at] in _EXAMPLES or words[at] == "and"):
        at -= 1
    at -= words[at - 1 : at + 1] == ["such", "as"]
    if words[at] not in _INCLUDES or tags[at - 1] not in ("NNS", ","):
        return first
    at -= tags[at - 1] == ","
    while at > begins and (tags[at - 1] in _OF_A_NAME or tags[at - 1] == "CD"):
        at -= 1
    at += words[at] in _TIMES
    return at if at <= begins + 1 else first


_LISTS = frozenset(("including", "as", "like", ",", "and"))
_EXAMPLES = frozenset(("NNP", "NNPS", ",", "DT"))
_INCLUDES = frozenset(("including", "such", "like"))
_LONGEST_LIST = 9
_CALENDAR = frozenset(
    "monday tuesday wednesday thursday friday saturday sunday january february march april june"
    " july august september october november december".split()
)


def _noun_phrase_end(scene: Scene, last: int, at: int) -> int:
    """Where `the US` ends that goes on: `The US | central bank cut its rate but signalled`."""
    end = last
    while end < at and scene.tags[end] in ("JJ", "NN", "NNS") and scene.words[end] not in _TIMES:
        end += 1
    return end if scene.tags[end - 1] in ("NN", "NNS") and scene.tags[end] in _FINITE else last


_TIMES = frozenset("last next earlier later yesterday today tonight tomorrow now".split())
_FINITE = frozenset(("VBD", "VBZ", "VBP", "MD"))
_NAMED = frozenset(("NNP", "NNPS"))
_WHILE = frozenset("as while when because after before though".split())
_BEGINS_SUBJECT = frozenset(("DT", "PRP$"))
_SHORT_SUBJECT = 5
_GOES_ON = frozenset("VBN VBG VBD VBZ VBP MD WP WDT , NNP".split())


def _past_subordinator(scene: Scene, first: int, last: int) -> int:
    """Where a source begins, past the end of a clause before it: `a fine as | the officer said`.

    `Officials such as the mayor` and `the man known as the Fox` are whole.
    """
    if first < scene.headline:  # `Okon Calls for Inquiry After | Report Reveals Leak`
        near = range(last - 2, max(first, last - _SHORT_SUBJECT), -1)
        return next((i + 1 for i in near if scene.words[i] in _WHILE), first)
    for i in range(first + 1, last - 2):
        if scene.tags[i] in _GOES_ON or scene.words[i] == "such":
            break
        if scene.words[i] in _WHILE and scene.tags[i + 1] in _BEGINS_SUBJECT:
            return i + 1 if scene.words[i + 2] != "whole" else first
    return first


def _is_on_air(scene: Scene, at: int) -> bool:
    """Whether words after a name say where somebody spoke: `said Ana Ruiz | on CNN television`."""
    if scene.words[at] != "on" or scene.tags[at - 1] != "NNP":
        return False
    following = scene.forms[at + 1]
    acronym = following.isupper() and len(following) > 1
    return acronym or not _ON_AIR.isdisjoint(scene.words[at + 1 : at + 4])


_ON_AIR = frozenset("television radio tv facebook twitter instagram telegram x".split())
