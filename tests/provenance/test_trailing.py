"""Outlets that a sentence names after what was said, before it, or as those who were told."""

from __future__ import annotations

import pytest

from attrib import attribute


@pytest.mark.parametrize(
    ("text", "said", "speaker", "outlets"),
    [
        (
            "Ana Ruiz, head of the mill, told reporters that the train would run, Vesper informs.",
            "that the train would run",
            "Ana Ruiz",
            ["Vesper"],
        ),
        (
            "Senior officials have told the court that they would sell the port, Channel 12 news"
            " reported Tuesday.",
            "that they would sell the port",
            "Senior officials",
            ["Channel 12"],
        ),
        (
            "The road will be closed until May, the Ministry of Works said, Interfax reported.",
            "The road will be closed until May",
            "Ministry of Works",
            ["Interfax"],
        ),
        (
            "“The dam is unsafe,” Karl Okon said, the Tarn Echo reported.",
            "“The dam is unsafe,”",
            "Karl Okon",
            ["Tarn Echo"],
        ),
        (
            "The road will be closed until May, TASS reports with reference to the harbour pilot.",
            "The road will be closed until May",
            "the harbour pilot",
            ["TASS"],
        ),
        (
            "Citing two officials, Reuters reported on Monday that the talks had failed.",
            "that the talks had failed",
            "two officials",
            ["Reuters"],
        ),
        (
            "Referring to the Ministry of Works, the daily Zvon wrote that the mine will close.",
            "that the mine will close",
            "Ministry of Works",
            ["Zvon"],
        ),
        (
            "The Telegram channel “Metal and People”, in turn, reported with reference to its own"
            " sources that a ship had sunk.",
            "that a ship had sunk",
            "its own sources",
            ["Metal and People"],
        ),
        (
            "Mayor Ana Ruiz assessed for the portal Novi Sjaj that the pier is too short.",
            "that the pier is too short",
            "Ana Ruiz",
            ["Novi Sjaj"],
        ),
        (
            "Ana Ruiz spoke to Radio Brodno. She told the station it was a tale with cranes.",
            "it was a tale with cranes",
            "Ana Ruiz",
            ["Radio Brodno"],
        ),
        (
            "The weekly Zvon had quoted a docker, Tom Noll, as saying, “The paperwork is sour.”",
            "“The paperwork is sour.”",
            "Tom Noll",
            ["Zvon"],
        ),
        (
            "The Zvon newspaper quoted Mayor Ana Ruiz: “Nickel is not bread.”",
            "“Nickel is not bread.”",
            "Ana Ruiz",
            ["Zvon"],
        ),
        (
            "“Nobody wants it,” one of the clerks said, as quoted by Bloomberg.",
            "“Nobody wants it,”",
            "one of the clerks",
            ["Bloomberg"],
        ),
        (
            "The government said through the official news agency Saba that it was not invited.",
            "that it was not invited",
            "The government",
            ["Saba"],
        ),
        (
            "Ana Ruiz said, as a guest of the Evening Show of Television Podunav, that it leaks.",
            "that it leaks",
            "Ana Ruiz",
            ["Television Podunav"],
        ),
        (
            "Ana Ruiz said in the programme “Open Hour” on Telma that the buses will be late.",
            "that the buses will be late",
            "Ana Ruiz",
            ["Telma"],
        ),
        (
            "Speaking on Telma’s show “Open Hour”, Ana Ruiz said that the buses will be late.",
            "that the buses will be late",
            "Ana Ruiz",
            ["Telma"],
        ),
        (
            "Ana Ruiz told BBC Radio Riverton that the delay was a shambles.",
            "that the delay was a shambles",
            "Ana Ruiz",
            ["BBC Radio Riverton"],
        ),
        (
            "Jo Marsh told the Hindi daily Dainik Prabhat that the tap had never worked.",
            "that the tap had never worked",
            "Jo Marsh",
            ["Dainik Prabhat"],
        ),
        (
            "A clerk told AFP it was off. The agency’s source said that the price was not agreed.",
            "that the price was not agreed",
            "The agency’s source",
            ["AFP"],
        ),
        (
            "The Zvon newspaper wrote that it sank. The newspaper, referring to auditors, states"
            " that three offers arrived late.",
            "that three offers arrived late",
            "auditors",
            ["Zvon"],
        ),
        (
            "The mill will be closed in May, two of the clerks told the Financial Times.",
            "The mill will be closed in May",
            "two of the clerks",
            ["Financial Times"],
        ),
        (
            "Ana Noll spoke on the Tea Break podcast. She told hosts Gem and Lou that she wept.",
            "that she wept",
            "Ana Noll",
            ["Tea Break"],
        ),
        (
            "The baker Ana Noll sat down with us.\n\nQ. What made you start?\n\nA. My dad had an"
            " oven. He told me I would fail.\n\nQ. Did you?\n\nA. Not once.",
            "I would fail",
            "My dad",
            [],
        ),
        (
            "Ana Noll came home late. Someone had left a note on her door. It read: “Liar.”",
            "“Liar.”",
            "a note",
            [],
        ),
        (
            "A palace insider told The Sun: “He is ill.”\n\nThey continued: “He cannot walk.”",
            "“He cannot walk.”",
            "A palace insider",
            ["The Sun"],
        ),
        (
            "A tram will cross the river by May, the daily Zvon reported today, citing a clerk.",
            "A tram will cross the river by May",
            "a clerk",
            ["Zvon"],
        ),
        (
            "As Minister Ana Ruiz said on the sidelines of the fair, the owner is being found.",
            "the owner is being found",
            "Ana Ruiz",
            [],
        ),
        (
            "TASS wrote, quoting a port source, that it sank. The source told TASS: “It is so.”",
            "“It is so.”",
            "a port source",
            ["TASS"],
        ),
        (
            "The head of the union, Ana Ruiz, stated on TV Vesna that the union had learned of it.",
            "that the union had learned of it",
            "Ana Ruiz",
            ["TV Vesna"],
        ),
        (
            "Ana Ruiz told the TV channel Rossvet that the dam had been built by the rules.",
            "that the dam had been built by the rules",
            "Ana Ruiz",
            ["Rossvet"],
        ),
        (
            "Ana Ruiz told Voice of Orvale radio that she had no document.",
            "that she had no document",
            "Ana Ruiz",
            ["Voice of Orvale"],
        ),
    ],
)
def test_outlets_are_links_and_no_content(
    text: str, said: str, speaker: str, outlets: list[str]
) -> None:
    """Each is a link of the chain, and neither content nor speaker has any of its words."""
    records = {record.what: record for record in attribute(f"It rained.\n\n{text}")}

    assert said in records, list(records)
    record = records[said]
    assert record.who == speaker
    assert [link.name for link in record.chain if link.role == "outlet"] == outlets


@pytest.mark.parametrize(
    "text",
    [
        "Ruiz wants to leave, Reuters reported.",
        "Ana Ruiz told Reuters that Marsh, the mayor, reports to nobody.",
    ],
)
def test_an_outlet_still_speaks_for_itself(text: str) -> None:
    """What it alone reports stays its own record."""
    assert "Reuters" in [link.name for record in attribute(text) for link in record.chain]


def test_the_agency_is_the_outlet_where_no_other_is_in_sight() -> None:
    """`According to the agency` is Interfax after `told Interfax`, unless a body may be meant."""
    told = "A clerk told Interfax that it was off. {}According to the agency, the buyer withdrew."
    plain = attribute(told.format(""))
    other = attribute(told.format("The Food Agency of Orvale met. "))

    assert plain[-1].who == "Interfax"
    assert other[-1].who != "Interfax"


def test_an_outlet_reports_the_whole_sentence() -> None:
    """The point of `U.S.` ends nothing: what Ruiz said stands in what the Lantern reports."""
    text = "Ana Ruiz said the U.S. Coast Guard would leave, the Malabar Lantern reports."
    ruiz, lantern = attribute(text).records

    assert lantern.what == text[: text.index(", the Malabar")]
    assert ruiz.nested_in == lantern.id
    assert [link.name for link in ruiz.chain] == ["Malabar Lantern", "Ana Ruiz"]


def test_a_publisher_called_by_its_last_word_is_itself() -> None:
    """`told the Express` in the Calder Express is no link to the Daily Express."""
    (record,) = attribute("Jo Marsh told the Express that it rained.", publisher="Calder Express")

    assert [link.name for link in record.chain] == ["Calder Express", "Jo Marsh"]


def test_a_day_between_auxiliary_and_verb() -> None:
    """`had on Sunday reported` tells when, and is no part of the source."""
    text = "The Malabar Lantern had on Sunday reported that crates stood on the quay."
    (record,) = attribute(text, published="2024-06-18")

    assert record.source is not None
    assert record.source.text == "The Malabar Lantern"
    assert record.circumstances.time is not None
    assert record.circumstances.time.date == "2024-06-16"


def test_what_an_agency_alone_reports() -> None:
    """`…, “Gazeta Ora” writes.`: the outlet says what stands before."""
    (record,) = attribute("Unit B3 will stay off for two more weeks, “Gazeta Ora” writes.")

    assert (record.what, record.who) == ("Unit B3 will stay off for two more weeks", "Gazeta Ora")


def test_letters_of_a_station_are_its_name() -> None:
    """Nobody is named twice: `WORV` is `WORV-TV`."""
    text = "ORVALE, Kan. (WORV) - It rained, Mayor Ana Ruiz said."
    (record,) = attribute(text, publisher="WORV-TV")

    assert [link.name for link in record.chain] == ["WORV-TV", "Ana Ruiz"]


def test_the_portal_is_the_publisher_that_is_so_called() -> None:
    """`told the portal` in `Portali Drita`, where no other was named just now."""
    text = "Ana Ruiz spoke on RTV21.\n\nBesa Noll told the portal that nobody was punished."
    last = attribute(text, publisher="Portali Drita")[-1]

    assert [link.name for link in last.chain] == ["Portali Drita", "Besa Noll"]


def test_one_of_them_comes_the_same_way() -> None:
    """`According to the daily, two clerks said …`: what one of them says came through it too."""
    text = (
        "The daily Zvon wrote that it sank. According to the daily, two clerks confirmed that a"
        " part had not arrived.\n\nOne of them said that “the part is in Budapest”."
    )
    last = attribute(text)[-1]

    assert [link.name for link in last.chain] == ["Zvon", "One of them"]


def test_a_statement_carried_by_an_agency() -> None:
    """Where the source itself says who carried it."""
    text = (
        "According to a statement by the bank, carried by state-run Anadolu Agency, it had closed."
    )
    (record,) = attribute(text)

    assert record.chain[0].name == "Anadolu Agency"


def test_digest() -> None:
    """What an item of a digest says before its first quotation is its outlet's."""
    text = (
        "Rome have sold Omar Reza, who is 31. (Corriere dello Sport, in Italian)\n\n"
        "Reza flew home on Friday. “I like it there,” he said. (Marca)\n\n"
        "Orvale will part with their coach. (Orvale Insider)"
    )
    told = [
        (record.content[0].text, [link.name for link in record.chain])
        for record in attribute(text).records
    ]

    assert told == [
        ("Rome have sold Omar Reza, who is 31", ["Corriere dello Sport"]),
        ("Reza flew home on Friday", ["Marca"]),
        ("“I like it there,”", ["Marca", "Omar Reza"]),
        ("Orvale will part with their coach", ["Orvale Insider"]),
    ]


def test_bracket_alone_is_no_digest() -> None:
    """One name in brackets at an end may be anything; so may several that no list has."""
    assert attribute("It rained in Lima on Monday. (Reuters)").records == ()
    assert attribute("It rained in Lima. (AP)\n\nIt snowed in Rome. (Reuters)").records == ()
    assert attribute("It rained.\n\nIt snowed. (Slow Inn)\n\nIt hailed. (Old Mill)").records == ()


def test_outlet_that_reported_at_the_end() -> None:
    """`…, reports the Mirror, which puts it higher` and `…, the portal X reported` tell all."""
    text = (
        "The winger is 21, reports the Mirror, which has seen him play. Police used batons to"
        " part a crowd at the gate, leaving 14 people hurt, the news portal kurir24 reported."
    )
    told = [
        (record.content[0].text, record.speaker and record.speaker.name)
        for record in attribute(text).records
    ]

    assert told == [
        ("The winger is 21", "Daily Mirror"),
        (
            "Police used batons to part a crowd at the gate, leaving 14 people hurt",
            "kurir24",
        ),
    ]
