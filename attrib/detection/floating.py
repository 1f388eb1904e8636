"""Quotations without a tag of their own, which the words before or after them introduce.

`Ruiz only shrugged. “They were warned twice.”` A sentence that names one speaker, and
nobody else, stands before the quotation; or the same quotation goes on to a paragraph that is
tagged. Where the text leaves a doubt about who speaks, nothing is given.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from attrib.detection import plain_tags, repeated
from attrib.detection.candidates import Candidate, TokenRange
from attrib.detection.known import FINAL, NEXT_PARAGRAPH, PHRASE, SAME_PARAGRAPH, Known
from attrib.knowledge import names, nouns
from attrib.words.tokens import CLOSE, OPEN, Tokens

_LONGEST_BEAT = 30
_LONGEST_LEAD = 16
_LONGEST_SUBJECT = 12
# `I got a reply from a representative.`
_WORD_OF = frozenset(
    """reply response answer statement comment message email e-mail letter note post tweet word
    explanation verdict""".split()
)
_VIEWS = _WORD_OF | frozenset("view advice reaction stance position assessment".split())
_THAT_WAS = frozenset((("that", "was"), ("so", "said"), ("thus", "spoke"), ("so", "says")))
_WORDS_OF = frozenset((("those", "were"), ("these", "were"), ("such", "were")))
_HE_OR_SHE = frozenset(("he", "she"))
_POSSESSIVES = frozenset(("his", "her"))
_NEVER_SOURCES = frozenset("it this that what which there none nothing".split())
# What people do, and feel, before they are heard: after it a name is a speaker’s.
_REACTS = frozenset(
    """agreed agrees disagreed disagrees laughed laughs smiled smiles shrugged shrugs nodded nods
    sighed sighs grinned frowned winced hesitated hesitates paused pauses scoffed scoffs chuckled
    blushed groaned beamed cried wept apologised apologized bristled objected objects protested
    demurred relented conceded concedes concurred concurs countered responded replied answered
    surprised unsurprised alarmed amused angry blunt adamant clear certain sure furious defiant
    unmoved unimpressed undeterred optimistic pessimistic sceptical skeptical hopeful cautious
    philosophical unrepentant scathing delighted thrilled stunned shocked disappointed relieved
    proud grateful sanguine diplomatic coy emphatic succinct unequivocal""".split()
)


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


class _Text(Known):
    """What is known of who says what in a text, and what its quotations without a tag add."""

    def __init__(self, chosen: Sequence[Candidate], tokens: Tokens, tags: Sequence[str]) -> None:
        super().__init__(chosen, tokens, tags)
        self.loose: dict[int, tuple[TokenRange, ...]] = {}
        """Units that nobody is known to say, by their last sentence."""

    def given(self, least: float) -> list[Candidate]:
        self.learn([each for each in plain_tags.find(self) if each.confidence >= least])
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
                if self.words[begin - 1] != ":" or begin - first > _LONGEST_BEAT:
                    continue
                lead = (first, begin)
            whole = end - begin > 2 and all(self.depth[begin:end])
            if whole and not self.is_taken(begin, end) and self.is_speech(begin, end):
                yield _Unit(i, begin, end, lead)

    def is_speech(self, first: int, last: int) -> bool:
        """Whether it is set as a sentence is: with a stop in its marks, or no mark at its end."""
        inner = last - (self.words[last - 1] == CLOSE) - 1
        return self.words[inner] in (".", "?", "!", "...", "…", ",", "—", "--") or (
            self.words[last - 1] != CLOSE
        )

    def starts_paragraph(self, unit: _Unit) -> bool:
        return unit.lead is None and self.tokens.starts_paragraph(unit.first)

    def goes_on(self, before: _Unit, unit: _Unit) -> bool:
        """Whether a unit goes on with the one before it, by the same speaker."""
        if unit.sentence != before.sentence + 1 or unit.lead is not None:
            return False
        if not self.starts_paragraph(unit):
            return True
        return self.words[before.last - 1] != CLOSE or self.fills_paragraph(unit)

    def fills_paragraph(self, unit: _Unit) -> bool:
        after = unit.sentence + 1
        sentences = self.tokens.sentences
        return after == len(sentences) or self.tokens.starts_paragraph(sentences[after][0])

    def settle(self, run: Sequence[_Unit], least: float) -> None:
        """Give a run of units its speaker, where the text leaves no doubt."""
        content = tuple((unit.first, unit.last) for unit in run)
        if self.goes_on_tagged(run[-1], content):
            return
        found = self.introduced(run[0]) or self.named_after(run[-1])
        if found is None:
            if not self.precedes_tagged(run[-1], content):
                self.loose[run[-1].sentence] = content
            return
        source, confidence = found
        beat = run[0].sentence - 1
        if source[0] == self.starts[beat] and not self.starts_paragraph(run[0]):
            # “We are late.” He put down the lamp. “Very late.”
            content = (*self.loose.pop(beat - 1, ()), *content)
        if confidence >= least:
            self.chosen.append(
                self.untagged(run[0].sentence, run[0].first, source, content, confidence)
            )

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

    def join(self, i: int | None, content: tuple[TokenRange, ...]) -> bool:
        if i is None:
            return False
        each = self.chosen[i]
        self.chosen[i] = each._replace(content=tuple(sorted((*content, *each.content))))
        return True

    def introduced(self, unit: _Unit) -> tuple[TokenRange, float] | None:
        """Whom the words before a unit introduce, and how surely."""
        if unit.lead is not None:
            source = self.announced(*unit.lead)
            return (source, SAME_PARAGRAPH) if source else None
        if unit.sentence == 0:
            return None
        before = unit.sentence - 1
        first, last = self.tokens.sentences[before]
        if any(self.depth[first:last]) and self.words[last - 1] == CLOSE:
            return None
        apart = self.starts_paragraph(unit)
        if apart and not self.fills_paragraph(unit) and self.words[last - 1] != ":":
            return None
        confidence = NEXT_PARAGRAPH if apart else SAME_PARAGRAPH
        if self.words[last - 1] == ":":
            source = self.announced(first, last)
        elif before in self.by_sentence:
            source = self.reporting(before)
        elif apart and not self.is_paragraph(before):
            return None
        else:
            source = self.acting(first, last) or self.word_of(first, last)
        return (source, confidence) if source else None

    def named_after(self, unit: _Unit) -> tuple[TokenRange, float] | None:
        """Whom the next sentence names: `That was Ruiz`, `Those were the words of Ruiz`."""
        after = unit.sentence + 1
        if after >= len(self.tokens.sentences):
            return None
        first, last = self.tokens.sentences[after]
        if self.tokens.starts_paragraph(first) or last - first > _LONGEST_LEAD:
            return None
        opening = tuple(self.words[first : first + 2])
        begin = first + 2
        if opening in _WORDS_OF:
            begin = next((i for i in range(begin, last) if self.words[i] == "of"), last) + 1
        elif opening not in _THAT_WAS:
            return None
        while begin < last and self.tags[begin] == "NN":
            begin += 1
        end = begin
        while end < last and self.tags[end] == "NNP":
            end += 1
        return ((begin, end), SAME_PARAGRAPH) if begin < end else None

    def is_paragraph(self, sentence: int) -> bool:
        return self.tokens.starts_paragraph(self.tokens.sentences[sentence][0])

    def reporting(self, sentence: int) -> TokenRange | None:
        """The only one to whom the sentence gives anything."""
        found: list[TokenRange] = []
        for i in self.by_sentence[sentence]:
            each = self.chosen[i]
            if each.source is None or self.depth[each.head.at]:
                continue
            if any(first <= each.head.at < last for first, last in self.taken_by_others(i)):
                continue
            found.append(each.source)
        if not found or self.words[found[0][0]] in _NEVER_SOURCES:
            return None
        first, last = found[0]
        for begin, end in found[1:]:
            same = self.forms[begin:end] == self.forms[first:last]
            if not same and self.words[begin] not in _HE_OR_SHE:
                return None
        return found[0]

    def taken_by_others(self, i: int) -> Iterator[TokenRange]:
        sentence = self.sentence_of(self.chosen[i].head.at)
        for j in self.by_sentence[sentence]:
            if j != i:
                yield from self.chosen[j].content

    def acting(self, first: int, last: int) -> TokenRange | None:
        """The one person of a short sentence, who is its subject."""
        if last - first > _LONGEST_BEAT or any(self.depth[first:last]):
            return None
        subject = self.subject(first, last)
        if subject is None:
            return None
        begin, end = subject
        if self.words[begin] in _HE_OR_SHE:
            return subject
        if self.others(end, last, self.forms[end - 1]):
            return None
        reacts = not _REACTS.isdisjoint(self.words[end : end + 8]) or self.tags[end] == "POS"
        return subject if self.is_person(begin, end) or reacts else None

    def word_of(self, first: int, last: int) -> TokenRange | None:
        """From whom a sentence says that word came: `I got a reply from a representative.`"""
        if last - first > _LONGEST_BEAT:
            return None
        if self.words[first] == "from" and self.words[first + 3] == "of":  # the desk of Ruiz
            end = first + 4
            while end < last and self.tags[end] == "NNP":
                end += 1
            return (first + 4, end) if end > first + 4 else None
        if _WORD_OF.isdisjoint(self.words[first:last]):
            return None
        end = last - (self.words[last - 1] in (".", ":"))
        begin = end
        while begin > first and self.tags[begin - 1] in PHRASE:
            begin -= 1
        if begin == end or self.words[begin - 1] not in ("from", "by"):
            return None
        return None if self.tags[end - 1] == "CD" else (begin, end)

    def subject(self, first: int, last: int) -> TokenRange | None:
        """The subject of a sentence, if it is a person’s name or `he` or `she`.

        `Asked about it, Ruiz shrugged`; `Ruiz, who knows it, shrugged`; `For Ruiz, it is hard`.
        """
        if self.tags[first] in ("VBN", "VBG", "IN", "RB") and "," in self.words[first : first + 14]:
            comma = self.words.index(",", first)
            if self.words[first] == "for" and all(
                tag == "NNP" for tag in self.tags[first + 1 : comma]
            ):
                return (first + 1, comma) if comma > first + 1 else None
            first = comma + 1
        if self.words[first] in _HE_OR_SHE:
            return (first, first + 1)
        end = first
        while end < last and self.tags[end] == "NNP":
            end += 1
        if end > first and self.words[end] == "," and "," in self.words[end + 1 : end + 16]:
            after = self.words.index(",", end + 1) + 1
            after += self.tags[after] == "RB"
            return (first, end) if after < last and self.tags[after][:1] in "VM" else None
        if end > first and self.tags[end] == "POS" and self.words[end + 1] in _VIEWS:
            return (first, end)
        return self.plain_subject(first, last)

    def plain_subject(self, first: int, last: int) -> TokenRange | None:
        """The name that ends right before a sentence’s first verb."""
        verb = first
        while verb < min(last, first + _LONGEST_SUBJECT) and self.tags[verb][:1] not in "VM":
            if self.tags[verb] in ("IN", "TO", "CC", "WP", "WDT", "WRB", "EX", ":"):
                return None
            verb += 1
        if verb == last or self.tags[verb][:1] not in "VM":
            return None
        end = verb
        while end > first and self.tags[end - 1] == "RB":
            end -= 1
        begin = end
        while begin > first and self.tags[begin - 1] == "NNP":
            begin -= 1
        aside = begin > first and self.words[begin - 1] == ","
        if begin == end or aside or self.words[first] in ("the", "a", "an"):
            return None
        return (begin, end)

    def is_person(self, begin: int, end: int) -> bool:
        """Whether a name is one of a person, by its given name or by what is said elsewhere."""
        if any(self.words[i] in nouns.bodies() for i in range(begin, end)):
            return False
        if end - begin > 1:
            return any(names.is_given(self.words[i]) for i in range(begin, end - 1))
        return self.forms[begin] in self.heard

    def others(self, first: int, last: int, known: str) -> bool:
        """Whether somebody else is named in `[first, last)`."""
        return any(
            self.tags[i] == "NNP"
            and self.forms[i] != known
            and (names.is_given(self.words[i]) or self.forms[i] in self.heard)
            for i in range(first, last)
        )

    def announced(self, first: int, last: int) -> TokenRange | None:
        """Whom a lead up to a colon names: `And this from Moss:`, `His answer came at once:`."""
        if any(self.depth[first:last]):
            return None
        subject = self.subject(first, last)
        if subject and not self.others(subject[1], last, self.forms[subject[1] - 1]):
            return subject
        if last - first > _LONGEST_LEAD:
            return None
        runs: list[TokenRange] = []
        i = first
        while i < last:
            if self.tags[i] == "NNP" or (self.words[i] in _HE_OR_SHE):
                end = i + 1
                while end < last and self.tags[end] == "NNP":
                    end += 1
                runs.append((i, end))
                i = end
            else:
                i += 1
        if self.words[first] in _POSSESSIVES and not runs:
            return (first, first + 1)
        return runs[0] if len(runs) == 1 else None
