"""Who is meant: the dialogues of fixtures/cases, the table of resolvers, and long articles."""

from __future__ import annotations

from pathlib import Path
from typing import Literal

import pytest
from dialogues import Dialogue, Wanted, parse, read_dialogues

from attrib import attribute
from attrib.model import Attribution, Cue, Document, Quotation, Span, Speaker
from attrib.resolution import resolve
from attrib.resolution.resolve import RESOLVERS, Resolver
from attrib.words import quotes, sentences

CASES = Path(__file__).parents[2] / "fixtures" / "cases"
RESOLUTION = read_dialogues(CASES / "resolution.txt")
KINDS = read_dialogues(CASES / "speaker_kinds.txt")


def found(speaker: Speaker | None, source: Span | None, wanted: Wanted) -> dict[str, str | None]:
    """Of what was found, all that the dialogue speaks of, in its words."""
    if speaker is None:
        return {"name": None}
    own_words = source is not None and speaker.name in source.text
    refused = wanted.name == "?" and own_words and speaker.resolved_by == "none"
    told = {"name": "?" if refused else speaker.name}
    if wanted.resolver is not None:
        told["by"] = speaker.resolved_by
    values = {
        "kind": speaker.kind,
        "title": speaker.title or "",
        "aff": speaker.affiliation or "",
        "why": speaker.justification.text if speaker.justification else "",
        "anon": speaker.anonymity or "",
    }
    return {**told, **{key: values[key] for key in wanted.fields}}


def expected(wanted: Wanted) -> dict[str, str | None]:
    by = {"by": wanted.resolver} if wanted.resolver is not None else {}
    return {"name": wanted.name, **by, **wanted.fields}


def check(dialogue: Dialogue) -> None:
    """Every source of a dialogue is who the dialogue says."""
    got = [
        found(speaker, attribution.source, wanted)
        for speaker, attribution, wanted in zip(
            dialogue.speakers(), dialogue.attributions, dialogue.wanted, strict=True
        )
    ]

    assert got == [expected(wanted) for wanted in dialogue.wanted]


@pytest.mark.parametrize("dialogue", RESOLUTION, ids=lambda dialogue: dialogue.title)
def test_resolution(dialogue: Dialogue) -> None:
    """Each source of a dialogue is named, or is refused a name, as the dialogue says."""
    check(dialogue)


@pytest.mark.parametrize("dialogue", KINDS, ids=lambda dialogue: dialogue.title)
def test_kinds_and_titles(dialogue: Dialogue) -> None:
    """Each source has the kind, title, affiliation and anonymity that the dialogue says."""
    check(dialogue)


def test_there_are_enough_dialogues() -> None:
    """The files hold the number of dialogues the project asks for, titles told apart."""
    titles = [dialogue.title for dialogue in (*RESOLUTION, *KINDS)]

    assert len(RESOLUTION) >= 60
    assert len(KINDS) >= 40
    assert len(titles) == len(set(titles))
    assert sum(w.name == "?" for d in RESOLUTION for w in d.wanted) >= 15


@pytest.mark.parametrize("row", RESOLVERS, ids=lambda row: row.name)
def test_example_is_decided_by_its_row(row: Resolver) -> None:
    """The example of a row comes out as it says, and the row itself decides in it."""
    dialogue = parse(row.name, row.example)

    check(dialogue)
    assert row.name in [speaker.resolved_by for speaker in dialogue.speakers() if speaker]


@pytest.mark.parametrize("row", RESOLVERS, ids=lambda row: row.name)
def test_row_keeps_out_of_its_counter_example(row: Resolver) -> None:
    """In the counter-example of a row, the row does not decide."""
    dialogue = parse(row.name, row.counter_example)

    check(dialogue)
    assert row.name not in [speaker.resolved_by for speaker in dialogue.speakers() if speaker]


def test_rows_have_names_of_their_own() -> None:
    """No two resolvers share a name, and each says what it does."""
    assert len({row.name for row in RESOLVERS}) == len(RESOLVERS)
    assert all(row.doc for row in RESOLVERS)


@pytest.mark.parametrize("dialogue", RESOLUTION + KINDS, ids=lambda dialogue: dialogue.title)
def test_every_span_is_of_the_text(dialogue: Dialogue) -> None:
    """Title, affiliation, justification and antecedent say where in the text they stand."""
    for speaker in dialogue.speakers():
        if speaker is None:
            continue
        told = [
            speaker.title_span,
            speaker.affiliation_span,
            speaker.justification,
            speaker.antecedent,
        ]
        for span in told:
            assert span is None or dialogue.text[span.start : span.end] == span.text
        assert (speaker.title or None) == (speaker.title_span.text if speaker.title_span else None)


def test_they_who_add_have_spoken_before() -> None:
    """Whoever adds something is who told something, and not those of whom that was felt."""
    text = "Fund managers said it rained. Investors are cautious about it. It may snow, they added."

    last = attribute(text).records[-1].speaker

    assert last is not None
    assert last.name == "Fund managers"


def test_addressee_is_resolved_as_a_speaker_is() -> None:
    """The words to whom something was said are named by the same resolvers."""
    text = "Mayor Ana Ruiz slept. Karl Okon wrote to the mayor that it rained."
    at = text.index("the mayor")
    resolution = resolve.Resolution(Document(text=text, id="a"), (), [(0, 21), (22, 66)], ())

    addressee = resolution.addressee(Span.of(text, at, at + 9))

    assert (addressee.name, addressee.kind, addressee.span.text) == (
        "Ana Ruiz",
        "person",
        "the mayor",
    )


def test_neutral_paragraph_in_front_changes_no_speaker() -> None:
    """What stands in front shifts spans and changes nothing else."""
    front = "The bridge was wet, and the river was high.\n\n"
    for dialogue in RESOLUTION[:40]:
        moved = parse(dialogue.title, dialogue.text)
        shifted = Dialogue(
            title=moved.title,
            text=front + dialogue.text,
            author=dialogue.author,
            attributions=tuple(
                _shift(a, front + dialogue.text, len(front)) for a in dialogue.attributions
            ),
            wanted=dialogue.wanted,
        )

        assert [s and s.name for s in shifted.speakers()] == [
            s and s.name for s in dialogue.speakers()
        ]


def _shift(attribution: Attribution, text: str, by: int) -> Attribution:
    source = attribution.source
    return Attribution(
        pattern=attribution.pattern,
        content=tuple(Span.of(text, c.start + by, c.end + by) for c in attribution.content),
        source=Span.of(text, source.start + by, source.end + by) if source else None,
        kind=attribution.kind,
        confidence=attribution.confidence,
        parent=attribution.parent,
    )


def test_no_text_raises() -> None:
    """Odd texts resolve to somebody or nobody, but never fail."""
    for text in (
        "",
        "\n",
        "A",
        "“",
        "Mr. ",
        "of of of",
        "’s ’s",
        "the the, the",
        "A. B. C. D.",
        "é" * 50,
    ):
        quotations: tuple[Quotation, ...] = quotes.find(text)[0]
        split = sentences.split(text, quotations)
        spans = [
            Span.of(text, i, j)
            for i in range(0, len(text), 3)
            for j in range(i + 1, min(i + 9, len(text) + 1))
        ]
        made = [
            Attribution(pattern="", content=(span,), source=span, kind="indirect", confidence=1.0)
            for span in spans
        ]

        assert len(resolve.speakers(Document(text=text, id=""), made, quotations, split)) == len(
            made
        )


RAIN = "It rained. "
BOB = "{Bob Cole = Bob Cole} said [no]. "
EDGES = {
    "the mayor who has just spoken": "{Ana Ruiz = Ana Ruiz}, the mayor of Lima, said [it rained]. "
    "{Bob Cole = Bob Cole}, the mayor of Orvale, said [no]. {The mayor = Bob Cole} added [more].",
    "two mayors long ago": "Ana Ruiz, the mayor of Lima, met Bob Cole, the mayor of Orvale. "
    + 4 * RAIN
    + "{The mayor = ?} said [it was late].",
    "nobody named in a quotation": "{Ana Ruiz = Ana Ruiz} said, [“Bob Cole is wrong.”] "
    "{He = ?} said [it rained].",
    "who, after a name": "Ana Ruiz met Bob Cole, {who = Bob Cole} said [it rained].",
    "who, after a place": "Ana Ruiz met Bob Cole, the mayor of Lima, {who = Bob Cole} said [no].",
    "who, after a town": "Ana met Bob Cole, the mayor of Riverton, {who = Bob Cole} said [no].",
    "which, after a body": "Ana works for the Riverton Council, "
    "{which = Riverton Council | kind: organization} said [it rained].",
    "who, and nobody is there": "Bob Cole met trouble in France, {who = ?} said [it rained].",
    "who, of a place": "Bob Cole met clerks in France, {who = clerks in France} said [no].",
    "a country": "{France = France | kind: organization} said [it rained].",
    "an alliance": "{NATO = NATO | name | kind: organization} said [it rained].",
    "a people": "{Iranians = Iranians | kind: group} said [it rained].",
    "the only man": "Bob Cole slept. Ana Ruiz woke. {He = Bob Cole} said [it rained].",
    "out of reach": "Bob Cole slept. " + 9 * RAIN + "{He = ?} said [it rained].",
    "within a claim within a claim": "{Ana Ruiz = Ana Ruiz} said that [{Bob Cole = Bob Cole} told "
    "her that [{he = Bob Cole} was ill]].",
    "another man spoke between": "{Bob Cole = Bob Cole} said [it rained]. "
    "{Tom Stone = Tom Stone} said [no]. {He = Tom Stone} said [it was late].",
    "his lawyer": "{Ana Ruiz = Ana Ruiz}, a lawyer for Bob Cole, said [it rained]. "
    "{His lawyer = Ana Ruiz | descriptor} added [that he slept].",
    "the company": "Acme Corp. fired Bob Cole. {The company = Acme Corp. | descriptor} said [no].",
    "named later": BOB
    + "{A nurse = Ana Ruiz | descriptor} says [the ward is full]. {Ana Ruiz = Ana Ruiz} said [so].",
    "named later, others before": 4 * BOB
    + "{A nurse = Ana Ruiz | descriptor} says [the ward is full]. {Ana Ruiz = Ana Ruiz} said [so].",
    "named by the third who follows": "{A nurse = Ana Ruiz | descriptor} says [the ward is full], "
    "{it = ?} said [no], {they = ?} said [so]. {Ana Ruiz = Ana Ruiz} said [she slept].",
    "named by the fourth": "{A nurse = ?} says [the ward is full], {it = ?} said [no], "
    "{they = ?} said [so], {we = ?} said [no]. {Ana Ruiz = Ana Ruiz} said [she slept].",
    "she, within a claim": "{Ana Ruiz = Ana Ruiz} said that [Eva Okon had called and that "
    "{she = Ana Ruiz | pronoun} said [no]].",
    "I, after many others": "{Ana Ruiz = Ana Ruiz} said, [“"
    + 7 * BOB
    + "{I = Ana Ruiz | first_person} said [yes].”]",
    "going on, after a voice within": "{Ana Ruiz = Ana Ruiz} said, [“{Bob Cole = Bob Cole} told me "
    "[no].”] {= Ana Ruiz | continuation} [“The trains are full.”]",
    "both of them": "{Ana Ruiz and Bob Cole = Ana Ruiz and Bob Cole | kind: group} said [no]. "
    "{They = Ana Ruiz and Bob Cole | pronoun} said [it snowed].",
}


@pytest.mark.parametrize("marked", EDGES.values(), ids=EDGES)
def test_where_a_resolver_stops(marked: str) -> None:
    """Each limit of a resolver, on its near side or its far one."""
    check(parse("edge", marked))


def named(text: str, *attributions: Attribution) -> list[str | None]:
    """The names of the speakers."""
    document = Document(text=text, id="a")
    quotations, _ = quotes.find(text)
    split = sentences.split(text, quotations)
    found = resolve.speakers(document, attributions, quotations, split)
    return [speaker.name if speaker else None for speaker in found]


def said(
    text: str,
    source: str | None,
    *content: str,
    kind: Literal["direct", "indirect"] = "direct",
    cue: str | None = None,
    parent: int | None = None,
) -> Attribution:
    """An attribution, its parts by their words."""

    def span(words: str) -> Span:
        return Span.of(text, text.index(words), text.index(words) + len(words))

    return Attribution(
        pattern="",
        content=tuple(map(span, content)),
        source=span(source) if source else None,
        cue=Cue(span=span(cue)) if cue else None,
        kind=kind,
        confidence=1.0,
        parent=parent,
    )


@pytest.mark.parametrize(
    ("between", "goes_on"),
    [
        pytest.param(" said. It rained. ", True, id="a sentence"),
        pytest.param(f" said.{' ' * 394}", True, id="400 characters"),
        pytest.param(f" said.{' ' * 395}", False, id="401 characters"),
        pytest.param(" said.\n\nIt rained.\n\n", True, id="a paragraph"),
        pytest.param(" said.\n\nIt rained.\n\n\n", False, id="more than a paragraph"),
    ],
)
def test_how_far_a_quotation_goes_on(between: str, goes_on: bool) -> None:
    """It is whose words stand before it, unless too much stands between."""
    text = f"“We are ready,” Ana Ruiz{between}“The trains are full.”"
    first = said(text, "Ana Ruiz", "“We are ready,”")

    assert named(text, first, said(text, None, "“The trains are full.”")) == [
        "Ana Ruiz",
        "Ana Ruiz" if goes_on else None,
    ]


def test_what_goes_on_is_a_quotation_without_source_and_cue() -> None:
    """A cue without a source has its own nobody, and a report goes on from no quotation."""
    text = "“We are ready,” Ana Ruiz said. It was said “the trains are full.”"
    first = said(text, "Ana Ruiz", "“We are ready,”")

    for again, name in (
        (said(text, None, "“the trains are full.”"), "Ana Ruiz"),
        (said(text, None, "“the trains are full.”", cue="was said"), None),
        (said(text, None, "the trains are full", kind="indirect"), None),
    ):
        assert named(text, first, again) == ["Ana Ruiz", name]


def test_a_quotation_goes_on_from_the_end_of_all_that_was_said_before() -> None:
    """A quotation in two pieces ends where its second does, and one that goes on begins with its
    first, be it without a space between.
    """
    long, longer = f"“and {'very ' * 80}ready.”", f"“Full, {'very ' * 80}full.”"
    text = f"“We are,” said Ana Ruiz, {long}“The trains,” it {'really ' * 60}was, {longer} “So.”"

    assert (
        named(
            text,
            said(text, "Ana Ruiz", "“We are,”", long),
            said(text, None, "“The trains,”", longer),
            said(text, None, "“So.”"),
        )
        == ["Ana Ruiz"] * 3
    )


def test_a_quotation_within_another_does_not_go_on_from_that() -> None:
    """What stands in somebody's words is no continuation of them, but of who spoke before."""
    text = "“No,” Ana Ruiz said. “She said ‘no’ then,” Bob Cole said."

    assert named(
        text,
        said(text, "Ana Ruiz", "“No,”"),
        said(text, "Bob Cole", "“She said ‘no’ then,”"),
        said(text, None, "‘no’"),
    ) == ["Ana Ruiz", "Bob Cole", "Ana Ruiz"]


def test_a_source_of_marks_alone_is_gone_on_from() -> None:
    """Where no word is left of a source, what goes on from it has no antecedent to show."""
    text = "“No,” said; “So.”"
    attributions = [said(text, ";", "“No,”"), said(text, None, "“So.”")]
    quotations, _ = quotes.find(text)

    _, after = resolve.speakers(Document(text=text, id="a"), attributions, quotations, [], ())

    assert after is not None
    assert (after.resolved_by, after.antecedent) == ("continuation", None)


def test_only_the_last_six_turns_are_gone_on_from() -> None:
    """Six voices within a quotation do not hide whose it is; there is an end to looking back."""
    names = ("Bob Cole", "Li Wu", "Tom Stone", "Eva Okon", "Jo Marsh", "Al Brandt")
    text = f"“Well. {' '.join(f'{name} said no.' for name in names)}” Ana Ruiz said. “So.”"
    first = said(text, "Ana Ruiz", text[: text.index(" Ana")])
    within = [said(text, name, "no", kind="indirect", parent=0) for name in names]
    last = said(text, None, "“So.”")

    assert named(text, first, *within[:5], last)[-1] == "Ana Ruiz"
    assert named(text, first, *within, last)[-1] is None


@pytest.mark.parametrize(
    ("marked", "antecedents"),
    [
        pytest.param(
            "[“We are,”] {Ana Ruiz = Ana Ruiz} said. {= Ana Ruiz} [“So.”] {= Ana Ruiz} [“Now.”]",
            [None, 10, 10],
            id="the source",
        ),
        pytest.param(
            "Ana Ruiz slept. {She = Ana Ruiz} said, [“We are.”] {= Ana Ruiz} [“So.”]",
            [0, 0],
            id="what the source stands for",
        ),
    ],
)
def test_antecedent_of_what_goes_on(marked: str, antecedents: list[int | None]) -> None:
    """The record points to the words that name the speaker, however many quotations back."""
    found = parse("antecedents", marked).speakers()

    assert [who and who.antecedent and who.antecedent.start for who in found] == antecedents


def test_a_parent_that_comes_later_is_no_help() -> None:
    """Where the claim stands before its claimant, who said it is not known yet."""
    text = "The trains are full, he said then, Bob Cole told us."
    within = said(text, "he", "The trains are full", kind="indirect", parent=1)
    whole = said(text, "Bob Cole", "The trains are full, he said then", kind="indirect")

    assert named(text, within, whole) == ["he", "Bob Cole"]


def test_addressee_is_who_has_spoken_before() -> None:
    """Whoever spoke before is told something after, and whoever speaks after is not."""
    text = "A woman said it rained. Bob Cole told her so. A girl said no."
    split = sentences.split(text, ())
    resolution = resolve.Resolution(Document(text=text, id="a"), (), split, ())
    assert resolution.discourse.text == text
    resolution.speakers(
        [
            said(text, "A woman", "it rained", kind="indirect"),
            said(text, "Bob Cole", "so", kind="indirect"),
            said(text, "A girl", "no", kind="indirect"),
        ]
    )

    assert resolution.addressee(Span.of(text, 38, 41)).name == "A woman"


def test_who_added_has_just_spoken() -> None:
    """`He added` is whoever spoke last, without a name too, and not whom the sentence is about."""
    text = (
        "Tom Rigby, 43, admitted one charge. He got a ban as the warden who filmed the race said he"
        " was “rude” to her. He added the driver never said sorry."
    )

    (added,) = (each for each in attribute(text) if each.cue and each.cue.span.text == "added")
    assert added.who == "the warden who filmed the race"


def test_the_town_of_a_dateline_is_nobodys_bank() -> None:
    text = (
        "ORVALE, May 3 (Norvale Wire) - The country's central bank will keep rates on hold.\n\n"
        "The bank declined to comment."
    )

    assert attribute(text)[-1].who == "The bank"


@pytest.mark.parametrize(
    "talk",
    [
        "“Will you go?” Reyes asked Mark Kern.\n\n“Never,” he replied.",
        "“You have to go,” Reyes told Mr. Kern. “Never,” he shot back.",
    ],
)
def test_who_was_asked_by_name_replies(talk: str) -> None:
    text = f"Tom Reyes met Mark Kern on Monday.\n\n{talk}"
    assert attribute(text)[-1].who == "Mark Kern"


@pytest.mark.parametrize(
    "talk",
    [
        "Tom Reyes asked Mark Kern about it. “It is fine,” he said.",
        "The guard asked Mark Kern for his papers. He said that they were lost.",
    ],
)
def test_whoever_is_asked_by_name_answers(talk: str) -> None:
    assert attribute(talk)[-1].who == "Mark Kern"


def test_he_is_no_anchor_whom_the_article_names_as_a_woman() -> None:
    text = (
        "Anchor Ana Bohl met Sen. Tom Hask. “I am sad,” the senator told her. "
        "The anchor asked why. “I lost,” he said."
    )
    assert attribute(text)[-1].who == "Tom Hask"


def test_whoever_is_asked_by_name_is_he_in_the_question() -> None:
    text = "Tom Reyes asked Mark Kern why he had said that the dam leaked."
    assert [record.who for record in attribute(text)] == ["Tom Reyes", "Mark Kern"]


def test_which_is_the_document_that_its_sentence_is_about() -> None:
    """A forecast shows what `which showed` says, though a time stands between."""
    text = (
        "The forecast from the Office of Rivers was better in May, which showed that it would hold."
    )

    assert attribute(text)[-1].who == "The forecast from the Office of Rivers"


@pytest.mark.parametrize(
    ("text", "who"),
    [
        (
            "A resolution moved by her party, which stated that the mill was shut, was carried.",
            "A resolution moved by her party",
        ),
        (
            "A report by the council, which found that the wells were dry, was leaked.",
            "A report by the council",
        ),
        ("A spokesman for the council, which warned that it leaked, left.", "the council"),
        (
            "They doubt a new study, led by Tom Cole of the Marrow Institute, which found that it"
            " leaked.",
            "a new study",
        ),
    ],
    ids=["moved by", "by", "for", "led by"],
)
def test_which_after_a_body_is_its_paper(text: str, who: str) -> None:
    """Of a paper by a body, `which found` means the paper; of somebody for a body, the body."""
    assert attribute(text)[-1].who == who


def test_it_that_reads_is_a_paper() -> None:
    """`it read` means the paper last spoken of, in whatever part of a sentence."""
    text = "In a short letter, Mrs. Okon said she was ill. “I cannot sing,” it read."

    assert attribute(text)[-1].who == "a short letter"


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("Nurses delivered an open letter to Tarn Trust. It argued that it leaked.", "open letter"),
        ("Tarn Trust published a study of the lake. It found that it leaked.", "a study"),
        ("Tarn Trust published a study of the lake. It said that it leaked.", "Tarn Trust"),
    ],
    ids=["delivered", "found", "said"],
)
def test_it_after_a_paper_is_made(text: str, who: str) -> None:
    """`It argued` means the paper of the sentence before, and what bodies say too, the body."""
    assert attribute(text)[-1].who.endswith(who)


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("The council sent residents a second letter. It read: “Stay in.”", "a second letter"),
        ("There was a postcard on the table. “Gone to sea,” it read.", "a postcard"),
        ("In May the bank had sent a text message. It warned that she owed it.", "a text message"),
        ("The council issued a statement. It said the bridge was safe.", "The council"),
        ("The council sent residents a letter. It said it was sorry.", "The council"),
    ],
    ids=["sent", "was there", "had sent", "statement", "of itself"],
)
def test_it_after_a_paper_that_came(text: str, who: str) -> None:
    """By whatever verb a paper came, it is what `it` means, unless a body goes on about itself."""
    assert attribute(text)[-1].who == who


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Ana Ruiz rang the council. “They said it was safe,” Ruiz said.", "the council"),
        ("“My neighbours saw it. They said it was late,” Ana Ruiz said.", "My neighbours"),
        ("Two guards turned Ana Ruiz away. “They said it was late,” Ruiz said.", "Two guards"),
        ("Farmers met Ana Ruiz. “They told us it was late,” Ruiz said.", "They"),
    ],
)
def test_they_within_a_quotation(text: str, name: str) -> None:
    """`They` in what somebody says is whoever is told of there, or else in the sentence before."""
    (nested,) = (each for each in attribute(text) if each.nested_in is not None)

    assert nested.who == name
