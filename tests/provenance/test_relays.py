"""Who is cited by an outlet speaks; the outlet is a link of the chain."""

from __future__ import annotations

import pytest

from attrib import attribute
from attrib.model import Attribution, Span
from attrib.provenance import relays


def _told(text: str) -> list[tuple[str, list[tuple[str, str | None]]]]:
    """Speakers with their chains, each link by name and how it is known."""
    return [
        (record.speaker.name, [(link.name, link.by) for link in record.chain[:-1]])
        for record in attribute(text).records
        if record.speaker is not None
    ]


@pytest.mark.parametrize(
    ("text", "speaker", "outlets"),
    [
        pytest.param(
            "AFP reported on Monday, citing two customs officers, that the ferry had sunk.",
            "two customs officers",
            [("AFP", "reported")],
            id="after-the-verb",
        ),
        pytest.param(
            "Reuters, quoting a harbour pilot, said the ferry had sunk.",
            "a harbour pilot",
            [("Reuters", "reported")],
            id="before-the-verb",
        ),
        pytest.param(
            "The ferry had sunk, TASS reported, citing the harbour pilot.",
            "the harbour pilot",
            [("TASS", "reported")],
            id="at-the-end",
        ),
        pytest.param(
            "As the RIA Novosti agency reported, with reference to the director Marta Kalnin, the"
            " ferry can carry eighty cars.",
            "Marta Kalnin",
            [("RIA Novosti", "reported")],
            id="as-reported",
        ),
        pytest.param(
            "According to TASS, citing a source in the harbour office, the ferry had sunk.",
            "a source in the harbour office",
            [("TASS", "reported")],
            id="according-to",
        ),
    ],
)
def test_cited_one_speaks(text: str, speaker: str, outlets: list[tuple[str, str]]) -> None:
    """`A reported, citing B`: B is the speaker, A stands before in the chain."""
    assert (speaker, outlets) in _told(text)


def test_outlet_may_be_cited_too() -> None:
    """`A, citing A2`: both outlets are links, and nobody is named twice."""
    text = "The portal Gjurma, citing AFP, reported that the ferry had sunk."
    (record,) = attribute(text).records

    assert [(link.role, link.name) for link in record.chain] == [
        ("outlet", "Gjurma"),
        ("outlet", "AFP"),
    ]


def test_words_that_mean_an_outlet_are_links() -> None:
    """`told the agency` is known by those words, and by the name that they stand for."""
    text = "Ana Ruiz told AFP that it rained. “It poured,” Ruiz told the agency over the phone."
    last = attribute(text).records[-1]

    assert [(link.name, link.by, link.span and link.span.text) for link in last.chain[:-1]] == [
        ("AFP", "told", "the agency")
    ]


def test_printed_passage_comes_through_its_outlet() -> None:
    """What is printed from another outlet has that outlet in its chain."""
    text = (
        "The Riverton Gazette reported:\n\n“The river rose all night, and the dam held.\n\n"
        "According to two engineers, the gates had been shut in time.”\n\n"
        "Ana Ruiz said that it rained."
    )
    chains = [[link.name for link in record.chain] for record in attribute(text).records]

    assert ["Riverton Gazette", "two engineers"] in chains
    assert ["Ana Ruiz"] in chains


def test_list_stands_beside_the_name() -> None:
    """A listed outlet keeps the article's name and gains what the list knows."""
    text = "Ana Ruiz told dpa that it rained."
    link = attribute(text, publisher="Orvale Live").records[0].chain[1]

    assert (link.name, link.listed, link.country, link.kind) == (
        "dpa",
        "Deutsche Presse-Agentur",
        "DE",
        "agency",
    )


def test_what_a_quotation_holds_hangs_on_it_though_its_tag_comes_after() -> None:
    """The one in whose content another stands may come later in the list, as its cue does."""
    text = "“He told me to go,” she said."
    inner = Attribution(
        pattern="p", content=(Span.of(text, 12, 17),), kind="direct", confidence=1.0, parent=1
    )
    outer = Attribution(pattern="p", content=(Span.of(text, 0, 19),), kind="direct", confidence=1.0)

    parted, _ = relays.part(text, [inner, outer], [])

    assert [each.parent for each in parted] == [1, None]


@pytest.mark.parametrize(
    ("when", "venue"),
    [
        pytest.param("on Sunday", "Late Table", id="news"),
        pytest.param("last year", None, id="long-ago"),
    ],
)
def test_a_lead_tells_of_the_scene_below_unless_that_was_long_ago(
    when: str, venue: str | None
) -> None:
    """What opens an article was said where the next paragraphs say, if that is the news."""
    text = (
        "Actor Lena Duvall has hit back, insisting she has never felt better.\n\n"
        f"Speaking on the Late Table podcast {when}, Duvall revealed that she was tired. "
        "“I cried,” she recalled."
    )

    records = attribute(text).records

    (insisted,) = [each for each in records if each.cue and each.cue.span.text == "insisting"]
    assert insisted.circumstances.venue == venue


def test_a_scene_ends_where_another_occasion_is_told_of() -> None:
    """What somebody says at a gala was not said in the interview of the paragraph before."""
    text = (
        "“He will go,” Ana Ruiz said. “He must,” Ruiz said. “It is law,” Ruiz said.\n\n"
        "“I will go,” Karl Brandt said in an interview with Reuters. “It is time,” he said.\n\n"
        "Brandt was booed during an appearance at the Coal Guild. “I will wait,” Brandt said."
    )

    venues = [record.circumstances.venue for record in attribute(text).records if record.cue]

    assert venues == [None, None, None, "Reuters", "Reuters", None]


def test_a_scene_of_a_year_gone_by_ends_with_its_paragraph() -> None:
    """What somebody told an outlet years ago does not carry what is said now."""
    text = (
        "Karl Brandt tunes pianos.\n\n“It is hard,” Brandt told Reuters in 2011.\n\n"
        "The hall was cold. “It is easy now,” he said."
    )

    assert [record.circumstances.venue for record in attribute(text).records] == ["Reuters", None]


def test_two_who_are_quoted_at_the_end() -> None:
    """`reports that …, quoting A and B`: both are the source, and what stands before is told."""
    text = (
        "The Arden Times reports that Hale helped a woman into a taxi, quoting family and friends."
    )
    (record,) = attribute(text).records

    assert record.source is not None
    assert record.source.text == "family and friends"
    assert [span.text for span in record.content] == ["that Hale helped a woman into a taxi"]


@pytest.mark.parametrize(
    ("text", "speaker", "outlets"),
    [
        pytest.param(
            "Four pilots with whom Reuters spoke said that the ferry had sunk.",
            "Four pilots",
            [("Reuters", "told")],
            id="with-whom-it-spoke",
        ),
        pytest.param(
            "A letter by the harbour office seen by the French agency AFP says the ferry had sunk.",
            "A letter by the harbour office",
            [("AFP", "reported")],
            id="a-paper-it-saw",
        ),
        pytest.param(
            "The weekly Der Spiegel cited pilots in the harbour who said the ferry had sunk.",
            "pilots in the harbour",
            [("Der Spiegel", "reported")],
            id="cited-those-who-said",
        ),
        pytest.param(
            "Karl Okon spoke on Friday. “The ferry sank,” TASS quoted him as telling reporters.",
            "Karl Okon",
            [("TASS", "reported")],
            id="quoted-him",
        ),
    ],
)
def test_outlet_beside_is_no_source(
    text: str, speaker: str, outlets: list[tuple[str, str]]
) -> None:
    """Whose name stands next to the verb has only cited those who say it."""
    assert (speaker, outlets) in _told(text)
    assert all(who == speaker for who, _ in _told(text))


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        pytest.param(
            "Reuters reported that the dam leaks. “It is old,” one clerk was quoted as saying.",
            "one clerk",
            id="was-quoted-as-saying",
        ),
        pytest.param(
            "Reuters said that the dam leaks. “It is old,” the report quoted Ana Ruiz as saying.",
            "Ana Ruiz",
            id="the-report-quoted",
        ),
        pytest.param(
            "The mill will be sold, three people with knowledge of the talks told Reuters.\n\n"
            "It could fetch $40 million, two of the people said.",
            "two of the people",
            id="two-of-the-people",
        ),
        pytest.param(
            "The mill will be sold, two officials told Reuters.\n\nThe mill is old.\n\nIt has a"
            " roof.\n\n“It could be next week,” one of the officials said.",
            "one of the officials",
            id="one-of-the-officials-later",
        ),
    ],
)
def test_told_on(text: str, speaker: str) -> None:
    """What goes on from an outlet's report came through the outlet as well."""
    chain = [[link.name for link in record.chain] for record in attribute(text).records]

    assert chain[-1] == ["Reuters", speaker]


@pytest.mark.parametrize(
    ("text", "speaker", "outlet"),
    [
        pytest.param(
            "“The ferry has sunk”, told TASS the pilot, Marta Kalnin.",
            "Marta Kalnin",
            "TASS",
            id="told-whom",
        ),
        pytest.param(
            "“The ferry has sunk”, affirmed to EFE the pilot Marta Kalnin.",
            "Marta Kalnin",
            "EFE",
            id="affirmed-to-whom",
        ),
        pytest.param(
            "“The ferry has sunk”, declared to the daily El País the pilot of it, Marta Kalnin.",
            "Marta Kalnin",
            "El País",
            id="declared-to-the-newspaper",
        ),
    ],
)
def test_told_before_who_tells(text: str, speaker: str, outlet: str) -> None:
    """The outlet that is told something may stand between the verb and who tells it."""
    (record,) = attribute(text).records

    assert [link.name for link in record.chain] == [outlet, speaker]


_OUTLETS = ("Bloomberg", "the BBC", "The Bourse Lantern", "Vesper TV", "the Ottery Times")
_CITED = {
    "two officials": "two officials",
    "an unnamed minister": "an unnamed minister",
    "Karl Okon, the treasurer": "Karl Okon",
    "Treasurer Karl Okon": "Karl Okon",
    "court documents": "court documents",
    "people familiar with the plan": "people familiar with the plan",
}
_FRAMES = (
    "{outlet} said{when}, citing {cited}, that the ferry would be sold.",
    "{outlet}, quoting {cited}, wrote{when} that the ferry would be sold.",
    "Citing {cited}, {outlet} said{when} that the ferry would be sold.",
    "The ferry would be sold, {outlet} reported{when}, quoting {cited}.",
    "“The ferry will be sold,” {outlet} reported{when}, citing {cited}.",
    "{outlet} said{when} that the ferry would be sold, citing {cited}.",
    "{outlet} has reported{when} the ferry would be sold, quoting {cited}.",
    "The ferry would be sold, {outlet} said{when} citing {cited}.",
)


@pytest.mark.parametrize("frame", _FRAMES)
@pytest.mark.parametrize("outlet", _OUTLETS)
def test_whoever_is_cited_speaks_in_every_frame(frame: str, outlet: str) -> None:
    """One record, of the cited one, through the outlet; whenever it was reported."""
    for cited, speaker in _CITED.items():
        for when in ("", " on Monday", " earlier in the day"):
            text = frame.format(outlet=outlet, when=when, cited=cited)
            text = text[0].upper() + text[1:]

            told = _told(f"It rained.\n\n{text}")

            assert [name for name, _ in told] == [speaker], text
            assert [name.removeprefix("The ") for name, _ in told[0][1]] == [
                outlet.removeprefix("the ").removeprefix("The ")
            ], text


@pytest.mark.parametrize(
    ("text", "outlet"),
    [
        ("Vesper reported on Monday, citing two officials, that it rained in the port.", "Vesper"),
        ("Citing a clerk, Handelsbrief wrote that it rained in the port.", "Handelsbrief"),
        ("The Ottery Packet reported that it would rain, citing police.", "Ottery Packet"),
        (
            "The Arden Ledger published the plan. It also reported, citing a clerk, that it leaks.",
            "Arden Ledger",
        ),
        (
            "The Arden Ledger published the plan. The ferry was sold, the Orvale-based weekly "
            "said, citing a clerk.",
            "Arden Ledger",
        ),
    ],
)
def test_outlets_of_any_name_cite(text: str, outlet: str) -> None:
    """An outlet that no list has, or that is only described, is told by whom it cites."""
    assert [outlet] in [[name for name, _ in links] for _, links in _told(text)]


@pytest.mark.parametrize(
    "text",
    [
        "Bloomberg said it would close its office in May, citing rising costs.",
        "The BBC said the show would end in May, citing concerns over safety.",
        "Orvale Steel said it would close the plant, citing weak demand.",
        "Norvane reported a loss of 4 million, citing the strike at its plant.",
        "Okon reported the theft to police, citing a neighbour who saw it.",
        "The ministry said, citing an internal survey, that the plant would close in May.",
        "Ana Ruiz said, citing two officials, that the plant would close in May.",
    ],
)
def test_who_cites_reasons_is_no_relay(text: str) -> None:
    """Nobody speaks through whoever tells why he does something, or is no outlet."""
    told = _told(text)

    assert told, text
    assert all(not links for _, links in told)


@pytest.mark.parametrize(
    ("text", "speaker", "outlet"),
    [
        (
            "Karl Okon told a Danish newspaper, Havnebladet, that the plant would close.",
            "Karl Okon",
            "Havnebladet",
        ),
        (
            "Karl Okon, who runs the port, quoted by Bloomberg, said that the plant would close.",
            "Karl Okon",
            "Bloomberg",
        ),
        (
            "An aide to the mayor, quoted by local broadcaster TRK, said the plant would close.",
            "An aide to the mayor",
            "TRK",
        ),
        ("Per Bloomberg, Karl Okon said that the plant would close.", "Karl Okon", "Bloomberg"),
        (
            "In remarks carried by the Spanish daily El Faro, the treasurer, Karl Okon, said that "
            "the plant would close.",
            "Karl Okon",
            "El Faro",
        ),
        (
            "The plant will close in May, Karl Okon, 54, told the Spanish daily El Faro on Monday.",
            "Karl Okon",
            "El Faro",
        ),
        (
            "Two officials confirmed to Handelsbrief that the plant would close.",
            "Two officials",
            "Handelsbrief",
        ),
    ],
)
def test_outlets_that_carry_words_are_links(text: str, speaker: str, outlet: str) -> None:
    """However the outlet is named beside the one who told it, or whose words it has."""
    assert (speaker, [outlet]) in [(who, [name for name, _ in links]) for who, links in _told(text)]


@pytest.mark.parametrize(
    "text",
    [
        "Starmer wrote, citing doctors, that taxes would rise.",
        "Citing doctors, Zorvik revealed he was ill. Zorvik said he was sorry.",
        "Darwin wrote on Monday, referring to the engineers, that the rocket would fail.",
    ],
)
def test_people_who_cite_are_no_outlets(text: str) -> None:
    """A surname, and whoever speaks of himself, is nobody’s outlet."""
    told = _told(text)

    assert told
    assert all(not links for _, links in told)


def test_a_figure_that_opens_what_is_said_keeps_its_point() -> None:
    """The words are those of the text, whatever mark they begin with."""
    text = "Vesper, citing an aide, reported .5 million litres were lost."

    (record,) = attribute(text).records

    assert record.content[0].text == ".5 million litres were lost"
    assert text[record.content[0].start : record.content[0].end] == record.content[0].text
