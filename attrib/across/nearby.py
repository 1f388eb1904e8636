"""Whether a source, where resolution names nobody, still says that somebody is the speaker.

Resolution asks an open question, and keeps silent where two answers are left. A draft brings an
answer with it, and that one can be tested: is it the only name in the sentence, the last named
before `the boy said`, the one who spoke in the paragraph before?
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cached_property

from attrib.across.identity import is_doubtful, is_named, same_name
from attrib.knowledge.names import gender, parse
from attrib.knowledge.nouns import lookup
from attrib.lazily import regex
from attrib.model import Quotation, Record, Speaker
from attrib.resolution import entities
from attrib.resolution.discourse import Discourse, Entity
from attrib.words import sentences

_BESIDE = regex.compile(r"\b(?:of|for|to|from|by|with|at|about|and|or|against)\s+(?:the\s+)?$")
_CITING = regex.compile(r"\b(?:citing|quoting|(?:with )?reference to|referring to|according to)\b")
# Somebody in the content says the words: `that Ruiz had promised a`, `which Ruiz called`.
_SAYS = (
    r"(?:said|says|told|tells|promised|assured|called|calls|described|describes|warned|vowed"
    r"|pledged|claimed|argued|insisted|wrote|asked|denounced|branded|dubbed|termed|labelled|labeled)"
)
_TELLS = regex.compile(
    rf"(?<!\b(?:he|she|they|we|I|it|and|or|was|were|is|are|been|be|to|so-) )"
    rf"\b(?:(?:had|has|have|once|also|later|then|previously|earlier) ){{0,2}}{_SAYS}\b"
)
_PRONOUN = regex.compile(r"\b(?:[Hh]e|[Ss]he)\b")
_OWNS = regex.compile(r"^['’]s?\b")
_BACK = 900
"""Characters before a quotation in which its speaker is looked for."""


class Nearby:
    """Whom an article names around its quotations.

    >>> from attrib.words.quotes import find
    >>> text = "Milo Trask came last. “I like geese,” the boy said. Ivo Stone left."
    >>> nearby = Nearby(text, find(text)[0])
    >>> milo, ivo = (Speaker(name=name, kind="person") for name in ("Milo Trask", "Ivo Stone"))
    >>> [nearby.last_named(who, 22, "the boy") for who in (milo, ivo)]
    [True, False]
    """

    def __init__(self, text: str, quotations: Sequence[Quotation]) -> None:
        self._text = text
        self._quotations = quotations

    @cached_property
    def _discourse(self) -> Discourse:
        split = sentences.split(self._text, self._quotations)
        return entities.build(self._text, self._quotations, split)

    def is_body(self, wanted: Speaker) -> bool:
        """Whether the wanted one is no person, as the source has it."""
        known = [each for each in self._discourse.entities if same_name(each.name, wanted.name)]
        if not known:
            return wanted.kind != "person"
        return not any(each.human or each.sort == "person" for each in known)

    def names_source(self, wanted: Speaker, record: Record) -> bool:
        """Whether the words of a record's source name the wanted one as who speaks.

        `Ana Ruiz` in `the mayor of Orvale, Ana Ruiz,` and not in `Ana Ruiz’s lawyer`.
        """
        if record.source is None:
            return False
        start, end = record.source.start, record.source.end
        cited = _CITING.search(self._text, start, end)
        if cited:
            # TASS, with reference to the Harbour Board, adds what the board says.
            start = cited.end()
        for at, stop, entity in self._named(start, end, wanted):
            if same_name(entity.name, wanted.name):
                beside = _BESIDE.search(self._text, max(start, at - 20), at)
                return bool(cited or not beside) and not _OWNS.match(self._text[stop : stop + 3])
            if entity.sort == "person":
                return False
        return False

    def is_told_to_have_said(self, wanted: Speaker, record: Record, start: int) -> bool:
        """Whether the content before a quotation has it as what the wanted one said.

        `The deputy added that Ana Ruiz had promised “an answer”.`
        """
        begin = self._content_before(record, start)
        if begin is None:
            return False
        last = None
        for _, stop, entity in self._named(begin, start, wanted):
            last = stop, entity.name
        if last is None or not same_name(last[1], wanted.name):
            return False
        return _TELLS.match(self._text[last[0] : start].lstrip()[:60]) is not None

    def names(self, wanted: Speaker, start: int, end: int) -> bool:
        """Whether a quotation itself names the wanted one."""
        return any(
            same_name(mention.reading.name, wanted.name)
            for mention in self._discourse.named(self._discourse.within(start, end))
        )

    def _content_before(self, record: Record, start: int) -> int | None:
        """Where the content begins that goes on to a quotation, if it begins before its marks."""
        begins = (span.start for span in record.content if span.start < start < span.end)
        begin = next(begins, None)
        quoted = self._discourse.quotation_at(start)
        if begin is None or record.kind != "mixed" or (quoted and quoted[0] <= begin):
            return None
        return begin

    def only_named(self, wanted: Speaker, start: int, end: int) -> bool:
        """Whether the sentence around a quotation names the wanted one and nobody else."""
        discourse = self._discourse
        first = discourse.start_of(start)
        last = discourse.sentences[discourse.sentence_at(max(start, end - 1))][1]
        if any(True for _ in self._named(first, last, wanted)):
            return self._is_only(wanted, first, last)
        pronoun = _PRONOUN.search(self._text, first, start)
        if pronoun is not None:
            return self.last_named(wanted, first, pronoun[0])
        # A quotation that is a paragraph: whom the sentence before it has led in.
        at = discourse.sentence_at(start) - 1
        return at >= 0 and self._is_only(wanted, *discourse.sentences[at])

    def last_named(self, wanted: Speaker, start: int, source: str) -> bool:
        """Whether the wanted one was named last before a quotation with `the boy` for source."""
        told = next((noun for word in source.split() if (noun := lookup(word))), None)
        given = parse(wanted.name).given
        if told is not None and (
            told.plural or (told.gender and given and gender(given) not in (None, told.gender))
        ):
            return False
        discourse = self._discourse
        at = discourse.sentence_at(start)
        while at >= 0 and discourse.sentences[at][1] > start - _BACK:
            first, last = discourse.sentences[at]
            if any(True for _ in self._named(first, min(last, start), wanted)):
                return self._is_only(wanted, first, min(last, start))
            at -= 1
        # One person in all of the article so far.
        people = {entity.name for entity in discourse.entities if entity.sort == "person"}
        return bool(people) and all(same_name(name, wanted.name) for name in people)

    def _is_only(self, wanted: Speaker, start: int, end: int) -> bool:
        names = {entity.name for _, _, entity in self._named(start, end, wanted)}
        return bool(names) and all(same_name(name, wanted.name) for name in names)

    def _named(self, start: int, end: int, wanted: Speaker) -> Iterator[tuple[int, int, Entity]]:
        """Who of the wanted one's kind is named between two places, outside quotation marks."""
        discourse = self._discourse
        wants_body = self.is_body(wanted)
        for i in discourse.within(start, end):
            mention, owner = discourse.mentions[i], discourse.owners[i]
            if owner < 0 or discourse.quotation_at(mention.start) is not None:
                continue
            entity = discourse.entities[owner]
            person = entity.human or entity.sort in ("person", "name")
            body = not entity.human and entity.sort in ("organization", "name", "country", "place")
            if body if wants_body else person:
                yield mention.name_start, mention.end, entity


def unnamed(record: Record) -> bool:
    """Whether a record's speaker is a description that nobody was found for, or a guess."""
    speaker = record.speaker
    return speaker is None or not is_named(speaker) or is_doubtful(speaker)
