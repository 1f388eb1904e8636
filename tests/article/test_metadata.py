"""What an article says of itself."""

from __future__ import annotations

import pytest
from clock import seconds

from attrib.article import metadata
from attrib.errors import UsageError

LEAD = (
    "The river rose two metres overnight and the dam held, engineers told the council in a long"
    " meeting that went on into the morning."
)


def _said(text: str) -> dict[str, object]:
    """What is read, empty fields, id, credits and length left out."""
    document = metadata.read(text).to_dict()
    return {
        key: value
        for key, value in document.items()
        if value and key not in ("id", "length", "credits")
    }


@pytest.mark.parametrize(
    ("header", "expected"),
    [
        pytest.param(
            "Home | Politics | Print\n\nDam holds after rain\n\n20 Sep 2022\n\n",
            {"title": "Dam holds after rain", "published": "2022-09-20"},
            id="way-to-the-article",
        ),
        pytest.param(
            "FOR IMMEDIATE RELEASE\n\nDam Holds After Night of Rain\n\n",
            {"title": "Dam Holds After Night of Rain"},
            id="press-release",
        ),
        pytest.param(
            "QR code\n\nDam holds after rain\n\n20 Sep 2022 - 9:43\n\n",
            {"title": "Dam holds after rain", "published": "2022-09-20"},
            id="boilerplate-title-date",
        ),
        pytest.param(
            "Headline: Dam holds\nSubtitle: Town sleeps\nDate: September 20, 2022\n"
            "Publisher: Riverton Gazette\nBy: Ana Ruiz\nURL: https://riverton.example/1\n\n",
            {
                "title": "Dam holds",
                "subtitle": "Town sleeps",
                "published": "2022-09-20",
                "publisher": "Riverton Gazette",
                "author": "Ana Ruiz",
                "url": "https://riverton.example/1",
            },
            id="keys",
        ),
        pytest.param(
            "Dam holds after rain\n\nBy Ana Ruiz, Riverton Gazette\n"
            "Sept. 20, 2022 at 9:43 a.m. EDT\n\n",
            {
                "title": "Dam holds after rain",
                "publisher": "Riverton Gazette",
                "published": "2022-09-20",
                "author": "Ana Ruiz",
            },
            id="byline-with-paper",
        ),
        pytest.param(
            "Dam holds after rain\nBy ANA RUIZ and JO MARSH\n\n",
            {"title": "Dam holds after rain", "author": "ANA RUIZ and JO MARSH"},
            id="capital-byline",
        ),
        pytest.param(
            "Dam holds after rain\n\nBy Ana Ruiz\nStaff Writer\n\n",
            {"title": "Dam holds after rain", "author": "Ana Ruiz"},
            id="job-below",
        ),
        pytest.param(
            "Dam holds after rain\n\nAna Ruiz\nSpecial to the Gazette\n\n",
            {"title": "Dam holds after rain", "author": "Ana Ruiz"},
            id="name-over-job",
        ),
        pytest.param(
            "Dam holds after rain\n\nBy Ana Ruiz | The Riverton Gazette\n\n",
            {
                "title": "Dam holds after rain",
                "author": "Ana Ruiz",
                "publisher": "Riverton Gazette",
            },
            id="byline-bar",
        ),
        pytest.param(
            "Dam holds after rain\n\nThe Riverton Gazette | 3 May 2021 | 4 min read\n\n",
            {
                "title": "Dam holds after rain",
                "publisher": "Riverton Gazette",
                "published": "2021-05-03",
            },
            id="stamp-line",
        ),
        pytest.param(
            "Dam holds after rain | Riverton Gazette\n\n",
            {"title": "Dam holds after rain", "publisher": "Riverton Gazette"},
            id="page-title",
        ),
        pytest.param(
            "Dam holds after rain; \nTown sleeps through the storm.\n\n",
            {"title": "Dam holds after rain", "subtitle": "Town sleeps through the storm."},
            id="semicolon",
        ),
        pytest.param(
            "Dam holds after rain\n\nTown sleeps through the storm\n\nBy Ana Ruiz\n\n",
            {
                "title": "Dam holds after rain",
                "subtitle": "Town sleeps through the storm",
                "author": "Ana Ruiz",
            },
            id="subtitle",
        ),
        pytest.param(
            "Dam Holds After a Night of Rain.\n\n",
            {"title": "Dam Holds After a Night of Rain."},
            id="capitals-with-stop",
        ),
        pytest.param(
            "Dam in Riverton holds, mayor says.\n\n",
            {"title": "Dam in Riverton holds, mayor says."},
            id="stop-added",
        ),
        pytest.param(
            "Dam holds\n\nLast updated: 21 September 2022\nPublished: 20 September 2022\n\n",
            {"title": "Dam holds", "published": "2022-09-20"},
            id="published-before-updated",
        ),
        pytest.param(
            "Dam holds\r\n\r\nTuesday 20 September 2022 09:43\r\n\r\n",
            {"title": "Dam holds", "published": "2022-09-20"},
            id="crlf",
        ),
        pytest.param("", {}, id="bare-prose"),
    ],
)
def test_header_is_read(header: str, expected: dict[str, object]) -> None:
    """Each style of header gives what it says and no more."""
    assert _said(header + LEAD) == expected


@pytest.mark.parametrize(
    ("opening", "expected", "credited"),
    [
        pytest.param(
            "KYIV, Sept 20 (Reuters) - ",
            {"dateline": "KYIV", "publisher": "Reuters"},
            ("Reuters",),
            id="dated",
        ),
        pytest.param(
            "MOSCOW (AP) — ", {"dateline": "MOSCOW", "publisher": "AP"}, ("AP",), id="place"
        ),
        pytest.param(
            "LONDON, 3 March (ACME) – ",
            {"dateline": "LONDON", "publisher": "ACME"},
            ("ACME",),
            id="unlisted-agency",
        ),
        pytest.param(
            "MOSCOW, September 20, 2022. /TASS/. ",
            {"dateline": "MOSCOW", "published": "2022-09-20", "publisher": "TASS"},
            ("TASS",),
            id="slashes",
        ),
        pytest.param("(Reuters) - ", {"publisher": "Reuters"}, ("Reuters",), id="no-place"),
        pytest.param(
            "New York (Reuters/AFP) – ",
            {"dateline": "New York"},
            ("Reuters", "AFP"),
            id="two-agencies",
        ),
        pytest.param("RENO, Nev. — ", {"dateline": "RENO, Nev."}, (), id="place-only"),
        pytest.param(
            "KABUL (Payam): ", {"dateline": "KABUL", "publisher": "Payam"}, ("Payam",), id="colon"
        ),
        pytest.param(
            "Riverton News Agency (RNA): ",
            {"publisher": "Riverton News Agency"},
            (),
            id="publisher",
        ),
        pytest.param("EXCLUSIVE - ", {}, (), id="no-place-word"),
        pytest.param("Rep. Ana Ruiz (Green): ", {}, (), id="party"),
        pytest.param("RIVERTON, Ohio (UPDATED 1) ", {}, (), id="update"),
    ],
)
def test_dateline_is_read(
    opening: str, expected: dict[str, object], credited: tuple[str, ...]
) -> None:
    """A paragraph's opening gives place, agency or publisher, and nothing where it has none."""
    text = "Dam holds after rain\n\n" + opening + LEAD

    assert _said(text) == {"title": "Dam holds after rain", **expected}
    assert metadata.read(text).credits == credited


@pytest.mark.parametrize(
    ("closing", "credited", "wire"),
    [
        pytest.param(" (Reuters)", ("Reuters",), "Reuters", id="in-brackets"),
        pytest.param("\n\n- Reuters.", ("Reuters",), "Reuters", id="with-full-stop"),
        pytest.param("\n\n[Reuters]", ("Reuters",), "Reuters", id="in-square-brackets"),
        pytest.param(" — AP", ("AP",), "AP", id="dash"),
        pytest.param("\n\n© AFP", ("AFP",), "AFP", id="copyright"),
        pytest.param(
            "\n\nThe Associated Press contributed to this report.",
            ("The Associated Press",),
            None,
            id="contributed",
        ),
        pytest.param(
            "\n\nAssociated Press writer Jo Marsh in Riverton contributed to this story.",
            ("The Associated Press",),
            None,
            id="writer-contributed",
        ),
        pytest.param(
            "\n\nWith files from The Canadian Press and Reuters",
            ("The Canadian Press", "Reuters"),
            None,
            id="with-files",
        ),
        pytest.param("\n\n(Reporting by Ana Ruiz; Editing by Jo Marsh)", (), None, id="desk-line"),
        pytest.param("\n\nJo Marsh contributed reporting.", (), None, id="person"),
        pytest.param("\n\nSource: Reuters", ("Reuters",), None, id="source"),
        pytest.param("\n\nThe storm contributed to the flood.", (), None, id="prose"),
        pytest.param("\n\nFire was reported from the hills of Reuters.", (), None, id="prose-too"),
    ],
)
def test_closing_credit_is_read(closing: str, credited: tuple[str, ...], wire: str | None) -> None:
    """The last lines credit outlets; only some say that the whole report is an agency's."""
    text = "Dam holds after rain\n\n" + LEAD + closing

    assert metadata.read(text).credits == credited
    assert metadata.scan(text).wire == wire


def test_reporters_of_the_desk_line_are_the_authors() -> None:
    """`Reporting by …` stands for a byline where there is none."""
    text = LEAD + "\n\n(Reporting by Ana Ruiz and Jo Marsh in Riverton; Editing by Bo Lind)"

    assert metadata.read(text).author == "Ana Ruiz and Jo Marsh"


def test_story_code_and_link_end_the_article() -> None:
    """`Story Code: …` is read and is no prose."""
    text = LEAD + "\n\nStory Code: 4711\n\nNews Link :"
    start, end = metadata.body(text)

    assert metadata.read(text).story_code == "4711"
    assert text[start:end] == LEAD


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("“We are ready,” Ana Ruiz said.\n\n" + LEAD, id="quotation"),
        pytest.param("Ana Ruiz spoke on Monday.\n\n" + LEAD, id="weekday"),
        pytest.param("Ana Ruiz said the dam holds.\n\n" + LEAD, id="said"),
        pytest.param(LEAD + "\n\n" + LEAD, id="long"),
        pytest.param("The dam was old and it had been weak for years.\n\n" + LEAD, id="past"),
        pytest.param("RIVERTON - The dam holds.\n\n" + LEAD, id="dateline-first"),
        pytest.param("Dam holds", id="nothing-below"),
        pytest.param(
            "By Friday the dam had broken.\n\nDate: soon\n\nSource: the mayor.", id="keys"
        ),
    ],
)
def test_prose_is_no_title(text: str) -> None:
    """A sentence of the body is never taken for the title, nor for any other field."""
    document = metadata.read(text)

    assert (document.title, document.author, document.published, document.publisher) == (
        (None,) * 4
    )


@pytest.mark.parametrize(
    "line",
    [
        pytest.param("By Sunday", id="by-a-day"),
        pytest.param("03/04/2022", id="day-or-month"),
        pytest.param("20 years on", id="number"),
        pytest.param("31 February 2022", id="no-such-day"),
        pytest.param("Author: the people of Riverton", id="no-name"),
    ],
)
def test_doubtful_lines_say_nothing(line: str) -> None:
    """What can be read in two ways, or not as a whole, is not read."""
    document = metadata.read(f"Dam holds after rain\n\n{line}\n\n{LEAD}")

    assert (document.published, document.author) == (None, None)


def test_items_of_a_list_are_no_masthead() -> None:
    """An outlet's name alone on a line within the prose says nothing of the publisher."""
    text = f"Dam holds\n\n{LEAD}\n\nThe Riverton Gazette\n\nThe Dar Herald\n\n{LEAD}"

    assert metadata.read(text).publisher is None


def test_caller_wins() -> None:
    """Every option of the caller goes before what the text says."""
    text = "Dam holds\n\nBy Ana Ruiz, Riverton Gazette\n\n20 Sep 2022\n\n" + LEAD

    document = metadata.read(
        text,
        publisher="AP",
        published="March 3, 2021",
        url="https://a.example",
        title="Rain",
        author="Jo Marsh",
        path="a.txt",
        id="7",
    )

    assert _said(text) == {
        "title": "Dam holds",
        "author": "Ana Ruiz",
        "publisher": "Riverton Gazette",
        "published": "2022-09-20",
    }
    assert (document.publisher, document.published, document.title, document.author) == (
        "AP",
        "2021-03-03",
        "Rain",
        "Jo Marsh",
    )
    assert (document.url, document.path, document.id) == ("https://a.example", "a.txt", "7")


@pytest.mark.parametrize("words", ["soon", "03/04/2022", "2022-13-01", "2022", "20 Sep"])
def test_what_is_no_date_is_refused(words: str) -> None:
    """A caller's date that is none is an error that says how to write one."""
    with pytest.raises(UsageError, match="2022-09-20"):
        metadata.read(LEAD, published=words)


@pytest.mark.parametrize(
    "words",
    [
        "2022-09-20",
        "2022-09-20T09:43:00Z",
        "2022-09-20 09:43:00+04:30",
        "20 Sep 2022",
        "20th September 2022",
        "September 20, 2022",
        "Sept. 20, 2022",
        "Tue, 20 Sep 2022 09:43:00 +0430",
        "Tuesday, September 20th, 2022 at 9:43 a.m. EDT",
        "20 September 2022, 09:43 GMT+4:30",
        "9:43 AM EST, Tue September 20, 2022",
        "20.09.2022",
        "20/09/2022",
        "09/20/2022",
        "2022/09/20",
        "20-Sep-2022",
    ],
)
def test_common_forms_of_a_date(words: str) -> None:
    """Dates come out in ISO 8601 whatever form they are written in."""
    assert metadata.read(LEAD, published=words).published == "2022-09-20"


def test_id_is_made_from_the_text() -> None:
    """The same text has the same id wherever it is kept; another text has another."""
    first = metadata.read(LEAD, path="a.txt").id

    assert first == metadata.read(LEAD, path="b/c.txt").id
    assert first != metadata.read(LEAD + " ").id


def test_body_is_between_header_and_closing_lines() -> None:
    """The prose is what is left, the dateline's words cut off."""
    text = (
        "Dam holds\n\nBy Ana Ruiz\n\nKYIV (Reuters) - The dam holds.\n\nIt rained.\n\n"
        "(Reporting by Ana Ruiz; Editing by Jo Marsh)\n"
    )
    start, end = metadata.body(text)

    assert text[start:end] == "The dam holds.\n\nIt rained."


def test_spans_of_the_header_are_of_the_text() -> None:
    """Title and furniture are spans with the text's own words."""
    text = "Headline: Dam holds\n\n20 Sep 2022\n\nKYIV (AP) — " + LEAD + " — AP"
    header = metadata.scan(text)
    assert header.title is not None

    for span in (header.title, *header.furniture):
        assert text[span.start : span.end] == span.text
    assert header.title.text == "Dam holds"


@pytest.mark.parametrize(
    "piece", ["a", "\n", "x\n", "By Ana ", "ANA, ", "(", "1 ", "A-", "Sept. ", "Ana Ruiz and "]
)
def test_any_text_is_read_in_little_time(piece: str) -> None:
    """Neither a long line nor many short ones cost more than their length."""
    assert seconds(lambda: metadata.read(piece * 200_000), enough=1.0) < 1.0


@pytest.mark.parametrize(
    ("header", "publisher", "published"),
    [
        ("Riverton Gazette\n\nDam holds\n\n3 May 2024", "Riverton Gazette", "2024-05-03"),
        ("RIVERTON GAZETTE\n\nDam holds after rain\n\nBy Ana Ruiz", "Riverton Gazette", None),
        ("Dam holds\n\nThe Indus Lantern - Doha\n13 Feb, 2025", "The Indus Lantern", "2025-02-13"),
        ("Dam holds\n\nNation of Lakes\nKISUMU\nOct 2, 2024", "Nation of Lakes", "2024-10-02"),
        ("Dam holds\n\nRiverton Gazette, Port Alder, 3 May 2024", "Riverton Gazette", "2024-05-03"),
        (
            "Dam holds\n\nPORT ALDER, May 3, 2024, Riverton Gazette",
            "Riverton Gazette",
            "2024-05-03",
        ),
        ("Dam holds\n\nPolitics, 17 April 2025, 12:40", None, "2025-04-17"),
        ("Dam holds\n\nJo Marsh, 3 May 2024 Friday", None, "2024-05-03"),
        ("Dam holds\n\n14.11.2024. 18:22 | Vesper", "Vesper", "2024-11-14"),
        ("Dam holds\n\n14.11.2024. 18:22 | Society", None, "2024-11-14"),
        ("Dam holds\n\nThe Orvale Lamp | 3 May 2024", "The Orvale Lamp", "2024-05-03"),
        ("Dam holds\n\nSource: Vesper| 2024-08-21 20:14:30|Editor: jo", "Vesper", "2024-08-21"),
        ("Dam holds\n\nPublished by Riverton Post on 3 May 2024", "Riverton Post", "2024-05-03"),
        ("Dam holds\n\nBy Times of Orvale Staff\n3 May 2024", "Times of Orvale", "2024-05-03"),
        (
            "Dam holds\n\nBharat Darpan Web Desk | Updated: 3 May 2024",
            "Bharat Darpan",
            "2024-05-03",
        ),
        ("Dam holds\n\nOur Staff Reporter\n3 May 2024", None, "2024-05-03"),
        (
            "Dam holds\n\nBy Jo Marsh, Crime Reporter, The Daily Lamp\n3 May 2024",
            "The Daily Lamp",
            "2024-05-03",
        ),
        ("Dam holds\n\nAna Ruiz, The Orvale Lamp\n3 May 2024", "The Orvale Lamp", "2024-05-03"),
        ("Dam holds\n\nOrvale, 3 December 2024 (Vesta-Inform)", "Vesta-Inform", "2024-12-03"),
        ("Dam holds | The Orvale Lamp\n\n3 May 2024", "The Orvale Lamp", "2024-05-03"),
        ("Dam holds\n\nDamascus, SANA-Watan\n3 May 2024", "SANA-Watan", "2024-05-03"),
        ("Dam holds\n\nLondon, England\n3 May 2024", None, "2024-05-03"),
        ("Dam holds\n\n17/12/2024 21:14\nPortali Drita", "Portali Drita", "2024-12-17"),
        (
            "Dam holds\n\nBy Our Crime Reporter, Lanka Leader\n3 May 2024",
            "Lanka Leader",
            "2024-05-03",
        ),
        (
            "Dam holds\n\nNews code: 14 | 22 Bahman | Dar Herald\n3 May 2024",
            "Dar Herald",
            "2024-05-03",
        ),
        (
            "Dam holds\n\nHerald Correspondent\nThe Dar Herald\n3 May 2024",
            "Dar Herald",
            "2024-05-03",
        ),
        (
            "Dam holds\n\nCiara Noll\nWest Shore Leader\n3 May 2024",
            "West Shore Leader",
            "2024-05-03",
        ),
        ("Dam holds\n\nWORV-TV\nPosted: Nov 19, 2024 / 05:12 PM CST", "WORV-TV", "2024-11-19"),
        ("Dam holds\n\nAna Ruiz (Dar Herald)\n3 May 2024", "Dar Herald", "2024-05-03"),
        ("Dam holds\n\nAna Ruiz (Green)\n3 May 2024", None, "2024-05-03"),
        ("Dam holds\n\nDar Herald reporter Ana Ruiz\n3 May 2024", "Dar Herald", "2024-05-03"),
        ("Dam holds\n\nText: Ana Ruiz | Dar Herald | 3 May 2024", "Dar Herald", "2024-05-03"),
        ("Dam holds\n\nDar Herald – 3 May 2024 – Updated 14:05", "Dar Herald", "2024-05-03"),
        ("Dam holds\n\nPublished: 3rd May, 2024 | Source: Dar Herald", "Dar Herald", "2024-05-03"),
        (
            "Dam holds\n\n3 May 2024 | Published in: News, Dams\nDar Monitor",
            "Dar Monitor",
            "2024-05-03",
        ),
        (
            "Dam holds\n\nFrom Ana Ruiz, Port Alder\nThe Dar Clarion\n3 May 2024",
            "The Dar Clarion",
            "2024-05-03",
        ),
        (
            "LIVE: Dam holds\n\nChannel 9 Vesna | 11:02, 6 April 2024",
            "Channel 9 Vesna",
            "2024-04-06",
        ),
        ("Dam holds\n\nThe Long Read\n3 May 2024", None, "2024-05-03"),
    ],
)
def test_who_publishes_and_when(header: str, publisher: str | None, published: str | None) -> None:
    """Mastheads, desks and datelines of many layouts; no section, place or person is an outlet."""
    found = metadata.scan(f"{header}\n\n{LEAD} The mayor told Vesper so.")

    assert (found.publisher, found.published) == (publisher, published)


@pytest.mark.parametrize(
    ("opening", "agency"),
    [
        ("Kabul (Bamdad News): ", "Bamdad News"),
        ("Bamdad News – Kabul: ", "Bamdad News"),
        ("Tehran, Bamdad News – ", "Bamdad News"),
        ("TEHRAN – Mar 3, 2025 – Bamdad News – ", "Bamdad News"),
        ("Hanoi (VNS) – ", "VNS"),
        ("ASTANA. Bamdad News – ", "Bamdad News"),
        ("Orvale – Bamdad News: ", "Bamdad News"),
        ("The rule – Kabul: ", None),
        ("Kabul – Ana Ruiz: ", None),
    ],
)
def test_agencies_that_open_a_paragraph(opening: str, agency: str | None) -> None:
    """Before or after the place, with a dash or a colon."""
    assert metadata.scan(f"Dam holds after rain\n\n{opening}{LEAD}").wire == agency


def test_initials_of_a_desk() -> None:
    """An agency's name and those of its writers and editors close the report."""
    assert metadata.scan(f"Dam holds after rain\n\n{LEAD}\n\nPTI ABC XYZ").wire == "PTI"


def test_a_place_after_the_agency_is_no_speaker() -> None:
    """`Riverton News Agency (RNA) – Port Alder: …`: all of it stands before the prose."""
    text = f"Dam holds\n\nRiverton News Agency (RNA) – Port Alder: {LEAD}"

    assert metadata.body(text) == (text.index(LEAD), len(text))


@pytest.mark.parametrize(
    "line", ["Section 12 bans dogs, Ana Ruiz said.", "Photos show the leak, Ana Ruiz said."]
)
def test_a_sentence_that_begins_as_a_credit_might_is_read(line: str) -> None:
    """`Photos: Ana Ruiz` stands beside an article, `Photos show …` in it."""
    assert metadata.scan(line + "\n").furniture == ()
