"""Documents that a sentence is about, and `it` in the next one means: `Article 5`, `a letter`."""

from __future__ import annotations

from attrib.knowledge import nouns
from attrib.lazily import re
from attrib.resolution.papers_made import paper_after
from attrib.resolution.referents import Referent, Scene, as_written, is_told_of

_NUMBERED = (
    r"(?P<numbered>(?:Article|Section|Clause|Rule|Chapter|Amendment|Paragraph|Regulation|Resolution"
    r"|Directive|Schedule|Annex|Appendix|Law|Order|Proposition|Measure|Bill|Protocol|Principle)"
    r" (?:\d[\w.()/-]*|[IVX]+|[A-Z])(?: of the(?: [A-Z][\w’'-]+)+)?)"
)
_OPENS = re.compile(
    rf"\s*(?:{_NUMBERED}|(?P<np>(?:The|A|An|That|This|His|Her|Its|Their) (?:[\w’'-]+ ){{0,3}}?"
    r"(?P<head>[\w’'-]+)(?: (?:(?:seen|obtained|reviewed|written|signed"
    r"|commissioned|leaked|sent|published|released|drawn up) )?(?:of|from|to|by|on|in)"
    r" (?:(?!\b(?:said|says|found|that)\b)[^,.;:]){2,60}?)??))"
    r" (?:was|is|were|has|had|will|came|sets?|covers?|deals?|runs?|went|emerged|appeared"
    r"|follow\w+|published|released|issued|signed|seen|dated|sent)\b"
)


def document_before(scene: Scene) -> Referent | None:
    """The document that the sentence before is about, where `it` opens the next one."""
    discourse = scene.discourse
    at = scene.phrase.start
    sentence = discourse.sentence_at(at)
    if not sentence or at - discourse.start_of(at) > _NEAR:
        return None
    start, end = discourse.window(sentence - 1)
    if discourse.quotation_at(start) is not None or discourse.quotation_at(at) is not None:
        return None
    match = _OPENS.match(scene.text, start, end)
    if match is None:
        return None
    group = "numbered" if match["numbered"] else "np"
    noun = nouns.lookup(match["head"]) if match["head"] else None
    if group == "np" and (noun is None or noun.category != "document" or noun.plural):
        return None
    if group == "np" and is_told_of(scene, match["head"]):
        return None
    return as_written(scene, match.span(group), "document")


_NEAR = 12
"""How far from the start of its sentence `it` may stand: `Later, it says`."""


def document_of_clause(scene: Scene) -> Referent | None:
    """The document that the clause before is about: `The pact was void because it stated that`."""
    text, at = scene.text, scene.phrase.start
    cue = scene.attribution.cue if scene.attribution is not None else None
    if cue is None or cue.lemma not in _SHOWS or not text.endswith(_JOINS, 0, at):
        return None
    clause = _CLAUSE.search(text, scene.discourse.start_of(at), at)
    noun = nouns.lookup(clause["head"]) if clause is not None else None
    if clause is None or noun is None or noun.category != "document" or noun.plural:
        return None
    return as_written(scene, clause.span("np"), "document")


def document_read(scene: Scene) -> Referent | None:
    """The document last spoken of, where `it` reads: `In a letter, Ruiz said … “Go,” it read`."""
    cue = scene.attribution.cue if scene.attribution is not None else None
    discourse, at = scene.discourse, scene.phrase.start
    if cue is None or cue.lemma != "read" or not discourse.sentences:
        return None
    start = discourse.window(max(0, discourse.sentence_at(at) - 2))[0]
    for match in reversed([*_PAPER.finditer(scene.text, start, at)]):
        if discourse.quotation_at(match.start()) is not None:
            continue
        paper = paper_after(scene.text, match.start("words"), match.end())
        if paper is not None:
            return as_written(scene, (match.start(), paper[0]), "document")
    return None


_PAPER = re.compile(r"\b(?:That|(?i:the|an?|this|his|her|its|their))(?P<words>(?: [\w’'-]+){1,4})")
_JOINS = tuple(
    f" {word} "
    for word in "because since after as when although though but and where until once".split()
)
"""Words that join a clause with `it` to what is said of its subject."""
_CLAUSE = re.compile(
    r"(?:^|(?<=\s)|(?<=[“\"]))(?P<np>(?i:the|an?|this|his|her|its|their|my|our) (?:[\w’'-]+ ){0,3}?"
    r"(?P<head>[\w-]+)(?: (?:of|from|to|by|on) [^,.;:]{2,60}?)?)"
    r" (?:was|is|were|has|had|will|came|did|does|went|caused|drew|made|\w+ed)\b[^.;:“”\"]*\Z"
)


def document_with_more(scene: Scene, start: int, before: int) -> Referent | None:
    """The document of which more is told before `which`: `a charter drawn up by Ana Ruiz, which`,
    `the plan made public in 2022, which`."""
    text = scene.text
    for opening in reversed(list(_BEFORE_PAPER.finditer(text, start, before))):
        for word in _WORD.finditer(text, opening.end(), before):
            if text.count(" ", opening.end(), word.start()) > _QUALIFIED:
                break
            noun = nouns.lookup(word[0])
            if noun is None or noun.category != "document" or noun.plural:
                continue
            more = _MORE.fullmatch(text, word.end(), before)
            if more is None or _TENSED.search(more[0]):
                continue
            whose = _WHOSE.match(text, word.end(), before)
            end = word.end() if whose is None else whose.end()
            return as_written(scene, (opening.start(), end), "document")
    return None


def document_of_body(scene: Scene, start: int, before: int) -> Referent | None:
    """The document that opens a sentence, by whoever made it, if `which` tells what it says: `A
    report by the council, which found that`; or that stands in it, if it finds something."""
    cue = scene.attribution.cue if scene.attribution is not None else None
    if cue is None or cue.lemma not in _SHOWS or not scene.text.startswith(", which", before):
        return None
    found = document_with_more(scene, start, before)
    if found is None or found.antecedent is None:
        return None
    if found.antecedent[0] > start:
        made = _LED.match(scene.text, found.antecedent[1])
        return found if made is not None and cue.lemma in _FINDS else None
    made = _MADE.match(scene.text, found.antecedent[1])
    return None if made is None else as_written(scene, (start, before), "document")


_MADE = re.compile(r",? (?:\w+ (?:up |out )?)?(?:by|from|of) (?!which|whom)")
_LED = re.compile(r",? \w+ (?:up |out |last \w+ |this \w+ |on \w+day )?by (?!which|whom)")
_FINDS = frozenset("show find suggest reveal indicate conclude report estimate".split())
"""What documents do, and whoever makes them seldom in a clause with `which`."""
_BEFORE_PAPER = re.compile(
    r"\b(?:[Tt]he|[Aa]n?|[Hh]is|[Hh]er|[Ii]ts|[Tt]heir|[Aa]nother|[Tt]his) (?=\w)"
)
_MORE = re.compile(
    r",? (?:\w+ed|made|written|drawn|led|sent|put|seen|shown|given|of|from|to|by|on|in|about|for|at"
    r"|into)"
    r"\b[^,;:.“”\"]{0,90}"
)
_TENSED = re.compile(r"\b(?:is|are|was|were|has|have|had|will|would|says?|said|that|which|who)\b")


def document_that_opens(scene: Scene) -> Referent | None:
    """The document that a sentence is about and `which` shows something: `The forecast was better
    than a year ago, which showed`."""
    cue = scene.attribution.cue if scene.attribution is not None else None
    text, at = scene.text, scene.phrase.start
    start = scene.discourse.start_of(at)
    opening = _DETERMINED.match(text, start, at) if cue and cue.lemma in _SHOWS else None
    if opening is None or not text.endswith(", ", start, at):
        return None
    found = None
    for word in _WORD.finditer(text, opening.end(), at):
        noun = nouns.lookup(word[0])
        if noun is None or noun.category != "document":
            continue
        if found is not None or noun.plural:
            return None
        found = word
    if found is None or text.count(" ", opening.end(), found.start()) > _QUALIFIED:
        return None
    whose = _WHOSE.match(text, found.end(), at)
    return as_written(scene, (start, found.end() if whose is None else whose.end()), "document")


_SHOWS = frozenset(
    "show say find suggest reveal indicate warn state conclude note predict estimate claim allege"
    " recommend argue urge".split()
)
_DETERMINED = re.compile(r"(?:The|A|An|That|This|His|Her|Its|Their) ")
_WORD = re.compile(r"[a-z][\w-]+")
_QUALIFIED = 3
"""Words that may stand before the noun: `The latest “baseline” forecast`."""
_WHOSE = re.compile(
    r" (?:of|from|by) (?:the )?[A-Z][\w’'-]*(?: (?:(?:of|for|and) )?(?:the )?[A-Z][\w’'-]*)*"
)
