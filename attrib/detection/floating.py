"""Quotations without a tag of their own, which the words before or after them introduce.

`Ruiz only shrugged. “They were warned twice.”` A sentence that names one speaker, and
nobody else, stands before the quotation; or the same quotation goes on to a paragraph that is
tagged. Where the text leaves a doubt about who speaks, nothing is given.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from attrib.detection import (
    connectives,
    dialogue,
    excerpts,
    full_texts,
    long_leads,
    plain_tags,
    presented,
    repeated,
    tags_beside,
    turns,
)
from attrib.detection.candidates import Candidate, TokenRange
from attrib.detection.classes import tells
from attrib.detection.credit_lines import DASHES
from attrib.detection.focus import LONGEST_PROMPT, Focus
from attrib.detection.introductions import LONGEST_BEAT
from attrib.detection.known import FINAL, NEXT_PARAGRAPH, SAME_PARAGRAPH
from attrib.words.tokens import CLOSE, OPEN, Tokens

_LONG_QUOTATION = 8
_ASKED = frozenset(("asked", "pressed", "questioned", "quizzed"))
_OF_TIMES = frozenset("DT CD NN NNS RB RBR JJ JJR IN CC".split())
_LATER = frozenset("later another then again minutes hours days next".split())
_SHORT_REST, _LONGEST_REST = 8, 16
_FINITE = frozenset(("VBD", "VBZ", "VBP"))
_TELLS_WHICH = frozenset(("that", "which"))
_RUNS_ON = frozenset("an a the for in on of to at by and or with per from".split())


class _Unit(NamedTuple):
    """A quotation that no attribution has, as it fills a sentence or the end of one."""

    sentence: int
    first: int
    last: int
    lead: TokenRange | None
    """What stands before it in its sentence, up to a colon."""


def given(
    chosen: Sequence[Candidate], tokens: Tokens, tags: Sequence[str], least: float = 0.0
) -> list[Candidate]:
    """The attributions, with those of the quotations that have no tag of their own.

    >>> from attrib.words.quotes import find as quotations
    >>> from attrib.words.sentences import split
    >>> from attrib.words.tags import tag
    >>> from attrib.words.tokens import tokenize
    >>> text = "Ana Ruiz shrugged. “We are late.”"
    >>> quoted, _ = quotations(text)
    >>> tokens = tokenize(text, quoted, split(text, quoted))
    >>> found, = given([], tokens, tag(tokens))
    >>> [text[slice(*tokens.offsets(*part))] for part in (found.source, *found.content)]
    ['Ana Ruiz', '“We are late.”']
    """
    if OPEN not in tokens.words:
        return [*chosen]
    return _Text(chosen, tokens, tags).given(least)


class _Text(Focus):
    """What is known of who says what in a text, and what its quotations without a tag add."""

    def __init__(self, chosen: Sequence[Candidate], tokens: Tokens, tags: Sequence[str]) -> None:
        super().__init__(chosen, tokens, tags)
        self.loose: dict[int, tuple[TokenRange, ...]] = {}
        """Units that nobody is known to say, by their last sentence."""

    def given(self, least: float) -> list[Candidate]:
        self.learn([each for each in plain_tags.find(self) if each.confidence >= least])
        self.learn([each for each in tags_beside.find(self) if each.confidence >= least])
        self.learn([each for each in turns.find(self) if each.confidence >= least])
        run: list[_Unit] = []
        for unit in (*self.units(), None):
            if run and (unit is None or not self.goes_on(run[-1], unit)):
                self.settle(run, least)
                run = []
            if unit is not None:
                run.append(unit)
        self.learn([])
        self.learn([each for each in repeated.find(self) if each.confidence >= least])
        return sorted(self.chosen, key=lambda each: each.head.at)

    def units(self) -> Iterator[_Unit]:
        for i, (first, last) in enumerate(self.tokens.sentences):
            if OPEN not in self.words[first:last]:
                continue
            end = last
            while end > first and not self.depth[end - 1] and self.words[end - 1] in FINAL:
                end -= 1
            begin, lead = first, None
            if self.words[first] != OPEN:
                begin = self.words.index(OPEN, first, last)
                announces = self.words[begin - 1] == ":" and begin - first <= LONGEST_BEAT
                if not announces and not self.leads_on(i, begin, end):
                    continue
                lead = (first, begin) if announces else None
            whole = end - begin > 2 and all(self.depth[begin:end])
            if not whole and lead is None:
                end = self.runs_on(begin, end)
                if end > begin and not self.is_taken(begin, end):
                    yield _Unit(i, begin, end, lead)
            elif whole and not self.is_taken(begin, end) and self.is_speech(begin, end):
                yield _Unit(i, begin, end, lead)

    def leads_on(self, i: int, begin: int, end: int) -> bool:
        """Whether what stands before a quotation only joins it to what somebody said before."""
        told = any(not self.depth[self.chosen[j].head.at] for j in self.by_sentence.get(i, ()))
        if told or self.is_paragraph(i):
            return False
        joins = connectives.leads_on(self, self.starts[i], begin, end)
        return joins and self.is_speech_of(i - 1)

    def runs_on(self, first: int, last: int) -> int:
        """Where a quotation of some length ends, in a sentence that begins with it and ends with a
        few words that it lacks: `“You blamed people on 12 crowns” an hour.`"""
        end = first + 1
        while end < last and self.depth[end]:
            end += 1
        loose = self.tokens.starts_paragraph(first) or self.sentence_of(first) in self.by_sentence
        if loose or end - first < _LONG_QUOTATION or end >= last:
            return first
        if self.words[end] in DASHES or self.words[end] in _TELLS_WHICH:
            return first if self.goes_too_far(end, last) else end
        if last - end > _SHORT_REST or self.words[end] not in _RUNS_ON:
            return first
        said = any(self.tags[i][:2] in ("VB", "MD") for i in range(end, last))
        return first if said else end

    def goes_too_far(self, first: int, last: int) -> bool:
        """Whether what follows a quotation is more than a few words on it: `“She has to do the
        dance” | — adding to her fame.`"""
        told = (tells(self.words[i]) for i in range(first, last) if self.tags[i] in _FINITE)
        return last - first > _LONGEST_REST or OPEN in self.words[first:last] or any(told)

    def starts_paragraph(self, unit: _Unit) -> bool:
        return unit.lead is None and self.tokens.starts_paragraph(unit.first)

    def goes_on(self, before: _Unit, unit: _Unit) -> bool:
        """Whether a unit goes on with the one before it, by the same speaker."""
        if unit.sentence != before.sentence + 1 or unit.lead is not None:
            return False
        if not self.starts_paragraph(unit):
            return True
        if dialogue.answers(self.tokens, *self.paragraph(unit.first)):
            return False
        if any(dialogue.is_crosshead(self.tokens, u.first, u.last) for u in (before, unit)):
            return False
        return self.words[before.last - 1] != CLOSE or self.fills_paragraph(unit)

    def fills_paragraph(self, unit: _Unit) -> bool:
        return self.ends(self.tokens.sentences[unit.sentence][1])

    def ends(self, last: int) -> bool:
        """Whether a paragraph ends before a token."""
        return last == len(self.tokens) or self.tokens.starts_paragraph(last)

    def settle(self, run: Sequence[_Unit], least: float) -> None:
        """Give a run of units its speaker, where the text leaves no doubt."""
        content = tuple((unit.first, unit.last) for unit in run)
        heads = run[0].lead is None and dialogue.is_crosshead(self.tokens, *content[0])
        if heads and self.words[run[0].first - 1] != ":":
            return
        if self.goes_on_tagged(run[-1], content):
            return
        found = self.introduced(run[0]) or self.named_after(run[-1])
        if found is None:
            if self.precedes_tagged(run[-1], content):
                return
            found = self.named_below(run[-1])
        if found is None:
            self.loose[run[-1].sentence] = content
            return
        source, confidence = found
        if self.is_about(run[0].first, source):
            # `Ruiz left. Her father could not. “He told me, ‘Go.’”`
            told = self.told_of(run[0].sentence - 2) if run[0].sentence > 1 else None
            if told is None:
                return
            source = told
        if self.is_writer(source) and self.starts_paragraph(run[0]):
            if (answering := self.answers_writer(run[0].first)) is None:
                return
            source = answering
        if self.join(self.quoted_before(run[0], source), content):
            return
        beat = run[0].sentence - 1
        within = beat > 0 and not self.tokens.starts_paragraph(self.starts[beat])
        if source[0] == self.starts[beat] and within and not self.starts_paragraph(run[0]):
            # “We are late.” He put down the lamp. “Very late.”
            content = (*self.loose.pop(beat - 1, ()), *content)
        if confidence >= least:
            alone = self.untagged(run[0].sentence, run[0].first, source, content, confidence)
            self.chosen.append(alone._replace(carried=self.is_carried(run[0], source)))

    def is_carried(self, unit: _Unit, source: TokenRange) -> bool:
        """Whether only a paragraph before tells who speaks, and nothing there announces it."""
        if unit.lead is not None or source[1] > unit.first:
            return False
        if self.paragraph(source[0])[1] == self.paragraph(unit.first)[1]:
            return False
        first, last = self.tokens.sentences[unit.sentence - 1]
        told = self.words[last - 1] == ":" or self.words[first] in _ASKED
        return not told and source != self.word_of(first, last)

    def quoted_before(self, unit: _Unit, source: TokenRange) -> int | None:
        """The attribution of the sentence before, in its paragraph, that quotes the same source."""
        if unit.lead is not None or unit.sentence == 0 or self.starts_paragraph(unit):
            return None
        for i in self.by_sentence.get(unit.sentence - 1, ()):
            each = self.chosen[i]
            if each.source == source and self.words[each.content[0][0]] == OPEN:
                return i
        return None

    def following(self, unit: _Unit) -> int | None:
        """The attribution whose content opens the next sentence."""
        after = unit.sentence + 1
        if after >= len(self.tokens.sentences):
            return None
        first, last = self.tokens.sentences[after]
        if self.words[first] != OPEN:
            return None
        for i in self.by_sentence.get(after, ()):
            each = self.chosen[i]
            if any(begin == first for begin, _ in each.content) and each.head.at < last:
                return i
        return None

    def goes_on_tagged(self, unit: _Unit, content: tuple[TokenRange, ...]) -> bool:
        """Give it to the attribution of the next paragraph, where the same quotation goes on."""
        if self.words[unit.last - 1] == CLOSE:
            return False
        return self.join(self.following(unit), content)

    def precedes_tagged(self, unit: _Unit, content: tuple[TokenRange, ...]) -> bool:
        """Give it to the attribution of a quotation right after it in its paragraph."""
        after = unit.sentence + 1
        if unit.lead is not None or after >= len(self.tokens.sentences):
            return False
        if self.tokens.starts_paragraph(self.tokens.sentences[after][0]):
            return False
        return self.join(self.following(unit), content)

    def named_below(self, unit: _Unit) -> tuple[TokenRange, float] | None:
        """Who speaks what the next paragraph opens with, where nobody spoke before."""
        heard = bool(self.taken_starts) and self.taken_starts[0] < unit.first
        if unit.lead is not None or not self.fills_paragraph(unit) or heard:
            return None
        i = self.following(unit)
        source = None if i is None else self.chosen[i].source
        if source is None or self.tags[source[0]] == "PRP":
            return None
        return source, NEXT_PARAGRAPH

    def join(self, i: int | None, content: tuple[TokenRange, ...]) -> bool:
        if i is None:
            return False
        each = self.chosen[i]
        self.chosen[i] = each._replace(content=tuple(sorted((*content, *each.content))))
        return True

    def introduced(self, unit: _Unit) -> tuple[TokenRange, float] | None:
        """Whom the words before a unit introduce, and how surely."""
        if unit.lead is not None and full_texts.is_label(self.words, *unit.lead):
            return self.told_before(unit.sentence)
        if unit.lead is not None:
            source = excerpts.find(self, *unit.lead) or self.announced(*unit.lead)
            source = source or long_leads.speaker(self, *unit.lead) or self.said_later(unit)
            return (source, SAME_PARAGRAPH) if source else None
        if unit.sentence == 0:
            return None
        before = unit.sentence - 1
        if unit.first != self.starts[unit.sentence]:
            source = self.told_of(before)
            return (source, NEXT_PARAGRAPH) if source else None
        first, last = self.tokens.sentences[before]
        if full_texts.is_label(self.words, first, last):
            return self.told_before(before)
        apart = self.starts_paragraph(unit)
        if any(self.depth[first:last]) and self.words[last - 1] == CLOSE:
            mixed = self.words[first] != OPEN and self.is_told(before)
            if not mixed or (apart and not self.fills_paragraph(unit)):
                return None  # but `Ruiz called it | “a disgrace.”`
        if self.words[first] in DASHES:
            return None  # the credit of what stands before it
        if apart and dialogue.answers(self.tokens, *self.paragraph(unit.first)):
            return None
        if apart and not self.fills_paragraph(unit) and self.words[last - 1] != ":":
            return None
        confidence = NEXT_PARAGRAPH if apart else SAME_PARAGRAPH
        if self.words[last - 1] == ":":
            source = excerpts.find(self, first, last) or self.announced(first, last)
            source = source or long_leads.speaker(self, first, last)
        elif self.words[first] in _ASKED:
            source = self.acting(first, last)  # nobody who asks answers
        elif self.words[last - 1] == "?" and not apart and (asked := self.asked(first, last)):
            source = asked
        elif self.words[last - 1] == "?" and not apart and self.is_prompt(first, last):
            source = self.interviewed(before)
        elif self.words[last - 1] == "?" and not apart and self.is_asked_on(first, last):
            source = self.just_quoted(before)
        elif (taken := excerpts.find(self, first, last)) is not None:
            source = taken
        elif apart and self.is_unsaid(before):
            source = None
        elif any(self.chosen[i].source for i in self.by_sentence.get(before, ())):
            source = self.reporting(before) or self.moved(first, last) or self.word_of(first, last)
        elif apart and not self.is_paragraph(before):
            source = self.word_of(first, last)
        else:
            source = self.acting(first, last) or self.word_of(first, last)
            source = source or long_leads.answerer(self, first, last)
            source = source or long_leads.blunter(self, first, last)
            source = source or presented.find(self, first, last)
        if source is None and not apart and (kept := self.kept_up(before)):
            return kept, NEXT_PARAGRAPH
        if source is None and (kept := self.in_focus(before, apart)):
            return kept, NEXT_PARAGRAPH
        return (source, confidence) if source else None

    def told_before(self, label: int) -> tuple[TokenRange, float] | None:
        """Who was told of before a line that only announces a text: `The full statement:`."""
        source = self.in_focus(label - 1, apart=False) if label else None
        return (source, NEXT_PARAGRAPH) if source else None

    def said_later(self, unit: _Unit) -> TokenRange | None:
        """Who was quoted right before a lead that only says when or where: `An hour later: “…”`."""
        first, last = unit.lead or (0, 0)
        plain = all(tag in _OF_TIMES for tag in self.tags[first : last - 1])
        if not plain or last - first > LONGEST_PROMPT or self.tokens.starts_paragraph(first):
            return None
        if _LATER.isdisjoint(self.words[first:last]):
            return None
        return self.just_quoted(unit.sentence)

    def named_after(self, unit: _Unit) -> tuple[TokenRange, float] | None:
        """Whom the next sentence names for it."""
        after = unit.sentence + 1
        if after >= len(self.tokens.sentences):
            return None
        first, last = self.tokens.sentences[after]
        apart = self.tokens.starts_paragraph(first)
        if apart and not self.fills_paragraph(unit):
            return None
        source = self.looked_back_on(first, last)
        if source is None and not apart and self.starts_paragraph(unit) and self.ends(last):
            source = self.moved(first, last)  # “We are late.” Ruiz looked up.
        return (source, NEXT_PARAGRAPH if apart else SAME_PARAGRAPH) if source else None
