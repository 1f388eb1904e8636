"""Who an article is about: its people and bodies, with their names, roles, gender and mentions.

`build` reads the article once. What is here is what the article says; `resolve` draws conclusions.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence

from attrs import field, frozen

from attrib import mentions as names_in
from attrib import names, nouns, phrases
from attrib.mentions import Mention, Sort
from attrib.model import Quotation
from attrib.nouns import Gender

SYNONYMS = {
    **dict.fromkeys(
        ("chairman", "chairwoman", "chairperson", "co-chairman", "co-chairwoman", "co-chair"),
        "chair",
    ),
    **dict.fromkeys(("spokesman", "spokeswoman", "co-spokesman"), "spokesperson"),
    **dict.fromkeys(
        ("congressman", "congresswoman", "congressperson", "lawmaker", "legislator"),
        "representative",
    ),
    **dict.fromkeys(("adviser", "aide", "staffer"), "advisor"),
    **dict.fromkeys(("lawyer", "solicitor", "barrister"), "attorney"),
    **dict.fromkeys(("councilman", "councilwoman", "councillor", "councilmember"), "councilor"),
    **dict.fromkeys(("premier",), "minister"),
    **dict.fromkeys(("ceo", "chief"), "executive"),
    **dict.fromkeys(("doctor",), "physician"),
    **dict.fromkeys(
        ("frontrunner", "front-runner", "contender", "hopeful", "nominee"), "candidate"
    ),
    **dict.fromkeys(("businesswoman", "mogul", "tycoon", "billionaire"), "businessman"),
    **dict.fromkeys(("co-founder",), "founder"),
    **dict.fromkeys(("head", "leader"), "leader"),
}
"""Roles that count as one when a descriptor is matched with a role given elsewhere."""


@frozen(kw_only=True)
class Use:
    """A role the article gives a person: `the head of the council`, set beside the name."""

    entity: int
    start: int
    end: int
    role: str | None
    """Lemma of the head noun, None for a mere `NAME of BODY`."""
    title: bool
    """Whether the head noun is a position of authority."""
    words: frozenset[str]
    """Every word of it in lower case, articles and the like left out."""
    affiliation: tuple[int, int] | None = None
    at: int
    """Where the name stands to which it belongs."""


@frozen(kw_only=True)
class Entity:
    """A person or body with the fullest name the article has for it."""

    index: int
    name: str
    sort: Sort
    start: int
    """The fullest mention, without title."""
    end: int
    gender: Gender | None
    first: int
    """Where it is first mentioned."""
    full_mentions: int
    uses: tuple[Use, ...]

    @property
    def human(self) -> bool:
        return self.sort == "person"


@frozen(kw_only=True)
class Discourse:
    """An article as the resolvers see it; built once, changed by nobody."""

    text: str = field(repr=False)
    mentions: Sequence[Mention] = field(repr=False)
    starts: Sequence[int] = field(repr=False)
    """Where each mention starts, for searching."""
    owners: Sequence[int] = field(repr=False)
    """For each mention, the index of its entity, or -1."""
    entities: Sequence[Entity]
    roles: dict[str, list[Use]] = field(repr=False)
    """Uses by role, synonyms as one, in order of place."""
    quoted: Sequence[tuple[int, int]] = field(repr=False)
    """Outermost quotations, one stretch for each paragraph."""
    sentences: Sequence[tuple[int, int]] = field(repr=False)
    bodies: frozenset[str] = field(repr=False)
    """Lower-case names that somebody holds a title of: `wells marsh` in `Wells Marsh CEO`."""

    def within(self, start: int, end: int) -> range:
        """Indices of the mentions that stand between two offsets."""
        low = bisect_left(self.starts, start)
        high = bisect_left(self.starts, end)
        while high > low and self.mentions[high - 1].end > end:
            high -= 1
        return range(low, high)

    def quotation_at(self, offset: int) -> tuple[int, int] | None:
        """The outermost quotation an offset stands in."""
        i = bisect_right(self.quoted, (offset, len(self.text) + 1)) - 1
        if i >= 0 and self.quoted[i][0] <= offset < self.quoted[i][1]:
            return self.quoted[i]
        return None

    def sentence_at(self, offset: int) -> int:
        """Index of the sentence an offset stands in, or of the last one before it."""
        return max(0, bisect_right(self.sentences, (offset, len(self.text) + 1)) - 1)


class _Draft:
    """An entity while the article is being read."""

    __slots__ = ("end", "first", "full", "gender", "name", "person", "sort", "start", "uses")

    def __init__(self, mention: Mention) -> None:
        reading = mention.reading
        self.name = reading.name
        self.person = reading.person
        self.sort = reading.sort
        self.start = mention.name_start
        self.end = mention.end
        self.first = mention.start
        self.full = 0
        self.gender = reading.gender
        self.uses: list[Use] = []

    def add(self, mention: Mention) -> None:
        """Take in another mention of the same one."""
        reading = mention.reading
        self.first = min(self.first, mention.start)
        if len(reading.name) > len(self.name):
            self.name, self.start, self.end = reading.name, mention.name_start, mention.end
            self.person = reading.person
        if reading.sort == "person" and self.sort != "organization":
            self.sort = "person"
        self.gender = self.gender or reading.gender


def build(
    text: str, quotations: Sequence[Quotation], sentences: Sequence[tuple[int, int]]
) -> Discourse:
    """The discourse model of an article.

    >>> model = build("Gov. Ana Ruiz, a Democrat, met Mr. Marsh. Ruiz wept.", [], [(0, 41), (42, 52)])
    >>> [(entity.name, entity.sort, entity.gender) for entity in model.entities]
    [('Ana Ruiz', 'person', 'f'), ('Marsh', 'person', 'm')]
    >>> [use.role for use in model.entities[0].uses], list(model.owners)
    (['governor', 'democrat'], [0, -1, 1, 0])
    """
    found = names_in.find(text)
    reader = _Reader(text, found)
    reader.read()
    uses: dict[str, list[Use]] = {}
    entities = []
    for index, draft in enumerate(reader.drafts):
        entities.append(_finish(index, draft))
        for use in draft.uses:
            if use.role is not None:
                uses.setdefault(SYNONYMS.get(use.role, use.role), []).append(use)
    for several in uses.values():
        several.sort(key=lambda use: use.at)
    quoted = sorted((span.start, span.end) for q in quotations if q.depth == 0 for span in q.spans)
    return Discourse(
        text=text,
        mentions=found,
        starts=[mention.start for mention in found],
        owners=reader.owners,
        entities=entities,
        roles=uses,
        quoted=quoted,
        sentences=sentences,
        bodies=frozenset(
            text[use.affiliation[0] : use.affiliation[1]].lower()
            for several in uses.values()
            for use in several
            if use.affiliation is not None
        ),
    )


def _finish(index: int, draft: _Draft) -> Entity:
    gender = draft.gender
    if gender is None:
        gender = next((g for use in draft.uses if use.role and (g := _role_gender(use.role))), None)
    if gender is None and draft.person is not None and draft.sort in ("person", "name"):
        given = draft.person.given
        if given is None and draft.sort == "person":
            given = draft.person.surname
        gender = names.gender(given) if given else None
    return Entity(
        index=index,
        name=draft.name,
        sort=draft.sort,
        start=draft.start,
        end=draft.end,
        gender=gender,
        first=draft.first,
        full_mentions=draft.full,
        uses=tuple(draft.uses),
    )


def _role_gender(role: str) -> Gender | None:
    noun = nouns.lookup(role)
    return noun.gender if noun is not None else None


class _Reader:
    """Joins mentions to entities, full names first, and collects the roles given to people."""

    def __init__(self, text: str, found: Sequence[Mention]) -> None:
        self.text = text
        self.found = found
        self.drafts: list[_Draft] = []
        self.owners = [-1] * len(found)
        self.by_surname: dict[str, list[int]] = {}
        self.by_given: dict[str, list[int]] = {}
        self.by_body: dict[str, int] = {}
        self.latest: dict[str, int] = {}
        self.headline_end = _headline_end(text)

    def read(self) -> None:
        for i, mention in enumerate(self.found):
            self._read_full(i, mention)
        for i, mention in enumerate(self.found):
            if self.owners[i] < 0:
                self._read_short(i, mention)
            else:
                person = mention.reading.person
                if person is not None:
                    self.latest[person.surname] = self.owners[i]

    def _read_full(self, i: int, mention: Mention) -> None:
        """Full names of people, and names of bodies."""
        reading = mention.reading
        person = reading.person
        if mention.start < self.headline_end and reading.sort in ("name", "word"):
            return
        if reading.sort == "organization":
            self.owners[i] = self._body(mention)
            return
        if reading.sort in ("word", "people", "place", "country") or person is None:
            return
        if person.given is None:
            return
        index = next(
            (
                j
                for j in self.by_surname.get(person.surname, ())[:8]
                if (known := self.drafts[j].person) is not None and names.agree(known, person)
            ),
            -1,
        )
        if index < 0:
            index = len(self.drafts)
            self.drafts.append(_Draft(mention))
            self.by_surname.setdefault(person.surname, []).append(index)
            if reading.sort == "person":
                self.by_given.setdefault(reading.name.split()[0].lower(), []).append(index)
        else:
            self.drafts[index].add(mention)
        self.drafts[index].full += 1
        self.owners[i] = index
        self._roles(index, mention)

    def _body(self, mention: Mention) -> int:
        key = mention.reading.name.lower()
        index = self.by_body.get(key)
        if index is None:
            index = self.by_body[key] = len(self.drafts)
            self.drafts.append(_Draft(mention))
            words = mention.reading.name.split()
            if len(words) > 1:
                initials = "".join(w[0] for w in words if w[0].isupper()).lower()
                if len(initials) > 1:
                    self.by_body.setdefault(initials, index)
                self.by_body.setdefault(words[0].lower(), index)
                for cut in range(1, len(words) - 1):
                    self.by_body.setdefault(" ".join(words[cut:]).lower(), index)
            after = _ACRONYM.match(self.text, mention.end)
            if after is not None:
                self.by_body[after[1].lower()] = index
        self.drafts[index].full += 1
        return index

    def _read_short(self, i: int, mention: Mention) -> None:
        """Surnames, first names and short names of bodies, now that the full names are known."""
        reading = mention.reading
        person = reading.person
        key = reading.name.lower()
        body = self.by_body.get(key)
        if body is None and "." in key:
            body = self.by_body.get(key.replace(".", ""))
        candidates = self.by_surname.get(person.surname, []) if person is not None else []
        if person is not None and person.given is None and candidates and not reading.role == "-":
            self.owners[i] = self._choose(candidates, mention)
        elif body is not None:
            self.owners[i] = body
        elif person is not None and len(self.by_given.get(key, ())) == 1:
            self.owners[i] = self.by_given[key][0]
        elif reading.sort in ("people", "place", "country") or person is None:
            return
        elif mention.start < self.headline_end and reading.sort != "person":
            return
        elif reading.sort == "word" and (
            nouns.lookup(key) is not None or _starts_sentence(self.text, mention.start)
        ):
            return
        else:
            self.owners[i] = len(self.drafts)
            self.by_surname.setdefault(person.surname, []).append(self.owners[i])
            self.drafts.append(_Draft(mention))
        index = self.owners[i]
        if index >= 0:
            draft = self.drafts[index]
            draft.first = min(draft.first, mention.start)
            if reading.sort == "person":
                draft.gender = draft.gender or reading.gender
                if draft.sort in ("name", "word"):
                    draft.sort = "person"
            if draft.sort == "person":
                self._roles(index, mention)

    def _choose(self, candidates: Sequence[int], mention: Mention) -> int:
        """Which of several people with one surname a short mention is."""
        if len(candidates) == 1:
            return candidates[0]
        gender = mention.reading.gender
        if gender is not None:
            fit = [j for j in candidates if _draft_gender(self.drafts[j]) in (None, gender)]
            if len(fit) == 1:
                return fit[0]
            candidates = fit or candidates
        people = [j for j in candidates if self.drafts[j].sort == "person"]
        if len(people) == 1:
            return people[0]
        candidates = people or candidates
        surname = mention.reading.person.surname if mention.reading.person else ""
        latest = self.latest.get(surname)
        most = max(candidates, key=lambda j: (self.drafts[j].full, -self.drafts[j].first))
        if latest is not None and latest in candidates:
            return latest if self.drafts[latest].full * 2 >= self.drafts[most].full else most
        return most

    def _roles(self, index: int, mention: Mention) -> None:
        """Add what the words around a name say its bearer is."""
        self.drafts[index].uses.extend(_uses(self.text, index, mention))


_ACRONYM = re.compile(r" \(([A-Z][A-Z&.-]{1,9})\)")
_SENTENCE_START = frozenset('.!?:\n“"‘•—')


def _starts_sentence(text: str, start: int) -> bool:
    """Whether a capital may be due to the place and not to the word."""
    before = text[max(0, start - 2) : start].strip()
    return not before or before[-1] in _SENTENCE_START


def _draft_gender(draft: _Draft) -> Gender | None:
    if draft.gender is None and draft.person is not None and draft.person.given:
        return names.gender(draft.person.given)
    return draft.gender


def _headline_end(text: str) -> int:
    """End of the first line, where that is set in title case; 0 where it is a sentence."""
    end = text.find("\n")
    words = [w for w in text[: max(end, 0)][:300].split() if len(w) > 3]
    capital = sum(w[:1].isupper() for w in words)
    return end if len(words) > 3 and capital >= 0.7 * len(words) else 0


_SMALL = frozenset(
    "the a an of for at in on and or to from with his her their its who is was one s by".split()
)
_WORDS = re.compile(r"\w[\w-]*")


def content_words(phrase: str) -> frozenset[str]:
    """The words of a descriptor or title by which it is compared.

    >>> sorted(content_words("the Valley’s chief executive"))
    ['chief', 'executive', 'valley']
    """
    return frozenset(w for w in _WORDS.findall(phrase.lower()) if w not in _SMALL)


_BODY = r"(?:[^,;:.!?()“”\"\n—–]|\.(?=[\w,])|(?<=\b[A-Z])\.|(?<=\.[A-Z])\.|(?<= St)\.|(?<= Inc)\.)"
_AFTER = re.compile(
    rf"""(?:\ \((?P<party>[^()\n]{{1,30}})\))?
    (?:,?[\"”]?,\ (?:\d{{1,3}},\ )? | \ [—–]\ | \ --\ | \ (?:is|was|became|remains|serves\ as|served\ as)\ (?=an?\ |the\ ))
    (?:(?P<who>who\ (?:is|was|serves\ as|served\ as|has\ been)\ ) )?
    (?P<np>{_BODY}{{3,140}})""",
    re.VERBOSE,
)
_PARTY = re.compile(r" \(([^()\n]{1,30})\)")
_OF_BODY = re.compile(
    r"[\"”]? (?:of|from|with|at) (?P<body>(?:the )?[A-Z][\w&.’'-]*(?: (?:(?:of|for|and|the) ){0,2}[A-Z][\w&.’'-]*){0,6})"
)
_PREPOSITION = re.compile(r" (?:of|for|at|with|in|from|to|on) (?:the )?")
_RELATIVE = re.compile(
    r" (?:who|whose|whom|which|that|when|where|said|says|told|and (?:is|was|has))\b"
)
_BEFORE = re.compile(
    r"(?:^|(?<=[\s“\"(]))(?:the|a|an|his|her|their|its|another|The|A|An|His|Her|Their|Its|Another"
    r"|[A-Z][\w.-]*(?: [A-Z][\w.-]*){0,4}[’']s?)(?= )"
)
_PARTIES = {"d": "democrat", "r": "republican", "i": "independent", "l": "libertarian"}
_STATES = dict(
    pair.split("=")
    for pair in (
        "ala=alabama ariz=arizona ark=arkansas calif=california colo=colorado conn=connecticut"
        " del=delaware fla=florida ga=georgia ill=illinois ind=indiana kan=kansas ky=kentucky"
        " la=louisiana md=maryland mass=massachusetts mich=michigan minn=minnesota"
        " miss=mississippi mo=missouri mont=montana neb=nebraska nev=nevada okla=oklahoma"
        " ore=oregon pa=pennsylvania tenn=tennessee tex=texas vt=vermont va=virginia"
        " wash=washington wis=wisconsin wyo=wyoming n.h=hampshire n.j=jersey n.m=mexico n.y=york"
        " n.c=carolina n.d=dakota r.i=rhode s.c=carolina s.d=dakota w.va=virginia"
    ).split()
)


def _uses(text: str, index: int, mention: Mention) -> Iterator[Use]:
    """The roles that the words around one mention give its bearer."""
    start, name_start, end = mention.start, mention.name_start, mention.end
    role = mention.reading.role
    previous = text[max(0, start - 24) : start]
    before: Use | None = None
    if role is not None:
        before = _title_before(text, index, start, name_start, role)
    elif previous[-1:] == " " and name_start == start:
        word = previous[:-1].rpartition(" ")[2]
        noun = nouns.lookup(word) if word else None
        if noun is not None and noun.human and not noun.plural:
            before = _title_before(text, index, start - 1 - len(word), name_start, noun.lemma)
    if before is not None:
        yield before
    elif previous[-2:] == ", " or previous[-3:] in (', "', ", “"):
        apposed = _apposed_before(text, index, mention)
        if apposed is not None:
            yield apposed
    following = text[end : end + 2]
    if following[:1] in ',"”' or following in (
        " (",
        " —",
        " –",
        " -",
        " i",
        " w",
        " s",
        " b",
        " r",
    ):
        yield from _apposed_after(text, index, mention)
    if following in (" o", " f", " a") or following[:1] in '"”':
        match = _OF_BODY.match(text, end)
        if match is not None:
            yield Use(
                entity=index,
                start=match.start("body"),
                end=match.end("body"),
                role=None,
                title=False,
                words=content_words(match["body"]),
                affiliation=match.span("body"),
                at=start,
            )


_TITLE_STOPS = frozenset(
    "the a an his her their its our my this that and or but of for at in on to from with by as"
    " said says told added asked called like when while after before if than who which where"
    " because against about between among over under into is was are were has had have".split()
)


def _title_before(text: str, index: int, start: int, name_start: int, role: str) -> Use | None:
    """A title in front of the name, from the first word that belongs to it."""
    window = text[max(0, start - 90) : start]
    cut = max(window.rfind(mark) for mark in ',.;:!?()“”"\n—–')
    while cut >= 0 and window[cut] == "." and window[cut - 1 : cut].isupper():
        cut = max(window.rfind(mark, 0, cut) for mark in ',.;:!?()“”"\n—–')
    begin = start
    for match in reversed(list(re.finditer(r"\S+", window[cut + 1 :]))):
        word = match[0]
        low = word.lower()
        if low in _TITLE_STOPS or low.endswith(("’s", "'s", "s’", "ing", "ly")):
            break
        if low.endswith("ed") and low not in ("retired", "disgraced", "united"):
            break
        begin = start - len(window) + cut + 1 + match.start()
    end = name_start
    while end > begin and text[end - 1] in ' “"':
        end -= 1
    if end <= begin:
        return None
    words = text[begin:end]
    noun = nouns.lookup(role)
    spans = _body_in_title(text, begin, end)
    return Use(
        entity=index,
        start=begin,
        end=end,
        role=role,
        title=noun is not None and noun.category == "title",
        words=content_words(words) | {role},
        affiliation=spans,
        at=start,
    )


def _body_in_title(text: str, start: int, end: int) -> tuple[int, int] | None:
    """`White House` in `White House press secretary`."""
    first = last = None
    for match in re.finditer(r"\S+", text[start:end]):
        word = match[0]
        noun = nouns.lookup(word)
        modifier = word.lower() in _MODIFIERS
        if word[0].isupper() and not (noun is not None and noun.human) and not modifier:
            if last is not None and match.start() != last + 1:
                break
            first = match.start() if first is None else first
            last = match.end()
        elif first is not None:
            break
    return (start + first, start + last) if first is not None and last is not None else None


_MODIFIERS = frozenset(
    "former ex- then- acting interim deputy assistant vice senior chief prime first second lady"
    " press executive managing state national federal presidential vice-presidential late retired"
    " democratic republican attorney general secretary lt. gen. rep. sen. gov. of campaign"
    " communications research majority minority associate lead new incoming outgoing longtime".split()
)


def _apposed_before(text: str, index: int, mention: Mention) -> Use | None:
    """`the head of the council, NAME`."""
    comma = text.rfind(",", 0, mention.start)
    low = max(0, comma - 130)
    window = text[low:comma]
    cut = max(window.rfind(mark) for mark in ",;:!?()“”\n") + 1
    for match in _BEFORE.finditer(window, cut):
        np = window[match.start() :]
        head = _head(np)
        if head is not None and not head[1]:
            return _use(text, index, low + match.start(), comma, head[0], mention.start)
    return None


def _apposed_after(text: str, index: int, mention: Mention) -> Iterator[Use]:
    """`NAME, the head of the council,` and `NAME (R-Vt.)`."""
    match = _PARTY.match(text, mention.end)
    at = mention.end
    if match is not None:
        at = match.end()
        words = _party_words(match[1])
        if words:
            yield Use(
                entity=index,
                start=match.start(1),
                end=match.end(1),
                role=next(iter(words & set(_PARTIES.values())), None),
                title=False,
                words=frozenset(words),
                affiliation=match.span(1),
                at=mention.start,
            )
    match = _AFTER.match(text, mention.end)
    if match is None:
        return
    start = match.start("np")
    np = match["np"]
    relative = _RELATIVE.search(np)
    if relative is not None:
        np = np[: relative.start()]
    head = _head(np)
    if head is None or head[1] or np[:1] == " ":
        return
    yield _use(text, index, start, start + len(np.rstrip()), head[0], mention.start)


def _use(text: str, index: int, start: int, end: int, role: str, at: int) -> Use:
    noun = nouns.lookup(role)
    first = text[start:end].split(" ", 1)
    if first[0].lower() in ("the", "a", "an", "one"):
        start += len(first[0]) + 1
    phrase = text[start:end]
    match = _PREPOSITION.search(phrase)
    affiliation = None
    if match is not None:
        body = re.match(
            r"[A-Z][\w&.’'-]*(?: (?:(?:of|for|and|the|on|&) ){0,2}[A-Z][\w&.’'-]*){0,6}",
            phrase[match.end() :],
        )
        if body is not None:
            affiliation = (start + match.end(), start + match.end() + body.end())
    if affiliation is None:
        affiliation = _body_in_title(text, start, end)
    return Use(
        entity=index,
        start=start,
        end=end,
        role=role,
        title=noun is not None and noun.category == "title",
        words=content_words(phrase) | {role},
        affiliation=affiliation,
        at=at,
    )


def _head(np: str) -> tuple[str, bool] | None:
    """Lemma of the human head of a noun phrase, and whether it is plural."""
    tokens = [(m.start(), m.end(), m[0].lower()) for m in phrases.TOKEN.finditer(np)]
    chunk = phrases.chunk(tokens)
    for i, token in enumerate(chunk[1:], 1):
        if token[2] in ("the", "a", "an"):
            chunk = chunk[:i]
            break
    if not chunk or len(chunk) > 9:
        return None
    noun = nouns.lookup(chunk[-1][2])
    if noun is None and "-" in chunk[-1][2]:
        noun = nouns.lookup(chunk[-1][2].rpartition("-")[2])
    if noun is None or not noun.human:
        return None
    first = chunk[0][2]
    return noun.lemma, noun.plural and first not in ("one",)


def _party_words(inside: str) -> set[str]:
    party, dash, state = inside.lower().rstrip(".").partition("-")
    if party.strip(". ") not in _PARTIES:
        return set()
    words = {_PARTIES[party.strip(". ")]}
    if dash:
        words |= set(_STATES.get(state.replace(" ", ""), state).split())
    return words
