"""Outlets: listed, told by their form, and described."""

from __future__ import annotations

import random

import pytest
from clock import times_longer

from attrib.knowledge.nouns import rows
from attrib.outlets import mentions as outlets
from attrib.outlets.catalogue import lookup
from attrib.outlets.descriptors import describes_outlet


def _found(text: str, **options: str) -> list[tuple[str, str]]:
    return [(found.span.text, found.name) for found in outlets.find(text, **options)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "Reuters reported that AFP agreed.",
            [("Reuters", "Reuters"), ("AFP", "AFP")],
            id="agencies",
        ),
        pytest.param("an AP reporter", [("AP", "AP")], id="abbreviation"),
        pytest.param(
            "the news portal kurir24 reported, then iNova agreed",
            [("kurir24", "kurir24")],
            id="no-capital-at-its-head",
        ),
        pytest.param(
            "told the daily El Faro del Norte, then the daily Corriere del Lago so",
            [
                ("El Faro del Norte", "El Faro del Norte"),
                ("Corriere del Lago", "Corriere del Lago"),
            ],
            id="small-words-in-its-name",
        ),
        pytest.param("told the Milanese daily so", [], id="of-what-town"),
        pytest.param(
            "the Associated Press, citing Xinhua",
            [("the Associated Press", "The Associated Press"), ("Xinhua", "Xinhua")],
            id="article-is-part",
        ),
        pytest.param(
            "She told al-Jazeera and dpa.",
            [("al-Jazeera", "al-Jazeera"), ("dpa", "dpa")],
            id="lower-case",
        ),
        pytest.param(
            "the Islamic Republic\nNews Agency said",
            [("Islamic Republic\nNews Agency", "Islamic Republic News Agency")],
            id="name-over-two-lines",
        ),
        pytest.param(
            "Iranian Students’ News Agency said",
            [("Iranian Students’ News Agency", "Iranian Students' News Agency")],
            id="curly-apostrophe",
        ),
        pytest.param(
            "on CNN’s “State of the Union” and on “Meet the Press”",
            [
                ("CNN", "CNN"),
                ("Meet the Press", "Meet the Press"),
            ],
            id="programmes",
        ),
        pytest.param(
            "He told the Daily Telegraph, and the Daily Telegraph’s editor agreed.",
            [("the Daily Telegraph", "The Daily Telegraph")] * 2,
            id="possessive",
        ),
    ],
)
def test_listed_outlets_are_found_under_each_name(
    text: str, expected: list[tuple[str, str]]
) -> None:
    """A listed outlet is found by any of its names, and called as the text calls it."""
    assert _found(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("Time will tell. People say the sun shines.", id="words"),
        pytest.param("Steve Forbes reported a profit.", id="person"),
        pytest.param("The State Department and the Post Office closed.", id="longer-name"),
        pytest.param("the 19th century and the Atlantic", id="the-other-meaning"),
        pytest.param("the Reuters Institute and the Washington Post Company", id="other-bodies"),
        pytest.param("@Reuters #CNN CNN-like AFPs", id="inside-a-word"),
        pytest.param("In the State of the Union address he spoke.", id="no-programme"),
        pytest.param("Vice President Ana Ruiz", id="vice"),
        pytest.param("a Baton Rouge newspaper, an Iranian news agency", id="descriptors"),
        pytest.param("the newspaper Ana Ruiz reads", id="reader"),
        pytest.param("“Gold Star” mothers; Breaking News; the Majority Leader", id="phrases"),
        pytest.param("On his podcast, Tom Roke said the Monday podcast pays.", id="podcasts"),
        pytest.param("in an episode of Friends, with the Joe Rogan podcast", id="episode"),
        pytest.param("She told The Salvation Army and Netflix so.", id="bodies"),
        pytest.param("He told the Supreme Leader, and went to La Plata.", id="leader"),
        pytest.param("asked by The Church of Ruin, he said", id="church"),
        pytest.param("", id="empty"),
    ],
)
def test_other_things_are_no_outlets(text: str) -> None:
    """Words that only look like an outlet's name are left alone."""
    assert _found(text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("She told Time that", [("Time", "Time")], id="told"),
        pytest.param("in an interview with the Sun", [("the Sun", "The Sun")], id="interview-with"),
        pytest.param(
            "as The Guardian had it", [("The Guardian", "The Guardian")], id="mid-sentence"
        ),
        pytest.param("the Guardian reported", [("the Guardian", "The Guardian")], id="reported"),
        pytest.param("Forbes magazine", [("Forbes magazine", "Forbes")], id="full-name"),
        pytest.param(
            "The New York Times ran it. A day on, the Times withdrew it.",
            [("The New York Times", "The New York Times"), ("the Times", "The New York Times")],
            id="after-full-name",
        ),
        pytest.param(
            "The Jerusalem Post and the New York Post differ; the Post has more.",
            [
                ("The Jerusalem Post", "The Jerusalem Post"),
                ("the New York Post", "New York Post"),
                ("the Post", "New York Post"),
            ],
            id="latest-namesake",
        ),
        pytest.param(
            "Fox News reported. Fox also said so.",
            [("Fox News", "Fox News"), ("Fox", "Fox News")],
            id="short-form-speaks",
        ),
        pytest.param("told the Post on Monday", [("the Post", "The Post")], id="nobody-named"),
    ],
)
def test_marked_names_count_where_an_outlet_is_meant(
    text: str, expected: list[tuple[str, str]]
) -> None:
    """A name that means other things counts by the words around it or the full name before."""
    assert _found(text) == expected


def test_publisher_counts_as_named() -> None:
    """To its own readers `The Post` is the publisher."""
    text = "A spokesman told The Post that rain fell."

    assert _found(text, publisher="Washington Post") == [("The Post", "Washington Post")]


@pytest.mark.parametrize(
    ("text", "name", "kind"),
    [
        pytest.param(
            "the Riverton Gazette reported", "Riverton Gazette", "newspaper", id="gazette"
        ),
        pytest.param("told the Dar Post", "Dar Post", "newspaper", id="weak-last-word"),
        pytest.param("the daily Shomal reported", "Shomal", "newspaper", id="daily"),
        pytest.param("Iranian newspaper Shomal, citing", "Shomal", "newspaper", id="newspaper-x"),
        pytest.param("told Shomal newspaper", "Shomal", "newspaper", id="x-newspaper"),
        pytest.param("the Afghan Payam news agency said", "Payam", "agency", id="x-agency"),
        pytest.param('the "Shomal" newspaper said', "Shomal", "newspaper", id="in-marks"),
        pytest.param("Riverton News Agency said", "Riverton News Agency", "agency", id="capitals"),
        pytest.param("Trump told Radio Shomal TV", "Radio Shomal TV", "broadcaster", id="tv"),
        pytest.param("he said on The Ana Ruiz Show", "The Ana Ruiz Show", "broadcaster", id="show"),
        pytest.param("on the Got Salt podcast", "Got Salt", "broadcaster", id="podcast"),
        pytest.param("his podcast, “It’s Late.”", "It’s Late", "broadcaster", id="podcast-after"),
        pytest.param("on an episode of Mud, the", "Mud", "broadcaster", id="episode"),
        pytest.param(
            "of Ten Past Four, a weekly podcast", "Ten Past Four", "broadcaster", id="set-off"
        ),
        pytest.param("the website Shomal.com reported", "Shomal.com", "site", id="domain"),
        pytest.param("a statement to the Ledger on", "The Ledger", "newspaper", id="bare"),
        pytest.param("contacted by The 9th Lamp, he", "The 9th Lamp", None, id="capital-article"),
        pytest.param("told La Hora de Lum that", "La Hora de Lum", None, id="foreign-article"),
        pytest.param("said in an interview with Lumio.", "Lumio", None, id="interview"),
        pytest.param("Lumio quoted her as saying so", "Lumio", None, id="quotes"),
        pytest.param("told Radio Lum’s Ana Ruiz", "Radio Lum", "broadcaster", id="whose"),
    ],
)
def test_unlisted_outlets_are_told_by_form(text: str, name: str, kind: str | None) -> None:
    """An outlet on no list is found by the words that say what it is."""
    (found,) = outlets.find(text)

    assert (found.name, found.kind, found.listed) == (name, kind, False)


def test_unlisted_outlet_keeps_its_short_name() -> None:
    """`the Gazette` is the Riverton Gazette once that has been named."""
    text = "The Riverton Gazette had it first. Later the Gazette withdrew it."

    assert _found(text)[1] == ("the Gazette", "Riverton Gazette")


@pytest.mark.parametrize(
    ("words", "fitting", "clashing"),
    [
        pytest.param("The English news agency", "Reuters", "AFP", id="nationality"),
        pytest.param("this western media", "Reuters", "Xinhua", id="region"),
        pytest.param("the state-run news agency", "Xinhua", "Le Monde", id="kind"),
        pytest.param("the Qatar-based broadcaster", "Al Jazeera", "BBC", id="based"),
        pytest.param("the newspaper", "Le Monde", "Reuters", id="newspaper"),
        pytest.param("the South Korean daily", "Chosun Ilbo", "Rodong Sinmun", id="two-words"),
        pytest.param("the magazine’s", "Der Spiegel", "Bild", id="possessive"),
        pytest.param("the Saudi-owned TV channel", "Al Arabiya", "Al Jazeera", id="owned"),
    ],
)
def test_descriptor_fits_by_kind_and_country(words: str, fitting: str, clashing: str) -> None:
    """A descriptor fits an outlet of its kind and country and clashes with another."""
    descriptor = describes_outlet(words)
    assert descriptor is not None
    right, wrong = lookup(fitting), lookup(clashing)
    assert right is not None
    assert wrong is not None

    assert (descriptor.fits(right), descriptor.fits(wrong)) == (True, False)


def test_descriptor_fits_an_unlisted_outlet_of_unknown_country() -> None:
    """What is not known of an outlet speaks for it."""
    descriptor = describes_outlet("the Afghan newspaper")
    (outlet,) = outlets.find("the Riverton Gazette reported")
    assert descriptor is not None

    assert descriptor.fits(outlet)


@pytest.mark.parametrize(
    ("words", "definite", "ambiguous"),
    [
        pytest.param("a news agency", False, False, id="indefinite"),
        pytest.param("state television", False, False, id="bare"),
        pytest.param("the agency", True, True, id="agency"),
        pytest.param("the cable network", True, False, id="cable-network"),
        pytest.param("this media outlet", True, False, id="media-outlet"),
    ],
)
def test_descriptor_says_how_sure_it_is(words: str, definite: bool, ambiguous: bool) -> None:
    """A descriptor tells whether it points back and whether it may mean another body."""
    descriptor = describes_outlet(words)
    assert descriptor is not None

    assert (descriptor.definite, descriptor.ambiguous) == (definite, ambiguous)


@pytest.mark.parametrize(
    "words",
    [
        "the ministry",
        "the media",
        "western media",
        "media sources",
        "Reuters",
        "",
        "the space agency",
    ],
)
def test_other_descriptors_describe_no_outlet(words: str) -> None:
    """Bodies, groups and names are no descriptors of an outlet."""
    assert describes_outlet(words) is None


def test_list_is_consistent() -> None:
    """Each outlet has a country and a kind of the closed set, and no name is unmarked twice."""
    kinds = {"agency", "newspaper", "broadcaster", "magazine", "site"}
    owners: dict[str, str] = {}
    for name, country, kind, *others in rows("outlets.tsv"):
        assert len(country) == 2
        assert country.isupper()
        assert kind in kinds
        for each in (name, *(others[0].split("|") if others else ())):
            if not each.startswith("?") and "(" not in each:
                key = each.casefold().removeprefix("the ")
                assert owners.setdefault(key, name) == name, each
    assert len(owners) > 1500


def test_programmes_belong_to_listed_outlets() -> None:
    """Each programme's outlet is on the list under that very name."""
    names = {name.removeprefix("?").partition(" (")[0] for name, *_ in rows("outlets.tsv")}

    assert {outlet for _, outlet in rows("programmes.tsv")} <= names


def test_spans_are_of_the_text() -> None:
    """Mentions come in order, apart from each other, with the text's own words."""
    words = [
        "Reuters",
        "the",
        "Post",
        "told",
        "Riverton",
        "Gazette",
        "newspaper",
        "“Time”",
        "CNN’s",
    ]
    text = " ".join(random.Random(7).choices(words, k=400))

    end = 0
    for found in outlets.find(text):
        assert found.span.start >= end
        assert text[found.span.start : found.span.end] == found.span.text
        end = found.span.end
    assert end > 0


@pytest.mark.parametrize("piece", ["Gazette ", "the Post ", "A ", "newspaper ", "Al-", "x.com"])
def test_cost_is_linear(piece: str) -> None:
    """Four times the text takes no more than about four times as long."""

    short, long = piece * 5_000, piece * 20_000

    assert times_longer(lambda: outlets.find(long), lambda: outlets.find(short), 12, 0.01) < 12


@pytest.mark.parametrize(
    "text", ["She told affiliate KFSD so.", "She told CNN affiliate KFSD so."], ids=["alone", "of"]
)
def test_a_station_by_its_call_sign(text: str) -> None:
    """`CNN affiliate KFSD` is the station, and not its network."""
    assert [found.name for found in outlets.find(text)] == ["KFSD"]
