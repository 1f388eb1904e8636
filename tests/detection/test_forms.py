"""What is attributed by its form alone: transcripts, headlines, captions, credits, mail."""

from __future__ import annotations

import pytest

from attrib import attribute

Said = list[tuple[str | None, list[str]]]


def said(text: str) -> Said:
    """Who says what in a text."""
    return [
        (record.speaker.name if record.speaker else None, [span.text for span in record.content])
        for record in attribute(text).records
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "NEW: The worst of the storm is past\n\nNEW: “It will be calm,” says RTN meteorologist"
            "\n\nTodd Lind saw snow.\n\nBut, he added: “The worst is over.”",
            [
                ("RTN meteorologist", ["“It will be calm,”"]),
                ("Todd Lind", ["“The worst is over.”"]),
            ],
            id="lines that are new, and a tag after but",
        ),
        pytest.param(
            "They lost.\n\nDave, Orvale: Spineless, all of them.\n\nKaren: Sack him? Never.\n\n"
            "Anon: The owner must go.",
            [
                ("Dave", ["Spineless, all of them."]),
                ("Karen", ["Sack him? Never."]),
                ("Anon", ["The owner must go."]),
            ],
            id="readers by their first names",
        ),
        pytest.param(
            "ADA MARSH, HARBOUR EDITOR: Is it shut?\n\nBRANDT: It is.\n\nMARSH: Since when?",
            [
                ("ADA MARSH", ["Is it shut?"]),
                ("BRANDT", ["It is."]),
                ("ADA MARSH", ["Since when?"]),
            ],
            id="a job after the label",
        ),
        pytest.param(
            "[00:03:10] HOST: Welcome back.\n\n[00:03:14] OLGA BRANDT: Thank you. (APPLAUSE) It is"
            " shut.",
            [("HOST", ["Welcome back."]), ("OLGA BRANDT", ["Thank you.", "It is shut."])],
            id="times and stage directions",
        ),
        pytest.param(
            "We spoke to Ana Ruiz about the lock.\n\nQ: Is it shut?\n\nA: It is.\n\nQ: Why?\n\n"
            "A: It leaks.",
            [
                (None, ["Is it shut?"]),
                ("Ana Ruiz", ["It is."]),
                (None, ["Why?"]),
                ("Ana Ruiz", ["It leaks."]),
            ],
            id="questions and answers",
        ),
        pytest.param(
            "The lock and the dam\n\nBy Tom Cole\n\nVice President Ana Ruiz walked the lock with"
            " Karl Okon on Monday. She later spoke with Post reporter Dana Moss. Ruiz was wet.\n\n"
            "Q: Is it shut?\n\nA: It is.\n\nQ: Why?\n\nA: It leaks.",
            [
                (None, ["Is it shut?"]),
                ("Ana Ruiz", ["It is."]),
                (None, ["Why?"]),
                ("Ana Ruiz", ["It leaks."]),
            ],
            id="answers of one of four who are named above them",
        ),
        pytest.param(
            "The Post’s Tom Cole sat down with Dr. Ana Ruiz, a friend of Karl Okon.\n\n"
            "QUESTION: Is it shut?\n\nANSWER: It is.\n\nQUESTION: Why?\n\nANSWER: It leaks.",
            [
                (None, ["Is it shut?"]),
                ("Ana Ruiz", ["It is."]),
                (None, ["Why?"]),
                ("Ana Ruiz", ["It leaks."]),
            ],
            id="answers of whom a reporter sat down with",
        ),
        pytest.param(
            "BRANDT: It is shut.\n\nIt leaks at both ends.\n\nMARSH: Thank you.",
            [
                ("BRANDT", ["It is shut.", "It leaks at both ends."]),
                ("MARSH", ["Thank you."]),
            ],
            id="a turn of two paragraphs",
        ),
        pytest.param(
            "DATE: 3 May\n\nPHOTO: the lock\n\nThe lock is shut.", [], id="fields are no turns"
        ),
        pytest.param(
            "It rained, according to “The Fall of Brightway,” a book by Ana Ruiz.",
            [("The Fall of Brightway", ["It rained"])],
            id="a book by its title",
        ),
        pytest.param(
            "Ohio: Pupils may bring no phones.\n\nTexas: Buses run late.\n\nOhio: Lunch is free.",
            [],
            id="places of a list",
        ),
        pytest.param(
            "FRANCE: We object.\n\nSPAIN: We do not, and our vote stands.\n\nFRANCE: I see.",
            [
                ("FRANCE", ["We object."]),
                ("SPAIN", ["We do not, and our vote stands."]),
                ("FRANCE", ["I see."]),
            ],
            id="countries that speak",
        ),
        pytest.param("Monday: Rain.\n\nTuesday: Sun.\n\nMonday: Storms.", [], id="days of a list"),
        pytest.param("Opened: 1931\n\nClosed: 2001\n\nReopened: 2012", [], id="a list of years"),
        pytest.param(
            "Lock stays shut, union says\n\nThe lock is shut.",
            [("union", ["Lock stays shut"])],
            id="headline, tag with the verb last",
        ),
        pytest.param(
            "LOCK STAYS SHUT, SAYS MAYOR\n\nIt rained.",
            [("MAYOR", ["LOCK STAYS SHUT"])],
            id="headline in capitals",
        ),
        pytest.param(
            "Mayor to ferrymen: No, it is not safe\n\nIt rained.",
            [("Mayor", ["No, it is not safe"])],
            id="headline with a label and whom it is said to",
        ),
        pytest.param(
            "11:05 Brandt: lock stays shut\n\n11:09 It rains in Holm. Olga Brandt is at the lock.",
            [("Olga Brandt", ["lock stays shut"])],
            id="live blog",
        ),
        pytest.param("Lock shut, barges wait\n\nIt rained.", [], id="a headline that nobody says"),
        pytest.param(
            "‘We wait’: Olga Brandt on her barge on Friday. Photograph: Ada Marsh",
            [("Olga Brandt", ["‘We wait’"])],
            id="caption",
        ),
        pytest.param(
            "“Best lock in Holm.”—J. K., Sandgate\n\n“Cold.” ~ Olga B.",
            [("J. K.", ["“Best lock in Holm.”"]), ("Olga B.", ["“Cold.”"])],
            id="credits with initials",
        ),
        pytest.param(
            "He wore a badge with “shut it”\n- Olga Brandt came late.", [], id="the dash of a list"
        ),
        pytest.param(
            "On Tue, Oct 8, 2024 at 7:45 PM, Olga Brandt <o.brandt@holm.example> wrote:\n"
            "> The lock is shut.\n>\n> It leaks.\n\nThanks.",
            [("Olga Brandt", ["The lock is shut.", "It leaks."])],
            id="mail",
        ),
        pytest.param(
            "MARA LUND:\nIt is shut.\n\nTOM RYLE:\nIt is not.\n\nMARA LUND:\nIt is.",
            [
                ("MARA LUND", ["It is shut."]),
                ("TOM RYLE", ["It is not."]),
                ("MARA LUND", ["It is."]),
            ],
            id="labels on lines of their own",
        ),
        pytest.param(
            "Interviewer: Who found the leak?\n\nMara Lund: A boy did.\n\nHe ran home.\n\n"
            "Interviewer: When?\n\nLund: On Monday.",
            [
                ("Interviewer", ["Who found the leak?"]),
                ("Mara Lund", ["A boy did.", "He ran home."]),
                ("Interviewer", ["When?"]),
                ("Mara Lund", ["On Monday."]),
            ],
            id="an interviewer without a name, and an answer of two paragraphs",
        ),
        pytest.param(
            "[09:41] mara: is it shut\n[09:41] tom: yes\n[09:43] mara: since when",
            [("mara", ["is it shut"]), ("tom", ["yes"]), ("mara", ["since when"])],
            id="a chat",
        ),
        pytest.param(
            "<mara> is it shut\n<tom> yes\n<mara> since when",
            [("mara", ["is it shut"]), ("tom", ["yes"]), ("mara", ["since when"])],
            id="a chat in angle brackets",
        ),
        pytest.param(
            "Speaker 1: It leaks.\nSpeaker 2: Where?\nSpeaker 1: Below.",
            [("Speaker 1", ["It leaks."]), ("Speaker 2", ["Where?"]), ("Speaker 1", ["Below."])],
            id="counted speakers",
        ),
        pytest.param(
            "Step 1: Mix it.\nStep 2: Bake it.\nStep 1: Eat it.", [], id="counted steps are none"
        ),
        pytest.param(
            "MARA LUND (PILOT): It leaks.\nTOM RYLE (MAYOR): It does not.\nLUND: Go and look.",
            [
                ("MARA LUND", ["It leaks."]),
                ("TOM RYLE", ["It does not."]),
                ("MARA LUND", ["Go and look."]),
            ],
            id="jobs in brackets are no wire",
        ),
        pytest.param(
            "Lock shut – minister\n\nThe lock at Holm is shut.",
            [("minister", ["Lock shut"])],
            id="headline with a dash and who says it",
        ),
        pytest.param(
            "Lock ‘a disgrace’ - pilots\n\nThe lock at Holm is shut.",
            [("pilots", ["Lock ‘a disgrace’"])],
            id="headline with a dash and a quotation",
        ),
        pytest.param("Holm – the town that sleeps\n\nIt is quiet.", [], id="a dash and a phrase"),
        pytest.param("Mara Lund – mayor\n\nIt is quiet.", [], id="a dash and an office"),
        pytest.param(
            "Lock to close: council\n\nThe lock at Holm is old.",
            [("council", ["Lock to close"])],
            id="headline with a colon and who says it",
        ),
        pytest.param(
            "Study: Cold locks leak less\n\nThe lock at Holm is cold.",
            [("Study", ["Cold locks leak less"])],
            id="headline of a study",
        ),
        pytest.param(
            "Lock was never oiled, inquiry finds\n\nThe lock at Holm is dry.",
            [("inquiry", ["Lock was never oiled"])],
            id="headline of what was found",
        ),
        pytest.param(
            "Mayor Lund: I will not resign\n\nThe lock at Holm is shut.",
            [("Lund", ["I will not resign"])],
            id="headline with an office and a name",
        ),
        pytest.param(
            "Holm residents: ‘Nobody told us’\n\nThe lock is shut.",
            [("Holm residents", ["‘Nobody told us’"])],
            id="headline of people",
        ),
        pytest.param(
            "“Nobody told us”: Holm residents on the lock",
            [("Holm residents", ["“Nobody told us”"])],
            id="caption of people",
        ),
        pytest.param(
            "In a note to its members, the rowing club said:\n\nWe regret the flood. The boats are "
            "dry.\n\nWe will row again in May.\n\nThe club has 40 boats.",
            [
                (
                    "the rowing club",
                    ["We regret the flood. The boats are dry.", "We will row again in May."],
                )
            ],
            id="a statement in full",
        ),
        pytest.param(
            "Tom Felk is a baker. He explained why they had all gone:\n\nI was locked up for "
            "two days. I am now “stateless”.\n\nA lock. (Photo by Mara Lund)\n\nThey let "
            "me go.\n\nThe lock opened in May.",
            [
                (
                    "Tom Felk",
                    [
                        "I was locked up for two days. I am now “stateless”.",
                        "They let me go.",
                    ],
                )
            ],
            id="what somebody tells below as I",
        ),
        pytest.param(
            "The whole letter reads as follows:\n\nThe lock leaks. It is old.\n\nIt rained.",
            [("The whole letter", ["The lock leaks. It is old."])],
            id="a letter that is printed",
        ),
        pytest.param(
            "The board said this:\n\n- Lock: shut\n- Bridge: open", [], id="a list is no statement"
        ),
        pytest.param(
            "Olga Brandt wrote on Tuesday:\n> The lock is shut. It leaks.\n\nTom Felk replied:\n"
            "> Since when?",
            [("Olga Brandt", ["The lock is shut. It leaks."]), ("Tom Felk", ["Since when?"])],
            id="mail with the day after the verb",
        ),
        pytest.param(
            "From: Mara Lund\nTo: All pilots\nSubject: The lock\n\nThe lock is shut. Stay away.\n\n"
            "Mara Lund",
            [("Mara Lund", ["The lock is shut. Stay away."])],
            id="mail under its fields",
        ),
        pytest.param(
            "RT @mara_lund: The lock is shut. Stay away.",
            [("@mara_lund", ["The lock is shut. Stay away."])],
            id="a post that is passed on",
        ),
        pytest.param(
            "Mara Lund @maralund\n·\nMay 4\nThe lock is shut again.",
            [("Mara Lund", ["The lock is shut again."])],
            id="a post under name, account and day",
        ),
        pytest.param(
            "@maralund wrote on X that the lock was shut.",
            [("@maralund", ["that the lock was shut"])],
            id="an account that writes",
        ),
        pytest.param("Write to lock@holm.example: it is open.", [], id="an address is no account"),
        pytest.param(
            "Felk — It leaks.\nOkon — Where?\nFelk — Below.",
            [("Felk", ["It leaks."]), ("Okon", ["Where?"]), ("Felk", ["Below."])],
            id="a dash after the label",
        ),
        pytest.param(
            "Mr. FELK. The lock leaks.\nMs. OKON. Where does it?\nMr. FELK. Below.",
            [("FELK", ["The lock leaks."]), ("OKON", ["Where does it?"]), ("FELK", ["Below."])],
            id="a full stop after the label",
        ),
        pytest.param(
            "Felk (00:12): It leaks.\nOkon (00:15): Where?\nFelk (00:19): Below.",
            [("Felk", ["It leaks."]), ("Okon", ["Where?"]), ("Felk", ["Below."])],
            id="a time after the label",
        ),
        pytest.param(
            "[Felk]: It leaks.\n[Okon]: Where?\n[Felk]: Below.",
            [("Felk", ["It leaks."]), ("Okon", ["Where?"]), ("Felk", ["Below."])],
            id="labels in brackets",
        ),
        pytest.param(
            "00:00:01,000 --> 00:00:03,000\nFELK: It leaks.\n\n00:00:03,500 --> 00:00:05,000\n"
            "OKON: Where?\n\n00:00:05,500 --> 00:00:06,000\nFELK: Below.",
            [("FELK", ["It leaks."]), ("OKON", ["Where?"]), ("FELK", ["Below."])],
            id="subtitles",
        ),
        pytest.param(
            "Monday — rain in Holm.\nTuesday — sun.\nIt was a week like any other in the town.\n"
            "Nobody swam. The lock stayed shut. Monday was the worst.",
            [],
            id="days with a dash",
        ),
        pytest.param(
            "> The lock leaks.\n> It is old.\n\n— Mara Lund, pilot",
            [("Mara Lund", ["The lock leaks.", "It is old."])],
            id="quoted lines over a credit",
        ),
        pytest.param(
            "What they say\n\n“It leaks.” (Mara Lund)",
            [("Mara Lund", ["“It leaks.”"])],
            id="a heading that says what follows",
        ),
        pytest.param(
            "Mara Lund, mayor of Holm (to the Riverton Gazette): “It leaks.”",
            [("Mara Lund", ["“It leaks.”"])],
            id="a label with an office, and to whom",
        ),
        pytest.param(
            "“It leaks,”\nMara Lund said.\n“It does not,” Tom Felk\nsaid.",
            [("Mara Lund", ["“It leaks,”"]), ("Tom Felk", ["“It does not,”"])],
            id="tags on lines of their own",
        ),
        pytest.param(
            '\\u201cIt leaks,\\u201d Mara Lund said.\\n\\n"It does not," Tom Felk said.',
            [
                ("Mara Lund", ["\\u201cIt leaks,\\u201d"]),
                ("Tom Felk", ['"It does not,"']),
            ],
            id="escapes of JSON",
        ),
        pytest.param(
            "LOCK STAYS SHUT: LUND\n\nMara Lund came late.",
            [("Mara Lund", ["LOCK STAYS SHUT"])],
            id="headline with the name last",
        ),
        pytest.param(
            "‘We were lied to’: pilots on the lock",
            [("pilots", ["‘We were lied to’"])],
            id="caption of people without a name",
        ),
        pytest.param(
            "“It leaks.”\nMara Lund, pilot\n\n“It does not.”\nTom Ryle, mayor",
            [("Mara Lund", ["“It leaks.”"]), ("Tom Ryle", ["“It does not.”"])],
            id="a list of views",
        ),
        pytest.param(
            "@maralund\nThe lock is shut again.",
            [("@maralund", ["The lock is shut again."])],
            id="a post",
        ),
        pytest.param(
            "From the desk of Mara Lund, chief pilot.\n\n“The tide does not wait for us.”",
            [("Mara Lund", ["“The tide does not wait for us.”"])],
            id="a letter’s head",
        ),
    ],
)
def test_forms(text: str, expected: Said) -> None:
    """A form gives its words to whom it names, and what only looks like it gives nothing."""
    assert said(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("“I was asleep,” Okon added. “Both of us were.”", id="says I"),
        pytest.param("“Nonsense,” shrugged Okon.", id="shrugs"),
        pytest.param("Okon: It leaks.\n\nFelk: Where?\n\nOkon: Below.", id="takes turns"),
        pytest.param("MR. OKON: It leaks.\n\nMS. FELK: Where?\n\nMR. OKON: Below.", id="is MR."),
        pytest.param("He asked. Okon: “Nothing.” Felk again: “Nothing?”", id="is heard in a line"),
        pytest.param(
            "Okon — It leaks.\n\nFelk — Where?\n\nOkon — Below.", id="takes turns, a dash"
        ),
        pytest.param("Okon told the court she was sorry.", id="says something of herself"),
        pytest.param("According to Tova Felk, the council knew.", id="is no council"),
    ],
)
def test_lone_names_of_people(text: str) -> None:
    """Who speaks as only people do is a person, though nothing else tells it of a lone name."""
    records = attribute(text).records

    assert records
    assert {record.speaker.kind for record in records if record.speaker} == {"person"}
