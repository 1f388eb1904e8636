"""Whom a clause names besides its subject, and who is somebody else: in a phrase before it, `Asked
about Okon, he said`, or behind its verb, `“Go,” he told Okon`."""

from __future__ import annotations

from attrib.lazily import re
from attrib.resolution.discourse import Discourse

OPENERS = (
    r"(?:(?:\w+ )?(?:After|Before|During|In|At|On|With|For|Following|Unlike|Like"
    r"|Despite|When|While|Alongside|Besides|Since|Under|According to|[A-Z]\w+ing|Asked"
    r"|Along with|Together with|Apart from)\b"
    r"|\w+ (?:after|before|later)\b)"
)
"""What begins a phrase before the main clause."""


def in_front(discourse: Discourse, at: int) -> frozenset[int]:
    """The people a phrase before the subject of a clause, which begins at `at`, names as others:
    neither as the subject of a verb (`When Okon left, he said`), nor as who has or wrote something
    (`In Okon’s view, he is`, `In a letter from Okon, he says`).
    """
    text = discourse.text
    if not discourse.sentences or not text.endswith(", ", 0, at):
        return frozenset()
    start, _ = discourse.window(discourse.sentence_at(at))
    if at - start > _LONGEST:
        return frozenset()
    if (told := _TOLD_FIRST.match(text, start, at)) is not None:
        # `In response to Okon’s charge that it leaks, he said`
        owners = (
            i for i in discourse.within(start, at) if discourse.mentions[i].end == told.end(1)
        )
        return frozenset(discourse.owners[i] for i in owners if discourse.owners[i] >= 0)
    if _PHRASE.match(text, start, at) is None:
        return frozenset()
    if _CLAUSE.match(text, start, at) is not None:
        return frozenset()
    return frozenset(
        discourse.owners[i]
        for i in discourse.within(start, at)
        if discourse.owners[i] >= 0
        and _ACTS.match(text, discourse.mentions[i].end) is None
        and _WROTE.search(text, start, discourse.mentions[i].start) is None
    )


_LONGEST = 200
_TOLD_FIRST = re.compile(
    r"(?:But |And |Yet |Still, )?(?:(?:In (?:response|reply|answer|reaction)|Responding|Replying"
    r"|Reacting|Contrary) to|Asked about|Pressed (?:about|on)|Challenged (?:about|on|over)"
    r"|Dismissing|Rejecting|Rebutting|Refuting|Countering|Echoing|Disputing)"
    r" ((?:[A-Z][\w.’'-]*? ){0,4}?[A-Z][\w.-]*)['’]s? (?:[a-z-]+ ){0,3}?(?:charges?|claims?"
    r"|complaints?|warnings?|assertions?|arguments?|accusations?|suggestions?|allegations?"
    r"|statements?|predictions?|remarks?|comments?|criticisms?|contentions?|insistence|calls?"
    r"|demands?|questions?|attacks?|insults?|tweets?|posts?|speech|testimony)\b"
    r"(?! (?:was|were|had|has|is|are|drew|came)\b)"
)
"""What somebody else has said, to which a clause answers."""
_PHRASE = re.compile(
    rf"[“\"']?(?:But |And |Then, |Later, )?(?:{OPENERS}|(?:Pressed|Questioned|Interviewed|Told"
    r"|Joined|Challenged|Flanked|Accompanied|Confronted|Introduced|Quizzed|Grilled|Urged|Warned|Hosted)\b)"
    r"[^:;“”\"\n]*\Z"
)
_CLAUSE = re.compile(
    r"(?:[A-Z]\w+ )?(?i:when|while|after|before|since)\b(?! (?:being |having )?\w+ing\b| (?:asked"
    r"|told|pressed|questioned|warned|urged)\b)(?=.* (?:\w+ed|is|are|was|were|has|had|did|met|saw"
    r"|told|said|sold|left|won|lost|took|came|went|gave|made|began|held|sent|brought|found|beat|ran)\b)"
)
"""A clause before the main one, which has a verb and may be about anybody in it: `When I asked
Okon, he said`."""
_ACTS = re.compile(
    r"['’]|,? (?:who|whose)\b| (?!(?:in|at|on|for|to|from|with|about|of|by|during|and|or|over|after"
    r"|before|last|this|next|earlier|later|late|early|yesterday|today|tonight|outside|inside|near"
    r"|as|than|via|into|against|at|if|whether|why|how|where|when|while|but)\b)[a-z]"
)
"""After a name in such a phrase whose bearer is its subject, or has something."""
_WROTE = re.compile(
    r"\b(?:statement|letter|e-?mail|post|tweet|message|memo|note|text|article|column|essay|speech"
    r"|report|video|remarks|book|memoir|testimony|filing|release|reply|response|words|comments)s?"
    r" (?:\w+ )?(?:from|by|of) [^,]*\Z"
)
"""Before who wrote what the phrase speaks of."""


def behind(discourse: Discourse, at: int) -> frozenset[int]:
    """Those whom the rest of a sentence names after its subject, which ends at `at`, and who are
    others than `he`: `“Go,” he told Okon`, `“Go,” she said when Ruiz rang`; not what is called
    by a name, `he told the Okon campaign`, nor whom another clause names, `he said, but Okon`."""
    _, end = discourse.window(discourse.sentence_at(at))
    other = _ANOTHER_CLAUSE.search(discourse.text, at, end)
    return frozenset(
        discourse.owners[i]
        for i in discourse.within(at, end if other is None else other.start())
        if discourse.owners[i] >= 0
        and not discourse.text.endswith(_OF_A_THING, 0, discourse.mentions[i].start)
        and (discourse.mentions[i].start - at < _NEXT or not _is_owner(discourse, i))
    )


def _is_owner(discourse: Discourse, i: int) -> bool:
    """Whether a mention is a possessive: `he said on Ruiz’s own page`."""
    return discourse.text.startswith(("'", "’"), discourse.mentions[i].end)


_ANOTHER_CLAUSE = re.compile(r", (?:but|and|so|yet|or)\b|[:;“\"‘]|''")
_NEXT = 16
"""Characters from a subject to whom its verb is about: `he told Ruiz’s wife`."""
_OF_A_THING = (" the ", " a ", " an ")
