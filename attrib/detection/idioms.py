"""Wordings whose grammar tells what is what, and that are too rare to be learned from examples.

`Interfax quoted Ana Ruiz as saying that it rained`: she is the source, and what follows is the
content. What an idiom leaves open is weighed as for any other cue word.
"""

from __future__ import annotations

from collections.abc import Callable

from attrib.detection import (
    absolutes,
    according,
    adverbials,
    apposed_sources,
    as_noted,
    asides,
    clause_subjects,
    clause_tags,
    gaps,
    heard_from,
    heard_in,
    in_view,
    joined_settings,
    joint_sources,
    papers_say,
    participles,
    passives,
    past_objects,
    possessors,
    quotation_tags,
    reduced_relatives,
    senders,
    set_off,
    set_off_tags,
    shut_in,
    subordinate_subjects,
    telling,
    to_say,
    told,
    told_when,
    worded,
)
from attrib.detection.classes import SAID, is_of
from attrib.detection.clause_tags import Tag
from attrib.detection.cues import CueWord
from attrib.detection.quoted_as import BE, FURTHEST, SAYS
from attrib.detection.that_clauses import says_where
from attrib.detection.views import FINITE, Scene
from attrib.detection.worded import BREAKS, NONE, Idiom
from attrib.knowledge import lexicon
from attrib.words.tokens import CLOSE, OPEN

_TAGS = SAYS | frozenset(
    """replied replies answered answers asked asks responded responds continued recalled joked
    insisted warned declared exclaimed shouted cried remarked noted observed concluded""".split()
)
"""Verbs that tag a quotation before them."""
_WITHOUT_SOURCE = {"source-cue-content": "cue-content", "content-source-cue": "content-cue"}
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
    for step in _STEPS:
        found = step(scene, word)
        if found is not None:
            return found
    return NONE


def _tagged(tag: Tag | None) -> Idiom | None:
    return None if tag is None else Idiom(tag.order, tag.last, source=tag.source)


def _before_all(scene: Scene, word: CueWord) -> Idiom | None:
    """What no other wording can be: `but, Ruiz said, it leaks`, several sources each with what is
    told of him, a document with all that tells which it is."""
    if (shut := asides.after_conjunction(scene, word)) is not None:
        return Idiom(shut.order, source=shut.source)
    if heard := heard_in.source(scene, word) or absolutes.source(scene, word):
        return Idiom("source-cue-content", source=heard)
    if word.lemma in ("hear", "learn") and (teller := heard_from.source(scene, word)) is not None:
        return Idiom("cue-source-content", cue_last=word.at + 1, source=teller)
    if (joint := joint_sources.find(scene, word)) is not None:
        return Idiom(joint[0], source=joint[1])
    if (paper := papers_say.subject(scene, word)) is not None:
        return Idiom("source-cue-content", cue_last=word.at, source=paper)
    if (paper := papers_say.tag(scene, word)) is not None:
        return Idiom("content-source-cue", source=paper)
    if (led := to_say.find(scene, word)) is not None:
        return Idiom(led.order, led.last, led.first, source=led.source)
    return None


def _set_off_tag(scene: Scene, word: CueWord) -> Idiom | None:
    """`It will close, the mayor, Ana Ruiz, said on Monday`."""
    if set_off_tags.source(scene, word) is None:
        return None
    return _tagged(clause_tags.tag(scene, word))


def _amid(scene: Scene, word: CueWord) -> Idiom | None:
    """`The mine, said Ana Ruiz, will close`."""
    may = scene.words[word.at - 1] == "," and scene.words[word.at + 1] != "that"
    if not may or not (word.word in SAYS or word.lemma == "according"):
        return None
    aside = shut_in.find(scene, word)
    return None if aside is NONE else aside


def _made_known(scene: Scene, word: CueWord) -> Idiom | None:
    if (known := told.makes_known(scene, word)) is not None:
        return Idiom(known.order, word.at, known.last, source=known.source)
    if (colon := told.phrases_it(scene, word)) is not None:
        return Idiom("source-cue-content", cue_last=colon)  # `put it bluntly: “…”`
    return None


def _answered(scene: Scene, word: CueWord) -> Idiom | None:
    """`Asked if she would, Ruiz said yes.`"""
    if scene.words[word.at + 1] in _ANSWERS and scene.words[word.at + 2] in _ENDS:
        return Idiom("source-cue-content", cue_last=word.at)
    if told.would_be_drawn(scene, word):
        return Idiom("source-cue-content", cue_last=word.at + 1)
    begins = as_noted.begins(scene, word)
    if begins is not None and (comma := as_noted.comma(scene, word)) is not None:
        return Idiom("source-cue-content", source=(begins, word.subject + 1), reach=comma - 1)
    return None


def _passive(scene: Scene, word: CueWord) -> Idiom | None:
    if passive := passives.find(scene, word):
        first = max(word.first, word.subject + 1)
        return Idiom(passive.order, word.at, first, source=passive.source)
    if filing := told.per(scene, word) or told.as_told_by(scene, word):
        return Idiom(filing.order, filing.last, filing.first, source=filing.source)
    if (joined := joined_settings.subject(scene, word)) is not None:
        return Idiom("source-cue-content", source=joined)
    return None


def _far_subject(scene: Scene, word: CueWord) -> Idiom | None:
    """Whoever does what a participle tells, or stands before the verb with an age, or far off."""
    if (amid := subordinate_subjects.of_second_verb(scene, word)) is not None:
        return Idiom("source-cue-content", source=amid)
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
    return Idiom(source=subject) if subject else None


def _viewed(scene: Scene, word: CueWord) -> Idiom | None:
    if (opens := told_when.opens(scene.words, scene.tags, word.at)) is not None:
        return Idiom("source-cue-content", cue_last=word.at, reach=opens - 1)
    if (paper := senders.of_relative(scene, word)) is not None:
        return Idiom("source-cue-content", source=paper)
    if (whose := in_view.source(scene, word)) is not None:
        last = word.at + (scene.words[word.at + 1] == "it")  # `As Ruiz sees it`
        return Idiom("source-cue-content", cue_last=last, source=whose)
    return None


def _after_quotation(scene: Scene, word: CueWord) -> Idiom | None:
    """`“Go!” the crowd shouted from the street`, `“Why?” Ana Ruiz asked Tom Okon.`"""
    crying = quotation_tags.cries(scene, word) or quotation_tags.asks_whom(scene, word)
    crying = crying or quotation_tags.stops(scene, word)
    if crying is not None:
        return Idiom("content-source-cue", cue_last=word.at, source=crying)
    if (apart := set_off.after_quotation(scene, word)) is not None:
        return Idiom("content-source-cue", source=apart)
    return None


def _in_a_clause(scene: Scene, word: CueWord) -> Idiom | None:
    if (one := participles.with_somebody(scene, word)) is not None:
        return Idiom("source-cue-content", source=one)
    if (gap := gaps.find(scene, word)) is not None:
        return Idiom(gap.order, source=gap.source)
    if (own := clause_subjects.subject(scene, word)) is not None:
        return Idiom("source-cue-content", source=own)
    return None


def _with_relative(scene: Scene, word: CueWord) -> Idiom | None:
    """`A man who saw it said`, after what it tags or before what he said."""
    whole = quotation_tags.with_relative(scene, word)
    whole = whole or quotation_tags.with_bare_relative(scene, word)
    whole = whole or reduced_relatives.source(scene, word)
    if not whole:
        return None
    if "," in scene.words[word.first : whole[0]]:
        tagged = _tagged(clause_tags.tag(scene, word))  # `It leaks, a man who saw it said`
        if tagged is not None:
            return tagged
    after = quotation_tags.ends_tagged(scene, whole[0])  # `“Go,” a man who saw it said`
    order = "content-source-cue" if after else "source-cue-content"
    return Idiom(order, cue_first=whole[1], source=whole)


def _opening(scene: Scene, word: CueWord) -> Idiom | None:
    """A source that opens its sentence, with clauses set off after it, or what was said where."""
    opening = (
        set_off.source(scene, word)
        or set_off.named(scene, word)
        or set_off.after_setting(scene, word)
        or set_off.made(scene, word)
    )
    cue_last = adverbials.stands_alone(scene.words, scene.tags, word.at)
    if opening:
        return Idiom("source-cue-content", cue_last, source=opening)
    where = says_where(scene.words, scene.tags, word.at, word.sort)
    if where and scene.words[word.subject] != "it":
        return Idiom("source-cue-content", cue_last)
    return None


def _verb_alone(scene: Scene, word: CueWord) -> Idiom | None:
    """A verb after which nothing but what was said can stand."""
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
    return None


def _past_semicolon(scene: Scene, word: CueWord) -> Idiom | None:
    """`“No,” Ruiz said; | she said it was shut`: what stands before is another's."""
    shut = word.phrase > word.first and scene.words[word.phrase - 1] == ";"
    if not shut or word.subject != word.at - 1 or not is_of(word.sort, SAID):
        return None
    clause = scene.words[word.at + 1] == "that" or told.has_bare_clause(scene, word)
    return Idiom("source-cue-content", source=(word.phrase, word.at)) if clause else None


def _named(scene: Scene, word: CueWord) -> Idiom | None:
    named = telling.subject(scene, word) or possessors.find(scene, word)
    named = named or set_off.named_in_marks(scene, word)
    return None if named is None else Idiom("source-cue-content", source=named)


def _unclosed(scene: Scene, word: CueWord) -> Idiom | None:
    """`“Can it last? she asked the crew.`"""
    if word.word not in _TAGS:
        return None
    if quotation_tags.ends_unclosed(scene, word, word.at - 1):
        return Idiom("content-cue-source")
    if quotation_tags.ends_unclosed(scene, word, word.phrase - 1):
        return Idiom("content-source-cue", source=(word.phrase, word.subject + 1))
    return None


def _clause_tag(scene: Scene, word: CueWord) -> Idiom | None:
    return _tagged(clause_tags.tag(scene, word))


def _according(scene: Scene, word: CueWord) -> Idiom | None:
    """`According to Clear Water, a charity, permits were sold`, `…, according to “The Fall.”`"""
    if word.lemma != "according":
        return None
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
        return None
    order = "cue-source-content" if opens else "content-cue-source"
    return Idiom(order, cue_last=word.at + 1, source=source)


_STEPS: tuple[Callable[[Scene, CueWord], Idiom | None], ...] = (
    worded.neither_nor,
    _according,
    _before_all,
    _set_off_tag,
    _amid,
    _made_known,
    worded.find,
    _answered,
    _passive,
    _far_subject,
    _viewed,
    _after_quotation,
    _in_a_clause,
    _with_relative,
    _opening,
    _verb_alone,
    _past_semicolon,
    _named,
    _unclosed,
    _clause_tag,
)
"""Asked in this order; the first that knows a wording settles it."""


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
        if words[i] in BREAKS or words[i] in (OPEN, ".") or tags[i] == "WP":
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
