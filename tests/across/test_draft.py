"""The quotations of a draft against its sources."""

from __future__ import annotations

import argparse
import json
import random
from collections.abc import Callable
from pathlib import Path

import pytest
from clock import seconds, times_longer

from attrib import attribute
from attrib.across.draft import QuotationCheck, check
from attrib.analysis import Analysis
from attrib.commands import verify
from attrib.errors import UsageError
from attrib.model import Document, Kind, Record, Span, Speaker, SpeakerKind

SOURCE = """\
CLEAR RIVER. “We will not raise taxes this year, and we will not borrow a cent,” Mayor Ana Ruiz
told the council on Monday. “The dam's gates are old. They were built in 1931, and I don't trust
them (laughter), um, not for one more winter.”

Ivo Stone, who runs the mill below the dam, disagreed. “It is a waste of money that nobody here
asked for,” he said. “The whole thing stinks.”
"""
RUIZ, STONE = "Ana Ruiz", "Ivo Stone"


Said = dict[str, str] | dict[tuple[str, ...], str]
"""The speaker of each stretch, or of several that are one statement."""


def article(
    text: str,
    said: Said,
    *,
    name: str = "source",
    kind: SpeakerKind = "person",
    said_as: Kind = "direct",
    resolved_by: str = "name",
) -> Analysis:
    """An analysis in which each stretch of `text` in `said` is its speaker's."""
    document = Document(text=text, id=name)
    records = []
    for words, speaker in said.items():
        stretches = [words] if isinstance(words, str) else words
        starts = [text.index(each) for each in stretches]
        records.append(
            Record(
                id=str(words),
                document=document,
                kind=said_as,
                content=tuple(
                    Span.of(text, start, start + len(each))
                    for start, each in zip(starts, stretches, strict=True)
                ),
                cue=None,
                source=None,
                speaker=Speaker(name=speaker, kind=kind, resolved_by=resolved_by),
                chain=(),
                confidence=1.0,
                pattern="made",
            )
        )
    return Analysis(document, tuple(records))


def notes_of(quotation: str, speaker: str = RUIZ) -> Analysis:
    """A source that has one quotation, of a speaker it names."""
    return article(f"{quotation} said {speaker}.", {quotation: speaker})


NOTES = article(
    SOURCE,
    {
        "“We will not raise taxes this year, and we will not borrow a cent,”": RUIZ,
        "“The dam's gates are old. They were built in 1931, and I don't trust\n"
        "them (laughter), um, not for one more winter.”": RUIZ,
        "“It is a waste of money that nobody here\nasked for,”": STONE,
        "“The whole thing stinks.”": STONE,
    },
)


def one(quotation: str, speaker: str | None = RUIZ, *sources: Analysis) -> QuotationCheck:
    """The check of a draft that has one quotation."""
    draft = article(f"{quotation} the draft says.", {quotation: speaker} if speaker else {})
    (found,) = check(draft, sources or [NOTES])
    return found


@pytest.mark.parametrize(
    ("quotation", "edits"),
    [
        pytest.param("“we will not borrow a cent,”", set(), id="the very words"),
        pytest.param("“The dam’s gates are old.”", {"marks"}, id="curly apostrophe"),
        pytest.param('"we will not borrow a cent,"', set(), id="straight marks"),
        pytest.param("“We will not borrow a cent,”", {"capitals"}, id="capital at the start"),
        pytest.param("“The dam's gates are old,”", {"ending"}, id="comma for full stop"),
        pytest.param("“we will not raise taxes this year … will not borrow a cent”", None, id="…"),
        pytest.param(
            "“We will not raise taxes ... and we will not borrow a cent,”", {"ellipsis"}, id="..."
        ),
        pytest.param(
            "“We will not raise taxes [...] and we will not borrow a cent,”",
            {"ellipsis"},
            id="ellipsis in brackets",
        ),
        pytest.param("“They were built in 1931 … I don't trust them,”", None, id="over a clause"),
        pytest.param("“[The gates] were built in 1931”", None, id="brackets for a pronoun"),
        pytest.param("“I don't trust [the gates]”", None, id="brackets at the end"),
        pytest.param("“The dam's gates [sic] are old.”", {"insertion"}, id="sic"),
        pytest.param(
            "“[They] were built in 1931,”", {"insertion"}, id="brackets round its own word"
        ),
        pytest.param("“THE DAM'S GATES ARE OLD.”", {"capitals"}, id="all in capitals"),
        pytest.param(
            "“[W]e will not borrow a cent,”",
            {"insertion"},
            id="capital in brackets in mid-sentence",
        ),
        pytest.param("“[t]he dam's gates are old.”", {"insertion"}, id="capital in brackets"),
        pytest.param("“I don't trust them, um, not for one more winter.”", None, id="stage remark"),
        pytest.param(
            "“I don't trust them, not for one more winter.”", None, id="filler and stage remark"
        ),
        pytest.param("“The dam's gates are old; they were built in 1931”", None, id="punctuation"),
    ],
)
def test_fair_edits_pass(quotation: str, edits: set[str] | None) -> None:
    """What an editor may do to a quotation is named and does not fail it."""
    found = one(quotation)

    assert found.ok, found.difference
    assert "changed" not in {piece.edit for piece in found.pieces}
    if edits is not None:
        assert {piece.edit for piece in found.pieces} - {"same"} == edits


@pytest.mark.parametrize(
    ("quotation", "difference"),
    [
        pytest.param(
            "“We will raise taxes this year,”",
            "We will [-not-] raise taxes this year,",
            id="a word left out",
        ),
        pytest.param(
            "“We will … raise taxes this year,”",
            "We will [-not-]{+…+} raise taxes this year,",
            id="a negation behind an ellipsis",
        ),
        pytest.param(
            "“The DAM'S gates are old.”",
            "The [-dam's-]{+DAM'S+} gates are old.",
            id="capitals for stress",
        ),
        pytest.param(
            "“We [will] raise taxes this year,”",
            "We [-will not-]{+[will]+} raise taxes this year,",
            id="a negation behind brackets",
        ),
        pytest.param(
            "“We will not raise any taxes this year,”",
            "We will not raise {+any+} taxes this year,",
            id="a word put in",
        ),
        pytest.param(
            "“It was built in 1931, and I don't trust them”",
            "[-They were-]{+It was+} built in 1931, and I don't trust them",
            id="other words at the start",
        ),
        pytest.param(
            "“They were built in 1913, and I do trust them”",
            "They were built in [-1931-]{+1913+} and I [-don't-]{+do+} trust them",
            id="number and negation",
        ),
    ],
)
def test_other_words_are_shown(quotation: str, difference: str) -> None:
    """A quotation whose words were changed fails, and the words are shown one by one."""
    found = one(quotation)

    assert (found.status, found.ok) == ("altered", False)
    assert found.difference == difference


@pytest.mark.parametrize(
    ("source", "draft", "difference"),
    [
        pytest.param(
            "I'm sorry for that",
            "I am sorry for that",
            "[-I'm-]{+I am+} sorry for that",
            id="I am for I'm",
        ),
        pytest.param(
            "I am sorry for that",
            "I’m sorry for that",
            "[-I am-]{+I’m+} sorry for that",
            id="I'm for I am",
        ),
        pytest.param("I’m sorry", "I am sorry", "[-I’m-]{+I am+} sorry", id="three words"),
        pytest.param("It is over", "It's over", "[-It is-]{+It's+} over", id="is"),
        pytest.param("It has rained", "It's rained", "[-It has-]{+It's+} rained", id="has"),
        pytest.param("We're ready", "We are ready", "[-We're-]{+We are+} ready", id="are"),
        pytest.param("You've won", "You have won", "[-You've-]{+You have+} won", id="have"),
        pytest.param("She'd go", "She would go", "[-She'd-]{+She would+} go", id="would"),
        pytest.param("They'll pay", "They will pay", "[-They'll-]{+They will+} pay", id="will"),
        pytest.param("We do not pay", "We don't pay", "We [-do not-]{+don't+} pay", id="not"),
        pytest.param("We won't pay", "We will not pay", "We [-won't-]{+will not+} pay", id="won't"),
        pytest.param("I can't say", "I cannot say", "I [-can't-]{+cannot+} say", id="cannot"),
        pytest.param("We know it's", "We know it is", "We know [-it's-]{+it is+}", id="end"),
        pytest.param(
            "I am told that I was wrong; well, I'm sorry, and so am I",
            "I am sorry",
            "[-I'm-]{+I am+} sorry",
            id="the same words are elsewhere too",
        ),
        pytest.param(
            "I'm sorry that he's late and we can't wait long",
            "I am sorry that he is late and we cannot wait too long",
            "[-I'm-]{+I am+} sorry that [-he's-]{+he is+} late and we [-can't-]{+cannot+} "
            "wait {+too+} long",
            id="several, and more",
        ),
    ],
)
def test_a_contraction_and_its_words_are_told_apart_and_found(
    source: str, draft: str, difference: str
) -> None:
    """What was said with a contraction and is printed without, or the reverse, is altered."""
    notes = article(f"“Well. {source},” he said. I've seen it. I am here.", {})

    found = one(f"“{draft}”", RUIZ, notes)

    assert (found.status, found.difference) == ("altered", difference)


@pytest.mark.parametrize(
    ("source", "draft"),
    [
        pytest.param("The mayor's plan failed", "the mayor is", id="a possessive"),
        pytest.param("I'm late", "I am", id="nothing but a contraction"),
    ],
)
def test_what_is_no_contraction_is_not_found(source: str, draft: str) -> None:
    """An apostrophe by itself makes no place of a source answer to a quotation."""
    assert one(f"“{draft}”", RUIZ, article(f"“{source},” he said.", {})).status == "not found"


def test_a_contraction_in_brackets_is_fair() -> None:
    """An editor who says that the words are the draft's own may spell them out."""
    found = one("“[I am] sorry for that”", RUIZ, notes_of("“I'm sorry for that,”"))

    assert found.status == "edited"


def test_the_very_words_stay_verbatim_beside_their_contraction() -> None:
    """Where the source has both, it is the words themselves that are found."""
    notes = notes_of("“I'm sorry. I am sorry for that. I'm sorry for all,”")

    assert [one(f"“{words}”", RUIZ, notes).status for words in ("I am sorry", "I'm sorry for")] == [
        "verbatim",
        "verbatim",
    ]


@pytest.mark.parametrize(
    ("source", "draft", "status"),
    [
        pytest.param(
            "We will not close the mill, but we will mend the dam",
            "We will not … mend the dam",
            "altered",
            id="what was promised is denied",
        ),
        pytest.param(
            "Nobody asked the council. We found out by ourselves",
            "Nobody … found out by ourselves",
            "altered",
            id="over a sentence",
        ),
        pytest.param(
            "We will not, not this year and not next, mend the dam",
            "We will not … mend the dam",
            "edited",
            id="denied all along",
        ),
        pytest.param(
            "We will not, whatever they say, mend the dam",
            "We will not … mend the dam",
            "edited",
            id="an aside",
        ),
    ],
)
def test_an_ellipsis_may_not_turn_a_negation_to_something_else(
    source: str, draft: str, status: str
) -> None:
    """What a negation denies in the draft, it denies in the source."""
    found = one(f"“{draft},”", RUIZ, notes_of(f"“{source},”"))

    assert found.status == status


@pytest.mark.parametrize(
    ("source", "said", "status", "edits"),
    [
        pytest.param(
            "“We go now,” said Ana Ruiz, the mayor. “We take the train and the boat.”",
            {("“We go now,”", "“We take the train and the boat.”"): RUIZ},
            "edited",
            {"tag", "same", "punctuation"},
            id="a tag between",
        ),
        pytest.param(
            '"We go now," the mayor said. "We take the train and the boat."',
            {('"We go now,"', '"We take the train and the boat."'): RUIZ},
            "edited",
            {"tag", "same", "punctuation"},
            id="straight marks",
        ),
        pytest.param(
            "“We go now,” Ana Ruiz said, and Ivo Stone replied, “We take the train and the boat.”",
            {"“We go now,”": RUIZ, "“We take the train and the boat.”": STONE},
            "another speaker",
            {"tag", "same", "punctuation"},
            id="another speaks after it",
        ),
        pytest.param(
            "“We go now,” said Ivo Stone. “We take the train and the boat.”",
            {("“We go now,”", "“We take the train and the boat.”"): STONE},
            "another speaker",
            {"tag", "same", "punctuation"},
            id="another says both",
        ),
        pytest.param(
            "“We go now,” said Ana Ruiz. It rained. “We take the train and the boat.”",
            {"“We go now,”": RUIZ, "“We take the train and the boat.”": RUIZ},
            "altered",
            {"changed", "same", "punctuation"},
            id="a sentence between",
        ),
        pytest.param(
            "We go now, said Ana Ruiz. We take the train and the boat.",
            {},
            "not said",
            {"changed", "same", "punctuation"},
            id="no quotation in the source",
        ),
    ],
)
def test_the_tag_between_two_pieces_of_a_quotation_may_go(
    source: str, said: Said, status: str, edits: set[str]
) -> None:
    """`“We go,” said she. “Now.”` may be printed as one quotation where both are hers."""
    found = one("“We go now. We take the train and the boat,”", RUIZ, article(source, said))

    assert found.status == status
    assert {piece.edit for piece in found.pieces} - {"ending"} <= edits
    assert {"tag", "changed"} & {piece.edit for piece in found.pieces} == {"tag", "changed"} & edits


@pytest.mark.parametrize(
    ("quotation", "speaker", "status"),
    [
        pytest.param("“we will not borrow a cent,”", "Ruiz", "verbatim", id="surname"),
        pytest.param("“we will not borrow a cent,”", "Mayor Ruiz", "verbatim", id="title"),
        pytest.param("“we will not borrow a cent,”", STONE, "another speaker", id="another"),
        pytest.param("“we will not borrow a cent,”", "Eva Ruiz", "another speaker", id="namesake"),
        pytest.param("“We will raise taxes this year,”", STONE, "another speaker", id="both wrong"),
        pytest.param("“we will not borrow a cent,”", None, "verbatim", id="nobody named"),
        pytest.param("“borrow a cent,”", STONE, "another speaker", id="another, of three words"),
        pytest.param("“stinks”", RUIZ, "another speaker", id="one word"),
        pytest.param("“We will sell the dam to the highest bidder,”", RUIZ, "not found", id="no"),
    ],
)
def test_who_said_it(quotation: str, speaker: str | None, status: str) -> None:
    """Words that somebody else says in the source are misattributed, by name as resolution has."""
    assert one(quotation, speaker).status == status


def test_an_unnamed_speaker_is_no_misattribution() -> None:
    """A draft may keep a name to itself: a description is not held against a name."""
    text = "“we will not borrow a cent,” a town official said."
    draft = article(
        text, {"“we will not borrow a cent,”": "a town official"}, kind="anonymous", name="draft"
    )

    assert [found.status for found in check(draft, [NOTES])] == ["verbatim"]


@pytest.mark.parametrize(
    ("quotation", "attributed", "status"),
    [
        pytest.param("“green”", False, "not checked", id="scare quotes"),
        pytest.param("“green”", True, "not found", id="a word put in a mouth"),
        pytest.param("“…!”", True, "not checked", id="no word at all"),
        pytest.param("“The Long Way Down the River”", False, "not checked", id="a title"),
        pytest.param("“nobody ever asked us about this”", False, "not found", id="a sentence"),
    ],
)
def test_what_nobody_need_have_said(quotation: str, attributed: bool, status: str) -> None:
    """Scare quotes and titles need no source, unless the draft says that somebody said them."""
    assert one(quotation, RUIZ if attributed else None).status == status


@pytest.mark.parametrize(
    "words",
    [
        "I trust the [new] council with it",
        "[T]he gates hold … for now [sic]",
        "They walk[ed] out (all of them)",
        "(the council) and [the mill]",
    ],
)
def test_brackets_that_the_source_prints_are_its_words(words: str) -> None:
    """A quotation copied with the brackets that stand in the source is verbatim."""
    assert one(f"“{words}”", RUIZ, notes_of(f"“{words},”")).ok


def test_the_best_source_is_taken() -> None:
    """Among several sources the one with the very words and the right speaker is named."""
    altered = article("“We will not borrow even a cent,” said Ana Ruiz.", {}, name="first")

    found = one("“We will not borrow a cent,”", RUIZ, altered, NOTES, altered)

    assert (found.status, found.source, found.found_speaker) == ("edited", "source", RUIZ)
    start = SOURCE.index("we will not borrow")
    assert found.found == Span.of(SOURCE, start, start + len("we will not borrow a cent"))


def test_a_transcript_says_who_speaks_by_its_labels() -> None:
    """In a transcript, the name before the colon is the speaker of what follows."""
    transcript = article(
        "RUIZ: Good morning to all of you.\n\nSTONE: The mill has to pay for all of it.\n"
        "And it will not.\n\nQ: Why is that?\n\nRUIZ: Because the gates are ours to mend.\n",
        {},
    )

    right = one("“The mill has to pay for all of it,”", STONE, transcript)
    wrong = one("“Because the gates are ours to mend,”", STONE, transcript)
    asked = one("“Why is that?”", STONE, transcript)

    assert (right.status, right.found_speaker) == ("verbatim", "STONE")
    assert wrong.status == "another speaker"
    assert asked.status == "speaker not confirmed"


def test_lines_of_metadata_are_no_transcript() -> None:
    """A name before a colon is a speaker only where names come back, line after line."""
    text = "Published: today\nPhoto: by hand\nStory: one\n\nThe gates are ours to mend, they say.\n"

    found = one("“The gates are ours to mend,”", STONE, article(text, {}))

    assert (found.status, found.found_speaker) == ("not said", None)


WALL = "The mill stands below the dam. "


@pytest.mark.parametrize(
    ("source", "speaker", "status"),
    [
        pytest.param(
            article(f"{WALL}The gates are old and nobody trusts them.", {}),
            RUIZ,
            "not said",
            id="the reporter's prose",
        ),
        pytest.param(
            article(
                f"{WALL}Ana Ruiz said the gates are old and nobody trusts them.",
                {"the gates are old and nobody trusts them": RUIZ},
                said_as="indirect",
            ),
            RUIZ,
            "paraphrase in marks",
            id="her claim, in the reporter's words",
        ),
        pytest.param(
            article(
                f"{WALL}Ana Ruiz said the gates are “old and nobody trusts them”.",
                {"the gates are “old and nobody trusts them”": RUIZ},
                said_as="mixed",
            ),
            RUIZ,
            "paraphrase in marks",
            id="half of it is hers",
        ),
        pytest.param(
            article(f"{WALL}“The gates are old and nobody trusts them.”", {}),
            RUIZ,
            "speaker not confirmed",
            id="in marks, nobody named",
        ),
        pytest.param(
            article(
                f"{WALL}“The gates are old and nobody trusts them,” he said.",
                {"“The gates are old and nobody trusts them,”": STONE},
                resolved_by="pronoun",
            ),
            RUIZ,
            "speaker not confirmed",
            id="by a pronoun that was resolved to another",
        ),
        pytest.param(
            article(
                f"{WALL}“The gates are old and nobody trusts them,” he said.",
                {"“The gates are old and nobody trusts them,”": STONE},
                resolved_by="pronoun",
            ),
            STONE,
            "edited",
            id="by a pronoun that was resolved to him",
        ),
        pytest.param(
            article(
                "Ivo Stone wrote that the wire had it: “The mayor found that the gates are old and "
                "nobody trusts them, and left.”",
                {
                    "“The mayor found that the gates are old and nobody trusts them, and left.”": (
                        STONE
                    )
                },
            ),
            RUIZ,
            "another speaker",
            id="told in the marks of another",
        ),
        pytest.param(
            article(f"{WALL}“The gates are old,” said Ana Ruiz.", {"“The gates are old,”": RUIZ}),
            RUIZ,
            "not found",
            id="only the beginning",
        ),
    ],
)
def test_where_the_words_stand_decides(source: Analysis, speaker: str, status: str) -> None:
    """Only what stands in marks, for the same speaker, may be printed in marks."""
    found = one("“the gates are old and nobody trusts them,”", speaker, source)

    assert (found.status, found.ok) == (status, status in ("verbatim", "edited"))
    assert found.explained()


def test_two_quotations_are_not_one() -> None:
    """Words of two statements may not be printed as one, without an ellipsis between them."""
    source = article(
        "“We go now,” said Ana Ruiz.\n\n“We take the train,” Ruiz said.",
        {"“We go now,”": RUIZ, "“We take the train,”": RUIZ},
    )

    joined = one("“We go now. We take the train,”", RUIZ, source)
    apart = one("“We go now … We take the train,”", RUIZ, source)

    assert (joined.status, apart.status) == ("altered", "edited")


@pytest.mark.parametrize(
    ("source", "draft", "ok"),
    [
        pytest.param(
            "We will, whatever they say, not under any condition mend it",
            "We will … mend it",
            False,
            id="denied further off",
        ),
        pytest.param(
            "We stayed, though nobody had asked us, and slept",
            "We stayed … and slept",
            True,
            id="a clause that denies something else",
        ),
        pytest.param(
            "I shall resign if the court says so, and so will he",
            "I shall resign … and so will he",
            False,
            id="a condition",
        ),
        pytest.param(
            "We go. If it rains, we do not. The boat is here",
            "We go. … The boat is here",
            True,
            id="whole sentences",
        ),
    ],
)
def test_an_ellipsis_may_not_turn_the_sense(source: str, draft: str, ok: bool) -> None:
    """What denies or limits the words that are left may not go."""
    assert one(f"“{draft}”", RUIZ, notes_of(f"“{source},”")).ok is ok


def test_all_of_a_transcript_is_its_speakers() -> None:
    """Of a text that is one person's words throughout, any words may be quoted."""
    speech = article("My friends, the gates are old. Nobody trusts them.", {}, name="speech")
    text = "“The gates are old,” said Ana Ruiz."
    draft = article(text, {"“The gates are old,”": RUIZ}, name="draft")

    assert [found.status for found in check(draft, [speech])] == ["not said"]
    assert [found.status for found in check(draft, [], [speech])] == ["edited"]


@pytest.mark.parametrize(
    ("heading", "speaker", "status"),
    [
        pytest.param("Statement by Mayor Ana Ruiz:", RUIZ, "verbatim", id="by"),
        pytest.param("Full text of the speech by Ana Ruiz", RUIZ, "verbatim", id="full text"),
        pytest.param("Ana Ruiz's statement in full:", RUIZ, "verbatim", id="in full"),
        pytest.param("Statement by Ana Ruiz:", STONE, "another speaker", id="another's"),
        pytest.param("A statement by Ana Ruiz angered them.", RUIZ, "not said", id="prose"),
    ],
)
def test_a_statement_in_full_is_its_speakers(heading: str, speaker: str, status: str) -> None:
    """What stands under the heading of a statement is in the words of who made it."""
    source = article(f"{heading}\n\nThe gates are old.\n\nWe trust them no more.\n", {})

    assert one("“We trust them no more,”", speaker, source).status == status


def test_paragraphs_of_the_reporter_in_an_interview_are_nobodys() -> None:
    """In an interview with prose between the turns, only the turns are in the speakers' words."""
    text = (
        "Ruiz: Good morning.\n\nStone: The gates are old.\n\nRuiz: Are they?\n\n"
        "Stone, who owns the mill, says it will close.\n\nStone: They are."
    )
    source = attribute(text, id="interview")

    assert one("“The gates are old,”", STONE, source).ok
    assert one("“it will close,”", STONE, source).status == "paraphrase in marks"
    assert one("“Stone, who owns the mill,”", STONE, source).status == "not said"


@pytest.mark.parametrize(
    ("source", "speaker", "other"),
    [
        pytest.param(
            "Milo Trask came. “I like the geese, they are kind,” the boy said. Ivo Stone left.",
            "Milo Trask",
            STONE,
            id="last named before a description",
        ),
        pytest.param(
            "Ana Ruiz spoke to the council.\n\nRuiz said the dam was old.\n\n“I like the geese, "
            "they are kind.”\n\nIvo Stone left.",
            RUIZ,
            STONE,
            id="who spoke in the paragraph before",
        ),
        pytest.param(
            "The paper had Ivo Stone, a miller, put it so: “I like the geese, they are kind.”",
            STONE,
            RUIZ,
            id="the only name in the sentence",
        ),
    ],
)
def test_a_draft_may_know_what_resolution_leaves_open(
    source: str, speaker: str, other: str
) -> None:
    """Who is named beside a quotation confirms the draft's speaker, and no other."""
    analysis = attribute(source, id="notes")

    assert one("“I like the geese, they are kind,”", speaker, analysis).ok
    assert not one("“I like the geese, they are kind,”", other, analysis).ok


def test_a_quotation_over_paragraphs_is_one() -> None:
    """A quotation that goes on in a new paragraph is checked as a whole."""
    source = notes_of("“We came here in May. We have not slept since,”")
    draft = article("“We came here in May.\n\n“We have not slept since,” she said.", {})

    (found,) = check(draft, [source])

    assert found.status == "verbatim"


def test_quotations_are_reported_in_order_and_once() -> None:
    """Each outermost quotation has one check, in the order of the draft."""
    draft = article("“A cent,” he said. “The whole ‘thing’ stinks.” She said “no” and “yes”.", {})

    found = check(draft, [NOTES])

    assert [item.quotation.spans[0].text for item in found] == [
        "“A cent,”",
        "“The whole ‘thing’ stinks.”",
        "“no”",
        "“yes”",
    ]
    assert found[1].status == "verbatim"


def test_json_has_spans_and_differences() -> None:
    """The JSON names where it stands in both texts and what differs."""
    data = one("“We will raise taxes this year,”").to_dict()

    assert data["status"] == "altered"
    assert data["differences"] == [{"edit": "changed", "draft": "", "source": "not"}]
    assert data["found"]["text"] == "We will not raise taxes this year"
    assert data["quotation"][0]["start"] == 0


def test_no_sources_and_no_quotations() -> None:
    """Nothing to check gives nothing; nothing to check against finds nothing."""
    assert check(article("Nobody spoke.", {}), [NOTES]) == ()
    assert check(article("“We will see about that now.”", {}), [])[0].status == "not found"


def made_source(words: int, seed: int = 5) -> tuple[str, list[str]]:
    """A long text of few different words, and ten-word stretches of it."""
    chooser = random.Random(seed)
    vocabulary = ["the", "of", "a", "to", "we"] * 40 + [f"word{n}" for n in range(800)]
    text = [chooser.choice(vocabulary) for _ in range(words)]
    return " ".join(text), [" ".join(text[n : n + 10]) for n in range(0, 20_000, 500)]


def test_quotations_of_common_words_are_found_in_a_long_source() -> None:
    """Every quotation of a long source is found in it, though its words are everywhere."""
    text, stretches = made_source(100_000)
    draft = article(" ".join(f"She said, “{stretch}.”" for stretch in stretches), {})

    found = check(draft, [article(text, {})])

    assert {item.status for item in found} == {"not said"}
    assert len(found) == len(stretches)


def test_cost_grows_with_the_length_of_the_sources() -> None:
    """Eight times the source cost about eight times the time."""

    def check_of(words: int) -> Callable[[], object]:
        text, stretches = made_source(words)
        draft = article(" ".join(f"She said, “{stretch}.”" for stretch in stretches), {})
        source = article(text, {})
        return lambda: check(draft, [source])

    assert times_longer(check_of(200_000), check_of(25_000), 16, 0.02) < 16


@pytest.mark.parametrize(
    "words",
    [
        pytest.param("a " * 3000, id="one word"),
        pytest.param("a b " * 1500, id="two words"),
        pytest.param("… " * 3000, id="ellipses"),
        pytest.param("[a] " * 2000, id="brackets"),
        pytest.param("[" * 3000, id="brackets that never close"),
        pytest.param("a [" * 2000, id="brackets among words"),
    ],
)
def test_hostile_quotations_end_soon(words: str) -> None:
    """No quotation takes long, however its words repeat."""
    draft, sources = article(f"“{words}” she said.", {}), [article(words * 3, {})]

    assert seconds(lambda: check(draft, sources), enough=10) < 10


def run(*words: str) -> int:
    parser = argparse.ArgumentParser()
    verify.add_arguments(parser)
    return verify.run(parser.parse_args(words))


@pytest.fixture
def _folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A source and two drafts, one faithful."""
    pytest.importorskip("attrib.attributor", reason="the pipeline is not there yet")
    monkeypatch.chdir(tmp_path)
    Path("notes.txt").write_text(
        "CLEAR RIVER\n\n“We will not raise taxes this year,” said Ana Ruiz.\n", encoding="utf-8"
    )
    Path("good.txt").write_text("“We will not raise taxes,” said Ana Ruiz.\n", encoding="utf-8")
    Path("bad.txt").write_text(
        "“We will raise taxes this year,” said Ana Ruiz.\n"
        "“We will not raise taxes this year,” said Ivo Stone.\n",
        encoding="utf-8",
    )


@pytest.mark.usefixtures("_folder")
def test_the_command_shows_what_fails(capsys: pytest.CaptureFixture[str]) -> None:
    """`attrib verify --draft` names each failing quotation with place and words, and fails."""
    assert run("--draft", "good.txt", "--against", "notes.txt") == 0
    capsys.readouterr()
    assert run("--draft", "bad.txt", "--against", "notes.txt") == 1

    lines = capsys.readouterr().out.splitlines()
    assert lines[0].split() == ["LINE", "STATUS", "SPEAKER", "QUOTATION", "FOUND"]
    assert lines[1].split()[:2] == ["1:1", "altered"]
    assert lines[2].split()[:3] == ["2:1", "another", "speaker"]
    assert lines[-3:] == [
        "1:1: has other words than notes.txt:3: We will [-not-] raise taxes this year,",
        "2:1: is said by Ana Ruiz in notes.txt:3, not by Ivo Stone",
        "0 of 2 quotations hold",
    ]


@pytest.mark.usefixtures("_folder")
def test_the_command_gives_json(capsys: pytest.CaptureFixture[str]) -> None:
    """As JSON Lines, each quotation is an object with its status, spans and differences."""
    run("--draft", "bad.txt", "--against", "notes.txt", "--format", "jsonl")

    found = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert [each["status"] for each in found] == ["altered", "another speaker"]
    assert {each["draft"] for each in found} == {"bad.txt"}


@pytest.mark.usefixtures("_folder")
def test_the_command_knows_transcripts(capsys: pytest.CaptureFixture[str]) -> None:
    """--transcript names texts of one speaker, or says that all the sources are such."""
    Path("speech.txt").write_text("My friends, the gates are old.\n", encoding="utf-8")
    Path("old.txt").write_text("“The gates are old,” said Ana Ruiz.\n", encoding="utf-8")

    assert run("--draft", "old.txt", "--against", "speech.txt") == 1
    assert run("--draft", "old.txt", "--transcript", "speech.txt") == 0
    assert run("--draft", "old.txt", "--against", "speech.txt", "--transcript") == 0
    assert "stands in speech.txt:1 as the reporter’s own words" in capsys.readouterr().out


@pytest.mark.usefixtures("_folder")
def test_the_command_says_that_there_is_nothing_to_check(
    capsys: pytest.CaptureFixture[str],
) -> None:
    """A draft without a quotation is no draft whose quotations hold."""
    Path("plain.txt").write_text("The gates are old.\n", encoding="utf-8")

    assert run("--draft", "plain.txt", "--against", "notes.txt") == 0
    assert capsys.readouterr().out == "plain.txt: no quotations to check\n"


@pytest.mark.usefixtures("_folder")
def test_a_source_that_is_not_there_fails_the_check(capsys: pytest.CaptureFixture[str]) -> None:
    """A missing source is named, the others are searched, and the status tells."""
    status = run("--draft", "good.txt", "--against", "notes.txt", "nowhere.txt")

    captured = capsys.readouterr()
    assert status == 1
    assert "nowhere.txt: no such file" in captured.err
    assert "1 of 1 quotations hold" in captured.out


def test_a_draft_needs_sources() -> None:
    """--draft without --against is refused with what to do."""
    with pytest.raises(UsageError, match="--against SOURCE"):
        run("--draft", "draft.txt")


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("The dam held. “The dam held,” said Ana Ruiz.", id="a sentence"),
        pytest.param("A dam, “a dam,” said Ana Ruiz.", id="two words"),
        pytest.param("The dam held, the dam held, “The dam held,” said Ana Ruiz.", id="thrice"),
    ],
)
def test_words_that_stand_in_prose_and_in_marks_are_found_in_the_marks(text: str) -> None:
    """The reporter's own words just before the quotation do not stand in its way."""
    analysis = attribute(text)

    assert [found.ok for found in check(analysis, [analysis])] == [True]
