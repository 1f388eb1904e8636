"""Nouns for things and bodies that stand for a person in some stories: `the poster` of a thread,
`the operator` who takes a call."""

from __future__ import annotations

from attrs import evolve

from attrib.knowledge.nouns import Noun
from attrib.lazily import re
from attrib.resolution.phrases import Phrase


def as_person(text: str, phrase: Phrase) -> Phrase:
    """A source read as a person where its noun may be one and the story tells of such people.

    >>> from attrib.resolution.phrases import read
    >>> text = "A mum wrote on Mumsnet. The poster said so. The poster reads: Go."
    >>> as_person(text, read(text, 24, 34, ())).noun.category
    'person'
    >>> as_person(text, read(text, 44, 54, ())).noun.category
    'document'
    """
    if phrase.noun is None or phrase.noun.plural or phrase.noun.human:
        return phrase
    story = _STORIES.get(phrase.noun.lemma)
    if story is None or phrase.adjunct is not None:
        return phrase
    if _SHOWS.match(text, phrase.chunk_end or phrase.end):
        return phrase
    if story.search(text, 0, _LONGEST) is None:
        return phrase
    return evolve(phrase, noun=Noun(phrase.noun.lemma, "person"))


_LONGEST = 12_000
"""Characters of a story in which it tells what sort it is."""
_SHOWS = re.compile(
    r" (?:reads?|show(?:s|ed|n)?|featur\w+|urg\w+|advertis\w+|promot\w+|h[ua]ng\w*|went up)\b"
    r"|,? (?:of|for|which)\b"
)
"""After a bill on a wall, or a firm: `The poster reads`, `the operator of the ferry`."""
_STORIES = {
    "poster": re.compile(
        r"\b(?:Reddit|[Ss]ubreddit|Mumsnet|Netmums|[Ff]orum|[Tt]hread|online|Facebook|TikTok|Quora)\b"
    ),
    "operator": re.compile(
        r"\b(?:999|911|112|emergency call|switchboard|call handler|dispatcher|helpline|phoned)\b"
    ),
}
"""By what a story tells that it is one of such people."""
