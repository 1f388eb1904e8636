"""Wordings whose grammar tells what is what, and that are too rare to be learned from examples.

`Interfax quoted Ana Ruiz as saying that it rained`: she is the source, and what follows is the
content. What an idiom leaves open is weighed as for any other cue word.
"""

from __future__ import annotations

from typing import NamedTuple

from attrib.detection import (
    according,
    apposed_sources,
    asides,
    clause_tags,
    gaps,
    in_view,
    joint_sources,
    papers_say,
    participles,
    passives,
    past_objects,
    possessors,
    quotation_tags,
    senders,
    set_off,
    set_off_tags,
    sums,
    telling,
    told,
    told_when,
)
from attrib.detection.classes import SAID, is_of
from attrib.detection.cues import CueWord
from attrib.detection.no_content import NEITHER_NOR
from attrib.detection.quoted_as import (
    BE,
    FURTHEST,
    QUOTES,
    SAYING,
    SAYS,
    is_passive,
    order_of_parts,
    saying_after,
    says,
)
from attrib.detection.set_off import NAMED_THING
from attrib.detection.that_clauses import says_where
from attrib.detection.views import FINITE, Scene
from attrib.knowledge import lexicon
from attrib.words.tokens import CLOSE, OPEN

_TAGS = SAYS | frozenset(
    """replied replies answered answers asked asks responded responds continued recalled joked
    insisted warned declared exclaimed shouted cried remarked noted observed concluded""".split()
)
"""Verbs that tag a quotation before them."""
_NO_SOURCE = frozenset(("“", "”", ":", ".", "WDT", "WP"))
_AFTER_PUT_IT = frozenset((",", ":", ".", OPEN, "in", "to", "on", "during"))
_BREAKS = frozenset((",", ";", ":", CLOSE))
_WITHOUT_SOURCE = {"source-cue-content": "cue-content", "content-source-cue": "content-cue"}


class Idiom(NamedTuple):
    """What the grammar tells, in token indices; None for what it leaves open."""

    order: str | None = None
    cue_last: int | None = None
    cue_first: int | None = None
    source: tuple[int, int] | None = None
    reach: int | None = None
    """The last of the words between the cue and its content, where grammar tells them."""
    clause: int | None = None
    """Where the clause begins in which somebody else quotes the source: that of `Interfax`."""


_NONE = Idiom()
_REPORTED = frozenset(("reported", "recorded"))
_ANSWERS = frozenset(("yes", "no"))
_ENDS = frozenset((".", ",", ";", "but", "and"))


def find(scene: Scene, word: CueWord) -> Idiom:
    """The idiom that a word heads; most words head none, and all is left open.

    >>> from attrib.detection import cues, views
    >>> from attrib.words import tags
    >>> from attrib.words.tokens import tokenize
    >>> text = "It rained, Interfax quoted Ana Ruiz as saying."
    >>> tokens = tokenize(text, [], [(0, len(text))])
    >>> tagged = tags.tag(tokens)
    >>> saying = cues.find(tokens, tagged)[-1]
    >>> found = find(views.scene(tokens, tagged), saying)
    >>> found.order, tokens.forms[slice(*found.source)], tokens.forms[found.clause]
    ('content-source-cue', ['Ana', 'Ruiz'], 'Interfax')
    """
    if word.lemma in NEITHER_NOR and scene.words[word.at - 1] in ("neither", "nor"):
        return _neither_nor(scene, word)
    if word.lemma == "according":
        shut_in = _according(scene, word)
        if shut_in is not _NONE:
            return shut_in
    if (shut := asides.after_conjunction(scene, word)) is not None:
        return Idiom(shut.order, source=shut.source)
    if (joint := joint_sources.find(scene, word)) is not None:
        return Idiom(joint[0], source=joint[1])
    if (paper := papers_say.subject(scene, word)) is not None:
        return Idiom("source-cue-content", cue_last=word.at, source=paper)
    if (paper := papers_say.tag(scene, word)) is not None:
        return Idiom("content-source-cue", source=paper)
    if set_off_tags.source(scene, word) is not None:
        told_so = clause_tags.tag(scene, word)
        if told_so is not None:
            return Idiom(told_so.order, told_so.last, source=told_so.source)
    aside_may = scene.words[word.at - 1] == "," and scene.words[word.at + 1] != "that"
    if aside_may and (word.word in SAYS or word.lemma == "according"):
        aside = _aside(scene, word)
        if aside is not _NONE:
            return aside
    if (known := told.makes_known(scene, word)) is not None:
        return Idiom(known.order, word.at, known.last, source=known.source)
    if (colon := told.phrases_it(scene, word)) is not None:
        return Idiom("source-cue-content", cue_last=colon)  # `put it bluntly: “…”`
    if word.lemma == "put":
        return _put_it(scene, word)
    if word.word in QUOTES or (word.word in _REPORTED and says(scene, word)):
        return _quoted_as_saying(scene, word)
    if word.word in SAYING and scene.words[word.at - 1] == "as":
        return _saying(scene, word)
    if scene.words[word.at + 1] in _ANSWERS and scene.words[word.at + 2] in _ENDS:
        return Idiom("source-cue-content", cue_last=word.at)  # `Asked if she would, Ruiz said yes.`
    if told.would_be_drawn(scene, word):
        return Idiom("source-cue-content", cue_last=word.at + 1)
    if (comma := told.as_said(scene, word)) is not None:
        return Idiom("source-cue-content", source=(word.first + 1, word.at), reach=comma - 1)
    passive = passives.find(scene, word)
    if passive:
        first = max(word.first, word.subject + 1)
        return Idiom(passive.order, word.at, first, source=passive.source)
    filing = told.per(scene, word) or told.as_told_by(scene, word)
    if filing:
        return Idiom(filing.order, filing.last, filing.first, source=filing.source)
    subject = (
        past_objects.subject(scene, word)
        or told.with_age(scene, word)
        or quotation_tags.after_inverted(scene, word)
        or participles.by_saying(scene, word)
        or participles.of_sentence(scene, word)
        or participles.of_clause(scene, word)
        or participles.of_object(scene, word)
        or participles.of_spent(scene, word)
        or senders.of_message(scene, word)
        or participles.of_caught(scene, word)
    )
    if subject:
        return Idiom(source=subject)
    if (opens := told_when.opens(scene.words, scene.tags, word.at)) is not None:
        return Idiom("source-cue-content", cue_last=word.at, reach=opens - 1)
    if (paper := senders.of_relative(scene, word)) is not None:
        return Idiom("source-cue-content", source=paper)
    if (whose := in_view.source(scene, word)) is not None:
        last = word.at + (scene.words[word.at + 1] == "it")  # `As Ruiz sees it`
        return Idiom("source-cue-content", cue_last=last, source=whose)
    crying = quotation_tags.cries(scene, word) or quotation_tags.asks_whom(scene, word)
    crying = crying or quotation_tags.stops(scene, word)
    if crying is not None:
        return Idiom("content-source-cue", cue_last=word.at, source=crying)
    if (apart := set_off.after_quotation(scene, word)) is not None:
        return Idiom("content-source-cue", source=apart)
    if (one := participles.with_somebody(scene, word)) is not None:
        return Idiom("source-cue-content", source=one)
    if (gap := gaps.find(scene, word)) is not None:
        return Idiom(gap.order, source=gap.source)
    whole = quotation_tags.with_relative(scene, word)
    whole = whole or quotation_tags.with_bare_relative(scene, word)
    if whole and "," in scene.words[word.first : whole[0]]:
        tag = clause_tags.tag(scene, word)  # `It leaks, a man who saw it said`
        if tag is not None:
            return Idiom(tag.order, tag.last, source=tag.source)
    if whole:
        after = quotation_tags.ends_tagged(scene, whole[0])  # `“Go,” a man who saw it said`
        order = "content-source-cue" if after else "source-cue-content"
        return Idiom(order, cue_first=whole[1], source=whole)
    opening = (
        set_off.source(scene, word)
        or set_off.named(scene, word)
        or set_off.after_setting(scene, word)
        or set_off.made(scene, word)
    )
    dated = scene.words[word.at + 1] == scene.words[word.at + 3] == "as"
    cue_last = word.at if dated else None  # `insisted | as recently as May | that`
    if opening:
        return Idiom("source-cue-content", cue_last, source=opening)
    if (
        says_where(scene.words, scene.tags, word.at, word.sort)
        and scene.words[word.subject] != "it"
    ):
        return Idiom("source-cue-content", cue_last)
    if (comma := told.reads_in_full(scene, word)) is not None:
        return Idiom("source-cue-content", word.at, reach=comma)
    if telling.rules_out(scene, word):
        return Idiom("source-cue-content", word.at + 1)
    if told.owns_up(scene, word) or telling.denies_doing(scene, word):
        return Idiom("source-cue-content", word.at)
    if told.leads_to_clause(scene, word):
        return Idiom("source-cue-content", cue_last=word.at)
    if told.it_says(scene, word):
        return Idiom("source-cue-content", source=(word.subject, word.subject + 1))
    named = telling.subject(scene, word) or possessors.find(scene, word)
    named = named or set_off.named_in_marks(scene, word)
    if named is not None:
        return Idiom("source-cue-content", source=named)
    if word.word in _TAGS and _ends_unclosed(scene, word, word.at - 1):
        return Idiom("content-cue-source")
    if word.word in _TAGS and _ends_unclosed(scene, word, word.phrase - 1):
        return Idiom("content-source-cue", source=(word.phrase, word.subject + 1))
    tag = clause_tags.tag(scene, word)
    return Idiom(tag.order, tag.last, source=tag.source) if tag else _NONE


def _according(scene: Scene, word: CueWord) -> Idiom:
    """`According to Clear Water, a charity, permits were sold`, `…, according to “The Fall.”`"""
    opens = word.at == word.first
    if (relayed := according.relaying(scene, word)) is not None:
        return Idiom(
            "cue-source-content", cue_last=word.at + 1, source=relayed[0], reach=relayed[1] - 1
        )
    amid = None if opens else apposed_sources.shut_in(scene, word)
    if amid is not None:
        return Idiom("content-cue-source-content", cue_last=word.at + 1, source=amid)
    source = according.titled(scene, word) or (
        apposed_sources.apposed(scene, word) or according.plain(scene, word)
        if opens
        else according.named_after(scene, word) or according.told_more(scene, word)
    )
    if source is None:
        return _NONE
    order = "cue-source-content" if opens else "content-cue-source"
    return Idiom(order, cue_last=word.at + 1, source=source)


def _ends_unclosed(scene: Scene, word: CueWord, before: int) -> bool:
    """Whether a quotation that lacks its closing mark ends with a token, and a tag begins after it:
    `“Can it last? she asked the crew.`"""
    if before < word.first or scene.depth[before + 1] > scene.depth[word.at]:
        return False
    return scene.depth[before] > scene.depth[word.at] and scene.words[before] in (",", "?", "!")


def _aside(scene: Scene, word: CueWord) -> Idiom:
    """`The mine, said Ana Ruiz, will close`: the commas shut source and cue in, and a verb follows
    whose subject stands before them."""
    words, tags = scene.words, scene.tags
    first, cut = word.at + 1 + (word.lemma == "according"), clause_tags.is_cut(scene, word)
    for i in range(first, min(word.last - 1, first + FURTHEST)):
        if words[i] == "," and i > first and (tags[i + 1] in FINITE or cut):
            return Idiom("content-cue-source-content", first - 1, source=(first, i))
        if words[i] == "," and words[i + 1] in ("who", "whose", "which"):
            shut = next(
                (k for k in range(i + 3, min(word.last, i + FURTHEST)) if words[k] == ","), i
            )
            return (
                Idiom("content-cue-source-content", first - 1, source=(first, shut))
                if tags[shut + 1] in FINITE
                else _NONE
            )
        if tags[i] in FINITE:
            said = i > first and word.lemma != "according"
            return _past_participle(scene, word) if said else _NONE
        if tags[i] in _NO_SOURCE:
            return _NONE
    return _NONE


def _past_participle(scene: Scene, word: CueWord) -> Idiom:
    """`An aide, speaking because he was not named, said it leaked`: what follows is a clause, and
    its source opened the sentence."""
    for i in range(word.first, min(word.at - 1, word.first + FURTHEST)):
        if scene.words[i] == ",":
            set_off = i > word.first and scene.tags[i + 1] in ("VBG", "VBN")
            return Idiom("source-cue-content", source=(word.first, i)) if set_off else _NONE
        if scene.tags[i] not in NAMED_THING and scene.tags[i] not in ("NNS", "IN", "CD"):
            return _NONE
    return _NONE


def _neither_nor(scene: Scene, word: CueWord) -> Idiom:
    """`Ruiz would neither confirm nor deny it`: one cue, that begins before `neither`."""
    words, at = scene.words, word.at
    if words[at - 1] == "neither" and words[at + 1] == "nor" and words[at + 3] not in _AFTER_PUT_IT:
        return Idiom("source-cue-content", cue_last=at + 2)
    return _NONE


def _put_it(scene: Scene, word: CueWord) -> Idiom:
    """`As Ruiz put it, “…”`."""
    words, at = scene.words, word.at
    if sums.puts_at(scene, word):
        return Idiom("source-cue-content", cue_last=at)
    if words[at + 1] != "it":
        return _NONE
    for colon in range(at + 3, at + _HOW_LONG):
        if words[colon : colon + 2] == [":", OPEN]:
            return Idiom("source-cue-content", cue_last=colon)  # `put it bluntly: “…”`
    if words[at + 2] not in _AFTER_PUT_IT:
        return _NONE
    order = None
    if words[word.first] == "as":
        order = "source-cue-content"
        if told.as_said(scene, word) is not None:
            return Idiom(order, cue_last=at + 1, source=(word.first + 1, at))
    elif words[at + 2] == ".":
        order = "content-source-cue"
    return Idiom(order, cue_last=at + 1)


_HOW_LONG = 8
"""`put it even more simply in a post: “…”`"""


def _quoted_as_saying(scene: Scene, word: CueWord) -> Idiom:
    """`Ana Ruiz was quoted as saying …`."""
    saying = saying_after(scene, word)
    if saying == word.at + 2 and is_passive(scene, word.at):
        return Idiom(order_of_parts(scene, word, saying), cue_last=saying)
    words, at = scene.words, word.at
    if saying is None and not is_passive(scene, at):
        for i in range(at + 2, min(word.last - 1, at + FURTHEST)):
            if words[i] == ":" and words[i + 1] == OPEN:
                return Idiom("cue-source-content", source=(at + 1, i))
            if words[i] in (":", ";", OPEN, CLOSE):
                break
    return _NONE


def _saying(scene: Scene, word: CueWord) -> Idiom:
    """`Interfax quoted Ana Ruiz as saying …`."""
    words, at = scene.words, word.at
    for verb in range(at - 2, max(word.first, at - FURTHEST) - 1, -1):
        if words[verb] in QUOTES:
            last = at - 1 - (words[at - 2] == ",")
            if verb + 1 >= last or is_passive(scene, verb):
                return _NONE
            clause = verb
            while clause > word.first and words[clause - 1] not in _BREAKS:
                clause -= 1
            return Idiom(order_of_parts(scene, word, at), source=(verb + 1, last), clause=clause)
    return _NONE


_BEGINS_SOURCE = frozenset("DT PRP PRP$ NNP".split())


def tags_quotation(scene: Scene, word: CueWord) -> bool:
    """Whether a verb follows a quotation and a comma: `“We go”, says the mayor`; before the mark
    that closes, with any verb that tells: `Not all agree: “Wait,” cautions baker Ana Ruiz`.

    With a verb of its own, what comes next is what was said: `The “boss”, said he would go`.
    """
    words, tags, at = scene.words, scene.tags, word.at
    if words[at - 1] == CLOSE:
        if not quotation_tags.follows_quotation(scene, word):
            return False
    elif words[at - 1] != "," or words[at - 2] != CLOSE:
        return False
    elif word.word not in _TAGS:  # `“Down with tolls!”, reads a sign`
        named = word.tag in ("VBZ", "VBD") and tags[at + 1] in _BEGINS_SOURCE
        if not named or not is_of(word.sort, SAID):
            return False
    for i in range(at + 1, min(word.last, at + FURTHEST)):
        if words[i] in _BREAKS or words[i] in (OPEN, ".") or tags[i] == "WP":
            return True
        if tags[i] in FINITE:
            return False
    return True


def without_source(scene: Scene, word: CueWord, order: str) -> str:
    """An order, without its source where that is the `it` of `it is believed that`.

    What can be felt as well, `it is worried that`, may have somebody as its subject.
    """
    if (
        scene.words[word.subject] == "it"
        and word.tag in ("VBN", "VBD", "JJ")
        and not BE.isdisjoint(word.auxiliaries.split())
        and not any(entry.part == "adjective" for entry in lexicon.entries(word.word))
        and told.makes_known(scene, word) is None
    ):
        return _WITHOUT_SOURCE.get(order, order)
    return order
