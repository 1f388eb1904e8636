"""Text in, quotations and notes out."""

from __future__ import annotations

import pytest
from clock import times_longer
from hypothesis import example, given
from hypothesis import strategies as st

from attrib.model import Quotation
from attrib.words.quotes import CROSSES, NEVER_CLOSES, NEVER_OPENED, TOO_DEEP, find
from attrib.words.uses import classify


def outline(text: str) -> list[str]:
    """Each quotation on a line: a mark for its depth, `…` where it never closes, its spans."""
    quotations, _ = find(text)
    return [
        "> " * one.depth + " ¶ ".join(span.text for span in one.spans) + " …" * (not one.closed)
        for one in quotations
    ]


def reasons(text: str) -> list[str]:
    return [note.reason for note in find(text)[1]]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("“We go,” she said. “Now.”", ["“We go,”", "“Now.”"], id="curly"),
        pytest.param('"We go," she said. "Now."', ['"We go,"', '"Now."'], id="straight"),
        pytest.param("''We go,'' she said.", ["''We go,''"], id="two apostrophes"),
        pytest.param("``We go,'' she said.", ["``We go,''"], id="backticks"),
        pytest.param("‘‘We go,’’ she said.", ["‘‘We go,’’"], id="two single curly"),
        pytest.param("‘We go,’ she said.", ["‘We go,’"], id="single curly"),
        pytest.param("'We go,' she said.", ["'We go,'"], id="single straight"),
        pytest.param("`We go,' she said.", ["`We go,'"], id="backtick"),
        pytest.param("«We go», she said. « Now. »", ["«We go»", "« Now. »"], id="guillemets"),
        pytest.param("»We go«, she said. »Now.«", ["»We go«", "»Now.«"], id="guillemets inward"),
        pytest.param("‹We go›, she said.", ["‹We go›"], id="angles"),
        pytest.param("„We go“, she said. „Now.”", ["„We go“", "„Now.”"], id="low"),
        pytest.param("”We go,” she said.", ["”We go,”"], id="Swedish"),
        pytest.param("‟We go,” she said.", ["‟We go,”"], id="reversed"),
        pytest.param('“We go," she said. "Now.”', ['“We go,"', '"Now.”'], id="curly and straight"),
        pytest.param('John Doe:"We go"', ['John Doe:"We go"'[9:]], id="no space before"),
        pytest.param('She said "go"and left.', ['"go"'], id="no space after"),
        pytest.param('"(We) go"--"…and stay"', ['"(We) go"', '"…and stay"'], id="dashes"),
        pytest.param('" We go, " she said.', ['" We go, "'], id="spaces within"),
        pytest.param("“We go. “", ["“We go. “"], id="opening mark closes at the end"),
        pytest.param("“We go,“ she said. “Now.”", ["“We go,“", "“Now.”"], id="opening mark closes"),
        pytest.param("He says,” we go.”", ["” we go.”"], id="closing mark opens"),
        pytest.param("\u202a”We go,” she said.", ["”We go,”"], id="after a control"),
        pytest.param('"Bob."\n\n"What."', ['"Bob."', '"What."'], id="one a paragraph"),
        pytest.param("‘Yes’“No,” she said.", ["‘Yes’", "“No,”"], id="touching"),
        pytest.param("He said ’we go’ and left.", ["’we go’"], id="single, turned wrongly"),
        pytest.param("In 1996“No,” he said.", ["“No,”"], id="a year before"),
    ],
)
def test_marks(text: str, expected: list[str]) -> None:
    """Every style of mark is paired, also where one is turned or spaced wrongly."""
    assert outline(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("“I say ‘no’ now.”", ["“I say ‘no’ now.”", "> ‘no’"], id="American"),
        pytest.param("‘I say “no” now.’", ["‘I say “no” now.’", "> “no”"], id="British"),
        pytest.param("\"I say 'no' now.\"", ["\"I say 'no' now.\"", "> 'no'"], id="straight"),
        pytest.param('"I say "no" now."', ['"I say "no" now."', '> "no"'], id="same marks"),
        pytest.param(
            '"I call it "great""', ['"I call it "great""', '> "great"'], id="end together"
        ),
        pytest.param("“‘No,’ he said.”", ["“‘No,’ he said.”", "> ‘No,’"], id="begin together"),
        pytest.param("''He said, 'No,'''", ["''He said, 'No,'''", "> 'No,'"], id="three to close"),
        pytest.param(
            "“A ‘b “c” d’ e”", ["“A ‘b “c” d’ e”", "> ‘b “c” d’", "> > “c”"], id="three deep"
        ),
        pytest.param("« A “b” c »", ["« A “b” c »", "> “b”"], id="guillemets outside"),
    ],
)
def test_nesting(text: str, expected: list[str]) -> None:
    """A quotation in a quotation is one more, a step deeper."""
    assert outline(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("The workers’ union said, “Go.”", ["“Go.”"], id="plural possessive"),
        pytest.param("The '90s, the ’90s and the ‘90s.", [], id="decades"),
        pytest.param("Get 'em, rock 'n' roll, ’til dawn.", [], id="elisions"),
        pytest.param("shouldn‘t, O'Brien's, O''Brien", [], id="within words"),
        pytest.param("the dogs' home and the cats' home", [], id="two possessives"),
        pytest.param(
            "‘The dogs’ home is ours,’ he said.", ["‘The dogs’ home is ours,’"], id="British"
        ),
        pytest.param(
            "‘The dogs’ and cats’ home is ours,’ he said.",
            ["‘The dogs’ and cats’ home is ours,’"],
            id="British, two possessives",
        ),
        pytest.param(
            "'The dogs' home is ours,' he said.", ["'The dogs' home is ours,'"], id="typed"
        ),
        pytest.param("‘Don’t go,’ she said.", ["‘Don’t go,’"], id="contraction within"),
        pytest.param("the ‘experts’ of the workers’ union", ["‘experts’"], id="scare, possessive"),
        pytest.param("He met ' experts' there.", [], id="space within"),
        pytest.param("The class of ’08 liked 'The Hall'.", ["'The Hall'"], id="year"),
        pytest.param(
            "He said: '20 people fell.'", ["'20 people fell.'"], id="begins with a number"
        ),
        pytest.param("’Twas late, said the twins’ aunt.", [], id="elision and possessive"),
        pytest.param("She was dancin’ and singin’.", [], id="dropped g"),
        pytest.param(
            "It is ‘dancin’ in the dark’ again.", ["‘dancin’ in the dark’"], id="g within"
        ),
        pytest.param("He said ‘count me in’ twice.", ["‘count me in’"], id="in at the end"),
        pytest.param("the ’cross players’ bench", [], id="elision and plural possessive"),
        pytest.param("‘Twas late.", [], id="elision at the start"),
        pytest.param("It was ‘late and it rained.", [], id="no partner in mid-sentence"),
    ],
)
def test_apostrophes(text: str, expected: list[str]) -> None:
    """A single mark that does not pair is an apostrophe, and no note is made of it."""
    assert outline(text) == expected
    assert reasons(text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param('A 6" pipe and a 5\'10" man.', [], id="outside"),
        pytest.param("A 6” pipe.", [], id="outside, curly"),
        pytest.param(
            '“See <a href="x">here</a>,” he said.', ['“See <a href="x">here</a>,”'], id="within"
        ),
        pytest.param('"A 6" pipe," he said.', ['"A 6" pipe,"'], id="within straight"),
        pytest.param(
            '"A 6" pipe," he said. "Now."', ['"A 6" pipe,"', '"Now."'], id="another follows"
        ),
        pytest.param('“A 6" pipe,” he said.', ['“A 6" pipe,”'], id="within curly"),
        pytest.param("“He is 6’2”,” she said.", ["“He is 6’2”,”"], id="curly inches"),
        pytest.param('"It was 1996" and "now."', ['"It was 1996"', '"now."'], id="a year"),
        pytest.param('A 4"x6" card.', [], id="by"),
        pytest.param('<a href="x" alt="" title="y z">"Go," he said</a>', ['"Go,"'], id="HTML"),
    ],
)
def test_measures_and_markup(text: str, expected: list[str]) -> None:
    """Inches, seconds and the attributes of left-over HTML are no quotation marks."""
    assert outline(text) == expected
    assert reasons(text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("“We go.\n\n“We stay,” she said.", ["“We go. ¶ “We stay,”"], id="curly"),
        pytest.param('"One.\r\n\r\n"Two.\r\n"Three."', ['"One. ¶ "Two. ¶ "Three."'], id="straight"),
        pytest.param("‘One.\n\n‘Two,’ he said.", ["‘One. ¶ ‘Two,’"], id="British"),
        pytest.param(
            "‘We back the workers’ claims.\n‘They are fair.’",
            ["‘We back the workers’ claims. ¶ ‘They are fair.’"],
            id="British with a possessive",
        ),
        pytest.param(
            "“‘A.\n\n“‘B,’ he said.”", ["“‘A. ¶ “‘B,’ he said.”", "> ‘A. ¶ ‘B,’"], id="two"
        ),
        pytest.param(
            "“A ‘b’ c.\n\n“D ‘e’.”", ["“A ‘b’ c. ¶ “D ‘e’.”", "> ‘b’", "> ‘e’"], id="inner"
        ),
        pytest.param(
            "“We go,” he said. “We.\n“Us.”", ["“We go,”", "“We. ¶ “Us.”"], id="after a tag"
        ),
        pytest.param(
            "“We go\nand we stay,” he said.", ["“We go ¶ and we stay,”"], id="wrapped line"
        ),
        pytest.param("“We go.\n\nShe left.", ["“We go. …"], id="not continued"),
        pytest.param(
            "“We go.\n\nIt rained. “We stay,” he said.",
            ["“We go. …", "“We stay,”"],
            id="another one, later in the paragraph",
        ),
        pytest.param("“We go.\nIt rained.”", ["“We go. …"], id="a sentence ends, no wrapped line"),
        pytest.param("“We go.\n\n«Now», he said.", ["“We go. …", "«Now»"], id="guillemets instead"),
        pytest.param(
            "‘We go,’ he said.\n\n‘We stay,’ she said.",
            ["‘We go,’", "‘We stay,’"],
            id="two, British",
        ),
        pytest.param("‘We go\nand stay,’ he said.", ["‘We go …"], id="wrapped line, British"),
        pytest.param("“We go.\n\n‹Now›, he said.", ["“We go. …", "‹Now›"], id="angles instead"),
        pytest.param("'We go.\n\n‘Now,’ he said.", ["‘Now,’"], id="typed, then curly"),
        pytest.param(
            "‘We go.\n\n'Now,' he said.", ["‘We go. …", "'Now,'"], id="another sort of single mark"
        ),
        pytest.param("“We go\n\nShe left.”", ["“We go …"], id="not wrapped"),
    ],
)
def test_over_paragraphs(text: str, expected: list[str]) -> None:
    """A quotation of several paragraphs, each opened and only the last closed, is one."""
    assert outline(text) == expected


@pytest.mark.parametrize(
    ("text", "expected", "noted"),
    [
        pytest.param("“We go, he said.", ["“We go, …"], [NEVER_CLOSES], id="never closes"),
        pytest.param("We go,” he said.", [], [NEVER_OPENED], id="never opened"),
        pytest.param('We go," he said.', [], [NEVER_OPENED], id="never opened, straight"),
        pytest.param(
            '"We go. He said. "Now," she said.',
            ['"We go. He said. …', '"Now,"'],
            [NEVER_CLOSES],
            id="another begins before",
        ),
        pytest.param("“A «b” c", ["“A «b”", "> «b …"], [NEVER_CLOSES], id="inner never closes"),
        pytest.param("‘We go, he said.", ["‘We go, …"], [NEVER_CLOSES], id="single"),
        pytest.param('"', [], [NEVER_CLOSES], id="nothing but a mark"),
        pytest.param(
            "“We go “and stay “now",
            ["“We go …", "“and stay …", "“now …"],
            [NEVER_CLOSES] * 3,
            id="three, each till the next",
        ),
        pytest.param(
            "“‘We go,” he said.", ["“‘We go,”"], [NEVER_CLOSES, CROSSES], id="single within"
        ),
        pytest.param(
            "Then “‘We go,” he said.", ["“‘We go,”"], [NEVER_CLOSES, CROSSES], id="led by"
        ),
        pytest.param(
            "Then “‘We go,” he said. “Now.”",
            ["“‘We go,”", "“Now.”"],
            [NEVER_CLOSES, CROSSES],
            id="another after a crossing",
        ),
        pytest.param("'We go, he said.", [], [], id="single, typed"),
        pytest.param("“A ‘b «c’ d» e.”", ["“A ‘b «c’ d» e.”", "> «c’ d»"], [], id="singles apart"),
        pytest.param("He left“ and came.", [], [NEVER_OPENED], id="opening mark after a word"),
        pytest.param(
            "He says,” and “we go.”", ["“we go.”"], [NEVER_OPENED], id="closing mark, another opens"
        ),
        pytest.param('""=', [], [], id="empty"),
        pytest.param("“ ” «» ''''", [], [], id="blank"),
        pytest.param('""We go,"" he said', ['""We go,""'], [], id="doubled"),
        pytest.param(
            '"Now." ""We go,"" he said', ['"Now."', '""We go,""'], [], id="doubled after another"
        ),
        pytest.param("Home » News » Here", [], [NEVER_OPENED] * 2, id="bread crumbs"),
    ],
)
def test_unbalanced(text: str, expected: list[str], noted: list[str]) -> None:
    """A mark without a partner ends with its paragraph or is ignored, and a note says so."""
    assert outline(text) == expected
    assert reasons(text) == noted


def test_a_note_points_at_its_mark() -> None:
    """The span of a note is the mark it is about."""
    _, notes = find("“We go.” So,” she said. “‘Yes,” he said. “Now")

    assert [(note.reason, note.span.start, note.span.text) for note in notes if note.span] == [
        (NEVER_OPENED, 12, "”"),
        (NEVER_CLOSES, 25, "‘"),
        (CROSSES, 25, "‘"),
        (NEVER_CLOSES, 41, "“"),
    ]


def test_depth_is_bounded() -> None:
    """Ten thousand nested quotations give the outermost few and a note for the rest."""
    quotations, notes = find("“a " * 10_000 + "”" * 10_000)

    assert [quotation.depth for quotation in quotations] == list(range(8))
    assert {note.reason for note in notes} == {TOO_DEEP}


@pytest.mark.parametrize(
    ("text", "use"),
    [
        pytest.param('On Sunday "Ivan Petrov" of the palace spoke.', "name", id="quoted name"),
        pytest.param("She goes by “Shorty” at work.", "name", id="goes by"),
        pytest.param("Luis “Lucky” Marsh won.", "name", id="nickname"),
        pytest.param("It is nicknamed “the shed.”", "name", id="nicknamed"),
        pytest.param("She goes by “the first of the five” at work.", "name", id="five words"),
        pytest.param("She goes by “the first of all the five.”", "speech", id="six words"),
        pytest.param("He read “Dune” twice.", "name", id="one capital"),
        pytest.param("Li “The Long Road Home Again” Wu", "title", id="too long for a nickname"),
        pytest.param("Li “Man of Steel” Wu won.", "name", id="nickname of three words"),
        pytest.param("He met “Old Iron Face” there.", "name", id="three capitals"),
        pytest.param("He met “Old Iron Face Bob” there.", "title", id="four capitals"),
        pytest.param("It is a “top 10” list.", "scare", id="a number at the end"),
        pytest.param("He read the “Old Iron Post” there.", "title", id="three capitals, article"),
        pytest.param("He read “Up the Long Hill!” twice.", "speech", id="exclamation"),
        pytest.param(f"{'It rained. ' * 11}He read “Up the Hill.”", "title", id="far on"),
        pytest.param(f"The novel “{'Long Road ' * 7}Homeward” sold.", "title", id="80 characters"),
        pytest.param("He told the show “We are ready to go.”", "speech", id="told to a show"),
        pytest.param("They left “in a hurry” then.", "speech", id="no article"),
        pytest.param("Then a “no!” was heard.", "speech", id="article, exclamation"),
        pytest.param(f"{'It rained. ' * 3}“Good Night,” he said.", "speech", id="title and tag"),
        pytest.param(f"The novel “{'Long Road ' * 8}Home” sold.", "speech", id="no title so long"),
        pytest.param("the so-called “experts” left", "scare", id="so-called"),
        pytest.param("a “miracle” that was none", "scare", id="article"),
        pytest.param("by calling it “unfair”, she", "scare", id="label"),
        pytest.param("the word “soon” was struck", "scare", id="a word as a word"),
        pytest.param("The novel “Dry Rivers” sold well.", "title", id="novel"),
        pytest.param("the film “Go,” said the critic", "title", id="one word"),
        pytest.param("She sang “The Road to the Sea and Back.”", "title", id="title case"),
        pytest.param("“Go,” he said.", "speech", id="tag after"),
        pytest.param("“No One Knows,” Ruiz said.", "speech", id="tag after title case"),
        pytest.param("Ruiz: ‘I Never Knew’", "speech", id="headline"),
        pytest.param("Rivals Say ‘We Will Win’ in May", "speech", id="clause in title case"),
        pytest.param("Ruiz said “no” twice.", "speech", id="cue before"),
        pytest.param("It was “by far the worst of years.”", "speech", id="phrase"),
        pytest.param("“One.\n\n“Two.”", "speech", id="paragraphs"),
    ],
)
def test_classify(text: str, use: str) -> None:
    """Names, titles and scare quotes are told from speech."""
    assert classify(text, find(text)[0][0]) == use


TEXTS = st.text(alphabet=st.sampled_from("\"“”„‟«»‹›‘’'`‚ aSs1.,:=(\n\r-—\u202a🙂"), max_size=60)


@given(TEXTS)
@example("‘foo “bar\n\n‘baz” qux’")
@example("“a\nb\n“c")
def test_quotations_are_sound(text: str) -> None:
    """Spans are the text they say, in order, in one paragraph each, and quotations nest."""
    quotations, notes = find(text)

    enclosing: list[Quotation] = []
    for quotation in quotations:
        for span in quotation.spans:
            assert text[span.start : span.end] == span.text
            assert len(span.text.splitlines()) == 1
        pairs = zip(quotation.spans, quotation.spans[1:], strict=False)
        assert all(one.end < other.start for one, other in pairs)
        while enclosing and enclosing[-1].end <= quotation.start:
            enclosing.pop()
        assert quotation.depth == len(enclosing)
        assert not enclosing or quotation.end <= enclosing[-1].end
        enclosing.append(quotation)
    starts = [quotation.start for quotation in quotations]
    assert starts == sorted(starts)
    for note in notes:
        assert note.span is not None
        assert text[note.span.start : note.span.end] == note.span.text
        assert note.reason in (NEVER_CLOSES, NEVER_OPENED, CROSSES, TOO_DEEP)


@given(TEXTS)
def test_a_paragraph_in_front_changes_nothing(text: str) -> None:
    """A neutral paragraph in front moves the quotations and changes nothing else."""
    front = "Nothing here.\n\n"
    quotations, _ = find(text)
    moved, _ = find(front + text)

    assert [
        [(span.start + len(front), span.text) for span in quotation.spans]
        for quotation in quotations
    ] == [[(span.start, span.text) for span in quotation.spans] for quotation in moved]


@given(TEXTS)
def test_every_quotation_has_a_use(text: str) -> None:
    """No quotation is too odd to classify."""
    for quotation in find(text)[0]:
        assert classify(text, quotation) in ("speech", "name", "title", "scare")


@given(st.text())
def test_any_text(text: str) -> None:
    """No text raises."""
    find(text)


UNITS = ['"', '" ', ' "a', "“", "“a ", "”", "“a” ", "'", " 'a", "s' ", "‘a s’ b ", "«“a ", '1" ']
UNITS += ['"\n', "“a\n", "‘a\n", "“a ‘b\n", "«“‘a”"]


@pytest.mark.parametrize("unit", UNITS, ids=ascii)
def test_linear(unit: str) -> None:
    """Ten times the marks take about ten times as long, whatever they are."""
    short, long = unit * 1_000, unit * 10_000

    assert times_longer(lambda: find(long), lambda: find(short), 30) < 30


def test_a_mark_left_out_before_a_tag() -> None:
    """A quotation whose mark was left out ends before the tag, and not in the next paragraph."""
    quotations, _ = find("“Now? she asked the crew.\n\n“Yes,” she said.")

    assert [quotation.spans[0].text for quotation in quotations] == ["“Now?", "“Yes,”"]
