"""Documents that somebody makes or sends in one sentence, and `it` in the next one means: `They
delivered an open letter. It argued that`."""

from __future__ import annotations

from attrib.knowledge import nouns
from attrib.lazily import re
from attrib.resolution.own_sentence import opens_with_body
from attrib.resolution.referents import Referent, Scene, as_written, is_told_of

_MAKES = re.compile(
    r"\b(?:publish|releas|issu|deliver|writ|wrote|sen[dt]|submit|fil(?:e|ing)|sign|circulat|hand|produc"
    r"|commission|pen(?:n|s\b)|post(?:ed|s\b)|draw|drew|co-?author|co-?wr|launch|present|compil|unveil"
    r"|prepar|leak|unseal|put)\w*(?: (?:out|up|in|over|together|jointly|online|last week|this week"
    r"|\w+ly|[A-Z]\w+day|on [A-Z]\w+day))?"
    r" (?P<article>an? )(?=[\w’'-])"
)
_WORD = re.compile(r"[a-z][\w’'-]*")
_QUALIFIED = 4
"""Words that may stand before the noun: `a strongly worded open letter`."""
_SHOWS = frozenset(
    "show find suggest reveal indicate warn state conclude note predict estimate allege recommend"
    " argue urge describe criticise criticize propose detail outline calculate".split()
)
_SAYS_TOO = frozenset("say claim call demand accuse ask read cite list add".split())
"""What a body does as well, of which the sentence is."""
_WHOSE = re.compile(
    r" (?:of|from|by) (?:the )?[A-Z][\w’'-]*(?: (?:(?:of|for|and) )?(?:the )?[A-Z][\w’'-]*)*"
)
_NEAR = 12
"""How far from the start of its sentence `it` may stand."""


def paper_made(scene: Scene) -> Referent | None:
    """The only document that somebody makes in the sentence before, if the next tells what it
    says; where a body makes it, only what bodies seldom do tells so: `It concludes that`."""
    cue = scene.attribution.cue if scene.attribution is not None else None
    discourse, text, at = scene.discourse, scene.text, scene.phrase.start
    sentence = discourse.sentence_at(at) if discourse.sentences else 0
    if cue is None or cue.lemma not in _SHOWS | _SAYS_TOO or not sentence:
        return None
    if at - discourse.start_of(at) > _NEAR or discourse.quotation_at(at) is not None:
        return None
    start, end = discourse.window(sentence - 1)
    found = [
        (match.start("article"), *paper)
        for match in _MAKES.finditer(text, start, end)
        if discourse.quotation_at(match.start()) is None
        and (paper := paper_after(text, match.end(), end)) is not None
    ]
    if len(found) != 1 or is_told_of(scene, found[0][2]):
        return None
    if cue.lemma in _SAYS_TOO and opens_with_body(scene, start, end):
        return None
    first, last, _ = found[0]
    whose = _WHOSE.match(text, last, end)
    return as_written(scene, (first, last if whose is None else whose.end()), "document")


def paper_after(text: str, start: int, end: int) -> tuple[int, str] | None:
    """Where the words for a document end that begin after an article, and its noun: `text message`
    of `a long text message on`."""
    found: tuple[int, str] | None = None
    for word in _WORD.finditer(text, start, end):
        if text.count(" ", start, word.start()) > _QUALIFIED:
            break
        if word[0] in _ENDS and word.start() > start:  # `a will`, but `the council will issue`
            break
        noun = nouns.lookup(word[0])
        paper = noun is not None and noun.category == "document" and not noun.plural
        if found is not None and (not paper or word[0].endswith("ing")):
            break
        if paper:
            found = word.end(), word[0]
        if text[word.end() : word.end() + 1] != " ":
            break
    return found


_ENDS = frozenset(
    "of for at in on with from to about by and or that which who the a an this his her its their"
    " had has have was were is are will would said says".split()
)
