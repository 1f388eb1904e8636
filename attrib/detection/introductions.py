"""Whom a sentence introduces as about to speak, or names for what was just said.

Of each sentence that stands beside a quotation without a tag, in words alone: who acts in it, whom
it announces, from whom it says that word came.
"""

from __future__ import annotations

from collections.abc import Iterator

from attrib.detection.candidates import TokenRange
from attrib.detection.known import PHRASE, Known
from attrib.knowledge import names, nouns
from attrib.words.tokens import CLOSE

LONGEST_BEAT = 30
_MOST_BETWEEN = 2
_STOPS = frozenset((".", "!", "…"))
_OF_HIM = frozenset("he she him her his".split())
_NEVER_SOURCES = frozenset("it this that what which there none nothing".split())
_LONGEST_LEAD = 16
_LONGEST_SUBJECT = 12
# `I got a reply from a representative.`
_WORD_OF = frozenset(
    """reply response answer statement comment message email e-mail letter note post tweet word
    explanation verdict""".split()
)
_VIEWS = _WORD_OF | frozenset(
    "view advice reaction stance position assessment message prediction conclusion".split()
)
_THAT_WAS = frozenset((("that", "was"), ("so", "said"), ("thus", "spoke"), ("so", "says")))
_THAT_IS = frozenset((one, verb) for one in ("that", "this") for verb in ("is", "was", "'s"))
_HOW = frozenset(("how", "what", "all"))
_WORDS_OF = frozenset((("those", "were"), ("these", "were"), ("such", "were")))
HE_OR_SHE = frozenset(("he", "she"))
_POSSESSIVES = frozenset(("his", "her"))
_AUXILIARIES = frozenset("would will is was does did has had can could should".split())
# What people do, and feel, before they are heard: after it a name is a speaker’s.
_REACTS = frozenset(
    """agreed agrees disagreed disagrees laughed laughs smiled smiles shrugged shrugs nodded nods
    sighed sighs grinned grins frowned frowns winced winces beams groans hesitated hesitates
    paused pauses scoffed scoffs chuckled
    blushed groaned beamed cried wept apologised apologized bristled objected objects protested
    demurred relented conceded concedes concurred concurs countered responded replied answered
    surprised unsurprised alarmed amused angry blunt adamant clear certain sure furious defiant
    unmoved unimpressed undeterred optimistic pessimistic sceptical skeptical hopeful cautious
    philosophical unrepentant scathing delighted thrilled stunned shocked disappointed relieved
    convinced persuaded swayed impressed proud grateful sanguine diplomatic coy emphatic succinct
    unequivocal""".split()
)
_REACTS_NOW = frozenset("laughs smiles shrugs nods sighs grins frowns winces beams".split())
_OWN = frozenset("his her himself herself".split())
"""After a name these show somebody: `Ruiz folded her arms.`"""
_MOVES = frozenset(
    "looks looked sits sat stands stood leans leaned glances glanced puts put".split()
)
_WHERE_TO = frozenset("up down back away over round around".split())
_TITLES = frozenset("sen rep gov mr mrs ms dr gen lt col capt sgt prof rev hon del atty".split())
_SPEAKING = frozenset("person title organization document group kin".split())
_ALSO_ANNOUNCED = frozenset("excerpt excerpts passage extract snippet part text".split())
_VERBAL = frozenset(("VBD", "VBZ", "VBN", "VBP", "MD"))
_ANNOUNCED = _WORD_OF | frozenset("remark quote quotation line words comments remarks".split())
_HE_IS_ASKED = frozenset(("think", "say", "make", "want"))


class Introductions(Known):
    """The sentences of a text as those that introduce a speaker."""

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
            if not same and self.words[begin] not in HE_OR_SHE:
                return None
        return found[0]

    def taken_by_others(self, i: int) -> Iterator[TokenRange]:
        sentence = self.sentence_of(self.chosen[i].head.at)
        for j in self.by_sentence[sentence]:
            if j != i:
                yield from self.chosen[j].content

    def is_paragraph(self, sentence: int) -> bool:
        return self.tokens.starts_paragraph(self.tokens.sentences[sentence][0])

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

    def looked_back_on(self, first: int, last: int) -> TokenRange | None:
        """Whom a sentence names for the words before it: `That was Ruiz`, `That is how Ruiz put
        it`, `Those were the words of Ruiz`."""
        if last - first > _LONGEST_LEAD:
            return None
        opening = tuple(self.words[first : first + 2])
        begin = first + 2
        if opening in _WORDS_OF:
            begin = next((i for i in range(begin, last) if self.words[i] == "of"), last) + 1
        elif opening in _THAT_IS and self.words[begin] in _HOW:
            end = self.name_end(begin + 1, last)
            named = (begin + 1, end) if end > begin + 1 else self.subject(begin + 1, last)
            return named if self.words[first - 1] == CLOSE else None
        elif opening not in _THAT_WAS:
            return None
        while begin < last and self.tags[begin] == "NN":
            begin += 1
        end = self.name_end(begin, last)
        if begin == end and "so" in opening:
            while end < last and self.tags[end] in PHRASE:
                end += 1  # `So says the mayor of Orvale.`
        return (begin, end) if begin < end else None

    def acting(self, first: int, last: int) -> TokenRange | None:
        """The one person of a short sentence, who is its subject."""
        if last - first > LONGEST_BEAT or any(self.depth[first:last]):
            return None
        subject = self.subject(first, last)
        if subject is None:
            return self.somebody(first, last)
        begin, end = subject
        if self.words[begin] in HE_OR_SHE:
            return subject
        if self.others(end, last, self.forms[end - 1]):
            return None
        reacts = self.tags[end] == "POS" or self.moves(end, last)
        return subject if reacts or self.is_person(begin, end) else None

    def moves(self, first: int, last: int) -> bool:
        """Whether a predicate is of what only people do: `looked up`, `folded her arms`."""
        words = self.words
        stop = min(last, first + 8)
        if not _REACTS.isdisjoint(words[first:stop]) or not _OWN.isdisjoint(words[first:stop]):
            return True
        return any(words[i] in _MOVES and words[i + 1] in _WHERE_TO for i in range(first, stop))

    def moved(self, first: int, last: int) -> TokenRange | None:
        """Who does what only people do, in a sentence after what they said."""
        source = self.acting(first, last)
        return source if source is not None and self.moves(source[1], last) else None

    def somebody(self, first: int, last: int) -> TokenRange | None:
        """Who reacts that has no name: `Her lawyer was blunt`, `The council apologised`."""
        verb = first
        head = -1
        while verb < min(last, first + _LONGEST_SUBJECT):
            if self.words[verb] in ("of", "for") and head < 0:
                head = verb - 1
            elif self.tags[verb] not in PHRASE:
                break
            verb += 1
        if verb == first or self.tags[verb][:1] not in tuple("VM"):
            return None
        end = verb
        noun = nouns.lookup(self.words[head if head >= 0 else end - 1])
        speaks = noun is not None and noun.category != "document"
        reacts = not _REACTS.isdisjoint(self.words[verb : verb + 4])
        if not speaks or not reacts or self.others(verb, last, ""):
            return None
        return first, end

    def asked(self, first: int, last: int) -> TokenRange | None:
        """Whom a question is put to that is answered next: `And Ruiz?`, `Her verdict?`, `What does
        Ruiz think?`."""
        words, tags = self.words, self.tags
        if words[last - 1] != "?" or last - first > _LONGEST_LEAD:
            return None
        if words[first] in _POSSESSIVES and words[first + 1] in _VIEWS:
            return first, first + 1
        begin = first + (words[first] in ("and", "but"))
        if words[begin] in _AUXILIARIES and words[begin + 1] in HE_OR_SHE:
            return begin + 1, begin + 2  # `Would she do it again?`
        if words[begin] == "what" and words[begin + 1] in ("does", "did", "about", "of"):
            begin += 2
        elif begin == first:
            end = self.name_end(first, last)
            views = first < end and tags[end] == "POS" and words[end + 1] in _VIEWS
            return (first, end) if views else None
        end = self.name_end(begin, last)
        if end == begin or (words[end] not in _HE_IS_ASKED and end != last - 1):
            return None
        return begin, end

    def name_end(self, first: int, last: int) -> int:
        """The token after the name that begins with a token: `Sen. Ana Ruiz`."""
        end = first
        while end < last and (
            self.tags[end] == "NNP"
            or (end > first and self.words[end] == "." and self.words[end - 1] in _TITLES)
        ):
            end += 1
        return end

    def word_of(self, first: int, last: int) -> TokenRange | None:
        """From whom a sentence says that word came: `I got a reply from a representative.`"""
        if last - first > LONGEST_BEAT:
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
        opens = self.tags[first] in ("VBN", "VBG", "IN", "RB") or self.words[first] == "asked"
        if opens and "," in self.words[first : first + 14]:
            comma = self.words.index(",", first)
            if self.words[first] == "for" and all(
                tag == "NNP" for tag in self.tags[first + 1 : comma]
            ):
                return (first + 1, comma) if comma > first + 1 else None
            first = comma + 1
        if self.words[first] in HE_OR_SHE:
            return (first, first + 1)
        end = self.name_end(first, last)
        if end > first and self.words[end] == ",":
            for comma in range(end + 1, min(last - 1, end + 16)):
                if self.words[comma] == ",":
                    after = comma + 1 + (self.tags[comma + 1] == "RB")
                    verb = self.tags[after][:1] in tuple("VM") or self.tags[after] == "NNS"
                    if verb and self.tags[after] != "VBG":
                        return first, end
            return None
        if end > first and self.tags[end] == "POS" and self.words[end + 1] in _VIEWS:
            return (first, end)
        return self.plain_subject(first, last)

    def plain_subject(self, first: int, last: int) -> TokenRange | None:
        """The name that ends right before a sentence’s first verb."""
        verb = first
        while verb < min(last, first + _LONGEST_SUBJECT) and not self.is_verb(verb):
            if self.tags[verb] in ("IN", "TO", "CC", "WP", "WDT", "WRB", "EX", ":"):
                return None
            verb += 1
        if verb == last or not self.is_verb(verb):
            return None
        end = verb
        while end > first and self.tags[end - 1] == "RB":
            end -= 1
        begin = end
        while begin > first and self.tags[begin - 1] == "NNP":
            begin -= 1
        begin -= first < end and self.is_job(begin - 1, first)
        aside = begin > first and self.words[begin - 1] == ","
        if begin == end or aside or self.words[first] in ("the", "a", "an"):
            return None
        return (begin, end)

    def is_verb(self, at: int) -> bool:
        return self.tags[at][:1] in tuple("VM") or (at > 0 and self.words[at] in _REACTS_NOW)

    def is_job(self, at: int, first: int) -> bool:
        """Whether a token is a job in front of a name: `Engineer Ana Ruiz`."""
        noun = nouns.lookup(self.words[at]) if at >= first else None
        return noun is not None and noun.human and self.forms[at][0].isupper()

    def is_person(self, begin: int, end: int) -> bool:
        """Whether a name is one of a person, by its given name or by what is said elsewhere."""
        if any(self.words[i] in nouns.bodies() for i in range(begin, end)):
            return False
        if end - begin > 1:
            given = any(names.is_given(self.words[i]) for i in range(begin, end - 1))
            given = given or (len(self.words[begin]) == 1 and self.words[begin + 1] == ".")
            before = nouns.lookup(self.words[begin - 1]) if begin else None
            job = before is not None and before.human and not before.plural
            return given or job or self.is_job(begin, begin)
        return self.forms[begin] in self.heard

    def others(self, first: int, last: int, known: str) -> bool:
        """Whether somebody else is named in `[first, last)`."""
        return any(
            self.tags[i] == "NNP"
            and self.forms[i] != known
            and (names.is_given(self.words[i]) or self.forms[i] in self.heard)
            for i in range(first, last)
        )

    def words_by(self, first: int, last: int) -> TokenRange | None:
        """Whose words a lead announces: `rated this statement by Ruiz on June 11:`."""
        for at in range(last - 2, first, -1):
            if self.words[at] in ("by", "from", "of") and self.words[at - 1] in _ANNOUNCED:
                end = self.name_end(at + 1, last)
                return (at + 1, end) if end > at + 1 else self.thing(at + 1, last)
            if self.words[at] in ("from", "of") and self.words[at - 1] in _ALSO_ANNOUNCED:
                return self.thing(at + 1, last)
            if self.words[at] == "from" and self.words[at - 1 - (self.words[at - 1] == ",")] in (
                "this",
                "these",
            ):
                return self.thing(at + 1, last)  # `It has this, from the boy’s mother:`
        return self.thing(first + 1, last) if self.words[first] in ("from", "per") else None

    def thing(self, first: int, last: int) -> TokenRange | None:
        """The body or the paper that all the rest of a lead names: `From |the order|:`."""
        end = last - (self.words[last - 1] == ":")
        if not first < end or any(self.tags[i] not in PHRASE for i in range(first, end)):
            return None
        noun = nouns.lookup(self.words[end - 1])
        speaks = self.tags[end - 1] == "NNP" or (noun is not None and noun.category in _SPEAKING)
        return (first, end) if speaks else None

    def described(self, first: int, last: int) -> TokenRange | None:
        """Who or what a lead is about that has no name: `The singer vented on X:`, `The letter,
        which Vesper has seen, is short:`."""
        words, tags = self.words, self.tags
        if tags[first] != "DT" and words[first] not in ("one", "another"):
            return None
        for at in range(first + 1, min(last - 1, first + _LONGEST_SUBJECT)):
            noun = nouns.lookup(words[at])
            if noun is None or noun.category not in _SPEAKING:
                if tags[at] not in PHRASE or words[at] in ("of", "from"):
                    return None
                continue
            end = at + 1
            if words[end] in ("of", "from", "at", "in", "for"):
                end += 1
                while end < last and (tags[end] == "NNP" or words[end] == "the"):
                    end += 1
            relative = words[end] == "," and words[end + 1] in ("who", "which")
            if relative or tags[end] in _VERBAL or words[end].endswith("ed"):
                return first, end
        return None

    def announced(self, first: int, last: int) -> TokenRange | None:
        """Whom a lead up to a colon names: `And this from Moss:`, `His answer came at once:`."""
        if any(self.depth[first:last]):
            return None
        subject = self.subject(first, last)
        if subject and not self.others(subject[1], last, self.forms[subject[1] - 1]):
            return subject
        if (named := self.words_by(first, last)) or last - first > _LONGEST_LEAD:
            return named
        described = self.described(first, last)
        if described is not None and not self.others(described[1], last, ""):
            return described
        runs: list[TokenRange] = []
        i = first
        while i < last:
            if self.tags[i] == "NNP" or (self.words[i] in HE_OR_SHE):
                end = max(i + 1, self.name_end(i, last))
                runs.append((i - self.is_job(i - 1, first), end))
                i = end
            else:
                i += 1
        if len(runs) > 1 and self.words[runs[0][1]] == "on":
            return runs[0]  # `Ruiz on Cole:`
        acts = any(self.is_verb(i) for i in range(first, last))
        labels = bool(runs) and runs[0][0] == first and self.words[runs[0][1]] in (",", "(")
        if labels and not acts:
            return runs[0]  # `Ana Ruiz, mayor of Orvale (to Interfax):`
        if self.words[first] in _POSSESSIVES and not runs:
            return (first, first + 1)
        return runs[0] if len(runs) == 1 else None
