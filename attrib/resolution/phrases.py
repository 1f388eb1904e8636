"""The words of a source read as a noun phrase: its head, its owner, the name set beside it.

`Trump's campaign manager` has the head `manager` and the owner `Trump`; `the head of the council,
Ana Ruiz,` has the name `Ana Ruiz` beside its head.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

from attrs import frozen

from attrib.knowledge import nouns
from attrib.knowledge.nouns import Gender, Noun
from attrib.lazily import re
from attrib.model import Span
from attrib.resolution import several_places
from attrib.resolution.chunks import DETERMINERS, chunk, head, many_there
from attrib.resolution.joined import common, joined, set_off_at
from attrib.resolution.mentions import Mention
from attrib.resolution.name_runs import ACRONYMS, is_one_of_many
from attrib.resolution.named_bodies import SPEAKS_FOR, is_seated, is_so_called, its_body, named_as
from attrib.resolution.named_last import named_last
from attrib.resolution.names_beside import after_body, beside, holder_of, holds_it
from attrib.resolution.shares import end_of_share

Form = Literal["pronoun", "name", "descriptor", "joined", "other", "absent"]
"""`absent` where an attribution has no source at all."""

PRONOUNS = {
    **dict.fromkeys(("he", "his", "him", "himself"), "m"),
    **dict.fromkeys(("she", "her", "hers", "herself"), "f"),
    **dict.fromkeys(("they", "their", "them", "theirs", "themselves", "both"), "plural"),
    **dict.fromkeys(("it", "its", "itself"), "thing"),
    **dict.fromkeys(("i", "my", "me", "myself"), "self"),
    **dict.fromkeys(("we", "our", "us", "ours", "ourselves"), "selves"),
    **dict.fromkeys(("who", "whom", "whose", "which", "that"), "relative"),
}
"""What each pronoun says of whoever it stands for."""

_TRIM = ' \t\n,;:"“”'


@frozen(kw_only=True)
class Phrase:
    """A source's words, read; offsets are those of the text."""

    start: int
    end: int
    form: Form
    pronoun: str | None = None
    """A value of `PRONOUNS`."""
    name: Mention | None = None
    """The name that is the head or stands beside it."""
    noun: Noun | None = None
    """What the head noun is; None where the lexicon has no such noun."""
    noun_start: int = 0
    noun_end: int = 0
    chunk_end: int = 0
    """End of the words up to the head, before any complement."""
    core_end: int = 0
    """End of what belongs to the head: the rest is set off by a comma."""
    determiner: str | None = None
    """First word in lower case, where it is an article or the like."""
    owner: Mention | None = None
    """`Trump` in `Trump's doctor`."""
    adjunct: Mention | None = None
    """`Orlov Foundation` in `an Orlov Foundation official`."""
    complement: Mention | None = None
    """`Orlov Foundation` in `an official of the Orlov Foundation`."""
    parts: tuple[tuple[int, int], ...] = ()
    """Where each of several joined sources stands."""

    @property
    def gender(self) -> Gender | None:
        """What `he` or `she` tells; None for every other phrase."""
        return _GENDERS.get(self.pronoun)


_GENDERS: dict[str | None, Gender] = {"m": "m", "f": "f"}


def pronoun(span: Span) -> Phrase | None:
    """The phrase of a source that is a pronoun and nothing else; None for any other.

    >>> pronoun(Span(5, 8, "She")).pronoun, pronoun(Span(5, 8, "Ana"))
    ('f', None)
    """
    told = _pronoun(span.text)
    if told is None:
        return None
    return Phrase(start=span.start, end=span.end, form="pronoun", pronoun=told)


_CALLED_SO = re.compile(r"[A-Z]\w+(?: (?:& )?[A-Z]\w+){0,3}['’]s")
_SPEAKS = re.compile(
    r" (?:said|says|told|has|had|wrote|added|announced|warned|confirmed|denied|insisted|argued)\b"
    r"(?! to )"
)
"""After a body whose name is a possessive: `Brandt’s said`, `according to Brandt’s,`."""
_TICKER = re.compile(r" <[A-Z][A-Z&.-]+>\Z")
_AMONG_OTHERS = re.compile(r",? (?:among|and) others\Z")
"""After who is named, of those who are not: `Orvale and Norland among others`."""


def _pronoun(words: str) -> str | None:
    """What a pronoun says of whoever it stands for: `he`, `we’ve`, `both of whom`."""
    if words in ACRONYMS or len(words) > _LONGEST_PRONOUN:
        return None
    low = _CONTRACTED.sub("", words.lower())
    share = _SHARED.fullmatch(low) or _WHO_THEN.fullmatch(low)
    return PRONOUNS.get(low if share is None else share[1])


_LONGEST_PRONOUN = 30
_CONTRACTED = re.compile(r"(?<=\w)['’](?:(?:ve|re|ll|d|m)\Z|(?:re|m) [a-z -]+\Z)")
"""`We’ve`, and `They’re less hostile` before a second verb."""
_SHARED = re.compile(
    r"(?:both|all|most|many|some|none|several|each|neither|either|few|half|two|three|four) of"
    r" (whom|which|them)"
)
_WHO_THEN = re.compile(r"(who) (?:in|for|at|since|during|over|on|until) [a-z ]{3,16}")
"""`who in the past`, before a cue."""


def absent(at: int) -> Phrase:
    """The phrase of an attribution without a source, whose content starts at an offset."""
    return Phrase(start=at, end=at, form="absent", chunk_end=at, core_end=at)


def read(text: str, start: int, end: int, mentions: Sequence[Mention]) -> Phrase:
    """The phrase between two offsets; `mentions` are those that stand in it.

    >>> from attrib.resolution.mentions import find
    >>> text = "the Orlov Foundation’s chief economist, Ana Ruiz,"
    >>> phrase = read(text, 0, len(text), find(text))
    >>> phrase.form, phrase.name.reading.name, phrase.noun.lemma, phrase.owner.reading.name
    ('name', 'Ana Ruiz', 'economist', 'Orlov Foundation')
    """
    while start < end and text[start] in _TRIM:
        start += 1
    while end > start and text[end - 1] in _TRIM:
        end -= 1
    if text[max(start, end - 2) : end] in ("'s", "’s"):
        told = text.endswith(("ccording to ", " said ", " says "), 0, start)
        if _CALLED_SO.fullmatch(text, start, end) and (told or _SPEAKS.match(text, end)):
            return Phrase(start=start, end=end, form="other", chunk_end=end, core_end=end)
        end -= 2
    start += next((len(word) for word in _MAYBE if text.startswith(word, start, end)), 0)
    others = _AMONG_OTHERS.search(text, max(start, end - 16), end) if text[end - 1] == "s" else None
    if others is not None and others.start() > start:
        end = others.start()
    acronym = _ACRONYM.search(text, max(start, end - 14), end) if text[end - 1] == ")" else None
    if text[end - 1] == ">":
        acronym = _TICKER.search(text, max(start, end - 14), end)
    if acronym is not None:
        end = acronym.start()
        mentions = [mention for mention in mentions if mention.end <= end]
    low = text[start:end].lower()
    pronoun = _pronoun(text[start:end])
    if pronoun is not None:
        return Phrase(start=start, end=end, form="pronoun", pronoun=pronoun)
    if len(mentions) == 1:
        only = mentions[0]
        at_start = only.start == start or (only.start == start + 4 and low.startswith("the "))
        if only.end == end and at_start and not common(only):
            if only.start == start or not _tells_person(only):
                return _of_name_alone(text, start, end, only)
            mentions = ()  # `the Liberal Democrat`
    based = _BASED.fullmatch(text, start, end)
    if based is not None:
        return _of_seat(text, start, end, mentions)
    if low.startswith(_ALL_BUT) and _EXCEPT.search(text, start, end):
        return Phrase(start=start, end=end, form="other", chunk_end=end, core_end=end)
    share = end_of_share(text, start, end)
    if share is not None:
        return Phrase(start=start, end=end, form="other", chunk_end=share, core_end=share)
    parts = joined(text, start, end, mentions)
    if not parts and " and " in low and _of_two_bodies(text, start, end, mentions):
        return Phrase(start=start, end=end, form="other", chunk_end=end, core_end=end)
    if len(parts) == 1:
        start = parts[0][0]
        mentions = [mention for mention in mentions if mention.end > start]
    elif parts:
        return Phrase(start=start, end=end, form="joined", parts=parts)
    return _read_single(text, start, end, mentions)


_ALL_BUT = ("every", "all ", "nobody ", "no ", "none ", "any")
_EXCEPT = re.compile(r" (?:but|except|besides|other than|apart from) (?:for )?[A-Z]")
"""`Everyone but Ruiz`, which is not Ruiz."""


def _of_two_bodies(text: str, start: int, end: int, mentions: Sequence[Mention]) -> bool:
    """Whether people speak for two bodies, and so for neither alone: `City Hall and police
    officials`."""
    found = _TWO_BODIES.match(text, start, end)
    if found is None:
        return False
    joint = found.start("joint")
    if any(mention.start < joint < mention.end for mention in mentions):
        return False
    # `Federal and state officials` speak for no named body
    return any(m.end == joint - 1 and m.reading.sort not in ("word", "people") for m in mentions)


_TWO_BODIES = re.compile(
    r"(?:[Tt]he |[Ss]enior |[Tt]op )?[A-Z][\w.’'-]*(?: [A-Z][\w.’'-]*){0,4} (?P<joint>and )"
    r"(?:[\w.’'-]+ ){1,5}(?:officials|spokes(?:men|women|people|persons)|representatives|sources"
    r"|prosecutors|investigators|officers|lawyers|aides|lawmakers|leaders)"
)
_MAYBE = ("Perhaps ", "perhaps ", "Maybe ", "maybe ")
"""What only says how sure it is that somebody says so: `Perhaps young voters`."""


def _of_name_alone(text: str, start: int, end: int, only: Mention) -> Phrase:
    return Phrase(
        start=start,
        end=end,
        form="name",
        name=only,
        chunk_end=end,
        core_end=end,
        determiner="the" if only.start > start else None,
    )


_BASED = re.compile(
    r"[Tt]he [A-Z][\w.]*(?: [A-Z][\w.]*){0,2}, [A-Z][\w.]*(?: [A-Z]\w+)?-based [a-z]+"
)


def _of_seat(text: str, start: int, end: int, mentions: Sequence[Mention]) -> Phrase:
    """`The Menlo Park, California-based company`."""
    noun_start = text.rindex(" ", start, end) + 1
    return Phrase(
        start=start,
        end=end,
        form="descriptor",
        noun=nouns.lookup(text[noun_start:end]),
        noun_start=noun_start,
        noun_end=end,
        chunk_end=end,
        core_end=end,
        determiner="the",
        adjunct=mentions[0] if mentions else None,
    )


def _tells_person(mention: Mention) -> bool:
    """Whether a name ends in what one person is: `Liberal Democrat`."""
    reading = mention.reading
    several = reading.sort in ("name", "organization") and " " in reading.name
    if not several and reading.sort != "people":
        return False
    noun = nouns.lookup(reading.name.rpartition(" ")[2])
    return noun is not None and noun.human and not noun.plural


def _is_whole(text: str, mention: Mention) -> bool:
    """Whether no word of a name ends a phrase: `Office for Rivers`, `Justice (Retd) Ana Ruiz`,
    `Bank of Orvale Governor Ana Ruiz`."""
    if mention.reading.sort == "organization":
        return True
    title = text[mention.start : mention.name_start]
    return "(" in title or " of " in title


_ANY_ONE = frozenset("a an one another".split())
_GOES_ON = re.compile(r" (?!(?:of|in|on|at|for|and|from|to|by|with|who|which|that) )[a-z]")


def _read_single(text: str, start: int, end: int, mentions: Sequence[Mention]) -> Phrase:
    core = chunk(text, start, end, [(m.start, m.end) for m in mentions if _is_whole(text, m)])
    if not core:
        return Phrase(start=start, end=end, form="other", chunk_end=end, core_end=end)
    chunk_end = core[-1][1]
    inside = [m for m in mentions if m.end <= chunk_end]
    determiner = core[0][2] if core[0][2] in DETERMINERS else None
    owner = next(
        (m for m in reversed(inside) if m.end < chunk_end and text[m.end : m.end + 1] in "'’"),
        None,
    )
    last = inside[-1] if inside and inside[-1].end == chunk_end else None
    if last is not None and determiner and last.reading.sort == "people" and _tells_person(last):
        last = None  # `the ranking Democrat`
    elif last is not None and determiner in _ANY_ONE and is_one_of_many(last.reading.name):
        last = None  # `a New York Democrat`
    name = last
    noun, noun_start, noun_end = head(core)
    if last is not None and last.start <= noun_start and not common(last):
        noun = None
    elif last is not None and common(last):
        name = None
    adjunct = next((m for m in inside if m is not last and m is not owner), None)
    comma = set_off_at(text, chunk_end, end)
    core_end = several_places.end(text, chunk_end, comma, end)
    complement = next((m for m in mentions if chunk_end < m.start < core_end), None)
    complement = complement if core_end == comma else None
    if name is None:
        name = beside(text, chunk_end, end, mentions, noun)
        if name is None and noun is not None and noun.human and complement is not None:
            name = after_body(text, complement) or holds_it(text, core_end, mentions)
        body = its_body(text, chunk_end, mentions, noun) if complement is None else None
        if body is not None:
            name, complement = None, body
        if name is not None and complement is name:
            complement = None
    honoured = named_last(text, start, chunk_end, core_end, noun, mentions)
    if honoured is not None:
        name, complement = honoured, None
    # `a spokesman for Orvale mayor Ana Ruiz` is not she.
    speaks_for = determiner is not None and noun is not None and noun.human
    speaks_for = speaks_for and SPEAKS_FOR.match(text, chunk_end, end) is not None
    holder = None if speaks_for else holder_of(text, start, end, mentions)
    if holder is not None and (name is None or name.reading.sort in ("organization", "name")):
        name = holder
        complement = None if complement is holder else complement
    if name is None or name.start < noun_start:
        named = None if noun is None or noun.plural else named_as(text, chunk_end, mentions)
        if named is not None:
            name, complement = named, None if complement is named else complement
    if name is None and noun is not None and noun.category in ("organization", "group"):
        name = next((m for m in mentions if m.start > chunk_end and is_so_called(text, m)), None)
        complement = None if complement is name else complement
    if name is not None and name.reading.name.isupper() and determiner in ("a", "an", "another"):
        # `a PAC called Safe Seas`
        name = next((m for m in mentions if m.start > name.end and is_so_called(text, m)), name)
    if name is not None and complement is not None and is_seated(text, name, complement, core_end):
        name, complement = complement, None
    if name is None and noun is None and mentions and mentions[-1].reading.sort == "person":
        last = mentions[-1]  # `More In Tune’s Ana Ruiz`, whose body is no run of capitals
        if last.end == core_end and text[last.start - 3 : last.start] in ("’s ", "'s "):
            name = last
    leads = name is not None and name is last and _GOES_ON.match(text, chunk_end) is not None
    if (name is None or leads) and noun is None and text.startswith(", ", core_end):
        # `The UN mission in Norvale, MINOR,`
        set_off = (m for m in mentions if m.start == core_end + 2)
        shut_in = (m for m in set_off if m.end >= end - 1 or text[m.end] == ",")
        bodies = (m for m in shut_in if m.reading.sort == "organization")
        name = next(bodies, name)
    if name is None and noun is None and mentions and _begins(mentions[0], start, chunk_end):
        owns = _OWNS_MORE.match(text, mentions[0].end, end)
        many = many_there(text, mentions[0].end, chunk_end)
        name = mentions[0] if owns is None and not many else None
    return Phrase(
        start=start,
        end=end,
        form="name" if name is not None else "descriptor" if noun is not None else "other",
        name=name,
        noun=noun,
        noun_start=noun_start,
        noun_end=noun_end,
        chunk_end=chunk_end,
        core_end=core_end,
        determiner=determiner,
        owner=owner,
        adjunct=adjunct,
        complement=complement,
    )


def _begins(mention: Mention, start: int, chunk_end: int) -> bool:
    """Whether a source begins with a name, and not with a word whose capital is due to the place:
    `Recent polling`."""
    if mention.reading.sort in ("word", "people") and mention.end < chunk_end:
        return False
    return mention.start - start <= 4


_OWNS_MORE = re.compile(r"['’]s? (?!own\b|[a-z]+ed\b)[a-z]")
"""What is somebody's and not he: `Ruiz’s long shadow`, `Ruiz’s consigliere`."""
_ACRONYM = re.compile(r" \([A-Z][A-Z&.-]+\)\Z")


def role_of(text: str, phrase: Phrase) -> tuple[int, int]:
    """`press secretary` in `a Wells Marsh press secretary`: the head with what it goes with."""
    owner = phrase.adjunct or phrase.owner
    start = phrase.start
    if owner is not None and owner.end < phrase.noun_start:
        start = owner.end + (2 if text[owner.end] in "'’" else 0)
    elif phrase.determiner is not None:
        start += len(phrase.determiner)
    while start < phrase.noun_start and text[start] in " -’'":
        start += 1
    return start, phrase.noun_end
