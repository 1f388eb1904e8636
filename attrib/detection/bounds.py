"""What stands at the edge of a source or a content and belongs to neither, as grammar tells.

`Orvale Rail today said on a call that it grew`: today is no part of the source, nor the call of
the content. The places are weighed first; what these rules take off is off whatever was learned.
"""

from __future__ import annotations

from attrib.detection import (
    according,
    addressees,
    adverbials,
    clause_ends,
    occasions,
    openings,
    papers_say,
    promised_when,
    quoted_edges,
    settings,
    shares,
    source_edges,
    summaries,
    things_spoken_of,
    unfinished,
)
from attrib.detection.classes import CLAUSAL, tells
from attrib.detection.cues import CueWord
from attrib.detection.that_clauses import TOLD_WHOM, clause_verb, is_plural_subject, past_whom
from attrib.detection.time_phrases import (
    DAYS,
    HOW_MANY,
    MONTHS,
    NEAR_DAYS,
    UNITS,
    after_times,
    time_ends,
)
from attrib.detection.views import FINITE, OBJECTS, Scene
from attrib.knowledge import nouns
from attrib.words.tokens import CLOSE, OPEN

TokenRange = tuple[int, int]

_DETERMINERS = frozenset(("DT", "PRP", "PRP$", "EX"))
_NOUNS = frozenset("NN NNS NNP".split())


def tags_nothing(scene: Scene, order: str, source: TokenRange) -> bool:
    """Whether a clause after a content only says when: `“It leaks,” she laughed when I asked.`"""
    return order.startswith("content-source") and scene.words[source[0] - 1] in _WHEN


_WHEN = frozenset("when while after before because if until unless though although".split())


def source(scene: Scene, word: CueWord, found: TokenRange) -> TokenRange | None:
    """A source without times and what else stands before and after it; None where nothing is left.

    `On Sunday evening City Hall`, `Orrin Corp. yesterday`, `since one reader`, `Voss, but`.
    """
    words, tags = scene.words, scene.tags
    first, last = found
    first = _past_bullet(scene, first, last)
    first = after_times(words, tags, first, last)
    last = according.whole(scene, word, _before_times(scene, first, last))
    if first > found[0] and first < last and words[first] == ",":
        first += 1
    for i in range(first + 1, last):
        if words[i] == "," and words[i + 1] in ("but", "and") and i + 2 < word.last:
            verb = i + 2 + (tags[i + 2] == "RB")
            if tags[verb] in FINITE and verb <= last + 1:
                # `thought Voss, but said nothing` goes on without a subject.
                last = i
                break
    if last <= word.at:
        first = max(first, _past_other_clause(scene, first, last))
    if last - first == 1 and words[first] in MONTHS and tags[first - 1] == "IN":
        # `A lawsuit filed in | May | claims`
        while first > word.first and tags[first - 1] in _FILED_IN:
            first -= 1
    first, last = source_edges.trimmed(scene, word, first, last)
    last -= last - first > 1 and words[last - 1] == "which"  # `A letter | which says`
    if not any(form[0].isalnum() for form in scene.forms[first:last]):
        return None  # marks name nobody
    if tags[first] == "CD" and words[first - 1] == "in" and first > word.at:
        return None  # `was drawn up in | 2011 in answer to`
    if last - first > 1 and tags[first] in _BEGINS_NONE and tags[first + 1] == "DT":
        # `…, crosses the river, said`: what follows a verb is no source.
        return _subject(scene, word, first) or (None if tags[first] != "NNS" else (first, last))
    return first, last


def _past_other_clause(scene: Scene, first: int, last: int) -> int:
    """Where a source begins, past what is another clause's or says where: `In another | he`,
    `Closing the case, | Ruiz`, `a proposal that | officials`."""
    words, tags = scene.words, scene.tags
    pronoun, _, verb = words[last - 1].partition("'")  # `a line | he'd end by saying`
    if words[last - 1] == "it" and tags[last - 2] in FINITE and "who" in words[first:last]:
        return first  # `people who saw | it`
    if pronoun in _SUBJECT_PRONOUNS and (verb or tags[last] in FINITE) and last - first > 1:
        return first if tags[last - 2] == "CC" else last - 1
    if words[first].endswith("ing") and "," in words[first : min(first + 8, last - 1)]:
        return words.index(",", first) + 1
    if words[first] == "that" and tags[first + 1] in _AFTER_THAT and last - first > 1:
        return first + 1  # `and that | her coach insisted`
    for i in range(last - 2, first, -1):
        if tags[i][:1] == "V" or tags[i] in ("MD", ","):
            break
        if (
            words[i] == "that"
            and tags[i - 1] in FINITE
            and words[i - 2] in ("that", "who", "which")
        ):
            break  # `some of the firms that got | that letter`
        if words[i] in ("that", "which", "whom") and tags[i] != "DT":
            aside = words[last - 1] == "," and "," in words[first:i]
            return first if aside else i + 1  # `Ruiz, who set the rate at which towns borrow, said`
    return first


_AFTER_THAT = frozenset("DT PRP$ NNP NNS".split())
_FILED_IN = frozenset("DT JJ NN NNS NNP VBN IN".split())
_BEGINS_NONE = frozenset(("VBZ", "VBD", "NNS"))


def _before_times(scene: Scene, first: int, last: int) -> int:
    words, tags = scene.words, scene.tags
    for begins in range(max(first + 1, last - 6), last):
        if words[begins] in _PLAINLY_TIMES and time_ends(words, tags, begins, last) == last:
            comma = words[begins - 1] == "," and begins - 1 > first
            # `USA Today`, `the poll released last week` and `those of this year` are left whole.
            if (
                (
                    tags[begins - 1 - comma] not in _NOUNS
                    and words[begins - 1] not in (".", ")")
                    and not _is_human(scene.forms[begins - 1])
                )
                or (words[begins] in NEAR_DAYS and scene.forms[begins][0].isupper())
                or _HAPPENED.intersection(tags[first:begins])
            ):
                return last
            return begins - comma
    return last


def _is_human(word: str) -> bool:
    """Whether a word means a person, however it is tagged: `one official | today`."""
    noun = nouns.lookup(word)
    return noun is not None and noun.human


_PLAINLY_TIMES = NEAR_DAYS | DAYS | HOW_MANY | {"on", "last", "this", "next", "earlier", "late"}
_HAPPENED = frozenset(("VBN", "VBD", "VBG", "VBZ", "WP", "WDT"))


def _subject(scene: Scene, word: CueWord, verb: int) -> TokenRange | None:
    """The subject of a sentence whose cue stands far from it, `Ruiz, who was elected …, said`."""
    words, tags, first = scene.words, scene.tags, word.first
    for i in range(first, min(verb, first + 8)):
        if words[i] == "," and i > first and tags[i - 1] in _NOUNS:
            return first, i
        if tags[i] in FINITE or tags[i] in ("IN", "WP", ":"):
            break
    return None


_ADDRESSED = frozenset(
    """tell remind inform warn assure advise notify promise convince persuade reassure show
    email""".split()
)
"""Verbs with an object to whom something is said."""


def content_first(scene: Scene, word: CueWord, first: int, last: int) -> int:
    """Where content that follows the cue begins, past when, where and to whom it was said.

    `said on a call that …`, `said yesterday it was …`, `reminded an audience of leaders that …`,
    `joked afterwards that …`, `told her she …`, `told the paper its …`.
    """
    words, tags = scene.words, scene.tags
    quoted = quoted_edges.after_be(scene, word, first)
    quoted = quoted or quoted_edges.after_post(scene, word, first)
    quoted = quoted or quoted_edges.after_subject(scene, word, first, last)
    if quoted is not None:
        return quoted
    if word.tag == "VBN" and words[first - 1] == "to" and tags[first][:1] == "V":
        return first - 1
    if first > word.at and (when := promised_when.begins(scene, word)) is not None:
        return when
    if words[word.at + 1] in papers_say.QUANTITIES and first == word.at + 2:
        return word.at + 1 if papers_say.subject(scene, word) else first
    told = word.lemma in _ADDRESSED
    share = tags[word.at + 1] == tags[word.at + 3] == "CD" and words[word.at + 2] == "in"
    if share and not told:
        return word.at + 1  # `suggest | one in five bridges is unsafe`
    if told and (colon := addressees.colon_after(scene, word)) is not None and first <= colon:
        return colon + 1  # `telling us by phone: | “Never.”`
    if (told or word.lemma == "ask") and not scene.depth[word.at]:
        begins = addressees.clause_after(scene, word, first)
        if begins is None and words[word.at] in TOLD_WHOM:
            begins = past_whom(words, tags, word.at)
        if begins is not None:
            return begins
    if words[first] == OPEN and not scene.depth[word.at]:
        return _clause_before_quotation(scene, word, first)
    if words[first] == "that":
        return things_spoken_of.begins(scene, word, first)
    if scene.depth[first] > scene.depth[word.at]:
        return first
    if (how := adverbials.that_at(words, tags, word.at)) is not None and first < how:
        return how
    site = words[first : first + _LONGEST_SITE] if words[first - 1] == "on" else ()
    if OPEN in site and "that" not in site[: site.index(OPEN)]:
        # `posted on | X, formerly Twitter, “…”`
        quoted = words.index(OPEN, first)
        return quoted if words[quoted - 1] == "," and tags[first] == "NNP" else first
    if (begins := settings.ends(scene, word, last)) is not None and first < begins:
        return begins
    asks = word.lemma == "ask"
    placed = words[first] in _WHERE or words[first] in UNITS or tags[first] == "RB"
    placed = placed or words[first - 1] in _WHERE  # `revealed on | her podcast that`
    if placed or told or asks or _is_time(scene, first, last):
        for i in range(first + 1, min(last - 1, first + _FURTHEST_THAT)):
            if tags[first] == "RB" and words[first + 1] in _ASKS:
                return first + 1
            if words[i] in _ASKS if asks else words[i] == "that":
                clause = tags[i + 1] not in FINITE or is_plural_subject(words, tags, i + 1)
                return things_spoken_of.begins(scene, word, i) if clause else first
            if (tags[i] in NO_PHRASE and words[i] not in _IN_PHRASE) or words[i] in _ENDS_PHRASE:
                break
    end = time_ends(words, tags, first, last)
    if first < end < last and words[end] == "to" and tags[end + 1] in ("VB", "RB"):
        return end  # `vowed Friday | to fight`
    if first < end < last and tags[end] in (*_DETERMINERS, "NNP", "NNS", "NN", "CD"):
        if tags[end] == "POS" or words[end] in ("and", ","):
            return first
        for i in range(end + 1, min(last, end + 8)):
            if tags[i] in FINITE:
                return end
    return first


def _clause_before_quotation(scene: Scene, word: CueWord, first: int) -> int:
    """Where a clause begins that a quotation only ends: `said | most were well, “if spoilt”`."""
    words, tags, begun = scene.words, scene.tags, word.at + 1
    how = words[begun] in ("how", "why") and tags[begun] == "WRB"
    if (
        (word.lemma not in _SAID and not how)
        or first - begun > _CLAUSE_LONG
        or CLOSE in words[begun - 3 : begun]
    ):
        return first
    if ":" in words[begun:first] or OPEN in words[begun:first]:
        return first
    verb = next((i for i in range(begun + 1, first) if tags[i] in FINITE), None)
    return first if verb is None and not how else begun


_LONGEST_SITE = 8
_SAID = frozenset("say claim insist add argue admit believe warn note".split())
_CLAUSE_LONG = 30


def _is_time(scene: Scene, first: int, last: int) -> bool:
    return time_ends(scene.words, scene.tags, first, last) > first


_SUBJECT_PRONOUNS = frozenset("he she they we i it".split())
_ASKS = frozenset("what how why if whether where when".split())
_IN_PHRASE = OBJECTS | set("call hearing meeting briefing filing posting gathering ruling".split())
"""What a phrase may have whatever its tag: `on a results call that`, `to her that`."""
_ENDS_PHRASE = frozenset((OPEN, ":", ";", ","))
_FURTHEST_THAT = 16
_WHERE = frozenset("on in at during through via with to".split())
NO_PHRASE = FINITE | {"WP", "WDT", "WRB", "TO", "VB", "VBG", "VBN", "PRP"}
"""Tags that no place, time or addressee has, before the `that` of what was said."""


def content_last(scene: Scene, word: CueWord, first: int, last: int) -> int:
    """The token after a content, where a sentence of its own has begun in it or it was cut short.

    `said: “Never.” Shown the bill, Ruiz …`.
    """
    words, forms, depth = scene.words, scene.forms, scene.depth
    last = unfinished.end(scene, word, first, _past_verb(scene, word, first, last))
    last = _summed_up(scene, first, last)
    if words[last - 1] == "," and words[last] == CLOSE and last - first > 1:
        return last - 1
    if last - first == 2 and words[last - 1] == "." and words[first] in _WORDS_ALONE:
        return last - 1
    if words[first] == OPEN:
        for i in range(first + 1, last - 1):
            if words[i] == CLOSE and depth[i] == depth[first]:
                if words[i - 1] == "." and forms[i + 1][:1].isupper():
                    return i + 1
                break
    last = occasions.before(scene, word, first, quoted_edges.end(scene, word, last))
    last = clause_ends.before_next(scene, word, first, last)
    return shares.end(scene, word, first, last)


def _past_verb(scene: Scene, word: CueWord, first: int, last: int) -> int:
    """The end of a content that is a clause, and has its verb: `insisted the dam | over the river
    was safe`."""
    clausal = word.lemma in CLAUSAL or (word.lemma == "tell" and word.tag == "VBN")
    after = first == word.at + 1 and clausal and not scene.depth[first]
    verb = clause_verb(scene.words, scene.tags, first) if after else None
    if verb is None or last > verb or OPEN in scene.words[first : verb + 1]:
        return last
    return word.last - (scene.words[word.last - 1] == ".")


def _summed_up(scene: Scene, first: int, last: int) -> int:
    """The end of a content, before what the article calls it: `it would rain, | a claim that`."""
    words, tags = scene.words, scene.tags
    for i in range(first + 2, last - 2):
        if words[i] == "," and words[i + 3] in _THAT and summaries.begins_at(scene, i):
            return last if _VERBS.isdisjoint(tags[first:i]) else i
    return last


_THAT = frozenset(("that", "which"))
_WORDS_ALONE = frozenset("no yes so nothing".split())


def whole_claim(scene: Scene, word: CueWord, first: int, last: int) -> int:
    """Where content before the cue begins: a claim has a verb, and is not the words set off at its
    end, `The rate fell to a low, | the first since May, according to the bank`."""
    words, tags = scene.words, scene.tags
    if words[first - 1] == "(" and ")" in words[first:last]:
        first = word.first  # `bonds (|gilts) and`
    if first == word.first:
        return _past_bullet(scene, first, last)
    if words[first - 2] == "," and words[first - 1] in ("and", "but") and not scene.depth[first]:
        # `It will spend more, and | costs could double, he said`
        before = range(word.first, first)
        told = any(
            words[i] in (OPEN, ":", ";") or (tags[i] in FINITE and tells(words[i])) for i in before
        )
        return first if told or FINITE.isdisjoint(tags[word.first : first]) else word.first
    if words[first - 1] in _JOINS_CLAUSE and not scene.depth[first]:
        # `Inflation slowed as | the cost of bread, tea and rice fell, figures show`
        parted = any(
            words[i] in (OPEN, ":", ";") or tells(words[i]) for i in range(word.first, first)
        )
        return first if parted else word.first
    if words[first - 1] != "," or scene.depth[first] or words[first] == OPEN:
        return first
    if tags[first - 2] == tags[first] == "JJ" and FINITE.intersection(tags[word.first : first]):
        return word.first  # `Firms get anonymous, | precise data from phones that ring`
    if _VERBS.intersection(tags[first:last]) or not FINITE.intersection(tags[word.first : first]):
        return first
    if OPEN in words[word.first : first] or ":" in words[word.first : first]:
        return first
    return word.first


def of_relative(scene: Scene, word: CueWord, source: TokenRange, first: int, last: int) -> int:
    """Where content begins of which a relative clause goes on, not with the verb before it: `fought
    | the “crooked harbour” that he says is run by firms`."""
    words, tags = scene.words, scene.tags
    reduced = last == source[0] and tags[last - 1] in ("NN", "NNS") and tags[word.at + 1] in FINITE
    before = source[0] - 1 - (words[source[0] - 1] == ",")  # `rules that, | it said, | would cost`
    relative = words[before] in _RELATIVES or reduced
    if not relative or FINITE.isdisjoint(tags[first:last]):
        return first
    begins = last - (words[last - 1] in _RELATIVES)
    if words[begins - 1] == CLOSE:
        while begins > first and words[begins] != OPEN:
            begins -= 1
    while begins > first and (tags[begins - 1] in _OF_NOUN or words[begins - 1] == "of"):
        begins -= 1
    return begins if begins < last - 1 else first


_JOINS_CLAUSE = frozenset("as after because when while since before until".split())
_RELATIVES = frozenset(("that", "which"))
_OF_NOUN = frozenset("DT JJ CD NN NNS NNP POS PRP$ VBN VBG".split())


def _past_bullet(scene: Scene, first: int, last: int) -> int:
    """Where a line begins after the mark of its list: `• | The bridge leaks`."""
    return first + (scene.words[first] in _BULLETS and last - first > 1)


_BULLETS = frozenset("- – — * • · ▪ ● ■ ➤ ► ‣ ◦".split())
_VERBS = FINITE | {"VB", "VBN", "VBG"}


def without_sentence_before(scene: Scene, pieces: list[TokenRange], order: str) -> list[TokenRange]:
    """The pieces of content but for a quotation that ended a sentence before its tag.

    `“She left Orvale Corp.” Ruiz’s aunt said “go”`: the full stop ended what she did not say.
    """
    if order.startswith("content") and len(pieces) > 1 and scene.words[pieces[1][0]] == OPEN:
        last = pieces[0][1]
        place = openings.is_place(scene, *pieces[0])  # `Friday on “New Day,” | Ruiz said`
        if place or scene.words[last - 2 : last] == [".", CLOSE]:
            return pieces[1:]
    return pieces
