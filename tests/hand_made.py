"""An article of our own with records made by hand: every field of the contract is used once."""

from __future__ import annotations

from attrib.analysis import Analysis
from attrib.model import (
    Addressee,
    Circumstances,
    Cue,
    Document,
    Link,
    Note,
    Record,
    Span,
    Speaker,
    Time,
)

TEXT = """\
Harbour bridge to close for a year

PORT ELLEN, 3 May 2024 (Coast News) — The old harbour bridge will be closed in June, mayor \
Ana Ruiz told reporters at the town hall on Thursday. “It is safe today,” she said, “but it \
will not be for long.”

“We have looked at every rivet,

“and we did not like what we saw,” she added.

Tom Okafor, who runs the ferry, said that Ruiz had promised him “a pier of his own”.

According to the Northern Courier, engineers warned of rust as early as 2019. =SUM(1) costs \
rose, one official said. The café’s owner 😀 <script>alert(1)</script> disagreed.
"""

DOCUMENT = Document(
    text=TEXT,
    id="bridge-2024",
    path="articles/bridge.txt",
    url="https://evening-tide.example/bridge?id=7&lang=en",
    title="Harbour bridge to close for a year",
    subtitle="Ferry to run instead",
    publisher="The Evening Tide",
    published="2024-05-03",
    modified="2024-05-04",
    author="Ida Holm",
    dateline="PORT ELLEN",
    credits=("Coast News", "Northern Courier"),
    story_code="TIDE-17",
    captions=("The bridge | seen from the ferry", "‘It will hold’: Ana Ruiz"),
)
PUBLISHER = Link("publisher", "The Evening Tide")


def span(words: str, nth: int = 0) -> Span:
    """The span of the `nth` place where TEXT has these words."""
    start = -1
    for _ in range(nth + 1):
        start = TEXT.index(words, start + 1)
    return Span.of(TEXT, start, start + len(words))


RUIZ = Speaker(
    name="Ana Ruiz",
    kind="person",
    title="mayor",
    title_span=span("mayor"),
    affiliation="town hall",
    affiliation_span=span("the town hall"),
    resolved_by="name",
)
ANALYSIS = Analysis(
    DOCUMENT,
    (
        Record(
            id="r1",
            document=DOCUMENT,
            kind="indirect",
            content=(span("The old harbour bridge will be closed in June"),),
            cue=Cue(span=span("told"), lemma="tell"),
            source=span("mayor Ana Ruiz"),
            speaker=RUIZ,
            chain=(PUBLISHER, Link("outlet", "Coast News"), Link("speaker", "Ana Ruiz")),
            circumstances=Circumstances(
                addressee=Addressee(span=span("reporters"), name="reporters", kind="group"),
                medium="news conference",
                medium_span=span("town hall"),
                time=Time(span=span("on Thursday"), date="2024-05-02", date_end="2024-05-03"),
                place=span("at the town hall"),
                venue="Coast News",
            ),
            confidence=0.91,
            pattern="content-source-cue",
        ),
        Record(
            id="r2",
            document=DOCUMENT,
            kind="direct",
            content=(span("“It is safe today,”"), span("“but it will not be for long.”")),
            cue=Cue(span=span("said"), lemma="say"),
            source=span("she"),
            speaker=Speaker(
                name="Ana Ruiz", kind="person", resolved_by="pronoun", antecedent=span("Ana Ruiz")
            ),
            chain=(PUBLISHER, Link("speaker", "Ana Ruiz")),
            confidence=0.98,
            pattern="content-source-cue-content",
        ),
        Record(
            id="r3",
            document=DOCUMENT,
            kind="direct",
            content=(
                span("“We have looked at every rivet,"),
                span("“and we did not like what we saw,”"),
            ),
            cue=Cue(span=span("added"), lemma="add"),
            source=span("she", 1),
            speaker=Speaker(
                name="Ana Ruiz", kind="person", resolved_by="pronoun", antecedent=span("Ana Ruiz")
            ),
            chain=(PUBLISHER, Link("speaker", "Ana Ruiz")),
            confidence=0.95,
            pattern="content-source-cue",
        ),
        Record(
            id="r4",
            document=DOCUMENT,
            kind="mixed",
            content=(span("that Ruiz had promised him “a pier of his own”"),),
            cue=Cue(span=span("said", 1), lemma="say"),
            source=span("Tom Okafor"),
            speaker=Speaker(
                name="Tom Okafor",
                kind="person",
                justification=span("who runs the ferry"),
                resolved_by="name",
            ),
            chain=(PUBLISHER, Link("speaker", "Tom Okafor")),
            confidence=0.88,
            pattern="source-cue-that-content",
        ),
        Record(
            id="r5",
            document=DOCUMENT,
            kind="direct",
            content=(span("“a pier of his own”"),),
            cue=Cue(
                span=span("had promised"),
                lemma="promise",
                cue_class="promise",
                polarity="negative",
            ),
            source=span("Ruiz", 1),
            speaker=RUIZ,
            chain=(PUBLISHER, Link("speaker", "Tom Okafor"), Link("speaker", "Ana Ruiz")),
            nested_in="r4",
            confidence=0.62,
            pattern="source-cue-content",
        ),
        Record(
            id="r6",
            document=DOCUMENT,
            kind="indirect",
            content=(span("engineers warned of rust as early as 2019"),),
            cue=Cue(span=span("According to"), lemma="according to"),
            source=span("the Northern Courier"),
            speaker=Speaker(name="Northern Courier", kind="outlet", resolved_by="name"),
            chain=(PUBLISHER, Link("outlet", "Northern Courier")),
            confidence=0.9,
            pattern="according-to",
        ),
        Record(
            id="r7",
            document=DOCUMENT,
            kind="indirect",
            content=(span("=SUM(1) costs rose"),),
            cue=Cue(span=span("said", 2), lemma="say"),
            source=span("one official"),
            speaker=Speaker(name="one official", kind="anonymous", anonymity="unnamed"),
            chain=(PUBLISHER, Link("speaker", "one official")),
            confidence=0.45,
            pattern="content-source-cue",
        ),
        Record(
            id="r8",
            document=DOCUMENT,
            kind="indirect",
            content=(span("The café’s owner 😀 <script>alert(1)</script> disagreed"),),
            cue=None,
            source=None,
            speaker=None,
            chain=(PUBLISHER,),
            confidence=0.3,
            pattern="follow-on",
        ),
    ),
    (Note("a quotation mark is closed by the paragraph's end", span("“We have")),),
)
