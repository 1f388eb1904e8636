"""The chain publisher -> outlets -> speaker."""

from __future__ import annotations

import pytest

from attrib import attribute
from attrib.article import metadata
from attrib.model import Attribution, Circumstances, Document, Span, Speaker, SpeakerKind
from attrib.provenance import chain

WIRE = "Dam holds\n\nRIVERTON (Reuters) - The dam holds."


def _claim(parent: int | None = None) -> Attribution:
    return Attribution(
        pattern="any",
        content=(Span(0, 3, "Dam"),),
        kind="indirect",
        confidence=1.0,
        parent=parent,
    )


def _speaker(name: str, kind: SpeakerKind = "person") -> Speaker:
    return Speaker(name=name, kind=kind)


def _document(
    publisher: str | None = None, text: str = "Dam holds.", credited: tuple[str, ...] = ()
) -> Document:
    return Document(text=text, id="1", publisher=publisher, credits=credited)


def _links(
    document: Document,
    *rows: tuple[int | None, Speaker | None, str | None],
) -> list[list[tuple[str, str]]]:
    """The chains of attributions given as (parent, speaker, venue)."""
    header = metadata.scan(document.text)
    chains = chain.build(
        document,
        header,
        [_claim(parent) for parent, _, _ in rows],
        [speaker for _, speaker, _ in rows],
        [Circumstances(venue=venue) for _, _, venue in rows],
    )
    return [[(link.role, link.name) for link in links] for links in chains]


@pytest.mark.parametrize(
    ("speaker", "venue", "expected"),
    [
        pytest.param(_speaker("Ana Ruiz"), None, [("speaker", "Ana Ruiz")], id="speaker"),
        pytest.param(_speaker("AFP", "outlet"), None, [("outlet", "AFP")], id="outlet-speaks"),
        pytest.param(
            _speaker("Ana Ruiz"),
            "CNN",
            [("outlet", "CNN"), ("speaker", "Ana Ruiz")],
            id="venue",
        ),
        pytest.param(None, None, [], id="nobody"),
        pytest.param(_speaker("Riverton Gazette", "outlet"), None, [], id="publisher-speaks"),
        pytest.param(
            _speaker("Ana Ruiz"),
            "the Riverton Gazette",
            [("speaker", "Ana Ruiz")],
            id="publisher-is-venue",
        ),
        pytest.param(_speaker("CNN", "outlet"), "CNN", [("outlet", "CNN")], id="once"),
    ],
)
def test_chain_runs_from_publisher_to_speaker(
    speaker: Speaker | None, venue: str | None, expected: list[tuple[str, str]]
) -> None:
    """The publisher comes first, the speaker last, each outlet between them once."""
    (links,) = _links(_document("Riverton Gazette"), (None, speaker, venue))

    assert links == [("publisher", "Riverton Gazette"), *expected]


def test_nested_claim_passes_through_the_outlets_around_it() -> None:
    """What an outlet reports of somebody has the outlet in its chain, at any depth."""
    chains = _links(
        _document("Riverton Gazette"),
        (None, _speaker("Reuters", "outlet"), None),
        (0, _speaker("TASS", "outlet"), None),
        (1, _speaker("Ana Ruiz"), None),
    )

    assert chains[2] == [
        ("publisher", "Riverton Gazette"),
        ("outlet", "Reuters"),
        ("outlet", "TASS"),
        ("speaker", "Ana Ruiz"),
    ]


def test_person_around_a_claim_is_no_link_but_the_venue_is() -> None:
    """What Ana told Reuters that Jo said came by Reuters."""
    chains = _links(
        _document(),
        (None, _speaker("Ana Ruiz"), "Reuters"),
        (0, _speaker("Jo Marsh"), None),
    )

    assert chains[1] == [("outlet", "Reuters"), ("speaker", "Jo Marsh")]


def test_wire_report_has_its_agency_in_every_chain() -> None:
    """The agency of the dateline carries all that the text says."""
    document = _document("Riverton Gazette", WIRE, ("Reuters",))

    assert _links(document, (None, _speaker("Ana Ruiz"), "Reuters")) == [
        [("publisher", "Riverton Gazette"), ("outlet", "Reuters"), ("speaker", "Ana Ruiz")]
    ]


def test_contributor_is_not_in_the_chain() -> None:
    """A credit for a contribution says nothing of a given statement."""
    text = "Dam holds\n\nThe dam holds.\n\nReuters contributed to this report."
    document = _document("Riverton Gazette", text, ("Reuters",))

    assert _links(document, (None, _speaker("Ana Ruiz"), None)) == [
        [("publisher", "Riverton Gazette"), ("speaker", "Ana Ruiz")]
    ]


def test_another_name_of_the_publisher_is_not_repeated() -> None:
    """`AP` in an article of The Associated Press is the publisher."""
    document = _document("The Associated Press")

    assert _links(document, (None, _speaker("AP", "outlet"), None)) == [
        [("publisher", "The Associated Press")]
    ]


@pytest.mark.parametrize(
    ("publisher", "called"),
    [
        ("Marrow Press Agency", "Marrow"),
        ("Kelder Wire", "Kelder"),
        ("The Orvale Wire Service", "OWS"),
    ],
)
def test_a_dateline_with_the_first_words_of_the_publisher_is_no_relay(
    publisher: str, called: str
) -> None:
    """`(Marrow)` in what the Marrow Press Agency publishes is the agency itself."""
    text = f"ARDEN, March 3 ({called}) - The port is closed, Ana Ruiz said."
    (record,) = attribute(text, publisher=publisher)
    assert [link.name for link in record.chain] == [publisher, "Ana Ruiz"]


def test_nothing_attributed() -> None:
    """No attributions, no chains."""
    assert _links(_document("Riverton Gazette")) == []


def test_a_statement_goes_to_the_outlet_it_was_sent_to() -> None:
    """`In a statement to the Observer` speaks of an outlet, as does `said to People`."""
    text = (
        "In a statement to the Observer, an aide, Jon Bohl, said: “She believes in it.” "
        "“It will pass,” Ana Ruiz said to People."
    )
    first, second = attribute(text).records

    assert [link.name for link in first.chain] == ["The Observer", "Jon Bohl"]
    assert [link.name for link in second.chain] == ["People", "Ana Ruiz"]


def test_an_interview_is_told_of_after_what_was_said() -> None:
    """`denied it in an interview with …`, `… in an op-ed for …` tell of an outlet."""
    for text in (
        "Ana Ruiz blasted it and defended her aide in an interview with The Guardian. It rained.",
        "Ana Ruiz called the plan “a joke” in an op-ed for The Guardian. It rained.",
        "Ana Ruiz said the plan was “a joke” in an op-ed for The Guardian.",
    ):
        chain = attribute(text).records[0].chain
        assert [link.name for link in chain] == ["The Guardian", "Ana Ruiz"]


def test_a_name_of_an_outlet_ends_with_its_sentence() -> None:
    """`an interview with The Orvale Post. Ruiz said` names no Post Ruiz."""
    text = (
        "Ana Ruiz defended the plan in an interview with The Orvale Post. Ruiz said it would work."
    )

    assert [record.chain[0].name for record in attribute(text).records] == ["Orvale Post"] * 2


def test_opening_told_to_others_is_no_part_of_the_interview() -> None:
    """What a lead says was told to friends did not come through the paper that asked later."""
    text = (
        "Jon Bohl told friends that the mayor knew of it and thought the charge was a badge of "
        "honour.\n\nHis rivals said that he was late. His aides said that he was not. The council "
        "said that it would wait.\n\nIn an interview with the Orvale Herald, Bohl bragged of his "
        "success. “This is easy,” he said."
    )
    told, thought, *_, asked = attribute(text).records

    assert [[link.name for link in record.chain] for record in (told, thought, asked)] == [
        ["Jon Bohl"],
        ["Jon Bohl"],
        ["Orvale Herald", "Jon Bohl"],
    ]


def test_an_interview_outlasts_another_speaker_between() -> None:
    """What a headline told does not make the interview below a second scene."""
    text = (
        "Bohl calls wall stupid\n\n“We will not pay,” Jon Bohl told Lima TV on Saturday.\n\n"
        "The mayor has said more. “They send us drugs,” the mayor said in June.\n\n"
        "“It is a dump,” the mayor said then.\n\nThe club said nothing.\n\n"
        "“It is incredible,” Bohl said."
    )
    last = attribute(text).records[-1]

    assert [link.name for link in last.chain] == ["Lima TV", "Jon Bohl"]


def test_another_occasion_ends_an_interview() -> None:
    """What was said at a fundraiser did not come through the paper that asked before."""
    text = (
        "Jon Bohl met the mayor and declared in an interview with the Orvale Herald that he found "
        "her “charming.”\n\nHe was filmed at a fundraiser for the club, where Bohl said: “She is "
        "a fool.” The club said nothing. The mayor said that she knew."
    )
    first, second, *_ = attribute(text).records

    assert [link.name for link in first.chain] == ["Orvale Herald", "Jon Bohl"]
    assert [link.name for link in second.chain] == ["Jon Bohl"]


def test_what_an_outlet_reports_came_through_no_later_interview() -> None:
    """An article's one interview is no link of what another outlet has heard from the same man."""
    text = (
        "The Orvale Herald reported that Bohl said he was gathering material.\n\n"
        "Earlier this year, Jon Bohl spoke with Fox News about it. “It rolls on,” Bohl said. "
        "“It is late,” he added. “Never,” said Bohl."
    )
    _, told, *_ = attribute(text).records

    assert [link.name for link in told.chain] == ["Orvale Herald", "Jon Bohl"]


def test_who_is_asked_on_a_programme_answers_there() -> None:
    """An answer belongs to the programme that asked, and not to the paper of another answer."""
    text = (
        "“We are broke,” Jon Bohl told the Orvale Echo. “We must be honest.”\n\n"
        "In an interview with Lima TV on Sunday, Bohl was asked whether he would go.\n\n"
        "“It is time,” he said. “We need to talk.”"
    )
    answer = attribute(text).records[-1]

    assert [link.name for link in answer.chain] == ["Lima TV", "Jon Bohl"]


def test_a_lead_comes_through_the_interview_told_of_below() -> None:
    """What the first paragraph tells in short was said to whoever interviewed its speaker."""
    text = (
        "Ana Ruiz, a singer, has admitted that she left in the night.\n\n"
        "In an interview with the magazine Ostrel, Ruiz said that there was no row."
    )

    chains = [[link.name for link in record.chain] for record in attribute(text)]

    assert chains == [["Ostrel", "Ana Ruiz"]] * 2
