"""Whom a stretch before a quotation goes on about, past the sentences that are about nobody.

`“It took all,” Ruiz said. The dam had burst in May. “We start anew.”`, `Ruiz lives by the dam. And
the neighbours? “They left.”`: a question of the reporter, a fact, a place name nobody, so that
whoever was told of last is heard.
"""

from __future__ import annotations

from attrib.detection import presented
from attrib.detection.candidates import TokenRange
from attrib.detection.classes import SAID, is_of
from attrib.detection.introductions import HE_OR_SHE, POSSESSIVES, VIEWS, Introductions
from attrib.knowledge import nouns
from attrib.words.tokens import OPEN

LONGEST_PROMPT = 8
_LONGEST_QUESTION = 16
_MOST_BETWEEN = 2
_FURTHEST = 3
_STOPS = frozenset((".", "!", "…"))
_OF_HIM = frozenset("he she him her his".split())
_AUXILIARIES = frozenset("would will is was does did has had can could should".split())
_HE_IS_ASKED = frozenset(("think", "say", "make", "want"))
_SILENT = frozenset(("decline", "refuse"))
_WORDED = frozenset("plaque song hymn poem sign poster banner slogan motto chorus".split())
"""What has words of its own, which may be those that come next."""
_GENDERS = {"he": "m", "she": "f", "he's": "m", "she's": "f"}
_THEY = frozenset("they we i you".split())


class Focus(Introductions):
    """The sentences before a quotation, as those that go on about somebody."""

    def in_focus(self, before: int, apart: bool) -> TokenRange | None:
        """Who was told of last before a sentence's end, if what stands between names nobody.

        A quotation alone in its paragraph, or one after a question that opens its own, may be that
        of somebody in the paragraph before.
        """
        crossed = apart
        for sentence in range(before, max(-1, before - _FURTHEST), -1):
            last = self.tokens.sentences[sentence][1]
            question = self.words[last - 1] == "?" and not self.depth[last - 1]
            source = self.told_of(sentence)
            if source is not None:
                return None if crossed and self.is_shared(sentence, source) else source
            if self.is_told(sentence) or not self.is_of_nobody(sentence, question):
                return None
            if self.is_paragraph(sentence):
                if crossed or not question:
                    return None
                crossed = True
        return None

    def told_of(self, sentence: int) -> TokenRange | None:
        """The one who speaks or acts in a sentence."""
        first, last = self.tokens.sentences[sentence]
        if self.is_told(sentence):
            return self.reporting(sentence)
        if self.is_unsaid(sentence):
            return None
        if self.words[first] == OPEN:
            return self.just_quoted(sentence + 1) or self.quoted_on(sentence)
        return self.acting(first, last) or presented.find(self, first, last)

    def is_speech_of(self, sentence: int) -> bool:
        """Whether a sentence gives what one person says aloud, or is quoted with."""
        first, last = self.tokens.sentences[sentence]
        given = [self.chosen[i] for i in self.by_sentence.get(sentence, ())]
        aloud = any(is_of(each.head.sort, SAID) for each in given)
        return (aloud or any(self.depth[first:last])) and self.told_of(sentence) is not None

    def quoted_on(self, sentence: int) -> TokenRange | None:
        """Who is quoted on in a sentence, from a tag shortly before it: `“…,” Ruiz said. | “…”`"""
        first, last = self.tokens.sentences[sentence]
        for before in range(sentence - 1, max(-1, sentence - 1 - _FURTHEST), -1):
            for i in self.by_sentence.get(before, ()):
                each = self.chosen[i]
                if any(first <= begin < last for begin, _ in each.content) and each.source:
                    return each.source
        return None

    def is_told(self, sentence: int) -> bool:
        """Whether a sentence gives something to somebody."""
        given = any(self.chosen[i].source for i in self.by_sentence.get(sentence, ()))
        return given and not self.is_unsaid(sentence)

    def is_unsaid(self, sentence: int) -> bool:
        """Whether a sentence only tells that somebody would not speak: `declined to comment`."""
        heads = [self.chosen[i].head.lemma for i in self.by_sentence.get(sentence, ())]
        return bool(heads) and all(lemma in _SILENT for lemma in heads)

    def is_shared(self, sentence: int, source: TokenRange) -> bool:
        """Whether the paragraph that a sentence stands in names others beside its speaker."""
        first, last = self.paragraphs[self.paragraph(self.starts[sentence])[1]]
        known = "" if self.words[source[0]] in HE_OR_SHE else self.forms[source[1] - 1]
        others = {
            self.forms[self.name_end(i, last) - 1]
            for i in range(first, last)
            if not self.depth[i] and self.others(i, i + 1, known)
        }
        return len(others - {known}) > (not known)

    def is_of_nobody(self, sentence: int, question: bool) -> bool:
        """Whether a sentence is about no person, so that the one told of before goes on."""
        first, last = self.tokens.sentences[sentence]
        if self.is_unsaid(sentence):
            return True
        if any(self.depth[first:last]) or self.others(first, last, ""):
            return False
        if question and last - first > _LONGEST_QUESTION:
            return False
        for i in range(first, last):
            if not question and self.is_verb(i):
                break
            if self.words[i] in HE_OR_SHE or (not question and self.words[i] in _THEY):
                return question
            noun = nouns.lookup(self.words[i]) if self.tags[i][:1] == "N" else None
            # `And | the mill|?` asks of a thing; of `the mayor` it may be the one who answers
            one = noun is not None and noun.human and not noun.plural
            if one or (not question and (noun is not None or self.words[i] in _WORDED)):
                return False
        return question or self.words[last - 1] in _STOPS

    def is_about(self, first: int, source: TokenRange) -> bool:
        """Whether a quotation begins with what another says of somebody’s father or mother, and is
        not theirs: `“He told me”` after `Her father`."""
        gender = _GENDERS.get(self.words[first + 1])
        if gender is None or self.words[source[0]] not in POSSESSIVES:
            return False
        noun = nouns.lookup(self.words[source[1] - 1])
        return noun is not None and noun.category == "kin" and noun.gender == gender

    def asked(self, first: int, last: int) -> TokenRange | None:
        """Whom a question is put to that is answered next: `And Ruiz?`, `Her verdict?`, `What does
        Ruiz think?`, `Where will she go?`."""
        words, tags = self.words, self.tags
        if words[last - 1] != "?" or last - first > _LONGEST_QUESTION:
            return None
        if words[first] in POSSESSIVES and words[first + 1] in VIEWS:
            return first, first + 1
        begin = first + (words[first] in ("and", "but", "so"))
        helped = next((i for i in range(begin, begin + 3) if words[i] in _AUXILIARIES), None)
        if helped is not None and not self.others(begin, helped, ""):
            answers = self.put_to(begin, helped + 1, last)
            if answers is not None:
                return answers
        if words[begin] == "what" and words[begin + 1] in ("does", "did", "about", "of"):
            begin += 2
        elif begin == first:
            end = self.name_end(first, last)
            views = first < end and tags[end] == "POS" and words[end + 1] in VIEWS
            return (first, end) if views else None
        end = self.name_end(begin, last)
        if end == begin or (words[end] not in _HE_IS_ASKED and end != last - 1):
            return None
        return begin, end

    def put_to(self, begin: int, at: int, last: int) -> TokenRange | None:
        """The subject of a question after its auxiliary: `Would | she | do it`, `Does | the mayor |
        agree`, if nobody else is named."""
        if self.words[at] in HE_OR_SHE:
            return at, at + 1
        end = self.name_end(at, last)
        if end == at and self.words[at] == "the":
            noun = nouns.lookup(self.words[at + 1])
            end = at + 2 if noun is not None and noun.human and not noun.plural else at
        elif end > at and not self.is_person(at, end):
            return None
        verbal = self.tags[end][:2] in ("VB", "JJ", "RB", "IN")
        return (at, end) if end > at and verbal and not self.others(end, last, "") else None

    def kept_up(self, before: int) -> TokenRange | None:
        """Who is heard again after the reporter's words: `“It took all,” Ruiz said. The dam had
        burst in May. | “We start anew.”`"""
        for sentence in range(before, max(0, before - _MOST_BETWEEN), -1):
            first, last = self.tokens.sentences[sentence]
            if self.is_paragraph(sentence) or self.by_sentence.get(sentence):
                return None
            if any(self.depth[first:last]) or self.words[last - 1] not in _STOPS:
                return None
            if sentence - 1 in self.by_sentence:
                return None if self.takes_over(sentence, before) else self.reporting(sentence - 1)
        return None

    def takes_over(self, sentence: int, before: int) -> bool:
        """Whether somebody else is who the reporter's words are about: `The mayor sighed.`"""
        for i in range(sentence, before + 1):
            first, last = self.tokens.sentences[i]
            subject = next((k for k in range(first, last) if self.is_verb(k)), last)
            noun = nouns.lookup(self.words[subject - 1]) if subject > first else None
            him = not _OF_HIM.isdisjoint(self.words[first:last])
            if self.others(first, last, "") or (noun and noun.category != "document" and not him):
                return True
        return False

    def just_quoted(self, sentence: int) -> TokenRange | None:
        """The only one quoted in the sentence before one, in its paragraph."""
        if sentence == 0 or self.is_paragraph(sentence):
            return None
        first, last = self.tokens.sentences[sentence - 1]
        near = [self.chosen[i] for i in self.by_sentence.get(sentence - 1, ())]
        near += [each for each in self.chosen[-1:] if first <= each.content[0][0] < last]
        told = [each for each in near if each.source and not self.depth[each.head.at]]
        quoted = any(self.words[begin] == OPEN for each in told for begin, _ in each.content)
        sources = {each.source for each in told}
        return sources.pop() if len(sources) == 1 and quoted else None

    def is_asked_on(self, first: int, last: int) -> bool:
        """Whether a question in a paragraph goes on with the one who was just quoted: `Why not?`"""
        if self.tokens.starts_paragraph(first) or last - first > LONGEST_PROMPT:
            return False
        return "NNP" not in self.tags[first + 1 : last] and not any(self.depth[first:last])

    def is_prompt(self, first: int, last: int) -> bool:
        """Whether a few words of a paragraph ask the one who is interviewed: `Of what?`"""
        named = any(self.tags[i] == "NNP" for i in range(first + 1, last))
        return self.tokens.starts_paragraph(first) and last - first <= LONGEST_PROMPT and not named

    def interviewed(self, before: int) -> TokenRange | None:
        """The only one who is quoted in the paragraph that ends before a sentence."""
        k = self.paragraph(self.starts[before])[1]
        if k == 0:
            return None
        first, last = self.paragraphs[k - 1]
        sentences = range(self.sentence_of(first), self.sentence_of(last - 1) + 1)
        found = {
            self.chosen[i].source: None
            for sentence in sentences
            for i in self.by_sentence.get(sentence, ())
            if self.words[self.chosen[i].content[0][0]] == OPEN
        }
        return next(iter(found)) if len(found) == 1 else None

    def is_writer(self, source: TokenRange) -> bool:
        """Whether a source is the `I` of whoever wrote the article."""
        first, last = source
        return last - first == 1 and self.words[first] in ("i", "we") and not self.depth[first]

    def answers_writer(self, before: int) -> TokenRange | None:
        """Who speaks after the writer has: whom the lines before were about, `She poured the tea. I
        asked why. ¶ “Habit.”`"""
        for i in range(before - 1, max(0, before - _LINES_BEFORE), -1):
            if self.words[i] in _OTHERS and not self.depth[i] and self.tags[i] == "PRP":
                return i, i + 1
        for sentence in range(self.sentence_of(before), -1, -1):
            if sentence < self.sentence_of(before) - _SENTENCES_BEFORE:
                return None
            for k in reversed(self.by_sentence.get(sentence, ())):
                source = self.chosen[k].source
                if source is not None and source[0] < before and not self.is_writer(source):
                    return source
        return None


_OTHERS = frozenset("he she him her".split())
_LINES_BEFORE = 90
_SENTENCES_BEFORE = 8
