"""Which outlet a scene took place on: a venue is named once and holds for what follows.

`During a Lima TV town hall, …` is said of one answer and true of the next ten. A scene ends where
what is said has a place, an audience or a form of its own, or where its speaker falls silent.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Sequence, Set
from typing import TYPE_CHECKING

from attrs import evolve

from attrib.lazily import regex
from attrib.model import Attribution, Circumstances, Span, Speaker
from attrib.provenance import several, talks
from attrib.provenance.occasions import (
    BEFORE,
    REACH,
    end_of,
    has_own,
    is_elsewhere,
    is_from_afar,
    is_host,
    is_long_past,
    is_news,
    is_of_old,
    is_of_past_year,
    is_past_talk,
    is_said,
    is_same_talk,
    is_to_host,
    start_of,
)
from attrib.provenance.talks import Talk

if TYPE_CHECKING:
    from attrib.outlets.mentions import OutletMention

_SILENCE = 2
"""Paragraphs without a word of the speaker after which a scene is over."""
_LEAD = 3
"""Paragraphs after the first in which a scene is told of that the lead has told in short."""
_PORTRAIT = 0.6
"""Share of an article's attributions that makes it the portrait of one speaker."""
_RARELY = 0.1
"""Share of these that may have been said elsewhere, though all the rest was in the interview."""

_SAME_OCCASION = regex.compile(
    r"(?i)\b(?:at|during|in|on|told)\sthe\s(?:same\s)?(?:forum|town[\s-]hall|debate|interview|show)\b"
)


_ANOTHER_OCCASION = regex.compile(
    r"(?i)\b(?:during|at|in)\s(?:an?|his|her|their)\s(?:[\w-]++\s){0,3}?(?:appearances?|rally|speech"
    r"|address|news\sconference|press\sconference|hearing|fundraiser|ceremony|gala|dinner|lecture"
    r"|keynote)\s(?:at|in|before|to|with)\s"
)


def hold(
    text: str,
    attributions: Sequence[Attribution],
    speakers: Sequence[Speaker | None],
    found: Sequence[Circumstances],
    outlets: Sequence[OutletMention],
) -> list[Circumstances]:
    """`found`, with the venue of its scene for each attribution that names none.

    >>> from attrib.model import Cue, Span
    >>> text = "“No,” Ruiz told Lima TV. “Never,” she said."
    >>> def said(content, cue):
    ...     spans = [Span.of(text, text.index(w), text.index(w) + len(w)) for w in (content, cue)]
    ...     return Attribution(pattern="p", content=(spans[0],), cue=Cue(span=spans[1]),
    ...                        kind="direct", confidence=1.0)
    >>> ruiz = Speaker(name="Ana Ruiz", kind="person")
    >>> held = hold(text, [said("“No,”", "told"), said("“Never,”", "said")], [ruiz, ruiz],
    ...             [Circumstances(venue="Lima TV"), Circumstances()], [])
    >>> [circumstances.venue for circumstances in held]
    ['Lima TV', 'Lima TV']
    """
    reported = _reported(attributions, speakers, found)
    names = several.names(speakers)
    venues = sorted(
        [*talks.named(reported, attributions), *talks.told_of(text, attributions, names, outlets)]
    )
    if not venues:
        return list(found)
    venues = talks.without_aside(text, reported, attributions, venues)
    lines = [match.end() for match in regex.finditer(r"\n\s*+", text)]
    carriers = {i for i, one in enumerate(speakers) if one is not None and one.kind == "outlet"}
    held = _follow(text, attributions, names, reported, venues, lines, carriers)
    _said_before(attributions, names, reported, venues, held, lines)
    if not is_long_past(text, attributions, held):
        _lead(text, attributions, names, reported, held, lines)
        _portrait(text, attributions, names, found, venues, held)
    return [
        evolve(
            own, venue=held[i], venue_span=_span(venues, held[i], attributions[i]), venue_by="scene"
        )
        if own.venue is None and i in held and i not in carriers
        else own
        for i, own in enumerate(found)
    ]


def _reported(
    attributions: Sequence[Attribution],
    speakers: Sequence[Speaker | None],
    found: Sequence[Circumstances],
) -> list[Circumstances]:
    """`found`, with the outlet in whose words a statement stands as what carried it.

    `According to the daily, two clerks said …`; `one of them` comes through the daily as well.
    """
    held = []
    for attribution, own in zip(attributions, found, strict=True):
        parent = attribution.parent
        relayed = parent is not None and attributions[parent].content == attribution.content
        carrier = None if parent is None or relayed else speakers[parent]
        if own.venue is None and carrier is not None and carrier.kind == "outlet":
            own = evolve(own, venue=carrier.name, venue_by="reported")
        held.append(own)
    return held


def _span(venues: Sequence[Talk], name: str, attribution: Attribution) -> Span | None:
    """The words that opened the scene: the last to name it before the attribution ends."""
    end = end_of(attribution)
    told = [venue for venue in venues if venue.name == name]
    before = [venue for venue in told if venue.at < end]
    return before[-1].span if before else told[0].span if told else None


def _follow(
    text: str,
    attributions: Sequence[Attribution],
    names: Sequence[str],
    found: Sequence[Circumstances],
    venues: Sequence[Talk],
    lines: Sequence[int],
    carriers: Set[int],
) -> dict[int, str]:
    """The venue of attributions by their index, the text being read from the top."""
    held: dict[int, str] = {}
    scenes: dict[str, tuple[str, int]] = {}  # each speaker's venue, and where last heard there
    shared: tuple[str, int] | None = None  # the last town hall or forum, and where it was named
    ended: dict[str, int] = {}  # where each was last heard in a scene
    talks_of: dict[str, str] = {}  # the venue of each speaker's latest talk
    heard: set[str] = set()
    met: set[str] = set()  # those of whom the article knows because an outlet spoke to them
    old: set[str] = set()  # those whose scene was years ago
    latest: tuple[str, int] | None = None  # the venue named last by any attribution
    upcoming = 0
    together = _together(names)
    starts = [start_of(attribution) for attribution in attributions]
    for i in sorted(range(len(found)), key=starts.__getitem__):
        start, end = starts[i], end_of(attributions[i])
        own, name, paragraph = found[i], names[i], bisect_right(lines, start)
        if own.venue is not None and not name:
            name = _asked(text, attributions[i], names[max(0, i - _NEAR) : i + _NEAR])
        while upcoming < len(venues) and venues[upcoming].at < end:
            venue = venues[upcoming]
            upcoming += 1
            opened = bisect_right(lines, venue.at)
            if is_past_talk(text, venue.at):
                old.update((venue.of, name))
            if venue.shared:
                shared = venue.name, opened
            elif venue.of:
                for each in (venue.of, *([name] if name.lower() in _PRONOUNS else ())):
                    scenes[each], talks_of[each] = (venue.name, opened), venue.name
            elif (
                paragraph - opened < _SILENCE
                and i not in carriers
                and (venue.owner < 0 or venue.owner == i or not _stands_in(attributions, venue, i))
            ):
                scenes[name] = venue.name, paragraph
                talks_of[name] = venue.name
        aside = own.venue is None and own.venue_by is not None
        if aside or i in carriers or _is_retold(attributions, names, carriers, i):
            continue
        begins = lines[paragraph - 1] if paragraph else 0
        if (
            own.venue is None
            and name in scenes
            and scenes[name][1] < paragraph
            and _ANOTHER_OCCASION.search(text, begins, start)
        ):
            scenes.pop(name)  # `He was booed during an appearance at a gala. “No,” he said.`
        if own.venue is not None:
            if own.venue_by == "told" and (
                name not in heard or (paragraph <= _LEAD and is_news(text, own, attributions[i]))
            ):
                met.add(name)
            elif scenes.get(name, (own.venue, 0))[0] != own.venue:
                met.discard(name)
            heard.add(name)
            latest = own.venue, paragraph
            talked = together.get(name, ()) if own.venue_by != "reported" else ()
            past = is_of_past_year(text, attributions[i])
            for each in (name, *talked):
                scenes[each], talks_of[each] = latest, own.venue
                (old.add if past else old.discard)(each)
            if past:
                met.discard(name)
            ended[name] = end
            # `… told Reuters`: the same outlet, named after the cue, opens no other's scene.
            while upcoming < len(venues) and _names_again(venues[upcoming], own.venue, end):
                upcoming += 1
            continue
        again = name in talks_of and is_same_talk(own)
        if again:
            scenes[name] = talks_of[name], paragraph
        elif is_of_old(text, attributions[i]):
            continue
        elif shared and _SAME_OCCASION.search(text, max(0, start - BEFORE), end):
            shared = shared[0], paragraph
            scenes[name] = shared
        elif (
            latest
            and paragraph - latest[1] <= _SILENCE
            and is_host(attributions[i])
            and "episode" not in text[max(0, start - REACH) : start].rpartition(". ")[2]
        ):
            scenes[name] = latest
        elif (
            (is_elsewhere(own) or has_own(text, attributions[i]))
            and not is_to_host(own, scenes.get(name))
            and not is_from_afar(text, own)
        ):
            scenes.pop(name, None)
            heard.add(name)
            met.discard(name)
            shared = (shared[0], -_SILENCE) if shared else None
            continue
        elif shared and 0 <= paragraph - shared[1] <= _SILENCE and name not in scenes:
            scenes[name] = shared
        quiet = paragraph - scenes[name][1] if name in scenes else 0
        near = max(ended.get(name, start), lines[paragraph - 2] if paragraph > 1 else 0)
        if name in ended and not again and _ANOTHER.search(text, near, start):
            scenes.pop(name, None)
            met.discard(name)
        if name in old and quiet and not again:
            scenes.pop(name, None)  # `In a 2011 interview with the Times, Ruiz said`, and today
        if name in scenes and (quiet <= _SILENCE or name in met) and is_said(attributions[i]):
            ended[name] = end
            held[i] = scenes[name][0]
            scenes[name] = held[i], paragraph
        if paragraph:  # what a headline tells is told again below
            heard.add(name)
    return held


_PRONOUNS = frozenset({"he", "she", "they"})
"""A speaker of whom no more is known: whoever the talk is told of, it may be."""
_ANOTHER = regex.compile(
    r"\b(?:during|at|in|to|before)\s(?:an?|another|his|her|their)\s(?:[\w’'-]{1,15}\s){0,3}"
    r"(?:appearance|speech|rally|fundraiser|meeting|convention|hearing|ceremony|vigil|protest)\b"
)
"""An occasion of its own, told since a scene: `suggested so during an appearance before donors`."""


def _together(names: Sequence[str]) -> dict[str, list[str]]:
    """For each name of several people those of each: `Ana Ruiz and Karl Okon`."""
    alone = {name for name in names if " " in name and " and " not in name}
    return {
        name: [one for one in sorted(alone) if one in name] for name in names if " and " in name
    }


def _is_retold(
    attributions: Sequence[Attribution], names: Sequence[str], carriers: Set[int], i: int
) -> bool:
    """Whether it stands in what another says who is no outlet, or in what is quoted of the same:
    `“I told Lima TV so,” she said.`"""
    around = attributions[i].parent
    if around is None or around in carriers:
        return False
    return names[around] != names[i] or attributions[around].kind == "direct"


def _asked(text: str, attribution: Attribution, names: Sequence[str]) -> str:
    """Ruiz of `On Lima TV, Ruiz was asked whether`: who answers next does so there."""
    cue = attribution.cue
    if cue is None or cue.lemma not in _ASKS:
        return ""
    begins = text.rfind("\n", 0, cue.span.start) + 1
    before = text[max(begins, cue.span.start - REACH) : cue.span.start].rstrip()
    return next((name for name in names if name and before.endswith(name.split()[-1])), "")


_NEAR = 20
"""So many attributions before and after, whoever is asked speaks too."""
_ASKS = frozenset({"ask", "question", "press", "grill", "interview"})


def _lead(
    text: str,
    attributions: Sequence[Attribution],
    names: Sequence[str],
    found: Sequence[Circumstances],
    held: dict[int, str],
    lines: Sequence[int],
) -> None:
    """Add what the first paragraphs say of the scene that the next ones tell at length."""
    told = {i: venue for i, own in enumerate(found) if (venue := _news(text, own, attributions[i]))}
    told = {i: told[i] for i in told if bisect_right(lines, start_of(attributions[i])) <= _LEAD}
    told |= held
    taking_part = {names[i]: told[i] for i in sorted(told, reverse=True)}
    first = min((start_of(attributions[i]) for i in told), default=0)
    opening: list[tuple[int, int]] = []
    other_scenes: set[tuple[str, int]] = set()  # `told friends …, and thought`: to them as well
    for i, attribution in enumerate(attributions):
        start = start_of(attribution)
        paragraph = bisect_right(lines, start)
        if i in held or start >= first or paragraph > _SILENCE:
            continue
        own = found[i]
        if own.venue is not None or is_elsewhere(evolve(own, time=None)):
            other_scenes.add((names[i], paragraph))
        elif names[i] in taking_part:
            opening.append((i, paragraph))
    for i, paragraph in opening:
        if (names[i], paragraph) not in other_scenes:
            held[i] = taking_part[names[i]]


def _news(text: str, own: Circumstances, attribution: Attribution) -> str | None:
    """The outlet that somebody was interviewed by for the news of an article."""
    interviewed = own.medium is not None and own.medium.endswith("interview")
    by = own.venue_by in ("told", "programme")
    return own.venue if interviewed and by and is_news(text, own, attribution) else None


def _portrait(
    text: str,
    attributions: Sequence[Attribution],
    names: Sequence[str],
    found: Sequence[Circumstances],
    venues: Sequence[Talk],
    held: dict[int, str],
) -> None:
    """Let an only interview hold for all that the one speaker of an article says."""
    (name, times), *_ = Counter(names).most_common(1)
    if not name or times < _PORTRAIT * len(names) or len({venue.name for venue in venues}) > 1:
        return
    if not any(names[i] == name for i in held) or is_past_talk(text, venues[0].at):
        return
    elsewhere = sum(
        names[i] == name and own.venue is None and is_elsewhere(evolve(own, time=None))
        for i, own in enumerate(found)
    )
    if elsewhere > times * _RARELY:
        return  # `told reporters in Lima`, and then what was told in an interview
    for i, own in enumerate(found):
        if names[i] != name or is_elsewhere(own) or is_of_old(text, attributions[i]):
            continue
        if not has_own(text, attributions[i]):
            held.setdefault(i, venues[0].name)


def _said_before(
    attributions: Sequence[Attribution],
    names: Sequence[str],
    found: Sequence[Circumstances],
    venues: Sequence[Talk],
    held: dict[int, str],
    lines: Sequence[int],
) -> None:
    """Let `She made the remarks in an interview with …` hold for what she said just before."""
    for venue in venues:
        if not venue.of_before:
            continue
        told = bisect_right(lines, venue.at)
        for i, (attribution, name, own) in enumerate(zip(attributions, names, found, strict=True)):
            start = start_of(attribution)
            near = start < venue.at and told - bisect_right(lines, start) <= 1
            if (
                name == venue.of
                and near
                and own.venue is None
                and not is_elsewhere(evolve(own, time=None))
            ):
                held.setdefault(i, venue.name)


def _stands_in(attributions: Sequence[Attribution], venue: Talk, i: int) -> bool:
    """Whether a venue is named by an attribution within that at place `i`."""
    parent = attributions[venue.owner].parent
    while parent is not None and parent != i:
        parent = attributions[parent].parent
    return parent == i


def _names_again(venue: Talk, name: str, end: int) -> bool:
    return venue.name == name and venue.at < end + REACH
