"""Whom a sentence introduces as about to speak, or names for what was just said.

Of each sentence that stands beside a quotation without a tag, in words alone: who acts in it, whom
it announces, from whom it says that word came.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property

from attrib.detection import beats, full_texts, people
from attrib.detection.candidates import TokenRange
from attrib.detection.known import PHRASE, Known
from attrib.knowledge import names, nouns
from attrib.words.tokens import CLOSE

LONGEST_BEAT = 30
_JOINS = frozenset("but and yet so".split())
_LONGEST_OPENING = 14
_ON = frozenset("on last this next late early".split())
_DAYS = frozenset(
    """monday tuesday wednesday thursday friday saturday sunday week month year weekend""".split()
)
_HANGS_ON = frozenset("of for at in from on with".split())
_ONE_OF = frozenset(("DT", "PRP$", "CD"))
_SENDS = frozenset("sent issued released emailed gave offered published posted wrote".split())
_OPENS = frozenset("VBN VBG IN RB TO WRB".split())
_TIMES = frozenset(
    """later ago after before night day morning evening afternoon week weekend month year winter
    summer spring autumn fall time minute hour decade""".split()
)
_SETS_OFF = {",": ",", "—": "—", "–": "–", "--": "--", "(": ")"}
"""What sets off more of somebody, and ends it: `Ruiz — a nurse — shrugged`."""
_AFTER_VERB = frozenset("IN DT RB EX PRP$ TO PRP RP CD .".split())
_NEVER_SOURCES = frozenset("it this that what which there none nothing".split())
LONGEST_LEAD = 16
_LONGEST_SUBJECT = 12
# `I got a reply from a representative.`
_WORD_OF = frozenset(
    """reply response answer statement comment message email e-mail letter note post tweet word
    explanation verdict""".split()
)
VIEWS = _WORD_OF | frozenset(
    "view advice reaction stance position assessment message prediction conclusion".split()
)
_THAT_WAS = frozenset((("that", "was"), ("so", "said"), ("thus", "spoke"), ("so", "says")))
_THAT_IS = frozenset((one, verb) for one in ("that", "this") for verb in ("is", "was", "'s"))
_HOW = frozenset(("how", "what", "all"))
_WORDS_OF = frozenset((("those", "were"), ("these", "were"), ("such", "were")))
HE_OR_SHE = frozenset(("he", "she"))
POSSESSIVES = frozenset(("his", "her"))
_TITLES = frozenset("sen rep gov mr mrs ms dr gen lt col capt sgt prof rev hon del atty".split())
_SPEAKING = frozenset("person title organization document group kin".split())
_ALSO_ANNOUNCED = frozenset("excerpt excerpts passage extract snippet part text".split())
_VERBAL = frozenset(("VBD", "VBZ", "VBN", "VBP", "MD"))
_ANNOUNCED = _WORD_OF | frozenset("remark quote quotation line words comments remarks".split())


class Introductions(Known):
    """The sentences of a text as those that introduce a speaker."""

    @cached_property
    def named(self) -> frozenset[str]:
        """The last words of the names that are people’s by the words beside them."""
        return people.last_names(self)

    def is_known(self, name: str) -> bool:
        """Whether a last name is that of somebody who is heard, or a person, elsewhere."""
        return name in self.heard or name in self.named

    def reporting(self, sentence: int) -> TokenRange | None:
        """The only one to whom the sentence gives anything."""
        found: list[TokenRange] = []
        for i in self.by_sentence[sentence]:
            each = self.chosen[i]
            if each.source is None or self.depth[each.head.at]:
                continue
            if self.words[each.source[0]] == "who":
                continue  # `A neighbour, | who | asked to stay unnamed, said`
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

    def looked_back_on(self, first: int, last: int) -> TokenRange | None:
        """Whom a sentence names for the words before it: `That was Ruiz`, `That is how Ruiz put
        it`, `Those were the words of Ruiz`."""
        if last - first > LONGEST_LEAD:
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
        if self.words[begin] in HE_OR_SHE | POSSESSIVES:
            return subject
        if self.others(end, last, self.forms[end - 1]):
            return None
        if beats.is_silent(self, end, last):
            return None
        reacts = (
            self.tags[end] == "POS" or beats.moves(self, end, last) or self.words[first] == "asked"
        )
        return subject if reacts or self.is_person(begin, end) else None

    def moved(self, first: int, last: int) -> TokenRange | None:
        """Who does what only people do, in a sentence after what they said."""
        source = self.acting(first, last)
        return source if source is not None and beats.moves(self, source[1], last) else None

    def somebody(self, first: int, last: int) -> TokenRange | None:
        """Who reacts that has no name: `Her lawyer was blunt`, `The council apologised`."""
        first = self.main_clause(first)
        verb = first
        head = -1
        while verb < min(last, first + _LONGEST_SUBJECT):
            if self.words[verb] in _HANGS_ON and head < 0 and verb > first:
                head = verb - 1
            elif (self.tags[verb] == "RB" and self.is_verb(verb + 1)) or self.tags[
                verb
            ] not in PHRASE:
                break
            verb += 1
        end = verb
        verb += self.tags[verb] == "RB"
        if end == first or self.tags[verb][:1] not in tuple("VM"):
            return None
        noun = nouns.lookup(self.words[head if head >= 0 else end - 1])
        if noun is None or noun.category == "document" or self.others(verb, last, ""):
            return None
        one = noun.human and not noun.plural and self.tags[first] in _ONE_OF
        sends = noun.category == "organization" and self.words[verb] in _SENDS
        sends = sends and not VIEWS.isdisjoint(self.words[verb:last])
        acts = (one or sends) and not beats.is_silent(self, verb, last)
        reacts = not beats.REACTS.isdisjoint(self.words[verb : verb + 4])
        return (first, end) if acts or reacts else None

    def main_clause(self, first: int) -> int:
        """Where the main clause of a sentence begins after `But` and what is set off by a comma:
        `At the gate, | the mayor`, `When it fell, | Ruiz`, `Two days later, | she`."""
        first += self.words[first] in _JOINS
        stretch = self.words[first : first + _LONGEST_OPENING]
        if "," not in stretch:
            # `An hour later | Ruiz posted again`
            later = stretch.index("later") if "later" in stretch[:4] else -1
            timed = self.words[first] in _ON and self.words[first + 1] in _DAYS
            return first + later + 1 if later > 0 else first + 2 * timed
        comma = first + stretch.index(",")
        opens = self.tags[first] in _OPENS or self.words[first] == "asked"
        timed = self.tags[first] in ("CD", "DT") and self.words[comma - 1] in _TIMES
        return comma + 1 if opens or timed else first

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
        begins = self.main_clause(first)
        first += self.words[first] in _JOINS
        if begins > first:
            comma = begins - 1
            if self.words[first] in ("for", "to") and all(
                tag == "NNP" for tag in self.tags[first + 1 : comma]
            ):
                return (first + 1, comma) if comma > first + 1 else None
            first = begins
        if self.words[first] in HE_OR_SHE:
            return (first, first + 1)
        end = self.name_end(first, last)
        if end > first and self.words[end] in _SETS_OFF:
            for comma in range(end + 1, min(last - 1, end + 16)):
                if self.words[comma] == _SETS_OFF[self.words[end]]:
                    after = comma + 1 + (self.tags[comma + 1] == "RB")
                    verb = self.tags[after][:1] in tuple("VM") or self.tags[after] == "NNS"
                    if verb and self.tags[after] != "VBG":
                        return first, end
            return None
        seen = self.words[end + 2] in ("is", "was") and self.tags[end + 3] == "IN"
        shown = self.words[end + 1] in VIEWS or (self.words[end + 1] in beats.BODY and not seen)
        if end > first and self.tags[end] == "POS" and shown:
            return (first, end)  # `Ruiz’s voice broke`, not `Ruiz’s face was on every wall`
        if self.words[first] in POSSESSIVES and self.words[first + 1] in beats.BODY:
            return (first, first + 1)  # `Her voice broke.`
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
        if (
            self.tags[at][:1] in tuple("VM")
            or (at > 0 and self.words[at] in beats.REACTS_NOW)
            or (self.tags[at - 1] == "NNP" and self.words[at] in beats.LOOKS_A_NOUN)
        ):
            return True
        # `Ruiz | walks there`, not `Ruiz | supporters cheered`
        after = self.tags[at] == "NNS" and self.tags[at - 1] == "NNP" and self.forms[at].islower()
        noun = nouns.lookup(self.words[at]) if after else None
        return after and noun is None and self.tags[at + 1] in _AFTER_VERB

    def is_job(self, at: int, first: int) -> bool:
        """Whether a token is a job in front of a name: `Engineer Ana Ruiz`."""
        noun = nouns.lookup(self.words[at]) if at >= first else None
        return noun is not None and noun.human and self.forms[at][0].isupper()

    def is_person(self, begin: int, end: int) -> bool:
        """Whether a name is one of a person, by its given name or by what is said elsewhere."""
        if any(self.words[i] in nouns.bodies() for i in range(begin, end)):
            return False
        if end - begin > 1:
            given = any(people.is_given(self.words[i]) for i in range(begin, end - 1))
            given = given or (len(self.words[begin]) == 1 and self.words[begin + 1] == ".")
            before = nouns.lookup(self.words[begin - 1]) if begin else None
            job = before is not None and before.human and not before.plural
            if given or job or self.is_job(begin, begin):
                return True
        return self.is_known(self.forms[end - 1])

    def others(self, first: int, last: int, known: str) -> bool:
        """Whether somebody else is named in `[first, last)`."""
        return any(
            self.tags[i] == "NNP"
            and self.forms[i] != known
            and not people.is_elsewhere(self, i)
            and (names.is_given(self.words[i]) or self.is_known(self.forms[i]))
            for i in range(first, last)
        )

    def topic(self, first: int, verb: int, last: int) -> int:
        """Where it is told of whom somebody speaks: `Ruiz had more to say | about Cole:`."""
        name = self.forms[verb - 1]
        topics = (i for i in range(verb + 1, last) if self.words[i] in ("about", "over", "on"))
        at = next(topics, last)
        return at if verb > first and name not in self.forms[verb:at] else last

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
        if (owner := full_texts.owner(self.words, self.tags, first, last)) is not None:
            return owner
        subject = self.subject(first, last)
        if subject and not self.others(subject[1], self.topic(*subject, last), ""):
            return subject
        if (named := self.words_by(first, last)) or last - first > LONGEST_LEAD:
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
        if self.words[first] in POSSESSIVES and not runs:
            return (first, first + 1)
        return runs[0] if len(runs) == 1 else None
