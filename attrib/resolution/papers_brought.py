"""Papers that a sentence brings up, and `it` in the next one means: `The bank had sent a letter. It
warned that`, `There was a note on the table. “Gone,” it read`, by whatever verb they came."""

from __future__ import annotations

from collections.abc import Iterator

from attrib.lazily import re
from attrib.resolution.own_sentence import opens_with_body
from attrib.resolution.papers_made import paper_after
from attrib.resolution.referents import Referent, Scene, as_written, is_told_of

_NEAR = 12
"""How far from the start of its sentence `it` may stand: `Later, it says`."""
_READS = frozenset("read begin end open start finish close".split())
"""What papers do, and bodies do not."""
_SAYS = frozenset(
    "say warn state claim add tell ask urge call demand list accuse invite threaten explain"
    " describe advise declare inform insist argue conclude note allege promise quote mention"
    " order instruct remind recommend".split()
)
_WRITTEN = frozenset(
    "letter note message email e-mail memo memorandum leaflet flyer flier postcard card sign banner"
    " placard poster posting post tweet text notice invoice reminder summons subpoena petition"
    " complaint lawsuit suit report study survey review poll bulletin advert advertisement ad"
    " article editorial essay pamphlet brochure newsletter dossier document filing affidavit"
    " indictment warrant order ruling judgment judgement verdict motion resolution bill decree"
    " edict circular directive manifesto telegram cable dispatch transcript will receipt plaque"
    " audit analysis assessment questionnaire advisory alert warning invitation briefing factsheet"
    " voicemail recording diary ticket certificate reply book paper fax missive ultimatum"
    " handbill letter statement release announcement communique communiqué declaration".split()
)
"""Nouns for what is surely written, of those that may be something else: a plan, a deal."""
_VOICES = frozenset(
    "statement release announcement communique communiqué declaration reply response".split()
)
"""Papers in which a body itself speaks: of `It said` after them, it is the one."""
_BROUGHT_UP = re.compile(r"\b(?:[Aa]n?|[Aa]nother|[Tt]he|[Tt]his) (?=[\w’'-])")
_SENT = re.compile(
    r"\b(?:sent|sends|issue[ds]|publishe[ds]|release[ds]|post(?:ed|s)|wrote|circulated|filed|handed"
    r"|delivered|printed|left|pushed|pinned|put|mailed|emailed|e-mailed|texted|gave|served|shared"
    r"|produced|drew up|drafted|penned|submitted|launched|unveiled|displayed|received|got|had"
    r"|found|distributed|hung|erected|fixed|attached|commissioned|tweeted|sealed|unsealed)\b"
)
_OF_ITSELF = re.compile(r"[“\"'‘]*(?:that )?(?:it|its|they|their|we|our)\b", re.IGNORECASE)


def paper_brought_up(scene: Scene) -> Referent | None:
    """The only paper that the sentence before brings up, if the next tells what it says; where a
    body sends it, none if the body may go on: `issued a statement. It said`."""
    cue = scene.attribution.cue if scene.attribution is not None else None
    discourse, at = scene.discourse, scene.phrase.start
    sentence = discourse.sentence_at(at) if discourse.sentences else 0
    if cue is None or cue.lemma not in _READS | _SAYS or not sentence or not _opens(scene):
        return None
    start, end = discourse.window(sentence - 1)
    if discourse.quotation_at(start) is not None or discourse.quotation_at(at) is not None:
        return None
    found = [*_papers(scene, start, end)]
    new = [paper for paper in found if scene.text[paper[0]] not in "Tt"]
    if len(found) != 1 and len(new) != 1:
        return None
    first, last, noun = (new or found)[0]
    if is_told_of(scene, noun):
        return None
    if cue.lemma not in _READS and not _surely(scene, (start, first, end), noun, bool(new)):
        return None
    return as_written(scene, (first, last), "document")


def _papers(scene: Scene, start: int, end: int) -> Iterator[tuple[int, int, str]]:
    """Where a stretch brings papers up, and by what noun."""
    for match in _BROUGHT_UP.finditer(scene.text, start, end):
        if scene.discourse.quotation_at(match.start()) is None:
            paper = paper_after(scene.text, match.end(), end)
            if paper is not None:
                yield match.start(), *paper


def _surely(scene: Scene, place: tuple[int, int, int], noun: str, new: bool) -> bool:
    """Whether a paper brought up at a `place` of a sentence says something, and nobody else."""
    cue = scene.attribution.cue if scene.attribution is not None else None
    start, first, end = place
    spoke = any(turn.start >= start and turn.referent.kind in _BODIES for turn in scene.turns[-4:])
    if spoke or (cue is not None and cue.lemma != "say" and noun not in _WRITTEN):
        return False
    if not _of_body(scene, start, first, end):
        return new or noun in _WRITTEN
    if noun not in _WRITTEN or noun in _VOICES or _SENT.search(scene.text, start, first) is None:
        return False
    own = scene.attribution.content if scene.attribution is not None else ()
    return not any(_OF_ITSELF.match(scene.text, span.start) for span in own)


_BODIES = frozenset(("organization", "outlet"))


def _of_body(scene: Scene, start: int, first: int, end: int) -> bool:
    """Whether a body is the subject of a sentence, after `In May,` too."""
    if opens_with_body(scene, start, end):
        return True
    fronted = _FRONTED.match(scene.text, start, first)
    return fronted is not None and opens_with_body(scene, fronted.end(), end)


_FRONTED = re.compile(r"\s*(?:In|On|At|By|Last|Earlier|Later|Then)(?: [\w’-]+){0,3}?,? (?=[Tt]he )")


def _opens(scene: Scene) -> bool:
    """Whether `it` opens its sentence, or follows on the words that it says."""
    at = scene.phrase.start
    start = scene.discourse.start_of(at)
    if at - start <= _NEAR:
        return True
    own = scene.attribution.content if scene.attribution is not None else ()
    return bool(own) and own[0].start <= start + 1 and 0 <= at - own[0].end <= _BESIDE


_BESIDE = 2
